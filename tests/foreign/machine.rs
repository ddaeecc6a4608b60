//! A whole machine in one text: the project `/p`, and cargo's `/home` that its dependencies lie in. No test lives here.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use unawaited::cache::Cache;
use unawaited::check::{Options, inspect, run};
use unawaited::discover::Request;
use unawaited::finding::{FileId, Finding, Outcome, Statistics};
use unawaited::source::Span;

use crate::tree::files;

/// A directory of files that is removed at the end.
pub struct Machine {
    _dir: TempDir,
    root: PathBuf,
    files: Vec<(String, String)>,
}

impl Machine {
    /// Lays out the files of `text`.
    pub fn new(text: &str) -> Machine {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let root = dir.path().canonicalize().expect("it exists");
        let machine = Machine { _dir: dir, root, files: files(text).into_iter().collect() };
        for (path, content) in &machine.files {
            machine.write(path, content.as_bytes());
        }
        machine
    }

    /// Puts one more file there.
    pub fn write(&self, path: &str, content: &[u8]) {
        let path = self.root.join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        std::fs::write(path, content).expect("a file");
    }

    /// Where that path lies.
    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn request(&self) -> Request {
        let (cwd, cargo_home) = (self.at("p"), Some(self.at("home")));
        Request { cwd, cargo_home, ..Request::default() }
    }

    /// The module tree of the crate of that name, or of several.
    #[track_caller]
    pub fn prints(&self, krate: &str, expected: &str) {
        let printed = inspect(&self.request(), |db, _| {
            let ids = db.world.index.crates.iter().enumerate();
            let ids = ids.filter(|(_, data)| data.name == krate);
            let ids = ids.map(|(at, _)| unawaited::index::CrateId(at as u32));
            ids.map(|id| db.world.print(id)).collect::<String>()
        });
        let (printed, expected) = (printed.expect("threads"), crate::tree::dedent(expected));
        assert!(printed == expected, "--- expected\n{expected}--- found\n{printed}");
    }

    /// What a run over the project counts.
    pub fn statistics(&self) -> Statistics {
        run(&Options { request: self.request(), ..Options::default() }, &|_| {}).statistics
    }

    /// What is found in one directory of the project: `path:line: rule`.
    pub fn found_in(&self, dir: &str) -> Vec<String> {
        let request = Request { paths: vec![self.at(dir)], ..self.request() };
        self.found(&run(&Options { request, ..Options::default() }, &|_| {}))
    }

    /// What is found, with what earlier runs kept in a directory as without.
    #[track_caller]
    pub fn finds_still(&self, kept: &Path) -> Vec<String> {
        let run_with =
            |cache: Cache| run(&Options { request: self.request(), cache, ..Options::default() }, &|_| {});
        let outcome = run_with(Cache::default());
        assert_eq!(outcome.problems, []);
        let again = run_with(Cache::new(kept.to_path_buf(), "test".to_owned()));
        assert_eq!(self.told(&again), self.told(&outcome), "with what was kept, and without");
        assert_eq!(format!("{:?}", again.statistics), format!("{:?}", outcome.statistics));
        self.found(&outcome)
    }

    /// Checks the project, which must find what is marked and nothing else.
    #[track_caller]
    pub fn finds(&self) -> Statistics {
        let run_with = |cache: Cache| {
            let outcome = run(&Options { request: self.request(), cache, ..Options::default() }, &|_| {});
            (self.found(&outcome), outcome)
        };
        let (mut found, outcome) = run_with(Cache::default());
        // A cache changes no result: neither the run that fills it nor the one that reads it.
        let kept = tempfile::tempdir().expect("a temporary directory");
        for run in ["the run that fills the cache", "the run that reads it"] {
            let (again, other) = run_with(Cache::new(kept.path().to_path_buf(), "test".to_owned()));
            assert_eq!((&again, &other.problems), (&found, &outcome.problems), "{run}");
            assert_eq!(format!("{:?}", other.statistics), format!("{:?}", outcome.statistics), "{run}");
        }
        let mut wanted: Vec<String> = self.files.iter().flat_map(|(path, text)| marks(path, text)).collect();
        found.sort();
        wanted.sort();
        assert_eq!(found, wanted, "found, and wanted");
        assert_eq!(outcome.problems, []);
        outcome.statistics
    }

    fn found(&self, outcome: &Outcome) -> Vec<String> {
        let place = |finding: &Finding| self.place(outcome, finding.file, finding.span.start);
        outcome.findings.iter().map(|finding| format!("{}: {}", place(finding), finding.rule.name)).collect()
    }

    /// All that findings point at.
    fn told(&self, outcome: &Outcome) -> Vec<String> {
        let part = |file, span: Span| format!("{} {span:?}", self.place(outcome, file, span.start));
        let told = outcome.findings.iter().map(|finding| {
            let links = finding.chain.iter();
            let links = links.map(|link| format!("; {} {}", part(link.file, link.span), link.message));
            let (place, links) = (part(finding.file, finding.span), links.collect::<String>());
            format!("{place}: {} {}{links}", finding.rule.name, finding.label)
        });
        told.collect()
    }

    /// `path:line` of a byte.
    fn place(&self, outcome: &Outcome, file: FileId, byte: u32) -> String {
        let file = outcome.files.get(file);
        let path = file.path.strip_prefix(&self.root).unwrap_or(&file.path);
        format!("{}:{}", Path::display(path), file.line_index().line_column(&file.text, byte).line)
    }
}

/// `path:line: rule` of each mark.
fn marks(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().enumerate();
    let marked = lines.filter_map(|(at, line)| Some((at, line.split_once("//~ ")?.1)));
    marked.map(|(at, rule)| format!("{path}:{}: {rule}", at + 1)).collect()
}
