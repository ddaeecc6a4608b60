//! The lints of rustc and clippy that are about what rules are about. Whoever allows one of them has said that the loss
//! is meant, so nothing is reported there.

use crate::finding::Lint;

/// `clippy::restriction` and `clippy::nursery` are off unless somebody asks for them: to allow all of such a group says
/// nothing of any of its lints.
const OFF: &[&str] = &[];

/// `f();`: rustc speaks of any value that must be used, futures among them.
pub(super) static UNUSED_MUST_USE: Lint =
    Lint { name: "unused_must_use", groups: &["unused"], underscore: false };

/// `let fut = f();`, and nothing reads `fut`.
pub(super) static UNUSED_VARIABLES: Lint =
    Lint { name: "unused_variables", groups: &["unused"], underscore: false };

/// `let _ = f();`
pub(super) static LET_UNDERSCORE_FUTURE: Lint = Lint {
    name: "clippy::let_underscore_future",
    groups: &["clippy::suspicious", "clippy::all"],
    underscore: true,
};

/// `let _ = …` of anything that must be used.
pub(super) static LET_UNDERSCORE_MUST_USE: Lint =
    Lint { name: "clippy::let_underscore_must_use", groups: OFF, underscore: true };

/// `spawn(async { f() })`
pub(super) static ASYNC_YIELDS_ASYNC: Lint = Lint {
    name: "clippy::async_yields_async",
    groups: &["clippy::correctness", "clippy::all"],
    underscore: false,
};

/// A collection that is filled and never read.
pub(super) static COLLECTION_IS_NEVER_READ: Lint =
    Lint { name: "clippy::collection_is_never_read", groups: OFF, underscore: false };
