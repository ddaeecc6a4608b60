//! `// unawaited: allow(rule): reason` where the rule finds nothing. What it says is decided by `suppress`.

use crate::finding::{Level, RuleMeta};
use crate::lang::Text;

/// See the page.
pub static UNUSED_SUPPRESSION: RuleMeta = RuleMeta {
    name: "unused_suppression",
    level: Level::Warn,
    summary: Text {
        en: "a comment suppresses a rule that finds nothing there",
        ru: "комментарий подавляет правило, которое там ничего не находит",
    },
    page: Text { en: include_str!("unused_suppression.md"), ru: include_str!("unused_suppression.ru.md") },
    lints: &[],
};
