//! The example project shows what its `expected.txt` promises, and nothing else.

use std::fs;
use std::path::Path;

use unawaited::check::{Options, run};
use unawaited::discover::Request;

#[test]
fn the_example_shows_what_it_promises() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/example");
    let dir = dir.canonicalize().expect("fixtures/example");
    let request = Request { cwd: dir.clone(), ..Request::default() };
    let outcome = run(&Options { request, ..Options::default() }, &|_| {});
    let found = outcome.findings.iter().map(|finding| {
        let file = outcome.files.get(finding.file);
        let line = file.line_index().line_column(&file.text, finding.span.start).line;
        format!("{}:{line}: {}\n", file.display(&dir), finding.rule.name)
    });
    let found: String = found.collect();
    let expected = fs::read_to_string(dir.join("expected.txt")).expect("expected.txt");
    assert_eq!(found, expected);
    assert_eq!(outcome.problems, []);
}
