//! Where the sources of locked dependencies lie on this machine. Downloads and unpacks nothing.
//!
//! Cargo's own layout (`registry/src/HOST-HASH/NAME-VERSION`, `git/checkouts/NAME-HASH/SHORT-COMMIT`, vendored
//! directories) is read without its hashes, which change between cargo's versions: the names around them suffice.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use semver::{Version, VersionReq};

use super::Boundary;
use super::database::has_commit;
use super::lock::{LockedPackage, LockedSource};
use super::manifest::{Manifest, text_of};
use super::paths::real;
use super::read::read_manifest;
use super::walk::{Depth, Walked, walk};

/// The directories that cargo keeps sources in.
#[derive(Debug, Default)]
pub struct SourceStore {
    /// Directories under `registry/src`, with the host of the registry.
    registries: Vec<(String, PathBuf)>,
    /// Likewise under `registry/cache`, where archives are kept: what saves cargo's home between runs of CI often keeps
    /// nothing else.
    archives: Vec<(String, PathBuf)>,
    /// Directories under `git/checkouts`, with the repository's name.
    repositories: Vec<(String, PathBuf)>,
    /// Bare repositories under `git/db`, likewise.
    databases: Vec<(String, PathBuf)>,
    /// Vendored packages: name and version.
    vendored: BTreeMap<(String, String), PathBuf>,
    /// Versions of registries' packages that lie here, by name; listed when first asked for.
    versions: OnceCell<BTreeMap<String, BTreeSet<Version>>>,
}

impl SourceStore {
    /// Lists what cargo's home and directories of vendored packages hold. What is not there holds nothing.
    ///
    /// `vendor_dirs` come from the project's cargo configuration: only those within its boundary belong here.
    pub fn new(cargo_home: &Path, vendor_dirs: &[PathBuf]) -> Self {
        let hashed = |dir: &str| -> Vec<(String, PathBuf)> {
            let dirs = subdirectories(&cargo_home.join(dir)).into_iter();
            dirs.filter_map(|(name, path)| Some((name.rsplit_once('-')?.0.to_owned(), path))).collect()
        };
        let vendored = vendor_dirs.iter().flat_map(|dir| subdirectories(dir));
        let vendored = vendored.filter_map(|(_, dir)| Some((identity(&dir)?, dir)));
        SourceStore {
            registries: hashed("registry/src"),
            archives: hashed("registry/cache"),
            repositories: hashed("git/checkouts"),
            databases: hashed("git/db"),
            vendored: vendored.collect(),
            versions: OnceCell::new(),
        }
    }

    /// The newest package of a registry that lies here and fits `requirement`: what stands in for a lock file's entry
    /// where there is no lock file. Vendored ones come first.
    pub fn newest(&self, name: &str, requirement: &str) -> Option<LockedPackage> {
        let requirement = VersionReq::parse(requirement).ok()?;
        let vendored = self.vendored.keys().filter(|(vendored, _)| vendored == name);
        let vendored = vendored.filter_map(|(_, version)| Version::parse(version).ok());
        let unpacked = || self.versions.get_or_init(|| self.list()).get(name).into_iter().flatten().cloned();
        let fits = |version: &Version| requirement.matches(version);
        let version = vendored.filter(fits).max().or_else(|| unpacked().filter(fits).max())?;
        Some(LockedPackage::of_registry(name, &version.to_string()))
    }

    /// All `NAME-VERSION` directories and archives; a name may hold a hyphen before a digit, a version begins behind the
    /// first that makes one.
    fn list(&self) -> BTreeMap<String, BTreeSet<Version>> {
        let unpacked = self.registries.iter().flat_map(|(_, dir)| subdirectories(dir));
        let unpacked = unpacked.filter(|(_, dir)| dir.join(".cargo-ok").is_file()).map(|(name, _)| name);
        let archives = self.archives.iter().flat_map(|(_, dir)| std::fs::read_dir(dir).into_iter().flatten());
        let archives = archives.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let archives = archives.filter_map(|name| Some(name.strip_suffix(".crate")?.to_owned()));
        let mut versions: BTreeMap<String, BTreeSet<Version>> = BTreeMap::new();
        for named in unpacked.chain(archives) {
            let splits = named.match_indices('-').map(|(at, _)| named.split_at(at));
            let mut splits =
                splits.filter_map(|(name, version)| Some((name, Version::parse(&version[1..]).ok()?)));
            if let Some((name, version)) = splits.next() {
                versions.entry(name.to_owned()).or_default().insert(version);
            }
        }
        versions
    }

    /// The checkout of a git repository that `dir` lies in.
    pub fn checkout_of(&self, dir: &Path) -> Option<PathBuf> {
        let below = self.repositories.iter().find_map(|(_, top)| Some((top, dir.strip_prefix(top).ok()?)));
        below.and_then(|(top, below)| Some(top.join(below.components().next()?)))
    }

    /// The directory (a real path) of that package's sources, or else their archive, if they are on this machine.
    ///
    /// [`LockedSource::Path`] packages lie in the project: they are none of this store's.
    pub fn locate(&self, package: &LockedPackage) -> Option<PathBuf> {
        if package.source == LockedSource::Path {
            return None;
        }
        let key = (package.name.clone(), package.version.clone());
        if let Some(dir) = self.vendored.get(&key) {
            return Some(dir.clone());
        }
        match &package.source {
            LockedSource::Path => None,
            LockedSource::Registry { index } => self.in_registry(package, index),
            LockedSource::Git { url, commit } => self.in_checkout(package, url, commit),
        }
    }

    /// The bare repository that holds a package of a git repository.
    pub fn database_of(&self, package: &LockedPackage) -> Option<&Path> {
        let LockedSource::Git { url, commit } = &package.source else { return None };
        let name = repository_name(url);
        let mut named = self.databases.iter().filter(|(repository, _)| *repository == name);
        named.find(|(_, dir)| has_commit(dir, commit)).map(|(_, dir)| dir.as_path())
    }

    fn in_registry(&self, package: &LockedPackage, index: &str) -> Option<PathBuf> {
        let name = format!("{}-{}", package.name, package.version);
        let unpacked = served_from(&self.registries, index).map(|dir| dir.join(&name));
        // Cargo writes `.cargo-ok` when all files are unpacked.
        let mut unpacked = unpacked.filter(|dir| dir.join(".cargo-ok").is_file());
        let archive = || served_from(&self.archives, index).map(|dir| dir.join(format!("{name}.crate")));
        let found = unpacked.next().or_else(|| archive().find(|archive| archive.is_file()))?;
        real(&found).ok()
    }

    fn in_checkout(&self, package: &LockedPackage, url: &str, commit: &str) -> Option<PathBuf> {
        let name = repository_name(url);
        let checkouts = self.repositories.iter().filter(|(repository, _)| *repository == name);
        let commits = checkouts.flat_map(|(_, dir)| subdirectories(dir));
        let mut dirs = commits.filter(|(short, _)| short.len() >= 7 && commit.starts_with(short.as_str()));
        dirs.find_map(|(_, checkout)| package_below(&checkout, package))
    }
}

/// The directories of a registry, likeliest first.
///
/// An index kept in a git repository can be served by another host as well, and that of the default registry is: cargo
/// names the directory after the host, the lock file after the repository. A sparse one has no other.
fn served_from<'a>(dirs: &'a [(String, PathBuf)], index: &'a str) -> impl Iterator<Item = &'a PathBuf> {
    let is_own = move |name: &str| host(index) == Some(name);
    let served = index.starts_with("registry+");
    let own = dirs.iter().filter(move |(name, _)| is_own(name));
    let others = dirs.iter().filter(move |(name, _)| served && !is_own(name));
    own.chain(others).map(|(_, dir)| dir)
}

/// The package's directory in a repository: where its manifest names it. The version decides only between several
/// of that name, since it may be inherited.
fn package_below(checkout: &Path, package: &LockedPackage) -> Option<PathBuf> {
    let mut walked = Walked::default();
    walk(checkout, checkout, Depth::All, &mut walked);
    walked.manifest_dirs.sort();
    let named = |dir: &&PathBuf| manifest(dir).is_some_and(|it| it.name() == Some(package.name.as_str()));
    let found: Vec<&PathBuf> = walked.manifest_dirs.iter().filter(named).collect();
    let exact = found.iter().find(|dir| identity(dir).is_some_and(|(_, version)| version == package.version));
    exact.or(found.first()).map(|dir| (*dir).clone())
}

/// Name and version of the package in `dir`.
fn identity(dir: &Path) -> Option<(String, String)> {
    let manifest = manifest(dir)?;
    Some((manifest.name()?.to_owned(), text_of(manifest.package()?, "version")?.to_owned()))
}

/// The manifest in `dir`.
pub(super) fn manifest(dir: &Path) -> Option<Manifest> {
    let boundary = Boundary { roots: vec![dir.to_path_buf()], ..Boundary::default() };
    Manifest::parse(dir, &read_manifest(&boundary, &dir.join("Cargo.toml")).ok()?).ok()
}

/// Real directories in `dir` with their names, sorted. Links are none.
fn subdirectories(dir: &Path) -> Vec<(String, PathBuf)> {
    let Ok(dir) = real(dir) else { return Vec::new() };
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let dirs = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let mut found: Vec<_> =
        dirs.filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path()))).collect();
    found.sort();
    found
}

/// The host of a URL, without user and port.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let authority = rest.split('/').next()?;
    let host = authority.rsplit('@').next()?;
    Some(host.split(':').next().unwrap_or(host))
}

/// How cargo names a repository's directories: the last part of its URL without `.git`, in small letters on GitHub
/// (`CanonicalUrl`, `src/cargo/util/canonical_url.rs`).
fn repository_name(url: &str) -> String {
    let name = url.trim_end_matches('/').rsplit('/').next().unwrap_or(url);
    let name = name.strip_suffix(".git").unwrap_or(name);
    if host(url) == Some("github.com") { name.to_lowercase() } else { name.to_owned() }
}
