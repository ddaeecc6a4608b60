//! Bounds on recursion through types, per thread: aliases, projections and impls can refer to each other in circles, and
//! macros in types to themselves.

use std::cell::RefCell;

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
    static UNDER_WAY: RefCell<UnderWay> = const { RefCell::new(UnderWay::new()) };
}

/// What is being read within each other.
struct UnderWay {
    depth: u32,
    macros: Within,
    names: Within,
    /// Associated types whose trait is being looked for.
    looked_for: Vec<(Ty, Name)>,
    /// Associated types of traits whose declared bounds are being read.
    declared: Vec<(TraitId, Name)>,
    /// Types of which it is being asked whether they have a trait by what impls require.
    provided: Vec<(Ty, TraitId)>,
    /// Whether one of these was asked again since the outermost: what is found out then is short of the answer.
    is_circle: bool,
}

impl UnderWay {
    const fn new() -> Self {
        const NONE: Within = Within { depth: 0, read: 0 };
        UnderWay {
            depth: 0,
            macros: NONE,
            names: NONE,
            looked_for: Vec::new(),
            declared: Vec::new(),
            provided: Vec::new(),
            is_circle: false,
        }
    }

    fn enter(&mut self) -> Option<()> {
        let is_free = self.depth < MAX_DEPTH;
        self.depth += u32::from(is_free);
        is_free.then_some(())
    }
}

/// How many of a kind are being read within each other, and all that were read since the outermost.
struct Within {
    depth: u32,
    read: u32,
}

impl Within {
    fn enter(&mut self, max: u32) -> Option<()> {
        let is_free = self.read < max;
        self.depth += u32::from(is_free);
        self.read += u32::from(is_free);
        is_free.then_some(())
    }

    fn leave(&mut self) {
        self.depth -= 1;
        self.read = if self.depth == 0 { 0 } else { self.read };
    }
}

/// Leaves what was entered when dropped.
pub(super) struct Guard(fn(&mut UnderWay));

impl Drop for Guard {
    fn drop(&mut self) {
        UNDER_WAY.with_borrow_mut(self.0);
    }
}

/// Enters what `leave` leaves.
fn guarded(enter: impl FnOnce(&mut UnderWay) -> Option<()>, leave: fn(&mut UnderWay)) -> Option<Guard> {
    UNDER_WAY.with_borrow_mut(enter).map(|()| Guard(leave))
}

/// Reads what is kept for all who ask: it must not depend on what the first of them was in the middle of.
pub(super) fn afresh<T>(read: impl FnOnce() -> T) -> T {
    let _outer = Outer(UNDER_WAY.replace(UnderWay::new()));
    read()
}

/// What was under way before, and is again when this is dropped.
struct Outer(UnderWay);

impl Drop for Outer {
    fn drop(&mut self) {
        UNDER_WAY.set(std::mem::replace(&mut self.0, UnderWay::new()));
    }
}

/// One level deeper until dropped; `None` at the bound.
pub(super) fn enter() -> Option<Guard> {
    guarded(UnderWay::enter, |it| it.depth -= 1)
}

/// Whether the bound is far, and no question is asked within itself: what is found out here is short of neither.
pub(super) fn is_far() -> bool {
    UNDER_WAY.with_borrow(|it| it.depth <= MAX_DEPTH / 2 && !it.is_circle)
}

/// A macro in a type is being read until dropped; `None` at the bound.
pub(super) fn enter_macro() -> Option<Guard> {
    guarded(|it| it.macros.enter(MAX_MACROS), |it| it.macros.leave())
}

/// The type that a name stands for is being read until dropped; `None` at either bound.
pub(super) fn enter_name() -> Option<(Guard, Guard)> {
    let deeper = enter()?;
    Some((deeper, guarded(|it| it.names.enter(MAX_NAMES), |it| it.names.leave())?))
}

/// The trait that declares `base::name` is being looked for until dropped; `None` at the bound, and if it is already:
/// then it would be so for ever.
pub(super) fn enter_associated(base: &Ty, name: Name) -> Option<Guard> {
    let enter = |it: &mut UnderWay| {
        if it.looked_for.iter().any(|(other, its)| *its == name && other == base) {
            return None;
        }
        it.names.enter(MAX_NAMES)?;
        it.looked_for.push((base.clone(), name));
        Some(())
    };
    guarded(enter, |it| {
        it.names.leave();
        it.looked_for.pop();
    })
}

/// What a trait says of its associated type is being read until dropped; `None` at the bound, and if it is already:
/// `type Next: Node<Next: Send>` in `Node` would never end.
pub(super) fn enter_declared(trait_: TraitId, name: Name) -> Option<Guard> {
    let enter = |it: &mut UnderWay| {
        if it.declared.contains(&(trait_, name)) {
            return None;
        }
        it.enter()?;
        it.declared.push((trait_, name));
        Some(())
    };
    guarded(enter, |it| {
        it.depth -= 1;
        it.declared.pop();
    })
}

/// It is being asked until dropped whether impls provide a type with a trait; `None` at the bound, and if it is already:
/// `impl<M: Metric<E>, E> Metric<Under<E>> for M` asks the same again.
pub(super) fn enter_provided(ty: &Ty, trait_: TraitId) -> Option<(Guard, Guard)> {
    let deeper = enter()?;
    let enter = |it: &mut UnderWay| {
        let is_new = !it.provided.iter().any(|(other, its)| *its == trait_ && other == ty);
        it.is_circle |= !is_new;
        is_new.then(|| it.provided.push((ty.clone(), trait_)))
    };
    let leave = |it: &mut UnderWay| {
        it.provided.pop();
        it.is_circle &= !it.provided.is_empty();
    };
    Some((deeper, guarded(enter, leave)?))
}
