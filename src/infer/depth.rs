//! Bounds on recursion through types, per thread: aliases, projections and impls can refer to each other in circles, and
//! macros in types to themselves.

use std::cell::{Cell, RefCell};

use super::ty::Ty;
use crate::index::TraitId;
use crate::summary::Name;

/// Deeper than any real chain of aliases, projections and blanket impls.
const MAX_DEPTH: u32 = 48;

/// Macros that the reading of one type may lead through.
const MAX_MACROS: u32 = 64;

/// Aliases and associated types that it may lead through: where each leads to two others, depth alone is no bound.
const MAX_NAMES: u32 = 4_096;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static MACROS: Cell<Within> = const { Cell::new(Within { depth: 0, read: 0 }) };
    static NAMES: Cell<Within> = const { Cell::new(Within { depth: 0, read: 0 }) };
    /// Associated types whose trait is being looked for.
    static LOOKED_FOR: RefCell<Vec<(Ty, Name)>> = const { RefCell::new(Vec::new()) };
    /// Associated types of traits whose declared bounds are being read.
    static DECLARED: RefCell<Vec<(TraitId, Name)>> = const { RefCell::new(Vec::new()) };
}

/// What is being read within each other, and all that was read since the outermost.
#[derive(Clone, Copy, Default)]
struct Within {
    depth: u32,
    read: u32,
}

impl Within {
    fn enter(self, max: u32) -> Option<Self> {
        (self.read < max).then_some(Within { depth: self.depth + 1, read: self.read + 1 })
    }

    fn leave(self) -> Self {
        Within { depth: self.depth - 1, read: if self.depth == 1 { 0 } else { self.read } }
    }
}

/// Reads what is kept for all who ask: it must not depend on what the first of them was in the middle of.
pub(super) fn afresh<T>(read: impl FnOnce() -> T) -> T {
    let _outer = Outer {
        depth: DEPTH.take(),
        macros: MACROS.take(),
        names: NAMES.take(),
        looked_for: LOOKED_FOR.take(),
        declared: DECLARED.take(),
    };
    read()
}

/// What was under way before, and is again when this is dropped.
struct Outer {
    depth: u32,
    macros: Within,
    names: Within,
    looked_for: Vec<(Ty, Name)>,
    declared: Vec<(TraitId, Name)>,
}

impl Drop for Outer {
    fn drop(&mut self) {
        DEPTH.set(self.depth);
        MACROS.set(self.macros);
        NAMES.set(self.names);
        LOOKED_FOR.set(std::mem::take(&mut self.looked_for));
        DECLARED.set(std::mem::take(&mut self.declared));
    }
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
    MACROS.set(MACROS.get().enter(MAX_MACROS)?);
    Some(MacroGuard)
}

/// Leaves the macro when dropped.
pub(super) struct MacroGuard;

impl Drop for MacroGuard {
    fn drop(&mut self) {
        MACROS.set(MACROS.get().leave());
    }
}

/// The type that a name stands for is being read until dropped; `None` at either bound.
pub(super) fn enter_name() -> Option<(Guard, NameGuard)> {
    let deeper = NAMES.get().enter(MAX_NAMES)?;
    let guard = enter()?;
    NAMES.set(deeper);
    Some((guard, NameGuard))
}

/// Leaves the name when dropped.
pub(super) struct NameGuard;

impl Drop for NameGuard {
    fn drop(&mut self) {
        NAMES.set(NAMES.get().leave());
    }
}

/// The trait that declares `base::name` is being looked for until dropped; `None` at a bound, and if it is already: then
/// it would be so for ever.
pub(super) fn enter_associated(base: &Ty, name: Name) -> Option<(NameGuard, AssociatedGuard)> {
    LOOKED_FOR.with_borrow_mut(|looked_for| {
        if looked_for.iter().any(|(other, its)| *its == name && other == base) {
            return None;
        }
        NAMES.set(NAMES.get().enter(MAX_NAMES)?);
        looked_for.push((base.clone(), name));
        Some((NameGuard, AssociatedGuard))
    })
}

/// Ends the search when dropped.
pub(super) struct AssociatedGuard;

impl Drop for AssociatedGuard {
    fn drop(&mut self) {
        LOOKED_FOR.with_borrow_mut(|looked_for| drop(looked_for.pop()));
    }
}

/// What a trait says of its associated type is being read until dropped; `None` at a bound, and if it is already:
/// `type Next: Node<Next: Send>` in `Node` would never end.
pub(super) fn enter_declared(trait_: TraitId, name: Name) -> Option<(Guard, DeclaredGuard)> {
    let guard = enter()?;
    DECLARED.with_borrow_mut(|declared| {
        if declared.contains(&(trait_, name)) {
            return None;
        }
        declared.push((trait_, name));
        Some((guard, DeclaredGuard))
    })
}

/// Ends the reading when dropped.
pub(super) struct DeclaredGuard;

impl Drop for DeclaredGuard {
    fn drop(&mut self) {
        DECLARED.with_borrow_mut(Vec::pop);
    }
}
