//! One module's names, declared, imported and globbed.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::Ns;
use crate::index::{Def, Defs, ModuleData, TraitId, Vis};
use crate::summary::Name;

/// One definition under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub def: Def,
    pub vis: Vis,
    /// The import that brought it.
    pub import: Option<u32>,
}

/// What an import brings under one name, and how far that is seen.
pub(super) type Brought = SmallVec<[(Def, Vis); 1]>;

/// What stands under one name in one namespace. Globs are shadowed by all else.
#[derive(Debug, Default)]
struct Slot {
    named: SmallVec<[Entry; 1]>,
    globbed: SmallVec<[Entry; 1]>,
}

impl Slot {
    /// What counts: what is named, or else what a glob brings.
    fn entries(&self) -> &[Entry] {
        if self.named.is_empty() { &self.globbed } else { &self.named }
    }
}

/// The names of a module (or block).
#[derive(Debug, Default)]
pub(super) struct Scope {
    types: FxHashMap<Name, Slot>,
    values: FxHashMap<Name, Slot>,
    /// Traits imported `as _`.
    pub nameless: Vec<(TraitId, Vis)>,
    /// A glob imports from something that cannot be seen.
    pub has_unseen_glob: bool,
    /// Counts changes.
    pub version: u32,
}

impl Scope {
    pub fn new(module: &ModuleData) -> Self {
        let slots = |table: &FxHashMap<Name, SmallVec<[(Def, Vis); 1]>>| {
            let slot = |defs: &SmallVec<[(Def, Vis); 1]>| Slot {
                named: defs.iter().map(|(def, vis)| Entry { def: *def, vis: *vis, import: None }).collect(),
                globbed: SmallVec::new(),
            };
            table.iter().map(|(name, defs)| (*name, slot(defs))).collect()
        };
        Scope { types: slots(&module.types), values: slots(&module.values), version: 1, ..Scope::default() }
    }

    fn table(&self, ns: Ns) -> &FxHashMap<Name, Slot> {
        match ns {
            Ns::Types => &self.types,
            Ns::Values => &self.values,
        }
    }

    fn table_mut(&mut self, ns: Ns) -> &mut FxHashMap<Name, Slot> {
        match ns {
            Ns::Types => &mut self.types,
            Ns::Values => &mut self.values,
        }
    }

    /// Definitions under `name`, without those that `skip` brought or that `seen` does not let pass.
    pub fn get(&self, ns: Ns, name: Name, skip: Option<u32>, seen: &dyn Fn(Vis) -> bool) -> Defs {
        let Some(slot) = self.table(ns).get(&name) else { return Defs::new() };
        let pick = |entries: &[Entry]| -> Defs {
            let passes = |entry: &Entry| (skip.is_none() || entry.import != skip) && seen(entry.vis);
            unique(entries, passes).map(|entry| entry.def).collect()
        };
        let named = pick(&slot.named);
        if named.is_empty() && (slot.named.is_empty() || skip.is_some()) {
            pick(&slot.globbed)
        } else {
            named
        }
    }

    /// Whether a name is there, but not declared or imported by name.
    pub fn has_from_globs_only(&self, ns: Ns, name: Name) -> bool {
        self.table(ns).get(&name).is_some_and(|slot| slot.named.is_empty())
    }

    /// Sets what `import` brings under `name`; whether that changed anything.
    pub fn set_named(&mut self, ns: Ns, name: Name, vis: Vis, import: u32, defs: &[Def]) -> bool {
        let brought: Brought = defs.iter().map(|def| (*def, vis)).collect();
        self.set(ns, name, import, &brought, |slot| &mut slot.named)
    }

    /// Likewise for one name that a glob brings.
    pub fn set_globbed(&mut self, ns: Ns, name: Name, import: u32, brought: &Brought) -> bool {
        self.set(ns, name, import, brought, |slot| &mut slot.globbed)
    }

    fn set(
        &mut self,
        ns: Ns,
        name: Name,
        import: u32,
        brought: &Brought,
        entries: fn(&mut Slot) -> &mut SmallVec<[Entry; 1]>,
    ) -> bool {
        if brought.is_empty() && !self.table(ns).contains_key(&name) {
            return false;
        }
        let changed = replace(entries(self.table_mut(ns).entry(name).or_default()), import, brought);
        self.version += u32::from(changed);
        changed
    }

    /// All names with what a glob import would bring of them: nothing where something hidden shadows the rest.
    pub fn exported(&self, ns: Ns, seen: &dyn Fn(Vis) -> bool) -> impl Iterator<Item = (Name, Brought)> {
        self.table(ns).iter().map(move |(name, slot)| {
            let entries = unique(slot.entries(), |entry| seen(entry.vis));
            (*name, entries.map(|entry| (entry.def, entry.vis)).collect())
        })
    }

    /// Every trait among the names.
    pub fn traits(&self) -> impl Iterator<Item = TraitId> {
        let named = self.types.values().flat_map(Slot::entries).filter_map(|entry| match entry.def {
            Def::Trait(id) => Some(id),
            _ => None,
        });
        named.chain(self.nameless.iter().map(|(id, _)| *id))
    }

    /// For the printed form: names in order with what they stand for.
    pub fn names(&self, ns: Ns) -> Vec<(Name, Vec<Def>)> {
        let all = |slot: &Slot| unique(slot.entries(), |_| true).map(|entry| entry.def).collect::<Vec<_>>();
        let names = self.table(ns).iter().map(|(name, slot)| (*name, all(slot)));
        let mut names: Vec<_> = names.filter(|(_, defs)| !defs.is_empty()).collect();
        names.sort_by(|a, b| a.0.as_str().cmp(b.0.as_str()));
        names
    }
}

/// The entries that pass, each definition once: globs in a circle would multiply them.
fn unique(entries: &[Entry], passes: impl Fn(&Entry) -> bool) -> impl Iterator<Item = Entry> {
    let mut kept: SmallVec<[Entry; 1]> = SmallVec::new();
    for entry in entries.iter().filter(|entry| passes(entry)) {
        if !kept.iter().any(|known| known.def == entry.def) {
            kept.push(*entry);
        }
    }
    kept.into_iter()
}

/// Puts what `import` brings now in the place of what it brought before; whether that differs.
fn replace(entries: &mut SmallVec<[Entry; 1]>, import: u32, brought: &Brought) -> bool {
    let before = entries.iter().filter(|entry| entry.import == Some(import));
    if before.map(|entry| entry.def).eq(brought.iter().map(|(def, _)| *def)) {
        return false;
    }
    entries.retain(|entry| entry.import != Some(import));
    entries.extend(brought.iter().map(|(def, vis)| Entry { def: *def, vis: *vis, import: Some(import) }));
    true
}
