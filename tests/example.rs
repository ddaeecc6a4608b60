//! The example project shows what its `expected.txt` promises, and nothing else.

use std::fs;
use std::path::Path;
use std::process::Command;

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

#[test]
fn the_readme_shows_what_its_first_command_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-unawaited"));
    let output =
        command.current_dir(root).args(["check", "fixtures/example"]).output().expect("the command runs");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let readme = fs::read_to_string(root.join("README.md")).expect("README.md");
    let shown =
        readme.split("<!-- output:end").next().and_then(|text| text.split("<!-- output:begin").nth(1));
    let shown = shown.and_then(|text| text.split("```").nth(1)).and_then(|text| text.strip_prefix("text\n"));
    let shown = shown.expect("a block of text between the marks");
    assert!(
        shown.starts_with("warning[") && printed.starts_with(shown),
        "{shown}\nis not how this starts:\n{printed}"
    );
}
