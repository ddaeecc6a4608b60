//! `std::num`; the methods of the numbers themselves are in `numbers`.

use crate::error::Error;
use crate::fmt::{Debug, Display};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseIntError {}
impl ParseIntError {
    pub const fn kind(&self) -> &IntErrorKind {}
}
impl Display for ParseIntError {}
impl Error for ParseIntError {}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntErrorKind {
    Empty,
    InvalidDigit,
    PosOverflow,
    NegOverflow,
    Zero,
}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseFloatError {}
impl Display for ParseFloatError {}
impl Error for ParseFloatError {}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TryFromIntError {}
impl Display for TryFromIntError {}
impl Error for TryFromIntError {}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FpCategory {
    Nan,
    Infinite,
    Zero,
    Subnormal,
    Normal,
}

pub trait ZeroablePrimitive: Sized + Copy {}

pub struct NonZero<T: ZeroablePrimitive> {}
pub type NonZeroU8 = NonZero<u8>;
pub type NonZeroU16 = NonZero<u16>;
pub type NonZeroU32 = NonZero<u32>;
pub type NonZeroU64 = NonZero<u64>;
pub type NonZeroU128 = NonZero<u128>;
pub type NonZeroUsize = NonZero<usize>;
pub type NonZeroI8 = NonZero<i8>;
pub type NonZeroI16 = NonZero<i16>;
pub type NonZeroI32 = NonZero<i32>;
pub type NonZeroI64 = NonZero<i64>;
pub type NonZeroI128 = NonZero<i128>;
pub type NonZeroIsize = NonZero<isize>;
impl<T: ZeroablePrimitive> NonZero<T> {
    pub const fn new(n: T) -> Option<Self> {}
    pub const unsafe fn new_unchecked(n: T) -> Self {}
    pub const fn get(self) -> T {}
}
impl<T: ZeroablePrimitive> Clone for NonZero<T> {}
impl<T: ZeroablePrimitive> Copy for NonZero<T> {}
impl<T: ZeroablePrimitive + PartialEq> PartialEq for NonZero<T> {}
impl<T: ZeroablePrimitive + Eq> Eq for NonZero<T> {}
impl<T: ZeroablePrimitive + PartialOrd> PartialOrd for NonZero<T> {}
impl<T: ZeroablePrimitive + Ord> Ord for NonZero<T> {}
impl<T: ZeroablePrimitive + crate::hash::Hash> crate::hash::Hash for NonZero<T> {}
impl<T: ZeroablePrimitive + Debug> Debug for NonZero<T> {}
impl<T: ZeroablePrimitive + Display> Display for NonZero<T> {}
impl<T: ZeroablePrimitive> From<NonZero<T>> for T {}

#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wrapping<T>(pub T);
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Saturating<T>(pub T);
impl<T: Debug> Debug for Wrapping<T> {}
impl<T: Display> Display for Wrapping<T> {}
impl<T: Debug> Debug for Saturating<T> {}
impl<T: Display> Display for Saturating<T> {}
