//! `o.map(|x| save(x));`: the value that is thrown away holds a future.

use super::{Lost, Rule, Words, words};
use crate::discards::Discard;
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static FUTURE_IN_DROPPED_VALUE: RuleMeta = RuleMeta {
    name: "future_in_dropped_value",
    level: Level::Warn,
    summary: "a value that holds a future is thrown away, and the future's code never runs",
    why: "what holds a future does not run it: with the `Option`, `Vec` or tuple around it, the future is dropped",
    page: include_str!("future_in_dropped_value.md"),
};

pub(super) const RULE: Rule = Rule { meta: &FUTURE_IN_DROPPED_VALUE, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate()
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Held(_))
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let message = match lost.callee {
        Some(name) => {
            format!("the result of `{name}` is dropped, and a future in it that nothing has awaited")
        }
        None => "this value is dropped, and a future in it that nothing has awaited".to_owned(),
    };
    Words { message, help: words::take_out(lost.discard).to_owned() }
}
