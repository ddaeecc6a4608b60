//! Finds Rust files and manifests below a directory. Reads no file but `.gitignore`s, follows no link.
//!
//! A file behind a link is not lost: within the project it is found where it really lies, and outside it is none of
//! ours. The walk is our own since that of the `ignore` crate opens whatever is called `.gitignore` (a link to
//! `/dev/zero` never ends) and, outside of a repository, obeys the ignore files of every directory above.

use std::fs::DirEntry;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::paths::{is_rust, reason};
use super::read::read_regular;
use crate::finding::Problem;

/// What was found, unsorted.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// Rust files: regular files called `*.rs`.
    pub files: Vec<PathBuf>,
    /// Directories that hold a `Cargo.toml`.
    pub manifest_dirs: Vec<PathBuf>,
    /// Directories that could not be read.
    pub problems: Vec<Problem>,
}

/// How far down a walk goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Into every directory.
    All,
    /// Not into directories that hold a manifest of their own.
    Package,
}

/// Walks `dir` (a real path). Left out are hidden files, build directories of cargo, and what `.gitignore` files
/// say: those below `dir`, and those above it up to the root of its repository, or up to `top` outside of one.
pub(super) fn walk(dir: &Path, top: &Path, depth: Depth, walked: &mut Walked) {
    let mut open = vec![(dir.to_path_buf(), rules_above(dir, top))];
    while let Some((dir_path, rules)) = open.pop() {
        let listing = match Listing::read(&dir_path, rules) {
            Ok(listing) => listing,
            Err(error) => {
                let message = reason(&error);
                walked.problems.push(Problem { path: dir_path, position: None, message, incomplete: true });
                continue;
            }
        };
        if listing.has_manifest {
            if depth == Depth::Package && dir_path != dir {
                continue;
            }
            walked.manifest_dirs.push(dir_path);
        }
        walked.files.extend(listing.files);
        open.extend(listing.dirs.into_iter().map(|dir| (dir, listing.rules.clone())));
    }
}

/// What counts of one directory's entries.
struct Listing {
    files: Vec<PathBuf>,
    dirs: Vec<PathBuf>,
    has_manifest: bool,
    /// Rules for what lies below.
    rules: Option<Rc<Rules>>,
}

impl Listing {
    fn read(dir: &Path, above: Option<Rc<Rules>>) -> std::io::Result<Listing> {
        let entries = std::fs::read_dir(dir)?.collect::<std::io::Result<Vec<DirEntry>>>()?;
        let holds = |name: &str| entries.iter().any(|entry| entry.file_name() == name);
        let above = if holds(".git") { None } else { above };
        let rules = if holds(".gitignore") { Rules::read(dir, above) } else { above };
        let has_manifest = holds("Cargo.toml");

        let mut listing = Listing { files: Vec::new(), dirs: Vec::new(), has_manifest, rules };
        for entry in &entries {
            listing.add(entry, has_manifest);
        }
        Ok(listing)
    }

    fn add(&mut self, entry: &DirEntry, beside_manifest: bool) {
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            return;
        }
        let Ok(file_type) = entry.file_type() else { return };
        let path = entry.path();
        let ignored = |is_dir| self.rules.as_ref().is_some_and(|rules| rules.ignore(&path, is_dir));
        if file_type.is_dir() {
            let builds = name == "target" && (beside_manifest || path.join("CACHEDIR.TAG").is_file());
            if !builds && !ignored(true) {
                self.dirs.push(path);
            }
        } else if file_type.is_file() && is_rust(&path) && !ignored(false) {
            self.files.push(path);
        }
    }
}

/// The `.gitignore` of one directory, and those above it.
struct Rules {
    own: Gitignore,
    above: Option<Rc<Rules>>,
}

impl Rules {
    /// Adds the rules of `dir/.gitignore`. As for git, one that is a link has none.
    fn read(dir: &Path, above: Option<Rc<Rules>>) -> Option<Rc<Rules>> {
        let Ok(bytes) = read_regular(&dir.join(".gitignore")) else { return above };
        let text = String::from_utf8_lossy(&bytes);
        let mut builder = GitignoreBuilder::new(dir);
        for line in text.trim_start_matches('\u{feff}').lines() {
            // A line that is no glob says nothing.
            let _ = builder.add_line(None, line);
        }
        match builder.build() {
            Ok(own) => Some(Rc::new(Rules { own, above })),
            Err(_) => above,
        }
    }

    /// The innermost file that says something about `path` decides.
    fn ignore(&self, path: &Path, is_dir: bool) -> bool {
        match self.own.matched(path, is_dir) {
            Match::Ignore(_) => true,
            Match::Whitelist(_) => false,
            Match::None => self.above.as_ref().is_some_and(|above| above.ignore(path, is_dir)),
        }
    }
}

/// Rules of the directories above `dir`, from its repository's root (else `top`) on.
fn rules_above(dir: &Path, top: &Path) -> Option<Rc<Rules>> {
    let repository = dir.ancestors().find(|above| above.join(".git").exists());
    let top = repository.unwrap_or(top);
    let above: Vec<&Path> = dir.ancestors().skip(1).take_while(|above| above.starts_with(top)).collect();
    above.into_iter().rev().fold(None, |rules, dir| Rules::read(dir, rules))
}
