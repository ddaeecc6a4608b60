//! Calls: what the callee is, what its parameters stand for, what it gives.

use std::sync::Arc;

use super::Infer;
use super::depth;
use super::ty::{GenericOwner, ParamId, Subst, TraitRef, Ty};
use super::unify::Fit;
use crate::index::attributes::Effect;
use crate::index::{Def, FnId, Owner};
use crate::summary::{ExprId, ExprKind};

/// The function that a call calls, and what is known of its parameters before its closures are looked at.
#[derive(Debug, Clone)]
pub(super) struct Callee {
    pub id: FnId,
    pub subst: Subst,
    /// How many of the call's arguments come before the declared parameters: 1 where a method is called by path.
    pub offset: usize,
}

impl Infer<'_, '_> {
    /// `callee(args)`.
    pub(super) fn call(&self, expr: ExprId, callee: ExprId, args: &[ExprId]) -> Ty {
        match self.type_of(callee) {
            Ty::FnDef(..) => match self.callee(expr) {
                Some(callee) => self.finish_call(&callee, args),
                None => Ty::Unknown,
            },
            Ty::Ctor(def, known) => {
                let inputs: Vec<Ty> = args.iter().map(|arg| self.type_of(*arg)).collect();
                self.construct(def, &known, &inputs)
            }
            other => self.call_output(&other, &[]),
        }
    }

    /// The function that a call or method call calls.
    pub(super) fn callee(&self, expr: ExprId) -> Option<Callee> {
        if let Some(known) = self.callees.borrow().get(&expr) {
            return known.clone();
        }
        // Asked again meanwhile, by a closure or a name among its own arguments: not known yet.
        if !self.circles.enter_call(expr) {
            return None;
        }
        let found = match self.kind(expr) {
            ExprKind::Call { callee, args } => match self.type_of(*callee) {
                Ty::FnDef(id, subst) => Some(self.path_callee(id, &subst, args)),
                _ => None,
            },
            ExprKind::MethodCall(call) => self.method_callee(expr, call),
            _ => None,
        };
        if self.circles.leave_call() {
            self.callees.borrow_mut().insert(expr, found.clone());
        }
        found
    }

    fn path_callee(&self, id: FnId, subst: &Subst, args: &[ExprId]) -> Callee {
        let sig = self.db.sig(id);
        let mut subst = subst.clone();
        let offset = usize::from(sig.receiver.is_some());
        if let (Some(receiver), Some(first)) = (&sig.receiver, args.first()) {
            self.fit_receiver(receiver, &self.type_of(*first), &mut subst);
        }
        self.fit_args(id, &mut subst, args.get(offset..).unwrap_or(&[]), false);
        self.complete_self(id, &mut subst);
        Callee { id, subst, offset }
    }

    /// What is open in `Self` of a trait's function is what the only impl for the trait's arguments says:
    /// `<[_; 1]>::try_from(vec)`.
    fn complete_self(&self, id: FnId, subst: &mut Subst) {
        let Owner::Trait(trait_) = self.db.world.index.func(id).owner else { return };
        let param = ParamId::self_of(trait_);
        let Some(known) = subst.get(param).filter(|ty| !ty.is_unknown() && ty.any(&Ty::is_unknown)).cloned()
        else {
            return;
        };
        let asked = self.db.own_trait_ref(trait_).map(&mut |ty| ty.subst(subst)).args;
        let mut impls = self.impls_for(&known, trait_).to_vec();
        impls.retain_mut(|(id, of_impl, _)| {
            let is_blanket = matches!(self.db.header(*id).self_ty, Ty::Param(_));
            !is_blanket && self.args_fit(*id, of_impl, &asked)
        });
        if let [(id, of_impl, _)] = &impls[..] {
            let said = self.ground(&self.db.header(*id).self_ty.subst(of_impl));
            subst.bind(param, said);
        }
    }

    /// A receiver given as an argument may need no reference where the declaration has one, and the other way round.
    fn fit_receiver(&self, receiver: &Ty, actual: &Ty, subst: &mut Subst) {
        let _ = self.fit(receiver.peel_refs(), actual.peel_refs(), subst);
    }

    /// Fits parameters to arguments: all but closures, or only closures (whose parameters are known by then).
    pub(super) fn fit_args(&self, id: FnId, subst: &mut Subst, args: &[ExprId], closures: bool) {
        let sig = self.db.sig(id);
        for (param, arg) in sig.params.iter().zip(args) {
            if self.is_closure(*arg) == closures
                && param.any(&|ty| matches!(ty, Ty::Param(_))) | matches!(param, Ty::Opaque(_))
            {
                self.fit_coerced(param, &self.type_of(*arg), subst);
            }
        }
        self.fit_requirements(id, subst);
    }

    /// `&Vec<T>` and `&[T; N]` can be given where `&[T]` is asked for.
    fn fit_coerced(&self, declared: &Ty, actual: &Ty, subst: &mut Subst) {
        if let (Ty::Ref(_, declared), Ty::Ref(_, actual)) = (declared, actual) {
            for step in self.autoderef(actual) {
                let mut tried = subst.clone();
                if self.fit(declared, &step, &mut tried) != Fit::No {
                    *subst = tried;
                    return;
                }
            }
        }
        let _ = self.fit(declared, actual, subst);
    }

    /// What the function's bounds tell about its parameters, and those of what it belongs to.
    fn fit_requirements(&self, id: FnId, subst: &mut Subst) {
        let owner = match self.db.world.index.func(id).owner {
            Owner::Module => None,
            Owner::Impl(id) => Some(GenericOwner::Impl(id)),
            Owner::Trait(id) => Some(GenericOwner::Trait(id)),
        };
        if let Some(GenericOwner::Trait(id)) = owner {
            self.fit_requirement(&Ty::Param(ParamId::self_of(id)), &self.db.own_trait_ref(id), subst);
        }
        let owners = owner.into_iter().chain([GenericOwner::Fn(id)]);
        self.fit_bounds(owners.flat_map(|owner| self.db.predicates(owner)), subst);
    }

    /// What a call gives once all arguments are looked at.
    pub(super) fn finish_call(&self, callee: &Callee, args: &[ExprId]) -> Ty {
        let mut subst = callee.subst.clone();
        let args = args.get(callee.offset..).unwrap_or(&[]);
        if args.iter().any(|arg| self.is_closure(*arg)) {
            self.fit_args(callee.id, &mut subst, args, true);
        }
        self.returned(callee.id, &subst)
    }

    /// The type of an expression of which `expected` is known: what is open in one is taken from the other.
    pub(super) fn type_as(&self, expr: ExprId, expected: &Ty) -> Ty {
        let ty = self.type_of(expr);
        let Some(_guard) = depth::enter() else { return ty };
        if expected.is_unknown() || !(ty.any(&Ty::is_unknown)) {
            return ty;
        }
        match self.kind(expr) {
            ExprKind::Try(inner) => match self.type_of(*inner) {
                Ty::Adt(id, args) if !args.is_empty() => {
                    let rest = args[1..].iter().cloned();
                    let around = Ty::Adt(id, [expected.clone()].into_iter().chain(rest).collect());
                    self.tried(&self.type_as(*inner, &around))
                }
                _ => ty,
            },
            ExprKind::Call { args, .. } => self.call_as(expr, None, args, expected).unwrap_or(ty),
            ExprKind::MethodCall(call) => {
                self.call_as(expr, Some(call.receiver), &call.args, expected).unwrap_or(ty)
            }
            _ => ty,
        }
    }

    fn call_as(&self, expr: ExprId, receiver: Option<ExprId>, args: &[ExprId], expected: &Ty) -> Option<Ty> {
        let mut callee = self.callee(expr)?;
        let sig = self.db.sig(callee.id);
        if self.db.world.index.func(callee.id).sig.is_async {
            return None;
        }
        let _ = self.fit(&sig.ret, expected, &mut callee.subst);
        if let (Some(receiver), Some(declared)) = (receiver, &sig.receiver) {
            let wanted = self.ground(&declared.subst(&callee.subst));
            let found = self.type_as(receiver, &wanted);
            self.fit_receiver(declared, &found, &mut callee.subst);
        }
        self.fit_requirements(callee.id, &mut callee.subst);
        Some(self.finish_call(&callee, args))
    }

    /// What a function returns to its caller.
    pub(super) fn returned(&self, id: FnId, subst: &Subst) -> Ty {
        let data = self.db.world.index.func(id);
        let ret = self.normalize(&self.close(id, &self.db.sig(id).ret, subst));
        match data.effect {
            Effect::Unknown | Effect::Maybe => Ty::Unknown,
            Effect::AsWritten if data.sig.is_async => Ty::AsyncCall(Some(id), Arc::new(ret)),
            Effect::AsWritten | Effect::Synchronous => ret,
        }
    }

    /// Replaces the callee's parameters; those that nothing is known of become unknown.
    pub(super) fn close(&self, id: FnId, ty: &Ty, subst: &Subst) -> Ty {
        let own = match self.db.world.index.func(id).owner {
            Owner::Module => None,
            Owner::Impl(id) => Some(GenericOwner::Impl(id)),
            Owner::Trait(id) => Some(GenericOwner::Trait(id)),
        };
        fn replace(ty: &Ty, subst: &Subst, open: &dyn Fn(ParamId) -> bool) -> Ty {
            match ty {
                Ty::Param(param) => match subst.get(*param) {
                    Some(known) => known.clone(),
                    None if open(*param) => Ty::Unknown,
                    None => ty.clone(),
                },
                _ => ty.map_inner(&mut |inner| replace(inner, subst, open)),
            }
        }
        replace(ty, subst, &|param| param.owner == GenericOwner::Fn(id) || Some(param.owner) == own)
    }

    /// What calling a value gives. `inputs` are the arguments' types as far as they are known: there may be none.
    pub(super) fn call_output(&self, callable: &Ty, inputs: &[Ty]) -> Ty {
        let Some(_guard) = depth::enter() else { return Ty::Unknown };
        match callable {
            Ty::Closure(id) => self.closure_output(*id),
            Ty::FnDef(id, subst) => {
                let mut subst = (**subst).clone();
                let sig = self.db.sig(*id);
                for (declared, input) in sig.receiver.iter().chain(&sig.params).zip(inputs) {
                    let _ = self.fit(declared, input, &mut subst);
                }
                self.fit_requirements(*id, &mut subst);
                self.returned(*id, &subst)
            }
            Ty::Ctor(def, known) => self.construct(*def, known, inputs),
            Ty::FnPtr(_, ret) => (**ret).clone(),
            Ty::Ref(_, inner) => self.call_output(inner, inputs),
            Ty::Adt(..) => match self.deref_once(callable) {
                Some(inner) => self.call_output(&inner, inputs),
                None => Ty::Unknown,
            },
            Ty::Param(_) | Ty::Opaque(_) | Ty::Dyn(_) | Ty::Assoc(_) => {
                let bounds = self.bounds_of(callable);
                let is_fn = |bound: &&TraitRef| bound.trait_.is_some_and(|id| self.is_fn_trait(id));
                let Some(bound) = bounds.iter().find(is_fn) else { return Ty::Unknown };
                let output = bound.binding("Output".into()).map_or(Ty::Unknown, |ty| self.normalize(ty));
                let is_async = bound.trait_.is_some_and(|id| self.is_async_fn_trait(id));
                if is_async { Ty::AsyncCall(None, Arc::new(output)) } else { output }
            }
            _ => Ty::Unknown,
        }
    }

    /// `Some(x)`, `Wrapper(x)`.
    fn construct(&self, def: Def, known: &[Ty], inputs: &[Ty]) -> Ty {
        let (id, variant) = match def {
            Def::Adt(id) => (id, None),
            Def::Variant(id, at) => (id, Some(at)),
            _ => return Ty::Unknown,
        };
        let mut subst = Subst::default();
        let env = self.db.adt_env(id);
        if let Some(fields) = self.db.world.index.adt(id).fields(variant) {
            for (field, input) in fields.fields.iter().zip(inputs) {
                let _ = self.fit(&self.db.written(&env, &field.ty), input, &mut subst);
            }
        }
        self.close_adt(id, known, &subst)
    }
}
