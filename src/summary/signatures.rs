//! What is written of an item besides its name and its members: read when somebody asks, since of most that dependencies
//! declare nobody does.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::{Bound, Fields, Fn, Generics, Impl, Item, Name, Path, Receiver, Struct, TypeAlias, TypeRef};

/// Generics and types of a function.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Signature {
    /// Its own generics.
    pub generics: Generics,
    /// The receiver, for methods.
    pub receiver: Option<Receiver>,
    /// Types of the parameters after the receiver. Their patterns are in [`params`](super::Body::params).
    pub params: Vec<TypeRef>,
    /// The written return type; no arrow is `()`.
    pub ret: TypeRef,
}

impl Deref for Fn {
    type Target = Signature;

    fn deref(&self) -> &Signature {
        &self.sig
    }
}

/// Generics and fields of a struct or union.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StructSignature {
    /// Its generics.
    pub generics: Generics,
    /// Its fields.
    pub fields: Fields,
}

impl Struct {
    /// A struct or union.
    pub fn new(name: Name, generics: Generics, fields: Fields) -> Self {
        Struct { name, shape: fields.shape, sig: StructSignature { generics, fields }.into() }
    }
}

impl Deref for Struct {
    type Target = StructSignature;

    fn deref(&self) -> &StructSignature {
        &self.sig
    }
}

/// What an alias says of its name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AliasSignature {
    /// Its generics.
    pub generics: Generics,
    /// Bounds of a trait's associated type.
    pub bounds: Vec<Bound>,
    /// The type, absent for a trait's associated type without default.
    pub ty: Option<TypeRef>,
}

impl TypeAlias {
    /// `type name<…>: bounds = ty;`
    pub fn new(name: Name, generics: Generics, bounds: Vec<Bound>, ty: Option<TypeRef>) -> Self {
        TypeAlias { name, sig: AliasSignature { generics, bounds, ty }.into() }
    }
}

impl Deref for TypeAlias {
    type Target = AliasSignature;

    fn deref(&self) -> &AliasSignature {
        &self.sig
    }
}

/// Generics and types of an impl block.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ImplSignature {
    /// Its generics.
    pub generics: Generics,
    /// The trait, for a trait impl.
    pub trait_: Option<Path>,
    /// The type.
    pub self_ty: TypeRef,
}

impl Impl {
    /// An impl block that is not negative.
    pub fn new(sig: ImplSignature, items: Vec<Item>) -> Self {
        let of_trait = sig.trait_.as_ref().and_then(|path| path.segments.last());
        Impl { of_trait: of_trait.map(|last| last.name), negative: false, sig: sig.into(), items }
    }
}

impl Deref for Impl {
    type Target = ImplSignature;

    fn deref(&self) -> &ImplSignature {
        &self.sig
    }
}
