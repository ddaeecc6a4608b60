//! Copies a tree. Nothing here knows what is in it.

use std::io;
use std::path::Path;

use ignore::WalkBuilder;

/// Copies all below `from` into the existing directory `to`: files, directories, links as links; without `.git`
/// and what Cargo built.
pub fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    let walk = WalkBuilder::new(from)
        .standard_filters(false)
        .filter_entry(|entry| {
            entry.depth() == 0
                || (entry.file_name() != ".git" && !entry.path().join("CACHEDIR.TAG").is_file())
        })
        .build();
    for entry in walk {
        let entry = entry.map_err(io::Error::other)?;
        let Ok(below) = entry.path().strip_prefix(from) else { continue };
        let new = to.join(below);
        match entry.file_type() {
            Some(kind) if kind.is_dir() => std::fs::create_dir_all(&new)?,
            Some(kind) if kind.is_symlink() => link(&std::fs::read_link(entry.path())?, &new)?,
            Some(kind) if kind.is_file() => std::fs::copy(entry.path(), &new).map(drop)?,
            _ => {}
        }
    }
    Ok(())
}

#[cfg(unix)]
fn link(target: &Path, new: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, new)
}

/// Elsewhere links need rights that a benchmark should not ask for: left out.
#[cfg(not(unix))]
fn link(_target: &Path, _new: &Path) -> io::Result<()> {
    Ok(())
}
