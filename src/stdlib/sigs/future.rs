//! `std::future`.

use crate::ops::DerefMut;
use crate::pin::Pin;
use crate::task::{Context, Poll};

pub trait Future {
    type Output;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output>;
}
impl<F: ?Sized + Future + Unpin> Future for &mut F { type Output = F::Output; }
impl<P> Future for Pin<P> where P: DerefMut, P::Target: Future { type Output = <P::Target as Future>::Output; }

pub trait IntoFuture {
    type Output;
    type IntoFuture: Future<Output = Self::Output>;
    fn into_future(self) -> Self::IntoFuture;
}
impl<F: Future> IntoFuture for F { type Output = F::Output; type IntoFuture = F; }

#[derive(Clone, Debug)]
#[must_use]
pub struct Ready<T> { owned: T }
impl<T> Ready<T> {
    pub fn into_inner(self) -> T {}
}
impl<T> Future for Ready<T> { type Output = T; }
pub fn ready<T>(t: T) -> Ready<T> {}

#[derive(Debug)]
#[must_use]
pub struct Pending<T> {}
impl<T> Clone for Pending<T> {}
impl<T> Future for Pending<T> { type Output = T; }
pub fn pending<T>() -> Pending<T> {}

pub struct PollFn<F> { owned: F }
impl<T, F> Future for PollFn<F> where F: FnMut(&mut Context<'_>) -> Poll<T> { type Output = T; }
pub fn poll_fn<T, F>(f: F) -> PollFn<F> where F: FnMut(&mut Context<'_>) -> Poll<T> {}
