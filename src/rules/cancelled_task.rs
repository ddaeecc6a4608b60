//! `let _ = smol::spawn(f());`: the drop of the handle cancels the task.

use super::{Lost, Rule, Words, words};
use crate::discards::Discard;
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static CANCELLED_TASK: RuleMeta = RuleMeta {
    name: "cancelled_task",
    level: Level::Warn,
    summary: "a task is cancelled because its handle is dropped at once",
    why: "with this executor the handle owns the task: when it is dropped, the task stops where it stands",
    page: include_str!("cancelled_task.md"),
};

pub(super) const RULE: Rule = Rule { meta: &CANCELLED_TASK, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate()
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Task)
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let message = match lost.callee {
        Some(name) => format!("the task of `{name}` is cancelled at once: its handle is dropped here"),
        None => "this task is cancelled at once: its handle is dropped here".to_owned(),
    };
    Words { message, help: words::DETACH.to_owned() }
}
