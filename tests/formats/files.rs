//! Reports in files, and where formats may go.

use std::fs;

use super::{FORMATS, Repository, run};

const LOST: &str = "async fn f() {}\npub fn g() { f(); }\n";

#[test]
fn one_format_goes_to_standard_output_and_others_to_files() {
    let repository = Repository::new();
    repository.package("p", LOST);
    let args = ["-q", "--output-format", "sarif:report.sarif", "--output-format", "github"];
    let (code, stdout, stderr) = run(&repository.root.join("p"), &args);
    assert_eq!((code, stderr.as_str()), (Some(1), ""));
    assert!(stdout.starts_with("::warning file=p/src/lib.rs,line=2,"), "{stdout}");
    let report = fs::read_to_string(repository.root.join("p/report.sarif")).expect("a report");
    assert!(report.contains("\"uri\":\"p/src/lib.rs\""), "paths start at the repository's root: {report}");

    let args = ["-q", "--output-format", "json", "--output-file", "out.json"];
    assert_eq!(run(&repository.root.join("p"), &args), (Some(1), String::new(), String::new()));
    assert!(fs::read_to_string(repository.root.join("p/out.json")).is_ok_and(|text| text.ends_with("}\n")));
}

#[test]
fn a_file_that_cannot_be_written_is_a_failed_run() {
    let repository = Repository::new();
    repository.package("p", LOST);
    for file in ["no/such/dir/x", "p", "."] {
        let option = format!("json:{file}");
        let (code, stdout, stderr) = run(
            &repository.root,
            &["check", "-q", "--output-format", &option, "--output-format", "concise", "p"],
        );
        assert_eq!(code, Some(2), "{file}: {stderr}");
        assert!(stderr.starts_with(&format!("error: {file}: ")), "{file}: {stderr}");
        assert_eq!(stdout.lines().count(), 1, "what can be written is written");
    }
    let left: Vec<_> = fs::read_dir(&repository.root).expect("a directory").collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn more_than_ten_are_said_to_be_in_github_s_log() {
    let repository = Repository::new();
    repository.package("p", &format!("async fn f() {{}}\npub fn g() {{ {} }}\n", "f();\n".repeat(12)));
    let (_, stdout, _) = run(&repository.root, &["check", "-q", "--output-format", "github", "p"]);
    assert_eq!(stdout.lines().filter(|line| line.starts_with("::warning ")).count(), 12);
    assert!(stdout.ends_with("beside the code; all 12 are in this log\n"), "{stdout}");
}

#[cfg(unix)]
#[test]
fn pipes_are_written_to() {
    let repository = Repository::new();
    repository.package("p", LOST);
    for format in FORMATS {
        let option = format!("{format}:/dev/stdout");
        let (code, stdout, stderr) = run(&repository.root, &["check", "-q", "--output-format", &option, "p"]);
        assert!(code.is_some_and(|code| code <= 1) && !stdout.is_empty(), "{format}: {stderr}");
    }
}
