//! Fits a declared type (with parameters in it) to an actual one, and notes what the parameters stand for.

use smallvec::SmallVec;

use super::ty::{Args, GenericOwner, Subst, TraitRef, Ty};
use super::{Infer, depth};
use crate::index::Prim;

/// Whether a declared type can be the actual one.
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It cannot.
    No,
    /// It can as far as the actual type is known.
    Maybe,
    /// It is.
    Yes,
}

impl Infer<'_, '_> {
    /// Fits `declared` to `actual`.
    pub(super) fn fit(&self, declared: &Ty, actual: &Ty, subst: &mut Subst) -> Fit {
        let Some(_guard) = depth::enter() else { return Fit::Maybe };
        match (declared, actual) {
            (Ty::Param(param), actual) => match subst.get(*param) {
                Some(known) if known != declared && !known.is_unknown() => {
                    let fit = self.agree(known, actual);
                    subst.bind(*param, actual.clone());
                    fit
                }
                _ => {
                    subst.bind(*param, actual.clone());
                    Fit::Yes
                }
            },
            (Ty::Unknown, _) | (_, Ty::Unknown) => Fit::Maybe,
            (_, Ty::Never) => Fit::Yes,
            (Ty::Opaque(bounds), actual) if !matches!(actual, Ty::Opaque(_)) => {
                for bound in bounds.iter() {
                    let _ = self.fit_bound(bound, actual, subst);
                }
                Fit::Yes
            }
            // It is none, but may be made one: behind a pointer that somebody declared.
            (Ty::Dyn(bounds), actual) if !matches!(actual, Ty::Dyn(_)) => {
                for bound in bounds.iter() {
                    let _ = self.fit_bound(bound, actual, subst);
                }
                Fit::No
            }
            (Ty::Opaque(declared), Ty::Opaque(actual)) | (Ty::Dyn(declared), Ty::Dyn(actual)) => {
                for bound in declared.iter() {
                    let same =
                        actual.iter().find(|other| other.trait_.is_some() && other.trait_ == bound.trait_);
                    let Some(other) = same else { continue };
                    let _ = self.fit_all(&bound.args, &other.args, subst);
                    for (name, ty) in bound.bindings.iter() {
                        if let Some(actual) = other.binding(*name) {
                            let _ = self.fit(ty, actual, subst);
                        }
                    }
                }
                let heads =
                    declared.first().map(|bound| bound.trait_) == actual.first().map(|bound| bound.trait_);
                if heads { Fit::Yes } else { Fit::No }
            }
            (Ty::Adt(a, declared), Ty::Adt(b, actual)) if a == b || self.db.world.are_twins(*a, *b) => {
                self.fit_all(declared, actual, subst)
            }
            (Ty::Ref(a, declared), Ty::Ref(b, actual)) => {
                let fit = self.fit(declared, actual, subst);
                if a == b || *b { fit } else { Fit::No }
            }
            (Ty::Ptr(_, declared), Ty::Ptr(_, actual))
            | (Ty::Array(declared), Ty::Array(actual))
            | (Ty::Slice(declared), Ty::Slice(actual)) => self.fit(declared, actual, subst),
            (Ty::Tuple(declared), Ty::Tuple(actual)) if declared.len() == actual.len() => {
                self.fit_all(declared, actual, subst)
            }
            (Ty::FnPtr(params, ret), Ty::FnPtr(actual_params, actual_ret))
                if params.len() == actual_params.len() =>
            {
                self.fit_all(params, actual_params, subst).min(self.fit(ret, actual_ret, subst))
            }
            (Ty::FnPtr(_, ret), Ty::Closure(_) | Ty::FnDef(..) | Ty::Ctor(..)) => {
                let output = self.call_output(actual, &[]);
                self.fit(ret, &output, subst)
            }
            (Ty::Assoc(_), _) | (_, Ty::Assoc(_)) => Fit::Maybe,
            (Ty::Prim(a), Ty::Prim(b)) => prims(*a, *b),
            (declared, actual) if declared == actual => Fit::Yes,
            _ => Fit::No,
        }
    }

    /// A parameter is bound already: whether what is bound can be `actual`.
    fn agree(&self, known: &Ty, actual: &Ty) -> Fit {
        if let (Ty::Const(known), Ty::Const(actual)) = (known, actual) {
            return if known == actual { Fit::Yes } else { Fit::No };
        }
        match (known.head(), actual.head()) {
            (Some(known_head), Some(actual_head)) if known_head != actual_head => match (known, actual) {
                (Ty::Prim(a), Ty::Prim(b)) => prims(*a, *b),
                (Ty::Adt(a, _), Ty::Adt(b, _)) if self.db.world.are_twins(*a, *b) => Fit::Yes,
                (_, Ty::Never) | (Ty::Never, _) => Fit::Yes,
                _ => Fit::No,
            },
            (Some(_), Some(_)) => Fit::Yes,
            _ => Fit::Maybe,
        }
    }

    fn fit_all(&self, declared: &[Ty], actual: &[Ty], subst: &mut Subst) -> Fit {
        let pairs = declared.iter().zip(actual);
        pairs.map(|(declared, actual)| self.fit(declared, actual, subst)).min().unwrap_or(Fit::Yes)
    }

    /// What bounds tell together, in any order: in `R: Future<Output = T>, F: Fn() -> R` the second says what `R` is.
    pub(super) fn fit_bounds<'b>(&self, bounds: impl Iterator<Item = &'b (Ty, TraitRef)>, subst: &mut Subst) {
        let mut left: SmallVec<[&(Ty, TraitRef); 8]> = bounds.collect();
        let mut known = usize::MAX;
        while !left.is_empty() && left.len() < known {
            known = left.len();
            left.retain(|(subject, bound)| !self.fit_requirement(subject, bound, subst));
        }
    }

    /// What `subject: bound` tells about the parameters that it mentions. `false`: nothing yet, the subject is not known.
    pub(super) fn fit_requirement(&self, subject: &Ty, bound: &TraitRef, subst: &mut Subst) -> bool {
        if bound.bindings.is_empty() && bound.args.is_empty() {
            return true;
        }
        let actual = self.ground(&self.normalize(&subject.subst(subst)));
        if actual.is_unknown() {
            return false;
        }
        let _ = self.fit_bound(bound, &actual, subst);
        if let Ty::Param(param) = subject
            && let Some(complete) = self.complete(&actual, bound, subst)
        {
            subst.bind(*param, complete);
        }
        true
    }

    /// What a type whose arguments are open is, if only one of its impls gives it the trait that is asked for:
    /// `Vec<_>` that is `FromIterator<u32>` is `Vec<u32>`.
    fn complete(&self, open: &Ty, bound: &TraitRef, subst: &Subst) -> Option<Ty> {
        let _guard = depth::enter()?;
        let trait_ = bound.trait_.filter(|id| !bound.args.is_empty() && !self.is_fn_trait(*id))?;
        if open.is_unknown() || !open.any(&Ty::is_unknown) {
            return None;
        }
        let args: Args =
            bound.args.iter().map(|arg| self.ground(&self.normalize(&arg.subst(subst)))).collect();
        let mut impls = self.impls_for(open, trait_).to_vec();
        impls.retain_mut(|(id, impl_subst, _)| self.args_fit(*id, impl_subst, &args));
        let [(id, impl_subst, _)] = &impls[..] else { return None };
        let (mut impl_subst, header) = (impl_subst.clone(), self.db.header(*id));
        self.fit_bounds(self.db.predicates(GenericOwner::Impl(*id)).iter(), &mut impl_subst);
        Some(self.ground(&header.self_ty.subst(&impl_subst)))
    }

    /// What a bound on `actual` tells about the parameters that it mentions: `F: Fn(A) -> B`,
    /// `I: IntoIterator<Item = T>`. [`Fit::No`]: it asks for another associated type than `actual` has.
    pub(super) fn fit_bound(&self, bound: &TraitRef, actual: &Ty, subst: &mut Subst) -> Fit {
        let mut fit = Fit::Yes;
        // A number without a type may become another's.
        let is_open = matches!(actual, Ty::Prim(Prim::Int | Prim::Float));
        let Some(trait_) = bound.trait_.filter(|_| !actual.is_unknown()) else { return fit };
        let args = bound.args.iter().map(|arg| self.ground(&self.normalize(&arg.subst(subst)))).collect();
        for (name, declared) in bound.bindings.iter() {
            // `impl Future<Output = T>` within a binding is looked into by its own bounds.
            let found = self.project(actual, trait_, &args, *name);
            if !found.is_unknown() {
                if !is_open {
                    fit = fit.min(self.agree(&declared.subst(subst), &found));
                }
                let _ = self.fit(declared, &found, subst);
            }
        }
        if !bound.args.is_empty() && !self.is_fn_trait(trait_) {
            let known = self.bounds_of(actual);
            let own = known.iter().find(|known| known.trait_ == Some(trait_)).map(|known| known.args.clone());
            let from_impl = || {
                let impls = self.impls_for(actual, trait_);
                let [(id, impl_subst, _)] = &impls[..] else { return None };
                let header = self.db.header(*id).trait_.as_ref()?;
                Some(header.args.iter().map(|ty| self.ground(&ty.subst(impl_subst))).collect())
            };
            if let Some(args) = own.or_else(from_impl) {
                let _ = self.fit_all(&bound.args, &args, subst);
            }
        }
        fit
    }
}

fn prims(a: Prim, b: Prim) -> Fit {
    let is_int = |prim: Prim| {
        !matches!(prim, Prim::Bool | Prim::Char | Prim::Str | Prim::F32 | Prim::F64 | Prim::Float)
    };
    let is_float = |prim: Prim| matches!(prim, Prim::F32 | Prim::F64 | Prim::Float);
    match (a, b) {
        _ if a == b => Fit::Yes,
        (Prim::Int, other) | (other, Prim::Int) if is_int(other) => Fit::Maybe,
        (Prim::Float, other) | (other, Prim::Float) if is_float(other) => Fit::Maybe,
        _ => Fit::No,
    }
}
