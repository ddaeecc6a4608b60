//! `std::slice`; the methods of `[T]` itself are in `primitives`.

use crate::iter::FusedIterator;
use crate::ops::{Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

pub unsafe trait SliceIndex<T: ?Sized> {
    type Output: ?Sized;
}
unsafe impl<T> SliceIndex<[T]> for usize { type Output = T; }
unsafe impl<T> SliceIndex<[T]> for Range<usize> { type Output = [T]; }
unsafe impl<T> SliceIndex<[T]> for RangeFrom<usize> { type Output = [T]; }
unsafe impl<T> SliceIndex<[T]> for RangeTo<usize> { type Output = [T]; }
unsafe impl<T> SliceIndex<[T]> for RangeFull { type Output = [T]; }
unsafe impl<T> SliceIndex<[T]> for RangeInclusive<usize> { type Output = [T]; }
unsafe impl<T> SliceIndex<[T]> for RangeToInclusive<usize> { type Output = [T]; }
unsafe impl SliceIndex<str> for Range<usize> { type Output = str; }
unsafe impl SliceIndex<str> for RangeFrom<usize> { type Output = str; }
unsafe impl SliceIndex<str> for RangeTo<usize> { type Output = str; }
unsafe impl SliceIndex<str> for RangeFull { type Output = str; }
unsafe impl SliceIndex<str> for RangeInclusive<usize> { type Output = str; }
unsafe impl SliceIndex<str> for RangeToInclusive<usize> { type Output = str; }
impl<T, I: SliceIndex<[T]>> Index<I> for [T] { type Output = I::Output; }
impl<T, I: SliceIndex<[T]>> IndexMut<I> for [T] {}

pub trait Join<Separator> {
    type Output;
    fn join(slice: &Self, sep: Separator) -> Self::Output;
}
impl<S: crate::borrow::Borrow<str>> Join<&str> for [S] { type Output = String; }
impl<T: Clone, V: crate::borrow::Borrow<[T]>> Join<&T> for [V] { type Output = Vec<T>; }
impl<T: Clone, V: crate::borrow::Borrow<[T]>> Join<&[T]> for [V] { type Output = Vec<T>; }
pub trait Concat<Item: ?Sized> {
    type Output;
    fn concat(slice: &Self) -> Self::Output;
}
impl<S: crate::borrow::Borrow<str>> Concat<str> for [S] { type Output = String; }
impl<T: Clone, V: crate::borrow::Borrow<[T]>> Concat<T> for [V] { type Output = Vec<T>; }

pub const unsafe fn from_raw_parts<'a, T>(data: *const T, len: usize) -> &'a [T] {}
pub const unsafe fn from_raw_parts_mut<'a, T>(data: *mut T, len: usize) -> &'a mut [T] {}
pub const fn from_ref<T>(s: &T) -> &[T] {}
pub const fn from_mut<T>(s: &mut T) -> &mut [T] {}

impl<'a, T> IntoIterator for &'a [T] { type Item = &'a T; type IntoIter = Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut [T] { type Item = &'a mut T; type IntoIter = IterMut<'a, T>; }
impl<T: PartialEq<U>, U> PartialEq<[U]> for [T] {}
impl<T: Eq> Eq for [T] {}
impl<T: PartialOrd> PartialOrd for [T] {}
impl<T: Ord> Ord for [T] {}

pub struct Iter<'a, T: 'a> {}
impl<'a, T> Iter<'a, T> {
    pub fn as_slice(&self) -> &'a [T] {}
}
impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
impl<'a, T> DoubleEndedIterator for Iter<'a, T> {}
impl<T> ExactSizeIterator for Iter<'_, T> {}
impl<T> FusedIterator for Iter<'_, T> {}
impl<T> Clone for Iter<'_, T> {}
impl<T> Default for Iter<'_, T> {}

pub struct IterMut<'a, T: 'a> {}
impl<'a, T> IterMut<'a, T> {
    pub fn into_slice(self) -> &'a mut [T] {}
    pub fn as_slice(&self) -> &[T] {}
}
impl<'a, T> Iterator for IterMut<'a, T> { type Item = &'a mut T; }
impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {}
impl<T> ExactSizeIterator for IterMut<'_, T> {}
impl<T> FusedIterator for IterMut<'_, T> {}

pub struct Windows<'a, T: 'a> {}
impl<'a, T> Iterator for Windows<'a, T> { type Item = &'a [T]; }
impl<'a, T> DoubleEndedIterator for Windows<'a, T> {}
impl<T> ExactSizeIterator for Windows<'_, T> {}
pub struct Chunks<'a, T: 'a> {}
impl<'a, T> Iterator for Chunks<'a, T> { type Item = &'a [T]; }
impl<'a, T> DoubleEndedIterator for Chunks<'a, T> {}
impl<T> ExactSizeIterator for Chunks<'_, T> {}
impl<T> Clone for Chunks<'_, T> {}
pub struct ChunksMut<'a, T: 'a> {}
impl<'a, T> Iterator for ChunksMut<'a, T> { type Item = &'a mut [T]; }
impl<'a, T> DoubleEndedIterator for ChunksMut<'a, T> {}
impl<T> ExactSizeIterator for ChunksMut<'_, T> {}
pub struct ChunksExact<'a, T: 'a> {}
impl<'a, T> ChunksExact<'a, T> {
    pub fn remainder(&self) -> &'a [T] {}
}
impl<'a, T> Iterator for ChunksExact<'a, T> { type Item = &'a [T]; }
impl<'a, T> DoubleEndedIterator for ChunksExact<'a, T> {}
impl<T> ExactSizeIterator for ChunksExact<'_, T> {}
pub struct ChunksExactMut<'a, T: 'a> {}
impl<'a, T> ChunksExactMut<'a, T> {
    pub fn into_remainder(self) -> &'a mut [T] {}
}
impl<'a, T> Iterator for ChunksExactMut<'a, T> { type Item = &'a mut [T]; }
impl<'a, T> DoubleEndedIterator for ChunksExactMut<'a, T> {}
impl<T> ExactSizeIterator for ChunksExactMut<'_, T> {}
pub struct RChunks<'a, T: 'a> {}
impl<'a, T> Iterator for RChunks<'a, T> { type Item = &'a [T]; }
impl<'a, T> DoubleEndedIterator for RChunks<'a, T> {}
impl<T> ExactSizeIterator for RChunks<'_, T> {}
pub struct RChunksMut<'a, T: 'a> {}
impl<'a, T> Iterator for RChunksMut<'a, T> { type Item = &'a mut [T]; }
impl<'a, T> DoubleEndedIterator for RChunksMut<'a, T> {}
impl<T> ExactSizeIterator for RChunksMut<'_, T> {}
pub struct ChunkBy<'a, T: 'a, P> {}
impl<'a, T: 'a, P> Iterator for ChunkBy<'a, T, P> where P: FnMut(&T, &T) -> bool { type Item = &'a [T]; }
pub struct ChunkByMut<'a, T: 'a, P> {}
impl<'a, T: 'a, P> Iterator for ChunkByMut<'a, T, P> where P: FnMut(&T, &T) -> bool { type Item = &'a mut [T]; }
pub struct Split<'a, T: 'a, P> where P: FnMut(&T) -> bool {}
impl<'a, T, P> Iterator for Split<'a, T, P> where P: FnMut(&T) -> bool { type Item = &'a [T]; }
impl<'a, T, P> DoubleEndedIterator for Split<'a, T, P> where P: FnMut(&T) -> bool {}
pub struct SplitMut<'a, T: 'a, P> where P: FnMut(&T) -> bool {}
impl<'a, T, P> Iterator for SplitMut<'a, T, P> where P: FnMut(&T) -> bool { type Item = &'a mut [T]; }
pub struct SplitInclusive<'a, T: 'a, P> where P: FnMut(&T) -> bool {}
impl<'a, T, P> Iterator for SplitInclusive<'a, T, P> where P: FnMut(&T) -> bool { type Item = &'a [T]; }
pub struct RSplit<'a, T: 'a, P> where P: FnMut(&T) -> bool {}
impl<'a, T, P> Iterator for RSplit<'a, T, P> where P: FnMut(&T) -> bool { type Item = &'a [T]; }
pub struct SplitN<'a, T: 'a, P> where P: FnMut(&T) -> bool {}
impl<'a, T, P> Iterator for SplitN<'a, T, P> where P: FnMut(&T) -> bool { type Item = &'a [T]; }
pub struct RSplitN<'a, T: 'a, P> where P: FnMut(&T) -> bool {}
impl<'a, T, P> Iterator for RSplitN<'a, T, P> where P: FnMut(&T) -> bool { type Item = &'a [T]; }
pub struct EscapeAscii<'a> {}
impl<'a> Iterator for EscapeAscii<'a> { type Item = u8; }
impl<'a> crate::fmt::Display for EscapeAscii<'a> {}
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GetDisjointMutError {
    IndexOutOfBounds,
    OverlappingIndices,
}
