//! `o.map(|x| save(x));`: the value that is thrown away holds a future.

use super::{Lost, Rule, Words, lints, words};
use crate::discards::Discard;
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static FUTURE_IN_DROPPED_VALUE: RuleMeta = RuleMeta {
    name: "future_in_dropped_value",
    level: Level::Warn,
    summary: Text {
        en: "a value that holds a future is thrown away, and the future's code never runs",
        ru: "значение, в котором лежит футура, отбрасывают, и код футуры не выполняется",
    },
    page: Text {
        en: include_str!("future_in_dropped_value.md"),
        ru: include_str!("future_in_dropped_value.ru.md"),
    },
    lints: &[&lints::UNUSED_MUST_USE, &lints::LET_UNDERSCORE_MUST_USE],
};

pub(super) const RULE: Rule = Rule { meta: &FUTURE_IN_DROPPED_VALUE, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate()
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Held(_))
}

fn say(lost: &Lost) -> Words {
    lost.say(
        Text {
            en: "the result of `{}` is dropped, and a future in it that nothing has awaited",
            ru: "результат `{}` отброшен, а с ним и футура, которой никто не дождался",
        },
        Text {
            en: "this value is dropped, and a future in it that nothing has awaited",
            ru: "это значение отброшено, а с ним и футура, которой никто не дождался",
        },
        words::take_out(lost),
    )
}
