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
    let dirs = project.packages.iter().map(|package| package.dir.as_path());
    named_dirs(&project.boundary, dirs, |_, _| true)
}

/// Those of them that replace a source: what lies there are dependencies, wherever else it looks like the project's.
/// `dirs`: where packages lie.
pub(super) fn replacing_dirs<'a>(boundary: &Boundary, dirs: impl Iterator<Item = &'a Path>) -> Vec<PathBuf> {
    named_dirs(boundary, dirs, |sources, name| {
        let mut sources = sources.values().filter_map(Value::as_table);
        sources.any(|source| text_of(source, "replace-with") == Some(name))
    })
}

fn named_dirs<'a>(
    boundary: &Boundary,
    dirs: impl Iterator<Item = &'a Path>,
    counts: impl Fn(&Table, &str) -> bool,
) -> Vec<PathBuf> {
    let inside = |dir: &Path| boundary.roots.iter().any(|root| dir.starts_with(root));
    let mut bases: Vec<&Path> = dirs.flat_map(Path::ancestors).filter(|dir| inside(dir)).collect();
    bases.sort();
    bases.dedup();
    let named = bases.into_iter().flat_map(|base| {
        let dirs = configuration(boundary, base).map(|document| directories(&document, base, &counts));
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

fn directories(document: &Table, base: &Path, counts: impl Fn(&Table, &str) -> bool) -> Vec<PathBuf> {
    let Some(sources) = table_of(document, "source") else { return Vec::new() };
    let counting = sources.iter().filter(|(name, _)| counts(sources, name));
    let named = counting.filter_map(|(_, source)| text_of(source.as_table()?, "directory"));
    named.map(|dir| tidy(&base.join(dir))).collect()
}
