//! Which package of a lock file a dependency means; where there is none, the newest that fits.

use std::path::Path;

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
        let Some(lock) = self.lock_for(boundary, &package.dir) else { return self.unlocked(dependency) };
        let packages = &self.locks[lock].packages;
        let own = packages.iter().find(|locked| locked.name == package.name && locked.checksum.is_none());
        let all: Vec<usize> = (0..packages.len()).collect();
        let among = own.map_or(&all, |own| &own.dependencies);
        // A lock file has what was taken out only if others depend on it.
        let only = || only(packages, dependency).filter(|_| dependency.is_stripped);
        match choose(packages, among, dependency).or_else(only) {
            Some(at) => Some((lock, at)),
            // The lock file is older than the manifest: cargo would choose as if there were none.
            None => self.unlocked(dependency),
        }
    }

    /// The newest package on this machine that fits, or else the newest that is known.
    fn unlocked(&mut self, dependency: &Dependency) -> Option<Locked> {
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
        Some((UNLOCKED, at))
    }

    pub(super) fn of_locked(&mut self, (lock, at): Locked, dependency: &Dependency) -> Option<Locked> {
        if lock == UNLOCKED {
            return self.unlocked(dependency);
        }
        let packages = &self.locks[lock].packages;
        choose(packages, &packages[at].dependencies, dependency).map(|at| (lock, at))
    }

    /// The lock file of a directory's workspace: the nearest upwards.
    fn lock_for(&mut self, boundary: &Boundary, dir: &Path) -> Option<usize> {
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
