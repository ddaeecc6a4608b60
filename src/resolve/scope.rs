//! One module's names: declared and imported by name, and where its globs lead. Globs are not copied: a lookup
//! follows them, since crates with many would multiply their names otherwise.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::Ns;
use crate::index::cfg::Facts;
use crate::index::{Def, Extent, Index, ModuleId, TraitId, Vis};
use crate::summary::{Attrs, Name};

/// One definition under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub def: Def,
    pub vis: Vis,
    /// The import that brought it.
    pub import: Option<u32>,
    /// It is there in builds for WebAssembly only.
    pub wasm: bool,
}

/// A glob import: what it leads to (a module or an enum), and how far that is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Edge {
    pub source: Def,
    pub vis: Vis,
    /// The import.
    pub import: u32,
}

/// A trait, under the name that it has in a module if it has one.
pub(super) type NamedTrait = (Option<Name>, TraitId);

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
    /// All of it is there in builds for WebAssembly only.
    wasm: bool,
}

/// What imports brought to a scope.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Brought {
    /// All that stands under the names that they bind.
    types: Vec<(Name, Vec<Entry>)>,
    values: Vec<(Name, Vec<Entry>)>,
    globs: Vec<Edge>,
    nameless: Vec<(TraitId, Vis)>,
    has_unseen_glob: bool,
}

impl Brought {
    /// Whether all that it names is there.
    pub fn fits(&self, index: &Index, base: Extent) -> bool {
        let is_there = |def: Def| match def {
            Def::Module(id) => (id.0 as usize) < base.modules,
            Def::Fn(id) => (id.0 as usize) < index.fns.len(),
            Def::Adt(id) | Def::Variant(id, _) => (id.0 as usize) < index.adts.len(),
            Def::Trait(id) => (id.0 as usize) < index.traits.len(),
            Def::Alias(id) => (id.0 as usize) < index.aliases.len(),
            Def::Const(id) => (id.0 as usize) < index.consts.len(),
            Def::Prim(_) | Def::Unseen => true,
        };
        let entries = self.types.iter().chain(&self.values).flat_map(|(_, entries)| entries);
        let entries = entries.map(|entry| (entry.def, entry.vis, entry.import));
        let edges = self.globs.iter().map(|edge| (edge.source, edge.vis, Some(edge.import)));
        let nameless = self.nameless.iter().map(|(id, vis)| (Def::Trait(*id), *vis, None));
        entries.chain(edges).chain(nameless).all(|(def, vis, import)| {
            let is_seen = |module: ModuleId| (module.0 as usize) < base.modules;
            is_there(def)
                && import.is_none_or(|import| (import as usize) < base.imports)
                && if let Vis::In(module) = vis { is_seen(module) } else { true }
        })
    }
}

impl Scope {
    pub fn new(index: &Index, id: ModuleId) -> Self {
        let module = index.module(id);
        let table = |declared: &FxHashMap<Name, SmallVec<[(Def, Vis); 1]>>| {
            let entry = |(def, vis): &(Def, Vis)| {
                let wasm = Facts::of(attributes(index, *def)).need_wasm();
                Entry { def: *def, vis: *vis, import: None, wasm }
            };
            declared.iter().map(|(name, defs)| (*name, defs.iter().map(entry).collect())).collect()
        };
        let around = std::iter::successors(Some(id), |id| index.module(*id).parent);
        let attrs = around.flat_map(|id| index.module(id).attrs.iter().copied());
        let wasm = Facts::of(attrs).need_wasm();
        Scope { types: table(&module.types), values: table(&module.values), wasm, ..Scope::default() }
    }

    /// What imports brought.
    pub fn brought(&self) -> Brought {
        let of = |table: &Table| {
            let by_import = |(_, entries): &(&Name, &SmallVec<[Entry; 1]>)| {
                entries.iter().any(|entry| entry.import.is_some())
            };
            table.iter().filter(by_import).map(|(name, entries)| (*name, entries.to_vec())).collect()
        };
        Brought {
            types: of(&self.types),
            values: of(&self.values),
            globs: self.globs.clone(),
            nameless: self.nameless.clone(),
            has_unseen_glob: self.has_unseen_glob,
        }
    }

    /// Takes over what imports brought to the same scope in another run.
    pub fn take(&mut self, brought: Brought) {
        let Brought { types, values, globs, nameless, has_unseen_glob } = brought;
        let entries = |(name, entries): (Name, Vec<Entry>)| (name, SmallVec::from_vec(entries));
        self.types.extend(types.into_iter().map(entries));
        self.values.extend(values.into_iter().map(entries));
        (self.globs, self.nameless, self.has_unseen_glob) = (globs, nameless, has_unseen_glob);
    }

    fn table(&self, ns: Ns) -> &Table {
        match ns {
            Ns::Types => &self.types,
            Ns::Values => &self.values,
        }
    }

    /// What is declared or imported under `name`, without what the import `skip` brought.
    ///
    /// Where a build for WebAssembly has another thing under that name, the other builds count: what is lost there is
    /// lost, and such dependencies are not read.
    pub fn named(&self, ns: Ns, name: Name, skip: Option<u32>) -> impl Iterator<Item = &Entry> {
        let entries = self.table(ns).get(&name).map_or(&[][..], |entries| entries);
        self.usual(entries, skip)
    }

    fn usual<'e>(
        &self,
        entries: &'e [Entry],
        skip: Option<u32>,
    ) -> impl Iterator<Item = &'e Entry> + use<'e> {
        let counts = move |entry: &&Entry| skip.is_none() || entry.import != skip;
        let others =
            !self.wasm && entries.len() > 1 && entries.iter().filter(counts).any(|entry| !entry.wasm);
        entries.iter().filter(counts).filter(move |entry| !others || !entry.wasm)
    }

    /// Whether something is declared here under `name` whatever the `cfg`.
    pub fn surely_declares(&self, index: &Index, ns: Ns, name: Name) -> bool {
        let entries = self.table(ns).get(&name).map_or(&[][..], |entries| entries);
        let mut own = entries.iter().filter(|entry| entry.import.is_none());
        own.any(|entry| attributes(index, entry.def).iter().all(|attrs| attrs.cfg.is_none()))
    }

    /// What `import` brought under `name`.
    pub fn brings(&self, ns: Ns, name: Name, import: u32) -> impl Iterator<Item = Def> {
        let entries = self.table(ns).get(&name).map_or(&[][..], |entries| entries);
        entries.iter().filter(move |entry| entry.import == Some(import)).map(|entry| entry.def)
    }

    /// Puts what `import` brings now in the place of what it brought before; whether that differs.
    pub fn set_named(
        &mut self,
        ns: Ns,
        name: Name,
        (import, vis, wasm): (u32, Vis, bool),
        defs: &[Def],
    ) -> bool {
        if self.brings(ns, name, import).eq(defs.iter().copied()) {
            return false;
        }
        let table = match ns {
            Ns::Types => &mut self.types,
            Ns::Values => &mut self.values,
        };
        let entries = table.entry(name).or_default();
        entries.retain(|entry| entry.import != Some(import));
        entries.extend(defs.iter().map(|def| Entry { def: *def, vis, import: Some(import), wasm }));
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
    pub fn traits(&self) -> impl Iterator<Item = (NamedTrait, Vis)> {
        let entries =
            self.types.iter().flat_map(|(name, entries)| entries.iter().map(|entry| (*name, entry)));
        let named = entries.filter_map(|(name, entry)| match entry.def {
            Def::Trait(id) => Some(((Some(name), id), entry.vis)),
            _ => None,
        });
        named.chain(self.nameless.iter().map(|(id, vis)| ((None, *id), *vis)))
    }

    /// Whether one of its own names hides what globs bring under it as a type. What cannot be seen is taken for a type or
    /// trait if it is named like one: `use diesel_async::RunQueryDsl;` beside `use diesel::prelude::*;`.
    pub fn hides(&self, name: Name) -> bool {
        let is_like_type = name.as_str().starts_with(char::is_uppercase);
        let is_type = |entry: &Entry| entry.def != Def::Unseen || is_like_type;
        self.types.get(&name).is_some_and(|entries| entries.iter().any(is_type))
    }

    /// What stands under each of its own names as a type, where several things do.
    pub fn shared_types(&self) -> impl Iterator<Item = SmallVec<[&Entry; 2]>> {
        let shared = self.types.values().filter(|entries| entries.len() > 1);
        shared.map(|entries| self.usual(entries, None).collect())
    }

    /// Its own names.
    pub fn names(&self, ns: Ns) -> impl Iterator<Item = Name> {
        self.table(ns).keys().copied()
    }
}

/// The attributes of a declaration.
fn attributes<'s>(index: &Index<'s>, def: Def) -> SmallVec<[&'s Attrs; 2]> {
    let site = match def {
        Def::Module(id) => return index.module(id).attrs.clone(),
        Def::Adt(id) | Def::Variant(id, _) => index.adt(id).site,
        Def::Fn(id) => index.func(id).site,
        Def::Trait(id) => index.trait_(id).site,
        Def::Alias(id) => index.alias(id).site,
        Def::Const(id) => index.const_(id).site,
        Def::Prim(_) | Def::Unseen => return SmallVec::new(),
    };
    SmallVec::from_elem(&site.item.attrs, 1)
}
