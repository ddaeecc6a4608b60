//! What a finding advises depends on what can be done where it stands; how sure it is, on what was done before.

use std::fs;

use unawaited::check::{Options, run};
use unawaited::discover::Request;
use unawaited::finding::{Confidence, Finding, Level};
use unawaited::lang::Lang;
use unawaited::rules;

const PRELUDE: &str = "async fn f() {}\nstruct S;\ntrait Job { fn run(&self); }\n";

/// What is found in one file.
fn findings(code: &str, levels: &[(&str, Level)], min_confidence: Confidence) -> Vec<Finding> {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("code.rs");
    fs::write(&path, format!("{code}\n{PRELUDE}")).expect("written");
    let request = Request { cwd: dir.path().to_owned(), paths: vec![path], ..Request::default() };
    let levels = levels.iter().map(|(name, level)| (rules::find(name).expect("a rule"), *level)).collect();
    run(
        &Options { request, levels, min_confidence, threads: Some(1), lang: Lang::En, ..Options::default() },
        &|_| {},
    )
    .findings
}

/// The advice of the only finding.
#[track_caller]
fn advises(code: &str, words: &str) {
    let found = findings(code, &[], Confidence::Certain);
    assert_eq!(found.len(), 1, "{code}: {found:?}");
    assert!(found[0].help.contains(words), "{code}: {}", found[0].help);
}

#[test]
fn the_advice_fits_the_place() {
    advises("async fn g() { f(); }", "add `.await`");
    advises("fn g() { f(); }", "make this function `async`");
    advises("impl Drop for S { fn drop(&mut self) { f(); } }", "`drop` cannot be `async`");
    advises("impl Job for S { fn run(&self) { f(); } }", "the trait says");
    advises("#[test]\nfn g() { f(); }", "make the test an `async fn`");
    advises("fn main() { f(); }", "make `main` an `async fn`");
    advises("async fn g() { (0..3).for_each(|_| { f(); }); }", "write a `for` loop");
    advises("async fn g() { let c = || { f(); }; c(); }", "a synchronous closure cannot `.await`");
    advises("fn g() { let c = || { f(); }; c(); }", "runtime's `block_on`");
    advises("fn g() { (0..3).for_each(|_| { f(); }); }", "write a `for` loop in an `async fn`");
    advises("impl Clone for S { fn clone(&self) -> S { f(); S } }", "in an `async fn` of the type's own");
    advises("async fn g() { tokio::select! { _ = f() => { f(); } } }", "the other branches are dropped");
    advises("async fn g() { tokio::select! { _ = f() => f() }; }", "the other branches are dropped");
    advises("async fn g() { tokio::select! { _ = f() => drop(async { f(); }) } }", "in the background");
    advises("async fn g() { spawn(async { f() }); }", "the last expression of the task");
    advises("async fn g() { async { f() }.await; }", "add a second `.await`");
    advises("async fn lock() {}\nasync fn g() { let _guard = lock(); }", "only then is it locked");
    advises("async fn lock() {}\nfn g() { let _guard = lock(); }", "blocking_lock");
    advises("fn g() { Some(f()); }", "take it out here");
    advises("#[test]\nfn g() { Some(f()); }", "make the test an `async fn`");
    advises("fn g() { let mut v = Vec::new(); v.push(f()); }", "`join_all` of it");
    advises("async fn g() { let held = Some(f()); }", "take the future out");
    // An `async` block in any of these is a place of its own.
    advises("#[test]\nfn g() { drop(async { f(); }); }", "add `.await`");
    advises(
        "async fn g() { (0..3).for_each(|_| { let a = || { f(); }; a(); }); }",
        "move the call out of it",
    );
}

#[test]
fn a_suppression_of_what_follows_says_how_to_speak_of_the_file() {
    let above = "// unawaited: allow(dropped_future): it speaks of the import\nuse std::fmt;";
    advises(above, "begin it with `//!` for the whole file");
    advises(&format!("use std::io;\n{above}"), "take it out");
}

#[test]
fn a_drop_by_name_is_said_only_when_asked_for() {
    let code = "fn g() { drop(f()); std::mem::forget(f()); let a = f(); drop(a); }";
    assert_eq!(findings(code, &[], Confidence::Likely), []);
    let found = findings(code, &[("explicit_future_drop", Level::Warn)], Confidence::Certain);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|finding| finding.rule.name == "explicit_future_drop"));
}

#[test]
fn an_answer_that_was_sent_for_is_only_likely_to_be_missed() {
    let code = "struct Ack;
        impl std::future::IntoFuture for Ack {
            type Output = ();
            type IntoFuture = std::future::Ready<()>;
            fn into_future(self) -> Self::IntoFuture { std::future::ready(()) }
        }
        async fn publish() -> Result<Ack, ()> { Ok(Ack) }
        async fn g() -> Result<(), ()> { publish().await?; Ok(()) }";
    assert_eq!(findings(code, &[], Confidence::Certain), []);
    let found = findings(code, &[], Confidence::Likely);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].rule.name, found[0].confidence), ("nested_future", Confidence::Likely));
}
