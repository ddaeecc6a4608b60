//! Summaries of the project's own files that an earlier run made of the same texts.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::digest::key;
use crate::cache::{Cache, Entry, checksum};
use crate::discover::FoundFile;
use crate::lower::{Bodies, lower};
use crate::summary::{FileSummary, load, store};

/// In smaller projects, reading files anew takes no time that anyone would notice.
pub(super) const WORTH_KEEPING: usize = 32;

/// What an earlier run kept, as bytes that are read file by file.
pub(super) struct Kept {
    cache: Cache,
    key: String,
    bodies: Bodies,
    entry: Option<Entry>,
}

/// The summary of one text.
#[derive(Serialize, Deserialize)]
struct Piece<'a> {
    path: &'a str,
    /// Of the text.
    hash: u64,
    #[serde(borrow)]
    summary: &'a [u8],
}

/// The pieces of an entry, by path.
pub(super) struct Pieces<'a> {
    kept: &'a Kept,
    by_path: FxHashMap<&'a str, Piece<'a>>,
}

/// A summary, and what is to be kept of it where it is new.
pub(super) struct Read {
    pub summary: FileSummary,
    fresh: Option<Fresh>,
}

struct Fresh {
    path: String,
    hash: u64,
    summary: Vec<u8>,
}

impl Kept {
    /// Looks for what a run over the same roots kept.
    pub fn new(cache: &Cache, roots: &[PathBuf], bodies: Bodies, files: &[FoundFile]) -> Self {
        let cache = if files.len() >= WORTH_KEEPING { cache.clone() } else { Cache::default() };
        let key = key(&format!("files {bodies:?}"), roots);
        let entry = cache.load(&key);
        Kept { cache, key, bodies, entry }
    }

    /// Reads its table of contents.
    pub fn pieces(&self) -> Pieces<'_> {
        let pieces: Vec<Piece> = self
            .entry
            .as_ref()
            .and_then(|entry| postcard::from_bytes(entry.value()).ok())
            .unwrap_or_default();
        Pieces { kept: self, by_path: pieces.into_iter().map(|piece| (piece.path, piece)).collect() }
    }
}

impl Pieces<'_> {
    /// The summary of a file's text.
    pub fn read(&self, path: &Path, text: &str) -> Read {
        let bodies = self.kept.bodies;
        let Some(path) = path.to_str().filter(|_| self.kept.cache.is_on()) else {
            return Read { summary: lower(text, bodies), fresh: None };
        };
        let hash = checksum(text.as_bytes());
        let known = self.by_path.get(path).filter(|piece| piece.hash == hash);
        if let Some(summary) = known.and_then(|piece| load(piece.summary).ok()) {
            return Read { summary, fresh: None };
        }
        let summary = lower(text, bodies);
        let encoded = store(&summary).ok();
        let fresh = encoded.map(|summary| Fresh { path: path.to_owned(), hash, summary });
        Read { summary, fresh }
    }

    /// Keeps what is new beside what is still known of `files`, for the next run.
    pub fn keep<'r>(&self, files: &[FoundFile], read: impl Iterator<Item = &'r Read>) {
        let mut pieces: FxHashMap<&str, Piece> = FxHashMap::default();
        let fresh = read.filter_map(|read| read.fresh.as_ref());
        let fresh = fresh.map(|Fresh { path, hash, summary }| Piece { path, hash: *hash, summary });
        pieces.extend(fresh.map(|piece| (piece.path, piece)));
        if pieces.is_empty() {
            return;
        }
        for path in files.iter().filter_map(|file| file.path.to_str()) {
            if let Some(known) = self.by_path.get(path) {
                pieces.entry(path).or_insert(Piece { ..*known });
            }
        }
        let mut pieces: Vec<Piece> = pieces.into_values().collect();
        pieces.sort_by_key(|piece| piece.path);
        if let Ok(pieces) = postcard::to_stdvec(&pieces) {
            self.kept.cache.write(&self.kept.key, Vec::new(), &pieces);
        }
    }
}
