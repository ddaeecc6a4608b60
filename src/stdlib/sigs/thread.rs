//! `std::thread`: operating system threads. Everything here is synchronous: `sleep` and `join` block.

use crate::any::Any;
use crate::cell::{Cell, RefCell};
use crate::error::Error;
use crate::fmt;
use crate::io;
use crate::num::NonZero;
use crate::time::Duration;

pub type Result<T> = crate::result::Result<T, Box<dyn Any + Send + 'static>>;

pub struct JoinHandle<T> {}
pub struct ScopedJoinHandle<'scope, T> {}
pub struct Scope<'scope, 'env> {}
#[derive(Debug)]
pub struct Builder {}
#[derive(Clone, Debug)]
pub struct Thread {}
#[derive(Eq, PartialEq, Clone, Copy, Hash, Debug)]
pub struct ThreadId {}
pub struct LocalKey<T> {}
#[derive(Clone, Copy, Eq, PartialEq, Debug)]
pub struct AccessError {}

pub fn spawn<F, T>(f: F) -> JoinHandle<T> where F: FnOnce() -> T + Send + 'static, T: Send + 'static {}
pub fn scope<'env, F, T>(f: F) -> T where F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T {}
pub fn current() -> Thread {}
pub fn yield_now() {}
pub fn panicking() -> bool {}
pub fn sleep(dur: Duration) {}
pub fn sleep_ms(ms: u32) {}
pub fn park() {}
pub fn park_timeout(dur: Duration) {}
pub fn park_timeout_ms(ms: u32) {}
pub fn available_parallelism() -> io::Result<NonZero<usize>> {}

impl<T> JoinHandle<T> {
    pub fn thread(&self) -> &Thread {}
    pub fn join(self) -> Result<T> {}
    pub fn is_finished(&self) -> bool {}
}
impl<T> fmt::Debug for JoinHandle<T> {}
impl<'scope, T> ScopedJoinHandle<'scope, T> {
    pub fn thread(&self) -> &Thread {}
    pub fn join(self) -> Result<T> {}
    pub fn is_finished(&self) -> bool {}
}
impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {}
impl fmt::Debug for Scope<'_, '_> {}
impl<'scope, 'env> Scope<'scope, 'env> {
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T> where F: FnOnce() -> T + Send + 'scope, T: Send + 'scope {}
}
impl Builder {
    pub fn new() -> Builder {}
    pub fn name(self, name: String) -> Builder {}
    pub fn stack_size(self, size: usize) -> Builder {}
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>> where F: FnOnce() -> T + Send + 'static, T: Send + 'static {}
    pub unsafe fn spawn_unchecked<F, T>(self, f: F) -> io::Result<JoinHandle<T>> where F: FnOnce() -> T + Send, T: Send {}
    pub fn spawn_scoped<'scope, 'env, F, T>(self, scope: &'scope Scope<'scope, 'env>, f: F) -> io::Result<ScopedJoinHandle<'scope, T>> where F: FnOnce() -> T + Send + 'scope, T: Send + 'scope {}
}
impl Thread {
    pub fn unpark(&self) {}
    pub fn id(&self) -> ThreadId {}
    pub fn name(&self) -> Option<&str> {}
}
impl<T: 'static> LocalKey<T> {
    pub fn with<F, R>(&'static self, f: F) -> R where F: FnOnce(&T) -> R {}
    pub fn try_with<F, R>(&'static self, f: F) -> crate::result::Result<R, AccessError> where F: FnOnce(&T) -> R {}
}
impl<T: 'static> LocalKey<Cell<T>> {
    pub fn set(&'static self, value: T) {}
    pub fn get(&'static self) -> T where T: Copy {}
    pub fn take(&'static self) -> T where T: Default {}
    pub fn replace(&'static self, value: T) -> T {}
}
impl<T: 'static> LocalKey<RefCell<T>> {
    pub fn with_borrow<F, R>(&'static self, f: F) -> R where F: FnOnce(&T) -> R {}
    pub fn with_borrow_mut<F, R>(&'static self, f: F) -> R where F: FnOnce(&mut T) -> R {}
    pub fn set(&'static self, value: T) {}
    pub fn take(&'static self) -> T where T: Default {}
    pub fn replace(&'static self, value: T) -> T {}
}
impl<T: 'static> fmt::Debug for LocalKey<T> {}
impl fmt::Display for AccessError {}
impl Error for AccessError {}
