//! Where a finding is not wanted: attributes that allow what it is about.

use crate::summary::Attrs;

/// Lints of rustc and clippy that are about a lost future, and the groups that hold them.
const LINTS: [&str; 6] = [
    "unused_must_use",
    "unused",
    "warnings",
    "clippy::let_underscore_future",
    "clippy::suspicious",
    "clippy::all",
];

/// Whether attributes (`#[allow(…)]`, `#[expect(…)]`) of the code around allow a lost future.
pub fn is_allowed<'a>(around: impl IntoIterator<Item = &'a Attrs>) -> bool {
    around.into_iter().flat_map(|attrs| &attrs.list).any(|attr| {
        (attr.path == "allow" || attr.path == "expect")
            && attr.args.split(',').any(|lint| LINTS.contains(&lint.trim()))
    })
}
