//! Which of cargo's packages and targets each file with findings is checked in: for readers of cargo's messages.

use std::collections::BTreeMap;
use std::path::Path;

use crate::discover::{Package, Project, Target, TargetKind};
use crate::finding::{FileId, Files, Finding, Home};
use crate::index::Index;

/// The homes of all files that findings lie in. A file that no target reaches counts to the package around it; one
/// that lies in none has no home.
pub(super) fn homes(
    project: &Project,
    index: &Index,
    files: &Files,
    findings: &[Finding],
) -> BTreeMap<FileId, Home> {
    let mut homes = BTreeMap::new();
    for file in findings.iter().map(|finding| finding.file) {
        if homes.contains_key(&file) {
            continue;
        }
        let root = index.home.get(&file).map(|krate| index.module(index.krate(*krate).root).file);
        let root = root.map(|root| files.get(root).path.as_path());
        let owner = root.and_then(|root| with_target(project, root));
        let owner = owner.or_else(|| around(project, &files.get(file).path));
        if let Some((package, target)) = owner {
            homes.insert(file, home(package, target));
        }
    }
    homes
}

/// The target whose root file is `root`.
fn with_target<'p>(project: &'p Project, root: &Path) -> Option<(&'p Package, &'p Target)> {
    let targets =
        project.packages.iter().flat_map(|package| package.targets.iter().map(move |t| (package, t)));
    targets
        .min_by_key(|(_, target)| (target.path != root, target.kind))
        .filter(|(_, target)| target.path == root)
}

/// The innermost package around a file, with its first target.
fn around<'p>(project: &'p Project, file: &Path) -> Option<(&'p Package, &'p Target)> {
    let around = project.packages.iter().filter(|package| file.starts_with(&package.dir));
    let package = around.max_by_key(|package| package.dir.components().count())?;
    Some((package, package.targets.first()?))
}

fn home(package: &Package, target: &Target) -> Home {
    Home {
        package: package.name.clone(),
        version: package.version.clone(),
        dir: package.dir.clone(),
        target: target.name.to_string(),
        kind: kind(target.kind),
        root: target.path.clone(),
    }
}

/// As cargo calls it.
fn kind(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Lib => "lib",
        TargetKind::Bin => "bin",
        TargetKind::Example => "example",
        TargetKind::Test => "test",
        TargetKind::Bench => "bench",
        TargetKind::BuildScript => "custom-build",
    }
}
