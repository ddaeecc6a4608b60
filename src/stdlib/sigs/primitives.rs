//! The methods of primitive types other than numbers. Not a module of `std`: these types need no path.

use crate::char::{CharTryFromError, EscapeDebug, EscapeDefault, EscapeUnicode, ToLowercase, ToUppercase, TryFromCharError};
use crate::cmp::Ordering;
use crate::convert::TryFrom;
use crate::ops::{BitAnd, BitOr, BitXor, Not, Range, RangeBounds};
use crate::slice::{Chunks, ChunksExact, ChunksExactMut, ChunksMut, Concat, Iter, IterMut, Join, RChunks, RChunksMut, SliceIndex, Windows};
use crate::str::pattern::Pattern;
use crate::str::{Bytes, CharIndices, Chars, FromStr, Lines, SplitWhitespace, Utf8Error};

impl str {
    pub const fn len(&self) -> usize {}
    pub const fn is_empty(&self) -> bool {}
    pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {}
    pub const fn is_char_boundary(&self, index: usize) -> bool {}
    pub const fn floor_char_boundary(&self, index: usize) -> usize {}
    pub const fn ceil_char_boundary(&self, index: usize) -> usize {}
    pub const fn as_bytes(&self) -> &[u8] {}
    pub const unsafe fn as_bytes_mut(&mut self) -> &mut [u8] {}
    pub const fn as_ptr(&self) -> *const u8 {}
    pub const fn as_mut_ptr(&mut self) -> *mut u8 {}
    pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output> {}
    pub fn get_mut<I: SliceIndex<str>>(&mut self, i: I) -> Option<&mut I::Output> {}
    pub unsafe fn get_unchecked<I: SliceIndex<str>>(&self, i: I) -> &I::Output {}
    pub const fn split_at(&self, mid: usize) -> (&str, &str) {}
    pub const fn split_at_mut(&mut self, mid: usize) -> (&mut str, &mut str) {}
    pub const fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)> {}
    pub fn chars(&self) -> Chars<'_> {}
    pub fn char_indices(&self) -> CharIndices<'_> {}
    pub fn bytes(&self) -> Bytes<'_> {}
    pub fn split_whitespace(&self) -> SplitWhitespace<'_> {}
    pub fn split_ascii_whitespace(&self) -> crate::str::SplitAsciiWhitespace<'_> {}
    pub fn lines(&self) -> Lines<'_> {}
    pub fn encode_utf16(&self) -> crate::str::EncodeUtf16<'_> {}
    pub fn contains<P: Pattern>(&self, pat: P) -> bool {}
    pub fn starts_with<P: Pattern>(&self, pat: P) -> bool {}
    pub fn ends_with<P: Pattern>(&self, pat: P) -> bool {}
    pub fn find<P: Pattern>(&self, pat: P) -> Option<usize> {}
    pub fn rfind<P: Pattern>(&self, pat: P) -> Option<usize> {}
    pub fn split<P: Pattern>(&self, pat: P) -> crate::str::Split<'_, P> {}
    pub fn split_inclusive<P: Pattern>(&self, pat: P) -> crate::str::SplitInclusive<'_, P> {}
    pub fn rsplit<P: Pattern>(&self, pat: P) -> crate::str::RSplit<'_, P> {}
    pub fn split_terminator<P: Pattern>(&self, pat: P) -> crate::str::SplitTerminator<'_, P> {}
    pub fn rsplit_terminator<P: Pattern>(&self, pat: P) -> crate::str::RSplitTerminator<'_, P> {}
    pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> crate::str::SplitN<'_, P> {}
    pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> crate::str::RSplitN<'_, P> {}
    pub fn split_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {}
    pub fn rsplit_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {}
    pub fn matches<P: Pattern>(&self, pat: P) -> crate::str::Matches<'_, P> {}
    pub fn rmatches<P: Pattern>(&self, pat: P) -> crate::str::RMatches<'_, P> {}
    pub fn match_indices<P: Pattern>(&self, pat: P) -> crate::str::MatchIndices<'_, P> {}
    pub fn rmatch_indices<P: Pattern>(&self, pat: P) -> crate::str::RMatchIndices<'_, P> {}
    pub fn trim(&self) -> &str {}
    pub fn trim_start(&self) -> &str {}
    pub fn trim_end(&self) -> &str {}
    pub fn trim_left(&self) -> &str {}
    pub fn trim_right(&self) -> &str {}
    pub fn trim_matches<P: Pattern>(&self, pat: P) -> &str {}
    pub fn trim_start_matches<P: Pattern>(&self, pat: P) -> &str {}
    pub fn trim_end_matches<P: Pattern>(&self, pat: P) -> &str {}
    pub fn trim_left_matches<P: Pattern>(&self, pat: P) -> &str {}
    pub fn trim_right_matches<P: Pattern>(&self, pat: P) -> &str {}
    pub fn strip_prefix<P: Pattern>(&self, prefix: P) -> Option<&str> {}
    pub fn strip_suffix<P: Pattern>(&self, suffix: P) -> Option<&str> {}
    pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {}
    pub const fn is_ascii(&self) -> bool {}
    pub const fn eq_ignore_ascii_case(&self, other: &str) -> bool {}
    pub const fn make_ascii_uppercase(&mut self) {}
    pub const fn make_ascii_lowercase(&mut self) {}
    pub const fn trim_ascii(&self) -> &str {}
    pub const fn trim_ascii_start(&self) -> &str {}
    pub const fn trim_ascii_end(&self) -> &str {}
    pub fn escape_debug(&self) -> crate::str::EscapeDebug<'_> {}
    pub fn escape_default(&self) -> crate::str::EscapeDefault<'_> {}
    pub fn escape_unicode(&self) -> crate::str::EscapeUnicode<'_> {}
    pub fn into_boxed_bytes(self: Box<Self>) -> Box<[u8]> {}
    pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String {}
    pub fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String {}
    pub fn to_lowercase(&self) -> String {}
    pub fn to_uppercase(&self) -> String {}
    pub fn into_string(self: Box<Self>) -> String {}
    pub fn repeat(&self, n: usize) -> String {}
    pub fn to_ascii_uppercase(&self) -> String {}
    pub fn to_ascii_lowercase(&self) -> String {}
}

impl<T> [T] {
    pub const fn len(&self) -> usize {}
    pub const fn is_empty(&self) -> bool {}
    pub const fn first(&self) -> Option<&T> {}
    pub const fn first_mut(&mut self) -> Option<&mut T> {}
    pub const fn split_first(&self) -> Option<(&T, &[T])> {}
    pub const fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])> {}
    pub const fn split_last(&self) -> Option<(&T, &[T])> {}
    pub const fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])> {}
    pub const fn last(&self) -> Option<&T> {}
    pub const fn last_mut(&mut self) -> Option<&mut T> {}
    pub const fn first_chunk<const N: usize>(&self) -> Option<&[T; N]> {}
    pub const fn last_chunk<const N: usize>(&self) -> Option<&[T; N]> {}
    pub const fn split_first_chunk<const N: usize>(&self) -> Option<(&[T; N], &[T])> {}
    pub const fn split_last_chunk<const N: usize>(&self) -> Option<(&[T], &[T; N])> {}
    pub fn get<I>(&self, index: I) -> Option<&I::Output> where I: SliceIndex<[T]> {}
    pub fn get_mut<I>(&mut self, index: I) -> Option<&mut I::Output> where I: SliceIndex<[T]> {}
    pub unsafe fn get_unchecked<I>(&self, index: I) -> &I::Output where I: SliceIndex<[T]> {}
    pub unsafe fn get_unchecked_mut<I>(&mut self, index: I) -> &mut I::Output where I: SliceIndex<[T]> {}
    pub const fn as_ptr(&self) -> *const T {}
    pub const fn as_mut_ptr(&mut self) -> *mut T {}
    pub const fn as_ptr_range(&self) -> Range<*const T> {}
    pub const fn as_array<const N: usize>(&self) -> Option<&[T; N]> {}
    pub const fn swap(&mut self, a: usize, b: usize) {}
    pub const fn reverse(&mut self) {}
    pub fn iter(&self) -> Iter<'_, T> {}
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {}
    pub fn windows(&self, size: usize) -> Windows<'_, T> {}
    pub fn chunks(&self, chunk_size: usize) -> Chunks<'_, T> {}
    pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T> {}
    pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<'_, T> {}
    pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksExactMut<'_, T> {}
    pub fn rchunks(&self, chunk_size: usize) -> RChunks<'_, T> {}
    pub fn rchunks_mut(&mut self, chunk_size: usize) -> RChunksMut<'_, T> {}
    pub const fn as_chunks<const N: usize>(&self) -> (&[[T; N]], &[T]) {}
    pub fn chunk_by<F>(&self, pred: F) -> crate::slice::ChunkBy<'_, T, F> where F: FnMut(&T, &T) -> bool {}
    pub fn chunk_by_mut<F>(&mut self, pred: F) -> crate::slice::ChunkByMut<'_, T, F> where F: FnMut(&T, &T) -> bool {}
    pub const fn split_at(&self, mid: usize) -> (&[T], &[T]) {}
    pub const fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {}
    pub const fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])> {}
    pub const fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])> {}
    pub fn split<F>(&self, pred: F) -> crate::slice::Split<'_, T, F> where F: FnMut(&T) -> bool {}
    pub fn split_mut<F>(&mut self, pred: F) -> crate::slice::SplitMut<'_, T, F> where F: FnMut(&T) -> bool {}
    pub fn split_inclusive<F>(&self, pred: F) -> crate::slice::SplitInclusive<'_, T, F> where F: FnMut(&T) -> bool {}
    pub fn rsplit<F>(&self, pred: F) -> crate::slice::RSplit<'_, T, F> where F: FnMut(&T) -> bool {}
    pub fn splitn<F>(&self, n: usize, pred: F) -> crate::slice::SplitN<'_, T, F> where F: FnMut(&T) -> bool {}
    pub fn rsplitn<F>(&self, n: usize, pred: F) -> crate::slice::RSplitN<'_, T, F> where F: FnMut(&T) -> bool {}
    pub fn contains(&self, x: &T) -> bool where T: PartialEq {}
    pub fn starts_with(&self, needle: &[T]) -> bool where T: PartialEq {}
    pub fn ends_with(&self, needle: &[T]) -> bool where T: PartialEq {}
    pub fn binary_search(&self, x: &T) -> Result<usize, usize> where T: Ord {}
    pub fn binary_search_by<'a, F>(&'a self, f: F) -> Result<usize, usize> where F: FnMut(&'a T) -> Ordering {}
    pub fn binary_search_by_key<'a, B, F>(&'a self, b: &B, f: F) -> Result<usize, usize> where F: FnMut(&'a T) -> B, B: Ord {}
    pub fn partition_point<P>(&self, pred: P) -> usize where P: FnMut(&T) -> bool {}
    pub fn sort(&mut self) where T: Ord {}
    pub fn sort_by<F>(&mut self, compare: F) where F: FnMut(&T, &T) -> Ordering {}
    pub fn sort_by_key<K, F>(&mut self, f: F) where F: FnMut(&T) -> K, K: Ord {}
    pub fn sort_by_cached_key<K, F>(&mut self, f: F) where F: FnMut(&T) -> K, K: Ord {}
    pub fn sort_unstable(&mut self) where T: Ord {}
    pub fn sort_unstable_by<F>(&mut self, compare: F) where F: FnMut(&T, &T) -> Ordering {}
    pub fn sort_unstable_by_key<K, F>(&mut self, f: F) where F: FnMut(&T) -> K, K: Ord {}
    pub fn select_nth_unstable(&mut self, index: usize) -> (&mut [T], &mut T, &mut [T]) where T: Ord {}
    pub fn select_nth_unstable_by<F>(&mut self, index: usize, compare: F) -> (&mut [T], &mut T, &mut [T]) where F: FnMut(&T, &T) -> Ordering {}
    pub fn select_nth_unstable_by_key<K, F>(&mut self, index: usize, f: F) -> (&mut [T], &mut T, &mut [T]) where F: FnMut(&T) -> K, K: Ord {}
    pub fn is_sorted(&self) -> bool where T: PartialOrd {}
    pub fn is_sorted_by<'a, F>(&'a self, compare: F) -> bool where F: FnMut(&'a T, &'a T) -> bool {}
    pub fn is_sorted_by_key<'a, F, K>(&'a self, f: F) -> bool where F: FnMut(&'a T) -> K, K: PartialOrd {}
    pub const fn rotate_left(&mut self, mid: usize) {}
    pub const fn rotate_right(&mut self, k: usize) {}
    pub fn fill(&mut self, value: T) where T: Clone {}
    pub fn fill_with<F>(&mut self, f: F) where F: FnMut() -> T {}
    pub fn clone_from_slice(&mut self, src: &[T]) where T: Clone {}
    pub const fn copy_from_slice(&mut self, src: &[T]) where T: Copy {}
    pub fn copy_within<R: RangeBounds<usize>>(&mut self, src: R, dest: usize) where T: Copy {}
    pub fn swap_with_slice(&mut self, other: &mut [T]) {}
    pub fn to_vec(&self) -> Vec<T> where T: Clone {}
    pub fn into_vec(self: Box<Self>) -> Vec<T> {}
    pub fn repeat(&self, n: usize) -> Vec<T> where T: Copy {}
    pub fn concat<Item: ?Sized>(&self) -> <Self as Concat<Item>>::Output where Self: Concat<Item> {}
    pub fn join<Separator>(&self, sep: Separator) -> <Self as Join<Separator>>::Output where Self: Join<Separator> {}
}
impl<T, const N: usize> [[T; N]] {
    pub const fn as_flattened(&self) -> &[T] {}
    pub const fn as_flattened_mut(&mut self) -> &mut [T] {}
}
impl [u8] {
    pub const fn is_ascii(&self) -> bool {}
    pub const fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool {}
    pub const fn make_ascii_uppercase(&mut self) {}
    pub const fn make_ascii_lowercase(&mut self) {}
    pub fn escape_ascii(&self) -> crate::slice::EscapeAscii<'_> {}
    pub const fn trim_ascii(&self) -> &[u8] {}
    pub const fn trim_ascii_start(&self) -> &[u8] {}
    pub const fn trim_ascii_end(&self) -> &[u8] {}
    pub fn utf8_chunks(&self) -> crate::str::Utf8Chunks<'_> {}
    pub fn to_ascii_uppercase(&self) -> Vec<u8> {}
    pub fn to_ascii_lowercase(&self) -> Vec<u8> {}
}

impl<T, const N: usize> [T; N] {
    pub fn map<F, U>(self, f: F) -> [U; N] where F: FnMut(T) -> U {}
    pub const fn as_slice(&self) -> &[T] {}
    pub const fn as_mut_slice(&mut self) -> &mut [T] {}
    pub const fn each_ref(&self) -> [&T; N] {}
    pub const fn each_mut(&mut self) -> [&mut T; N] {}
}

impl bool {
    pub fn then_some<T>(self, t: T) -> Option<T> {}
    pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T> {}
}
impl Not for bool { type Output = bool; }
impl BitAnd for bool { type Output = bool; }
impl BitOr for bool { type Output = bool; }
impl BitXor for bool { type Output = bool; }

impl char {
    pub const MIN: char = '\0';
    pub const MAX: char = '\u{10FFFF}';
    pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';
    pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> crate::char::DecodeUtf16<I::IntoIter> {}
    pub const fn from_u32(i: u32) -> Option<char> {}
    pub const unsafe fn from_u32_unchecked(i: u32) -> char {}
    pub const fn from_digit(num: u32, radix: u32) -> Option<char> {}
    pub const fn is_digit(self, radix: u32) -> bool {}
    pub const fn to_digit(self, radix: u32) -> Option<u32> {}
    pub fn escape_unicode(self) -> EscapeUnicode {}
    pub fn escape_debug(self) -> EscapeDebug {}
    pub fn escape_default(self) -> EscapeDefault {}
    pub const fn len_utf8(self) -> usize {}
    pub const fn len_utf16(self) -> usize {}
    pub const fn encode_utf8(self, dst: &mut [u8]) -> &mut str {}
    pub const fn encode_utf16(self, dst: &mut [u16]) -> &mut [u16] {}
    pub fn is_alphabetic(self) -> bool {}
    pub const fn is_lowercase(self) -> bool {}
    pub const fn is_uppercase(self) -> bool {}
    pub const fn is_whitespace(self) -> bool {}
    pub fn is_alphanumeric(self) -> bool {}
    pub fn is_control(self) -> bool {}
    pub fn is_numeric(self) -> bool {}
    pub fn to_lowercase(self) -> ToLowercase {}
    pub fn to_uppercase(self) -> ToUppercase {}
    pub const fn is_ascii(&self) -> bool {}
    pub const fn to_ascii_uppercase(&self) -> char {}
    pub const fn to_ascii_lowercase(&self) -> char {}
    pub const fn eq_ignore_ascii_case(&self, other: &char) -> bool {}
    pub const fn make_ascii_uppercase(&mut self) {}
    pub const fn make_ascii_lowercase(&mut self) {}
    pub const fn is_ascii_alphabetic(&self) -> bool {}
    pub const fn is_ascii_uppercase(&self) -> bool {}
    pub const fn is_ascii_lowercase(&self) -> bool {}
    pub const fn is_ascii_alphanumeric(&self) -> bool {}
    pub const fn is_ascii_digit(&self) -> bool {}
    pub const fn is_ascii_hexdigit(&self) -> bool {}
    pub const fn is_ascii_punctuation(&self) -> bool {}
    pub const fn is_ascii_graphic(&self) -> bool {}
    pub const fn is_ascii_whitespace(&self) -> bool {}
    pub const fn is_ascii_control(&self) -> bool {}
}
impl From<u8> for char {}
impl TryFrom<u32> for char { type Error = CharTryFromError; }
impl From<char> for u32 {}
impl From<char> for u64 {}
impl From<char> for u128 {}
impl TryFrom<char> for u8 { type Error = TryFromCharError; }
impl TryFrom<char> for u16 { type Error = TryFromCharError; }

impl<T: ?Sized> *const T {
    pub const fn is_null(self) -> bool {}
    pub const fn cast<U>(self) -> *const U {}
    pub const fn cast_mut(self) -> *mut T {}
    pub fn addr(self) -> usize {}
    pub const unsafe fn as_ref<'a>(self) -> Option<&'a T> {}
    pub const unsafe fn offset(self, count: isize) -> *const T where T: Sized {}
    pub const fn wrapping_offset(self, count: isize) -> *const T where T: Sized {}
    pub const unsafe fn offset_from(self, origin: *const T) -> isize where T: Sized {}
    pub const unsafe fn add(self, count: usize) -> Self where T: Sized {}
    pub const unsafe fn sub(self, count: usize) -> Self where T: Sized {}
    pub const fn wrapping_add(self, count: usize) -> Self where T: Sized {}
    pub const fn wrapping_sub(self, count: usize) -> Self where T: Sized {}
    pub const unsafe fn read(self) -> T where T: Sized {}
    pub unsafe fn read_volatile(self) -> T where T: Sized {}
    pub const unsafe fn read_unaligned(self) -> T where T: Sized {}
}
impl<T: ?Sized> *mut T {
    pub const fn is_null(self) -> bool {}
    pub const fn cast<U>(self) -> *mut U {}
    pub const fn cast_const(self) -> *const T {}
    pub fn addr(self) -> usize {}
    pub const unsafe fn as_ref<'a>(self) -> Option<&'a T> {}
    pub const unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {}
    pub const unsafe fn offset(self, count: isize) -> *mut T where T: Sized {}
    pub const unsafe fn offset_from(self, origin: *const T) -> isize where T: Sized {}
    pub const unsafe fn add(self, count: usize) -> Self where T: Sized {}
    pub const unsafe fn sub(self, count: usize) -> Self where T: Sized {}
    pub const fn wrapping_add(self, count: usize) -> Self where T: Sized {}
    pub const fn wrapping_sub(self, count: usize) -> Self where T: Sized {}
    pub const unsafe fn read(self) -> T where T: Sized {}
    pub unsafe fn read_volatile(self) -> T where T: Sized {}
    pub const unsafe fn read_unaligned(self) -> T where T: Sized {}
    pub unsafe fn drop_in_place(self) {}
    pub const unsafe fn write(self, val: T) where T: Sized {}
    pub unsafe fn write_volatile(self, val: T) where T: Sized {}
    pub const unsafe fn write_unaligned(self, val: T) where T: Sized {}
    pub const unsafe fn replace(self, src: T) -> T where T: Sized {}
    pub const unsafe fn swap(self, with: *mut T) where T: Sized {}
}
