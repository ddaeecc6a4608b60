//! `std::iter`.

use crate::cmp::Ordering;
use crate::ops::{Range, RangeFrom, RangeInclusive, Try};

pub trait Iterator {
    type Item;
    fn next(&mut self) -> Option<Self::Item>;
    fn size_hint(&self) -> (usize, Option<usize>) {}
    fn count(self) -> usize where Self: Sized {}
    fn last(self) -> Option<Self::Item> where Self: Sized {}
    fn nth(&mut self, n: usize) -> Option<Self::Item> {}
    fn step_by(self, step: usize) -> StepBy<Self> where Self: Sized {}
    fn chain<U>(self, other: U) -> Chain<Self, U::IntoIter> where Self: Sized, U: IntoIterator<Item = Self::Item> {}
    fn zip<U>(self, other: U) -> Zip<Self, U::IntoIter> where Self: Sized, U: IntoIterator {}
    fn map<B, F>(self, f: F) -> Map<Self, F> where Self: Sized, F: FnMut(Self::Item) -> B {}
    fn for_each<F>(self, f: F) where Self: Sized, F: FnMut(Self::Item) {}
    fn filter<P>(self, predicate: P) -> Filter<Self, P> where Self: Sized, P: FnMut(&Self::Item) -> bool {}
    fn filter_map<B, F>(self, f: F) -> FilterMap<Self, F> where Self: Sized, F: FnMut(Self::Item) -> Option<B> {}
    fn enumerate(self) -> Enumerate<Self> where Self: Sized {}
    fn peekable(self) -> Peekable<Self> where Self: Sized {}
    fn skip_while<P>(self, predicate: P) -> SkipWhile<Self, P> where Self: Sized, P: FnMut(&Self::Item) -> bool {}
    fn take_while<P>(self, predicate: P) -> TakeWhile<Self, P> where Self: Sized, P: FnMut(&Self::Item) -> bool {}
    fn map_while<B, P>(self, predicate: P) -> MapWhile<Self, P> where Self: Sized, P: FnMut(Self::Item) -> Option<B> {}
    fn skip(self, n: usize) -> Skip<Self> where Self: Sized {}
    fn take(self, n: usize) -> Take<Self> where Self: Sized {}
    fn scan<St, B, F>(self, initial_state: St, f: F) -> Scan<Self, St, F> where Self: Sized, F: FnMut(&mut St, Self::Item) -> Option<B> {}
    fn flat_map<U, F>(self, f: F) -> FlatMap<Self, U, F> where Self: Sized, U: IntoIterator, F: FnMut(Self::Item) -> U {}
    fn flatten(self) -> Flatten<Self> where Self: Sized, Self::Item: IntoIterator {}
    fn fuse(self) -> Fuse<Self> where Self: Sized {}
    fn inspect<F>(self, f: F) -> Inspect<Self, F> where Self: Sized, F: FnMut(&Self::Item) {}
    fn by_ref(&mut self) -> &mut Self where Self: Sized {}
    fn collect<B: FromIterator<Self::Item>>(self) -> B where Self: Sized {}
    fn partition<B, F>(self, f: F) -> (B, B) where Self: Sized, B: Default + Extend<Self::Item>, F: FnMut(&Self::Item) -> bool {}
    fn try_fold<B, F, R>(&mut self, init: B, f: F) -> R where Self: Sized, F: FnMut(B, Self::Item) -> R, R: Try<Output = B> {}
    fn try_for_each<F, R>(&mut self, f: F) -> R where Self: Sized, F: FnMut(Self::Item) -> R, R: Try<Output = ()> {}
    fn fold<B, F>(self, init: B, f: F) -> B where Self: Sized, F: FnMut(B, Self::Item) -> B {}
    fn reduce<F>(self, f: F) -> Option<Self::Item> where Self: Sized, F: FnMut(Self::Item, Self::Item) -> Self::Item {}
    fn all<F>(&mut self, f: F) -> bool where Self: Sized, F: FnMut(Self::Item) -> bool {}
    fn any<F>(&mut self, f: F) -> bool where Self: Sized, F: FnMut(Self::Item) -> bool {}
    fn find<P>(&mut self, predicate: P) -> Option<Self::Item> where Self: Sized, P: FnMut(&Self::Item) -> bool {}
    fn find_map<B, F>(&mut self, f: F) -> Option<B> where Self: Sized, F: FnMut(Self::Item) -> Option<B> {}
    fn position<P>(&mut self, predicate: P) -> Option<usize> where Self: Sized, P: FnMut(Self::Item) -> bool {}
    fn rposition<P>(&mut self, predicate: P) -> Option<usize> where P: FnMut(Self::Item) -> bool, Self: Sized + ExactSizeIterator + DoubleEndedIterator {}
    fn max(self) -> Option<Self::Item> where Self: Sized, Self::Item: Ord {}
    fn min(self) -> Option<Self::Item> where Self: Sized, Self::Item: Ord {}
    fn max_by_key<B: Ord, F>(self, f: F) -> Option<Self::Item> where Self: Sized, F: FnMut(&Self::Item) -> B {}
    fn max_by<F>(self, compare: F) -> Option<Self::Item> where Self: Sized, F: FnMut(&Self::Item, &Self::Item) -> Ordering {}
    fn min_by_key<B: Ord, F>(self, f: F) -> Option<Self::Item> where Self: Sized, F: FnMut(&Self::Item) -> B {}
    fn min_by<F>(self, compare: F) -> Option<Self::Item> where Self: Sized, F: FnMut(&Self::Item, &Self::Item) -> Ordering {}
    fn rev(self) -> Rev<Self> where Self: Sized + DoubleEndedIterator {}
    fn unzip<A, B, FromA, FromB>(self) -> (FromA, FromB) where FromA: Default + Extend<A>, FromB: Default + Extend<B>, Self: Sized + Iterator<Item = (A, B)> {}
    fn copied<'a, T>(self) -> Copied<Self> where T: Copy + 'a, Self: Sized + Iterator<Item = &'a T> {}
    fn cloned<'a, T>(self) -> Cloned<Self> where T: Clone + 'a, Self: Sized + Iterator<Item = &'a T> {}
    fn cycle(self) -> Cycle<Self> where Self: Sized + Clone {}
    fn sum<S>(self) -> S where Self: Sized, S: Sum<Self::Item> {}
    fn product<P>(self) -> P where Self: Sized, P: Product<Self::Item> {}
    fn cmp<I>(self, other: I) -> Ordering where I: IntoIterator<Item = Self::Item>, Self::Item: Ord, Self: Sized {}
    fn partial_cmp<I>(self, other: I) -> Option<Ordering> where I: IntoIterator, Self::Item: PartialOrd<I::Item>, Self: Sized {}
    fn eq<I>(self, other: I) -> bool where I: IntoIterator, Self::Item: PartialEq<I::Item>, Self: Sized {}
    fn ne<I>(self, other: I) -> bool where I: IntoIterator, Self::Item: PartialEq<I::Item>, Self: Sized {}
    fn lt<I>(self, other: I) -> bool where I: IntoIterator, Self::Item: PartialOrd<I::Item>, Self: Sized {}
    fn le<I>(self, other: I) -> bool where I: IntoIterator, Self::Item: PartialOrd<I::Item>, Self: Sized {}
    fn gt<I>(self, other: I) -> bool where I: IntoIterator, Self::Item: PartialOrd<I::Item>, Self: Sized {}
    fn ge<I>(self, other: I) -> bool where I: IntoIterator, Self::Item: PartialOrd<I::Item>, Self: Sized {}
    fn is_sorted(self) -> bool where Self: Sized, Self::Item: PartialOrd {}
    fn is_sorted_by<F>(self, compare: F) -> bool where Self: Sized, F: FnMut(&Self::Item, &Self::Item) -> bool {}
    fn is_sorted_by_key<F, K>(self, f: F) -> bool where Self: Sized, F: FnMut(Self::Item) -> K, K: PartialOrd {}
}
pub trait DoubleEndedIterator: Iterator {
    fn next_back(&mut self) -> Option<Self::Item>;
    fn nth_back(&mut self, n: usize) -> Option<Self::Item> {}
    fn try_rfold<B, F, R>(&mut self, init: B, f: F) -> R where Self: Sized, F: FnMut(B, Self::Item) -> R, R: Try<Output = B> {}
    fn rfold<B, F>(self, init: B, f: F) -> B where Self: Sized, F: FnMut(B, Self::Item) -> B {}
    fn rfind<P>(&mut self, predicate: P) -> Option<Self::Item> where Self: Sized, P: FnMut(&Self::Item) -> bool {}
}
pub trait ExactSizeIterator: Iterator {
    fn len(&self) -> usize {}
}
pub trait FusedIterator: Iterator {}
pub trait IntoIterator {
    type Item;
    type IntoIter: Iterator<Item = Self::Item>;
    fn into_iter(self) -> Self::IntoIter;
}
pub trait FromIterator<A>: Sized {
    fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
}
pub trait Extend<A> {
    fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);
}
pub trait Sum<A = Self>: Sized {
    fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
}
pub trait Product<A = Self>: Sized {
    fn product<I: Iterator<Item = A>>(iter: I) -> Self;
}

pub trait Step: Clone + PartialOrd {}
impl Step for char {}
impl<A: Step> Iterator for Range<A> { type Item = A; }
impl<A: Step> DoubleEndedIterator for Range<A> {}
impl<A: Step> Iterator for RangeFrom<A> { type Item = A; }
impl<A: Step> Iterator for RangeInclusive<A> { type Item = A; }
impl<A: Step> DoubleEndedIterator for RangeInclusive<A> {}

impl<I: Iterator> IntoIterator for I { type Item = I::Item; type IntoIter = I; }
impl<I: Iterator + ?Sized> Iterator for &mut I { type Item = I::Item; }
impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for &mut I {}
impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for &mut I {}
impl<I: FusedIterator + ?Sized> FusedIterator for &mut I {}
impl FromIterator<()> for () {}
impl Extend<()> for () {}
impl<A, B, AE, BE> FromIterator<(AE, BE)> for (A, B) where A: Default + Extend<AE>, B: Default + Extend<BE> {}
impl<A, B, ExtendA: Extend<A>, ExtendB: Extend<B>> Extend<(A, B)> for (ExtendA, ExtendB) {}

pub fn empty<T>() -> Empty<T> {}
pub fn once<T>(value: T) -> Once<T> {}
pub fn once_with<A, F: FnOnce() -> A>(make: F) -> OnceWith<F> {}
pub fn repeat<T: Clone>(elt: T) -> Repeat<T> {}
pub fn repeat_n<T: Clone>(element: T, count: usize) -> RepeatN<T> {}
pub fn repeat_with<A, F: FnMut() -> A>(repeater: F) -> RepeatWith<F> {}
pub fn from_fn<T, F>(f: F) -> FromFn<F> where F: FnMut() -> Option<T> {}
pub fn successors<T, F>(first: Option<T>, succ: F) -> Successors<T, F> where F: FnMut(&T) -> Option<T> {}
pub fn zip<A, B>(a: A, b: B) -> Zip<A::IntoIter, B::IntoIter> where A: IntoIterator, B: IntoIterator {}
pub fn chain<A, B>(a: A, b: B) -> Chain<A::IntoIter, B::IntoIter> where A: IntoIterator, B: IntoIterator<Item = A::Item> {}

#[derive(Clone, Debug)]
pub struct Chain<A, B> { a: A, b: B }
#[derive(Clone)]
pub struct Cloned<I> { owned: I }
#[derive(Clone)]
pub struct Copied<I> { owned: I }
#[derive(Clone)]
pub struct Cycle<I> { owned: I }
pub struct Empty<T> {}
#[derive(Clone)]
pub struct Enumerate<I> { owned: I }
#[derive(Clone)]
pub struct Filter<I, P> { i: I, p: P }
#[derive(Clone)]
pub struct FilterMap<I, F> { i: I, f: F }
pub struct FlatMap<I, U: IntoIterator, F> { i: I, f: F }
pub struct Flatten<I: Iterator<Item: IntoIterator>> { owned: I }
#[derive(Clone)]
pub struct FromFn<F> { owned: F }
#[derive(Clone)]
pub struct Fuse<I> { owned: I }
#[derive(Clone)]
pub struct Inspect<I, F> { i: I, f: F }
#[derive(Clone)]
pub struct Map<I, F> { i: I, f: F }
#[derive(Clone)]
pub struct MapWhile<I, P> { i: I, p: P }
#[derive(Clone)]
pub struct Once<T> { owned: T }
#[derive(Clone)]
pub struct OnceWith<F> { owned: F }
pub struct Peekable<I: Iterator> { owned: I }
#[derive(Clone)]
pub struct Repeat<A> { owned: A }
#[derive(Clone)]
pub struct RepeatN<A> { owned: A }
#[derive(Clone)]
pub struct RepeatWith<F> { owned: F }
#[derive(Clone)]
pub struct Rev<T> { owned: T }
#[derive(Clone)]
pub struct Scan<I, St, F> { i: I, st: St, f: F }
#[derive(Clone)]
pub struct Skip<I> { owned: I }
#[derive(Clone)]
pub struct SkipWhile<I, P> { i: I, p: P }
#[derive(Clone)]
pub struct StepBy<I> { owned: I }
#[derive(Clone)]
pub struct Successors<T, F> { t: T, f: F }
#[derive(Clone)]
pub struct Take<I> { owned: I }
#[derive(Clone)]
pub struct TakeWhile<I, P> { i: I, p: P }
#[derive(Clone)]
pub struct Zip<A, B> { a: A, b: B }
impl<T> Clone for Empty<T> {}
impl<I: Clone, U: Clone + IntoIterator<IntoIter: Clone>, F: Clone> Clone for FlatMap<I, U, F> {}
impl<I: Iterator + Clone> Clone for Peekable<I> where I::Item: Clone {}
impl<T> Default for Empty<T> {}

impl<I: Iterator> Peekable<I> {
    pub fn peek(&mut self) -> Option<&I::Item> {}
    pub fn peek_mut(&mut self) -> Option<&mut I::Item> {}
    pub fn next_if(&mut self, func: impl FnOnce(&I::Item) -> bool) -> Option<I::Item> {}
    pub fn next_if_eq<T>(&mut self, expected: &T) -> Option<I::Item> where T: ?Sized, I::Item: PartialEq<T> {}
}

impl<A, B> Iterator for Chain<A, B> where A: Iterator, B: Iterator<Item = A::Item> { type Item = A::Item; }
impl<'a, I, T: 'a> Iterator for Cloned<I> where I: Iterator<Item = &'a T>, T: Clone { type Item = T; }
impl<'a, I, T: 'a> Iterator for Copied<I> where I: Iterator<Item = &'a T>, T: Copy { type Item = T; }
impl<I: Clone + Iterator> Iterator for Cycle<I> { type Item = I::Item; }
impl<T> Iterator for Empty<T> { type Item = T; }
impl<I: Iterator> Iterator for Enumerate<I> { type Item = (usize, I::Item); }
impl<I: Iterator, P> Iterator for Filter<I, P> where P: FnMut(&I::Item) -> bool { type Item = I::Item; }
impl<B, I: Iterator, F> Iterator for FilterMap<I, F> where F: FnMut(I::Item) -> Option<B> { type Item = B; }
impl<I: Iterator, U: IntoIterator, F> Iterator for FlatMap<I, U, F> where F: FnMut(I::Item) -> U { type Item = U::Item; }
impl<I, U> Iterator for Flatten<I> where I: Iterator<Item: IntoIterator<IntoIter = U, Item = U::Item>>, U: Iterator { type Item = U::Item; }
impl<T, F> Iterator for FromFn<F> where F: FnMut() -> Option<T> { type Item = T; }
impl<I: Iterator> Iterator for Fuse<I> { type Item = I::Item; }
impl<I: Iterator, F> Iterator for Inspect<I, F> where F: FnMut(&I::Item) { type Item = I::Item; }
impl<B, I: Iterator, F> Iterator for Map<I, F> where F: FnMut(I::Item) -> B { type Item = B; }
impl<B, I: Iterator, P> Iterator for MapWhile<I, P> where P: FnMut(I::Item) -> Option<B> { type Item = B; }
impl<T> Iterator for Once<T> { type Item = T; }
impl<A, F: FnOnce() -> A> Iterator for OnceWith<F> { type Item = A; }
impl<I: Iterator> Iterator for Peekable<I> { type Item = I::Item; }
impl<A: Clone> Iterator for Repeat<A> { type Item = A; }
impl<A: Clone> Iterator for RepeatN<A> { type Item = A; }
impl<A, F: FnMut() -> A> Iterator for RepeatWith<F> { type Item = A; }
impl<I: DoubleEndedIterator> Iterator for Rev<I> { type Item = I::Item; }
impl<B, I: Iterator, St, F> Iterator for Scan<I, St, F> where F: FnMut(&mut St, I::Item) -> Option<B> { type Item = B; }
impl<I: Iterator> Iterator for Skip<I> { type Item = I::Item; }
impl<I: Iterator, P> Iterator for SkipWhile<I, P> where P: FnMut(&I::Item) -> bool { type Item = I::Item; }
impl<I: Iterator> Iterator for StepBy<I> { type Item = I::Item; }
impl<T, F> Iterator for Successors<T, F> where F: FnMut(&T) -> Option<T> { type Item = T; }
impl<I: Iterator> Iterator for Take<I> { type Item = I::Item; }
impl<I: Iterator, P> Iterator for TakeWhile<I, P> where P: FnMut(&I::Item) -> bool { type Item = I::Item; }
impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> { type Item = (A::Item, B::Item); }

impl<A, B> DoubleEndedIterator for Chain<A, B> where A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item> {}
impl<'a, I, T: 'a> DoubleEndedIterator for Cloned<I> where I: DoubleEndedIterator<Item = &'a T>, T: Clone {}
impl<'a, I, T: 'a> DoubleEndedIterator for Copied<I> where I: DoubleEndedIterator<Item = &'a T>, T: Copy {}
impl<T> DoubleEndedIterator for Empty<T> {}
impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Enumerate<I> {}
impl<I: DoubleEndedIterator, P> DoubleEndedIterator for Filter<I, P> where P: FnMut(&I::Item) -> bool {}
impl<B, I: DoubleEndedIterator, F> DoubleEndedIterator for FilterMap<I, F> where F: FnMut(I::Item) -> Option<B> {}
impl<I: DoubleEndedIterator, U, F> DoubleEndedIterator for FlatMap<I, U, F> where F: FnMut(I::Item) -> U, U: IntoIterator<IntoIter: DoubleEndedIterator> {}
impl<I, U> DoubleEndedIterator for Flatten<I> where I: DoubleEndedIterator<Item: IntoIterator<IntoIter = U, Item = U::Item>>, U: DoubleEndedIterator {}
impl<I: DoubleEndedIterator> DoubleEndedIterator for Fuse<I> {}
impl<I: DoubleEndedIterator, F> DoubleEndedIterator for Inspect<I, F> where F: FnMut(&I::Item) {}
impl<B, I: DoubleEndedIterator, F> DoubleEndedIterator for Map<I, F> where F: FnMut(I::Item) -> B {}
impl<T> DoubleEndedIterator for Once<T> {}
impl<A, F: FnOnce() -> A> DoubleEndedIterator for OnceWith<F> {}
impl<I: DoubleEndedIterator> DoubleEndedIterator for Peekable<I> {}
impl<A: Clone> DoubleEndedIterator for Repeat<A> {}
impl<A: Clone> DoubleEndedIterator for RepeatN<A> {}
impl<I: DoubleEndedIterator> DoubleEndedIterator for Rev<I> {}
impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Skip<I> {}
impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for StepBy<I> {}
impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Take<I> {}
impl<A, B> DoubleEndedIterator for Zip<A, B> where A: DoubleEndedIterator + ExactSizeIterator, B: DoubleEndedIterator + ExactSizeIterator {}

impl<'a, I, T: 'a> ExactSizeIterator for Cloned<I> where I: ExactSizeIterator<Item = &'a T>, T: Clone {}
impl<'a, I, T: 'a> ExactSizeIterator for Copied<I> where I: ExactSizeIterator<Item = &'a T>, T: Copy {}
impl<T> ExactSizeIterator for Empty<T> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Fuse<I> {}
impl<I: ExactSizeIterator, F> ExactSizeIterator for Inspect<I, F> where F: FnMut(&I::Item) {}
impl<B, I: ExactSizeIterator, F> ExactSizeIterator for Map<I, F> where F: FnMut(I::Item) -> B {}
impl<T> ExactSizeIterator for Once<T> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Peekable<I> {}
impl<A: Clone> ExactSizeIterator for RepeatN<A> {}
impl<I: ExactSizeIterator + DoubleEndedIterator> ExactSizeIterator for Rev<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Skip<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Take<I> {}
impl<A: ExactSizeIterator, B: ExactSizeIterator> ExactSizeIterator for Zip<A, B> {}
