//! What was found out of traits: the same questions come again and again.

use std::cell::RefCell;
use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::ty::Ty;
use super::{Infer, depth};

/// Answers, each with how many searches were under way when it was found: the deeper, the less is looked into.
#[derive(Debug)]
pub(super) struct Solved<Q, A>(RefCell<FxHashMap<Q, (u32, A)>>);

impl<Q, A> Default for Solved<Q, A> {
    fn default() -> Self {
        Solved(RefCell::default())
    }
}

impl<Q: Hash + Eq, A: Clone> Solved<Q, A> {
    /// The answer to a question, if it is as good as one that would be found now.
    pub fn get(&self, question: &Q, level: u32) -> Option<A> {
        let answers = self.0.borrow();
        answers.get(question).filter(|(at, _)| *at <= level).map(|(_, answer)| answer.clone())
    }

    pub fn keep(&self, question: Q, level: u32, answer: A) {
        self.0.borrow_mut().insert(question, (level, answer));
    }
}

impl Infer<'_, '_> {
    /// Whether what is found now about these types may be kept: not while bounds are being resolved, near the bound of
    /// recursion, or without fuel. Closures and async blocks are known by their bodies, which may be asked about too
    /// early.
    pub(super) fn is_sure(&self, types: &[&Ty]) -> bool {
        let by_body =
            || types.iter().any(|ty| ty.any(&|ty| matches!(ty, Ty::Closure(_) | Ty::AsyncBlock(_))));
        let is_outermost = self.solving.get() == 0;
        !self.resolving.get()
            && depth::is_far()
            && self.fuel.get() > 0
            && (is_outermost && self.circles.are_settled() || !by_body())
    }
}
