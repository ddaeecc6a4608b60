//! The signatures of integers and floats: one text for each group of types, `$t` stands for the type.
//! As in `sigs/`, only items without bodies; what belongs to a module of `std` lives there.

/// Arithmetic between values and references: `$op` for all of them.
macro_rules! operators {
    ($t:ident: $($op:ident)*) => { concat!($(stringify! {
        impl $op for $t { type Output = $t; }
        impl<'a> $op<&'a $t> for $t { type Output = $t; }
        impl<'a> $op<$t> for &'a $t { type Output = $t; }
        impl<'a, 'b> $op<&'b $t> for &'a $t { type Output = $t; }
    }, "\n"),*) };
}

/// What every number has.
macro_rules! numbers {
    ($($t:ident)*) => { concat!($(operators!($t: Add Sub Mul Div Rem), stringify! {
        impl $t {
            pub const MIN: $t = 0;
            pub const MAX: $t = 0;
            pub const fn rem_euclid(self, rhs: $t) -> $t {}
            pub const fn div_euclid(self, rhs: $t) -> $t {}
            pub const fn from_be_bytes(bytes: [u8; size_of::<$t>()]) -> $t {}
            pub const fn from_le_bytes(bytes: [u8; size_of::<$t>()]) -> $t {}
            pub const fn from_ne_bytes(bytes: [u8; size_of::<$t>()]) -> $t {}
            pub const fn to_be_bytes(self) -> [u8; size_of::<$t>()] {}
            pub const fn to_le_bytes(self) -> [u8; size_of::<$t>()] {}
            pub const fn to_ne_bytes(self) -> [u8; size_of::<$t>()] {}
        }
        impl Clone for $t {}
        impl Copy for $t {}
        impl Default for $t {}
        impl Display for $t {}
        impl Debug for $t {}
        impl LowerExp for $t {}
        impl UpperExp for $t {}
        impl PartialEq for $t {}
        impl PartialOrd for $t {}
        impl Sum for $t {}
        impl<'a> Sum<&'a $t> for $t {}
        impl Product for $t {}
        impl<'a> Product<&'a $t> for $t {}
    }, "\n"),*) };
}

/// What every integer has.
macro_rules! integers {
    ($($t:ident)*) => { concat!($(operators!($t: BitAnd BitOr BitXor), stringify! {
        impl $t {
            pub const BITS: u32 = 0;
            pub fn from_str_radix(src: &str, radix: u32) -> Result<$t, ParseIntError> {}
            pub const fn count_ones(self) -> u32 {}
            pub const fn count_zeros(self) -> u32 {}
            pub const fn leading_zeros(self) -> u32 {}
            pub const fn trailing_zeros(self) -> u32 {}
            pub const fn leading_ones(self) -> u32 {}
            pub const fn trailing_ones(self) -> u32 {}
            pub const fn rotate_left(self, n: u32) -> $t {}
            pub const fn rotate_right(self, n: u32) -> $t {}
            pub const fn swap_bytes(self) -> $t {}
            pub const fn reverse_bits(self) -> $t {}
            pub const fn from_be(x: $t) -> $t {}
            pub const fn from_le(x: $t) -> $t {}
            pub const fn to_be(self) -> $t {}
            pub const fn to_le(self) -> $t {}
            pub const fn checked_add(self, rhs: $t) -> Option<$t> {}
            pub const fn checked_sub(self, rhs: $t) -> Option<$t> {}
            pub const fn checked_mul(self, rhs: $t) -> Option<$t> {}
            pub const fn checked_div(self, rhs: $t) -> Option<$t> {}
            pub const fn checked_div_euclid(self, rhs: $t) -> Option<$t> {}
            pub const fn checked_rem(self, rhs: $t) -> Option<$t> {}
            pub const fn checked_neg(self) -> Option<$t> {}
            pub const fn checked_shl(self, rhs: u32) -> Option<$t> {}
            pub const fn checked_shr(self, rhs: u32) -> Option<$t> {}
            pub const fn checked_pow(self, exp: u32) -> Option<$t> {}
            pub const fn checked_ilog2(self) -> Option<u32> {}
            pub const fn checked_ilog10(self) -> Option<u32> {}
            pub const fn saturating_add(self, rhs: $t) -> $t {}
            pub const fn saturating_sub(self, rhs: $t) -> $t {}
            pub const fn saturating_mul(self, rhs: $t) -> $t {}
            pub const fn saturating_div(self, rhs: $t) -> $t {}
            pub const fn saturating_pow(self, exp: u32) -> $t {}
            pub const fn wrapping_add(self, rhs: $t) -> $t {}
            pub const fn wrapping_sub(self, rhs: $t) -> $t {}
            pub const fn wrapping_mul(self, rhs: $t) -> $t {}
            pub const fn wrapping_div(self, rhs: $t) -> $t {}
            pub const fn wrapping_rem(self, rhs: $t) -> $t {}
            pub const fn wrapping_neg(self) -> $t {}
            pub const fn wrapping_shl(self, rhs: u32) -> $t {}
            pub const fn wrapping_shr(self, rhs: u32) -> $t {}
            pub const fn wrapping_pow(self, exp: u32) -> $t {}
            pub const fn overflowing_add(self, rhs: $t) -> ($t, bool) {}
            pub const fn overflowing_sub(self, rhs: $t) -> ($t, bool) {}
            pub const fn overflowing_mul(self, rhs: $t) -> ($t, bool) {}
            pub const fn overflowing_pow(self, exp: u32) -> ($t, bool) {}
            pub const fn pow(self, exp: u32) -> $t {}
            pub const fn isqrt(self) -> $t {}
            pub const fn ilog(self, base: $t) -> u32 {}
            pub const fn ilog2(self) -> u32 {}
            pub const fn ilog10(self) -> u32 {}
            pub const fn min_value() -> $t {}
            pub const fn max_value() -> $t {}
        }
        impl NonZero<$t> {
            pub const MIN: NonZero<$t> = 0;
            pub const MAX: NonZero<$t> = 0;
        }
        impl Eq for $t {}
        impl Ord for $t {}
        impl Hash for $t {}
        impl Step for $t {}
        impl ZeroablePrimitive for $t {}
        impl Octal for $t {}
        impl Binary for $t {}
        impl LowerHex for $t {}
        impl UpperHex for $t {}
        impl FromStr for $t { type Err = ParseIntError; }
        impl FromStr for NonZero<$t> { type Err = ParseIntError; }
        impl TryFrom<$t> for NonZero<$t> { type Error = TryFromIntError; }
        impl Not for $t { type Output = $t; }
        impl<'a> Not for &'a $t { type Output = $t; }
        impl Add for Wrapping<$t> { type Output = Wrapping<$t>; }
        impl Sub for Wrapping<$t> { type Output = Wrapping<$t>; }
        impl Mul for Wrapping<$t> { type Output = Wrapping<$t>; }
    }, "\n", shifts!($t: u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize)),*) };
}

/// A shift's result has the type of its left side, whatever the right side is.
macro_rules! shifts {
    ($t:ident: $($by:ident)*) => { concat!($(stringify! {
        impl Shl<$by> for $t { type Output = $t; }
        impl Shr<$by> for $t { type Output = $t; }
    }, "\n"),*) };
}

/// What signed integers have on top; `$u` is the unsigned type of the same width.
macro_rules! signed {
    ($($t:ident $u:ident)*) => { concat!($(stringify! {
        impl $t {
            pub const fn cast_unsigned(self) -> $u {}
            pub const fn checked_abs(self) -> Option<$t> {}
            pub const fn checked_isqrt(self) -> Option<$t> {}
            pub const fn saturating_abs(self) -> $t {}
            pub const fn saturating_neg(self) -> $t {}
            pub const fn wrapping_abs(self) -> $t {}
            pub const fn unsigned_abs(self) -> $u {}
            pub const fn checked_add_unsigned(self, rhs: $u) -> Option<$t> {}
            pub const fn checked_sub_unsigned(self, rhs: $u) -> Option<$t> {}
            pub const fn saturating_add_unsigned(self, rhs: $u) -> $t {}
            pub const fn saturating_sub_unsigned(self, rhs: $u) -> $t {}
            pub const fn abs_diff(self, other: $t) -> $u {}
            pub const fn abs(self) -> $t {}
            pub const fn signum(self) -> $t {}
            pub const fn is_positive(self) -> bool {}
            pub const fn is_negative(self) -> bool {}
        }
        impl Neg for $t { type Output = $t; }
        impl<'a> Neg for &'a $t { type Output = $t; }
    }, "\n"),*) };
}

/// What unsigned integers have on top; `$i` is the signed type of the same width.
macro_rules! unsigned {
    ($($t:ident $i:ident)*) => { concat!($(stringify! {
        impl $t {
            pub const fn cast_signed(self) -> $i {}
            pub const fn checked_add_signed(self, rhs: $i) -> Option<$t> {}
            pub const fn saturating_add_signed(self, rhs: $i) -> $t {}
            pub const fn wrapping_add_signed(self, rhs: $i) -> $t {}
            pub const fn checked_signed_diff(self, rhs: $t) -> Option<$i> {}
            pub const fn abs_diff(self, other: $t) -> $t {}
            pub const fn div_ceil(self, rhs: $t) -> $t {}
            pub const fn next_multiple_of(self, rhs: $t) -> $t {}
            pub const fn checked_next_multiple_of(self, rhs: $t) -> Option<$t> {}
            pub const fn is_multiple_of(self, rhs: $t) -> bool {}
            pub const fn is_power_of_two(self) -> bool {}
            pub const fn next_power_of_two(self) -> $t {}
            pub const fn checked_next_power_of_two(self) -> Option<$t> {}
            pub const fn midpoint(self, rhs: $t) -> $t {}
        }
    }, "\n"),*) };
}

/// What floats have on top; `$bits` is the unsigned integer of the same width.
macro_rules! floats {
    ($($t:ident $bits:ident)*) => { concat!($(stringify! {
        impl $t {
            pub const EPSILON: $t = 0.0;
            pub const MIN_POSITIVE: $t = 0.0;
            pub const NAN: $t = 0.0;
            pub const INFINITY: $t = 0.0;
            pub const NEG_INFINITY: $t = 0.0;
            pub const DIGITS: u32 = 0;
            pub fn clamp(self, min: $t, max: $t) -> $t {}
            pub fn min(self, other: $t) -> $t {}
            pub fn max(self, other: $t) -> $t {}
            pub const fn floor(self) -> $t {}
            pub const fn round_ties_even(self) -> $t {}
            pub const fn ceil(self) -> $t {}
            pub const fn round(self) -> $t {}
            pub const fn trunc(self) -> $t {}
            pub const fn fract(self) -> $t {}
            pub const fn abs(self) -> $t {}
            pub const fn signum(self) -> $t {}
            pub const fn copysign(self, sign: $t) -> $t {}
            pub fn mul_add(self, a: $t, b: $t) -> $t {}
            pub fn powi(self, n: i32) -> $t {}
            pub fn powf(self, n: $t) -> $t {}
            pub fn sqrt(self) -> $t {}
            pub fn cbrt(self) -> $t {}
            pub fn exp(self) -> $t {}
            pub fn exp2(self) -> $t {}
            pub fn exp_m1(self) -> $t {}
            pub fn ln(self) -> $t {}
            pub fn ln_1p(self) -> $t {}
            pub fn log(self, base: $t) -> $t {}
            pub fn log2(self) -> $t {}
            pub fn log10(self) -> $t {}
            pub fn hypot(self, other: $t) -> $t {}
            pub fn sin(self) -> $t {}
            pub fn cos(self) -> $t {}
            pub fn tan(self) -> $t {}
            pub fn asin(self) -> $t {}
            pub fn acos(self) -> $t {}
            pub fn atan(self) -> $t {}
            pub fn atan2(self, other: $t) -> $t {}
            pub fn sin_cos(self) -> ($t, $t) {}
            pub fn sinh(self) -> $t {}
            pub fn cosh(self) -> $t {}
            pub fn tanh(self) -> $t {}
            pub const fn recip(self) -> $t {}
            pub const fn to_degrees(self) -> $t {}
            pub const fn to_radians(self) -> $t {}
            pub const fn is_nan(self) -> bool {}
            pub const fn is_infinite(self) -> bool {}
            pub const fn is_finite(self) -> bool {}
            pub const fn is_normal(self) -> bool {}
            pub const fn classify(self) -> FpCategory {}
            pub const fn is_sign_positive(self) -> bool {}
            pub const fn is_sign_negative(self) -> bool {}
            pub const fn to_bits(self) -> $bits {}
            pub const fn from_bits(v: $bits) -> $t {}
            pub const fn total_cmp(&self, other: &$t) -> Ordering {}
        }
        impl Neg for $t { type Output = $t; }
        impl<'a> Neg for &'a $t { type Output = $t; }
        impl FromStr for $t { type Err = ParseFloatError; }
    }, "\n"),*) };
}

/// Ranges that know their length.
macro_rules! exact_ranges {
    ($($t:ident)*) => { concat!($(stringify! {
        impl ExactSizeIterator for Range<$t> {}
    }, "\n"),*) };
}

/// Conversions that cannot fail.
macro_rules! from {
    ($($src:ident => $($dst:ident)*;)*) => { concat!($($(stringify! {
        impl From<$src> for $dst {}
    }, "\n",)*)*) };
}

/// Conversions that can fail.
macro_rules! try_from {
    ($($src:ident => $($dst:ident)*;)*) => { concat!($($(stringify! {
        impl TryFrom<$src> for $dst { type Error = TryFromIntError; }
    }, "\n",)*)*) };
}

/// The text, as that of a file of `sigs/`.
pub const TEXT: &str = concat!(
    stringify! {
        use crate::cmp::Ordering;
        use crate::convert::TryFrom;
        use crate::fmt::{Binary, Debug, Display, LowerExp, LowerHex, Octal, UpperExp, UpperHex};
        use crate::hash::Hash;
        use crate::iter::{Product, Step, Sum};
        use crate::num::{FpCategory, NonZero, ParseFloatError, ParseIntError, TryFromIntError, Wrapping, ZeroablePrimitive};
        use crate::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Range, Rem, Shl, Shr, Sub};
        use crate::str::FromStr;
        impl u8 {
            pub const fn is_ascii(&self) -> bool {}
            pub const fn to_ascii_uppercase(&self) -> u8 {}
            pub const fn to_ascii_lowercase(&self) -> u8 {}
            pub const fn eq_ignore_ascii_case(&self, other: &u8) -> bool {}
            pub const fn make_ascii_uppercase(&mut self) {}
            pub const fn make_ascii_lowercase(&mut self) {}
            pub const fn is_ascii_alphabetic(&self) -> bool {}
            pub const fn is_ascii_uppercase(&self) -> bool {}
            pub const fn is_ascii_lowercase(&self) -> bool {}
            pub const fn is_ascii_alphanumeric(&self) -> bool {}
            pub const fn is_ascii_digit(&self) -> bool {}
            pub const fn is_ascii_hexdigit(&self) -> bool {}
            pub const fn is_ascii_punctuation(&self) -> bool {}
            pub const fn is_ascii_graphic(&self) -> bool {}
            pub const fn is_ascii_whitespace(&self) -> bool {}
            pub const fn is_ascii_control(&self) -> bool {}
            pub fn escape_ascii(self) -> crate::ascii::EscapeDefault {}
        }
    },
    "\n",
    numbers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64),
    integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize),
    signed!(i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize),
    unsigned!(u8 i8 u16 i16 u32 i32 u64 i64 u128 i128 usize isize),
    floats!(f32 u32 f64 u64),
    exact_ranges!(u8 u16 u32 usize i8 i16 i32 isize),
    from! {
        bool => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64;
        u8 => u16 u32 u64 u128 usize i16 i32 i64 i128 isize f32 f64;
        u16 => u32 u64 u128 usize i32 i64 i128 f32 f64;
        u32 => u64 u128 i64 i128 f64;
        u64 => u128 i128;
        i8 => i16 i32 i64 i128 isize f32 f64;
        i16 => i32 i64 i128 isize f32 f64;
        i32 => i64 i128 f64;
        i64 => i128;
        f32 => f64;
    },
    try_from! {
        u8 => i8;
        u16 => u8 i8 i16 isize;
        u32 => u8 u16 usize i8 i16 i32 isize;
        u64 => u8 u16 u32 usize i8 i16 i32 i64 isize;
        u128 => u8 u16 u32 u64 usize i8 i16 i32 i64 i128 isize;
        usize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 isize;
        i8 => u8 u16 u32 u64 u128 usize;
        i16 => u8 u16 u32 u64 u128 usize i8;
        i32 => u8 u16 u32 u64 u128 usize i8 i16 isize;
        i64 => u8 u16 u32 u64 u128 usize i8 i16 i32 isize;
        i128 => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 isize;
        isize => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128;
    },
);
