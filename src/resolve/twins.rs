//! Types that share one name under different `cfg`s, as `Delay` for wasm and `Delay` for all else.
//!
//! Both belong to the crate that gives them the name, or that crate is one of the project's. A dependency that takes a
//! `Mutex` from here or from there makes no twin of these, which are the same to all others; and nobody makes one of
//! std's `Arc`.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::World;
use crate::index::{AdtId, Def};

/// For each type that shares its name with others: those others, in order.
pub(super) type Twins = FxHashMap<AdtId, SmallVec<[AdtId; 1]>>;

impl World<'_> {
    /// Finds all twins among the names that modules declare or import.
    pub(super) fn find_twins(&self) -> Twins {
        let mut twins = Twins::default();
        for (module, scope) in self.index.modules.iter().zip(&self.scopes) {
            for entries in scope.types().filter(|entries| entries.len() > 1) {
                let is_own = self.index.krate(module.krate).is_own;
                let own = |id: &AdtId| {
                    let krate = self.index.module(self.index.adt(*id).site.module).krate;
                    krate == module.krate || is_own && self.std != Some(krate)
                };
                let adts: SmallVec<[AdtId; 2]> =
                    entries.iter().filter_map(|entry| adt(&entry.def)).filter(own).collect();
                if adts.len() == entries.len() {
                    add(&mut twins, &adts);
                }
            }
        }
        twins.retain(|_, others| !others.is_empty());
        twins
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

fn add(twins: &mut Twins, adts: &[AdtId]) {
    for id in adts {
        let others = twins.entry(*id).or_default();
        others.extend(adts.iter().copied().filter(|other| other != id));
        others.sort();
        others.dedup();
    }
}
