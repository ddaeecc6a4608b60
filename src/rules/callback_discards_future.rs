//! `each(ids, |id| save(id));`: the callback gives a future, and who calls it throws that away.

use super::{Lost, Rule, Words};
use crate::discards::Discard;
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static CALLBACK_DISCARDS_FUTURE: RuleMeta = RuleMeta {
    name: "callback_discards_future",
    level: Level::Warn,
    summary: "a callback gives a future to a function that throws away what callbacks give",
    why: "who calls the callback gets the future, and a future that its caller drops never runs",
    page: include_str!("callback_discards_future.md"),
};

pub(super) const RULE: Rule = Rule { meta: &CALLBACK_DISCARDS_FUTURE, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate()
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Callback(..))
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let message = match lost.callee {
        Some(name) => format!("this callback gives a future, and `{name}` drops it without awaiting it"),
        None => "this callback gives a future, and who calls it drops it without awaiting it".to_owned(),
    };
    let help = "call it in a loop and `.await` each future, or have the function take an `impl AsyncFn` and await it";
    Words { message, help: help.to_owned() }
}
