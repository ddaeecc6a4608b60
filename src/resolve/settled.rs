//! What imports brought to scopes, as bytes for another run.

use rayon::prelude::*;

use super::scope::{Brought, Scope};
use crate::index::{Extent, Index};
use crate::summary::{load, store};

/// Scopes in one piece: pieces are read in parallel.
const PIECE: usize = 256;

/// What imports brought to each scope.
pub(super) fn pieces(scopes: &[Scope]) -> Vec<Vec<u8>> {
    let piece = |scopes: &[Scope]| {
        let brought: Vec<Brought> = scopes.iter().map(Scope::brought).collect();
        store(&brought).unwrap_or_default()
    };
    scopes.par_chunks(PIECE).map(piece).collect()
}

/// Puts it into scopes that know nothing of imports yet; false, and nothing is changed, if it cannot be theirs.
pub(super) fn take(scopes: &mut [Scope], pieces: &[&[u8]], index: &Index, base: Extent) -> bool {
    let read = |(at, bytes): (usize, &&[u8])| {
        let brought = load::<Vec<Brought>>(bytes).ok()?;
        let is_whole = brought.len() == scopes[at * PIECE..].len().min(PIECE);
        (is_whole && brought.iter().all(|brought| brought.fits(index, base))).then_some(brought)
    };
    if pieces.len() != scopes.len().div_ceil(PIECE) {
        return false;
    }
    let Some(read) = pieces.par_iter().enumerate().map(read).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let each = |(scopes, brought): (&mut [Scope], Vec<Brought>)| {
        scopes.iter_mut().zip(brought).for_each(|(scope, brought)| scope.take(brought));
    };
    scopes.par_chunks_mut(PIECE).zip(read).for_each(each);
    true
}
