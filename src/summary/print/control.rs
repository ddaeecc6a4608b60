//! Expressions that hold blocks or leave them, closures, macros.

use super::body::BodyPrinter;
use crate::summary::{Arm, BlockKind, Closure, ExprId, ExprKind};

impl BodyPrinter<'_> {
    /// What `body` leaves over.
    pub(super) fn control(&mut self, expr: ExprId) {
        match &self.body.expr(expr).kind {
            ExprKind::Struct { path, fields, base } => {
                self.to.path(path);
                self.text(" { ");
                for (name, value) in fields {
                    self.text(name);
                    self.text(": ");
                    self.expr(*value);
                    self.text(", ");
                }
                self.optional("..", *base);
                self.text("}");
            }
            ExprKind::Block { block, kind, label } => {
                self.label(*label);
                self.text(match kind {
                    BlockKind::Plain => "",
                    BlockKind::Unsafe => "unsafe ",
                    BlockKind::Const => "const ",
                    BlockKind::Try => "try ",
                });
                self.block(*block);
            }
            ExprKind::Async { block, is_move } => {
                self.text(if *is_move { "async move " } else { "async " });
                self.block(*block);
            }
            ExprKind::If { cond, then, else_ } => {
                self.optional("if ", Some(*cond));
                self.optional(" ", Some(*then));
                self.optional(" else ", *else_);
            }
            ExprKind::Let { pat, scrutinee } => {
                self.text("let ");
                self.pat(*pat);
                self.optional(" = ", Some(*scrutinee));
            }
            ExprKind::Match { scrutinee, arms } => {
                self.optional("match ", Some(*scrutinee));
                self.text(" {");
                self.to.line();
                self.to.indent += 1;
                arms.iter().for_each(|arm| self.arm(arm));
                self.to.indent -= 1;
                self.text("}");
            }
            ExprKind::Closure(closure) => self.closure(closure),
            ExprKind::Macro { call, args: None } => self.to.macro_call(call),
            ExprKind::Macro { call, args: Some(args) } => {
                self.to.path(&call.path);
                self.text("!");
                self.arguments(args);
            }
            _ => self.jump(expr),
        }
    }

    /// Loops, and what leaves them.
    fn jump(&mut self, expr: ExprId) {
        match &self.body.expr(expr).kind {
            ExprKind::Loop { body, label } => {
                self.label(*label);
                self.text("loop ");
                self.block(*body);
            }
            ExprKind::While { cond, body, label } => {
                self.label(*label);
                self.optional("while ", Some(*cond));
                self.text(" ");
                self.block(*body);
            }
            ExprKind::For { pat, iterable, body, label } => {
                self.label(*label);
                self.text("for ");
                self.pat(*pat);
                self.optional(" in ", Some(*iterable));
                self.text(" ");
                self.block(*body);
            }
            ExprKind::Break { label, value } => {
                self.text("break");
                if let Some(label) = label {
                    self.text(" '");
                    self.text(label);
                }
                self.optional(" ", *value);
            }
            ExprKind::Continue => self.text("continue"),
            ExprKind::Return(value) => {
                self.text("return");
                self.optional(" ", *value);
            }
            _ => self.text("{unknown}"),
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.text(if closure.is_async { "async " } else { "" });
        self.text(if closure.is_move { "move " } else { "" });
        self.text("|");
        for (index, (pat, ty)) in closure.params.iter().enumerate() {
            self.text(if index > 0 { ", " } else { "" });
            self.pat(*pat);
            if let Some(ty) = ty {
                self.text(": ");
                self.to.ty(ty);
            }
        }
        self.text("| ");
        if let Some(ret) = &closure.ret {
            self.text("-> ");
            self.to.ty(ret);
            self.text(" ");
        }
        self.expr(closure.body);
    }

    fn arm(&mut self, arm: &Arm) {
        self.to.attrs(&arm.attrs, "#");
        self.pat(arm.pat);
        self.optional(" if ", arm.guard);
        self.optional(" => ", Some(arm.body));
        self.to.line();
    }
}
