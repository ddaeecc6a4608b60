//! Compares what the linter says of a mutated copy with what it has to say.

mod copy;
mod published;
pub mod seen;
mod tally;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use unawaited::check;
use unawaited::discover::Request;
use unawaited::finding::{Finding, Outcome, Problem, display_path};
use unawaited::source::{LineIndex, Span};

use super::mutate::{self, Mutation, Site};
pub use copy::copy_tree;
pub use tally::Tally;

/// Asks the engine why it did not report the expression at these bytes of that file of its run.
pub type Explain = fn(&Outcome, &Path, Span) -> Option<String>;

/// One mutated file.
pub struct MutatedFile {
    /// Path below the project's directory.
    pub path: PathBuf,
    /// The untouched text.
    pub old: String,
    /// What became of it.
    pub mutation: Mutation,
    /// Whether it names what its package was not published with.
    pub is_incomplete: bool,
}

/// All files of a project. Those that cannot be mutated stay as they are.
#[derive(Default)]
pub struct Mutated {
    /// Sorted by path.
    pub files: Vec<MutatedFile>,
    /// Files that are not UTF-8, do not parse or cannot be read.
    pub unparsed: Vec<PathBuf>,
    /// Files whose mutated text does not parse: a mistake of this benchmark.
    pub broken: Vec<PathBuf>,
}

/// Mutates the texts of `files`, which lie below `dir` (both canonical). Links are left out: what they lead to
/// is mutated where it lies, if it is there.
pub fn mutate_all(dir: &Path, files: &[PathBuf]) -> Mutated {
    enum Read {
        Mutated(Box<MutatedFile>),
        Unparsed(PathBuf),
        Broken(PathBuf),
    }
    let published = published::Published::of(dir, files);
    let read = |path: &PathBuf| {
        if path.canonicalize().is_ok_and(|canonical| canonical != *path) {
            return None;
        }
        let below = path.strip_prefix(dir).ok()?.to_path_buf();
        let Ok(old) = std::fs::read_to_string(path) else { return Some(Read::Unparsed(below)) };
        let Ok(mutation) = mutate::mutate(&old) else { return Some(Read::Unparsed(below)) };
        if mutate::mutate(&mutation.text).is_err() {
            return Some(Read::Broken(below));
        }
        let is_incomplete = published.is_missed_by(&below);
        Some(Read::Mutated(Box::new(MutatedFile { path: below, old, mutation, is_incomplete })))
    };
    let mut all = Mutated::default();
    for read in files.par_iter().map(read).collect::<Vec<_>>().into_iter().flatten() {
        match read {
            Read::Mutated(file) => all.files.push(*file),
            Read::Unparsed(path) => all.unparsed.push(path),
            Read::Broken(path) => all.broken.push(path),
        }
    }
    all.files.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

/// Runs the linter on a directory, as the command would with default options.
pub fn lint(dir: &Path) -> Outcome {
    let request = Request { cwd: dir.to_path_buf(), paths: vec![dir.to_path_buf()], ..Request::default() };
    check::run(&check::Options { request, lists_silent: true, ..check::Options::default() }, &|_| ())
}

/// A finding: path below the project's directory, rule, bytes of the untouched text.
type Key = (PathBuf, &'static str, (usize, usize));

/// What the comparison says. All lines are `path:line: …`, by path and position of the untouched tree.
#[derive(Default)]
pub struct Verdict {
    /// Figures.
    pub tally: Tally,
    /// Sites that were not found, of kinds that have a rule.
    pub misses: Vec<String>,
    /// Findings on the mutated copy that are neither on the untouched tree nor at a site.
    pub extra: Vec<String>,
    /// Findings on the untouched tree that are not on the mutated copy, and not about a site's value.
    pub gone: Vec<String>,
}

/// Compares the linter's words on the tree at `dir` with those on its mutated copy at `copy`.
pub fn judge(
    mutated: &Mutated,
    (dir, untouched): (&Path, &Outcome),
    (copy, outcome): (&Path, &Outcome),
    explain: Option<Explain>,
) -> Verdict {
    let mut verdict = Verdict { tally: Tally::of(mutated), ..Verdict::default() };
    let files: BTreeMap<&Path, &MutatedFile> = mutated.files.iter().map(|file| (&*file.path, file)).collect();
    let before = by_key(untouched, dir, None);
    let mut after = by_key(outcome, copy, Some(&files));
    let gone = before.iter().filter(|(key, _)| !after.contains_key(key) && !is_of_site(key, &files));
    verdict.gone = gone.map(|(key, message)| line(&files, key, message)).collect();

    for file in &mutated.files {
        let lines = LineIndex::new(&file.old);
        for site in &file.mutation.sites {
            let key = |rule| -> Key { (file.path.clone(), rule, (site.call.start, site.call.end)) };
            let found = site.kind.rules().iter().any(|rule| after.remove(&key(rule)).is_some());
            verdict.tally.count(site, found, file.is_incomplete);
            if !found && site.kind.has_rule() {
                let near = near(&after, &key(site.kind.rule()));
                let span = Span::new(site.expected.start as u32, site.expected.end as u32);
                let reason = near.or_else(|| explain?(outcome, &copy.join(&file.path), span));
                let known = reason.as_deref().unwrap_or("no reason known");
                verdict.tally.miss(known.split(": ").next().unwrap_or(known));
                verdict.misses.push(miss(file, site, &lines, reason));
            }
        }
    }
    let extra = after.iter().filter(|(key, _)| !before.contains_key(key));
    verdict.extra = extra.map(|(key, message)| line(&files, key, message)).collect();
    verdict.tally.extra = verdict.extra.len();
    verdict.tally.gone = verdict.gone.len();
    verdict
}

/// Whether a finding is about what a site's deleted part gave: `let _ = connect().await?;` loses another future then.
fn is_of_site((path, _, (start, end)): &Key, files: &BTreeMap<&Path, &MutatedFile>) -> bool {
    let sites = files.get(path.as_path()).map_or(&[][..], |file| &file.mutation.sites);
    sites.iter().any(|site| site.call.start == *start && site.call.end <= *end)
}

/// The messages of a run on the tree at `root`.
fn by_key(
    outcome: &Outcome,
    root: &Path,
    mutated: Option<&BTreeMap<&Path, &MutatedFile>>,
) -> BTreeMap<Key, String> {
    let findings = outcome.findings.iter();
    findings.map(|finding| (key(finding, outcome, root, mutated), finding.message.clone())).collect()
}

fn key(
    finding: &Finding,
    outcome: &Outcome,
    root: &Path,
    mutated: Option<&BTreeMap<&Path, &MutatedFile>>,
) -> Key {
    let path = &outcome.files.get(finding.file).path;
    let path = path.strip_prefix(root).unwrap_or(path).to_path_buf();
    let range = finding.span.range();
    let range = match mutated.and_then(|files| files.get(&*path)) {
        Some(file) => file.mutation.edits.to_old(&range),
        None => range,
    };
    (path, finding.rule.name, (range.start, range.end))
}

/// What was found in place of `wanted`: another rule at its bytes, or its rule at bytes that overlap.
fn near(findings: &BTreeMap<Key, String>, wanted: &Key) -> Option<String> {
    let (path, rule, (start, end)) = wanted;
    let same_file = findings.keys().filter(|(other, ..)| other == path);
    same_file.into_iter().find_map(|(_, other, (from, to))| {
        if (from, to) == (start, end) {
            return Some(format!("found as {other}"));
        }
        // A finding around the site, or within it, is most likely that of another statement.
        let aligned = from == start || to == end;
        (other == rule && aligned).then(|| format!("found at other bytes: {from}..{to}, not {start}..{end}"))
    })
}

fn miss(file: &MutatedFile, site: &Site, lines: &LineIndex, reason: Option<String>) -> String {
    let place = if site.in_item_macro { ", in a macro's items" } else { "" };
    let reason = reason.map(|reason| format!(" [{reason}]")).unwrap_or_default();
    file.line(lines, &site.call, &format!("{}, {}{place}{reason}", site.kind.name(), site.form.name()))
}

impl Mutated {
    /// Every site, as a miss is shown.
    pub fn sites(&self) -> Vec<String> {
        self.lines(|file, lines| {
            file.mutation.sites.iter().map(|site| miss(file, site, lines, None)).collect()
        })
    }

    /// Every awaited statement that was left alone.
    pub fn excluded(&self) -> Vec<String> {
        self.lines(|file, lines| {
            let excluded = file.mutation.excluded.iter();
            excluded.map(|(reason, at)| file.line(lines, at, reason.name())).collect()
        })
    }

    fn lines(&self, of: impl Fn(&MutatedFile, &LineIndex) -> Vec<String>) -> Vec<String> {
        self.files.iter().flat_map(|file| of(file, &LineIndex::new(&file.old))).collect()
    }
}

impl MutatedFile {
    /// `path:line: what: text`, for bytes of the untouched text.
    fn line(&self, lines: &LineIndex, at: &Range<usize>, what: &str) -> String {
        let line = lines.line(at.start as u32) + 1;
        format!("{}:{line}: {what}: {}", self.path.display(), excerpt(&self.old, at.clone()))
    }
}

fn line(files: &BTreeMap<&Path, &MutatedFile>, (path, rule, (start, end)): &Key, message: &str) -> String {
    let what = format!("{rule}: {message}");
    match files.get(&**path) {
        Some(file) => file.line(&LineIndex::new(&file.old), &(*start..*end), &what),
        None => format!("{}:?: {what}", path.display()),
    }
}

/// The text on one line, at most 160 characters of it.
pub fn excerpt(text: &str, range: Range<usize>) -> String {
    let words: Vec<&str> = text.get(range).unwrap_or("?").split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(160) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// The calls on the untouched tree that stayed undecided: `path:line: why: code`.
pub fn undecided(outcome: &Outcome, dir: &Path) -> Vec<String> {
    let line = |undecided: &unawaited::finding::Undecided| {
        let file = outcome.files.get(undecided.file);
        let line = file.line_index().line_column(&file.text, undecided.span.start).line;
        let path = file.path.strip_prefix(dir).unwrap_or(&file.path).display().to_string();
        format!("{path}:{line}: {}: {}", undecided.reason.en, excerpt(&file.text, undecided.span.range()))
    };
    outcome.undecided.iter().map(line).collect()
}

/// One finding, by what does not change when lines are added above it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Path below the project's directory, with `/`.
    pub file: String,
    /// The rule.
    pub rule: &'static str,
    /// The code at the finding, on one line and cut off where it is long.
    pub code: String,
    /// 1-based.
    pub line: u32,
    /// Start and end.
    pub bytes: (usize, usize),
}

/// Findings, by path and position.
pub fn found(outcome: &Outcome, dir: &Path) -> Vec<Found> {
    let one = |finding: &Finding| {
        let file = outcome.files.get(finding.file);
        let below = file.path.strip_prefix(dir).unwrap_or(&file.path);
        let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
        let line = file.line_index().line_column(&file.text, finding.span.start).line;
        let code = excerpt(&file.text, finding.span.range());
        let bytes = finding.span.range();
        Found { file: names.join("/"), rule: finding.rule.name, code, line, bytes: (bytes.start, bytes.end) }
    };
    outcome.findings.iter().map(one).collect()
}

/// Findings as `path:line:column: level[rule] message`, paths below `dir`.
pub fn concise(outcome: &Outcome, dir: &Path) -> Vec<String> {
    let line = |finding: &Finding| {
        let file = outcome.files.get(finding.file);
        let at = file.line_index().line_column(&file.text, finding.span.start);
        let (path, level, rule) = (file.display(dir), finding.level.name(), finding.rule.name);
        format!("{path}:{}:{}: {level}[{rule}] {}", at.line, at.column, finding.message)
    };
    outcome.findings.iter().map(line).collect()
}

/// Problems as `path:line: incomplete|loose: message`, paths below `dir`.
pub fn problems(outcome: &Outcome, dir: &Path) -> Vec<String> {
    let line = |problem: &Problem| {
        let path = display_path(&problem.path, dir);
        let line = problem.position.map_or(String::new(), |(line, _)| format!("{line}:"));
        let weight = if problem.incomplete { "incomplete" } else { "loose" };
        format!("{path}:{line} {weight}: {}", problem.message)
    };
    outcome.problems.iter().map(line).collect()
}
