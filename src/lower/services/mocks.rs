//! `#[automock]` on a trait or an impl gives `MockX`, with the same functions, and for each of them `expect_…`, which gives
//! what is to be said of its calls (`mockall`, 0.11 to 0.15). `mock!` gives the same for what is written in it.

use super::{Maker, by_ref};
use crate::summary::{
    Generics, Impl, ImplSignature, Item, ItemKind, Name, Receiver, Trait, TypeRef, Visibility,
};

/// What an expectation and its guard have, each of which gives the same again: `Expectation` in `mockall_derive`.
const SETTINGS: [&str; 14] = [
    "in_sequence",
    "never",
    "once",
    "return_const",
    "return_const_st",
    "return_once",
    "return_once_st",
    "return_var",
    "returning",
    "returning_st",
    "times",
    "with",
    "withf",
    "withf_st",
];

/// The mock of a trait.
pub(super) fn of_trait(item: &Item, decl: &Trait) -> Vec<Item> {
    let mock = Mock::new(item, &decl.name, &decl.generics);
    let trait_ = mock.maker.applied(&decl.name, &decl.generics);
    let mut made = mock.items(&decl.items, Vec::new());
    made.push(mock.maker.implement_with(decl.generics.clone(), trait_, mock.own()));
    made
}

/// The mock of a type, by one of its impls.
pub(super) fn of_impl(item: &Item, decl: &Impl) -> Option<Vec<Item>> {
    let TypeRef::Path(path) = &decl.self_ty else { return None };
    let mock = Mock::new(item, &path.segments.last()?.name, &decl.generics);
    let Some(trait_) = &decl.trait_ else {
        return Some(mock.items(&decl.items, decl.items.clone()));
    };
    let mut made = mock.items(&decl.items, Vec::new());
    let sig =
        ImplSignature { trait_: Some(trait_.clone()), self_ty: mock.own(), generics: decl.generics.clone() };
    let copy = Impl { negative: decl.negative, ..Impl::new(sig, decl.items.clone()) };
    made.push(mock.maker.item(Visibility::Private, ItemKind::Impl(Box::new(copy))));
    Some(made)
}

/// The mock of `mock!`: of an impl for the type itself, and of traits for it. `None` for other items.
pub(in crate::lower) fn of_impls(items: &[Item]) -> Option<Vec<Item>> {
    let impl_of = |item| match item {
        &Item { kind: ItemKind::Impl(ref decl), .. } => Some(&**decl),
        _ => None,
    };
    let impls: Vec<&Impl> = items.iter().map(impl_of).collect::<Option<_>>()?;
    let (first, own) = items.first().zip(impls.first())?;
    let TypeRef::Path(path) = &own.self_ty else { return None };
    let mock = Mock::new(first, &path.segments.last()?.name, &own.generics);
    let all: Vec<Item> = impls.iter().flat_map(|decl| &decl.items).cloned().collect();
    let mut made = mock.items(&all, own.items.clone());
    for (item, decl) in items.iter().zip(impls).skip(1) {
        let TypeRef::Path(mut path) = decl.self_ty.clone() else { return None };
        path.segments.last_mut()?.name = Name::from(mock.name.as_str());
        let sig = ImplSignature { self_ty: TypeRef::Path(path), ..ImplSignature::clone(decl) };
        let copy = Impl { sig: sig.into(), ..Impl::clone(decl) };
        made.push(Item { kind: ItemKind::Impl(Box::new(copy)), ..item.clone() });
    }
    Some(made)
}

struct Mock<'i> {
    maker: Maker<'i>,
    item: &'i Item,
    generics: &'i Generics,
    name: String,
    /// Of a type that no code can name.
    expectation: String,
}

impl<'i> Mock<'i> {
    fn new(item: &'i Item, of: &str, generics: &'i Generics) -> Self {
        let (name, expectation) = (format!("Mock{of}"), format!("__mock_Mock{of}_Expectation"));
        Mock { maker: Maker::new(item), item, generics, name, expectation }
    }

    fn own(&self) -> TypeRef {
        TypeRef::Path(self.maker.applied(&self.name, self.generics))
    }

    /// The mock's type with these functions, and what is to be said of its calls, by `all` that it does.
    fn items(&self, all: &[Item], mut functions: Vec<Item>) -> Vec<Item> {
        let maker = &self.maker;
        // What a trait's mock is seen by is the trait's.
        let is_impl = matches!(self.item.kind, ItemKind::Impl(_));
        let vis = if is_impl { Visibility::Public } else { self.item.vis.clone() };
        functions.retain(|function| !matches!(&function.kind, ItemKind::Fn(sig) if sig.name == "new"));
        functions.push(maker.public(maker.function("new", None, Vec::new(), self.own())));
        functions.push(maker.public(maker.function("checkpoint", by_mut(), Vec::new(), TypeRef::unit())));
        functions.extend(all.iter().filter_map(|item| self.expected(item)));
        vec![
            maker.open(maker.bare_struct(&self.name, &vis, self.generics)),
            maker.inherent(self.generics.clone(), self.own(), functions),
            maker.bare_struct(&self.expectation, &vis, &Generics::default()),
            maker.implement_with(
                self.generics.clone(),
                maker.path(&["core", "default", "Default"], true, Vec::new()),
                self.own(),
            ),
            self.settings(),
        ]
    }

    /// `fn expect_name(&mut self) -> &mut Expectation`; without `self`: `fn name_context() -> Context`.
    fn expected(&self, item: &Item) -> Option<Item> {
        let ItemKind::Fn(sig) = &item.kind else { return None };
        let function = match &sig.sig.receiver {
            Some(_) => {
                self.maker.function(&format!("expect_{}", sig.name), by_mut(), Vec::new(), self.by_mut())
            }
            None => {
                self.maker.function(&format!("{}_context", sig.name), None, Vec::new(), self.expectation())
            }
        };
        Some(self.maker.public(function))
    }

    /// What can be said of calls. Of a function without `self`, the context's `expect` gives its guard.
    fn settings(&self) -> Item {
        let setting = |name: &&str| {
            self.maker.public(self.maker.function(name, by_mut(), vec![TypeRef::Unknown], self.by_mut()))
        };
        let mut all: Vec<Item> = SETTINGS.iter().map(setting).collect();
        all.push(self.maker.public(self.maker.function("expect", by_ref(), Vec::new(), self.expectation())));
        all.push(self.maker.public(self.maker.function("checkpoint", by_ref(), Vec::new(), TypeRef::unit())));
        self.maker.inherent(Generics::default(), self.expectation(), all)
    }

    fn expectation(&self) -> TypeRef {
        self.maker.local(&self.expectation, Vec::new())
    }

    fn by_mut(&self) -> TypeRef {
        TypeRef::Ref { mutable: true, inner: Box::new(self.expectation()) }
    }
}

/// `&mut self`.
fn by_mut() -> Option<Receiver> {
    Some(Receiver { by_ref: true, mutable: true, ty: None })
}
