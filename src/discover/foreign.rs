//! One package of a dependency: its library, what it depends on, its files. Runs nothing and picks no version.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use toml::Value;

use super::dependencies::manifest;
use super::manifest::{Manifest, flag_of};
use super::requirements::{Requirement, requirements};
use super::targets::{crate_name, targets};
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
    let is_macro =
        |lib: &_| flag_of(lib, "proc-macro") == Some(true) || flag_of(lib, "proc_macro") == Some(true);
    if manifest.section("lib").is_some_and(is_macro) {
        return None;
    }
    let lib = targets(&manifest, root).into_iter().find(|target| target.kind == TargetKind::Lib)?;
    let dependency = |requirement: Requirement| Dependency {
        name: crate_name(&requirement.key),
        package: requirement.package,
        manifest: None,
        version: requirement.version,
        platform: requirement.platform,
    };
    let dependencies = requirements(&manifest, root).into_iter().map(dependency).collect();
    let plain = manifest.section("dependencies").into_iter().flatten();
    let is_optional =
        |value: &Value| value.as_table().is_some_and(|it| flag_of(it, "optional") == Some(true));
    let always = plain.filter(|(_, value)| !is_optional(value)).map(|(key, _)| crate_name(key)).collect();
    let workspace = root.map(|root| root.path.clone());
    Some(ForeignPackage { dir: dir.to_path_buf(), lib, dependencies, always, workspace })
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
    let is_library = |path: &PathBuf| {
        let below = path.strip_prefix(dir).unwrap_or(path);
        !below.components().any(|part| NOT_LIBRARY.iter().any(|name| part.as_os_str() == *name))
    };
    let mut files: Vec<_> = walked.files.into_iter().filter(is_library).collect();
    files.sort();
    files
}
