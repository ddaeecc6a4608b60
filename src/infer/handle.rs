//! Named futures that are handles: what they wait for goes on without them, so dropping one loses no work.

use super::future::Futureness;
use super::ty::Ty;
use super::{Infer, Known, depth};
use crate::index::{AdtId, AdtShape};

/// What the parts of a named future say about where its work is done.
#[derive(Debug, Default)]
struct Parts {
    /// It owns a future that has not run.
    work: bool,
    /// It owns a handle, or what cannot be seen and may be one.
    handle: bool,
    /// What is looked at is made of what a trait's impl says of an argument, such as an item: data, whatever it is.
    is_open: bool,
    /// It shares a waker with others.
    is_woken: bool,
    /// What is looked at is shared with others.
    is_shared: bool,
}

impl Parts {
    /// What is shared is others' work as well.
    fn add_work(&mut self, is_work: bool) {
        self.work |= is_work && !self.is_shared;
    }
}

impl Infer<'_, '_> {
    /// Whether a named future is a handle on something that goes on without it.
    ///
    /// Its name may say so, as its parts may: a struct around a `JoinHandle` only waits, as long as it owns no future
    /// of its own. So does a future that can be cloned: the work would be done twice, were it in the future. One that
    /// says `#[must_use]` is lost all the same, as `JoinAll` is: the waiting was the point. A waker that it shares with
    /// others is for these to call once they are done: where that has a result, the future is one end of something under
    /// way. Where it has none, as that of a timer, the waiting is all there is.
    pub(super) fn waits_only(&self, id: AdtId, ty: &Ty) -> bool {
        if self.is_handle(id) {
            return true;
        }
        if let Some(known) = self.handles.borrow().get(ty) {
            return *known;
        }
        // A type that holds itself says nothing by that.
        self.handles.borrow_mut().insert(ty.clone(), false);
        let mut parts = Parts::default();
        self.look_at_parts(ty, &mut parts, &mut Vec::new());
        let completes = || parts.is_woken && self.output_of(ty) != Ty::unit();
        let waits =
            !parts.work && (parts.handle || completes() || self.is_cloned(ty)) && !self.must_be_used(id);
        self.handles.borrow_mut().insert(ty.clone(), waits);
        waits
    }

    /// Whether a named type's name says that it is a handle: a `Receiver`, a `JoinHandle`, a `Task`.
    pub(super) fn is_handle(&self, id: AdtId) -> bool {
        let name = self.db.world.index.adt(id).name();
        const HANDLES: [&str; 8] =
            ["Handle", "Receiver", "Task", "Response", "Waiter", "Guard", "Canceled", "Cancellation"];
        HANDLES.iter().any(|ending| name.ends_with(ending))
    }

    /// Adds what the fields of a named type say, those of all variants of an enum.
    fn look_at_parts(&self, ty: &Ty, parts: &mut Parts, seen: &mut Vec<AdtId>) {
        let Ty::Adt(id, args) = ty else { return };
        let Some(_guard) = depth::enter() else { return };
        if seen.contains(id) || !self.spend(1) {
            return;
        }
        seen.push(*id);
        let data = self.db.world.index.adt(*id);
        let variants = match data.shape {
            AdtShape::Struct(_) => vec![None],
            AdtShape::Enum(decl) => (0..decl.variants.len()).map(|at| u32::try_from(at).ok()).collect(),
        };
        let env = self.db.adt_env(*id);
        let index = &self.db.world.index;
        let krate = index.krate(index.module(data.site.module).krate);
        let outer = parts.is_open;
        for variant in variants {
            let fields = data.fields(variant).into_iter().flat_map(|fields| &fields.fields);
            for field in fields.filter(|field| krate.may_have(field.cfg.as_deref())) {
                if let Some(ty) = self.declared_field(*id, args, variant, field.name) {
                    let is_open = |ty: &Ty| matches!(ty, Ty::Assoc(_));
                    parts.is_open = outer || self.db.written(&env, &field.ty).any(&is_open);
                    self.look_at_part(&ty, parts, seen);
                }
            }
        }
        parts.is_open = outer;
    }

    fn look_at_part(&self, ty: &Ty, parts: &mut Parts, seen: &mut Vec<AdtId>) {
        match ty {
            // What it borrows it will act on: a lock that it takes, a queue that it waits at.
            Ty::Ref(_, to) => parts.add_work(!matches!(**to, Ty::Prim(_))),
            // What it does with the result is lost with it.
            Ty::Closure(_) | Ty::FnDef(..) | Ty::FnPtr(..) => parts.add_work(true),
            Ty::Tuple(inner) => inner.iter().for_each(|ty| self.look_at_part(ty, parts, seen)),
            Ty::Array(inner) => self.look_at_part(inner, parts, seen),
            _ => match self.type_futureness(ty) {
                Futureness::Lost(_) => parts.add_work(true),
                Futureness::Kept => parts.handle = true,
                Futureness::No => self.look_within(ty, parts, seen),
                // A parameter that is not known may stand for a future.
                Futureness::Unknown(_) if matches!(ty, Ty::Param(_) | Ty::Assoc(_)) => parts.add_work(true),
                Futureness::Unknown(_) => parts.handle |= ty.is_unknown() && !parts.is_open,
            },
        }
    }

    /// What a container is said to hold, or what another type of the project's or a dependency's declares.
    fn look_within(&self, ty: &Ty, parts: &mut Parts, seen: &mut Vec<AdtId>) {
        let Ty::Adt(id, args) = ty else { return };
        let data = self.db.world.index.adt(*id);
        if self.db.world.is_std(data.site.module) {
            let name = data.name();
            parts.is_woken |= parts.is_shared && name == "Waker";
            let outer = parts.is_shared;
            parts.is_shared |= name == "Arc";
            args.iter().for_each(|arg| self.look_at_part(arg, parts, seen));
            parts.is_shared = outer;
        } else {
            self.look_at_parts(ty, parts, seen);
        }
    }

    fn must_be_used(&self, id: AdtId) -> bool {
        self.db.world.index.adt(id).site.item.attrs.list.iter().any(|attr| attr.path == "must_use")
    }

    fn is_cloned(&self, ty: &Ty) -> bool {
        self.db.world.lang.clone.is_some_and(|clone| self.implements(ty, clone) == Known::Yes)
    }
}
