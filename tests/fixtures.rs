//! Every fixture and every code block of the pages, under all rules: what is marked is found, all else is silent.

mod support;

use std::sync::{Arc, Mutex, Weak};

use rayon::prelude::*;
use unawaited::finding::Outcome;
use unawaited::report::{Format, Report};

use support::{Fixture, Tree, all, compile, mismatches};

/// All fixtures, in one tree: a run over many packages, which must not disturb each other. Gone with its last user.
fn tree() -> Arc<Tree> {
    static TREE: Mutex<Weak<Tree>> = Mutex::new(Weak::new());
    let mut shared = TREE.lock().expect("no test panics while it holds this");
    shared.upgrade().unwrap_or_else(|| {
        let tree = Arc::new(Tree::new(all()));
        *shared = Arc::downgrade(&tree);
        tree
    })
}

#[test]
fn what_is_marked_is_found_and_all_else_is_silent() {
    let tree = tree();
    let outcome = tree.check(2);
    let told: Vec<String> =
        tree.fixtures.iter().flat_map(|fixture| mismatches(fixture, &tree.root, &outcome)).collect();
    assert!(told.is_empty(), "{} mismatches:\n{}", told.len(), told.join("\n"));
    assert!(outcome.findings.len() >= 600, "only {} findings", outcome.findings.len());
}

#[test]
fn fixtures_compile() {
    let tree = tree();
    let wanted: Vec<_> = tree.fixtures.iter().filter(|fixture| fixture.compiles).collect();
    let refused: Vec<String> = wanted
        .par_iter()
        .filter_map(|fixture| {
            let errors = compile(fixture, &tree.root.join(&fixture.name)).err()?;
            Some(format!("{}: {errors}", fixture.origin))
        })
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn threads_change_nothing() {
    let tree = tree();
    let written = |threads, format| {
        let outcome = tree.check(threads);
        let mut out = Vec::new();
        let report =
            Report { outcome: &outcome, cwd: &tree.root, root: &tree.root, colour: false, statistics: true };
        report.write(format, &mut out).expect("writing to memory");
        String::from_utf8(out).expect("UTF-8")
    };
    for format in [Format::Json, Format::Full] {
        assert!(written(1, format) == written(4, format), "{format:?} differs");
    }
}

/// What the harness says of a fixture of its own.
fn told(text: &str) -> Vec<String> {
    let tree = Tree::new(vec![Fixture::parse("own", "own.rs", text, 1)]);
    let outcome: Outcome = tree.check(1);
    mismatches(&tree.fixtures[0], &tree.root, &outcome)
}

#[test]
fn the_harness_accepts_what_is_marked() {
    assert_eq!(told("async fn f() {}\nfn g() {\n    f(); //~ dropped_future\n}\n"), [""; 0]);
    assert_eq!(told("async fn f() {}\nfn g() {\n    f();\n    //~^ dropped_future\n}\n"), [""; 0]);
    assert_eq!(
        told("async fn f() {}\nfn g() {\n    f(); _ = f(); //~ dropped_future let_underscore_future\n}\n"),
        [""; 0]
    );
}

#[test]
fn the_harness_tells_of_what_is_missing_and_of_what_is_too_much() {
    let missing = told("fn f() {}\nfn g() {\n    f(); //~ dropped_future\n}\n");
    assert_eq!(
        missing,
        ["own.rs:3 (src/lib.rs): `dropped_future` is not found\n    f(); //~ dropped_future"]
    );
    let wrong = told("async fn f() {}\nfn g() {\n    f(); //~ let_underscore_future\n}\n");
    assert_eq!(wrong.len(), 2, "{wrong:?}");
    let twice = told("async fn f() {}\nfn g() {\n    f(); f(); //~ dropped_future\n}\n");
    assert_eq!(twice.len(), 1, "{twice:?}");
    let found = told("async fn f() {}\nfn g() {\n    f(); //? dropped_future\n}\n");
    assert!(found.len() == 1 && found[0].contains("is found now"), "{found:?}");
}

#[test]
fn the_harness_tells_of_problems() {
    let problem = told("mod nowhere;\n");
    assert!(problem.len() == 1 && problem[0].contains("problem nobody asked for"), "{problem:?}");
    assert_eq!(told("mod nowhere; //~! is missing\n"), [""; 0]);
    let other = told("mod nowhere; //~! something else\n");
    assert_eq!(other.len(), 2, "{other:?}");
}

#[test]
fn a_text_can_hold_several_files_and_packages() {
    let text = "//- /Cargo.toml\n[workspace]\nmembers = [\"a\", \"b\"]\n\
        //- /a/Cargo.toml\n[package]\nname = \"a\"\nedition = \"2024\"\n\
        //- /a/src/lib.rs\npub async fn f() {}\n\
        //- /b/Cargo.toml\n[package]\nname = \"b\"\nedition = \"2024\"\n[dependencies]\na = { path = \"../a\" }\n\
        //- /b/src/lib.rs\nfn g() {\n    a::f();\n}\n";
    assert_eq!(
        told(text),
        [
            "own.rs:18 (b/src/lib.rs): `dropped_future` should be silent here: the future of `f` is dropped without being awaited\n    a::f();"
        ]
    );
}

#[test]
fn the_compiler_is_asked() {
    let broken = Fixture::parse("refused", "refused.rs", "fn g() { nowhere(); }\n", 1);
    let tree = Tree::new(vec![broken]);
    let refused = compile(&tree.fixtures[0], &tree.root.join("refused"));
    assert!(refused.is_err_and(|words| words.contains("nowhere")));
}
