//! `f();`: a statement makes a future and drops it.

use super::{Lost, Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static DROPPED_FUTURE: RuleMeta = RuleMeta {
    name: "dropped_future",
    level: Level::Warn,
    summary: "a future is created by a statement and dropped at once, so its code never runs",
    why: "`async` makes a future; `.await` hands it to the event loop, and only then does its body run",
    page: include_str!("dropped_future.md"),
};

pub(super) const RULE: Rule = Rule { meta: &DROPPED_FUTURE, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how == How::Statement
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Future(_))
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let message = format!("{} is dropped without being awaited", words::the_future(lost));
    Words { message, help: words::run_it(lost).to_owned() }
}
