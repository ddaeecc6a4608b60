//! `q.push(f());`, and nothing ever polls `q`.

use super::{Lost, Rule, Words, lints, words};
use crate::discards::{Discard, How};
use crate::finding::{Level, RuleMeta};
use crate::infer::Loss;
use crate::lang::Text;

/// See the page.
pub static UNPOLLED_COLLECTION: RuleMeta = RuleMeta {
    name: "unpolled_collection",
    level: Level::Warn,
    summary: Text {
        en: "futures are put into a collection that nothing polls, so their code never runs",
        ru: "футуры складывают в коллекцию, которую никто не опрашивает, и их код не выполняется",
    },
    page: Text { en: include_str!("unpolled_collection.md"), ru: include_str!("unpolled_collection.ru.md") },
    lints: &[&lints::COLLECTION_IS_NEVER_READ],
};

pub(super) const RULE: Rule = Rule { meta: &UNPOLLED_COLLECTION, looks_at, matches, say };

fn looks_at(discard: &Discard) -> bool {
    discard.how == How::OnlyFilled
}

fn matches(lost: &Lost) -> bool {
    matches!(lost.loss, Loss::Held(_))
}

fn say(lost: &Lost) -> Words {
    const MESSAGE: Text = Text {
        en: "futures are put into this collection, and nothing ever polls it",
        ru: "в эту коллекцию складывают футуры, но её никто не опрашивает",
    };
    const NAMED: Text = Text {
        en: "futures are put into `{}`, and nothing ever polls it",
        ru: "в `{}` складывают футуры, но эту коллекцию никто не опрашивает",
    };
    let Words { message, help } = lost.say(MESSAGE, MESSAGE, words::poll_all(lost));
    match lost.bound {
        Some(name) => Words { message: NAMED.with(lost.lang, name), help },
        None => Words { message, help },
    }
}
