//! The texts of a run and their summaries: read and lowered in parallel, once each.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use typed_arena::Arena;

use super::Progress;
use super::digest::Digest;
use super::kept::{Kept, Read, WORTH_KEEPING};
use super::origins::{Expansion, Origins};
use crate::cache::Cache;
use crate::discover::{Boundary, FoundFile, Project, Selection, read_source, real_path};
use crate::finding::{FileId, Files, Problem, SourceFile, Statistics, display_path};
use crate::index::{Index, Site};
use crate::lower::{Bodies, lower};
use crate::source::Span;
use crate::stdlib;
use crate::summary::{FileSummary, load, store};

/// All files that were read.
pub(super) struct Sources<'s> {
    /// Their texts.
    pub files: Files,
    /// What went wrong.
    pub problems: Vec<Problem>,
    summaries: Vec<&'s FileSummary>,
    selected: Vec<bool>,
    /// Files that a target reaches.
    reached: FxHashSet<FileId>,
    by_path: FxHashMap<PathBuf, FileId>,
    /// Files that could not be read: said once.
    failed: FxHashMap<PathBuf, String>,
    /// Those of them that are told of where a module is declared.
    explained: FxHashSet<PathBuf>,
    /// Files of dependencies.
    foreign: FxHashSet<FileId>,
    /// A dependency's file is the project's too.
    pub is_mixed: bool,
    /// What macros made.
    origins: Origins,
    /// How many of the files are std's signatures.
    std_files: usize,
    arena: &'s Arena<FileSummary>,
    /// Which bodies of the project are read.
    bodies: Bodies,
    boundary: Boundary,
    selection: Selection,
}

/// What can be asked from any thread.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// All texts.
    pub files: &'a Files,
    selected: &'a [bool],
    foreign: &'a FxHashSet<FileId>,
    origins: &'a Origins,
    std_files: usize,
}

impl View<'_> {
    /// Whether a file is one of the project's, and not std's or a dependency's.
    pub fn is_own(&self, file: FileId) -> bool {
        file.0 as usize >= self.std_files && !self.foreign.contains(&file)
    }

    /// Whether findings in a file are asked for.
    pub fn is_selected(&self, file: FileId) -> bool {
        self.selected[file.0 as usize]
    }

    /// Whether findings in the body of an item are asked for, in the crate that it stands in. A file that several crates
    /// reach counts in the first.
    pub(super) fn asks_for(&self, index: &Index, site: &Site) -> bool {
        self.is_own(site.file)
            && self.is_selected(site.file)
            && index.home.get(&site.file) == Some(&index.module(site.module).krate)
    }

    /// Where what macros made was written.
    pub(super) fn origins(&self) -> &Origins {
        self.origins
    }

    /// The place of a file of the project that a part of a file was written at, if that is what a macro made.
    pub fn written(&self, file: FileId, span: Span) -> (FileId, Span) {
        let place = self.origins.place(file, span);
        (place.file, place.span)
    }
}

/// What was read of std's signatures and of the project's files.
pub(super) struct ReadFiles {
    std: Vec<FileSummary>,
    own: Vec<Result<(String, Read), String>>,
}

/// Lowers std's signatures, and reads and lowers the files of the project, each on one worker.
pub(super) fn read_files(
    project: &Project,
    bodies: Bodies,
    cache: &Cache,
    progress: &(dyn Fn(Progress) + Sync),
) -> ReadFiles {
    let files = &project.files;
    let done = AtomicUsize::new(0);
    let kept = Kept::new(cache, &project.boundary.roots, bodies, files);
    let pieces = kept.pieces();
    let read = |file: &FoundFile| {
        let read = read_source(&project.boundary, &file.path).map(|text| {
            let summary = pieces.read(&file.path, &text);
            (text, summary)
        });
        progress(Progress::Reading { done: done.fetch_add(1, Ordering::Relaxed) + 1, of: files.len() });
        read
    };
    let worth = if files.len() < WORTH_KEEPING { Cache::default() } else { cache.clone() };
    let (std, own) = rayon::join(
        || std_signatures(&worth),
        || files.par_iter().with_max_len(4).map(read).collect::<Vec<_>>(),
    );
    pieces.keep(files, own.iter().flatten().map(|(_, read)| read));
    ReadFiles { std, own }
}

/// Which build of the linter reads them is part of every key.
fn std_signatures(cache: &Cache) -> Vec<FileSummary> {
    const KEY: &str = "std";
    let kept = cache.load(KEY).and_then(|entry| load::<Vec<FileSummary>>(entry.value()).ok());
    let texts: Vec<_> = stdlib::texts().collect();
    kept.filter(|kept| kept.len() == texts.len()).unwrap_or_else(|| {
        let read: Vec<_> = texts.par_iter().map(|(_, text)| lower(text, Bodies::Drop)).collect();
        store(&read).into_iter().for_each(|bytes| cache.write(KEY, Vec::new(), &bytes));
        read
    })
}

impl<'s> Sources<'s> {
    pub fn new(arena: &'s Arena<FileSummary>, project: &Project, bodies: Bodies) -> Self {
        Sources {
            files: Files::default(),
            problems: Vec::new(),
            summaries: Vec::new(),
            selected: Vec::new(),
            reached: FxHashSet::default(),
            by_path: FxHashMap::default(),
            failed: FxHashMap::default(),
            explained: FxHashSet::default(),
            foreign: FxHashSet::default(),
            is_mixed: false,
            origins: Origins::default(),
            std_files: 0,
            arena,
            bodies,
            boundary: project.boundary.clone(),
            selection: project.selection.clone(),
        }
    }

    /// The files of std's signatures, and that of `test`.
    pub fn std_files(&self) -> impl Iterator<Item = FileId> {
        (0..self.std_files as u32).map(FileId)
    }

    /// What checking bodies needs to know.
    pub fn view(&self) -> View<'_> {
        View {
            files: &self.files,
            selected: &self.selected,
            foreign: &self.foreign,
            origins: &self.origins,
            std_files: self.std_files,
        }
    }

    /// Adds what was read of the project's files; std's signatures become the first, the last of them those of `test`.
    pub fn add_all(&mut self, files: &[FoundFile], ReadFiles { std, own }: ReadFiles) {
        self.std_files = std.len();
        for ((name, text), summary) in stdlib::texts().zip(std) {
            self.add(PathBuf::from(format!("std/{name}.rs")), text.to_owned(), summary, false);
        }
        for (file, read) in files.iter().zip(own) {
            match read {
                Ok((text, read)) => {
                    self.add(file.path.clone(), text, read.summary, file.selected);
                }
                Err(message) => {
                    self.failed.insert(file.path.clone(), message);
                }
            }
        }
    }

    fn add(&mut self, path: PathBuf, text: String, summary: FileSummary, selected: bool) -> FileId {
        let id = self.files.add(SourceFile { path: path.clone(), text });
        self.summaries.push(self.arena.alloc(summary));
        self.selected.push(selected);
        self.by_path.insert(path, id);
        id
    }

    /// Adds a dependency's file: for its items only. One that the walk found too (vendored sources that are committed)
    /// stays the project's.
    pub fn add_foreign(&mut self, path: PathBuf, summary: FileSummary) {
        if self.by_path.contains_key(&path) {
            self.is_mixed = true;
            return;
        }
        let id = self.add(path, String::new(), summary, false);
        self.foreign.insert(id);
    }

    /// Adds what a macro made, a file of its own.
    pub fn add_expansion(&mut self, expansion: Expansion, text: String, summary: FileSummary) -> FileId {
        let of = expansion.of;
        let id = self.files.add(SourceFile { path: self.files.get(of).path.clone(), text });
        self.summaries.push(self.arena.alloc(summary));
        self.selected.push(self.selected[of.0 as usize]);
        if self.foreign.contains(&of) {
            self.foreign.insert(id);
        }
        self.origins.insert(id, expansion);
        id
    }

    /// Notes what decides all that an expansion says, but for where the call stands.
    pub fn set_digest(&mut self, file: FileId, digest: Digest) {
        self.origins.set_digest(file, digest);
    }

    /// Where what macros made was written.
    pub fn origins(&self) -> &Origins {
        &self.origins
    }

    /// Whether a file is a dependency's and not the project's too.
    pub fn is_foreign(&self, file: FileId) -> bool {
        self.foreign.contains(&file)
    }

    /// Which bodies of the project are read.
    pub fn bodies(&self) -> Bodies {
        self.bodies
    }

    /// The summary of a file.
    pub fn summary(&self, file: FileId) -> &'s FileSummary {
        self.summaries[file.0 as usize]
    }

    /// Whether findings in a file are asked for.
    pub fn is_selected(&self, file: FileId) -> bool {
        self.selected[file.0 as usize]
    }

    /// Findings in a file are not asked for: nobody wrote it.
    pub fn set_aside(&mut self, file: FileId) {
        self.selected[file.0 as usize] = false;
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &Path {
        &self.files.get(file).path
    }

    /// All files of the project, in order.
    pub fn all(&self) -> impl Iterator<Item = FileId> {
        let own = (self.std_files as u32..self.summaries.len() as u32).map(FileId);
        own.filter(|file| !self.foreign.contains(file) && !self.origins.is_expansion(*file))
    }

    /// Notes that a target reaches a file.
    pub fn reach(&mut self, file: FileId) {
        self.reached.insert(file);
    }

    /// Whether a target reaches a file.
    pub fn is_reached(&self, file: FileId) -> bool {
        self.reached.contains(&file)
    }

    /// The file at `path`, read now if the walk did not list it (it may be ignored by git, or lie elsewhere).
    /// `Ok(None)` if there is nothing at `path`; an error if there is something that cannot be read.
    ///
    /// `own`: the project names the path, so that an error is one of the run's.
    pub fn at(&mut self, path: &Path, own: bool) -> Result<Option<FileId>, String> {
        if let Some(id) = self.by_path.get(path) {
            return Ok(Some(*id));
        }
        if path.symlink_metadata().is_err() {
            return Ok(None);
        }
        let real = real_path(path);
        if let Some(id) = self.by_path.get(&real) {
            return Ok(Some(*id));
        }
        if let Some(message) = self.failed.get(&real) {
            return Err(message.clone());
        }
        let text = read_source(&self.boundary, &real).inspect_err(|message| {
            if own {
                self.failed.insert(real.clone(), message.clone());
            }
        })?;
        let summary = lower(&text, self.bodies);
        let selected = self.selection.contains(&real);
        Ok(Some(self.add(real, text, summary, selected)))
    }

    /// Says that what the `include!` at `span` names is not read. A file that was included too often already is no
    /// problem: files may include each other.
    pub fn not_included(&mut self, file: FileId, span: Span, path: &Path, optional: bool) {
        let shown = display_path(path, self.path(file).parent().unwrap_or(Path::new("")));
        let message = match self.at(path, false) {
            Ok(Some(_)) => return,
            Ok(None) => format!("the included file is missing: there is no `{shown}`"),
            Err(why) => format!("the included file is left out: `{shown}` {why}"),
        };
        let (file, span) = self.origins.call(file, span);
        let source = self.files.get(file);
        let at = source.line_index().line_column(&source.text, span.start);
        self.problems.push(Problem {
            path: source.path.clone(),
            position: Some((at.line, at.column)),
            message,
            incomplete: !optional && self.is_selected(file),
        });
    }

    /// Notes that it is said elsewhere that a file cannot be read.
    pub fn explain(&mut self, path: PathBuf) {
        self.explained.insert(path);
    }

    /// Turns what could not be read into problems: those of files that a target reaches leave the run incomplete.
    /// `wanted` are the paths that some target needs.
    pub fn report(&mut self, wanted: &FxHashSet<PathBuf>) {
        for (path, message) in self.failed.iter().filter(|(path, _)| !self.explained.contains(*path)) {
            let incomplete =
                (wanted.contains(path) || self.selection.names(path)) && self.selection.contains(path);
            let problem =
                Problem { path: path.clone(), position: None, message: message.clone(), incomplete };
            self.problems.push(problem);
        }
        for id in self.all().collect::<Vec<_>>() {
            let errors = &self.summary(id).errors;
            if errors.is_empty() {
                continue;
            }
            let file = self.files.get(id);
            let lines = file.line_index();
            for error in errors {
                let at = lines.line_column(&file.text, error.span.start);
                self.problems.push(Problem {
                    path: file.path.clone(),
                    position: Some((at.line, at.column)),
                    message: error.message.clone(),
                    incomplete: (self.is_reached(id) || self.selection.names(&file.path))
                        && self.is_selected(id),
                });
            }
        }
    }

    /// Counts files and lines that are asked for.
    pub fn count(&self, statistics: &mut Statistics) {
        for id in self.all().filter(|id| self.is_selected(*id)) {
            match self.is_reached(id) {
                true => statistics.files += 1,
                false => statistics.loose_files += 1,
            }
            statistics.lines += count_lines(&self.files.get(id).text);
        }
    }
}

/// As many as `str::lines` gives, which looks for the end of each by itself.
fn count_lines(text: &str) -> usize {
    let ends = text.bytes().filter(|byte| *byte == b'\n').count();
    ends + usize::from(!text.is_empty() && !text.ends_with('\n'))
}
