//! Associated types as written: `T::Item`, `<T as Trait>::Item`. Which trait declares one is read off the syntax of the
//! bounds in sight.

use std::sync::Arc;

use super::db::Db;
use super::ty::{Args, Assoc, GenericOwner, ParamId, Subst, TraitRef, Ty};
use super::written::Env;
use crate::index::{ImplId, TraitId};
use crate::summary::{Bound, GenericArgs, Name, Path, TypeRef};

impl<'s> Db<'_, 's> {
    /// `base::A::B`, each an associated type.
    pub(super) fn associated_path(&self, env: &Env<'s>, base: Ty, names: impl Iterator<Item = Name>) -> Ty {
        let mut ty = base;
        for name in names {
            let Some(_guard) = super::depth::enter() else { return Ty::Unknown };
            ty = self.associated(env, ty, name);
        }
        ty
    }

    /// `base::Name`: which trait declares it is found from the bounds in sight.
    fn associated(&self, env: &Env<'s>, base: Ty, name: Name) -> Ty {
        let of = |trait_: TraitId, args: Args| {
            Ty::Assoc(Arc::new(Assoc { self_ty: base.clone(), trait_, args, name }))
        };
        let declared =
            |bounds: Vec<TraitRef>| bounds.iter().find_map(|bound| self.declaring(bound, &base, name, 6));
        // Comes first: in `impl<I: Iterator> IntoIterator for I`, `I::Item` is the iterator's.
        if let Ty::Param(param) = &base
            && let Some((trait_, args)) = declared(self.syntactic_bounds(env, *param))
        {
            return of(trait_, args);
        }
        if let Some(id) = env.self_impl
            && base == self.self_ty(env)
            && let Some(own) = self.impl_type(id, name)
        {
            return own;
        }
        let bounds = match &base {
            Ty::Param(_) => Vec::new(),
            Ty::Assoc(assoc) => self.assoc_bounds(assoc),
            Ty::Opaque(bounds) | Ty::Dyn(bounds) => bounds.to_vec(),
            _ => env.self_impl.and_then(|id| self.header(id).trait_.clone()).into_iter().collect(),
        };
        declared(bounds).map_or(Ty::Unknown, |(trait_, args)| of(trait_, args))
    }

    /// The trait among `bound` and its supertraits that declares associated type `name` of `self_ty`. Reads syntax, like
    /// [`Db::syntactic_bounds`]. What a bound without arguments leaves open stays open.
    fn declaring(&self, bound: &TraitRef, self_ty: &Ty, name: Name, depth: u32) -> Option<(TraitId, Args)> {
        let trait_ = bound.trait_?;
        if self.declares_type(trait_, name) {
            return Some((trait_, bound.args.clone()));
        }
        let deeper = depth.checked_sub(1)?;
        let data = self.world.index.trait_(trait_);
        data.decl.supertraits.iter().find_map(|parent| {
            let id = self.world.trait_path(data.site.module, &parent.path)?;
            let own = match written_of(parent) {
                Some(args) if bound.args.len() == data.decl.generics.params.len() => {
                    own_params(id, args.args.len())
                }
                _ => Vec::new(),
            };
            let own = TraitRef { trait_: Some(id), args: own.into(), bindings: Arc::new([]) };
            let (declaring, args) = self.declaring(&own, self_ty, name, deeper)?;
            if args.is_empty() {
                return Some((declaring, args));
            }
            // `trait FnMut1<A>: FnOnce1<A>`. Written out only here: `trait A: B<Self::X> + C` may look for `X`.
            let written = self.written_args(&self.trait_env(trait_), written_of(parent)?);
            let parent = TraitRef { args: written.into(), ..own };
            let (outer, inner) = (self.trait_subst(bound, self_ty), self.trait_subst(&parent, self_ty));
            Some((declaring, args.iter().map(|arg| arg.subst(&inner).subst(&outer)).collect()))
        })
    }

    /// Bounds on a parameter, read off the declarations in sight. Reads syntax, so that lowering one bound never
    /// waits for another.
    fn syntactic_bounds(&self, env: &Env<'s>, param: ParamId) -> Vec<TraitRef> {
        if param.is_self() {
            let GenericOwner::Trait(trait_) = param.owner else { return Vec::new() };
            let count = self.world.index.trait_(trait_).decl.generics.params.len();
            let args = own_params(trait_, count).into();
            return vec![TraitRef { trait_: Some(trait_), args, bindings: Arc::new([]) }];
        }
        let mut bounds = Vec::new();
        for (_, generics) in &env.generics {
            for predicate in &generics.predicates {
                let TypeRef::Path(path) = &predicate.subject else { continue };
                let [segment] = &path.segments[..] else { continue };
                if path.qself.is_none() && env.param(segment.name) == Some(param) {
                    let found = predicate.bounds.iter().filter_map(|bound| {
                        let trait_ = self.world.trait_path(env.module, &bound.path)?;
                        let args =
                            written_of(bound).map_or_else(Vec::new, |args| self.written_args(env, args));
                        Some(TraitRef { trait_: Some(trait_), args: args.into(), bindings: Arc::new([]) })
                    });
                    bounds.extend(found);
                }
            }
        }
        bounds
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
        let bound = self.trait_ref_with_self(env, &trait_path, &self_ty);
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
        let _guard = super::depth::enter()?;
        // What its own parameters stand for is not carried along.
        let mut open = Subst::default();
        for index in 0..data.types[at].generics.params.len() {
            let owner = GenericOwner::ImplType(id, at as u16);
            open.bind(ParamId { owner, index: index as u16 }, Ty::Unknown);
        }
        Some(self.written(&env, data.types[at].ty.as_ref()?).subst(&open))
    }
}

fn own_params(trait_: TraitId, count: usize) -> Vec<Ty> {
    let owner = GenericOwner::Trait(trait_);
    (0..count).map(|at| Ty::Param(ParamId { owner, index: at as u16 })).collect()
}

/// The arguments that a bound's trait is written with, between angle brackets.
fn written_of(bound: &Bound) -> Option<&GenericArgs> {
    let written = bound.path.segments.last().and_then(|segment| segment.args.as_deref());
    written.filter(|args| !args.parenthesised)
}
