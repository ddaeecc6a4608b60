//! Reports of hand-made outcomes, as exact text.

mod closing;
mod hostile;

use std::path::Path;

use unawaited::finding::{
    ChainLink, Confidence, FileId, Finding, Level, Outcome, Problem, SourceFile, Statistics,
};
use unawaited::lang::{Lang, Text};
use unawaited::report::{Format, Report};
use unawaited::rules::{DROPPED_FUTURE, LET_UNDERSCORE_FUTURE};
use unawaited::source::Span;

/// All of them.
const FORMATS: [Format; 12] = [
    Format::Full,
    Format::Concise,
    Format::Json,
    Format::Jsonl,
    Format::Rustc,
    Format::Cargo,
    Format::Sarif,
    Format::Github,
    Format::Gitlab,
    Format::Junit,
    Format::Checkstyle,
    Format::Rdjson,
];

/// A file of the project, which lies in `/p`.
fn file(outcome: &mut Outcome, path: &str, text: &str) -> FileId {
    outcome.files.add(SourceFile { path: Path::new("/p").join(path), text: text.to_owned() })
}

/// Where `part` first stands in a file.
fn span(outcome: &Outcome, file: FileId, part: &str) -> Span {
    let start =
        outcome.files.get(file).text.find(part).unwrap_or_else(|| panic!("{part} is not in the text"));
    Span::new(start as u32, (start + part.len()) as u32)
}

/// Adds a finding at the first `part` of a file, with links to `(file, part, message)`.
fn find(outcome: &mut Outcome, file: FileId, part: &str, chain: &[(FileId, &str, &str)]) {
    let link = |(file, part, message): &(FileId, &str, &str)| ChainLink {
        file: *file,
        span: span(outcome, *file, part),
        message: (*message).to_owned(),
    };
    outcome.findings.push(Finding {
        rule: &DROPPED_FUTURE,
        level: Level::Warn,
        confidence: Confidence::Certain,
        file,
        span: span(outcome, file, part),
        message: "this future is dropped without being awaited".to_owned(),
        label: "the call only builds a future".to_owned(),
        chain: chain.iter().map(link).collect(),
        help: "add `.await`".to_owned(),
    });
}

fn report(outcome: &Outcome, colour: bool) -> Report<'_> {
    Report { outcome, cwd: Path::new("/p"), root: Path::new("/p"), colour, statistics: false }
}

fn written(outcome: &Outcome, format: Format) -> String {
    let mut out = Vec::new();
    report(outcome, false).write(format, &mut out).expect("writing to memory");
    String::from_utf8(out).expect("UTF-8")
}

fn json(outcome: &Outcome) -> serde_json::Value {
    serde_json::from_str(&written(outcome, Format::Json)).expect("JSON")
}

/// The outcome with one finding at `part` of `src/a.rs`.
fn one(text: &str, part: &str) -> Outcome {
    let mut outcome = Outcome::default();
    let id = file(&mut outcome, "src/a.rs", text);
    find(&mut outcome, id, part, &[]);
    outcome
}

/// The lines of `full` between the header and the notes.
fn snippet(outcome: &Outcome) -> String {
    let full = written(outcome, Format::Full);
    let lines = full.lines().skip(1).take_while(|line| !line.contains("= why"));
    lines.map(|line| format!("{}\n", line.trim_end())).collect()
}

#[test]
fn a_finding_says_what_where_why_and_what_to_do() {
    let mut outcome = Outcome::default();
    let text = "async fn run() {\n    let (tx, rx) = channel(8);\n    work();\n    more();\n\n    tx.send(job);\n}\n";
    let id = file(&mut outcome, "src/handler.rs", text);
    find(&mut outcome, id, "tx.send(job)", &[(id, "tx", "`tx` is `Sender<Job>`")]);
    let expected = "\
warning[dropped_future]: this future is dropped without being awaited
  ┌─ src/handler.rs:6:5
  │
2 │     let (tx, rx) = channel(8);
  │          -- `tx` is `Sender<Job>`
  ·
6 │     tx.send(job);
  │     ^^^^^^^^^^^^ the call only builds a future
  │
  = why: a future does nothing by itself: its code runs only while `.await`, or a task, polls it
  = help: add `.await`
  = explain: cargo unawaited explain dropped_future

";
    assert_eq!(written(&outcome, Format::Full), expected);
    assert_eq!(
        written(&outcome, Format::Concise),
        "src/handler.rs:6:5: warning[dropped_future] this future is dropped without being awaited\n"
    );
}

#[test]
fn level_confidence_and_rule_show() {
    let mut outcome = one("fn f() { let _ = g(); }", "g()");
    outcome.findings[0].rule = &LET_UNDERSCORE_FUTURE;
    outcome.findings[0].level = Level::Deny;
    outcome.findings[0].confidence = Confidence::Likely;
    let expected = "\
error[let_underscore_future]: this future is dropped without being awaited
  ┌─ src/a.rs:1:18
  │
1 │ fn f() { let _ = g(); }
  │                  ^^^ the call only builds a future
  │
  = why: `_` binds nothing: the future is dropped before anything has polled it
  = help: add `.await`
  = note: likely, not certain: a part of the work was done, so that this may be meant
  = explain: cargo unawaited explain let_underscore_future

";
    assert_eq!(written(&outcome, Format::Full), expected);
    assert!(written(&outcome, Format::Concise).starts_with("src/a.rs:1:18: error[let_underscore_future] "));
    let finding = &json(&outcome)["findings"][0];
    assert_eq!(finding["level"], "deny");
    assert_eq!(finding["confidence"], "likely");
    assert_eq!(finding["rule"], "let_underscore_future");
}

#[test]
fn a_chain_can_lead_through_other_files() {
    let mut outcome = Outcome::default();
    let caller = file(&mut outcome, "src/main.rs", "fn main() {\n    db.save(1);\n}\n");
    let mut long = "\n".repeat(120);
    long += "impl Db {\n    pub async fn save(&self, n: u8) {}\n}\n";
    let callee = file(&mut outcome, "/lib/src/db.rs", &long);
    find(
        &mut outcome,
        caller,
        "db.save(1)",
        &[(callee, "async fn save", "`save` is an `async fn`"), (caller, "db", "`db` is `Db`")],
    );
    let expected = "    \
    ┌─ src/main.rs:2:5
    │
  2 │     db.save(1);
    │     ^^^^^^^^^^
    │     │
    │     the call only builds a future
    │     `db` is `Db`
    │
    ┌─ /lib/src/db.rs:122:9
    │
122 │     pub async fn save(&self, n: u8) {}
    │         ------------- `save` is an `async fn`
    │
";
    assert_eq!(snippet(&outcome), expected);
    let chain = &json(&outcome)["findings"][0]["chain"];
    assert_eq!(chain[0]["path"], "/lib/src/db.rs");
    assert_eq!(chain[0]["start"], serde_json::json!({ "line": 122, "column": 9 }));
    assert_eq!(chain[1]["byte_range"], serde_json::json!({ "start": 16, "end": 18 }));
}

#[test]
fn columns_count_characters_and_carets_follow_their_width() {
    let outcome = one("fn ä() { \"函数🦀\"; g(); }", "g()");
    let expected = "  \
  ┌─ src/a.rs:1:17
  │
1 │ fn ä() { \"函数🦀\"; g(); }
  │                    ^^^ the call only builds a future
  │
";
    assert_eq!(snippet(&outcome), expected);
    assert!(written(&outcome, Format::Concise).starts_with("src/a.rs:1:17: "));
    let finding = &json(&outcome)["findings"][0];
    assert_eq!(finding["start"], serde_json::json!({ "line": 1, "column": 17 }));
    assert_eq!(finding["end"], serde_json::json!({ "line": 1, "column": 20 }));
    assert_eq!(finding["byte_range"], serde_json::json!({ "start": 24, "end": 27 }));
}

#[test]
fn a_byte_order_mark_takes_no_column_but_bytes() {
    let outcome = one("\u{feff}g();\n", "g()");
    let expected = "  \
  ┌─ src/a.rs:1:1
  │
1 │ g();
  │ ^^^ the call only builds a future
  │
";
    assert_eq!(snippet(&outcome), expected);
    assert!(written(&outcome, Format::Concise).starts_with("src/a.rs:1:1: "));
    let finding = &json(&outcome)["findings"][0];
    assert_eq!(finding["start"], serde_json::json!({ "line": 1, "column": 1 }));
    assert_eq!(finding["byte_range"], serde_json::json!({ "start": 3, "end": 6 }));
}

#[test]
fn tabs_and_carriage_returns_keep_the_carets_in_place() {
    let outcome = one("fn f() {\r\n\tx;\tg();\r\n}\r\n", "g()");
    let expected = "  \
  ┌─ src/a.rs:2:5
  │
2 │     x;  g();
  │         ^^^ the call only builds a future
  │
";
    assert_eq!(snippet(&outcome), expected);
    assert!(!written(&outcome, Format::Full).contains('\r'));
}

#[test]
fn a_span_over_many_lines_shows_both_ends() {
    let body: String = (0..50).map(|n| format!("    step({n});\n")).collect();
    let block = format!("async {{\n{body}}}");
    let outcome = one(&format!("fn f() {{\n{block};\n}}\n"), &block);
    let expected = "   \
   ┌─ src/a.rs:2:1
   │
 2 │ ╭ async {
 3 │ │     step(0);
 4 │ │     step(1);
 5 │ │     step(2);
   · │
52 │ │     step(49);
53 │ │ };
   │ ╰─^ the call only builds a future
   │
";
    assert_eq!(snippet(&outcome), expected);
}

#[test]
fn the_json_document_is_whole() {
    let mut outcome = one("g();", "g()");
    outcome.statistics = Statistics { files: 3, loose_files: 2, lines: 9, ..Statistics::default() };
    let path = Path::new("/p/src/b.rs").to_owned();
    outcome.problems.push(Problem {
        path,
        position: Some((4, 2)),
        message: "expected `;`".into(),
        incomplete: true,
    });
    let expected = serde_json::json!({
        "schema_version": 1,
        "tool": { "name": "cargo-unawaited", "version": env!("CARGO_PKG_VERSION") },
        "findings": [{
            "path": "src/a.rs",
            "byte_range": { "start": 0, "end": 3 },
            "start": { "line": 1, "column": 1 },
            "end": { "line": 1, "column": 4 },
            "rule": "dropped_future",
            "level": "warn",
            "confidence": "certain",
            "message": "this future is dropped without being awaited",
            "label": "the call only builds a future",
            "why": DROPPED_FUTURE.why(Lang::En),
            "help": "add `.await`",
            "chain": [],
        }],
        "errors": [
            { "path": "src/b.rs", "line": 4, "column": 2, "message": "expected `;`", "incomplete": true },
        ],
        "summary": { "findings": 1, "warn": 1, "deny": 0, "files": 3, "loose_files": 2 },
        "incomplete": true,
    });
    assert_eq!(json(&outcome), expected);

    let with_statistics = Report { statistics: true, ..report(&outcome, false) };
    let mut out = Vec::new();
    with_statistics.write(Format::Json, &mut out).expect("writing to memory");
    let document: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
    assert_eq!(document["statistics"]["lines"], 9);
}

#[test]
fn colours_change_nothing_but_colours() {
    let mut outcome = one("fn f() { g(); }", "g()");
    outcome.problems.push(Problem {
        path: "/p/x".into(),
        position: None,
        message: "y".into(),
        incomplete: true,
    });
    for format in [Format::Full, Format::Concise] {
        let mut out = Vec::new();
        report(&outcome, true).write(format, &mut out).expect("writing to memory");
        let coloured = String::from_utf8(out).expect("UTF-8");
        assert!(coloured.contains("\x1b["), "{coloured:?}");
        assert_eq!(without_colours(&coloured), written(&outcome, format));
    }
    let mut out = Vec::new();
    report(&outcome, true).write(Format::Json, &mut out).expect("writing to memory");
    assert!(!out.contains(&0x1b));
}

fn without_colours(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or("", |(_, rest)| rest))
}
