//! Where values go to die: each value of a body that is thrown away, and how. Knows no types.

pub mod print;

use crate::source::Span;
use crate::summary::{Arm, Attrs, BlockId, Body, ExprId, ExprKind, PatId, PatKind, Stmt};

/// How a value is thrown away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// `f();`, also as the last value of a block, branch or arm whose own value is thrown away so.
    Statement,
    /// `let _ = f();`
    LetUnderscore,
    /// `_ = f();`
    AssignUnderscore,
    /// `let _ = &f();`
    LetUnderscoreRef,
    /// `let (_, n) = (f(), 1);`
    PatternHole,
    /// `match f() { _ => … }`
    Match,
    /// `if let _ = f() { … }`
    IfLet,
}

/// What a value stands in: what its code could do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// `.await` is possible.
    Async,
    /// The body of a synchronous function (or an initialiser).
    Sync,
    /// A synchronous closure; whether an async context lies around it.
    Closure { within_async: bool },
}

/// One value that is thrown away.
#[derive(Debug, Clone)]
pub struct Discard<'s> {
    /// The value.
    pub expr: ExprId,
    /// How.
    pub how: How,
    /// The statement (or pattern) that does it.
    pub span: Span,
    /// Where it stands.
    pub context: Context,
    /// Attributes of the statements around it.
    pub attrs: Vec<&'s Attrs>,
}

/// Macros whose argument is no code of this function, even where it parses as such.
const OPAQUE_MACROS: [&str; 5] =
    ["quote", "quote_spanned", "parse_quote", "parse_quote_spanned", "stringify"];

/// Every value of `body` that is thrown away, in source order. `is_async`: the body is that of an `async fn`.
pub fn discards(body: &Body, is_async: bool) -> Vec<Discard<'_>> {
    let context = if is_async { Context::Async } else { Context::Sync };
    let mut walk = Walk { body, context, attrs: Vec::new(), found: Vec::new() };
    walk.expr(body.root);
    walk.found.sort_by_key(|discard| {
        let span = body.expr(discard.expr).span;
        (span.start, span.end)
    });
    walk.found
}

struct Walk<'s> {
    body: &'s Body,
    context: Context,
    attrs: Vec<&'s Attrs>,
    found: Vec<Discard<'s>>,
}

impl<'s> Walk<'s> {
    fn expr(&mut self, id: ExprId) {
        let outer = self.context;
        match &self.body.expr(id).kind {
            ExprKind::Async { .. } => self.context = Context::Async,
            ExprKind::Closure(closure) => {
                let within_async =
                    outer == Context::Async || outer == Context::Closure { within_async: true };
                self.context =
                    if closure.is_async { Context::Async } else { Context::Closure { within_async } };
            }
            ExprKind::Assign { left, right } => self.assign(*left, *right, self.body.expr(id).span),
            ExprKind::Match { scrutinee, arms } => {
                let holes = arms.iter().all(|arm| self.is_wild(arm.pat) && arm.guard.is_none());
                if holes && !arms.is_empty() {
                    self.flow(*scrutinee, How::Match, self.body.expr(*scrutinee).span);
                }
            }
            ExprKind::Let { pat, scrutinee } if self.is_wild(*pat) => {
                self.flow(*scrutinee, How::IfLet, self.body.expr(id).span);
            }
            ExprKind::Macro { call, .. } => {
                let name = call.path.segments.last().map_or("", |segment| segment.name.as_str());
                if OPAQUE_MACROS.contains(&name) {
                    return;
                }
            }
            _ => {}
        }
        let body = self.body;
        match &body.expr(id).kind {
            ExprKind::Match { scrutinee, arms } => self.arms(*scrutinee, arms),
            _ => body.children(id, &mut |child| self.expr(child)),
        }
        if let Some(block) = body.block_of(id) {
            self.block(block);
        }
        self.context = outer;
    }

    /// Only what a `;` throws away counts: without one a value must be `()`, or the code does not compile.
    fn block(&mut self, id: BlockId) {
        let block = self.body.block(id);
        for stmt in &block.stmts {
            let attrs = match stmt {
                Stmt::Let(decl) => &decl.attrs,
                Stmt::Expr { attrs, .. } => attrs,
            };
            self.attrs.push(attrs);
            match stmt {
                Stmt::Let(decl) => {
                    if let Some(init) = decl.init {
                        self.take_apart(decl.pat, init, decl.span);
                    }
                }
                Stmt::Expr { expr, semi: true, .. } => {
                    self.flow(*expr, How::Statement, self.body.expr(*expr).span);
                }
                Stmt::Expr { .. } => {}
            }
            Body::stmt_exprs(stmt, &mut |expr| self.expr(expr));
            self.attrs.pop();
        }
    }

    /// `let pat = init`: what the holes of the pattern throw away.
    fn take_apart(&mut self, pat: PatId, init: ExprId, span: Span) {
        match (&self.body.pat(pat).kind, &self.body.expr(init).kind) {
            (PatKind::Wild, ExprKind::Ref { operand, .. }) => {
                self.flow(*operand, How::LetUnderscoreRef, span)
            }
            (PatKind::Wild, _) => self.flow(init, How::LetUnderscore, span),
            (PatKind::Tuple(pats), ExprKind::Tuple(parts)) => self.holes(pats, parts),
            _ => {}
        }
    }

    fn holes(&mut self, pats: &[PatId], parts: &[ExprId]) {
        // `..` shifts what follows: only patterns without one are matched by position.
        if pats.len() != parts.len() || pats.iter().any(|pat| self.body.pat(*pat).kind == PatKind::Rest) {
            return;
        }
        for (pat, part) in pats.iter().zip(parts) {
            match (&self.body.pat(*pat).kind, &self.body.expr(*part).kind) {
                (PatKind::Wild, _) => self.flow(*part, How::PatternHole, self.body.pat(*pat).span),
                (PatKind::Tuple(pats), ExprKind::Tuple(parts)) => self.holes(pats, parts),
                _ => {}
            }
        }
    }

    fn assign(&mut self, left: ExprId, right: ExprId, span: Span) {
        match (&self.body.expr(left).kind, &self.body.expr(right).kind) {
            (ExprKind::Underscore, ExprKind::Ref { operand, .. }) => {
                self.flow(*operand, How::LetUnderscoreRef, span)
            }
            (ExprKind::Underscore, _) => self.flow(right, How::AssignUnderscore, span),
            (ExprKind::Tuple(holes), ExprKind::Tuple(parts)) if holes.len() == parts.len() => {
                for (hole, part) in holes.iter().zip(parts) {
                    if self.body.expr(*hole).kind == ExprKind::Underscore {
                        self.flow(*part, How::PatternHole, self.body.expr(*hole).span);
                    }
                }
            }
            _ => {}
        }
    }

    /// What stands in an arm stands under its attributes.
    fn arms(&mut self, scrutinee: ExprId, arms: &'s [Arm]) {
        self.expr(scrutinee);
        for arm in arms {
            self.attrs.push(&arm.attrs);
            arm.guard.into_iter().chain([arm.body]).for_each(|expr| self.expr(expr));
            self.attrs.pop();
        }
    }

    fn is_wild(&self, pat: PatId) -> bool {
        self.body.pat(pat).kind == PatKind::Wild
    }

    /// Follows a value that is thrown away to the expressions that make it.
    fn flow(&mut self, id: ExprId, how: How, span: Span) {
        let body = self.body;
        match &body.expr(id).kind {
            ExprKind::Block { block, .. } => {
                if let Some(tail) = body.block(*block).tail() {
                    self.flow(tail, how, body.expr(tail).span);
                }
            }
            ExprKind::If { then, else_, .. } => {
                for branch in [Some(*then), *else_].into_iter().flatten() {
                    self.flow(branch, how, body.expr(branch).span);
                }
            }
            ExprKind::Match { arms, .. } => {
                for arm in arms {
                    self.attrs.push(&arm.attrs);
                    self.flow(arm.body, how, body.expr(arm.body).span);
                    self.attrs.pop();
                }
            }
            _ => {
                let attrs = self.attrs.iter().copied().filter(|attrs| !attrs.list.is_empty()).collect();
                self.found.push(Discard { expr: id, how, span, context: self.context, attrs });
            }
        }
    }
}
