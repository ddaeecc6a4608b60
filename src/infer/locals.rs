//! Which local a name means, and where each local's value comes from: one walk over the body.

use rustc_hash::{FxHashMap, FxHashSet};

use super::later::{Use, Uses};
use crate::index::{BodyOwner, Def, ModuleId};
use crate::resolve::{Ns, Resolution, Start, World};
use crate::summary::{BlockId, Body, ExprId, ExprKind, ItemKind, Name, PatId, PatKind, Stmt, is_well_known};

/// Where the value that a pattern takes apart comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A parameter of the function by position.
    Param(usize),
    /// A `let` with its initialiser; its annotation is found with [`super::Infer::annotation`].
    Let(Option<ExprId>),
    /// What a `match`, `if let` … looks at.
    Scrutinee(ExprId),
    /// One item of what a `for` goes through.
    ForItem(ExprId),
    /// A closure's parameter by position.
    ClosureParam(ExprId, usize),
}

/// A body's locals.
#[derive(Debug, Default)]
pub(super) struct Locals {
    names: FxHashMap<ExprId, PatId>,
    roots: FxHashMap<PatId, PatId>,
    sources: FxHashMap<PatId, Source>,
    breaks: FxHashMap<ExprId, Vec<ExprId>>,
    /// Loops that a `break` leaves without a value.
    left: FxHashSet<ExprId>,
    returns: FxHashMap<ExprId, Vec<ExprId>>,
    modules: FxHashMap<ExprId, ModuleId>,
    /// The binding of the same name that a binding under a `cfg` may not hide in every build.
    twins: FxHashMap<PatId, PatId>,
    /// What is done with bindings.
    uses: Uses,
    /// The one name that a `let` gives a value.
    values: FxHashMap<ExprId, PatId>,
}

impl Locals {
    pub fn new(world: &World, owner: BodyOwner, body: &Body, module: ModuleId) -> Self {
        let mut walk = Walk {
            world,
            owner,
            body,
            home: module,
            module,
            names: Vec::new(),
            loops: Vec::new(),
            frames: Vec::new(),
            out: Locals::default(),
        };
        for (at, pat) in body.params.iter().enumerate() {
            walk.bind(*pat, Source::Param(at));
        }
        walk.expr(body.root);
        walk.out
    }

    /// The binding that a path expression means, if it means a local.
    pub fn binding(&self, expr: ExprId) -> Option<PatId> {
        self.names.get(&expr).copied()
    }

    /// The whole pattern that a binding is part of, and where its value comes from.
    pub fn source(&self, binding: PatId) -> Option<(PatId, Source)> {
        let root = *self.roots.get(&binding)?;
        Some((root, *self.sources.get(&root)?))
    }

    /// What a binding's name means where the `cfg` of its `let` does not hold.
    pub fn twin(&self, binding: PatId) -> Option<PatId> {
        self.twins.get(&binding).copied()
    }

    /// What is done with a binding, in order.
    pub fn uses(&self, binding: PatId) -> &[Use] {
        self.uses.of(binding)
    }

    /// The binding that a `let` gives a value as it is.
    pub fn bound_to(&self, value: ExprId) -> Option<PatId> {
        self.values.get(&value).copied()
    }

    /// Values of the `break`s of a loop or labelled block.
    pub fn breaks(&self, of: ExprId) -> &[ExprId] {
        self.breaks.get(&of).map_or(&[], |values| values)
    }

    /// Whether a `break` leaves a loop without a value.
    pub fn is_left(&self, of: ExprId) -> bool {
        self.left.contains(&of)
    }

    /// Values of the `return`s of a closure or async block.
    pub fn returns(&self, of: ExprId) -> &[ExprId] {
        self.returns.get(&of).map_or(&[], |values| values)
    }

    /// The block module that an expression stands in, if it is not the body's own.
    pub fn module_at(&self, expr: ExprId) -> Option<ModuleId> {
        self.modules.get(&expr).copied()
    }
}

/// What a name means: a local, or an item of a block (which the resolver finds).
#[derive(Clone, Copy)]
enum Meaning {
    Local(PatId),
    Item,
}

struct Walk<'a, 's> {
    world: &'a World<'s>,
    owner: BodyOwner,
    body: &'a Body,
    /// The module that the body itself stands in.
    home: ModuleId,
    module: ModuleId,
    names: Vec<(Name, Meaning)>,
    loops: Vec<(Option<Name>, ExprId)>,
    /// Closures and async blocks around.
    frames: Vec<ExprId>,
    out: Locals,
}

impl Walk<'_, '_> {
    /// Puts the names of a pattern in scope.
    fn bind(&mut self, root: PatId, source: Source) {
        self.out.sources.insert(root, source);
        if let (Source::Let(Some(value)), PatKind::Binding { .. }) = (source, &self.body.pat(root).kind) {
            self.out.values.insert(value, root);
        }
        self.pattern(root, root);
    }

    fn pattern(&mut self, pat: PatId, root: PatId) {
        match &self.body.pat(pat).kind {
            PatKind::Binding { name, sub, .. } => {
                if sub.is_some() || !self.is_constant(*name) {
                    self.out.roots.insert(pat, root);
                    self.names.push((*name, Meaning::Local(pat)));
                }
                if let Some(sub) = sub {
                    self.pattern(*sub, root);
                }
            }
            PatKind::TupleStruct { pats, .. }
            | PatKind::Tuple(pats)
            | PatKind::Slice(pats)
            | PatKind::Macro { names: pats, .. } => {
                pats.iter().for_each(|pat| self.pattern(*pat, root));
            }
            PatKind::Struct { fields, .. } => fields.iter().for_each(|(_, pat)| self.pattern(*pat, root)),
            PatKind::Ref { pat, .. } => self.pattern(*pat, root),
            // Later alternatives shadow the first: the first one's type stands for all.
            PatKind::Or(pats) => pats.iter().rev().for_each(|pat| self.pattern(*pat, root)),
            PatKind::Wild | PatKind::Rest | PatKind::Path(_) | PatKind::Literal | PatKind::Unknown => {}
        }
    }

    /// `None`, `MAX`: a name in a pattern that means a variant, a const or a unit struct.
    fn is_constant(&self, name: Name) -> bool {
        name.starts_with(char::is_uppercase)
            && match self.world.path(self.module, Ns::Values, Start::expr(false), &[name]) {
                Resolution::Found(defs) => {
                    defs.iter().any(|def| matches!(def, Def::Adt(_) | Def::Variant(..) | Def::Const(_)))
                }
                Resolution::Unseen => true,
                Resolution::Partial(..) | Resolution::NotFound => false,
            }
    }

    fn all<'e>(&mut self, exprs: impl IntoIterator<Item = &'e ExprId>) {
        exprs.into_iter().for_each(|expr| self.expr(*expr));
    }

    /// Walks with names that are forgotten afterwards.
    fn scoped(&mut self, walk: impl FnOnce(&mut Self)) {
        let mark = self.names.len();
        walk(self);
        self.names.truncate(mark);
    }

    fn expr(&mut self, id: ExprId) {
        let body = self.body;
        if self.module != self.home {
            self.out.modules.insert(id, self.module);
        }
        match &body.expr(id).kind {
            ExprKind::Path(path) => {
                if let [segment] = &path.segments[..]
                    && !path.global
                    && path.qself.is_none()
                    && let Some((_, Meaning::Local(pat))) =
                        self.names.iter().rev().find(|(name, _)| *name == segment.name)
                {
                    self.out.names.insert(id, *pat);
                }
            }
            ExprKind::Call { callee, args } => {
                self.expr(*callee);
                self.all(args);
            }
            ExprKind::MethodCall(call) => {
                self.expr(call.receiver);
                self.all(&call.args);
            }
            ExprKind::Assign { left, right } => self.all([left, right]),
            ExprKind::Macro { call, args } => {
                // What a macro makes that is not read may leave any loop.
                if !call.path.segments.last().is_some_and(|last| is_well_known(&last.name)) {
                    self.out.left.extend(self.loops.iter().map(|(_, id)| *id));
                }
                self.all(args.iter().flatten());
            }
            ExprKind::Field { base: inner, .. }
            | ExprKind::Unary { operand: inner, .. }
            | ExprKind::Deref(inner)
            | ExprKind::Ref { operand: inner, .. }
            | ExprKind::Await(inner)
            | ExprKind::Try(inner)
            | ExprKind::Cast { operand: inner, .. } => self.expr(*inner),
            ExprKind::Index { base: a, index: b }
            | ExprKind::Binary { left: a, right: b, .. }
            | ExprKind::AssignOp { left: a, right: b }
            | ExprKind::Repeat { value: a, len: b } => self.all([a, b]),
            ExprKind::Tuple(parts) | ExprKind::Array(parts) => self.all(parts),
            ExprKind::Struct { fields, base, .. } => {
                self.all(fields.iter().map(|(_, value)| value));
                self.all(base);
            }
            ExprKind::Range { start, end, .. } => self.all(start.iter().chain(end)),
            ExprKind::Let { pat, scrutinee } => {
                self.expr(*scrutinee);
                self.bind(*pat, Source::Scrutinee(*scrutinee));
            }
            ExprKind::Closure(closure) => {
                self.frames.push(id);
                let loops = std::mem::take(&mut self.loops);
                self.scoped(|walk| {
                    for (at, (pat, _)) in closure.params.iter().enumerate() {
                        walk.bind(*pat, Source::ClosureParam(id, at));
                    }
                    walk.expr(closure.body);
                });
                self.loops = loops;
                self.frames.pop();
            }
            ExprKind::Async { block, .. } => {
                self.frames.push(id);
                self.block(*block);
                self.frames.pop();
            }
            _ => self.control(id),
        }
        self.out.uses.note(body, &self.out.names, id);
    }

    /// Forms that branch, loop or leave.
    fn control(&mut self, id: ExprId) {
        let body = self.body;
        match &body.expr(id).kind {
            ExprKind::Block { block, label, .. } => {
                let labelled = label.is_some();
                self.loops.extend(label.map(|label| (Some(label), id)));
                self.block(*block);
                if labelled {
                    self.loops.pop();
                }
            }
            ExprKind::If { cond, then, else_ } => {
                self.scoped(|walk| walk.all([cond, then]));
                self.all(else_);
            }
            ExprKind::Match { scrutinee, arms } => {
                self.expr(*scrutinee);
                for arm in arms {
                    self.scoped(|walk| {
                        walk.bind(arm.pat, Source::Scrutinee(*scrutinee));
                        walk.all(&arm.guard);
                        walk.expr(arm.body);
                    });
                }
            }
            ExprKind::Loop { body, label } => self.looped(*label, id, |walk| walk.block(*body)),
            ExprKind::While { cond, body, label } => self.looped(*label, id, |walk| {
                walk.expr(*cond);
                walk.block(*body);
            }),
            ExprKind::For { pat, iterable, body, label } => {
                self.expr(*iterable);
                self.looped(*label, id, |walk| {
                    walk.bind(*pat, Source::ForItem(*iterable));
                    walk.block(*body);
                });
            }
            ExprKind::Break { label, value } => {
                self.all(value);
                self.note_break(*label, *value);
            }
            ExprKind::Return(value) => {
                self.all(value);
                if let (Some(frame), Some(value)) = (self.frames.last(), value) {
                    self.out.returns.entry(*frame).or_default().push(*value);
                }
            }
            _ => {}
        }
    }

    fn note_break(&mut self, label: Option<Name>, value: Option<ExprId>) {
        let target = self.loops.iter().rev().find(|(name, _)| label.is_none() || *name == label);
        match (target, value) {
            (Some((_, target)), Some(value)) => {
                self.out.breaks.entry(*target).or_default().push(value);
            }
            (Some((_, target)), None) => {
                self.out.left.insert(*target);
            }
            (None, _) => {}
        }
    }

    fn looped(&mut self, label: Option<Name>, id: ExprId, walk: impl FnOnce(&mut Self)) {
        self.loops.push((label, id));
        self.scoped(walk);
        self.loops.pop();
    }

    /// The names from `mark` on are bound under a `cfg`.
    fn note_twins(&mut self, mark: usize) {
        let (before, bound) = self.names.split_at(mark);
        for (name, meaning) in bound {
            let earlier = before.iter().rev().find(|(other, _)| other == name);
            if let (Meaning::Local(pat), Some((_, Meaning::Local(twin)))) = (meaning, earlier) {
                self.out.twins.insert(*pat, *twin);
            }
        }
    }

    fn block(&mut self, id: BlockId) {
        let block = self.body.block(id);
        let outer = self.module;
        if let Some(module) = self.world.index.blocks.get(&(self.owner, id)) {
            self.module = *module;
        }
        self.scoped(|walk| {
            for item in &block.items {
                walk.item_names(&item.kind);
            }
            for stmt in &block.stmts {
                walk.stmt(stmt);
            }
        });
        self.module = outer;
    }

    /// Items of a block hide outer locals of the same name.
    fn item_names(&mut self, kind: &ItemKind) {
        let name = match kind {
            ItemKind::Fn(sig) => sig.name,
            ItemKind::Const(decl) => decl.name,
            ItemKind::Struct(decl) => decl.name,
            _ => return,
        };
        self.names.push((name, Meaning::Item));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Expr { expr, .. } => self.expr(*expr),
            Stmt::Let(decl) => {
                self.all(&decl.init);
                self.all(&decl.else_);
                let mark = self.names.len();
                self.bind(decl.pat, Source::Let(decl.init));
                if decl.attrs.cfg.is_some() {
                    self.note_twins(mark);
                }
            }
        }
    }
}
