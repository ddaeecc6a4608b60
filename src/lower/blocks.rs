//! Blocks and statements.

use super::context::Context;
use super::items::type_macro;
use crate::source::Span;
use crate::summary::{
    Attrs, Block, BlockId, BlockKind, Expr, ExprId, ExprKind, Item, Let, Name, PatKind, Stmt, is_well_known,
};

impl Context<'_> {
    /// A block, with the span of its braces.
    pub(super) fn block(&mut self, block: &syn::Block) -> (BlockId, Span) {
        let span = self.braces(block);
        self.stmts(&block.stmts, span)
    }

    /// Statements that lie in `span`, as a block.
    pub(super) fn stmts(&mut self, stmts: &[syn::Stmt], span: Span) -> (BlockId, Span) {
        let mut lowered = Block { span, stmts: Vec::with_capacity(stmts.len()), items: Vec::new() };
        let outer = self.type_macros.len();
        let last = stmts.len().saturating_sub(1);
        for (index, stmt) in stmts.iter().enumerate() {
            self.stmt(stmt, index == last, &mut lowered);
        }
        // They see the macros of the block.
        lowered.items.extend(self.type_macros.drain(outer..).map(type_macro));
        (self.add_block(lowered), span)
    }

    /// A block of which only the items count. Macro calls between them may make more.
    pub(super) fn items_alone(&mut self, block: &syn::Block) -> ExprId {
        let span = self.braces(block);
        let mut items = Vec::new();
        for stmt in &block.stmts {
            match stmt {
                syn::Stmt::Item(item) => self.item(item, &mut items),
                syn::Stmt::Macro(call) if declares(&call.mac) || !calls_well_known(&call.mac) => {
                    self.macro_as_item(call, &mut items);
                }
                _ => {}
            }
        }
        let block = self.add_block(Block { span, stmts: Vec::new(), items });
        self.add_expr(ExprKind::Block { block, kind: BlockKind::Plain, label: None }, span)
    }

    fn macro_as_item(&mut self, call: &syn::StmtMacro, items: &mut Vec<Item>) {
        let (attrs, mac, semi_token) = (call.attrs.clone(), call.mac.clone(), call.semi_token);
        let item = syn::ItemMacro { attrs, ident: None, mac, semi_token };
        self.item(&syn::Item::Macro(item), items);
    }

    fn stmt(&mut self, stmt: &syn::Stmt, is_last: bool, block: &mut Block) {
        match stmt {
            syn::Stmt::Local(local) => block.stmts.push(Stmt::Let(Box::new(self.local(local)))),
            syn::Stmt::Item(item) => self.item(item, &mut block.items),
            // A lone `;`.
            syn::Stmt::Expr(syn::Expr::Verbatim(tokens), Some(_)) if tokens.is_empty() => {}
            syn::Stmt::Expr(expr, semi) => {
                let attrs = self.stmt_attrs(expr);
                let expr = self.expr(expr).0;
                block.stmts.push(Stmt::Expr { attrs, expr, semi: semi.is_some() });
            }
            syn::Stmt::Macro(call) if declares(&call.mac) => self.macro_as_item(call, &mut block.items),
            syn::Stmt::Macro(stmt) => {
                let attrs = self.attrs(&stmt.attrs);
                let expr = self.nested(|cx| cx.expr_macro(&stmt.mac).0);
                let expr = expr.unwrap_or_else(|| self.add_expr(ExprKind::Unknown, self.here()));
                let semi = stmt.semi_token.is_some() || !is_last;
                match self.pinned(expr, &attrs).filter(|_| semi) {
                    Some(pinned) => {
                        block.stmts.extend(pinned.into_iter().map(|each| Stmt::Let(Box::new(each))))
                    }
                    None => block.stmts.push(Stmt::Expr { attrs, expr, semi }),
                }
            }
        }
    }

    /// `tokio::pin!(a, b);` as `let a = pin!(a); let b = pin!(b);`, which is what it comes to.
    fn pinned(&mut self, expr: ExprId, attrs: &Attrs) -> Option<Vec<Let>> {
        let Expr { span, kind: ExprKind::Macro { call, args: Some(args) } } = self.added(expr) else {
            return None;
        };
        if call.path.segments.last()?.name != "pin" {
            return None;
        }
        let (span, call, args) = (*span, call.clone(), args.clone());
        let mut name = |arg: &ExprId| match &self.added(*arg).kind {
            ExprKind::Path(path) if path.qself.is_none() && path.segments.len() == 1 => {
                Some((*arg, path.segments[0].name, path.span))
            }
            _ => None,
        };
        let names: Vec<_> = args.iter().map(&mut name).collect::<Option<_>>()?;
        let each = |(at, (arg, name, place)): (usize, (ExprId, Name, Span))| {
            let kind = ExprKind::Macro { call: call.clone(), args: Some(vec![arg]) };
            let init = if at == 0 { expr } else { self.add_expr(ExprKind::Unknown, span) };
            self.added(init).kind = kind;
            let kind = PatKind::Binding { name, by_ref: false, mutable: true, sub: None };
            let pat = self.add_pat(kind, place);
            Let { span, attrs: attrs.clone(), pat, ty: None, init: Some(init), else_: None }
        };
        Some(names.into_iter().enumerate().map(each).collect())
    }

    fn local(&mut self, local: &syn::Local) -> Let {
        let (pat, ty) = match &local.pat {
            syn::Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
            pat => (pat, None),
        };
        let span = Span::new(self.start(local.let_token.span), self.end(local.semi_token.spans[0]));
        let ty = ty.map(|ty| self.ty(ty));
        let init = local.init.as_ref().map(|init| self.expr(&init.expr).0);
        let else_ = local.init.as_ref().and_then(|init| init.diverge.as_ref());
        let else_ = else_.map(|(_, diverge)| self.expr(diverge).0);
        let pat = self.pat(pat).0;
        Let { span, attrs: self.attrs(&local.attrs), pat, ty, init, else_ }
    }

    /// The attributes of an expression statement: the parser leaves them on the leftmost operand.
    fn stmt_attrs(&self, mut expr: &syn::Expr) -> Attrs {
        loop {
            let attrs = attrs_of(expr);
            expr = match expr {
                _ if !attrs.is_empty() => return self.attrs(attrs),
                syn::Expr::Assign(expr) => &expr.left,
                syn::Expr::Binary(expr) => &expr.left,
                syn::Expr::Cast(expr) => &expr.expr,
                _ => return Attrs::default(),
            }
        }
    }
}

/// Whether a macro that is known by its name makes nothing but items.
fn declares(call: &syn::Macro) -> bool {
    call.path.segments.last().is_some_and(|last| last.ident == "thread_local")
}

fn calls_well_known(call: &syn::Macro) -> bool {
    call.path.segments.last().is_some_and(|last| is_well_known(&last.ident.to_string()))
}

/// The attributes of any expression.
fn attrs_of(expr: &syn::Expr) -> &[syn::Attribute] {
    macro_rules! of {
        ($($form:ident)*) => {
            match expr {
                $(syn::Expr::$form(expr) => &expr.attrs,)*
                _ => &[],
            }
        };
    }
    of!(Array Assign Async Await Binary Block Break Call Cast Closure Const Continue Field ForLoop Group If Index
        Infer Let Lit Loop Macro Match MethodCall Paren Path Range RawAddr Reference Repeat Return Struct Try
        TryBlock Tuple Unary Unsafe While Yield)
}
