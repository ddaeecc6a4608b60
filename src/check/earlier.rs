//! What an earlier run over the same project found that macro calls make, or read of that.

use std::any::Any;
use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::digest::{Digest, Digester, key};
use super::grafts::Traced;
use super::made::Made;
use crate::cache::{Cache, Entry};
use crate::summary::{Body, FileSummary, load, store};

/// What dependencies' calls make, and what is read of the project's, by what an earlier run over the same project kept.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    cache: Cache,
    key: String,
    kept: Arc<Kept>,
    /// What this run used of it, or found.
    used: FxHashMap<Digest, Option<Stored>>,
}

/// What an earlier run kept.
#[derive(Debug, Default)]
pub(super) struct Kept {
    entry: Option<Entry>,
    /// Where each value stands in the entry.
    places: FxHashMap<Digest, (Kind, Range<usize>)>,
    /// Values that were read before somebody asked; each is handed out once.
    ready: OnceLock<FxHashMap<Digest, Mutex<Option<Ready>>>>,
}

/// A value of any type.
type Ready = Box<dyn Any + Send>;

/// A value that can be kept.
pub(super) trait Keepable: Serialize + DeserializeOwned + Send + 'static {
    const KIND: Kind;
}

/// Of which type a value is, as far as that is known before somebody asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Kind {
    /// What a call of the project between items makes.
    Call,
    /// What became of a call in a body.
    Traced,
    /// What such a call makes, as it is read.
    Body,
    /// Any other.
    Other,
}

impl Keepable for (u64, Made) {
    const KIND: Kind = Kind::Call;
}

impl Keepable for Traced {
    const KIND: Kind = Kind::Traced;
}

impl Keepable for (u64, Option<Body>) {
    const KIND: Kind = Kind::Body;
}

impl Keepable for (u64, FileSummary) {
    const KIND: Kind = Kind::Other;
}

impl Keepable for Made {
    const KIND: Kind = Kind::Other;
}

/// A value's bytes.
#[derive(Debug)]
struct Stored(Kind, Vec<u8>);

/// What is to be kept of a call: nothing new, where it was known.
#[derive(Debug)]
pub(super) struct Keep(Digest, Option<Stored>);

impl Kept {
    fn load(cache: &Cache, key: &str) -> Self {
        let entry = cache.load(key);
        let places = entry.as_ref().and_then(|entry| places(entry.value())).unwrap_or_default();
        Kept { entry, places, ready: OnceLock::new() }
    }

    /// Reads what the project's calls make, most of which will be asked for: to be called while something else runs that
    /// leaves cores idle.
    pub fn read_ahead(&self) {
        let each = |(digest, (kind, _)): (&Digest, &(Kind, Range<usize>))| {
            let read = match kind {
                Kind::Call => boxed::<(u64, Made)>,
                Kind::Traced => boxed::<Traced>,
                Kind::Body => boxed::<(u64, Option<Body>)>,
                Kind::Other => return None,
            };
            Some((*digest, Mutex::new(read(self.bytes(digest)?))))
        };
        let all: Vec<_> = self.places.par_iter().filter_map(each).collect();
        let _ = self.ready.set(all.into_iter().collect());
    }

    fn bytes(&self, digest: &Digest) -> Option<&[u8]> {
        self.entry.as_ref()?.value().get(self.places.get(digest)?.1.clone())
    }

    fn value<T: Keepable>(&self, digest: &Digest) -> Option<T> {
        let ready = self.ready.get().and_then(|ready| ready.get(digest)?.lock().ok()?.take());
        let ready = ready.and_then(|value| value.downcast().ok()).map(|value| *value);
        ready.or_else(|| load(self.bytes(digest)?).ok())
    }

    /// The same as it is stored.
    fn stored(&self, digest: &Digest) -> Option<(Kind, &[u8])> {
        Some((self.places.get(digest)?.0, self.bytes(digest)?))
    }
}

fn boxed<T: Keepable>(bytes: &[u8]) -> Option<Ready> {
    load::<T>(bytes).ok().map(|value| Box::new(value) as Ready)
}

impl Earlier {
    /// Looks for what a run over the same roots kept.
    pub fn new(cache: &Cache, roots: &[PathBuf]) -> Self {
        let key = key("expansions", roots);
        let kept = Arc::new(Kept::load(cache, &key));
        Earlier { cache: cache.clone(), key, kept, used: FxHashMap::default() }
    }

    /// What an earlier run kept.
    pub fn kept(&self) -> Arc<Kept> {
        Arc::clone(&self.kept)
    }

    /// Whether anything is kept.
    pub fn is_on(&self) -> bool {
        self.cache.is_on()
    }

    /// The value that is known under a digest, if it is one that `holds`.
    pub fn known<T: Keepable>(&self, digest: Digest, holds: impl FnOnce(&T) -> bool) -> Option<T> {
        self.kept.value(&digest).filter(holds)
    }

    /// What a call makes, or what is read of that: as it is known, or as `make` finds it.
    pub fn get<T: Keepable>(&self, digest: Digest, make: impl FnOnce() -> T) -> (T, Keep) {
        if let Some(made) = self.known(digest, |_| true) {
            return (made, Keep(digest, None));
        }
        let made = make();
        let keep = Keep::new(digest, &made);
        (made, keep)
    }

    /// What a call of the project makes: as it is known of a call with that text, wherever it stands, or as `make` finds
    /// it. `start`: where it stands.
    pub fn of_own(
        &self,
        digest: Digest,
        (text, start): (&str, u32),
        make: impl Fn() -> Made,
    ) -> (Made, Option<Keep>) {
        let check = second_digest(text);
        let mut digester = Digester::default();
        digester.digest(digest);
        digester.number(check);
        let made = || (check, make().moved(start.wrapping_neg()));
        let ((known, made), keep) = self.get(digester.finish(), made);
        if known == check { (made.moved(start), Some(keep)) } else { (make(), None) }
    }

    /// What is read of a text in a certain way, as it is known or as `read` finds it. No digest of a call begins with
    /// such a `way`.
    pub fn read<T>(&self, way: u64, text: &str, read: impl Fn() -> T) -> (T, Option<Keep>)
    where
        (u64, T): Keepable,
    {
        if !self.is_on() {
            return (read(), None);
        }
        let mut digester = Digester::default();
        digester.number(way);
        digester.text(text);
        let check = second_digest(text);
        let ((known, value), keep) = self.get(digester.finish(), || (check, read()));
        if known == check { (value, Some(keep)) } else { (read(), None) }
    }

    /// Notes what is to be kept.
    pub fn note(&mut self, Keep(digest, stored): Keep) {
        self.used.entry(digest).or_insert(stored);
    }

    /// Keeps what was used for the next run, if anything is new.
    pub fn keep(&self) {
        if self.used.values().all(Option::is_none) {
            return;
        }
        let mut used: Vec<_> = self.used.iter().collect();
        used.sort_unstable_by_key(|(digest, _)| **digest);
        let (mut contents, mut all) = (Vec::with_capacity(used.len()), Vec::new());
        for (digest, fresh) in used {
            let fresh = fresh.as_ref().map(|Stored(kind, bytes)| (*kind, bytes.as_slice()));
            let Some((kind, bytes)) = fresh.or_else(|| self.kept.stored(digest)) else { continue };
            all.extend_from_slice(bytes);
            contents.push((*digest, kind, all.len()));
        }
        if let Ok(bytes) = postcard::to_stdvec(&(contents, Bytes(&all))) {
            self.cache.write(&self.key, Vec::new(), &bytes);
        }
    }
}

impl Keep {
    /// A new value.
    pub fn new<T: Keepable>(digest: Digest, value: &T) -> Self {
        Keep(digest, store(value).ok().map(|bytes| Stored(T::KIND, bytes)))
    }

    /// What is known already.
    pub fn known(digest: Digest) -> Self {
        Keep(digest, None)
    }

    pub fn digest(&self) -> Digest {
        self.0
    }
}

/// Where each value stands in what an earlier run kept: a table of contents, and one value behind the other.
fn places(kept: &[u8]) -> Option<FxHashMap<Digest, (Kind, Range<usize>)>> {
    let (contents, values) = postcard::from_bytes::<(Vec<(Digest, Kind, usize)>, &[u8])>(kept).ok()?;
    let first = kept.len() - values.len();
    let mut start = first;
    let mut place = |end: usize| std::mem::replace(&mut start, first + end)..first + end;
    Some(contents.into_iter().map(|(digest, kind, end)| (digest, (kind, place(end)))).collect())
}

/// Two texts of one digest have two of these: findings would point into the wrong one.
pub(super) fn second_digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Bytes in one piece.
struct Bytes<'a>(&'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}
