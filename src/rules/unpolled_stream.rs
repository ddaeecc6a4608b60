//! `stream.then(f);`: a stream that nothing polls.

use super::{Lost, Rule, Words, words};
use crate::discards::Discard;
use crate::finding::{Level, RuleMeta};
use crate::infer::{Evidence, Loss};

/// See the page.
pub static UNPOLLED_STREAM: RuleMeta = RuleMeta {
    name: "unpolled_stream",
    level: Level::Warn,
    summary: "a stream is made and dropped before anything has polled it",
    why: "a stream is as lazy as a future: it makes its items one by one, when it is polled",
    page: include_str!("unpolled_stream.md"),
};

pub(super) const RULE: Rule = Rule { meta: &UNPOLLED_STREAM, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate()
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Stream)
}

fn say(lost: &Lost, _: &Evidence) -> Words {
    let message = match lost.callee {
        Some(name) => format!("the stream of `{name}` is dropped before anything has polled it"),
        None => "this stream is dropped before anything has polled it".to_owned(),
    };
    Words { message, help: words::DRAIN.to_owned() }
}
