//! What the walk finds and leaves out.

use crate::tree::{Tree, package, packages};

#[test]
fn hidden_files_and_build_directories_are_left_out() {
    let tree = Tree::new(&[
        ("Cargo.toml", package("a", "")),
        ("src/lib.rs", String::new()),
        ("src/target/mod.rs", String::new()),
        ("target/debug/build/out.rs", String::new()),
        ("other/target/CACHEDIR.TAG", String::new()),
        ("other/target/gen.rs", String::new()),
        (".hidden.rs", String::new()),
        (".cache/x.rs", String::new()),
        ("src/notes.txt", String::new()),
    ]);
    assert_eq!(tree.selected(&tree.here("")), ["src/lib.rs", "src/target/mod.rs"]);
}

#[test]
fn gitignore_holds_outside_of_repositories_too() {
    let tree =
        Tree::of(&["a.rs", "gen/x.rs", "gen/keep.rs", "sub/b.rs", "sub/c.rs", "sub/deep/b.rs", "d.bak.rs"]);
    tree.write(".gitignore", "\u{feff}*.bak.rs\n# a comment\n/gen/*\n!keep.rs\n");
    tree.write("sub/.gitignore", "/b.rs\n");
    assert_eq!(tree.selected(&tree.here("")), ["a.rs", "gen/keep.rs", "sub/c.rs", "sub/deep/b.rs"]);
}

#[test]
fn other_ignore_files_are_not_gits() {
    let tree = Tree::new(&[("a.rs", ""), ("b.rs", ""), (".ignore", "a.rs"), (".git/info/exclude", "b.rs")]);
    assert_eq!(tree.selected(&tree.here("")), ["a.rs", "b.rs"]);
}

#[test]
fn ignore_files_above_count_up_to_the_repository() {
    let tree =
        Tree::of(&["repo/.git/HEAD", "repo/sub/deep/a.rs", "repo/sub/deep/b.rs", "repo/sub/deep/c.rs"]);
    tree.write(".gitignore", "a.rs");
    tree.write("repo/.gitignore", "b.rs\nc.rs");
    tree.write("repo/sub/.gitignore", "!c.rs");
    for path in ["repo", "repo/sub", "repo/sub/deep"] {
        let found = tree.selected(&tree.discover("", &[path]));
        assert_eq!(found, ["repo/sub/deep/a.rs", "repo/sub/deep/c.rs"], "{path}");
    }
}

#[test]
fn without_a_repository_they_count_up_to_the_workspace() {
    let tree = Tree::new(&[
        (".gitignore", "b.rs".to_owned()),
        ("ws/.gitignore", "a.rs".to_owned()),
        ("ws/Cargo.toml", "[workspace]\nmembers = [\"m\"]".to_owned()),
        ("ws/m/Cargo.toml", package("m", "")),
        ("ws/m/src/a.rs", String::new()),
        ("ws/m/src/b.rs", String::new()),
    ]);
    assert_eq!(tree.selected(&tree.discover("ws/m", &["."])), ["ws/m/src/b.rs"]);
}

#[test]
fn a_repository_within_has_its_own_rules() {
    let tree = Tree::of(&["sub/.git/HEAD", "sub/a.rs", "a.rs", "b.rs"]);
    tree.write(".gitignore", "a.rs");
    assert_eq!(tree.selected(&tree.here("")), ["b.rs", "sub/a.rs"]);
}

#[test]
fn ignored_manifests_are_no_packages() {
    let tree = Tree::new(&[
        (".gitignore", "vendor/".to_owned()),
        ("vendor/x/Cargo.toml", package("x", "")),
        ("vendor/x/src/lib.rs", String::new()),
        ("a.rs", String::new()),
    ]);
    assert!(packages(&tree.here("")).is_empty());
    assert_eq!(
        tree.selected(&tree.discover("", &["vendor"])),
        ["vendor/x/src/lib.rs"],
        "unless they are named"
    );
}

#[test]
fn the_order_is_the_same_each_time_and_each_file_comes_once() {
    let names: Vec<String> = (0..200).map(|n| format!("d{}/f{n}.rs", n % 7)).collect();
    let tree = Tree::of(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let first = tree.here("").files;
    assert!(first.is_sorted() && first.len() == 200);
    let again = tree.discover("", &["d3", ".", "d3/f3.rs", "d1"]).files;
    assert_eq!(first, again);
}

#[cfg(unix)]
#[test]
fn each_real_file_once_whatever_links_there_are() {
    let tree = Tree::of(&["real/a.rs", "outside/o.rs", "p/x.rs"]);
    tree.link("../real", "p/dir");
    tree.link("../real/a.rs", "p/a.rs");
    tree.link("..", "p/up");
    tree.link("loop_b", "p/loop_a");
    tree.link("loop_a", "p/loop_b");
    tree.link("loop.rs", "p/loop.rs");
    tree.link("/nowhere/at/all.rs", "p/dangling.rs");
    let project = tree.here("");
    assert_eq!(tree.selected(&project), ["outside/o.rs", "p/x.rs", "real/a.rs"]);
    assert_eq!(tree.problems(&project), [""; 0]);
    assert_eq!(unawaited::discover::real_path(&tree.at("p/dir/a.rs")), tree.at("real/a.rs"));
}

/// Not a measurement of speed, but of order: 5,000 files must not take seconds.
#[test]
fn five_thousand_files_are_walked_in_no_time() {
    let tree = Tree::of(&[]);
    for dir in 0..500 {
        let dir = tree.at(&format!("d{}/e{}", dir % 20, dir));
        std::fs::create_dir_all(&dir).expect("a directory");
        for file in 0..10 {
            std::fs::write(dir.join(format!("f{file}.rs")), "").expect("a file");
        }
    }
    tree.write(".gitignore", "*.tmp\n/build/\n**/generated/\n");
    let start = std::time::Instant::now();
    let project = tree.here("");
    let took = start.elapsed();
    println!("{} files in {took:?}", project.files.len());
    assert_eq!(project.files.len(), 5000);
    assert!(took < std::time::Duration::from_secs(2), "{took:?}");
}
