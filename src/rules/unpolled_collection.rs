//! `q.push(f());`, and nothing ever polls `q`.

use super::{Lost, Rule, Words, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static UNPOLLED_COLLECTION: RuleMeta = RuleMeta {
    name: "unpolled_collection",
    level: Level::Warn,
    summary: "futures are put into a collection that nothing polls, so their code never runs",
    why: "a collection keeps futures, it does not run them: something must poll it to its end",
    page: include_str!("unpolled_collection.md"),
};

pub(super) const RULE: Rule = Rule { meta: &UNPOLLED_COLLECTION, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how == How::OnlyFilled
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Held(_))
}

fn say(_: &Lost, _: &Evidence) -> Words {
    let message = "futures are put into this collection, and nothing ever polls it".to_owned();
    Words { message, help: words::POLL_ALL.to_owned() }
}
