//! What a request names: directories, manifests, files, nothing; `-p` and `--exclude`.

use std::path::PathBuf;

use unawaited::discover::{Request, discover};

use crate::tree::{Tree, package, packages};

/// A workspace of three: `app` → `core`, and `other`.
fn workspace() -> Tree {
    Tree::new(&[
        ("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\n".to_owned()),
        ("crates/app/Cargo.toml", package("app", "[dependencies]\ncore-lib = { path = \"../core\" }")),
        ("crates/app/src/main.rs", String::new()),
        ("crates/app/src/deep/mod.rs", String::new()),
        ("crates/core/Cargo.toml", package("core-lib", "")),
        ("crates/core/src/lib.rs", String::new()),
        ("crates/other/Cargo.toml", package("other", "")),
        ("crates/other/src/lib.rs", String::new()),
    ])
}

const ALL: [&str; 4] = [
    "crates/app/src/deep/mod.rs",
    "crates/app/src/main.rs",
    "crates/core/src/lib.rs",
    "crates/other/src/lib.rs",
];

#[test]
fn nothing_named_is_the_workspace_one_stands_in() {
    let tree = workspace();
    for cwd in ["", "crates", "crates/app", "crates/app/src/deep"] {
        let project = tree.here(cwd);
        assert_eq!(tree.selected(&project), ALL, "from {cwd:?}");
        assert_eq!(packages(&project), ["app", "core-lib", "other"], "from {cwd:?}");
        assert_eq!(tree.problems(&project), [""; 0], "from {cwd:?}");
    }
}

#[test]
fn nothing_named_in_a_package_without_workspace_is_the_package() {
    let tree = Tree::new(&[("one/Cargo.toml", package("one", "")), ("one/src/lib.rs", String::new())]);
    tree.write("beside.rs", "");
    assert_eq!(tree.selected(&tree.here("one/src")), ["one/src/lib.rs"]);
}

#[test]
fn a_manifest_stands_for_its_directory() {
    let tree = workspace();
    assert_eq!(tree.selected(&tree.discover("", &["Cargo.toml"])), ALL);
    assert_eq!(tree.selected(&tree.discover("crates", &["other/Cargo.toml"])), ["crates/other/src/lib.rs"]);

    let manifest_path = Some(PathBuf::from("crates/other/Cargo.toml"));
    let project = discover(&Request { cwd: tree.at(""), manifest_path, ..Request::default() });
    assert_eq!(tree.selected(&project), ["crates/other/src/lib.rs"]);
}

#[test]
fn a_member_is_selected_and_what_it_reaches_is_loaded() {
    let tree = workspace();
    for path in ["crates/app", "crates/app/", "crates/../crates/./app"] {
        let project = tree.discover("", &[path]);
        assert_eq!(tree.selected(&project), ["crates/app/src/deep/mod.rs", "crates/app/src/main.rs"]);
        assert_eq!(tree.context(&project), ["crates/core/src/lib.rs"]);
        assert_eq!(packages(&project), ["app", "(core-lib)"]);
    }
}

#[test]
fn a_directory_below_a_package_selects_only_what_lies_below() {
    let tree = workspace();
    let project = tree.discover("crates/app", &["src/deep"]);
    assert_eq!(tree.selected(&project), ["crates/app/src/deep/mod.rs"]);
    assert_eq!(tree.context(&project), ["crates/app/src/main.rs", "crates/core/src/lib.rs"]);
    assert_eq!(packages(&project), ["app", "(core-lib)"]);
}

#[test]
fn a_directory_of_members_selects_these() {
    let tree = workspace();
    tree.write("tool.rs", "");
    let project = tree.discover("", &["crates"]);
    assert_eq!(tree.selected(&project), ALL);
    assert_eq!(tree.context(&project), [""; 0]);
}

#[test]
fn a_file_is_selected_alone_and_its_package_is_loaded() {
    let tree = workspace();
    let project = tree.discover("", &["crates/app/src/main.rs"]);
    assert_eq!(tree.selected(&project), ["crates/app/src/main.rs"]);
    assert_eq!(packages(&project), ["app", "(core-lib)"]);
    assert!(project.boundary.roots.contains(&tree.at("")));
}

#[test]
fn without_a_manifest_files_are_loose() {
    let tree = Tree::of(&["scripts/a.rs", "scripts/sub/b.rs", "outside.rs"]);
    let project = tree.discover("", &["scripts"]);
    assert_eq!(tree.selected(&project), ["scripts/a.rs", "scripts/sub/b.rs"]);
    assert!(project.packages.is_empty());
    assert_eq!(project.boundary.roots, [tree.at("scripts")]);

    let project = tree.discover("scripts", &["a.rs"]);
    assert_eq!(tree.selected(&project), ["scripts/a.rs"]);
    assert_eq!(tree.context(&project), [""; 0]);
}

#[test]
fn a_directory_of_several_projects_holds_them_all() {
    let tree = Tree::new(&[
        ("one/Cargo.toml", "[workspace]\nmembers = [\"a\"]\n".to_owned()),
        ("one/a/Cargo.toml", package("a", "")),
        ("one/a/src/lib.rs", String::new()),
        ("two/Cargo.toml", package("two", "[dependencies]\na = { path = \"../one/a\" }")),
        ("two/src/lib.rs", String::new()),
        ("loose.rs", String::new()),
    ]);
    for project in [tree.here(""), tree.discover("", &["."])] {
        assert_eq!(tree.selected(&project), ["loose.rs", "one/a/src/lib.rs", "two/src/lib.rs"]);
        assert_eq!(packages(&project), ["a", "two"]);
        assert_eq!(tree.problems(&project), [""; 0]);
    }
}

#[test]
fn several_paths_add_up_once() {
    let tree = workspace();
    let project =
        tree.discover("", &["crates/app/src", "crates/app", "crates/other/src/lib.rs", "crates/app"]);
    assert_eq!(
        tree.selected(&project),
        ["crates/app/src/deep/mod.rs", "crates/app/src/main.rs", "crates/other/src/lib.rs"]
    );
    assert_eq!(packages(&project), ["app", "(core-lib)", "other"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_is_named_stands_for_where_it_leads() {
    let tree = workspace();
    tree.link("crates/app", "shortcut");
    let project = tree.discover("", &["shortcut"]);
    assert_eq!(tree.selected(&project), ["crates/app/src/deep/mod.rs", "crates/app/src/main.rs"]);
}

fn with_packages(tree: &Tree, names: &[&str]) -> Request {
    Request { packages: names.iter().map(|name| (*name).to_owned()).collect(), ..tree.request("", &[]) }
}

#[test]
fn packages_are_chosen_by_name() {
    let tree = workspace();
    tree.write("loose.rs", "");
    let project = discover(&with_packages(&tree, &["other"]));
    assert_eq!(tree.selected(&project), ["crates/other/src/lib.rs"]);
    assert_eq!(packages(&project), ["(app)", "(core-lib)", "other"]);
    assert!(!project.selection.contains(&tree.at("crates/app/src/ignored.rs")));
    assert!(project.selection.contains(&tree.at("crates/other/src/ignored.rs")));
}

#[test]
fn a_package_that_is_not_there_makes_the_run_incomplete() {
    let tree = workspace();
    let project = discover(&with_packages(&tree, &["other", "core_lib"]));
    assert_eq!(tree.selected(&project), ["crates/other/src/lib.rs"]);
    assert_eq!(tree.problems(&project), ["!: there is no package `core_lib`; did you mean `core-lib`?"]);

    let project = discover(&with_packages(&tree, &["zzz"]));
    assert_eq!(tree.problems(&project), ["!: there is no package `zzz`"]);
}

fn excluding(tree: &Tree, cwd: &str, globs: &[&str]) -> Request {
    Request { exclude: globs.iter().map(|glob| (*glob).to_owned()).collect(), ..tree.request(cwd, &[]) }
}

#[test]
fn excluded_files_are_kept_for_their_items_only() {
    let tree = workspace();
    for glob in ["crates/app", "crates/app/", "./crates/app/**", "crates/a*", "crates/*/src/**/m*.rs"] {
        let project = discover(&excluding(&tree, "", &[glob]));
        assert_eq!(tree.selected(&project), ["crates/core/src/lib.rs", "crates/other/src/lib.rs"], "{glob}");
        assert_eq!(
            tree.context(&project),
            ["crates/app/src/deep/mod.rs", "crates/app/src/main.rs"],
            "{glob}"
        );
        assert_eq!(packages(&project), ["(app)", "core-lib", "other"], "{glob}");
    }
}

#[test]
fn exclusion_is_relative_to_where_one_stands() {
    let tree = workspace();
    let project = discover(&excluding(&tree, "crates/app", &["src/*.rs", "../other/**"]));
    assert_eq!(tree.selected(&project), ["crates/app/src/deep/mod.rs", "crates/core/src/lib.rs"]);
    assert!(!project.selection.contains(&tree.at("crates/app/src/unseen.rs")));
}

#[test]
fn a_glob_that_is_none_makes_the_run_incomplete() {
    let tree = workspace();
    let project = discover(&excluding(&tree, "", &["a[", "crates/app"]));
    let problems = tree.problems(&project);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with("!: `a[` is not a glob: "), "{problems:?}");
    assert_eq!(tree.selected(&project).len(), 2);
}
