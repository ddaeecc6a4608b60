//! Loads the packages that a request reaches, and widens the boundary to where they lie. Walks no directory.
//!
//! Manifests come from strangers. One may name any directory, so a place outside of what was asked for must agree:
//! - a workspace root above, as for cargo, or one that `package.workspace` points to and that lists the package;
//! - a member outside of its workspace's directory, if its `package.workspace` points back;
//! - a path dependency outside of the project (a checkout beside it), if there is a `Cargo.toml` (a regular file) of
//!   a package of that very name. Of it only `.rs` files are read.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::Boundary;
use super::manifest::{Broken, Manifest};
use super::paths::real;
use super::read::read_manifest;
use super::requirements::{Requirement, requirements};
use super::stripped::stripped;
use crate::finding::Problem;

/// A package or workspace root that the request reaches.
pub(super) struct Loaded {
    /// Its manifest, or what stands in for a broken one.
    pub manifest: Rc<Manifest>,
    /// The workspace that it inherits from: itself, or one above.
    pub root: Option<Rc<Manifest>>,
    /// Its dependencies.
    pub requirements: Vec<Requirement>,
    /// Whether cargo would load it for what was asked, too. Else only the walk found it: a fixture, a template.
    pub named: bool,
}

/// Everything that was loaded so far.
#[derive(Default)]
pub(super) struct Loader {
    pub boundary: Boundary,
    pub problems: Vec<Problem>,
    /// What the request reaches, by directory.
    pub loaded: BTreeMap<PathBuf, Loaded>,
    /// Members outside of the directories asked for: they are asked for as well.
    pub outer_members: Vec<PathBuf>,
    /// Real directories of path dependencies that may be read, by the path as written.
    pub path_dependencies: BTreeMap<PathBuf, PathBuf>,
    /// Every manifest looked at, by directory; `None`: there is none.
    manifests: BTreeMap<PathBuf, Option<Rc<Manifest>>>,
    broken: BTreeMap<PathBuf, Broken>,
    queue: VecDeque<PathBuf>,
}

impl Loader {
    /// Directories that "the workspace one stands in" means: the workspace's, and the package's if it lies elsewhere.
    pub fn workspace_dirs(&mut self, cwd: &Path) -> Vec<PathBuf> {
        let Some(nearest) = self.nearest_manifest(cwd) else { return vec![cwd.to_path_buf()] };
        match self.root_of(&nearest) {
            Some(root) if nearest.starts_with(&root.dir) => vec![root.dir.clone()],
            Some(root) => vec![root.dir.clone(), nearest],
            None => vec![nearest],
        }
    }

    /// Makes way for what lies in `dir`: the package and the workspace around it.
    pub fn enter(&mut self, dir: &Path) {
        self.admit_root(dir);
        let Some(nearest) = self.nearest_manifest(dir) else { return };
        let home = self.root_of(&nearest).map_or_else(|| nearest.clone(), |root| root.dir.clone());
        self.admit_root(&nearest);
        self.admit_root(&home);
        self.queue.push_back(nearest);
    }

    /// Loads what was entered, the manifests that the walk found (`found`: their directories), the members of
    /// workspaces among them, and all that these reach by path.
    pub fn load(&mut self, found: &BTreeSet<PathBuf>) {
        let is_top = |dir: &&PathBuf| !dir.ancestors().skip(1).any(|above| found.contains(above));
        self.queue.extend(found.iter().filter(is_top).cloned());
        self.load_queue(found, true);
        self.queue.extend(found.iter().cloned());
        self.load_queue(found, false);
    }

    /// The manifest in `dir` is broken.
    pub fn is_broken(&self, dir: &Path) -> bool {
        self.broken.contains_key(dir)
    }

    fn load_queue(&mut self, found: &BTreeSet<PathBuf>, named: bool) {
        while let Some(dir) = self.queue.pop_front() {
            if self.loaded.contains_key(&dir) {
                continue;
            }
            let Some(manifest) = self.manifest(&dir) else { continue };
            if let Some(broken) = self.broken.get(&dir).cloned() {
                self.say(&manifest.path, broken.position, broken.message, named);
            }
            // Members are asked for with their workspace; whoever asks for less reaches them by path.
            if manifest.workspace().is_some() && found.contains(&dir) {
                let is_member = |dir: &&PathBuf| manifest.claims(dir) && !manifest.excludes(dir);
                self.queue.extend(found.iter().filter(is_member).cloned());
                for member in manifest.plain_members() {
                    self.load_member(&manifest, &member, named);
                }
            }
            let root = self.root_of(&dir);
            let mut requirements = requirements(&manifest, root.as_deref());
            requirements.extend(stripped(&self.boundary, &manifest));
            for requirement in &requirements {
                self.load_path_dependency(&manifest, requirement, named);
            }
            self.loaded.insert(dir, Loaded { manifest, root, requirements, named });
        }
    }

    fn load_member(&mut self, root: &Manifest, member: &Path, named: bool) {
        let dir = real(member).ok().filter(|dir| self.manifest(dir).is_some());
        let Some(dir) = dir else {
            return self.say(member, None, "is a workspace member without a `Cargo.toml`".to_owned(), named);
        };
        if !self.boundary.holds(&dir) {
            let pointer = self.manifest(&dir).and_then(|manifest| manifest.root_pointer());
            if pointer.and_then(|pointer| real(&pointer).ok()).is_none_or(|pointer| pointer != root.dir) {
                let message =
                    "is a workspace member outside of the workspace that does not name it as its own";
                return self.say(member, None, message.to_owned(), named);
            }
            self.admit_root(&dir);
            self.outer_members.push(dir.clone());
        }
        self.queue.push_back(dir);
    }

    fn load_path_dependency(&mut self, manifest: &Manifest, requirement: &Requirement, named: bool) {
        let Some(path) = &requirement.path else { return };
        if self.path_dependencies.contains_key(path) {
            return;
        }
        let dir = real(path).ok().filter(|dir| self.manifest(dir).is_some());
        let reason = match dir {
            None => "there is no `Cargo.toml` where it should lie",
            Some(dir) if self.boundary.holds(&dir) || self.is_package(&dir, &requirement.package) => {
                if !self.boundary.holds(&dir) {
                    add_root(&mut self.boundary.sources, &dir);
                }
                self.path_dependencies.insert(path.clone(), dir.clone());
                return self.queue.push_back(dir);
            }
            Some(_) => "it lies outside the project, where there is no package of its name",
        };
        // Without its dependency a package can be checked all the same. Fixtures often name what is not there.
        if named {
            let message = format!("dependency `{}` is left out: {reason}", requirement.key);
            self.problems.push(Problem {
                path: manifest.path.clone(),
                position: None,
                message,
                incomplete: false,
            });
        }
    }

    /// Widens the boundary. Manifests that could not be read so far may be links to what lies within now.
    fn admit_root(&mut self, dir: &Path) {
        add_root(&mut self.boundary.roots, dir);
        self.manifests.retain(|dir, _| !self.broken.contains_key(dir));
        self.broken.retain(|dir, _| self.loaded.contains_key(dir));
    }

    /// Whether `dir` holds a manifest of a package called `name`.
    fn is_package(&mut self, dir: &Path, name: &str) -> bool {
        let manifest = self.manifest(dir);
        !self.is_broken(dir) && manifest.is_some_and(|manifest| manifest.name() == Some(name))
    }

    fn nearest_manifest(&mut self, dir: &Path) -> Option<PathBuf> {
        dir.ancestors().find(|dir| self.manifest(dir).is_some()).map(Path::to_path_buf)
    }

    /// The workspace that the manifest in `dir` belongs to, found as cargo finds it.
    fn root_of(&mut self, dir: &Path) -> Option<Rc<Manifest>> {
        let manifest = self.manifest(dir)?;
        if manifest.workspace().is_some() {
            return Some(manifest);
        }
        if let Some(pointer) = manifest.root_pointer() {
            let root = self.manifest(&real(&pointer).ok()?)?;
            return root.claims(dir).then_some(root);
        }
        for above in dir.ancestors().skip(1) {
            if let Some(root) = self.manifest(above)
                && root.workspace().is_some()
                && !root.excludes(dir)
            {
                return Some(root);
            }
        }
        None
    }

    /// The manifest in `dir` (a real path); of a broken one, what stands in for it.
    fn manifest(&mut self, dir: &Path) -> Option<Rc<Manifest>> {
        if let Some(known) = self.manifests.get(dir) {
            return known.clone();
        }
        let path = dir.join("Cargo.toml");
        let manifest = path.symlink_metadata().ok().map(|_| {
            let text = read_manifest(&self.boundary, &path).map_err(Broken::from);
            let parsed = text.and_then(|text| Manifest::parse(dir, &text));
            Rc::new(parsed.unwrap_or_else(|broken| {
                self.broken.insert(dir.to_path_buf(), broken);
                Manifest::by_convention(dir)
            }))
        });
        self.manifests.insert(dir.to_path_buf(), manifest.clone());
        manifest
    }

    fn say(&mut self, path: &Path, position: Option<(u32, u32)>, message: String, incomplete: bool) {
        self.problems.push(Problem { path: path.to_path_buf(), position, message, incomplete });
    }
}

/// Adds a directory to `dirs`, which hold none that lies in another.
fn add_root(dirs: &mut Vec<PathBuf>, dir: &Path) {
    if !dirs.iter().any(|known| dir.starts_with(known)) {
        dirs.retain(|known| !known.starts_with(dir));
        dirs.push(dir.to_path_buf());
        dirs.sort();
    }
}
