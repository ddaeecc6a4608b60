//! What is said of suppressions, in every language.

use super::comments::Fault;
use crate::lang::{Lang, Text};

pub(super) const LABEL: Text = Text { en: "suppresses nothing", ru: "ничего не подавляет" };

pub(super) const UNUSED: Text = Text {
    en: "`{}` finds nothing here to suppress",
    ru: "`{}` здесь ничего не находит, подавлять нечего",
};

pub(super) const TAKE_OUT: Text = Text { en: "take it out", ru: "уберите его" };

pub(super) const OF_THE_FILE: Text = Text {
    en: "it speaks only of what follows it: take it out, or begin it with `//!` for the whole file",
    ru: "он относится только к тому, что за ним следует: уберите его или начните с `//!` для всего файла",
};

const FORM: Text = Text {
    en: "write `// unawaited: allow(rule): reason`",
    ru: "пишите `// unawaited: allow(правило): причина`",
};

impl Fault {
    pub(super) fn message(&self, lang: Lang) -> String {
        let said = self.text().with(lang, self.named());
        match self {
            Fault::Unknown(_, Some(near)) => said.replacen("{near}", near, 1),
            _ => said,
        }
    }

    /// What it names, for the `{}` of its text.
    fn named(&self) -> &str {
        match self {
            Fault::Word(name) | Fault::Unknown(name, _) | Fault::BadDate(name) | Fault::Expired(name) => name,
            _ => "",
        }
    }

    fn text(&self) -> Text {
        match self {
            Fault::Word(_) => Text {
                en: "`{}` is no word that suppresses",
                ru: "слово `{}` ничего не подавляет",
            },
            Fault::Unknown(_, None) => Text { en: "there is no rule `{}`", ru: "правила `{}` нет" },
            Fault::Unknown(_, Some(_)) => Text {
                en: "there is no rule `{}`; did you mean `{near}`?",
                ru: "правила `{}` нет; возможно, имелось в виду `{near}`?",
            },
            Fault::BadDate(_) => Text { en: "`{}` is no date", ru: "`{}` — не дата" },
            Fault::Expired(_) => Text {
                en: "this suppression expired after {}",
                ru: "срок этого подавления истёк: {}",
            },
            Fault::NoRule => Text {
                en: "this suppression names no rule",
                ru: "здесь не названо ни одного правила",
            },
            Fault::NoParentheses => Text {
                en: "this suppression names its rule without parentheses",
                ru: "правило здесь названо без скобок",
            },
            Fault::NoColon => Text {
                en: "this suppression gives its reason without a colon",
                ru: "причина здесь названа без двоеточия",
            },
            Fault::NoReason => Text {
                en: "this suppression gives no reason",
                ru: "здесь не названа причина",
            },
            Fault::NotAtTop => Text {
                en: "`//!` suppresses only at the top of a file",
                ru: "`//!` подавляет только в начале файла",
            },
            Fault::Documentation => Text {
                en: "documentation suppresses nothing",
                ru: "документация ничего не подавляет",
            },
            Fault::NothingFollows => Text {
                en: "nothing follows that this could suppress",
                ru: "дальше нет ничего, что можно было бы подавить",
            },
        }
    }

    pub(super) fn help(&self) -> Text {
        match self {
            Fault::Unknown(..) => Text {
                en: "`cargo unawaited rules` lists the rules",
                ru: "список правил: `cargo unawaited rules`",
            },
            Fault::BadDate(_) => {
                Text { en: "write `until = YYYY-MM-DD`", ru: "пишите `until = ГГГГ-ММ-ДД`" }
            }
            Fault::Expired(_) => Text {
                en: "mend what it suppressed, or think again and set a later day",
                ru: "исправьте то, что оно подавляло, или обдумайте ещё раз и назначьте новый срок",
            },
            Fault::NotAtTop | Fault::Documentation | Fault::NothingFollows => Text {
                en: "write it with `//` on the line, above the statement or above the item",
                ru: "пишите его через `//` в той же строке, над инструкцией или над элементом",
            },
            Fault::Word(_) | Fault::NoRule | Fault::NoParentheses | Fault::NoReason | Fault::NoColon => FORM,
        }
    }
}
