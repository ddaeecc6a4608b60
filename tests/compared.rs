//! The README's table of who sees what is measured: real rustc, clippy and rust-analyzer are asked about the package in
//! `fixtures/compared`, and so are we. What is not installed is not asked, and this is said; with `COMPARED=required`
//! in the environment, as in CI, rustc and clippy must be there.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use unawaited::check::{Options, run};
use unawaited::discover::Request;

/// Each file of the package.
const FILES: [&str; 3] = ["src/lib.rs", "src/more.rs", "broken/src/lib.rs"];

/// What a message must speak of to count: who only says that a name is not used has not seen that work is lost.
const LOSSES: [&str; 5] = ["future", "Future", "await", "task", "stream"];

/// One row of the table: forms of one kind.
struct Row {
    /// What one writes, Markdown.
    label: String,
    /// Its lines that are marked: file, 1-based line, and the rule that reports it, if any does.
    forms: Vec<(PathBuf, usize, Option<String>)>,
}

/// Lines of which somebody speaks.
type Lines = BTreeSet<(PathBuf, usize)>;

fn package() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/compared")
}

fn rows() -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut row = 0;
    for file in FILES.map(|file| package().join(file)) {
        let text = fs::read_to_string(&file).expect("a file of the package");
        for (line, content) in (1..).zip(text.lines()) {
            if let Some(label) = content.strip_prefix("//# ") {
                row = rows.iter().position(|row| row.label == label).unwrap_or(rows.len());
                if row == rows.len() {
                    rows.push(Row { label: label.to_owned(), forms: Vec::new() });
                }
            } else if let Some((_, mark)) = content.split_once("//~ ") {
                let rule = (mark != "nothing").then(|| mark.to_owned());
                rows[row].forms.push((file.clone(), line, rule));
            }
        }
    }
    assert!(rows.len() > 20 && rows.iter().all(|row| !row.forms.is_empty()), "rows have forms");
    rows
}

/// What rustc and clippy say, lint by lint; `None` if they cannot be asked.
fn compiler() -> Option<(Lines, Lines)> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compared");
    let output = Command::new(env!("CARGO"))
        .args(["clippy", "--workspace", "--keep-going", "--offline", "--locked", "--message-format=json"])
        .arg("--target-dir")
        .arg(target)
        .current_dir(package())
        .env_remove("RUSTFLAGS")
        .stderr(Stdio::piped())
        .output()
        .ok()?;
    let (mut rustc, mut clippy, mut is_complete) = (Lines::new(), Lines::new(), false);
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        is_complete |= message["reason"] == "build-finished" && !rustc.is_empty();
        let (lint, said) = (message["message"]["code"]["code"].as_str(), &message["message"]["rendered"]);
        let (Some(lint), Some(said)) = (lint, said.as_str()) else { continue };
        // The code itself is quoted in lines with a bar, and is not what is said of it.
        let said: String = said.lines().filter(|line| !line.contains(" | ")).collect();
        let seen = if lint.starts_with("clippy::") { &mut clippy } else { &mut rustc };
        if speaks_of_loss(&said) && (lint.starts_with("clippy::") || lint == "unused_must_use") {
            seen.extend(primary_lines(&message["message"]["spans"]));
        }
    }
    is_complete.then_some((rustc, clippy))
}

fn primary_lines(spans: &Value) -> Vec<(PathBuf, usize)> {
    let spans = spans.as_array().map_or(&[][..], Vec::as_slice);
    let primary = spans.iter().filter(|span| span["is_primary"] == true);
    let places = primary.filter_map(|span| Some((span["file_name"].as_str()?, span["line_start"].as_u64()?)));
    places.map(|(file, line)| (package().join(file), line as usize)).collect()
}

fn speaks_of_loss(said: &str) -> bool {
    LOSSES.iter().any(|word| said.contains(word))
}

/// What rust-analyzer says by itself, without running cargo; `None` if it is not there.
fn analyzer() -> Option<Lines> {
    let output = Command::new("rust-analyzer")
        .arg("diagnostics")
        .arg(package())
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("analyzed"))
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stdout);
    // It ends with this line, and counts files as found wanting with its exit code.
    said.contains("diagnostic scan complete").then(|| {
        let of_line = |line: &str| {
            let (_, rest) = line.split_once(", file ")?;
            let (file, rest) = rest.split_once(": ")?;
            let (_, rest) = rest.split_once("LineCol { line: ")?;
            let (at, rest) = rest.split_once(',')?;
            let (_, said) = rest.split_once("}: ")?;
            speaks_of_loss(said).then(|| at.parse::<usize>().ok().map(|at| (file.into(), at + 1)))?
        };
        said.lines().filter_map(of_line).collect()
    })
}

/// `yes`, `–`, or `in part`.
fn cell(row: &Row, seen: &Lines) -> &'static str {
    let count = row.forms.iter().filter(|(file, line, _)| seen.contains(&(file.clone(), *line))).count();
    match count {
        0 => "–",
        _ if count == row.forms.len() => "yes",
        _ => "in part",
    }
}

/// The table of the README: its text, and its rows' cells by their label.
fn readme_rows() -> Vec<[String; 5]> {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("README");
    let (_, rest) = readme.split_once("<!-- compared:begin").expect("the table's begin");
    let (table, _) = rest.split_once("<!-- compared:end -->").expect("the table's end");
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    let cells = rows.map(|row| {
        let bars = row.replace("\\|", "\u{1}");
        let cells: Vec<String> =
            bars.trim_matches('|').split('|').map(|cell| cell.trim().replace('\u{1}', "\\|")).collect();
        <[String; 5]>::try_from(cells).expect("five columns")
    });
    cells.collect()
}

/// What differs from the README in one column, with the row as it should be.
fn differences(rows: &[Row], column: usize, right: impl Fn(&Row) -> String) -> String {
    let readme = readme_rows();
    let labels: Vec<&str> = readme.iter().map(|row| row[0].as_str()).collect();
    let measured: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, measured, "the rows of README.md are those of fixtures/compared, in their order");
    let mut faults = String::new();
    for (row, shown) in rows.iter().zip(&readme) {
        let right = right(row);
        if shown[column] != right {
            let lines: Vec<usize> = row.forms.iter().map(|(_, line, _)| *line).collect();
            let _ = writeln!(
                faults,
                "{} (lines {lines:?}): README.md says `{}`, measured: `{right}`",
                row.label, shown[column]
            );
        }
    }
    faults
}

#[test]
fn rustc_and_clippy_see_what_the_readme_says() {
    let Some((rustc, clippy)) = compiler() else {
        assert!(
            std::env::var("COMPARED").is_err(),
            "rustc and clippy could not be asked about fixtures/compared"
        );
        eprintln!("skipped: clippy is missing, or `cargo fetch` was not run in fixtures/compared");
        return;
    };
    let rows = rows();
    let faults = differences(&rows, 1, |row| cell(row, &rustc).to_owned())
        + &differences(&rows, 2, |row| cell(row, &clippy).to_owned());
    assert!(faults.is_empty(), "rustc or clippy:\n{faults}");
    let losses = rows.iter().flat_map(|row| &row.forms).filter(|(.., rule)| rule.is_some());
    let seen = |(file, line, _): &&(PathBuf, usize, _)| {
        let at = (file.clone(), *line);
        rustc.contains(&at) || clippy.contains(&at)
    };
    let (seen, unseen): (Vec<_>, Vec<_>) = losses.partition(seen);
    eprintln!(
        "{} forms, {} of them seen by neither rustc nor clippy",
        seen.len() + unseen.len(),
        unseen.len()
    );
    assert!(seen.len() + unseen.len() >= 150 && unseen.len() >= 60, "{} and {}", seen.len(), unseen.len());
    // The measure measures: both have been heard, and neither hears all.
    let seen = |lines: &Lines| rows.iter().filter(|row| cell(row, lines) == "yes").count();
    assert!(seen(&rustc) >= 3 && seen(&clippy) >= 3, "{rustc:?} {clippy:?}");
}

#[test]
fn rust_analyzer_sees_what_the_readme_says() {
    let Some(seen) = analyzer() else {
        eprintln!("skipped: there is no rust-analyzer");
        return;
    };
    let faults = differences(&rows(), 3, |row| cell(row, &seen).to_owned());
    assert!(faults.is_empty(), "rust-analyzer:\n{faults}");
}

#[test]
fn we_see_what_the_readme_says() {
    let request = Request { cwd: package(), ..Request::default() };
    let outcome = run(&Options { request, ..Options::default() }, &|_| {});
    if !outcome.statistics.unseen_dependencies.is_empty() {
        let unseen = &outcome.statistics.unseen_dependencies;
        assert!(std::env::var("COMPARED").is_err(), "dependencies are missing: {unseen:?}");
        eprintln!("skipped: `cargo fetch` was not run in fixtures/compared: {unseen:?}");
        return;
    }
    let found: BTreeSet<(PathBuf, usize, String)> = outcome
        .findings
        .iter()
        .map(|finding| {
            let file = outcome.files.get(finding.file);
            let at = file.line_index().line_column(&file.text, finding.span.start);
            (file.path.clone(), at.line as usize, finding.rule.name.to_owned())
        })
        .collect();
    let rows = rows();
    let marked = rows.iter().flat_map(|row| &row.forms);
    let marked = marked.filter_map(|(file, line, rule)| Some((file.clone(), *line, rule.clone()?)));
    let marked: BTreeSet<_> = marked.collect();
    let unlike: Vec<_> = found.symmetric_difference(&marked).collect();
    assert!(unlike.is_empty(), "only found, or only marked: {unlike:?}");
    let faults = differences(&rows, 4, |row| {
        let rules: BTreeSet<&str> = row.forms.iter().filter_map(|(.., rule)| rule.as_deref()).collect();
        let rules: Vec<&str> = rules.into_iter().collect();
        match rules[..] {
            [] => "silent".to_owned(),
            [_] | [_, _] => rules.join(", "),
            _ => format!("{} rules", rules.len()),
        }
    });
    assert!(faults.is_empty(), "cargo-unawaited:\n{faults}");
}
