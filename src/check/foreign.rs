//! Dependencies: which of them some path can reach, where their sources lie, their signatures.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::alike::Alike;
use super::dependencies::{may_be_named, name_of, reached};
use super::digest::Digester;
use super::features::{Entries, Switches, features};
use super::modules::{Mode, follow};
use super::packages::{PackageFiles, Place, read_package};
use super::platforms::is_portable;
use super::sources::Sources;
use crate::cache::Cache;
use crate::discover::{
    Boundary, Damaged, Dependency, ForeignPackage, Lock, LockedSource, Package, Project, SourceStore,
    vendor_dirs,
};
use crate::finding::Problem;
use crate::index::cfg::Features;
use crate::index::{Builder, CrateId, CrateSpec};
use crate::known;
use crate::summary::{FileSummary, Name};

/// A package of one of the lock files: which lock file, which entry.
pub(super) type Locked = (usize, usize);

/// What stands for a lock file where there is none.
pub(super) const UNLOCKED: usize = 0;

/// More packages than any real project reaches.
const MAX_PACKAGES: usize = 2_000;

/// The dependencies of a run.
pub(super) struct Foreign {
    /// The first is none: it collects what was chosen where there is no lock file.
    pub(super) locks: Vec<Lock>,
    /// The lock file that holds for a directory, by the directory it lies in.
    pub(super) by_dir: FxHashMap<PathBuf, Option<usize>>,
    pub(super) store: SourceStore,
    /// Entries of several lock files that one counts for.
    pub(super) alike: Alike,
    cache: Cache,
    /// Packages that were looked for, each with the first one that has the same sources.
    looked_for: FxHashMap<Locked, Locked>,
    by_source: FxHashMap<PathBuf, Locked>,
    /// The crates of those that have sources and a library.
    crates: FxHashMap<Locked, CrateId>,
    /// Names and versions of packages of which nothing was found.
    unseen: BTreeSet<String>,
    /// Directories of packages whose sources were found.
    seen: FxHashSet<PathBuf>,
    /// Names of packages that are left out because they are for single platforms.
    for_platforms: BTreeSet<String>,
    /// Names and versions of packages in whose place stands what the linter brings along.
    stood_in: BTreeSet<String>,
    pub(super) problems: Vec<Problem>,
    /// Of all that is made of them.
    pub digester: Digester,
    /// A file of theirs is the project's too, or what they say could not be kept.
    pub is_mixed: bool,
}

/// What was found of the packages that some path may lead to.
pub(super) struct Dependencies {
    /// How many have sources on this machine.
    pub seen: usize,
    /// How many have none, but are known to the linter.
    pub stood_in: usize,
    /// How many are for single platforms, and left out.
    pub for_platforms: usize,
    /// The others: name, and version where it is known. Sorted.
    pub unseen: Vec<String>,
}

/// A package that was read.
pub(super) struct Wanted {
    pub locked: Locked,
    pub read: PackageFiles,
    /// Whether its manifest says all that the published one does.
    pub is_whole: bool,
}

/// All that was read, with what is known of the features of each.
pub(super) struct Found {
    packages: Vec<(Wanted, Features)>,
    switches: Switches,
}

impl Foreign {
    /// Looks at what cargo's home and the project's vendored directories hold.
    pub fn new(project: &Project, cache: &Cache) -> Self {
        let home = project.cargo_home.clone().or_else(cargo_home).unwrap_or_default();
        Foreign {
            locks: vec![Lock::default()],
            by_dir: FxHashMap::default(),
            store: SourceStore::new(&home, &vendor_dirs(project)),
            alike: Alike::default(),
            cache: cache.clone(),
            looked_for: FxHashMap::default(),
            by_source: FxHashMap::default(),
            crates: FxHashMap::default(),
            unseen: BTreeSet::new(),
            seen: FxHashSet::default(),
            for_platforms: BTreeSet::new(),
            stood_in: BTreeSet::new(),
            problems: Vec::new(),
            digester: Digester::default(),
            is_mixed: false,
        }
    }

    /// Reads all dependencies that the packages of the project can reach.
    pub fn read(&mut self, project: &Project) -> Found {
        let mut asked: Vec<Locked> = Vec::new();
        for package in reached(project) {
            for dependency in package.dependencies.iter().filter(|it| it.manifest.is_none()) {
                if !is_portable(dependency, true) {
                    self.for_platforms.insert(dependency.package.clone());
                    continue;
                }
                match self.of_package(&project.boundary, package, dependency) {
                    Some(locked) => asked.push(locked),
                    // Nobody who has the package as published has that one.
                    None if dependency.is_stripped => {}
                    None => drop(self.unseen.insert(dependency.package.clone())),
                }
            }
        }
        self.alike = Alike::new(&self.locks, &self.store);
        let asked = asked.into_iter().map(|locked| self.alike.chosen(locked)).collect();
        let mut switches = Switches::default();
        project.packages.iter().for_each(|package| switches.add_own(package));
        let all = self.read_all(asked, &mut switches);
        for wanted in &all {
            self.for_platforms.remove(&wanted.read.package.name);
        }
        let own: FxHashSet<&str> = project.packages.iter().map(|package| package.name.as_str()).collect();
        let known = Entries { locks: &self.locks, looked_for: &self.looked_for, alike: &self.alike };
        let features = features(&all, known, &switches, &own);
        Found { packages: all.into_iter().zip(features).collect(), switches }
    }

    /// Reads these packages, and all that paths may lead to from there.
    fn read_all(&mut self, mut asked: Vec<Locked>, switches: &mut Switches) -> Vec<Wanted> {
        let mut all: Vec<Wanted> = Vec::new();
        while !asked.is_empty() && self.looked_for.len() < MAX_PACKAGES {
            let read = self.read_some(asked);
            asked = Vec::new();
            for wanted in read {
                let package = &wanted.read.package;
                switches.add(package);
                let names = FxHashSet::from_iter(wanted.read.names.iter().copied());
                let may_be_on = |dependency: &Dependency| {
                    package.always.contains(&dependency.name) || switches.bring_in(package, &dependency.name)
                };
                let is_unlocked = self.is_unlocked(wanted.locked);
                for dependency in package.dependencies.iter().filter(|it| may_be_named(it, &names)) {
                    // A lock file leaves out what no build has; without one, what somebody asks for is there.
                    if is_unlocked
                        && !may_be_on(dependency)
                        && self.of_locks(wanted.locked, dependency).is_none()
                    {
                        continue;
                    }
                    if is_portable(dependency, false) {
                        asked.extend(self.of_locked(wanted.locked, dependency));
                    } else {
                        self.for_platforms.insert(dependency.package.clone());
                    }
                }
                all.push(wanted);
            }
        }
        all
    }

    /// Makes crates of what was read, and tells them of each other.
    pub fn make<'s>(&mut self, found: Found, sources: &mut Sources<'s>, builder: &mut Builder<'s>) {
        let Found { packages, switches } = found;
        let mut made: Vec<(CrateId, Locked, Vec<Dependency>)> = Vec::new();
        for (Wanted { locked, read, .. }, features) in packages {
            let PackageFiles { package, files, checksum, .. } = read;
            self.digester.text(&package.dir.to_string_lossy());
            self.digester.number(checksum);
            self.is_mixed |= checksum == 0;
            self.digester.names(&features.on);
            self.digester.names(&features.off);
            self.digester.names(&features.absent);
            if let Some(krate) = self.add(sources, builder, &package, files, features) {
                self.crates.insert(locked, krate);
                made.push((krate, locked, package.dependencies));
            }
        }
        let is_async = !switches.may_be_on("maybe-async", "is_sync");
        self.digester.number(u64::from(is_async));
        if is_async {
            made.iter().for_each(|(krate, ..)| builder.set_async(*krate));
        }
        for (krate, locked, dependencies) in made {
            for dependency in &dependencies {
                let target = self.of_locked(locked, dependency);
                let target = target.and_then(|locked| self.krate(locked));
                let name = name_of(builder, dependency, target);
                self.digester.text(&name);
                self.digester.number(target.map_or(u64::MAX, |target| u64::from(target.0)));
                builder.add_extern(krate, name, target);
            }
        }
    }

    /// Makes a crate of a package. Its files have no text: nothing points into them.
    fn add<'s>(
        &mut self,
        sources: &mut Sources<'s>,
        builder: &mut Builder<'s>,
        package: &ForeignPackage,
        files: Vec<(PathBuf, FileSummary)>,
        features: Features,
    ) -> Option<CrateId> {
        for (path, summary) in files {
            sources.add_foreign(path, summary);
        }
        let file = sources.at(&package.lib.path, false).ok().flatten()?;
        let modules = follow(sources, file, Mode::Foreign, &mut FxHashSet::default());
        self.is_mixed |= modules.files.iter().any(|file| !sources.is_foreign(*file));
        let spec = CrateSpec {
            name: package.lib.name,
            edition: package.lib.edition,
            file,
            summary: sources.summary(file),
            mods: modules.mods,
            exports_macros: package.lib.exports_macros,
            features: Some(features),
        };
        Some(builder.add(&spec))
    }

    /// The crate that a dependency of a package of the project means, if its sources were found.
    pub fn resolve(
        &mut self,
        boundary: &Boundary,
        package: &Package,
        dependency: &Dependency,
    ) -> Option<CrateId> {
        let locked = self.of_package(boundary, package, dependency)?;
        self.krate(locked)
    }

    /// How many packages were found, and which were not.
    pub fn count(&self) -> Dependencies {
        let (seen, stood_in) = (self.seen.len(), self.stood_in.len());
        let for_platforms = self.for_platforms.len();
        Dependencies { seen, stood_in, for_platforms, unseen: self.unseen.iter().cloned().collect() }
    }

    /// What went wrong.
    pub fn take_problems(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.problems)
    }

    fn krate(&self, locked: Locked) -> Option<CrateId> {
        self.crates.get(self.looked_for.get(&locked)?).copied()
    }

    /// Reads and lowers packages that were not read yet, in parallel over their files.
    fn read_some(&mut self, asked: Vec<Locked>) -> Vec<Wanted> {
        let mut packages: Vec<(Locked, Place)> = Vec::new();
        for locked in asked {
            if self.looked_for.contains_key(&locked) {
                continue;
            }
            let place = self.place(locked);
            let first =
                place.as_ref().map_or(locked, |place| *self.by_source.entry(place.dir()).or_insert(locked));
            self.looked_for.insert(locked, first);
            if first == locked {
                packages.extend(place.map(|place| (locked, place)));
            }
        }
        let read: Vec<_> = packages
            .into_par_iter()
            .map(|(locked, place)| {
                let read = read_package(&self.cache, &place);
                (locked, place, read)
            })
            .collect();
        let wanted = read.into_iter().filter_map(|(locked, place, read)| match read {
            Ok(read) => {
                let is_whole = !matches!(place, Place::Known { .. });
                Some(Wanted { locked, read: read?, is_whole })
            }
            // As if it were not there.
            Err(Damaged) => {
                let entry = &self.locks[locked.0].packages[locked.1];
                self.unseen.insert(format!("{} {}", entry.name, entry.version));
                self.seen.remove(&place.dir());
                None
            }
        });
        wanted.collect()
    }

    /// Where the sources of a package lie, or what stands in for them. Counts what it finds.
    fn place(&mut self, (lock, at): Locked) -> Option<Place> {
        let entry = &self.locks[lock].packages[at];
        let label = || format!("{} {}", entry.name, entry.version);
        if let Some(dir) = self.store.locate(entry) {
            self.seen.insert(dir.clone());
            let checkout = self.store.checkout_of(&dir);
            return Some(Place::Dir { dir, checkout });
        }
        match &entry.source {
            LockedSource::Path => None,
            LockedSource::Registry { .. } => match known::stand_in(&entry.name, &entry.version) {
                Some(version) => {
                    self.stood_in.insert(label());
                    Some(Place::Known { name: entry.name.clone(), version })
                }
                None => {
                    self.unseen.insert(label());
                    None
                }
            },
            LockedSource::Git { commit, .. } => match self.store.database_of(entry) {
                Some(database) => {
                    let (name, version) = (entry.name.clone(), entry.version.clone());
                    let (database, commit) = (database.to_path_buf(), commit.clone());
                    let place = Place::Committed { database, commit, name, version };
                    self.seen.insert(place.dir());
                    Some(place)
                }
                None => {
                    self.unseen.insert(label());
                    None
                }
            },
        }
    }
}

/// Where cargo keeps what it downloads.
fn cargo_home() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// The name that a crate goes by where nobody renames it.
pub(super) fn std_names() -> [Name; 3] {
    ["std", "core", "alloc"].map(Name::from)
}
