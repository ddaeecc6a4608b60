//! Functions and types of one name under different `cfg`s: what is said of one must hold for all. And impls that look alike.

use super::{Infer, Ty};
use crate::index::{AdtShape, Def, FnId, Owner};
use crate::resolve::{Head, World};
use crate::summary::{ExprId, ExprKind, Fn, Name, TypeRef};

/// The types that may stand in the place of `ty` in other builds.
pub(super) fn twins_of(world: &World, ty: &Ty) -> Vec<Ty> {
    match ty {
        Ty::Adt(id, args) => world.twins(*id).iter().map(|twin| Ty::Adt(*twin, args.clone())).collect(),
        _ => Vec::new(),
    }
}

/// What awaiting a function's result gives, where its signature says that this is a future and no more.
fn awaited(sig: &Fn) -> Option<&TypeRef> {
    if sig.is_async {
        return Some(&sig.ret);
    }
    let TypeRef::ImplTrait(bounds) = &sig.ret else { return None };
    let futures = bounds.iter().filter_map(|bound| bound.path.segments.last());
    let args = futures.filter(|last| last.name == "Future").find_map(|last| last.args.as_deref())?;
    args.bindings.iter().find(|binding| binding.name == "Output")?.ty.as_ref()
}

impl Infer<'_, '_> {
    /// The one function that these stand for: the only one, or any if all look alike to a caller.
    pub(super) fn only(&self, fns: &[FnId]) -> Option<FnId> {
        let fns = self.compatible(fns);
        let (first, rest) = fns.split_first()?;
        let index = &self.db.world.index;
        let look = |id: FnId| {
            let data = index.func(id);
            match awaited(data.sig) {
                Some(output) => (true, data.effect, self.shown(id, output)),
                None => (false, data.effect, self.shown(id, &data.sig.ret)),
            }
        };
        let alike = rest.iter().all(|id| look(*id) == look(*first));
        if alike { Some(*first) } else { self.future_among(&fns) }
    }

    /// The one that gives a future, where the others give what becomes one of the same output when it is awaited: it is
    /// lost all the same.
    fn future_among(&self, fns: &[FnId]) -> Option<FnId> {
        let index = &self.db.world.index;
        let future = *fns.iter().find(|id| awaited(index.func(**id).sig).is_some())?;
        let krate = index.module(index.func(future).site.module).krate;
        let output = |id: FnId| {
            let ret = &self.db.sig(id).ret;
            let output = if index.func(id).sig.is_async { ret.clone() } else { self.output_of(ret) };
            (!output.any(&Ty::is_unknown)).then(|| self.db.show(&output, krate))
        };
        let wanted = output(future)?;
        let alike = |id: &FnId| {
            let same_effect = index.func(*id).effect == index.func(future).effect;
            let is_lost = awaited(index.func(*id).sig).is_some() || self.is_builder(&self.db.sig(*id).ret);
            same_effect && is_lost && output(*id).as_ref() == Some(&wanted)
        };
        fns.iter().all(alike).then_some(future)
    }

    /// A type in a function's signature, as text, with the type's name for `Self`.
    fn shown(&self, id: FnId, ty: &TypeRef) -> String {
        let data = self.db.world.index.func(id);
        let shown = crate::summary::print::ty(ty);
        let Owner::Impl(owner) = data.owner else { return shown };
        let TypeRef::Path(path) = &self.db.world.index.impl_(owner).decl.self_ty else { return shown };
        match path.segments.last() {
            Some(last) if shown == "Self" => last.name.to_string(),
            _ => shown,
        }
    }

    /// Whether an inherent function of `ty` looks the same to a caller in all builds. Where a twin has none of that
    /// name, the call is made in the others' builds only.
    pub(super) fn same_in_twins(&self, ty: &Ty, name: Name, id: FnId) -> bool {
        twins_of(self.db.world, ty).iter().all(|twin| {
            let fns = twin.head().map_or_else(Vec::new, |head| self.fitting_inherent(twin, head, name));
            let Some(first) = fns.first() else { return true };
            let alike =
                self.only(&[id, *first]).is_some() || (self.makes_future(id) && self.makes_future(*first));
            self.only(&fns).is_some() && alike
        })
    }

    /// Whether a type has certainly nothing of that name: no trait has it either.
    pub(super) fn lacks(&self, def: &Def, name: Name) -> bool {
        let Def::Adt(id) = def else { return false };
        let head = Head::Adt(*id);
        let impls = &self.db.world.impls;
        let has_variant = match self.db.world.index.adt(*id).shape {
            AdtShape::Enum(decl) => decl.variants.iter().any(|variant| variant.name == name),
            _ => false,
        };
        !has_variant
            && impls.inherent(&self.db.world.index, head, name).is_empty()
            && impls.inherent_const(head, name).is_none()
            && impls.traits_with(name).is_empty()
            && impls.trait_consts(name).is_empty()
    }

    /// Of several functions those that take as many arguments as the call of the path `callee` gives: impls for
    /// types that only a requirement tells apart may have functions of one name.
    pub(super) fn taking_given(&self, callee: ExprId, mut fns: Vec<FnId>) -> Vec<FnId> {
        if fns.len() < 2 {
            return fns;
        }
        let given = self.given.get_or_init(|| {
            let calls = self.body.exprs.iter().filter_map(|expr| match &expr.kind {
                ExprKind::Call { callee, args } => Some((*callee, args.len())),
                _ => None,
            });
            calls.collect()
        });
        if let Some(&given) = given.get(&callee) {
            let takes = |id: &FnId| {
                let sig = &self.db.world.index.func(*id).sig;
                sig.params.len() + usize::from(sig.receiver.is_some()) == given
            };
            fns.retain(takes);
        }
        fns
    }
}
