//! Headers of impls: for which types they are, and of which trait.

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::{Ns, Resolution, Start, World};
use crate::index::{AdtId, AliasId, Def, ImplId, Index, ModuleId, Prim, TraitId};
use crate::summary::{Bound, Generics, Name, Path, TypeRef};

/// The outermost constructor of a type: what impls are found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Head {
    /// A nominal type.
    Adt(AdtId),
    /// A primitive.
    Prim(Prim),
    /// `&T`, `&mut T`.
    Ref,
    /// `*const T`, `*mut T`.
    Ptr,
    /// `(A, B)`.
    Tuple,
    /// `[T]`.
    Slice,
    /// `[T; N]`.
    Array,
    /// `fn(A) -> B`.
    FnPtr,
    /// `!`.
    Never,
    /// `dyn Trait`, by its first trait.
    Dyn(TraitId),
    /// A type parameter: a blanket impl.
    Param,
}

/// What an impl's header says.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Header {
    pub heads: SmallVec<[Head; 1]>,
    pub fields_of: SmallVec<[AdtId; 1]>,
    pub trait_: Option<TraitId>,
}

impl Header {
    pub fn new(world: &World, id: ImplId) -> Self {
        let data = world.index.impl_(id);
        let module = data.site.module;
        let heads = heads(world, module, &data.decl.generics, &data.decl.self_ty, 8);
        match &data.decl.trait_ {
            Some(path) => {
                Header { heads, fields_of: SmallVec::new(), trait_: world.trait_path(module, path) }
            }
            None => Header { heads, fields_of: world.setters(id), trait_: None },
        }
    }

    /// Whether all that it names is there.
    pub fn fits(&self, index: &Index) -> bool {
        let is_adt = |id: &AdtId| (id.0 as usize) < index.adts.len();
        let is_trait = |id: &TraitId| (id.0 as usize) < index.traits.len();
        let is_head = |head: &Head| match head {
            Head::Adt(id) => is_adt(id),
            Head::Dyn(id) => is_trait(id),
            _ => true,
        };
        self.heads.iter().all(is_head)
            && self.fields_of.iter().all(is_adt)
            && self.trait_.as_ref().is_none_or(is_trait)
    }
}

impl World<'_> {
    /// The structs that `#[option_setters(path)]` names on an impl: mongodb's attribute writes a setter for each of their
    /// fields (`mongodb-internal-macros`, version 3).
    fn setters(&self, id: ImplId) -> SmallVec<[AdtId; 1]> {
        let data = self.index.impl_(id);
        let named = data.site.item.attrs.list.iter().filter(|attr| attr.path.ends_with("option_setters"));
        let adts = named.filter_map(|attr| {
            let path = attr.args.split(',').next().unwrap_or_default();
            let names: SmallVec<[Name; 4]> = path.split("::").map(|name| Name::from(name.trim())).collect();
            match self.path(data.site.module, Ns::Types, Start::expr(false), &names) {
                Resolution::Found(defs) => defs.iter().find_map(|def| match def {
                    Def::Adt(id) => Some(*id),
                    _ => None,
                }),
                _ => None,
            }
        });
        adts.collect()
    }
}

/// Heads of a written self type; several only where `cfg`s disagree. `depth` bounds chains of aliases.
fn heads(
    world: &World,
    module: ModuleId,
    generics: &Generics,
    ty: &TypeRef,
    depth: u32,
) -> SmallVec<[Head; 1]> {
    let one = |head| SmallVec::from_elem(head, 1);
    match ty {
        TypeRef::Path(path) => path_heads(world, module, generics, path, depth),
        TypeRef::Ref { .. } => one(Head::Ref),
        TypeRef::Ptr { .. } => one(Head::Ptr),
        TypeRef::Tuple(_) => one(Head::Tuple),
        TypeRef::Slice(_) => one(Head::Slice),
        TypeRef::Array(_) => one(Head::Array),
        TypeRef::FnPtr { .. } => one(Head::FnPtr),
        TypeRef::Never => one(Head::Never),
        TypeRef::DynTrait(bounds) => dyn_head(world, module, bounds).into_iter().collect(),
        TypeRef::ImplTrait(_) | TypeRef::Infer | TypeRef::Const(_) | TypeRef::Macro(_) | TypeRef::Unknown => {
            SmallVec::new()
        }
    }
}

fn dyn_head(world: &World, module: ModuleId, bounds: &[Bound]) -> Option<Head> {
    world.trait_path(module, &bounds.first()?.path).map(Head::Dyn)
}

fn path_heads(
    world: &World,
    module: ModuleId,
    generics: &Generics,
    path: &Path,
    depth: u32,
) -> SmallVec<[Head; 1]> {
    if path.qself.is_some() || depth == 0 {
        return SmallVec::new();
    }
    let names: SmallVec<[Name; 4]> = path.segments.iter().map(|segment| segment.name).collect();
    if let [name] = names[..]
        && generics.params.iter().any(|param| param.name == name)
    {
        return SmallVec::from_elem(Head::Param, 1);
    }
    let Resolution::Found(defs) = world.path(module, Ns::Types, Start::expr(path.global), &names) else {
        return SmallVec::new();
    };
    let of = |def: &Def| match *def {
        Def::Adt(id) => SmallVec::from_elem(Head::Adt(id), 1),
        Def::Prim(prim) => SmallVec::from_elem(Head::Prim(prim), 1),
        // Before 2018, `Trait` alone in type position is `dyn Trait`.
        Def::Trait(id) => SmallVec::from_elem(Head::Dyn(id), 1),
        Def::Alias(id) => alias_heads(world, id, depth - 1),
        _ => SmallVec::new(),
    };
    defs.iter().flat_map(of).collect()
}

fn alias_heads(world: &World, id: AliasId, depth: u32) -> SmallVec<[Head; 1]> {
    let data = world.index.alias(id);
    let Some(ty) = &data.decl.ty else { return SmallVec::new() };
    let mut heads = heads(world, data.site.module, &data.decl.generics, ty, depth);
    // `type A<T> = T` says nothing about the argument that it is used with.
    heads.retain(|head| *head != Head::Param);
    heads
}
