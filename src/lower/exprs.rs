//! Expressions without a body of their own. Each comes with its outer span, parentheses included.

use super::context::Context;
use crate::source::Span;
use crate::summary::{BinaryOp, ExprId, ExprKind, Literal, MethodCall, Name, UnaryOp};

/// A lowered expression and the span of all its tokens.
pub(super) type Lowered = (ExprId, Span);

impl Context<'_> {
    /// An expression.
    pub(super) fn expr(&mut self, expr: &syn::Expr) -> Lowered {
        match self.nested(|cx| cx.simple_expr(expr)) {
            Some(lowered) => lowered,
            None => (self.add_expr(ExprKind::Unknown, self.here()), self.here()),
        }
    }

    /// Calls, paths, operators; what holds blocks is in `control`.
    fn simple_expr(&mut self, expr: &syn::Expr) -> Lowered {
        use syn::Expr;
        let (kind, span) = match expr {
            Expr::Group(expr) => return self.expr(&expr.expr),
            Expr::Paren(expr) => {
                let (inner, _) = self.expr(&expr.expr);
                return (inner, self.span(expr.paren_token.span.join()));
            }
            Expr::Macro(expr) => return self.expr_macro(&expr.mac),
            Expr::Path(expr) => {
                let path = self.path(expr.qself.as_ref(), &expr.path);
                let span = path.span;
                (ExprKind::Path(path), span)
            }
            Expr::Lit(expr) => (self.literal(&expr.lit), self.span(expr.lit.span())),
            Expr::MethodCall(expr) => self.method_call(expr),
            Expr::Call(expr) => {
                let (callee, span) = self.expr(&expr.func);
                let args = self.exprs(&expr.args);
                (ExprKind::Call { callee, args }, self.till(span, expr.paren_token.span.close()))
            }
            Expr::Await(expr) => {
                let (base, span) = self.expr(&expr.base);
                (ExprKind::Await(base), self.till(span, expr.await_token.span))
            }
            Expr::Try(expr) => {
                let (operand, span) = self.expr(&expr.expr);
                (ExprKind::Try(operand), self.till(span, expr.question_token.span))
            }
            Expr::Field(expr) => self.field(expr),
            Expr::Index(expr) => {
                let (base, span) = self.expr(&expr.expr);
                let index = self.expr(&expr.index).0;
                (ExprKind::Index { base, index }, self.till(span, expr.bracket_token.span.close()))
            }
            Expr::Unary(expr) => self.unary(expr),
            Expr::Reference(expr) => {
                let (operand, span) = self.expr(&expr.expr);
                let mutable = expr.mutability.is_some();
                (ExprKind::Ref { mutable, operand }, self.from(expr.and_token.spans[0], span))
            }
            Expr::RawAddr(expr) => {
                let (operand, span) = self.expr(&expr.expr);
                let mutable = matches!(expr.mutability, syn::PointerMutability::Mut(_));
                (ExprKind::Ref { mutable, operand }, self.from(expr.and_token.spans[0], span))
            }
            Expr::Binary(expr) => self.binary(expr),
            Expr::Assign(expr) => {
                let (left, first) = self.expr(&expr.left);
                let (right, last) = self.expr(&expr.right);
                (ExprKind::Assign { left, right }, first.to(last))
            }
            _ => self.compound_expr(expr),
        };
        (self.add_expr(kind, span), span)
    }

    /// Expressions with several parts that are no operators.
    fn compound_expr(&mut self, expr: &syn::Expr) -> (ExprKind, Span) {
        use syn::Expr;
        match expr {
            Expr::Cast(expr) => {
                let (operand, span) = self.expr(&expr.expr);
                let span = Span::new(span.start, self.ty_end(&expr.ty));
                (ExprKind::Cast { operand, ty: self.ty(&expr.ty) }, span)
            }
            Expr::Range(expr) => self.range(expr),
            Expr::Tuple(expr) => {
                (ExprKind::Tuple(self.exprs(&expr.elems)), self.span(expr.paren_token.span.join()))
            }
            Expr::Array(expr) => {
                (ExprKind::Array(self.exprs(&expr.elems)), self.span(expr.bracket_token.span.join()))
            }
            Expr::Repeat(expr) => {
                let (value, len) = (self.expr(&expr.expr).0, self.expr(&expr.len).0);
                (ExprKind::Repeat { value, len }, self.span(expr.bracket_token.span.join()))
            }
            Expr::Struct(expr) => self.struct_literal(expr),
            Expr::Infer(expr) => (ExprKind::Underscore, self.span(expr.underscore_token.span)),
            Expr::Verbatim(tokens) => (ExprKind::Unknown, self.tokens_span(tokens)),
            _ => self.control(expr),
        }
    }

    /// Several expressions.
    pub(super) fn exprs<'s>(&mut self, exprs: impl IntoIterator<Item = &'s syn::Expr>) -> Vec<ExprId> {
        exprs.into_iter().map(|expr| self.expr(expr).0).collect()
    }

    /// From the start of `span` to the end of `last`.
    fn till(&self, span: Span, last: proc_macro2::Span) -> Span {
        Span::new(span.start, self.end(last))
    }

    /// From the start of `first` to the end of `span`.
    pub(super) fn from(&self, first: proc_macro2::Span, span: Span) -> Span {
        Span::new(self.start(first), span.end)
    }

    fn method_call(&mut self, expr: &syn::ExprMethodCall) -> (ExprKind, Span) {
        let (receiver, span) = self.expr(&expr.receiver);
        let (method, method_span) = self.name(&expr.method);
        let turbofish = expr.turbofish.as_ref().map(|args| self.generic_args(args));
        let args = self.exprs(&expr.args);
        let call = MethodCall { receiver, method, method_span, turbofish, args };
        (ExprKind::MethodCall(Box::new(call)), self.till(span, expr.paren_token.span.close()))
    }

    fn field(&mut self, expr: &syn::ExprField) -> (ExprKind, Span) {
        let (base, span) = self.expr(&expr.base);
        let (name, end) = match &expr.member {
            syn::Member::Named(ident) => {
                let (name, span) = self.name(ident);
                (name, span.end)
            }
            syn::Member::Unnamed(index) => (self.member(&expr.member), self.end(index.span)),
        };
        (ExprKind::Field { base, name }, Span::new(span.start, end))
    }

    fn unary(&mut self, expr: &syn::ExprUnary) -> (ExprKind, Span) {
        let (operand, span) = self.expr(&expr.expr);
        match &expr.op {
            syn::UnOp::Deref(star) => (ExprKind::Deref(operand), self.from(star.span, span)),
            syn::UnOp::Not(bang) => {
                (ExprKind::Unary { op: UnaryOp::Not, operand }, self.from(bang.span, span))
            }
            syn::UnOp::Neg(minus) => {
                (ExprKind::Unary { op: UnaryOp::Neg, operand }, self.from(minus.span, span))
            }
            _ => (ExprKind::Unknown, span),
        }
    }

    fn binary(&mut self, expr: &syn::ExprBinary) -> (ExprKind, Span) {
        let (left, first) = self.expr(&expr.left);
        let (right, last) = self.expr(&expr.right);
        let kind = match binary_op(&expr.op) {
            Some(op) => ExprKind::Binary { op, left, right },
            None => ExprKind::AssignOp { left, right },
        };
        (kind, first.to(last))
    }

    fn range(&mut self, expr: &syn::ExprRange) -> (ExprKind, Span) {
        let start = expr.start.as_ref().map(|start| self.expr(start));
        let end = expr.end.as_ref().map(|end| self.expr(end));
        let (dots, inclusive) = match &expr.limits {
            syn::RangeLimits::HalfOpen(dots) => (&dots.spans[..], false),
            syn::RangeLimits::Closed(dots) => (&dots.spans[..], true),
        };
        let dots = Span::new(self.start(dots[0]), self.end(dots[dots.len() - 1]));
        let span = Span::new(
            start.map_or(dots.start, |(_, span)| span.start),
            end.map_or(dots.end, |(_, span)| span.end),
        );
        let [start, end] = [start, end].map(|side| side.map(|(id, _)| id));
        (ExprKind::Range { start, end, inclusive }, span)
    }

    fn struct_literal(&mut self, expr: &syn::ExprStruct) -> (ExprKind, Span) {
        let path = self.path(expr.qself.as_ref(), &expr.path);
        let field = |field: &syn::FieldValue| (self.member(&field.member), self.expr(&field.expr).0);
        let fields = expr.fields.iter().map(field).collect();
        let base = expr.rest.as_ref().map(|rest| self.expr(rest).0);
        let span = self.till(path.span, expr.brace_token.span.close());
        (ExprKind::Struct { path, fields, base }, span)
    }

    fn literal(&self, literal: &syn::Lit) -> ExprKind {
        use syn::Lit;
        let suffix = |suffix: &str| Some(suffix).filter(|suffix| !suffix.is_empty()).map(Name::from);
        ExprKind::Literal(match literal {
            Lit::Str(_) => Literal::Str,
            Lit::ByteStr(_) => Literal::ByteStr,
            Lit::CStr(_) => Literal::CStr,
            Lit::Byte(_) => Literal::Byte,
            Lit::Char(_) => Literal::Char,
            Lit::Int(int) => Literal::Int(suffix(int.suffix())),
            Lit::Float(float) => Literal::Float(suffix(float.suffix())),
            Lit::Bool(_) => Literal::Bool,
            _ => return ExprKind::Unknown,
        })
    }
}

/// The operator, or `None` for one that assigns.
fn binary_op(op: &syn::BinOp) -> Option<BinaryOp> {
    use syn::BinOp;
    Some(match op {
        BinOp::And(_) | BinOp::Or(_) => BinaryOp::Logic,
        BinOp::Eq(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Ne(_) | BinOp::Ge(_) | BinOp::Gt(_) => {
            BinaryOp::Compare
        }
        BinOp::Add(_) => BinaryOp::Arith("Add"),
        BinOp::Sub(_) => BinaryOp::Arith("Sub"),
        BinOp::Mul(_) => BinaryOp::Arith("Mul"),
        BinOp::Div(_) => BinaryOp::Arith("Div"),
        BinOp::Rem(_) => BinaryOp::Arith("Rem"),
        BinOp::BitXor(_) => BinaryOp::Arith("BitXor"),
        BinOp::BitAnd(_) => BinaryOp::Arith("BitAnd"),
        BinOp::BitOr(_) => BinaryOp::Arith("BitOr"),
        BinOp::Shl(_) => BinaryOp::Shift("Shl"),
        BinOp::Shr(_) => BinaryOp::Shift("Shr"),
        _ => return None,
    })
}
