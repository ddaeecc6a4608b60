//! One package of a dependency: its files lowered, or taken over from an earlier run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::cache::{Cache, Stamp, checksum};
use crate::discover::{
    Archived, Boundary, Damaged, ForeignPackage, archived_package, committed_package, foreign_package,
    library_files, package_of, read_source,
};
use crate::known;
use crate::lower::outline;
use crate::summary::{FileSummary, Name, load, mentions, store};

/// A package with what its library declares.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PackageFiles {
    pub package: ForeignPackage,
    /// Each file of the library with its summary.
    pub files: Vec<(PathBuf, FileSummary)>,
    /// What its signatures name, crates among it. See [`mentions`].
    pub names: Vec<Name>,
    /// Of all of the above; 0 where nothing is kept.
    #[serde(skip)]
    pub checksum: u64,
}

/// Where a package is read.
#[derive(Debug)]
pub(super) enum Place {
    /// A directory or an archive. `checkout`: as for [`foreign_package`].
    Dir { dir: PathBuf, checkout: Option<PathBuf> },
    /// A commit of a bare repository.
    Committed { database: PathBuf, commit: String, name: String, version: String },
    /// What the linter brings along.
    Known { name: String, version: &'static str },
}

impl Place {
    /// What stands for the package's directory in the paths of its files.
    pub fn dir(&self) -> PathBuf {
        match self {
            Place::Dir { dir, .. } => dir.clone(),
            Place::Committed { database, commit, name, .. } => database.join(commit).join(name),
            Place::Known { name, version } => PathBuf::from(format!("<known>/{name}-{version}")),
        }
    }
}

/// Reads a package. `None`: it has no library that others could name, or no manifest that can be read.
pub(super) fn read_package(cache: &Cache, place: &Place) -> Result<Option<PackageFiles>, Damaged> {
    let dir = place.dir();
    let key = dir.to_string_lossy();
    let kept = cache.load(&key).and_then(|entry| {
        let kept: Option<PackageFiles> = load(entry.value()).ok()?;
        Some(kept.map(|kept| PackageFiles { checksum: entry.checksum, ..kept }))
    });
    if let Some(kept) = kept {
        return Ok(kept);
    }
    let (mut read, stamps) = match place {
        Place::Dir { .. } if dir.is_file() => read_archive(&dir)?,
        Place::Dir { checkout, .. } => read_dir(cache, &dir, checkout.as_deref()),
        Place::Committed { database, commit, name, version } => {
            let package = committed_package((database, commit), (name, version), &dir)?;
            // What a commit's name stands for never changes.
            (package.map(lowered), Some(Vec::new()))
        }
        Place::Known { name, version } => read_known(&dir, name, version)?,
    };
    if cache.is_on() {
        let bytes = store(&read).unwrap_or_default();
        stamps.filter(|_| !bytes.is_empty()).into_iter().for_each(|stamps| cache.write(&key, stamps, &bytes));
        read.iter_mut().filter(|_| !bytes.is_empty()).for_each(|read| read.checksum = checksum(&bytes));
    }
    Ok(read)
}

/// A package, and what it was made of.
type Read = (Option<PackageFiles>, Option<Vec<Stamp>>);

fn read_archive(archive: &Path) -> Result<Read, Damaged> {
    let stamp = Stamp::of(archive);
    Ok((archived_package(archive)?.map(lowered), stamp.map(|stamp| vec![stamp])))
}

/// No file can change what a build of the linter brings along.
fn read_known(dir: &Path, name: &str, version: &str) -> Result<Read, Damaged> {
    let files = known::files(name, version).ok_or(Damaged)?.into_iter();
    let files = files.map(|(path, text)| (dir.join(path), text)).collect();
    Ok((package_of(dir, files)?.map(lowered), Some(Vec::new())))
}

fn lowered((package, files): Archived) -> PackageFiles {
    let read = |(path, text): (PathBuf, String)| (path, outline(&text));
    PackageFiles::new(package, files.into_par_iter().with_max_len(4).map(read).collect())
}

fn read_dir(cache: &Cache, dir: &Path, checkout: Option<&Path>) -> Read {
    let package = foreign_package(dir, checkout);
    let paths = package.as_ref().map(library_files).unwrap_or_default();
    let workspace = package.as_ref().and_then(|package| package.workspace.as_deref());
    let stamps = if cache.is_on() { stamps(dir, workspace, &paths) } else { None };
    (package.map(|package| lower_package(package, paths)), stamps)
}

fn lower_package(package: ForeignPackage, paths: Vec<PathBuf>) -> PackageFiles {
    let boundary = Boundary { roots: vec![package.dir.clone()], ..Boundary::default() };
    let is_macro = package.lib.exports_macros;
    let read = |path: PathBuf| {
        // Of a procedural macro nothing can be named.
        let summary = match is_macro {
            true => FileSummary::default(),
            false => outline(&read_source(&boundary, &path).ok()?),
        };
        Some((path, summary))
    };
    PackageFiles::new(package, paths.into_par_iter().with_max_len(4).filter_map(read).collect())
}

impl PackageFiles {
    fn new(package: ForeignPackage, files: Vec<(PathBuf, FileSummary)>) -> Self {
        let mut names = FxHashSet::default();
        files.iter().for_each(|(_, summary)| names.extend(mentions(summary)));
        let mut names: Vec<Name> = names.into_iter().collect();
        names.sort_unstable_by(|a, b| a.as_str().cmp(b.as_str()));
        PackageFiles { package, files, names, checksum: 0 }
    }
}

/// The manifest and that of the workspace, the files, and the directories that they lie in, where others may appear.
fn stamps(dir: &Path, workspace: Option<&Path>, files: &[PathBuf]) -> Option<Vec<Stamp>> {
    let manifest = dir.join("Cargo.toml");
    let above = |file: &PathBuf| file.ancestors().skip(1).take_while(|above| above.starts_with(dir)).count();
    let dirs: BTreeSet<&Path> =
        files.iter().flat_map(|file| file.ancestors().skip(1).take(above(file))).collect();
    let paths = [manifest.as_path()]
        .into_iter()
        .chain(workspace)
        .chain(dirs)
        .chain(files.iter().map(PathBuf::as_path));
    paths.map(Stamp::of).collect()
}
