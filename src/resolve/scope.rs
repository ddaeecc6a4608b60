//! One module's names: declared and imported by name, and where its globs lead. Globs are not copied: a lookup
//! follows them, since crates with many would multiply their names otherwise.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::Ns;
use crate::index::{Def, ModuleData, TraitId, Vis};
use crate::summary::Name;

/// One definition under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub def: Def,
    pub vis: Vis,
    /// The import that brought it.
    pub import: Option<u32>,
}

/// A glob import: what it leads to (a module or an enum), and how far that is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    pub source: Def,
    pub vis: Vis,
    /// The import.
    pub import: u32,
}

type Table = FxHashMap<Name, SmallVec<[Entry; 1]>>;

/// The names of a module (or block).
#[derive(Debug, Default)]
pub(super) struct Scope {
    types: Table,
    values: Table,
    /// Its globs; several of one import under different `cfg`s.
    pub globs: Vec<Edge>,
    /// Traits imported `as _`.
    pub nameless: Vec<(TraitId, Vis)>,
    /// A glob imports from something that cannot be seen.
    pub has_unseen_glob: bool,
}

impl Scope {
    pub fn new(module: &ModuleData) -> Self {
        let table = |declared: &FxHashMap<Name, SmallVec<[(Def, Vis); 1]>>| {
            let entry = |(def, vis): &(Def, Vis)| Entry { def: *def, vis: *vis, import: None };
            declared.iter().map(|(name, defs)| (*name, defs.iter().map(entry).collect())).collect()
        };
        Scope { types: table(&module.types), values: table(&module.values), ..Scope::default() }
    }

    fn table(&self, ns: Ns) -> &Table {
        match ns {
            Ns::Types => &self.types,
            Ns::Values => &self.values,
        }
    }

    /// What is declared or imported under `name`, without what the import `skip` brought.
    pub fn named(&self, ns: Ns, name: Name, skip: Option<u32>) -> impl Iterator<Item = &Entry> {
        let entries = self.table(ns).get(&name).map_or(&[][..], |entries| entries);
        entries.iter().filter(move |entry| skip.is_none() || entry.import != skip)
    }

    /// Puts what `import` brings now in the place of what it brought before; whether that differs.
    pub fn set_named(&mut self, ns: Ns, name: Name, vis: Vis, import: u32, defs: &[Def]) -> bool {
        let table = match ns {
            Ns::Types => &mut self.types,
            Ns::Values => &mut self.values,
        };
        if defs.is_empty() && !table.contains_key(&name) {
            return false;
        }
        let entries = table.entry(name).or_default();
        let before = entries.iter().filter(|entry| entry.import == Some(import)).map(|entry| entry.def);
        if before.eq(defs.iter().copied()) {
            return false;
        }
        entries.retain(|entry| entry.import != Some(import));
        entries.extend(defs.iter().map(|def| Entry { def: *def, vis, import: Some(import) }));
        true
    }

    /// Likewise for where a glob leads.
    pub fn set_glob(&mut self, vis: Vis, import: u32, sources: &[Def]) -> bool {
        let before = self.globs.iter().filter(|edge| edge.import == import).map(|edge| edge.source);
        if before.eq(sources.iter().copied()) {
            return false;
        }
        self.globs.retain(|edge| edge.import != import);
        self.globs.extend(sources.iter().map(|source| Edge { source: *source, vis, import }));
        true
    }

    /// Every trait among its own names, and those without a name.
    pub fn traits(&self) -> impl Iterator<Item = (TraitId, Vis)> {
        let named = self.types.values().flatten().filter_map(|entry| match entry.def {
            Def::Trait(id) => Some((id, entry.vis)),
            _ => None,
        });
        named.chain(self.nameless.iter().copied())
    }

    /// What stands under each of its own names as a type.
    pub fn types(&self) -> impl Iterator<Item = &[Entry]> {
        self.types.values().map(|entries| &entries[..])
    }

    /// Its own names.
    pub fn names(&self, ns: Ns) -> impl Iterator<Item = Name> {
        self.table(ns).keys().copied()
    }
}
