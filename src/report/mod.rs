//! What a run found, written out: one format to a file. Writes to what it is given, opens nothing, decides nothing.
//!
//! Findings are meant for standard output ([`Report::write`]), all else for standard error ([`Report::write_problems`],
//! [`Report::write_summary`]). Columns are 1-based and count Unicode scalar values; a byte-order mark counts as none.
//! Nothing depends on time or on the order of threads, except the duration in the summary.

mod concise;
mod escape;
mod excerpt;
mod full;
mod json;
mod paint;
mod problems;
mod sources;
mod summary;

use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use crate::finding::{Level, Outcome};

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
}

/// An outcome and how to show it.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// What to write.
    pub outcome: &'a Outcome,
    /// Where the user stands, absolute: paths below it are shown relative to it.
    pub cwd: &'a Path,
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
        }
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
        if self.statistics && format != Format::Json {
            summary::write_statistics(&self.outcome.statistics, out)?;
        }
        summary::write(self, took, out)
    }

    /// How many findings have that level.
    fn count(&self, level: Level) -> usize {
        self.outcome.findings.iter().filter(|finding| finding.level == level).count()
    }
}
