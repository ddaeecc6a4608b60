//! All imports at once: rounds until nothing changes. Each round reads the scopes of the last, so the order of
//! imports and the number of threads change nothing.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::smallvec;

use super::{Ns, Resolution, Start, World};
use crate::index::cfg::Facts;
use crate::index::{Def, Defs, ImportSource, ModuleId, Vis};
use crate::summary::{ImportKind, Name};

/// More rounds than chains of re-exports are long; an oscillation would end here.
const MAX_ROUNDS: usize = 64;

/// How many new globs are looked into for their names before it is cheaper to ask all imports again.
const MAX_SOURCES: usize = 64;

/// What one import brings.
struct Brought {
    types: Defs,
    values: Defs,
}

/// Resolves these imports of the world into their scopes. Those before are resolved already, and do not depend on these.
pub(super) fn resolve_all(world: &mut World, all: Range<usize>) {
    let all = all.start as u32..all.end as u32;
    if all.is_empty() {
        return;
    }
    let askers = askers(world, all.clone());
    let open = settle(world, &askers, all.clone(), all.clone().collect());
    // What leads nowhere by now leads to something that cannot be seen; its name must still shadow others.
    let mut changes = Changes::default();
    for id in &open {
        changes.names.extend(mark_unseen(world, *id));
    }
    let mut at_work = changes.affected(&askers);
    at_work.extend(open);
    settle(world, &askers, all.clone(), in_order(at_work));
    for id in all.filter(|id| is_underscore(world, *id)).collect::<Vec<_>>() {
        let (module, _, vis) = target(world, id);
        let traits = bring(world, id).types.into_iter().filter_map(|def| match def {
            Def::Trait(id) => Some((id, vis)),
            _ => None,
        });
        world.scopes[module.0 as usize].nameless.extend(traits.collect::<Vec<_>>());
    }
}

/// Notes that an import leads to something that cannot be seen; the name that this changes, if it binds one.
fn mark_unseen(world: &mut World, id: u32) -> Option<Name> {
    if brings_macro(world, id) || is_of_absent(world, id) {
        return None;
    }
    let (module, alias, vis) = target(world, id);
    let wasm = needs_wasm(world, id);
    let is_glob = is_glob(world, id);
    let open =
        [Ns::Types, Ns::Values].into_iter().filter(|ns| !is_declared(world, id, *ns)).collect::<Vec<_>>();
    let scope = &mut world.scopes[module.0 as usize];
    scope.has_unseen_glob |= is_glob;
    let alias = alias?;
    for ns in open {
        scope.set_named(ns, alias, (id, vis, wasm), &[Def::Unseen]);
    }
    Some(alias)
}

/// Whether something else is declared where an import binds its name. Two of one name and kind are an error: what the
/// import brings and cannot be seen is of another kind, a macro say.
fn is_declared(world: &World, id: u32, ns: Ns) -> bool {
    let (module, alias, _) = target(world, id);
    let scope = &world.scopes[module.0 as usize];
    alias.is_some_and(|alias| scope.surely_declares(&world.index, ns, alias))
}

/// Whether an import names something of a procedural macro's crate. It hides no item of that name.
fn brings_macro(world: &World, id: u32) -> bool {
    let data = &world.index.imports[id as usize];
    let ImportSource::Use(import) = data.kind else { return false };
    let Some((_, within)) = import.path.split_last() else { return false };
    let start = Start { global: import.global, in_use: true, skip: Some(id) };
    let own = world.index.module(data.module).krate;
    let of_macro = |def: &Def| match *def {
        Def::Module(id) => {
            let krate = world.index.module(id).krate;
            krate != own && world.index.krate(krate).exports_macros
        }
        _ => false,
    };
    match world.path(data.module, Ns::Types, start, within) {
        Resolution::Found(defs) => defs.iter().all(of_macro),
        _ => false,
    }
}

/// Whether an import leads into a dependency that no build has: `use loom::sync::Arc;` under `cfg(loom)`.
fn is_of_absent(world: &World, id: u32) -> bool {
    let data = &world.index.imports[id as usize];
    let first = match data.kind {
        ImportSource::ExternCrate { name, .. } => Some(name),
        ImportSource::Use(import) => import.path.first().copied(),
    };
    let krate = world.index.krate(world.index.module(data.module).krate);
    // What stands in for std within the toolchain's own build has the name of std's crate.
    first.is_some_and(|first| krate.lacks(first) && !krate.externs.contains_key(&first))
}

fn in_order(mut ids: Vec<u32>) -> Vec<u32> {
    ids.sort_unstable();
    ids.dedup();
    ids
}

impl Brought {
    fn is_empty(&self) -> bool {
        self.types.is_empty() && self.values.is_empty()
    }
}

/// Which imports ask for a name, as a segment of their path.
type Askers = FxHashMap<Name, Vec<u32>>;

fn askers(world: &World, all: Range<u32>) -> Askers {
    let mut askers = Askers::default();
    for id in all {
        let ImportSource::Use(import) = world.index.imports[id as usize].kind else { continue };
        for (at, name) in import.path.iter().enumerate() {
            if !import.path[..at].contains(name) {
                askers.entry(*name).or_default().push(id);
            }
        }
    }
    askers
}

/// What a round changed.
#[derive(Default)]
struct Changes {
    names: FxHashSet<Name>,
    /// Where globs lead that led nowhere before.
    sources: Vec<Def>,
    /// Globs that lead elsewhere than before.
    moved: bool,
}

/// A round over the imports `at_work`, then rounds over those that ask for a name that the last round changed, until none
/// did. Where it is too much to tell which these are, those that lead nowhere yet are asked first, and all at the end.
/// Gives those that still lead nowhere.
fn settle(world: &mut World, askers: &Askers, all: Range<u32>, mut at_work: Vec<u32>) -> Vec<u32> {
    let mut open = vec![false; world.index.imports.len()];
    let mut exact = true;
    for _ in 0..MAX_ROUNDS {
        world.sum_up_globs();
        let (globs, named): (Vec<u32>, Vec<u32>) = at_work.into_iter().partition(|id| is_glob(world, *id));
        // In late rounds few bring anything new.
        let look = |id: &u32| {
            let brought = bring(world, *id);
            (brought.is_empty(), Some(brought).filter(|brought| !is_applied(world, *id, brought)))
        };
        let brought: Vec<(bool, Option<Brought>)> = named.par_iter().with_min_len(256).map(look).collect();
        let sources: Vec<Option<Defs>> =
            globs.par_iter().with_min_len(256).map(|id| glob_sources(world, *id)).collect();
        let mut changes = Changes::default();
        for (id, (is_open, brought)) in named.iter().zip(brought) {
            open[*id as usize] = is_open;
            if brought.is_some_and(|brought| apply(world, *id, &brought)) {
                changes.names.extend(target(world, *id).1);
            }
        }
        for (id, sources) in globs.iter().zip(sources) {
            let (module, _, vis) = target(world, *id);
            open[*id as usize] = sources.is_none();
            let sources = sources.unwrap_or_default();
            let scope = &mut world.scopes[module.0 as usize];
            let led_elsewhere = scope.globs.iter().any(|edge| edge.import == *id);
            if scope.set_glob(vis, *id, &sources) {
                changes.moved |= led_elsewhere;
                changes.sources.extend(sources);
            }
        }
        let mut told = changes.name_all(world);
        let mut affected = changes.affected(askers);
        // Names that many ask for say little of who is affected.
        if affected.len() > all.len() / 4 {
            affected.clear();
            told = false;
        }
        if !told {
            affected.extend(marked(&open));
        }
        exact &= told;
        if affected.is_empty() && exact {
            break;
        }
        if affected.is_empty() {
            (affected, exact) = (all.clone().collect(), true);
        }
        at_work = in_order(affected);
    }
    world.sum_up_globs();
    marked(&open).collect()
}

/// The numbers of those that are marked, in order.
fn marked(marks: &[bool]) -> impl Iterator<Item = u32> {
    (0..).zip(marks).filter(|(_, marked)| **marked).map(|(id, _)| id)
}

impl Changes {
    /// Adds the names that come through the globs; whether these are all names that may stand for something else now.
    fn name_all(&mut self, world: &World) -> bool {
        if self.moved || self.sources.len() > MAX_SOURCES {
            return false;
        }
        for source in &self.sources {
            world.names_within(*source, &mut self.names);
        }
        true
    }

    /// The imports that ask for one of the names.
    fn affected(&self, askers: &Askers) -> Vec<u32> {
        self.names.iter().filter_map(|name| askers.get(name)).flatten().copied().collect()
    }
}

pub(super) fn is_glob(world: &World, id: u32) -> bool {
    matches!(world.index.imports[id as usize].kind, ImportSource::Use(import) if import.kind == ImportKind::Glob)
}

fn is_underscore(world: &World, id: u32) -> bool {
    matches!(world.index.imports[id as usize].kind, ImportSource::Use(import) if import.kind == ImportKind::Underscore)
}

/// Where an import stands, what name it binds, and how far that is seen.
fn target(world: &World, id: u32) -> (ModuleId, Option<Name>, Vis) {
    let data = &world.index.imports[id as usize];
    let alias = match data.kind {
        ImportSource::ExternCrate { alias, .. } => Some(alias),
        ImportSource::Use(import) => match import.kind {
            ImportKind::Named(alias) | ImportKind::SelfNamed(alias) => Some(alias),
            ImportKind::Underscore | ImportKind::Glob => None,
        },
    };
    (data.module, alias.filter(|alias| *alias != "_"), data.vis)
}

/// Whether an import is there in builds for WebAssembly only.
fn needs_wasm(world: &World, id: u32) -> bool {
    Facts::of([world.index.imports[id as usize].attrs]).need_wasm()
}

/// What a named import leads to now.
fn bring(world: &World, id: u32) -> Brought {
    let data = &world.index.imports[id as usize];
    match data.kind {
        ImportSource::ExternCrate { name, .. } => {
            let krate = world.index.module(data.module).krate;
            let unseen = || if is_of_absent(world, id) { Defs::new() } else { smallvec![Def::Unseen] };
            let types = world.dependency(krate, name).unwrap_or_else(unseen);
            Brought { types, values: Defs::new() }
        }
        ImportSource::Use(import) => {
            let start = Start { global: import.global, in_use: true, skip: Some(id) };
            let [types, values] = world.path_in_both(data.module, start, &import.path);
            let defs = |found: Resolution, ns: Ns| match found {
                Resolution::Found(defs) => defs,
                Resolution::Unseen if is_declared(world, id, ns) => Defs::new(),
                Resolution::Unseen => smallvec![Def::Unseen],
                Resolution::Partial(..) | Resolution::NotFound => Defs::new(),
            };
            let values = match import.kind {
                ImportKind::SelfNamed(_) => Defs::new(),
                _ => defs(values, Ns::Values),
            };
            Brought { types: defs(types, Ns::Types), values }
        }
    }
}

/// Whether [`apply`] would change nothing.
fn is_applied(world: &World, id: u32, brought: &Brought) -> bool {
    let (module, Some(alias), _) = target(world, id) else { return true };
    let scope = &world.scopes[module.0 as usize];
    brought.is_empty()
        || scope.brings(Ns::Types, alias, id).eq(brought.types.iter().copied())
            && scope.brings(Ns::Values, alias, id).eq(brought.values.iter().copied())
}

fn apply(world: &mut World, id: u32, brought: &Brought) -> bool {
    let (module, alias, vis) = target(world, id);
    let Some(alias) = alias else { return false };
    if brought.is_empty() {
        return false;
    }
    let by = (id, vis, needs_wasm(world, id));
    let scope = &mut world.scopes[module.0 as usize];
    let types = scope.set_named(Ns::Types, alias, by, &brought.types);
    let values = scope.set_named(Ns::Values, alias, by, &brought.values);
    types || values
}

/// The modules and enums that a glob imports from; `None` where one cannot be seen.
pub(super) fn glob_sources(world: &World, id: u32) -> Option<Defs> {
    let data = &world.index.imports[id as usize];
    let ImportSource::Use(import) = data.kind else { return None };
    let start = Start { global: import.global, in_use: true, skip: Some(id) };
    let krate = world.index.module(data.module).krate;
    let defs = match import.path[..] {
        // `use ::*` and, before 2018, `use *`.
        [] => smallvec![Def::Module(world.index.krate(krate).root)],
        _ => match world.path(data.module, Ns::Types, start, &import.path) {
            Resolution::Found(defs) => defs,
            _ => return None,
        },
    };
    (!defs.contains(&Def::Unseen)).then_some(defs)
}
