//! The rules: one file of code and one of explanation each, and the list of them.

use crate::finding::{Level, RuleMeta};

/// All rules, sorted by name.
pub static RULES: &[&RuleMeta] = &[&DROPPED_FUTURE, &LET_UNDERSCORE_FUTURE];

/// `f();`
pub static DROPPED_FUTURE: RuleMeta = RuleMeta {
    name: "dropped_future",
    level: Level::Warn,
    summary: "a future is created by a statement and dropped at once, so its code never runs",
    why: "`async` makes a future; `.await` hands it to the event loop, and only then does its body run",
    page: include_str!("dropped_future.md"),
};

/// `let _ = f();`
pub static LET_UNDERSCORE_FUTURE: RuleMeta = RuleMeta {
    name: "let_underscore_future",
    level: Level::Warn,
    summary: "a future is assigned to `_` and dropped at once, so its code never runs",
    why: "`_` binds nothing: the future is dropped where it is made, before anything has polled it",
    page: include_str!("let_underscore_future.md"),
};

/// The rule of that name.
pub fn find(name: &str) -> Option<&'static RuleMeta> {
    RULES.iter().copied().find(|rule| rule.name == name)
}
