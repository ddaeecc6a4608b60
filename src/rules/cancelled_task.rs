//! `let _ = smol::spawn(f());`: the drop of the handle cancels the task.

use super::{Lost, Rule, Words, lints, words};
use crate::discards::Discard;
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static CANCELLED_TASK: RuleMeta = RuleMeta {
    name: "cancelled_task",
    level: Level::Warn,
    summary: Text {
        en: "a task is cancelled because its handle is dropped at once",
        ru: "задача отменяется, потому что её дескриптор сразу уничтожается",
    },
    page: Text { en: include_str!("cancelled_task.md"), ru: include_str!("cancelled_task.ru.md") },
    lints: &[&lints::UNUSED_MUST_USE, &lints::LET_UNDERSCORE_FUTURE, &lints::LET_UNDERSCORE_MUST_USE],
};

pub(super) const RULE: Rule = Rule { meta: &CANCELLED_TASK, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate()
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Task)
}

fn say(lost: &Lost) -> Words {
    lost.say(
        Text {
            en: "the task of `{}` is cancelled at once: its handle is dropped here",
            ru: "задача, которую запустила `{}`, тут же отменяется: её дескриптор уничтожается здесь",
        },
        Text {
            en: "this task is cancelled at once: its handle is dropped here",
            ru: "эта задача тут же отменяется: её дескриптор уничтожается здесь",
        },
        words::detach(lost),
    )
}
