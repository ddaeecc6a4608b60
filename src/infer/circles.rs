//! Bindings and callees that are asked for while they are inferred: what is found by way of those is not settled yet.

use std::cell::{Cell, RefCell};

use crate::summary::PatId;

/// Bindings whose uses are asked while those of so many others are tell no more.
const MAX_UNDER_WAY: usize = 4;

/// What is being inferred.
#[derive(Debug, Default)]
pub(super) struct Circles {
    /// Whole patterns of bindings, the outermost first.
    under_way: RefCell<Vec<PatId>>,
    /// Calls whose callee is being looked for.
    calls: Cell<u32>,
    /// Whether one of them was asked for since.
    met: Cell<bool>,
}

impl Circles {
    /// A pattern's bindings are about to be inferred.
    pub fn enter(&self, root: PatId) {
        self.under_way.borrow_mut().push(root);
    }

    /// The last one is done; whether what was found is settled, as far as the bindings go.
    pub fn leave(&self) -> bool {
        self.under_way.borrow_mut().pop();
        self.done()
    }

    /// The callee of a call is about to be looked for.
    pub fn enter_call(&self) {
        self.calls.set(self.calls.get() + 1);
    }

    /// It is done; the answer as for [`Circles::leave`].
    pub fn leave_call(&self) -> bool {
        self.calls.set(self.calls.get() - 1);
        self.done()
    }

    fn done(&self) -> bool {
        let is_outermost = !self.any();
        if is_outermost {
            self.met.set(false);
        }
        is_outermost || self.are_settled()
    }

    fn any(&self) -> bool {
        self.calls.get() > 0 || !self.under_way.borrow().is_empty()
    }

    /// A pattern's binding was asked for.
    pub fn meet(&self, root: PatId) {
        if self.under_way.borrow().contains(&root) {
            self.met.set(true);
        }
    }

    /// An expression was asked for within itself.
    pub fn close(&self) {
        self.met.set(self.met.get() || self.any());
    }

    /// Whether what is found now will be found again once all is done.
    pub fn are_settled(&self) -> bool {
        !self.met.get()
    }

    /// Whether so many are under way that no more should be asked. Then nothing is settled.
    pub fn are_deep(&self) -> bool {
        let deep = self.under_way.borrow().len() > MAX_UNDER_WAY;
        self.met.set(self.met.get() || deep);
        deep
    }
}
