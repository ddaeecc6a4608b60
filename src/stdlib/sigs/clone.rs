//! `std::clone`, with the impls of `Clone` that the language gives.

pub trait Clone: Sized {
    fn clone(&self) -> Self;
    fn clone_from(&mut self, source: &Self) {}
}
impl<T: ?Sized> Clone for &T {}
impl<T: ?Sized> Clone for *const T {}
impl<T: ?Sized> Clone for *mut T {}
impl Clone for bool {}
impl Clone for char {}
impl Clone for () {}
impl<A: Clone> Clone for (A,) {}
impl<A: Clone, B: Clone> Clone for (A, B) {}
impl<A: Clone, B: Clone, C: Clone> Clone for (A, B, C) {}
impl<A: Clone, B: Clone, C: Clone, D: Clone> Clone for (A, B, C, D) {}
impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone> Clone for (A, B, C, D, E) {}
impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone> Clone for (A, B, C, D, E, F) {}
