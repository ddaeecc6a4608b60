//! What a run found, written out: one format to a file. Writes to what it is given, opens nothing, decides nothing.
//!
//! Findings are meant for standard output ([`Report::write`]), all else for standard error ([`Report::write_problems`],
//! [`Report::write_summary`]). Columns are 1-based and count Unicode scalar values; a byte-order mark counts as none.
//! Nothing depends on time or on the order of threads, except the duration in the summary.

mod cargo;
mod checkstyle;
mod concise;
mod escape;
mod excerpt;
mod full;
mod github;
mod gitlab;
mod harmless;
mod json;
mod jsonl;
mod junit;
mod line_hash;
mod paint;
mod problems;
mod rdjson;
mod rustc;
mod sarif;
mod sources;
mod summary;
mod uri;
mod words;
mod xml;

use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use crate::finding::{Level, Outcome, RuleMeta};

pub use escape::escape;
pub use paint::{Colour, paint};

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With source, reasons and advice, for people.
    Full,
    /// One line a finding.
    Concise,
    /// One JSON document, problems and counts included.
    Json,
    /// The same, one JSON value a line.
    Jsonl,
    /// rustc's JSON messages, one a line.
    Rustc,
    /// The same with their packages, as cargo prints them.
    Cargo,
    /// SARIF 2.1.0.
    Sarif,
    /// GitHub's workflow commands.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// JUnit's report.
    Junit,
    /// Checkstyle's report.
    Checkstyle,
    /// reviewdog's report.
    Rdjson,
}

impl Format {
    /// Whether the text itself says that the run is incomplete; the others leave it to standard error.
    fn says_problems(self) -> bool {
        !matches!(self, Format::Full | Format::Concise)
    }
}

/// An outcome and how to show it.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// What to write.
    pub outcome: &'a Outcome,
    /// Where the user stands, absolute: paths below it are shown relative to it.
    pub cwd: &'a Path,
    /// Root of the repository, absolute: what GitHub and GitLab show starts there.
    pub root: &'a Path,
    /// Whether the writer understands ANSI colours.
    pub colour: bool,
    /// Whether the user asked for [`crate::finding::Statistics`].
    pub statistics: bool,
}

impl Report<'_> {
    /// Writes the findings. Makes many small writes, so `out` should be buffered.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(&self, format: Format, out: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Full => full::write(self, out),
            Format::Concise => concise::write(self, out),
            Format::Json => json::write(self, out),
            Format::Jsonl => jsonl::write(self, out),
            Format::Rustc => rustc::write(self, out),
            Format::Cargo => cargo::write(self, out),
            Format::Sarif => sarif::write(self, out),
            Format::Github => github::write(self, out),
            Format::Gitlab => gitlab::write(self, out),
            Format::Junit => junit::write(self, out),
            Format::Checkstyle => checkstyle::write(self, out),
            Format::Rdjson => rdjson::write(self, out),
        }
    }

    /// Writes the findings into a file, which is read on its own: where the format does not say that the run is
    /// incomplete, the problems stand behind the findings.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write_file(&self, format: Format, out: &mut dyn Write) -> io::Result<()> {
        self.write(format, out)?;
        if format.says_problems() { Ok(()) } else { self.write_problems(false, out) }
    }

    /// Writes what went wrong: `error: path:line:column: message` if the run is incomplete because of it, else
    /// `note: …`; `notes`: whether to write the latter.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write_problems(&self, notes: bool, out: &mut dyn Write) -> io::Result<()> {
        problems::write(self, notes, out)
    }

    /// Writes the closing lines: statistics if asked for (`format` does not hold them already), and what it comes to.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write_summary(&self, format: Format, took: Duration, out: &mut dyn Write) -> io::Result<()> {
        if self.statistics && !matches!(format, Format::Json | Format::Jsonl) {
            summary::write_statistics(&self.outcome.statistics, self.outcome.lang, out)?;
        }
        summary::write(self, took, out)
    }

    /// How many findings have that level.
    fn count(&self, level: Level) -> usize {
        self.outcome.findings.iter().filter(|finding| finding.level == level).count()
    }
}

/// Where the linter's repository can be seen, if its manifest says so.
fn address() -> Option<&'static str> {
    Some(env!("CARGO_PKG_REPOSITORY")).filter(|address| !address.is_empty())
}

/// Where a rule's explanation can be read.
fn rule_address(rule: &RuleMeta) -> Option<String> {
    let version = env!("CARGO_PKG_VERSION");
    address().map(|address| format!("{address}/blob/v{version}/src/rules/{}.md", rule.name))
}
