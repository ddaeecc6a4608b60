//! `let _ = f();` and the other ways to give a future to `_`.

use super::{Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::Evidence;

/// See the page.
pub static LET_UNDERSCORE_FUTURE: RuleMeta = RuleMeta {
    name: "let_underscore_future",
    level: Level::Warn,
    summary: "a future is given to `_` and dropped at once, so its code never runs",
    why: "`_` binds nothing: the future is dropped before anything has polled it",
    page: include_str!("let_underscore_future.md"),
};

pub(super) const RULE: Rule = Rule { meta: &LET_UNDERSCORE_FUTURE, matches, say };

fn matches(discard: &Discard) -> bool {
    discard.how != How::Statement
}

fn say(discard: &Discard, evidence: &Evidence) -> Words {
    let future = match evidence.callee {
        Some(name) => format!("the future of `{name}`"),
        None => "this future".to_owned(),
    };
    let message = match discard.how {
        How::Match => format!("{future} is matched with `_` and never awaited"),
        How::PatternHole => format!("{future} falls into the `_` of a pattern and is never awaited"),
        How::LetUnderscoreRef => format!("{future} is borrowed by `_` and never awaited"),
        _ => format!("{future} is assigned to `_` and never awaited"),
    };
    Words { message, help: words::run_it(discard).to_owned() }
}
