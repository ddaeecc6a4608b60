//! What earlier builds left in the project: files that build scripts wrote. Nothing is built here.

use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use super::paths::is_rust;

/// The file that the build script of the package `name` in `dir` wrote as `$OUT_DIR/file` when it ran last: in the
/// `target` directory beside its manifest, or of a workspace above it, within `roots`.
///
/// Cargo's layout is `target/[TRIPLE/]PROFILE/build/PACKAGE-HASH/out`, with a hash of sixteen hexadecimal digits.
pub fn build_output(roots: &[PathBuf], dir: &Path, name: &str, file: &str) -> Option<PathBuf> {
    let inside = |dir: &&Path| roots.iter().any(|root| dir.starts_with(root));
    let targets = dir.ancestors().take_while(inside).map(|dir| dir.join("target"));
    let profiles = targets.flat_map(|target| {
        let below = subdirectories(&target);
        let deeper: Vec<PathBuf> = below.iter().flat_map(|dir| subdirectories(dir)).collect();
        below.into_iter().chain(deeper)
    });
    let runs = profiles.flat_map(|profile| subdirectories(&profile.join("build")));
    let own = runs.filter(|run| run.file_name().is_some_and(|run| is_run_of(&run.to_string_lossy(), name)));
    let plain = Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
    let written = own.map(|run| run.join("out").join(file)).filter(|file| plain && is_rust(file));
    written.filter_map(|file| Some((modified(&file)?, file))).max().map(|(_, file)| file)
}

fn is_run_of(run: &str, package: &str) -> bool {
    let hash = run.strip_prefix(package).and_then(|rest| rest.strip_prefix('-'));
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// When a regular file was written.
fn modified(file: &Path) -> Option<SystemTime> {
    let metadata = file.symlink_metadata().ok()?;
    metadata.is_file().then(|| metadata.modified().ok()).flatten()
}

/// Real directories in `dir`. Links are none.
fn subdirectories(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let dirs = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    dirs.map(|entry| entry.path()).collect()
}
