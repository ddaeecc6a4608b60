//! Types that derive `Deref`: a struct with one field leads to that, one with several to the field that is marked. Sources:
//! `derive_more-impl` 1 and 2, `derive_more` 0.99, `shrinkwraprs` 0.3, `bevy_derive`.

use super::Maker;
use crate::summary::{
    Attr, Field, Generics, Impl, Item, ItemKind, Name, Path, QSelf, Struct, TypeAlias, TypeRef, Visibility,
};

/// `impl Deref for X { type Target = …; }`, where a derive writes one.
pub(super) fn of_struct(item: &Item, decl: &Struct) -> Option<Item> {
    let mut derived = item.attrs.list.iter().flat_map(Attr::derived);
    derived.find(|name| matches!(*name, "Deref" | "Shrinkwrap"))?;
    let field = pointed_to(&decl.fields.fields)?;
    let says = |word: &str| {
        let mut of_type = item.attrs.list.iter().filter(|attr| attr.path == "deref");
        field.deref.is_some_and(|said| said == word) || of_type.any(|attr| attr.args == word)
    };
    let maker = Maker::new(item);
    let trait_ = maker.path(&["core", "ops", "Deref"], true, Vec::new());
    let target = match says("forward") {
        true => TypeRef::Path(target_of(&maker, &trait_, &field.ty)),
        false => field.ty.clone(),
    };
    let (name, generics) = (Name::from("Target"), Generics::default());
    let alias = TypeAlias { name, generics, bounds: Vec::new(), ty: Some(target) };
    let decl = Impl {
        generics: decl.generics.clone(),
        trait_: Some(trait_),
        negative: false,
        self_ty: TypeRef::Path(maker.applied(&decl.name, &decl.generics)),
        items: vec![maker.item(Visibility::Public, ItemKind::TypeAlias(alias))],
    };
    Some(maker.item(Visibility::Private, ItemKind::Impl(Box::new(decl))))
}

/// The field that is marked, or else the only one that is not left out.
fn pointed_to(fields: &[Field]) -> Option<&Field> {
    let is_left_out = |field: &&Field| field.deref.is_some_and(|said| said == "ignore");
    let mut left = fields.iter().filter(|field| !is_left_out(field));
    fields.iter().find(|field| field.deref.is_some() && !is_left_out(field)).or_else(|| {
        let only = left.next();
        only.filter(|_| left.next().is_none())
    })
}

/// `<ty as Deref>::Target`
fn target_of(maker: &Maker, trait_: &Path, ty: &TypeRef) -> Path {
    let qself = QSelf { ty: ty.clone(), trait_segments: trait_.segments.len() as u32 };
    let mut path = trait_.clone();
    path.segments.extend(maker.path(&["Target"], false, Vec::new()).segments);
    Path { qself: Some(Box::new(qself)), ..path }
}
