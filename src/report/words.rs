//! What formats add to a finding in words of their own, in every language.

use crate::lang::Text;

/// What stands before the reason.
pub const WHY: Text = Text { en: "why: {}", ru: "почему: {}" };
/// What stands before the advice.
pub const HELP: Text = Text { en: "help: {}", ru: "что делать: {}" };
/// Where more is said.
pub const EXPLAIN: Text =
    Text { en: "explain: cargo unawaited explain {}", ru: "подробнее: cargo unawaited explain {}" };
/// What is said of findings that are not certain.
pub const LIKELY: Text = Text {
    en: "note: likely, not certain: a part of the work was done, so that this may be meant",
    ru: "примечание: вероятно, но не наверняка: часть работы уже сделана, так что это может быть и намеренно",
};
