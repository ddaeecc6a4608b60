//! Types as written → types as known, in an environment that says what names mean.

use std::sync::Arc;

use smallvec::SmallVec;

use super::db::Db;
use super::depth;
use super::ty::{Args, Assoc, Bounds, GenericOwner, ParamId, Subst, TraitRef, Ty};
use crate::index::{AdtId, AliasId, Def, ImplId, ModuleId, TraitId};
use crate::resolve::{Ns, Resolution, Start};
use crate::summary::{Bound, GenericArgs, Generics, Name, Path, TypeRef};

/// What names mean where a type is written.
#[derive(Debug, Clone)]
pub struct Env<'s> {
    /// For paths.
    pub module: ModuleId,
    /// Type parameters in scope, outermost first.
    pub generics: SmallVec<[(GenericOwner, &'s Generics); 2]>,
    /// `Self`, in an impl …
    pub self_impl: Option<ImplId>,
    /// … in a trait …
    pub self_trait: Option<TraitId>,
    /// … in a struct or enum.
    pub self_adt: Option<AdtId>,
}

impl<'s> Env<'s> {
    /// No parameters, no `Self`.
    pub fn new(module: ModuleId) -> Self {
        Env { module, generics: SmallVec::new(), self_impl: None, self_trait: None, self_adt: None }
    }

    /// Adds an inner item's parameters.
    pub fn push(&mut self, owner: GenericOwner, generics: &'s Generics) {
        self.generics.push((owner, generics));
    }

    /// The type parameter of that name.
    pub fn param(&self, name: Name) -> Option<ParamId> {
        self.generics.iter().rev().find_map(|(owner, generics)| {
            let at = generics.params.iter().position(|param| param.name == name)?;
            Some(ParamId { owner: *owner, index: at as u16 })
        })
    }
}

impl<'s> Db<'_, 's> {
    /// `Self`.
    pub fn self_ty(&self, env: &Env<'s>) -> Ty {
        if let Some(id) = env.self_impl {
            return self.header(id).self_ty.clone();
        }
        if let Some(id) = env.self_trait {
            return Ty::Param(ParamId::self_of(id));
        }
        if let Some(id) = env.self_adt {
            let count = self.world.index.adt(id).generics().params.len();
            let param = |at| Ty::Param(ParamId { owner: GenericOwner::Adt(id), index: at as u16 });
            return Ty::Adt(id, (0..count).map(param).collect());
        }
        Ty::Unknown
    }

    /// A written type.
    pub fn written(&self, env: &Env<'s>, ty: &TypeRef) -> Ty {
        match ty {
            TypeRef::Path(path) => self.written_path(env, path),
            TypeRef::Ref { mutable, inner } => Ty::Ref(*mutable, Arc::new(self.written(env, inner))),
            TypeRef::Ptr { mutable, inner } => Ty::Ptr(*mutable, Arc::new(self.written(env, inner))),
            TypeRef::Tuple(parts) => Ty::Tuple(parts.iter().map(|part| self.written(env, part)).collect()),
            TypeRef::Array(inner) => Ty::Array(Arc::new(self.written(env, inner))),
            TypeRef::Slice(inner) => Ty::Slice(Arc::new(self.written(env, inner))),
            TypeRef::FnPtr { params, ret } => Ty::FnPtr(
                params.iter().map(|param| self.written(env, param)).collect(),
                Arc::new(self.written(env, ret)),
            ),
            TypeRef::ImplTrait(bounds) => Ty::Opaque(self.written_bounds(env, bounds)),
            TypeRef::DynTrait(bounds) => Ty::Dyn(self.written_bounds(env, bounds)),
            TypeRef::Never => Ty::Never,
            TypeRef::Const(Some(value)) => Ty::Const(*value),
            TypeRef::Macro(call) => {
                let made = depth::enter_macro().and_then(|_guard| {
                    self.world.index.made_type(env.module, call).map(|made| self.written(env, made))
                });
                made.unwrap_or(Ty::Unknown)
            }
            TypeRef::Infer | TypeRef::Const(None) | TypeRef::Unknown => Ty::Unknown,
        }
    }

    fn written_bounds(&self, env: &Env<'s>, bounds: &[Bound]) -> Bounds {
        bounds.iter().map(|bound| self.trait_ref_with_self(env, &bound.path, &Ty::Unknown)).collect()
    }

    /// A bound on `self_ty`.
    pub fn trait_ref_with_self(&self, env: &Env<'s>, path: &Path, self_ty: &Ty) -> TraitRef {
        let known = self.trait_ref_without_bindings(env, path, self_ty);
        let written = path.segments.last().and_then(|segment| segment.args.as_deref());
        let bindings = written.map_or(&[][..], |written| &written.bindings);
        let bindings = bindings.iter().map(|binding| {
            let ty = match &binding.ty {
                Some(ty) => self.written(env, ty),
                None => {
                    let bounds = self.written_bounds(env, &binding.bounds);
                    let declared = self.declared_bounds(&known, self_ty, binding.name);
                    Ty::Opaque(bounds.iter().cloned().chain(declared).collect())
                }
            };
            (binding.name, ty)
        });
        let bindings = bindings.collect();
        TraitRef { bindings, ..known }
    }

    /// The same without what it says of associated types.
    pub(super) fn trait_ref_without_bindings(&self, env: &Env<'s>, path: &Path, self_ty: &Ty) -> TraitRef {
        let trait_ = self.world.trait_path(env.module, path);
        let written = path.segments.last().and_then(|segment| segment.args.as_deref());
        let mut args = written.map_or_else(Vec::new, |written| self.written_args(env, written));
        if let Some(id) = trait_ {
            let params = &self.world.index.trait_(id).decl.generics.params;
            for (at, param) in params.iter().enumerate().skip(args.len()) {
                let mut subst = Subst::default();
                subst.bind(ParamId::self_of(id), self_ty.clone());
                args.iter().enumerate().for_each(|(at, arg): (usize, &Ty)| {
                    subst.bind(ParamId { owner: GenericOwner::Trait(id), index: at as u16 }, arg.clone());
                });
                debug_assert_eq!(at, args.len());
                let default =
                    param.default.as_ref().map(|ty| self.written(&self.trait_env(id), ty).subst(&subst));
                args.push(default.unwrap_or(Ty::Unknown));
            }
        }
        TraitRef { trait_, args: args.into(), bindings: Arc::new([]) }
    }

    /// What a trait itself says of its associated type: `Service<Future: Send>` says no more than that it is `Send`
    /// besides.
    fn declared_bounds(&self, bound: &TraitRef, self_ty: &Ty, name: Name) -> Vec<TraitRef> {
        let unseen = || vec![TraitRef { trait_: None, args: Arc::new([]), bindings: Arc::new([]) }];
        let Some(trait_) = bound.trait_.filter(|id| self.declares_type(*id, name)) else { return unseen() };
        let Some(_guard) = depth::enter_declared(trait_, name) else { return unseen() };
        let assoc = Assoc { self_ty: self_ty.clone(), trait_, args: bound.args.clone(), name };
        let subst = self.trait_subst(bound, self_ty);
        self.assoc_bounds(&assoc).iter().map(|bound| bound.map(&mut |ty| ty.subst(&subst))).collect()
    }

    /// Written type arguments in order.
    pub fn written_args(&self, env: &Env<'s>, args: &GenericArgs) -> Vec<Ty> {
        args.args.iter().map(|arg| self.written(env, arg)).collect()
    }

    fn written_path(&self, env: &Env<'s>, path: &Path) -> Ty {
        if let Some(qself) = &path.qself {
            return self.qualified(env, path, &qself.ty, qself.trait_segments as usize);
        }
        let [first, rest @ ..] = &path.segments[..] else { return Ty::Unknown };
        if !path.global {
            if first.name == "Self" {
                return self.associated_path(env, self.self_ty(env), rest.iter().map(|segment| segment.name));
            }
            if let Some(param) = env.param(first.name) {
                return self.associated_path(env, Ty::Param(param), rest.iter().map(|segment| segment.name));
            }
        }
        let names: SmallVec<[Name; 4]> = path.segments.iter().map(|segment| segment.name).collect();
        let args = |at: usize| path.segments.get(at).and_then(|segment| segment.args.as_deref());
        match self.world.path(env.module, Ns::Types, Start::expr(path.global), &names) {
            Resolution::Found(defs) => self.def_type(env, &defs, args(names.len() - 1)),
            Resolution::Partial(defs, rest) => {
                let base = self.def_type(env, &defs, args(names.len() - 1 - rest));
                self.associated_path(env, base, names[names.len() - rest..].iter().copied())
            }
            Resolution::Unseen | Resolution::NotFound => Ty::Unknown,
        }
    }

    /// The type that a definition stands for; several must agree.
    pub fn def_type(&self, env: &Env<'s>, defs: &[Def], args: Option<&GenericArgs>) -> Ty {
        if let Some(id) = self.world.first_twin(defs) {
            return self.adt_type(env, id, args);
        }
        let mut types = defs.iter().map(|def| match *def {
            Def::Adt(id) | Def::Variant(id, _) => self.adt_type(env, id, args),
            Def::Alias(id) => self.alias_type(env, id, args),
            Def::Prim(prim) => Ty::Prim(prim),
            // Before 2021, a trait in type position is `dyn Trait`. Since then it is a type that cannot be seen.
            Def::Trait(id) if self.has_bare_traits(env) => Ty::Dyn([self.bare_trait(env, id, args)].into()),
            _ => Ty::Unknown,
        });
        let first = types.next().unwrap_or(Ty::Unknown);
        if types.all(|other| other == first) { first } else { Ty::Unknown }
    }

    fn has_bare_traits(&self, env: &Env<'s>) -> bool {
        let index = &self.world.index;
        index.krate(index.module(env.module).krate).edition < 2021
    }

    /// The type that a definition stands for in an expression: arguments that are not written are open, whatever their
    /// defaults say.
    pub fn open_type(&self, env: &Env<'s>, def: Def, args: Option<&GenericArgs>) -> Ty {
        let index = &self.world.index;
        let open = |generics: &Generics| {
            let mut known = args.map_or_else(Vec::new, |args| self.written_args(env, args));
            known.resize(generics.params.len(), Ty::Unknown);
            known
        };
        match def {
            Def::Adt(id) => Ty::Adt(id, open(index.adt(id).generics()).into()),
            Def::Alias(id) => self.alias_of(id, &open(&index.alias(id).decl.generics)),
            _ => self.def_type(env, &[def], args),
        }
    }

    fn bare_trait(&self, env: &Env<'s>, id: TraitId, args: Option<&GenericArgs>) -> TraitRef {
        let args = args.map_or_else(Vec::new, |args| self.written_args(env, args));
        TraitRef { trait_: Some(id), args: args.into(), bindings: Arc::new([]) }
    }

    fn adt_type(&self, env: &Env<'s>, id: AdtId, args: Option<&GenericArgs>) -> Ty {
        let generics = self.world.index.adt(id).generics();
        Ty::Adt(id, self.fill_args(env, generics, args, |args| self.adt_subst(id, args), || self.adt_env(id)))
    }

    fn alias_type(&self, env: &Env<'s>, id: AliasId, args: Option<&GenericArgs>) -> Ty {
        let Some(_guard) = depth::enter() else { return Ty::Unknown };
        let decl = self.world.index.alias(id).decl;
        let args =
            self.fill_args(env, &decl.generics, args, |args| alias_subst(id, args), || self.alias_env(id));
        self.alias_of(id, &args)
    }

    fn alias_of(&self, id: AliasId, args: &[Ty]) -> Ty {
        let Some(ty) = &self.world.index.alias(id).decl.ty else { return Ty::Unknown };
        let Some(_guard) = depth::enter_name() else { return Ty::Unknown };
        self.written(&self.alias_env(id), ty).subst(&alias_subst(id, args))
    }

    /// Written arguments, then defaults, then unknown, as many as there are parameters.
    fn fill_args(
        &self,
        env: &Env<'s>,
        generics: &Generics,
        args: Option<&GenericArgs>,
        subst: impl Fn(&[Ty]) -> Subst,
        own_env: impl Fn() -> Env<'s>,
    ) -> Args {
        let mut known = args.map_or_else(Vec::new, |args| self.written_args(env, args));
        known.truncate(generics.params.len());
        for param in &generics.params[known.len()..] {
            let default = param.default.as_ref().map(|ty| self.written(&own_env(), ty).subst(&subst(&known)));
            known.push(default.unwrap_or(Ty::Unknown));
        }
        known.into()
    }
}

fn alias_subst(id: AliasId, args: &[Ty]) -> Subst {
    let mut subst = Subst::default();
    for (at, arg) in args.iter().enumerate() {
        subst.bind(ParamId { owner: GenericOwner::Alias(id), index: at as u16 }, arg.clone());
    }
    subst
}
