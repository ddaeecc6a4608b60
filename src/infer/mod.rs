//! One body → the type of each expression that is asked for. Pure: emits no diagnostics, changes no table.
//!
//! Inference goes forward and on demand: a local has the type of its initialiser, a call that of its callee's
//! signature. What is not known is [`Ty::Unknown`] and stays silent. Split by syntax form:
//! [`expr`](self) for expressions, `call` and `method` for calls, `pat` for patterns, `path` for values by path.

mod around;
mod associated;
mod bounds;
mod builder;
mod call;
mod callback;
mod chain;
mod circles;
mod db;
mod depth;
mod derived;
mod display;
mod expected;
mod expr;
mod future;
mod handle;
mod later;
mod locals;
mod loss;
mod macros;
mod method;
mod pat;
mod path;
pub mod print;
mod required;
mod solved;
mod stop;
mod task;
mod traits;
mod twins;
mod ty;
mod under_way;
mod unify;
mod written;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use rustc_hash::FxHashMap;

pub use around::Around;
pub use chain::{Because, Evidence, Link, Place};
pub use db::Db;
pub use future::{Futureness, Origin, Reason};
pub use loss::Loss;
pub use stop::Stop;
pub use ty::Ty;

use crate::index::cfg::Facts;
use crate::index::{AdtId, BodyOwner, FnId, ModuleId, Owner, Site, TraitId};
use crate::resolve::World;
use crate::summary::{Body, ExprId, ExprKind, Name, PatId, TypeRef};
use call::Callee;
use circles::{Circles, Rank};
use locals::Locals;
use solved::Solved;
use ty::{GenericOwner, TraitRef};
use written::Env;

/// Three answers. Ordered so that `min` is "and", `max` is "or".
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// It does not hold.
    No,
    /// It cannot be told.
    Unknown,
    /// It holds.
    Yes,
}

impl Known {
    fn of(holds: bool) -> Known {
        if holds { Known::Yes } else { Known::No }
    }
}

/// Steps that one body may take, twice; enough for any real one, and no hang for the others.
const FUEL: u32 = 100_000;

/// Types within a type that make a step as long as another one.
const LARGE: u32 = 16;

/// The state of one expression's inference.
#[derive(Debug, Clone)]
enum Slot {
    Open,
    /// Being inferred: asking again is a circle.
    Busy(Rank),
    Done(Ty),
}

/// Inference over one body.
pub struct Infer<'w, 's> {
    /// Signatures.
    pub db: &'w Db<'w, 's>,
    /// The body.
    pub body: &'s Body,
    /// What it belongs to.
    pub owner: BodyOwner,
    /// Where it stands.
    pub site: Site<'s>,
    env: Env<'s>,
    /// What is required where the body stands, as written.
    required: Vec<(Ty, TraitRef)>,
    /// The same, with subjects that are projections resolved too.
    predicates: OnceCell<Vec<(Ty, TraitRef)>>,
    locals: Locals,
    types: RefCell<Vec<Slot>>,
    bindings: RefCell<FxHashMap<PatId, Ty>>,
    /// Those of `let`s, found when the first is asked for.
    annotations: OnceCell<FxHashMap<PatId, &'s TypeRef>>,
    circles: Circles,
    callees: RefCell<FxHashMap<ExprId, Option<Callee>>>,
    facts: OnceCell<Facts>,
    /// Where expressions stand, found when the first closure is asked about.
    places: OnceCell<expected::Places<'s>>,
    /// How many arguments each path is called with.
    given: OnceCell<FxHashMap<ExprId, usize>>,
    /// What [`Infer::implements`] found.
    implemented: Solved<(Ty, TraitId), Known>,
    /// What [`Infer::impls_for`] found.
    fitting: Solved<(Ty, TraitId), Rc<[traits::Fitting]>>,
    /// What [`Infer::project`] found.
    projected: Solved<(Ty, TraitId, ty::Args, Name), Ty>,
    /// Whether a named future only waits.
    handles: RefCell<FxHashMap<Ty, bool>>,
    /// What [`Infer::starts_with`] found.
    starts: RefCell<FxHashMap<AdtId, Option<FnId>>>,
    /// How many searches for an impl are under way within each other.
    solving: Cell<u32>,
    fuel: Cell<u32>,
    /// Whether the fuel was used up once.
    started_over: Cell<bool>,
    /// Whether [`Infer::predicates`] is being made.
    resolving: Cell<bool>,
}

impl<'w, 's> Infer<'w, 's> {
    /// Prepares a body; nothing is inferred yet. `None` if `owner` has no body.
    pub fn new(db: &'w Db<'w, 's>, owner: BodyOwner) -> Option<Self> {
        let index = &db.world.index;
        let (body, site) = index.body(owner)?;
        let item_owner = match owner {
            BodyOwner::Fn(id) => index.func(id).owner,
            BodyOwner::Const(id) => index.const_(id).owner,
        };
        let mut env = db.owner_env(item_owner, site.module);
        let mut owners = Vec::new();
        match item_owner {
            Owner::Module => {}
            Owner::Impl(id) => owners.push(GenericOwner::Impl(id)),
            Owner::Trait(id) => owners.push(GenericOwner::Trait(id)),
        }
        if let BodyOwner::Fn(id) = owner {
            env.push(GenericOwner::Fn(id), &index.func(id).sig.generics);
            owners.push(GenericOwner::Fn(id));
        }
        let required = owners.iter().flat_map(|owner| db.predicates(*owner)).cloned().collect();
        Some(Infer {
            db,
            body,
            owner,
            site,
            env,
            required,
            predicates: OnceCell::new(),
            locals: Locals::new(db.world, owner, body, site.module),
            types: RefCell::new(vec![Slot::Open; body.exprs.len()]),
            bindings: RefCell::default(),
            annotations: OnceCell::new(),
            circles: Circles::default(),
            callees: RefCell::default(),
            facts: OnceCell::new(),
            places: OnceCell::new(),
            given: OnceCell::new(),
            implemented: Solved::default(),
            fitting: Solved::default(),
            projected: Solved::default(),
            handles: RefCell::default(),
            starts: RefCell::default(),
            solving: Cell::new(0),
            fuel: Cell::new(FUEL),
            started_over: Cell::default(),
            resolving: Cell::new(false),
        })
    }

    /// The world that names come from.
    pub fn world(&self) -> &'w World<'s> {
        self.db.world
    }

    /// The type of an expression.
    pub fn type_of(&self, expr: ExprId) -> Ty {
        match &self.types.borrow()[expr.0 as usize] {
            Slot::Done(ty) => return ty.clone(),
            Slot::Busy(rank) => {
                self.circles.close(*rank);
                return Ty::Unknown;
            }
            Slot::Open => {}
        }
        if self.circles.are_deep() {
            // From the beginning on, one after the other, no chain is long.
            self.fuel.set(0);
        }
        if !self.spend(1) {
            return Ty::Unknown;
        }
        self.types.borrow_mut()[expr.0 as usize] = Slot::Busy(self.circles.enter());
        let ty = self.infer_expr(expr).bounded();
        let settled = if self.circles.leave() { Slot::Done(ty.clone()) } else { Slot::Open };
        self.types.borrow_mut()[expr.0 as usize] = settled;
        ty
    }

    /// Whether a path expression means a local.
    pub fn is_local(&self, expr: ExprId) -> bool {
        self.locals.binding(expr).is_some()
    }

    fn kind(&self, id: ExprId) -> &'s ExprKind {
        &self.body.expr(id).kind
    }

    /// Uses up fuel; `false` when there is none left.
    fn spend(&self, amount: u32) -> bool {
        let left = self.fuel.get().checked_sub(amount);
        self.fuel.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Uses up what a step with a type takes; `false` when there is none left.
    fn spend_on(&self, ty: &Ty) -> bool {
        self.spend(1 + ty.size() / LARGE)
    }

    /// Infers all of a body from its beginning, once, where what was asked first used up the fuel: to go backwards from a
    /// call through names and closures that say something of each other takes far more steps. Whether that was done.
    fn start_over(&self) -> bool {
        if self.fuel.get() > 0 || self.started_over.replace(true) {
            return false;
        }
        self.fuel.set(FUEL);
        (0..self.body.exprs.len() as u32).for_each(|id| drop(self.type_of(ExprId(id))));
        true
    }

    /// The module (or block) whose names an expression sees.
    fn module_at(&self, expr: ExprId) -> ModuleId {
        self.locals.module_at(expr).unwrap_or(self.site.module)
    }

    /// The environment that types written at an expression are read in.
    fn env_at(&self, expr: ExprId) -> Env<'s> {
        Env { module: self.module_at(expr), ..self.env.clone() }
    }

    /// Leaves out functions that no build of this body can see.
    fn compatible(&self, fns: &[FnId]) -> Vec<FnId> {
        if fns.len() < 2 {
            return fns.to_vec();
        }
        let index = &self.db.world.index;
        let facts_of = |site, owner| Facts::of(index.attrs_around(site, owner));
        let own = self.facts.get_or_init(|| match self.owner {
            BodyOwner::Fn(id) => facts_of(index.func(id).site, index.func(id).owner),
            BodyOwner::Const(id) => facts_of(index.const_(id).site, index.const_(id).owner),
        });
        let fits = |id: &FnId| !facts_of(index.func(*id).site, index.func(*id).owner).exclude(own);
        fns.iter().copied().filter(fits).collect()
    }
}
