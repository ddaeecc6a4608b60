//! Macro definitions by scope and by crate, and the calls that wait for theirs.
//!
//! Scopes are exact where the language has them by place in the text. A macro that is imported or named by a path is
//! looked for by its name in the crate that the path leads to: names of exported macros are rarely given twice.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::{SmallVec, smallvec};

use super::imports::Imports;
use super::search::Search;
use super::{Builder, Calling};
use crate::finding::FileId;
use crate::index::{CrateId, Index, MacroData, MacroId, ModuleId, Name, Owner, Site};
use crate::summary::{Item, MacroItem};

/// More definitions of one name under different `cfg`s than this are not tried.
const MAX_TWINS: usize = 4;

/// What `$crate` becomes where the definition is another crate's: no path of anybody's starts like that.
const CRATE_MARK: &str = "__crate_";

/// A list of definitions that a place in the text can see, newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Scope(Option<u32>);

/// One step of such a list, with what was seen before.
#[derive(Debug, Clone, Copy)]
enum Node {
    Definition(Scope, Name, MacroId),
    /// A macro call between items: what is seen behind it, once it is expanded, or else before it.
    Call(Scope),
}

/// All definitions.
#[derive(Debug, Default)]
pub(super) struct Macros<'s> {
    nodes: Vec<Node>,
    by_name: FxHashMap<(CrateId, Name), SmallVec<[MacroId; 1]>>,
    /// Crates whose macros are imported with `#[macro_use] extern crate`.
    used: FxHashMap<CrateId, Vec<Name>>,
    pub pending: Vec<Pending<'s>>,
    /// How many calls were met.
    pub met: u32,
    /// Calls in types that were met, by what they are known by, and what they see.
    pub in_types: FxHashSet<((ModuleId, u64), Scope)>,
    /// Functions whose bodies call macros.
    pub calling: Vec<Calling>,
    pub imports: Imports<'s>,
}

/// A macro call where items stand, whose definition is looked for once all crates are known.
#[derive(Debug, Clone, Copy)]
pub struct Pending<'s> {
    /// How many were met before.
    pub number: u32,
    /// The item that it is.
    pub item: &'s Item,
    /// What is called, and the argument's items if it is nothing but items.
    pub macro_item: &'s MacroItem,
    /// Where it stands.
    pub module: ModuleId,
    /// The file that it is written in.
    pub file: FileId,
    /// What is expected of it.
    pub makes: Makes,
    /// The impl or trait that it stands in.
    pub(super) around: Option<(Site<'s>, Owner)>,
    pub(super) scope: Scope,
    /// What is seen behind it.
    pub(super) behind: Scope,
}

/// What a call is to make, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Makes {
    /// Items; in a trait (or an impl, or a module).
    Items { in_trait: bool },
    /// A type.
    Type,
}

impl<'s> Macros<'s> {
    /// Notes a call that waits, the one of number `met`.
    pub(super) fn meet(&mut self, pending: Pending<'s>) {
        self.pending.push(pending);
        self.met += 1;
    }

    /// A call stands at `scope`: what is seen behind it is not known yet.
    pub(super) fn hole(&mut self, scope: Scope) -> Scope {
        self.nodes.push(Node::Call(scope));
        Scope(Some(self.nodes.len() as u32 - 1))
    }

    /// A call's expansion ends with `scope`.
    pub(super) fn fill(&mut self, hole: Scope, scope: Scope) {
        if let Some(Node::Call(before)) = hole.0.and_then(|at| self.nodes.get_mut(at as usize)) {
            *before = scope;
        }
    }

    /// Adds a definition to what is seen from `scope` on.
    pub(super) fn define(&mut self, index: &mut Index<'s>, data: MacroData<'s>, scope: Scope) -> Scope {
        let Some(name) = data.call.ident else { return scope };
        let id = MacroId(index.macros.len() as u32);
        self.by_name.entry((data.krate, name)).or_default().push(id);
        index.macros.push(data);
        self.nodes.push(Node::Definition(scope, name, id));
        Scope(Some(self.nodes.len() as u32 - 1))
    }

    /// `#[macro_use] extern crate name;`
    pub(super) fn use_all(&mut self, krate: CrateId, name: Name) {
        self.used.entry(krate).or_default().push(name);
    }

    /// The definition that a place sees, and those that it hides only under a `cfg`.
    fn textual(&self, index: &Index, scope: Scope, name: Name) -> SmallVec<[MacroId; 1]> {
        let mut found = SmallVec::new();
        let mut at = scope;
        while let Some(node) = at.0.map(|at| self.nodes[at as usize]) {
            at = match node {
                Node::Call(before) => before,
                Node::Definition(before, known, id) => {
                    if known == name {
                        found.push(id);
                        if !index.macro_(id).conditional || found.len() == MAX_TWINS {
                            break;
                        }
                    }
                    before
                }
            };
        }
        found
    }

    /// All of a crate's definitions of that name that have the same say: exported ones, or else the only one.
    pub(super) fn of_crate(
        &self,
        index: &Index,
        krate: CrateId,
        name: Name,
        outside: bool,
    ) -> SmallVec<[MacroId; 1]> {
        let all = self.by_name.get(&(krate, name)).map_or(&[][..], |ids| ids);
        let exported: SmallVec<[MacroId; 1]> =
            all.iter().copied().filter(|id| index.macro_(*id).exported).take(MAX_TWINS).collect();
        match (exported.is_empty(), all) {
            (false, _) => exported,
            (true, [only]) if !outside => smallvec![*only],
            (true, [first, rest @ ..]) if !outside && rest.iter().all(|id| index.macro_(*id).conditional) => {
                let mut twins = SmallVec::from_elem(*first, 1);
                twins.extend(rest.iter().copied().take(MAX_TWINS - 1));
                twins
            }
            _ => SmallVec::new(),
        }
    }

    /// The definitions that a call may mean, the likeliest first: several only under different `cfg`s.
    pub(super) fn resolve(
        &self,
        index: &Index<'s>,
        module: ModuleId,
        scope: Scope,
        path: &[Name],
        global: bool,
    ) -> SmallVec<[MacroId; 1]> {
        let krate = index.module(module).krate;
        let Some(name) = path.last().copied() else { return SmallVec::new() };
        if path.len() > 1 || global {
            return Search::new(self, index).in_path(krate, &path[..path.len() - 1], name);
        }
        let textual = self.textual(index, scope, name);
        if !textual.is_empty() {
            return textual;
        }
        let imported = Search::new(self, index).seen_from(module, name);
        if !imported.is_empty() {
            return imported;
        }
        let own = self.of_crate(index, krate, name, false);
        if !own.is_empty() {
            return own;
        }
        let used = self.used.get(&krate).map_or(&[][..], |names| names).iter();
        let mut used = used.map(|krate_name| Search::new(self, index).in_path(krate, &[*krate_name], name));
        used.find(|found| !found.is_empty()).unwrap_or_default()
    }
}

impl Pending<'_> {
    /// Whether it stands in an impl or a trait.
    pub fn is_member(&self) -> bool {
        self.around.is_some()
    }
}

/// What `$crate` becomes in a crate that is not `krate` itself.
pub fn crate_mark(krate: CrateId) -> String {
    format!("{CRATE_MARK}{}", krate.0)
}

/// The crate that such a name stands for.
pub fn marked_crate(name: &str) -> Option<CrateId> {
    name.strip_prefix(CRATE_MARK)?.parse().ok().map(CrateId)
}

impl<'s> Builder<'s> {
    /// Calls whose definition may be among what other calls make: they are taken again later.
    pub fn put_back(&mut self, pending: impl IntoIterator<Item = Pending<'s>>) {
        self.macros.pending.extend(pending);
    }

    /// Calls that were met since this was asked last, in order.
    pub fn take_met(&mut self) -> Vec<Pending<'s>> {
        std::mem::take(&mut self.macros.pending)
    }

    /// Calls that were met since this was asked last, with the definitions that each may mean.
    pub fn take_pending(&mut self) -> Vec<(Pending<'s>, SmallVec<[MacroId; 1]>)> {
        self.macros.imports.see(&self.index);
        let pending = self.take_met();
        let resolve = |pending: &Pending<'s>| {
            let path = &pending.macro_item.call.path;
            let names: SmallVec<[Name; 4]> = path.segments.iter().map(|segment| segment.name).collect();
            self.macros.resolve(&self.index, pending.module, pending.scope, &names, path.global)
        };
        pending.into_par_iter().with_min_len(64).map(|pending| (pending, resolve(&pending))).collect()
    }
}
