//! Where the tokens of a text that macros made were written. Only findings and names that are hidden ask for it, so that
//! what an earlier run kept is read when somebody does.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use smallvec::{SmallVec, smallvec};

use crate::expand::{Origin, Piece};
use crate::source::Span;
use crate::summary::Lazy;

/// The pieces of what one call made.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Pieces {
    list: Lazy<Vec<Piece>>,
    /// How much further on stands what was written in the call; modulo 2³².
    by: u32,
}

impl From<Vec<Piece>> for Pieces {
    fn from(list: Vec<Piece>) -> Self {
        Pieces { list: list.into(), by: 0 }
    }
}

impl Pieces {
    /// Moves what was written in the call so many bytes further on, modulo 2³².
    pub fn move_by(&mut self, by: u32) {
        self.by = self.by.wrapping_add(by);
    }

    /// The piece that a byte of the text belongs to.
    pub fn at(&self, byte: u32) -> Option<Piece> {
        let after = self.list.partition_point(|piece| piece.start <= byte);
        after.checked_sub(1).map(|at| self.moved(at))
    }

    /// The first piece that starts at a byte of the text, or behind it.
    fn next(&self, byte: u32) -> Option<Piece> {
        let at = self.list.partition_point(|piece| piece.start < byte);
        (at < self.list.len()).then(|| self.moved(at))
    }

    fn moved(&self, at: usize) -> Piece {
        let Piece { start, origin } = self.list[at];
        let origin = match origin {
            Origin::Call(span) => {
                Origin::Call(Span::new(span.start.wrapping_add(self.by), span.end.wrapping_add(self.by)))
            }
            definition @ Origin::Definition(..) => definition,
        };
        Piece { start, origin }
    }
}

/// The pieces of a text that is put together of others: where each starts in it, and its own.
#[derive(Debug, Default, Clone)]
pub(super) struct Written(SmallVec<[(u32, Arc<Pieces>); 1]>);

impl From<Arc<Pieces>> for Written {
    fn from(pieces: Arc<Pieces>) -> Self {
        Written(smallvec![(0, pieces)])
    }
}

impl Written {
    /// Adds those of a text that stands from `start` on, behind all others.
    pub fn push(&mut self, start: u32, pieces: Arc<Pieces>) {
        self.0.push((start, pieces));
    }

    /// The piece that a byte of the text belongs to.
    pub fn at(&self, byte: u32) -> Option<Piece> {
        let after = self.0.partition_point(|(start, _)| *start <= byte);
        let of = |(start, pieces): &(u32, Arc<Pieces>)| Some(placed(*start, pieces.at(byte - start)?));
        self.0[..after].iter().rev().find_map(of)
    }

    /// The first piece that starts at a byte of the text, or behind it.
    pub fn next(&self, byte: u32) -> Option<Piece> {
        let after = self.0.partition_point(|(start, _)| *start <= byte);
        let of = |(start, pieces): &(u32, Arc<Pieces>)| {
            Some(placed(*start, pieces.next(byte.saturating_sub(*start))?))
        };
        self.0[after.saturating_sub(1)..].iter().find_map(of)
    }
}

fn placed(text: u32, Piece { start, origin }: Piece) -> Piece {
    Piece { start: text + start, origin }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(starts: &[u32]) -> Arc<Pieces> {
        let piece = |start: &u32| Piece { start: *start, origin: Origin::Call(Span::new(*start, start + 1)) };
        Arc::new(starts.iter().map(piece).collect::<Vec<_>>().into())
    }

    #[test]
    fn a_byte_belongs_to_the_last_piece_before_it() {
        let mut written = Written::from(pieces(&[0, 4]));
        written.push(10, pieces(&[2, 5]));
        let starts = |of: &dyn Fn(u32) -> Option<Piece>| {
            [0, 4, 9, 11, 12, 15, 99].map(|byte| of(byte).map(|piece| piece.start))
        };
        assert_eq!(
            starts(&|byte| written.at(byte)),
            [0, 4, 4, 4, 12, 15, 15].map(Some),
            "between two texts the first one's last piece goes on"
        );
        assert_eq!(
            starts(&|byte| written.next(byte)),
            [Some(0), Some(4), Some(12), Some(12), Some(12), Some(15), None]
        );
    }

    #[test]
    fn what_stands_elsewhere_is_moved_and_what_a_definition_wrote_is_not() {
        let definition = Origin::Definition(7, Span::new(3, 4));
        let call = Origin::Call(Span::new(3, 4));
        let list = [call, definition].map(|origin| Piece { start: 0, origin });
        let mut pieces = Pieces::from(vec![list[0], Piece { start: 1, ..list[1] }]);
        pieces.move_by(2_u32.wrapping_neg());
        pieces.move_by(10);
        assert_eq!(pieces.at(0).map(|piece| piece.origin), Some(Origin::Call(Span::new(11, 12))));
        assert_eq!(pieces.at(1).map(|piece| piece.origin), Some(definition));
    }
}
