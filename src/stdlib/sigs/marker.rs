//! `std::marker`.

pub unsafe auto trait Send {}
pub unsafe auto trait Sync {}
pub auto trait Unpin {}
pub trait Sized {}
pub trait Copy: Clone {}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhantomData<T: ?Sized>;
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhantomPinned;

impl<T: ?Sized> Copy for &T {}
impl<T: ?Sized> Copy for *const T {}
impl<T: ?Sized> Copy for *mut T {}
impl Copy for bool {}
impl Copy for char {}
impl Copy for () {}
impl<A: Copy> Copy for (A,) {}
impl<A: Copy, B: Copy> Copy for (A, B) {}
impl<A: Copy, B: Copy, C: Copy> Copy for (A, B, C) {}
impl<A: Copy, B: Copy, C: Copy, D: Copy> Copy for (A, B, C, D) {}
