//! What was found of the first part of an index, as bytes for another run: what imports brought to scopes, and what the
//! headers of impls say.

use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::header::Header;
use super::scope::{Brought, Scope};
use crate::index::{Extent, Index};
use crate::summary::{load, store};

/// Values in one piece: pieces are read in parallel.
const PIECE: usize = 256;

/// The bytes, in pieces.
#[derive(Debug, Serialize, Deserialize)]
pub struct Settled<B> {
    scopes: Vec<B>,
    headers: Vec<B>,
}

/// What can be put to use of it.
pub(super) struct Taken {
    scopes: Vec<Brought>,
    pub headers: Vec<Header>,
}

impl Settled<Vec<u8>> {
    /// Of these scopes and headers, the first of all.
    pub(super) fn new(scopes: &[Scope], headers: &[Header]) -> Self {
        let brought = |scopes: &[Scope]| scopes.iter().map(Scope::brought).collect::<Vec<_>>();
        Settled {
            scopes: scopes.par_chunks(PIECE).map(|piece| bytes_of(&brought(piece))).collect(),
            headers: headers.par_chunks(PIECE).map(bytes_of).collect(),
        }
    }
}

fn bytes_of(values: &(impl Serialize + ?Sized)) -> Vec<u8> {
    store(values).unwrap_or_default()
}

impl Settled<&[u8]> {
    /// Reads it; `None` if it cannot be that of such an index.
    pub(super) fn take(&self, index: &Index, base: Extent) -> Option<Taken> {
        let scopes = read(&self.scopes, base.modules, |brought: &Brought| brought.fits(index, base))?;
        let headers = read(&self.headers, base.impls, |header: &Header| header.fits(index))?;
        Some(Taken { scopes, headers })
    }
}

impl Taken {
    /// Puts what imports brought into scopes that know nothing of imports yet.
    pub fn fill(&mut self, scopes: &mut [Scope]) {
        let brought = std::mem::take(&mut self.scopes);
        scopes
            .par_iter_mut()
            .zip(brought)
            .with_min_len(PIECE)
            .for_each(|(scope, brought)| scope.take(brought));
    }
}

/// So many values in pieces, all of which fit.
fn read<T: DeserializeOwned + Send>(
    pieces: &[&[u8]],
    count: usize,
    fits: impl Fn(&T) -> bool + Sync,
) -> Option<Vec<T>> {
    let read = |bytes: &&[u8]| load::<Vec<T>>(bytes).ok().filter(|values| values.iter().all(&fits));
    let read: Vec<Vec<T>> = pieces.par_iter().map(read).collect::<Option<_>>()?;
    let all: Vec<T> = read.into_iter().flatten().collect();
    (all.len() == count).then_some(all)
}
