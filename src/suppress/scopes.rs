//! What a comment can stand above: the items, statements and match arms of a file.

use crate::source::Span;
use crate::summary::{Attrs, BlockId, Body, ExprKind, FileSummary, Item, ItemKind, Stmt};

/// The extent of every item, statement and arm of a file.
pub(super) fn scopes(summary: &FileSummary) -> Vec<Span> {
    let mut scopes = Scopes(Vec::new());
    scopes.items(&summary.items);
    scopes.0
}

struct Scopes(Vec<Span>);

impl Scopes {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.0.push(item.span);
            match &item.kind {
                ItemKind::Mod(module) => self.items(module.content.as_deref().unwrap_or_default()),
                ItemKind::Impl(decl) => self.items(&decl.items),
                ItemKind::Trait(decl) => self.items(&decl.items),
                ItemKind::Macro(call) => self.items(call.items.as_deref().unwrap_or_default()),
                ItemKind::Fn(decl) => decl.body.iter().for_each(|body| self.body(body)),
                ItemKind::Const(decl) => decl.body.iter().for_each(|body| self.body(body)),
                _ => {}
            }
        }
    }

    /// All blocks and arms, however deep: they lie side by side in the arenas.
    fn body(&mut self, body: &Body) {
        for id in 0..body.blocks.len() as u32 {
            let block = body.block(BlockId(id));
            self.items(&block.items);
            for stmt in &block.stmts {
                self.0.push(match stmt {
                    Stmt::Let(decl) => from_attributes(&decl.attrs, decl.span),
                    Stmt::Expr { attrs, expr, .. } => from_attributes(attrs, body.expr(*expr).span),
                });
            }
        }
        for expr in &body.exprs {
            let ExprKind::Match { arms, .. } = &expr.kind else { continue };
            for arm in arms {
                let span = body.pat(arm.pat).span.to(body.expr(arm.body).span);
                self.0.push(from_attributes(&arm.attrs, span));
            }
        }
    }
}

fn from_attributes(attrs: &Attrs, span: Span) -> Span {
    attrs.list.first().map_or(span, |attr| attr.span.to(span))
}
