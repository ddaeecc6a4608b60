//! Items and signatures of a file.

use serde::{Deserialize, Serialize};

use super::{
    AliasSignature, Attrs, Body, Bound, Cfg, Generics, ImplSignature, Lazy, MacroCall, Name, Signature,
    StructSignature, TypeRef,
};
use crate::source::Span;

/// One lowered file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FileSummary {
    /// Inner attributes (`#![…]`).
    pub attrs: Attrs,
    /// Items in source order.
    pub items: Vec<Item>,
    /// What could not be read; everything around it was.
    pub errors: Vec<SyntaxError>,
}

impl FileSummary {
    /// Adds what stands behind in the same file.
    pub fn append(&mut self, next: FileSummary) {
        self.attrs.list.extend(next.attrs.list);
        self.attrs.cfg = self.attrs.cfg.take().or(next.attrs.cfg);
        self.items.extend(next.items);
        self.errors.extend(next.errors);
    }
}

/// A part of a file that was left out, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SyntaxError {
    /// Where the reader stumbled.
    pub span: Span,
    /// One lower-case line without a full stop.
    pub message: String,
}

/// One item of a module, a block, an impl or a trait.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Whole item with its attributes; documentation is left out.
    pub span: Span,
    /// The name's span, or the keyword's where there is no name.
    pub name_span: Span,
    /// Outer attributes; for a module with inline content also the inner ones.
    pub attrs: Attrs,
    /// Visibility. Items of traits and trait impls are [`Visibility::Public`].
    pub vis: Visibility,
    /// What it is.
    pub kind: ItemKind,
}

/// What an item is. There are hundreds of thousands, most of them functions: what others hold stands in boxes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ItemKind {
    /// A `use` declaration, flattened: one import per leaf.
    Use(Vec<Import>),
    /// `extern crate name as alias;` (`alias` = `name` if there is no `as`).
    ExternCrate { name: Name, alias: Name },
    /// A module.
    Mod(Box<Mod>),
    /// A function, method or associated function.
    Fn(Box<Fn>),
    /// A struct or union.
    Struct(Box<Struct>),
    /// An enum.
    Enum(Box<Enum>),
    /// A trait.
    Trait(Box<Trait>),
    /// `trait A = B + C;`
    TraitAlias(Box<TraitAlias>),
    /// `type A<T> = B;`, also as the item of an impl or a trait.
    TypeAlias(Box<TypeAlias>),
    /// `const` and `static`, also as the item of an impl or a trait. `_` for a nameless const.
    Const(Box<Const>),
    /// An impl block.
    Impl(Box<Impl>),
    /// The items of an `extern "C" { … }` block: functions and statics.
    Extern(Vec<Item>),
    /// A macro called in item position.
    Macro(Box<MacroItem>),
    /// A macro called in a type of the item before it, wherever that type stands: what it makes is known once
    /// definitions are.
    TypeMacro(Box<MacroItem>),
    /// `macro_rules! name { … }` and `macro name { … }`.
    MacroDef(Box<MacroCall>),
}

/// One leaf of a `use` tree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// The leaf's span.
    pub span: Span,
    /// Starts with `::`.
    pub global: bool,
    /// The path's names from the root; for `a::{self}` it ends with `a`.
    pub path: Vec<Name>,
    /// What it brings in.
    pub kind: ImportKind,
}

/// What an import binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportKind {
    /// The last segment or its `as` name.
    Named(Name),
    /// `a::{self}` / `a::{self as x}`: the type namespace only.
    SelfNamed(Name),
    /// `as _`.
    Underscore,
    /// `::*`.
    Glob,
}

/// `mod name;` or `mod name { … }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mod {
    /// The module's name.
    pub name: Name,
    /// Its items, or `None` for a file of its own.
    pub content: Option<Vec<Item>>,
    /// `#[path = "…"]`, also out of `cfg_attr` (then there can be several).
    pub paths: Vec<String>,
}

/// A function's signature, and its body where it has one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fn {
    /// The function's name.
    pub name: Name,
    /// From `fn` or a qualifier to the end of the return type or where clause.
    pub sig_span: Span,
    /// `async fn`.
    pub is_async: bool,
    /// What else is written before the body.
    pub sig: Lazy<Signature>,
    /// The body, if there is one and it was asked for.
    pub body: Option<Box<Body>>,
}

impl Fn {
    /// The same with another body.
    pub fn with_body(&self, body: Body) -> Fn {
        let Fn { name, sig_span, is_async, .. } = *self;
        Fn { name, sig_span, is_async, sig: self.sig.clone(), body: Some(Box::new(body)) }
    }
}

/// `self`, `&self`, `&mut self`, `self: T`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Receiver {
    /// `&`.
    pub by_ref: bool,
    /// `&mut`. A `mut self` is not.
    pub mutable: bool,
    /// `: T`.
    pub ty: Option<TypeRef>,
}

/// A struct or union.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Struct {
    /// The type's name.
    pub name: Name,
    /// How its fields are written.
    pub shape: FieldShape,
    /// What else is written.
    pub sig: Lazy<StructSignature>,
}

/// The fields of a struct or variant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Fields {
    /// How they are written.
    pub shape: FieldShape,
    /// Tuple fields are named `0`, `1`, …
    pub fields: Vec<Field>,
}

/// `{ … }`, `( … )` or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum FieldShape {
    /// `{ a: A }`
    Named,
    /// `( A )`
    Tuple,
    /// nothing
    #[default]
    Unit,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Name, or decimal index.
    pub name: Name,
    /// Name's span (type's span for a tuple field).
    pub span: Span,
    /// Visibility.
    pub vis: Visibility,
    /// Declared type.
    pub ty: TypeRef,
    /// `cfg` on the field.
    pub cfg: Option<Box<Cfg>>,
    /// `#[pin]`: a projection has it behind a `Pin`.
    pub is_pinned: bool,
    /// What `#[deref(…)]` says, empty without arguments: whether a derived `Deref` leads to it.
    pub deref: Option<Name>,
}

/// An enum.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Enum {
    /// The type's name.
    pub name: Name,
    /// Its generics.
    pub generics: Generics,
    /// Its variants.
    pub variants: Vec<Variant>,
}

/// An enum variant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Variant {
    /// Its name.
    pub name: Name,
    /// The name's span.
    pub span: Span,
    /// Its fields.
    pub fields: Fields,
}

/// A trait.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trait {
    /// Its name.
    pub name: Name,
    /// Its generics.
    pub generics: Generics,
    /// Supertraits, those of `where Self: …` last.
    pub supertraits: Vec<Bound>,
    /// [`ItemKind::Fn`], [`ItemKind::TypeAlias`], [`ItemKind::Const`], [`ItemKind::Macro`].
    pub items: Vec<Item>,
}

/// `trait A<T> = B + C;`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TraitAlias {
    /// Its name.
    pub name: Name,
    /// Its generics.
    pub generics: Generics,
    /// What it stands for.
    pub bounds: Vec<Bound>,
}

/// `type A<T>: Bound = B;`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TypeAlias {
    /// Its name.
    pub name: Name,
    /// What else is written.
    pub sig: Lazy<AliasSignature>,
}

/// `const` or `static`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Const {
    /// Its name, `_` if none.
    pub name: Name,
    /// `static`.
    pub is_static: bool,
    /// Declared type.
    pub ty: TypeRef,
    /// The initialiser as a body without parameters.
    pub body: Option<Box<Body>>,
}

impl Const {
    /// The same with another initialiser.
    pub fn with_body(&self, body: Body) -> Const {
        Const { ty: self.ty.clone(), body: Some(Box::new(body)), ..*self }
    }
}

/// An impl block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Impl {
    /// The last name of the trait, for a trait impl.
    pub of_trait: Option<Name>,
    /// `impl !Trait for T`.
    pub negative: bool,
    /// What else is written before the items.
    pub sig: Lazy<ImplSignature>,
    /// As [`Trait::items`].
    pub items: Vec<Item>,
}

/// A macro called where items stand, or in a type of the item before it ([`ItemKind::TypeMacro`]).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MacroItem {
    /// The call itself.
    pub call: MacroCall,
    /// The argument's items if the argument parses as items, whole (`cfg_rt! { … }`). `None`: it does not.
    pub items: Option<Vec<Item>>,
}

/// How far an item can be seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Visibility {
    /// `pub`.
    Public,
    /// Nothing, or `pub(self)`.
    Private,
    /// `pub(crate)`.
    Crate,
    /// `pub(super)`, `pub(in a::b)`: the names of the path.
    Restricted(Box<[Name]>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_small() {
        let size = size_of::<Item>();
        assert!(size <= 104, "{size} bytes");
    }
}
