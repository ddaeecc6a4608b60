//! `concise`: one line a finding, `path:line:column: level[rule] message`.

use std::io::{self, Write};

use super::Report;
use super::escape::{before_line, escape};
use super::paint::{Colour, paint};
use super::sources::Sources;

/// Writes all findings.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let sources = Sources::new(&report.outcome.files, report.cwd);
    for finding in &report.outcome.findings {
        let source = sources.get(finding.file);
        let at = source.position(finding.span.start);
        let path = escape(&source.name);
        let message = escape(&finding.message);
        let heading = paint(finding.level.heading(), Colour::of(finding.level), report.colour);
        let (before, rule) = (before_line(&path), finding.rule.name);
        writeln!(out, "{before}{path}:{}:{}: {heading}[{rule}] {message}", at.line, at.column)?;
    }
    Ok(())
}
