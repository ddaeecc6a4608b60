//! The targets of a package: what its manifest lists and what lies where cargo looks by itself.
//!
//! The rules are cargo's (`src/cargo/util/toml/targets.rs`). Only names in directories are looked at; a target
//! whose file is missing is listed where it should lie, and whoever reads it says so.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::manifest::{Manifest, edition_number, flag_of, text_of};
use super::paths::{is_rust, tidy};
use super::{Target, TargetKind};
use crate::summary::Name;

/// Kinds of which a package can have many: kind, section, switch, directory.
const KINDS: [(TargetKind, &str, &str, &str); 4] = [
    (TargetKind::Bin, "bin", "autobins", "src/bin"),
    (TargetKind::Example, "example", "autoexamples", "examples"),
    (TargetKind::Test, "test", "autotests", "tests"),
    (TargetKind::Bench, "bench", "autobenches", "benches"),
];

/// All targets of the package, if `manifest` has one; `root` is the workspace that it inherits from.
pub(super) fn targets(manifest: &Manifest, root: Option<&Manifest>) -> Vec<Target> {
    let (Some(package), Some(name)) = (manifest.package(), manifest.name()) else { return Vec::new() };
    let is_file = |path: &Path| path.is_file();
    let layout = Layout { manifest, package, name, edition: manifest.edition(root), is_file: &is_file };

    let mut targets: Vec<Target> = layout.lib().into_iter().collect();
    for (kind, section, switch, dir) in KINDS {
        targets.extend(layout.many(kind, section, switch, dir));
    }
    targets.extend(layout.build_scripts());
    targets
}

/// The library of a package whose files lie where `is_file` says.
pub(super) fn library(manifest: &Manifest, is_file: &dyn Fn(&Path) -> bool) -> Option<Target> {
    let (package, name) = (manifest.package()?, manifest.name()?);
    Layout { manifest, package, name, edition: manifest.edition(None), is_file }.lib()
}

/// What the targets of one package are made from.
struct Layout<'a> {
    manifest: &'a Manifest,
    package: &'a Table,
    name: &'a str,
    edition: u16,
    is_file: &'a dyn Fn(&Path) -> bool,
}

impl Layout<'_> {
    fn lib(&self) -> Option<Target> {
        let table = self.manifest.section("lib");
        let usual = self.at("src/lib.rs");
        if table.is_none() && (flag_of(self.package, "autolib") == Some(false) || !(self.is_file)(&usual)) {
            return None;
        }
        let name = table.and_then(|table| text_of(table, "name")).unwrap_or(self.name);
        let path = match table.and_then(|table| text_of(table, "path")) {
            Some(path) => self.at(path),
            None => self.or_old(usual, &[&format!("src/{name}.rs")]),
        };
        Some(self.target(TargetKind::Lib, name, path, table))
    }

    fn many(&self, kind: TargetKind, section: &str, switch: &str, dir: &str) -> Vec<Target> {
        let mut inferred = self.inferred(kind, dir);
        let mut listed = Vec::new();
        for table in self.manifest.sections(section) {
            let path = text_of(table, "path").map(|path| self.at(path));
            let stem = path.as_deref().and_then(Path::file_stem).and_then(|stem| stem.to_str());
            let Some(name) = text_of(table, "name").or(stem).map(str::to_owned) else { continue };
            let found = || inferred.iter().find(|(other, _)| *other == name).map(|(_, path)| path.clone());
            let path = path.or_else(found).unwrap_or_else(|| self.expected(kind, dir, &name));
            listed.push((name, path, table));
        }

        // Before edition 2018, listing one target of a kind switched off the search for others.
        let search = flag_of(self.package, switch).unwrap_or(listed.is_empty() || self.edition != 2015);
        inferred.retain(|(name, path)| {
            search && !listed.iter().any(|(other, used, _)| other == name || used == path)
        });
        let listed =
            listed.into_iter().map(|(name, path, table)| self.target(kind, &name, path, Some(table)));
        let inferred = inferred.into_iter().map(|(name, path)| self.target(kind, &name, path, None));
        listed.chain(inferred).collect()
    }

    /// Names and files of the targets that lie in `dir`, sorted; for binaries `src/main.rs` comes first.
    fn inferred(&self, kind: TargetKind, dir: &str) -> Vec<(String, PathBuf)> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(self.at(dir)).into_iter().flatten().flatten() {
            let file_name = entry.file_name();
            let Some(name) = file_name.to_str().filter(|name| !name.starts_with('.')) else { continue };
            let path = entry.path();
            if is_rust(&path) && path.is_file() {
                found.push((name.trim_end_matches(".rs").to_owned(), path));
            } else if path.join("main.rs").is_file() {
                found.push((name.to_owned(), path.join("main.rs")));
            }
        }
        found.sort();
        let main = self.at("src/main.rs");
        if kind == TargetKind::Bin && main.is_file() {
            found.insert(0, (self.name.to_owned(), main));
        }
        found
    }

    /// Where the file of a listed target should lie that is neither named nor found.
    fn expected(&self, kind: TargetKind, dir: &str, name: &str) -> PathBuf {
        let usual = self.at(&format!("{dir}/{name}.rs"));
        if kind != TargetKind::Bin {
            return usual;
        }
        self.or_old(usual, &[&format!("src/{name}.rs"), "src/main.rs", "src/bin/main.rs"])
    }

    /// `usual`, or where edition 2015 also looks.
    fn or_old(&self, usual: PathBuf, old: &[&str]) -> PathBuf {
        if self.edition != 2015 || (self.is_file)(&usual) {
            return usual;
        }
        old.iter().map(|path| self.at(path)).find(|path| (self.is_file)(path)).unwrap_or(usual)
    }

    fn build_scripts(&self) -> Vec<Target> {
        let usual = self.at("build.rs");
        let paths = match self.package.get("build") {
            Some(Value::Boolean(false)) => Vec::new(),
            Some(Value::String(path)) => vec![self.at(path)],
            Some(Value::Array(paths)) => {
                paths.iter().filter_map(Value::as_str).map(|path| self.at(path)).collect()
            }
            _ if usual.is_file() => vec![usual],
            _ => Vec::new(),
        };
        let script = |path| self.target(TargetKind::BuildScript, "build_script_build", path, None);
        paths.into_iter().map(script).collect()
    }

    fn target(&self, kind: TargetKind, name: &str, path: PathBuf, table: Option<&Table>) -> Target {
        let edition = table.and_then(|table| text_of(table, "edition")).map_or(self.edition, edition_number);
        let exports_macros = kind == TargetKind::Lib && table.is_some_and(is_macro);
        Target { name: crate_name(name), kind, path, edition, exports_macros }
    }

    fn at(&self, path: &str) -> PathBuf {
        tidy(&self.manifest.dir.join(path))
    }
}

/// Whether `[lib]` says that it is a procedural macro.
fn is_macro(lib: &Table) -> bool {
    let mut flags = ["proc-macro", "proc_macro"].into_iter().map(|key| flag_of(lib, key));
    let mut kinds =
        ["crate-type", "crate_type"].into_iter().filter_map(|key| lib.get(key)?.as_array()).flatten();
    flags.any(|flag| flag == Some(true)) || kinds.any(|kind| kind.as_str() == Some("proc-macro"))
}

/// A package's or target's name as the source spells it.
pub(super) fn crate_name(name: &str) -> Name {
    Name::from(name.replace('-', "_").as_str())
}
