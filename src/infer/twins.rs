//! Types of one name under different `cfg`s: what is said of one must hold for all. And impls that look alike.

use super::{Infer, Ty};
use crate::index::{AdtShape, Def, FnId};
use crate::resolve::{Head, World};
use crate::summary::{ExprId, ExprKind, Name};

/// The types that may stand in the place of `ty` in other builds.
pub(super) fn twins_of(world: &World, ty: &Ty) -> Vec<Ty> {
    match ty {
        Ty::Adt(id, args) => world.twins(*id).iter().map(|twin| Ty::Adt(*twin, args.clone())).collect(),
        _ => Vec::new(),
    }
}

impl Infer<'_, '_> {
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
        let is_enum = matches!(self.db.world.index.adt(*id).shape, AdtShape::Enum(_));
        !is_enum
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
