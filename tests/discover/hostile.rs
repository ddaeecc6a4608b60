//! A repository of someone who wants something read that is none of the linter's business, or wants it to hang.
#![cfg(unix)]

use std::sync::mpsc;
use std::time::Duration;

use unawaited::discover::{Project, read_source};

use crate::tree::{Tree, package, packages};

/// Discovers `cwd`; a hang fails the test instead of holding it up.
fn in_time(tree: &Tree, cwd: &str) -> Project {
    let request = tree.request(cwd, &[]);
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || sender.send(Box::new(unawaited::discover::discover(&request))));
    *receiver.recv_timeout(Duration::from_secs(20)).expect("discovery ends")
}

fn fifo(tree: &Tree, path: &str) {
    let path = tree.at(path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo");
    assert!(made.success());
}

#[test]
fn fifos_and_endless_links_in_every_place() {
    let tree = Tree::new(&[("Cargo.toml", "[workspace]\nmembers = [\"*\"]"), ("loose.rs", "")]);
    fifo(&tree, "fifo/Cargo.toml");
    fifo(&tree, "fifo/src/lib.rs");
    fifo(&tree, "fifo/.gitignore");
    tree.link("/dev/zero", "zero/Cargo.toml");
    tree.link("/dev/zero", "zero/.gitignore");
    tree.link("/dev/zero", "zero/src/lib.rs");
    let project = in_time(&tree, "");
    assert_eq!(tree.selected(&project), ["loose.rs"]);
    assert_eq!(
        tree.problems(&project),
        ["!fifo/Cargo.toml: is a FIFO, not a regular file", "!zero/Cargo.toml: lies outside the project",]
    );
    let read = |path: &str| read_source(&project.boundary, &tree.at(path)).expect_err("it is refused");
    assert_eq!(read("fifo/src/lib.rs"), "is a FIFO, not a regular file");
    assert_eq!(read("zero/src/lib.rs"), "lies outside the project");
}

#[test]
fn a_manifest_that_is_a_link_out_of_the_project_is_not_read() {
    let tree = Tree::new(&[("secret.toml", package("secret-name", "")), ("p/src/lib.rs", String::new())]);
    tree.link("../secret.toml", "p/Cargo.toml");
    let project = in_time(&tree, "p");
    assert_eq!(tree.problems(&project), ["!p/Cargo.toml: lies outside the project"]);
    assert_eq!(packages(&project), ["p"], "named like its directory");
}

#[test]
fn a_manifest_that_is_a_link_within_the_project_is() {
    let tree = Tree::new(&[("p/shared.toml", package("shared", "")), ("p/src/lib.rs", String::new())]);
    tree.link("shared.toml", "p/Cargo.toml");
    assert_eq!(packages(&in_time(&tree, "p")), ["shared"]);
    assert_eq!(packages(&tree.discover("p", &["Cargo.toml"])), ["shared"]);

    let tree = Tree::new(&[
        ("Cargo.toml", "[workspace]\nmembers = [\"a\"]".to_owned()),
        ("common.toml", package("a", "")),
    ]);
    tree.write("a/src/lib.rs", "");
    tree.write("tool.rs", "");
    tree.link("../common.toml", "a/Cargo.toml");
    assert_eq!(tree.selected(&tree.discover("", &["a/Cargo.toml"])), ["a/src/lib.rs"]);
    for cwd in ["", "a", "a/src"] {
        assert_eq!(packages(&in_time(&tree, cwd)), ["a"], "from {cwd:?}");
        assert_eq!(tree.problems(&in_time(&tree, cwd)), [""; 0], "from {cwd:?}");
    }
}

#[test]
fn paths_that_lead_out_of_the_project_widen_nothing() {
    let uses = r#"
[[bin]]
name = "environ"
path = "/proc/self/environ"
[[test]]
name = "passwd"
path = "../../../../../../../etc/passwd"
[dependencies]
etc = { path = "/etc" }
private = { path = "../private" }
linked = { path = "../linked" }
broken = { path = "../broken" }
"#;
    let tree = Tree::new(&[
        ("p/Cargo.toml", package("p", uses)),
        ("p/src/lib.rs", String::new()),
        ("private/Cargo.toml", package("of-another-name", "")),
        ("private/src/lib.rs", String::new()),
        ("manifest.toml", package("linked", "")),
        ("linked/src/lib.rs", String::new()),
        ("broken/Cargo.toml", "no manifest".to_owned()),
        ("broken/src/lib.rs", String::new()),
    ]);
    tree.link("../manifest.toml", "linked/Cargo.toml");
    tree.link("../../private/src/lib.rs", "p/src/escape.rs");
    let project = in_time(&tree, "p");
    assert_eq!(project.boundary.roots, [tree.at("p")]);
    assert!(project.boundary.sources.is_empty());
    assert_eq!(packages(&project), ["p"]);
    assert_eq!(tree.selected(&project), ["p/src/lib.rs"]);
    let reasons = [
        ("broken", "it lies outside the project, where there is no package of its name"),
        ("etc", "there is no `Cargo.toml` where it should lie"),
        ("linked", "it lies outside the project, where there is no package of its name"),
        ("private", "it lies outside the project, where there is no package of its name"),
    ];
    let expected = reasons.map(|(name, why)| format!("p/Cargo.toml: dependency `{name}` is left out: {why}"));
    assert_eq!(tree.problems(&project), expected);
    for target in &project.packages[0].targets {
        let read = read_source(&project.boundary, &target.path);
        assert_eq!(read.is_ok(), target.path == tree.at("p/src/lib.rs"), "{:?}", target.path);
    }
}

#[test]
fn a_manifest_of_endless_depth() {
    let tree = Tree::of(&["src/lib.rs"]);
    let deep = |open: &str, close: &str| format!("a = {}1{}", open.repeat(100_000), close.repeat(100_000));
    let dotted = format!("{}a = 1", "a.".repeat(100_000));
    for manifest in [deep("[", "]"), deep("{a=", "}"), dotted.clone(), format!("[{}a]", "a.".repeat(100_000))]
    {
        tree.write("Cargo.toml", manifest);
        let project = in_time(&tree, "");
        assert_eq!(project.problems.len(), 1);
        assert!(project.problems[0].incomplete);
        assert_eq!(tree.selected(&project), ["src/lib.rs"]);
    }
}
