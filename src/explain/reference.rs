//! The rules' pages as one document: a table, then each page, one level of headings down.

use crate::lang::{Lang, Text};
use crate::rules::RULES;

const TITLE: Text = Text { en: "Rules", ru: "Правила" };

const OPENING: Text = Text {
    en: "Printed by `cargo unawaited rules --output-format markdown --lang en`; changes belong into the pages of\n\
         `src/rules/`. A line that a rule reports ends with `//~ rule`.",
    ru: "Напечатано командой `cargo unawaited rules --output-format markdown --lang ru`; правят не этот файл,\n\
         а страницы в `src/rules/`. Строка, о которой сообщает правило, кончается на `//~ rule`.",
};

const TABLE: Text = Text {
    en: "| rule | level | finds |\n| --- | --- | --- |",
    ru: "| правило | уровень | что находит |\n| --- | --- | --- |",
};

/// The document, Markdown.
pub fn reference(lang: Lang) -> String {
    let mut out = format!("# {}\n\n{}\n\n{}\n", TITLE.get(lang), OPENING.get(lang), TABLE.get(lang));
    for rule in RULES.iter() {
        let (name, level, summary) = (rule.name, rule.level.name(), rule.summary.get(lang));
        out.push_str(&format!("| [`{name}`](#{name}) | {level} | {summary} |\n"));
    }
    for rule in RULES.iter() {
        out.push('\n');
        let mut in_code = false;
        for line in rule.page.get(lang).trim_end().lines() {
            in_code ^= line.starts_with("```");
            let heading = !in_code && line.starts_with('#');
            out.push_str(if heading { "#" } else { "" });
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}
