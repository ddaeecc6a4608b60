//! `let guard = lock.lock();`: a future is bound to a name that nothing reads.

use super::{Lost, Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static UNUSED_FUTURE_BINDING: RuleMeta = RuleMeta {
    name: "unused_future_binding",
    level: Level::Warn,
    summary: "a future is bound to a name that nothing reads, so its code never runs",
    why: "a name keeps the future alive to the end of the block, but only `.await` would run it",
    page: include_str!("unused_future_binding.md"),
};

pub(super) const RULE: Rule = Rule { meta: &UNUSED_FUTURE_BINDING, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    matches!(discard.how, How::UnusedBinding | How::DroppedBinding)
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Future(_)) && (lost.discard.how == How::UnusedBinding || words::is_guard(lost))
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let future = words::the_future(lost);
    let message = match words::is_guard(lost) {
        true => format!("{future} is bound to a name and never awaited: nothing is locked or acquired"),
        false => format!("{future} is bound to a name that nothing reads, and never awaited"),
    };
    Words { message, help: words::run_it(lost).to_owned() }
}
