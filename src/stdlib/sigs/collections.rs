//! `std::collections`: maps, sets, queues, each in its module, with entries and iterators.

pub use self::binary_heap::BinaryHeap;
pub use self::btree_map::BTreeMap;
pub use self::btree_set::BTreeSet;
pub use self::hash_map::HashMap;
pub use self::hash_set::HashSet;
pub use self::linked_list::LinkedList;
pub use self::vec_deque::VecDeque;
pub use crate::ops::Bound;

use crate::error::Error;
use crate::fmt;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TryReserveError {}

impl fmt::Display for TryReserveError {}
impl Error for TryReserveError {}

pub mod hash_map {
    use crate::borrow::Borrow;
    use crate::cmp::{Eq, PartialEq};
    use crate::collections::TryReserveError;
    use crate::fmt;
    use crate::hash::{BuildHasher, Hash, Hasher};
    use crate::iter::{ExactSizeIterator, FusedIterator};
    use crate::ops::Index;

    #[derive(Clone, Debug)]
    pub struct RandomState {}
    #[derive(Clone, Debug)]
    pub struct DefaultHasher {}

    impl RandomState {
        pub fn new() -> RandomState {}
    }
    impl Default for RandomState {}
    impl BuildHasher for RandomState { type Hasher = DefaultHasher; }
    impl DefaultHasher {
        pub const fn new() -> DefaultHasher {}
    }
    impl Default for DefaultHasher {}
    impl Hasher for DefaultHasher {}

    pub struct HashMap<K, V, S = RandomState> { keys: K, values: V }
    pub enum Entry<'a, K, V> { Occupied(OccupiedEntry<'a, K, V>), Vacant(VacantEntry<'a, K, V>) }
    pub struct OccupiedEntry<'a, K, V> {}
    pub struct VacantEntry<'a, K, V> {}
    pub struct Iter<'a, K, V> {}
    pub struct IterMut<'a, K, V> {}
    pub struct IntoIter<K, V> { keys: K, values: V }
    pub struct Keys<'a, K, V> {}
    pub struct Values<'a, K, V> {}
    pub struct ValuesMut<'a, K, V> {}
    pub struct IntoKeys<K, V> { keys: K, values: V }
    pub struct IntoValues<K, V> { keys: K, values: V }
    pub struct Drain<'a, K, V> {}
    pub struct ExtractIf<'a, K, V, F> {}

    impl<K, V> HashMap<K, V, RandomState> {
        pub fn new() -> HashMap<K, V, RandomState> {}
        pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState> {}
    }
    impl<K, V, S> HashMap<K, V, S> {
        pub const fn with_hasher(hash_builder: S) -> HashMap<K, V, S> {}
        pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> HashMap<K, V, S> {}
        pub fn capacity(&self) -> usize {}
        pub fn keys(&self) -> Keys<'_, K, V> {}
        pub fn into_keys(self) -> IntoKeys<K, V> {}
        pub fn values(&self) -> Values<'_, K, V> {}
        pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {}
        pub fn into_values(self) -> IntoValues<K, V> {}
        pub fn iter(&self) -> Iter<'_, K, V> {}
        pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn drain(&mut self) -> Drain<'_, K, V> {}
        pub fn extract_if<F>(&mut self, pred: F) -> ExtractIf<'_, K, V, F> where F: FnMut(&K, &mut V) -> bool {}
        pub fn retain<F>(&mut self, f: F) where F: FnMut(&K, &mut V) -> bool {}
        pub fn clear(&mut self) {}
        pub fn hasher(&self) -> &S {}
    }
    impl<K: Eq + Hash, V, S: BuildHasher> HashMap<K, V, S> {
        pub fn reserve(&mut self, additional: usize) {}
        pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn shrink_to_fit(&mut self) {}
        pub fn shrink_to(&mut self, min_capacity: usize) {}
        pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {}
        pub fn get<Q: ?Sized>(&self, k: &Q) -> Option<&V> where K: Borrow<Q>, Q: Hash + Eq {}
        pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)> where K: Borrow<Q>, Q: Hash + Eq {}
        pub fn get_disjoint_mut<Q: ?Sized, const N: usize>(&mut self, ks: [&Q; N]) -> [Option<&'_ mut V>; N] where K: Borrow<Q>, Q: Hash + Eq {}
        pub unsafe fn get_disjoint_unchecked_mut<Q: ?Sized, const N: usize>(&mut self, ks: [&Q; N]) -> [Option<&'_ mut V>; N] where K: Borrow<Q>, Q: Hash + Eq {}
        pub fn contains_key<Q: ?Sized>(&self, k: &Q) -> bool where K: Borrow<Q>, Q: Hash + Eq {}
        pub fn get_mut<Q: ?Sized>(&mut self, k: &Q) -> Option<&mut V> where K: Borrow<Q>, Q: Hash + Eq {}
        pub fn insert(&mut self, k: K, v: V) -> Option<V> {}
        pub fn remove<Q: ?Sized>(&mut self, k: &Q) -> Option<V> where K: Borrow<Q>, Q: Hash + Eq {}
        pub fn remove_entry<Q: ?Sized>(&mut self, k: &Q) -> Option<(K, V)> where K: Borrow<Q>, Q: Hash + Eq {}
    }
    impl<K: Clone, V: Clone, S: Clone> Clone for HashMap<K, V, S> {}
    impl<K, V, S: Default> Default for HashMap<K, V, S> {}
    impl<K: fmt::Debug, V: fmt::Debug, S> fmt::Debug for HashMap<K, V, S> {}
    impl<K: Eq + Hash, V: PartialEq, S: BuildHasher> PartialEq for HashMap<K, V, S> {}
    impl<K: Eq + Hash, V: Eq, S: BuildHasher> Eq for HashMap<K, V, S> {}
    impl<K: Eq + Hash + Borrow<Q>, Q: Eq + Hash + ?Sized, V, S: BuildHasher> Index<&Q> for HashMap<K, V, S> { type Output = V; }
    impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V, RandomState> {}
    impl<K: Eq + Hash, V, S: BuildHasher + Default> FromIterator<(K, V)> for HashMap<K, V, S> {}
    impl<K: Eq + Hash, V, S: BuildHasher> Extend<(K, V)> for HashMap<K, V, S> {}
    impl<'a, K: Eq + Hash + Copy, V: Copy, S: BuildHasher> Extend<(&'a K, &'a V)> for HashMap<K, V, S> {}
    impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> { type Item = (&'a K, &'a V); type IntoIter = Iter<'a, K, V>; }
    impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> { type Item = (&'a K, &'a mut V); type IntoIter = IterMut<'a, K, V>; }
    impl<K, V, S> IntoIterator for HashMap<K, V, S> { type Item = (K, V); type IntoIter = IntoIter<K, V>; }
    impl<'a, K, V> Iterator for Iter<'a, K, V> { type Item = (&'a K, &'a V); }
    impl<'a, K, V> ExactSizeIterator for Iter<'a, K, V> {}
    impl<'a, K, V> FusedIterator for Iter<'a, K, V> {}
    impl<'a, K, V> Iterator for IterMut<'a, K, V> { type Item = (&'a K, &'a mut V); }
    impl<'a, K, V> ExactSizeIterator for IterMut<'a, K, V> {}
    impl<'a, K, V> FusedIterator for IterMut<'a, K, V> {}
    impl<K, V> Iterator for IntoIter<K, V> { type Item = (K, V); }
    impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
    impl<K, V> FusedIterator for IntoIter<K, V> {}
    impl<'a, K, V> Iterator for Keys<'a, K, V> { type Item = &'a K; }
    impl<'a, K, V> ExactSizeIterator for Keys<'a, K, V> {}
    impl<'a, K, V> FusedIterator for Keys<'a, K, V> {}
    impl<'a, K, V> Iterator for Values<'a, K, V> { type Item = &'a V; }
    impl<'a, K, V> ExactSizeIterator for Values<'a, K, V> {}
    impl<'a, K, V> FusedIterator for Values<'a, K, V> {}
    impl<'a, K, V> Iterator for ValuesMut<'a, K, V> { type Item = &'a mut V; }
    impl<'a, K, V> ExactSizeIterator for ValuesMut<'a, K, V> {}
    impl<'a, K, V> FusedIterator for ValuesMut<'a, K, V> {}
    impl<K, V> Iterator for IntoKeys<K, V> { type Item = K; }
    impl<K, V> ExactSizeIterator for IntoKeys<K, V> {}
    impl<K, V> FusedIterator for IntoKeys<K, V> {}
    impl<K, V> Iterator for IntoValues<K, V> { type Item = V; }
    impl<K, V> ExactSizeIterator for IntoValues<K, V> {}
    impl<K, V> FusedIterator for IntoValues<K, V> {}
    impl<K, V> Clone for Iter<'_, K, V> {}
    impl<K, V> Clone for Keys<'_, K, V> {}
    impl<K, V> Clone for Values<'_, K, V> {}
    impl<'a, K, V> Iterator for Drain<'a, K, V> { type Item = (K, V); }
    impl<'a, K, V> ExactSizeIterator for Drain<'a, K, V> {}
    impl<'a, K, V> FusedIterator for Drain<'a, K, V> {}
    impl<'a, K, V, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'a, K, V, F> { type Item = (K, V); }

    impl<'a, K, V> Entry<'a, K, V> {
        pub fn or_insert(self, default: V) -> &'a mut V {}
        pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V {}
        pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V {}
        pub fn key(&self) -> &K {}
        pub fn and_modify<F>(self, f: F) -> Self where F: FnOnce(&mut V) {}
        pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V> {}
    }
    impl<'a, K, V: Default> Entry<'a, K, V> {
        pub fn or_default(self) -> &'a mut V {}
    }
    impl<'a, K, V> OccupiedEntry<'a, K, V> {
        pub fn key(&self) -> &K {}
        pub fn remove_entry(self) -> (K, V) {}
        pub fn get(&self) -> &V {}
        pub fn get_mut(&mut self) -> &mut V {}
        pub fn into_mut(self) -> &'a mut V {}
        pub fn insert(&mut self, value: V) -> V {}
        pub fn remove(self) -> V {}
    }
    impl<'a, K, V> VacantEntry<'a, K, V> {
        pub fn key(&self) -> &K {}
        pub fn into_key(self) -> K {}
        pub fn insert(self, value: V) -> &'a mut V {}
        pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V> {}
    }
    impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Entry<'_, K, V> {}
    impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OccupiedEntry<'_, K, V> {}
    impl<K: fmt::Debug, V> fmt::Debug for VacantEntry<'_, K, V> {}
}

pub mod btree_map {
    use crate::borrow::Borrow;
    use crate::cmp::{Eq, Ord, PartialEq, PartialOrd};
    use crate::fmt;
    use crate::hash::Hash;
    use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator};
    use crate::ops::{Index, RangeBounds};

    pub struct BTreeMap<K, V> { keys: K, values: V }
    pub enum Entry<'a, K, V> { Vacant(VacantEntry<'a, K, V>), Occupied(OccupiedEntry<'a, K, V>) }
    pub struct OccupiedEntry<'a, K, V> {}
    pub struct VacantEntry<'a, K, V> {}
    pub struct Iter<'a, K, V> {}
    pub struct IterMut<'a, K, V> {}
    pub struct IntoIter<K, V> { keys: K, values: V }
    pub struct Keys<'a, K, V> {}
    pub struct Values<'a, K, V> {}
    pub struct ValuesMut<'a, K, V> {}
    pub struct IntoKeys<K, V> { keys: K, values: V }
    pub struct IntoValues<K, V> { keys: K, values: V }
    pub struct Range<'a, K, V> {}
    pub struct RangeMut<'a, K, V> {}
    pub struct ExtractIf<'a, K, V, R, F> {}

    impl<K, V> BTreeMap<K, V> {
        pub const fn new() -> BTreeMap<K, V> {}
        pub fn clear(&mut self) {}
        pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V> where K: Borrow<Q> + Ord, Q: Ord {}
        pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)> where K: Borrow<Q> + Ord, Q: Ord {}
        pub fn first_key_value(&self) -> Option<(&K, &V)> where K: Ord {}
        pub fn first_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>> where K: Ord {}
        pub fn pop_first(&mut self) -> Option<(K, V)> where K: Ord {}
        pub fn last_key_value(&self) -> Option<(&K, &V)> where K: Ord {}
        pub fn last_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>> where K: Ord {}
        pub fn pop_last(&mut self) -> Option<(K, V)> where K: Ord {}
        pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool where K: Borrow<Q> + Ord, Q: Ord {}
        pub fn get_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V> where K: Borrow<Q> + Ord, Q: Ord {}
        pub fn insert(&mut self, key: K, value: V) -> Option<V> where K: Ord {}
        pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V> where K: Borrow<Q> + Ord, Q: Ord {}
        pub fn remove_entry<Q: ?Sized>(&mut self, key: &Q) -> Option<(K, V)> where K: Borrow<Q> + Ord, Q: Ord {}
        pub fn retain<F>(&mut self, f: F) where K: Ord, F: FnMut(&K, &mut V) -> bool {}
        pub fn append(&mut self, other: &mut Self) where K: Ord {}
        pub fn range<T: ?Sized, R>(&self, range: R) -> Range<'_, K, V> where T: Ord, K: Borrow<T> + Ord, R: RangeBounds<T> {}
        pub fn range_mut<T: ?Sized, R>(&mut self, range: R) -> RangeMut<'_, K, V> where T: Ord, K: Borrow<T> + Ord, R: RangeBounds<T> {}
        pub fn entry(&mut self, key: K) -> Entry<'_, K, V> where K: Ord {}
        pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> Self where K: Borrow<Q> + Ord {}
        pub fn extract_if<F, R>(&mut self, range: R, pred: F) -> ExtractIf<'_, K, V, R, F> where K: Ord, R: RangeBounds<K>, F: FnMut(&K, &mut V) -> bool {}
        pub fn into_keys(self) -> IntoKeys<K, V> {}
        pub fn into_values(self) -> IntoValues<K, V> {}
        pub fn iter(&self) -> Iter<'_, K, V> {}
        pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {}
        pub fn keys(&self) -> Keys<'_, K, V> {}
        pub fn values(&self) -> Values<'_, K, V> {}
        pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {}
        pub const fn len(&self) -> usize {}
        pub const fn is_empty(&self) -> bool {}
    }
    impl<K: Clone, V: Clone> Clone for BTreeMap<K, V> {}
    impl<K, V> Default for BTreeMap<K, V> {}
    impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for BTreeMap<K, V> {}
    impl<K: PartialEq, V: PartialEq> PartialEq for BTreeMap<K, V> {}
    impl<K: Eq, V: Eq> Eq for BTreeMap<K, V> {}
    impl<K: PartialOrd, V: PartialOrd> PartialOrd for BTreeMap<K, V> {}
    impl<K: Ord, V: Ord> Ord for BTreeMap<K, V> {}
    impl<K: Hash, V: Hash> Hash for BTreeMap<K, V> {}
    impl<K: Borrow<Q> + Ord, Q: Ord + ?Sized, V> Index<&Q> for BTreeMap<K, V> { type Output = V; }
    impl<K: Ord, V, const N: usize> From<[(K, V); N]> for BTreeMap<K, V> {}
    impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> {}
    impl<K: Ord, V> Extend<(K, V)> for BTreeMap<K, V> {}
    impl<'a, K: Ord + Copy, V: Copy> Extend<(&'a K, &'a V)> for BTreeMap<K, V> {}
    impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> { type Item = (&'a K, &'a V); type IntoIter = Iter<'a, K, V>; }
    impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> { type Item = (&'a K, &'a mut V); type IntoIter = IterMut<'a, K, V>; }
    impl<K, V> IntoIterator for BTreeMap<K, V> { type Item = (K, V); type IntoIter = IntoIter<K, V>; }
    impl<'a, K, V> Iterator for Iter<'a, K, V> { type Item = (&'a K, &'a V); }
    impl<'a, K, V> DoubleEndedIterator for Iter<'a, K, V> {}
    impl<'a, K, V> ExactSizeIterator for Iter<'a, K, V> {}
    impl<'a, K, V> FusedIterator for Iter<'a, K, V> {}
    impl<'a, K, V> Iterator for IterMut<'a, K, V> { type Item = (&'a K, &'a mut V); }
    impl<'a, K, V> DoubleEndedIterator for IterMut<'a, K, V> {}
    impl<'a, K, V> ExactSizeIterator for IterMut<'a, K, V> {}
    impl<'a, K, V> FusedIterator for IterMut<'a, K, V> {}
    impl<K, V> Iterator for IntoIter<K, V> { type Item = (K, V); }
    impl<K, V> DoubleEndedIterator for IntoIter<K, V> {}
    impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
    impl<K, V> FusedIterator for IntoIter<K, V> {}
    impl<'a, K, V> Iterator for Keys<'a, K, V> { type Item = &'a K; }
    impl<'a, K, V> DoubleEndedIterator for Keys<'a, K, V> {}
    impl<'a, K, V> ExactSizeIterator for Keys<'a, K, V> {}
    impl<'a, K, V> FusedIterator for Keys<'a, K, V> {}
    impl<'a, K, V> Iterator for Values<'a, K, V> { type Item = &'a V; }
    impl<'a, K, V> DoubleEndedIterator for Values<'a, K, V> {}
    impl<'a, K, V> ExactSizeIterator for Values<'a, K, V> {}
    impl<'a, K, V> FusedIterator for Values<'a, K, V> {}
    impl<'a, K, V> Iterator for ValuesMut<'a, K, V> { type Item = &'a mut V; }
    impl<'a, K, V> DoubleEndedIterator for ValuesMut<'a, K, V> {}
    impl<'a, K, V> ExactSizeIterator for ValuesMut<'a, K, V> {}
    impl<'a, K, V> FusedIterator for ValuesMut<'a, K, V> {}
    impl<K, V> Iterator for IntoKeys<K, V> { type Item = K; }
    impl<K, V> DoubleEndedIterator for IntoKeys<K, V> {}
    impl<K, V> ExactSizeIterator for IntoKeys<K, V> {}
    impl<K, V> FusedIterator for IntoKeys<K, V> {}
    impl<K, V> Iterator for IntoValues<K, V> { type Item = V; }
    impl<K, V> DoubleEndedIterator for IntoValues<K, V> {}
    impl<K, V> ExactSizeIterator for IntoValues<K, V> {}
    impl<K, V> FusedIterator for IntoValues<K, V> {}
    impl<K, V> Clone for Iter<'_, K, V> {}
    impl<K, V> Clone for Keys<'_, K, V> {}
    impl<K, V> Clone for Values<'_, K, V> {}
    impl<'a, K, V> Iterator for Range<'a, K, V> { type Item = (&'a K, &'a V); }
    impl<'a, K, V> DoubleEndedIterator for Range<'a, K, V> {}
    impl<'a, K, V> FusedIterator for Range<'a, K, V> {}
    impl<'a, K, V> Iterator for RangeMut<'a, K, V> { type Item = (&'a K, &'a mut V); }
    impl<'a, K, V> DoubleEndedIterator for RangeMut<'a, K, V> {}
    impl<'a, K, V> FusedIterator for RangeMut<'a, K, V> {}
    impl<K, V> Clone for Range<'_, K, V> {}
    impl<K: PartialOrd, V, R: RangeBounds<K>, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'_, K, V, R, F> { type Item = (K, V); }

    impl<'a, K: Ord, V> Entry<'a, K, V> {
        pub fn or_insert(self, default: V) -> &'a mut V {}
        pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V {}
        pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V {}
        pub fn key(&self) -> &K {}
        pub fn and_modify<F>(self, f: F) -> Self where F: FnOnce(&mut V) {}
        pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V> {}
    }
    impl<'a, K: Ord, V: Default> Entry<'a, K, V> {
        pub fn or_default(self) -> &'a mut V {}
    }
    impl<'a, K: Ord, V> OccupiedEntry<'a, K, V> {
        pub fn key(&self) -> &K {}
        pub fn remove_entry(self) -> (K, V) {}
        pub fn get(&self) -> &V {}
        pub fn get_mut(&mut self) -> &mut V {}
        pub fn into_mut(self) -> &'a mut V {}
        pub fn insert(&mut self, value: V) -> V {}
        pub fn remove(self) -> V {}
    }
    impl<'a, K: Ord, V> VacantEntry<'a, K, V> {
        pub fn key(&self) -> &K {}
        pub fn into_key(self) -> K {}
        pub fn insert(self, value: V) -> &'a mut V {}
        pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V> {}
    }
    impl<K: fmt::Debug + Ord, V: fmt::Debug> fmt::Debug for Entry<'_, K, V> {}
    impl<K: fmt::Debug + Ord, V: fmt::Debug> fmt::Debug for OccupiedEntry<'_, K, V> {}
    impl<K: fmt::Debug + Ord, V> fmt::Debug for VacantEntry<'_, K, V> {}
}

pub mod hash_set {
    use crate::borrow::Borrow;
    use crate::cmp::{Eq, PartialEq};
    use crate::collections::TryReserveError;
    use crate::fmt;
    use crate::hash::{BuildHasher, Hash, RandomState};
    use crate::iter::{ExactSizeIterator, FusedIterator};
    use crate::ops::{BitAnd, BitOr, BitXor, Sub};

    pub struct HashSet<T, S = RandomState> { owned: T }
    pub struct Iter<'a, K> {}
    pub struct IntoIter<K> { owned: K }
    pub struct Drain<'a, K> {}
    pub struct ExtractIf<'a, K, F> {}
    pub struct Intersection<'a, T, S> {}
    pub struct Difference<'a, T, S> {}
    pub struct SymmetricDifference<'a, T, S> {}
    pub struct Union<'a, T, S> {}

    impl<T> HashSet<T, RandomState> {
        pub fn new() -> HashSet<T, RandomState> {}
        pub fn with_capacity(capacity: usize) -> HashSet<T, RandomState> {}
    }
    impl<T, S> HashSet<T, S> {
        pub const fn with_hasher(hasher: S) -> HashSet<T, S> {}
        pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> HashSet<T, S> {}
        pub fn capacity(&self) -> usize {}
        pub fn iter(&self) -> Iter<'_, T> {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn drain(&mut self) -> Drain<'_, T> {}
        pub fn extract_if<F>(&mut self, pred: F) -> ExtractIf<'_, T, F> where F: FnMut(&T) -> bool {}
        pub fn retain<F>(&mut self, f: F) where F: FnMut(&T) -> bool {}
        pub fn clear(&mut self) {}
        pub fn hasher(&self) -> &S {}
    }
    impl<T: Eq + Hash, S: BuildHasher> HashSet<T, S> {
        pub fn reserve(&mut self, additional: usize) {}
        pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn shrink_to_fit(&mut self) {}
        pub fn shrink_to(&mut self, min_capacity: usize) {}
        pub fn difference<'a>(&'a self, other: &'a HashSet<T, S>) -> Difference<'a, T, S> {}
        pub fn symmetric_difference<'a>(&'a self, other: &'a HashSet<T, S>) -> SymmetricDifference<'a, T, S> {}
        pub fn intersection<'a>(&'a self, other: &'a HashSet<T, S>) -> Intersection<'a, T, S> {}
        pub fn union<'a>(&'a self, other: &'a HashSet<T, S>) -> Union<'a, T, S> {}
        pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool where T: Borrow<Q>, Q: Hash + Eq {}
        pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T> where T: Borrow<Q>, Q: Hash + Eq {}
        pub fn is_disjoint(&self, other: &HashSet<T, S>) -> bool {}
        pub fn is_subset(&self, other: &HashSet<T, S>) -> bool {}
        pub fn is_superset(&self, other: &HashSet<T, S>) -> bool {}
        pub fn insert(&mut self, value: T) -> bool {}
        pub fn replace(&mut self, value: T) -> Option<T> {}
        pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool where T: Borrow<Q>, Q: Hash + Eq {}
        pub fn take<Q: ?Sized>(&mut self, value: &Q) -> Option<T> where T: Borrow<Q>, Q: Hash + Eq {}
    }
    impl<T: Clone, S: Clone> Clone for HashSet<T, S> {}
    impl<T, S: Default> Default for HashSet<T, S> {}
    impl<T: fmt::Debug, S> fmt::Debug for HashSet<T, S> {}
    impl<T: Eq + Hash, S: BuildHasher> PartialEq for HashSet<T, S> {}
    impl<T: Eq + Hash, S: BuildHasher> Eq for HashSet<T, S> {}
    impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T, RandomState> {}
    impl<T: Eq + Hash, S: BuildHasher + Default> FromIterator<T> for HashSet<T, S> {}
    impl<T: Eq + Hash, S: BuildHasher> Extend<T> for HashSet<T, S> {}
    impl<'a, T: 'a + Eq + Hash + Copy, S: BuildHasher> Extend<&'a T> for HashSet<T, S> {}
    impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitOr<&HashSet<T, S>> for &HashSet<T, S> { type Output = HashSet<T, S>; }
    impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitAnd<&HashSet<T, S>> for &HashSet<T, S> { type Output = HashSet<T, S>; }
    impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitXor<&HashSet<T, S>> for &HashSet<T, S> { type Output = HashSet<T, S>; }
    impl<T: Eq + Hash + Clone, S: BuildHasher + Default> Sub<&HashSet<T, S>> for &HashSet<T, S> { type Output = HashSet<T, S>; }
    impl<'a, T, S> IntoIterator for &'a HashSet<T, S> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
    impl<T, S> IntoIterator for HashSet<T, S> { type Item = T; type IntoIter = IntoIter<T>; }
    impl<'a, K> Iterator for Iter<'a, K> { type Item = &'a K; }
    impl<'a, K> ExactSizeIterator for Iter<'a, K> {}
    impl<'a, K> FusedIterator for Iter<'a, K> {}
    impl<K> Iterator for IntoIter<K> { type Item = K; }
    impl<K> ExactSizeIterator for IntoIter<K> {}
    impl<K> FusedIterator for IntoIter<K> {}
    impl<'a, K> Iterator for Drain<'a, K> { type Item = K; }
    impl<'a, K> ExactSizeIterator for Drain<'a, K> {}
    impl<'a, K> FusedIterator for Drain<'a, K> {}
    impl<K, F: FnMut(&K) -> bool> Iterator for ExtractIf<'_, K, F> { type Item = K; }
    impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for Intersection<'a, T, S> { type Item = &'a T; }
    impl<T, S> Clone for Intersection<'_, T, S> {}
    impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for Difference<'a, T, S> { type Item = &'a T; }
    impl<T, S> Clone for Difference<'_, T, S> {}
    impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for SymmetricDifference<'a, T, S> { type Item = &'a T; }
    impl<T, S> Clone for SymmetricDifference<'_, T, S> {}
    impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for Union<'a, T, S> { type Item = &'a T; }
    impl<T, S> Clone for Union<'_, T, S> {}
    impl<K> Clone for Iter<'_, K> {}
}

pub mod btree_set {
    use crate::borrow::Borrow;
    use crate::cmp::{Ord, PartialOrd};
    use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator};
    use crate::ops::{BitAnd, BitOr, BitXor, RangeBounds, Sub};

    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct BTreeSet<T> { owned: T }
    pub struct Iter<'a, T> {}
    pub struct IntoIter<T> { owned: T }
    pub struct Range<'a, T> {}
    pub struct ExtractIf<'a, T, R, F> {}
    pub struct Difference<'a, T> {}
    pub struct SymmetricDifference<'a, T> {}
    pub struct Intersection<'a, T> {}
    pub struct Union<'a, T> {}

    impl<T> BTreeSet<T> {
        pub const fn new() -> BTreeSet<T> {}
        pub fn range<K: ?Sized, R>(&self, range: R) -> Range<'_, T> where K: Ord, T: Borrow<K> + Ord, R: RangeBounds<K> {}
        pub fn difference<'a>(&'a self, other: &'a BTreeSet<T>) -> Difference<'a, T> where T: Ord {}
        pub fn symmetric_difference<'a>(&'a self, other: &'a BTreeSet<T>) -> SymmetricDifference<'a, T> where T: Ord {}
        pub fn intersection<'a>(&'a self, other: &'a BTreeSet<T>) -> Intersection<'a, T> where T: Ord {}
        pub fn union<'a>(&'a self, other: &'a BTreeSet<T>) -> Union<'a, T> where T: Ord {}
        pub fn clear(&mut self) {}
        pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool where T: Borrow<Q> + Ord, Q: Ord {}
        pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T> where T: Borrow<Q> + Ord, Q: Ord {}
        pub fn is_disjoint(&self, other: &BTreeSet<T>) -> bool where T: Ord {}
        pub fn is_subset(&self, other: &BTreeSet<T>) -> bool where T: Ord {}
        pub fn is_superset(&self, other: &BTreeSet<T>) -> bool where T: Ord {}
        pub fn first(&self) -> Option<&T> where T: Ord {}
        pub fn last(&self) -> Option<&T> where T: Ord {}
        pub fn pop_first(&mut self) -> Option<T> where T: Ord {}
        pub fn pop_last(&mut self) -> Option<T> where T: Ord {}
        pub fn insert(&mut self, value: T) -> bool where T: Ord {}
        pub fn replace(&mut self, value: T) -> Option<T> where T: Ord {}
        pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool where T: Borrow<Q> + Ord, Q: Ord {}
        pub fn take<Q: ?Sized>(&mut self, value: &Q) -> Option<T> where T: Borrow<Q> + Ord, Q: Ord {}
        pub fn retain<F>(&mut self, f: F) where T: Ord, F: FnMut(&T) -> bool {}
        pub fn append(&mut self, other: &mut Self) where T: Ord {}
        pub fn split_off<Q: ?Sized + Ord>(&mut self, value: &Q) -> Self where T: Borrow<Q> + Ord {}
        pub fn extract_if<F, R>(&mut self, range: R, pred: F) -> ExtractIf<'_, T, R, F> where T: Ord, R: RangeBounds<T>, F: FnMut(&T) -> bool {}
        pub fn iter(&self) -> Iter<'_, T> {}
        pub const fn len(&self) -> usize {}
        pub const fn is_empty(&self) -> bool {}
    }
    impl<T> Default for BTreeSet<T> {}
    impl<T: Ord, const N: usize> From<[T; N]> for BTreeSet<T> {}
    impl<T: Ord> FromIterator<T> for BTreeSet<T> {}
    impl<T: Ord> Extend<T> for BTreeSet<T> {}
    impl<'a, T: 'a + Ord + Copy> Extend<&'a T> for BTreeSet<T> {}
    impl<T: Ord + Clone> BitOr<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
    impl<T: Ord + Clone> BitAnd<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
    impl<T: Ord + Clone> BitXor<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
    impl<T: Ord + Clone> Sub<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
    impl<'a, T> IntoIterator for &'a BTreeSet<T> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
    impl<T> IntoIterator for BTreeSet<T> { type Item = T; type IntoIter = IntoIter<T>; }
    impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
    impl<'a, T> DoubleEndedIterator for Iter<'a, T> {}
    impl<'a, T> ExactSizeIterator for Iter<'a, T> {}
    impl<'a, T> FusedIterator for Iter<'a, T> {}
    impl<T> Iterator for IntoIter<T> { type Item = T; }
    impl<T> DoubleEndedIterator for IntoIter<T> {}
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> FusedIterator for IntoIter<T> {}
    impl<'a, T> Iterator for Range<'a, T> { type Item = &'a T; }
    impl<'a, T> DoubleEndedIterator for Range<'a, T> {}
    impl<'a, T> FusedIterator for Range<'a, T> {}
    impl<T: PartialOrd, R: RangeBounds<T>, F: FnMut(&T) -> bool> Iterator for ExtractIf<'_, T, R, F> { type Item = T; }
    impl<'a, T: Ord> Iterator for Intersection<'a, T> { type Item = &'a T; }
    impl<T> Clone for Intersection<'_, T> {}
    impl<'a, T: Ord> Iterator for Difference<'a, T> { type Item = &'a T; }
    impl<T> Clone for Difference<'_, T> {}
    impl<'a, T: Ord> Iterator for SymmetricDifference<'a, T> { type Item = &'a T; }
    impl<T> Clone for SymmetricDifference<'_, T> {}
    impl<'a, T: Ord> Iterator for Union<'a, T> { type Item = &'a T; }
    impl<T> Clone for Union<'_, T> {}
    impl<T> Clone for Iter<'_, T> {}
    impl<T> Clone for Range<'_, T> {}
}

pub mod vec_deque {
    use crate::cmp::{Ord, Ordering, PartialEq};
    use crate::collections::TryReserveError;
    use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator};
    use crate::ops::{Index, IndexMut, RangeBounds};

    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct VecDeque<T> { owned: T }
    pub struct Iter<'a, T> {}
    pub struct IterMut<'a, T> {}
    #[derive(Clone)]
    pub struct IntoIter<T> { owned: T }
    pub struct Drain<'a, T> {}

    impl<T> VecDeque<T> {
        pub const fn new() -> VecDeque<T> {}
        pub fn with_capacity(capacity: usize) -> VecDeque<T> {}
        pub fn get(&self, index: usize) -> Option<&T> {}
        pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {}
        pub fn swap(&mut self, i: usize, j: usize) {}
        pub fn capacity(&self) -> usize {}
        pub fn reserve_exact(&mut self, additional: usize) {}
        pub fn reserve(&mut self, additional: usize) {}
        pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn shrink_to_fit(&mut self) {}
        pub fn shrink_to(&mut self, min_capacity: usize) {}
        pub fn truncate(&mut self, len: usize) {}
        pub fn iter(&self) -> Iter<'_, T> {}
        pub fn iter_mut(&mut self) -> IterMut<'_, T> {}
        pub fn as_slices(&self) -> (&[T], &[T]) {}
        pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn range<R>(&self, range: R) -> Iter<'_, T> where R: RangeBounds<usize> {}
        pub fn range_mut<R>(&mut self, range: R) -> IterMut<'_, T> where R: RangeBounds<usize> {}
        pub fn drain<R>(&mut self, range: R) -> Drain<'_, T> where R: RangeBounds<usize> {}
        pub fn clear(&mut self) {}
        pub fn contains(&self, x: &T) -> bool where T: PartialEq<T> {}
        pub fn front(&self) -> Option<&T> {}
        pub fn front_mut(&mut self) -> Option<&mut T> {}
        pub fn back(&self) -> Option<&T> {}
        pub fn back_mut(&mut self) -> Option<&mut T> {}
        pub fn pop_front(&mut self) -> Option<T> {}
        pub fn pop_back(&mut self) -> Option<T> {}
        pub fn pop_front_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {}
        pub fn pop_back_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {}
        pub fn push_front(&mut self, value: T) {}
        pub fn push_front_mut(&mut self, value: T) -> &mut T {}
        pub fn push_back(&mut self, value: T) {}
        pub fn push_back_mut(&mut self, value: T) -> &mut T {}
        pub fn swap_remove_front(&mut self, index: usize) -> Option<T> {}
        pub fn swap_remove_back(&mut self, index: usize) -> Option<T> {}
        pub fn insert(&mut self, index: usize, value: T) {}
        pub fn insert_mut(&mut self, index: usize, value: T) -> &mut T {}
        pub fn remove(&mut self, index: usize) -> Option<T> {}
        pub fn split_off(&mut self, at: usize) -> Self {}
        pub fn append(&mut self, other: &mut Self) {}
        pub fn retain<F>(&mut self, f: F) where F: FnMut(&T) -> bool {}
        pub fn retain_mut<F>(&mut self, f: F) where F: FnMut(&mut T) -> bool {}
        pub fn resize_with(&mut self, new_len: usize, generator: impl FnMut() -> T) {}
        pub fn make_contiguous(&mut self) -> &mut [T] {}
        pub fn rotate_left(&mut self, n: usize) {}
        pub fn rotate_right(&mut self, n: usize) {}
        pub fn binary_search(&self, x: &T) -> Result<usize, usize> where T: Ord {}
        pub fn binary_search_by<'a, F>(&'a self, f: F) -> Result<usize, usize> where F: FnMut(&'a T) -> Ordering {}
        pub fn binary_search_by_key<'a, B, F>(&'a self, b: &B, f: F) -> Result<usize, usize> where F: FnMut(&'a T) -> B, B: Ord {}
        pub fn partition_point<P>(&self, pred: P) -> usize where P: FnMut(&T) -> bool {}
    }
    impl<T: Clone> VecDeque<T> {
        pub fn resize(&mut self, new_len: usize, value: T) {}
    }
    impl<T> Default for VecDeque<T> {}
    impl<T> Index<usize> for VecDeque<T> { type Output = T; }
    impl<T> IndexMut<usize> for VecDeque<T> {}
    impl<T, const N: usize> From<[T; N]> for VecDeque<T> {}
    impl<T> From<Vec<T>> for VecDeque<T> {}
    impl<T> FromIterator<T> for VecDeque<T> {}
    impl<T> Extend<T> for VecDeque<T> {}
    impl<'a, T: 'a + Copy> Extend<&'a T> for VecDeque<T> {}
    impl<'a, T> IntoIterator for &'a VecDeque<T> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
    impl<'a, T> IntoIterator for &'a mut VecDeque<T> { type Item = &'a mut T; type IntoIter = IterMut<'a, T>; }
    impl<T> IntoIterator for VecDeque<T> { type Item = T; type IntoIter = IntoIter<T>; }
    impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
    impl<'a, T> DoubleEndedIterator for Iter<'a, T> {}
    impl<'a, T> ExactSizeIterator for Iter<'a, T> {}
    impl<'a, T> FusedIterator for Iter<'a, T> {}
    impl<'a, T> Iterator for IterMut<'a, T> { type Item = &'a mut T; }
    impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {}
    impl<'a, T> ExactSizeIterator for IterMut<'a, T> {}
    impl<'a, T> FusedIterator for IterMut<'a, T> {}
    impl<T> Iterator for IntoIter<T> { type Item = T; }
    impl<T> DoubleEndedIterator for IntoIter<T> {}
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> FusedIterator for IntoIter<T> {}
    impl<T> Clone for Iter<'_, T> {}
    impl<T> Iterator for Drain<'_, T> { type Item = T; }
    impl<T> DoubleEndedIterator for Drain<'_, T> {}
    impl<T> ExactSizeIterator for Drain<'_, T> {}
    impl<T> FusedIterator for Drain<'_, T> {}
}

pub mod binary_heap {
    use crate::cmp::Ord;
    use crate::collections::TryReserveError;
    use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator};
    use crate::ops::{Deref, DerefMut};

    #[derive(Clone, Debug)]
    pub struct BinaryHeap<T> { owned: T }
    pub struct PeekMut<'a, T: Ord> {}
    pub struct Iter<'a, T> {}
    #[derive(Clone)]
    pub struct IntoIter<T> { owned: T }
    pub struct Drain<'a, T> {}

    impl<T: Ord> BinaryHeap<T> {
        pub const fn new() -> BinaryHeap<T> {}
        pub fn with_capacity(capacity: usize) -> BinaryHeap<T> {}
        pub fn peek_mut(&mut self) -> Option<PeekMut<'_, T>> {}
        pub fn pop(&mut self) -> Option<T> {}
        pub fn push(&mut self, item: T) {}
        pub fn into_sorted_vec(self) -> Vec<T> {}
        pub fn append(&mut self, other: &mut BinaryHeap<T>) {}
        pub fn retain<F>(&mut self, f: F) where F: FnMut(&T) -> bool {}
    }
    impl<T> BinaryHeap<T> {
        pub fn iter(&self) -> Iter<'_, T> {}
        pub fn peek(&self) -> Option<&T> {}
        pub fn capacity(&self) -> usize {}
        pub fn reserve_exact(&mut self, additional: usize) {}
        pub fn reserve(&mut self, additional: usize) {}
        pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn shrink_to_fit(&mut self) {}
        pub fn shrink_to(&mut self, min_capacity: usize) {}
        pub fn as_slice(&self) -> &[T] {}
        pub fn into_vec(self) -> Vec<T> {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn drain(&mut self) -> Drain<'_, T> {}
        pub fn clear(&mut self) {}
    }
    impl<'a, T: Ord> PeekMut<'a, T> {
        pub fn pop(this: PeekMut<'a, T>) -> T {}
    }
    impl<T: Ord> Deref for PeekMut<'_, T> { type Target = T; }
    impl<T: Ord> DerefMut for PeekMut<'_, T> {}
    impl<T: Ord> Default for BinaryHeap<T> {}
    impl<T: Ord, const N: usize> From<[T; N]> for BinaryHeap<T> {}
    impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {}
    impl<T: Ord> FromIterator<T> for BinaryHeap<T> {}
    impl<T: Ord> Extend<T> for BinaryHeap<T> {}
    impl<'a, T: 'a + Ord + Copy> Extend<&'a T> for BinaryHeap<T> {}
    impl<'a, T> IntoIterator for &'a BinaryHeap<T> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
    impl<T> IntoIterator for BinaryHeap<T> { type Item = T; type IntoIter = IntoIter<T>; }
    impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
    impl<'a, T> DoubleEndedIterator for Iter<'a, T> {}
    impl<'a, T> ExactSizeIterator for Iter<'a, T> {}
    impl<'a, T> FusedIterator for Iter<'a, T> {}
    impl<T> Iterator for IntoIter<T> { type Item = T; }
    impl<T> DoubleEndedIterator for IntoIter<T> {}
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> FusedIterator for IntoIter<T> {}
    impl<T> Iterator for Drain<'_, T> { type Item = T; }
    impl<T> DoubleEndedIterator for Drain<'_, T> {}
    impl<T> ExactSizeIterator for Drain<'_, T> {}
    impl<T> FusedIterator for Drain<'_, T> {}
    impl<T> Clone for Iter<'_, T> {}
}

pub mod linked_list {
    use crate::cmp::PartialEq;
    use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator};

    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct LinkedList<T> { owned: T }
    pub struct Iter<'a, T> {}
    pub struct IterMut<'a, T> {}
    #[derive(Clone)]
    pub struct IntoIter<T> { owned: T }
    pub struct ExtractIf<'a, T, F> {}

    impl<T> LinkedList<T> {
        pub const fn new() -> LinkedList<T> {}
        pub fn append(&mut self, other: &mut Self) {}
        pub fn iter(&self) -> Iter<'_, T> {}
        pub fn iter_mut(&mut self) -> IterMut<'_, T> {}
        pub fn is_empty(&self) -> bool {}
        pub fn len(&self) -> usize {}
        pub fn clear(&mut self) {}
        pub fn contains(&self, x: &T) -> bool where T: PartialEq<T> {}
        pub fn front(&self) -> Option<&T> {}
        pub fn front_mut(&mut self) -> Option<&mut T> {}
        pub fn back(&self) -> Option<&T> {}
        pub fn back_mut(&mut self) -> Option<&mut T> {}
        pub fn push_front(&mut self, elt: T) {}
        pub fn push_front_mut(&mut self, elt: T) -> &mut T {}
        pub fn pop_front(&mut self) -> Option<T> {}
        pub fn push_back(&mut self, elt: T) {}
        pub fn push_back_mut(&mut self, elt: T) -> &mut T {}
        pub fn pop_back(&mut self) -> Option<T> {}
        pub fn split_off(&mut self, at: usize) -> LinkedList<T> {}
        pub fn extract_if<F>(&mut self, filter: F) -> ExtractIf<'_, T, F> where F: FnMut(&mut T) -> bool {}
    }
    impl<T> Default for LinkedList<T> {}
    impl<T, const N: usize> From<[T; N]> for LinkedList<T> {}
    impl<T> FromIterator<T> for LinkedList<T> {}
    impl<T> Extend<T> for LinkedList<T> {}
    impl<'a, T: 'a + Copy> Extend<&'a T> for LinkedList<T> {}
    impl<'a, T> IntoIterator for &'a LinkedList<T> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
    impl<'a, T> IntoIterator for &'a mut LinkedList<T> { type Item = &'a mut T; type IntoIter = IterMut<'a, T>; }
    impl<T> IntoIterator for LinkedList<T> { type Item = T; type IntoIter = IntoIter<T>; }
    impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
    impl<'a, T> DoubleEndedIterator for Iter<'a, T> {}
    impl<'a, T> ExactSizeIterator for Iter<'a, T> {}
    impl<'a, T> FusedIterator for Iter<'a, T> {}
    impl<'a, T> Iterator for IterMut<'a, T> { type Item = &'a mut T; }
    impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {}
    impl<'a, T> ExactSizeIterator for IterMut<'a, T> {}
    impl<'a, T> FusedIterator for IterMut<'a, T> {}
    impl<T> Iterator for IntoIter<T> { type Item = T; }
    impl<T> DoubleEndedIterator for IntoIter<T> {}
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> FusedIterator for IntoIter<T> {}
    impl<T> Clone for Iter<'_, T> {}
    impl<T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<'_, T, F> { type Item = T; }
}
