//! What a `[workspace]` says about a directory: member, excluded, or nothing. Patterns only: no disk.
//!
//! The rules are cargo's (`src/cargo/core/workspace.rs`), except that `default-members` is not looked at: it says
//! what a build without arguments builds, and a linter that skips members in silence is of no use in CI.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use super::manifest::{Manifest, text_of, texts_of};
use super::paths::tidy;

impl Manifest {
    /// Directories that `members` names without a wildcard: absolute, tidy.
    pub fn plain_members(&self) -> Vec<PathBuf> {
        let plain = self.members().filter(|pattern| !pattern.contains(['*', '?', '[']));
        plain.map(|pattern| tidy(&self.dir.join(pattern))).collect()
    }

    /// Whether `members` names `dir`.
    pub fn claims(&self, dir: &Path) -> bool {
        dir == self.dir || self.member_globs.get_or_init(|| self.compile_members()).is_match(dir)
    }

    /// Whether `exclude` keeps `dir` out. What `members` names, or holds in a named directory, is in all the same.
    pub fn excludes(&self, dir: &Path) -> bool {
        let Some(workspace) = self.workspace() else { return false };
        let holds = |path: &str| dir.starts_with(tidy(&self.dir.join(path)));
        texts_of(workspace, "exclude").any(holds) && !self.members().any(holds)
    }

    /// The directory that `package.workspace` points to: absolute, tidy.
    pub fn root_pointer(&self) -> Option<PathBuf> {
        Some(tidy(&self.dir.join(text_of(self.package()?, "workspace")?)))
    }

    fn members(&self) -> impl Iterator<Item = &str> {
        self.workspace().into_iter().flat_map(|workspace| texts_of(workspace, "members"))
    }

    fn compile_members(&self) -> GlobSet {
        let root = globset::escape(&self.dir.to_string_lossy());
        let mut globs = GlobSetBuilder::new();
        for pattern in self.members() {
            let pattern = tidy(&Path::new(&root).join(pattern));
            // A pattern that is none names nobody.
            if let Ok(glob) = GlobBuilder::new(&pattern.to_string_lossy()).literal_separator(true).build() {
                globs.add(glob);
            }
        }
        globs.build().unwrap_or_default()
    }
}
