//! `rdjson`: reviewdog's diagnostic format. Columns are 1-based and count UTF-8 bytes of the line, ends are exclusive.

use std::io::{self, Write};

use serde::Serialize;

use super::escape::escape;
use super::harmless::write_line;
use super::sources::{Source, Sources};
use super::words::HELP;
use super::{Report, problems, rule_address};
use crate::finding::{Finding, Level, Problem};
use crate::lang::Lang;

#[derive(Serialize)]
struct DiagnosticResult {
    source: Tool,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'static str>,
}

#[derive(Serialize)]
struct Diagnostic {
    message: String,
    location: Location,
    /// `ERROR`, `WARNING`, `INFO`.
    severity: &'static str,
    code: Code,
}

#[derive(Serialize)]
struct Location {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Position>,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// Writes the document.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let outcome = report.outcome;
    let sources = Sources::new(&outcome.files, report.cwd);
    let broken = outcome.problems.iter().filter(|problem| problem.incomplete);
    let broken = broken.map(|problem| problem_entry(problem, report));
    let found =
        outcome.findings.iter().map(|finding| entry(finding, sources.get(finding.file), outcome.lang));
    let source = Tool { name: "cargo-unawaited", url: super::address() };
    write_line(&DiagnosticResult { source, diagnostics: broken.chain(found).collect() }, out)
}

fn entry(finding: &Finding, source: &Source, lang: Lang) -> Diagnostic {
    let position = |offset: usize| Position {
        line: source.position(offset as u32).line,
        column: Some((offset - source.line_start(offset as u32)) as u32 + 1),
    };
    let range = source.clamp(finding.span);
    Diagnostic {
        message: format!(
            "{}: {}\n{}",
            escape(&finding.message),
            escape(&finding.label),
            HELP.with(lang, &escape(&finding.help))
        ),
        location: Location {
            path: source.name.clone(),
            range: Some(Range { start: position(range.start), end: Some(position(range.end)) }),
        },
        severity: if finding.level == Level::Deny { "ERROR" } else { "WARNING" },
        code: Code { value: finding.rule.name, url: rule_address(finding.rule) },
    }
}

/// The column of a problem is left out: it counts characters, and the line's text is not at hand.
fn problem_entry(problem: &Problem, report: &Report) -> Diagnostic {
    let range = problem.position.map(|(line, _)| Range { start: Position { line, column: None }, end: None });
    Diagnostic {
        message: format!("incomplete: {}", escape(&problem.message)),
        location: Location {
            path: problems::path(problem, report.cwd).unwrap_or_else(|| ".".to_owned()),
            range,
        },
        severity: "ERROR",
        code: Code { value: problems::INCOMPLETE, url: None },
    }
}
