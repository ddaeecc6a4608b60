//! Futures whose work is under way when they are made: kept in a name, they keep it so, and nothing is lost.

use super::ty::Ty;
use super::{Db, Infer, Known};
use crate::index::{BodyOwner, FnId, Owner};
use crate::summary::{ExprId, ExprKind, Name, PatId, PatKind, Stmt};

/// Functions that hand on what another one gives them are followed so far.
const MAX_HANDED_ON: u32 = 3;

impl Infer<'_, '_> {
    /// Whether the future of `expr` may be one that only waits, or that stops what it began when it is dropped.
    pub fn may_be_under_way(&self, expr: ExprId) -> bool {
        self.works_at_once(expr) || self.impl_decides(expr) || self.acts_when_dropped(expr)
    }

    /// The same of a value that is put into the collection of that name.
    pub fn holds_what_is_under_way(&self, pat: PatId) -> bool {
        let PatKind::Binding { name, .. } = self.body.pat(pat).kind else { return false };
        let calls = self.body.exprs.iter().filter_map(|expr| match &expr.kind {
            ExprKind::MethodCall(call) if self.is_named(call.receiver, name) => Some(&call.args),
            _ => None,
        });
        calls.flatten().any(|arg| self.may_be_under_way(*arg))
    }

    fn is_named(&self, expr: ExprId, name: Name) -> bool {
        match self.kind(expr) {
            ExprKind::Path(path) => path.segments.len() == 1 && path.segments[0].name == name,
            _ => false,
        }
    }

    /// Whether a call did something before it gave back its future.
    fn works_at_once(&self, expr: ExprId) -> bool {
        self.callee(expr).is_some_and(|callee| works(self.db, callee.id, MAX_HANDED_ON))
    }

    /// Whether each impl of a trait says what future a call gives, and so what it does before: `Service::call` of tower
    /// sends the request.
    fn impl_decides(&self, expr: ExprId) -> bool {
        let Some(callee) = self.callee(expr) else { return false };
        let of_trait = matches!(self.db.world.index.func(callee.id).owner, Owner::Trait(_));
        of_trait && matches!(self.db.sig(callee.id).ret, Ty::Assoc(_))
    }

    /// Whether dropping the value of `expr` does something of its own, as aborting a transfer.
    pub(super) fn acts_when_dropped(&self, expr: ExprId) -> bool {
        let ty = self.type_of(expr);
        matches!(ty, Ty::Adt(..)) && self.has_drop(&ty) == Known::Yes
    }

    /// Whether a type has a `Drop` of its own.
    pub(super) fn has_drop(&self, ty: &Ty) -> Known {
        self.db.world.lang.drop.map_or(Known::Unknown, |drop| self.implements(ty, drop))
    }
}

/// Whether a function does something before it gives back its future: it is not `async`, and its body is more than an
/// expression, or calls such a function in the end.
fn works(db: &Db, id: FnId, handed_on: u32) -> bool {
    let data = db.world.index.func(id);
    let Some(body) = data.sig.body.as_deref().filter(|_| !data.sig.is_async) else { return false };
    let ExprKind::Block { block, .. } = &body.expr(body.root).kind else { return false };
    let block = body.block(*block);
    let before = block.stmts.iter().filter(|stmt| match stmt {
        Stmt::Expr { expr, .. } => !matches!(body.expr(*expr).kind, ExprKind::Macro { .. }),
        Stmt::Let(_) => false,
    });
    let inner = || Infer::new(db, BodyOwner::Fn(id))?.callee(block.tail()?);
    before.count() > usize::from(block.tail().is_some())
        || handed_on > 0 && inner().is_some_and(|callee| works(db, callee.id, handed_on - 1))
}
