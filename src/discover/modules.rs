//! Where the file of `mod name;` may lie. Paths only: nothing is looked up on disk.
//!
//! The rules are rustc's (`mod_dir_path`, `mod_file_path` and `default_submod_path` in `rustc_expand/src/module.rs`).

use std::path::{Path, PathBuf};

use super::paths::tidy;
use crate::summary::Name;

/// An inline module (`mod name { … }`) around a `mod` declaration.
#[derive(Debug, Clone, Copy)]
pub struct InlineModule<'a> {
    /// Its name.
    pub name: Name,
    /// Its first `#[path]`, which for an inline module names a directory.
    pub path: Option<&'a str>,
}

/// A file that `mod name;` may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleFile {
    /// Absolute path.
    pub path: PathBuf,
    /// Whether its own child modules lie beside it (`mod.rs`, and each file that a `#[path]` names) rather than in
    /// a directory of its name.
    pub owns_dir: bool,
}

/// Where `mod name;` may lie: candidates in order of preference, the first that exists is it.
///
/// `file` is the file that declares it; `owns_dir` whether the children of that file lie beside it: crate roots,
/// files that an `include!` names, and what [`ModuleFile::owns_dir`] says. `inline` are the inline modules around
/// the declaration, outermost first. `paths` are its `#[path]` values; where they come out of `cfg_attr` there can
/// be several, and none of them may hold, so the default places follow them.
pub fn module_files(
    file: &Path,
    owns_dir: bool,
    inline: &[InlineModule],
    name: Name,
    paths: &[String],
) -> Vec<ModuleFile> {
    let mut dir = file.parent().unwrap_or(file).to_path_buf();
    // The children of `a.rs` lie in `a/`, but its `#[path]`s start beside it, until an inline module is entered.
    let mut below = if owns_dir { None } else { file.file_stem() };
    for module in inline {
        match module.path {
            Some(path) => {
                dir.push(path);
                below = None;
            }
            None => {
                dir.extend(below.take());
                dir.push(module.name.as_str());
            }
        }
    }

    let named = paths.iter().map(|path| (dir.join(path), true)).collect::<Vec<_>>();
    dir.extend(below);
    let beside = (dir.join(format!("{name}.rs")), false);
    let within = (dir.join(name.as_str()).join("mod.rs"), true);
    let all = named.into_iter().chain([beside, within]);
    all.map(|(path, owns_dir)| ModuleFile { path: tidy(&path), owns_dir }).collect()
}
