//! Packages in the bare repositories that cargo keeps under `git/db`, read in place: what saves cargo's home between runs
//! of CI often keeps these, and not the checkouts that cargo makes of them. Links are not followed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gix_hash::ObjectId;
use gix_object::{Exists, FindExt, FindHeader};
use gix_odb::Handle;

use super::foreign::{Archived, Damaged, package_of_workspace};
use super::manifest::{Manifest, text_of};
use super::paths::is_rust;
use super::read::MAX_FILE_BYTES;

/// More files than any repository has that cargo could build in reasonable time.
const MAX_FILES: usize = 500_000;

/// How deeply directories may nest.
const MAX_DEPTH: usize = 64;

/// Whether a bare repository has that commit.
pub(super) fn has_commit(database: &Path, commit: &str) -> bool {
    let id = ObjectId::from_hex(commit.as_bytes()).ok();
    id.zip(open(database)).is_some_and(|(id, objects)| objects.exists(&id))
}

fn open(database: &Path) -> Option<Handle> {
    gix_odb::at(database.join("objects"), gix_hash::Kind::Sha1).ok()
}

/// The package of that name in a commit of a bare repository, with its library's files under paths below `dir`, which
/// need not exist. The version decides only between several of that name, since it may be inherited.
///
/// `None`: as for [`super::foreign_package`]; an error: it is not there, or cannot be read.
pub fn committed_package(
    (database, commit): (&Path, &str),
    (name, version): (&str, &str),
    dir: &Path,
) -> Result<Option<Archived>, Damaged> {
    let repository = Repository::open(database, commit).ok_or(Damaged)?;
    let manifests = repository.manifests();
    let named = || manifests.iter().filter(|(_, manifest)| manifest.name() == Some(name));
    let says = |manifest: &Manifest| {
        manifest.package().and_then(|package| text_of(package, "version")) == Some(version)
    };
    let (at, _) = named().find(|(_, manifest)| says(manifest)).or_else(|| named().next()).ok_or(Damaged)?;
    let root =
        at.ancestors().filter_map(|above| manifests.get(above)).find(|above| above.workspace().is_some());
    let files = repository.files.iter().filter_map(|(path, id)| {
        let below = path.strip_prefix(at).ok()?;
        let wanted = below == Path::new("Cargo.toml") || is_rust(below);
        Some((dir.join(below), repository.text(id).filter(|_| wanted)?))
    });
    package_of_workspace(dir, files.collect(), root)
}

/// One commit's files.
struct Repository {
    objects: Handle,
    files: BTreeMap<PathBuf, ObjectId>,
}

impl Repository {
    fn open(database: &Path, commit: &str) -> Option<Self> {
        let objects = open(database)?;
        let mut buffer = Vec::new();
        let id = ObjectId::from_hex(commit.as_bytes()).ok()?;
        let tree = objects.find_commit(&id, &mut buffer).ok()?.tree();
        let mut repository = Repository { objects, files: BTreeMap::new() };
        repository.list(tree, Path::new(""), 0)?;
        Some(repository)
    }

    fn list(&mut self, tree: ObjectId, at: &Path, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH || self.files.len() > MAX_FILES {
            return None;
        }
        let mut buffer = Vec::new();
        let entries = self.objects.find_tree(&tree, &mut buffer).ok()?.entries;
        for entry in entries {
            let Ok(name) = std::str::from_utf8(entry.filename) else { continue };
            if entry.mode.is_tree() {
                self.list(entry.oid.to_owned(), &at.join(name), depth + 1)?;
            } else if entry.mode.is_blob() {
                self.files.insert(at.join(name), entry.oid.to_owned());
            }
        }
        Some(())
    }

    /// The text of a file, unless it is too large or not UTF-8.
    fn text(&self, id: &ObjectId) -> Option<String> {
        let header = self.objects.try_header(id).ok()??;
        let mut buffer = Vec::new();
        let fits = header.size <= MAX_FILE_BYTES;
        let blob = fits.then(|| self.objects.find_blob(id, &mut buffer).ok())??;
        String::from_utf8(blob.data.to_vec()).ok()
    }

    /// All manifests by their directories.
    fn manifests(&self) -> BTreeMap<&Path, Manifest> {
        let manifests = self.files.iter().filter_map(|(path, id)| {
            let dir = path.parent().filter(|_| path.file_name().is_some_and(|name| name == "Cargo.toml"))?;
            Some((dir, Manifest::parse(dir, &self.text(id)?).ok()?))
        });
        manifests.collect()
    }
}
