//! What crates import, by the names that it gets: each crate's table is made when somebody looks for a macro there.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::index::{CrateId, ImportSource, Index, ModuleId, ModuleKind, Name, Vis};
use crate::summary::{Import, ImportKind};

/// The `use`s of all crates.
#[derive(Debug, Default)]
pub(super) struct Imports<'s> {
    crates: Vec<OfCrate<'s>>,
    /// So many imports of the index are in.
    seen: usize,
}

#[derive(Debug, Default)]
struct OfCrate<'s> {
    uses: Vec<Use<'s>>,
    /// Public `extern crate`s: by which name, and whose.
    externs: Vec<(Name, Name)>,
    table: OnceLock<Table>,
}

/// One leaf of a `use`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use<'s> {
    pub import: &'s Import,
    /// Where it stands.
    pub module: ModuleId,
    pub is_public: bool,
}

/// Positions in a crate's list.
#[derive(Debug, Default)]
struct Table {
    named: FxHashMap<Name, SmallVec<[u32; 2]>>,
    globs: Vec<u32>,
    named_in: FxHashMap<(ModuleId, Name), SmallVec<[u32; 1]>>,
    globs_in: FxHashMap<ModuleId, SmallVec<[u32; 1]>>,
}

impl<'s> Imports<'s> {
    /// Takes in what is new in the index.
    pub fn see(&mut self, index: &Index<'s>) {
        self.crates.resize_with(index.crates.len(), OfCrate::default);
        for data in &index.imports[self.seen..] {
            let of = &mut self.crates[index.module(data.module).krate.0 as usize];
            let is_public = data.vis == Vis::Public;
            match data.kind {
                ImportSource::Use(import) => {
                    of.uses.push(Use { import, module: data.module, is_public });
                    of.table = OnceLock::new();
                }
                ImportSource::ExternCrate { name, alias } if is_public => of.externs.push((alias, name)),
                ImportSource::ExternCrate { .. } => {}
            }
        }
        self.seen = index.imports.len();
    }

    /// What gets that name in a crate, in any of its modules.
    pub fn named(&self, krate: CrateId, name: Name) -> impl Iterator<Item = Use<'s>> {
        let (uses, table) = self.of(krate);
        positions(table.and_then(|table| table.named.get(&name))).map(|at| uses[*at as usize])
    }

    /// The crates that get that name in a crate by `pub extern crate`.
    pub fn externs(&self, krate: CrateId, name: Name) -> impl Iterator<Item = &Name> {
        let externs = self.crates.get(krate.0 as usize).map_or(&[][..], |of| &of.externs);
        externs.iter().filter(move |(alias, _)| *alias == name).map(|(_, name)| name)
    }

    /// The globs of a crate.
    pub fn globs(&self, krate: CrateId) -> impl Iterator<Item = Use<'s>> {
        let (uses, table) = self.of(krate);
        table.map_or(&[][..], |table| &table.globs).iter().map(|at| uses[*at as usize])
    }

    /// What gets that name in a module or block and in what is around a block, in the order of the crate; globs last.
    pub fn seen_from(&self, index: &Index, module: ModuleId, name: Name) -> SmallVec<[Use<'s>; 4]> {
        let (uses, table) = self.of(index.module(module).krate);
        let Some(table) = table else { return SmallVec::new() };
        let (mut named, mut globs) = (SmallVec::<[u32; 4]>::new(), SmallVec::<[u32; 4]>::new());
        let mut around = Some(module);
        while let Some(module) = around {
            named.extend(positions(table.named_in.get(&(module, name))).copied());
            globs.extend(positions(table.globs_in.get(&module)).copied());
            let data = index.module(module);
            around = data.parent.filter(|_| matches!(data.kind, ModuleKind::Block(_)));
        }
        named.sort_unstable();
        globs.sort_unstable();
        named.into_iter().chain(globs).map(|at| uses[at as usize]).collect()
    }

    fn of(&self, krate: CrateId) -> (&[Use<'s>], Option<&Table>) {
        match self.crates.get(krate.0 as usize) {
            Some(of) => (&of.uses, Some(of.table.get_or_init(|| Table::new(&of.uses)))),
            None => (&[], None),
        }
    }
}

impl Table {
    fn new(uses: &[Use]) -> Self {
        let mut table = Table::default();
        for (at, Use { import, module, .. }) in uses.iter().enumerate() {
            match import.kind {
                ImportKind::Named(alias) | ImportKind::SelfNamed(alias) => {
                    table.named.entry(alias).or_default().push(at as u32);
                    table.named_in.entry((*module, alias)).or_default().push(at as u32);
                }
                ImportKind::Glob => {
                    table.globs.push(at as u32);
                    table.globs_in.entry(*module).or_default().push(at as u32);
                }
                ImportKind::Underscore => {}
            }
        }
        table
    }
}

fn positions<A: smallvec::Array<Item = u32>>(found: Option<&SmallVec<A>>) -> std::slice::Iter<'_, u32> {
    found.map_or(&[][..], |found| found.as_slice()).iter()
}
