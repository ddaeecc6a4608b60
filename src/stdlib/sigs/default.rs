//! `std::default`.

pub trait Default: Sized {
    fn default() -> Self;
}
impl Default for () {}
impl Default for bool {}
impl Default for char {}
impl Default for &str {}
impl Default for &mut str {}
impl<T> Default for &[T] {}
impl<T> Default for &mut [T] {}
impl<A: Default> Default for (A,) {}
impl<A: Default, B: Default> Default for (A, B) {}
impl<A: Default, B: Default, C: Default> Default for (A, B, C) {}
impl<A: Default, B: Default, C: Default, D: Default> Default for (A, B, C, D) {}
