//! Callbacks whose results their callee throws away: `fn each<R>(f: impl Fn(u32) -> R) { f(1); }`.
//!
//! Decided by the callee's own body, and so only where that body is at hand.

use super::chain::{Because, Evidence};
use super::future::Futureness;
use super::loss::Loss;
use super::ty::{TraitRef, Ty};
use super::{Infer, call::Callee};
use crate::index::FnId;
use crate::summary::{Body, ExprId, ExprKind, Name, PatKind, Stmt};

impl Infer<'_, '_> {
    /// The argument of a call (or of one that it is made of) whose future the callee drops. `left` bounds the depth.
    pub(super) fn of_callback(&self, expr: ExprId, left: u32) -> Option<Loss> {
        let left = left.checked_sub(1)?;
        let (args, inner) = match self.kind(expr) {
            ExprKind::Await(inner) | ExprKind::Try(inner) => return self.of_callback(*inner, left),
            ExprKind::MethodCall(call) => (&call.args, Some(call.receiver)),
            ExprKind::Call { args, .. } => (args, None),
            _ => return None,
        };
        let here = || {
            // Callbacks are closures or paths: other calls need not be resolved.
            let is_callback =
                |arg: &ExprId| matches!(self.kind(*arg), ExprKind::Closure(_) | ExprKind::Path(_));
            let callee = args.iter().any(is_callback).then(|| self.callee(expr))??;
            let args = args.get(callee.offset..)?;
            args.iter().enumerate().filter(|(_, arg)| is_callback(arg)).find_map(|(at, arg)| {
                let is_lost = self.gives_future(*arg) && self.drops_result(&callee, at);
                is_lost.then_some(Loss::Callback(*arg, callee.id))
            })
        };
        here().or_else(|| self.of_callback(inner?, left))
    }

    /// Why a callback's future is lost: what it is given to.
    pub fn callback_evidence(&self, callee: FnId) -> Evidence {
        let name = self.db.world.index.func(callee).sig.name;
        let because = Because::Callback(name);
        Evidence { callee: None, because, links: self.declaration_link(callee).into_iter().collect() }
    }

    /// Whether calling a value gives a future.
    fn gives_future(&self, arg: ExprId) -> bool {
        let output = self.call_output(&self.type_of(arg), &[]);
        matches!(self.type_futureness(&output), Futureness::Lost(_))
    }

    /// Whether a function calls its parameter at this position, throws away what that gives, and does nothing else
    /// with the parameter. Where its signature says that it is a future, the finding is in the callee's own body.
    fn drops_result(&self, callee: &Callee, at: usize) -> bool {
        let data = self.db.world.index.func(callee.id);
        let Some(body) = data.sig.body.as_deref() else { return false };
        let Some(PatKind::Binding { name, .. }) = body.params.get(at).map(|pat| &body.pat(*pat).kind) else {
            return false;
        };
        self.gives_anything(callee.id, at) && only_calls_and_drops(body, *name)
    }

    /// Whether what a parameter's call gives is left to the caller: a type parameter without `Future` as its bound.
    fn gives_anything(&self, id: FnId, at: usize) -> bool {
        let Some(param) = self.db.sig(id).params.get(at) else { return false };
        let predicates = self.db.predicates(super::ty::GenericOwner::Fn(id));
        let output = |bound: &TraitRef| {
            let is_fn = bound.trait_.is_some_and(|id| self.is_fn_trait(id) && !self.is_async_fn_trait(id));
            is_fn.then(|| bound.binding("Output".into()).cloned()).flatten()
        };
        let output = match param {
            Ty::Opaque(bounds) => bounds.iter().find_map(output),
            _ => {
                predicates.iter().filter(|(subject, _)| subject == param).find_map(|(_, bound)| output(bound))
            }
        };
        let is_future =
            |bound: &TraitRef| bound.trait_.is_none() || bound.trait_ == self.db.world.lang.future;
        output.is_some_and(|output| {
            matches!(output, Ty::Param(_))
                && !predicates.iter().any(|(subject, bound)| *subject == output && is_future(bound))
        })
    }
}

/// Whether every use of `name` is a call whose value a `;` or a `_` throws away, and there is one.
fn only_calls_and_drops(body: &Body, name: Name) -> bool {
    let is_name = |id: ExprId| match &body.expr(id).kind {
        ExprKind::Path(path) => path.segments.len() == 1 && path.segments[0].name == name,
        _ => false,
    };
    let is_call = |id: ExprId| matches!(body.expr(id).kind, ExprKind::Call { callee, .. } if is_name(callee));
    let is_wild = |pat| body.pat(pat).kind == PatKind::Wild;
    let statements = body.blocks.iter().flat_map(|block| &block.stmts);
    let dropped = statements.filter(|stmt| match stmt {
        Stmt::Expr { expr, semi: true, .. } => match body.expr(*expr).kind {
            ExprKind::Assign { left, right } => {
                body.expr(left).kind == ExprKind::Underscore && is_call(right)
            }
            _ => is_call(*expr),
        },
        Stmt::Let(decl) => is_wild(decl.pat) && decl.init.is_some_and(is_call),
        Stmt::Expr { .. } => false,
    });
    let dropped = dropped.count();
    // What a macro does with its tokens is not known.
    let is_unread = |kind: &ExprKind| matches!(kind, ExprKind::Macro { args: None, .. } | ExprKind::Unknown);
    let uses = (0..body.exprs.len()).filter(|at| is_name(ExprId(*at as u32))).count();
    dropped > 0 && dropped == uses && !body.exprs.iter().any(|expr| is_unread(&expr.kind))
}
