//! `thread::spawn(|| async { … });`: a thread makes a future and never runs it.

use super::{Lost, Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static FUTURE_IN_THREAD: RuleMeta = RuleMeta {
    name: "future_in_thread",
    level: Level::Warn,
    summary: "a thread's closure gives back a future, which no thread runs",
    why: "a thread runs its closure, and the closure only makes the future: a thread has no event loop to run it",
    page: include_str!("future_in_thread.md"),
};

pub(super) const RULE: Rule = Rule { meta: &FUTURE_IN_THREAD, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate() || discard.how == How::UnusedBinding
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Thread(_))
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let message = match lost.callee {
        Some(name) => format!("the closure given to `{name}` only makes a future: nothing in it runs"),
        None => "this thread's closure only makes a future: nothing in it runs".to_owned(),
    };
    Words { message, help: words::RUN_IN_THREAD.to_owned() }
}
