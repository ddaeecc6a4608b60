//! `each(ids, |id| save(id));`: the callback gives a future, and who calls it throws that away.

use super::{Lost, Rule, Words};
use crate::discards::Discard;
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static CALLBACK_DISCARDS_FUTURE: RuleMeta = RuleMeta {
    name: "callback_discards_future",
    level: Level::Warn,
    summary: Text {
        en: "a callback gives a future to a function that throws away what callbacks give",
        ru: "колбэк возвращает футуру, а вызывающая функция отбрасывает всё, что возвращают колбэки",
    },
    page: Text {
        en: include_str!("callback_discards_future.md"),
        ru: include_str!("callback_discards_future.ru.md"),
    },
    lints: &[],
};

pub(super) const RULE: Rule = Rule { meta: &CALLBACK_DISCARDS_FUTURE, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate()
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Callback(..))
}

fn say(lost: &Lost) -> Words {
    lost.say(
        Text {
            en: "this callback gives a future, and `{}` drops it without awaiting it",
            ru: "этот колбэк возвращает футуру, а `{}` отбрасывает её, не дождавшись",
        },
        Text {
            en: "this callback gives a future, and who calls it drops it without awaiting it",
            ru: "этот колбэк возвращает футуру, а тот, кто его вызывает, отбрасывает её, не дождавшись",
        },
        Text {
            en: "call it in a loop and `.await` each future, or have the function take an `impl AsyncFn` and await it",
            ru: "вызывайте его в цикле, дожидаясь каждой футуры, или сделайте параметр функции `impl AsyncFn` и ждите в ней",
        },
    )
}
