//! Types that derive `Deref`: a struct with one field leads to that, one with several to the field that is marked. Sources:
//! `derive_more-impl` 1 and 2, `derive_more` 0.99, `shrinkwraprs` 0.3, `bevy_derive`.

use super::Maker;
use crate::summary::{Attr, Field, Item, Name, Struct, TypeRef};

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
    let (name, ty) = (Name::from("Target"), field.ty.clone());
    let target = if says("forward") { maker.projected(ty, &trait_, name) } else { ty };
    let own = TypeRef::Path(maker.applied(&decl.name, &decl.generics));
    let items = vec![maker.associated(name, target)];
    Some(maker.implement_saying(decl.generics.clone(), trait_, own, items))
}

/// The field that is marked, or else the only one that is not left out.
fn pointed_to(fields: &[Field]) -> Option<&Field> {
    let is_left_out = |field: &&Field| field.deref.is_some_and(|said| said == "ignore");
    let left: Vec<&Field> = fields.iter().filter(|field| !is_left_out(field)).collect();
    let marked = left.iter().copied().find(|field| field.deref.is_some());
    marked.or(if let [only] = left[..] { Some(only) } else { None })
}
