//! Associated types as written: `T::Item`, `<T as Trait>::Item`. Which trait declares one is read off the syntax of the
//! bounds in sight.

use std::sync::Arc;

use super::db::Db;
use super::depth;
use super::ty::{Args, Assoc, GenericOwner, ParamId, Subst, TraitRef, Ty};
use super::written::Env;
use crate::index::{ImplId, TraitId};
use crate::summary::{Bound, Name, Path, TypeRef};

/// Supertraits of supertraits that are looked at for an associated type.
const MAX_SUPERTRAITS: u32 = 6;

impl<'s> Db<'_, 's> {
    /// `base::A::B`, each an associated type.
    pub(super) fn associated_path(&self, env: &Env<'s>, base: Ty, names: impl Iterator<Item = Name>) -> Ty {
        let mut ty = base;
        for name in names {
            let Some(_guard) = depth::enter() else { return Ty::Unknown };
            ty = self.associated(env, ty, name).bounded();
        }
        ty
    }

    /// `base::Name`: which trait declares it is found from the bounds in sight.
    fn associated(&self, env: &Env<'s>, base: Ty, name: Name) -> Ty {
        let Some(_guard) = depth::enter_associated(&base, name) else { return Ty::Unknown };
        let of = |(trait_, args): (TraitId, Args)| {
            Ty::Assoc(Arc::new(Assoc { self_ty: base.clone(), trait_, args, name }))
        };
        // Comes first: in `impl<I: Iterator> IntoIterator for I`, `I::Item` is the iterator's.
        if let Ty::Param(param) = base
            && let Some(declared) = self.declared_of_param(env, param, name)
        {
            return of(declared);
        }
        if let Some(id) = env.self_impl
            && base == self.self_ty(env)
            && let Some(own) = self.impl_type(id, name)
        {
            return own;
        }
        let declaring = |bound: &TraitRef| self.declaring(bound, &base, name, MAX_SUPERTRAITS);
        let declared = match &base {
            Ty::Param(_) => None,
            Ty::Assoc(assoc) => self.declared_of_assoc(assoc, &base, name),
            Ty::Opaque(bounds) | Ty::Dyn(bounds) => bounds.iter().find_map(declaring),
            _ => env.self_impl.and_then(|id| self.header(id).trait_.as_ref()).and_then(declaring),
        };
        declared.map_or(Ty::Unknown, of)
    }

    /// The trait among `bound` and its supertraits that declares associated type `name` of `self_ty`.
    fn declaring(&self, bound: &TraitRef, self_ty: &Ty, name: Name, depth: u32) -> Option<(TraitId, Args)> {
        let trait_ = bound.trait_?;
        if self.declares_type(trait_, name) {
            return Some((trait_, bound.args.clone()));
        }
        let deeper = depth.checked_sub(1)?;
        let decl = self.world.index.trait_(trait_).decl;
        let outer = self.trait_subst(bound, self_ty);
        let env = self.trait_env(trait_);
        let (declaring, args) = decl
            .supertraits
            .iter()
            .find_map(|parent| self.declaring_bound(&env, parent, self_ty, name, deeper))?;
        Some((declaring, args.iter().map(|arg| arg.subst(&outer)).collect()))
    }

    /// The same for a bound as it is written in `env`. Its arguments are looked at only if it is the one: in
    /// `T: A<T::X> + B`, they ask for `X` themselves.
    fn declaring_bound(
        &self,
        env: &Env<'s>,
        bound: &Bound,
        self_ty: &Ty,
        name: Name,
        depth: u32,
    ) -> Option<(TraitId, Args)> {
        let id = self.world.trait_path(env.module, &bound.path)?;
        // `trait FnMut1<A>: FnOnce1<A>`: first in terms of its own parameters.
        let (declaring, args) = self.declaring(&self.own_trait_ref(id), self_ty, name, depth)?;
        if args.is_empty() {
            return Some((declaring, args));
        }
        let bound = self.trait_ref_without_bindings(env, &bound.path, self_ty);
        let subst = self.trait_subst(&bound, self_ty);
        Some((declaring, args.iter().map(|arg| arg.subst(&subst)).collect()))
    }

    /// The trait that declares an associated type of a parameter, among the bounds in sight.
    fn declared_of_param(&self, env: &Env<'s>, param: ParamId, name: Name) -> Option<(TraitId, Args)> {
        let self_ty = Ty::Param(param);
        if param.is_self() {
            let GenericOwner::Trait(trait_) = param.owner else { return None };
            return self.declaring(&self.own_trait_ref(trait_), &self_ty, name, MAX_SUPERTRAITS);
        }
        let is_it = |ty: &TypeRef| {
            let TypeRef::Path(Path { qself: None, segments, .. }) = ty else { return false };
            matches!(&segments[..], [segment] if env.param(segment.name) == Some(param))
        };
        let predicates = env.generics.iter().flat_map(|(_, generics)| &generics.predicates);
        let mut bounds = predicates.filter(|predicate| is_it(&predicate.subject)).flat_map(|it| &it.bounds);
        bounds.find_map(|bound| self.declaring_bound(env, bound, &self_ty, name, MAX_SUPERTRAITS))
    }

    /// The same of an associated type itself, by what its trait says of it.
    fn declared_of_assoc(&self, assoc: &Assoc, self_ty: &Ty, name: Name) -> Option<(TraitId, Args)> {
        let types = &self.world.index.trait_(assoc.trait_).types;
        let decl = types.iter().find(|decl| decl.name == assoc.name)?;
        let env = self.trait_env(assoc.trait_);
        let (declaring, args) = decl
            .bounds
            .iter()
            .find_map(|bound| self.declaring_bound(&env, bound, self_ty, name, MAX_SUPERTRAITS))?;
        let of = TraitRef { trait_: Some(assoc.trait_), args: assoc.args.clone(), bindings: Arc::new([]) };
        let outer = self.trait_subst(&of, &assoc.self_ty);
        Some((declaring, args.iter().map(|arg| arg.subst(&outer)).collect()))
    }

    /// `<T as Trait>::Name`, `<T>::Name`.
    pub(super) fn qualified(&self, env: &Env<'s>, path: &Path, ty: &TypeRef, trait_segments: usize) -> Ty {
        let self_ty = self.written(env, ty);
        let (before, after) = path.segments.split_at(trait_segments.min(path.segments.len()));
        let names = after.iter().map(|segment| segment.name);
        if before.is_empty() {
            return self.associated_path(env, self_ty, names);
        }
        let trait_path = Path { qself: None, segments: before.to_vec(), ..path.clone() };
        let bound = self.trait_ref_without_bindings(env, &trait_path, &self_ty);
        let mut names = names;
        let Some((trait_, name)) = bound.trait_.zip(names.next()) else { return Ty::Unknown };
        let assoc = Ty::Assoc(Arc::new(Assoc { self_ty, trait_, args: bound.args, name }));
        self.associated_path(env, assoc, names)
    }

    /// An associated type of an impl, in terms of the impl's parameters.
    pub fn impl_type(&self, id: ImplId, name: Name) -> Option<Ty> {
        let data = self.world.index.impl_(id);
        let at = data.types.iter().position(|decl| decl.name == name)?;
        let mut env = self.impl_env(id);
        env.push(GenericOwner::ImplType(id, at as u16), &data.types[at].generics);
        let _guard = depth::enter_name()?;
        // What its own parameters stand for is not carried along.
        let mut open = Subst::default();
        for index in 0..data.types[at].generics.params.len() {
            let owner = GenericOwner::ImplType(id, at as u16);
            open.bind(ParamId { owner, index: index as u16 }, Ty::Unknown);
        }
        Some(self.written(&env, data.types[at].ty.as_ref()?).subst(&open))
    }

    /// `Trait<Params…>` within the trait itself.
    pub(super) fn own_trait_ref(&self, id: TraitId) -> TraitRef {
        let count = self.world.index.trait_(id).decl.generics.params.len();
        let owner = GenericOwner::Trait(id);
        let args = (0..count).map(|at| Ty::Param(ParamId { owner, index: at as u16 })).collect();
        TraitRef { trait_: Some(id), args, bindings: Arc::new([]) }
    }
}
