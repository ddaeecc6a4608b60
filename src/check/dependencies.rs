//! Which package a dependency means, and what paths call it.

use std::path::Path;

use rustc_hash::{FxHashMap, FxHashSet};
use semver::{Version, VersionReq};

use crate::discover::{Dependency, LockedPackage, LockedSource, Package, Project};
use crate::index::{Builder, CrateId};
use crate::summary::Name;

/// The packages of the project that findings are asked for in, and those that they depend on.
pub(super) fn reached(project: &Project) -> Vec<&Package> {
    let by_manifest: FxHashMap<&Path, &Package> =
        project.packages.iter().map(|package| (package.manifest.as_path(), package)).collect();
    let mut left: Vec<&Package> = project.packages.iter().filter(|package| package.selected).collect();
    let mut seen: FxHashSet<&Path> = FxHashSet::default();
    let mut reached = Vec::new();
    while let Some(package) = left.pop() {
        if seen.insert(&package.manifest) {
            reached.push(package);
            let manifests =
                package.dependencies.iter().filter_map(|dependency| dependency.manifest.as_deref());
            left.extend(manifests.filter_map(|manifest| by_manifest.get(manifest)));
        }
    }
    reached.sort_by(|a, b| a.manifest.cmp(&b.manifest));
    reached
}

/// The name that paths call a dependency by.
pub(super) fn name_of(builder: &Builder, dependency: &Dependency, target: Option<CrateId>) -> Name {
    match target.filter(|_| !dependency.renamed) {
        Some(krate) => builder.index().krate(krate).name,
        None => dependency.name,
    }
}

/// Whether one of these names may be a dependency's. A library is mostly called like its package, or like a part of
/// that (`rust-s3`), or has no hyphen (`md-5`).
pub(super) fn may_be_named(dependency: &Dependency, names: &FxHashSet<Name>) -> bool {
    let has = |name: &str| names.contains(&Name::from(name));
    names.contains(&dependency.name)
        || !dependency.renamed
            && dependency.package.contains('-')
            && (dependency.package.split('-').any(has) || has(&dependency.package.replace('-', "")))
}

/// The package among `among` that a dependency means: by name, and by version where several have it.
pub(super) fn choose(packages: &[LockedPackage], among: &[usize], dependency: &Dependency) -> Option<usize> {
    let named = || among.iter().copied().filter(|at| packages[*at].name == dependency.package);
    let requirement = dependency.version.as_ref().and_then(|text| VersionReq::parse(text).ok());
    let fits = |at: &usize| match (&requirement, Version::parse(&packages[*at].version)) {
        (Some(requirement), Ok(version)) => requirement.matches(&version),
        _ => true,
    };
    named().find(fits).or_else(|| named().next())
}

/// The published package of a dependency's name, if there is one alone.
pub(super) fn only(packages: &[LockedPackage], dependency: &Dependency) -> Option<usize> {
    let mut named = (0..packages.len()).filter(|at| packages[*at].name == dependency.package);
    let only = named.next().filter(|_| named.next().is_none())?;
    (packages[only].source != LockedSource::Path).then_some(only)
}
