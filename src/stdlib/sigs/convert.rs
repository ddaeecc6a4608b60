//! `std::convert`.

pub trait AsRef<T: ?Sized> {
    fn as_ref(&self) -> &T;
}
pub trait AsMut<T: ?Sized> {
    fn as_mut(&mut self) -> &mut T;
}
pub trait Into<T>: Sized {
    fn into(self) -> T;
}
pub trait From<T>: Sized {
    fn from(value: T) -> Self;
}
pub trait TryInto<T>: Sized {
    type Error;
    fn try_into(self) -> Result<T, Self::Error>;
}
pub trait TryFrom<T>: Sized {
    type Error;
    fn try_from(value: T) -> Result<Self, Self::Error>;
}

impl<T: ?Sized, U: ?Sized> AsRef<U> for &T where T: AsRef<U> {}
impl<T: ?Sized, U: ?Sized> AsRef<U> for &mut T where T: AsRef<U> {}
impl<T: ?Sized, U: ?Sized> AsMut<U> for &mut T where T: AsMut<U> {}
impl<T, U> Into<U> for T where U: From<T> {}
impl<T> From<T> for T {}
impl<T, U> TryInto<U> for T where U: TryFrom<T> { type Error = U::Error; }
impl<T, U> TryFrom<U> for T where U: Into<T> { type Error = Infallible; }
impl<T> AsRef<[T]> for [T] {}
impl<T> AsMut<[T]> for [T] {}
impl AsRef<str> for str {}
impl AsMut<str> for str {}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Infallible {}

pub fn identity<T>(x: T) -> T {}
