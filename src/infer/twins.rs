//! Types of one name under different `cfg`s: what is said of one must hold for all.

use super::{Infer, Ty};
use crate::index::FnId;
use crate::resolve::World;
use crate::summary::Name;

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
}
