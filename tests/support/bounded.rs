//! Texts made by chance: what is checked ends in time, and nothing gives up on it.

use std::time::{Duration, Instant};

use unawaited::check::{Options, run};
use unawaited::discover::Request;

/// For a file with dozens of bodies, unoptimised and beside other tests. One without bounds takes hours.
const LIMIT: Duration = Duration::from_secs(60);

/// Checks a text that ends with the lost future of `load(1)`, which must be found; how many findings there are.
#[track_caller]
pub fn check(name: &str, text: &str) -> usize {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let root = dir.path().canonicalize().expect("it exists");
    std::fs::create_dir(root.join("src")).expect("a directory");
    std::fs::write(root.join("Cargo.toml"), "[package]\nname = \"p\"\nedition = \"2024\"\n").expect("a file");
    std::fs::write(root.join("src/lib.rs"), text).expect("a file");
    let request = Request { cwd: root.clone(), paths: vec![root], ..Request::default() };
    let start = Instant::now();
    let outcome = run(&Options { request, ..Options::default() }, &|_| ());
    assert!(start.elapsed() < LIMIT, "{name}: {:?}\n{text}", start.elapsed());
    assert_eq!(outcome.problems, [], "{name}\n{text}");
    let last = text.rfind("load(1)").expect("it is there") as u32;
    assert!(outcome.findings.iter().any(|finding| finding.span.start == last), "{name}\n{text}");
    outcome.findings.len()
}

/// The same numbers in each run.
pub struct Random(pub u64);

impl Random {
    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    /// One of these.
    pub fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}
