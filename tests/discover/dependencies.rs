//! Dependency tables: names as the source uses them, paths, inheritance, patches.

use unawaited::discover::Project;

use crate::tree::{Tree, find, package, packages};

/// `name package version? → manifest?` of each dependency of `of`.
fn dependencies(tree: &Tree, project: &Project, of: &str) -> Vec<String> {
    let shown = find(project, of).dependencies.iter().map(|dependency| {
        let version = dependency.version.as_deref().unwrap_or("-");
        let manifest = dependency.manifest.as_ref().map_or("-".to_owned(), |path| tree.short(path));
        format!("{} {} {version} {manifest}", dependency.name, dependency.package)
    });
    shown.collect()
}

#[test]
fn all_tables_and_renames() {
    let tables = r#"
[dependencies]
tokio-util = "0.7"
short = { package = "a-very-long-name", version = "1" }
[dev-dependencies]
tempfile = { version = "3" }
[build-dependencies.cc]
version = "1"
[target.'cfg(unix)'.dependencies]
libc = "0.2"
[target.x86_64-pc-windows-msvc.dev-dependencies]
winapi = { git = "https://example.org/winapi" }
"#;
    let tree = Tree::new(&[("Cargo.toml", package("a", tables)), ("src/lib.rs", String::new())]);
    assert_eq!(
        dependencies(&tree, &tree.here(""), "a"),
        [
            "cc cc 1 -",
            "libc libc 0.2 -",
            "short a-very-long-name 1 -",
            "tempfile tempfile 3 -",
            "tokio_util tokio-util 0.7 -",
            "winapi winapi - -",
        ]
    );
}

#[test]
fn a_path_dependency_is_called_as_its_library() {
    let uses = r#"
[dependencies]
plain-name = { path = "../plain" }
own-name = { path = "../own" }
renamed = { package = "own-name", path = "../own" }
"#;
    let tree = Tree::new(&[
        ("a/Cargo.toml", package("a", uses)),
        ("a/src/lib.rs", String::new()),
        ("plain/Cargo.toml", package("plain-name", "")),
        ("plain/src/lib.rs", String::new()),
        ("own/Cargo.toml", package("own-name", "[lib]\nname = \"owned\"")),
        ("own/src/lib.rs", String::new()),
    ]);
    let project = tree.discover("", &["a"]);
    assert_eq!(
        dependencies(&tree, &project, "a"),
        [
            "owned own-name - own/Cargo.toml",
            "plain_name plain-name - plain/Cargo.toml",
            "renamed own-name - own/Cargo.toml",
        ]
    );
}

#[test]
fn inherited_dependencies_start_from_the_workspace() {
    let root = r#"
[workspace]
members = ["crates/*"]
[workspace.dependencies]
alias = { package = "core-lib", path = "crates/core" }
serde = "1"
"#;
    let uses = r#"
[dependencies]
alias.workspace = true
serde = { workspace = true, features = ["derive"] }
nowhere = { workspace = true }
"#;
    let tree = Tree::new(&[
        ("Cargo.toml", root.to_owned()),
        ("crates/app/Cargo.toml", package("app", uses)),
        ("crates/app/src/lib.rs", String::new()),
        ("crates/core/Cargo.toml", package("core-lib", "")),
        ("crates/core/src/lib.rs", String::new()),
    ]);
    assert_eq!(
        dependencies(&tree, &tree.discover("", &["crates/app"]), "app"),
        ["alias core-lib - crates/core/Cargo.toml", "nowhere nowhere - -", "serde serde 1 -"]
    );
}

#[test]
fn patches_with_a_path_are_followed() {
    let root = r#"
[workspace]
members = ["app"]
[patch.crates-io]
fork = { path = "forks/fork" }
[patch."https://example.org/repo"]
other-key = { package = "from-git", path = "forks/git" }
[replace]
"old:1.0.0" = { path = "forks/old" }
"#;
    let uses = "[dependencies]\nfork = \"1\"\nfrom-git = { git = \"https://example.org/repo\" }\nold = \"1\"";
    let tree = Tree::new(&[
        ("Cargo.toml", root.to_owned()),
        ("app/Cargo.toml", package("app", uses)),
        ("app/src/lib.rs", String::new()),
        ("forks/fork/Cargo.toml", package("fork", "")),
        ("forks/fork/src/lib.rs", String::new()),
        ("forks/git/Cargo.toml", package("from-git", "")),
        ("forks/old/Cargo.toml", package("old", "")),
    ]);
    assert_eq!(
        dependencies(&tree, &tree.discover("", &["app"]), "app"),
        [
            "fork fork 1 forks/fork/Cargo.toml",
            "from_git from-git - forks/git/Cargo.toml",
            "old old 1 forks/old/Cargo.toml",
        ]
    );
}

#[test]
fn packages_are_reached_over_several_steps_and_cycles() {
    let to = |name: &str| format!("[dev-dependencies]\n{name} = {{ path = \"../{name}\" }}");
    let tree = Tree::new(&[
        ("a/Cargo.toml", package("a", &to("b"))),
        ("a/src/lib.rs", String::new()),
        ("b/Cargo.toml", package("b", &to("c"))),
        ("b/src/lib.rs", String::new()),
        ("c/Cargo.toml", package("c", &to("a"))),
        ("c/src/lib.rs", String::new()),
        ("c/nested/Cargo.toml", package("nested", "")),
        ("c/nested/src/lib.rs", String::new()),
    ]);
    let project = tree.discover("", &["a"]);
    assert_eq!(packages(&project), ["a", "(b)", "(c)"]);
    assert_eq!(tree.context(&project), ["b/src/lib.rs", "c/src/lib.rs"], "nested packages are not reached");
}

#[test]
fn a_path_outside_of_the_project_needs_a_package_of_that_name() {
    let uses = "[dependencies]\nsibling = { path = \"../../sibling\" }\nwrong = { path = \"../../sibling\" }\ngone = { path = \"../../gone\" }";
    let tree = Tree::new(&[
        ("repo/a/Cargo.toml", package("a", uses)),
        ("repo/a/src/lib.rs", String::new()),
        ("sibling/Cargo.toml", package("sibling", "")),
        ("sibling/src/lib.rs", String::new()),
        ("sibling/secret.txt", String::new()),
    ]);
    let project = tree.here("repo/a");
    assert_eq!(packages(&project), ["a", "(sibling)"]);
    assert_eq!(project.boundary.roots, [tree.at("repo/a")]);
    assert_eq!(project.boundary.sources, [tree.at("sibling")]);
    let manifest = "repo/a/Cargo.toml: dependency";
    // Once `sibling` is part of the project, a wrong name for it does no harm.
    assert_eq!(
        tree.problems(&project),
        [format!("{manifest} `gone` is left out: there is no `Cargo.toml` where it should lie")]
    );
}
