//! The ways into CI and editors that README.md shows: each block is run, as far as this machine can.

mod action;
mod blocks;
mod distribution;
mod editor;
mod hook;

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_cargo-unawaited");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A repository whose only package loses one future, in line 3 of `src/lib.rs`.
fn project() -> TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    write(dir.path(), "Cargo.toml", "[package]\nname = \"p\"\nversion = \"0.2.0\"\nedition = \"2024\"\n");
    write(dir.path(), "src/lib.rs", "pub async fn f() {}\npub async fn g() {\n    f();\n}\n");
    fs::create_dir(dir.path().join(".git")).expect("a directory");
    dir
}

fn write(dir: &Path, path: &str, text: &str) {
    let path = dir.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
    fs::write(path, text).expect("a file");
}

/// `PATH` with the directory of the built program in front.
fn path_with(dir: &Path) -> OsString {
    let before = std::env::var_os("PATH").unwrap_or_default();
    let dirs = std::iter::once(dir.to_path_buf()).chain(std::env::split_paths(&before));
    std::env::join_paths(dirs).expect("a path")
}

fn binary_dir() -> &'static Path {
    Path::new(BINARY).parent().expect("a directory")
}

/// Whether a program can be started. Says so if not: the test that needs it is skipped.
fn has(program: &str) -> bool {
    let works = Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !works {
        // Not `eprintln!`: the test harness would swallow it.
        let _ = writeln!(std::io::stderr(), "SKIPPED: `{program}` does not work here");
    }
    works
}

/// Packs the built program as a release does; gives the directory that stands in for the releases' address.
fn release(target: &str, dir: &Path) -> PathBuf {
    let releases = dir.join("releases");
    let output = Command::new("bash")
        .arg(root().join("release/package.sh"))
        .args([BINARY, target])
        .arg(releases.join(format!("v{}", env!("CARGO_PKG_VERSION"))))
        .output()
        .expect("bash starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    releases
}
