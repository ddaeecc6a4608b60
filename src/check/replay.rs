//! What became of each macro call of the dependencies, so that a later run over the same ones does the same again and
//! looks for no definition.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::digest::{Digest, key};
use super::earlier::{Earlier, Keep};
use super::expand::Expander;
use super::made::Made;
use super::modules::Mode;
use super::sources::Sources;
use crate::cache::Cache;
use crate::discover::Project;
use crate::finding::FileId;
use crate::index::{Builder, Pending};
use crate::summary::{load, store};

/// What became of one call.
#[derive(Debug, Serialize, Deserialize)]
struct Step {
    /// Which one, in the order in which they are met.
    call: u32,
    what: What,
}

#[derive(Debug, Serialize, Deserialize)]
enum What {
    /// What is kept under this digest.
    Kept(Digest),
    /// What another step made: that one's number.
    Again(u32),
    /// This, stored.
    Made(Vec<u8>),
}

/// The steps of a run, in order.
#[derive(Default)]
pub(super) struct Recorder {
    cache: Cache,
    key: String,
    steps: Vec<Step>,
    /// Those that made a file.
    made: FxHashMap<FileId, u32>,
    /// Something cannot be stored.
    is_broken: bool,
}

impl Recorder {
    pub fn new(cache: &Cache, project: &Project) -> Self {
        Recorder { cache: cache.clone(), key: key_of(project), ..Recorder::default() }
    }

    /// Notes what is about to become of a call. `known`: the file of what the same call of another crate made.
    pub fn note(&mut self, pending: &Pending, known: Option<FileId>, made: &Made, keep: Option<&Keep>) {
        let again = known.and_then(|file| self.made.get(&file));
        let what = match (again, keep) {
            (Some(step), _) => What::Again(*step),
            (None, Some(keep)) => What::Kept(keep.digest()),
            (None, None) => match store(made) {
                Ok(bytes) => What::Made(bytes),
                Err(_) => return self.is_broken = true,
            },
        };
        self.steps.push(Step { call: pending.number, what });
    }

    /// Notes the file that was made of the call that was noted last.
    pub fn made(&mut self, file: FileId) {
        self.made.entry(file).or_insert(self.steps.len().saturating_sub(1) as u32);
    }

    /// Keeps all for the next run over dependencies of that digest.
    pub fn keep(self, digest: Digest) {
        if self.is_broken || self.steps.is_empty() {
            return;
        }
        if let Ok(bytes) = postcard::to_stdvec(&(digest, self.steps)) {
            self.cache.write(&self.key, Vec::new(), &bytes);
        }
    }
}

/// What an earlier run over the same project recorded.
pub(super) struct Recorded {
    digest: Digest,
    steps: Vec<Step>,
    /// What each step made; `None`: see there.
    made: Vec<Option<Made>>,
}

impl Recorded {
    /// Reads it, with all that the calls make: in parallel, and while others still read dependencies.
    pub fn load(cache: &Cache, project: &Project, earlier: &Earlier) -> Option<Self> {
        let entry = cache.load(&key_of(project))?;
        let (digest, steps): (Digest, Vec<Step>) = postcard::from_bytes(entry.value()).ok()?;
        let made = |step: &Step| match &step.what {
            What::Kept(digest) => earlier.known(*digest, |_| true).map(Some),
            What::Made(bytes) => load(bytes).ok().map(Some),
            What::Again(_) => Some(None),
        };
        let made = steps.par_iter().with_min_len(16).map(made).collect::<Option<_>>()?;
        Some(Recorded { digest, steps, made })
    }

    /// Whether it is of dependencies like these.
    pub fn is_of(&self, digest: Digest) -> bool {
        self.digest == digest
    }
}

impl Expander {
    /// Does what was recorded.
    pub fn replay<'s>(
        &mut self,
        recorded: Recorded,
        sources: &mut Sources<'s>,
        builder: &mut Builder<'s>,
        wanted: &mut FxHashSet<std::path::PathBuf>,
    ) {
        let mut met: Vec<Pending> = Vec::new();
        let mut files: Vec<Option<FileId>> = Vec::with_capacity(recorded.steps.len());
        self.calls += recorded.steps.len();
        for (step, made) in recorded.steps.iter().zip(recorded.made) {
            met.extend(builder.take_met());
            let Some(pending) = met.get(step.call as usize) else { return };
            let known = match &step.what {
                What::Kept(digest) => {
                    self.earlier.note(Keep::known(*digest));
                    None
                }
                What::Again(step) => files.get(*step as usize).copied().flatten(),
                What::Made(_) => None,
            };
            let made = made.unwrap_or(Made::AsWritten);
            files.push(self.add(sources, builder, pending, known, made, Mode::Foreign, wanted));
        }
    }
}

fn key_of(project: &Project) -> String {
    key("calls", &project.boundary.roots)
}
