//! Members, exclusion, inheritance, nested packages and workspaces.

use crate::tree::{Tree, find, package, packages};

#[test]
fn members_by_glob_name_and_path() {
    let tree = Tree::new(&[
        (
            "Cargo.toml",
            package(
                "root",
                "[workspace]\nmembers = [\"crates/*\", \"tools/[x]*\"]\n[dependencies]\nimplicit = { path = \"implicit\" }",
            ),
        ),
        ("src/lib.rs", String::new()),
        ("crates/a/Cargo.toml", package("a", "")),
        ("crates/a/src/lib.rs", String::new()),
        ("tools/xtask/Cargo.toml", package("xtask", "")),
        ("tools/xtask/src/main.rs", String::new()),
        ("implicit/Cargo.toml", package("implicit", "")),
        ("implicit/src/lib.rs", String::new()),
    ]);
    let project = tree.here("implicit");
    assert_eq!(packages(&project), ["root", "a", "implicit", "xtask"]);
    assert_eq!(tree.problems(&project), [""; 0]);
}

#[test]
fn all_members_are_checked_not_only_the_default_ones() {
    let tree = Tree::new(&[
        ("Cargo.toml", "[workspace]\nmembers = [\"a\", \"b\"]\ndefault-members = [\"a\"]\n".to_owned()),
        ("a/Cargo.toml", package("a", "")),
        ("a/src/lib.rs", String::new()),
        ("b/Cargo.toml", package("b", "")),
        ("b/src/lib.rs", String::new()),
    ]);
    assert_eq!(packages(&tree.here("")), ["a", "b"]);
}

#[test]
fn hidden_and_ignored_members_are_members() {
    let tree = Tree::new(&[
        ("Cargo.toml", "[workspace]\nmembers = [\".tools/x\", \"generated\"]\n".to_owned()),
        (".gitignore", "generated/\n".to_owned()),
        (".tools/x/Cargo.toml", package("x", "")),
        (".tools/x/src/main.rs", String::new()),
        ("generated/Cargo.toml", package("generated", "")),
        ("generated/src/lib.rs", String::new()),
    ]);
    let project = tree.here("");
    assert_eq!(packages(&project), ["x", "generated"]);
    assert_eq!(tree.selected(&project), [".tools/x/src/main.rs", "generated/src/lib.rs"]);
}

#[test]
fn an_excluded_package_stands_for_itself() {
    let tree = Tree::new(&[
        (
            "Cargo.toml",
            "[workspace]\nmembers = [\"a\"]\nexclude = [\"fuzz\"]\n[workspace.package]\nedition = \"2024\"\n"
                .to_owned(),
        ),
        ("a/Cargo.toml", package("a", "")),
        ("a/src/lib.rs", String::new()),
        ("fuzz/Cargo.toml", package("fuzz", "[dependencies]\na = { path = \"../a\" }")),
        ("fuzz/src/main.rs", String::new()),
    ]);
    let project = tree.here("fuzz");
    assert_eq!(tree.selected(&project), ["fuzz/src/main.rs"]);
    assert_eq!(packages(&project), ["(a)", "fuzz"]);
    assert_eq!(packages(&tree.here("")), ["a", "fuzz"], "below the workspace it is a package of its own");
}

#[test]
fn nested_packages_and_workspaces_are_packages_of_their_own() {
    let tree = Tree::new(&[
        ("Cargo.toml", package("outer", "")),
        ("src/lib.rs", String::new()),
        ("tests/fixtures/one/Cargo.toml", package("fixture", "")),
        ("tests/fixtures/one/src/lib.rs", String::new()),
        (
            "examples/ws/Cargo.toml",
            "[workspace]\nmembers = [\"inner\"]\n[workspace.package]\nedition = \"2018\"\n".to_owned(),
        ),
        (
            "examples/ws/inner/Cargo.toml",
            "[package]\nname = \"inner\"\nedition.workspace = true\n".to_owned(),
        ),
        ("examples/ws/inner/src/lib.rs", String::new()),
    ]);
    let project = tree.here("");
    assert_eq!(packages(&project), ["outer", "inner", "fixture"]);
    assert_eq!(tree.targets(find(&project, "inner")), ["Lib inner examples/ws/inner/src/lib.rs 2018"]);
    assert_eq!(tree.targets(find(&project, "outer")), ["Lib outer src/lib.rs 2021"]);
    assert_eq!(tree.selected(&project).len(), 3);
}

#[test]
fn edition_is_inherited_also_across_what_was_asked_for() {
    let tree = Tree::new(&[
        (
            "Cargo.toml",
            "[workspace]\nmembers = [\"a\"]\n[workspace.package]\nedition = \"2024\"\nversion = \"1.0.0\"\n",
        ),
        (
            "a/Cargo.toml",
            "[package]\nname = \"a\"\nversion.workspace = true\nedition = { workspace = true }\n",
        ),
        ("a/src/lib.rs", ""),
    ]);
    for project in [tree.here(""), tree.discover("", &["a"]), tree.discover("", &["a/src/lib.rs"])] {
        assert_eq!(tree.targets(find(&project, "a")), ["Lib a a/src/lib.rs 2024"]);
    }
}

#[test]
fn a_member_outside_must_point_back() {
    let member = |pointer: &str| format!("[package]\nname = \"outer\"\n{pointer}\n");
    let tree = Tree::new(&[
        ("ws/Cargo.toml", "[workspace]\nmembers = [\"../outer\"]\n".to_owned()),
        ("ws/loose.rs", String::new()),
        ("other/Cargo.toml", "[workspace]\n".to_owned()),
        ("outer/Cargo.toml", member("workspace = \"../ws\"")),
        ("outer/src/lib.rs", String::new()),
    ]);
    let project = tree.here("ws");
    assert_eq!(tree.selected(&project), ["outer/src/lib.rs", "ws/loose.rs"]);
    assert_eq!(project.boundary.roots, [tree.at("outer"), tree.at("ws")]);
    assert_eq!(tree.selected(&tree.here("outer")), ["outer/src/lib.rs", "ws/loose.rs"]);

    for pointer in ["", "workspace = \"../other\""] {
        tree.write("outer/Cargo.toml", member(pointer));
        assert_eq!(tree.selected(&tree.here("ws")), ["ws/loose.rs"], "{pointer}");
    }
    let project = tree.here("ws");
    assert_eq!(
        tree.problems(&project),
        [format!(
            "!{}: is a workspace member outside of the workspace that does not name it as its own",
            "outer"
        )]
    );
}

#[test]
fn a_workspace_elsewhere_must_list_the_package() {
    let tree = Tree::new(&[
        ("ws/Cargo.toml", "[workspace]\nmembers = [\"other\"]\n[workspace.package]\nedition = \"2018\"\n"),
        ("ws/private.rs", ""),
        ("a/Cargo.toml", "[package]\nname = \"a\"\nworkspace = \"../ws\"\nedition.workspace = true\n"),
        ("a/src/lib.rs", ""),
    ]);
    let project = tree.here("a");
    assert_eq!(tree.selected(&project), ["a/src/lib.rs"]);
    assert_eq!(project.boundary.roots, [tree.at("a")]);
    assert_eq!(find(&project, "a").targets[0].edition, 2024, "inherited from nowhere: the latest");
}

#[test]
fn a_missing_member_makes_the_run_incomplete() {
    let tree = Tree::new(&[
        ("Cargo.toml", "[workspace]\nmembers = [\"a\", \"gone\", \"glob/*\"]\n".to_owned()),
        ("a/Cargo.toml", package("a", "")),
        ("a/src/lib.rs", String::new()),
        ("glob/no-package/README.md", String::new()),
    ]);
    let project = tree.here("");
    assert_eq!(packages(&project), ["a"]);
    assert_eq!(tree.problems(&project), ["!gone: is a workspace member without a `Cargo.toml`"]);
}
