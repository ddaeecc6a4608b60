//! `full`: findings with their source, for people. The only place that names `codespan_reporting`.

use std::io::{self, Write};
use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic, Label, Severity};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::termcolor::{Ansi, NoColor, WriteColor};
use codespan_reporting::term::{Config, Styles, StylesWriter, emit_to_write_style};

use super::Report;
use super::escape::escape;
use super::excerpt::{Excerpt, LINES_BEFORE_LAST, LINES_BEHIND_FIRST};
use super::sources::Sources;
use super::words::{EXPLAIN, HELP, LIKELY, WHY};
use crate::finding::{Confidence, FileId, Finding, Level};
use crate::lang::Lang;
use crate::source::Span;

/// Writes all findings.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    if report.colour { write_to(report, Ansi::new(out)) } else { write_to(report, NoColor::new(out)) }
}

fn write_to(report: &Report, out: impl WriteColor) -> io::Result<()> {
    let sources = Sources::new(&report.outcome.files, report.cwd);
    write_each(&report.outcome.findings, &sources, report.outcome.lang, out)
}

/// One finding, without colours.
pub fn one(finding: &Finding, sources: &Sources, lang: Lang) -> io::Result<String> {
    let mut out = Vec::new();
    write_each(std::slice::from_ref(finding), sources, lang, NoColor::new(&mut out))?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

fn write_each(findings: &[Finding], sources: &Sources, lang: Lang, out: impl WriteColor) -> io::Result<()> {
    let styles = Styles::default();
    let mut out = StylesWriter::new(out, &styles);
    let config = Config {
        start_context_lines: LINES_BEHIND_FIRST,
        end_context_lines: LINES_BEFORE_LAST,
        ..Config::default()
    };
    for finding in findings {
        let excerpts = Excerpts::new(finding, sources);
        let diagnostic = diagnostic(finding, &excerpts, lang);
        emit_to_write_style(&mut out, &config, &excerpts, &diagnostic).map_err(to_io)?;
    }
    Ok(())
}

fn to_io(error: Error) -> io::Error {
    match error {
        Error::Io(error) => error,
        error => io::Error::other(error),
    }
}

fn diagnostic(finding: &Finding, excerpts: &Excerpts, lang: Lang) -> Diagnostic<usize> {
    let severity = if finding.level == Level::Deny { Severity::Error } else { Severity::Warning };
    let primary = excerpts.labels.iter().take(1).map(|(file, range)| Label::primary(*file, range.clone()));
    let secondary =
        excerpts.labels.iter().skip(1).map(|(file, range)| Label::secondary(*file, range.clone()));
    let labels = primary.chain(secondary).zip(said(finding));
    Diagnostic::new(severity)
        .with_code(finding.rule.name)
        .with_message(escape(&finding.message))
        .with_labels(labels.map(|(label, (.., message))| label.with_message(escape(message))).collect())
        .with_notes(notes(finding, lang))
}

/// What is pointed at, and what is said about it: the finding first, then its chain.
fn said(finding: &Finding) -> impl Iterator<Item = (FileId, Span, &str)> {
    let own = (finding.file, finding.span, finding.label.as_str());
    let chain = finding.chain.iter().map(|link| (link.file, link.span, link.message.as_str()));
    std::iter::once(own).chain(chain)
}

fn notes(finding: &Finding, lang: Lang) -> Vec<String> {
    let mut notes =
        vec![WHY.with(lang, &escape(&finding.rule.why(lang))), HELP.with(lang, &escape(&finding.help))];
    if finding.confidence == Confidence::Likely {
        notes.push(LIKELY.get(lang).to_owned());
    }
    notes.push(EXPLAIN.with(lang, finding.rule.name));
    notes
}

/// The excerpts of one finding, one per file.
struct Excerpts {
    excerpts: Vec<Excerpt>,
    /// For each thing that is [`said`]: which excerpt, and which bytes of it.
    labels: Vec<(usize, Range<usize>)>,
}

impl Excerpts {
    fn new(finding: &Finding, sources: &Sources) -> Self {
        let mut files: Vec<(FileId, Vec<Span>)> = Vec::new();
        let mut places = Vec::new();
        for (id, span, _) in said(finding) {
            let file = files.iter().position(|(known, _)| *known == id).unwrap_or_else(|| {
                files.push((id, Vec::new()));
                files.len() - 1
            });
            places.push((file, files[file].1.len()));
            files[file].1.push(span);
        }
        let excerpts: Vec<Excerpt> =
            files.iter().map(|(id, spans)| Excerpt::new(sources.get(*id), spans)).collect();
        let labels = places.into_iter().map(|(file, at)| (file, excerpts[file].ranges[at].clone())).collect();
        Excerpts { excerpts, labels }
    }
}

impl<'a> Files<'a> for Excerpts {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, Error> {
        Ok(&self.excerpts[id].name)
    }

    fn source(&'a self, id: usize) -> Result<&'a str, Error> {
        Ok(&self.excerpts[id].text)
    }

    fn line_index(&'a self, id: usize, byte: usize) -> Result<usize, Error> {
        Ok(self.excerpts[id].line_index(byte))
    }

    fn line_number(&'a self, id: usize, line: usize) -> Result<usize, Error> {
        Ok(self.excerpts[id].line_number(line))
    }

    /// Asked only for the first byte of a label. The excerpt cannot be counted: it is escaped and cut.
    fn column_number(&'a self, id: usize, _line: usize, byte: usize) -> Result<usize, Error> {
        let excerpt = &self.excerpts[id];
        let at = excerpt.ranges.iter().position(|range| range.start == byte);
        at.map(|at| excerpt.columns[at]).ok_or(Error::IndexTooLarge { given: byte, max: excerpt.text.len() })
    }

    fn line_range(&'a self, id: usize, line: usize) -> Result<Range<usize>, Error> {
        Ok(self.excerpts[id].line_range(line))
    }
}
