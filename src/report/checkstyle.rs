//! `checkstyle`: Checkstyle's report. Columns are 1-based and count characters.

use std::io::{self, Write};

use super::sources::Sources;
use super::xml::{self, Writer};
use super::{Report, problems};
use crate::finding::{Finding, Problem};

/// Writes the document.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let sources = Sources::new(&report.outcome.files, report.cwd);
    xml::document(out, |writer| {
        xml::element(writer, "checkstyle", &[("version", "4.3")], |writer| {
            for problem in report.outcome.problems.iter().filter(|problem| problem.incomplete) {
                write_problem(writer, problem, report)?;
            }
            for findings in report.outcome.findings.chunk_by(|a, b| a.file == b.file) {
                write_file(writer, findings, &sources)?;
            }
            Ok(())
        })
    })
}

fn write_file(writer: &mut Writer, findings: &[Finding], sources: &Sources) -> io::Result<()> {
    let source = sources.get(findings[0].file);
    xml::element(writer, "file", &[("name", &source.name)], |writer| {
        for finding in findings {
            let at = source.position(finding.span.start);
            let attributes = [
                ("line", at.line.to_string()),
                ("column", at.column.to_string()),
                ("severity", finding.level.heading().to_owned()),
                ("message", format!("{}: {}", finding.message, finding.help)),
                ("source", format!("unawaited.{}", finding.rule.name)),
            ];
            xml::empty(writer, "error", &attributes.each_ref().map(|(key, value)| (*key, value.as_str())))?;
        }
        Ok(())
    })
}

fn write_problem(writer: &mut Writer, problem: &Problem, report: &Report) -> io::Result<()> {
    let path = problems::path(problem, report.cwd).unwrap_or_else(|| ".".to_owned());
    let (line, column) = problem.position.unwrap_or((1, 1));
    xml::element(writer, "file", &[("name", &path)], |writer| {
        let attributes = [
            ("line", line.to_string()),
            ("column", column.to_string()),
            ("severity", "error".to_owned()),
            ("message", format!("incomplete: {}", problem.message)),
            ("source", format!("unawaited.{}", problems::INCOMPLETE)),
        ];
        xml::empty(writer, "error", &attributes.each_ref().map(|(key, value)| (*key, value.as_str())))
    })
}
