//! What a run says: findings, problems of the run itself, and the files they point into. Data only.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::lang::{Lang, Text};
use crate::source::{LineIndex, Span};

/// Index into [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// One text that was read.
#[derive(Debug)]
pub struct SourceFile {
    /// Absolute path.
    pub path: PathBuf,
    /// Its text as it lies on disk (with byte-order mark, `\r\n` and all).
    pub text: String,
}

impl SourceFile {
    /// The path from where the user stands, with `/` between its parts; absolute where it lies elsewhere.
    pub fn display(&self, cwd: &Path) -> String {
        display_path(&self.path, cwd)
    }

    /// Line starts, made anew on each call.
    pub fn line_index(&self) -> LineIndex {
        LineIndex::new(&self.text)
    }
}

/// A path as shown to the user: relative to `cwd` if it lies below, else absolute; `/` between its parts.
pub fn display_path(path: &Path, cwd: &Path) -> String {
    let shown = path.strip_prefix(cwd).unwrap_or(path);
    let shown = shown.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { shown.into_owned() } else { shown.replace('\\', "/") }
}

/// All texts of a run.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<SourceFile>,
}

impl Files {
    /// Adds a file and names it.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(self.files.len() as u32 - 1)
    }

    /// The file behind `id`.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file at a path, if it was read.
    pub fn find(&self, path: &Path) -> Option<FileId> {
        self.files.iter().position(|file| file.path == path).map(|at| FileId(at as u32))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

/// How much a rule's findings weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not reported.
    Allow,
    /// Reported.
    Warn,
    /// Reported as an error.
    Deny,
}

impl Level {
    /// `allow`, `warn`, `deny`.
    pub fn name(self) -> &'static str {
        match self {
            Level::Allow => "allow",
            Level::Warn => "warn",
            Level::Deny => "deny",
        }
    }

    /// How a finding of this level is headed: `warning`, `error`.
    pub fn heading(self) -> &'static str {
        if self == Level::Deny { "error" } else { "warning" }
    }
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Confidence {
    /// The value is dropped unused, but a part of its work was done already, so that it may be meant.
    Likely,
    /// The types say so.
    #[default]
    Certain,
}

impl Confidence {
    /// `certain`, `likely`.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Likely => "likely",
            Confidence::Certain => "certain",
        }
    }
}

/// A rule's unchanging facts. There is one static of it per rule; identity is its address' name.
#[derive(Debug)]
pub struct RuleMeta {
    /// Snake case, names the pattern flagged.
    pub name: &'static str,
    /// Level unless the user says otherwise.
    pub level: Level,
    /// One lower-case line: what the rule finds.
    pub summary: Text,
    /// The explanation page, Markdown.
    pub page: Text,
    /// What of rustc and clippy is about the same.
    pub lints: &'static [&'static Lint],
}

impl RuleMeta {
    /// One line: why it is bad. Stands under every finding, and is the sentence in bold with which the page's second
    /// section begins, as messages are written: lower case, no full stop.
    pub fn why(&self, lang: Lang) -> String {
        let page = self.page.get(lang);
        let section = page.split("\n## ").nth(2).unwrap_or_default();
        let bold = section.split("**").nth(1).unwrap_or_default();
        let line = bold.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut rest = line.trim_end_matches('.').chars();
        rest.next().into_iter().flat_map(char::to_lowercase).chain(rest).collect()
    }
}

/// A lint of rustc's or clippy's that is about the same loss as a rule: who allows it allows the rule's findings too.
#[derive(Debug, PartialEq, Eq)]
pub struct Lint {
    /// As an attribute names it: `clippy::let_underscore_future`.
    pub name: &'static str,
    /// The groups that hold it, without `warnings`, which holds all.
    pub groups: &'static [&'static str],
    /// It is about values given to `_`, or about all others.
    pub underscore: bool,
}

impl PartialEq for RuleMeta {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// One place where a future is lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Which rule says so.
    pub rule: &'static RuleMeta,
    /// The rule's level in this run: never [`Level::Allow`].
    pub level: Level,
    /// How sure it is.
    pub confidence: Confidence,
    /// The file.
    pub file: FileId,
    /// The expression whose value is lost.
    pub span: Span,
    /// What: one lower-case line, no full stop, identifiers in backticks.
    pub message: String,
    /// What stands at the span: why the value is a future.
    pub label: String,
    /// Where the type came from, outermost first.
    pub chain: Vec<ChainLink>,
    /// What to do: one line.
    pub help: String,
}

/// One step of the reasoning behind a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct ChainLink {
    /// The file.
    pub file: FileId,
    /// What it points at.
    pub span: Span,
    /// What it says, e.g. `` `tx` is `Sender<Job>` ``.
    pub message: String,
}

/// The target that a file is checked in, and its package, in cargo's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// The package's name.
    pub package: String,
    /// Its version.
    pub version: String,
    /// Absolute path of its directory.
    pub dir: PathBuf,
    /// The crate's name, with `_`.
    pub target: String,
    /// `lib`, `bin`, `example`, `test`, `bench`, `custom-build`.
    pub kind: &'static str,
    /// Absolute path of the target's root file.
    pub root: PathBuf,
}

/// Something that went wrong with the run itself, not with the code under check.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path it is about, absolute.
    pub path: PathBuf,
    /// 1-based line and column, where there is one.
    pub position: Option<(u32, u32)>,
    /// The reason: one lower-case line without the path.
    pub message: String,
    /// Whether the run is incomplete because of it (exit code 2). A broken loose file is reported without.
    pub incomplete: bool,
}

/// What a run counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Packages that were checked.
    pub packages: usize,
    /// Files that a target reaches and that were checked.
    pub files: usize,
    /// Files that no target reaches, checked all the same.
    pub loose_files: usize,
    /// Lines in all of these.
    pub lines: usize,
    /// Function bodies.
    pub bodies: usize,
    /// Calls whose value is discarded …
    pub discarded_calls: usize,
    /// … of which the type was found to be a future or not one …
    pub decided: usize,
    /// … or stayed unknown, by reason, most frequent first.
    pub unknown: Vec<(Text, usize)>,
    /// Macro calls in item position, those of dependencies included …
    pub macros_between_items: usize,
    /// … of which these could not be read …
    pub unread_macros: usize,
    /// … by reason, most frequent first.
    pub unread_by_reason: Vec<(Text, usize)>,
    /// Macro calls in bodies that hold calls, and that are not known by their name: those that were read …
    pub read_in_bodies: usize,
    /// … and those that were not, by reason, most frequent first.
    pub unread_in_bodies: Vec<(Text, usize)>,
    /// Packages outside of the project whose sources were found.
    pub dependencies: usize,
    /// Packages outside of the project whose sources were not found, and that the linter brings along.
    pub known_dependencies: usize,
    /// Packages outside of the project that are left out because they are for single platforms.
    pub platform_dependencies: usize,
    /// Packages outside of the project that some path may lead to and of which nothing was found: name, and version
    /// where it is known. Sorted.
    pub unseen_dependencies: Vec<String>,
}

/// All that a run found. Findings and problems are sorted (by path, then span, then rule) and free of repeats.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What findings are said in.
    pub lang: Lang,
    /// Texts that findings point into.
    pub files: Files,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Where cargo has the files that findings lie in; a file that belongs to no package is not among them.
    pub homes: BTreeMap<FileId, Home>,
    /// What went wrong.
    pub problems: Vec<Problem>,
    /// Calls whose value is thrown away and whose type stayed unknown, if they are asked for.
    pub undecided: Vec<Undecided>,
    /// Calls whose value is thrown away and loses nothing, each with what was decided, if they are asked for.
    pub dismissed: Vec<Undecided>,
    /// What was counted.
    pub statistics: Statistics,
}

/// A call whose value is thrown away and that gave no finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undecided {
    /// The file.
    pub file: FileId,
    /// The call.
    pub span: Span,
    /// Why, in a few words.
    pub reason: Text,
}

impl Outcome {
    /// Puts findings and problems in order (path, place, rule) and drops repeats.
    pub fn sort(&mut self) {
        let files = &self.files;
        let key = |finding: &Finding| {
            let path = &files.get(finding.file).path;
            (path, finding.span.start, finding.span.end, finding.rule.name)
        };
        self.findings.sort_by(|a, b| key(a).cmp(&key(b)));
        self.findings.dedup_by(|a, b| a.file == b.file && a.span == b.span && a.rule == b.rule);
        self.problems.sort();
        self.problems.dedup();
    }

    /// Whether something that should have been checked was not (exit code 2).
    pub fn is_incomplete(&self) -> bool {
        self.problems.iter().any(|problem| problem.incomplete)
    }
}
