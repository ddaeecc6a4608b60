//! What traits a type has: bounds, impls, associated types.

use std::rc::Rc;
use std::sync::Arc;

use smallvec::SmallVec;

use super::depth;
use super::twins::twins_of;
use super::ty::{Args, Assoc, GenericOwner, ParamId, Subst, TraitRef, Ty};
use super::unify::Fit;
use super::{Infer, Known};
use crate::index::{ImplId, Prim, TraitId};
use crate::resolve::Head;
use crate::summary::Name;

/// An impl that fits a type, what its parameters stand for then, and how sure that is.
pub(super) type Fitting = (ImplId, Subst, Known);

/// An impl's requirements are met by other impls, whose requirements … Real chains are shorter.
const MAX_NESTED_IMPLS: u32 = 8;

impl Infer<'_, '_> {
    /// Parameters of other items that nothing was bound to are unknown here.
    pub(super) fn ground(&self, ty: &Ty) -> Ty {
        unknown_where(ty, &|param| !self.is_own(param))
    }

    /// Parameters of an impl that nothing was bound to are unknown to whoever asks what it says.
    fn without(&self, id: ImplId, ty: &Ty) -> Ty {
        unknown_where(ty, &|param| param.owner == GenericOwner::Impl(id) && !self.is_own(param))
    }

    /// Whether a parameter is one of the body's own.
    fn is_own(&self, param: ParamId) -> bool {
        self.env.generics.iter().any(|(owner, _)| *owner == param.owner)
    }

    /// Whether a type implements a trait.
    pub(super) fn implements(&self, ty: &Ty, trait_: TraitId) -> Known {
        let Some(_guard) = depth::enter() else { return Known::Unknown };
        if ty.is_unknown() || !self.spend_on(ty) {
            return Known::Unknown;
        }
        let is_marker = self.is_marker(trait_);
        if is_marker && !(matches!(ty, Ty::Adt(..)) && self.is_told_by_impls(trait_)) {
            return Known::Yes;
        }
        let key = (ty.clone(), trait_);
        let level = self.solving.get();
        if let Some(known) = self.implemented.get(&key, level) {
            return known;
        }
        let twins = twins_of(self.db.world, ty);
        let known = self.find_impl(ty, trait_);
        let known = if twins.iter().all(|twin| self.find_impl(twin, trait_) == known) {
            known
        } else {
            Known::Unknown
        };
        let known = if is_marker && known == Known::Unknown { Known::Yes } else { known };
        if self.is_sure(&[ty]) {
            self.implemented.keep(key, level, known);
        }
        known
    }

    fn find_impl(&self, ty: &Ty, trait_: TraitId) -> Known {
        if let Some(builtin) = self.builtin_impl(ty, trait_) {
            return builtin;
        }
        let bounds = self.bounds_of(ty);
        if bounds.iter().any(|bound| bound.trait_ == Some(trait_)) {
            return Known::Yes;
        }
        if self.derives(ty, trait_) {
            return Known::Yes;
        }
        // Too deep to be looked for.
        let open =
            bounds.iter().any(|bound| bound.trait_.is_none()) || self.solving.get() >= MAX_NESTED_IMPLS;
        let fitting = || self.impls_for(ty, trait_).iter().map(|(_, _, known)| *known).max();
        match self.has_impls(ty, trait_).then(fitting).flatten() {
            Some(Known::Yes) => Known::Yes,
            Some(_) => Known::Unknown,
            None if open || self.may_implement(ty, trait_) => Known::Unknown,
            None => Known::No,
        }
    }

    /// Whether a trait without members is one that types have by impls alone: such a one can tell two blanket impls apart,
    /// as `HashMarker` and `MacMarker` do those of `Digest` and `Mac`.
    fn is_told_by_impls(&self, trait_: TraitId) -> bool {
        let world = self.db.world;
        !world.is_std(world.index.trait_(trait_).site.module)
    }

    /// Traits without members say little that matters here: `Send`, `Unpin`, `Sized` … are taken to hold.
    fn is_marker(&self, trait_: TraitId) -> bool {
        let decl = self.db.world.index.trait_(trait_).decl;
        decl.items.is_empty() && decl.supertraits.is_empty()
    }

    /// What the language itself implements.
    fn builtin_impl(&self, ty: &Ty, trait_: TraitId) -> Option<Known> {
        let lang = &self.db.world.lang;
        let is = |role: Option<TraitId>| role == Some(trait_);
        match ty {
            Ty::AsyncCall(..) | Ty::AsyncBlock(_) => {
                Some(Known::of(is(lang.future) || is(lang.into_future))).filter(|known| *known == Known::Yes)
            }
            Ty::Closure(_) | Ty::FnDef(..) | Ty::FnPtr(..) | Ty::Ctor(..) if self.is_fn_trait(trait_) => {
                Some(Known::Yes)
            }
            Ty::Dyn(bounds) | Ty::Opaque(bounds) if self.is_fn_trait(trait_) => bounds
                .iter()
                .any(|bound| bound.trait_.is_some_and(|id| self.is_fn_trait(id)))
                .then_some(Known::Yes),
            _ => None,
        }
    }

    /// `Fn`, `FnMut`, `FnOnce` and their `Async` kin.
    pub(super) fn is_fn_trait(&self, trait_: TraitId) -> bool {
        let lang = &self.db.world.lang;
        [lang.fn_, lang.fn_mut, lang.fn_once, lang.async_fn, lang.async_fn_mut, lang.async_fn_once]
            .contains(&Some(trait_))
    }

    /// `AsyncFn` and its kin.
    pub(super) fn is_async_fn_trait(&self, trait_: TraitId) -> bool {
        let lang = &self.db.world.lang;
        [lang.async_fn, lang.async_fn_mut, lang.async_fn_once].contains(&Some(trait_))
    }

    /// Impls of `trait_` that fit `ty`, with what their parameters stand for and how sure that is.
    pub(super) fn impls_for(&self, ty: &Ty, trait_: TraitId) -> Rc<[Fitting]> {
        let level = self.solving.get();
        if level >= MAX_NESTED_IMPLS {
            return Rc::default();
        }
        let question = (ty.clone(), trait_);
        if let Some(known) = self.fitting.get(&question, level) {
            return known;
        }
        self.solving.set(level + 1);
        let found: Rc<[Fitting]> = self.fitting_impls(ty, trait_).into();
        self.solving.set(level);
        if self.is_sure(&[ty]) {
            self.fitting.keep(question, level, found.clone());
        }
        found
    }

    fn fitting_impls(&self, ty: &Ty, trait_: TraitId) -> Vec<Fitting> {
        let mut found = Vec::new();
        let impls = &self.db.world.impls;
        let own = self.own_impls(ty, trait_);
        // A type that is not known fits every blanket impl, which says nothing.
        let blanket = if ty.is_unknown() { &[][..] } else { impls.of_trait(trait_, Head::Param) };
        for id in own.iter().chain(blanket) {
            if !self.spend(1) {
                break;
            }
            let mut subst = Subst::default();
            let header = &self.db.header(*id).self_ty;
            let fit = self.fit(header, ty, &mut subst);
            // `&mut T` can be given where `&T` is asked for, but has impls of its own.
            let other_ref = matches!((header, ty), (Ty::Ref(a, _), Ty::Ref(b, _)) if a != b);
            if fit == Fit::No || other_ref {
                continue;
            }
            let known = match self.holds(GenericOwner::Impl(*id), &mut subst) {
                Known::No => continue,
                Known::Yes if fit == Fit::Yes => Known::Yes,
                _ => Known::Unknown,
            };
            found.push((*id, subst, known));
        }
        found
    }

    /// Whether there are impls of a trait that may fit a type. Of most traits that have a method of some name there are
    /// none, which is quicker to see than to look up.
    fn has_impls(&self, ty: &Ty, trait_: TraitId) -> bool {
        let blanket = self.db.world.impls.of_trait(trait_, Head::Param);
        !blanket.is_empty() || !self.own_impls(ty, trait_).is_empty()
    }

    /// Impls for the head of a type. A number without a type is of the default one, or of one that has the trait.
    fn own_impls(&self, ty: &Ty, trait_: TraitId) -> SmallVec<[ImplId; 4]> {
        let of = |head: Head| self.db.world.impls.of_trait(trait_, head).iter().copied();
        let default: SmallVec<_> = ty.head().into_iter().flat_map(of).collect();
        match ty {
            Ty::Prim(Prim::Int) if default.is_empty() => {
                Prim::INTEGERS.into_iter().flat_map(|prim| of(Head::Prim(prim))).collect()
            }
            _ => default,
        }
    }

    /// Whether what `owner` requires holds under `subst`. Binds parameters that only the requirements mention.
    pub(super) fn holds(&self, owner: GenericOwner, subst: &mut Subst) -> Known {
        let mut all = Known::Yes;
        for (subject, bound) in self.db.predicates(owner) {
            let subject = self.ground(&self.normalize(&subject.subst(subst)));
            let known = match bound.trait_ {
                Some(trait_) if !subject.is_unknown() => self.implements(&subject, trait_),
                _ => Known::Unknown,
            };
            if known == Known::No || self.fit_bound(bound, &subject, subst) == Fit::No {
                return Known::No;
            }
            all = all.min(known);
        }
        all
    }

    /// `<ty as Trait>::name`; unknown if it stays open. Of twins: what all that may have the trait say.
    pub(super) fn project(&self, ty: &Ty, trait_: TraitId, args: &Args, name: Name) -> Ty {
        let Some(_guard) = depth::enter() else { return Ty::Unknown };
        if ty.is_unknown() || !self.spend_on(ty) {
            return Ty::Unknown;
        }
        let question = (ty.clone(), trait_, args.clone(), name);
        let level = self.solving.get();
        if let Some(known) = self.projected.get(&question, level) {
            return known;
        }
        let projected = self.project_any(ty, trait_, args, name).bounded();
        let of: SmallVec<[&Ty; 4]> = [ty].into_iter().chain(args.iter()).collect();
        if self.is_sure(&of) {
            self.projected.keep(question, level, projected.clone());
        }
        projected
    }

    fn project_any(&self, ty: &Ty, trait_: TraitId, args: &Args, name: Name) -> Ty {
        let said = self.project_one(ty, trait_, args, name);
        let twins = twins_of(self.db.world, ty).into_iter();
        let twins = twins.filter(|twin| !said.is_unknown() && self.find_impl(twin, trait_) != Known::No);
        let of_twins: Vec<Ty> = twins.map(|twin| self.project_one(&twin, trait_, args, name)).collect();
        of_twins.iter().fold(said, |said, of_twin| self.meet(&said, of_twin))
    }

    fn project_one(&self, ty: &Ty, trait_: TraitId, args: &Args, name: Name) -> Ty {
        if let Some(builtin) = self.builtin_projection(ty, trait_, args, name) {
            return builtin;
        }
        let bounds = self.bounds_of(ty);
        let may_be = |(own, asked): (&Ty, &Ty)| self.fit(own, asked, &mut Subst::default()) != Fit::No;
        let is_meant = |bound: &&TraitRef| {
            bound.trait_ == Some(trait_) && bound.args.iter().zip(args.iter()).all(may_be)
        };
        let named = bounds.iter().filter(is_meant);
        let mut told = named.clone().filter_map(|bound| bound.binding(name));
        if let Some(first) = told.next() {
            return if told.all(|other| other == first) { self.normalize(first) } else { Ty::Unknown };
        }
        if named.clone().next().is_some()
            && matches!(ty, Ty::Param(_) | Ty::Opaque(_) | Ty::Dyn(_) | Ty::Assoc(_))
        {
            return Ty::Assoc(Arc::new(Assoc { self_ty: ty.clone(), trait_, args: args.clone(), name }));
        }
        let mut candidates = self.impls_for(ty, trait_).to_vec();
        if candidates.len() > 1 {
            candidates.retain_mut(|(id, subst, _)| self.args_fit(*id, subst, args));
        }
        if candidates.len() > 1 {
            candidates.retain(|(_, _, known)| *known == Known::Yes);
        }
        if candidates.len() > 1 && !self.are_of_twins(&candidates) && !self.are_of_arrays(&candidates) {
            return Ty::Unknown;
        }
        let said = candidates.iter_mut().map(|(id, subst, _)| {
            // `Index<I>` for `str` says what it gives by way of its argument.
            let _ = self.args_fit(*id, subst, args);
            let declared = self.db.impl_type(*id, name);
            declared.map_or(Ty::Unknown, |ty| self.normalize(&self.without(*id, &ty.subst(subst))))
        });
        said.reduce(|one, other| self.meet(&one, &other)).unwrap_or(Ty::Unknown)
    }

    fn meet(&self, one: &Ty, other: &Ty) -> Ty {
        one.meet(other, &|a, b| self.db.world.are_twins(a, b))
    }

    /// Whether impls are each of another type under the same name, or each of another build.
    fn are_of_twins(&self, impls: &[Fitting]) -> bool {
        let is_of_build = |(id, ..): &Fitting| self.db.world.index.impl_(*id).site.item.attrs.cfg.is_some();
        if impls.iter().all(is_of_build) {
            return true;
        }
        let heads: SmallVec<[Option<Head>; 4]> =
            impls.iter().map(|(id, ..)| self.db.header(*id).self_ty.head()).collect();
        let is_alone = |(at, head): (usize, &Option<Head>)| {
            matches!(head, Some(Head::Adt(_))) && !heads[..at].contains(head)
        };
        heads.iter().enumerate().all(is_alone)
    }

    /// Whether impls are of arrays, each of another length: these are not told apart.
    fn are_of_arrays(&self, impls: &[Fitting]) -> bool {
        impls.iter().all(|(id, ..)| matches!(self.db.header(*id).self_ty, Ty::Array(_)))
    }

    /// Whether an impl is one for these arguments of its trait; binds the impl's parameters to them.
    pub(super) fn args_fit(&self, id: ImplId, subst: &mut Subst, args: &Args) -> bool {
        let Some(header) = &self.db.header(id).trait_ else { return false };
        header.args.iter().zip(args.iter()).all(|(own, asked)| self.fit(own, asked, subst) != Fit::No)
    }

    fn builtin_projection(&self, ty: &Ty, trait_: TraitId, args: &Args, name: Name) -> Option<Ty> {
        let lang = &self.db.world.lang;
        let callable = matches!(ty, Ty::Closure(_) | Ty::FnDef(..) | Ty::FnPtr(..) | Ty::Ctor(..));
        if callable && self.is_fn_trait(trait_) && name == "Output" {
            let inputs = match args.first() {
                Some(Ty::Tuple(inputs)) => inputs,
                _ => args,
            };
            let output = self.call_output(ty, inputs);
            return Some(if self.is_async_fn_trait(trait_) { self.output_of(&output) } else { output });
        }
        if matches!(ty, Ty::AsyncCall(..) | Ty::AsyncBlock(_)) {
            let is_future = Some(trait_) == lang.future || Some(trait_) == lang.into_future;
            return match name.as_str() {
                "Output" if is_future => Some(self.output_of(ty)),
                "IntoFuture" if is_future => Some(ty.clone()),
                _ => None,
            };
        }
        None
    }

    /// Resolves projections within a type as far as they can be.
    pub(super) fn normalize(&self, ty: &Ty) -> Ty {
        if !ty.any(&|ty| matches!(ty, Ty::Assoc(_))) {
            return ty.clone();
        }
        let Some(_guard) = depth::enter().filter(|_| self.spend_on(ty)) else { return Ty::Unknown };
        match ty {
            Ty::Assoc(assoc) => {
                let self_ty = self.normalize(&assoc.self_ty);
                let args = assoc.args.iter().map(|arg| self.normalize(arg)).collect();
                self.project(&self_ty, assoc.trait_, &args, assoc.name)
            }
            _ => ty.map_inner(&mut |inner| self.normalize(inner)).bounded(),
        }
    }
}

/// The type with what is unknown in place of such parameters.
fn unknown_where(ty: &Ty, is_open: &dyn Fn(ParamId) -> bool) -> Ty {
    match ty {
        Ty::Param(param) if is_open(*param) => Ty::Unknown,
        Ty::Param(_) => ty.clone(),
        _ => ty.map_inner(&mut |inner| unknown_where(inner, is_open)),
    }
}
