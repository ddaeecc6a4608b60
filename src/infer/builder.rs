//! Builders: values that only describe work. Awaiting one begins it, or one of its own methods does:
//! `client.get(url).send().await`.

use super::ty::{Subst, Ty};
use super::unify::Fit;
use super::{Infer, Known};
use crate::index::{AdtId, FnId, TraitId};
use crate::resolve::Head;

/// What the methods of a type that take `self` say it is for.
#[derive(Debug, Default)]
struct Ways {
    /// The first that gives a future: what it describes begins there.
    start: Option<FnId>,
    /// One gives the type itself back: it is put together step by step.
    step: bool,
    /// One gives a future and leaves the value where it is, or hands it on to what comes next: work goes through
    /// it, it is not work.
    serves: bool,
}

impl Infer<'_, '_> {
    /// Whether it can be awaited, but is no future yet. Of what does something when it is dropped its own crate knows when
    /// that is meant.
    pub(super) fn is_builder(&self, ty: &Ty) -> bool {
        let Some(into_future) = self.db.world.lang.into_future else { return false };
        let id = match ty {
            Ty::Adt(id, _) => id,
            Ty::Opaque(_) => return self.bounds_of(ty).iter().any(|bound| bound.trait_ == Some(into_future)),
            _ => return false,
        };
        let is_builder =
            || self.implements(ty, into_future) == Known::Yes || self.has_into_future(ty, into_future);
        let index = &self.db.world.index;
        let is_own = || index.module(index.adt(*id).site.module).krate == self.krate();
        !self.is_handle(*id) && is_builder() && !(is_own() && self.has_drop(ty) == Known::Yes)
    }

    /// Whether an impl is for that very type. What it asks of the parameters is often out of sight, and a value that
    /// does not meet it is no less lost.
    fn has_into_future(&self, ty: &Ty, into_future: TraitId) -> bool {
        let Some(head) = ty.head() else { return false };
        let own = self.db.world.impls.of_trait(into_future, head).iter();
        own.copied().any(|id| self.fit(&self.db.header(id).self_ty, ty, &mut Subst::default()) == Fit::Yes)
    }

    /// The method that begins the work that a value of this type only describes: it takes the value and gives a
    /// future, as `send` does for a request. Others of its methods give it back with one thing more said; none needs
    /// it only for a while, as a client or a connection would.
    pub(super) fn starts_with(&self, ty: &Ty) -> Option<FnId> {
        let Ty::Adt(id, _) = ty else { return None };
        if let Some(known) = self.starts.borrow().get(id) {
            return *known;
        }
        let start = self
            .ways(*id)
            .filter(|_| !self.is_handle(*id) && self.has_drop(ty) != Known::Yes)
            .and_then(|Ways { start, step, serves }| {
                start.filter(|_| !serves && (step || self.has_step_of_trait(*id)))
            });
        self.starts.borrow_mut().insert(*id, start);
        start
    }

    /// What the inherent methods of a type say; `None` for one of std's.
    fn ways(&self, id: AdtId) -> Option<Ways> {
        let index = &self.db.world.index;
        if self.db.world.is_std(index.adt(id).site.module) {
            return None;
        }
        let mut ways = Ways::default();
        for owner in self.db.world.impls.inherent_of(Head::Adt(id)) {
            let mut fns: Vec<FnId> = index.impl_(*owner).fns.values().flatten().copied().collect();
            fns.sort_unstable();
            for method in fns {
                let Some(receiver) = &self.db.sig(method).receiver else { continue };
                match receiver {
                    Ty::Adt(of, _) if *of == id => {
                        if self.makes_future(method) {
                            ways.start = ways.start.or(Some(method));
                            ways.serves |= self.hands_on(method, id);
                        } else {
                            ways.step |= self.gives_back(method, id);
                        }
                    }
                    _ => ways.serves |= self.makes_future(method),
                }
            }
        }
        Some(ways)
    }

    fn gives_back(&self, method: FnId, id: AdtId) -> bool {
        matches!(&self.db.sig(method).ret, Ty::Adt(of, _) if *of == id)
    }

    /// Whether the type itself comes out of the future that a method gives.
    fn hands_on(&self, method: FnId, id: AdtId) -> bool {
        let ret = &self.db.sig(method).ret;
        let output = if self.db.world.index.func(method).sig.is_async { ret } else { &self.output_of(ret) };
        output.any(&|inner| matches!(inner, Ty::Adt(of, _) if *of == id))
    }

    /// Whether a trait of the type's own crate adds such steps: `Entity::find().filter(…)`.
    fn has_step_of_trait(&self, id: AdtId) -> bool {
        let index = &self.db.world.index;
        let krate = |module| index.module(module).krate;
        let own = krate(index.adt(id).site.module);
        self.db.world.impls.traits_of(Head::Adt(id)).any(|trait_| {
            let data = index.trait_(trait_);
            krate(data.site.module) == own
                && data.fns.values().flatten().any(|method| {
                    let sig = self.db.sig(*method);
                    sig.receiver.as_ref() == Some(&sig.ret)
                })
        })
    }
}
