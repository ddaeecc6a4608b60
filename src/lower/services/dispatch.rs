//! `#[enum_dispatch(Trait)] enum X { A, B(Inner) }` makes each variant hold a type, `A(A)`, and implements `Trait` for `X`,
//! and `From` for what the variants hold. `#[enum_dispatch(X)] trait Trait` implements it for `X`. Source: the crate
//! `enum_dispatch`, version 0.3.

use super::{Args, Maker};
use crate::summary::{Enum, Item, ItemKind, Path, Trait, TypeRef, Variant, Visibility};

/// What stands in place of an enum.
pub(super) fn of_enum(item: &Item, decl: &Enum, args: Args) -> Vec<Item> {
    let maker = Maker::new(item);
    let variants: Vec<Variant> = decl.variants.iter().map(|variant| holding(&maker, variant)).collect();
    let own = TypeRef::Path(maker.applied(&decl.name, &decl.generics));
    let held = variants.iter().filter_map(|variant| Some(variant.fields.fields.first()?.ty.clone()));
    let from = held.map(|held| maker.path(&["core", "convert", "From"], true, vec![held]));
    let traits = args.paths().map(|written| path(&maker, written)).chain(from);
    let mut made: Vec<Item> =
        traits.map(|trait_| maker.implement_with(decl.generics.clone(), trait_, own.clone())).collect();
    let decl = Enum { variants, ..decl.clone() };
    made.push(Item { kind: ItemKind::Enum(Box::new(decl)), ..item.clone() });
    made
}

/// What the attribute writes beside a trait that names its enums.
pub(super) fn of_trait(item: &Item, decl: &Trait, args: Args) -> Vec<Item> {
    let maker = Maker::new(item);
    let enums = args.paths().map(|written| TypeRef::Path(path(&maker, written)));
    enums.map(|ty| maker.implement(maker.path(&[decl.name.as_str()], false, Vec::new()), ty)).collect()
}

/// The variant, with a field of its own name if it has none.
fn holding(maker: &Maker, variant: &Variant) -> Variant {
    if !variant.fields.fields.is_empty() {
        return variant.clone();
    }
    let fields = maker.one_field(Visibility::Public, maker.local(&variant.name, Vec::new()));
    Variant { fields, ..variant.clone() }
}

/// A path as written, without arguments.
fn path(maker: &Maker, written: &str) -> Path {
    let names: Vec<&str> = written.split("::").map(str::trim).collect();
    maker.path(&names, false, Vec::new())
}
