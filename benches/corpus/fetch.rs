//! Brings packages and the sources of their dependencies onto this machine, with nothing but Cargo.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::packages::Package;
use crate::judge::copy_tree;

/// The package's own copy in `dir`, fetched if it is not there: as published, with a lock file, a workspace of its
/// own. All that its lock file names is in cargo home afterwards.
pub fn fetch(dir: &Path, package: &Package) -> io::Result<PathBuf> {
    let root = dir.join(&package.name);
    // Written last: without it the copy is not whole.
    let stamp = dir.join(format!("{}.version", package.name));
    if std::fs::read_to_string(&stamp).is_ok_and(|version| version.trim() == package.version) {
        return Ok(root);
    }
    if root.exists() {
        std::fs::remove_dir_all(&root)?;
    }
    std::fs::create_dir_all(&root)?;
    let published = published(dir, package)?;
    copy_tree(&published, &root)?;
    let manifest = root.join("Cargo.toml");
    let mut text = std::fs::read_to_string(&manifest)?;
    if !text.lines().any(|line| line.trim() == "[workspace]") {
        // Else Cargo looks for one in the directories above.
        text.push_str("\n[workspace]\n");
        std::fs::write(&manifest, text)?;
    }
    if !root.join("Cargo.lock").is_file() {
        cargo(&root, &["generate-lockfile"])?;
    }
    cargo(&root, &["fetch", "--locked"])?;
    std::fs::write(&stamp, &package.version)?;
    Ok(root)
}

/// Where Cargo unpacked the package.
fn published(dir: &Path, package: &Package) -> io::Result<PathBuf> {
    let name = format!("{}-{}", package.name, package.version);
    if let Some(found) = unpacked(&name) {
        return Ok(found);
    }
    // Shows what the package says of itself, and unpacks it for that.
    cargo(dir, &["info", &format!("{}@{}", package.name, package.version)])?;
    unpacked(&name).ok_or_else(|| io::Error::other(format!("`cargo info` did not unpack {name}")))
}

/// The directory of that name in the registry sources of cargo home.
fn unpacked(name: &str) -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let sources = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")))?.join("registry").join("src");
    let registries = std::fs::read_dir(sources).ok()?.filter_map(Result::ok);
    registries.map(|registry| registry.path().join(name)).find(|dir| dir.join(".cargo-ok").is_file())
}

fn cargo(dir: &Path, args: &[&str]) -> io::Result<()> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let output = command.args(args).arg("--quiet").current_dir(dir).stdout(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(io::Error::other(format!("`cargo {}` in {}: {said}", args.join(" "), dir.display())))
}
