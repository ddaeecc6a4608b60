//! One project of more than a hundred findings: all formats hold the same ones, and all columns lead to the same byte.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::readers::{Column, Found, messages, read, uri};
use super::{FORMATS, Repository, report, schemas};

/// A file with every kind of line that shifts a column. Two findings in one line, a mark at its beginning, Windows'
/// line ends, one at the end without any.
const ODD: &str = "\u{feff}async fn f() {}\r\n\r\npub async fn ä() {\r\n\tlet s = \"函数🦀\u{301}\"; f(); f();\r\n\
    \t\t/* é */ f();\r\n    _ = async {\r\n        s\r\n    };\r\n}\r\npub fn last() { f(); }";

/// Repository, and where the user stands in it: half of the findings lie outside of that directory.
fn project() -> (Repository, PathBuf) {
    let repository = Repository::new();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/forms");
    let mut files: Vec<_> =
        fs::read_dir(fixtures).expect("fixtures").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    for (at, file) in files.iter().enumerate() {
        let text = fs::read_to_string(file).expect("UTF-8");
        // Fixtures of several files or broken ones are for other tests.
        if text.contains("//- /") || file.ends_with("broken.rs") || file.ends_with("loose.rs") {
            continue;
        }
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        repository.package(&format!("{}/{name}", ["here", "there"][at % 2]), &text);
    }
    repository.package("here/odd name", "#[path = \"a b%20#,é:1.rs\"]\nmod odd;\n");
    repository.write("here/odd name/src/a b%20#,é:1.rs", ODD);
    repository.package("there/odd", ODD);
    let cwd = repository.root.join("here");
    (repository, cwd)
}

const PATHS: [&str; 4] = ["-D", "let_underscore_future", ".", "../there"];

/// Path and line count, and a byte where the format knows columns.
fn key(found: &Found) -> (PathBuf, u64, String, bool) {
    (found.path.clone(), found.line, found.rule.clone(), found.error)
}

/// The byte that a line and column stand for, counted from the text on disk.
fn byte(found: &Found, texts: &mut HashMap<PathBuf, String>) -> Option<usize> {
    let text = texts
        .entry(found.path.clone())
        .or_insert_with(|| fs::read_to_string(&found.path).unwrap_or_else(|_| panic!("{:?}", found.path)));
    let start: usize = text.split_inclusive('\n').take(found.line as usize - 1).map(str::len).sum();
    let line = &text[start..];
    Some(match found.column? {
        Column::Bytes(column) => start + column as usize - 1,
        Column::Characters(column) => {
            let mark = if start == 0 && line.starts_with('\u{feff}') { 1 } else { 0 };
            let before = line.char_indices().nth(column as usize - 1 + mark);
            start + before.map_or(line.len(), |(at, _)| at)
        }
    })
}

#[test]
fn all_formats_hold_the_same_findings() {
    let (repository, cwd) = project();
    let expected = read("json", &report(&cwd, "json", &PATHS), &cwd, &repository.root);
    assert!(expected.len() >= 100, "only {} findings", expected.len());
    let outside = expected.iter().filter(|found| !found.path.starts_with(&cwd)).count();
    assert!(outside > 20 && expected.len() - outside > 20, "{outside} of {}", expected.len());
    assert!(expected.iter().any(|found| found.error) && expected.iter().any(|found| !found.error));

    let document: serde_json::Value = serde_json::from_str(&report(&cwd, "json", &PATHS)).expect("JSON");
    let bytes = document["findings"].as_array().expect("a list").iter();
    let mut bytes: Vec<_> =
        bytes.map(|finding| finding["byte_range"]["start"].as_u64().map(|at| at as usize)).collect();
    bytes.sort();
    let mut keys: Vec<_> = expected.iter().map(key).collect();
    keys.sort();
    let mut texts = HashMap::new();
    for format in FORMATS {
        let found = read(format, &report(&cwd, format, &PATHS), &cwd, &repository.root);
        let mut seen: Vec<_> = found.iter().map(key).collect();
        seen.sort();
        assert_eq!(seen, keys, "{format}");
        let mut places: Vec<_> = found.iter().map(|found| byte(found, &mut texts)).collect();
        places.sort();
        if format != "gitlab" {
            assert_eq!(places, bytes, "{format}");
        }
    }
}

#[test]
fn a_format_in_a_file_holds_what_it_prints() {
    let (repository, cwd) = project();
    let mut args = vec!["check", "-q"];
    let options: Vec<String> = FORMATS.iter().map(|format| format!("{format}:{format}.out")).collect();
    for option in &options {
        args.extend(["--output-format", option]);
    }
    args.extend(PATHS);
    let (code, stdout, stderr) = super::run(&cwd, &args);
    assert_eq!((code, stdout.as_str()), (Some(1), ""), "{stderr}");
    for format in FORMATS {
        let text = fs::read_to_string(cwd.join(format!("{format}.out"))).expect("a report");
        assert_eq!(text, report(&cwd, format, &PATHS), "{format}");
    }
    let left: Vec<_> =
        fs::read_dir(&cwd).expect("a directory").map(|entry| entry.expect("an entry").file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".tmp")), "{left:?}");
    assert!(repository.root.join(".git").is_dir());
}

#[test]
fn spans_of_rustc_messages_cover_what_is_reported() {
    let (_repository, cwd) = project();
    let document: serde_json::Value = serde_json::from_str(&report(&cwd, "json", &PATHS)).expect("JSON");
    let findings = document["findings"].as_array().expect("a list");
    for format in ["rustc", "cargo"] {
        let read = messages(&report(&cwd, format, &PATHS));
        assert_eq!(read.len(), findings.len());
        for (message, finding) in read.iter().zip(findings) {
            let primary = message.spans.iter().find(|span| span.is_primary).expect("a primary span");
            let range = primary.byte_start as u64..primary.byte_end as u64;
            assert_eq!(Some(range.start), finding["byte_range"]["start"].as_u64());
            assert_eq!(Some(range.end), finding["byte_range"]["end"].as_u64());
            assert_eq!(message.spans.len(), 1 + finding["chain"].as_array().expect("a list").len());
            let text = fs::read_to_string(cwd.join(&primary.file_name)).expect("a file");
            let covered = &text[range.start as usize..range.end as usize];
            let shown = primary.text.iter().map(|line| {
                let chars: Vec<char> = line.text.chars().collect();
                chars[line.highlight_start - 1..line.highlight_end - 1].iter().collect::<String>()
            });
            assert_eq!(shown.collect::<Vec<_>>().join("\n"), covered.replace("\r\n", "\n"));
            assert_eq!(message.children.iter().filter(|child| !child.spans.is_empty()).count(), 0);
        }
    }
}

#[test]
fn regions_of_sarif_end_in_their_line_and_hold_their_text() {
    let (repository, cwd) = project();
    let log = schemas::validate("sarif-2.1.0.json", &report(&cwd, "sarif", &PATHS));
    let run = &log["runs"][0];
    for rule in run["tool"]["driver"]["rules"].as_array().expect("a list") {
        for text in ["shortDescription", "fullDescription"] {
            let text = rule[text]["text"].as_str().expect("a text");
            assert!(!text.is_empty() && text.chars().count() <= 1024, "{text}");
        }
        assert!(rule["help"]["text"].as_str().is_some_and(|text| !text.is_empty()));
    }
    for result in run["results"].as_array().expect("a list") {
        let place = &result["locations"][0]["physicalLocation"];
        let region = &place["region"];
        assert_eq!(region["startLine"], region["endLine"], "{result}");
        let text = fs::read_to_string(uri(&place["artifactLocation"], &repository.root)).expect("a file");
        let line = text.lines().nth(region["startLine"].as_u64().expect("a line") as usize - 1);
        let line: Vec<char> = line.expect("a line").trim_start_matches('\u{feff}').chars().collect();
        let column = |name: &str| region[name].as_u64().expect("a column") as usize - 1;
        let covered: String = line[column("startColumn")..column("endColumn")].iter().collect();
        assert_eq!(region["snippet"]["text"], covered.as_str());
        let at = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(run["tool"]["driver"]["rules"][at]["id"], result["ruleId"]);
        let hash = result["partialFingerprints"]["primaryLocationLineHash"].as_str().expect("a hash");
        assert!(hash.split_once(':').is_some_and(|(hash, count)| !hash.is_empty() && count != "0"), "{hash}");
    }
}

#[test]
fn fingerprints_of_gitlab_differ_and_do_not_move() {
    let (_repository, cwd) = project();
    let prints = |text: &str| -> Vec<String> {
        let entries = schemas::validate("gitlab.json", text);
        let entries = entries.as_array().expect("a list").iter();
        entries.map(|entry| entry["fingerprint"].as_str().expect("a text").to_owned()).collect()
    };
    let first = prints(&report(&cwd, "gitlab", &PATHS));
    let mut distinct = first.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), first.len());
    let moved = cwd.join("../there/odd/src/lib.rs");
    fs::write(&moved, format!("\n\n\n{}", ODD.trim_start_matches('\u{feff}'))).expect("a file");
    assert_eq!(prints(&report(&cwd, "gitlab", &PATHS)), first);
}
