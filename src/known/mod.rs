//! What is known of published crates on machines that do not have their sources: condensed files of the main crates of
//! the async ecosystem, packed into the program. `packages.txt` says which, at which versions and under which licences;
//! `cargo-unawaited summarize` makes `packages.bin` of it and of the sources in cargo's home (CONTRIBUTING.md).
//!
//! Text only, as it is for std: nothing here reads or interprets it.

use std::io::{Read, Write};
use std::sync::LazyLock;

use semver::{Version, VersionReq};
use serde::{Deserialize, Serialize};

static PACKED: &[u8] = include_bytes!("packages.bin");

static CONTENTS: LazyLock<Vec<Group<'static>>> =
    LazyLock::new(|| postcard::from_bytes(PACKED).unwrap_or_default());

/// A package's files: its condensed manifest (`Cargo.toml`) and its library's, by paths from the package's directory,
/// with `/`.
pub type Files = Vec<(String, String)>;

/// All versions of one package, which have most of their text in common.
#[derive(Debug, Serialize, Deserialize)]
struct Group<'a> {
    name: &'a str,
    versions: Vec<&'a str>,
    /// [`Files`] of each version, compressed.
    #[serde(borrow)]
    files: &'a [u8],
}

/// The version of a package that stands in for `locked`: the newest of those that cargo
/// would take for it.
pub fn stand_in(name: &str, locked: &str) -> Option<&'static str> {
    let locked = Version::parse(locked).ok()?;
    let alike =
        |version: &&&str| Version::parse(version).is_ok_and(|version| are_compatible(&version, &locked));
    let versions = group(name)?.versions.iter();
    versions.filter(alike).max_by_key(|version| Version::parse(version).ok()).copied()
}

/// The newest version of a package that fits a requirement: what stands in where nothing is locked.
pub fn newest(name: &str, requirement: &str) -> Option<&'static str> {
    let requirement = VersionReq::parse(requirement).ok()?;
    let fits = |version: &&&str| Version::parse(version).is_ok_and(|version| requirement.matches(&version));
    group(name)?.versions.iter().filter(fits).max_by_key(|version| Version::parse(version).ok()).copied()
}

/// The files of a package.
pub fn files(name: &str, version: &str) -> Option<Files> {
    let group = group(name)?;
    let at = group.versions.iter().position(|known| *known == version)?;
    let mut bytes = Vec::new();
    brotli::Decompressor::new(group.files, 1 << 16).read_to_end(&mut bytes).ok()?;
    postcard::from_bytes::<Vec<Files>>(&bytes).ok()?.into_iter().nth(at)
}

/// Name and version of all that is known, sorted.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    CONTENTS.iter().flat_map(|group| group.versions.iter().map(|version| (group.name, *version)))
}

/// `packages.bin` of these packages: name, versions with files each.
///
/// # Errors
///
/// Those of writing to memory: none that can be helped.
pub fn pack(packages: &[(String, Vec<(String, Files)>)]) -> std::io::Result<Vec<u8>> {
    let mut packed: Vec<(&str, Vec<&str>, Vec<u8>)> = Vec::new();
    for (name, versions) in packages {
        let files: Vec<&Files> = versions.iter().map(|(_, files)| files).collect();
        let bytes = postcard::to_stdvec(&files).map_err(std::io::Error::other)?;
        let mut out = Vec::new();
        let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 24);
        writer.write_all(&bytes)?;
        drop(writer);
        packed.push((name, versions.iter().map(|(version, _)| version.as_str()).collect(), out));
    }
    let group = |(name, versions, files): &(&'_ str, Vec<&'_ str>, Vec<u8>)| {
        postcard::to_stdvec(&Group { name, versions: versions.clone(), files })
    };
    let mut bytes = postcard::to_stdvec(&packed.len()).map_err(std::io::Error::other)?;
    for entry in &packed {
        bytes.extend(group(entry).map_err(std::io::Error::other)?);
    }
    Ok(bytes)
}

fn group(name: &str) -> Option<&'static Group<'static>> {
    CONTENTS.iter().find(|group| group.name == name)
}

/// Whether cargo takes one version for the other: they agree up to the first number that is not 0.
fn are_compatible(a: &Version, b: &Version) -> bool {
    line(a).is_some_and(|of_a| line(b) == Some(of_a))
}

/// What a version has in common with all that can replace it. `None`: none can.
pub fn line(version: &Version) -> Option<(u64, u64, u64)> {
    version.pre.is_empty().then_some(match (version.major, version.minor, version.patch) {
        (0, 0, patch) => (0, 0, patch),
        (0, minor, _) => (0, minor, 0),
        (major, ..) => (major, 0, 0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_found() {
        assert!(CONTENTS.len() > 50, "{} packages", CONTENTS.len());
        for (name, version) in all() {
            let files = files(name, version).expect("files");
            let manifest = files.iter().find(|(path, _)| path == "Cargo.toml").expect("a manifest");
            assert!(manifest.1.contains(&format!("name = \"{name}\"")), "{name} {version}");
        }
    }

    #[test]
    fn what_is_packed_is_what_the_list_names() {
        let list = include_str!("packages.txt").lines().filter(|line| !line.starts_with('#'));
        let named: Vec<(&str, &str)> = list
            .map(|line| {
                let mut words = line.splitn(3, ' ');
                let (name, version) = (words.next().expect("a name"), words.next().expect("a version"));
                assert!(words.next().is_some_and(|licence| licence.len() > 2), "{line}: no licence");
                (name, version)
            })
            .collect();
        assert_eq!(all().collect::<Vec<_>>(), named, "run `cargo-unawaited summarize` again");
    }

    #[test]
    fn a_compatible_version_stands_in() {
        let compatible =
            |a: &str, b: &str| are_compatible(&Version::parse(a).unwrap(), &Version::parse(b).unwrap());
        assert!(
            compatible("1.2.3", "1.9.0") && compatible("0.3.1", "0.3.31") && compatible("0.0.4", "0.0.4")
        );
        assert!(
            !compatible("1.2.3", "2.0.0") && !compatible("0.3.1", "0.4.0") && !compatible("0.0.4", "0.0.5")
        );
        assert!(!compatible("1.0.0", "1.0.0-rc.1"));
        assert_eq!(stand_in("tokio", "1.0.0"), newest("tokio", "1"));
        assert_eq!(stand_in("tokio", "0.1.0"), None);
        assert_eq!(stand_in("no-such-package", "1.0.0"), None);
    }

    #[test]
    fn it_is_small() {
        assert!(PACKED.len() < 3_000_000, "{} bytes", PACKED.len());
    }
}
