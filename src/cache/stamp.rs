//! What tells that a file or directory is still the same, without reading it.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

/// A file or directory as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    path: PathBuf,
    /// Bytes; 0 for a directory, whose size means nothing.
    len: u64,
    /// Nanoseconds since 1970.
    modified: u128,
}

impl Stamp {
    /// As it is now; `None`: it is not there, or has no time.
    pub fn of(path: &Path) -> Option<Self> {
        let data = fs::metadata(path).ok()?;
        let modified = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        let len = if data.is_dir() { 0 } else { data.len() };
        Some(Stamp { path: path.to_path_buf(), len, modified })
    }

    /// Whether it is still the same.
    pub fn holds(&self) -> bool {
        Stamp::of(&self.path).as_ref() == Some(self)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.path.display(), self.len, self.modified)
    }
}
