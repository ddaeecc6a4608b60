//! `std::panic`: catching, resuming and reporting panics.

use crate::any::Any;
use crate::ffi::CStr;
use crate::fmt;
use crate::future::Future;
use crate::ops::{Deref, DerefMut};

pub auto trait UnwindSafe {}
pub auto trait RefUnwindSafe {}
#[derive(Debug, Default)]
pub struct AssertUnwindSafe<T>(pub T);
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Location<'a> {}
#[derive(Debug)]
pub struct PanicHookInfo<'a> {}
pub type PanicInfo<'a> = PanicHookInfo<'a>;

pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> crate::thread::Result<R> {}
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {}
pub fn panic_any<M: 'static + Any + Send>(msg: M) -> ! {}
pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {}
pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static> {}

impl<T> Deref for AssertUnwindSafe<T> { type Target = T; }
impl<T> DerefMut for AssertUnwindSafe<T> {}
impl<R, F: FnOnce() -> R> FnOnce<()> for AssertUnwindSafe<F> { type Output = R; }
impl<F: Future> Future for AssertUnwindSafe<F> { type Output = F::Output; }
impl<'a> Location<'a> {
    pub const fn caller() -> &'static Location<'static> {}
    pub const fn file(&self) -> &'a str {}
    pub const fn file_as_c_str(&self) -> &'a CStr {}
    pub const fn line(&self) -> u32 {}
    pub const fn column(&self) -> u32 {}
}
impl fmt::Display for Location<'_> {}
impl<'a> PanicHookInfo<'a> {
    pub fn payload(&self) -> &(dyn Any + Send) {}
    pub fn payload_as_str(&self) -> Option<&str> {}
    pub fn location(&self) -> Option<&Location<'_>> {}
}
impl fmt::Display for PanicHookInfo<'_> {}
