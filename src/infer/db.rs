//! What signatures say, as types: made once per item, shared by all bodies and threads.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

use super::depth;
use super::ty::{Assoc, GenericOwner, ParamId, Subst, TraitRef, Ty};
use super::written::Env;
use crate::index::{AdtId, AliasId, FnId, ImplId, Owner, TraitId};
use crate::resolve::World;
use crate::summary::{Generics, Name, Predicate};

/// A function's signature as types.
#[derive(Debug)]
pub struct FnSig {
    /// The receiver's type.
    pub receiver: Option<Ty>,
    /// Types of the other parameters.
    pub params: Vec<Ty>,
    /// The return type as written; what awaiting gives for an `async fn`.
    pub ret: Ty,
}

/// An impl's header as types.
#[derive(Debug)]
pub struct ImplHeader {
    /// The type.
    pub self_ty: Ty,
    /// The trait.
    pub trait_: Option<TraitRef>,
}

/// `subject: bound`.
pub type Predicates = Vec<(Ty, TraitRef)>;

/// A value that is made by whoever asks first.
#[derive(Debug)]
struct Kept<T>(OnceLock<T>);

impl<T> Kept<T> {
    fn get_or_make(&self, make: impl FnOnce() -> T) -> &T {
        self.0.get_or_init(|| depth::afresh(make))
    }
}

/// The world with its signatures as types.
#[derive(Debug)]
pub struct Db<'w, 's> {
    /// Names and impls.
    pub world: &'w World<'s>,
    sigs: Vec<Kept<FnSig>>,
    headers: Vec<Kept<ImplHeader>>,
    fn_predicates: Vec<Kept<Predicates>>,
    impl_predicates: Vec<Kept<Predicates>>,
    trait_predicates: Vec<Kept<Predicates>>,
    adt_predicates: Vec<Kept<Predicates>>,
    supertraits: Vec<Kept<Vec<TraitRef>>>,
    tasks: OnceLock<FxHashSet<AdtId>>,
}

impl<'w, 's> Db<'w, 's> {
    /// Nothing is computed before it is asked for.
    pub fn new(world: &'w World<'s>) -> Self {
        fn cells<T>(count: usize) -> Vec<Kept<T>> {
            (0..count).map(|_| Kept(OnceLock::new())).collect()
        }
        let index = &world.index;
        Db {
            world,
            sigs: cells(index.fns.len()),
            headers: cells(index.impls.len()),
            fn_predicates: cells(index.fns.len()),
            impl_predicates: cells(index.impls.len()),
            trait_predicates: cells(index.traits.len()),
            adt_predicates: cells(index.adts.len()),
            supertraits: cells(index.traits.len()),
            tasks: OnceLock::new(),
        }
    }

    /// The handles that cancel their task when they are dropped.
    pub(super) fn tasks(&self) -> &FxHashSet<AdtId> {
        self.tasks.get_or_init(|| super::task::tasks(&self.world.index))
    }

    /// Names in a function's signature.
    pub fn fn_env(&self, id: FnId) -> Env<'s> {
        let data = self.world.index.func(id);
        let mut env = self.owner_env(data.owner, data.site.module);
        env.push(GenericOwner::Fn(id), &data.sig.generics);
        env
    }

    /// Names in a member of an impl, a trait or a module.
    pub fn owner_env(&self, owner: Owner, module: crate::index::ModuleId) -> Env<'s> {
        match owner {
            Owner::Module => Env::new(module),
            Owner::Impl(id) => self.impl_env(id),
            Owner::Trait(id) => self.trait_env(id),
        }
    }

    /// Names in an impl.
    pub fn impl_env(&self, id: ImplId) -> Env<'s> {
        let data = self.world.index.impl_(id);
        let mut env = Env::new(data.site.module);
        env.push(GenericOwner::Impl(id), &data.decl.generics);
        env.self_impl = Some(id);
        env
    }

    /// Names in a trait.
    pub fn trait_env(&self, id: TraitId) -> Env<'s> {
        let data = self.world.index.trait_(id);
        let mut env = Env::new(data.site.module);
        env.push(GenericOwner::Trait(id), &data.decl.generics);
        env.self_trait = Some(id);
        env
    }

    /// Names in a struct or enum.
    pub fn adt_env(&self, id: AdtId) -> Env<'s> {
        let data = self.world.index.adt(id);
        let mut env = Env::new(data.site.module);
        env.push(GenericOwner::Adt(id), data.generics());
        env.self_adt = Some(id);
        env
    }

    /// Names in an alias.
    pub fn alias_env(&self, id: AliasId) -> Env<'s> {
        let data = self.world.index.alias(id);
        let mut env = Env::new(data.site.module);
        env.push(GenericOwner::Alias(id), &data.decl.generics);
        env
    }

    /// A function's signature.
    pub fn sig(&self, id: FnId) -> &FnSig {
        self.sigs[id.0 as usize].get_or_make(|| {
            let env = self.fn_env(id);
            let sig = self.world.index.func(id).sig;
            let receiver = sig.receiver.as_ref().map(|receiver| match &receiver.ty {
                Some(ty) => self.written(&env, ty),
                None if receiver.by_ref => Ty::Ref(receiver.mutable, Arc::new(self.self_ty(&env))),
                None => self.self_ty(&env),
            });
            let params = sig.params.iter().map(|ty| self.written(&env, ty)).collect();
            FnSig { receiver, params, ret: self.written(&env, &sig.ret) }
        })
    }

    /// An impl's header.
    pub fn header(&self, id: ImplId) -> &ImplHeader {
        self.headers[id.0 as usize].get_or_make(|| {
            let data = self.world.index.impl_(id);
            // `Self` in the header itself cannot be followed: it is what the header says.
            let env = Env { self_impl: None, ..self.impl_env(id) };
            let self_ty = self.written(&env, &data.decl.self_ty);
            let trait_ = data.decl.trait_.as_ref().map(|path| self.trait_ref_with_self(&env, path, &self_ty));
            ImplHeader { self_ty, trait_ }
        })
    }

    /// What is required of the parameters of `owner`.
    pub fn predicates(&self, owner: GenericOwner) -> &[(Ty, TraitRef)] {
        match owner {
            GenericOwner::Fn(id) => self.fn_predicates[id.0 as usize].get_or_make(|| {
                let sig = self.world.index.func(id).sig;
                self.lower_predicates(&self.fn_env(id), &sig.generics)
            }),
            GenericOwner::Impl(id) => self.impl_predicates[id.0 as usize].get_or_make(|| {
                let generics = &self.world.index.impl_(id).decl.generics;
                self.lower_predicates(&self.impl_env(id), generics)
            }),
            GenericOwner::Trait(id) => self.trait_predicates[id.0 as usize].get_or_make(|| {
                let generics = &self.world.index.trait_(id).decl.generics;
                self.lower_predicates(&self.trait_env(id), generics)
            }),
            GenericOwner::Adt(id) => self.adt_predicates[id.0 as usize].get_or_make(|| {
                self.lower_predicates(&self.adt_env(id), self.world.index.adt(id).generics())
            }),
            GenericOwner::Alias(_) | GenericOwner::ImplType(..) | GenericOwner::TraitType(..) => &[],
        }
    }

    fn lower_predicates(&self, env: &Env<'s>, generics: &'s Generics) -> Predicates {
        let lower = |predicate: &'s Predicate| {
            let subject = self.written(env, &predicate.subject);
            predicate
                .bounds
                .iter()
                .map(move |bound| (subject.clone(), self.trait_ref_with_self(env, &bound.path, &subject)))
        };
        generics.predicates.iter().flat_map(lower).collect()
    }

    /// A trait's direct supertraits, in terms of its `Self` and parameters.
    pub fn supertraits(&self, id: TraitId) -> &[TraitRef] {
        self.supertraits[id.0 as usize].get_or_make(|| {
            let env = self.trait_env(id);
            let self_ty = Ty::Param(ParamId::self_of(id));
            let decl = self.world.index.trait_(id).decl;
            let bounds = decl.supertraits.iter();
            bounds.map(|bound| self.trait_ref_with_self(&env, &bound.path, &self_ty)).collect()
        })
    }

    /// The substitution that gives a trait's parameters and `Self` their values.
    pub fn trait_subst(&self, bound: &TraitRef, self_ty: &Ty) -> Subst {
        let mut subst = Subst::default();
        let Some(trait_) = bound.trait_ else { return subst };
        subst.bind(ParamId::self_of(trait_), self_ty.clone());
        for (at, arg) in bound.args.iter().enumerate() {
            subst.bind(ParamId { owner: GenericOwner::Trait(trait_), index: at as u16 }, arg.clone());
        }
        subst
    }

    /// The substitution that gives a nominal type's parameters its arguments.
    pub fn adt_subst(&self, id: AdtId, args: &[Ty]) -> Subst {
        let mut subst = Subst::default();
        for (at, arg) in args.iter().enumerate() {
            subst.bind(ParamId { owner: GenericOwner::Adt(id), index: at as u16 }, arg.clone());
        }
        subst
    }

    /// Bounds that a trait puts on one of its associated types, in terms of `Self` and its parameters.
    pub fn assoc_bounds(&self, assoc: &Assoc) -> Vec<TraitRef> {
        let data = self.world.index.trait_(assoc.trait_);
        let Some(decl) = data.types.iter().find(|decl| decl.name == assoc.name) else { return Vec::new() };
        let env = self.trait_env(assoc.trait_);
        let subject = Ty::Assoc(Arc::new(assoc.clone()));
        decl.bounds.iter().map(|bound| self.trait_ref_with_self(&env, &bound.path, &subject)).collect()
    }

    /// Whether a trait declares an associated type of that name itself.
    pub fn declares_type(&self, trait_: TraitId, name: Name) -> bool {
        self.world.index.trait_(trait_).types.iter().any(|decl| decl.name == name)
    }
}
