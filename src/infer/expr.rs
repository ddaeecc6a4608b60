//! Types of expressions other than calls.

use std::sync::Arc;

use super::{Infer, Ty};
use crate::index::{AdtId, Prim};
use crate::summary::{BinaryOp, BlockId, Closure, ExprId, ExprKind, Literal, Name, Stmt, UnaryOp};

impl Infer<'_, '_> {
    pub(super) fn infer_expr(&self, id: ExprId) -> Ty {
        match self.kind(id) {
            ExprKind::Path(path) => self.value_path(id, path),
            ExprKind::Literal(literal) => self.literal(*literal),
            ExprKind::Call { callee, args } => self.call(id, *callee, args),
            ExprKind::MethodCall(_) => self.method_call(id),
            ExprKind::Field { base, name } => self.field(&self.type_of(*base), *name),
            ExprKind::Index { base, index } => self.indexed(*base, *index),
            ExprKind::Unary { op, operand } => self.unary(*op, &self.type_of(*operand)),
            ExprKind::Deref(inner) => self.deref_once(&self.type_of(*inner)).unwrap_or(Ty::Unknown),
            ExprKind::Ref { mutable, operand } => Ty::Ref(*mutable, Arc::new(self.type_of(*operand))),
            ExprKind::Binary { op, left, right } => self.binary(*op, *left, *right),
            ExprKind::Assign { .. } | ExprKind::AssignOp { .. } => Ty::unit(),
            ExprKind::Async { .. } => Ty::AsyncBlock(id),
            ExprKind::Closure(_) => Ty::Closure(id),
            ExprKind::Await(inner) => self.output_of(&self.type_of(*inner)),
            ExprKind::Try(inner) => self.tried(&self.type_of(*inner)),
            ExprKind::Tuple(parts) => Ty::Tuple(parts.iter().map(|part| self.type_of(*part)).collect()),
            ExprKind::Array(parts) => Ty::Array(Arc::new(self.joined(parts))),
            ExprKind::Repeat { value, .. } => Ty::Array(Arc::new(self.type_of(*value))),
            ExprKind::Struct { path, fields, base } => self.struct_literal(id, path, fields, *base),
            ExprKind::Cast { ty, .. } => self.db.written(&self.env_at(id), ty),
            ExprKind::Range { start, end, inclusive } => self.range(*start, *end, *inclusive),
            ExprKind::Macro { call, args } => self.macro_type(id, call, args.as_deref()),
            ExprKind::Underscore | ExprKind::Unknown => Ty::Unknown,
            _ => self.control(id),
        }
    }

    /// Blocks, branches, loops, leaving.
    fn control(&self, id: ExprId) -> Ty {
        match self.kind(id) {
            ExprKind::Block { block, label, .. } => {
                let value = self.block(*block);
                match label {
                    Some(_) => {
                        self.locals.breaks(id).iter().fold(value, |ty, exit| ty.join(self.type_of(*exit)))
                    }
                    None => value,
                }
            }
            ExprKind::If { then, else_: Some(else_), .. } => self.joined(&[*then, *else_]),
            ExprKind::Match { arms, .. } => {
                let bodies: Vec<ExprId> = arms.iter().map(|arm| arm.body).collect();
                self.joined(&bodies)
            }
            ExprKind::Loop { .. } => {
                let breaks = self.locals.breaks(id);
                match (breaks.is_empty(), self.locals.is_left(id)) {
                    (true, true) => Ty::unit(),
                    (true, false) => Ty::Never,
                    _ => self.joined(breaks),
                }
            }
            ExprKind::Break { .. } | ExprKind::Continue | ExprKind::Return(_) => Ty::Never,
            ExprKind::Let { .. } => Ty::Prim(Prim::Bool),
            _ => Ty::unit(),
        }
    }

    /// The type that several branches share.
    pub(super) fn joined(&self, branches: &[ExprId]) -> Ty {
        let mut types = branches.iter().map(|branch| self.type_of(*branch));
        let first = types.next().unwrap_or(Ty::Unknown);
        types.fold(first, Ty::join)
    }

    /// A block's value.
    pub(super) fn block(&self, id: BlockId) -> Ty {
        let block = self.body.block(id);
        match block.stmts.last() {
            // Under a `cfg`, another statement may be the last one.
            Some(Stmt::Expr { attrs, semi: false, .. }) if attrs.cfg.is_some() => Ty::Unknown,
            Some(Stmt::Expr { expr, semi: false, .. }) => self.type_of(*expr),
            Some(Stmt::Expr { expr, .. }) => self.left_behind(*expr),
            _ => Ty::unit(),
        }
    }

    /// The value of a block whose last statement is `expr;`: none where that never ends.
    fn left_behind(&self, expr: ExprId) -> Ty {
        let ends = match self.kind(expr) {
            ExprKind::Macro { .. } => match self.type_of(expr) {
                // It may be another `bail!`.
                Ty::Unknown => return Ty::Unknown,
                ty => ty != Ty::Never,
            },
            ExprKind::Return(_)
            | ExprKind::Break { .. }
            | ExprKind::Continue
            | ExprKind::Loop { .. }
            | ExprKind::If { .. }
            | ExprKind::Match { .. }
            | ExprKind::Block { .. }
            | ExprKind::Call { .. } => self.type_of(expr) != Ty::Never,
            _ => true,
        };
        if ends { Ty::unit() } else { Ty::Never }
    }

    fn literal(&self, literal: Literal) -> Ty {
        match literal {
            Literal::Str => Ty::Prim(Prim::Str).shared(),
            Literal::ByteStr => Ty::Array(Arc::new(Ty::Prim(Prim::U8))).shared(),
            Literal::CStr => {
                let id = self.db.world.lang.c_str;
                id.map_or(Ty::Unknown, |id| Ty::Adt(id, super::ty::no_args()).shared())
            }
            Literal::Byte => Ty::Prim(Prim::U8),
            Literal::Char => Ty::Prim(Prim::Char),
            Literal::Bool => Ty::Prim(Prim::Bool),
            Literal::Int(suffix) => {
                Ty::Prim(suffix.and_then(|suffix| Prim::named(&suffix)).unwrap_or(Prim::Int))
            }
            Literal::Float(suffix) => {
                Ty::Prim(suffix.and_then(|suffix| Prim::named(&suffix)).unwrap_or(Prim::Float))
            }
        }
    }

    /// A field through references and `Deref`.
    pub(super) fn field(&self, base: &Ty, name: Name) -> Ty {
        let mut hidden = None;
        for step in self.autoderef(base) {
            match &step {
                Ty::Adt(id, args) => {
                    if let Some(ty) = self.declared_field(*id, args, None, name) {
                        if self.sees_field(*id, name) {
                            return ty;
                        }
                        hidden = hidden.or(Some(ty));
                    }
                }
                Ty::Tuple(parts) => {
                    if let Some(ty) = name.parse::<usize>().ok().and_then(|at| parts.get(at)) {
                        return ty.clone();
                    }
                }
                Ty::Unknown => return Ty::Unknown,
                _ => {}
            }
        }
        hidden.unwrap_or(Ty::Unknown)
    }

    /// Whether a struct's field of that name can be seen from the body.
    fn sees_field(&self, id: AdtId, name: Name) -> bool {
        let data = self.db.world.index.adt(id);
        let Some(fields) = data.fields(None) else { return false };
        let mut named = fields.fields.iter().filter(|field| field.name == name);
        named.any(|field| self.sees(data.site, &field.vis))
    }

    /// A field as the type (or one of its variants) declares it.
    pub(super) fn declared_field(
        &self,
        id: AdtId,
        args: &[Ty],
        variant: Option<u32>,
        name: Name,
    ) -> Option<Ty> {
        let fields = self.db.world.index.adt(id).fields(variant)?;
        let mut declared = fields.fields.iter().filter(|field| field.name == name);
        let env = self.db.adt_env(id);
        let ty = self.db.written(&env, &declared.next()?.ty);
        // The same field under different `cfg`s.
        let agree = declared.all(|other| self.db.written(&env, &other.ty) == ty)
            && self.db.world.twins(id).iter().all(|twin| self.has_field(*twin, variant, name, &ty));
        let ty = if agree { ty } else { Ty::Unknown };
        Some(self.normalize(&ty.subst(&self.db.adt_subst(id, args))))
    }

    /// Whether a type's field of that name, if it has one, is of type `ty`.
    fn has_field(&self, id: AdtId, variant: Option<u32>, name: Name, ty: &Ty) -> bool {
        let Some(fields) = self.db.world.index.adt(id).fields(variant) else { return true };
        let mut named = fields.fields.iter().filter(|field| field.name == name);
        named.all(|field| self.db.written(&self.db.adt_env(id), &field.ty) == *ty)
    }

    fn indexed(&self, base: ExprId, index: ExprId) -> Ty {
        let by_range = self.is_range(&self.type_of(index));
        for step in self.autoderef(&self.type_of(base)) {
            match &step {
                Ty::Array(inner) | Ty::Slice(inner) if by_range => return Ty::Slice(inner.clone()),
                Ty::Array(inner) | Ty::Slice(inner) => return (**inner).clone(),
                Ty::Prim(Prim::Str) => return step,
                Ty::Adt(id, args) if self.db.world.lang.vec == Some(*id) => {
                    let item = args.first().cloned().unwrap_or(Ty::Unknown);
                    return if by_range { Ty::Slice(Arc::new(item)) } else { item };
                }
                Ty::Unknown => return Ty::Unknown,
                _ => {}
            }
            if let Some(trait_) = self.db.world.lang.index
                && self.implements(&step, trait_) != super::Known::No
            {
                return self.project(&step, trait_, &[self.type_of(index)].into(), "Output".into());
            }
        }
        Ty::Unknown
    }

    fn is_range(&self, ty: &Ty) -> bool {
        let lang = &self.db.world.lang;
        let (open, closed) =
            ([lang.range, lang.range_from, lang.range_to], [lang.range_inclusive, lang.range_to_inclusive]);
        match ty {
            Ty::Adt(id, _) => {
                open.iter().chain(&closed).chain([&lang.range_full]).any(|role| *role == Some(*id))
            }
            _ => false,
        }
    }

    fn unary(&self, op: UnaryOp, operand: &Ty) -> Ty {
        let name = match op {
            UnaryOp::Not => "Not",
            UnaryOp::Neg => "Neg",
        };
        match operand.peel_refs() {
            Ty::Prim(prim) => Ty::Prim(*prim),
            _ => self.operator(operand, name, &[]),
        }
    }

    fn binary(&self, op: BinaryOp, left: ExprId, right: ExprId) -> Ty {
        let name = match op {
            BinaryOp::Logic | BinaryOp::Compare => return Ty::Prim(Prim::Bool),
            BinaryOp::Arith(name) | BinaryOp::Shift(name) => name,
        };
        let (left, right) = (self.type_of(left), self.type_of(right));
        match (left.peel_refs(), right.peel_refs()) {
            (Ty::Prim(prim), Ty::Prim(_)) if matches!(op, BinaryOp::Shift(_)) => Ty::Prim(*prim),
            (Ty::Prim(a), Ty::Prim(b)) => Ty::Prim(*a).join(Ty::Prim(*b)),
            _ => self.operator(&left, name, &[right]),
        }
    }

    /// `<left as ops::Name<args>>::Output`.
    fn operator(&self, left: &Ty, name: &str, args: &[Ty]) -> Ty {
        match self.db.world.lang.operator(name) {
            Some(trait_) => self.project(left, trait_, &args.into(), "Output".into()),
            None => Ty::Unknown,
        }
    }

    /// `e?`.
    pub(super) fn tried(&self, ty: &Ty) -> Ty {
        let lang = &self.db.world.lang;
        match ty {
            Ty::Adt(id, args) if [lang.option, lang.result].contains(&Some(*id)) => {
                args.first().cloned().unwrap_or(Ty::Unknown)
            }
            _ => Ty::Unknown,
        }
    }

    fn range(&self, start: Option<ExprId>, end: Option<ExprId>, inclusive: bool) -> Ty {
        let lang = &self.db.world.lang;
        let id = match (start, end, inclusive) {
            (Some(_), Some(_), true) => lang.range_inclusive,
            (Some(_), Some(_), false) => lang.range,
            (Some(_), None, _) => lang.range_from,
            (None, Some(_), true) => lang.range_to_inclusive,
            (None, Some(_), false) => lang.range_to,
            (None, None, _) => lang.range_full,
        };
        let ends: Vec<ExprId> = start.into_iter().chain(end).collect();
        let item = (!ends.is_empty()).then(|| self.joined(&ends));
        id.map_or(Ty::Unknown, |id| Ty::Adt(id, item.into_iter().collect()))
    }

    /// What calling a closure gives.
    pub(super) fn closure_output(&self, id: ExprId) -> Ty {
        let ExprKind::Closure(closure) = self.kind(id) else { return Ty::Unknown };
        let value = self.closure_value(id, closure);
        if closure.is_async { Ty::AsyncCall(None, Arc::new(value)) } else { value }
    }

    fn closure_value(&self, id: ExprId, closure: &Closure) -> Ty {
        if let Some(ret) = &closure.ret {
            return self.db.written(&self.env_at(id), ret);
        }
        let value = self.type_of(closure.body);
        self.locals.returns(id).iter().fold(value, |ty, exit| ty.join(self.type_of(*exit)))
    }

    /// What an async block gives when awaited.
    pub(super) fn async_output(&self, id: ExprId) -> Ty {
        let ExprKind::Async { block, .. } = self.kind(id) else { return Ty::Unknown };
        let value = self.block(*block);
        self.locals.returns(id).iter().fold(value, |ty, exit| ty.join(self.type_of(*exit)))
    }
}
