//! `// unawaited: allow(rule)`: a comment that suppresses nothing though it means to. What it says is decided by `suppress`.

use crate::finding::{Level, RuleMeta};
use crate::lang::Text;

/// See the page.
pub static INVALID_SUPPRESSION: RuleMeta = RuleMeta {
    name: "invalid_suppression",
    level: Level::Warn,
    summary: Text {
        en: "a comment that should suppress findings does not: it gives no reason, names no rule, or has expired",
        ru: "комментарий должен подавлять находки, но не подавляет: без причины, без правила или просрочен",
    },
    page: Text { en: include_str!("invalid_suppression.md"), ru: include_str!("invalid_suppression.ru.md") },
    lints: &[],
};
