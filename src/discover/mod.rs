//! The disk, read-only: packages, targets, module files. No process, no network, nothing outside the project.

mod archive;
mod asked;
mod database;
mod dependencies;
mod foreign;
mod lints;
mod loader;
mod lock;
mod manifest;
mod modules;
mod outputs;
mod packages;
mod paths;
mod read;
mod repository;
mod requirements;
mod selection;
mod stripped;
mod targets;
mod vendor;
mod walk;
mod workspace;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use asked::Asked;
use loader::Loader;
use walk::{Depth, Walked, walk};

use crate::finding::Problem;
use crate::summary::Name;

pub use database::committed_package;
pub use dependencies::SourceStore;
pub use foreign::{
    Archived, Damaged, ForeignPackage, archived_package, foreign_package, library_files, package_of,
    package_texts,
};
pub use lock::{Lock, LockedPackage, LockedSource};
pub use modules::{InlineModule, ModuleFile, module_files};
pub use outputs::build_output;
pub use read::{MAX_FILE_BYTES, read_source};
pub use repository::repository_root;
pub use selection::Selection;
pub use vendor::vendor_dirs;

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
    /// Cargo's home; `None`: where the environment says.
    pub cargo_home: Option<PathBuf>,
}

/// What lies on disk for a request. All paths are real ones: links are followed, so that each file has one name.
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
    /// What findings are asked for in, for files that are not among [`Project::files`].
    pub selection: Selection,
    /// As in [`Request::cargo_home`].
    pub cargo_home: Option<PathBuf>,
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
    /// Its version; `0.0.0` where none is said, as in cargo.
    pub version: String,
    /// Absolute path of its `Cargo.toml`.
    pub manifest: PathBuf,
    /// Absolute path of its directory.
    pub dir: PathBuf,
    /// Absolute path of its workspace's directory, where the lock file lies; its own if it is in none.
    pub workspace: PathBuf,
    /// Its targets.
    pub targets: Vec<Target>,
    /// Its dependencies of all kinds.
    pub dependencies: Vec<Dependency>,
    /// What each of its features switches on, as written.
    pub features: BTreeMap<String, Vec<String>>,
    /// Whether findings in it are asked for.
    pub selected: bool,
    /// What `[lints]` says of lints and groups, also what it inherits from the workspace; later entries win.
    pub lints: Vec<LintLevel>,
}

/// What a manifest says of a lint or a group of lints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LintLevel {
    /// As an attribute names it: `unused_must_use`, `clippy::all`.
    pub name: String,
    /// `allow`, and no other level.
    pub allowed: bool,
}

/// One target: a crate of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Crate name (with `_`).
    pub name: Name,
    /// What it is.
    pub kind: TargetKind,
    /// Absolute path of its root file.
    pub path: PathBuf,
    /// 2015, 2018, 2021 or 2024.
    pub edition: u16,
    /// A procedural macro: others can name nothing of it but macros.
    pub exports_macros: bool,
}

/// What a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dependency {
    /// The name that the source uses (the rename, or the library's name), with `_`. Where the library lies outside of
    /// the project, its name may be another: see `renamed`.
    pub name: Name,
    /// Whether the manifest gives the name. If not, the source uses the library's, which is mostly the package's.
    pub renamed: bool,
    /// The package's name.
    pub package: String,
    /// The manifest of the package, for a path dependency (or workspace member) that is in [`Project::packages`].
    pub manifest: Option<PathBuf>,
    /// Whether only features bring it in.
    pub is_optional: bool,
    /// Version requirement as written, if any.
    pub version: Option<String>,
    /// The `cfg(…)` or target triple that it is for; `None`: for all.
    pub platform: Option<String>,
    /// Features that are asked for, `default` among them unless it is switched off.
    pub features: BTreeSet<String>,
    /// Whether cargo took it out of the manifest of a published package, since only tests need it and it has no version.
    pub is_stripped: bool,
}

/// Directories that may be read from.
#[derive(Debug, Clone, Default)]
pub struct Boundary {
    /// Absolute, canonical directories: those asked for, and the workspaces around them.
    pub roots: Vec<PathBuf>,
    /// Directories of path dependencies elsewhere, of which only `.rs` files are read.
    pub sources: Vec<PathBuf>,
}

/// Finds packages, targets and files. Never fails: what goes wrong is in [`Project::problems`].
///
/// - A directory stands for all packages and files below it, those of nested workspaces too; what lies around it is
///   loaded for context. A manifest stands for its directory. All members of a workspace count, `default-members`
///   or not.
/// - Packages that are reached by path only are loaded, but not selected.
/// - A manifest that cannot be read is a problem. If cargo would need it, its package is made up from where the
///   files lie; if only the walk found it (a template, a fixture), its files are loose and the run is complete.
pub fn discover(request: &Request) -> Project {
    let mut loader = Loader::default();
    let cwd = paths::real(&request.cwd).unwrap_or_else(|_| paths::tidy(&request.cwd));
    let mut asked = Asked::new(request, &mut loader.problems);
    if request.paths.is_empty() && request.manifest_path.is_none() {
        asked.dirs = loader.workspace_dirs(&cwd);
    }
    let file_dirs = asked.files.iter().filter_map(|file| file.parent());
    for dir in asked.dirs.iter().map(PathBuf::as_path).chain(file_dirs) {
        loader.enter(dir);
    }

    let mut walked = Walked::default();
    for dir in outermost(&asked.dirs) {
        walk(dir, loader.boundary.around(dir), Depth::All, &mut walked);
    }
    leave_out_vendored(&loader, &asked, &mut walked);
    let found: BTreeSet<PathBuf> = walked.manifest_dirs.iter().cloned().collect();
    loader.load(&found);
    let is_package = |dir: &&PathBuf| loader.loaded[*dir].manifest.package().is_some();
    for dir in loader.loaded.keys().filter(is_package).filter(|dir| !found.contains(*dir)) {
        walk(dir, loader.boundary.around(dir), Depth::Package, &mut walked);
    }
    loader.problems.append(&mut walked.problems);

    let packages = packages::packages(&loader);
    asked.dirs.append(&mut loader.outer_members);
    let mut project = Project {
        packages,
        boundary: loader.boundary,
        problems: loader.problems,
        cargo_home: request.cargo_home.clone(),
        ..Project::default()
    };
    let files = walked.files.into_iter().chain(asked.files.iter().cloned()).collect();
    project.select(request, &cwd, &asked, files);
    project.problems.sort();
    project.problems.dedup();
    project
}

/// Takes out what lies in directories that replace a source in the cargo configuration, unless one of them is what was
/// asked for.
fn leave_out_vendored(loader: &Loader, asked: &Asked, walked: &mut Walked) {
    let dirs = walked.manifest_dirs.iter().chain(&asked.dirs).map(PathBuf::as_path);
    let mut vendored = vendor::replacing_dirs(&loader.boundary, dirs);
    vendored.retain(|vendored| !asked.dirs.iter().any(|dir| dir.starts_with(vendored)));
    let is_own = |path: &PathBuf| !vendored.iter().any(|dir| path.starts_with(dir));
    walked.files.retain(is_own);
    walked.manifest_dirs.retain(is_own);
}

/// The directories that lie in no other of `dirs`.
fn outermost(dirs: &[PathBuf]) -> impl Iterator<Item = &Path> {
    let is_inner = |dir: &Path| dirs.iter().any(|other| other != dir && dir.starts_with(other));
    dirs.iter().map(PathBuf::as_path).filter(move |dir| !is_inner(dir))
}

/// The real path of a file: one name for each file, where a module is reached through a link.
pub fn real_path(path: &Path) -> PathBuf {
    paths::real(path).unwrap_or_else(|_| path.to_path_buf())
}
