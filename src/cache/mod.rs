//! What a run may take over from an earlier one, in the user's cache directory: values made of files that have not
//! changed since. Without it every result is the same, and takes longer. Knows nothing of what it keeps.

mod stamp;

use std::fs;
use std::hash::Hasher;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};

pub use stamp::Stamp;

/// Entries that nobody has used for so long are deleted.
const MAX_AGE: Duration = Duration::from_secs(60 * 60 * 24 * 30);

/// An entry is marked as used at most that often.
const TOUCH: Duration = Duration::from_secs(60 * 60 * 24);

/// A directory of entries, or none: then nothing is found and nothing kept.
#[derive(Debug, Clone, Default)]
pub struct Cache {
    dir: Option<PathBuf>,
    /// What made the entries: another build may read the same files otherwise.
    build: String,
    /// Whether this run added to it.
    has_grown: Arc<AtomicBool>,
}

/// What an entry begins with.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    build: String,
    key: String,
    /// The files that the value was made of.
    stamps: Vec<Stamp>,
    /// Of the bytes that follow: a damaged entry must not be read.
    checksum: u64,
}

/// The bytes of a value that holds still.
#[derive(Debug)]
pub struct Entry {
    bytes: Vec<u8>,
    /// Where the value begins.
    start: usize,
    /// Of the value.
    pub checksum: u64,
}

impl Entry {
    /// The value.
    pub fn value(&self) -> &[u8] {
        &self.bytes[self.start..]
    }
}

impl Cache {
    /// A cache in `dir`, which need not exist yet. `build` names the program: entries of another are ignored.
    pub fn new(dir: PathBuf, build: String) -> Self {
        Cache { dir: Some(dir), build, ..Cache::default() }
    }

    /// The same for runs of another kind: what they keep is nothing to others.
    pub fn apart(self, kind: &str) -> Self {
        Cache { build: format!("{} {kind}", self.build), ..self }
    }

    /// The cache, unless it lies in one of `trees`: what a project brings along is not to be trusted.
    pub fn outside(self, trees: &[PathBuf]) -> Self {
        let real = |dir: &Path| {
            let existing = dir.ancestors().find_map(|above| above.canonicalize().ok());
            existing.unwrap_or_else(|| dir.to_path_buf())
        };
        match &self.dir {
            Some(dir) if trees.iter().any(|tree| real(dir).starts_with(tree) || dir.starts_with(tree)) => {
                Cache::default()
            }
            _ => self,
        }
    }

    /// The value under `key`, if there is one and none of the files that it was made of has changed.
    pub fn load(&self, key: &str) -> Option<Entry> {
        let path = self.entry(key)?;
        let bytes = fs::read(&path).ok()?;
        let (header, value) = postcard::take_from_bytes::<Header>(&bytes).ok()?;
        let holds = header.build == self.build && header.key == key && header.checksum == checksum(value);
        if !holds || !header.stamps.iter().all(Stamp::holds) {
            return None;
        }
        touch(&path);
        let start = bytes.len() - value.len();
        Some(Entry { checksum: header.checksum, bytes, start })
    }

    /// Whether anything can be kept.
    pub fn is_on(&self) -> bool {
        self.dir.is_some()
    }

    /// Where it lies, if it is on.
    pub fn dir(&self) -> Option<&Path> {
        self.dir.as_deref()
    }

    /// Keeps a value that was made of the files (and directories) with those stamps, which were taken before the files
    /// were read. Where that fails the next run takes longer.
    ///
    /// What another program wrote at the same time may be lost, but nobody reads half of an entry.
    pub fn write(&self, key: &str, stamps: Vec<Stamp>, value: &[u8]) {
        let Some(path) = self.entry(key) else { return };
        let header =
            Header { build: self.build.clone(), key: key.to_owned(), stamps, checksum: checksum(value) };
        let Ok(header) = postcard::to_stdvec(&header) else { return };
        let Some(dir) = path.parent() else { return };
        let written = fs::create_dir_all(dir).and_then(|()| {
            let mut file = tempfile::NamedTempFile::new_in(dir)?;
            file.write_all(&header)?;
            file.write_all(value)?;
            Ok(file.persist(&path)?)
        });
        // A cache that cannot be written is none.
        self.has_grown.fetch_or(written.is_ok(), Ordering::Relaxed);
    }

    /// Deletes what has not been used for long, if this run added to the cache: looking at every entry takes time.
    pub fn tidy(&self) {
        if !self.has_grown.load(Ordering::Relaxed) {
            return;
        }
        let Some(entries) = self.dir.as_ref().and_then(|dir| fs::read_dir(dir).ok()) else { return };
        for entry in entries.flatten() {
            if age(&entry.path()).is_some_and(|age| age > MAX_AGE) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn entry(&self, key: &str) -> Option<PathBuf> {
        let mut hasher = FxHasher::default();
        hasher.write(key.as_bytes());
        Some(self.dir.as_ref()?.join(format!("{:016x}.bin", hasher.finish())))
    }
}

/// A number that a value's bytes give each time, and others hardly ever.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

/// How long ago a file was written or used.
fn age(path: &Path) -> Option<Duration> {
    SystemTime::now().duration_since(path.symlink_metadata().ok()?.modified().ok()?).ok()
}

fn touch(path: &Path) {
    if age(path).is_some_and(|age| age > TOUCH)
        && let Ok(file) = fs::File::options().append(true).open(path)
    {
        let _ = file.set_modified(SystemTime::now());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamps(file: &Path) -> Vec<Stamp> {
        vec![Stamp::of(file).unwrap()]
    }

    struct Dir(tempfile::TempDir);

    impl Dir {
        fn new() -> Self {
            Dir(tempfile::tempdir().unwrap())
        }
        fn cache(&self, build: &str) -> Cache {
            Cache::new(self.0.path().join("cache"), build.to_owned())
        }
        fn read(&self, build: &str, key: &str) -> Option<Vec<u8>> {
            self.cache(build).load(key).map(|entry| entry.value().to_vec())
        }
        fn file(&self, text: &str) -> PathBuf {
            let path = self.0.path().join("input.rs");
            fs::write(&path, text).unwrap();
            path
        }
        fn entries(&self) -> Vec<PathBuf> {
            let entries = fs::read_dir(self.0.path().join("cache")).unwrap();
            entries.map(|entry| entry.unwrap().path()).collect()
        }
    }

    #[test]
    fn what_was_kept_is_found() {
        let dir = Dir::new();
        let file = dir.file("a");
        assert_eq!(dir.read("1", "k"), None);
        dir.cache("1").write("k", stamps(&file), b"some text");
        assert_eq!(dir.read("1", "k").as_deref(), Some(&b"some text"[..]));
        assert_eq!(dir.read("1", "other"), None);
    }

    #[test]
    fn another_build_and_other_files_find_nothing() {
        let dir = Dir::new();
        let file = dir.file("a");
        dir.cache("1").write("k", stamps(&file), b"v");
        assert_eq!(dir.read("2", "k"), None);
        dir.file("longer");
        assert_eq!(dir.read("1", "k"), None);
        dir.file("a");
        dir.cache("1").write("k", stamps(&file), b"v");
        fs::remove_file(file).unwrap();
        assert_eq!(dir.read("1", "k"), None);
    }

    #[test]
    fn a_damaged_entry_is_none() {
        let dir = Dir::new();
        let file = dir.file("a");
        dir.cache("1").write("k", stamps(&file), b"some text");
        let entry = dir.entries().pop().unwrap();
        let whole = fs::read(&entry).unwrap();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(&entry, damaged).unwrap();
            assert!(dir.read("1", "k").is_none(), "byte {at} of {}", whole.len());
            fs::write(&entry, &whole[..at]).unwrap();
            assert!(dir.read("1", "k").is_none(), "cut at {at}");
        }
        fs::write(&entry, whole).unwrap();
        assert_eq!(dir.read("1", "k").as_deref(), Some(&b"some text"[..]));
    }

    #[test]
    fn a_cache_within_the_project_is_not_used() {
        let dir = Dir::new();
        let tree = dir.0.path().canonicalize().unwrap();
        let file = dir.file("a");
        dir.cache("1").write("k", stamps(&file), b"v");
        assert!(dir.cache("1").outside(std::slice::from_ref(&tree)).load("k").is_none());
        assert!(dir.cache("1").outside(&[tree.join("elsewhere")]).load("k").is_some());
    }

    #[test]
    fn what_is_old_is_deleted() {
        let dir = Dir::new();
        let file = dir.file("a");
        let cache = dir.cache("1");
        cache.write("k", stamps(&file), b"v");
        cache.tidy();
        assert_eq!(dir.entries().len(), 1);
        let entry = fs::File::options().append(true).open(dir.entries().pop().unwrap()).unwrap();
        entry.set_modified(SystemTime::now() - MAX_AGE - TOUCH).unwrap();
        dir.cache("1").tidy();
        assert_eq!(dir.entries().len(), 1, "a run that added nothing looks at nothing");
        cache.tidy();
        assert_eq!(dir.entries().len(), 0);
    }
}
