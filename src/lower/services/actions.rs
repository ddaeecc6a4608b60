//! mongodb: `#[action_impl] impl Action for X { type Future = …; async fn execute(self) -> R { … } }` makes `X` a builder
//! that is awaited. Source: the crate `mongodb-internal-macros`, version 3.

use super::{Maker, functions};
use crate::summary::{Generics, Impl, ImplSignature, Item, ItemKind, Name, TypeAlias, TypeRef, Visibility};

/// `impl IntoFuture for X`, where `execute` says what awaiting gives.
pub(super) fn of_impl(item: &Item, decl: &Impl) -> Option<Vec<Item>> {
    let maker = Maker::new(item);
    let (member, execute, _) = functions(&decl.items, "").find(|(_, sig, _)| sig.name == "execute")?;
    let associated = |name: &str, ty: TypeRef| {
        let (name, generics, bounds) = (Name::from(name), Generics::default(), Vec::new());
        let made = maker.item(
            Visibility::Public,
            ItemKind::TypeAlias(Box::new(TypeAlias::new(name, generics, bounds, Some(ty)))),
        );
        Item { name_span: member.name_span, ..made }
    };
    let items = vec![associated("Output", execute.ret.clone()), associated("IntoFuture", TypeRef::Unknown)];
    let trait_ = Some(maker.path(&["core", "future", "IntoFuture"], true, Vec::new()));
    let (generics, self_ty) = (decl.generics.clone(), decl.self_ty.clone());
    let made = Impl::new(ImplSignature { generics, trait_, self_ty }, items);
    Some(vec![maker.item(Visibility::Private, ItemKind::Impl(Box::new(made)))])
}
