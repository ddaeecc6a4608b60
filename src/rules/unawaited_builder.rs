//! `builder();` of a type that becomes a future when it is awaited.

use super::{Lost, Rule, Words, lints, words};
use crate::discards::{Context, Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::{Around, Loss};
use crate::lang::Text;

/// See the page.
pub static UNAWAITED_BUILDER: RuleMeta = RuleMeta {
    name: "unawaited_builder",
    level: Level::Warn,
    summary: Text {
        en: "a value that does its work only when it is awaited is thrown away",
        ru: "отброшено значение, которое делает свою работу, только когда его ждут через `.await`",
    },
    page: Text { en: include_str!("unawaited_builder.md"), ru: include_str!("unawaited_builder.ru.md") },
    lints: &[&lints::UNUSED_MUST_USE, &lints::LET_UNDERSCORE_MUST_USE],
};

pub(super) const RULE: Rule = Rule { meta: &UNAWAITED_BUILDER, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how.is_immediate() || discard.how == How::UnusedBinding
}

fn matches(lost: &Lost) -> bool {
    match lost.loss {
        Loss::Builder => true,
        // Under a name one may be put together to look at it; a test that cannot await tries how that goes.
        Loss::Unstarted(_) => lost.discard.how.is_immediate() && !in_plain_test(lost),
        _ => false,
    }
}

fn in_plain_test(lost: &Lost) -> bool {
    lost.around == Around::Test && lost.discard.context != Context::Async
}

fn say(lost: &Lost) -> Words {
    match lost.start {
        Some(start) => unstarted(lost, start),
        None => lost.say(
            Text {
                en: "what `{}` gives is dropped without being awaited, so nothing is done",
                ru: "то, что вернула `{}`, отброшено без `.await`, поэтому ничего не сделано",
            },
            Text {
                en: "this is dropped without being awaited, so nothing is done",
                ru: "это значение отброшено без `.await`, поэтому ничего не сделано",
            },
            words::run_it(lost),
        ),
    }
}

fn unstarted(lost: &Lost, start: &str) -> Words {
    let Words { message, help } = lost.say(
        Text {
            en: "what `{}` gives is dropped before anything is done with it: it only describes the work",
            ru: "то, что вернула `{}`, отброшено, и ничего не сделано: это только описание работы",
        },
        Text {
            en: "this is dropped before anything is done with it: it only describes the work",
            ru: "это значение отброшено, и ничего не сделано: это только описание работы",
        },
        words::run_it(lost),
    );
    let first = Text {
        en: "call what begins the work, such as `{}`, and run the future that it gives",
        ru: "вызовите то, что начинает работу, например `{}`, и выполните футуру, которую этот вызов вернёт",
    };
    Words { message, help: format!("{}: {help}", first.with(lost.lang, start)) }
}
