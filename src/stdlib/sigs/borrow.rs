//! `std::borrow`.

use crate::fmt::{Debug, Display};
use crate::hash::Hash;
use crate::iter::FromIterator;
use crate::ops::{Add, AddAssign, Deref};

pub trait Borrow<Borrowed: ?Sized> {
    fn borrow(&self) -> &Borrowed;
}
pub trait BorrowMut<Borrowed: ?Sized>: Borrow<Borrowed> {
    fn borrow_mut(&mut self) -> &mut Borrowed;
}
impl<T: ?Sized> Borrow<T> for T {}
impl<T: ?Sized> BorrowMut<T> for T {}
impl<T: ?Sized> Borrow<T> for &T {}
impl<T: ?Sized> Borrow<T> for &mut T {}
impl<T: ?Sized> BorrowMut<T> for &mut T {}

pub trait ToOwned {
    type Owned: Borrow<Self>;
    fn to_owned(&self) -> Self::Owned;
    fn clone_into(&self, target: &mut Self::Owned) {}
}
impl<T: Clone> ToOwned for T { type Owned = T; }
impl ToOwned for str { type Owned = String; }
impl<T: Clone> ToOwned for [T] { type Owned = Vec<T>; }

pub enum Cow<'a, B: ?Sized + ToOwned + 'a> {
    Borrowed(&'a B),
    Owned(<B as ToOwned>::Owned),
}
impl<B: ?Sized + ToOwned> Cow<'_, B> {
    pub fn to_mut(&mut self) -> &mut <B as ToOwned>::Owned {}
    pub fn into_owned(self) -> <B as ToOwned>::Owned {}
}
impl<B: ?Sized + ToOwned> Deref for Cow<'_, B> where B::Owned: Borrow<B> { type Target = B; }
impl<'a, B: ?Sized + ToOwned> Borrow<B> for Cow<'a, B> {}
impl<T: ?Sized + ToOwned> AsRef<T> for Cow<'_, T> {}
impl<B: ?Sized + ToOwned> Clone for Cow<'_, B> {}
impl<B: ?Sized + Debug + ToOwned> Debug for Cow<'_, B> where B::Owned: Debug {}
impl<B: ?Sized + Display + ToOwned> Display for Cow<'_, B> where B::Owned: Display {}
impl<B: ?Sized + ToOwned> Default for Cow<'_, B> where B::Owned: Default {}
impl<'a, 'b, B: ?Sized + PartialEq<C> + ToOwned, C: ?Sized + ToOwned> PartialEq<Cow<'b, C>> for Cow<'a, B> {}
impl<B: ?Sized + Eq + ToOwned> Eq for Cow<'_, B> {}
impl<'a, B: ?Sized + PartialOrd + ToOwned> PartialOrd for Cow<'a, B> {}
impl<B: ?Sized + Ord + ToOwned> Ord for Cow<'_, B> {}
impl<B: ?Sized + Hash + ToOwned> Hash for Cow<'_, B> {}
impl<'a> From<&'a str> for Cow<'a, str> {}
impl<'a> From<String> for Cow<'a, str> {}
impl<'a> From<&'a String> for Cow<'a, str> {}
impl<'a, T: Clone> From<&'a [T]> for Cow<'a, [T]> {}
impl<'a, T: Clone, const N: usize> From<&'a [T; N]> for Cow<'a, [T]> {}
impl<'a, T: Clone> From<Vec<T>> for Cow<'a, [T]> {}
impl<'a, T: Clone> From<&'a Vec<T>> for Cow<'a, [T]> {}
impl<'a> FromIterator<char> for Cow<'a, str> {}
impl<'a> FromIterator<String> for Cow<'a, str> {}
impl<'a, 'b> FromIterator<&'b str> for Cow<'a, str> {}
impl<'a> Add<&'a str> for Cow<'a, str> { type Output = Cow<'a, str>; }
impl<'a> Add<Cow<'a, str>> for Cow<'a, str> { type Output = Cow<'a, str>; }
impl<'a> AddAssign<&'a str> for Cow<'a, str> {}
impl<'a> AddAssign<Cow<'a, str>> for Cow<'a, str> {}
impl<'a, 'b> PartialEq<str> for Cow<'a, str> {}
impl<'a, 'b> PartialEq<&'b str> for Cow<'a, str> {}
impl<'a, 'b> PartialEq<String> for Cow<'a, str> {}
