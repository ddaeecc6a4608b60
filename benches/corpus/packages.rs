//! The list of packages: names, exact versions, subsets.

use std::collections::BTreeMap;
use std::io;

use serde::Deserialize;

const LIST: &str = include_str!("packages.toml");

#[derive(Deserialize)]
struct List {
    r#async: BTreeMap<String, String>,
    sync: BTreeMap<String, String>,
    subsets: BTreeMap<String, Vec<String>>,
}

/// One package.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its exact version.
    pub version: String,
    /// Whether it awaits: only such packages are mutated.
    pub is_async: bool,
}

/// Which packages are asked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// A subset; all without one.
    pub subset: Option<String>,
    /// Names; all without any.
    pub names: Vec<String>,
}

/// The packages that are asked for, by name.
pub fn packages(wanted: &Wanted) -> io::Result<Vec<Package>> {
    let list: List = toml::from_str(LIST).map_err(io::Error::other)?;
    let package =
        |is_async: bool| move |(name, version): (String, String)| Package { name, version, is_async };
    let mut all: Vec<Package> = list.r#async.into_iter().map(package(true)).collect();
    all.extend(list.sync.into_iter().map(package(false)));
    all.sort();
    let known = |name: &String| all.iter().any(|package| package.name == *name);
    let subset = match &wanted.subset {
        Some(name) => Some(list.subsets.get(name).ok_or_else(|| unknown("subset", name))?),
        None => None,
    };
    if let Some(name) = wanted.names.iter().chain(subset.into_iter().flatten()).find(|name| !known(name)) {
        return Err(unknown("package", name));
    }
    all.retain(|package| {
        (wanted.names.is_empty() || wanted.names.contains(&package.name))
            && subset.is_none_or(|names| names.contains(&package.name))
    });
    Ok(all)
}

fn unknown(what: &str, name: &str) -> io::Error {
    io::Error::other(format!("packages.toml has no {what} `{name}`"))
}
