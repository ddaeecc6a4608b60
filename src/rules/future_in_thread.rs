//! `thread::spawn(|| async { … });`: a thread makes a future and never runs it.

use super::{Lost, Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static FUTURE_IN_THREAD: RuleMeta = RuleMeta {
    name: "future_in_thread",
    level: Level::Warn,
    summary: Text {
        en: "a thread's closure gives back a future, which no thread runs",
        ru: "замыкание потока возвращает футуру, которую ни один поток не выполняет",
    },
    page: Text { en: include_str!("future_in_thread.md"), ru: include_str!("future_in_thread.ru.md") },
    lints: &[],
};

pub(super) const RULE: Rule = Rule { meta: &FUTURE_IN_THREAD, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate() || discard.how == How::UnusedBinding
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Thread(..))
}

fn say(lost: &Lost) -> Words {
    lost.say(
        Text {
            en: "the closure given to `{}` only makes a future: nothing in it runs",
            ru: "замыкание, переданное в `{}`, лишь создаёт футуру: её код не выполняется",
        },
        Text {
            en: "this thread's closure only makes a future: nothing in it runs",
            ru: "замыкание этого потока лишь создаёт футуру: её код не выполняется",
        },
        words::RUN_IN_THREAD,
    )
}
