//! `builder();` of a type that becomes a future when it is awaited.

use super::{Lost, Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static UNAWAITED_BUILDER: RuleMeta = RuleMeta {
    name: "unawaited_builder",
    level: Level::Warn,
    summary: "a value that does its work only when it is awaited is thrown away",
    why: "it implements `IntoFuture`: it only describes the work, and `.await` is what starts it",
    page: include_str!("unawaited_builder.md"),
};

pub(super) const RULE: Rule = Rule { meta: &UNAWAITED_BUILDER, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate() || discard.how == How::UnusedBinding
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Builder)
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let message = match lost.callee {
        Some(name) => format!("what `{name}` gives is dropped without being awaited, so nothing is done"),
        None => "this is dropped without being awaited, so nothing is done".to_owned(),
    };
    Words { message, help: words::run_it(lost).to_owned() }
}
