//! The closing lines of a run: counts, time, and what they do not cover.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::time::Duration;

use super::{Report, escape};
use crate::finding::{Level, Statistics};

/// Writes what it comes to.
pub fn write(report: &Report, took: Duration, out: &mut dyn Write) -> io::Result<()> {
    let statistics = &report.outcome.statistics;
    let files = statistics.files + statistics.loose_files;
    let found = found(report.count(Level::Deny), report.count(Level::Warn));
    if files == 0 {
        writeln!(out, "no file was checked ({})", time(took))?;
    } else {
        writeln!(out, "{found} in {} ({})", count(files, "file"), time(took))?;
    }
    if statistics.loose_files > 0 {
        writeln!(out, "of these, {} outside of every target", count(statistics.loose_files, "file"))?;
    }
    let broken =
        report.outcome.problems.iter().filter(|problem| !problem.incomplete).map(|problem| &problem.path);
    let broken = broken.collect::<BTreeSet<_>>().len();
    if broken > 0 {
        writeln!(
            out,
            "{} outside of every target could not be read, or not all of it",
            count(broken, "file")
        )?;
    }
    let errors = report.outcome.problems.iter().filter(|problem| problem.incomplete).count();
    if errors > 0 {
        writeln!(out, "incomplete: {} above kept something from being checked", count(errors, "error"))?;
    }
    match statistics.unseen_dependencies.as_slice() {
        [] => {}
        [one] => writeln!(out, "no sources found of `{}`: what it declares is unknown", escape(one))?,
        many => {
            let more = if report.statistics { "listed above" } else { "see --statistics" };
            let unseen = many.len();
            writeln!(
                out,
                "no sources found of {unseen} dependencies ({more}): what they declare is unknown"
            )?;
        }
    }
    Ok(())
}

/// What was found, in words.
fn found(errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (0, 0) => "no lost future found".to_owned(),
        (0, warnings) => count(warnings, "warning"),
        (errors, 0) => count(errors, "error"),
        (errors, warnings) => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}

/// Writes what was counted, a line each.
pub fn write_statistics(statistics: &Statistics, out: &mut dyn Write) -> io::Result<()> {
    let Statistics { packages, files, loose_files, lines, bodies, .. } = statistics;
    let Statistics { discarded_calls, decided, unknown, unread_macros, unread_by_reason, .. } = statistics;
    let Statistics { dependencies, unseen_dependencies, .. } = statistics;
    let undecided: usize = unknown.iter().map(|(_, count)| count).sum();
    let rows = [
        (*packages, "packages"),
        (*files, "files of their targets"),
        (*loose_files, "files outside of every target"),
        (*lines, "lines"),
        (*bodies, "function bodies"),
        (*discarded_calls, "calls whose value is discarded, of these"),
        (*decided, "  with a known type"),
        (undecided, "  with an unknown type, because"),
    ];
    for (count, what) in rows {
        writeln!(out, "{count:>9}  {what}")?;
    }
    for (reason, count) in unknown {
        writeln!(out, "{count:>9}      {}", escape(reason))?;
    }
    writeln!(out, "{unread_macros:>9}  macro calls between items that could not be read as items")?;
    for (reason, count) in unread_by_reason {
        writeln!(out, "{count:>9}      {}", escape(reason))?;
    }
    writeln!(out, "{dependencies:>9}  dependencies whose sources were found")?;
    writeln!(out, "{:>9}  dependencies whose sources were not found", unseen_dependencies.len())?;
    for unseen in unseen_dependencies {
        writeln!(out, "{:>13}{}", "", escape(unseen))?;
    }
    Ok(())
}

/// `1 file`, `2 files`.
fn count(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn time(took: Duration) -> String {
    if took < Duration::from_secs(1) {
        return format!("{} ms", took.as_millis());
    }
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_nouns() {
        assert_eq!(found(0, 0), "no lost future found");
        assert_eq!(found(0, 1), "1 warning");
        assert_eq!(found(2, 0), "2 errors");
        assert_eq!(found(1, 3), "1 error, 3 warnings");
    }

    #[test]
    fn times_have_a_unit_that_fits() {
        assert_eq!(time(Duration::from_micros(12_900)), "12 ms");
        assert_eq!(time(Duration::from_millis(61_250)), "61.2 s");
    }
}
