//! `std::task`.

use crate::convert::Infallible;
use crate::ops::{FromResidual, Try};
use crate::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Poll<T> {
    Ready(T),
    Pending,
}
impl<T> Poll<T> {
    pub fn map<U, F>(self, f: F) -> Poll<U> where F: FnOnce(T) -> U {}
    pub fn is_ready(&self) -> bool {}
    pub fn is_pending(&self) -> bool {}
}
impl<T, E> Poll<Result<T, E>> {
    pub fn map_ok<U, F>(self, f: F) -> Poll<Result<U, E>> where F: FnOnce(T) -> U {}
    pub fn map_err<U, F>(self, f: F) -> Poll<Result<T, U>> where F: FnOnce(E) -> U {}
}
impl<T, E> Poll<Option<Result<T, E>>> {
    pub fn map_ok<U, F>(self, f: F) -> Poll<Option<Result<U, E>>> where F: FnOnce(T) -> U {}
    pub fn map_err<U, F>(self, f: F) -> Poll<Option<Result<T, U>>> where F: FnOnce(E) -> U {}
}
impl<T> From<T> for Poll<T> {}
impl<T, E> Try for Poll<Result<T, E>> { type Output = Poll<T>; type Residual = Result<Infallible, E>; }
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Result<T, F>> {}
impl<T, E> Try for Poll<Option<Result<T, E>>> { type Output = Poll<Option<T>>; type Residual = Result<Infallible, E>; }
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Option<Result<T, F>>> {}

#[derive(Debug)]
pub struct Context<'a> {}
impl<'a> Context<'a> {
    pub fn from_waker(waker: &'a Waker) -> Self {}
    pub fn waker(&self) -> &'a Waker {}
}

#[derive(Debug)]
pub struct Waker {}
impl Waker {
    pub fn wake(self) {}
    pub fn wake_by_ref(&self) {}
    pub fn will_wake(&self, other: &Waker) -> bool {}
    pub unsafe fn new(data: *const (), vtable: &'static RawWakerVTable) -> Self {}
    pub unsafe fn from_raw(waker: RawWaker) -> Waker {}
    pub fn noop() -> &'static Waker {}
    pub fn data(&self) -> *const () {}
    pub fn vtable(&self) -> &'static RawWakerVTable {}
}
impl Clone for Waker {}
impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for Waker {}

pub trait Wake {
    fn wake(self: Arc<Self>);
    fn wake_by_ref(self: &Arc<Self>) {}
}

#[derive(Debug, PartialEq)]
pub struct RawWaker {}
impl RawWaker {
    pub const fn new(data: *const (), vtable: &'static RawWakerVTable) -> RawWaker {}
}
impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for RawWaker {}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RawWakerVTable {}
impl RawWakerVTable {
    pub const fn new(clone: unsafe fn(*const ()) -> RawWaker, wake: unsafe fn(*const ()), wake_by_ref: unsafe fn(*const ()), drop: unsafe fn(*const ())) -> Self {}
}
