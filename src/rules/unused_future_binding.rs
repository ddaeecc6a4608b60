//! `let guard = lock.lock();`: a future is bound to a name that nothing reads.

use super::{Lost, Rule, Words, lints, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static UNUSED_FUTURE_BINDING: RuleMeta = RuleMeta {
    name: "unused_future_binding",
    level: Level::Warn,
    summary: Text {
        en: "a future is bound to a name that nothing reads, so its code never runs",
        ru: "футура связана с именем, которое никто не читает, так что её код не выполняется",
    },
    page: Text {
        en: include_str!("unused_future_binding.md"),
        ru: include_str!("unused_future_binding.ru.md"),
    },
    lints: &[&lints::UNUSED_VARIABLES],
};

pub(super) const RULE: Rule = Rule { meta: &UNUSED_FUTURE_BINDING, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    matches!(discard.how, How::UnusedBinding | How::DroppedBinding)
}

fn matches(lost: &Lost) -> bool {
    match lost.loss {
        Loss::Future(_) => lost.discard.how == How::UnusedBinding || words::is_guard(lost),
        // A `_` in front says that it is to be kept, and what lies in it may have been polled before.
        Loss::Held(_) => {
            lost.discard.how == How::UnusedBinding && !lost.bound.is_some_and(|name| name.starts_with('_'))
        }
        _ => false,
    }
}

/// Of a future that is no call's.
const UNREAD: Text = Text {
    en: "this future is bound to a name that nothing reads, and never awaited",
    ru: "эта футура связана с именем, которое никто не читает, её никто не дождётся",
};

fn say(lost: &Lost) -> Words {
    if matches!(lost.loss, Loss::Held(_)) {
        return held(lost);
    }
    let (named, unnamed) = match words::is_guard(lost) {
        true => (
            Text {
                en: "the future of `{}` is bound to a name and never awaited: nothing is locked or acquired",
                ru: "футура `{}` связана с именем, её никто не дождётся: ничего не захвачено и не заблокировано",
            },
            UNREAD,
        ),
        false => (
            Text {
                en: "the future of `{}` is bound to a name that nothing reads, and never awaited",
                ru: "футура `{}` связана с именем, которое никто не читает, её никто не дождётся",
            },
            UNREAD,
        ),
    };
    lost.say(named, unnamed, words::run_it(lost))
}

/// Of a value that holds a future.
fn held(lost: &Lost) -> Words {
    lost.say(
        Text {
            en: "what `{}` gives is bound to a name that nothing reads, and a future in it is never awaited",
            ru: "то, что вернула `{}`, связано с именем, которое никто не читает, а футуры внутри никто не дождётся",
        },
        Text {
            en: "this is bound to a name that nothing reads, and a future in it is never awaited",
            ru: "это значение связано с именем, которое никто не читает, а футуры внутри никто не дождётся",
        },
        words::take_out(lost),
    )
}
