//! A temporary directory of files, and short names for what discovery says about it.

use std::path::{Path, PathBuf};

use unawaited::discover::{Package, Project, Request, discover};

/// A directory that is removed at the end of the test.
pub struct Tree {
    _dir: tempfile::TempDir,
    /// Its real path.
    pub root: PathBuf,
}

/// A manifest of an edition-2021 package of that name, and further lines.
pub fn package(name: &str, more: &str) -> String {
    format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n{more}\n")
}

impl Tree {
    /// Lays out files: (path, content).
    pub fn new<C: AsRef<str>>(files: &[(&str, C)]) -> Tree {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let root = dir.path().canonicalize().expect("it exists");
        let tree = Tree { _dir: dir, root };
        for (path, content) in files {
            tree.write(path, content.as_ref());
        }
        tree
    }

    /// Lays out empty files.
    pub fn of(files: &[&str]) -> Tree {
        Tree::new(&files.iter().map(|path| (*path, "")).collect::<Vec<_>>())
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.at(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        std::fs::write(path, content).expect("a file");
    }

    pub fn at(&self, path: &str) -> PathBuf {
        if path.is_empty() { self.root.clone() } else { self.root.join(path) }
    }

    #[cfg(unix)]
    pub fn link(&self, target: impl AsRef<Path>, link: &str) {
        let link = self.at(link);
        std::fs::create_dir_all(link.parent().expect("a parent")).expect("directories");
        std::os::unix::fs::symlink(target, link).expect("a link");
    }

    /// A request of these paths, relative to `cwd`.
    pub fn request(&self, cwd: &str, paths: &[&str]) -> Request {
        let paths = paths.iter().map(PathBuf::from).collect();
        Request { cwd: self.at(cwd), paths, ..Request::default() }
    }

    /// Discovers these paths, relative to `cwd`.
    pub fn discover(&self, cwd: &str, paths: &[&str]) -> Project {
        discover(&self.request(cwd, paths))
    }

    /// Discovers what `cwd` stands in.
    pub fn here(&self, cwd: &str) -> Project {
        self.discover(cwd, &[])
    }

    /// The path below the tree, with `/`.
    pub fn short(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().into_owned()
    }

    /// Files that are asked for.
    pub fn selected(&self, project: &Project) -> Vec<String> {
        let selected = project.files.iter().filter(|file| file.selected);
        selected.map(|file| self.short(&file.path)).collect()
    }

    /// Files that are only read for their items.
    pub fn context(&self, project: &Project) -> Vec<String> {
        let others = project.files.iter().filter(|file| !file.selected);
        others.map(|file| self.short(&file.path)).collect()
    }

    /// `path: message`, with `!` where the run is incomplete because of it.
    pub fn problems(&self, project: &Project) -> Vec<String> {
        let shown = project.problems.iter().map(|problem| {
            let mark = if problem.incomplete { "!" } else { "" };
            let position =
                problem.position.map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
            format!("{mark}{}{position}: {}", self.short(&problem.path), problem.message)
        });
        shown.collect()
    }

    /// `kind name path edition` of each target of `package`.
    pub fn targets(&self, package: &Package) -> Vec<String> {
        let shown = package.targets.iter().map(|target| {
            format!("{:?} {} {} {}", target.kind, target.name, self.short(&target.path), target.edition)
        });
        shown.collect()
    }
}

/// `name`, or `(name)` where the package is only loaded for context.
pub fn packages(project: &Project) -> Vec<String> {
    let shown = |package: &Package| match package.selected {
        true => package.name.clone(),
        false => format!("({})", package.name),
    };
    project.packages.iter().map(shown).collect()
}

/// The package of that name.
pub fn find<'a>(project: &'a Project, name: &str) -> &'a Package {
    project.packages.iter().find(|package| package.name == name).expect("a package of that name")
}
