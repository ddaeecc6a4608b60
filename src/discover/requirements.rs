//! What a manifest says it depends on, with inheritance and `[patch]` applied. No disk: paths are not followed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::manifest::{Manifest, flag_of, table_of, text_of, texts_of};
use super::paths::tidy;

const SECTIONS: [&str; 5] =
    ["dependencies", "dev-dependencies", "dev_dependencies", "build-dependencies", "build_dependencies"];

/// One entry of a dependency table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Requirement {
    /// Its name in the manifest.
    pub key: String,
    /// The name of the package.
    pub package: String,
    /// Whether `package = "…"` stands there, so that the source says `key` whatever the library is called.
    pub renamed: bool,
    /// Whether only features bring it in.
    pub is_optional: bool,
    /// Version requirement.
    pub version: Option<String>,
    /// Directory it lies in: absolute, tidy.
    pub path: Option<PathBuf>,
    /// The `cfg(…)` or target that it is for.
    pub platform: Option<String>,
    /// Features of it that are asked for, `default` among them unless it is switched off.
    pub features: BTreeSet<String>,
    /// Whether cargo took it out of the manifest: see [`super::stripped`].
    pub is_stripped: bool,
}

/// All dependencies of all kinds and targets, sorted, without repeats.
///
/// `root` is the workspace that entries are inherited from and that holds the patches. An entry that is inherited
/// from nowhere is kept by its key.
pub(super) fn requirements(manifest: &Manifest, root: Option<&Manifest>) -> Vec<Requirement> {
    let patches = patches(root.unwrap_or(manifest));
    let platforms = manifest.section("target").into_iter().flatten();
    let platforms = platforms.filter_map(|(cfg, table)| Some((Some(cfg.as_str()), table.as_table()?)));
    let mut found = Vec::new();
    for (platform, table) in platforms.chain([(None, manifest.document())]) {
        for (key, value) in SECTIONS.iter().filter_map(|section| table_of(table, section)).flatten() {
            let mut requirement =
                inherited(key, value, root).unwrap_or_else(|| own(key, value, &manifest.dir));
            if requirement.path.is_none()
                && let Some(patch) = patches.get(requirement.package.as_str())
            {
                requirement.path = patch.clone();
                // From elsewhere: only a lock file tells from where.
                requirement.version = requirement.version.filter(|_| patch.is_some());
            }
            requirement.platform = platform.map(str::to_owned);
            found.push(requirement);
        }
    }
    found.sort();
    found.dedup();
    found
}

fn inherited(key: &str, value: &Value, root: Option<&Manifest>) -> Option<Requirement> {
    if flag_of(value.as_table()?, "workspace") != Some(true) {
        return None;
    }
    let root = root?;
    let shared = table_of(root.workspace()?, "dependencies")?.get(key)?;
    let mut requirement = own(key, shared, &root.dir);
    requirement.is_optional = is_optional(value);
    if default_features(value) == Some(true) {
        requirement.features.insert("default".to_owned());
    }
    requirement.features.extend(texts_of(value.as_table()?, "features").map(str::to_owned));
    Some(requirement)
}

/// An entry as it stands; `base` is what its path starts from.
fn own(key: &str, value: &Value, base: &Path) -> Requirement {
    let text = |field| value.as_table().and_then(|table| text_of(table, field));
    Requirement {
        key: key.to_owned(),
        package: text("package").unwrap_or(key).to_owned(),
        renamed: text("package").is_some(),
        is_optional: is_optional(value),
        version: value.as_str().or_else(|| text("version")).map(str::to_owned),
        path: text("path").map(|path| tidy(&base.join(path))),
        platform: None,
        features: features(value),
        is_stripped: false,
    }
}

pub(super) fn is_optional(value: &Value) -> bool {
    value.as_table().is_some_and(|table| flag_of(table, "optional") == Some(true))
}

fn default_features(value: &Value) -> Option<bool> {
    let flag = |key| value.as_table().and_then(|table| flag_of(table, key));
    flag("default-features").or_else(|| flag("default_features"))
}

fn features(value: &Value) -> BTreeSet<String> {
    let table = value.as_table();
    let default = default_features(value) != Some(false);
    let named = table.into_iter().flat_map(|table| texts_of(table, "features")).map(str::to_owned);
    named.chain(default.then(|| "default".to_owned())).collect()
}

/// What each feature of a package switches on, as written: others (`a`), those of dependencies (`b/c`, `b?/c`), optional
/// dependencies (`dep:b`).
pub(super) fn own_features(manifest: &Manifest) -> BTreeMap<String, Vec<String>> {
    let table = manifest.section("features");
    let features = table.into_iter().flat_map(|table| {
        table.keys().map(|key| (key.clone(), texts_of(table, key).map(str::to_owned).collect()))
    });
    features.collect()
}

/// Packages that `[patch]` and `[replace]` take from elsewhere, with the directory if it is one. Versions are not compared: the lock file is not
/// looked at here, and a patch that fits nothing is an oversight.
fn patches(root: &Manifest) -> BTreeMap<&str, Option<PathBuf>> {
    let sources = root.section("patch").into_iter().flat_map(Table::values).filter_map(Value::as_table);
    let tables = sources.chain(root.section("replace"));
    let entries = tables.flatten().filter_map(|(key, value)| {
        let value = value.as_table()?;
        // `[replace]` names an exact version: `"name:1.0.0"`.
        let key = key.split(':').next().unwrap_or(key);
        let dir = text_of(value, "path").map(|path| tidy(&root.dir.join(path)));
        Some((text_of(value, "package").unwrap_or(key), dir))
    });
    entries.collect()
}
