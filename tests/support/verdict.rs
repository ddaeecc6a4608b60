//! Runs every rule over fixtures and holds what is found against the marks.

use std::path::{Path, PathBuf};

use unawaited::check::{Options, run};
use unawaited::discover::Request;
use unawaited::finding::{Confidence, Outcome};

use super::marks::{Mark, Wanted, marks};
use super::text::{File, Fixture};

/// Fixtures as they lie on disk, one directory each, and checked in one run.
pub struct Tree {
    pub fixtures: Vec<Fixture>,
    pub root: PathBuf,
    /// Deletes the directory.
    _dir: tempfile::TempDir,
}

/// Something that was said of a line.
struct Said {
    mark: Mark,
    words: String,
}

impl Tree {
    pub fn new(fixtures: Vec<Fixture>) -> Self {
        let dir = tempfile::Builder::new().prefix("fixtures").tempdir().expect("a directory");
        let root = dir.path().canonicalize().expect("a real path");
        for fixture in &fixtures {
            fixture.write(&root.join(&fixture.name));
        }
        Tree { fixtures, root, _dir: dir }
    }

    /// Checks all of it.
    pub fn check(&self, threads: usize) -> Outcome {
        // What lies in this machine's home of cargo must not matter.
        let cargo_home = Some(self.root.join("nowhere"));
        let paths = vec![self.root.clone()];
        let request = Request { cwd: self.root.clone(), paths, cargo_home, ..Request::default() };
        let min_confidence = Confidence::Likely;
        run(
            &Options {
                request,
                levels: Vec::new(),
                min_confidence,
                threads: Some(threads),
                ..Options::default()
            },
            &|_| {},
        )
    }
}

/// Every line of a fixture of which something else was said than its marks ask for, one message a line.
pub fn mismatches(fixture: &Fixture, root: &Path, outcome: &Outcome) -> Vec<String> {
    let dir = root.join(&fixture.name);
    fixture.files.iter().flat_map(|file| of_file(fixture, file, &dir, outcome)).collect()
}

fn of_file(fixture: &Fixture, file: &File, dir: &Path, outcome: &Outcome) -> Vec<String> {
    let mut said = said(&dir.join(&file.path), outcome);
    let mut out = Vec::new();
    let mut tell = |line: usize, what: String| {
        let text = line.checked_sub(1).and_then(|index| file.text.lines().nth(index)).unwrap_or("").trim();
        let place = line + file.line.saturating_sub(1);
        out.push(format!("{}:{place} ({}): {what}\n    {text}", fixture.origin, file.path));
    };
    for mark in marks(&file.text) {
        let answer = said.iter().position(|said| answers(&said.mark, &mark)).map(|at| said.swap_remove(at));
        match (&mark.wanted, answer) {
            (Wanted::KnownMiss(rule), Some(_)) => {
                tell(mark.line, format!("`{rule}` is found now: mark it with `//~`, and move it to its kin"));
            }
            (Wanted::Finding(rule), None) => tell(mark.line, format!("`{rule}` is not found")),
            (Wanted::Problem(text), None) => tell(mark.line, format!("no problem says `{text}`")),
            (Wanted::Finding(_) | Wanted::Problem(_), Some(_)) | (Wanted::KnownMiss(_), None) => {}
        }
    }
    for Said { mark, words } in said {
        match mark.wanted {
            Wanted::Problem(_) => tell(mark.line, format!("problem nobody asked for: {words}")),
            Wanted::Finding(rule) | Wanted::KnownMiss(rule) => {
                tell(mark.line, format!("`{rule}` should be silent here: {words}"));
            }
        }
    }
    out
}

fn answers(said: &Mark, wanted: &Mark) -> bool {
    match (&said.wanted, &wanted.wanted) {
        (Wanted::Finding(found), Wanted::Finding(rule) | Wanted::KnownMiss(rule)) => {
            said.line == wanted.line && found == rule
        }
        // A problem of a whole file has no line.
        (Wanted::Problem(message), Wanted::Problem(text)) => {
            (said.line == wanted.line || said.line == 0) && message.contains(text)
        }
        _ => false,
    }
}

/// Findings and problems of one file.
fn said(path: &Path, outcome: &Outcome) -> Vec<Said> {
    let findings = outcome.findings.iter().filter(|finding| outcome.files.get(finding.file).path == path);
    let findings = findings.map(|finding| {
        let file = outcome.files.get(finding.file);
        let line = file.line_index().line_column(&file.text, finding.span.start).line as usize;
        let wanted = Wanted::Finding(finding.rule.name.to_owned());
        Said { mark: Mark { line, wanted }, words: finding.message.clone() }
    });
    let problems = outcome.problems.iter().filter(|problem| problem.path == path);
    let problems = problems.map(|problem| {
        let line = problem.position.map_or(0, |(line, _)| line as usize);
        let wanted = Wanted::Problem(problem.message.clone());
        Said { mark: Mark { line, wanted }, words: problem.message.clone() }
    });
    findings.chain(problems).collect()
}
