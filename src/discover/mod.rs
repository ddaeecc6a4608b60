//! The disk, read-only: packages, targets, module files. No process, no network, nothing outside the project.

use std::path::{Path, PathBuf};

use crate::finding::Problem;
use crate::summary::Name;

/// What the user asked to check.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Where the user stands, absolute.
    pub cwd: PathBuf,
    /// Directories, manifests or `.rs` files; empty: the workspace that `cwd` lies in.
    pub paths: Vec<PathBuf>,
    /// `--manifest-path`.
    pub manifest_path: Option<PathBuf>,
    /// `-p`: package names; empty: all that the paths hold.
    pub packages: Vec<String>,
    /// `--exclude`: globs over paths relative to `cwd`.
    pub exclude: Vec<String>,
}

/// What lies on disk for a request.
#[derive(Debug, Default)]
pub struct Project {
    /// Every package that is asked for or that one of these reaches by path, sorted by manifest.
    pub packages: Vec<Package>,
    /// Every `.rs` file of the asked-for tree and of the packages (ignore rules applied), sorted, absolute.
    pub files: Vec<FoundFile>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// Directories that sources may be read from: nothing else is ever opened.
    pub boundary: Boundary,
}

/// One `.rs` file of the walk.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FoundFile {
    /// Absolute path.
    pub path: PathBuf,
    /// Whether findings in it are asked for (else it is only read for its items).
    pub selected: bool,
}

/// One package of the project.
#[derive(Debug, Clone)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Absolute path of its `Cargo.toml`.
    pub manifest: PathBuf,
    /// Absolute path of its directory.
    pub dir: PathBuf,
    /// Its targets.
    pub targets: Vec<Target>,
    /// Its dependencies of all kinds.
    pub dependencies: Vec<Dependency>,
    /// Whether findings in it are asked for.
    pub selected: bool,
}

/// One target: a crate of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Crate name (with `_`).
    pub name: Name,
    /// What it is.
    pub kind: TargetKind,
    /// Absolute path of its root file.
    pub path: PathBuf,
    /// 2015, 2018, 2021 or 2024.
    pub edition: u16,
}

/// What a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetKind {
    /// `src/lib.rs`, proc-macro crates too.
    Lib,
    /// A binary.
    Bin,
    /// An example.
    Example,
    /// An integration test.
    Test,
    /// A benchmark.
    Bench,
    /// `build.rs`.
    BuildScript,
}

/// One `[dependencies]`, `[dev-dependencies]` or `[build-dependencies]` entry, of any target table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependency {
    /// The name that the source uses (the rename, or the library's name), with `_`.
    pub name: Name,
    /// The package's name.
    pub package: String,
    /// The manifest of the package, for a path dependency (or workspace member) that is in [`Project::packages`].
    pub manifest: Option<PathBuf>,
    /// Version requirement as written, if any.
    pub version: Option<String>,
}

/// Directories that may be read from.
#[derive(Debug, Clone, Default)]
pub struct Boundary {
    /// Absolute, canonical directories.
    pub roots: Vec<PathBuf>,
}

/// Finds packages, targets and files. Never fails: what goes wrong is in [`Project::problems`].
pub fn discover(_request: &Request) -> Project {
    Project::default()
}

/// Reads a source file as UTF-8: a regular file (no FIFO, no device) within `boundary` after all links are
/// followed, of at most the supported size. The message of an error never quotes content.
pub fn read_source(_boundary: &Boundary, _path: &Path) -> Result<String, String> {
    Err(String::new())
}

/// Where `mod name;` may lie: candidates in order of preference.
///
/// `file` is the file that declares it; `owns_dir` whether that file is a crate root or `mod.rs` (its children lie
/// beside it); `inline` the names of inline modules around the declaration (with their own `#[path]`s resolved by
/// the caller); `path_attrs` the `#[path]` values, if any.
pub fn module_files(
    _file: &Path,
    _owns_dir: bool,
    _inline: &[Name],
    _name: Name,
    _path_attrs: &[String],
) -> Vec<PathBuf> {
    Vec::new()
}
