//! `drop(f());`: a future is dropped by name, mostly on purpose. Off unless asked for.

use super::{Lost, Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static EXPLICIT_FUTURE_DROP: RuleMeta = RuleMeta {
    name: "explicit_future_drop",
    level: Level::Allow,
    summary: "a future is given to `drop` before anything has run it",
    why: "dropping a future is how one says that its code shall not run",
    page: include_str!("explicit_future_drop.md"),
};

pub(super) const RULE: Rule = Rule { meta: &EXPLICIT_FUTURE_DROP, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    matches!(discard.how, How::Drop | How::DroppedBinding)
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Future(_))
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let message = format!("{} is dropped by hand before it has run", words::the_future(lost));
    Words { message, help: words::run_it(lost).to_owned() }
}
