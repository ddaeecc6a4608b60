//! What cargo takes out of a manifest when it publishes a package: dependencies of its tests that have a path and no
//! version (`prepare_for_publish`, `src/cargo/util/toml/mod.rs`). The author's own manifest lies beside the published
//! one, as `Cargo.toml.orig`.

use super::Boundary;
use super::manifest::Manifest;
use super::read::read_manifest;
use super::requirements::{Requirement, requirements};

/// What the tests of a published package depend on besides what its manifest says.
///
/// None has a path, since that is one on the author's machine, nor a version.
pub(super) fn stripped(boundary: &Boundary, manifest: &Manifest) -> Vec<Requirement> {
    let read = || read_manifest(boundary, &manifest.dir.join("Cargo.toml.orig")).ok();
    let text = manifest.is_published.then(read).flatten();
    let original = text.and_then(|text| Manifest::parse(&manifest.dir, &text).ok());
    let all = original.map(|original| requirements(&original, None)).unwrap_or_default();
    // A path alone is for tests only: cargo publishes no other such dependency. Of what is inherited from a workspace the
    // package is not known.
    let is_stripped = |it: &Requirement| it.version.is_none() && it.path.is_some();
    let others = all.into_iter().filter(|it| Some(it.package.as_str()) != manifest.name());
    others.filter(is_stripped).map(|it| Requirement { path: None, is_stripped: true, ..it }).collect()
}
