//! `std::char`; the methods of `char` itself are in `primitives`.

use crate::error::Error;
use crate::fmt::Display;

pub const MAX: char = '\u{10FFFF}';
pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';
pub const fn from_digit(num: u32, radix: u32) -> Option<char> {}
pub const fn from_u32(i: u32) -> Option<char> {}
pub const unsafe fn from_u32_unchecked(i: u32) -> char {}
pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> DecodeUtf16<I::IntoIter> {}

#[derive(Clone, Debug)]
pub struct DecodeUtf16<I: Iterator<Item = u16>> { owned: I }
impl<I: Iterator<Item = u16>> Iterator for DecodeUtf16<I> { type Item = Result<char, DecodeUtf16Error>; }
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeUtf16Error {}
impl DecodeUtf16Error {
    pub fn unpaired_surrogate(&self) -> u16 {}
}
impl Display for DecodeUtf16Error {}
impl Error for DecodeUtf16Error {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CharTryFromError {}
impl Display for CharTryFromError {}
impl Error for CharTryFromError {}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TryFromCharError {}
impl Display for TryFromCharError {}
impl Error for TryFromCharError {}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCharError {}
impl Display for ParseCharError {}
impl Error for ParseCharError {}

#[derive(Clone, Debug)]
pub struct EscapeDebug {}
impl Iterator for EscapeDebug { type Item = char; }
impl ExactSizeIterator for EscapeDebug {}
impl Display for EscapeDebug {}
#[derive(Clone, Debug)]
pub struct EscapeDefault {}
impl Iterator for EscapeDefault { type Item = char; }
impl ExactSizeIterator for EscapeDefault {}
impl Display for EscapeDefault {}
#[derive(Clone, Debug)]
pub struct EscapeUnicode {}
impl Iterator for EscapeUnicode { type Item = char; }
impl ExactSizeIterator for EscapeUnicode {}
impl Display for EscapeUnicode {}
#[derive(Clone, Debug)]
pub struct ToLowercase {}
impl Iterator for ToLowercase { type Item = char; }
impl DoubleEndedIterator for ToLowercase {}
impl ExactSizeIterator for ToLowercase {}
impl Display for ToLowercase {}
#[derive(Clone, Debug)]
pub struct ToUppercase {}
impl Iterator for ToUppercase { type Item = char; }
impl DoubleEndedIterator for ToUppercase {}
impl ExactSizeIterator for ToUppercase {}
impl Display for ToUppercase {}
