//! `#[allow(…)]`, `#[expect(…)]` and `[lints]`: what they say of the lints that a rule goes with.
//!
//! As for rustc, the innermost word on a lint counts, and of several in one place the last. A lint that is allowed
//! under a condition (`cfg_attr`) counts as allowed wherever the condition can hold: some build is meant to be silent
//! here. A group that is allowed so (`cfg_attr(wasm, allow(unused))`) is meant for what that condition leaves unused,
//! so it counts only where the place's own `cfg`s say that the condition holds.

use crate::discover::LintLevel;
use crate::finding::Lint;
use crate::index::cfg::Facts;
use crate::summary::{Attr, Attrs};

/// The group of all that is at `warn`. It can be allowed; raising it says nothing of what is allowed by name.
const WARNINGS: &str = "warnings";

/// All that can speak of a place.
#[derive(Debug)]
pub struct Around<'a> {
    attrs: Vec<&'a Attrs>,
    /// What the `cfg`s around the place say.
    facts: Facts,
    manifest: &'a [LintLevel],
}

impl<'a> Around<'a> {
    /// `attrs`: those of everything that the place stands in, innermost first. `manifest`: what that of its package says.
    pub fn new(attrs: Vec<&'a Attrs>, manifest: &'a [LintLevel]) -> Self {
        let facts = Facts::of(attrs.iter().copied());
        Around { attrs, facts, manifest }
    }
}

/// Whether one of `lints` is allowed in a place where a value is lost. `underscore`: `_` takes it.
pub fn is_allowed(lints: &[&Lint], underscore: bool, around: &Around) -> bool {
    let allowed = |lint: &&&Lint| lint.underscore == underscore && level(lint, around) == Some(true);
    lints.iter().any(|lint| allowed(&lint)) || warnings(around)
}

/// What is said of a lint: `Some(true)` for allowed, `None` for nothing.
fn level(lint: &Lint, around: &Around) -> Option<bool> {
    let attrs = around.attrs.iter().flat_map(|attrs| attrs.list.iter().rev());
    let said = attrs.filter_map(|attr| of_attribute(attr, lint, &around.facts)).next();
    said.or_else(|| {
        let named =
            |level: &&LintLevel| level.name == lint.name || lint.groups.contains(&level.name.as_str());
        around.manifest.iter().rev().find(named).map(|level| level.allowed)
    })
}

/// What one attribute says of a lint.
fn of_attribute(attr: &Attr, lint: &Lint, facts: &Facts) -> Option<bool> {
    let allows = allows(attr)?;
    let by_name = names(attr).any(|name| name == lint.name);
    if !by_name && !names(attr).any(|name| lint.groups.contains(&name)) {
        return None;
    }
    let counts = match attr.condition.as_deref() {
        Some(condition) if allows && by_name => !facts.refute(condition),
        Some(condition) => facts.imply(condition),
        None => true,
    };
    counts.then_some(allows)
}

/// Whether all warnings are allowed.
fn warnings(around: &Around) -> bool {
    let holds = |attr: &Attr| attr.condition.as_deref().is_none_or(|condition| around.facts.imply(condition));
    let mut attrs = around.attrs.iter().flat_map(|attrs| &attrs.list);
    let silenced = attrs
        .any(|attr| allows(attr) == Some(true) && names(attr).any(|name| name == WARNINGS) && holds(attr));
    silenced || around.manifest.iter().any(|level| level.name == WARNINGS && level.allowed)
}

/// Whether an attribute allows lints or raises them; `None`: neither.
fn allows(attr: &Attr) -> Option<bool> {
    match attr.path.as_str() {
        "allow" | "expect" => Some(true),
        "warn" | "deny" | "forbid" => Some(false),
        _ => None,
    }
}

/// The lints that an attribute names: all up to a `reason = "…"`.
fn names(attr: &Attr) -> impl Iterator<Item = &str> {
    attr.args.split(',').map(str::trim).take_while(|name| !name.contains('='))
}
