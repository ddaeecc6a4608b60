//! Which files of a package name what was not published with it: a crate that its manifest does not declare (cargo takes
//! path dependencies of tests out; those count as published that the lock file has), a module that holds one whose file is
//! left out. No source of such a thing is on any disk. By syntax and the manifest alone, with code of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

/// A module's path in its crate.
type Module = Vec<String>;

/// What the packages below a directory declare.
#[derive(Default)]
pub struct Published {
    /// By directory.
    packages: BTreeMap<PathBuf, Package>,
}

#[derive(Default)]
struct Package {
    /// Names of crates and of all that its files declare.
    names: BTreeSet<String>,
    /// Modules one of whose children has no file.
    incomplete: BTreeSet<Module>,
    /// What each file uses.
    files: BTreeMap<PathBuf, Uses>,
}

struct Uses {
    module: Module,
    paths: Vec<Vec<String>>,
}

impl Published {
    /// Looks at all these files, which lie below `dir`.
    pub fn of(dir: &Path, files: &[PathBuf]) -> Published {
        let mut published = Published::default();
        for path in files {
            let Some(root) = path.ancestors().skip(1).find(|dir| dir.join("Cargo.toml").is_file()) else {
                continue;
            };
            let text = std::fs::read_to_string(path).unwrap_or_default();
            let Ok(file) = syn::parse_file(&text) else { continue };
            let package = published.packages.entry(root.to_path_buf()).or_insert_with(|| Package::of(root));
            let below = path.strip_prefix(dir).unwrap_or(path).to_path_buf();
            package.add(path, below, module_of(root, path), &file);
        }
        published
    }

    /// Whether the file at that path below the directory names what was not published.
    pub fn is_missed_by(&self, below: &Path) -> bool {
        self.packages
            .values()
            .any(|package| package.files.get(below).is_some_and(|uses| package.lacks_any(uses)))
    }
}

impl Package {
    fn of(root: &Path) -> Package {
        let mut package = Package::default();
        let table = |name: &str| -> toml::Table {
            std::fs::read_to_string(root.join(name)).unwrap_or_default().parse().unwrap_or_default()
        };
        let [manifest, original, lock] = ["Cargo.toml", "Cargo.toml.orig", "Cargo.lock"].map(table);
        package.names.extend(
            ["std", "core", "alloc", "proc_macro", "test", "crate", "self", "super", "Self"]
                .map(str::to_owned),
        );
        let named = |table: &toml::Table, key: &str| {
            table.get(key).and_then(|it| it.get("name")).and_then(|it| it.as_str()).map(str::to_owned)
        };
        package
            .names
            .extend(named(&manifest, "package").into_iter().chain(named(&manifest, "lib")).map(crate_name));
        package.names.extend(declared(&manifest).into_iter().map(|(key, _)| crate_name(key.clone())));
        let locked = lock.get("package").and_then(|it| it.as_array()).into_iter().flatten();
        let locked: BTreeSet<&str> = locked.filter_map(|it| it.get("name")?.as_str()).collect();
        let original = declared(&original).into_iter().filter(|(key, entry)| {
            locked.contains(entry.get("package").and_then(|it| it.as_str()).unwrap_or(key))
        });
        package.names.extend(original.map(|(key, _)| crate_name(key.clone())));
        package
    }

    fn add(&mut self, path: &Path, below: PathBuf, module: Module, file: &syn::File) {
        let mut reader = Reader::default();
        reader.visit_file(file);
        self.names.extend(reader.declared);
        let dir = path.parent().unwrap_or(path);
        let beside =
            matches!(path.file_name().and_then(|name| name.to_str()), Some("lib.rs" | "main.rs" | "mod.rs"))
                || module.is_empty();
        let children = match path.file_stem() {
            Some(stem) if !beside => dir.join(stem),
            _ => dir.to_path_buf(),
        };
        let is_there = |name: &String| {
            children.join(format!("{name}.rs")).is_file() || children.join(name).join("mod.rs").is_file()
        };
        if !reader.modules.iter().all(is_there) {
            self.incomplete.insert(module.clone());
        }
        self.files.insert(below, Uses { module, paths: reader.used });
    }

    fn lacks_any(&self, uses: &Uses) -> bool {
        let lacks = |path: &Vec<String>| {
            let Some(first) = path.first() else { return false };
            let supers = path.iter().take_while(|name| *name == "super").count();
            let base = match first.as_str() {
                "crate" => Vec::new(),
                "self" => uses.module.clone(),
                "super" => uses.module[..uses.module.len().saturating_sub(supers)].to_vec(),
                _ => return !self.names.contains(first),
            };
            let whole: Module = base.into_iter().chain(path.iter().skip(supers.max(1)).cloned()).collect();
            (1..=whole.len()).any(|len| self.incomplete.contains(&whole[..len]))
        };
        let stands_in = |len: usize| self.incomplete.contains(&uses.module[..len]);
        uses.paths.iter().any(lacks) || (1..=uses.module.len()).any(stands_in)
    }
}

/// The dependencies that a manifest declares.
fn declared(manifest: &toml::Table) -> Vec<(&String, &toml::Value)> {
    let platforms = manifest.get("target").and_then(|it| it.as_table()).into_iter().flatten();
    let tables = platforms.filter_map(|(_, table)| table.as_table()).chain([manifest]);
    let sections = ["dependencies", "dev-dependencies", "build-dependencies"];
    let sections = tables.flat_map(|table| sections.map(|section| table.get(section)?.as_table()));
    sections.flatten().flatten().collect()
}

/// The module that a file is by its place; those of targets that are one file each are roots.
fn module_of(root: &Path, path: &Path) -> Module {
    let below = path.strip_prefix(root.join("src")).unwrap_or(Path::new(""));
    let mut module: Module =
        below.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if matches!(module.last().map(String::as_str), Some("lib" | "main" | "mod")) {
        module.pop();
    }
    module
}

fn crate_name(name: String) -> String {
    name.replace('-', "_")
}

/// What a file declares and uses.
#[derive(Default)]
struct Reader {
    declared: BTreeSet<String>,
    /// `mod name;` without attributes that say more.
    modules: Vec<String>,
    used: Vec<Vec<String>>,
}

impl Reader {
    fn tree(&mut self, tree: &syn::UseTree, path: &mut Vec<String>) {
        match tree {
            syn::UseTree::Path(part) => {
                path.push(part.ident.to_string());
                self.tree(&part.tree, path);
                path.pop();
            }
            syn::UseTree::Name(name) => {
                self.declared.insert(name.ident.to_string());
                path.push(name.ident.to_string());
                self.used.push(path.clone());
                path.pop();
            }
            syn::UseTree::Rename(name) => {
                self.declared.insert(name.rename.to_string());
                path.push(name.ident.to_string());
                self.used.push(path.clone());
                path.pop();
            }
            syn::UseTree::Glob(_) => self.used.push(path.clone()),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, path)),
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &mut Vec::new());
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.declared.insert(item.ident.to_string());
        if item.content.is_none() && item.attrs.iter().all(|attr| attr.path().is_ident("doc")) {
            self.modules.push(item.ident.to_string());
        }
        visit::visit_item_mod(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.declared.insert(item.ident.to_string());
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        self.declared.insert(item.ident.to_string());
    }
}
