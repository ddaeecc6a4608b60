//! What is asked for while it is being inferred: all that is found by way of that is not settled yet.

use std::cell::{Cell, RefCell};

use crate::summary::{ExprId, PatId};

/// Bindings whose uses are asked while those of so many others are tell no more.
const MAX_BY_USES: usize = 4;

/// How many things were being inferred around one, with itself.
pub(super) type Rank = u32;

/// What is being inferred within each other: expressions, bindings, callees.
#[derive(Debug, Default)]
pub(super) struct Circles {
    depth: Cell<Rank>,
    /// Whole patterns of bindings, the outermost first.
    names: RefCell<Vec<(PatId, Rank)>>,
    /// Calls whose callee is being looked for.
    calls: RefCell<Vec<(ExprId, Rank)>>,
    /// What is inferred by its uses.
    by_uses: RefCell<Vec<Rank>>,
    /// The outermost that was asked for within itself. What is found within it is short of what will be; it itself was
    /// asked first, and is settled when it is done.
    head: Cell<Option<Rank>>,
}

impl Circles {
    /// Something is about to be inferred.
    pub fn enter(&self) -> Rank {
        self.depth.set(self.depth.get() + 1);
        self.depth.get()
    }

    /// It is done; whether what was found is settled.
    pub fn leave(&self) -> bool {
        let rank = self.depth.replace(self.depth.get() - 1);
        let is_settled = self.head.get().is_none_or(|head| head >= rank);
        if is_settled {
            self.head.set(None);
        }
        is_settled
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
        let head = self.head.get().map_or(rank, |head| head.min(rank));
        self.head.set(Some(head));
    }

    /// Whether what is found now will be found again once all is done.
    pub fn are_settled(&self) -> bool {
        self.head.get().is_none()
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
        self.by_uses.borrow_mut().push(self.depth.get());
        let told = ask();
        self.by_uses.borrow_mut().pop();
        Some(told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALL: ExprId = ExprId(7);

    /// `a { b { a? } c {} }`: b is short of what a will be, a and c are not.
    #[test]
    fn a_circle_ends_with_what_was_asked_first() {
        let circles = Circles::default();
        circles.enter();
        assert!(circles.enter_call(CALL));
        circles.enter();
        assert!(!circles.enter_call(CALL), "it is under way");
        assert!(!circles.are_settled());
        assert!(!circles.leave(), "what asked for the call is settled, though the call is not");
        assert!(circles.leave_call(), "the call was asked first");
        circles.enter();
        assert!(circles.leave(), "what is asked after the circle has no part in it");
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
        let circles = Circles::default();
        (0..100).for_each(|at| circles.enter_names(PatId(at)));
        assert_eq!(circles.by_uses(|| 1), Some(1));
        fn nested(circles: &Circles, levels: usize) -> Option<usize> {
            circles.by_uses(|| if levels == 0 { Some(0) } else { nested(circles, levels - 1) })?
        }
        assert_eq!(nested(&circles, MAX_BY_USES - 1), Some(0));
        assert!(circles.are_settled());
        assert_eq!(nested(&circles, MAX_BY_USES), None);
        assert!(!circles.are_settled(), "more could be said of what is under way");
    }
}
