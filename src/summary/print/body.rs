//! Bodies: expressions, patterns and statements.

use super::Printer;
use crate::summary::{BinaryOp, Block, BlockId, Body, ExprId, ExprKind, Let, Literal, Name, Stmt, UnaryOp};

impl Printer {
    pub(super) fn body(&mut self, body: &Body) {
        let mut printer = BodyPrinter { body, to: self };
        if !body.params.is_empty() {
            printer.text("|");
            printer.pats(&body.params, ", ");
            printer.text("| ");
        }
        printer.expr(body.root);
    }
}

pub(super) struct BodyPrinter<'p> {
    pub body: &'p Body,
    pub to: &'p mut Printer,
}

impl BodyPrinter<'_> {
    pub(super) fn text(&mut self, text: &str) {
        self.to.text(text);
    }

    fn exprs(&mut self, exprs: &[ExprId]) {
        for (index, expr) in exprs.iter().enumerate() {
            self.text(if index > 0 { ", " } else { "" });
            self.expr(*expr);
        }
    }

    pub(super) fn optional(&mut self, before: &str, expr: Option<ExprId>) {
        if let Some(expr) = expr {
            self.text(before);
            self.expr(expr);
        }
    }

    pub(super) fn label(&mut self, label: Option<Name>) {
        if let Some(label) = label {
            self.text("'");
            self.text(&label);
            self.text(": ");
        }
    }

    /// An operand: in parentheses if it is made of several parts itself.
    fn operand(&mut self, expr: ExprId) {
        let compound = matches!(
            self.body.expr(expr).kind,
            ExprKind::Unary { .. }
                | ExprKind::Deref(_)
                | ExprKind::Ref { .. }
                | ExprKind::Binary { .. }
                | ExprKind::Assign { .. }
                | ExprKind::AssignOp { .. }
                | ExprKind::Cast { .. }
                | ExprKind::Range { .. }
                | ExprKind::Let { .. }
                | ExprKind::Break { .. }
                | ExprKind::Return(_)
                | ExprKind::Closure(_)
        );
        self.text(if compound { "(" } else { "" });
        self.expr(expr);
        self.text(if compound { ")" } else { "" });
    }

    fn pair(&mut self, left: ExprId, between: &str, right: ExprId) {
        self.operand(left);
        self.text(between);
        self.operand(right);
    }

    fn prefixed(&mut self, prefix: &str, operand: ExprId) {
        self.text(prefix);
        self.operand(operand);
    }

    pub(super) fn expr(&mut self, expr: ExprId) {
        match &self.body.expr(expr).kind {
            ExprKind::Path(path) => self.to.path(path),
            ExprKind::Literal(literal) => self.literal(literal),
            ExprKind::Call { callee, args } => {
                self.operand(*callee);
                self.arguments(args);
            }
            ExprKind::MethodCall(call) => {
                self.operand(call.receiver);
                self.text(".");
                self.text(&call.method);
                if let Some(turbofish) = &call.turbofish {
                    self.text("::");
                    self.to.generic_args(turbofish);
                }
                self.arguments(&call.args);
            }
            ExprKind::Field { base, name } => {
                self.operand(*base);
                self.text(".");
                self.text(name);
            }
            ExprKind::Index { base, index } => {
                self.operand(*base);
                self.text("[");
                self.expr(*index);
                self.text("]");
            }
            ExprKind::Await(operand) => {
                self.operand(*operand);
                self.text(".await");
            }
            ExprKind::Try(operand) => {
                self.operand(*operand);
                self.text("?");
            }
            ExprKind::Unary { op: UnaryOp::Not, operand } => self.prefixed("!", *operand),
            ExprKind::Unary { op: UnaryOp::Neg, operand } => self.prefixed("-", *operand),
            ExprKind::Deref(operand) => self.prefixed("*", *operand),
            ExprKind::Ref { mutable, operand } => {
                self.prefixed(if *mutable { "&mut " } else { "&" }, *operand)
            }
            ExprKind::Binary { op, left, right } => self.pair(*left, operator(*op), *right),
            ExprKind::Assign { left, right } => self.pair(*left, " = ", *right),
            ExprKind::AssignOp { left, right } => self.pair(*left, " op= ", *right),
            ExprKind::Cast { operand, ty } => {
                self.operand(*operand);
                self.text(" as ");
                self.to.ty(ty);
            }
            ExprKind::Range { start, end, inclusive } => {
                self.optional("", *start);
                self.text(if *inclusive { "..=" } else { ".." });
                self.optional("", *end);
            }
            ExprKind::Tuple(elems) => self.group("(", elems, if elems.len() == 1 { ",)" } else { ")" }),
            ExprKind::Array(elems) => self.group("[", elems, "]"),
            ExprKind::Repeat { value, len } => {
                self.text("[");
                self.expr(*value);
                self.optional("; ", Some(*len));
                self.text("]");
            }
            ExprKind::Underscore => self.text("_"),
            ExprKind::Unknown => self.text("{unknown}"),
            _ => self.control(expr),
        }
    }

    pub(super) fn arguments(&mut self, args: &[ExprId]) {
        self.group("(", args, ")");
    }

    fn group(&mut self, open: &str, elems: &[ExprId], close: &str) {
        self.text(open);
        self.exprs(elems);
        self.text(close);
    }

    fn literal(&mut self, literal: &Literal) {
        let suffixed = |kind: &str, suffix: &Option<Name>| match suffix {
            Some(suffix) => format!("{kind}:{suffix}"),
            None => kind.to_owned(),
        };
        match literal {
            Literal::Str => self.text("str"),
            Literal::ByteStr => self.text("bytestr"),
            Literal::CStr => self.text("cstr"),
            Literal::Byte => self.text("byte"),
            Literal::Char => self.text("char"),
            Literal::Bool => self.text("bool"),
            Literal::Int(suffix) => self.text(&suffixed("int", suffix)),
            Literal::Float(suffix) => self.text(&suffixed("float", suffix)),
        }
    }

    pub(super) fn block(&mut self, block: BlockId) {
        let body = self.body;
        let Block { stmts, items, .. } = body.block(block);
        self.to.braces(|to| {
            items.iter().for_each(|item| to.item(item));
            let mut printer = BodyPrinter { body, to };
            stmts.iter().for_each(|stmt| printer.stmt(stmt));
        });
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Let(local) => self.local(local),
            Stmt::Expr { attrs, expr, semi } => {
                self.to.attrs(attrs, "#");
                self.expr(*expr);
                self.text(if *semi { ";" } else { "" });
            }
        }
        self.to.line();
    }

    fn local(&mut self, local: &Let) {
        self.to.attrs(&local.attrs, "#");
        self.text("let ");
        self.pat(local.pat);
        if let Some(ty) = &local.ty {
            self.text(": ");
            self.to.ty(ty);
        }
        self.optional(" = ", local.init);
        self.optional(" else ", local.else_);
        self.text(";");
    }
}

fn operator(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Logic => " && ",
        BinaryOp::Compare => " == ",
        BinaryOp::Arith("Add") => " + ",
        BinaryOp::Arith("Sub") => " - ",
        BinaryOp::Arith("Mul") => " * ",
        BinaryOp::Arith("Div") => " / ",
        BinaryOp::Arith("Rem") => " % ",
        BinaryOp::Arith("BitXor") => " ^ ",
        BinaryOp::Arith("BitAnd") => " & ",
        BinaryOp::Arith(_) => " | ",
        BinaryOp::Shift("Shl") => " << ",
        BinaryOp::Shift(_) => " >> ",
    }
}
