//! What the code around an expression asks of it. The parameters of a closure are known by that: by the bound of the
//! function that it is given to, by the `Box<dyn Fn(A)>` that is declared where it ends up, by the calls of its name.

use rustc_hash::FxHashMap;

use super::later::{Use, is_exact};
use super::ty::{GenericOwner, ParamId, TraitRef, Ty};
use super::unify::Fit;
use super::{Infer, depth};
use crate::index::{AdtId, BodyOwner, Def, Owner};
use crate::summary::{Body, ExprId, ExprKind, Name, PatId, PatKind, Stmt, TypeRef};

/// What an expression stands for in what is around it.
#[derive(Debug, Clone, Copy)]
enum Place<'s> {
    /// An argument of a call, by position, receivers left out.
    Arg(ExprId, usize),
    /// A field of a struct literal.
    Field(ExprId, Name),
    /// A value whose type is written down.
    Declared(&'s TypeRef),
    /// A value that is made another by `as`: a closure becomes a pointer.
    Cast(&'s TypeRef),
    /// The value of a name.
    Named(PatId),
    /// The value of a larger expression, or one of those that it can have.
    Value(ExprId),
    /// What a `&` refers to.
    Behind(ExprId),
}

/// Where the expressions of a body stand.
#[derive(Debug)]
pub(super) struct Places<'s> {
    places: FxHashMap<ExprId, Place<'s>>,
    /// Where a local is called first, as expressions are numbered.
    calls: FxHashMap<PatId, ExprId>,
}

impl<'s> Places<'s> {
    fn new(body: &'s Body, local: impl Fn(ExprId) -> Option<PatId>) -> Self {
        let mut found = Places { places: FxHashMap::default(), calls: FxHashMap::default() };
        for (at, expr) in body.exprs.iter().enumerate() {
            found.note(body, ExprId(at as u32), &expr.kind);
            if let ExprKind::Call { callee, .. } = expr.kind
                && let Some(pat) = local(callee)
            {
                found.calls.entry(pat).or_insert(ExprId(at as u32));
            }
        }
        for stmt in body.blocks.iter().flat_map(|block| &block.stmts) {
            let Stmt::Let(decl) = stmt else { continue };
            let named = matches!(body.pat(decl.pat).kind, PatKind::Binding { .. });
            let place = match &decl.ty {
                Some(ty) if *ty != TypeRef::Infer => Some(Place::Declared(ty)),
                _ => named.then_some(Place::Named(decl.pat)),
            };
            found.places.extend(decl.init.zip(place));
        }
        found
    }

    fn note(&mut self, body: &Body, id: ExprId, kind: &'s ExprKind) {
        let args: &[ExprId] = match kind {
            ExprKind::Call { args, .. } => args,
            ExprKind::MethodCall(call) => &call.args,
            _ => &[],
        };
        self.places.extend(args.iter().enumerate().map(|(at, arg)| (*arg, Place::Arg(id, at))));
        match kind {
            ExprKind::Struct { fields, .. } => {
                self.places.extend(fields.iter().map(|(name, value)| (*value, Place::Field(id, *name))));
            }
            ExprKind::Cast { operand, ty } => {
                self.places.insert(*operand, Place::Cast(ty));
            }
            ExprKind::Ref { operand, .. } => {
                self.places.insert(*operand, Place::Behind(id));
            }
            ExprKind::Block { block, .. } => {
                self.places.extend(body.block(*block).tail().map(|tail| (tail, Place::Value(id))));
            }
            ExprKind::If { then, else_, .. } => {
                let branches = [Some(*then), *else_].into_iter().flatten();
                self.places.extend(branches.map(|branch| (branch, Place::Value(id))));
            }
            ExprKind::Match { arms, .. } => {
                self.places.extend(arms.iter().map(|arm| (arm.body, Place::Value(id))));
            }
            _ => {}
        }
    }
}

/// Whether a type is not known but by a closure in it.
fn is_by_closure(ty: &Ty) -> bool {
    ty.any(&|ty| matches!(ty, Ty::Closure(_) | Ty::Unknown))
}

/// A type's arguments with its own parameters for what is not known, which its bounds say something of.
fn open(id: AdtId, args: &[Ty]) -> Vec<Ty> {
    let param = |at: usize| Ty::Param(ParamId { owner: GenericOwner::Adt(id), index: at as u16 });
    args.iter().enumerate().map(|(at, arg)| if arg.is_unknown() { param(at) } else { arg.clone() }).collect()
}

impl<'s> Infer<'_, 's> {
    /// The type of a closure's parameter, from what is asked of the closure.
    pub(super) fn closure_param(&self, closure: ExprId, at: usize) -> Ty {
        match self.asked_inputs(closure) {
            Some(Ty::Tuple(inputs)) => inputs.get(at).cloned().unwrap_or(Ty::Unknown),
            _ => Ty::Unknown,
        }
    }

    /// The closure that an argument is: `|x| …`, `{ let y = …; move |x| … }`.
    pub(super) fn is_closure(&self, arg: ExprId) -> bool {
        match self.kind(arg) {
            ExprKind::Closure(_) => true,
            ExprKind::Block { block, .. } => {
                self.body.block(*block).tail().is_some_and(|tail| self.is_closure(tail))
            }
            _ => false,
        }
    }

    fn place(&self, expr: ExprId) -> Option<Place<'s>> {
        let places = self.places.get_or_init(|| Places::new(self.body, |expr| self.locals.binding(expr)));
        places.places.get(&expr).copied()
    }

    /// What a callable that stands there is called with: a tuple.
    fn asked_inputs(&self, expr: ExprId) -> Option<Ty> {
        let _guard = depth::enter()?;
        let inputs = match self.place(expr) {
            Some(Place::Arg(call, at)) => self.arg_inputs(call, at),
            Some(Place::Value(outer)) => self.asked_inputs(outer),
            Some(Place::Named(name)) => self.inputs_by_uses(name, expr),
            _ => self.inputs_of(&self.asked(expr)),
        };
        inputs.map(|inputs| self.ground(&self.normalize(&inputs)))
    }

    /// What an argument is called with, as the callee's bounds say.
    fn arg_inputs(&self, call: ExprId, at: usize) -> Option<Ty> {
        let Some(callee) = self.callee(call) else { return self.inputs_of(&self.asked_of_arg(call, at)) };
        let sig = self.db.sig(callee.id);
        let declared = sig.params.get(at.checked_sub(callee.offset)?)?;
        let inputs = match declared {
            Ty::Param(_) => {
                let owner = match self.db.world.index.func(callee.id).owner {
                    Owner::Impl(id) => Some(GenericOwner::Impl(id)),
                    Owner::Trait(id) => Some(GenericOwner::Trait(id)),
                    Owner::Module => None,
                };
                let owners = [GenericOwner::Fn(callee.id)].into_iter().chain(owner);
                self.required_inputs(declared, owners)
            }
            _ => self.inputs_of(declared),
        };
        let Some(inputs) = inputs else { return self.inputs_of(&self.asked_of_arg(call, at)) };
        let known = self.close(callee.id, &inputs, &callee.subst);
        if !known.any(&Ty::is_unknown) {
            return Some(known);
        }
        // `let all: Vec<Job> = jobs.fold(Vec::new(), |all, job| …)`
        let asked = match self.place(call) {
            Some(Place::Cast(_)) => return Some(known),
            _ => self.asked(call),
        };
        let mut subst = callee.subst.clone();
        let fits = is_exact(&asked) && self.fit(&sig.ret, &asked, &mut subst) != Fit::No;
        Some(if fits { self.close(callee.id, &inputs, &subst) } else { known })
    }

    /// What a local closure is called with first, or what is asked where it is handed on: all that is said must agree.
    /// Before that, its body counts: a parameter that is handed on there, or taken apart, is what that asks for.
    fn inputs_by_uses(&self, name: PatId, value: ExprId) -> Option<Ty> {
        let ExprKind::Closure(closure) = self.kind(value) else { return None };
        if !closure.params.iter().all(|(pat, _)| self.is_left_open(*pat)) {
            return None;
        }
        self.circles.by_uses(|| self.inputs_of_uses(name))?
    }

    fn inputs_of_uses(&self, name: PatId) -> Option<Ty> {
        let called = match self.places.get()?.calls.get(&name).map(|call| self.kind(*call)) {
            Some(ExprKind::Call { args, .. }) => {
                Some(Ty::Tuple(args.iter().map(|arg| self.type_of(*arg)).collect()))
            }
            _ => None,
        };
        let given = self.locals.uses(name).iter().filter_map(|use_| match use_ {
            Use::Given(call, at) => self.arg_inputs(*call, *at),
            _ => None,
        });
        let said: Vec<Ty> = called.into_iter().chain(given).collect();
        let mut known = said.iter().filter(|inputs| !inputs.any(&Ty::is_unknown));
        match known.next() {
            Some(first) => known.all(|other| other == first).then(|| first.clone()),
            None => said.first().cloned(),
        }
    }

    /// Whether a closure's body leaves it to others what a parameter is.
    fn is_left_open(&self, param: PatId) -> bool {
        match &self.body.pat(param).kind {
            PatKind::Wild => true,
            PatKind::Binding { sub: None, .. } => {
                self.locals.uses(param).iter().all(|use_| matches!(use_, Use::Called(_)))
            }
            _ => false,
        }
    }

    /// The type that is declared where a value ends up.
    fn asked(&self, expr: ExprId) -> Ty {
        let Some(_guard) = depth::enter() else { return Ty::Unknown };
        match self.place(expr) {
            Some(Place::Arg(call, at)) => self.asked_of_arg(call, at),
            Some(Place::Field(literal, name)) => self.asked_of_field(literal, name),
            Some(Place::Declared(ty) | Place::Cast(ty)) => self.db.written(&self.env_at(expr), ty),
            Some(Place::Value(outer)) => self.asked(outer),
            Some(Place::Behind(reference)) => match self.asked(reference) {
                Ty::Ref(_, inner) => (*inner).clone(),
                _ => Ty::Unknown,
            },
            Some(Place::Named(_)) => Ty::Unknown,
            None if expr == self.body.root => match self.owner {
                BodyOwner::Fn(id) => self.db.sig(id).ret.clone(),
                BodyOwner::Const(id) => self.declared_const(id),
            },
            None => Ty::Unknown,
        }
    }

    fn asked_of_arg(&self, call: ExprId, at: usize) -> Ty {
        if let ExprKind::Call { callee, .. } = self.kind(call)
            && let Ty::Ctor(def, _) = self.type_of(*callee)
        {
            return self.asked_by_constructor(call, def, at);
        }
        let Some(mut callee) = self.callee(call) else { return Ty::Unknown };
        let sig = self.db.sig(callee.id);
        let declared = at.checked_sub(callee.offset).and_then(|at| sig.params.get(at));
        let Some(declared) = declared else { return Ty::Unknown };
        let is_own = |ty: &Ty| matches!(ty, Ty::Param(param) if param.owner == GenericOwner::Fn(callee.id));
        if let ExprKind::MethodCall(method) = self.kind(call)
            && !declared.any(&is_own)
        {
            // By the receiver alone: the argument may be another type that becomes the declared one.
            let found = self.method(call, &self.type_of(method.receiver), method.method);
            callee.subst = found.map(|(_, subst)| subst).unwrap_or_default();
        } else if let Ty::Param(param) = declared
            && callee.subst.get(*param).is_none_or(is_by_closure)
        {
            // `Box::new(f)` asks for what is asked of the box.
            let _ = self.fit(&sig.ret, &self.asked(call), &mut callee.subst);
        }
        self.normalize(&self.close(callee.id, declared, &callee.subst))
    }

    /// What a tuple struct or variant declares its field to be. What is generic of it is asked of the whole.
    fn asked_by_constructor(&self, call: ExprId, def: Def, at: usize) -> Ty {
        let (id, variant) = match def {
            Def::Adt(id) => (id, None),
            Def::Variant(id, at) => (id, Some(at)),
            _ => return Ty::Unknown,
        };
        let fields = self.db.world.index.adt(id).fields(variant);
        let Some(field) = fields.and_then(|fields| fields.fields.get(at)) else { return Ty::Unknown };
        let declared = self.db.written(&self.db.adt_env(id), &field.ty);
        match self.asked(call) {
            Ty::Adt(asked, args) if asked == id => declared.subst(&self.db.adt_subst(id, &open(id, &args))),
            _ => declared,
        }
    }

    fn asked_of_field(&self, literal: ExprId, name: Name) -> Ty {
        let ExprKind::Struct { path, .. } = self.kind(literal) else { return Ty::Unknown };
        match self.struct_shape(literal, path) {
            Some((id, args, variant)) => {
                self.declared_field(id, &open(id, &args), variant, name).unwrap_or(Ty::Unknown)
            }
            None => Ty::Unknown,
        }
    }

    /// What a callable of a declared type is called with.
    fn inputs_of(&self, declared: &Ty) -> Option<Ty> {
        match declared {
            Ty::FnPtr(params, _) => Some(Ty::Tuple(params.clone())),
            Ty::Opaque(bounds) | Ty::Dyn(bounds) => self.fn_inputs(declared, bounds.to_vec()),
            Ty::Param(param) => self.required_inputs(declared, [param.owner]),
            _ => None,
        }
    }

    fn required_inputs(&self, param: &Ty, owners: impl IntoIterator<Item = GenericOwner>) -> Option<Ty> {
        let predicates = owners.into_iter().flat_map(|owner| self.db.predicates(owner));
        let bounds = predicates.filter(|(subject, _)| subject == param).map(|(_, bound)| bound.clone());
        self.fn_inputs(param, bounds.collect())
    }

    /// The argument tuple of the first `Fn`-like bound of `ty`, or supertrait of a bound.
    fn fn_inputs(&self, ty: &Ty, mut bounds: Vec<TraitRef>) -> Option<Ty> {
        let is_fn = |bound: &&TraitRef| bound.trait_.is_some_and(|id| self.is_fn_trait(id));
        // Most say so themselves.
        if !bounds.iter().any(|bound| is_fn(&bound)) {
            self.add_supertraits(ty, &mut bounds);
        }
        bounds.iter().find(is_fn)?.args.first().cloned()
    }
}
