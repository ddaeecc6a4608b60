//! Method calls: which function `receiver.name(…)` means.

use std::sync::Arc;

use super::call::Callee;
use super::twins::twins_of;
use super::ty::{Args, ParamId, Subst, TraitRef, Ty, no_args};
use super::unify::Fit;
use super::{Infer, Known, depth};
use crate::index::{AdtId, FnId, Owner, Site, TraitId};
use crate::resolve::Head;
use crate::summary::{ExprId, ExprKind, MethodCall, Name, Visibility};

/// Longer than any real chain of `Deref`.
const MAX_DEREFS: usize = 12;

impl Infer<'_, '_> {
    /// `receiver.name(args)`.
    pub(super) fn method_call(&self, expr: ExprId) -> Ty {
        let ExprKind::MethodCall(call) = self.kind(expr) else { return Ty::Unknown };
        match self.callee(expr) {
            Some(callee) => self.finish_call(&callee, &call.args),
            None => self.after_setter(&self.type_of(call.receiver), call.method),
        }
    }

    /// What a setter that an attribute writes gives: its receiver.
    fn after_setter(&self, receiver: &Ty, name: Name) -> Ty {
        let set_by = receiver.head().map_or(&[][..], |head| self.db.world.impls.set_by(head));
        let has_setter = |id: &AdtId| {
            let fields = self.db.world.index.adt(*id).fields(None);
            // The one for all of them at once.
            name == "with_options"
                || fields.is_some_and(|fields| fields.fields.iter().any(|field| field.name == name))
        };
        if set_by.iter().any(has_setter) { receiver.clone() } else { Ty::Unknown }
    }

    pub(super) fn method_callee(&self, expr: ExprId, call: &MethodCall) -> Option<Callee> {
        let receiver = self.type_of(call.receiver);
        let (id, subst) = self.method(expr, &receiver, call.method)?;
        let mut subst = self.turbofish(expr, id, call.turbofish.as_deref(), subst);
        self.fit_args(id, &mut subst, &call.args, false);
        Some(Callee { id, subst, offset: 0 })
    }

    /// What the arguments of a method call tell about a receiver of type `ty`.
    pub(super) fn receiver_taught_by(&self, expr: ExprId, ty: &Ty) -> Ty {
        let ExprKind::MethodCall(call) = self.kind(expr) else { return Ty::Unknown };
        let Some((id, mut subst)) = self.method(expr, ty, call.method) else { return Ty::Unknown };
        let Owner::Impl(owner) = self.db.world.index.func(id).owner else { return Ty::Unknown };
        self.fit_args(id, &mut subst, &call.args, false);
        self.ground(&self.db.header(owner).self_ty.subst(&subst))
    }

    /// The type itself, then what it dereferences to, until nothing more is known.
    pub(super) fn autoderef(&self, ty: &Ty) -> Vec<Ty> {
        let mut steps = vec![ty.clone()];
        while steps.len() < MAX_DEREFS
            && let Some(next) = steps.last().and_then(|ty| self.deref_once(ty))
            && !steps.contains(&next)
        {
            steps.push(next);
        }
        // An array's last step is a slice.
        if let Some(Ty::Array(inner)) = steps.last() {
            let slice = Ty::Slice(inner.clone());
            steps.push(slice);
        }
        steps
    }

    /// `*ty`.
    pub(super) fn deref_once(&self, ty: &Ty) -> Option<Ty> {
        let _guard = depth::enter()?;
        match ty {
            Ty::Ref(_, inner) | Ty::Ptr(_, inner) => Some((**inner).clone()),
            Ty::Adt(..) | Ty::Param(_) | Ty::Opaque(_) | Ty::Assoc(_) => {
                let trait_ = self.db.world.lang.deref?;
                if self.implements(ty, trait_) == Known::No {
                    return None;
                }
                Some(self.project(ty, trait_, &no_args(), "Target".into()))
            }
            _ => None,
        }
    }

    /// The function that a method call means: at each step of autoderef inherent ones first, then traits'. A method
    /// that takes `&self` fits a reference to its type without a step (rustc's probing compares receiver types).
    pub(super) fn method(&self, expr: ExprId, receiver: &Ty, name: Name) -> Option<(FnId, Subst)> {
        let mut possible = None;
        let steps = self.autoderef(receiver);
        for (at, step) in steps.iter().enumerate() {
            if step.is_unknown() {
                return None;
            }
            let behind = match step {
                Ty::Ref(_, inner) => Some(&**inner),
                _ => None,
            };
            for (ty, by_ref_only) in [(Some(step), false), (behind, true)] {
                let Some(ty) = ty else { continue };
                if let Some(fns) = self.inherent_methods(ty, name, by_ref_only) {
                    let id = self
                        .only(&fns)
                        .filter(|id| possible.is_none() && self.same_in_twins(ty, name, *id))?;
                    return Some((id, self.inherent_subst(id, ty)));
                }
            }
            if let Some((ty, fns)) = self.taking_pointer(step, &steps[at + 1..], name) {
                let id = self.only(&fns).filter(|_| possible.is_none())?;
                return Some((id, self.inherent_subst(id, ty)));
            }
            match self.trait_method(expr, step, name) {
                Found::One(id, subst) if possible.is_none() => return Some((id, *subst)),
                Found::Possible(id, subst) => match &possible {
                    None => possible = Some((id, *subst)),
                    // Behind a reference the same is found once more.
                    Some((known, of)) if (*known, of) == (id, &*subst) => {}
                    Some(_) => return None,
                },
                Found::One(..) | Found::Several => return None,
                Found::None => {}
            }
        }
        possible.or_else(|| steps.iter().find_map(|step| self.of_a_twin(step, name)))
    }

    /// Inherent methods of what a pointer leads to that take the pointer itself: `self: Pin<&mut Self>`. They come before
    /// what traits have for the pointer.
    fn taking_pointer<'t>(&self, pointer: &Ty, behind: &'t [Ty], name: Name) -> Option<(&'t Ty, Vec<FnId>)> {
        let Ty::Adt(..) = pointer else { return None };
        let takes_pointer = |ty: &Ty, id: &FnId| {
            let written = &self.db.world.index.func(*id).sig.receiver;
            written.as_ref().is_some_and(|receiver| receiver.ty.is_some())
                && self.db.sig(*id).receiver.as_ref().is_some_and(|receiver| {
                    self.fit(receiver, pointer, &mut self.inherent_subst(*id, ty)) != Fit::No
                })
        };
        behind.iter().filter(|ty| !ty.is_unknown()).find_map(|ty| {
            let mut fns = self.inherent_methods(ty, name, false)?;
            fns.retain(|id| takes_pointer(ty, id));
            (!fns.is_empty()).then_some((ty, fns))
        })
    }

    /// An inherent method that the type itself lacks, but one that stands in its place in other builds has.
    fn of_a_twin(&self, ty: &Ty, name: Name) -> Option<(FnId, Subst)> {
        let index = &self.db.world.index;
        let krate = |ty: &Ty| match ty {
            Ty::Adt(id, _) => Some(index.module(index.adt(*id).site.module).krate),
            _ => None,
        };
        // Types of two crates are twins where one crate names them so, and elsewhere no more than themselves.
        twins_of(self.db.world, ty).iter().filter(|twin| krate(twin) == krate(ty)).find_map(|twin| {
            let fns = self.inherent_methods(twin, name, false)?;
            let id = self.only(&fns).filter(|id| self.same_in_twins(twin, name, *id))?;
            Some((id, self.inherent_subst(id, twin)))
        })
    }

    fn inherent_methods(&self, ty: &Ty, name: Name, by_ref_only: bool) -> Option<Vec<FnId>> {
        let mut fns = self.fitting_inherent(ty, ty.head()?, name);
        let receiver = |id: &FnId| self.db.world.index.func(*id).sig.receiver.as_ref();
        fns.retain(|id| receiver(id).is_some_and(|receiver| receiver.by_ref || !by_ref_only));
        Some(fns).filter(|fns| !fns.is_empty())
    }

    /// Whether a member with that visibility, of what stands there, can be seen from the body.
    pub(super) fn sees(&self, site: Site, vis: &Visibility) -> bool {
        let index = &self.db.world.index;
        // Blocks hide names, but no members.
        index.visible(index.vis(index.named_module(site.module), vis), self.site.module)
    }

    /// Inherent functions of that name whose impl fits the type.
    pub(super) fn fitting_inherent(&self, ty: &Ty, head: Head, name: Name) -> Vec<FnId> {
        let index = &self.db.world.index;
        // What cannot be seen from here is not meant: a guard's own lies before that of what it guards.
        let is_seen = |id: &FnId| self.sees(index.func(*id).site, &index.func(*id).site.item.vis);
        let fits = |id: &FnId| match index.func(*id).owner {
            Owner::Impl(owner) => {
                is_seen(id) && self.fit(&self.db.header(owner).self_ty, ty, &mut Subst::default()) != Fit::No
            }
            _ => false,
        };
        self.db.world.impls.inherent(index, head, name).into_iter().filter(fits).collect()
    }

    /// What an inherent function's impl's parameters stand for.
    pub(super) fn inherent_subst(&self, id: FnId, ty: &Ty) -> Subst {
        let mut subst = Subst::default();
        if let Owner::Impl(owner) = self.db.world.index.func(id).owner {
            let _ = self.fit(&self.db.header(owner).self_ty, ty, &mut subst);
        }
        subst
    }

    fn trait_method(&self, expr: ExprId, ty: &Ty, name: Name) -> Found {
        let traits = self.db.world.impls.traits_with(name);
        if traits.is_empty() {
            return Found::None;
        }
        // What bounds give needs no import.
        let bounds = self.bounds_of(ty);
        for bound in &bounds {
            if let Some(trait_) = bound.trait_.filter(|id| traits.contains(id))
                && let Some(found) = self.method_of(trait_, name)
            {
                return Found::One(found, Box::new(self.bound_subst(&bounds, bound, ty)));
            }
        }
        let in_scope = self.db.world.traits_in_scope(self.module_at(expr));
        let mut found = Vec::new();
        let mut maybe = Vec::new();
        let own = self.own_trait();
        let impls = &self.db.world.impls;
        let is_inherent = |id: TraitId| ty.head().is_some_and(|head| impls.are_inherent(id, head));
        let is_seen = |id: &&TraitId| in_scope.contains(*id) || own == Some(**id) || is_inherent(**id);
        for trait_ in traits.iter().filter(is_seen) {
            let Some(id) = self.method_of(*trait_, name) else { continue };
            for adjusted in self.adjusted(ty, id) {
                match self.provides(&adjusted, *trait_) {
                    Known::Yes => {
                        found.push((*trait_, id, adjusted));
                        break;
                    }
                    Known::Unknown => maybe.push((*trait_, id, adjusted)),
                    Known::No => {}
                }
            }
        }
        maybe.dedup_by_key(|(trait_, ..)| *trait_);
        match (&found[..], &maybe[..]) {
            ([(trait_, id, adjusted)], _) => Found::One(*id, Box::new(self.impl_subst(*trait_, adjusted))),
            ([], []) => Found::None,
            ([], [(trait_, id, adjusted)]) => {
                Found::Possible(*id, Box::new(self.impl_subst(*trait_, adjusted)))
            }
            _ => Found::Several,
        }
    }

    /// The trait whose impl or declaration the body stands in: its methods need no import.
    fn own_trait(&self) -> Option<TraitId> {
        match self.env.self_impl {
            Some(id) => self.db.world.impls.trait_of(id),
            None => self.env.self_trait,
        }
    }

    /// The types whose method `id` of a trait a receiver of type `ty` can mean without dereferencing, in order.
    fn adjusted(&self, ty: &Ty, id: FnId) -> Vec<Ty> {
        let receiver = self.db.world.index.func(id).sig.receiver.as_ref();
        if receiver.is_some_and(|receiver| receiver.ty.is_some()) {
            let pointees = self.pointees(ty, id);
            if !pointees.is_empty() {
                return pointees;
            }
        }
        let by_ref = receiver.is_some_and(|receiver| receiver.by_ref);
        let behind = match ty {
            Ty::Ref(_, inner) if by_ref => vec![(**inner).clone()],
            _ => Vec::new(),
        };
        let refs = [ty.clone().shared(), Ty::Ref(true, Arc::new(ty.clone()))].into_iter().filter(|_| !by_ref);
        behind.into_iter().chain([ty.clone()]).chain(refs).collect()
    }

    /// What `Self` may be where a trait's method says what its receiver is, `self: Pin<&mut Self>`, and that is `ty`, or
    /// a reference to it: in this order.
    fn pointees(&self, ty: &Ty, id: FnId) -> Vec<Ty> {
        let Owner::Trait(trait_) = self.db.world.index.func(id).owner else { return Vec::new() };
        let sig = self.db.sig(id);
        let Some(declared) = &sig.receiver else { return Vec::new() };
        let given = [ty.clone(), ty.clone().shared(), Ty::Ref(true, Arc::new(ty.clone()))];
        let pointee = |given: &Ty| {
            let mut subst = Subst::default();
            let fits = self.fit(declared, given, &mut subst) != Fit::No;
            subst.get(ParamId::self_of(trait_)).filter(|_| fits).cloned()
        };
        let mut pointees: Vec<Ty> = given.iter().filter_map(pointee).collect();
        pointees.dedup();
        pointees
    }

    fn method_of(&self, trait_: TraitId, name: Name) -> Option<FnId> {
        let index = &self.db.world.index;
        let fns = index.trait_(trait_).fns.get(&name)?;
        self.only(fns).filter(|id| index.func(*id).sig.receiver.is_some())
    }

    /// `Self` and a trait's arguments as one of the bounds of `ty` has them. `T: Into<u8> + Into<char>` leaves it to the
    /// call which they are.
    fn bound_subst(&self, bounds: &[TraitRef], bound: &TraitRef, ty: &Ty) -> Subst {
        let is_alone = |other: &TraitRef| other.trait_ != bound.trait_ || other.args == bound.args;
        match bounds.iter().all(is_alone) {
            true => self.db.trait_subst(bound, ty),
            false => self
                .db
                .trait_subst(&TraitRef { trait_: bound.trait_, args: no_args(), bindings: Arc::new([]) }, ty),
        }
    }

    /// `Self` and a trait's arguments as a bound of `ty` has them, or the impl for it.
    pub(super) fn impl_subst(&self, trait_: TraitId, ty: &Ty) -> Subst {
        let bounds = self.bounds_of(ty);
        if let Some(bound) = bounds.iter().find(|bound| bound.trait_ == Some(trait_)) {
            return self.bound_subst(&bounds, bound, ty);
        }
        let impls = self.impls_for(ty, trait_);
        let args: Option<Args> = match &impls[..] {
            [(id, subst, _)] => {
                let header = self.db.header(*id).trait_.as_ref();
                header.map(|header| header.args.iter().map(|arg| self.ground(&arg.subst(subst))).collect())
            }
            _ => None,
        };
        let args = args.unwrap_or_else(no_args);
        self.db.trait_subst(&TraitRef { trait_: Some(trait_), args, bindings: Arc::new([]) }, ty)
    }
}

/// What a search among traits gives.
enum Found {
    One(FnId, Box<Subst>),
    /// One of a trait that the type may have. If nothing else can be meant, it has it: the call compiles.
    Possible(FnId, Box<Subst>),
    /// Several, or of several that may be there: not known.
    Several,
    None,
}
