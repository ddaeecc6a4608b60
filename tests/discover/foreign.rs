//! Lock files, and dependencies' sources in homes of cargo that are made up.

use unawaited::discover::{Boundary, Lock, LockedPackage, LockedSource, SourceStore};

use crate::tree::{Tree, package};

const REGISTRY: &str = "registry+https://git.example.org/main-index";

const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

/// A lock file of entries (name, version, source, dependencies).
fn lock(entries: &[(&str, &str, &str, &[&str])]) -> Lock {
    let mut text = "version = 4\n".to_owned();
    for (name, version, source, dependencies) in entries {
        text += &format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n");
        if !source.is_empty() {
            text += &format!("source = \"{source}\"\n");
        }
        text += &format!("dependencies = {dependencies:?}\n");
    }
    Lock::parse(&text).expect("a lock file")
}

fn one(name: &str, version: &str, source: &str) -> LockedPackage {
    lock(&[(name, version, source, &[])]).packages.remove(0)
}

#[test]
fn dependencies_are_told_apart_by_version_and_source() {
    let git = format!("git+https://example.org/b?branch=main#{COMMIT}");
    let third = format!("b 2.0.0 ({git})");
    let lock = lock(&[
        ("a", "0.1.0", "", &["b 2.0.0", third.as_str(), "c", "gone"]),
        ("b", "1.0.0", REGISTRY, &[]),
        ("b", "2.0.0", REGISTRY, &["b 1.0.0"]),
        ("b", "2.0.0", git.as_str(), &[]),
        ("c", "1.0.0", "sparse+https://registry.example.org/index/", &[]),
    ]);
    assert_eq!(lock.packages[0].dependencies, [2, 3, 4]);
    assert_eq!(lock.packages[0].source, LockedSource::Path);
    assert_eq!(lock.packages[2].dependencies, [1]);
    let git = LockedSource::Git { url: "https://example.org/b".to_owned(), commit: COMMIT.to_owned() };
    assert_eq!(lock.packages[3].source, git);
    let index = "sparse+https://registry.example.org/index/".to_owned();
    assert_eq!(lock.packages[4].source, LockedSource::Registry { index });
}

#[test]
fn a_lock_file_is_read_leniently() {
    let text = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"registry+x\"\nchecksum = \"beef\"\n\
                [[package]]\nname = 1\n[[package]]\nname = \"odd\"\nversion = \"1.0.0\"\nsource = \"svn+x\"\n";
    let lock = Lock::parse(text).expect("a lock file");
    assert_eq!(lock.packages.len(), 1);
    assert_eq!(lock.packages[0].checksum.as_deref(), Some("beef"));
    assert_eq!(Lock::parse("version = 4").expect("a lock file"), Lock::default());
}

#[test]
fn a_broken_lock_file_is_reported_without_quoting_it() {
    let tree = Tree::new(&[("p/Cargo.lock", "secret secret")]);
    let boundary = Boundary { roots: vec![tree.at("p")], ..Boundary::default() };
    let mut problems = Vec::new();
    assert_eq!(Lock::read(&boundary, &tree.at("p"), &mut problems), None);
    assert_eq!(Lock::read(&boundary, &tree.at(""), &mut problems), None, "none is no problem");
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].message.starts_with("is not valid TOML: ") && !problems[0].message.contains("secret")
    );
}

#[test]
fn registry_sources() {
    let tree = Tree::of(&[
        "home/registry/src/index.example.org-0123456789abcdef/tokio-1.0.0/.cargo-ok",
        "home/registry/src/git.example.org-1ecc6299db9ec823/old-0.1.0/.cargo-ok",
        "home/registry/src/a.example.org-0123456789abcdef/old-0.1.0/.cargo-ok",
        "home/registry/src/index.example.org-0123456789abcdef/half-1.0.0/Cargo.toml",
        "home/registry/src/registry.example.org-0123456789abcdef/private-1.0.0/.cargo-ok",
    ]);
    let store = SourceStore::new(&tree.at("home"), &[]);
    let locate = |name: &str, version: &str, source: &str| {
        store.locate(&one(name, version, source)).map(|dir| tree.short(&dir))
    };
    let found = |path: &str| Some(format!("home/registry/src/{path}"));
    assert_eq!(locate("tokio", "1.0.0", REGISTRY), found("index.example.org-0123456789abcdef/tokio-1.0.0"));
    assert_eq!(locate("old", "0.1.0", REGISTRY), found("git.example.org-1ecc6299db9ec823/old-0.1.0"));
    let private = "sparse+https://user@registry.example.org:8080/index/";
    assert_eq!(
        locate("private", "1.0.0", private),
        found("registry.example.org-0123456789abcdef/private-1.0.0")
    );
    assert_eq!(locate("tokio", "1.0.0", private), None, "another registry's package of that name");
    assert_eq!(locate("tokio", "1.0.1", REGISTRY), None);
    assert_eq!(locate("half", "1.0.0", REGISTRY), None, "not unpacked to the end");
    assert_eq!(locate("tokio", "1.0.0", ""), None, "a path dependency");
}

#[test]
fn git_sources() {
    let checkout = "home/git/checkouts/ruma-0123456789abcdef/0123456";
    let path = |path: &str| format!("{checkout}/{path}/Cargo.toml");
    let tree = Tree::new(&[
        (path("crates/ruma").as_str(), "[package]\nname = \"ruma\"\nversion.workspace = true\n".to_owned()),
        (path("crates/old").as_str(), package("twice", "").replace("0.1.0", "0.2.0")),
        (path("crates/twice").as_str(), package("twice", "")),
        ("home/git/checkouts/ruma-0123456789abcdef/7654321/Cargo.toml", package("ruma", "")),
    ]);
    let store = SourceStore::new(&tree.at("home"), &[]);
    let locate = |name: &str, url: &str, commit: &str| {
        let source = format!("git+{url}#{commit}");
        store.locate(&one(name, "0.1.0", &source)).map(|dir| tree.short(&dir))
    };
    for url in
        ["https://github.com/ruma/Ruma.git?rev=0123456", "https://example.org/ruma/", "ssh://git@x/ruma"]
    {
        assert_eq!(locate("ruma", url, COMMIT), Some(format!("{checkout}/crates/ruma")), "{url}");
    }
    let url = "https://github.com/ruma/ruma";
    assert_eq!(locate("twice", url, COMMIT), Some(format!("{checkout}/crates/twice")));
    assert_eq!(locate("none", url, COMMIT), None);
    assert_eq!(locate("ruma", url, "ffffffffffffffffffffffffffffffffffffffff"), None);
    assert_eq!(locate("ruma", "https://example.org/Ruma", COMMIT), None, "capitals count elsewhere");
}

#[test]
fn vendored_sources_come_first() {
    let tree = Tree::new(&[
        ("vendor/tokio/Cargo.toml", package("tokio", "")),
        ("vendor/tokio-1.0.0/Cargo.toml", package("tokio", "").replace("0.1.0", "1.0.0")),
        ("home/registry/src/index.example.org-0123456789abcdef/tokio-1.0.0/.cargo-ok", String::new()),
    ]);
    let store = SourceStore::new(&tree.at("home"), &[tree.at("vendor"), tree.at("gone")]);
    let locate = |version: &str| store.locate(&one("tokio", version, REGISTRY)).map(|dir| tree.short(&dir));
    assert_eq!(locate("0.1.0").as_deref(), Some("vendor/tokio"));
    assert_eq!(locate("1.0.0").as_deref(), Some("vendor/tokio-1.0.0"));
    assert_eq!(locate("2.0.0"), None);
}

/// The one home that is real: this package was built, so its own dependencies lie there.
#[test]
fn the_dependencies_of_this_package_are_found() {
    let manifest_dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(manifest_dir.join("Cargo.lock")).expect("a lock file");
    let lock = Lock::parse(&text).expect("a lock file");
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let Some(home) = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))) else {
        eprintln!("SKIPPED: cargo has no home");
        return;
    };
    let toml = lock.packages.iter().find(|package| package.name == "toml").expect("toml is locked");
    let Some(dir) = SourceStore::new(&home, &[]).locate(toml) else {
        eprintln!("SKIPPED: this build took its sources from elsewhere");
        return;
    };
    assert!(dir.join("src/lib.rs").is_file(), "{dir:?}");
}
