//! `github`: workflow commands, which GitHub shows beside the code. Paths start at the root of the repository.
//!
//! GitHub shows ten warnings and ten errors of a step; all of them are in the step's log, where only the message shows:
//! so the message says where as well.

use std::io::{self, Write};

use super::escape::escape;
use super::sources::Sources;
use super::words::{HELP, LIKELY};
use super::{Report, problems};
use crate::finding::{Confidence, Finding, Level};
use crate::lang::Lang;

/// So many of a kind are shown beside the code.
const SHOWN: usize = 10;

/// Writes a command a line: what kept something from being checked first, for it must be among those that are shown.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let outcome = report.outcome;
    let sources = Sources::new(&outcome.files, report.root);
    let mut errors = 0;
    for problem in outcome.problems.iter().filter(|problem| problem.incomplete) {
        errors += 1;
        let mut properties = Vec::new();
        let mut message = String::new();
        if let Some(path) = problems::path(problem, report.root) {
            message = format!("{path}: ");
            properties.push(("file", path));
        }
        if let Some((line, column)) = problem.position {
            properties.extend([("line", line.to_string()), ("col", column.to_string())]);
        }
        properties.push(("title", format!("cargo-unawaited: {}", problems::INCOMPLETE)));
        message.push_str(&problem.message);
        command("error", &properties, &[&message], out)?;
    }
    for finding in &outcome.findings {
        write_finding(finding, &sources, outcome.lang, out)?;
    }
    let (warnings, errors) = (report.count(Level::Warn), report.count(Level::Deny) + errors);
    for (count, what) in [(warnings, "warnings"), (errors, "errors")] {
        if count > SHOWN {
            writeln!(
                out,
                "GitHub shows {SHOWN} {what} of a step beside the code; all {count} are in this log"
            )?;
        }
    }
    Ok(())
}

fn write_finding(finding: &Finding, sources: &Sources, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let source = sources.get(finding.file);
    let range = source.within_line(finding.span);
    let (start, end) = (source.position(range.start as u32), source.position(range.end as u32));
    let properties = [
        ("file", source.name.clone()),
        ("line", start.line.to_string()),
        ("endLine", end.line.to_string()),
        ("col", start.column.to_string()),
        ("endColumn", end.column.to_string()),
        ("title", format!("cargo-unawaited: {}", finding.rule.name)),
    ];
    let what = format!("{}:{}:{}: {}", source.name, start.line, start.column, finding.message);
    let help = HELP.with(lang, &finding.help);
    let mut lines = vec![what.as_str(), &finding.label, &help];
    if finding.confidence == Confidence::Likely {
        lines.push(LIKELY.get(lang));
    }
    command(finding.level.heading(), &properties, &lines, out)
}

/// `::name key=value,…::message`. The runner undoes what is escaped here, and nothing else.
fn command(name: &str, properties: &[(&str, String)], lines: &[&str], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "::{name} ")?;
    for (at, (key, value)) in properties.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        write!(out, "{comma}{key}={}", percent(&escape(value)).replace(':', "%3A").replace(',', "%2C"))?;
    }
    let lines: Vec<String> = lines.iter().map(|line| percent(&escape(line))).collect();
    writeln!(out, "::{}", lines.join("%0A"))
}

/// Line ends are gone already: `escape` writes them out.
fn percent(text: &str) -> String {
    text.replace('%', "%25")
}
