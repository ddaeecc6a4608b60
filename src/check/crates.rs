//! Packages, targets and loose files → crates that know each other.

use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};

use super::base::Base;
use super::bodies::expand_bodies;
use super::dependencies::name_of;
use super::earlier::Earlier;
use super::expand::Expander;
use super::foreign::{Dependencies, Foreign, Found, std_names};
use super::grafts::InBodies;
use super::made::by_reason;
use super::modules::{Mode, follow};
use super::replay::{Recorded, Recorder};
use super::sources::{Sources, read_files};
use super::{Options, Progress};
use crate::cache::Cache;
use crate::discover::{LintLevel, Package, Project, Target, TargetKind, real_path};
use crate::finding::{FileId, Problem, display_path};
use crate::index::cfg::Features;
use crate::index::{Builder, CrateId, CrateSpec, Index, ModFiles};
use crate::lang::Text;
use crate::stdlib::{FILES, TEST};
use crate::summary::Name;

/// Crates of the standard library that have no signatures here.
const UNSEEN: [&str; 1] = ["proc_macro"];

/// The indexed crates.
pub(super) struct Crates<'s> {
    pub index: Index<'s>,
    pub std: CrateId,
    /// What of it dependencies alone decide.
    pub base: Base,
    /// Which dependencies were found.
    pub dependencies: Dependencies,
    /// How many macro calls stand where items do.
    pub between_items: usize,
    /// Why they were not read, those that were not.
    pub unread: Vec<(Text, usize)>,
    /// Macro calls in bodies.
    pub in_bodies: InBodies,
    /// What their manifests say of lints.
    pub lints: CrateLints,
}

/// What the manifests say of lints, by crate.
#[derive(Default)]
pub(super) struct CrateLints(FxHashMap<CrateId, Vec<LintLevel>>);

impl CrateLints {
    /// The levels that hold for a crate as a whole.
    pub fn of(&self, krate: CrateId) -> &[LintLevel] {
        self.0.get(&krate).map_or(&[], Vec::as_slice)
    }
}

impl<'s> Crates<'s> {
    /// Reads all files, and indexes std, dependencies, all targets, then all files that no target reaches.
    pub fn assemble(
        project: &Project,
        sources: &mut Sources<'s>,
        options: &Options,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Self {
        let cache = &options.cache;
        let mut foreign = Foreign::new(project, cache);
        let bodies = sources.bodies();
        let kept = || Earlier::new(cache, &project.boundary.roots);
        let own = || rayon::join(|| read_files(project, bodies, cache, progress), kept);
        let (found, (files, earlier)) = rayon::join(|| foreign.read(project), own);
        sources.add_all(&project.files, files);
        let mut assembly = Assembly {
            project,
            sources,
            builder: Builder::default(),
            libs: FxHashMap::default(),
            made: Vec::new(),
            wanted: FxHashSet::default(),
            foreign,
            modes: FxHashMap::default(),
            expander: Expander::new(earlier, project, options.without_macros),
        };
        let std = assembly.std();
        let recorded = assembly.dependencies(found, cache);
        let kept = assembly.expander.earlier.kept();
        let base = rayon::in_place_scope(|scope| {
            scope.spawn(|_| kept.read_ahead());
            let base = assembly.base(recorded, std, cache);
            assembly.targets();
            base
        });
        assembly.connect(std);
        // What macros declare belongs to the targets: the rest is loose.
        assembly.expand();
        assembly.loose_files();
        assembly.connect(std);
        assembly.expand();
        let in_bodies = expand_bodies(&mut assembly.expander, assembly.sources, &mut assembly.builder);
        assembly.expander.earlier.keep();
        let spoken =
            assembly.made.iter().filter_map(|(krate, package, _)| Some((*krate, (*package)?.lints.clone())));
        let lints = CrateLints(spoken.filter(|(_, lints)| !lints.is_empty()).collect());
        let Assembly { builder, sources, wanted, mut foreign, expander, .. } = assembly;
        sources.report(&wanted);
        sources.problems.append(&mut foreign.take_problems());
        let (between_items, unread) = (expander.calls, by_reason(&expander.unread));
        Crates {
            index: builder.finish(),
            std: std[0],
            base,
            dependencies: foreign.count(),
            between_items,
            unread,
            in_bodies,
            lints,
        }
    }
}

struct Assembly<'a, 's> {
    project: &'a Project,
    sources: &'a mut Sources<'s>,
    builder: Builder<'s>,
    /// The library of each package, by manifest.
    libs: FxHashMap<PathBuf, (Name, CrateId)>,
    /// Every crate with its package, and whether it sees its package's library.
    made: Vec<(CrateId, Option<&'a Package>, bool)>,
    wanted: FxHashSet<PathBuf>,
    foreign: Foreign,
    /// What each crate of the project is followed for.
    modes: FxHashMap<CrateId, Mode>,
    expander: Expander,
}

impl<'a, 's> Assembly<'a, 's> {
    /// Std, and the crate `test`.
    fn std(&mut self) -> [CrateId; 2] {
        let names = FILES.iter().map(|(name, _)| Name::from(name));
        let files: Vec<_> = self.sources.std_files().collect();
        let modules =
            names.zip(&files).map(|(name, file)| (name, *file, self.sources.summary(*file))).collect();
        let std = self.builder.add_std(modules);
        let (file, mods) = (files[files.len() - 1], ModFiles::default());
        let summary = self.sources.summary(file);
        let features = Some(Features::default());
        let name = Name::from(TEST.0);
        let spec = CrateSpec { name, edition: 2021, file, summary, mods, features, exports_macros: false };
        [std, self.builder.add(&spec)]
    }

    /// All that the dependencies declare. Gives what an earlier run recorded of their macro calls.
    fn dependencies(&mut self, found: Found, cache: &Cache) -> Option<Recorded> {
        let (project, mut recorded) = (self.project, None);
        rayon::in_place_scope(|scope| {
            let (recorded, earlier) = (&mut recorded, &self.expander.earlier);
            scope.spawn(move |_| *recorded = Recorded::load(cache, project, earlier));
            self.foreign.make(found, self.sources, &mut self.builder);
        });
        recorded
    }

    /// What the dependencies decide: all that they declare, and what their macros make. The project's crates come behind.
    fn base(&mut self, recorded: Option<Recorded>, std: [CrateId; 2], cache: &Cache) -> Base {
        self.connect(std);
        let digest = std::mem::take(&mut self.foreign.digester).finish();
        let is_mixed = self.foreign.is_mixed || self.sources.is_mixed;
        match recorded.filter(|recorded| recorded.is_of(digest) && !is_mixed) {
            Some(recorded) => {
                self.expander.replay(recorded, self.sources, &mut self.builder, &mut self.wanted);
            }
            None => {
                self.expander.recorder = cache.is_on().then(|| Recorder::new(cache, self.project));
                self.expand();
            }
        }
        // The project's calls have fuel of their own.
        self.expander.fuel = None;
        let recorder = self.expander.recorder.take();
        let files = std::mem::take(&mut self.expander.foreign_files);
        // Macros called in bodies of the project's files add to their modules, whoever includes these.
        if is_mixed || files.into_iter().any(|file| !self.sources.is_foreign(file)) {
            return Base::none();
        }
        recorder.into_iter().for_each(|recorder| recorder.keep(digest));
        self.expander.base = Some(digest);
        Base::new(self.builder.index(), digest, self.project, cache)
    }

    fn targets(&mut self) {
        let mut targets: Vec<_> = self
            .project
            .packages
            .iter()
            .flat_map(|package| package.targets.iter().map(move |t| (package, t)))
            .collect();
        // Libraries first: a file that a binary reaches too is checked as the library's.
        targets.sort_by_key(|(_, target)| target.kind);
        for (package, target) in targets {
            let file = match self.sources.at(&target.path, true) {
                Ok(Some(file)) => file,
                Ok(None) => {
                    self.missing(package, target);
                    continue;
                }
                Err(why) => {
                    self.unreadable(package, target, &why);
                    continue;
                }
            };
            let modules = follow(self.sources, file, Mode::Target, &mut self.wanted);
            modules.files.iter().for_each(|file| self.sources.reach(*file));
            let as_crate = (target.name, target.edition, target.exports_macros);
            let krate = self.add(file, modules.mods, as_crate);
            self.modes.insert(krate, Mode::Target);
            if target.kind == TargetKind::Lib {
                self.libs.insert(package.manifest.clone(), (target.name, krate));
            }
            let sees_lib = !matches!(target.kind, TargetKind::Lib | TargetKind::BuildScript);
            self.made.push((krate, Some(package), sees_lib));
        }
    }

    /// A target that the manifest lists and whose file is not there. A published package may well leave out the files
    /// of its tests, examples and benchmarks.
    fn missing(&mut self, package: &Package, target: &Target) {
        let is_left_out = matches!(target.kind, TargetKind::Example | TargetKind::Test | TargetKind::Bench);
        let path = display_path(&target.path, &package.dir);
        if package.selected {
            self.sources.problems.push(Problem {
                path: package.manifest.clone(),
                position: None,
                message: format!("target `{}` is left out: there is no `{path}`", target.name),
                incomplete: !is_left_out,
            });
        }
    }

    /// A target's root file that cannot be read. Where it lies out of what is asked for, its manifest is to blame.
    fn unreadable(&mut self, package: &Package, target: &Target, why: &str) {
        let real = real_path(&target.path);
        if !self.project.selection.contains(&real) {
            let path = display_path(&target.path, &package.dir);
            let message = format!("target `{}` is left out: `{path}` {why}", target.name);
            let problem = Problem {
                path: package.manifest.clone(),
                position: None,
                message,
                incomplete: package.selected,
            };
            self.sources.problems.push(problem);
            self.sources.explain(real.clone());
        }
        self.wanted.insert(real);
    }

    /// Name, edition, and whether it exports macros only.
    fn add(
        &mut self,
        file: FileId,
        mods: ModFiles<'s>,
        (name, edition, exports_macros): (Name, u16, bool),
    ) -> CrateId {
        let summary = self.sources.summary(file);
        self.builder.add(&CrateSpec {
            name,
            edition,
            file,
            summary,
            mods,
            exports_macros,
            // Whoever builds the project may ask for any.
            features: None,
        })
    }

    fn expand(&mut self) {
        self.expander.run(self.sources, &mut self.builder, &self.modes, &mut self.wanted);
    }

    /// Files that no target reaches, each with the modules below it, as crates of their own.
    fn loose_files(&mut self) {
        let loose: Vec<FileId> = self.sources.all().filter(|file| !self.sources.is_reached(*file)).collect();
        let mut children = FxHashSet::default();
        for file in &loose {
            let below = follow(self.sources, *file, Mode::Loose, &mut self.wanted);
            children.extend(below.files.into_iter().skip(1));
        }
        let (roots, inner): (Vec<_>, Vec<_>) = loose.into_iter().partition(|file| !children.contains(file));
        let mut claimed = FxHashSet::default();
        for file in roots.into_iter().chain(inner) {
            if claimed.contains(&file) {
                continue;
            }
            let package = self.package_around(self.sources.path(file));
            let edition =
                package.and_then(|package| package.targets.first()).map_or(2024, |target| target.edition);
            let stem = self.sources.path(file).file_stem().map(|stem| stem.to_string_lossy());
            let name = Name::from(stem.as_deref().unwrap_or("loose"));
            let modules = follow(self.sources, file, Mode::Loose, &mut self.wanted);
            claimed.extend(modules.files.iter().copied());
            let krate = self.add(file, modules.mods, (name, edition, false));
            self.modes.insert(krate, Mode::Loose);
            self.made.push((krate, package, true));
        }
    }

    fn package_around(&self, path: &Path) -> Option<&'a Package> {
        let around = self.project.packages.iter().filter(|package| path.starts_with(&package.dir));
        around.max_by_key(|package| package.dir.components().count())
    }

    /// Tells each crate what other crates its paths may start with.
    fn connect(&mut self, [std, test]: [CrateId; 2]) {
        for krate in self.builder.crates() {
            std_names().into_iter().for_each(|name| self.builder.add_extern(krate, name, Some(std)));
            UNSEEN.into_iter().for_each(|name| self.builder.add_extern(krate, Name::from(name), None));
            // A dependency may be called so.
            self.builder.add_extern_unless_known(krate, Name::from(TEST.0), test);
        }
        for (krate, package, sees_lib) in &self.made {
            let Some(package) = package else { continue };
            if let Some((name, lib)) = self.libs.get(&package.manifest).filter(|_| *sees_lib) {
                self.builder.add_extern(*krate, *name, Some(*lib));
            }
            for dependency in &package.dependencies {
                let target = match &dependency.manifest {
                    Some(manifest) => self.libs.get(manifest).map(|(_, krate)| *krate),
                    None => self.foreign.resolve(&self.project.boundary, package, dependency),
                };
                let name = match dependency.manifest {
                    Some(_) => dependency.name,
                    None => name_of(&self.builder, dependency, target),
                };
                self.builder.add_extern(*krate, name, target);
            }
        }
    }
}
