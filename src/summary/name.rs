//! Interned identifiers. Where values are stored that hold some, each stands once in front of the value, since most occur
//! many times.

use std::cell::RefCell;
use std::fmt::{self, Debug, Display, Formatter};
use std::ops::Deref;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::de::{DeserializeOwned, Error as _};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ustr::Ustr;

/// An interned identifier. Raw identifiers are stored without `r#`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Name(Ustr);

impl Name {
    /// The identifier.
    pub fn as_str(self) -> &'static str {
        self.0.as_str()
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Name(Ustr::from(text))
    }
}

impl From<&&str> for Name {
    fn from(text: &&str) -> Self {
        Name::from(*text)
    }
}

impl From<&String> for Name {
    fn from(text: &String) -> Self {
        Name::from(text.as_str())
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Name::from(text.as_str())
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.as_str()
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Debug for Name {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Debug::fmt(self.as_str(), f)
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The names of a value that is being stored, in the order in which they were met.
#[derive(Default)]
struct Table {
    numbers: FxHashMap<Name, u32>,
    names: Vec<Name>,
}

thread_local! {
    static STORING: RefCell<Option<Table>> = const { RefCell::new(None) };
    static LOADING: RefCell<Arc<[Name]>> = RefCell::new(Arc::default());
}

/// A value as bytes, for [`load`].
pub fn store(value: &(impl Serialize + ?Sized)) -> postcard::Result<Vec<u8>> {
    let outer = STORING.replace(Some(Table::default()));
    let stored = postcard::to_stdvec(value);
    let table = STORING.replace(outer).unwrap_or_default();
    let names: Vec<&str> = table.names.iter().map(|name| name.as_str()).collect();
    let mut bytes = postcard::to_stdvec(&names)?;
    bytes.extend(stored?);
    Ok(bytes)
}

/// The value that [`store`] made bytes of; an error if it was another type's.
pub fn load<T: DeserializeOwned>(bytes: &[u8]) -> postcard::Result<T> {
    let (names, rest) = postcard::take_from_bytes::<Vec<&str>>(bytes)?;
    load_with(&names.into_iter().map(Name::from).collect(), rest)
}

/// A value, or a part of one, that was stored with these names.
pub(super) fn load_with<T: DeserializeOwned>(names: &Arc<[Name]>, bytes: &[u8]) -> postcard::Result<T> {
    let outer = LOADING.replace(names.clone());
    let value = postcard::from_bytes(bytes);
    LOADING.replace(outer);
    value
}

/// The names of the value that is being loaded.
pub(super) fn names_at_hand() -> Arc<[Name]> {
    LOADING.with_borrow(Arc::clone)
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = STORING.with_borrow_mut(|table| {
            let table = table.as_mut()?;
            let next = table.names.len() as u32;
            let number = *table.numbers.entry(*self).or_insert(next);
            if number == next {
                table.names.push(*self);
            }
            Some(number)
        });
        number.ok_or_else(|| S::Error::custom("names are stored by `store` only"))?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u32::deserialize(deserializer)?;
        let name = LOADING.with_borrow(|names| names.get(number as usize).copied());
        name.ok_or_else(|| D::Error::custom("no such name was stored"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_stored_once() {
        let names: Vec<Name> = ["alpha", "beta", "alpha", "alpha"].map(Name::from).to_vec();
        let bytes = store(&names).unwrap();
        assert_eq!(String::from_utf8_lossy(&bytes).matches("alpha").count(), 1);
        assert_eq!(load::<Vec<Name>>(&bytes).unwrap(), names);
    }

    #[test]
    fn what_is_not_stored_so_is_an_error() {
        let name = Name::from("alpha");
        assert!(postcard::to_stdvec(&name).is_err());
        let bytes = store(&name).unwrap();
        assert!(postcard::from_bytes::<Name>(&bytes).is_err());
        assert!(load::<Name>(&bytes[..bytes.len() - 1]).is_err());
        // A number without a name.
        let mut other = bytes.clone();
        *other.last_mut().unwrap() = 7;
        assert!(load::<Name>(&other).is_err());
    }
}
