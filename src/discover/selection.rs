//! Which files and packages findings are asked for in. Reads no file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use super::asked::Asked;
use super::paths::tidy;
use super::{FoundFile, Package, Project, Request};
use crate::finding::Problem;

/// What of the project is asked for.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Directories and files that are asked for.
    places: Vec<PathBuf>,
    /// With `-p`: all package directories, and whether each is asked for.
    packages: Option<BTreeMap<PathBuf, bool>>,
    excluded: GlobSet,
}

impl Selection {
    /// Whether that very file is named: who names a file wants it checked, whatever reaches it.
    pub fn names(&self, path: &Path) -> bool {
        self.places.iter().any(|place| place == path)
    }

    /// Whether findings in `path` (absolute) are asked for, also where the walk did not see it: a module may be
    /// ignored by git, or lie behind a link.
    pub fn contains(&self, path: &Path) -> bool {
        let of_package = |packages: &BTreeMap<PathBuf, bool>| {
            innermost(path, |dir| packages.contains_key(dir)).is_some_and(|dir| packages[dir])
        };
        self.places.iter().any(|place| path.starts_with(place))
            && self.packages.as_ref().is_none_or(of_package)
            && !self.excluded.is_match(path)
    }
}

impl Project {
    /// Sets what is selected, and lists `files` and the files of targets.
    pub(super) fn select(&mut self, request: &Request, cwd: &Path, asked: &Asked, files: BTreeSet<PathBuf>) {
        self.selection.places = asked.dirs.iter().chain(&asked.files).cloned().collect();
        self.selection.excluded = excluded(&request.exclude, cwd, &mut self.problems);
        self.problems.retain(|problem| !self.selection.excluded.is_match(&problem.path));
        self.selection.packages = self.chosen_packages(request, cwd);

        let files = self.with_targets(files);
        let found = |path: PathBuf| FoundFile { selected: self.selection.contains(&path), path };
        self.files = files.into_iter().map(found).collect();
        self.mark_packages();
        self.report_emptiness(asked);
    }

    /// Adds the root files that the walk did not list: ignored ones, and those that a `path` takes from elsewhere,
    /// which are asked for together with their package.
    fn with_targets(&mut self, mut files: BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
        for package in &self.packages {
            for target in package.targets.iter().filter(|target| !target.path.starts_with(&package.dir)) {
                if self.selection.places.iter().any(|place| package.dir.starts_with(place)) {
                    self.selection.places.push(target.path.clone());
                }
            }
            for target in &package.targets {
                if !files.contains(&target.path)
                    && let Ok(real) = self.boundary.admit(&target.path)
                    && !files.contains(&real)
                {
                    files.insert(target.path.clone());
                }
            }
        }
        files
    }

    /// With `-p`, whether each package is asked for.
    fn chosen_packages(&mut self, request: &Request, cwd: &Path) -> Option<BTreeMap<PathBuf, bool>> {
        if request.packages.is_empty() {
            return None;
        }
        let near = |dir: &Path| {
            self.selection.places.iter().any(|place| dir.starts_with(place) || place.starts_with(dir))
        };
        let near: Vec<&Package> = self.packages.iter().filter(|package| near(&package.dir)).collect();
        for name in &request.packages {
            if near.iter().any(|package| package.name == *name) {
                continue;
            }
            let mut message = format!("there is no package `{name}`");
            if let Some(other) = did_you_mean(name, near.iter().map(|package| package.name.as_str())) {
                message.push_str(&format!("; did you mean `{other}`?"));
            }
            self.problems.push(Problem {
                path: cwd.to_path_buf(),
                position: None,
                message,
                incomplete: true,
            });
        }
        let chosen = |package: &Package| (package.dir.clone(), request.packages.contains(&package.name));
        Some(self.packages.iter().map(chosen).collect())
    }

    /// A package is selected if one of its files is.
    fn mark_packages(&mut self) {
        for package in &mut self.packages {
            package.selected = package.targets.iter().any(|target| self.selection.contains(&target.path));
        }
        let mut by_dir: BTreeMap<PathBuf, &mut bool> =
            self.packages.iter_mut().map(|package| (package.dir.clone(), &mut package.selected)).collect();
        for file in self.files.iter().filter(|file| file.selected) {
            if let Some(dir) = innermost(&file.path, |dir| by_dir.contains_key(dir)).map(Path::to_path_buf)
                && let Some(selected) = by_dir.get_mut(&dir)
            {
                **selected = true;
            }
        }
    }

    /// A directory without any file to check is an oversight; for single files, `exclude` may well take all.
    fn report_emptiness(&mut self, asked: &Asked) {
        if self.selection.packages.is_some() && self.problems.iter().any(|problem| problem.incomplete) {
            return;
        }
        for dir in &asked.dirs {
            let mut files = self.files.iter().filter(|file| file.selected);
            if !files.any(|file| file.path.starts_with(dir)) {
                let message = "holds no Rust file to check (hidden, ignored and excluded ones are left out)";
                self.problems.push(Problem {
                    path: dir.clone(),
                    position: None,
                    message: message.to_owned(),
                    incomplete: true,
                });
            }
        }
    }
}

/// The innermost directory around `path` that `is_package` says yes to.
pub(super) fn innermost(path: &Path, is_package: impl Fn(&Path) -> bool) -> Option<&Path> {
    path.ancestors().skip(1).find(|dir| is_package(dir))
}

/// The globs of `--exclude`, relative to `cwd`. A glob that matches a directory matches all below it; `*` stops at
/// `/`, `**` does not.
pub(super) fn excluded(patterns: &[String], cwd: &Path, problems: &mut Vec<Problem>) -> GlobSet {
    let base = globset::escape(&cwd.to_string_lossy());
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let whole = tidy(&Path::new(&base).join(pattern));
        let whole = whole.to_string_lossy();
        for glob in [whole.to_string(), format!("{whole}/**")] {
            match GlobBuilder::new(&glob).literal_separator(true).build() {
                Ok(glob) => drop(set.add(glob)),
                Err(error) => problems.push(Problem {
                    path: cwd.to_path_buf(),
                    position: None,
                    message: format!("`{pattern}` is not a glob: {}", error.kind()),
                    incomplete: true,
                }),
            }
        }
    }
    set.build().unwrap_or_default()
}

/// Among `names`, what someone who wrote `name` may have meant.
pub(super) fn did_you_mean<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let scored = names.map(|other| (strsim::jaro_winkler(name, other), other));
    let best = scored.max_by(|left, right| left.0.total_cmp(&right.0).then(right.1.cmp(left.1)))?;
    (best.0 > 0.7).then_some(best.1)
}
