//! `f();`: a statement makes a future and drops it.

use super::{Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::Evidence;

/// See the page.
pub static DROPPED_FUTURE: RuleMeta = RuleMeta {
    name: "dropped_future",
    level: Level::Warn,
    summary: "a future is created by a statement and dropped at once, so its code never runs",
    why: "`async` makes a future; `.await` hands it to the event loop, and only then does its body run",
    page: include_str!("dropped_future.md"),
};

pub(super) const RULE: Rule = Rule { meta: &DROPPED_FUTURE, matches, say };

fn matches(discard: &Discard) -> bool {
    discard.how == How::Statement
}

fn say(discard: &Discard, evidence: &Evidence) -> Words {
    let message = match evidence.callee {
        Some(name) => format!("the future of `{name}` is dropped without being awaited"),
        None => "this future is dropped without being awaited".to_owned(),
    };
    Words { message, help: words::run_it(discard).to_owned() }
}
