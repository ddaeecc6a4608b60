//! `let _ = f();` and the other ways to give a future to `_`.

use super::{Lost, Rule, Words, lints, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static LET_UNDERSCORE_FUTURE: RuleMeta = RuleMeta {
    name: "let_underscore_future",
    level: Level::Warn,
    summary: Text {
        en: "a future is given to `_` and dropped at once, so its code never runs",
        ru: "футуру отдают `_` и сразу отбрасывают, так что её код не выполняется",
    },
    page: Text {
        en: include_str!("let_underscore_future.md"),
        ru: include_str!("let_underscore_future.ru.md"),
    },
    lints: &[&lints::LET_UNDERSCORE_FUTURE, &lints::LET_UNDERSCORE_MUST_USE],
};

pub(super) const RULE: Rule = Rule { meta: &LET_UNDERSCORE_FUTURE, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_underscore()
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Future(_))
}

fn say(lost: &Lost) -> Words {
    let (named, unnamed) = match lost.discard.how {
        How::Match => (
            Text {
                en: "the future of `{}` is matched with `_` and never awaited",
                ru: "футура `{}` сопоставлена с `_`, её никто не дождётся",
            },
            Text {
                en: "this future is matched with `_` and never awaited",
                ru: "эта футура сопоставлена с `_`, её никто не дождётся",
            },
        ),
        How::PatternHole => (
            Text {
                en: "the future of `{}` falls into the `_` of a pattern and is never awaited",
                ru: "футура `{}` попадает в `_` образца, её никто не дождётся",
            },
            Text {
                en: "this future falls into the `_` of a pattern and is never awaited",
                ru: "эта футура попадает в `_` образца, её никто не дождётся",
            },
        ),
        How::LetUnderscoreRef => (
            Text {
                en: "the future of `{}` is borrowed by `_` and never awaited",
                ru: "`_` лишь заимствует футуру `{}`, её никто не дождётся",
            },
            Text {
                en: "this future is borrowed by `_` and never awaited",
                ru: "`_` лишь заимствует эту футуру, её никто не дождётся",
            },
        ),
        _ => (
            Text {
                en: "the future of `{}` is assigned to `_` and never awaited",
                ru: "футура `{}` присвоена `_`, её никто не дождётся",
            },
            Text {
                en: "this future is assigned to `_` and never awaited",
                ru: "эта футура присвоена `_`, её никто не дождётся",
            },
        ),
    };
    lost.say(named, unnamed, words::run_it(lost))
}
