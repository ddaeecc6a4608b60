//! `explain`: pages about rules and topics.

use std::io::{self, Write};

use super::NOTHING;
use super::markdown::render;
use super::terminal::Terminal;
use crate::explain::{self, TOPICS};
use crate::lang::{Lang, Text};
use crate::report::{Colour, paint};
use crate::rules::RULES;

/// Headings of the list, and its last line.
const RULES_HEADING: Text = Text { en: "Rules", ru: "Правила" };
const TOPICS_HEADING: Text = Text { en: "Topics", ru: "Темы" };
const MORE: Text = Text {
    en: "`cargo unawaited explain NAME` shows a page. \"The note\" that pages speak of is a text about concurrency in \
         Python\nthat this linter grew out of: each page puts Rust's answer beside the note's.",
    ru: "`cargo unawaited explain ИМЯ` показывает страницу. «Заметка», о которой говорят страницы, — это текст о \
         конкурентности в Python,\nиз которого вырос этот линтер: каждая страница ставит рядом с её ответом ответ Rust.",
};

/// Runs the command; gives the exit code.
pub fn run(name: Option<&str>, lang: Lang, terminal: &Terminal) -> u8 {
    let Some(name) = name else {
        return terminal.print(NOTHING, |out, colours| list(lang, out, colours)).code();
    };
    match explain::find(name) {
        Ok(page) => {
            let markdown = page.markdown.get(lang).trim_end();
            let width = terminal.page_width();
            let page = |colours| width.map(|width| render(markdown, width, colours));
            let print = |out: &mut dyn Write, colours| match page(colours) {
                Some(page) => out.write_all(page.as_bytes()),
                // A pipe gets Markdown.
                None => writeln!(out, "{markdown}"),
            };
            terminal.print(NOTHING, print).code()
        }
        Err(near) => terminal.fail(&not_found(name, &near)),
    }
}

fn not_found(name: &str, near: &[&str]) -> String {
    let near: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
    match near.as_slice() {
        [] => format!("there is no rule and no topic `{name}`; `cargo unawaited explain` lists them"),
        near => format!("there is no rule and no topic `{name}`; did you mean {}?", near.join(" or ")),
    }
}

fn list(lang: Lang, out: &mut dyn Write, colours: bool) -> io::Result<()> {
    let rules = RULES.iter().map(|rule| (rule.name, rule.summary.get(lang)));
    let topics = TOPICS.iter().map(|topic| (topic.name, topic.summary.get(lang)));
    let width = rules.clone().chain(topics.clone()).map(|(name, _)| name.len()).max().unwrap_or(0);
    writeln!(out, "{}", RULES_HEADING.get(lang))?;
    write_entries(rules, width, out, colours)?;
    writeln!(out, "\n{}", TOPICS_HEADING.get(lang))?;
    write_entries(topics, width, out, colours)?;
    writeln!(out, "\n{}", MORE.get(lang))
}

fn write_entries(
    entries: impl Iterator<Item = (&'static str, &'static str)>,
    width: usize,
    out: &mut dyn Write,
    colours: bool,
) -> io::Result<()> {
    for (name, summary) in entries {
        writeln!(out, "  {}  {summary}", paint(&format!("{name:width$}"), Colour::Name, colours))?;
    }
    Ok(())
}
