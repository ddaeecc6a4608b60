//! What is asked for while it is being inferred: all that is found by way of that is not settled yet.

use std::cell::RefCell;

use crate::summary::{ExprId, PatId};

/// Bindings whose uses are asked while those of so many others are tell no more.
const MAX_BY_USES: usize = 4;

/// Far more than real code needs, and far less than a stack holds.
const MAX_DEPTH: usize = 4_000;

/// How many things were being inferred around one, with itself.
pub(super) type Rank = usize;

/// What is being inferred within each other: expressions, bindings, callees.
#[derive(Debug, Default)]
pub(super) struct Circles {
    /// For each, what it asked for that it lies within, the outermost: what was found is short of what will be.
    heads: RefCell<Vec<Option<Rank>>>,
    /// Whole patterns of bindings, the outermost first.
    names: RefCell<Vec<(PatId, Rank)>>,
    /// Calls whose callee is being looked for.
    calls: RefCell<Vec<(ExprId, Rank)>>,
    /// What is inferred by its uses.
    by_uses: RefCell<Vec<Rank>>,
}

impl Circles {
    /// Something is about to be inferred.
    pub fn enter(&self) -> Rank {
        let mut heads = self.heads.borrow_mut();
        heads.push(None);
        heads.len()
    }

    /// It is done; whether what was found is settled: what it asked for itself is, when it was asked first.
    pub fn leave(&self) -> bool {
        let mut heads = self.heads.borrow_mut();
        let rank = heads.len();
        let Some(head) = heads.pop().flatten().filter(|head| *head < rank) else { return true };
        if let Some(outer) = heads.last_mut() {
            *outer = Some(outer.map_or(head, |known| known.min(head)));
        }
        false
    }

    /// Whether more should not be asked within this: a chain of names can be longer than any stack.
    pub fn are_deep(&self) -> bool {
        self.heads.borrow().len() >= MAX_DEPTH
    }

    /// A pattern's bindings are about to be inferred.
    pub fn enter_names(&self, root: PatId) {
        let rank = self.enter();
        self.names.borrow_mut().push((root, rank));
    }

    /// As [`Circles::leave`].
    pub fn leave_names(&self) -> bool {
        self.names.borrow_mut().pop();
        self.leave()
    }

    /// The callee of a call is about to be looked for; `false` if it already is.
    pub fn enter_call(&self, call: ExprId) -> bool {
        let under_way = self.calls.borrow().iter().find(|(id, _)| *id == call).map(|(_, rank)| *rank);
        match under_way {
            Some(rank) => self.close(rank),
            None => {
                let rank = self.enter();
                self.calls.borrow_mut().push((call, rank));
            }
        }
        under_way.is_none()
    }

    /// As [`Circles::leave`].
    pub fn leave_call(&self) -> bool {
        self.calls.borrow_mut().pop();
        self.leave()
    }

    /// A pattern's binding was asked for.
    pub fn meet(&self, root: PatId) {
        let names = self.names.borrow();
        if let Some((_, rank)) = names.iter().find(|(pat, _)| *pat == root) {
            self.close(*rank);
        }
    }

    /// What has that rank was asked for within itself.
    pub fn close(&self, rank: Rank) {
        if let Some(head) = self.heads.borrow_mut().last_mut() {
            *head = Some(head.map_or(rank, |known| known.min(rank)));
        }
    }

    /// Whether what was found so far for the innermost will be found again once all is done.
    pub fn are_settled(&self) -> bool {
        self.heads.borrow().last().is_none_or(Option::is_none)
    }

    /// Asks the uses of what is being inferred; `None` if those of too many others are being asked. Then nothing is
    /// settled but the outermost of them.
    pub fn by_uses<T>(&self, ask: impl FnOnce() -> T) -> Option<T> {
        let (outermost, count) = {
            let by_uses = self.by_uses.borrow();
            (by_uses.first().copied(), by_uses.len())
        };
        if count >= MAX_BY_USES {
            outermost.into_iter().for_each(|rank| self.close(rank));
            return None;
        }
        let rank = self.heads.borrow().len();
        self.by_uses.borrow_mut().push(rank);
        let told = ask();
        self.by_uses.borrow_mut().pop();
        Some(told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALL: ExprId = ExprId(7);

    /// `a { b { c { b? } d {} } }`: c is short of what b will be; d has no part in it, nor has b when it is done.
    #[test]
    fn a_circle_ends_with_what_was_asked_first() {
        let circles = Circles::default();
        circles.enter();
        assert!(circles.enter_call(CALL));
        circles.enter();
        assert!(!circles.enter_call(CALL), "it is under way");
        assert!(!circles.are_settled());
        assert!(!circles.leave(), "what asked for the call is settled, though the call is not");
        circles.enter();
        assert!(circles.are_settled());
        assert!(
            circles.leave(),
            "what asks for nothing under way is settled, whatever its sibling asked for"
        );
        assert!(circles.leave_call(), "the call was asked first");
        assert!(circles.leave());
    }

    #[test]
    fn of_two_circles_the_outer_one_counts() {
        let circles = Circles::default();
        let outer = circles.enter();
        let middle = circles.enter();
        circles.enter();
        circles.close(outer);
        circles.close(middle);
        assert!(!circles.leave());
        assert!(!circles.leave(), "the head of the inner circle is within the outer one");
        assert!(circles.leave());
    }

    /// Names whose values lead to each other are no reason to stop: only those whose uses are asked are.
    #[test]
    fn only_uses_are_bounded() {
        /// By whose uses how many more are asked; what is settled of each when it is done, the innermost first.
        fn nested(circles: &Circles, levels: usize) -> Vec<bool> {
            circles.enter();
            let within = || if levels == 0 { Vec::new() } else { nested(circles, levels - 1) };
            let mut settled = circles.by_uses(within).unwrap_or_default();
            settled.push(circles.leave());
            settled
        }
        let circles = Circles::default();
        (0..100).for_each(|at| circles.enter_names(PatId(at)));
        assert_eq!(circles.by_uses(|| 1), Some(1));
        assert_eq!(nested(&circles, MAX_BY_USES - 1), [true; MAX_BY_USES]);
        let settled = nested(&circles, MAX_BY_USES);
        assert_eq!(settled, [false, false, false, false, true], "nothing but the outermost");
        assert!(circles.leave_names());
    }
}
