//! Where a repository begins: only the name `.git` is looked for, nothing in it is read.

use std::path::{Path, PathBuf};

use super::Request;
use super::paths::real;

/// The root of the repository that the first thing asked for lies in; where it lies in none, where the user stands.
pub fn repository_root(request: &Request) -> PathBuf {
    let asked = request.paths.first().or(request.manifest_path.as_ref());
    let asked = asked.map_or(request.cwd.clone(), |path| request.cwd.join(path));
    let asked = real(&asked).unwrap_or(asked);
    let is_root = |dir: &&Path| dir.join(".git").symlink_metadata().is_ok();
    asked.ancestors().find(is_root).unwrap_or(&request.cwd).to_path_buf()
}
