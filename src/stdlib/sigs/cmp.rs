//! `std::cmp`.

pub trait PartialEq<Rhs: ?Sized = Self> {
    fn eq(&self, other: &Rhs) -> bool;
    fn ne(&self, other: &Rhs) -> bool {}
}
pub trait Eq: PartialEq {}
pub trait PartialOrd<Rhs: ?Sized = Self>: PartialEq<Rhs> {
    fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
    fn lt(&self, other: &Rhs) -> bool {}
    fn le(&self, other: &Rhs) -> bool {}
    fn gt(&self, other: &Rhs) -> bool {}
    fn ge(&self, other: &Rhs) -> bool {}
}
pub trait Ord: Eq + PartialOrd {
    fn cmp(&self, other: &Self) -> Ordering;
    fn max(self, other: Self) -> Self where Self: Sized {}
    fn min(self, other: Self) -> Self where Self: Sized {}
    fn clamp(self, min: Self, max: Self) -> Self where Self: Sized {}
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ordering {
    Less = -1,
    Equal = 0,
    Greater = 1,
}
impl Ordering {
    pub fn is_eq(self) -> bool {}
    pub fn is_ne(self) -> bool {}
    pub fn is_lt(self) -> bool {}
    pub fn is_gt(self) -> bool {}
    pub fn is_le(self) -> bool {}
    pub fn is_ge(self) -> bool {}
    pub fn reverse(self) -> Ordering {}
    pub fn then(self, other: Ordering) -> Ordering {}
    pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering {}
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Reverse<T>(pub T);
impl<T: PartialOrd> PartialOrd for Reverse<T> {}
impl<T: Ord> Ord for Reverse<T> {}

pub fn min<T: Ord>(v1: T, v2: T) -> T {}
pub fn max<T: Ord>(v1: T, v2: T) -> T {}

impl<A: ?Sized, B: ?Sized> PartialEq<&B> for &A where A: PartialEq<B> {}
impl<A: ?Sized, B: ?Sized> PartialEq<&mut B> for &mut A where A: PartialEq<B> {}
impl<A: ?Sized + Eq> Eq for &A {}
impl<A: ?Sized + Eq> Eq for &mut A {}
impl<A: ?Sized, B: ?Sized> PartialOrd<&B> for &A where A: PartialOrd<B> {}
impl<A: ?Sized, B: ?Sized> PartialOrd<&mut B> for &mut A where A: PartialOrd<B> {}
impl<A: ?Sized + Ord> Ord for &A {}
impl<A: ?Sized + Ord> Ord for &mut A {}
impl PartialEq for () {}
impl Eq for () {}
impl PartialOrd for () {}
impl Ord for () {}
impl<A: PartialEq, B: PartialEq> PartialEq for (A, B) {}
impl<A: Eq, B: Eq> Eq for (A, B) {}
impl<A: PartialOrd, B: PartialOrd> PartialOrd for (A, B) {}
impl<A: Ord, B: Ord> Ord for (A, B) {}
impl<A: PartialEq, B: PartialEq, C: PartialEq> PartialEq for (A, B, C) {}
impl<A: Eq, B: Eq, C: Eq> Eq for (A, B, C) {}
impl<A: PartialOrd, B: PartialOrd, C: PartialOrd> PartialOrd for (A, B, C) {}
impl<A: Ord, B: Ord, C: Ord> Ord for (A, B, C) {}
impl PartialEq for bool {}
impl Eq for bool {}
impl PartialOrd for bool {}
impl Ord for bool {}
impl PartialEq for char {}
impl Eq for char {}
impl PartialOrd for char {}
impl Ord for char {}
impl PartialEq for str {}
impl Eq for str {}
impl PartialOrd for str {}
impl Ord for str {}
