//! Which features of dependencies some build may have, and which every build has: what anybody asks for, and what that
//! switches on.
//!
//! By name alone, all versions of a package together, and with all that the project's own features could ask for: what is
//! not on here is on in no build, if everybody was heard who could ask. What a build script or a command line switches on
//! is not seen.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::alike::Alike;
use super::foreign::{Locked, UNLOCKED, Wanted};
use crate::discover::{Dependency, ForeignPackage, Lock, LockedSource, Package};
use crate::index::cfg::Features;
use crate::summary::Name;

/// A feature: of which package, and its name.
type Feature = (String, String);

/// What is asked for, and what that leads to.
#[derive(Default)]
pub(super) struct Switches {
    asked: Vec<Feature>,
    leads: FxHashMap<Feature, Vec<Feature>>,
    /// What each package that depends on one asks of it, by that one's name.
    asks: FxHashMap<String, Vec<BTreeSet<String>>>,
    possible: OnceCell<FxHashSet<Feature>>,
}

impl Switches {
    /// A package of the project: each of its features may be on.
    pub fn add_own(&mut self, package: &Package) {
        self.asked.extend(package.features.keys().map(|feature| (package.name.clone(), feature.clone())));
        self.describe(&package.name, &package.features, &package.dependencies);
    }

    /// A dependency: those of its features are on that somebody asks for.
    pub fn add(&mut self, package: &ForeignPackage) {
        self.describe(&package.name, &package.features, &package.dependencies);
    }

    fn describe(
        &mut self,
        name: &str,
        features: &BTreeMap<String, Vec<String>>,
        dependencies: &[Dependency],
    ) {
        for dependency in dependencies {
            let asked = dependency.features.iter();
            self.asked.extend(asked.map(|feature| (dependency.package.clone(), feature.clone())));
            self.asks.entry(dependency.package.clone()).or_default().push(dependency.features.clone());
        }
        for (feature, switches) in features {
            let leads = switches.iter().flat_map(|switch| lead(name, switch, dependencies));
            self.leads.entry((name.to_owned(), feature.clone())).or_default().extend(leads);
        }
    }

    /// Whether some build may have that feature of that package. `dep:x` is one of a package that depends on `x`.
    pub fn may_be_on(&self, package: &str, feature: &str) -> bool {
        self.possible().contains(&(package.to_owned(), feature.to_owned()))
    }

    /// Whether somebody who was added asks for a feature that brings in an optional dependency.
    pub fn bring_in(&self, package: &ForeignPackage, dependency: &str) -> bool {
        let asks = self.asks.get(&package.name).into_iter().flatten();
        let is_it = |feature: &String| {
            feature.strip_prefix("dep:").unwrap_or(feature).replace('-', "_") == dependency
        };
        asks.flat_map(|asked| closure(package, asked)).any(|feature| is_it(&feature))
    }

    /// What is known of a package's features. `has` tells whether some build has a dependency of that name.
    /// `heard`: all that depend on the package were added.
    fn of(&self, package: &ForeignPackage, heard: bool, has: &dyn Fn(&str) -> bool) -> Features {
        let mut known = Features::default();
        let optional = package.dependencies.iter().filter(|it| it.is_optional);
        let implied = optional.flat_map(|it| [it.name, Name::from(it.name.replace('_', "-").as_str())]);
        let declared = package.features.keys().map(|name| Name::from(name.as_str())).chain(implied);
        for feature in declared {
            let never = heard && !self.may_be_on(&package.name, &feature);
            if never || !can_be_on(package, &feature, has) {
                known.off.insert(feature);
            }
        }
        // It may have several dependencies of a name, for one platform each.
        let mut named: BTreeMap<Name, bool> = BTreeMap::new();
        for dependency in &package.dependencies {
            *named.entry(dependency.name).or_default() |= has(&dependency.package);
        }
        known.absent = named.into_iter().filter(|(_, present)| !present).map(|(name, _)| name).collect();
        if heard {
            let asks = self.asks.get(&package.name).into_iter().flatten();
            let all = asks.map(|asked| closure(package, asked));
            let common = all.reduce(|a, b| a.intersection(&b).cloned().collect()).unwrap_or_default();
            known.on.extend(common.iter().map(|name| Name::from(name.as_str())));
        }
        known
    }

    /// All features that somebody may ask for. Nothing can be added once this was asked.
    fn possible(&self) -> &FxHashSet<Feature> {
        self.possible.get_or_init(|| {
            let mut seen: FxHashSet<Feature> = FxHashSet::default();
            let mut left: Vec<&Feature> = self.asked.iter().collect();
            while let Some(next) = left.pop() {
                if seen.insert(next.clone()) {
                    left.extend(self.leads.get(next).into_iter().flatten());
                }
            }
            seen
        })
    }
}

/// The entries of all lock files, and which stand for each other.
#[derive(Clone, Copy)]
pub(super) struct Entries<'a> {
    pub locks: &'a [Lock],
    pub looked_for: &'a FxHashMap<Locked, Locked>,
    pub alike: &'a Alike,
}

/// What is known of the features of each package that was read. `own` are the names of the project's packages.
pub(super) fn features(
    all: &[Wanted],
    Entries { locks, looked_for, alike }: Entries,
    switches: &Switches,
    own: &FxHashSet<&str>,
) -> Vec<Features> {
    let whole = all.iter().filter(|wanted| wanted.is_whole);
    let read: FxHashSet<Locked> = whole.map(|wanted| wanted.locked).collect();
    // Another version of it may ask for other features.
    let version = |(lock, at): Locked| &locks[lock].packages[at].version;
    let is_read = |locked: Locked| {
        let chosen = alike.chosen(locked);
        version(chosen) == version(locked)
            && looked_for.get(&chosen).is_some_and(|first| read.contains(first))
    };
    let mut unheard: FxHashSet<Locked> = FxHashSet::default();
    for (lock, Lock { packages }) in locks.iter().enumerate().skip(UNLOCKED + 1) {
        for (at, package) in packages.iter().enumerate() {
            let is_own = package.source == LockedSource::Path && own.contains(package.name.as_str());
            if !is_own && !is_read((lock, at)) {
                unheard.extend(package.dependencies.iter().map(|at| (lock, *at)));
            }
        }
    }
    let mut same: FxHashMap<Locked, Vec<Locked>> = FxHashMap::default();
    for (one, first) in looked_for {
        same.entry(*first).or_default().extend(alike.members(one));
    }
    let of = |Wanted { locked, read, is_whole }: &Wanted| {
        let same = same.get(locked).map_or(&[][..], |same| same);
        if !is_whole || same.iter().any(|locked| locked.0 == UNLOCKED) {
            return Features::default();
        }
        let has = |name: &str| {
            same.iter().any(|(lock, at)| {
                let packages = &locks[*lock].packages;
                packages[*at].dependencies.iter().any(|at| packages[*at].name == name)
            })
        };
        let heard = !same.iter().any(|locked| unheard.contains(locked));
        switches.of(&read.package, heard, &has)
    };
    all.iter().map(of).collect()
}

/// What an entry of a feature of the package `name` switches on.
fn lead(name: &str, switch: &str, dependencies: &[Dependency]) -> SmallVec<[Feature; 2]> {
    let own = |feature: &str| (name.to_owned(), feature.to_owned());
    let Some((key, feature)) = switch.split_once('/') else { return SmallVec::from_elem(own(switch), 1) };
    let mut leads = SmallVec::new();
    let (key, weak) = (key.trim_end_matches('?'), key.ends_with('?'));
    leads.extend(called(dependencies, key).map(|to| (to.package.clone(), feature.to_owned())));
    if !weak {
        leads.push(own(key));
    }
    leads
}

/// The dependencies that a manifest calls `key`: it may have one for tests besides, or one for each of several platforms.
fn called<'d>(dependencies: &'d [Dependency], key: &str) -> impl Iterator<Item = &'d Dependency> {
    let key = key.replace('-', "_");
    dependencies.iter().filter(move |dependency| dependency.name == key.as_str())
}

/// Whether all that a feature needs is in some build. What is required is in all of them, and what only tests have is
/// nothing to a feature of a dependency.
fn can_be_on(package: &ForeignPackage, feature: &str, has: &dyn Fn(&str) -> bool) -> bool {
    let present = |key: &str| {
        let mut called = called(&package.dependencies, key).peekable();
        called.peek().is_none() || called.any(|it| !it.is_optional || has(&it.package))
    };
    let mut seen = BTreeSet::new();
    let mut left = vec![feature];
    while let Some(feature) = left.pop() {
        if !seen.insert(feature) {
            continue;
        }
        let Some(switches) = package.features.get(feature) else {
            if !present(feature) {
                return false;
            }
            continue;
        };
        for switch in switches {
            let needed = match (switch.split_once('/'), switch.strip_prefix("dep:")) {
                (Some((key, _)), _) if key.ends_with('?') => continue,
                (Some((key, _)), _) | (None, Some(key)) => key,
                (None, None) => {
                    left.push(switch);
                    continue;
                }
            };
            if !present(needed) {
                return false;
            }
        }
    }
    true
}

/// These features, and all of the same package that they switch on, `dep:x` among them.
fn closure(package: &ForeignPackage, asked: &BTreeSet<String>) -> BTreeSet<String> {
    let mut on = BTreeSet::new();
    let mut left: Vec<&str> = asked.iter().map(String::as_str).collect();
    while let Some(feature) = left.pop() {
        if !on.insert(feature.to_owned()) {
            continue;
        }
        // `x/f` switches on `x` where that is optional.
        let is_optional = |key: &&str| called(&package.dependencies, key).any(|it| it.is_optional);
        let switches = package.features.get(feature).into_iter().flatten();
        left.extend(switches.filter_map(|switch| match switch.split_once('/') {
            Some((key, _)) => Some(key).filter(|key| !key.ends_with('?')).filter(is_optional),
            None => Some(switch.as_str()),
        }));
    }
    on
}
