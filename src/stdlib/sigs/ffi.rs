//! `std::ffi`: strings of the platform and of C, C's number types.

use crate::borrow::{Borrow, Cow, ToOwned};
use crate::collections::TryReserveError;
use crate::convert::Infallible;
use crate::error::Error;
use crate::fmt;
use crate::num::NonZero;
use crate::ops::{Deref, DerefMut, Index, IndexMut, RangeFrom, RangeFull};
use crate::rc::Rc;
use crate::str::{FromStr, Utf8Error};

pub type c_char = i8;
pub type c_schar = i8;
pub type c_uchar = u8;
pub type c_short = i16;
pub type c_ushort = u16;
pub type c_int = i32;
pub type c_uint = u32;
pub type c_long = i64;
pub type c_ulong = u64;
pub type c_longlong = i64;
pub type c_ulonglong = u64;
pub type c_float = f32;
pub type c_double = f64;
#[derive(Debug)]
pub enum c_void {}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OsStr {}
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OsString {}
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CStr {}
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CString {}
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NulError {}
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FromBytesWithNulError { InteriorNul { position: usize }, NotNulTerminated }
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FromBytesUntilNulError {}
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FromVecWithNulError {}
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IntoStringError {}

pub mod os_str {
    pub use super::{OsStr, OsString};
    #[derive(Debug)]
    pub struct Display<'a> {}
    impl crate::fmt::Display for Display<'_> {}
}
pub mod c_str {
    pub use super::{CStr, CString, FromBytesUntilNulError, FromBytesWithNulError, FromVecWithNulError, IntoStringError, NulError};
}

impl OsStr {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &OsStr {}
    pub unsafe fn from_encoded_bytes_unchecked(bytes: &[u8]) -> &Self {}
    pub fn to_str(&self) -> Option<&str> {}
    pub fn to_string_lossy(&self) -> Cow<'_, str> {}
    pub fn to_os_string(&self) -> OsString {}
    pub fn is_empty(&self) -> bool {}
    pub fn len(&self) -> usize {}
    pub fn into_os_string(self: Box<Self>) -> OsString {}
    pub fn as_encoded_bytes(&self) -> &[u8] {}
    pub fn make_ascii_lowercase(&mut self) {}
    pub fn make_ascii_uppercase(&mut self) {}
    pub fn to_ascii_lowercase(&self) -> OsString {}
    pub fn to_ascii_uppercase(&self) -> OsString {}
    pub fn is_ascii(&self) -> bool {}
    pub fn eq_ignore_ascii_case<S: AsRef<OsStr>>(&self, other: S) -> bool {}
    pub fn display(&self) -> os_str::Display<'_> {}
}
impl AsRef<OsStr> for OsStr {}
impl AsRef<OsStr> for OsString {}
impl ToOwned for OsStr { type Owned = OsString; }
impl Default for &OsStr {}
impl Default for Box<OsStr> {}
impl Clone for Box<OsStr> {}
impl From<&OsStr> for Box<OsStr> {}
impl From<&mut OsStr> for Box<OsStr> {}
impl From<Cow<'_, OsStr>> for Box<OsStr> {}
impl From<OsString> for Box<OsStr> {}
impl From<&OsStr> for Rc<OsStr> {}
impl From<&mut OsStr> for Rc<OsStr> {}
impl From<OsString> for Rc<OsStr> {}
impl<'a> From<&'a OsStr> for Cow<'a, OsStr> {}
impl<'a> From<OsString> for Cow<'a, OsStr> {}
impl<'a> From<&'a OsString> for Cow<'a, OsStr> {}
impl<'a> TryFrom<&'a OsStr> for &'a str { type Error = Utf8Error; }

impl OsString {
    pub const fn new() -> OsString {}
    pub unsafe fn from_encoded_bytes_unchecked(bytes: Vec<u8>) -> Self {}
    pub fn as_os_str(&self) -> &OsStr {}
    pub fn into_encoded_bytes(self) -> Vec<u8> {}
    pub fn into_string(self) -> Result<String, OsString> {}
    pub fn push<T: AsRef<OsStr>>(&mut self, s: T) {}
    pub fn with_capacity(capacity: usize) -> OsString {}
    pub fn clear(&mut self) {}
    pub fn capacity(&self) -> usize {}
    pub fn reserve(&mut self, additional: usize) {}
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
    pub fn reserve_exact(&mut self, additional: usize) {}
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {}
    pub fn shrink_to_fit(&mut self) {}
    pub fn shrink_to(&mut self, min_capacity: usize) {}
    pub fn into_boxed_os_str(self) -> Box<OsStr> {}
    pub fn leak<'a>(self) -> &'a mut OsStr {}
}
impl Deref for OsString { type Target = OsStr; }
impl DerefMut for OsString {}
impl Index<RangeFull> for OsString { type Output = OsStr; }
impl IndexMut<RangeFull> for OsString {}
impl Borrow<OsStr> for OsString {}
impl FromStr for OsString { type Err = Infallible; }
impl fmt::Write for OsString {}
impl<T: ?Sized + AsRef<OsStr>> From<&T> for OsString {}
impl From<String> for OsString {}
impl From<Box<OsStr>> for OsString {}
impl<'a> From<Cow<'a, OsStr>> for OsString {}
impl FromIterator<OsString> for OsString {}
impl<'a> FromIterator<&'a OsStr> for OsString {}
impl<'a> FromIterator<Cow<'a, OsStr>> for OsString {}
impl Extend<OsString> for OsString {}
impl<'a> Extend<&'a OsStr> for OsString {}
impl<'a> Extend<Cow<'a, OsStr>> for OsString {}

impl CStr {
    pub const unsafe fn from_ptr<'a>(ptr: *const c_char) -> &'a CStr {}
    pub const fn from_bytes_until_nul(bytes: &[u8]) -> Result<&CStr, FromBytesUntilNulError> {}
    pub const fn from_bytes_with_nul(bytes: &[u8]) -> Result<&CStr, FromBytesWithNulError> {}
    pub const unsafe fn from_bytes_with_nul_unchecked(bytes: &[u8]) -> &CStr {}
    pub const fn as_ptr(&self) -> *const c_char {}
    pub const fn count_bytes(&self) -> usize {}
    pub const fn is_empty(&self) -> bool {}
    pub const fn to_bytes(&self) -> &[u8] {}
    pub const fn to_bytes_with_nul(&self) -> &[u8] {}
    pub const fn to_str(&self) -> Result<&str, Utf8Error> {}
    pub fn to_string_lossy(&self) -> Cow<'_, str> {}
    pub fn into_c_string(self: Box<Self>) -> CString {}
}
impl AsRef<CStr> for CStr {}
impl AsRef<CStr> for CString {}
impl ToOwned for CStr { type Owned = CString; }
impl Default for &CStr {}
impl Default for Box<CStr> {}
impl Clone for Box<CStr> {}
impl Index<RangeFrom<usize>> for CStr { type Output = CStr; }
impl From<&CStr> for Box<CStr> {}
impl From<&mut CStr> for Box<CStr> {}
impl From<Cow<'_, CStr>> for Box<CStr> {}
impl From<CString> for Box<CStr> {}
impl From<&CStr> for Rc<CStr> {}
impl From<&mut CStr> for Rc<CStr> {}
impl From<CString> for Rc<CStr> {}
impl<'a> From<&'a CStr> for Cow<'a, CStr> {}
impl<'a> From<CString> for Cow<'a, CStr> {}
impl<'a> From<&'a CString> for Cow<'a, CStr> {}

impl CString {
    pub fn new<T: Into<Vec<u8>>>(t: T) -> Result<CString, NulError> {}
    pub unsafe fn from_vec_unchecked(v: Vec<u8>) -> CString {}
    pub unsafe fn from_raw(ptr: *mut c_char) -> CString {}
    pub fn into_raw(self) -> *mut c_char {}
    pub fn into_string(self) -> Result<String, IntoStringError> {}
    pub fn into_bytes(self) -> Vec<u8> {}
    pub fn into_bytes_with_nul(self) -> Vec<u8> {}
    pub fn as_bytes(&self) -> &[u8] {}
    pub fn as_bytes_with_nul(&self) -> &[u8] {}
    pub fn as_c_str(&self) -> &CStr {}
    pub fn into_boxed_c_str(self) -> Box<CStr> {}
    pub unsafe fn from_vec_with_nul_unchecked(v: Vec<u8>) -> CString {}
    pub fn from_vec_with_nul(v: Vec<u8>) -> Result<CString, FromVecWithNulError> {}
}
impl Deref for CString { type Target = CStr; }
impl Index<RangeFull> for CString { type Output = CStr; }
impl Borrow<CStr> for CString {}
impl FromStr for CString { type Err = NulError; }
impl From<&CStr> for CString {}
impl From<Box<CStr>> for CString {}
impl<'a> From<Cow<'a, CStr>> for CString {}
impl From<Vec<NonZero<u8>>> for CString {}
impl From<CString> for Vec<u8> {}
impl TryFrom<CString> for String { type Error = IntoStringError; }

impl NulError {
    pub fn nul_position(&self) -> usize {}
    pub fn into_vec(self) -> Vec<u8> {}
}
impl FromVecWithNulError {
    pub fn as_bytes(&self) -> &[u8] {}
    pub fn into_bytes(self) -> Vec<u8> {}
}
impl IntoStringError {
    pub fn into_cstring(self) -> CString {}
    pub fn utf8_error(&self) -> Utf8Error {}
}
impl fmt::Display for NulError {}
impl Error for NulError {}
impl fmt::Display for FromBytesWithNulError {}
impl Error for FromBytesWithNulError {}
impl fmt::Display for FromBytesUntilNulError {}
impl Error for FromBytesUntilNulError {}
impl fmt::Display for FromVecWithNulError {}
impl Error for FromVecWithNulError {}
impl fmt::Display for IntoStringError {}
impl Error for IntoStringError {}
