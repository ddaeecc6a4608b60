//! `stream.then(f);`: a stream that nothing polls.

use super::{Lost, Rule, Words, lints, words};
use crate::discards::Discard;
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static UNPOLLED_STREAM: RuleMeta = RuleMeta {
    name: "unpolled_stream",
    level: Level::Warn,
    summary: Text {
        en: "a stream is made and dropped before anything has polled it",
        ru: "стрим создают и отбрасывают прежде, чем его кто-нибудь опросил",
    },
    page: Text { en: include_str!("unpolled_stream.md"), ru: include_str!("unpolled_stream.ru.md") },
    lints: &[&lints::UNUSED_MUST_USE, &lints::LET_UNDERSCORE_MUST_USE],
};

pub(super) const RULE: Rule = Rule { meta: &UNPOLLED_STREAM, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate()
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Stream)
}

fn say(lost: &Lost) -> Words {
    lost.say(
        Text {
            en: "the stream of `{}` is dropped before anything has polled it",
            ru: "стрим, который вернула `{}`, отброшен, его никто не опросил",
        },
        Text {
            en: "this stream is dropped before anything has polled it",
            ru: "этот стрим отброшен, его никто не опросил",
        },
        words::drain(lost),
    )
}
