//! `rules`: the list of rules, or all of their pages as one document.

use std::io::{self, Write};

use super::NOTHING;
use super::args::RulesFormat;
use super::terminal::Terminal;
use crate::explain::reference;
use crate::lang::{Lang, Text};
use crate::report::{Colour, paint};
use crate::rules::RULES;

/// The last line.
const MORE: Text = Text {
    en: "`cargo unawaited explain RULE` tells more; `-A`, `-W` and `-D RULE` set a rule's level.",
    ru: "Подробнее: `cargo unawaited explain ПРАВИЛО`; уровень правила задают `-A`, `-W` и `-D ПРАВИЛО`.",
};

/// Runs the command; gives the exit code.
pub fn run(format: RulesFormat, lang: Lang, terminal: &Terminal) -> u8 {
    let print = |out: &mut dyn Write, colours| match format {
        RulesFormat::Text => write(lang, out, colours),
        RulesFormat::Markdown => out.write_all(reference(lang).as_bytes()),
    };
    terminal.print(NOTHING, print).code()
}

fn write(lang: Lang, out: &mut dyn Write, colours: bool) -> io::Result<()> {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in RULES.iter() {
        let name = paint(&format!("{:width$}", rule.name), Colour::Name, colours);
        writeln!(out, "{name}  {:5}  {}", rule.level.name(), rule.summary.get(lang))?;
    }
    writeln!(out, "\n{}", MORE.get(lang))
}
