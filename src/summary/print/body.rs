//! Bodies: expressions, patterns and statements.

use super::Printer;
use crate::summary::{
    Arm, BinaryOp, Block, BlockId, BlockKind, Body, Closure, ExprId, ExprKind, Let, Literal, Name, PatId,
    PatKind, Stmt, UnaryOp,
};

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

struct BodyPrinter<'p> {
    body: &'p Body,
    to: &'p mut Printer,
}

impl BodyPrinter<'_> {
    fn text(&mut self, text: &str) {
        self.to.text(text);
    }

    fn exprs(&mut self, exprs: &[ExprId]) {
        for (index, expr) in exprs.iter().enumerate() {
            self.text(if index > 0 { ", " } else { "" });
            self.expr(*expr);
        }
    }

    fn optional(&mut self, before: &str, expr: Option<ExprId>) {
        if let Some(expr) = expr {
            self.text(before);
            self.expr(expr);
        }
    }

    fn label(&mut self, label: Option<Name>) {
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

    fn expr(&mut self, expr: ExprId) {
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

    fn control(&mut self, expr: ExprId) {
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
            ExprKind::Closure(closure) => self.closure(closure),
            ExprKind::Macro { call, args: None } => self.to.macro_call(call),
            ExprKind::Macro { call, args: Some(args) } => {
                self.to.path(&call.path);
                self.text("!");
                self.arguments(args);
            }
            _ => self.text("{unknown}"),
        }
    }

    fn arguments(&mut self, args: &[ExprId]) {
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

    fn block(&mut self, block: BlockId) {
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

    fn pats(&mut self, pats: &[PatId], separator: &str) {
        for (index, pat) in pats.iter().enumerate() {
            self.text(if index > 0 { separator } else { "" });
            self.pat(*pat);
        }
    }

    fn pat(&mut self, pat: PatId) {
        match &self.body.pat(pat).kind {
            PatKind::Wild => self.text("_"),
            PatKind::Rest => self.text(".."),
            PatKind::Binding { name, by_ref, mutable, sub } => {
                self.text(if *by_ref { "ref " } else { "" });
                self.text(if *mutable { "mut " } else { "" });
                self.text(name);
                if let Some(sub) = sub {
                    self.text(" @ ");
                    self.pat(*sub);
                }
            }
            PatKind::Path(path) => self.to.path(path),
            PatKind::TupleStruct { path, pats } => {
                self.to.path(path);
                self.text("(");
                self.pats(pats, ", ");
                self.text(")");
            }
            PatKind::Struct { path, fields } => {
                self.to.path(path);
                self.text(" { ");
                for (name, pat) in fields {
                    self.text(name);
                    self.text(": ");
                    self.pat(*pat);
                    self.text(", ");
                }
                self.text("}");
            }
            PatKind::Tuple(pats) => {
                self.text("(");
                self.pats(pats, ", ");
                self.text(")");
            }
            PatKind::Slice(pats) => {
                self.text("[");
                self.pats(pats, ", ");
                self.text("]");
            }
            PatKind::Ref { mutable, pat } => {
                self.text(if *mutable { "&mut " } else { "&" });
                self.pat(*pat);
            }
            PatKind::Or(pats) => {
                self.text("(");
                self.pats(pats, " | ");
                self.text(")");
            }
            PatKind::Literal => self.text("lit"),
            PatKind::Unknown => self.text("{unknown}"),
        }
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
