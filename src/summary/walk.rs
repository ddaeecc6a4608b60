//! Going through a body.

use super::{BlockId, Body, ExprId, ExprKind, Name, PatKind, Stmt};

impl Body {
    /// Calls `each` on every expression right below `id`, in source order. A block below it is not
    /// entered: see [`Body::block_of`].
    pub fn children(&self, id: ExprId, each: &mut dyn FnMut(ExprId)) {
        match &self.expr(id).kind {
            ExprKind::Call { callee, args } => {
                each(*callee);
                args.iter().copied().for_each(each);
            }
            ExprKind::MethodCall(call) => {
                each(call.receiver);
                call.args.iter().copied().for_each(each);
            }
            ExprKind::Field { base: inner, .. }
            | ExprKind::Unary { operand: inner, .. }
            | ExprKind::Deref(inner)
            | ExprKind::Ref { operand: inner, .. }
            | ExprKind::Let { scrutinee: inner, .. }
            | ExprKind::Await(inner)
            | ExprKind::Try(inner)
            | ExprKind::Cast { operand: inner, .. } => each(*inner),
            ExprKind::Index { base: a, index: b }
            | ExprKind::Binary { left: a, right: b, .. }
            | ExprKind::Assign { left: a, right: b }
            | ExprKind::AssignOp { left: a, right: b }
            | ExprKind::Repeat { value: a, len: b } => [*a, *b].into_iter().for_each(each),
            ExprKind::If { cond, then, else_ } => [*cond, *then].into_iter().chain(*else_).for_each(each),
            ExprKind::Match { scrutinee, arms } => {
                each(*scrutinee);
                arms.iter().for_each(|arm| arm.guard.into_iter().chain([arm.body]).for_each(&mut *each));
            }
            ExprKind::While { cond: inner, .. } | ExprKind::For { iterable: inner, .. } => each(*inner),
            ExprKind::Break { value, .. } | ExprKind::Return(value) => value.iter().copied().for_each(each),
            ExprKind::Closure(closure) => each(closure.body),
            ExprKind::Tuple(parts) | ExprKind::Array(parts) => parts.iter().copied().for_each(each),
            ExprKind::Struct { fields, base, .. } => {
                fields.iter().map(|(_, value)| *value).chain(*base).for_each(each);
            }
            ExprKind::Range { start, end, .. } => start.iter().chain(end).copied().for_each(each),
            ExprKind::Macro { args: Some(args), .. } => args.iter().copied().for_each(each),
            ExprKind::Path(_)
            | ExprKind::Literal(_)
            | ExprKind::Underscore
            | ExprKind::Block { .. }
            | ExprKind::Async { .. }
            | ExprKind::Loop { .. }
            | ExprKind::Continue
            | ExprKind::Macro { args: None, .. }
            | ExprKind::Unknown => {}
        }
    }

    /// Names that stand alone in it, as values and as what patterns bind; some more than once.
    pub fn names(&self) -> impl Iterator<Item = Name> {
        let values = self.exprs.iter().filter_map(|expr| match &expr.kind {
            ExprKind::Path(path) => match &path.segments[..] {
                [only] => Some(only.name),
                _ => None,
            },
            _ => None,
        });
        let bound = self.pats.iter().filter_map(|pat| match &pat.kind {
            PatKind::Binding { name, .. } => Some(*name),
            _ => None,
        });
        values.chain(bound)
    }

    /// The block right below an expression, if it has one.
    pub fn block_of(&self, id: ExprId) -> Option<BlockId> {
        match &self.expr(id).kind {
            ExprKind::Block { block, .. } | ExprKind::Async { block, .. } => Some(*block),
            ExprKind::Loop { body, .. } | ExprKind::While { body, .. } | ExprKind::For { body, .. } => {
                Some(*body)
            }
            _ => None,
        }
    }

    /// The expressions of a statement, in source order.
    pub fn stmt_exprs(stmt: &Stmt, each: &mut dyn FnMut(ExprId)) {
        match stmt {
            Stmt::Let(decl) => decl.init.iter().chain(&decl.else_).copied().for_each(each),
            Stmt::Expr { expr, .. } => each(*expr),
        }
    }
}
