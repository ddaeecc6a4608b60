//! A package's `.crate` archive, read in place: gzip over tar, into memory, and nothing is written anywhere.
//!
//! Archives come from registries, so from strangers: what is unpacked is bounded, and paths must stay within.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use flate2::read::GzDecoder;
use tar::Archive;

use super::paths::is_rust;
use super::read::{MAX_FILE_BYTES, read_regular};

/// The most that one archive may hold once unpacked, in bytes: 512 MiB. Registries take archives of some 10 MiB.
const MAX_UNPACKED: u64 = 512 << 20;

/// The most entries that are looked at.
const MAX_ENTRIES: usize = 100_000;

/// The manifest and the Rust files of an archive, each under the path that it would have if the archive were a
/// directory. What is not UTF-8, too large or no regular file is left out.
///
/// `None`: it is no archive, or holds more than it may.
pub(super) fn unpack(archive: &Path) -> Option<BTreeMap<PathBuf, String>> {
    let bytes = read_regular(archive).ok()?;
    let limited = GzDecoder::new(&bytes[..]).take(MAX_UNPACKED);
    let mut reader = Archive::new(limited);
    let mut files = BTreeMap::new();
    for entry in reader.entries().ok()?.take(MAX_ENTRIES) {
        let mut entry = entry.ok()?;
        let Some(below) = entry.path().ok().and_then(|path| within(&path)) else { continue };
        let wanted = below == Path::new("Cargo.toml") || is_rust(&below);
        if !wanted || !entry.header().entry_type().is_file() || entry.size() > MAX_FILE_BYTES {
            continue;
        }
        let mut text = String::new();
        if entry.read_to_string(&mut text).is_ok() {
            files.insert(archive.join(below), text);
        }
    }
    Some(files)
}

/// A path without its first part, `NAME-VERSION`; `None` if it leads out.
fn within(path: &Path) -> Option<PathBuf> {
    let mut parts = path.components();
    parts.next().filter(|first| matches!(first, Component::Normal(_)))?;
    let below = parts.as_path();
    let stays = below.components().all(|part| matches!(part, Component::Normal(_)));
    (stays && !below.as_os_str().is_empty()).then(|| below.to_path_buf())
}
