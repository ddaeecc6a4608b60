//! `json`: one document for programs. The structs below are its schema; `schema_version` grows when a field changes
//! its meaning or goes away, not when one is added.

use std::io::{self, Write};

use serde::Serialize;

use super::harmless::write_line;
use super::sources::{Source, Sources};
use super::{Report, problems};
use crate::finding::{ChainLink, Finding, Level, Problem, Statistics};
use crate::lang::{Lang, Text};
use crate::source::{LineColumn, Span};

/// Of this document, and of `jsonl`.
pub const SCHEMA_VERSION: u32 = 1;

/// The document.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    tool: Tool,
    findings: Vec<FindingEntry<'a>>,
    /// What went wrong with the run.
    errors: Vec<ErrorEntry<'a>>,
    summary: Summary,
    /// Whether something that should have been checked was not (exit code 2).
    incomplete: bool,
    /// Only with `--statistics`.
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<StatisticsEntry<'a>>,
}

/// Who says so.
#[derive(Serialize)]
pub struct Tool {
    name: &'static str,
    version: &'static str,
}

/// This program.
pub const TOOL: Tool = Tool { name: "cargo-unawaited", version: env!("CARGO_PKG_VERSION") };

/// A finding.
#[derive(Serialize)]
pub struct FindingEntry<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    rule: &'a str,
    /// `warn` or `deny`.
    level: &'a str,
    /// `certain` or `likely`.
    confidence: &'a str,
    message: &'a str,
    label: &'a str,
    why: String,
    help: &'a str,
    /// Where the type came from, outermost first.
    chain: Vec<LinkEntry<'a>>,
}

#[derive(Serialize)]
struct LinkEntry<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a str,
}

/// A range in a file. Ends are exclusive.
#[derive(Serialize)]
struct Place<'a> {
    /// Relative to where the user stands, or absolute; `/` between its parts.
    path: &'a str,
    /// In the file as it lies on disk.
    byte_range: Bytes,
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Bytes {
    start: u32,
    end: u32,
}

/// 1-based; columns in Unicode scalar values.
#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

/// A problem of the run.
#[derive(Serialize)]
pub struct ErrorEntry<'a> {
    path: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
    message: &'a str,
    /// Whether the run is incomplete because of it.
    incomplete: bool,
}

/// How many of what.
#[derive(Serialize)]
pub struct Summary {
    findings: usize,
    warn: usize,
    deny: usize,
    files: usize,
    loose_files: usize,
}

/// What was counted.
#[derive(Serialize)]
pub struct StatisticsEntry<'a> {
    packages: usize,
    files: usize,
    loose_files: usize,
    lines: usize,
    bodies: usize,
    discarded_calls: usize,
    decided: usize,
    unknown: Vec<Reason<'a>>,
    macros_between_items: usize,
    unread_macros: usize,
    unread_macros_by_reason: Vec<Reason<'a>>,
    read_in_bodies: usize,
    unread_in_bodies_by_reason: Vec<Reason<'a>>,
    dependencies: usize,
    known_dependencies: usize,
    platform_dependencies: usize,
    unseen_dependencies: &'a [String],
}

#[derive(Serialize)]
struct Reason<'a> {
    reason: &'a str,
    count: usize,
}

/// Writes the document, and a line end.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let outcome = report.outcome;
    let sources = Sources::new(&outcome.files, report.cwd);
    let document = Document {
        schema_version: SCHEMA_VERSION,
        tool: TOOL,
        findings: outcome
            .findings
            .iter()
            .map(|finding| FindingEntry::new(finding, &sources, outcome.lang))
            .collect(),
        errors: outcome.problems.iter().map(|problem| ErrorEntry::new(problem, report)).collect(),
        summary: Summary::new(report),
        incomplete: outcome.is_incomplete(),
        statistics: StatisticsEntry::asked_for(report),
    };
    write_line(&document, out)
}

impl Summary {
    pub fn new(report: &Report) -> Self {
        Summary {
            findings: report.outcome.findings.len(),
            warn: report.count(Level::Warn),
            deny: report.count(Level::Deny),
            files: report.outcome.statistics.files,
            loose_files: report.outcome.statistics.loose_files,
        }
    }
}

impl<'a> FindingEntry<'a> {
    pub fn new(finding: &'a Finding, sources: &'a Sources, lang: Lang) -> Self {
        let link = |link: &'a ChainLink| LinkEntry {
            place: Place::new(sources.get(link.file), link.span),
            message: &link.message,
        };
        FindingEntry {
            place: Place::new(sources.get(finding.file), finding.span),
            rule: finding.rule.name,
            level: finding.level.name(),
            confidence: finding.confidence.name(),
            message: &finding.message,
            label: &finding.label,
            why: finding.rule.why(lang),
            help: &finding.help,
            chain: finding.chain.iter().map(link).collect(),
        }
    }
}

impl<'a> Place<'a> {
    fn new(source: &'a Source, span: Span) -> Self {
        Place {
            path: &source.name,
            byte_range: Bytes { start: span.start, end: span.end },
            start: source.position(span.start).into(),
            end: source.position(span.end).into(),
        }
    }
}

impl From<LineColumn> for Position {
    fn from(LineColumn { line, column }: LineColumn) -> Self {
        Position { line, column }
    }
}

impl<'a> ErrorEntry<'a> {
    pub fn new(problem: &'a Problem, report: &Report) -> Self {
        ErrorEntry {
            path: problems::path(problem, report.cwd),
            line: problem.position.map(|(line, _)| line),
            column: problem.position.map(|(_, column)| column),
            message: &problem.message,
            incomplete: problem.incomplete,
        }
    }
}

impl<'a> StatisticsEntry<'a> {
    pub fn asked_for(report: &Report<'a>) -> Option<Self> {
        report.statistics.then(|| StatisticsEntry::new(&report.outcome.statistics))
    }

    fn new(statistics: &'a Statistics) -> Self {
        StatisticsEntry {
            packages: statistics.packages,
            files: statistics.files,
            loose_files: statistics.loose_files,
            lines: statistics.lines,
            bodies: statistics.bodies,
            discarded_calls: statistics.discarded_calls,
            decided: statistics.decided,
            unknown: reasons(&statistics.unknown),
            macros_between_items: statistics.macros_between_items,
            unread_macros: statistics.unread_macros,
            unread_macros_by_reason: reasons(&statistics.unread_by_reason),
            read_in_bodies: statistics.read_in_bodies,
            unread_in_bodies_by_reason: reasons(&statistics.unread_in_bodies),
            dependencies: statistics.dependencies,
            known_dependencies: statistics.known_dependencies,
            platform_dependencies: statistics.platform_dependencies,
            unseen_dependencies: &statistics.unseen_dependencies,
        }
    }
}

fn reasons(counts: &[(Text, usize)]) -> Vec<Reason<'static>> {
    counts.iter().map(|(reason, count)| Reason { reason: reason.en, count: *count }).collect()
}
