//! Names → definitions. Knows scopes, imports, preludes and which impl is whose; knows no expression.

mod blind;
mod header;
mod impls;
mod imports;
mod lang;
mod lookup;
mod print;
mod scope;
mod settled;
mod start;
mod twins;

use std::ops::Range;
use std::sync::OnceLock;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::index::{AdtShape, CrateId, Def, Defs, Extent, ImplId, Index, ModuleId, ModuleKind, TraitId};
use crate::summary::Name;

pub use blind::Blind;
pub use header::Head;
use header::Header;
pub use impls::Impls;
pub use lang::Lang;
use scope::Scope;
pub use settled::Settled;

/// The namespace a name is looked up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ns {
    /// Modules, types, traits.
    Types,
    /// Functions, constructors, consts, statics.
    Values,
}

/// Where a path leads.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// To these; several only under different `cfg`s.
    Found(Defs),
    /// To these types or traits, with this many segments left that name an associated item.
    Partial(Defs, usize),
    /// To something that cannot be seen, e.g. of a crate without sources.
    Unseen,
    /// Nowhere.
    NotFound,
}

/// How the first segment of a path is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// Starts with `::`.
    pub global: bool,
    /// In a `use` declaration.
    pub in_use: bool,
    /// This import is not looked at: it is the one being resolved.
    skip: Option<u32>,
}

impl Start {
    /// A path outside of `use`.
    pub fn expr(global: bool) -> Self {
        Start { global, in_use: false, skip: None }
    }
}

/// The index with all names resolved.
#[derive(Debug)]
pub struct World<'s> {
    /// The tables.
    pub index: Index<'s>,
    /// Which impl is whose.
    pub impls: Impls,
    /// Std's items that the language knows.
    pub lang: Lang,
    std: Option<CrateId>,
    scopes: Vec<Scope>,
    /// The names that come through the globs of modules with many: see [`World::sum_up_globs`].
    through_globs: FxHashMap<ModuleId, FxHashSet<Name>>,
    /// So many scopes, the first, are as imports leave them.
    done: usize,
    preludes: [Option<ModuleId>; 4],
    traits: Vec<OnceLock<FxHashSet<TraitId>>>,
    twins: twins::Twins,
}

impl<'s> World<'s> {
    /// Resolves all imports and sorts all impls. `std` is the crate of std's signatures.
    pub fn new(index: Index<'s>, std: Option<CrateId>) -> Self {
        Self::on(index, std, Extent::default(), None).0
    }

    /// The same, and whether `settled` was of use: what [`World::settled`] said of a first part of an index that was the
    /// same as this one's. That goes to `base`, and no import in it leads out of it.
    pub fn on(
        index: Index<'s>,
        std: Option<CrateId>,
        base: Extent,
        settled: Option<&Settled<&[u8]>>,
    ) -> (Self, bool) {
        let modules = 0..index.modules.len() as u32;
        let scopes = modules.into_par_iter().map(|at| Scope::new(&index, ModuleId(at))).collect();
        let traits = index.modules.iter().map(|_| OnceLock::new()).collect();
        let mut world = World {
            index,
            impls: Impls::default(),
            lang: Lang::default(),
            std,
            scopes,
            through_globs: FxHashMap::default(),
            done: 0,
            preludes: [None; 4],
            traits,
            twins: twins::Twins::default(),
        };
        world.preludes = world.find_preludes(std);
        let mut taken = settled.and_then(|settled| settled.take(&world.index, base));
        match &mut taken {
            Some(taken) => taken.fill(&mut world.scopes[..base.modules]),
            None => imports::resolve_all(&mut world, 0..base.imports),
        }
        world.sum_up_globs();
        world.done = base.modules;
        let all = world.index.imports.len();
        imports::resolve_all(&mut world, base.imports..all);
        world.twins = world.find_twins();
        world.lang = Lang::new(&world, std);
        let is_taken = taken.is_some();
        let mut headers = taken.map_or_else(Vec::new, |taken| taken.headers);
        headers.extend(world.headers(headers.len()..world.index.impls.len()));
        world.impls = Impls::new(&world, headers);
        (world, is_taken)
    }

    /// What was found of the first part of the index.
    pub fn settled(&self, base: Extent) -> Settled<Vec<u8>> {
        Settled::new(&self.scopes[..base.modules], &self.headers(0..base.impls))
    }

    fn headers(&self, impls: Range<usize>) -> Vec<Header> {
        let ids = (impls.start as u32..impls.end as u32).into_par_iter().with_min_len(256);
        ids.map(|id| Header::new(self, ImplId(id))).collect()
    }

    /// Whether a module is one of std's.
    pub fn is_std(&self, module: ModuleId) -> bool {
        Some(self.index.module(module).krate) == self.std
    }

    fn find_preludes(&self, std: Option<CrateId>) -> [Option<ModuleId>; 4] {
        let Some(std) = std else { return [None; 4] };
        let child = |module, name: &str| match self.own(module, Ns::Types, name.into()).first() {
            Some(Def::Module(module)) => Some(*module),
            _ => None,
        };
        let prelude = child(self.index.krate(std).root, "prelude");
        ["rust_2015", "rust_2018", "rust_2021", "rust_2024"].map(|name| child(prelude?, name))
    }

    /// What `module` holds under `name`, seen from itself.
    fn own(&self, module: ModuleId, ns: Ns, name: Name) -> Defs {
        self.lookup(module, ns, name, module, None)
    }

    /// Where the path `names`, written in `module`, leads. `Self` and generic parameters are the caller's business.
    pub fn path(&self, module: ModuleId, ns: Ns, start: Start, names: &[Name]) -> Resolution {
        match self.first(module, ns, start, names) {
            Some((defs, at)) => self.rest(module, ns, defs, names, at..names.len()),
            None => Resolution::NotFound,
        }
    }

    /// The same in both namespaces: types, then values.
    fn path_in_both(&self, module: ModuleId, start: Start, names: &[Name]) -> [Resolution; 2] {
        const BOTH: [Ns; 2] = [Ns::Types, Ns::Values];
        let last = names.len().saturating_sub(1);
        match self.first(module, Ns::Types, start, names) {
            // All segments but the last are types.
            Some((defs, at)) if at <= last && last > 0 => {
                match self.rest(module, Ns::Types, defs, names, at..last) {
                    Resolution::Found(defs) => {
                        BOTH.map(|ns| self.rest(module, ns, defs.clone(), names, last..names.len()))
                    }
                    Resolution::Partial(defs, left) => {
                        [Resolution::Partial(defs.clone(), left + 1), Resolution::Partial(defs, left + 1)]
                    }
                    same => [same.clone(), same],
                }
            }
            _ => BOTH.map(|ns| self.path(module, ns, start, names)),
        }
    }

    /// The segments `at` of a path, from `defs` on.
    fn rest(
        &self,
        module: ModuleId,
        ns: Ns,
        mut defs: Defs,
        names: &[Name],
        at: std::ops::Range<usize>,
    ) -> Resolution {
        for here in at.clone() {
            match self.step(module, ns, &defs, names, here) {
                Step::Into(next) => defs = next,
                Step::Associated => return Resolution::Partial(defs, at.end - here),
                Step::Unseen => return Resolution::Unseen,
                Step::NotFound => return Resolution::NotFound,
            }
        }
        match defs[..] {
            [] => Resolution::NotFound,
            [Def::Unseen] => Resolution::Unseen,
            _ => Resolution::Found(defs),
        }
    }

    /// One segment further: `names[at]` in `defs`.
    fn step(&self, from: ModuleId, ns: Ns, defs: &Defs, names: &[Name], at: usize) -> Step {
        let last = at + 1 == names.len();
        let ns = if last { ns } else { Ns::Types };
        let (mut found, mut associated, mut unseen) = (Defs::new(), false, false);
        for def in defs {
            match *def {
                Def::Module(module) => {
                    let inner = self.lookup(module, ns, names[at], from, None);
                    unseen |= inner.is_empty() && self.may_hold_more(module);
                    for def in inner {
                        if !found.contains(&def) {
                            found.push(def);
                        }
                    }
                }
                Def::Adt(id) => match self.variant(id, names[at]) {
                    Some(variant) => found.push(variant),
                    None => associated = true,
                },
                Def::Trait(_) | Def::Alias(_) | Def::Prim(_) => associated = true,
                Def::Unseen => unseen = true,
                Def::Fn(_) | Def::Const(_) | Def::Variant(..) => {}
            }
        }
        match (found.is_empty(), associated, unseen) {
            (false, ..) => Step::Into(found),
            (true, true, _) => Step::Associated,
            (true, false, true) => Step::Unseen,
            (true, false, false) => Step::NotFound,
        }
    }

    /// Whether names of `module` may be missing from the tables.
    fn may_hold_more(&self, module: ModuleId) -> bool {
        self.index.module(module).opaque || self.scopes[module.0 as usize].has_unseen_glob
    }

    fn variant(&self, id: crate::index::AdtId, name: Name) -> Option<Def> {
        let AdtShape::Enum(decl) = self.index.adt(id).shape else { return None };
        let at = decl.variants.iter().position(|variant| variant.name == name)?;
        Some(Def::Variant(id, at as u32))
    }

    fn variant_names(&self, id: crate::index::AdtId) -> Vec<Name> {
        match self.index.adt(id).shape {
            AdtShape::Enum(decl) => decl.variants.iter().map(|variant| variant.name).collect(),
            AdtShape::Struct(_) => Vec::new(),
        }
    }

    /// Traits whose methods can be called in `module`: declared, imported (also `as _`), from the prelude.
    pub fn traits_in_scope(&self, module: ModuleId) -> &FxHashSet<TraitId> {
        self.traits[module.0 as usize].get_or_init(|| {
            let mut traits = self.traits_of(module);
            let data = self.index.module(module);
            match (data.kind, data.parent) {
                (ModuleKind::Block(_), Some(parent)) => traits.extend(self.traits_in_scope(parent)),
                _ => {
                    let prelude = self.prelude_of(data.krate).filter(|prelude| *prelude != module);
                    traits.extend(prelude.into_iter().flat_map(|prelude| self.traits_in_scope(prelude)));
                }
            }
            traits
        })
    }
}

/// Where one more segment leads.
enum Step {
    Into(Defs),
    Associated,
    Unseen,
    NotFound,
}
