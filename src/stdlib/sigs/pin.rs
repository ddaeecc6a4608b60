//! `std::pin`.

use crate::boxed::Box;
use crate::fmt::{Debug, Display};
use crate::hash::Hash;
use crate::ops::{Deref, DerefMut};

#[derive(Clone, Copy)]
pub struct Pin<Ptr> { owned: Ptr }

impl<Ptr: Deref> Pin<Ptr> {
    pub fn new(pointer: Ptr) -> Pin<Ptr> where Ptr::Target: Unpin {}
    pub unsafe fn new_unchecked(pointer: Ptr) -> Pin<Ptr> {}
    pub fn as_ref(&self) -> Pin<&Ptr::Target> {}
    pub fn as_mut(&mut self) -> Pin<&mut Ptr::Target> where Ptr: DerefMut {}
    pub fn as_deref_mut(self: Pin<&mut Self>) -> Pin<&mut Ptr::Target> where Ptr: DerefMut {}
    pub fn set(&mut self, value: Ptr::Target) where Ptr: DerefMut, Ptr::Target: Sized {}
    pub fn into_inner(pin: Pin<Ptr>) -> Ptr where Ptr::Target: Unpin {}
    pub unsafe fn into_inner_unchecked(pin: Pin<Ptr>) -> Ptr {}
}
impl<'a, T: ?Sized> Pin<&'a T> {
    pub unsafe fn map_unchecked<U, F>(self, func: F) -> Pin<&'a U> where U: ?Sized, F: FnOnce(&T) -> &U {}
    pub fn get_ref(self) -> &'a T {}
}
impl<'a, T: ?Sized> Pin<&'a mut T> {
    pub fn into_ref(self) -> Pin<&'a T> {}
    pub fn get_mut(self) -> &'a mut T where T: Unpin {}
    pub unsafe fn get_unchecked_mut(self) -> &'a mut T {}
    pub unsafe fn map_unchecked_mut<U, F>(self, func: F) -> Pin<&'a mut U> where U: ?Sized, F: FnOnce(&mut T) -> &mut U {}
}
impl<T: ?Sized> Pin<&'static T> {
    pub fn static_ref(r: &'static T) -> Pin<&'static T> {}
}
impl<T: ?Sized> Pin<&'static mut T> {
    pub fn static_mut(r: &'static mut T) -> Pin<&'static mut T> {}
}

impl<Ptr: Deref> Deref for Pin<Ptr> { type Target = Ptr::Target; }
impl<Ptr: DerefMut> DerefMut for Pin<Ptr> where Ptr::Target: Unpin {}
impl<Ptr: Deref> Hash for Pin<Ptr> where Ptr::Target: Hash {}
impl<Ptr: Debug> Debug for Pin<Ptr> {}
impl<Ptr: Display> Display for Pin<Ptr> {}
impl<T: ?Sized> From<Box<T>> for Pin<Box<T>> {}
impl<Ptr: Deref, Q: Deref> PartialEq<Pin<Q>> for Pin<Ptr> where Ptr::Target: PartialEq<Q::Target> {}
