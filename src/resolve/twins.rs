//! Types that share one name under different `cfg`s, as `Delay` for wasm and `Delay` for all else.
//!
//! A twin belongs to the crate that gives both the name, or that crate is one of the project's. Another crate's type may
//! stand in the place of one's own, but stays what it is to all others: `std::sync::Mutex`, for which a crate has a
//! `Mutex` of its own in some builds, has no twin.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::scope::Entry;
use super::{Ns, World};
use crate::index::{AdtId, CrateId, Def, ModuleId};

/// For each type that shares its name with others of its crate or another: those others, in order.
pub(super) type Twins = FxHashMap<AdtId, SmallVec<[AdtId; 1]>>;

impl World<'_> {
    /// Finds all twins among the names that modules declare or import.
    pub(super) fn find_twins(&self) -> Twins {
        let mut twins = Twins::default();
        for (module, scope) in self.index.modules.iter().zip(&self.scopes) {
            for entries in scope.shared_types().filter(|entries| entries.len() > 1) {
                let adts: SmallVec<[AdtId; 2]> = entries.iter().filter_map(|entry| adt(&entry.def)).collect();
                if adts.len() == entries.len() {
                    self.add(&mut twins, &adts, module.krate);
                }
                self.in_twin_modules(&entries, &mut twins, module.krate);
            }
        }
        twins.retain(|_, others| !others.is_empty());
        twins
    }

    /// Types of one name in modules that share one: `#[cfg_attr(unix, path = "unix.rs")] mod system;`
    fn in_twin_modules(&self, entries: &[&Entry], twins: &mut Twins, krate: CrateId) {
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
            self.add(twins, &adts, krate);
        }
    }

    /// What is said of one with its arguments must make sense of the other. `krate` gives them the name.
    fn add(&self, twins: &mut Twins, adts: &[AdtId], krate: CrateId) {
        let count = |id: AdtId| self.index.adt(id).generics().params.len();
        let is_own = self.index.krate(krate).is_own;
        let own = |id: &&AdtId| {
            let home = self.index.module(self.index.adt(**id).site.module).krate;
            home == krate || is_own && self.std != Some(home)
        };
        for id in adts.iter().filter(own) {
            let others = twins.entry(*id).or_default();
            let alike = adts.iter().copied().filter(|other| other != id && count(*other) == count(*id));
            others.extend(alike);
            others.sort();
            others.dedup();
        }
    }

    /// The types that may stand in the place of `id`.
    pub fn twins(&self, id: AdtId) -> &[AdtId] {
        self.twins.get(&id).map_or(&[], |others| others)
    }

    /// The one that stands for all, if these are types of one name and alike as far as their parameters go.
    pub fn first_twin(&self, defs: &[Def]) -> Option<AdtId> {
        let mut adts: SmallVec<[AdtId; 2]> = defs.iter().filter_map(adt).collect();
        adts.sort_unstable();
        let count = |id: AdtId| self.index.adt(id).generics().params.len();
        let stands_for = |id: AdtId| {
            let alike = |other: &AdtId| self.twins(id).contains(other) && count(*other) == count(id);
            adts.iter().all(|other| *other == id || alike(other))
        };
        adts.iter().copied().find(|id| stands_for(*id)).filter(|_| adts.len() == defs.len())
    }

    /// Whether one of these types stands in the place of the other in some builds.
    pub fn are_twins(&self, a: AdtId, b: AdtId) -> bool {
        self.twins(a).contains(&b) || self.twins(b).contains(&a)
    }
}

fn adt(def: &Def) -> Option<AdtId> {
    match def {
        Def::Adt(id) => Some(*id),
        _ => None,
    }
}
