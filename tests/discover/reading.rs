//! `read_source`: what is read, what is refused, and with which words.

use std::path::Path;

use unawaited::discover::{Boundary, MAX_FILE_BYTES, read_source};

use crate::tree::Tree;

fn read(tree: &Tree, path: &str) -> Result<String, String> {
    read_source(&Boundary { roots: vec![tree.at("in")], ..Boundary::default() }, &tree.at(path))
}

fn refused(tree: &Tree, path: &str) -> String {
    read(tree, path).expect_err("it is refused")
}

#[test]
fn text_comes_as_it_lies_there() {
    let tree = Tree::new(&[("in/a.rs", "\u{feff}fn f() {}\r\n// ü"), ("in/deep/b.txt", "b")]);
    assert_eq!(read(&tree, "in/a.rs").as_deref(), Ok("\u{feff}fn f() {}\r\n// ü"));
    assert_eq!(read(&tree, "in/deep/../deep/b.txt").as_deref(), Ok("b"));
}

#[test]
fn not_outside() {
    let tree = Tree::of(&["in/a.rs", "out/b.rs", "inner/c.rs"]);
    for path in ["out/b.rs", "in/../out/b.rs", "inner/c.rs"] {
        assert_eq!(refused(&tree, path), "lies outside the project", "{path}");
    }
}

#[test]
fn of_path_dependencies_only_rust_files() {
    let tree = Tree::of(&["sibling/lib.rs", "sibling/.env"]);
    let boundary = Boundary { sources: vec![tree.at("sibling")], ..Boundary::default() };
    assert!(read_source(&boundary, &tree.at("sibling/lib.rs")).is_ok());
    let refusal = read_source(&boundary, &tree.at("sibling/.env"));
    assert_eq!(refusal, Err("lies outside the project".to_owned()));
}

#[test]
fn what_is_not_there_or_no_file() {
    let tree = Tree::of(&["in/a.rs"]);
    assert_eq!(refused(&tree, "in/gone.rs"), "does not exist");
    assert_eq!(refused(&tree, "in"), "is a directory, not a regular file");
    assert!(refused(&tree, "in/a.rs/b.rs").starts_with("cannot be read: not a directory"));
}

#[test]
fn not_utf8() {
    let tree = Tree::of(&["in/a.rs"]);
    tree.write("in/a.rs", b"fn secret() {}\n// \xff");
    assert_eq!(refused(&tree, "in/a.rs"), "is not valid UTF-8 (byte 18)");
}

#[test]
fn fifty_megabytes_but_not_all() {
    let tree = Tree::of(&["in/big.rs", "in/huge.rs"]);
    let sized = |path: &str, bytes: u64| {
        let file = std::fs::File::create(tree.at(path)).expect("a file");
        file.set_len(bytes).expect("a sparse file");
    };
    sized("in/big.rs", 50 << 20);
    assert_eq!(read(&tree, "in/big.rs").map(|text| text.len()), Ok(50 << 20));
    sized("in/big.rs", MAX_FILE_BYTES);
    assert!(read(&tree, "in/big.rs").is_ok());
    sized("in/huge.rs", MAX_FILE_BYTES + 1);
    assert_eq!(refused(&tree, "in/huge.rs"), "is 65 MB, the limit is 64 MB");
    sized("in/huge.rs", 1 << 40);
    assert_eq!(refused(&tree, "in/huge.rs"), "is 1048576 MB, the limit is 64 MB");
}

#[cfg(unix)]
#[test]
fn links_are_followed_before_anything_is_decided() {
    let tree = Tree::of(&["in/a.rs", "out/b.rs"]);
    tree.link("a.rs", "in/fine.rs");
    tree.link("../out/b.rs", "in/escape.rs");
    tree.link("../out", "in/dir");
    tree.link("loop.rs", "in/loop.rs");
    tree.link("gone.rs", "in/dangling.rs");
    assert!(read(&tree, "in/fine.rs").is_ok());
    assert_eq!(refused(&tree, "in/escape.rs"), "lies outside the project");
    assert_eq!(refused(&tree, "in/dir/b.rs"), "lies outside the project");
    assert_eq!(refused(&tree, "in/dangling.rs"), "does not exist");
    assert_eq!(refused(&tree, "in/loop.rs"), "cannot be read: too many levels of symbolic links");
}

#[cfg(unix)]
#[test]
fn no_socket_and_no_device() {
    let tree = Tree::of(&["in/a.rs"]);
    let _socket = std::os::unix::net::UnixListener::bind(tree.at("in/s.rs")).expect("a socket");
    assert_eq!(refused(&tree, "in/s.rs"), "is a socket, not a regular file");

    let everywhere = Boundary { roots: vec!["/".into()], ..Boundary::default() };
    let refusal = |path: &str| read_source(&everywhere, Path::new(path)).expect_err("it is refused");
    assert_eq!(refusal("/dev/zero"), "is a device, not a regular file");
    if Path::new("/proc/self/environ").exists() {
        assert_eq!(refusal("/proc/self/environ"), "lies outside the project");
    }
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let tree = Tree::of(&["in/a.rs"]);
    let none = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(tree.at("in/a.rs"), none).expect("permissions");
    if std::fs::File::open(tree.at("in/a.rs")).is_ok() {
        eprintln!("SKIPPED: this user may read everything");
        return;
    }
    assert_eq!(refused(&tree, "in/a.rs"), "cannot be read: permission denied");
}
