//! Expressions that hold blocks or leave them, and closures.

use super::context::Context;
use crate::source::Span;
use crate::summary::{Arm, BlockId, BlockKind, Closure, ExprId, ExprKind, Name, PatId, TypeRef};

impl Context<'_> {
    /// What `exprs` leaves over.
    pub(super) fn control(&mut self, expr: &syn::Expr) -> (ExprKind, Span) {
        use syn::Expr;
        match expr {
            Expr::Block(expr) => self.labelled_block(expr),
            Expr::Unsafe(expr) => self.keyword_block(expr.unsafe_token.span, &expr.block, BlockKind::Unsafe),
            Expr::Const(expr) => self.keyword_block(expr.const_token.span, &expr.block, BlockKind::Const),
            Expr::TryBlock(expr) => self.keyword_block(expr.try_token.span, &expr.block, BlockKind::Try),
            Expr::Async(expr) => {
                let (block, span) = self.block(&expr.block);
                let is_move = expr.capture.is_some();
                (ExprKind::Async { block, is_move }, self.from(expr.async_token.span, span))
            }
            Expr::If(expr) => self.if_expr(expr),
            Expr::Let(expr) => {
                let pat = self.pat(&expr.pat).0;
                let (scrutinee, span) = self.expr(&expr.expr);
                (ExprKind::Let { pat, scrutinee }, self.from(expr.let_token.span, span))
            }
            Expr::Match(expr) => self.match_expr(expr),
            Expr::Loop(expr) => {
                let (body, span) = self.block(&expr.body);
                let (label, start) = self.label(expr.label.as_ref(), expr.loop_token.span);
                (ExprKind::Loop { body, label }, Span::new(start, span.end))
            }
            Expr::While(expr) => {
                let cond = self.expr(&expr.cond).0;
                let (body, span) = self.block(&expr.body);
                let (label, start) = self.label(expr.label.as_ref(), expr.while_token.span);
                (ExprKind::While { cond, body, label }, Span::new(start, span.end))
            }
            Expr::ForLoop(expr) => {
                let pat = self.pat(&expr.pat).0;
                let iterable = self.expr(&expr.expr).0;
                let (body, span) = self.block(&expr.body);
                let (label, start) = self.label(expr.label.as_ref(), expr.for_token.span);
                (ExprKind::For { pat, iterable, body, label }, Span::new(start, span.end))
            }
            Expr::Closure(expr) => self.closure(expr),
            _ => self.jump(expr),
        }
    }

    fn jump(&mut self, expr: &syn::Expr) -> (ExprKind, Span) {
        use syn::Expr;
        match expr {
            Expr::Break(expr) => {
                let value = expr.expr.as_ref().map(|value| self.expr(value));
                let span =
                    self.jump_span(expr.break_token.span, expr.label.as_ref(), value.map(|(_, span)| span));
                let label = expr.label.as_ref().map(|label| self.name(&label.ident).0);
                (ExprKind::Break { label, value: value.map(|(id, _)| id) }, span)
            }
            Expr::Continue(expr) => {
                let span = self.jump_span(expr.continue_token.span, expr.label.as_ref(), None);
                (ExprKind::Continue, span)
            }
            Expr::Return(expr) => {
                let value = expr.expr.as_ref().map(|value| self.expr(value));
                let span = self.jump_span(expr.return_token.span, None, value.map(|(_, span)| span));
                (ExprKind::Return(value.map(|(id, _)| id)), span)
            }
            Expr::Yield(expr) => {
                let value = expr.expr.as_ref().map(|value| self.expr(value).1);
                (ExprKind::Unknown, self.jump_span(expr.yield_token.span, None, value))
            }
            _ => (ExprKind::Unknown, self.here()),
        }
    }

    fn jump_span(
        &self,
        keyword: proc_macro2::Span,
        label: Option<&syn::Lifetime>,
        value: Option<Span>,
    ) -> Span {
        let keyword = self.span(keyword);
        match (label, value) {
            (_, Some(value)) => keyword.to(value),
            (Some(label), None) => keyword.to(self.name(&label.ident).1),
            (None, None) => keyword,
        }
    }

    /// A label, and where the expression starts that has it or not.
    fn label(&self, label: Option<&syn::Label>, keyword: proc_macro2::Span) -> (Option<Name>, u32) {
        match label {
            Some(label) => (Some(self.name(&label.name.ident).0), self.start(label.name.apostrophe)),
            None => (None, self.start(keyword)),
        }
    }

    fn labelled_block(&mut self, expr: &syn::ExprBlock) -> (ExprKind, Span) {
        let (block, span) = self.block(&expr.block);
        let (label, start) = self.label(expr.label.as_ref(), expr.block.brace_token.span.open());
        (ExprKind::Block { block, kind: BlockKind::Plain, label }, Span::new(start, span.end))
    }

    fn keyword_block(
        &mut self,
        keyword: proc_macro2::Span,
        block: &syn::Block,
        kind: BlockKind,
    ) -> (ExprKind, Span) {
        let (block, span) = self.block(block);
        (ExprKind::Block { block, kind, label: None }, self.from(keyword, span))
    }

    /// A plain block as an expression.
    pub(super) fn block_expr(&mut self, block: &syn::Block) -> (ExprId, Span) {
        let (block, span): (BlockId, Span) = self.block(block);
        let kind = ExprKind::Block { block, kind: BlockKind::Plain, label: None };
        (self.add_expr(kind, span), span)
    }

    fn if_expr(&mut self, expr: &syn::ExprIf) -> (ExprKind, Span) {
        let cond = self.expr(&expr.cond).0;
        let (then, mut span) = self.block_expr(&expr.then_branch);
        let mut else_ = None;
        if let Some((_, branch)) = &expr.else_branch {
            let (id, branch) = self.expr(branch);
            (else_, span) = (Some(id), branch);
        }
        (ExprKind::If { cond, then, else_ }, self.from(expr.if_token.span, span))
    }

    fn match_expr(&mut self, expr: &syn::ExprMatch) -> (ExprKind, Span) {
        let scrutinee = self.expr(&expr.expr).0;
        let arms = expr.arms.iter().map(|arm| self.arm(arm)).collect();
        let end = self.end(expr.brace_token.span.close());
        (ExprKind::Match { scrutinee, arms }, Span::new(self.start(expr.match_token.span), end))
    }

    fn arm(&mut self, arm: &syn::Arm) -> Arm {
        let attrs = self.attrs(&arm.attrs);
        let (pat, guard) = match &arm.pat {
            syn::Pat::Guard(guarded) => (self.pat(&guarded.pat).0, Some(self.expr(&guarded.guard).0)),
            pat => (self.pat(pat).0, None),
        };
        Arm { attrs, pat, guard, body: self.expr(&arm.body).0 }
    }

    fn closure(&mut self, expr: &syn::ExprClosure) -> (ExprKind, Span) {
        let params = expr.inputs.iter().map(|input| self.closure_param(input)).collect();
        let ret = match &expr.output {
            syn::ReturnType::Default => None,
            syn::ReturnType::Type(_, ty) => Some(self.ty(ty)),
        };
        let (body, span) = self.expr(&expr.body);
        let first = match (&expr.lifetimes, &expr.constness, &expr.asyncness, &expr.capture) {
            (Some(lifetimes), ..) => lifetimes.for_token.span,
            (_, Some(token), ..) => token.span,
            (_, _, Some(token), _) => token.span,
            (_, _, _, Some(token)) => token.span,
            _ => expr.inputs_begin.spans[0],
        };
        let (is_async, is_move) = (expr.asyncness.is_some(), expr.capture.is_some());
        let closure = Closure { params, ret, is_async, is_move, body };
        (ExprKind::Closure(Box::new(closure)), self.from(first, span))
    }

    fn closure_param(&mut self, input: &syn::Pat) -> (PatId, Option<TypeRef>) {
        match input {
            syn::Pat::Type(typed) => (self.pat(&typed.pat).0, Some(self.ty(&typed.ty))),
            pat => (self.pat(pat).0, None),
        }
    }
}
