//! Expands macro calls where items stand, round by round: what they make can define macros and call others.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::modules::{Mode, follow_expansion};
use super::origins::Expansion;
use super::sources::{Sources, View};
use crate::expand::{Definition, Failure, Fuel, Origin, Piece, Rendered, Tree, trees, unfold};
use crate::finding::FileId;
use crate::index::{Builder, CrateId, Index, MacroId, ModFile, Pending, crate_mark};
use crate::lower::{Bodies, lower};
use crate::source::Span;
use crate::summary::{FileSummary, Name};

/// Calls within what calls make. Few macros need more, and those that do take long and make little that is asked for.
const MAX_ROUNDS: usize = 32;

/// Tokens that one call may make, with all that is matched on the way.
const FUEL: usize = 400_000;

/// The same for all calls of a run.
const ALL_FUEL: usize = 12_000_000;

/// Why a call was not expanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Why {
    NoDefinition,
    /// `include!`, whose file is often made by a build script.
    Include,
    Failed(Failure),
    NoItems,
}

impl From<Failure> for Why {
    fn from(failure: Failure) -> Self {
        Why::Failed(failure)
    }
}

impl Why {
    /// In a few words.
    pub fn text(self) -> &'static str {
        match self {
            Why::NoDefinition => "definition not found",
            Why::Include => "file included that a build makes",
            Why::Failed(Failure::NoArm) => "call fits no arm of the definition",
            Why::Failed(Failure::Ambiguous) => "call fits the definition in several ways",
            Why::Failed(Failure::Repetition) => "repetitions of unlike lengths",
            Why::Failed(Failure::TooLarge) => "expansion too large",
            Why::NoItems => "expansion is no items",
        }
    }
}

/// What is to be done with a call.
enum Made {
    /// Its argument stands for itself.
    AsWritten,
    /// It makes nothing.
    Nothing,
    Unread(Why),
    Items {
        text: String,
        pieces: Vec<Piece>,
        summary: FileSummary,
        fuel: usize,
    },
}

/// Definitions that were read.
#[derive(Default)]
pub(super) struct Expander {
    definitions: FxHashMap<MacroId, Option<Arc<Definition>>>,
    /// What calls made: a file that two crates reach is expanded once.
    made: FxHashMap<Key, FileId>,
    fuel: Option<usize>,
    /// Calls that were not read.
    pub unread: Vec<Why>,
}

/// A definition and a call: their files and spans.
type Key = (FileId, Span, FileId, Span);

type Call<'s> = (Pending<'s>, SmallVec<[MacroId; 1]>);

impl Expander {
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
            let (mut calls, later) = take(sources, builder);
            waiting.extend(later);
            if calls.is_empty() {
                calls = waiting.drain(..).map(|pending| (pending, SmallVec::new())).collect();
            }
            if calls.is_empty() {
                return;
            }
            self.read_definitions(builder.index(), &calls);
            // Past the bound only what is written is read, which ends.
            let made: Vec<Made> = match round < MAX_ROUNDS && self.fuel != Some(0) {
                true => self.expand(sources.view(), sources.bodies(), builder.index(), &calls),
                false => {
                    calls.iter().map(|(pending, _)| unexpanded(pending, Failure::TooLarge.into())).collect()
                }
            };
            for ((pending, definitions), made) in calls.iter().zip(made) {
                let krate = builder.index().module(pending.module).krate;
                let mode = modes.get(&krate).copied().unwrap_or(Mode::Foreign);
                self.add(sources, builder, pending, definitions, made, mode, wanted);
            }
        }
    }

    fn read_definitions(&mut self, index: &Index, calls: &[Call]) {
        let wanted: FxHashSet<MacroId> = calls.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
        let wanted: Vec<MacroId> =
            wanted.into_iter().filter(|id| !self.definitions.contains_key(id)).collect();
        let read = |id: &MacroId| {
            let origin = |span| Origin::Definition(id.0, span);
            Definition::parse(&trees(&index.macro_(*id).call.tokens, &origin)).map(Arc::new)
        };
        let read: Vec<_> = wanted.par_iter().map(read).collect();
        self.definitions.extend(wanted.into_iter().zip(read));
    }

    fn expand(&self, sources: View, bodies: Bodies, index: &Index, calls: &[Call]) -> Vec<Made> {
        let each = |(pending, ids): &Call| match self.known(pending, index, ids) {
            // It is not asked for.
            Some(_) => Made::AsWritten,
            None => self.expand_one(sources, bodies, index, pending, ids),
        };
        calls.par_iter().with_min_len(16).map(each).collect()
    }

    fn known(&self, pending: &Pending, index: &Index, ids: &[MacroId]) -> Option<FileId> {
        self.made.get(&key(pending, index, *ids.first()?)).copied()
    }

    fn expand_one(
        &self,
        sources: View,
        bodies: Bodies,
        index: &Index,
        pending: &Pending,
        ids: &[MacroId],
    ) -> Made {
        let written = pending.macro_item.items.is_some();
        let fallback = |why| unexpanded(pending, why);
        let definitions: Vec<(MacroId, Arc<Definition>)> =
            ids.iter().filter_map(|id| Some((*id, self.definitions.get(id).cloned().flatten()?))).collect();
        let name = pending.macro_item.call.path.segments.last().map_or("", |segment| segment.name.as_str());
        if definitions.is_empty() {
            return match name {
                // Where the code is compiled it is not there.
                "compile_error" => Made::Nothing,
                "include" => fallback(Why::Include),
                _ => fallback(Why::NoDefinition),
            };
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
            let mark = mark(index.macro_(*id).krate, krate);
            let made = unfold(definition, name, &call, mark, &mut fuel);
            let used = FUEL - fuel.left();
            match made {
                // Under another `cfg` it may make something.
                Ok(made) if made.is_empty() && at + 1 < definitions.len() => {}
                Ok(made) => {
                    let bodies = if sources.is_own(pending.file) { bodies } else { Bodies::Drop };
                    return lowered(bodies, pending, &made, used);
                }
                Err(why) => failure = why,
            }
        }
        fallback(Why::Failed(failure))
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
        let file = match (known, made) {
            (Some(file), _) => file,
            (None, Made::AsWritten) => return builder.add_as_written(pending),
            (None, Made::Nothing) => return,
            (None, Made::Unread(why)) => {
                self.unread.push(why);
                return builder.add_unread(pending);
            }
            (None, Made::Items { text, pieces, summary, fuel }) => {
                self.fuel = Some(self.fuel.unwrap_or(ALL_FUEL).saturating_sub(fuel));
                let (of, call) = sources.origins().call(pending.file, pending.macro_item.call.span);
                let file = sources.add_expansion(Expansion { of, call, pieces }, text, summary);
                if let Some(id) = definitions.first() {
                    self.made.insert(key(pending, builder.index(), *id), file);
                }
                file
            }
        };
        let place = builder.mod_place(pending);
        let modules = follow_expansion(sources, (pending.file, file), &place, mode, wanted);
        if mode == Mode::Target {
            modules.files.iter().for_each(|file| sources.reach(*file));
        }
        let made = ModFile { file, summary: sources.summary(file) };
        builder.add_expansion(pending, made, modules.mods);
    }
}

/// The calls that wait: those with definitions, and those without.
fn take<'s>(sources: &Sources<'s>, builder: &mut Builder<'s>) -> (Vec<Call<'s>>, Vec<Pending<'s>>) {
    let origins = sources.origins();
    let made_by = |pending: &Pending| match origins.origin(pending.file, pending.macro_item.call.span) {
        Origin::Definition(id, _) => Some(MacroId(id)),
        Origin::Call(_) => None,
    };
    let calls = builder.take_pending(&made_by);
    let (known, unknown): (Vec<Call>, Vec<Call>) = calls.into_iter().partition(|(_, ids)| !ids.is_empty());
    (known, unknown.into_iter().map(|(pending, _)| pending).collect())
}

/// A call that is not expanded is read as it is written, if it is items.
fn unexpanded(pending: &Pending, why: Why) -> Made {
    if pending.macro_item.items.is_some() { Made::AsWritten } else { Made::Unread(why) }
}

fn key(pending: &Pending, index: &Index, definition: MacroId) -> Key {
    let data = index.macro_(definition);
    (data.file, data.call.span, pending.file, pending.macro_item.call.span)
}

/// What a call made, read as items.
fn lowered(bodies: Bodies, pending: &Pending, made: &[Tree], used: usize) -> Made {
    let mut rendered = Rendered::default();
    if pending.is_member() {
        rendered.bare(if pending.in_trait { "trait X {" } else { "impl X {" });
    }
    let cfg = pending.item.attrs.cfg.as_deref().map(|cfg| format!("#[cfg({cfg})]"));
    rendered.items(made, &cfg.unwrap_or_default());
    if pending.is_member() {
        rendered.bare("}");
    }
    let Rendered { text, pieces } = rendered;
    let summary = lower(&text, bodies);
    match (summary.errors.is_empty(), bodies) {
        (true, Bodies::Drop) => Made::Items { text: String::new(), pieces: Vec::new(), summary, fuel: used },
        (true, _) => Made::Items { text, pieces, summary, fuel: used },
        (false, _) if pending.macro_item.items.is_some() => Made::AsWritten,
        (false, _) => Made::Unread(Why::NoItems),
    }
}

/// What `$crate` becomes where a macro of `definition` is called in `krate`.
fn mark(definition: CrateId, krate: CrateId) -> &'static str {
    if definition == krate { "crate" } else { Name::from(crate_mark(definition).as_str()).as_str() }
}

/// Why calls were not read, most frequent first.
pub(super) fn by_reason(unread: &[Why]) -> Vec<(String, usize)> {
    let mut counts: FxHashMap<Why, usize> = FxHashMap::default();
    unread.iter().for_each(|why| *counts.entry(*why).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().map(|(why, count)| (why.text().to_owned(), count)).collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}
