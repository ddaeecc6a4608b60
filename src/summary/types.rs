//! Paths, types, bounds and generics as the source writes them, before resolution. Lifetimes are left out.

use serde::{Deserialize, Serialize};

use super::Name;
use crate::source::Span;

/// `a::b::<T>::c`, `<T as Trait>::c`, `::krate::x`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Path {
    /// Whole path.
    pub span: Span,
    /// Starts with `::`.
    pub global: bool,
    /// `<T>` or `<T as Trait>` in front. With a trait, the trait's segments come first in `segments`.
    pub qself: Option<Box<QSelf>>,
    /// At least one segment, or none behind a bare `<T>`. `self`, `super`, `crate`, `Self` and `$crate` are
    /// ordinary names here.
    pub segments: Vec<Segment>,
}

/// The `<T as Trait>` of a path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QSelf {
    /// `T`.
    pub ty: TypeRef,
    /// How many of the path's first segments name the trait; 0 for `<T>::…`.
    pub trait_segments: u32,
}

/// One `name::<args>` of a path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// The identifier.
    pub name: Name,
    /// Its span.
    pub span: Span,
    /// Generic arguments, if written.
    pub args: Option<Box<GenericArgs>>,
}

/// `<A, B, Item = C>` or `(A, B) -> C`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct GenericArgs {
    /// Type and const arguments in order. For the `Fn(A, B) -> C` form: one [`TypeRef::Tuple`] of the inputs.
    pub args: Vec<TypeRef>,
    /// `Item = C`; for the `Fn` form `Output = C` (`()` if no arrow is written).
    pub bindings: Vec<Binding>,
    /// Written as `(A, B) -> C`.
    pub parenthesised: bool,
}

/// `Item = C` or `Item: Bound` among generic arguments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Binding {
    /// The associated item.
    pub name: Name,
    /// `= C`.
    pub ty: Option<TypeRef>,
    /// `: Bound + …`.
    pub bounds: Vec<Bound>,
}

/// One trait bound. `?Sized` and lifetimes are left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    /// The trait with its arguments.
    pub path: Path,
}

/// A type as written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub enum TypeRef {
    /// A named type.
    Path(Path),
    /// `&T`, `&mut T`.
    Ref { mutable: bool, inner: Box<TypeRef> },
    /// `*const T`, `*mut T`.
    Ptr { mutable: bool, inner: Box<TypeRef> },
    /// `(A, B)`; `()` is the empty one.
    Tuple(Vec<TypeRef>),
    /// `[T; N]`.
    Array(Box<TypeRef>),
    /// `[T]`.
    Slice(Box<TypeRef>),
    /// `fn(A) -> B`; no arrow is `()`.
    FnPtr { params: Vec<TypeRef>, ret: Box<TypeRef> },
    /// `impl A + B`.
    ImplTrait(Vec<Bound>),
    /// `dyn A + B`.
    DynTrait(Vec<Bound>),
    /// `!`.
    Never,
    /// `_`.
    Infer,
    /// A const argument: its value where it is written out, `2` for `2_usize`.
    Const(Option<Name>),
    /// A macro in type position.
    Macro(Box<super::MacroCall>),
    /// What could not be read.
    #[default]
    Unknown,
}

impl TypeRef {
    /// `()`.
    pub fn unit() -> Self {
        TypeRef::Tuple(Vec::new())
    }
}

/// The generics of an item.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Generics {
    /// Type and const parameters in order.
    pub params: Vec<GenericParam>,
    /// Bounds from both `<T: A>` and `where`; lifetime bounds left out.
    pub predicates: Vec<Predicate>,
}

/// `T = Default` or `const N: usize`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GenericParam {
    /// The parameter.
    pub name: Name,
    /// `const N`.
    pub is_const: bool,
    /// `= Default` of a type parameter.
    pub default: Option<TypeRef>,
}

/// `subject: A + B`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Predicate {
    /// What is bounded.
    pub subject: TypeRef,
    /// By which traits.
    pub bounds: Vec<Bound>,
}
