//! One `Cargo.toml` as a table, read leniently: what is not understood is left out, the rest counts.
//!
//! Nothing here looks at another file.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use globset::GlobSet;
use toml::{Table, Value};

use crate::source::LineIndex;

/// A manifest that was read.
#[derive(Debug)]
pub(super) struct Manifest {
    /// Absolute path.
    pub path: PathBuf,
    /// Directory of it.
    pub dir: PathBuf,
    table: Table,
    /// `workspace.members`, compiled when first asked for.
    pub(super) member_globs: OnceCell<GlobSet>,
}

/// Why a manifest could not be read.
#[derive(Debug, Clone)]
pub(super) struct Broken {
    /// 1-based line and column.
    pub position: Option<(u32, u32)>,
    /// One lower-case line. Never quotes the manifest: it may be a link to something else.
    pub message: String,
}

impl From<String> for Broken {
    fn from(message: String) -> Self {
        Broken { position: None, message }
    }
}

impl Manifest {
    /// Parses the text of `dir`'s manifest.
    pub fn parse(dir: &Path, text: &str) -> Result<Self, Broken> {
        let table = text.parse::<Table>().map_err(|error| {
            let position = error.span().map(|span| {
                let at = LineIndex::new(text).line_column(text, span.start as u32);
                (at.line, at.column)
            });
            Broken { position, message: format!("is not valid TOML: {}", error.message()) }
        })?;
        let manifest = Manifest::of(dir, table);
        match (manifest.package(), manifest.workspace()) {
            (None, None) => Err("has neither `[package]` nor `[workspace]`".to_owned().into()),
            (Some(package), _) if text_of(package, "name").is_none() => {
                Err("names no package".to_owned().into())
            }
            _ => Ok(manifest),
        }
    }

    /// What stands in for a manifest that cannot be read: a package named like its directory, of the files that lie
    /// where cargo expects them. Edition 2021, since nothing older is likely and no later one has other paths.
    pub fn by_convention(dir: &Path) -> Self {
        let name = dir.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let fields = [("name", name), ("edition", "2021".to_owned())];
        let package = fields.map(|(key, value)| (key.to_owned(), Value::String(value)));
        let package = Value::Table(package.into_iter().collect());
        Manifest::of(dir, [("package".to_owned(), package)].into_iter().collect())
    }

    fn of(dir: &Path, table: Table) -> Self {
        Manifest {
            path: dir.join("Cargo.toml"),
            dir: dir.to_path_buf(),
            table,
            member_globs: OnceCell::new(),
        }
    }

    /// `[package]`, or `[project]` as it was called before.
    pub fn package(&self) -> Option<&Table> {
        table_of(&self.table, "package").or_else(|| table_of(&self.table, "project"))
    }

    /// `[workspace]`.
    pub fn workspace(&self) -> Option<&Table> {
        table_of(&self.table, "workspace")
    }

    /// The package's name.
    pub fn name(&self) -> Option<&str> {
        text_of(self.package()?, "name")
    }

    /// A top-level table.
    pub fn section(&self, key: &str) -> Option<&Table> {
        table_of(&self.table, key)
    }

    /// The tables of `[[key]]`.
    pub fn sections(&self, key: &str) -> impl Iterator<Item = &Table> {
        self.table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
    }

    /// The whole document.
    pub fn document(&self) -> &Table {
        &self.table
    }

    /// The version: `0.0.0` unless said otherwise. `root` is the workspace it may be inherited from.
    pub fn version(&self, root: Option<&Manifest>) -> String {
        let version = match self.package().and_then(|package| package.get("version")) {
            Some(Value::String(text)) => Some(text.as_str()),
            Some(_) => root
                .and_then(Manifest::workspace)
                .and_then(|table| table_of(table, "package").and_then(|shared| text_of(shared, "version"))),
            None => None,
        };
        version.unwrap_or("0.0.0").to_owned()
    }

    /// The edition: 2015 unless said otherwise. `root` is the workspace it may be inherited from.
    ///
    /// An edition that is not known yet, or inherited from nowhere, counts as the latest known.
    pub fn edition(&self, root: Option<&Manifest>) -> u16 {
        match self.package().and_then(|package| package.get("edition")) {
            None => 2015,
            Some(Value::String(text)) => edition_number(text),
            Some(_) => {
                let shared = root.and_then(Manifest::workspace).and_then(|table| table_of(table, "package"));
                shared.and_then(|table| text_of(table, "edition")).map_or(2024, edition_number)
            }
        }
    }
}

/// `"2021"` as a number; what is not known counts as the latest.
pub(super) fn edition_number(text: &str) -> u16 {
    match text {
        "2015" => 2015,
        "2018" => 2018,
        "2021" => 2021,
        _ => 2024,
    }
}

/// `table.key`, if it is a table.
pub(super) fn table_of<'a>(table: &'a Table, key: &str) -> Option<&'a Table> {
    table.get(key)?.as_table()
}

/// `table.key`, if it is a text.
pub(super) fn text_of<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.get(key)?.as_str()
}

/// `table.key`, if it is a boolean.
pub(super) fn flag_of(table: &Table, key: &str) -> Option<bool> {
    table.get(key)?.as_bool()
}

/// The texts of the array `table.key`.
pub(super) fn texts_of<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}
