//! Which package of a lock file a dependency means; where there is none, the newest that fits.

use std::path::Path;

use semver::{Version, VersionReq};

use super::dependencies::{choose, only};
use super::foreign::{Foreign, Locked, UNLOCKED};
use crate::discover::{Boundary, Dependency, Lock, LockedPackage, Package};
use crate::known;

impl Foreign {
    /// The locked package that a dependency of a package of the project means.
    pub(super) fn of_package(
        &mut self,
        boundary: &Boundary,
        package: &Package,
        dependency: &Dependency,
    ) -> Option<Locked> {
        let Some(lock) = self.lock_for(boundary, &package.workspace) else {
            return self.unlocked(dependency);
        };
        let packages = &self.locks[lock].packages;
        let own = packages.iter().find(|locked| locked.name == package.name && locked.checksum.is_none());
        let all: Vec<usize> = (0..packages.len()).collect();
        let among = own.map_or(&all, |own| &own.dependencies);
        // A lock file has what was taken out only if others depend on it.
        let only = || only(packages, dependency).filter(|_| dependency.is_stripped);
        match choose(packages, among, dependency).or_else(only) {
            Some(at) => Some(self.alike.chosen((lock, at))),
            // The lock file is older than the manifest: cargo would choose as if there were none.
            None => self.unlocked(dependency),
        }
    }

    /// The newest package on this machine that fits, or else the newest that is known.
    pub(super) fn unlocked(&mut self, dependency: &Dependency) -> Option<Locked> {
        let (name, requirement) = (&dependency.package, dependency.version.as_deref()?);
        let known =
            || known::newest(name, requirement).map(|version| LockedPackage::of_registry(name, version));
        let package = self.store.newest(name, requirement).or_else(known)?;
        let chosen = &mut self.locks[UNLOCKED].packages;
        let known = chosen.iter().position(|known| *known == package);
        let at = known.unwrap_or(chosen.len());
        if known.is_none() {
            chosen.push(package);
        }
        let requirement = VersionReq::parse(requirement).ok();
        let fits = |(lock, at): Locked| {
            let version = Version::parse(&self.locks[lock].packages[at].version).ok();
            requirement
                .as_ref()
                .zip(version)
                .is_some_and(|(requirement, version)| requirement.matches(&version))
        };
        Some(self.alike.join((UNLOCKED, at), &self.locks[UNLOCKED].packages[at], fits))
    }

    /// What a dependency of a package means, by any lock file that has the package.
    pub(super) fn of_locks(&self, locked: Locked, dependency: &Dependency) -> Option<Locked> {
        let by_lock = |(lock, at): &Locked| {
            let packages = &self.locks[*lock].packages;
            choose(packages, &packages[*at].dependencies, dependency).map(|at| (*lock, at))
        };
        self.alike.members(&locked).iter().find_map(by_lock).map(|found| self.alike.chosen(found))
    }

    /// As [`Self::of_locks`], or as if there were none for those who ask for the package without one.
    pub(super) fn of_locked(&mut self, locked: Locked, dependency: &Dependency) -> Option<Locked> {
        let found = self.of_locks(locked, dependency);
        found.or_else(|| if self.is_unlocked(locked) { self.unlocked(dependency) } else { None })
    }

    /// Whether somebody asks for that package without a lock file.
    pub(super) fn is_unlocked(&self, locked: Locked) -> bool {
        self.alike.members(&locked).iter().any(|(lock, _)| *lock == UNLOCKED)
    }

    /// The lock file of a workspace: in its directory, or else the nearest upwards.
    pub(super) fn lock_for(&mut self, boundary: &Boundary, dir: &Path) -> Option<usize> {
        if let Some(known) = self.by_dir.get(dir) {
            return *known;
        }
        let inside = boundary.roots.iter().any(|root| dir.starts_with(root));
        let own = if inside { Lock::read(boundary, dir, &mut self.problems) } else { None };
        let found = match own {
            Some(lock) => {
                self.locks.push(lock);
                Some(self.locks.len() - 1)
            }
            None => dir.parent().filter(|_| inside).and_then(|parent| self.lock_for(boundary, parent)),
        };
        self.by_dir.insert(dir.to_path_buf(), found);
        found
    }
}
