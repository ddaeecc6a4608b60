//! `std::cell`.

use crate::error::Error;
use crate::fmt::{Debug, Display};
use crate::ops::{Deref, DerefMut};

pub struct Cell<T: ?Sized> { owned: T }
impl<T> Cell<T> {
    pub const fn new(value: T) -> Cell<T> {}
    pub fn set(&self, val: T) {}
    pub fn swap(&self, other: &Self) {}
    pub fn replace(&self, val: T) -> T {}
    pub fn into_inner(self) -> T {}
}
impl<T: Copy> Cell<T> {
    pub fn get(&self) -> T {}
    pub fn update(&self, f: impl FnOnce(T) -> T) {}
}
impl<T: ?Sized> Cell<T> {
    pub const fn as_ptr(&self) -> *mut T {}
    pub fn get_mut(&mut self) -> &mut T {}
    pub fn from_mut(t: &mut T) -> &Cell<T> {}
}
impl<T: Default> Cell<T> {
    pub fn take(&self) -> T {}
}
impl<T> Cell<[T]> {
    pub fn as_slice_of_cells(&self) -> &[Cell<T>] {}
}
impl<T: Copy> Clone for Cell<T> {}
impl<T: Default> Default for Cell<T> {}
impl<T: Copy + Debug> Debug for Cell<T> {}
impl<T> From<T> for Cell<T> {}

pub struct RefCell<T: ?Sized> { owned: T }
impl<T> RefCell<T> {
    pub const fn new(value: T) -> RefCell<T> {}
    pub fn into_inner(self) -> T {}
    pub fn replace(&self, t: T) -> T {}
    pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T {}
    pub fn swap(&self, other: &Self) {}
}
impl<T: ?Sized> RefCell<T> {
    pub fn borrow(&self) -> Ref<'_, T> {}
    pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError> {}
    pub fn borrow_mut(&self) -> RefMut<'_, T> {}
    pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError> {}
    pub fn as_ptr(&self) -> *mut T {}
    pub fn get_mut(&mut self) -> &mut T {}
    pub unsafe fn try_borrow_unguarded(&self) -> Result<&T, BorrowError> {}
}
impl<T: Default> RefCell<T> {
    pub fn take(&self) -> T {}
}
impl<T: Clone> Clone for RefCell<T> {}
impl<T: Default> Default for RefCell<T> {}
impl<T: ?Sized + Debug> Debug for RefCell<T> {}
impl<T: ?Sized + PartialEq> PartialEq for RefCell<T> {}
impl<T: ?Sized + Eq> Eq for RefCell<T> {}
impl<T> From<T> for RefCell<T> {}

#[derive(Debug)]
pub struct BorrowError {}
impl Display for BorrowError {}
impl Error for BorrowError {}
#[derive(Debug)]
pub struct BorrowMutError {}
impl Display for BorrowMutError {}
impl Error for BorrowMutError {}

pub struct Ref<'b, T: ?Sized + 'b> {}
impl<'b, T: ?Sized> Ref<'b, T> {
    pub fn clone(orig: &Ref<'b, T>) -> Ref<'b, T> {}
    pub fn map<U: ?Sized, F>(orig: Ref<'b, T>, f: F) -> Ref<'b, U> where F: FnOnce(&T) -> &U {}
    pub fn filter_map<U: ?Sized, F>(orig: Ref<'b, T>, f: F) -> Result<Ref<'b, U>, Self> where F: FnOnce(&T) -> Option<&U> {}
    pub fn map_split<U: ?Sized, V: ?Sized, F>(orig: Ref<'b, T>, f: F) -> (Ref<'b, U>, Ref<'b, V>) where F: FnOnce(&T) -> (&U, &V) {}
}
impl<T: ?Sized> Deref for Ref<'_, T> { type Target = T; }
impl<T: ?Sized + Debug> Debug for Ref<'_, T> {}
impl<T: ?Sized + Display> Display for Ref<'_, T> {}

pub struct RefMut<'b, T: ?Sized + 'b> {}
impl<'b, T: ?Sized> RefMut<'b, T> {
    pub fn map<U: ?Sized, F>(orig: RefMut<'b, T>, f: F) -> RefMut<'b, U> where F: FnOnce(&mut T) -> &mut U {}
    pub fn filter_map<U: ?Sized, F>(orig: RefMut<'b, T>, f: F) -> Result<RefMut<'b, U>, Self> where F: FnOnce(&mut T) -> Option<&mut U> {}
    pub fn map_split<U: ?Sized, V: ?Sized, F>(orig: RefMut<'b, T>, f: F) -> (RefMut<'b, U>, RefMut<'b, V>) where F: FnOnce(&mut T) -> (&mut U, &mut V) {}
}
impl<T: ?Sized> Deref for RefMut<'_, T> { type Target = T; }
impl<T: ?Sized> DerefMut for RefMut<'_, T> {}
impl<T: ?Sized + Debug> Debug for RefMut<'_, T> {}
impl<T: ?Sized + Display> Display for RefMut<'_, T> {}

pub struct UnsafeCell<T: ?Sized> { owned: T }
impl<T> UnsafeCell<T> {
    pub const fn new(value: T) -> UnsafeCell<T> {}
    pub fn into_inner(self) -> T {}
}
impl<T: ?Sized> UnsafeCell<T> {
    pub const fn get(&self) -> *mut T {}
    pub fn get_mut(&mut self) -> &mut T {}
    pub const fn raw_get(this: *const Self) -> *mut T {}
}
impl<T: Default> Default for UnsafeCell<T> {}
impl<T> From<T> for UnsafeCell<T> {}

#[derive(Clone, PartialEq, Eq)]
pub struct OnceCell<T> { owned: T }
impl<T> OnceCell<T> {
    pub const fn new() -> OnceCell<T> {}
    pub fn get(&self) -> Option<&T> {}
    pub fn get_mut(&mut self) -> Option<&mut T> {}
    pub fn set(&self, value: T) -> Result<(), T> {}
    pub fn get_or_init<F>(&self, f: F) -> &T where F: FnOnce() -> T {}
    pub fn into_inner(self) -> Option<T> {}
    pub fn take(&mut self) -> Option<T> {}
}
impl<T> Default for OnceCell<T> {}
impl<T: Debug> Debug for OnceCell<T> {}
impl<T> From<T> for OnceCell<T> {}

pub struct LazyCell<T, F = fn() -> T> { t: T, f: F }
impl<T, F: FnOnce() -> T> LazyCell<T, F> {
    pub const fn new(f: F) -> LazyCell<T, F> {}
    pub fn force(this: &LazyCell<T, F>) -> &T {}
}
impl<T, F: FnOnce() -> T> Deref for LazyCell<T, F> { type Target = T; }
impl<T: Default> Default for LazyCell<T> {}
impl<T: Debug, F> Debug for LazyCell<T, F> {}
