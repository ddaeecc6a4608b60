//! `std::alloc`: layouts and the global allocator.

use crate::fmt;
use crate::ptr::NonNull;

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Layout {}
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LayoutError {}
#[derive(Debug, Default, Copy, Clone)]
pub struct System;
pub type LayoutErr = LayoutError;

pub unsafe trait GlobalAlloc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8;
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout);
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {}
    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {}
}
unsafe impl GlobalAlloc for System {}

pub unsafe fn alloc(layout: Layout) -> *mut u8 {}
pub unsafe fn alloc_zeroed(layout: Layout) -> *mut u8 {}
pub unsafe fn dealloc(ptr: *mut u8, layout: Layout) {}
pub unsafe fn realloc(ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {}
pub fn handle_alloc_error(layout: Layout) -> ! {}

impl Layout {
    pub const fn from_size_align(size: usize, align: usize) -> Result<Layout, LayoutError> {}
    pub const unsafe fn from_size_align_unchecked(size: usize, align: usize) -> Layout {}
    pub const fn size(&self) -> usize {}
    pub const fn align(&self) -> usize {}
    pub const fn new<T>() -> Layout {}
    pub const fn for_value<T: ?Sized>(t: &T) -> Layout {}
    pub const fn dangling_ptr(&self) -> NonNull<u8> {}
    pub const fn align_to(&self, align: usize) -> Result<Layout, LayoutError> {}
    pub const fn pad_to_align(&self) -> Layout {}
    pub const fn repeat(&self, n: usize) -> Result<(Layout, usize), LayoutError> {}
    pub const fn extend(&self, next: Layout) -> Result<(Layout, usize), LayoutError> {}
    pub const fn repeat_packed(&self, n: usize) -> Result<Layout, LayoutError> {}
    pub const fn extend_packed(&self, next: Layout) -> Result<Layout, LayoutError> {}
    pub const fn array<T>(n: usize) -> Result<Layout, LayoutError> {}
}
impl fmt::Display for LayoutError {}
