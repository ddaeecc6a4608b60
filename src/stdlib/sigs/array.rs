//! `std::array`; the methods of `[T; N]` itself are in `primitives`.

use crate::borrow::{Borrow, BorrowMut};
use crate::convert::TryFrom;
use crate::error::Error;
use crate::fmt::Display;
use crate::hash::Hash;
use crate::ops::{Index, IndexMut};

pub struct IntoIter<T, const N: usize> { owned: T }
impl<T, const N: usize> IntoIter<T, N> {
    pub fn as_slice(&self) -> &[T] {}
    pub fn as_mut_slice(&mut self) -> &mut [T] {}
}
impl<T, const N: usize> Iterator for IntoIter<T, N> { type Item = T; }
impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {}
impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}
impl<T: Clone, const N: usize> Clone for IntoIter<T, N> {}

pub fn from_fn<T, const N: usize, F>(f: F) -> [T; N] where F: FnMut(usize) -> T {}
pub const fn from_ref<T>(s: &T) -> &[T; 1] {}
pub fn from_mut<T>(s: &mut T) -> &mut [T; 1] {}

#[derive(Clone, Copy, Debug)]
pub struct TryFromSliceError {}
impl Display for TryFromSliceError {}
impl Error for TryFromSliceError {}

impl<T, const N: usize> IntoIterator for [T; N] { type Item = T; type IntoIter = IntoIter<T, N>; }
impl<'a, T, const N: usize> IntoIterator for &'a [T; N] { type Item = &'a T; type IntoIter = crate::slice::Iter<'a, T>; }
impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] { type Item = &'a mut T; type IntoIter = crate::slice::IterMut<'a, T>; }
impl<T, I, const N: usize> Index<I> for [T; N] where [T]: Index<I> { type Output = <[T] as Index<I>>::Output; }
impl<T, I, const N: usize> IndexMut<I> for [T; N] where [T]: IndexMut<I> {}
impl<T, const N: usize> AsRef<[T]> for [T; N] {}
impl<T, const N: usize> AsMut<[T]> for [T; N] {}
impl<T, const N: usize> Borrow<[T]> for [T; N] {}
impl<T, const N: usize> BorrowMut<[T]> for [T; N] {}
impl<T: Clone, const N: usize> Clone for [T; N] {}
impl<T: Copy, const N: usize> Copy for [T; N] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T; N] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U]> for [T; N] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T] {}
impl<T: Eq, const N: usize> Eq for [T; N] {}
impl<T: PartialOrd, const N: usize> PartialOrd for [T; N] {}
impl<T: Ord, const N: usize> Ord for [T; N] {}
impl<T: Hash, const N: usize> Hash for [T; N] {}
impl<T: Copy, const N: usize> TryFrom<&[T]> for [T; N] { type Error = TryFromSliceError; }
impl<T: Copy, const N: usize> TryFrom<&mut [T]> for [T; N] { type Error = TryFromSliceError; }
impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a [T; N] { type Error = TryFromSliceError; }
impl<'a, T, const N: usize> TryFrom<&'a mut [T]> for &'a mut [T; N] { type Error = TryFromSliceError; }
impl<T: Default> Default for [T; 1] {}
impl<T: Default> Default for [T; 2] {}
impl<T: Default> Default for [T; 3] {}
impl<T: Default> Default for [T; 4] {}
impl<T: Default> Default for [T; 8] {}
impl<T: Default> Default for [T; 16] {}
impl<T: Default> Default for [T; 32] {}
