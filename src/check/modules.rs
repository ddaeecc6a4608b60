//! Follows `mod name;` from a crate's root to all files of the crate.

use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};

use super::sources::Sources;
use crate::discover::{InlineModule, module_files, real_path};
use crate::finding::{FileId, Problem, display_path};
use crate::index::{MAX_VISITS, ModFile, ModFiles, ModPlace};
use crate::summary::{Item, ItemKind, Mod};

/// The files of a crate's modules.
pub(super) struct Modules<'s> {
    /// The files of their declarations.
    pub mods: ModFiles<'s>,
    /// All files, the root included.
    pub files: Vec<FileId>,
}

/// What a crate is followed for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Mode {
    /// A target: what is missing is a problem.
    Target,
    /// A loose file: what is missing is not.
    Loose,
    /// A dependency: nothing that goes wrong is the project's.
    Foreign,
}

/// Follows all modules of the crate whose root is `root`. `wanted` collects paths that targets need.
pub(super) fn follow<'s>(
    sources: &mut Sources<'s>,
    root: FileId,
    mode: Mode,
    wanted: &mut FxHashSet<PathBuf>,
) -> Modules<'s> {
    let modules = Modules { mods: FxHashMap::default(), files: Vec::new() };
    let mut walk = Walk { sources, mode, wanted, stack: Vec::new(), visits: FxHashMap::default(), modules };
    walk.file(root, true);
    walk.modules
}

/// Follows the modules that an expansion declares: a call in the first file made the second. `place` is where they lie.
pub(super) fn follow_expansion<'s>(
    sources: &mut Sources<'s>,
    (written, made): (FileId, FileId),
    place: impl FnOnce() -> ModPlace,
    mode: Mode,
    wanted: &mut FxHashSet<PathBuf>,
) -> Modules<'s> {
    let modules = Modules { mods: FxHashMap::default(), files: Vec::new() };
    let may_declare = |item: &Item| matches!(item.kind, ItemKind::Mod(_) | ItemKind::Macro(_));
    // Few do.
    if !sources.summary(made).items.iter().any(may_declare) {
        return modules;
    }
    let place = place();
    let owns_dir = place.is_root || sources.path(written).file_name().is_some_and(|name| name == "mod.rs");
    let inline = place.inline.iter().map(|name| InlineModule { name: *name, path: None }).collect();
    let stack = vec![written, made];
    let mut walk = Walk { sources, mode, wanted, stack, visits: FxHashMap::default(), modules };
    // What a macro makes may be under a `cfg` of the macro's.
    let summary = walk.sources.summary(made);
    walk.items(&summary.items, &Around { owns_dir, inline, optional: true });
    walk.modules
}

struct Walk<'a, 's> {
    sources: &'a mut Sources<'s>,
    mode: Mode,
    wanted: &'a mut FxHashSet<PathBuf>,
    /// Files from the root to the one at hand.
    stack: Vec<FileId>,
    visits: FxHashMap<FileId, u32>,
    modules: Modules<'s>,
}

/// Where a declaration stands.
#[derive(Clone)]
struct Around<'s> {
    owns_dir: bool,
    inline: Vec<InlineModule<'s>>,
    /// Under a `cfg`: the file may rightly be missing.
    optional: bool,
}

impl<'s> Walk<'_, 's> {
    fn file(&mut self, file: FileId, owns_dir: bool) {
        let visits = self.visits.entry(file).or_default();
        *visits += 1;
        if *visits == 1 {
            self.modules.files.push(file);
        }
        self.stack.push(file);
        let summary = self.sources.summary(file);
        self.items(
            &summary.items,
            &Around { owns_dir, inline: Vec::new(), optional: summary.attrs.cfg.is_some() },
        );
        self.stack.pop();
    }

    fn items(&mut self, items: &'s [Item], around: &Around<'s>) {
        for item in items {
            match &item.kind {
                ItemKind::Mod(decl) => self.module(item, decl, around),
                ItemKind::Macro(call) => {
                    if let Some(items) = &call.items {
                        // What a macro wraps may be under a `cfg` of the macro's.
                        self.items(items, &Around { optional: true, ..around.clone() });
                    }
                }
                _ => {}
            }
        }
    }

    fn module(&mut self, item: &'s Item, decl: &'s Mod, around: &Around<'s>) {
        let optional = around.optional || item.attrs.cfg.is_some();
        if let Some(items) = &decl.content {
            let mut inner = Around { optional, ..around.clone() };
            inner.inline.push(InlineModule { name: decl.name, path: decl.paths.first().map(String::as_str) });
            return self.items(items, &inner);
        }
        let Some(&declared_in) = self.stack.last() else { return };
        let candidates = self.candidates(declared_in, decl, around);
        // With several `#[path]`s each is under a `cfg_attr`, and each may be meant.
        let all = if decl.paths.len() > 1 { decl.paths.len() } else { 0 };
        let mut is_there = false;
        for (at, (path, owns_dir)) in candidates.iter().enumerate() {
            if is_there && at >= all {
                return;
            }
            match self.sources.at(path, self.mode != Mode::Foreign) {
                Ok(Some(file)) => self.found(declared_in, item, file, *owns_dir),
                Ok(None) => continue,
                Err(message) => self.unreadable(declared_in, item, decl, path, &message, optional),
            }
            is_there = true;
        }
        if is_there {
            return;
        }
        if self.mode == Mode::Target {
            let shown: Vec<String> =
                candidates.iter().map(|(path, _)| format!("`{}`", self.shown(declared_in, path))).collect();
            let message =
                format!("the file of module `{}` is missing: there is no {}", decl.name, shown.join(" or "));
            self.problem(declared_in, item, message, optional);
        }
    }

    /// Where the file may lie. A loose file may be a crate's root or a module: its children lie beside or below it.
    fn candidates(&self, file: FileId, decl: &Mod, around: &Around) -> Vec<(PathBuf, bool)> {
        let path = self.sources.path(file);
        let both = self.mode == Mode::Loose && self.stack.len() == 1;
        let guesses = if both { vec![true, false] } else { vec![around.owns_dir] };
        let mut found = Vec::new();
        for owns_dir in guesses {
            let files = module_files(path, owns_dir, &around.inline, decl.name, &decl.paths);
            found.extend(files.into_iter().map(|file| (file.path, file.owns_dir)));
        }
        found
    }

    fn found(&mut self, declared_in: FileId, item: &Item, file: FileId, owns_dir: bool) {
        if self.stack.contains(&file) {
            let message = "this module is one of those it stands in: its file is not read again".to_owned();
            return self.problem(declared_in, item, message, false);
        }
        if self.visits.get(&file).is_some_and(|visits| *visits >= MAX_VISITS) {
            return;
        }
        let target = ModFile { file, summary: self.sources.summary(file) };
        let files = self.modules.mods.entry((declared_in, item.span)).or_default();
        if files.iter().all(|known| known.file != file) {
            files.push(target);
        }
        self.file(file, owns_dir);
    }

    /// A path as the file that declares its module sees it.
    fn shown(&self, declared_in: FileId, path: &Path) -> String {
        let dir = self.sources.path(declared_in).parent().unwrap_or(Path::new(""));
        display_path(path, dir)
    }

    /// Says where a module is declared that its file cannot be read.
    fn unreadable(&mut self, file: FileId, item: &Item, decl: &Mod, path: &Path, why: &str, optional: bool) {
        let real = real_path(path);
        if self.mode == Mode::Target && self.sources.is_selected(file) {
            self.sources.explain(real.clone());
        }
        if self.mode == Mode::Target && !optional {
            self.wanted.insert(real);
        }
        let shown = self.shown(file, path);
        let message = format!("the file of module `{}` is left out: `{shown}` {why}", decl.name);
        self.problem(file, item, message, optional);
    }

    fn problem(&mut self, file: FileId, item: &Item, message: String, optional: bool) {
        if self.mode != Mode::Target {
            return;
        }
        let source = self.sources.files.get(file);
        let at = source.line_index().line_column(&source.text, item.name_span.start);
        self.sources.problems.push(Problem {
            path: source.path.clone(),
            position: Some((at.line, at.column)),
            message,
            incomplete: !optional && self.sources.is_selected(file),
        });
    }
}
