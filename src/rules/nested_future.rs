//! `spawn(async { f() })`, `nested().await;`: what a future gives is a future, and nobody awaits that.

use super::{Lost, Rule, Words, lints};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static NESTED_FUTURE: RuleMeta = RuleMeta {
    name: "nested_future",
    level: Level::Warn,
    summary: Text {
        en: "a future gives another future, which is dropped before it has run",
        ru: "футура возвращает другую футуру, и ту отбрасывают, не выполнив",
    },
    page: Text { en: include_str!("nested_future.md"), ru: include_str!("nested_future.ru.md") },
    lints: &[
        &lints::ASYNC_YIELDS_ASYNC,
        &lints::UNUSED_MUST_USE,
        &lints::LET_UNDERSCORE_FUTURE,
        &lints::LET_UNDERSCORE_MUST_USE,
    ],
};

pub(super) const RULE: Rule = Rule { meta: &NESTED_FUTURE, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate() || discard.how == How::TaskOutput
}

fn matches(lost: &Lost) -> bool {
    match lost.loss {
        Loss::Output(_) | Loss::OutputBuilder => true,
        Loss::Future(_) | Loss::Builder => lost.discard.how == How::TaskOutput,
        _ => false,
    }
}

/// Of an output that becomes a future when it is awaited.
const BUILDER: Text = Text {
    en: "awaiting this gives something that must be awaited too, and it is dropped",
    ru: "результат этого `.await` тоже нужно дождаться, а он отброшен",
};

/// Of an output that is a future.
const OUTPUT: Text = Text {
    en: "awaiting this gives another future, which is dropped without being awaited",
    ru: "результат этого `.await` — ещё одна футура, она отброшена, её никто не дождался",
};

/// What to do.
const SECOND_AWAIT: Text = Text {
    en: "add a second `.await`: what the first one gives has not run yet",
    ru: "добавьте второй `.await`: то, что вернул первый, ещё не выполнялось",
};

/// The same for a task's last expression.
const AWAIT_IN_TASK: Text = Text {
    en: "add `.await` to the last expression of the task: what it gives has not run yet",
    ru: "добавьте `.await` к последнему выражению задачи: то, что оно возвращает, ещё не выполнялось",
};

fn say(lost: &Lost) -> Words {
    let (named, unnamed) = match lost.discard.how {
        How::TaskOutput if *lost.loss == Loss::Builder => (
            Text {
                en: "what `{}` gives is what this task gives back, and nothing awaits it",
                ru: "результат этой задачи — то, что вернула `{}`, и его никто не дождётся",
            },
            Text {
                en: "this is what this task gives back, and nothing awaits it",
                ru: "это результат задачи, и его никто не дождётся",
            },
        ),
        How::TaskOutput => (
            Text {
                en: "the future of `{}` is what this task gives back, and nothing awaits it",
                ru: "результат этой задачи — футура `{}`, и её никто не дождётся",
            },
            Text {
                en: "this future is what this task gives back, and nothing awaits it",
                ru: "результат этой задачи — футура, и её никто не дождётся",
            },
        ),
        _ if *lost.loss == Loss::OutputBuilder => (BUILDER, BUILDER),
        _ => (OUTPUT, OUTPUT),
    };
    let help = if lost.discard.how == How::TaskOutput { AWAIT_IN_TASK } else { SECOND_AWAIT };
    lost.say(named, unnamed, help)
}
