//! `explain`: pages about rules and topics.

use std::io::{self, Write};

use super::NOTHING;
use super::terminal::Terminal;
use crate::explain::{self, TOPICS};
use crate::report::{Colour, paint};
use crate::rules::RULES;

/// Runs the command; gives the exit code.
pub fn run(name: Option<&str>, terminal: &Terminal) -> u8 {
    let Some(name) = name else { return terminal.print(NOTHING, list).code() };
    match explain::find(name) {
        Ok(page) => terminal.print(NOTHING, |out, colours| write_page(page.markdown, out, colours)).code(),
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

fn list(out: &mut dyn Write, colours: bool) -> io::Result<()> {
    let rules = RULES.iter().map(|rule| (rule.name, rule.summary));
    let topics = TOPICS.iter().map(|topic| (topic.name, topic.summary));
    let width = rules.clone().chain(topics.clone()).map(|(name, _)| name.len()).max().unwrap_or(0);
    writeln!(out, "Rules")?;
    write_entries(rules, width, out, colours)?;
    writeln!(out, "\nTopics")?;
    write_entries(topics, width, out, colours)?;
    writeln!(out, "\n`cargo unawaited explain NAME` shows a page.")
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

/// Markdown as it is; headings stand out if there are colours.
fn write_page(markdown: &str, out: &mut dyn Write, colours: bool) -> io::Result<()> {
    let mut in_code = false;
    for line in markdown.trim_end().lines() {
        in_code ^= line.starts_with("```");
        let heading = !in_code && line.starts_with('#');
        writeln!(out, "{}", paint(line, Colour::Name, colours && heading))?;
    }
    Ok(())
}
