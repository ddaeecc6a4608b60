//! What macro calls make, and what an earlier run found that those of dependencies make, or read of what the project's do.

use std::cell::Cell;
use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;
use std::path::PathBuf;

use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::digest::{Digest, Digester, key};
use super::pieces::Pieces;
use crate::cache::{Cache, Entry};
use crate::expand::{Failure, Rendered, Tree};
use crate::index::{Makes, Pending};
use crate::lang::Text;
use crate::lower::{Bodies, lower, outline};
use crate::summary::{FileSummary, load, store};

pub(super) const IN_TRAIT: Makes = Makes::Items { in_trait: true };

/// Why a call was not expanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) enum Why {
    NoDefinition,
    /// `include!`, whose file is often made by a build script.
    Include,
    Failed(Failure),
    /// Others used up what all calls have, or too many lie within each other.
    Bound,
    NoItems,
    /// The same in a body.
    NoCode,
}

impl From<Failure> for Why {
    fn from(failure: Failure) -> Self {
        Why::Failed(failure)
    }
}

impl Why {
    /// In a few words.
    pub fn text(self) -> Text {
        match self {
            Why::NoDefinition => {
                Text { en: "definition not found", ru: "определение не найдено" }
            }
            Why::Include => Text {
                en: "file included that a build makes",
                ru: "подключён файл, который создаёт сборка",
            },
            Why::Failed(Failure::NoArm) => Text {
                en: "call fits no arm of the definition",
                ru: "вызов не подходит ни под одну ветвь определения",
            },
            Why::Failed(Failure::Ambiguous) => Text {
                en: "call fits the definition in several ways",
                ru: "вызов подходит под определение по-разному",
            },
            Why::Failed(Failure::Repetition) => Text {
                en: "repetitions of unlike lengths",
                ru: "повторения разной длины",
            },
            Why::Failed(Failure::TooLarge) => {
                Text { en: "expansion too large", ru: "слишком большое раскрытие" }
            }
            Why::Bound => Text {
                en: "too much was made by other calls",
                ru: "слишком много сделано другими вызовами",
            },
            Why::NoItems => {
                Text { en: "expansion is no items", ru: "раскрытие — не элементы" }
            }
            Why::NoCode => Text { en: "expansion is no code", ru: "раскрытие — не код" },
        }
    }
}

/// Why calls were not read, most frequent first.
pub(super) fn by_reason(unread: &[Why]) -> Vec<(Text, usize)> {
    let mut counts: FxHashMap<Why, usize> = FxHashMap::default();
    unread.iter().for_each(|why| *counts.entry(*why).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().map(|(why, count)| (why.text(), count)).collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.en.cmp(b.0.en)));
    counts
}

/// What is to be done with a call.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Made {
    /// Its argument stands for itself.
    AsWritten,
    /// It makes nothing.
    Nothing,
    Unread(Why),
    /// `include!("file.rs")`, with the path as written.
    Included(String),
    /// `include!(concat!(env!("OUT_DIR"), "/file.rs"))`, and macros that stand for it: the path in that directory.
    Output(String),
    Items {
        /// Only of the project's own calls: nothing points into a dependency's.
        text: String,
        pieces: Pieces,
        summary: FileSummary,
        fuel: usize,
        /// How many calls that macros make of other macros were expanded on the way.
        handed_on: usize,
    },
}

impl Made {
    /// The same where the call stands so many bytes further on; counted modulo 2³².
    fn moved(mut self, by: u32) -> Self {
        if let Made::Items { pieces, .. } = &mut self {
            pieces.move_by(by);
        }
        self
    }
}

/// What dependencies' calls make, and what is read of the project's, by what an earlier run over the same project kept.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    cache: Cache,
    key: String,
    entry: Option<Entry>,
    /// Where each value stands in the entry.
    places: FxHashMap<Digest, Range<usize>>,
    /// What this run used of it, or found.
    used: FxHashMap<Digest, Option<Vec<u8>>>,
}

/// What is to be kept of a call: nothing new, where it was known.
#[derive(Debug)]
pub(super) struct Keep(Digest, Option<Vec<u8>>);

impl Earlier {
    /// Looks for what a run over the same roots kept.
    pub fn new(cache: &Cache, roots: &[PathBuf]) -> Self {
        let key = key("expansions", roots);
        let entry = cache.load(&key);
        let places = entry.as_ref().and_then(|entry| places(entry.value())).unwrap_or_default();
        Earlier { cache: cache.clone(), key, entry, places, used: FxHashMap::default() }
    }

    /// The value that is known under a digest.
    pub fn known(&self, digest: &Digest) -> Option<&[u8]> {
        self.entry.as_ref()?.value().get(self.places.get(digest)?.clone())
    }

    /// Whether anything is kept.
    pub fn is_on(&self) -> bool {
        self.cache.is_on()
    }

    /// The value that is known under a digest, if it is one that `holds`.
    pub fn known_if<T: DeserializeOwned>(&self, digest: Digest, holds: impl FnOnce(&T) -> bool) -> Option<T> {
        self.known(&digest).and_then(|bytes| load(bytes).ok()).filter(holds)
    }

    /// What a call makes, or what is read of that: as it is known, or as `make` finds it.
    pub fn get<T: Serialize + DeserializeOwned>(
        &self,
        digest: Digest,
        make: impl FnOnce() -> T,
    ) -> (T, Keep) {
        if let Some(made) = self.known_if(digest, |_| true) {
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
    pub fn read<T: Serialize + DeserializeOwned>(
        &self,
        way: u64,
        text: &str,
        read: impl Fn() -> T,
    ) -> (T, Option<Keep>) {
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
    pub fn note(&mut self, Keep(digest, bytes): Keep) {
        self.used.entry(digest).or_insert(bytes);
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
            let Some(bytes) = fresh.as_deref().or_else(|| self.known(digest)) else { continue };
            all.extend_from_slice(bytes);
            contents.push((*digest, all.len()));
        }
        if let Ok(bytes) = postcard::to_stdvec(&(contents, Bytes(&all))) {
            self.cache.write(&self.key, Vec::new(), &bytes);
        }
    }
}

impl Keep {
    /// A new value.
    pub fn new(digest: Digest, value: &impl Serialize) -> Self {
        Keep(digest, store(value).ok())
    }

    /// What is known already.
    pub fn known(digest: Digest) -> Self {
        Keep(digest, None)
    }

    pub fn digest(&self) -> Digest {
        self.0
    }
}

/// Lowers what a call makes.
pub(super) struct Lowering<'e> {
    earlier: Option<&'e Earlier>,
    pub bodies: Bodies,
    /// What is to be kept of it.
    keep: Cell<Option<Keep>>,
}

impl<'e> Lowering<'e> {
    /// `earlier`: where what is read is looked for, unless all that is made is.
    pub fn new(earlier: Option<&'e Earlier>, bodies: Bodies) -> Self {
        Lowering { earlier, bodies, keep: Cell::new(None) }
    }

    /// What is to be kept of what was lowered.
    pub fn kept(&self) -> Option<Keep> {
        self.keep.take()
    }

    pub fn lower(&self, text: &str) -> FileSummary {
        match (self.bodies, self.earlier) {
            (Bodies::Drop, _) => outline(text),
            (bodies, None) => lower(text, bodies),
            (bodies, Some(earlier)) => {
                let (summary, keep) = earlier.read(u64::MAX - bodies as u64, text, || lower(text, bodies));
                self.keep.set(keep);
                summary
            }
        }
    }
}

/// A call that is not expanded is read as it is written, if it is items. An empty argument says nothing of what is made.
pub(super) fn unexpanded(pending: &Pending, why: Why) -> Made {
    let items = pending.macro_item.items.as_ref();
    if items.is_some_and(|items| !items.is_empty()) { Made::AsWritten } else { Made::Unread(why) }
}

/// What a call made, read as items.
pub(super) fn lowered(
    lowering: &Lowering,
    pending: &Pending,
    made: &[Tree],
    (fuel, handed_on): (usize, usize),
) -> Made {
    let mut rendered = Rendered::default();
    match (pending.makes, pending.is_member()) {
        (Makes::Type, _) => {
            rendered.bare("pub type X =");
            rendered.trees(made);
            rendered.bare(";");
        }
        (_, false) => rendered.items(made, &condition(pending)),
        (makes, true) => {
            rendered.bare(if makes == IN_TRAIT { "trait X {" } else { "impl X {" });
            rendered.items(made, &condition(pending));
            rendered.bare("}");
        }
    }
    let Rendered { text, pieces } = rendered;
    let summary = lowering.lower(&text);
    match (summary.errors.is_empty(), lowering.bodies) {
        (true, Bodies::Drop) => {
            Made::Items { text: String::new(), pieces: Pieces::default(), summary, fuel, handed_on }
        }
        (true, _) => Made::Items { text, pieces: pieces.into(), summary, fuel, handed_on },
        (false, _) if pending.macro_item.items.is_some() => Made::AsWritten,
        (false, _) => Made::Unread(Why::NoItems),
    }
}

/// The `#[cfg(…)]` that a call stands under, which holds for all that it makes.
pub(super) fn condition(pending: &Pending) -> String {
    let cfg = pending.item.attrs.cfg.as_deref();
    cfg.map(|cfg| format!("#[cfg({cfg})]")).unwrap_or_default()
}

/// Where each value stands in what an earlier run kept: a table of contents, and one value behind the other.
fn places(kept: &[u8]) -> Option<FxHashMap<Digest, Range<usize>>> {
    let (contents, values) = postcard::from_bytes::<(Vec<(Digest, usize)>, &[u8])>(kept).ok()?;
    let first = kept.len() - values.len();
    let mut start = first;
    let place =
        |(digest, end): (Digest, usize)| (digest, std::mem::replace(&mut start, first + end)..first + end);
    Some(contents.into_iter().map(place).collect())
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
