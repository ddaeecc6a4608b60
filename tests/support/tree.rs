//! Several files in one text, laid out in a directory of their own. No test lives here.
//!
//! ```text
//! //- /Cargo.toml
//! [dependencies]
//! other = { path = "other" }
//! //- /src/lib.rs
//! mod a;
//! ```
//!
//! What a package's manifest would only repeat is left out: where `src/lib.rs` or `src/main.rs` has no manifest
//! beside it, one is made; where a manifest lacks `[package]`, it is put in front, with what stands before the
//! first table added to it. The name is the directory's (`p` for the top), the edition is 2021.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use unawaited::check::{View, inspect};
use unawaited::discover::Request;
use unawaited::infer::Db;

/// A directory of files that is removed at the end.
pub struct Tree {
    _dir: TempDir,
    /// Its real path.
    pub root: PathBuf,
}

impl Tree {
    /// Lays out the files of `text`; one without any mark is `src/lib.rs`.
    pub fn new(text: &str) -> Tree {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let root = dir.path().canonicalize().expect("it exists");
        for (path, content) in files(text) {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
            std::fs::write(path, content).expect("a file");
        }
        Tree { _dir: dir, root }
    }

    /// Loads the whole tree and looks at what names and types are asked of.
    pub fn inspect<R: Send>(&self, look: impl FnOnce(&Db, View) -> R + Send) -> R {
        let request =
            Request { cwd: self.root.clone(), paths: vec![self.root.clone()], ..Request::default() };
        inspect(&request, look).expect("threads")
    }
}

/// The files of a text by path, manifests completed.
pub fn files(text: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut path = "src/lib.rs".to_owned();
    for line in dedent(text).lines() {
        match line.strip_prefix("//- /") {
            Some(next) => {
                path = next.trim().to_owned();
                files.entry(path.clone()).or_default();
            }
            None => {
                let file = files.entry(path.clone()).or_default();
                file.push_str(line);
                file.push('\n');
            }
        }
    }
    complete_manifests(&mut files);
    files
}

fn complete_manifests(files: &mut BTreeMap<String, String>) {
    let roots = files
        .keys()
        .filter_map(|path| ["src/lib.rs", "src/main.rs"].iter().find_map(|root| path.strip_suffix(root)));
    let needed: Vec<String> = roots.map(|dir| format!("{dir}Cargo.toml")).collect();
    for manifest in needed {
        files.entry(manifest).or_default();
    }
    for (path, content) in files.iter_mut().filter(|(path, _)| path.ends_with("Cargo.toml")) {
        if content.contains("[package]") || content.contains("[workspace]") {
            continue;
        }
        let name = Path::new(path)
            .parent()
            .and_then(Path::file_name)
            .map_or("p".into(), |name| name.to_string_lossy());
        let edition = if content.starts_with("edition") { "" } else { "edition = \"2021\"\n" };
        *content = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\n{edition}{content}");
    }
}

/// A text without the indentation that all its lines share, without empty lines around it.
pub fn dedent(text: &str) -> String {
    let lines: Vec<&str> = text.trim_matches('\n').trim_end().lines().collect();
    let indent = |line: &&str| line.len() - line.trim_start().len();
    let shared = lines.iter().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    lines.iter().map(|line| format!("{}\n", line.get(shared..).unwrap_or(""))).collect()
}
