//! `f();`: a statement makes a future and drops it.

use super::{Lost, Rule, Words, lints, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static DROPPED_FUTURE: RuleMeta = RuleMeta {
    name: "dropped_future",
    level: Level::Warn,
    summary: Text {
        en: "a future is created by a statement and dropped at once, so its code never runs",
        ru: "инструкция создаёт футуру и тут же её отбрасывает, так что её код не выполняется",
    },
    page: Text { en: include_str!("dropped_future.md"), ru: include_str!("dropped_future.ru.md") },
    lints: &[&lints::UNUSED_MUST_USE],
};

pub(super) const RULE: Rule = Rule { meta: &DROPPED_FUTURE, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how == How::Statement
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Future(_))
}

fn say(lost: &Lost) -> Words {
    lost.say(
        Text {
            en: "the future of `{}` is dropped without being awaited",
            ru: "футура `{}` отброшена, её никто не дождался",
        },
        Text {
            en: "this future is dropped without being awaited",
            ru: "эта футура отброшена, её никто не дождался",
        },
        words::run_it(lost),
    )
}
