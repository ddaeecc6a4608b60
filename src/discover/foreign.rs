//! One package of a dependency: its library, what it depends on, its files. Runs nothing and picks no version.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use toml::Value;

use super::archive::unpack;
use super::dependencies::manifest;
use super::manifest::{Manifest, flag_of};
use super::requirements::{Requirement, requirements};
use super::targets::{crate_name, library, targets};
use super::walk::{Depth, Walked, walk};
use super::{Dependency, Target, TargetKind};
use crate::summary::Name;

/// A dependency's package whose sources lie on this machine.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ForeignPackage {
    /// Its directory (a real path).
    pub dir: PathBuf,
    /// Its library.
    pub lib: Target,
    /// What it depends on.
    pub dependencies: Vec<Dependency>,
    /// Those of them that every build of the library has: not optional, not for tests or build scripts.
    pub always: Vec<Name>,
    /// The manifest of the workspace that it inherits from.
    pub workspace: Option<PathBuf>,
}

/// Reads the package in `dir`. `None`: it has no library that others could name, or no manifest that can be read.
/// A procedural macro's library exports macros only.
///
/// `checkout`: the repository that it lies in, where its workspace is looked for. Packages of registries have none:
/// cargo writes down what they inherit.
pub fn foreign_package(dir: &Path, checkout: Option<&Path>) -> Option<ForeignPackage> {
    let manifest = manifest(dir)?;
    let root = checkout.and_then(|checkout| root_of(&manifest, checkout));
    let root = root.as_ref();
    if is_macro(&manifest) {
        return None;
    }
    let lib = targets(&manifest, root).into_iter().find(|target| target.kind == TargetKind::Lib)?;
    Some(described(&manifest, root, lib))
}

/// A package with the files of its library and their texts.
pub type Archived = (ForeignPackage, Vec<(PathBuf, String)>);

/// An archive that is none, was not written to its end, or holds more than it may.
#[derive(Debug)]
pub struct Damaged;

/// The package in the archive of a registry at `archive`, whose library's files come with it: each with its text, under
/// the path that it would have if the archive were a directory. `None`: as for [`foreign_package`]; an error: it cannot be
/// read.
pub fn archived_package(archive: &Path) -> Result<Option<Archived>, Damaged> {
    let mut files = unpack(archive).ok_or(Damaged)?;
    let manifest = files.remove(&archive.join("Cargo.toml")).ok_or(Damaged)?;
    let manifest = Manifest::parse(archive, &manifest).map_err(|_| Damaged)?;
    let lib = library(&manifest, &|path| files.contains_key(path)).filter(|_| !is_macro(&manifest));
    Ok(lib.and_then(|lib| {
        let dir = lib.path.parent()?.to_path_buf();
        let package = described(&manifest, None, lib);
        let files = files.into_iter().filter(|(path, _)| path.starts_with(&dir) && is_of_library(&dir, path));
        Some((package, files.collect()))
    }))
}

fn is_macro(manifest: &Manifest) -> bool {
    let says_so =
        |lib: &_| flag_of(lib, "proc-macro") == Some(true) || flag_of(lib, "proc_macro") == Some(true);
    manifest.section("lib").is_some_and(says_so)
}

fn described(manifest: &Manifest, root: Option<&Manifest>, lib: Target) -> ForeignPackage {
    let dependency = |requirement: Requirement| Dependency {
        name: crate_name(&requirement.key),
        package: requirement.package,
        manifest: None,
        version: requirement.version,
        platform: requirement.platform,
    };
    let dependencies = requirements(manifest, root).into_iter().map(dependency).collect();
    let plain = manifest.section("dependencies").into_iter().flatten();
    let is_optional =
        |value: &Value| value.as_table().is_some_and(|it| flag_of(it, "optional") == Some(true));
    let always = plain.filter(|(_, value)| !is_optional(value)).map(|(key, _)| crate_name(key)).collect();
    let workspace = root.map(|root| root.path.clone());
    ForeignPackage { dir: manifest.dir.clone(), lib, dependencies, always, workspace }
}

/// The workspace of a package in a repository: its own, or the nearest above.
fn root_of(package: &Manifest, checkout: &Path) -> Option<Manifest> {
    let above = package.dir.ancestors().take_while(|dir| dir.starts_with(checkout));
    above
        .filter_map(manifest)
        .find(|manifest| manifest.workspace().is_some() && !manifest.excludes(&package.dir))
}

/// Directories of a package that hold no module of its library.
const NOT_LIBRARY: [&str; 4] = ["tests", "benches", "examples", "bin"];

/// Every `.rs` file beside and below the library's root file, sorted.
pub fn library_files(package: &ForeignPackage) -> Vec<PathBuf> {
    let Some(dir) = package.lib.path.parent() else { return Vec::new() };
    let mut walked = Walked::default();
    walk(dir, dir, Depth::All, &mut walked);
    let mut files: Vec<_> = walked.files.into_iter().filter(|path| is_of_library(dir, path)).collect();
    files.sort();
    files
}

/// Whether a file below the directory of a library's root may be a module of it.
fn is_of_library(dir: &Path, path: &Path) -> bool {
    let below = path.strip_prefix(dir).unwrap_or(path);
    !below.components().any(|part| NOT_LIBRARY.iter().any(|name| part.as_os_str() == *name))
}
