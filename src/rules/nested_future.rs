//! `spawn(async { f() })`, `nested().await;`: what a future gives is a future, and nobody awaits that.

use super::{Lost, Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static NESTED_FUTURE: RuleMeta = RuleMeta {
    name: "nested_future",
    level: Level::Warn,
    summary: "a future gives another future, which is dropped before it has run",
    why: "one `.await` runs one future: when its output is a future too, that one still waits to be awaited",
    page: include_str!("nested_future.md"),
};

pub(super) const RULE: Rule = Rule { meta: &NESTED_FUTURE, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate() || discard.how == How::TaskOutput
}

fn matches(lost: &Lost) -> bool {
    match lost.loss {
        Loss::Output(_) | Loss::OutputBuilder => true,
        Loss::Future(_) => lost.discard.how == How::TaskOutput,
        _ => false,
    }
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let message = match lost.discard.how {
        How::TaskOutput => {
            format!("{} is what this task gives back, and nothing awaits it", words::the_future(lost))
        }
        _ if *lost.loss == Loss::OutputBuilder => {
            "awaiting this gives something that must be awaited too, and it is dropped".to_owned()
        }
        _ => "awaiting this gives another future, which is dropped without being awaited".to_owned(),
    };
    Words { message, help: "add a second `.await`: what the first one gives has not run yet".to_owned() }
}
