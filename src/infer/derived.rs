//! Impls that nobody wrote out: what derives give, and what attributes and macros that are not read may give.

use super::{Infer, Ty};
use crate::index::{AdtId, TraitId};
use crate::summary::Attr;

/// Derives whose product is known: an impl of the trait of that name and nothing else, or what lowering wrote out.
const DERIVES: [&str; 23] = [
    "AsMut",
    "AsRef",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deref",
    "DerefMut",
    "DeriveEntityModel",
    "Deserialize",
    "Display",
    "Eq",
    "From",
    "FromStr",
    "Hash",
    "Into",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Serialize",
    "TryFrom",
    "TryInto",
    "TypedBuilder",
];

/// Derives of clap, and what they write besides the trait of their name.
const GIVING_MORE: [(&str, &[&str]); 3] = [
    ("Args", &["FromArgMatches"]),
    ("Parser", &["CommandFactory", "FromArgMatches"]),
    ("Subcommand", &["FromArgMatches"]),
];

/// Derives that may write impls of these traits too, and of no others.
const WITH_OTHERS: [(&str, &[&str]); 2] = [
    ("Error", &["Display", "From"]),
    ("Shrinkwrap", &["AsMut", "AsRef", "Borrow", "BorrowMut", "Deref", "DerefMut"]),
];

/// Attributes of a type that write no impl: the language's, and what helps derives whose product is known.
const INERT: [&str; 20] = [
    "allow",
    "as_ref",
    "automatically_derived",
    "builder",
    "deny",
    "deprecated",
    "deref",
    "derive",
    "display",
    "error",
    "expect",
    "from",
    "into",
    "must_use",
    "non_exhaustive",
    "repr",
    "sea_orm",
    "serde",
    "shrinkwrap",
    "warn",
];

impl Infer<'_, '_> {
    /// Whether a nominal type derives a trait of that name, or has it by another derive.
    pub(super) fn derives(&self, ty: &Ty, trait_: TraitId) -> bool {
        let Ty::Adt(id, _) = ty else { return false };
        let name = self.db.world.index.trait_(trait_).decl.name;
        let gives = |derive: &str| {
            let more = GIVING_MORE.iter().find(|(known, _)| *known == derive);
            derive == name.as_str() || more.is_some_and(|(_, traits)| traits.contains(&name.as_str()))
        };
        self.attributes(*id).iter().flat_map(Attr::derived).any(gives)
    }

    /// Whether an impl of `trait_` for `ty` may be out of sight.
    pub(super) fn may_implement(&self, ty: &Ty, trait_: TraitId) -> bool {
        let name = self.db.world.index.trait_(trait_).decl.name;
        ty.head().is_some_and(|head| self.db.world.impls.may_implement(head, name))
            || self.may_be_made_future(ty, trait_)
            || self.may_be_attributed(ty, trait_)
            || self.may_derive(ty, trait_)
    }

    /// Whether a macro call that could not be read may make a future of a type: it stands in the type's crate and
    /// speaks of it.
    fn may_be_made_future(&self, ty: &Ty, trait_: TraitId) -> bool {
        let (lang, index) = (&self.db.world.lang, &self.db.world.index);
        match ty {
            Ty::Adt(id, _) if [lang.future, lang.into_future].contains(&Some(trait_)) => {
                let data = index.adt(*id);
                self.db.world.impls.is_spoken_of(index.module(data.site.module).krate, data.name())
            }
            _ => false,
        }
    }

    /// Whether an attribute of one of a type's impls may make a future of it, or a builder. One that is known to be a
    /// builder is no future.
    fn may_be_attributed(&self, ty: &Ty, trait_: TraitId) -> bool {
        let (lang, impls) = (&self.db.world.lang, &self.db.world.impls);
        let Some(head) = ty.head() else { return false };
        let is_builder = || lang.into_future.is_some_and(|id| !impls.of_trait(id, head).is_empty());
        [lang.future, lang.into_future].contains(&Some(trait_)) && impls.is_attributed(head) && !is_builder()
    }

    /// Whether an attribute of a type, or a derive, may give it a trait: `#[stack_error]` gives `Error`. What makes a
    /// type a future, an iterator or a pointer is written out, or derived by that name.
    fn may_derive(&self, ty: &Ty, trait_: TraitId) -> bool {
        let lang = &self.db.world.lang;
        // A derive may give it to references to the type too.
        let Ty::Adt(id, _) = ty.peel_refs() else { return false };
        let name = self.db.world.index.trait_(trait_).decl.name;
        let written_out = [lang.future, lang.into_future, lang.iterator, lang.into_iterator, lang.deref];
        if written_out.contains(&Some(trait_)) || self.is_fn_trait(trait_) {
            return false;
        }
        let writes = |attr: &Attr| {
            let is_tool = attr.path.starts_with("clippy::") || attr.path.starts_with("rustfmt::");
            let adds = attr.path == "sea_orm" && attr.args.contains("attrs");
            !is_tool && (adds || !INERT.contains(&attr.path.as_str()))
                || attr.derived().any(|derive| may_write(derive, name.as_str()))
        };
        self.attributes(*id).iter().any(writes)
    }

    fn attributes(&self, id: AdtId) -> &[Attr] {
        &self.db.world.index.adt(id).site.item.attrs.list
    }
}

/// Whether a derive may write an impl of a trait of that name. What it writes of its own name is known.
fn may_write(derive: &str, trait_: &str) -> bool {
    match WITH_OTHERS.iter().find(|(known, _)| *known == derive) {
        Some((_, others)) => others.contains(&trait_),
        None => !DERIVES.contains(&derive),
    }
}
