//! Packages that several lock files name: of compatible versions, one counts for all.
//!
//! Cargo builds each workspace of a tree by its own lock file, and a package that two of them reach twice. Here it is
//! one crate, so what it has from others must be theirs as well: a trait of one version is none of another's.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use semver::Version;

use super::foreign::{Locked, UNLOCKED};
use crate::discover::{Lock, LockedPackage, LockedSource, SourceStore};
use crate::known;

/// A package's name, and what all versions have in common that can replace each other.
type Key = (String, (u64, u64, u64));

/// Which entries of lock files stand for the same package.
#[derive(Debug, Default)]
pub(super) struct Alike {
    /// What counts for an entry, where there are several.
    chosen: FxHashMap<Locked, Locked>,
    /// All that a chosen entry stands for, itself among them, where there are several.
    members: FxHashMap<Locked, Vec<Locked>>,
    by_key: FxHashMap<Key, Locked>,
}

impl Alike {
    /// Among all entries of registries. A lock file that has several compatible packages of a name has them from several
    /// registries: nothing of that name is the same then.
    pub fn new(locks: &[Lock], store: &SourceStore) -> Self {
        let mut alike = Alike::default();
        let mut groups: BTreeMap<Key, Vec<Locked>> = BTreeMap::new();
        for (lock, Lock { packages }) in locks.iter().enumerate() {
            for (at, package) in packages.iter().enumerate() {
                if let Some(key) = key(package) {
                    groups.entry(key).or_default().push((lock, at));
                }
            }
        }
        for (key, members) in groups {
            let locked: Vec<usize> =
                members.iter().map(|(lock, _)| *lock).filter(|lock| *lock != UNLOCKED).collect();
            if locked.iter().collect::<FxHashSet<_>>().len() == locked.len() {
                alike.add(key, newest(locks, &members, store), members);
            }
        }
        alike
    }

    fn add(&mut self, key: Key, chosen: Locked, members: Vec<Locked>) {
        self.by_key.insert(key, chosen);
        if members.len() > 1 {
            self.chosen.extend(members.iter().map(|member| (*member, chosen)));
            self.members.insert(chosen, members);
        }
    }

    /// What counts for an entry.
    pub fn chosen(&self, locked: Locked) -> Locked {
        self.chosen.get(&locked).copied().unwrap_or(locked)
    }

    /// All that a chosen entry stands for, itself among them.
    pub fn members<'a>(&'a self, chosen: &'a Locked) -> &'a [Locked] {
        self.members.get(chosen).map_or(std::slice::from_ref(chosen), |members| members)
    }

    /// A package that was chosen without a lock file joins those that were there before, if `fits` says that their version
    /// will do. Gives what counts.
    pub fn join(&mut self, one: Locked, package: &LockedPackage, fits: impl Fn(Locked) -> bool) -> Locked {
        let known = key(package).and_then(|key| self.by_key.get(&key)).copied().filter(|known| fits(*known));
        if let Some(known) = known.filter(|known| *known != one && !self.chosen.contains_key(&one)) {
            self.chosen.insert(one, known);
            self.members.entry(known).or_insert_with(|| vec![known]).push(one);
        }
        self.chosen(one)
    }
}

/// `None`: not from a registry, or no version that others can replace.
fn key(package: &LockedPackage) -> Option<Key> {
    let LockedSource::Registry { .. } = package.source else { return None };
    Some((package.name.clone(), known::line(&Version::parse(&package.version).ok()?)?))
}

/// The newest of a lock file that has sources here, or else the newest. Of equal ones the first.
fn newest(locks: &[Lock], members: &[Locked], store: &SourceStore) -> Locked {
    let package = |(lock, at): Locked| &locks[lock].packages[at];
    let version = |member: Locked| Version::parse(&package(member).version).ok();
    let mut sorted = members.to_vec();
    sorted.sort_by_key(|member| (member.0 == UNLOCKED, std::cmp::Reverse(version(*member))));
    if sorted.iter().all(|member| package(*member).version == package(sorted[0]).version) {
        return sorted[0];
    }
    let here = sorted.iter().copied().find(|member| store.locate(package(*member)).is_some());
    here.unwrap_or(sorted[0])
}
