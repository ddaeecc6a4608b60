//! What went wrong with the run, one line each.

use std::io::{self, Write};
use std::path::Path;

use super::Report;
use super::escape::escape;
use super::paint::{Colour, paint};
use crate::finding::{Problem, display_path};

/// Stands for the rule where a format wants one of what kept something from being checked.
pub const INCOMPLETE: &str = "incomplete";

/// Writes all problems, or only those that make the run incomplete.
pub fn write(report: &Report, notes: bool, out: &mut dyn Write) -> io::Result<()> {
    let problems = &report.outcome.problems;
    for problem in problems.iter().filter(|problem| notes || problem.incomplete) {
        let (heading, colour) =
            if problem.incomplete { ("error", Colour::Error) } else { ("note", Colour::Note) };
        let heading = paint(heading, colour, report.colour);
        let place = place(problem, report.cwd);
        writeln!(out, "{heading}: {}{}", escape(&place), escape(&problem.message))?;
    }
    Ok(())
}

/// `path:line:column: ` as far as it is known.
pub fn place(problem: &Problem, cwd: &Path) -> String {
    match (path(problem, cwd), problem.position) {
        (None, _) => String::new(),
        (Some(path), None) => format!("{path}: "),
        (Some(path), Some((line, column))) => format!("{path}:{line}:{column}: "),
    }
}

/// The path as shown, not escaped; `None` if the problem is about none.
pub fn path(problem: &Problem, cwd: &Path) -> Option<String> {
    match display_path(&problem.path, cwd) {
        path if !path.is_empty() => Some(path),
        _ if problem.path.as_os_str().is_empty() => None,
        _ => Some(".".to_owned()),
    }
}
