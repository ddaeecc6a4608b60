//! The `.rs` files below a directory, for programs that do without the linter's discovery.

use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

/// Every `.rs` file below `dir`, sorted: without hidden ones, those that `.gitignore` and `.ignore` files name,
/// and build directories.
pub fn rust_files(dir: &Path) -> Vec<PathBuf> {
    let walk = WalkBuilder::new(dir)
        .require_git(false)
        .git_global(false)
        .filter_entry(|entry| !is_build_dir(entry))
        .build();
    let mut files: Vec<PathBuf> = walk
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
        .map(DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    files
}

/// Cargo marks what it builds into.
fn is_build_dir(entry: &DirEntry) -> bool {
    entry.depth() > 0 && (entry.file_name() == "target" || entry.path().join("CACHEDIR.TAG").is_file())
}
