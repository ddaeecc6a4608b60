//! Puts what a macro made in the place of its call: behind all that a body has, so that ids stay what they are.

use super::{Block, BlockId, Body, Expr, ExprId, ExprKind, MacroCall, PatId, PatKind, Stmt};

/// Where a macro call stands in its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spot {
    /// It is this expression.
    Expr(ExprId),
    /// It is this pattern.
    Pat(PatId),
}

/// How a macro call stands in its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is a statement: the macro's statements become the block's.
    Statement,
    /// It is a statement with attributes: they hold for all that the macro makes.
    Attributed,
    /// It is an expression or a pattern, or a part of one.
    Within,
}

/// A block that got items from a macro.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grown {
    /// Which.
    pub block: BlockId,
    /// How many items it had before.
    pub before: usize,
}

impl Body {
    /// All macro calls.
    pub fn calls(&self) -> impl Iterator<Item = (Spot, &MacroCall)> {
        let exprs = self.exprs.iter().enumerate().filter_map(|(at, expr)| match &expr.kind {
            ExprKind::Macro { call, .. } => Some((Spot::Expr(ExprId(at as u32)), &**call)),
            _ => None,
        });
        let pats = self.pats.iter().enumerate().filter_map(|(at, pat)| match &pat.kind {
            PatKind::Macro { call, .. } => Some((Spot::Pat(PatId(at as u32)), &**call)),
            _ => None,
        });
        exprs.chain(pats)
    }

    /// How each macro call of the body stands, expressions first.
    pub fn standings(&self) -> Vec<(&MacroCall, Spot, Standing)> {
        let mut found: Vec<_> = self.calls().map(|(spot, call)| (call, spot, Standing::Within)).collect();
        let first_pat = found.partition_point(|(_, spot, _)| matches!(spot, Spot::Expr(_)));
        for block in &self.blocks {
            for stmt in &block.stmts {
                let Stmt::Expr { attrs, expr, semi } = stmt else { continue };
                let ExprKind::Macro { call, .. } = &self.expr(*expr).kind else { continue };
                // The last one of a block is an expression, unless it has braces.
                if *semi || call.delimiter == super::Delimiter::Brace {
                    let is_before = |(_, spot, _): &(_, Spot, _)| matches!(spot, Spot::Expr(id) if id < expr);
                    let at = found[..first_pat].partition_point(is_before);
                    let attributed = !attrs.list.is_empty() || attrs.cfg.is_some();
                    found[at].2 = if attributed { Standing::Attributed } else { Standing::Statement };
                }
            }
        }
        found
    }

    /// Puts `made`, whose root is a block, in the place of the call `at`: of a pattern that of its only match.
    pub fn graft(&mut self, at: Spot, standing: Standing, mut made: Body) -> Option<Grown> {
        let ExprKind::Block { block: root, .. } = made.expr(made.root).kind else { return None };
        let by = Offsets::of(self);
        by.shift(&mut made);
        let root = by.block(root);
        if let Spot::Expr(at) = at {
            self.forget(at);
        }
        self.exprs.append(&mut made.exprs);
        self.pats.append(&mut made.pats);
        self.blocks.append(&mut made.blocks);
        let at = match at {
            Spot::Expr(at) => at,
            Spot::Pat(at) => {
                let pat = self.matched(root)?;
                self.pats[at.0 as usize] = self.pat(pat).clone();
                return None;
            }
        };
        let holder = (standing == Standing::Statement).then(|| self.holder(at)).flatten();
        match holder {
            Some((block, place)) => self.splice(root, block, place),
            None => {
                self.put(at, root);
                None
            }
        }
    }

    /// The pattern of the match that a block consists of.
    fn matched(&self, block: BlockId) -> Option<PatId> {
        let [Stmt::Expr { expr, .. }] = &self.block(block).stmts[..] else { return None };
        let ExprKind::Match { arms, .. } = &self.expr(*expr).kind else { return None };
        Some(arms.first()?.pat)
    }

    /// Where a statement stands.
    fn holder(&self, at: ExprId) -> Option<(BlockId, usize)> {
        let is_it = |stmt: &Stmt| matches!(stmt, Stmt::Expr { expr, .. } if *expr == at);
        let place = |block: &Block| block.stmts.iter().position(is_it);
        self.blocks.iter().enumerate().find_map(|(id, block)| Some((BlockId(id as u32), place(block)?)))
    }

    /// The statements of one block in the place of a statement of another.
    fn splice(&mut self, from: BlockId, into: BlockId, place: usize) -> Option<Grown> {
        let source = &mut self.blocks[from.0 as usize];
        let (mut stmts, items) = (std::mem::take(&mut source.stmts), std::mem::take(&mut source.items));
        let block = &mut self.blocks[into.0 as usize];
        if let (Some(Stmt::Expr { semi: last, .. }), Stmt::Expr { semi, .. }) =
            (stmts.last_mut(), &block.stmts[place])
        {
            *last |= *semi;
        }
        block.stmts.splice(place..=place, stmts);
        let before = block.items.len();
        block.items.extend(items);
        (block.items.len() > before).then_some(Grown { block: into, before })
    }

    /// A block in the place of an expression: what it gives, if there is nothing else in it.
    fn put(&mut self, at: ExprId, block: BlockId) {
        let only = match &self.block(block).stmts[..] {
            [Stmt::Expr { expr, semi: false, .. }] if self.block(block).items.is_empty() => Some(*expr),
            _ => None,
        };
        let span = self.block(block).span;
        self.exprs[at.0 as usize] = match only {
            Some(only) => {
                let nothing = Expr { span, kind: ExprKind::Unknown };
                std::mem::replace(&mut self.exprs[only.0 as usize], nothing)
            }
            None => {
                Expr { span, kind: ExprKind::Block { block, kind: super::BlockKind::Plain, label: None } }
            }
        };
    }

    /// Takes out what stands below an expression, and the expression itself.
    fn forget(&mut self, at: ExprId) {
        let mut below = Vec::new();
        self.children(at, &mut |child| below.push(child));
        if let Some(block) = self.block_of(at) {
            for stmt in std::mem::take(&mut self.blocks[block.0 as usize].stmts) {
                Body::stmt_exprs(&stmt, &mut |expr| below.push(expr));
            }
        }
        self.exprs[at.0 as usize].kind = ExprKind::Unknown;
        below.into_iter().for_each(|child| self.forget(child));
    }
}

/// How far ids move.
#[derive(Clone, Copy)]
struct Offsets {
    exprs: u32,
    pats: u32,
    blocks: u32,
}

impl Offsets {
    fn of(body: &Body) -> Self {
        let [exprs, pats, blocks] =
            [body.exprs.len(), body.pats.len(), body.blocks.len()].map(|len| len as u32);
        Offsets { exprs, pats, blocks }
    }

    fn block(self, id: BlockId) -> BlockId {
        BlockId(id.0 + self.blocks)
    }

    fn shift(self, body: &mut Body) {
        body.exprs.iter_mut().for_each(|expr| self.expr(&mut expr.kind));
        body.pats.iter_mut().for_each(|pat| self.pat(&mut pat.kind));
        body.blocks.iter_mut().flat_map(|block| &mut block.stmts).for_each(|stmt| match stmt {
            Stmt::Let(decl) => {
                self.pats([&mut decl.pat]);
                self.exprs(decl.init.iter_mut().chain(&mut decl.else_));
            }
            Stmt::Expr { expr, .. } => self.exprs([expr]),
        });
        self.pats(&mut body.params);
        self.exprs([&mut body.root]);
    }

    fn exprs<'b>(self, ids: impl IntoIterator<Item = &'b mut ExprId>) {
        ids.into_iter().for_each(|id| id.0 += self.exprs);
    }

    fn pats<'b>(self, ids: impl IntoIterator<Item = &'b mut PatId>) {
        ids.into_iter().for_each(|id| id.0 += self.pats);
    }

    fn blocks<'b>(self, ids: impl IntoIterator<Item = &'b mut BlockId>) {
        ids.into_iter().for_each(|id| id.0 += self.blocks);
    }

    fn expr(self, kind: &mut ExprKind) {
        use ExprKind::*;
        match kind {
            Path(_) | Literal(_) | Underscore | Continue | Unknown => {}
            Call { callee, args } => self.exprs(args.iter_mut().chain([callee])),
            MethodCall(call) => self.exprs(call.args.iter_mut().chain([&mut call.receiver])),
            Field { base: one, .. }
            | Unary { operand: one, .. }
            | Deref(one)
            | Ref { operand: one, .. }
            | Await(one)
            | Try(one)
            | Cast { operand: one, .. } => self.exprs([one]),
            Index { base: one, index: other }
            | Binary { left: one, right: other, .. }
            | Assign { left: one, right: other }
            | AssignOp { left: one, right: other }
            | Repeat { value: one, len: other } => self.exprs([one, other]),
            Tuple(all) | Array(all) => self.exprs(all),
            Struct { fields, base, .. } => {
                self.exprs(fields.iter_mut().map(|(_, value)| value).chain(base));
            }
            Range { start, end, .. } => self.exprs(start.iter_mut().chain(end)),
            Macro { args, .. } => self.exprs(args.iter_mut().flatten()),
            Break { value, .. } | Return(value) => self.exprs(value),
            _ => self.control(kind),
        }
    }

    fn control(self, kind: &mut ExprKind) {
        match kind {
            ExprKind::Block { block, .. }
            | ExprKind::Async { block, .. }
            | ExprKind::Loop { body: block, .. } => {
                self.blocks([block]);
            }
            ExprKind::If { cond, then, else_ } => self.exprs([cond, then].into_iter().chain(else_)),
            ExprKind::Let { pat, scrutinee } => {
                self.pats([pat]);
                self.exprs([scrutinee]);
            }
            ExprKind::Match { scrutinee, arms } => {
                self.exprs([scrutinee]);
                for arm in arms {
                    self.pats([&mut arm.pat]);
                    self.exprs(arm.guard.iter_mut().chain([&mut arm.body]));
                }
            }
            ExprKind::While { cond, body, .. } => {
                self.exprs([cond]);
                self.blocks([body]);
            }
            ExprKind::For { pat, iterable, body, .. } => {
                self.pats([pat]);
                self.exprs([iterable]);
                self.blocks([body]);
            }
            ExprKind::Closure(closure) => {
                self.pats(closure.params.iter_mut().map(|(pat, _)| pat));
                self.exprs([&mut closure.body]);
            }
            _ => {}
        }
    }

    fn pat(self, kind: &mut PatKind) {
        match kind {
            PatKind::Binding { sub, .. } => self.pats(sub),
            PatKind::TupleStruct { pats, .. }
            | PatKind::Tuple(pats)
            | PatKind::Slice(pats)
            | PatKind::Or(pats) => self.pats(pats),
            PatKind::Struct { fields, .. } => self.pats(fields.iter_mut().map(|(_, pat)| pat)),
            PatKind::Ref { pat, .. } => self.pats([pat]),
            PatKind::Macro { names, .. } => self.pats(names),
            PatKind::Wild | PatKind::Rest | PatKind::Path(_) | PatKind::Literal | PatKind::Unknown => {}
        }
    }
}
