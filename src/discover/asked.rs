//! What a request names: directories and files that exist. Reads no file.

use std::path::{Path, PathBuf};

use super::Request;
use super::paths::{is_rust, real, reason, tidy};
use crate::finding::Problem;

/// The places that are asked for: real paths, sorted, without repeats.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// Directories, to be checked with all that lies below.
    pub dirs: Vec<PathBuf>,
    /// Single Rust files.
    pub files: Vec<PathBuf>,
}

impl Asked {
    /// Reads the request's paths. A manifest stands for its directory. Nothing named: nothing asked.
    pub fn new(request: &Request, problems: &mut Vec<Problem>) -> Self {
        let mut asked = Asked::default();
        for path in request.paths.iter().chain(&request.manifest_path) {
            let path = request.cwd.join(path);
            if let Err(message) = asked.add(&path) {
                problems.push(Problem { path: tidy(&path), position: None, message, incomplete: true });
            }
        }
        asked.dirs.sort();
        asked.dirs.dedup();
        asked.files.sort();
        asked.files.dedup();
        asked
    }

    fn add(&mut self, path: &Path) -> Result<(), String> {
        let place = real(path).map_err(|error| reason(&error))?;
        if place.is_dir() {
            self.dirs.push(place);
        } else if path.file_name().is_some_and(|name| name == "Cargo.toml") {
            // The manifest may be a link; its package lies where the link does.
            let dir = path.parent().unwrap_or(path);
            self.dirs.push(real(dir).map_err(|error| reason(&error))?);
        } else if is_rust(path) {
            self.files.push(place);
        } else {
            return Err("is neither a directory, a `Cargo.toml` nor a Rust file".to_owned());
        }
        Ok(())
    }
}
