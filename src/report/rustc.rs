//! `rustc`: rustc's JSON messages, one a line, for rust-analyzer and whoever else reads these. Columns are 1-based and
//! count characters; bytes are those of the file as it lies on disk.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use super::escape::escape;
use super::harmless::write_line;
use super::sources::{Source, Sources};
use super::words::{EXPLAIN, LIKELY};
use super::{Report, full, problems, rule_address};
use crate::finding::{Confidence, Finding, Problem};
use crate::source::Span;

/// A span of more text than this is given without it: readers need the text for columns in lines that are not ASCII,
/// and a file that is one endless line must not be repeated with each finding.
const TEXT_BYTES: usize = 10_000;

/// One message. Readers reject the line if a field is missing.
#[derive(Serialize)]
pub struct Diagnostic {
    #[serde(rename = "$message_type", skip_serializing_if = "Option::is_none")]
    message_type: Option<&'static str>,
    message: String,
    code: Option<Code>,
    /// `error`, `warning`, `note`, `help`.
    level: &'static str,
    spans: Vec<DiagnosticSpan>,
    children: Vec<Diagnostic>,
    /// As `full` shows it.
    rendered: Option<String>,
}

#[derive(Serialize)]
struct Code {
    /// What stands before `::` shows as the source of the message.
    code: String,
    explanation: Option<&'static str>,
}

#[derive(Serialize)]
struct DiagnosticSpan {
    file_name: String,
    byte_start: usize,
    byte_end: usize,
    line_start: u32,
    line_end: u32,
    column_start: u32,
    column_end: u32,
    is_primary: bool,
    text: Vec<Line>,
    label: Option<String>,
    suggested_replacement: Option<&'static str>,
    suggestion_applicability: Option<&'static str>,
    expansion: Option<()>,
}

#[derive(Serialize)]
struct Line {
    text: String,
    highlight_start: u32,
    highlight_end: u32,
}

/// Writes all messages.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let sources = Sources::new(&report.outcome.files, report.cwd);
    for problem in report.outcome.problems.iter().filter(|problem| problem.incomplete) {
        write_line(&Diagnostic::of_problem(problem, report, &sources), out)?;
    }
    for finding in &report.outcome.findings {
        write_line(&Diagnostic::of_finding(finding, report, &sources)?, out)?;
    }
    Ok(())
}

impl Diagnostic {
    /// A finding, its chain as secondary spans, the advice as messages below it.
    pub fn of_finding(finding: &Finding, report: &Report, sources: &Sources) -> io::Result<Self> {
        let primary = DiagnosticSpan::new(sources.get(finding.file), finding.span, &finding.label, true);
        let chain = finding
            .chain
            .iter()
            .map(|link| DiagnosticSpan::new(sources.get(link.file), link.span, &link.message, false));
        let lang = report.outcome.lang;
        let mut children = vec![
            Diagnostic::child("note", &finding.rule.why(lang)),
            Diagnostic::child("help", &finding.help),
        ];
        if finding.confidence == Confidence::Likely {
            children.push(Diagnostic::child("note", LIKELY.get(lang)));
        }
        children.push(Diagnostic::child("note", &EXPLAIN.with(lang, finding.rule.name)));
        children.extend(rule_address(finding.rule).map(|address| Diagnostic::child("note", &address)));
        Ok(Diagnostic {
            message_type: Some("diagnostic"),
            message: escape(&finding.message).into_owned(),
            code: Some(Code { code: format!("unawaited::{}", finding.rule.name), explanation: None }),
            level: finding.level.heading(),
            spans: std::iter::once(primary).chain(chain).collect(),
            children,
            rendered: Some(full::one(finding, sources, lang)?),
        })
    }

    /// What kept something from being checked: where its text is at hand, with a span, without which editors drop it.
    pub fn of_problem(problem: &Problem, report: &Report, sources: &Sources) -> Self {
        let message = format!("{}{}", problems::place(problem, report.cwd), problem.message);
        let message = format!("not everything was checked: {}", escape(&message));
        let source = problem.position.zip(report.outcome.files.find(&problem.path));
        let span = source.map(|((line, column), file)| {
            let source = sources.get(file);
            let at = source.offset(line, column) as u32;
            DiagnosticSpan::new(source, Span::new(at, at), "", true)
        });
        Diagnostic {
            message_type: Some("diagnostic"),
            rendered: Some(format!("error: {message}\n")),
            message,
            code: Some(Code { code: format!("unawaited::{}", problems::INCOMPLETE), explanation: None }),
            level: "error",
            spans: span.into_iter().collect(),
            children: Vec::new(),
        }
    }

    fn child(level: &'static str, message: &str) -> Self {
        Diagnostic {
            message_type: None,
            message: escape(message).into_owned(),
            code: None,
            level,
            spans: Vec::new(),
            children: Vec::new(),
            rendered: None,
        }
    }
}

impl DiagnosticSpan {
    fn new(source: &Source, span: Span, label: &str, is_primary: bool) -> Self {
        let range = source.clamp(span);
        let (start, end) = (source.position(range.start as u32), source.position(range.end as u32));
        DiagnosticSpan {
            file_name: source.name.clone(),
            byte_start: range.start,
            byte_end: range.end,
            line_start: start.line,
            line_end: end.line,
            column_start: start.column,
            column_end: end.column,
            is_primary,
            text: lines(source, range, start.column, end.column),
            label: (!label.is_empty()).then(|| escape(label).into_owned()),
            suggested_replacement: None,
            suggestion_applicability: None,
            expansion: None,
        }
    }
}

/// The whole lines of a span, and which columns of them it covers.
fn lines(source: &Source, range: Range<usize>, first_column: u32, last_column: u32) -> Vec<Line> {
    let (first, last) = (source.line(range.start), source.line(range.end));
    if source.line_range(last).end.saturating_sub(source.line_range(first).start) > TEXT_BYTES {
        return Vec::new();
    }
    let line = |number: usize| {
        let text = &source.text[source.line_range(number)];
        let end = if number == last { last_column } else { text.chars().count() as u32 + 1 };
        Line {
            text: text.to_owned(),
            highlight_start: if number == first { first_column } else { 1 },
            highlight_end: end,
        }
    };
    (first..=last).map(line).collect()
}
