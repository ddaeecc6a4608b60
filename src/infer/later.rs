//! What uses of a binding tell about its type, where its first value leaves something open:
//! `let mut v = Vec::new(); v.push(1);`, `let (tx, rx) = channel(); tx.send(1);`, `let list = vec![]; fill(list);`.

use rustc_hash::FxHashMap;

use super::{Infer, Ty};
use crate::summary::{Body, ExprId, ExprKind, Name, PatId, PatKind};

/// Uses of a binding that are asked about its type.
const MAX_USES: usize = 16;

/// A use of a binding that may say more of its type than its first value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Use {
    /// `name = value`.
    Assigned(ExprId),
    /// `name.method(…)`: the call.
    Called(ExprId),
    /// `callee(…, name)`, `x.method(name)`: the call, and which argument.
    Given(ExprId, usize),
    /// `Struct { field: name }`: the literal.
    Stored(ExprId, Name),
}

/// The uses of each binding, in order.
#[derive(Debug, Default)]
pub(super) struct Uses(FxHashMap<PatId, Vec<Use>>);

impl Uses {
    /// Of a binding.
    pub fn of(&self, binding: PatId) -> &[Use] {
        self.0.get(&binding).map_or(&[], |uses| uses)
    }

    /// Notes what the expression `id` does with bindings, which `names` knows.
    pub fn note(&mut self, body: &Body, names: &FxHashMap<ExprId, PatId>, id: ExprId) {
        let mut note = |of: ExprId, use_: Use| {
            if let Some(binding) = names.get(&of) {
                self.0.entry(*binding).or_default().push(use_);
            }
        };
        match &body.expr(id).kind {
            ExprKind::Assign { left, right } => note(*left, Use::Assigned(*right)),
            ExprKind::Call { args, .. } => {
                args.iter().enumerate().for_each(|(at, arg)| note(handed_on(body, *arg), Use::Given(id, at)));
            }
            ExprKind::MethodCall(call) => {
                note(call.receiver, Use::Called(id));
                let args = call.args.iter().enumerate();
                args.for_each(|(at, arg)| note(handed_on(body, *arg), Use::Given(id, at)));
            }
            ExprKind::Struct { fields, .. } => {
                fields.iter().for_each(|(name, value)| note(handed_on(body, *value), Use::Stored(id, *name)));
            }
            _ => {}
        }
    }
}

/// What is given with `name`, `&name`, `&mut name`, `name.clone()`.
fn handed_on(body: &Body, value: ExprId) -> ExprId {
    match &body.expr(value).kind {
        ExprKind::Ref { operand, .. } => *operand,
        ExprKind::MethodCall(call) if call.method == "clone" => call.receiver,
        _ => value,
    }
}

impl Infer<'_, '_> {
    /// The type of a binding of `let`, whose first value says `ty`, with what its uses add to that. `root` is the
    /// whole pattern, `init` the value.
    pub(super) fn with_uses(&self, binding: PatId, ty: Ty, root: PatId, init: Option<ExprId>) -> Ty {
        let is_part = matches!(self.body.pat(root).kind, PatKind::Tuple(_));
        let tells = |use_: &Use| !ty.is_unknown() || matches!(use_, Use::Assigned(_));
        if !is_part && !self.locals.uses(binding).iter().any(tells) {
            return ty;
        }
        let taught = || {
            let ty = self.taught_by_uses(binding, ty.clone());
            match init {
                Some(init) if ty.any(&Ty::is_unknown) => {
                    let others = self.taught_by_others(binding, root, init);
                    ty.join(others)
                }
                _ => ty,
            }
        };
        self.circles.by_uses(taught).unwrap_or(ty)
    }

    fn taught_by_uses(&self, binding: PatId, mut ty: Ty) -> Ty {
        for use_ in self.locals.uses(binding).iter().take(MAX_USES) {
            if !ty.any(&Ty::is_unknown) {
                break;
            }
            let taught = match *use_ {
                Use::Assigned(value) => self.type_of(value),
                _ if ty.is_unknown() => continue,
                Use::Called(call) => match self.bound_to_copy(call) {
                    Some(copy) => self.taught_by_uses(copy, ty.clone()),
                    None => self.receiver_taught_by(call, &ty),
                },
                Use::Given(call, at) => self.declared_param(call, at),
                Use::Stored(literal, name) => match self.type_of(literal) {
                    Ty::Adt(id, args) => {
                        let declared = self.declared_field(id, &args, None, name);
                        declared.filter(is_exact).unwrap_or(Ty::Unknown)
                    }
                    _ => Ty::Unknown,
                },
            };
            ty = ty.join(taught);
        }
        ty
    }

    /// The binding whose value is this `name.clone()`.
    fn bound_to_copy(&self, call: ExprId) -> Option<PatId> {
        match self.kind(call) {
            ExprKind::MethodCall(copy) if copy.method == "clone" => self.locals.bound_to(call),
            _ => None,
        }
    }

    /// What a function declares its parameter to be that stands at an argument's place.
    fn declared_param(&self, call: ExprId, at: usize) -> Ty {
        let Some(callee) = self.callee(call) else { return Ty::Unknown };
        let Some(at) = at.checked_sub(callee.offset) else { return Ty::Unknown };
        let declared = self.db.sig(callee.id).params.get(at);
        let declared =
            declared.map(|ty| self.normalize(&self.close(callee.id, ty.peel_refs(), &callee.subst)));
        declared.filter(is_exact).unwrap_or(Ty::Unknown)
    }

    /// What uses of the other parts of a tuple say: both ends of a channel carry the same.
    fn taught_by_others(&self, binding: PatId, root: PatId, init: ExprId) -> Ty {
        let PatKind::Tuple(pats) = &self.body.pat(root).kind else { return Ty::Unknown };
        if pats.iter().any(|pat| self.body.pat(*pat).kind == PatKind::Rest) {
            return Ty::Unknown;
        }
        let Some(mut callee) = self.callee(init) else { return Ty::Unknown };
        let sig = self.db.sig(callee.id);
        let (Ty::Tuple(parts), Some(own)) = (&sig.ret, pats.iter().position(|pat| *pat == binding)) else {
            return Ty::Unknown;
        };
        for (pat, part) in pats.iter().zip(parts.iter()).filter(|(pat, _)| **pat != binding) {
            let first = self.bindings.borrow().get(pat).cloned();
            if let Some(first) = first {
                let taught = self.taught_by_uses(*pat, first);
                let _ = self.fit(part, &taught, &mut callee.subst);
            }
        }
        parts.get(own).map_or(Ty::Unknown, |part| self.normalize(&self.close(callee.id, part, &callee.subst)))
    }
}

/// Whether what is given where such a type is declared is of just that type: an `Arc<T>` becomes an `Arc<dyn Trait>`.
pub(super) fn is_exact(declared: &Ty) -> bool {
    !declared.any(&|ty| matches!(ty, Ty::Dyn(_) | Ty::Opaque(_) | Ty::Slice(_)))
}
