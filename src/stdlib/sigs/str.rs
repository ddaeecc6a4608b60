//! `std::str`; the methods of `str` itself are in `primitives`.

use crate::error::Error;
use crate::fmt::Display;
use crate::iter::FusedIterator;
use crate::ops::{Index, IndexMut};
use crate::slice::SliceIndex;
use self::pattern::Pattern;

pub trait FromStr: Sized {
    type Err;
    fn from_str(s: &str) -> Result<Self, Self::Err>;
}
impl FromStr for bool { type Err = ParseBoolError; }
impl FromStr for char { type Err = crate::char::ParseCharError; }

pub mod pattern {
    pub trait Pattern: Sized {}
    impl Pattern for char {}
    impl<'b> Pattern for &'b str {}
    impl<'b> Pattern for &'b String {}
    impl<'b: 'c, 'c> Pattern for &'c &'b str {}
    impl<const N: usize> Pattern for [char; N] {}
    impl<'b, const N: usize> Pattern for &'b [char; N] {}
    impl<'b> Pattern for &'b [char] {}
    impl<F> Pattern for F where F: FnMut(char) -> bool {}
}

pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {}
pub const fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {}
pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {}
pub const unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {}
pub unsafe fn from_boxed_utf8_unchecked(v: Box<[u8]>) -> Box<str> {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Utf8Error {}
impl Utf8Error {
    pub const fn valid_up_to(&self) -> usize {}
    pub const fn error_len(&self) -> Option<usize> {}
}
impl Display for Utf8Error {}
impl Error for Utf8Error {}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseBoolError {}
impl Display for ParseBoolError {}
impl Error for ParseBoolError {}

impl<I: SliceIndex<str>> Index<I> for str { type Output = I::Output; }
impl<I: SliceIndex<str>> IndexMut<I> for str {}
impl AsRef<[u8]> for str {}
impl AsRef<crate::ffi::OsStr> for str {}
impl AsRef<crate::path::Path> for str {}

#[derive(Clone)]
pub struct Chars<'a> {}
impl<'a> Chars<'a> {
    pub fn as_str(&self) -> &'a str {}
}
impl<'a> Iterator for Chars<'a> { type Item = char; }
impl<'a> DoubleEndedIterator for Chars<'a> {}
impl FusedIterator for Chars<'_> {}

#[derive(Clone, Debug)]
pub struct CharIndices<'a> {}
impl<'a> CharIndices<'a> {
    pub fn as_str(&self) -> &'a str {}
    pub fn offset(&self) -> usize {}
}
impl<'a> Iterator for CharIndices<'a> { type Item = (usize, char); }
impl<'a> DoubleEndedIterator for CharIndices<'a> {}

#[derive(Clone, Debug)]
pub struct Bytes<'a> {}
impl Iterator for Bytes<'_> { type Item = u8; }
impl DoubleEndedIterator for Bytes<'_> {}
impl ExactSizeIterator for Bytes<'_> {}

#[derive(Clone, Debug)]
pub struct Lines<'a> {}
impl<'a> Iterator for Lines<'a> { type Item = &'a str; }
impl<'a> DoubleEndedIterator for Lines<'a> {}

#[derive(Clone, Debug)]
pub struct SplitWhitespace<'a> {}
impl<'a> Iterator for SplitWhitespace<'a> { type Item = &'a str; }
impl<'a> DoubleEndedIterator for SplitWhitespace<'a> {}

#[derive(Clone, Debug)]
pub struct SplitAsciiWhitespace<'a> {}
impl<'a> Iterator for SplitAsciiWhitespace<'a> { type Item = &'a str; }
impl<'a> DoubleEndedIterator for SplitAsciiWhitespace<'a> {}

#[derive(Clone)]
pub struct EncodeUtf16<'a> {}
impl<'a> Iterator for EncodeUtf16<'a> { type Item = u16; }

pub struct Split<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for Split<'a, P> { type Item = &'a str; }
impl<'a, P: Pattern> DoubleEndedIterator for Split<'a, P> {}
pub struct RSplit<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for RSplit<'a, P> { type Item = &'a str; }
pub struct SplitInclusive<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for SplitInclusive<'a, P> { type Item = &'a str; }
impl<'a, P: Pattern> DoubleEndedIterator for SplitInclusive<'a, P> {}
pub struct SplitN<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for SplitN<'a, P> { type Item = &'a str; }
pub struct RSplitN<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for RSplitN<'a, P> { type Item = &'a str; }
pub struct SplitTerminator<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for SplitTerminator<'a, P> { type Item = &'a str; }
impl<'a, P: Pattern> DoubleEndedIterator for SplitTerminator<'a, P> {}
pub struct RSplitTerminator<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for RSplitTerminator<'a, P> { type Item = &'a str; }
pub struct Matches<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for Matches<'a, P> { type Item = &'a str; }
impl<'a, P: Pattern> DoubleEndedIterator for Matches<'a, P> {}
pub struct RMatches<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for RMatches<'a, P> { type Item = &'a str; }
pub struct MatchIndices<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for MatchIndices<'a, P> { type Item = (usize, &'a str); }
impl<'a, P: Pattern> DoubleEndedIterator for MatchIndices<'a, P> {}
pub struct RMatchIndices<'a, P: Pattern> {}
impl<'a, P: Pattern> Iterator for RMatchIndices<'a, P> { type Item = (usize, &'a str); }

#[derive(Clone, Debug)]
pub struct EscapeDebug<'a> {}
impl<'a> Iterator for EscapeDebug<'a> { type Item = char; }
impl<'a> Display for EscapeDebug<'a> {}
#[derive(Clone, Debug)]
pub struct EscapeDefault<'a> {}
impl<'a> Iterator for EscapeDefault<'a> { type Item = char; }
impl<'a> Display for EscapeDefault<'a> {}
#[derive(Clone, Debug)]
pub struct EscapeUnicode<'a> {}
impl<'a> Iterator for EscapeUnicode<'a> { type Item = char; }
impl<'a> Display for EscapeUnicode<'a> {}
#[derive(Clone)]
pub struct Utf8Chunks<'a> {}
impl<'a> Iterator for Utf8Chunks<'a> { type Item = Utf8Chunk<'a>; }
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utf8Chunk<'a> {}
impl<'a> Utf8Chunk<'a> {
    pub fn valid(&self) -> &'a str {}
    pub fn invalid(&self) -> &'a [u8] {}
}
