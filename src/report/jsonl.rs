//! `jsonl`: what `json` holds, one JSON value a line: `start`, each `finding`, each `error`, `end`. A stream without
//! its `end` was cut off.

use std::io::{self, Write};

use serde::Serialize;

use super::Report;
use super::harmless::write_line;
use super::json::{ErrorEntry, FindingEntry, SCHEMA_VERSION, StatisticsEntry, Summary, TOOL, Tool};
use super::sources::Sources;

/// One line.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Line<'a> {
    Start {
        schema_version: u32,
        tool: Tool,
    },
    Finding(FindingEntry<'a>),
    Error(ErrorEntry<'a>),
    End {
        summary: Summary,
        /// Whether something that should have been checked was not (exit code 2).
        incomplete: bool,
        /// Only with `--statistics`.
        #[serde(skip_serializing_if = "Option::is_none")]
        statistics: Option<StatisticsEntry<'a>>,
    },
}

/// Writes all lines.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let outcome = report.outcome;
    let sources = Sources::new(&outcome.files, report.cwd);
    write_line(&Line::Start { schema_version: SCHEMA_VERSION, tool: TOOL }, out)?;
    for finding in &outcome.findings {
        write_line(&Line::Finding(FindingEntry::new(finding, &sources, outcome.lang)), out)?;
    }
    for problem in &outcome.problems {
        write_line(&Line::Error(ErrorEntry::new(problem, report)), out)?;
    }
    let end = Line::End {
        summary: Summary::new(report),
        incomplete: outcome.is_incomplete(),
        statistics: StatisticsEntry::asked_for(report),
    };
    write_line(&end, out)
}
