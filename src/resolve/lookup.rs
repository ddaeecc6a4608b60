//! One name in one module, through its globs.

use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::scope::{Edge, NamedTrait};
use super::{Ns, World};
use crate::index::{Def, Defs, ModuleId, TraitId, Vis};
use crate::summary::Name;

/// So many globs are worth a sum.
const MANY_GLOBS: usize = 32;

/// Modules that a search has been through, each with how far what comes out of it is seen at most: globs may lead in
/// circles, and to one module several times, of which one is hidden.
type Visited = FxHashSet<(ModuleId, Vis)>;

/// Where a search is: in which module, who imports from there, and how far the globs on the way let things be seen.
#[derive(Clone, Copy)]
struct At {
    module: ModuleId,
    from: ModuleId,
    through: Vis,
}

impl World<'_> {
    /// What `module` holds under `name` and `from` can see, without what the import `skip` brings.
    pub(super) fn lookup(
        &self,
        module: ModuleId,
        ns: Ns,
        name: Name,
        from: ModuleId,
        skip: Option<u32>,
    ) -> Defs {
        let mut found: SmallVec<[(Def, Vis); 2]> = SmallVec::new();
        let at = At { module, from, through: Vis::Public };
        self.collect(at, ns, name, skip, &mut Visited::default(), &mut found);
        let mut defs = Defs::new();
        for (def, vis) in found {
            if self.index.visible(vis, from) && !defs.contains(&def) {
                defs.push(def);
            }
        }
        defs
    }

    /// What stands in `module` by name shadows its globs, hidden or not. Globs that `from` cannot see are not followed:
    /// generated bindings have thousands of `use super::*` in a circle.
    fn collect(
        &self,
        at: At,
        ns: Ns,
        name: Name,
        skip: Option<u32>,
        visited: &mut Visited,
        found: &mut SmallVec<[(Def, Vis); 2]>,
    ) {
        let At { module, from, through } = at;
        let scope = &self.scopes[module.0 as usize];
        let before = found.len();
        found.extend(scope.named(ns, name, skip).map(|entry| (entry.def, entry.vis)));
        let may_come = |brought: &FxHashSet<Name>| brought.contains(&name);
        if found.len() > before
            || scope.globs.is_empty()
            || !self.through_globs.get(&module).is_none_or(may_come)
        {
            return;
        }
        let mut edges = scope.globs.iter();
        let seen = |edge: &&Edge| skip != Some(edge.import) && self.index.visible(edge.vis, from);
        let Some(first) = edges.find(seen) else { return };
        if !visited.insert((module, through)) {
            return;
        }
        for edge in [first].into_iter().chain(edges.filter(seen)) {
            let start = found.len();
            match edge.source {
                Def::Module(_) => self.collect(self.beyond(at, edge), ns, name, skip, visited, found),
                Def::Adt(id) => found.extend(self.variant(id, name).map(|variant| (variant, Vis::Public))),
                _ => {}
            }
            self.pass_on(found, start, module, edge.vis);
        }
        // A macro that could not be read, and that speaks of the name, may declare it.
        if found.len() > before && ns == Ns::Values && self.index.module(module).unread.contains(&name) {
            found.truncate(before);
            found.push((Def::Unseen, Vis::Public));
        }
    }

    /// Through a glob, which leads to a module.
    fn beyond(&self, at: At, edge: &Edge) -> At {
        let module = match edge.source {
            Def::Module(source) => source,
            _ => at.module,
        };
        At { module, from: at.module, through: self.narrower(at.through, edge.vis) }
    }

    /// Of what a glob in `module` found: what `module` can see of it, seen no further than the glob.
    fn pass_on<T: Copy>(
        &self,
        found: &mut SmallVec<[(T, Vis); 2]>,
        start: usize,
        module: ModuleId,
        vis: Vis,
    ) {
        let mut at = start;
        while at < found.len() {
            if self.index.visible(found[at].1, module) {
                found[at].1 = self.narrower(found[at].1, vis);
                at += 1;
            } else {
                found.swap_remove(at);
            }
        }
    }

    /// What is hidden from others stays so when a glob passes it on.
    fn narrower(&self, own: Vis, glob: Vis) -> Vis {
        match (own, glob) {
            (Vis::Public, glob) => glob,
            (own, Vis::Public) => own,
            (Vis::In(a), Vis::In(b)) => Vis::In(if self.index.is_within(a, b) { a } else { b }),
        }
    }

    /// All traits among a module's names, globs included.
    pub(super) fn traits_of(&self, module: ModuleId) -> FxHashSet<TraitId> {
        let mut found = SmallVec::new();
        let at = At { module, from: module, through: Vis::Public };
        self.collect_traits(at, &mut Visited::default(), &mut found);
        found.into_iter().map(|((_, id), _)| id).collect()
    }

    /// Each under the name that it has here, if it has one.
    fn collect_traits(&self, at: At, visited: &mut Visited, found: &mut SmallVec<[(NamedTrait, Vis); 2]>) {
        let At { module, from, through } = at;
        if !visited.insert((module, through)) {
            return;
        }
        let scope = &self.scopes[module.0 as usize];
        found.extend(scope.traits());
        for edge in scope.globs.iter().filter(|edge| self.index.visible(edge.vis, from)) {
            let Def::Module(_) = edge.source else { continue };
            let start = found.len();
            self.collect_traits(self.beyond(at, edge), visited, found);
            self.pass_on(found, start, module, edge.vis);
            let mut seen = 0;
            found.retain(|((name, _), _)| {
                seen += 1;
                seen <= start || !name.is_some_and(|name| scope.hides(name))
            });
        }
    }

    /// All names of a module with what they stand for, in order.
    pub(super) fn all_names(&self, module: ModuleId, ns: Ns) -> Vec<(Name, Defs)> {
        let mut names = FxHashSet::default();
        let at = At { module, from: module, through: Vis::Public };
        self.collect_names(at, ns, &mut Visited::default(), &mut names);
        let mut names: Vec<_> = names.into_iter().map(|name| (name, self.own(module, ns, name))).collect();
        names.retain(|(_, defs)| !defs.is_empty());
        names.sort_by(|a, b| a.0.as_str().cmp(b.0.as_str()));
        names
    }

    /// Sums up what comes through the globs of modules that have many (those of generated bindings have thousands, and
    /// most lookups through them find nothing). To be called whenever scopes have changed.
    pub(super) fn sum_up_globs(&mut self) {
        let modules = (self.done as u32..self.scopes.len() as u32).map(ModuleId);
        let many = modules.filter(|module| self.scopes[module.0 as usize].globs.len() >= MANY_GLOBS);
        let names = |module: ModuleId| {
            let mut names = FxHashSet::default();
            self.names_within(Def::Module(module), &mut names);
            (module, names)
        };
        let sums: Vec<_> = many.map(names).collect();
        let done = self.done;
        self.through_globs.retain(|module, _| (module.0 as usize) < done);
        self.through_globs.extend(sums);
    }

    /// The names that a glob of `source` may bring.
    pub(super) fn names_within(&self, source: Def, names: &mut FxHashSet<Name>) {
        match source {
            Def::Module(module) => {
                let at = At { module, from: module, through: Vis::Public };
                for ns in [Ns::Types, Ns::Values] {
                    self.collect_names(at, ns, &mut Visited::default(), names);
                }
            }
            Def::Adt(id) => names.extend(self.variant_names(id)),
            _ => {}
        }
    }

    fn collect_names(&self, at: At, ns: Ns, visited: &mut Visited, names: &mut FxHashSet<Name>) {
        let At { module, from, through } = at;
        if !visited.insert((module, through)) {
            return;
        }
        let scope = &self.scopes[module.0 as usize];
        names.extend(scope.names(ns));
        for edge in scope.globs.iter().filter(|edge| self.index.visible(edge.vis, from)) {
            match edge.source {
                Def::Module(_) => self.collect_names(self.beyond(at, edge), ns, visited, names),
                Def::Adt(id) => names.extend(self.variant_names(id)),
                _ => {}
            }
        }
    }
}
