//! `let _ = f();` and the other ways to give a future to `_`.

use super::{Lost, Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static LET_UNDERSCORE_FUTURE: RuleMeta = RuleMeta {
    name: "let_underscore_future",
    level: Level::Warn,
    summary: "a future is given to `_` and dropped at once, so its code never runs",
    why: "`_` binds nothing: the future is dropped before anything has polled it",
    page: include_str!("let_underscore_future.md"),
};

pub(super) const RULE: Rule = Rule { meta: &LET_UNDERSCORE_FUTURE, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_underscore()
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Future(_))
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let future = words::the_future(lost);
    let message = match lost.discard.how {
        How::Match => format!("{future} is matched with `_` and never awaited"),
        How::PatternHole => format!("{future} falls into the `_` of a pattern and is never awaited"),
        How::LetUnderscoreRef => format!("{future} is borrowed by `_` and never awaited"),
        _ => format!("{future} is assigned to `_` and never awaited"),
    };
    Words { message, help: words::run_it(lost).to_owned() }
}
