//! Where `mod name;` may lie. The cases are those of the Rust reference's pages on modules and `#[path]`.

use std::path::Path;

use unawaited::discover::{InlineModule, module_files};
use unawaited::summary::Name;

/// Candidates for `mod c;` in `/p/src/…`; an inline module is `name` or `name=path`; `*` marks those that own their
/// directory.
fn candidates(file: &str, owns_dir: bool, inline: &[&str], paths: &[&str]) -> Vec<String> {
    let inline: Vec<InlineModule> = inline
        .iter()
        .map(|module| match module.split_once('=') {
            Some((name, path)) => InlineModule { name: Name::from(name), path: Some(path) },
            None => InlineModule { name: Name::from(module), path: None },
        })
        .collect();
    let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
    let file = Path::new("/p/src").join(file);
    let found = module_files(&file, owns_dir, &inline, Name::from("c"), &paths);
    let shown = found.iter().map(|found| {
        let path = found.path.strip_prefix("/p").expect("below /p");
        format!("{}{}", path.display(), if found.owns_dir { "*" } else { "" })
    });
    shown.collect()
}

#[test]
fn beside_a_crate_root_or_mod_file() {
    assert_eq!(candidates("lib.rs", true, &[], &[]), ["src/c.rs", "src/c/mod.rs*"]);
    assert_eq!(candidates("a/mod.rs", true, &[], &[]), ["src/a/c.rs", "src/a/c/mod.rs*"]);
}

#[test]
fn in_the_directory_of_any_other_file() {
    assert_eq!(candidates("a/b.rs", false, &[], &[]), ["src/a/b/c.rs", "src/a/b/c/mod.rs*"]);
}

#[test]
fn inline_modules_add_directories() {
    assert_eq!(candidates("lib.rs", true, &["x", "y"], &[])[0], "src/x/y/c.rs");
    assert_eq!(candidates("a/b.rs", false, &["x"], &[])[0], "src/a/b/x/c.rs");
    assert_eq!(candidates("a/mod.rs", true, &["x"], &[])[0], "src/a/x/c.rs");
}

#[test]
fn path_attributes_start_from_the_files_directory() {
    let expected = ["src/a/foo.rs*", "src/a/b/c.rs", "src/a/b/c/mod.rs*"];
    assert_eq!(candidates("a/b.rs", false, &[], &["foo.rs"]), expected);
    assert_eq!(candidates("a/mod.rs", true, &[], &["../foo.rs"])[0], "src/foo.rs*");
    assert_eq!(
        candidates("lib.rs", true, &[], &["unix.rs", "windows.rs"])[..2],
        ["src/unix.rs*", "src/windows.rs*"]
    );
}

#[test]
fn path_attributes_in_inline_modules_start_from_their_directory() {
    assert_eq!(candidates("a/b.rs", false, &["inline"], &["other.rs"])[0], "src/a/b/inline/other.rs*");
    assert_eq!(candidates("a/mod.rs", true, &["inline"], &["other.rs"])[0], "src/a/inline/other.rs*");
}

#[test]
fn path_attributes_on_inline_modules_name_a_directory() {
    assert_eq!(candidates("lib.rs", true, &["x=foo", "y"], &[])[0], "src/foo/y/c.rs");
    // As in rustc, the file's own name takes no part.
    assert_eq!(candidates("a/b.rs", false, &["x=foo"], &[])[0], "src/a/foo/c.rs");
}
