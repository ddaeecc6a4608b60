//! What cannot be read is said, and the rest goes on.

use unawaited::discover::{Request, discover};

use crate::tree::{Tree, find, package, packages};

#[test]
fn a_path_that_does_not_exist() {
    let tree = Tree::of(&["a.rs"]);
    let project = tree.discover("", &["gone", "a.rs", "gone/Cargo.toml", "gone.rs"]);
    let expected = ["!gone: does not exist", "!gone/Cargo.toml: does not exist", "!gone.rs: does not exist"];
    assert_eq!(tree.problems(&project), expected);
    assert_eq!(tree.selected(&project), ["a.rs"]);
}

#[test]
fn a_file_that_is_nothing_to_check() {
    let tree = Tree::of(&["README.md"]);
    let expected = ["!README.md: is neither a directory, a `Cargo.toml` nor a Rust file"];
    assert_eq!(tree.problems(&tree.discover("", &["README.md"])), expected);
}

const EMPTY: &str = "holds no Rust file to check (hidden, ignored and excluded ones are left out)";

#[test]
fn an_empty_directory() {
    let tree = Tree::of(&["a.rs", "docs/README.md", "hidden/.x.rs"]);
    std::fs::create_dir(tree.at("empty")).expect("a directory");
    for path in ["empty", "docs", "hidden"] {
        let project = tree.discover("", &[path, "a.rs"]);
        assert_eq!(tree.problems(&project), [format!("!{path}: {EMPTY}")]);
    }
    assert_eq!(tree.problems(&tree.here("empty")), [format!("!empty: {EMPTY}")]);
}

#[test]
fn a_directory_of_which_everything_is_excluded() {
    let tree = Tree::of(&["a.rs"]);
    let exclude = vec!["**".to_owned()];
    let project = discover(&Request { exclude: exclude.clone(), ..tree.request("", &[]) });
    assert_eq!(tree.problems(&project), [format!("!: {EMPTY}")]);
    let project = discover(&Request { exclude, ..tree.request("", &["a.rs"]) });
    assert_eq!(tree.problems(&project), [""; 0], "of single files all may be excluded");
}

#[test]
fn a_broken_manifest_is_made_up_for() {
    let tree = Tree::new(&[
        ("Cargo.toml", "[workspace]\nmembers = [\"*\"]\n".to_owned()),
        ("good/Cargo.toml", package("good", "[dependencies]\nbad-one = { path = \"../bad-one\" }")),
        ("good/src/lib.rs", String::new()),
        ("bad-one/Cargo.toml", "[package]\nname = \"bad-one\"\n<<<<<<< secret\n".to_owned()),
        ("bad-one/src/lib.rs", String::new()),
    ]);
    let project = tree.here("");
    assert_eq!(packages(&project), ["bad-one", "good"]);
    assert_eq!(tree.targets(find(&project, "bad-one")), ["Lib bad_one bad-one/src/lib.rs 2021"]);
    let problems = tree.problems(&project);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with("!bad-one/Cargo.toml:3:9: is not valid TOML: "), "{problems:?}");
    assert!(!problems[0].contains("secret") && !problems[0].contains('\n'), "{problems:?}");
}

#[test]
fn a_broken_root_manifest_leaves_its_members() {
    let tree = Tree::new(&[
        ("Cargo.toml", "[workspace\n".to_owned()),
        ("a/Cargo.toml", package("a", "")),
        ("a/src/lib.rs", String::new()),
        ("tool.rs", String::new()),
    ]);
    let project = tree.here("");
    assert_eq!(packages(&project), ["a"]);
    assert_eq!(tree.selected(&project), ["a/src/lib.rs", "tool.rs"]);
    assert_eq!(project.problems.len(), 1);
    assert!(project.problems[0].incomplete);
}

#[test]
fn a_broken_template_is_reported_and_changes_nothing() {
    let tree = Tree::new(&[
        ("Cargo.toml", package("a", "")),
        ("src/lib.rs", String::new()),
        ("templates/new/Cargo.toml", "[package]\nname = {{ name }}\n".to_owned()),
        ("templates/new/src/main.rs", String::new()),
        ("templates/old/Cargo.toml", String::new()),
        ("templates/old/src/main.rs", String::new()),
    ]);
    let project = tree.here("");
    assert_eq!(packages(&project), ["a"]);
    assert_eq!(tree.selected(&project).len(), 3, "its files are loose");
    let problems = tree.problems(&project);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].starts_with("templates/new/Cargo.toml:2:9: is not valid TOML: "), "{problems:?}");
    assert_eq!(problems[1], "templates/old/Cargo.toml: has neither `[package]` nor `[workspace]`");

    let exclude = vec!["templates".to_owned()];
    let project = discover(&Request { exclude, ..tree.request("", &[]) });
    assert_eq!(tree.problems(&project), [""; 0], "what is excluded is not worth a word");
}

#[test]
fn odd_values_in_a_manifest_leave_the_rest() {
    let manifest = r#"
[package]
name = "odd"
version = "not a version"
edition = 2021
build = 7
[dependencies]
number = 1
list = ["1"]
fine = "1"
[target]
odd = 1
[[bin]]
name = 3
[lib]
name = "odd_lib"
"#;
    let tree = Tree::new(&[("Cargo.toml", manifest), ("src/lib.rs", "")]);
    let project = tree.here("");
    assert_eq!(tree.targets(find(&project, "odd")), ["Lib odd_lib src/lib.rs 2024"]);
    assert_eq!(find(&project, "odd").dependencies.len(), 3);
    assert_eq!(tree.problems(&project), [""; 0]);
}

#[cfg(unix)]
#[test]
fn an_unreadable_directory_makes_the_run_incomplete() {
    use std::os::unix::fs::PermissionsExt;
    let tree = Tree::of(&["a.rs", "closed/b.rs"]);
    let mode = |mode| {
        std::fs::set_permissions(tree.at("closed"), std::fs::Permissions::from_mode(mode))
            .expect("permissions");
    };
    mode(0o000);
    let skip = std::fs::read_dir(tree.at("closed")).is_ok();
    let project = tree.here("");
    mode(0o755);
    if skip {
        eprintln!("SKIPPED: this user may read everything");
        return;
    }
    assert_eq!(tree.problems(&project), ["!closed: cannot be read: permission denied"]);
    assert_eq!(tree.selected(&project), ["a.rs"]);
}

/// A directory whose path is too long to be opened by name stands for every directory that cannot be read.
#[cfg(target_os = "linux")]
#[test]
fn a_directory_too_deep_to_read_makes_the_run_incomplete() {
    let tree = Tree::of(&["a.rs"]);
    // Built from the inside out, since no call takes the whole path.
    let name = "d".repeat(200);
    let inner = tree.at("inner");
    std::fs::create_dir(&inner).expect("a directory");
    for level in 0..25 {
        let outer = tree.at(&format!("outer{level}"));
        std::fs::create_dir(&outer).expect("a directory");
        std::fs::rename(&inner, outer.join(&name)).expect("a move");
        std::fs::rename(&outer, &inner).expect("a move");
    }
    let project = tree.here("");
    assert_eq!(tree.selected(&project), ["a.rs"]);
    assert_eq!(project.problems.len(), 1);
    assert_eq!(project.problems[0].message, "cannot be read: file name too long");
    assert!(project.problems[0].incomplete);
}
