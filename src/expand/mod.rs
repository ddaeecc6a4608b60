//! What a macro makes of a call: definition × call → trees. Knows tokens only; names are resolved elsewhere, and what
//! comes out is read by `lower` like any other text. Never panics, never runs without end: work is counted.

mod calls;
mod fragment;
mod kind;
mod matcher;
mod paste;
mod pattern;
mod render;
mod transcribe;
mod tree;
mod types;
mod unfold;

use serde::{Deserialize, Serialize};

pub use calls::{Make, expand_call};
pub use kind::Kind;
pub use paste::{is_paste, paste};
pub use pattern::Definition;
pub use render::{Piece, Rendered};
pub use tree::{Group, Leaf, LeafKind, Origin, Tree, trees};
pub use unfold::{Helper, Reach, Unfolded, unfold};

/// How deeply groups may nest in definitions and calls.
const MAX_DEPTH: usize = 256;

/// Why a call could not be expanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Failure {
    /// It fits no arm.
    NoArm,
    /// It fits in more ways than one.
    Ambiguous,
    /// Variables that repeat together stand for unlike numbers of things, or one repeats that must not.
    Repetition,
    /// It nests too deeply, or takes more work than is allowed.
    TooLarge,
}

/// What a call costs besides its tokens, in units of [`Fuel`]: calls that make nothing but calls are not for free.
const COST: usize = 100;

/// Work that may still be done. A unit is about a token.
#[derive(Debug, Clone, Copy)]
pub struct Fuel(usize);

impl Fuel {
    /// So much work.
    pub fn new(units: usize) -> Self {
        Fuel(units)
    }

    /// What is left.
    pub fn left(self) -> usize {
        self.0
    }

    /// Does so much work that was done before, if as much is left.
    pub fn spend(&mut self, units: usize) -> bool {
        self.burn(units).is_ok()
    }

    fn burn(&mut self, units: usize) -> Result<(), Failure> {
        match self.0.checked_sub(units) {
            Some(left) => {
                self.0 = left;
                Ok(())
            }
            None => Err(Failure::TooLarge),
        }
    }
}

impl Definition {
    /// What the macro makes of `call`, the trees of its argument. `krate` is what `$crate` becomes.
    pub fn expand(&self, call: &[Tree], krate: &'static str, fuel: &mut Fuel) -> Result<Vec<Tree>, Failure> {
        for arm in &self.arms {
            if let Some(bound) = matcher::fit(arm, call, fuel)? {
                return transcribe::transcribe(&arm.makes, &bound, krate, fuel);
            }
        }
        Err(Failure::NoArm)
    }
}
