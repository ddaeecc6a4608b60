//! A bound on recursion through types, per thread: aliases, projections and impls can refer to each other in circles.

use std::cell::Cell;

/// Deeper than any real chain of aliases, projections and blanket impls.
const MAX_DEPTH: u32 = 48;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// One level deeper until dropped; `None` at the bound.
pub(super) fn enter() -> Option<Guard> {
    DEPTH.with(|depth| {
        let deeper = depth.get() + 1;
        (deeper <= MAX_DEPTH).then(|| {
            depth.set(deeper);
            Guard
        })
    })
}

/// Whether the bound is far: what is found out here is not short of it.
pub(super) fn is_far() -> bool {
    DEPTH.with(|depth| depth.get() <= MAX_DEPTH / 2)
}

/// Leaves the level when dropped.
pub(super) struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        DEPTH.with(|depth| depth.set(depth.get() - 1));
    }
}
