//! `std::ops`.

use crate::convert::Infallible;
use crate::future::Future;

pub trait Deref {
    type Target: ?Sized;
    fn deref(&self) -> &Self::Target;
}
impl<T: ?Sized> Deref for &T { type Target = T; }
impl<T: ?Sized> Deref for &mut T { type Target = T; }
pub trait DerefMut: Deref {
    fn deref_mut(&mut self) -> &mut Self::Target;
}
impl<T: ?Sized> DerefMut for &mut T {}
pub trait Drop {
    fn drop(&mut self);
}

pub trait FnOnce<Args> {
    type Output;
    fn call_once(self, args: Args) -> Self::Output;
}
pub trait FnMut<Args>: FnOnce<Args> {
    fn call_mut(&mut self, args: Args) -> Self::Output;
}
pub trait Fn<Args>: FnMut<Args> {
    fn call(&self, args: Args) -> Self::Output;
}
impl<Args, F: ?Sized + Fn<Args>> FnOnce<Args> for &F { type Output = F::Output; }
impl<Args, F: ?Sized + Fn<Args>> FnMut<Args> for &F {}
impl<Args, F: ?Sized + Fn<Args>> Fn<Args> for &F {}
impl<Args, F: ?Sized + FnMut<Args>> FnOnce<Args> for &mut F { type Output = F::Output; }
impl<Args, F: ?Sized + FnMut<Args>> FnMut<Args> for &mut F {}

pub trait AsyncFnOnce<Args> {
    type CallOnceFuture: Future<Output = Self::Output>;
    type Output;
    fn async_call_once(self, args: Args) -> Self::CallOnceFuture;
}
pub trait AsyncFnMut<Args>: AsyncFnOnce<Args> {
    type CallRefFuture<'a>: Future<Output = Self::Output> where Self: 'a;
    fn async_call_mut(&mut self, args: Args) -> Self::CallRefFuture<'_>;
}
pub trait AsyncFn<Args>: AsyncFnMut<Args> {
    fn async_call(&self, args: Args) -> Self::CallRefFuture<'_>;
}
impl<'a, Args, F: ?Sized + AsyncFn<Args>> AsyncFnOnce<Args> for &'a F { type Output = F::Output; type CallOnceFuture = F::CallRefFuture<'a>; }
impl<'a, Args, F: ?Sized + AsyncFnMut<Args>> AsyncFnOnce<Args> for &'a mut F { type Output = F::Output; type CallOnceFuture = F::CallRefFuture<'a>; }

pub trait Index<Idx> {
    type Output: ?Sized;
    fn index(&self, index: Idx) -> &Self::Output;
}
pub trait IndexMut<Idx>: Index<Idx> {
    fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
}

pub trait Add<Rhs = Self> { type Output; fn add(self, rhs: Rhs) -> Self::Output; }
pub trait Sub<Rhs = Self> { type Output; fn sub(self, rhs: Rhs) -> Self::Output; }
pub trait Mul<Rhs = Self> { type Output; fn mul(self, rhs: Rhs) -> Self::Output; }
pub trait Div<Rhs = Self> { type Output; fn div(self, rhs: Rhs) -> Self::Output; }
pub trait Rem<Rhs = Self> { type Output; fn rem(self, rhs: Rhs) -> Self::Output; }
pub trait BitAnd<Rhs = Self> { type Output; fn bitand(self, rhs: Rhs) -> Self::Output; }
pub trait BitOr<Rhs = Self> { type Output; fn bitor(self, rhs: Rhs) -> Self::Output; }
pub trait BitXor<Rhs = Self> { type Output; fn bitxor(self, rhs: Rhs) -> Self::Output; }
pub trait Shl<Rhs = Self> { type Output; fn shl(self, rhs: Rhs) -> Self::Output; }
pub trait Shr<Rhs = Self> { type Output; fn shr(self, rhs: Rhs) -> Self::Output; }
pub trait Neg { type Output; fn neg(self) -> Self::Output; }
pub trait Not { type Output; fn not(self) -> Self::Output; }
pub trait AddAssign<Rhs = Self> { fn add_assign(&mut self, rhs: Rhs); }
pub trait SubAssign<Rhs = Self> { fn sub_assign(&mut self, rhs: Rhs); }
pub trait MulAssign<Rhs = Self> { fn mul_assign(&mut self, rhs: Rhs); }
pub trait DivAssign<Rhs = Self> { fn div_assign(&mut self, rhs: Rhs); }
pub trait RemAssign<Rhs = Self> { fn rem_assign(&mut self, rhs: Rhs); }
pub trait BitAndAssign<Rhs = Self> { fn bitand_assign(&mut self, rhs: Rhs); }
pub trait BitOrAssign<Rhs = Self> { fn bitor_assign(&mut self, rhs: Rhs); }
pub trait BitXorAssign<Rhs = Self> { fn bitxor_assign(&mut self, rhs: Rhs); }
pub trait ShlAssign<Rhs = Self> { fn shl_assign(&mut self, rhs: Rhs); }
pub trait ShrAssign<Rhs = Self> { fn shr_assign(&mut self, rhs: Rhs); }

#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct RangeFull;
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Range<Idx> { pub start: Idx, pub end: Idx }
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RangeFrom<Idx> { pub start: Idx }
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RangeTo<Idx> { pub end: Idx }
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RangeInclusive<Idx> { owned: Idx }
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RangeToInclusive<Idx> { pub end: Idx }
impl<Idx: PartialOrd<Idx>> Range<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool where Idx: PartialOrd<U>, U: ?Sized + PartialOrd<Idx> {}
    pub fn is_empty(&self) -> bool {}
}
impl<Idx: PartialOrd<Idx>> RangeFrom<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool where Idx: PartialOrd<U>, U: ?Sized + PartialOrd<Idx> {}
}
impl<Idx: PartialOrd<Idx>> RangeTo<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool where Idx: PartialOrd<U>, U: ?Sized + PartialOrd<Idx> {}
}
impl<Idx> RangeInclusive<Idx> {
    pub const fn new(start: Idx, end: Idx) -> Self {}
    pub fn start(&self) -> &Idx {}
    pub fn end(&self) -> &Idx {}
    pub fn into_inner(self) -> (Idx, Idx) {}
}
impl<Idx: PartialOrd<Idx>> RangeInclusive<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool where Idx: PartialOrd<U>, U: ?Sized + PartialOrd<Idx> {}
    pub fn is_empty(&self) -> bool {}
}
impl<Idx: PartialOrd<Idx>> RangeToInclusive<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool where Idx: PartialOrd<U>, U: ?Sized + PartialOrd<Idx> {}
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound<T> {
    Included(T),
    Excluded(T),
    Unbounded,
}
impl<T> Bound<T> {
    pub fn as_ref(&self) -> Bound<&T> {}
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Bound<U> {}
}
impl<T: Clone> Bound<&T> {
    pub fn cloned(self) -> Bound<T> {}
}
pub trait RangeBounds<T: ?Sized> {
    fn start_bound(&self) -> Bound<&T>;
    fn end_bound(&self) -> Bound<&T>;
    fn contains<U>(&self, item: &U) -> bool where T: PartialOrd<U>, U: ?Sized + PartialOrd<T> {}
}
impl<T: ?Sized> RangeBounds<T> for RangeFull {}
impl<T> RangeBounds<T> for Range<T> {}
impl<T> RangeBounds<T> for RangeFrom<T> {}
impl<T> RangeBounds<T> for RangeTo<T> {}
impl<T> RangeBounds<T> for RangeInclusive<T> {}
impl<T> RangeBounds<T> for RangeToInclusive<T> {}
impl<T> RangeBounds<T> for (Bound<T>, Bound<T>) {}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ControlFlow<B, C = ()> {
    Continue(C),
    Break(B),
}
impl<B, C> ControlFlow<B, C> {
    pub fn is_break(&self) -> bool {}
    pub fn is_continue(&self) -> bool {}
    pub fn break_value(self) -> Option<B> {}
    pub fn continue_value(self) -> Option<C> {}
    pub fn map_break<T>(self, f: impl FnOnce(B) -> T) -> ControlFlow<T, C> {}
    pub fn map_continue<T>(self, f: impl FnOnce(C) -> T) -> ControlFlow<B, T> {}
}
pub trait Try: FromResidual<Self::Residual> {
    type Output;
    type Residual;
    fn from_output(output: Self::Output) -> Self;
    fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
}
pub trait FromResidual<R> {
    fn from_residual(residual: R) -> Self;
}
impl<B, C> Try for ControlFlow<B, C> { type Output = C; type Residual = ControlFlow<B, Infallible>; }
impl<B, C> FromResidual<ControlFlow<B, Infallible>> for ControlFlow<B, C> {}
