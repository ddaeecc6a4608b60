//! Turns loaded manifests into packages. Reads no file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::lints::lint_levels;
use super::loader::{Loaded, Loader};
use super::requirements::{Requirement, own_features};
use super::targets::{crate_name, targets};
use super::{Dependency, Package, Target, TargetKind};

/// All packages, sorted by manifest, nothing selected yet.
pub(super) fn packages(loader: &Loader) -> Vec<Package> {
    let mut found: BTreeMap<PathBuf, (&Loaded, Vec<Target>)> = BTreeMap::new();
    for (dir, loaded) in &loader.loaded {
        let broken = loader.is_broken(dir);
        if loaded.manifest.package().is_none() || broken && !loaded.named {
            continue;
        }
        let targets = targets(&loaded.manifest, loaded.root.as_deref());
        if broken && targets.is_empty() {
            continue;
        }
        found.insert(dir.clone(), (loaded, targets));
    }

    let dependency = |requirement: &Requirement| {
        let dir = requirement.path.as_ref().and_then(|path| loader.path_dependencies.get(path));
        let package = dir.and_then(|dir| found.get(dir));
        let lib =
            package.and_then(|(_, targets)| targets.iter().find(|target| target.kind == TargetKind::Lib));
        let name = match lib {
            Some(lib) if !requirement.renamed => lib.name,
            _ => crate_name(&requirement.key),
        };
        Dependency {
            name,
            renamed: requirement.renamed,
            package: requirement.package.clone(),
            manifest: package.map(|(loaded, _)| loaded.manifest.path.clone()),
            is_optional: requirement.is_optional,
            version: requirement.version.clone(),
            platform: requirement.platform.clone(),
            features: requirement.features.clone(),
            is_stripped: requirement.is_stripped,
        }
    };
    let package = |(dir, (loaded, targets)): (&PathBuf, &(&Loaded, Vec<Target>))| Package {
        name: loaded.manifest.name().unwrap_or_default().to_owned(),
        version: loaded.manifest.version(loaded.root.as_deref()),
        manifest: loaded.manifest.path.clone(),
        dir: dir.clone(),
        workspace: loaded.root.as_ref().map_or(dir, |root| &root.dir).clone(),
        targets: targets.clone(),
        dependencies: loaded.requirements.iter().map(dependency).collect(),
        features: own_features(&loaded.manifest),
        selected: false,
        lints: lint_levels(&loaded.manifest, loaded.root.as_deref()),
    };
    found.iter().map(package).collect()
}
