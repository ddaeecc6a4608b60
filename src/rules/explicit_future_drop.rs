//! `drop(f());`: a future is dropped by name, mostly on purpose. Off unless asked for.

use super::{Lost, Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static EXPLICIT_FUTURE_DROP: RuleMeta = RuleMeta {
    name: "explicit_future_drop",
    level: Level::Allow,
    summary: Text {
        en: "a future is given to `drop` before anything has run it",
        ru: "футуру отдают в `drop` прежде, чем её кто-нибудь выполнил",
    },
    page: Text {
        en: include_str!("explicit_future_drop.md"),
        ru: include_str!("explicit_future_drop.ru.md"),
    },
    lints: &[],
};

pub(super) const RULE: Rule = Rule { meta: &EXPLICIT_FUTURE_DROP, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    matches!(discard.how, How::Drop | How::DroppedBinding)
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Future(_))
}

fn say(lost: &Lost) -> Words {
    lost.say(
        Text {
            en: "the future of `{}` is dropped by hand before it has run",
            ru: "футура `{}` отброшена вручную, не начав выполняться",
        },
        Text {
            en: "this future is dropped by hand before it has run",
            ru: "эта футура отброшена вручную, не начав выполняться",
        },
        words::run_it(lost),
    )
}
