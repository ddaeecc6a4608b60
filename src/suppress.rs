//! Where a finding is not wanted: attributes that allow what it is about.

use crate::summary::{Attr, Attrs};

/// Lints of rustc and clippy that are about a lost future.
const LINTS: [&str; 2] = ["unused_must_use", "clippy::let_underscore_future"];

/// Groups that hold them.
const GROUPS: [&str; 4] = ["unused", "warnings", "clippy::suspicious", "clippy::all"];

/// Whether attributes (`#[allow(…)]`, `#[expect(…)]`) of the code around allow a lost future.
pub fn is_allowed<'a>(around: impl IntoIterator<Item = &'a Attrs>) -> bool {
    around.into_iter().flat_map(|attrs| &attrs.list).any(allows)
}

/// A whole group that is allowed under a condition (`cfg_attr(wasm, allow(unused))`) is meant for what that condition
/// leaves unused, not for lost futures everywhere.
fn allows(attr: &Attr) -> bool {
    let named = |lint: &str| LINTS.contains(&lint) || (!attr.conditional && GROUPS.contains(&lint));
    (attr.path == "allow" || attr.path == "expect") && attr.args.split(',').any(|lint| named(lint.trim()))
}
