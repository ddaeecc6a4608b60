//! Targets: found by place, listed by the manifest, switched off.

use crate::tree::{Tree, find, package};

/// The targets of a package `my-pkg` with this manifest text and these (empty) files.
fn targets(manifest: &str, files: &[&str]) -> Vec<String> {
    let tree = Tree::of(files);
    tree.write("Cargo.toml", manifest);
    tree.targets(find(&tree.here(""), "my-pkg"))
}

#[test]
fn every_place_cargo_looks_at() {
    let found = targets(
        &package("my-pkg", ""),
        &[
            "src/lib.rs",
            "src/main.rs",
            "src/bin/one-tool.rs",
            "src/bin/two/main.rs",
            "src/bin/two/helper.rs",
            "src/bin/not-a-target/helper.rs",
            "src/bin/.hidden.rs",
            "examples/ex.rs",
            "examples/multi/main.rs",
            "tests/it.rs",
            "tests/big/main.rs",
            "tests/common/mod.rs",
            "benches/speed.rs",
            "build.rs",
        ],
    );
    assert_eq!(
        found,
        [
            "Lib my_pkg src/lib.rs 2021",
            "Bin my_pkg src/main.rs 2021",
            "Bin one_tool src/bin/one-tool.rs 2021",
            "Bin two src/bin/two/main.rs 2021",
            "Example ex examples/ex.rs 2021",
            "Example multi examples/multi/main.rs 2021",
            "Test big tests/big/main.rs 2021",
            "Test it tests/it.rs 2021",
            "Bench speed benches/speed.rs 2021",
            "BuildScript build_script_build build.rs 2021",
        ]
    );
}

#[test]
fn listed_targets_take_the_place_of_found_ones() {
    let manifest = package(
        "my-pkg",
        "[lib]\nname = \"library\"\npath = \"lib/entry.rs\"\nproc-macro = true\nedition = \"2018\"\n\
         [[bin]]\nname = \"tool\"\npath = \"src/main.rs\"\n\
         [[bin]]\nname = \"other\"\nedition = \"2024\"\n\
         [[test]]\nname = \"it\"\npath = \"../common/it.rs\"\n\
         [[example]]\nname = \"gone\"",
    );
    let files = [
        "lib/entry.rs",
        "src/lib.rs",
        "src/main.rs",
        "src/bin/other/main.rs",
        "src/bin/third.rs",
        "tests/it.rs",
    ];
    let found = targets(&manifest, &files);
    let shared = found.iter().find(|target| target.starts_with("Test")).expect("a test").clone();
    assert!(shared.ends_with("/common/it.rs 2021"), "{shared}");
    assert_eq!(
        found,
        [
            "Lib library lib/entry.rs 2018",
            "Bin tool src/main.rs 2021",
            "Bin other src/bin/other/main.rs 2024",
            "Bin third src/bin/third.rs 2021",
            "Example gone examples/gone.rs 2021",
            shared.as_str(),
        ]
    );
}

#[test]
fn the_search_can_be_switched_off() {
    let off = "autobins = false\nautoexamples = false\nautotests = false\nautobenches = false\nautolib = false\nbuild = false\n[[bin]]\nname = \"two\"";
    let files = [
        "src/lib.rs",
        "src/main.rs",
        "src/bin/two.rs",
        "examples/e.rs",
        "tests/t.rs",
        "benches/b.rs",
        "build.rs",
    ];
    assert_eq!(targets(&package("my-pkg", off), &files), ["Bin two src/bin/two.rs 2021"]);
}

#[test]
fn build_scripts_by_path() {
    let with =
        |build: &str| targets(&package("my-pkg", build), &["build.rs", "build/main.rs", "build/two.rs"]);
    assert_eq!(with("build = \"build/main.rs\""), ["BuildScript build_script_build build/main.rs 2021"]);
    assert_eq!(with("build = true"), ["BuildScript build_script_build build.rs 2021"]);
    assert_eq!(with("build = [\"build/main.rs\", \"build/two.rs\"]").len(), 2);
    assert_eq!(targets(&package("my-pkg", ""), &["src/lib.rs"]), ["Lib my_pkg src/lib.rs 2021"]);
}

#[test]
fn edition_2015_is_the_default_and_has_its_own_rules() {
    let manifest = "[project]\nname = \"my-pkg\"\n[lib]\n[[bin]]\nname = \"tool\"\n";
    let found = targets(manifest, &["src/my-pkg.rs", "src/tool.rs", "src/bin/left-out.rs"]);
    assert_eq!(found, ["Lib my_pkg src/my-pkg.rs 2015", "Bin tool src/tool.rs 2015"]);

    let found = targets("[package]\nname = \"my-pkg\"\n", &["src/bin/found.rs"]);
    assert_eq!(found, ["Bin found src/bin/found.rs 2015"]);
}

#[test]
fn an_edition_of_the_future_counts_as_the_latest() {
    let found = targets("[package]\nname = \"my-pkg\"\nedition = \"2036\"\n", &["src/lib.rs"]);
    assert_eq!(found, ["Lib my_pkg src/lib.rs 2024"]);
}

#[test]
fn files_of_targets_are_listed_wherever_they_lie() {
    let tree = Tree::new(&[
        ("ws/Cargo.toml", "[workspace]\nmembers = [\"a\"]".to_owned()),
        ("ws/a/Cargo.toml", package("a", "[[bin]]\nname = \"x\"\npath = \"../common/x.rs\"")),
        ("ws/common/x.rs", String::new()),
        ("ws/.gitignore", "ignored.rs".to_owned()),
        ("ws/a/src/bin/ignored.rs", String::new()),
    ]);
    let project = tree.discover("ws", &["a"]);
    assert_eq!(tree.selected(&project), ["ws/a/src/bin/ignored.rs", "ws/common/x.rs"]);
    assert!(find(&project, "a").selected);
}
