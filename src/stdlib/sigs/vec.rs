//! `std::vec`.

use crate::borrow::{Borrow, BorrowMut, Cow};
use crate::collections::{BinaryHeap, TryReserveError, VecDeque};
use crate::convert::TryFrom;
use crate::fmt::Debug;
use crate::hash::Hash;
use crate::iter::{FromIterator, FusedIterator};
use crate::mem::MaybeUninit;
use crate::ops::{Deref, DerefMut, Index, IndexMut, RangeBounds};
use crate::slice::SliceIndex;

pub struct Vec<T> { owned: T }

impl<T> Vec<T> {
    pub const fn new() -> Self {}
    pub fn with_capacity(capacity: usize) -> Self {}
    pub unsafe fn from_raw_parts(ptr: *mut T, length: usize, capacity: usize) -> Self {}
    pub fn capacity(&self) -> usize {}
    pub fn reserve(&mut self, additional: usize) {}
    pub fn reserve_exact(&mut self, additional: usize) {}
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {}
    pub fn shrink_to_fit(&mut self) {}
    pub fn shrink_to(&mut self, min_capacity: usize) {}
    pub fn into_boxed_slice(self) -> Box<[T]> {}
    pub fn truncate(&mut self, len: usize) {}
    pub fn as_slice(&self) -> &[T] {}
    pub fn as_mut_slice(&mut self) -> &mut [T] {}
    pub fn as_ptr(&self) -> *const T {}
    pub fn as_mut_ptr(&mut self) -> *mut T {}
    pub unsafe fn set_len(&mut self, new_len: usize) {}
    pub fn swap_remove(&mut self, index: usize) -> T {}
    pub fn insert(&mut self, index: usize, element: T) {}
    pub fn insert_mut(&mut self, index: usize, element: T) -> &mut T {}
    pub fn remove(&mut self, index: usize) -> T {}
    pub fn retain<F>(&mut self, f: F) where F: FnMut(&T) -> bool {}
    pub fn retain_mut<F>(&mut self, f: F) where F: FnMut(&mut T) -> bool {}
    pub fn dedup_by_key<F, K>(&mut self, key: F) where F: FnMut(&mut T) -> K, K: PartialEq {}
    pub fn dedup_by<F>(&mut self, same_bucket: F) where F: FnMut(&mut T, &mut T) -> bool {}
    pub fn push(&mut self, value: T) {}
    pub fn push_mut(&mut self, value: T) -> &mut T {}
    pub fn pop(&mut self) -> Option<T> {}
    pub fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {}
    pub fn append(&mut self, other: &mut Self) {}
    pub fn drain<R>(&mut self, range: R) -> Drain<'_, T> where R: RangeBounds<usize> {}
    pub fn clear(&mut self) {}
    pub fn len(&self) -> usize {}
    pub fn is_empty(&self) -> bool {}
    pub fn split_off(&mut self, at: usize) -> Self {}
    pub fn resize_with<F>(&mut self, new_len: usize, f: F) where F: FnMut() -> T {}
    pub fn leak<'a>(self) -> &'a mut [T] {}
    pub fn spare_capacity_mut(&mut self) -> &mut [MaybeUninit<T>] {}
    pub fn splice<R, I>(&mut self, range: R, replace_with: I) -> Splice<'_, I::IntoIter> where R: RangeBounds<usize>, I: IntoIterator<Item = T> {}
    pub fn extract_if<F, R>(&mut self, range: R, filter: F) -> ExtractIf<'_, T, F> where F: FnMut(&mut T) -> bool, R: RangeBounds<usize> {}
}
impl<T: Clone> Vec<T> {
    pub fn resize(&mut self, new_len: usize, value: T) {}
    pub fn extend_from_slice(&mut self, other: &[T]) {}
    pub fn extend_from_within<R>(&mut self, src: R) where R: RangeBounds<usize> {}
}
impl<T: PartialEq> Vec<T> {
    pub fn dedup(&mut self) {}
}
impl<T, const N: usize> Vec<[T; N]> {
    pub fn into_flattened(self) -> Vec<T> {}
}

impl<T> Deref for Vec<T> { type Target = [T]; }
impl<T> DerefMut for Vec<T> {}
impl<T, I: SliceIndex<[T]>> Index<I> for Vec<T> { type Output = I::Output; }
impl<T, I: SliceIndex<[T]>> IndexMut<I> for Vec<T> {}
impl<T> IntoIterator for Vec<T> { type Item = T; type IntoIter = IntoIter<T>; }
impl<'a, T> IntoIterator for &'a Vec<T> { type Item = &'a T; type IntoIter = crate::slice::Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut Vec<T> { type Item = &'a mut T; type IntoIter = crate::slice::IterMut<'a, T>; }
impl<T> FromIterator<T> for Vec<T> {}
impl<T> Extend<T> for Vec<T> {}
impl<'a, T: Copy + 'a> Extend<&'a T> for Vec<T> {}
impl<T: Clone> Clone for Vec<T> {}
impl<T> Default for Vec<T> {}
impl<T: Debug> Debug for Vec<T> {}
impl<T: Hash> Hash for Vec<T> {}
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for Vec<T> {}
impl<T: PartialEq<U>, U> PartialEq<[U]> for Vec<T> {}
impl<T: PartialEq<U>, U> PartialEq<&[U]> for Vec<T> {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for Vec<T> {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U; N]> for Vec<T> {}
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for [T] {}
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &[T] {}
impl<T: Eq> Eq for Vec<T> {}
impl<T: PartialOrd> PartialOrd for Vec<T> {}
impl<T: Ord> Ord for Vec<T> {}
impl<T> AsRef<Vec<T>> for Vec<T> {}
impl<T> AsRef<[T]> for Vec<T> {}
impl<T> AsMut<Vec<T>> for Vec<T> {}
impl<T> AsMut<[T]> for Vec<T> {}
impl<T> Borrow<[T]> for Vec<T> {}
impl<T> BorrowMut<[T]> for Vec<T> {}
impl<T: Clone> From<&[T]> for Vec<T> {}
impl<T: Clone> From<&mut [T]> for Vec<T> {}
impl<T: Clone, const N: usize> From<&[T; N]> for Vec<T> {}
impl<T, const N: usize> From<[T; N]> for Vec<T> {}
impl<'a, T> From<Cow<'a, [T]>> for Vec<T> where [T]: ToOwned<Owned = Vec<T>> {}
impl<T> From<Box<[T]>> for Vec<T> {}
impl<T> From<VecDeque<T>> for Vec<T> {}
impl<T> From<BinaryHeap<T>> for Vec<T> {}
impl From<&str> for Vec<u8> {}
impl From<String> for Vec<u8> {}
impl<T, const N: usize> TryFrom<Vec<T>> for [T; N] { type Error = Vec<T>; }
impl<T, const N: usize> TryFrom<Vec<T>> for Box<[T; N]> { type Error = Vec<T>; }

pub struct IntoIter<T> { owned: T }
impl<T> IntoIter<T> {
    pub fn as_slice(&self) -> &[T] {}
    pub fn as_mut_slice(&mut self) -> &mut [T] {}
}
impl<T> Iterator for IntoIter<T> { type Item = T; }
impl<T> DoubleEndedIterator for IntoIter<T> {}
impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> FusedIterator for IntoIter<T> {}
impl<T: Clone> Clone for IntoIter<T> {}
impl<T> Default for IntoIter<T> {}
impl<T: Debug> Debug for IntoIter<T> {}

pub struct Drain<'a, T: 'a> {}
impl<'a, T> Drain<'a, T> {
    pub fn as_slice(&self) -> &[T] {}
}
impl<T> Iterator for Drain<'_, T> { type Item = T; }
impl<T> DoubleEndedIterator for Drain<'_, T> {}
impl<T> ExactSizeIterator for Drain<'_, T> {}

pub struct Splice<'a, I: Iterator + 'a> {}
impl<I: Iterator> Iterator for Splice<'_, I> { type Item = I::Item; }
impl<I: Iterator> DoubleEndedIterator for Splice<'_, I> {}

pub struct ExtractIf<'a, T, F> {}
impl<T, F> Iterator for ExtractIf<'_, T, F> where F: FnMut(&mut T) -> bool { type Item = T; }
