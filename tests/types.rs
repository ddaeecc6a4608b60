//! Types: each file of `fixtures/types` says below its lines what type the engine must find.
//!
//! ```text
//! let n = Some(1u8).unwrap();
//! //      ^^^^^^^^^^^^^^^^^^ u8
//! ```
//!
//! The carets cover exactly one expression of the next line above that is none of these. `_ instead of u8` is a
//! known gap: the engine does not know, and a better one would.

#[path = "support/tree.rs"]
mod tree;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use unawaited::check::View;
use unawaited::index::{BodyOwner, ConstId, FnId};
use unawaited::infer::{Db, Infer, print};

use tree::Tree;

/// What a file says of one expression.
struct Mark {
    /// 1-based line and column of its first character, and the column behind its last.
    line: usize,
    from: usize,
    to: usize,
    expression: String,
    /// What the engine must find.
    expected: String,
    /// What is true, where the engine does not get so far.
    known_gap: Option<String>,
}

/// Where an expression stands in its file: line, first column, column behind it; all 1-based.
type Place = (usize, usize, usize);

fn fixtures() -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/types");
    let entries = fs::read_dir(dir).expect("fixtures/types");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    assert!(files.len() > 10, "the fixtures were found");
    files
}

fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut code = (0, "");
    for (at, line) in text.lines().enumerate() {
        let Some((before, expected)) = mark(line) else {
            code = (at + 1, line);
            continue;
        };
        let from = before.len() - before.trim_start_matches(['/', ' ']).len();
        let chars: Vec<char> = code.1.chars().collect();
        let expression =
            chars.get(from..before.len()).unwrap_or_else(|| panic!("line {}: too far right", at + 1));
        let (expected, known_gap) = match expected.split_once(" instead of ") {
            Some((found, wanted)) => (found, Some(wanted.to_owned())),
            None => (expected, None),
        };
        marks.push(Mark {
            line: code.0,
            from: from + 1,
            to: before.len() + 1,
            expression: expression.iter().collect(),
            expected: expected.to_owned(),
            known_gap,
        });
    }
    marks
}

/// `//  ^^^ Type`: all up to the last caret, and the type.
fn mark(line: &str) -> Option<(&str, &str)> {
    let after = line.trim_start().strip_prefix("//")?.trim_start();
    let ty = after.trim_start_matches('^').strip_prefix(' ').filter(|_| after.starts_with('^'))?;
    Some((&line[..line.len() - ty.len() - 1], ty.trim_end()))
}

/// Each expression of all bodies of a file with its type.
fn types(db: &Db, view: View, path: &str) -> BTreeMap<Place, Vec<String>> {
    let index = &db.world.index;
    let fns = (0..index.fns.len() as u32).map(|id| BodyOwner::Fn(FnId(id)));
    let consts = (0..index.consts.len() as u32).map(|id| BodyOwner::Const(ConstId(id)));
    let mut found: BTreeMap<Place, Vec<String>> = BTreeMap::new();
    for infer in fns.chain(consts).filter_map(|owner| Infer::new(db, owner)) {
        let file = view.files.get(infer.site.file);
        if !view.is_own(infer.site.file) || !file.path.ends_with(path) {
            continue;
        }
        let lines = file.line_index();
        for (span, ty) in print::types(&infer) {
            let (start, end) =
                (lines.line_column(&file.text, span.start), lines.line_column(&file.text, span.end));
            if start.line == end.line {
                let place = (start.line as usize, start.column as usize, end.column as usize);
                found.entry(place).or_default().push(ty);
            }
        }
    }
    found
}

#[test]
fn every_marked_expression_has_its_type() {
    let mut faults = Vec::new();
    for fixture in fixtures() {
        let text = fs::read_to_string(&fixture).expect("UTF-8");
        let marks = marks(&text);
        assert!(!marks.is_empty(), "{} marks nothing", fixture.display());
        let tree = Tree::new(&text);
        let found = tree.inspect(|db, view| types(db, view, "src/lib.rs"));
        for mark in marks {
            let types = found.get(&(mark.line, mark.from, mark.to));
            let shown = types.map_or("no expression".to_owned(), |types| types.join(" and "));
            if shown != mark.expected {
                let gap = mark.known_gap.map_or(String::new(), |wanted| format!(" (truly `{wanted}`)"));
                faults.push(format!(
                    "{}:{}:{}: `{}` is `{shown}`, not `{}`{gap}",
                    fixture.display(),
                    mark.line,
                    mark.from,
                    mark.expression,
                    mark.expected
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// What no error of types is: it comes after all types are known.
const BORROWS: [&str; 14] = [
    "E0373", "E0381", "E0382", "E0384", "E0499", "E0502", "E0505", "E0506", "E0507", "E0508", "E0521",
    "E0515", "E0597", "E0716",
];

/// The fixtures are Rust: what they say of types is not about code that could not be. Moving a value twice is fine.
#[test]
fn the_compiler_accepts_the_fixtures_types() {
    // Code that cannot be seen, and what other systems see.
    let not_compiled = ["unknown.rs", "cfg.rs"];
    let scratch = tempfile::tempdir().expect("a directory");
    for fixture in fixtures() {
        if not_compiled.iter().any(|name| fixture.ends_with(name)) {
            continue;
        }
        let output = Command::new("rustc")
            .args([
                "--edition=2024",
                "--crate-type=lib",
                "--emit=metadata",
                "-Awarnings",
                "--error-format=json",
            ])
            .arg("-o")
            .arg(scratch.path().join("fixture.rmeta"))
            .arg(&fixture)
            .output()
            .expect("rustc");
        let messages = String::from_utf8(output.stderr).expect("UTF-8");
        for message in
            messages.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        {
            let code = message["code"]["code"].as_str().unwrap_or("");
            let text = message["message"].as_str().unwrap_or("");
            let of_lifetimes =
                text.starts_with("lifetime may not live") || text.starts_with("aborting due to");
            let is_error = message["level"] == "error" && !BORROWS.contains(&code) && !of_lifetimes;
            assert!(!is_error, "{}", message["rendered"].as_str().unwrap_or(text));
        }
    }
}
