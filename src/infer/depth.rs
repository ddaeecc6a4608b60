//! Bounds on recursion through types, per thread: aliases, projections and impls can refer to each other in circles, and
//! macros in types to themselves.

use std::cell::Cell;

/// Deeper than any real chain of aliases, projections and blanket impls.
const MAX_DEPTH: u32 = 48;

/// Macros that the reading of one type may lead through.
const MAX_MACROS: u32 = 64;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    /// Macros that are being read within each other, and all that were read since the outermost.
    static MACROS: Cell<(u32, u32)> = const { Cell::new((0, 0)) };
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

/// A macro in a type is being read until dropped; `None` at the bound.
pub(super) fn enter_macro() -> Option<MacroGuard> {
    let (depth, read) = MACROS.get();
    (read < MAX_MACROS).then(|| {
        MACROS.set((depth + 1, read + 1));
        MacroGuard
    })
}

/// Leaves the macro when dropped.
pub(super) struct MacroGuard;

impl Drop for MacroGuard {
    fn drop(&mut self) {
        let (depth, read) = MACROS.get();
        MACROS.set(if depth == 1 { (0, 0) } else { (depth - 1, read) });
    }
}
