//! Types that share one name under different `cfg`s, as `Delay` for wasm and `Delay` for all else.
//!
//! Both belong to the crate that gives them the name, or that crate is one of the project's. A dependency that takes a
//! `Mutex` from here or from there makes no twin of these, which are the same to all others; and nobody makes one of
//! std's `Arc`, nor of what its modules hold.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::scope::Entry;
use super::{Ns, World};
use crate::index::{AdtId, Def, ModuleId};

/// For each type that shares its name with others: those others, in order.
pub(super) type Twins = FxHashMap<AdtId, SmallVec<[AdtId; 1]>>;

impl World<'_> {
    /// Finds all twins among the names that modules declare or import.
    pub(super) fn find_twins(&self) -> Twins {
        let mut twins = Twins::default();
        for (module, scope) in self.index.modules.iter().zip(&self.scopes) {
            for entries in scope.types().filter(|entries| entries.len() > 1) {
                let is_own = self.index.krate(module.krate).is_own;
                let own = |entry: &&Entry| {
                    let home = match entry.def {
                        Def::Adt(id) => self.index.adt(id).site.module,
                        Def::Module(id) => id,
                        _ => return false,
                    };
                    let krate = self.index.module(home).krate;
                    krate == module.krate || is_own && self.std != Some(krate)
                };
                let own: SmallVec<[&Entry; 2]> = entries.iter().filter(own).collect();
                let adts: SmallVec<[AdtId; 2]> = own.iter().filter_map(|entry| adt(&entry.def)).collect();
                if adts.len() == entries.len() {
                    self.add(&mut twins, &adts);
                }
                self.in_twin_modules(&own, &mut twins);
            }
        }
        twins.retain(|_, others| !others.is_empty());
        twins
    }

    /// Types of one name in modules that share one: `#[cfg_attr(unix, path = "unix.rs")] mod system;`
    fn in_twin_modules(&self, entries: &[&Entry], twins: &mut Twins) {
        let module = |entry: &&Entry| match entry.def {
            Def::Module(id) => Some(id),
            _ => None,
        };
        let modules: SmallVec<[ModuleId; 2]> = entries.iter().filter_map(module).collect();
        let [first, _, ..] = modules[..] else { return };
        for name in self.scopes[first.0 as usize].names(Ns::Types) {
            let declared = |module: &ModuleId| {
                let mut entries = self.scopes[module.0 as usize].named(Ns::Types, name, None);
                entries.next().filter(|_| entries.next().is_none()).and_then(|entry| adt(&entry.def))
            };
            let adts: SmallVec<[AdtId; 2]> = modules.iter().filter_map(declared).collect();
            self.add(twins, &adts);
        }
    }

    /// What is said of one with its arguments must make sense of the other.
    fn add(&self, twins: &mut Twins, adts: &[AdtId]) {
        let count = |id: AdtId| self.index.adt(id).generics().params.len();
        for id in adts {
            let others = twins.entry(*id).or_default();
            let alike = adts.iter().copied().filter(|other| other != id && count(*other) == count(*id));
            others.extend(alike);
            others.sort();
            others.dedup();
        }
    }

    /// The types that share a name with `id`.
    pub fn twins(&self, id: AdtId) -> &[AdtId] {
        self.twins.get(&id).map_or(&[], |others| others)
    }

    /// The one that stands for all, if these are types of one name and alike as far as their parameters go.
    pub fn first_twin(&self, defs: &[Def]) -> Option<AdtId> {
        let adts: SmallVec<[AdtId; 2]> = defs.iter().filter_map(adt).collect();
        let first = *adts.iter().min()?;
        let count = |id: AdtId| self.index.adt(id).generics().params.len();
        let alike =
            |id: &AdtId| *id == first || (self.twins(first).contains(id) && count(*id) == count(first));
        (adts.len() == defs.len() && adts.iter().all(alike)).then_some(first)
    }
}

fn adt(def: &Def) -> Option<AdtId> {
    match def {
        Def::Adt(id) => Some(*id),
        _ => None,
    }
}
