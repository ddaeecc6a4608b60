//! The lock file: which version of each dependency, from where. Looks for no sources.

use std::collections::BTreeMap;
use std::path::Path;

use toml::{Table, Value};

use super::Boundary;
use super::manifest::{text_of, texts_of};
use super::read::read_manifest;
use crate::finding::Problem;

/// A lock file's packages, in its order (by name, then version).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// All packages, those of the workspace too.
    pub packages: Vec<LockedPackage>,
}

/// One `[[package]]` of a lock file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedPackage {
    /// The package's name.
    pub name: String,
    /// Its exact version.
    pub version: String,
    /// Where it comes from.
    pub source: LockedSource,
    /// SHA-256 of its archive in hexadecimal, for packages of a registry. Lock files of version 1 keep it elsewhere
    /// and give none.
    pub checksum: Option<String>,
    /// What it depends on: indices into [`Lock::packages`].
    pub dependencies: Vec<usize>,
}

/// Where a locked package comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum LockedSource {
    /// A directory: a member of the workspace or a path dependency.
    Path,
    /// A registry, by the URL of its index with its protocol: `registry+https://…` (git) or `sparse+https://…`.
    Registry { index: String },
    /// A git repository, without query, at a commit (its full hash).
    Git { url: String, commit: String },
}

impl LockedPackage {
    /// A package of no registry in particular, as if a lock file named it.
    pub fn of_registry(name: &str, version: &str) -> Self {
        LockedPackage {
            name: name.to_owned(),
            version: version.to_owned(),
            source: LockedSource::Registry { index: "registry+".to_owned() },
            checksum: None,
            dependencies: Vec::new(),
        }
    }
}

impl Lock {
    /// Reads `Cargo.lock` in `dir`, a workspace's root. `None`: there is none, or (with a problem) it is broken.
    pub fn read(boundary: &Boundary, dir: &Path, problems: &mut Vec<Problem>) -> Option<Lock> {
        let path = dir.join("Cargo.lock");
        path.symlink_metadata().ok()?;
        match read_manifest(boundary, &path).and_then(|text| Lock::parse(&text)) {
            Ok(lock) => Some(lock),
            Err(message) => {
                problems.push(Problem { path, position: None, message, incomplete: false });
                None
            }
        }
    }

    /// Parses a lock file of any version so far (1 to 4). An entry that is not understood is left out. The error is
    /// one line that quotes nothing.
    pub fn parse(text: &str) -> Result<Lock, String> {
        let document =
            text.parse::<Table>().map_err(|error| format!("is not valid TOML: {}", error.message()))?;
        let entries = document.get("package").and_then(Value::as_array).into_iter().flatten();
        let (mut packages, wanted): (Vec<LockedPackage>, Vec<Vec<&str>>) =
            entries.filter_map(Value::as_table).filter_map(entry).unzip();

        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, package) in packages.iter().enumerate() {
            by_name.entry(package.name.clone()).or_default().push(index);
        }
        let resolved: Vec<Vec<usize>> = wanted
            .iter()
            .map(|wanted| wanted.iter().filter_map(|wanted| find(&packages, &by_name, wanted)).collect())
            .collect();
        for (package, dependencies) in packages.iter_mut().zip(resolved) {
            package.dependencies = dependencies;
        }
        Ok(Lock { packages })
    }
}

/// One package, and its dependencies as written.
fn entry(table: &Table) -> Option<(LockedPackage, Vec<&str>)> {
    let package = LockedPackage {
        name: text_of(table, "name")?.to_owned(),
        version: text_of(table, "version")?.to_owned(),
        source: text_of(table, "source").map_or(Some(LockedSource::Path), source)?,
        checksum: text_of(table, "checksum").map(str::to_owned),
        dependencies: Vec::new(),
    };
    Some((package, texts_of(table, "dependencies").collect()))
}

/// `registry+URL`, `sparse+URL` or `git+URL?query#commit`.
fn source(text: &str) -> Option<LockedSource> {
    let (kind, url) = text.split_once('+')?;
    match kind {
        "registry" | "sparse" => Some(LockedSource::Registry { index: text.to_owned() }),
        "git" => {
            let (url, commit) = url.split_once('#')?;
            let url = url.split('?').next().unwrap_or(url);
            Some(LockedSource::Git { url: url.to_owned(), commit: commit.to_owned() })
        }
        _ => None,
    }
}

/// The package that `name`, `name version` or `name version (source)` means: cargo writes as much as it takes to
/// tell them apart.
fn find(packages: &[LockedPackage], by_name: &BTreeMap<String, Vec<usize>>, wanted: &str) -> Option<usize> {
    let mut words = wanted.split(' ');
    let candidates = by_name.get(words.next()?)?;
    let version = words.next();
    let from = words.next().map(|word| word.trim_matches(['(', ')'])).and_then(source);
    candidates.iter().copied().find(|index| {
        version.is_none_or(|version| packages[*index].version == version)
            && from.as_ref().is_none_or(|from| packages[*index].source == *from)
    })
}
