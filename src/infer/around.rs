//! What kind of function a body belongs to: what its author is free to change.

use super::Infer;
use crate::index::{BodyOwner, Owner};

/// A function that cannot simply be made `async`, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// Any other.
    Plain,
    /// `Drop::drop`.
    Drop,
    /// A test without a runtime: `#[test]`.
    Test,
    /// `fn main`.
    Main,
    /// A method of a trait's impl: the trait says whether it is `async`. The trait is the project's own.
    OwnTraitMethod,
    /// The same of a trait that cannot be changed here.
    ForeignTraitMethod,
}

impl Infer<'_, '_> {
    /// What kind of function the body belongs to.
    pub fn around(&self) -> Around {
        let BodyOwner::Fn(id) = self.owner else { return Around::Plain };
        let index = &self.db.world.index;
        let data = index.func(id);
        let is_test = data.site.item.attrs.list.iter().any(|attr| attr.path == "test");
        let decl = match data.owner {
            Owner::Impl(id) => Some(index.impl_(id).decl),
            _ => None,
        };
        let is_own = || match data.owner {
            Owner::Impl(id) => self.db.world.impls.trait_of(id).is_some_and(|trait_| {
                index.module(index.trait_(trait_).site.module).krate == index.module(self.site.module).krate
            }),
            _ => false,
        };
        match decl.and_then(|decl| decl.trait_.as_ref()).and_then(|path| path.segments.last()) {
            Some(last) if last.name == "Drop" => Around::Drop,
            Some(_) if is_own() => Around::OwnTraitMethod,
            Some(_) => Around::ForeignTraitMethod,
            None if is_test => Around::Test,
            None if data.sig.name == "main" && data.owner == Owner::Module => Around::Main,
            None => Around::Plain,
        }
    }
}
