//! Macros that a path or an import names, through re-exports of macros, of modules and of whole crates.

use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::imports::Use;
use super::macros::{Macros, marked_crate};
use crate::index::{CrateId, Index, MacroId, ModuleId, Name};
use crate::summary::{Import, ImportKind};

/// More re-exports of re-exports than this are not followed.
const MAX_HOPS: usize = 6;

type Ids = SmallVec<[MacroId; 1]>;

/// One search. What it looked through for a name it does not look through again: imports can lead in circles.
pub(super) struct Search<'a, 's> {
    macros: &'a Macros<'s>,
    index: &'a Index<'s>,
    hops: usize,
    exported: FxHashSet<(CrateId, Name)>,
    through: FxHashSet<(CrateId, Name, Name)>,
}

impl<'a, 's> Search<'a, 's> {
    pub fn new(macros: &'a Macros<'s>, index: &'a Index<'s>) -> Self {
        Search { macros, index, hops: 0, exported: FxHashSet::default(), through: FxHashSet::default() }
    }

    /// The macro `name` of the crate that a path in `krate` leads to.
    pub fn in_path(&mut self, krate: CrateId, path: &[Name], name: Name) -> Ids {
        let Some((first, rest)) = path.split_first() else { return Ids::new() };
        if matches!(first.as_str(), "crate" | "$crate" | "self" | "super") {
            return self.of_crate_or_through(krate, rest, name);
        }
        match self.extern_crate(krate, *first) {
            Some(Some(target)) if target == krate => self.of_crate_or_through(krate, rest, name),
            Some(Some(target)) => {
                let found = self.exported(target, name);
                if found.is_empty() { self.through(target, rest, name) } else { found }
            }
            // A crate without sources.
            Some(None) if self.macros.imports.named(krate, *first).next().is_none() => Ids::new(),
            // A module of the crate itself, or of another one that is imported.
            _ => {
                let found = self.through(krate, path, name);
                if !found.is_empty() {
                    return found;
                }
                let own = self.of_crate(krate, name);
                if own.is_empty() { self.through_globs(krate, path, name) } else { own }
            }
        }
    }

    /// What imports bring to a module or block, and to those around it.
    pub fn seen_from(&mut self, module: ModuleId, name: Name) -> Ids {
        let krate = self.index.module(module).krate;
        for Use { import, module, .. } in self.macros.imports.seen_from(self.index, module, name) {
            let mut found = self.imported(krate, import, name);
            // `use super::*;` brings what the module around imports itself.
            let is_outer = import.kind == ImportKind::Glob && import.path[..] == ["super"];
            if found.is_empty() && is_outer {
                let outer = self.index.module(self.index.named_module(module)).parent;
                found =
                    outer.map_or_else(Ids::new, |outer| self.further(|search| search.seen_from(outer, name)));
            }
            if !found.is_empty() {
                return found;
            }
        }
        Ids::new()
    }

    /// The crate that a first segment means in `krate`; `Some(None)`: it has no sources.
    fn extern_crate(&self, krate: CrateId, first: Name) -> Option<Option<CrateId>> {
        let data = self.index.krate(krate);
        let alias = data.aliases.get(&first).copied().unwrap_or(first);
        marked_crate(&first).map(Some).or_else(|| data.externs.get(&alias).copied())
    }

    fn of_crate(&self, krate: CrateId, name: Name) -> Ids {
        self.macros.of_crate(self.index, krate, name, false)
    }

    fn of_crate_or_through(&mut self, krate: CrateId, path: &[Name], name: Name) -> Ids {
        let own = self.of_crate(krate, name);
        if own.is_empty() { self.through(krate, path, name) } else { own }
    }

    /// What `name` means to others that look into `krate`, re-exports included.
    fn exported(&mut self, krate: CrateId, name: Name) -> Ids {
        let own = self.macros.of_crate(self.index, krate, name, true);
        if !own.is_empty() || !self.exported.insert((krate, name)) {
            return own;
        }
        let imports = &self.macros.imports;
        let all = imports.named(krate, name).chain(imports.globs(krate)).filter(|it| it.is_public);
        self.first(all, |search, it| search.imported(krate, it.import, name))
    }

    /// What an import that stands in `krate` brings under `name`.
    fn imported(&mut self, krate: CrateId, import: &Import, name: Name) -> Ids {
        let (before, real) = match (import.kind, import.path.split_last()) {
            (ImportKind::Glob, _) | (_, None) => (&import.path[..], name),
            (_, Some((last, before))) => (before, *last),
        };
        match import.path[..] {
            // `pub use name;` gives a macro of the crate's own another scope.
            [only] if only == real => self.of_crate(krate, only),
            _ => self.in_path(krate, before, real),
        }
    }

    /// The macro `name` where a segment of a path in `krate` is an import: of a module, or of a whole crate.
    fn through(&mut self, krate: CrateId, path: &[Name], name: Name) -> Ids {
        for (at, segment) in path.iter().enumerate() {
            if !self.through.insert((krate, *segment, name)) {
                continue;
            }
            let imports = &self.macros.imports;
            let externs = imports.externs(krate, *segment).map(std::slice::from_ref);
            let leads = imports.named(krate, *segment).map(|it| &it.import.path[..]).chain(externs);
            let found = self.first(leads, |search, lead| {
                let path: SmallVec<[Name; 4]> = lead.iter().chain(&path[at + 1..]).copied().collect();
                search.in_path(krate, &path, name)
            });
            if !found.is_empty() {
                return found;
            }
        }
        Ids::new()
    }

    /// The same where the import comes from another crate by a glob.
    fn through_globs(&mut self, krate: CrateId, path: &[Name], name: Name) -> Ids {
        let globs = self.macros.imports.globs(krate);
        self.first(globs, |search, it| {
            let target =
                it.import.path.first().and_then(|first| search.extern_crate(krate, *first)).flatten();
            target.map_or_else(Ids::new, |target| search.through(target, path, name))
        })
    }

    /// What is found first, one hop further on.
    fn first<T>(&mut self, all: impl Iterator<Item = T>, mut look: impl FnMut(&mut Self, T) -> Ids) -> Ids {
        for it in all {
            let found = self.further(|search| look(search, it));
            if !found.is_empty() {
                return found;
            }
        }
        Ids::new()
    }

    fn further(&mut self, look: impl FnOnce(&mut Self) -> Ids) -> Ids {
        if self.hops == MAX_HOPS {
            return Ids::new();
        }
        self.hops += 1;
        let found = look(self);
        self.hops -= 1;
        found
    }
}
