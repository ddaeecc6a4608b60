//! The detection benchmark's comparison: a mutated text and findings in, found, missed, extra and gone out.

#[allow(dead_code, reason = "the benchmark uses all of it")]
#[path = "../benches/judge/mod.rs"]
mod judge;
#[allow(dead_code, reason = "the benchmark uses all of it")]
#[path = "../benches/mutate/mod.rs"]
mod mutate;

use std::path::{Path, PathBuf};

use judge::{Mutated, MutatedFile, Verdict};
use unawaited::finding::{Confidence, Files, Finding, Level, Outcome, RuleMeta, SourceFile};
use unawaited::rules;
use unawaited::source::Span;

const TEXT: &str =
    "async fn f() {\n  run(async { g().await; }).await.ok();\n  let _ = h().await?;\n  last();\n}\n";

fn mutated() -> Mutated {
    let mutation = mutate::mutate(TEXT).expect("it parses");
    let file = MutatedFile { path: PathBuf::from("a.rs"), old: TEXT.into(), mutation, is_incomplete: false };
    Mutated { files: vec![file], ..Mutated::default() }
}

/// What a linter says of `text` that finds each of `parts`.
fn outcome(root: &str, text: &str, parts: &[(&'static RuleMeta, &str)]) -> Outcome {
    let mut files = Files::default();
    let file = files.add(SourceFile { path: Path::new(root).join("a.rs"), text: text.into() });
    let finding = |(rule, part): &(&'static RuleMeta, &str)| {
        let start = text.find(part).expect("it is there") as u32;
        Finding {
            rule,
            level: Level::Warn,
            confidence: Confidence::Certain,
            file,
            span: Span::new(start, start + part.len() as u32),
            message: "lost".into(),
            label: String::new(),
            chain: vec![],
            help: String::new(),
        }
    };
    let findings = parts.iter().map(finding).collect();
    Outcome { files, findings, ..Outcome::default() }
}

fn judge(untouched: &[(&'static RuleMeta, &str)], found: &[(&'static RuleMeta, &str)]) -> Verdict {
    let mutated = mutated();
    let before = outcome("/old", TEXT, untouched);
    let after = outcome("/new", &mutated.files[0].mutation.text, found);
    judge::judge(&mutated, (Path::new("/old"), &before), (Path::new("/new"), &after), None)
}

const DROPPED: &RuleMeta = &rules::DROPPED_FUTURE;
const LET: &RuleMeta = &rules::LET_UNDERSCORE_FUTURE;

#[test]
fn found_is_the_same_rule_at_the_same_bytes() {
    let verdict = judge(&[], &[(DROPPED, "run(async { g(); })"), (DROPPED, "g()"), (LET, "h()")]);
    assert_eq!((verdict.misses, verdict.extra, verdict.gone), (vec![], vec![], vec![]));
    let table = verdict.tally.to_string();
    let all = table.lines().find(|line| line.contains("all with a rule") && line.contains(" all "));
    assert_eq!(
        all.map(|line| line.split_whitespace().rev().take(4).collect::<Vec<_>>()),
        Some(vec!["%", "100.0", "3", "3"])
    );
}

#[test]
fn what_was_not_found_is_listed_with_what_was_found_instead() {
    let verdict = judge(&[], &[(DROPPED, "run"), (DROPPED, "h()")]);
    assert_eq!(
        verdict.misses,
        [
            "a.rs:2: statement, path call [found at other bytes: 17..20, not 17..42]: run(async { g().await; })",
            "a.rs:2: statement, path call: g()",
            "a.rs:3: let_underscore, path call [found as dropped_future]: h()",
        ]
    );
    assert_eq!(verdict.extra.len(), 2);
}

#[test]
fn findings_elsewhere_are_told_apart_from_those_of_the_untouched_tree() {
    let all = [(DROPPED, "run(async { g(); })"), (DROPPED, "g()"), (LET, "h()"), (DROPPED, "last()")];
    let verdict = judge(&[(DROPPED, "last()")], &all);
    assert_eq!((verdict.misses, verdict.extra, verdict.gone), (vec![], vec![], vec![]));

    let verdict = judge(&[], &all);
    assert_eq!(verdict.extra, ["a.rs:4: dropped_future: lost: last()"]);
    let verdict = judge(&[(DROPPED, "last()")], &all[..3]);
    assert_eq!(verdict.gone, ["a.rs:4: dropped_future: lost: last()"]);
}

#[test]
fn a_copy_has_the_files_and_links_but_not_what_was_built() {
    let from = tempfile::tempdir().expect("a directory");
    let to = tempfile::tempdir().expect("a directory");
    let put = |path: &str, text: &str| {
        let path = from.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it has one")).expect("made");
        std::fs::write(path, text).expect("written");
    };
    put("src/a.rs", "fn a() {}");
    put(".gitignore", "x");
    put(".git/HEAD", "");
    put("out/CACHEDIR.TAG", "");
    put("out/b.rs", "");
    #[cfg(unix)]
    std::os::unix::fs::symlink("src", from.path().join("link")).expect("linked");
    judge::copy_tree(from.path(), to.path()).expect("copied");
    let there = |path: &str| to.path().join(path).symlink_metadata().is_ok();
    assert_eq!(std::fs::read_to_string(to.path().join("src/a.rs")).expect("read"), "fn a() {}");
    assert!(there(".gitignore"));
    assert!(!there(".git"));
    assert!(!there("out"));
    #[cfg(unix)]
    assert_eq!(std::fs::read_link(to.path().join("link")).expect("a link"), Path::new("src"));
}

/// Files that name a crate that the manifest does not declare, or a module whose parts are not there.
#[test]
fn what_is_not_published_is_told_by_syntax() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let files = [
        ("Cargo.toml", "[package]\nname = \"p\"\n[dependencies]\nab-c = \"1\"\n"),
        ("Cargo.toml.orig", "[dev-dependencies]\nsupport.path = \"..\"\ngone.path = \"../gone\""),
        ("Cargo.lock", "[[package]]\nname = \"support\""),
        ("src/lib.rs", "mod a; mod b; mod whole; use ab_c::X; use whole::y;"),
        ("src/whole.rs", "pub mod inner { pub fn y() {} } pub use inner::y;"),
        ("src/a.rs", "use gone::X; async fn f() { g().await; }"),
        ("src/b.rs", "mod missing; #[cfg(windows)] mod maybe;"),
        ("src/b/c.rs", "fn inside() {}"),
        ("src/d.rs", "use crate::{b::{missing::X}, whole};"),
        ("src/e.rs", "use super::whole::inner::y; use std::fmt;"),
        ("tests/t.rs", "use p::whole; mod helper; use helper::x;"),
        ("tests/helper.rs", "pub fn x() {}"),
        ("tests/u.rs", "use support::x;"),
    ];
    let mut paths = Vec::new();
    for (path, text) in files {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        std::fs::write(&path, text).expect("a file");
        paths.extend(path.extension().is_some_and(|end| end == "rs").then_some(path));
    }
    let mutated = judge::mutate_all(dir.path(), &paths);
    let incomplete = mutated.files.iter().filter(|file| file.is_incomplete);
    let incomplete: Vec<_> = incomplete.map(|file| file.path.to_string_lossy().into_owned()).collect();
    assert_eq!(incomplete, ["src/a.rs", "src/b/c.rs", "src/b.rs", "src/d.rs"]);
}
