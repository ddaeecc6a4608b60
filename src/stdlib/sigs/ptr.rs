//! `std::ptr`; the methods of `*const T` and `*mut T` themselves are in `primitives`.

use crate::fmt::Debug;
use crate::hash::Hash;

pub const fn null<T>() -> *const T {}
pub const fn null_mut<T>() -> *mut T {}
pub const fn dangling<T>() -> *const T {}
pub const fn dangling_mut<T>() -> *mut T {}
pub const fn from_ref<T: ?Sized>(r: &T) -> *const T {}
pub const fn from_mut<T: ?Sized>(r: &mut T) -> *mut T {}
pub const fn slice_from_raw_parts<T>(data: *const T, len: usize) -> *const [T] {}
pub const fn slice_from_raw_parts_mut<T>(data: *mut T, len: usize) -> *mut [T] {}
pub const fn without_provenance<T>(addr: usize) -> *const T {}
pub const fn without_provenance_mut<T>(addr: usize) -> *mut T {}
pub fn with_exposed_provenance<T>(addr: usize) -> *const T {}
pub fn with_exposed_provenance_mut<T>(addr: usize) -> *mut T {}
pub const unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize) {}
pub const unsafe fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize) {}
pub unsafe fn drop_in_place<T: ?Sized>(to_drop: *mut T) {}
pub const unsafe fn read<T>(src: *const T) -> T {}
pub const unsafe fn read_unaligned<T>(src: *const T) -> T {}
pub unsafe fn read_volatile<T>(src: *const T) -> T {}
pub const unsafe fn replace<T>(dst: *mut T, src: T) -> T {}
pub const unsafe fn swap<T>(x: *mut T, y: *mut T) {}
pub const unsafe fn swap_nonoverlapping<T>(x: *mut T, y: *mut T, count: usize) {}
pub const unsafe fn write<T>(dst: *mut T, src: T) {}
pub const unsafe fn write_bytes<T>(dst: *mut T, val: u8, count: usize) {}
pub const unsafe fn write_unaligned<T>(dst: *mut T, src: T) {}
pub unsafe fn write_volatile<T>(dst: *mut T, src: T) {}
pub fn eq<T: ?Sized>(a: *const T, b: *const T) -> bool {}
pub fn addr_eq<T: ?Sized, U: ?Sized>(p: *const T, q: *const U) -> bool {}
pub fn hash<T: ?Sized, S: crate::hash::Hasher>(hashee: *const T, into: &mut S) {}

pub struct NonNull<T: ?Sized> {}
impl<T: Sized> NonNull<T> {
    pub const fn dangling() -> Self {}
}
impl<T: ?Sized> NonNull<T> {
    pub const unsafe fn new_unchecked(ptr: *mut T) -> Self {}
    pub const fn new(ptr: *mut T) -> Option<Self> {}
    pub const fn from_ref(r: &T) -> Self {}
    pub const fn from_mut(r: &mut T) -> Self {}
    pub const fn as_ptr(self) -> *mut T {}
    pub const unsafe fn as_ref<'a>(&self) -> &'a T {}
    pub const unsafe fn as_mut<'a>(&mut self) -> &'a mut T {}
    pub const fn cast<U>(self) -> NonNull<U> {}
    pub const unsafe fn add(self, count: usize) -> Self where T: Sized {}
    pub const unsafe fn sub(self, count: usize) -> Self where T: Sized {}
    pub const unsafe fn offset(self, count: isize) -> Self where T: Sized {}
    pub const unsafe fn read(self) -> T where T: Sized {}
    pub const unsafe fn write(self, val: T) where T: Sized {}
    pub unsafe fn drop_in_place(self) {}
    pub const unsafe fn replace(self, src: T) -> T where T: Sized {}
}
impl<T: ?Sized> Clone for NonNull<T> {}
impl<T: ?Sized> Copy for NonNull<T> {}
impl<T: ?Sized> Debug for NonNull<T> {}
impl<T: ?Sized> PartialEq for NonNull<T> {}
impl<T: ?Sized> Eq for NonNull<T> {}
impl<T: ?Sized> Hash for NonNull<T> {}
impl<T: ?Sized> From<&T> for NonNull<T> {}
impl<T: ?Sized> From<&mut T> for NonNull<T> {}

impl<T: ?Sized> PartialEq for *const T {}
impl<T: ?Sized> Eq for *const T {}
impl<T: ?Sized> Hash for *const T {}
impl<T: ?Sized> PartialEq for *mut T {}
impl<T: ?Sized> Eq for *mut T {}
impl<T: ?Sized> Hash for *mut T {}
