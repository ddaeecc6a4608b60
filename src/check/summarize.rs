//! What the linter brings along of published crates, made from their sources.

use std::path::Path;

use crate::discover::{LockedPackage, SourceStore, package_texts};
use crate::known::{Files, pack};
use crate::lower::condense;

/// Packs the packages that `list` names (lines of name, version and licence; `#` begins a comment), from their sources in
/// cargo's home.
///
/// # Errors
///
/// A package does not lie there, or has no library that others could name: the message says which.
pub fn summarize(list: &str, cargo_home: &Path) -> Result<Vec<u8>, String> {
    let store = SourceStore::new(cargo_home, &[]);
    let mut packages: Vec<(String, Vec<(String, Files)>)> = Vec::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
        let dir = store.locate(&LockedPackage::of_registry(name, version)).filter(|dir| dir.is_dir());
        let dir = dir.ok_or_else(|| format!("{name} {version} does not lie unpacked in cargo's home"))?;
        let texts = package_texts(&dir).ok_or_else(|| format!("{name} {version} has no library"))?;
        let condensed = texts.into_iter().map(|(path, text)| match path.as_str() {
            "Cargo.toml" => (path, text),
            _ => (path, condense(&text)),
        });
        let files = (version.to_owned(), condensed.collect());
        match packages.last_mut().filter(|(last, _)| last == name) {
            Some((_, versions)) => versions.push(files),
            None => packages.push((name.to_owned(), vec![files])),
        }
    }
    pack(&packages).map_err(|error| error.to_string())
}
