//! Parts of a summary that are read when somebody asks for them: for most of what dependencies declare nobody does.

use std::fmt::{self, Debug, Formatter};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::de::DeserializeOwned;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Name;
use super::name::{load_with, names_at_hand};

/// A value that is read from what was stored when it is first looked at.
pub struct Lazy<T> {
    read: OnceLock<Box<T>>,
    stored: Option<Stored>,
}

/// A value's bytes, and the names that they number.
struct Stored {
    bytes: Box<[u8]>,
    names: Arc<[Name]>,
}

impl<T> From<T> for Lazy<T> {
    fn from(value: T) -> Self {
        Lazy { read: OnceLock::from(Box::new(value)), stored: None }
    }
}

impl<T: Default> Default for Lazy<T> {
    fn default() -> Self {
        Lazy::from(T::default())
    }
}

impl<T: DeserializeOwned + Default> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        let load = |stored: &Stored| load_with(&stored.names, &stored.bytes).ok();
        self.read.get_or_init(|| Box::new(self.stored.as_ref().and_then(load).unwrap_or_default()))
    }
}

impl<T: DeserializeOwned + Default + Clone> Clone for Lazy<T> {
    fn clone(&self) -> Self {
        Lazy::from(T::clone(self))
    }
}

impl<T: DeserializeOwned + Default + PartialEq> PartialEq for Lazy<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: DeserializeOwned + Default + Debug> Debug for Lazy<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Serialize + DeserializeOwned + Default> Serialize for Lazy<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&postcard::to_stdvec(&**self).map_err(S::Error::custom)?)
    }
}

impl<'de, T> Deserialize<'de> for Lazy<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = <&[u8]>::deserialize(deserializer)?.into();
        Ok(Lazy { read: OnceLock::new(), stored: Some(Stored { bytes, names: names_at_hand() }) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::{load, store};

    #[test]
    fn what_is_loaded_is_read_when_it_is_asked_for() {
        let names: Vec<Name> = ["alpha", "beta", "alpha"].map(Name::from).to_vec();
        let value = (Name::from("beta"), Lazy::from(names.clone()));
        let (first, loaded): (Name, Lazy<Vec<Name>>) = load(&store(&value).unwrap()).unwrap();
        assert_eq!(first, "beta");
        assert!(loaded.read.get().is_none());
        // Another value's names are at hand by now.
        load::<Name>(&store(&Name::from("gamma")).unwrap()).unwrap();
        assert_eq!(*loaded, names);
        assert!(loaded.read.get().is_some());
        let again: (Name, Lazy<Vec<Name>>) = load(&store(&(first, loaded)).unwrap()).unwrap();
        assert_eq!(again, value);
    }
}
