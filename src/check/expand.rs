//! Expands macro calls where items stand, round by round: what they make can define macros and call others.

use std::path::PathBuf;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::definitions::Definitions;
use super::digest::{Digest, Digester};
use super::included::included;
use super::made::{Earlier, IN_TRAIT, Keep, Lowering, Made, Why, condition, lowered, unexpanded};
use super::modules::{Mode, follow_expansion};
use super::origins::Expansion;
use super::sources::{Sources, View};
use crate::discover::Project;
use crate::expand::{Definition, Failure, Fuel, PASTE, Reach, Unfolded, paste, trees, unfold};
use crate::finding::FileId;
use crate::index::{Builder, CrateId, Index, MacroId, Makes, ModFile, ModPlace, Pending, crate_mark};
use crate::lower::Bodies;
use crate::source::Span;
use crate::summary::Name;

/// Calls within what calls make. Few macros need more, and those that do take long and make little that is asked for.
const MAX_ROUNDS: usize = 32;

/// Tokens that one call may make, with all that is matched on the way.
const FUEL: usize = 400_000;

/// The same for all calls of dependencies, and for all of the project.
const ALL_FUEL: usize = 48_000_000;

/// The same for all calls of one dependency: bindings of an operating system leave others theirs.
const CRATE_FUEL: usize = 8_000_000;

/// Calls that are expanded at a time, between looks at what is left: what they make is held in memory.
const BATCH: usize = 128;

/// What calls there are, and what was made of them.
#[derive(Default)]
pub(super) struct Expander {
    definitions: Definitions,
    pub earlier: Earlier,
    /// What calls made: a file that two crates reach is expanded once.
    made: FxHashMap<Key, FileId>,
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
    /// `earlier`: what is known of dependencies' calls.
    pub fn new(earlier: Earlier, project: &Project) -> Self {
        let packages = project.packages.iter().map(|package| (package.dir.clone(), package.name.clone()));
        let (packages, roots) = (packages.collect(), project.boundary.roots.clone());
        Expander { earlier, packages, roots, ..Expander::default() }
    }

    /// Makes room for all definitions that there are.
    pub(super) fn know(&mut self, index: &Index) {
        self.definitions.know(index, self.earlier.is_on());
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
            self.know(builder.index());
            // Past the bound only what is written is read, which ends. What has no definition costs nothing.
            let undefined = calls.iter().all(|(pending, ids)| !is_known(pending, ids));
            let go_on = undefined || round < MAX_ROUNDS;
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
                    keep.into_iter().for_each(|keep| self.earlier.note(keep));
                    let krate = builder.index().module(pending.module).krate;
                    let mode = modes.get(&krate).copied().unwrap_or(Mode::Foreign);
                    self.add(sources, builder, pending, definitions, made, mode, wanted);
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
            let lowering = Lowering::new(&self.earlier, bodies);
            let make = || self.expand_one(sources, &lowering, builder, pending, ids);
            let used = self.used.get(&index.module(pending.module).krate);
            if !is_own && used.is_some_and(|used| *used >= CRATE_FUEL) {
                return (unexpanded(pending, Why::Bound), None);
            }
            match self.known(pending, index, ids) {
                // It is not asked for.
                Some(_) => (Made::AsWritten, None),
                None if is_own || !self.earlier.is_on() || !is_known(pending, ids) => {
                    (make(), lowering.kept())
                }
                None => {
                    let (made, keep) = self.earlier.get(self.digest(index, pending, ids), make);
                    (made, Some(keep))
                }
            }
        };
        // Some of the project's are long; most of dependencies' are known.
        let rest = calls.iter().filter(|(pending, _)| !sources.is_own(pending.file)).count();
        let at_a_time = if rest * 2 > calls.len() { 16 } else { 1 };
        calls.par_iter().with_min_len(at_a_time).map(each).collect()
    }

    /// All that [`Expander::expand_one`] goes by, other than what bodies are kept.
    fn digest(&self, index: &Index, pending: &Pending, ids: &[MacroId]) -> Digest {
        let mut digester = Digester::default();
        for id in ids {
            self.definitions.digest(index, *id, &mut digester);
            digester.text(mark(index, *id, index.module(pending.module).krate));
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

    fn expand_one(
        &self,
        sources: View,
        lowering: &Lowering,
        builder: &Builder,
        pending: &Pending,
        ids: &[MacroId],
    ) -> Made {
        let index = builder.index();
        let written = pending.macro_item.items.is_some();
        let fallback = |why| unexpanded(pending, why);
        let definition = |id: &MacroId| Some((*id, self.definition(index, *id)?));
        let definitions: Vec<(MacroId, &Definition)> = ids.iter().filter_map(definition).collect();
        let name = name(pending);
        if definitions.is_empty() {
            return match name {
                // Where the code is compiled it is not there.
                "compile_error" => Made::Nothing,
                "include" | "include_proto" if !pending.is_member() => {
                    included(name, &pending.macro_item.call.tokens).unwrap_or_else(|| fallback(Why::Include))
                }
                "include_proto" | "include_file_descriptor_set" => fallback(Why::Include),
                PASTE => self.pasted(sources, lowering, pending),
                _ => fallback(Why::NoDefinition),
            };
        }
        // A type is one and the same in all builds, or none that is known.
        if pending.makes == Makes::Type && definitions.len() > 1 {
            return fallback(Why::NoDefinition);
        }
        if written && definitions.iter().all(|(_, definition)| definition.passes_on()) {
            return Made::AsWritten;
        }
        let origins = sources.origins();
        let origin = |span: Span| origins.origin(pending.file, span);
        let call = trees(&pending.macro_item.call.tokens, &origin);
        let krate = index.module(pending.module).krate;
        let mut failure = Failure::NoArm;
        for (at, (id, definition)) in definitions.iter().enumerate() {
            let mut fuel = Fuel::new(FUEL);
            let helper = |name: &str| self.definition(index, builder.exported_by(*id, Name::from(name))?);
            // Of the project's own, what is made of it in the end is to stand where it was written.
            let reach = if sources.is_own(pending.file) { Reach::Items } else { Reach::Members };
            let mark = mark(index, *id, krate);
            match unfold((definition, name), &call, mark, (&helper, reach), &mut fuel) {
                // Under another `cfg` it may make something.
                Ok(made) if made.trees.is_empty() && at + 1 < definitions.len() => {}
                Ok(Unfolded { trees, handed_on }) => {
                    return lowered(lowering, pending, &trees, (FUEL - fuel.left(), handed_on));
                }
                Err(why) => failure = why,
            }
        }
        fallback(Why::Failed(failure))
    }

    fn pasted(&self, sources: View, lowering: &Lowering, pending: &Pending) -> Made {
        let origins = sources.origins();
        let call = trees(&pending.macro_item.call.tokens, &|span| origins.origin(pending.file, span));
        let mut fuel = Fuel::new(FUEL);
        match paste(&call, &mut fuel) {
            Ok(made) => lowered(lowering, pending, &made, (FUEL - fuel.left(), 0)),
            Err(why) => unexpanded(pending, why.into()),
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn add<'s>(
        &mut self,
        sources: &mut Sources<'s>,
        builder: &mut Builder<'s>,
        pending: &Pending<'s>,
        definitions: &[MacroId],
        made: Made,
        mode: Mode,
        wanted: &mut FxHashSet<std::path::PathBuf>,
    ) {
        let known = self.known(pending, builder.index(), definitions);
        let krate = builder.index().module(pending.module).krate;
        let (mut written, mut place) = (pending.file, builder.mod_place(pending));
        let place_of = |made: &Made| match made {
            Made::Included(path) => sources.path(pending.file).parent().map(|dir| dir.join(path)),
            // A dependency's build is another's.
            Made::Output(name) if mode != Mode::Foreign => {
                self.output(sources, builder.index(), pending, name)
            }
            _ => None,
        };
        let (included, is_output) = (place_of(&made), matches!(made, Made::Output(_)));
        let file = match (known, made) {
            (Some(file), _) => file,
            (None, Made::AsWritten) => return builder.add_as_written(pending),
            (None, Made::Nothing) => return,
            (None, Made::Unread(why)) => {
                if matches!(why, Why::Failed(Failure::TooLarge)) {
                    self.charge(krate, (FUEL, 0));
                }
                self.unread.push(why);
                // Between the statements of a block it may be code.
                return builder.add_unread(pending, why != Why::NoItems);
            }
            (None, Made::Included(_) | Made::Output(_)) => {
                match self.included(sources, builder.index(), pending, included, is_output, mode) {
                    Some(file) => {
                        // Its modules lie beside it, whatever is around the call.
                        (written, place) = (file, ModPlace { is_root: true, inline: Vec::new() });
                        file
                    }
                    None => {
                        self.unread.push(Why::Include);
                        return builder.add_unread(pending, true);
                    }
                }
            }
            (None, Made::Items { text, pieces, summary, fuel, handed_on }) => {
                self.charge(krate, (fuel, handed_on));
                let at = sources.origins().call(pending.file, pending.macro_item.call.span);
                let file = sources.add_expansion(Expansion::new(at, pieces), text, summary);
                self.made.insert(key(pending, builder.index(), definitions), file);
                file
            }
        };
        let modules = follow_expansion(sources, (written, file), &place, mode, wanted);
        self.reach(sources, [written].iter().chain(&modules.files), mode);
        let made = ModFile { file, summary: sources.summary(file) };
        builder.add_expansion(pending, made, modules.mods);
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

/// Whether it is known what a call calls.
fn is_known(pending: &Pending, ids: &[MacroId]) -> bool {
    !ids.is_empty() || name(pending) == PASTE
}

/// What a call calls.
fn name<'s>(pending: &Pending<'s>) -> &'s str {
    pending.macro_item.call.path.segments.last().map_or("", |segment| segment.name.as_str())
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

/// What `$crate` becomes in what a call makes.
pub(super) fn mark(index: &Index, id: MacroId, krate: CrateId) -> &'static str {
    let of = index.macro_(id).krate;
    if of == krate { "crate" } else { Name::from(crate_mark(of).as_str()).as_str() }
}
