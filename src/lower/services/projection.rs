//! `#[pin_project] struct X { … }` gives `X::project` and `X::project_ref`, whose fields are references to those of `X`,
//! behind a `Pin` where a field is `#[pin]`. Of an enum only with a name for what they give. Source: the crate
//! `pin-project-internal`, version 1.

use super::{Args, Maker};
use crate::summary::{Enum, Fields, Item, ItemKind, Name, Receiver, Struct, TypeRef, Variant, Visibility};

/// What the attribute writes beside the type. `None`: it stands on something else.
pub(super) fn of_type(item: &Item, args: Args) -> Option<Vec<Item>> {
    let (name, generics) = match &item.kind {
        ItemKind::Struct(decl) => (decl.name, &decl.generics),
        ItemKind::Enum(decl) => (decl.name, &decl.generics),
        _ => return None,
    };
    let maker = Maker::new(item);
    let own = |name: &str| TypeRef::Path(maker.applied(name, generics));
    let mut made = Vec::new();
    let mut functions = Vec::new();
    for (function, arg, hidden, mutable) in [
        ("project", "project", format!("__{name}Projection"), true),
        ("project_ref", "project_ref", format!("__{name}ProjectionRef"), false),
    ] {
        let named = args.value(arg).map(str::to_owned);
        let is_enum = matches!(item.kind, ItemKind::Enum(_));
        let Some(projection) = named.or((!is_enum).then_some(hidden)) else { continue };
        let kind = projected(&maker, &item.kind, &projection, mutable)?;
        made.push(maker.item(Visibility::Public, kind));
        let to_self = TypeRef::Ref { mutable, inner: Box::new(maker.local("Self", Vec::new())) };
        let pinned = maker.global(&["core", "pin", "Pin"], vec![to_self]);
        let receiver = Receiver { by_ref: false, mutable: false, ty: Some(pinned) };
        functions.push(maker.public(maker.function(function, Some(receiver), Vec::new(), own(&projection))));
    }
    made.push(maker.inherent(generics.clone(), own(&name), functions));
    Some(made)
}

/// The type with references for its fields.
fn projected(maker: &Maker, kind: &ItemKind, name: &str, mutable: bool) -> Option<ItemKind> {
    let name = Name::from(name);
    let referring = |fields: &Fields| {
        let mut fields = fields.clone();
        for field in &mut fields.fields {
            let inner = Box::new(std::mem::replace(&mut field.ty, TypeRef::Never));
            let reference = TypeRef::Ref { mutable, inner };
            field.ty = match field.is_pinned {
                true => maker.global(&["core", "pin", "Pin"], vec![reference]),
                false => reference,
            };
        }
        fields
    };
    Some(match kind {
        ItemKind::Struct(decl) => {
            ItemKind::Struct(Box::new(Struct::new(name, decl.generics.clone(), referring(&decl.fields))))
        }
        ItemKind::Enum(decl) => {
            let variants = decl.variants.iter();
            let variants =
                variants.map(|variant| Variant { fields: referring(&variant.fields), ..variant.clone() });
            ItemKind::Enum(Box::new(Enum {
                name,
                generics: decl.generics.clone(),
                variants: variants.collect(),
            }))
        }
        _ => return None,
    })
}
