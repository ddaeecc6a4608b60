//! Directories that the project's cargo configuration takes packages from (`cargo vendor`). Reads it as data only.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::manifest::{table_of, text_of};
use super::paths::{real, tidy};
use super::read::read_manifest;
use super::{Boundary, Project};

/// The directories that `[source.NAME] directory = "…"` names in the configurations that hold for the project's
/// packages, sorted. What lies outside the project, or is no directory, is left out.
///
/// Whether a source is replaced by it is not looked at: a package is taken from there only where the lock file names
/// its exact version, and a vendored copy of that is the same package.
pub fn vendor_dirs(project: &Project) -> Vec<PathBuf> {
    let boundary = &project.boundary;
    let inside = |dir: &Path| boundary.roots.iter().any(|root| dir.starts_with(root));
    let above = project.packages.iter().flat_map(|package| package.dir.ancestors()).filter(|dir| inside(dir));
    let mut bases: Vec<&Path> = above.collect();
    bases.sort();
    bases.dedup();
    let named = bases.into_iter().flat_map(|base| {
        let dirs = configuration(boundary, base).map(|document| directories(&document, base));
        dirs.unwrap_or_default()
    });
    // A link may lead anywhere: what counts is where it ends.
    let mut found: Vec<PathBuf> = named.filter_map(|dir| real(&dir).ok()).filter(|dir| inside(dir)).collect();
    found.sort();
    found.dedup();
    found
}

/// The cargo configuration in `base`. The name without an extension is the older one, and cargo prefers it.
fn configuration(boundary: &Boundary, base: &Path) -> Option<Table> {
    let dir = real(&base.join(".cargo")).ok()?;
    if !boundary.roots.iter().any(|root| dir.starts_with(root)) {
        return None;
    }
    let text =
        ["config", "config.toml"].iter().find_map(|name| read_manifest(boundary, &dir.join(name)).ok())?;
    text.parse::<Table>().ok()
}

fn directories(document: &Table, base: &Path) -> Vec<PathBuf> {
    let sources =
        table_of(document, "source").into_iter().flat_map(Table::values).filter_map(Value::as_table);
    sources.filter_map(|source| Some(tidy(&base.join(text_of(source, "directory")?)))).collect()
}
