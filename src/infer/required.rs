//! What impls require of types: which of it must hold, and which may be taken to.

use super::twins::twins_of;
use super::ty::{GenericOwner, Subst, Ty};
use super::unify::Fit;
use super::{Infer, Known, depth};
use crate::index::{ImplId, TraitId};
use crate::resolve::Head;

impl Infer<'_, '_> {
    /// Whether a type has a trait's methods. What an impl for that very type requires is taken to hold: a call of
    /// the method would not compile otherwise. A blanket impl has what it requires of the type by such an impl.
    pub(super) fn provides(&self, ty: &Ty, trait_: TraitId) -> Known {
        match self.implements(ty, trait_) {
            // Without fuel each question costs nothing, and there would be no end of them.
            Known::Unknown if self.fuel.get() == 0 => Known::Unknown,
            Known::Unknown => {
                let Some(_guards) = depth::enter_provided(ty, trait_) else { return Known::Unknown };
                let blanket = self.db.world.impls.of_trait(trait_, Head::Param);
                let own = ty.head().is_some_and(|head| head != Head::Ref);
                let given = |(id, subst, _): &(ImplId, Subst, Known)| {
                    (own && !blanket.contains(id)) || self.requirements_met(*id, subst)
                };
                let given_to = |ty: &Ty| self.impls_for(ty, trait_).iter().any(given);
                let all = given_to(ty) && twins_of(self.db.world, ty).iter().all(given_to);
                if all { Known::Yes } else { Known::Unknown }
            }
            known => known,
        }
    }

    /// Whether a type has a trait by an impl whose requirements are met, as [`Infer::provides`] takes it. Of those
    /// that are not about futures it is enough that they may be: a type with an impl of `Future` that asks for an
    /// executor or a body was made for that, and code that gives it another cannot await it.
    pub(super) fn assumed(&self, ty: &Ty, trait_: TraitId) -> Known {
        match self.implements(ty, trait_) {
            Known::Unknown => {
                let met = |(id, subst, _): &(ImplId, Subst, Known)| {
                    self.requirements(*id, subst, &|subject, trait_| match self.provides(subject, trait_) {
                        Known::Unknown => !self.is_of_futures(trait_),
                        known => known == Known::Yes,
                    })
                };
                let met_for = |ty: &Ty| self.impls_for(ty, trait_).iter().any(met);
                let all = met_for(ty) && twins_of(self.db.world, ty).iter().all(met_for);
                if all { Known::Yes } else { Known::Unknown }
            }
            known => known,
        }
    }

    fn requirements_met(&self, id: ImplId, subst: &Subst) -> bool {
        self.requirements(id, subst, &|subject, trait_| self.provides(subject, trait_) == Known::Yes)
    }

    /// Whether all that an impl requires holds, as `met` says of each type and trait.
    fn requirements(&self, id: ImplId, subst: &Subst, met: &dyn Fn(&Ty, TraitId) -> bool) -> bool {
        let mut subst = subst.clone();
        self.db.predicates(GenericOwner::Impl(id)).iter().all(|(subject, bound)| {
            let subject = self.ground(&self.normalize(&subject.subst(&subst)));
            let met = bound.trait_.is_some_and(|trait_| met(&subject, trait_));
            self.fit_bound(bound, &subject, &mut subst) != Fit::No && met
        })
    }

    /// Whether a trait says of its types that they are futures or streams, by itself or by a supertrait, as `TryFuture`
    /// does.
    fn is_of_futures(&self, trait_: TraitId) -> bool {
        let lang = &self.db.world.lang;
        let mut bounds = vec![self.db.own_trait_ref(trait_)];
        self.add_supertraits(&Ty::Unknown, &mut bounds);
        bounds.iter().any(|bound| match bound.trait_ {
            Some(id) => {
                [lang.future, lang.into_future].contains(&Some(id))
                    || self.stream_traits().any(|stream| stream == id)
            }
            None => true,
        })
    }
}
