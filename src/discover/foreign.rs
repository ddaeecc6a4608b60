//! One package of a dependency: its library, what it depends on, its files. Runs nothing and picks no version.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::archive::unpack;
use super::dependencies::manifest;
use super::manifest::Manifest;
use super::read::{read_manifest, read_source};
use super::requirements::{Requirement, is_optional, own_features, requirements};
use super::targets::{crate_name, library, targets};
use super::walk::{Depth, Walked, walk};
use super::{Boundary, Dependency, Target, TargetKind};
use crate::summary::Name;

/// A dependency's package whose sources lie on this machine.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ForeignPackage {
    /// Its name.
    pub name: String,
    /// Its directory (a real path).
    pub dir: PathBuf,
    /// Its library.
    pub lib: Target,
    /// What it depends on.
    pub dependencies: Vec<Dependency>,
    /// What each of its features switches on, as written.
    pub features: BTreeMap<String, Vec<String>>,
    /// Those of them that every build of the library has: not optional, not for tests or build scripts.
    pub always: Vec<Name>,
    /// The manifest of the workspace that it inherits from.
    pub workspace: Option<PathBuf>,
}

/// Reads the package in `dir`. `None`: it has no library that others could name, or no manifest that can be read.
///
/// `checkout`: the repository that it lies in, where its workspace is looked for. Packages of registries have none:
/// cargo writes down what they inherit.
pub fn foreign_package(dir: &Path, checkout: Option<&Path>) -> Option<ForeignPackage> {
    let manifest = manifest(dir)?;
    let root = checkout.and_then(|checkout| root_of(&manifest, checkout));
    let root = root.as_ref();
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
    package_of(archive, unpack(archive).ok_or(Damaged)?)
}

/// The same of files that are at hand, by their paths below `dir`, which need not exist.
pub fn package_of(dir: &Path, files: BTreeMap<PathBuf, String>) -> Result<Option<Archived>, Damaged> {
    package_of_workspace(dir, files, None)
}

/// The same with the manifest that it inherits from.
pub(super) fn package_of_workspace(
    dir: &Path,
    mut files: BTreeMap<PathBuf, String>,
    root: Option<&Manifest>,
) -> Result<Option<Archived>, Damaged> {
    let manifest = files.remove(&dir.join("Cargo.toml")).ok_or(Damaged)?;
    let manifest = Manifest::parse(dir, &manifest).map_err(|_| Damaged)?;
    let lib = library(&manifest, &|path| files.contains_key(path));
    Ok(lib.and_then(|lib| {
        let dir = lib.path.parent()?.to_path_buf();
        let package = described(&manifest, root, lib);
        if package.lib.exports_macros {
            let root = package.lib.path.clone();
            return Some((package, vec![(root, String::new())]));
        }
        let files = files.into_iter().filter(|(path, _)| path.starts_with(&dir) && is_of_library(&dir, path));
        Some((package, files.collect()))
    }))
}

/// What there is to know of the package in `dir`, as texts by paths below it, with `/`: its condensed manifest
/// (`Cargo.toml`) and its library's files. `None`: as for [`foreign_package`], and for procedural macros.
pub fn package_texts(dir: &Path) -> Option<Vec<(String, String)>> {
    let package = foreign_package(dir, None).filter(|package| !package.lib.exports_macros)?;
    let boundary = Boundary { roots: vec![dir.to_path_buf()], ..Boundary::default() };
    let manifest = read_manifest(&boundary, &dir.join("Cargo.toml")).ok()?;
    let mut texts = vec![("Cargo.toml".to_owned(), condensed_manifest(&manifest))];
    for path in library_files(&package) {
        let Ok(text) = read_source(&boundary, &path) else { continue };
        let below: Vec<_> = path.strip_prefix(dir).ok()?.iter().map(|part| part.to_string_lossy()).collect();
        texts.push((below.join("/"), text));
    }
    Some(texts)
}

/// What of a registry's manifest says which library a package has and what that depends on: cargo has written it out in
/// one form, a table for each dependency.
fn condensed_manifest(manifest: &str) -> String {
    let mut short = String::new();
    let mut kept: Option<&[&str]> = None;
    for line in manifest.lines() {
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_matches(['[', ']']);
            kept = match header.strip_prefix("target.").and_then(|of| of.rsplit_once("dependencies")) {
                Some((platform, _)) if !platform.ends_with('-') => Some(&OF_DEPENDENCY),
                Some(_) => None,
                None if header == "package" => Some(&["name", "version", "edition"]),
                None if header == "lib" => Some(&["name", "path", "proc-macro", "proc_macro"]),
                None if header.split('.').next() == Some("dependencies") => Some(&OF_DEPENDENCY),
                None => None,
            };
            if kept.is_some() {
                short.extend([line, "\n"]);
            }
        } else if let Some(keys) = kept
            && let Some((key, value)) = line.split_once('=')
            && (keys.contains(&key.trim()) || (keys == OF_DEPENDENCY && value.trim().starts_with('"')))
        {
            short.extend([line, "\n"]);
        }
    }
    short
}

/// What is kept of a dependency's table.
const OF_DEPENDENCY: [&str; 3] = ["version", "package", "optional"];

fn described(manifest: &Manifest, root: Option<&Manifest>, lib: Target) -> ForeignPackage {
    let dependency = |requirement: Requirement| Dependency {
        name: crate_name(&requirement.key),
        renamed: requirement.renamed,
        package: requirement.package,
        manifest: None,
        is_optional: requirement.is_optional,
        version: requirement.version,
        platform: requirement.platform,
        features: requirement.features,
        is_stripped: requirement.is_stripped,
    };
    let dependencies = requirements(manifest, root).into_iter().map(dependency).collect();
    let plain = manifest.section("dependencies").into_iter().flatten();
    let always = plain.filter(|(_, value)| !is_optional(value)).map(|(key, _)| crate_name(key)).collect();
    let workspace = root.map(|root| root.path.clone());
    let (dir, features) = (manifest.dir.clone(), own_features(manifest));
    let name = manifest.name().unwrap_or_default().to_owned();
    ForeignPackage { name, dir, lib, dependencies, features, always, workspace }
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

/// Every `.rs` file beside and below the library's root file, sorted; of a procedural macro the root file alone.
pub fn library_files(package: &ForeignPackage) -> Vec<PathBuf> {
    let Some(dir) = package.lib.path.parent() else { return Vec::new() };
    if package.lib.exports_macros {
        return vec![package.lib.path.clone()];
    }
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
