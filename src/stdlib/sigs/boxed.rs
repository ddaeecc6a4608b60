//! `std::boxed`.

use crate::any::Any;
use crate::borrow::{Borrow, BorrowMut, Cow};
use crate::error::Error;
use crate::fmt::{Debug, Display};
use crate::future::Future;
use crate::hash::{Hash, Hasher};
use crate::iter::{FromIterator, FusedIterator};
use crate::mem::MaybeUninit;
use crate::ops::{AsyncFn, AsyncFnMut, AsyncFnOnce, Deref, DerefMut, Fn, FnMut, FnOnce};
use crate::pin::Pin;

pub struct Box<T: ?Sized> { owned: T }

impl<T> Box<T> {
    pub fn new(x: T) -> Self {}
    pub fn new_uninit() -> Box<MaybeUninit<T>> {}
    pub fn pin(x: T) -> Pin<Box<T>> {}
}
impl<T> Box<[T]> {
    pub fn new_uninit_slice(len: usize) -> Box<[MaybeUninit<T>]> {}
}
impl<T> Box<MaybeUninit<T>> {
    pub unsafe fn assume_init(self) -> Box<T> {}
    pub fn write(boxed: Self, value: T) -> Box<T> {}
}
impl<T> Box<[MaybeUninit<T>]> {
    pub unsafe fn assume_init(self) -> Box<[T]> {}
}
impl<T: ?Sized> Box<T> {
    pub unsafe fn from_raw(raw: *mut T) -> Self {}
    pub fn into_raw(b: Self) -> *mut T {}
    pub fn leak<'a>(b: Self) -> &'a mut T {}
    pub fn into_pin(boxed: Self) -> Pin<Self> {}
}
impl Box<dyn Any> {
    pub fn downcast<T: Any>(self) -> Result<Box<T>, Self> {}
}
impl Box<dyn Any + Send> {
    pub fn downcast<T: Any>(self) -> Result<Box<T>, Self> {}
}
impl Box<dyn Any + Send + Sync> {
    pub fn downcast<T: Any>(self) -> Result<Box<T>, Self> {}
}

impl<T: ?Sized> Deref for Box<T> { type Target = T; }
impl<T: ?Sized> DerefMut for Box<T> {}
impl<F: ?Sized + Future + Unpin> Future for Box<F> { type Output = F::Output; }
impl<I: ?Sized + Iterator> Iterator for Box<I> { type Item = I::Item; }
impl<I: ?Sized + DoubleEndedIterator> DoubleEndedIterator for Box<I> {}
impl<I: ?Sized + ExactSizeIterator> ExactSizeIterator for Box<I> {}
impl<I: ?Sized + FusedIterator> FusedIterator for Box<I> {}
impl<Args, F: ?Sized + FnOnce<Args>> FnOnce<Args> for Box<F> { type Output = <F as FnOnce<Args>>::Output; }
impl<Args, F: ?Sized + FnMut<Args>> FnMut<Args> for Box<F> {}
impl<Args, F: ?Sized + Fn<Args>> Fn<Args> for Box<F> {}
impl<Args, F: ?Sized + AsyncFnOnce<Args>> AsyncFnOnce<Args> for Box<F> { type Output = F::Output; type CallOnceFuture = F::CallOnceFuture; }
impl<Args, F: ?Sized + AsyncFnMut<Args>> AsyncFnMut<Args> for Box<F> { type CallRefFuture<'a> = F::CallRefFuture<'a> where Self: 'a; }
impl<Args, F: ?Sized + AsyncFn<Args>> AsyncFn<Args> for Box<F> {}
impl<T: Clone> Clone for Box<T> {}
impl<T: Clone> Clone for Box<[T]> {}
impl Clone for Box<str> {}
impl<T: Default> Default for Box<T> {}
impl<T> Default for Box<[T]> {}
impl Default for Box<str> {}
impl<T: ?Sized + Debug> Debug for Box<T> {}
impl<T: ?Sized + Display> Display for Box<T> {}
impl<T: ?Sized + PartialEq> PartialEq for Box<T> {}
impl<T: ?Sized + Eq> Eq for Box<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for Box<T> {}
impl<T: ?Sized + Ord> Ord for Box<T> {}
impl<T: ?Sized + Hash> Hash for Box<T> {}
impl<T: ?Sized + Hasher> Hasher for Box<T> {}
impl<E: Error> Error for Box<E> {}
impl<T: ?Sized> AsRef<T> for Box<T> {}
impl<T: ?Sized> AsMut<T> for Box<T> {}
impl<T: ?Sized> Borrow<T> for Box<T> {}
impl<T: ?Sized> BorrowMut<T> for Box<T> {}
impl<T> From<T> for Box<T> {}
impl<T: Clone> From<&[T]> for Box<[T]> {}
impl From<&str> for Box<str> {}
impl From<String> for Box<str> {}
impl From<Cow<'_, str>> for Box<str> {}
impl From<Box<str>> for Box<[u8]> {}
impl<T> From<Vec<T>> for Box<[T]> {}
impl<T, const N: usize> From<[T; N]> for Box<[T]> {}
impl<'a, E: Error + 'a> From<E> for Box<dyn Error + 'a> {}
impl<'a, E: Error + Send + Sync + 'a> From<E> for Box<dyn Error + Send + Sync + 'a> {}
impl From<String> for Box<dyn Error + Send + Sync> {}
impl From<String> for Box<dyn Error> {}
impl<'a> From<&str> for Box<dyn Error + Send + Sync + 'a> {}
impl From<&str> for Box<dyn Error> {}
impl<'a, 'b> From<Cow<'b, str>> for Box<dyn Error + Send + Sync + 'a> {}
impl<'a> From<Cow<'a, str>> for Box<dyn Error> {}
impl<I> FromIterator<I> for Box<[I]> {}
impl FromIterator<char> for Box<str> {}
impl<T> IntoIterator for Box<[T]> { type Item = T; type IntoIter = crate::vec::IntoIter<T>; }
impl<'a, T> IntoIterator for &'a Box<[T]> { type Item = &'a T; type IntoIter = crate::slice::Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut Box<[T]> { type Item = &'a mut T; type IntoIter = crate::slice::IterMut<'a, T>; }
