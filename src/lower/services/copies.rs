//! Attributes that write more of what they stand on. `#[auto_impl(&, Arc)] trait X` implements `X` for references and
//! pointers to whoever has it (crate `auto_impl`, version 1). `#[trait_variant::make(Y: Send)] trait X` gives the trait `Y`
//! with the same functions, and `X` to whoever has that (`trait-variant`, 0.1).

use super::{Args, Maker};
use crate::summary::{Bound, Generics, Item, ItemKind, Name, Path, Predicate, Trait, TypeRef};

/// The impls for references and pointers.
pub(super) fn auto_impl(item: &Item, decl: &Trait, args: Args) -> Vec<Item> {
    let maker = Maker::new(item);
    let pointee = "AutoImplPointee";
    let inner = || maker.local(pointee, Vec::new());
    let wrapped = args.0.split(',').filter_map(|pointer| {
        let by_ref = |mutable| TypeRef::Ref { mutable, inner: Box::new(inner()) };
        Some(match pointer.split_whitespace().collect::<String>().as_str() {
            "&" => by_ref(false),
            "&mut" => by_ref(true),
            "Box" => maker.global(&["alloc", "boxed", "Box"], vec![inner()]),
            "Rc" => maker.global(&["alloc", "rc", "Rc"], vec![inner()]),
            "Arc" => maker.global(&["alloc", "sync", "Arc"], vec![inner()]),
            _ => return None,
        })
    });
    let trait_ = maker.applied(&decl.name, &decl.generics);
    let projected = |of: &Item| match &of.kind {
        ItemKind::TypeAlias(alias) if alias.generics.params.is_empty() => {
            Some(maker.associated(alias.name, maker.projected(inner(), &trait_, alias.name)))
        }
        _ => None,
    };
    let items: Vec<Item> = decl.items.iter().filter_map(projected).collect();
    let implement = |self_ty| {
        let generics = whoever_has(&maker, pointee, &trait_, &decl.generics);
        maker.implement_saying(generics, trait_.clone(), self_ty, items.clone())
    };
    wrapped.map(implement).collect()
}

/// The other trait, if the attribute names one.
pub(super) fn variant(item: &Item, decl: &Trait, args: Args) -> Option<Vec<Item>> {
    let maker = Maker::new(item);
    let (name, _) = args.0.split_once(':').filter(|(name, _)| !name.contains(['(', ',']))?;
    let name = name.trim();
    let copy = Trait { name: Name::from(name), ..decl.clone() };
    let any = "TraitVariantBlanketType";
    let generics = whoever_has(&maker, any, &maker.applied(name, &decl.generics), &decl.generics);
    let trait_ = maker.applied(&decl.name, &decl.generics);
    Some(vec![
        maker.item(item.vis.clone(), ItemKind::Trait(Box::new(copy))),
        maker.implement_with(generics, trait_, maker.local(any, Vec::new())),
    ])
}

/// `<name: trait_, …>`
fn whoever_has(maker: &Maker, name: &str, trait_: &Path, generics: &Generics) -> Generics {
    let mut all = super::parameter(name);
    let bounds = vec![Bound { path: trait_.clone() }];
    all.predicates.push(Predicate { subject: maker.local(name, Vec::new()), bounds });
    all.params.extend(generics.params.iter().cloned());
    all.predicates.extend(generics.predicates.iter().cloned());
    all
}
