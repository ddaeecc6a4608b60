//! `junit`: JUnit's report: a suite with a failed test for each finding, and a broken one for each thing that was not
//! checked. A suite without tests counts as no run with many readers, so that nothing found is a test that passed.

use std::io::{self, Write};

use super::sources::Sources;
use super::words::{HELP, LIKELY, WHY};
use super::xml::{self, Writer};
use super::{Report, problems};
use crate::finding::{Confidence, Finding, Problem};
use crate::lang::Lang;

/// Writes the document.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let outcome = report.outcome;
    let sources = Sources::new(&outcome.files, report.cwd);
    let failures = outcome.findings.len();
    let errors = outcome.problems.iter().filter(|problem| problem.incomplete).count();
    let counts = [(failures + errors).max(1).to_string(), failures.to_string(), errors.to_string()];
    let name = ("name", "cargo-unawaited");
    let counts = [("tests", counts[0].as_str()), ("failures", &counts[1]), ("errors", &counts[2])];
    let suites = [name, counts[0], counts[1], counts[2]];
    let suite = [name, counts[0], counts[1], counts[2], ("skipped", "0")];
    xml::document(out, |writer| {
        xml::element(writer, "testsuites", &suites, |writer| {
            xml::element(writer, "testsuite", &suite, |writer| {
                for problem in outcome.problems.iter().filter(|problem| problem.incomplete) {
                    write_problem(writer, problem, report)?;
                }
                for finding in &outcome.findings {
                    write_finding(writer, finding, &sources, outcome.lang)?;
                }
                if failures + errors == 0 {
                    let passed = [("name", "no lost future found"), ("classname", "cargo-unawaited")];
                    xml::empty(writer, "testcase", &passed)?;
                }
                Ok(())
            })
        })
    })
}

fn write_finding(writer: &mut Writer, finding: &Finding, sources: &Sources, lang: Lang) -> io::Result<()> {
    let source = sources.get(finding.file);
    let at = source.position(finding.span.start);
    let name = format!("{}:{}:{}", source.name, at.line, at.column);
    let mut lines = vec![
        format!("{}[{}]: {}", finding.level.heading(), finding.rule.name, finding.message),
        format!("{name}: {}", finding.label),
        WHY.with(lang, &finding.rule.why(lang)),
        HELP.with(lang, &finding.help),
    ];
    if finding.confidence == Confidence::Likely {
        lines.push(LIKELY.get(lang).to_owned());
    }
    xml::element(writer, "testcase", &[("name", &name), ("classname", finding.rule.name)], |writer| {
        let failure = [("message", finding.message.as_str()), ("type", finding.level.heading())];
        xml::text(writer, "failure", &failure, &lines)
    })
}

fn write_problem(writer: &mut Writer, problem: &Problem, report: &Report) -> io::Result<()> {
    let place = problems::place(problem, report.cwd);
    let name = if place.is_empty() { "the run" } else { place.trim_end_matches(": ") };
    xml::element(writer, "testcase", &[("name", name), ("classname", problems::INCOMPLETE)], |writer| {
        let error = [("message", problem.message.as_str()), ("type", problems::INCOMPLETE)];
        xml::text(writer, "error", &error, &[format!("{place}{}", problem.message)])
    })
}
