//! Expands macro calls where items stand, round by round: what they make can define macros and call others.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::call::{mark, name, pastes};
use super::definitions::Definitions;
use super::digest::{Digest, Digester};
use super::earlier::{Earlier, Keep};
use super::made::{IN_TRAIT, Lowering, Made, Why, condition, unexpanded};
use super::modules::{Mode, follow_expansion};
use super::origins::Expansion;
use super::replay::Recorder;
use super::sources::{Sources, View};
use crate::discover::Project;
use crate::expand::{Definition, Failure};
use crate::finding::FileId;
use crate::index::{Builder, CrateId, Index, MacroId, Makes, ModFile, ModPlace, Pending};
use crate::lower::Bodies;
use crate::source::Span;

/// Calls within what calls make. Few macros need more, and those that do take long and make little that is asked for.
const MAX_ROUNDS: usize = 32;

/// Tokens that one call may make, with all that is matched on the way.
pub(super) const FUEL: usize = 400_000;

/// The same for all calls of dependencies, and for all of the project.
const ALL_FUEL: usize = 48_000_000;

/// The same for all calls of one dependency: bindings of an operating system leave others theirs.
const CRATE_FUEL: usize = 8_000_000;

/// Calls that are expanded at a time, between looks at what is left: what they make is held in memory.
const BATCH: usize = 128;

/// What calls there are, and what was made of them.
#[derive(Default)]
pub(super) struct Expander {
    pub(super) definitions: Definitions,
    pub earlier: Earlier,
    /// Of the dependencies that all else stands on: if there is one, what the project's calls make can be known.
    pub base: Option<Digest>,
    /// Of what becomes of dependencies' calls.
    pub recorder: Option<Recorder>,
    /// What calls made: a file that two crates reach is expanded once.
    made: FxHashMap<Key, FileId>,
    /// Nothing is expanded.
    pub is_off: bool,
    /// What is left of [`ALL_FUEL`], if any is used.
    pub fuel: Option<usize>,
    /// What each dependency has used.
    used: FxHashMap<CrateId, usize>,
    /// Files that dependencies' calls stand in, include or declare.
    pub foreign_files: Vec<FileId>,
    /// How often each file was included in a crate.
    pub(super) includes: FxHashMap<(CrateId, FileId), u32>,
    /// How many calls there were.
    pub calls: usize,
    /// Calls that were not read.
    pub unread: Vec<Why>,
    /// The project's packages, by directory, and where files may be read.
    pub(super) packages: Vec<(PathBuf, String)>,
    pub(super) roots: Vec<PathBuf>,
}

/// A definition and a call: their files and spans.
type Key = (FileId, Span, FileId, Span);

type Call<'s> = (Pending<'s>, SmallVec<[MacroId; 1]>);

impl Expander {
    /// `earlier`: what is known of calls. `is_off`: none is expanded.
    pub fn new(earlier: Earlier, project: &Project, is_off: bool) -> Self {
        let packages = project.packages.iter().map(|package| (package.dir.clone(), package.name.clone()));
        let (packages, roots) = (packages.collect(), project.boundary.roots.clone());
        Expander { earlier, is_off, packages, roots, ..Expander::default() }
    }

    /// Makes room for all definitions that there are.
    pub(super) fn know(&mut self, index: &Index, sources: View) {
        self.definitions.know(index, sources, self.earlier.is_on());
    }

    /// `None`: it is none that the language knows.
    pub(super) fn definition(&self, index: &Index, id: MacroId) -> Option<&Definition> {
        self.definitions.get(index, id)
    }

    /// Expands all calls that wait, and those that they make. `modes` says what a crate is followed for; crates that it
    /// does not know are dependencies.
    pub fn run<'s>(
        &mut self,
        sources: &mut Sources<'s>,
        builder: &mut Builder<'s>,
        modes: &FxHashMap<CrateId, Mode>,
        wanted: &mut FxHashSet<std::path::PathBuf>,
    ) {
        // Calls without a definition: what others make may define it.
        let mut waiting: Vec<Pending> = Vec::new();
        let mut known = 0;
        for round in 0.. {
            if known != builder.index().macros.len() {
                builder.put_back(waiting.drain(..));
                known = builder.index().macros.len();
            }
            let (mut calls, later) = take(builder);
            waiting.extend(later);
            if calls.is_empty() {
                calls = waiting.drain(..).map(|pending| (pending, SmallVec::new())).collect();
            }
            if calls.is_empty() {
                return;
            }
            self.know(builder.index(), sources.view());
            // Past the bound only what is written is read, which ends. What has no definition costs nothing.
            let undefined = calls.iter().all(|(pending, ids)| !is_known(pending, ids));
            let go_on = (undefined || round < MAX_ROUNDS) && !self.is_off;
            self.calls += calls.len();
            for calls in calls.chunks(BATCH) {
                let made: Vec<(Made, Option<Keep>)> = match go_on && self.fuel != Some(0) {
                    true => self.expand(sources.view(), sources.bodies(), builder, calls),
                    false => {
                        let why = |call: &Call| {
                            if is_known(&call.0, &call.1) { Why::Bound } else { Why::NoDefinition }
                        };
                        calls.iter().map(|call| (unexpanded(&call.0, why(call)), None)).collect()
                    }
                };
                for ((pending, definitions), (made, keep)) in calls.iter().zip(made) {
                    let known = self.known(pending, builder.index(), definitions);
                    if let Some(recorder) = &mut self.recorder {
                        recorder.note(pending, known, &made, keep.as_ref());
                    }
                    let is_whole = self.base.is_some() && placed(sources.view(), pending).is_some();
                    let digest = keep.as_ref().map(Keep::digest).filter(|_| is_whole);
                    keep.into_iter().for_each(|keep| self.earlier.note(keep));
                    let krate = builder.index().module(pending.module).krate;
                    let mode = modes.get(&krate).copied().unwrap_or(Mode::Foreign);
                    let file = self.add(sources, builder, pending, known, made, mode, wanted);
                    if let Some(file) = file {
                        self.made.entry(key(pending, builder.index(), definitions)).or_insert(file);
                        digest.into_iter().for_each(|digest| sources.set_digest(file, digest));
                        self.recorder.iter_mut().for_each(|recorder| recorder.made(file));
                    }
                }
            }
        }
    }

    fn expand(
        &self,
        sources: View,
        bodies: Bodies,
        builder: &Builder,
        calls: &[Call],
    ) -> Vec<(Made, Option<Keep>)> {
        let index = builder.index();
        let each = |(pending, ids): &Call| {
            let is_own = sources.is_own(pending.file);
            let bodies = if is_own { bodies } else { Bodies::Drop };
            let own = self.base.filter(|_| is_own).and_then(|base| Some((base, placed(sources, pending)?)));
            let lowering = Lowering::new(own.is_none().then_some(&self.earlier), bodies);
            let make = || self.expand_one(sources, &lowering, builder, pending, ids);
            let used = self.used.get(&index.module(pending.module).krate);
            if !is_own && used.is_some_and(|used| *used >= CRATE_FUEL) {
                return (unexpanded(pending, Why::Bound), None);
            }
            match self.known(pending, index, ids) {
                // It is not asked for.
                Some(_) => (Made::AsWritten, None),
                None if is_own && own.is_none() || !self.earlier.is_on() || !is_known(pending, ids) => {
                    (make(), lowering.kept())
                }
                None => {
                    let within = |(base, placed): (Digest, Placed)| (base, bodies, placed.within);
                    let digest = self.digest(index, (pending, ids), own.map(within));
                    match own {
                        Some((_, Placed { text, start, .. })) => {
                            self.earlier.of_own(digest, (text, start), make)
                        }
                        None => {
                            let (made, keep) = self.earlier.get(digest, make);
                            (made, Some(keep))
                        }
                    }
                }
            }
        };
        // Some of the project's are long; most of dependencies' are known.
        let rest = calls.iter().filter(|(pending, _)| !sources.is_own(pending.file)).count();
        let at_a_time = if rest * 2 > calls.len() { 16 } else { 1 };
        calls.par_iter().with_min_len(at_a_time).map(each).collect()
    }

    /// All that [`Expander::expand_one`] goes by. `own`: of a call of the project, what the base is, which bodies are
    /// kept, and what it stands within; the call's text is left out.
    fn digest(
        &self,
        index: &Index,
        (pending, ids): (&Pending, &[MacroId]),
        own: Option<(Digest, Bodies, Within)>,
    ) -> Digest {
        let mut digester = Digester::default();
        for id in ids {
            self.definitions.digest(index, *id, &mut digester);
            digester.text(mark(index, *id, index.module(pending.module).krate));
            if own.is_some() {
                self.definitions.digest_place(index, *id, &mut digester);
            }
        }
        if let Some((base, bodies, within)) = own {
            digester.digest(base);
            digester.number(bodies as u64);
            if let Some((expansion, at)) = within {
                digester.digest(expansion);
                digester.number(u64::from(at));
            }
        }
        let call = &pending.macro_item.call;
        digester.text(name(pending));
        digester.number(call.tokens.digest());
        digester.text(&condition(pending));
        let (in_trait, is_type) = (pending.makes == IN_TRAIT, pending.makes == Makes::Type);
        let place = [pending.macro_item.items.is_some(), pending.is_member(), in_trait, is_type];
        place.into_iter().for_each(|is| digester.number(u64::from(is)));
        digester.finish()
    }

    fn known(&self, pending: &Pending, index: &Index, ids: &[MacroId]) -> Option<FileId> {
        self.made.get(&key(pending, index, ids)).copied()
    }

    /// Puts in place what became of a call; gives the file that its items are in, if macros made them. `known`: that
    /// file, where the same call was expanded before.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn add<'s>(
        &mut self,
        sources: &mut Sources<'s>,
        builder: &mut Builder<'s>,
        pending: &Pending<'s>,
        known: Option<FileId>,
        made: Made,
        mode: Mode,
        wanted: &mut FxHashSet<std::path::PathBuf>,
    ) -> Option<FileId> {
        let place_of = |made: &Made| match made {
            Made::Included(path) => sources.path(pending.file).parent().map(|dir| dir.join(path)),
            // A dependency's build is another's.
            Made::Output(name) if mode != Mode::Foreign => {
                self.output(sources, builder.index(), pending, name)
            }
            _ => None,
        };
        let (included, is_output) = (place_of(&made), matches!(made, Made::Output(_)));
        let mut is_made = true;
        let file = match (known, made) {
            (Some(file), _) => file,
            (None, Made::AsWritten) => {
                builder.add_as_written(pending);
                return None;
            }
            (None, Made::Nothing) => return None,
            (None, Made::Unread(why)) => {
                self.add_unread(builder, pending, why);
                return None;
            }
            (None, Made::Included(_) | Made::Output(_)) => {
                let file = self.included(sources, builder.index(), pending, included, is_output, mode);
                let Some(file) = file else {
                    self.add_unread(builder, pending, Why::Include);
                    return None;
                };
                is_made = false;
                file
            }
            (None, Made::Items { text, pieces, summary, fuel, handed_on }) => {
                self.charge(builder.index().module(pending.module).krate, (fuel, handed_on));
                let at = sources.origins().call(pending.file, pending.macro_item.call.span);
                sources.add_expansion(Expansion::new(at, Arc::new(pieces).into()), text, summary)
            }
        };
        // The modules of what is included lie beside it, whatever is around the call.
        let written = if is_made { pending.file } else { file };
        let place = || match is_made {
            true => builder.mod_place(pending),
            false => ModPlace { is_root: true, inline: Vec::new() },
        };
        let modules = follow_expansion(sources, (written, file), place, mode, wanted);
        self.reach(sources, [written].iter().chain(&modules.files), mode);
        let made = ModFile { file, summary: sources.summary(file) };
        builder.add_expansion(pending, made, modules.mods);
        is_made.then_some(file)
    }

    fn add_unread<'s>(&mut self, builder: &mut Builder<'s>, pending: &Pending<'s>, why: Why) {
        if matches!(why, Why::Failed(Failure::TooLarge)) {
            self.charge(builder.index().module(pending.module).krate, (FUEL, 0));
        }
        self.unread.push(why);
        // Between the statements of a block it may be code.
        builder.add_unread(pending, why != Why::NoItems);
    }

    /// Counts what a call took: fuel, and calls of other macros.
    fn charge(&mut self, krate: CrateId, (fuel, handed_on): (usize, usize)) {
        self.calls += handed_on;
        self.fuel = Some(self.fuel.unwrap_or(ALL_FUEL).saturating_sub(fuel));
        *self.used.entry(krate).or_default() += fuel;
    }

    /// Notes what files an expansion leads to.
    fn reach<'f>(&mut self, sources: &mut Sources, files: impl Iterator<Item = &'f FileId>, mode: Mode) {
        match mode {
            Mode::Foreign => self.foreign_files.extend(files),
            Mode::Target => files.for_each(|file| sources.reach(*file)),
            Mode::Loose => {}
        }
    }
}

/// Of a call in what another one made, what decides that, and where it stands in there.
type Within = Option<(Digest, u32)>;

/// Where a call of the project stands.
#[derive(Clone, Copy)]
struct Placed<'v> {
    text: &'v str,
    /// What its places are counted from: the start of the call itself, or of the one around it that was written.
    start: u32,
    within: Within,
}

/// `None`: it stands in what is not known from run to run.
fn placed<'v>(sources: View<'v>, pending: &Pending) -> Option<Placed<'v>> {
    let span = pending.macro_item.call.span;
    let text = sources.files.get(pending.file).text.get(span.range())?;
    let origins = sources.origins();
    if !origins.is_expansion(pending.file) {
        return Some(Placed { text, start: span.start, within: None });
    }
    let (expansion, start) = origins.counted(pending.file)?;
    Some(Placed { text, start, within: Some((expansion, span.start)) })
}

/// Whether it is known what a call calls.
fn is_known(pending: &Pending, ids: &[MacroId]) -> bool {
    !ids.is_empty() || pastes(pending)
}

/// The calls that wait: those of what is known, and the others.
fn take<'s>(builder: &mut Builder<'s>) -> (Vec<Call<'s>>, Vec<Pending<'s>>) {
    let (known, unknown): (Vec<Call>, Vec<Call>) =
        builder.take_pending().into_iter().partition(|(pending, ids)| is_known(pending, ids));
    (known, unknown.into_iter().map(|(pending, _)| pending).collect())
}

/// What is not defined anywhere is known by its call alone.
fn key(pending: &Pending, index: &Index, ids: &[MacroId]) -> Key {
    let call = (pending.file, pending.macro_item.call.span);
    let definition = ids.first().map(|id| index.macro_(*id)).map_or(call, |data| (data.file, data.call.span));
    (definition.0, definition.1, call.0, call.1)
}
