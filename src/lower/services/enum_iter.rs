//! `#[derive(EnumIter)] enum X { … }` gives `X::iter()`, an `XIter` over all variants. Source: `strum_macros`, 0.20 to 0.27;
//! the function is the trait's, `IntoEnumIterator`, which other crates hand on by other names.

use super::Maker;
use crate::summary::{Attr, Enum, Item, Name, Path, TypeRef};

/// What the derive writes, if it is there.
pub(super) fn of_enum(item: &Item, decl: &Enum) -> Option<Vec<Item>> {
    item.attrs.list.iter().flat_map(Attr::derived).find(|name| *name == "EnumIter")?;
    let maker = Maker::new(item);
    let name = Name::from(format!("{}Iter", decl.name).as_str());
    let own = TypeRef::Path(maker.applied(&decl.name, &decl.generics));
    let iter = || TypeRef::Path(maker.applied(&name, &decl.generics));
    let of_core = |names: &[&str]| -> Path { maker.path(names, true, Vec::new()) };
    let bare = |trait_| maker.implement_with(decl.generics.clone(), trait_, iter());
    let items = vec![maker.associated(Name::from("Item"), own.clone())];
    let iterator = of_core(&["core", "iter", "Iterator"]);
    let function = maker.public(maker.function("iter", None, Vec::new(), iter()));
    Some(vec![
        maker.bare_struct(&name, &item.vis, &decl.generics),
        maker.implement_saying(decl.generics.clone(), iterator, iter(), items),
        bare(of_core(&["core", "iter", "DoubleEndedIterator"])),
        bare(of_core(&["core", "iter", "ExactSizeIterator"])),
        bare(of_core(&["core", "clone", "Clone"])),
        maker.inherent(decl.generics.clone(), own, vec![function]),
    ])
}
