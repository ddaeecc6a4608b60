//! Types of the names that patterns bind.

use std::sync::Arc;

use super::locals::Source;
use super::{Infer, Ty};
use crate::index::{AdtId, Def};
use crate::resolve::{Ns, Resolution, Start};
use crate::summary::{ExprKind, Name, PatId, PatKind, Path, Stmt, TypeRef};

/// How names below bind: by value, or by reference once a reference was looked through.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Move,
    Ref(bool),
}

impl<'s> Infer<'_, 's> {
    /// The type of a binding; one under a `cfg` and the one that it hides must agree.
    pub(super) fn binding_type(&self, binding: PatId) -> Ty {
        let ty = self.own_binding_type(binding);
        let mut hidden = self.locals.twin(binding);
        while let Some(twin) = hidden {
            if self.own_binding_type(twin) != ty {
                return Ty::Unknown;
            }
            hidden = self.locals.twin(twin);
        }
        ty
    }

    fn own_binding_type(&self, binding: PatId) -> Ty {
        let Some((root, source)) = self.locals.source(binding) else { return Ty::Unknown };
        if let Some(ty) = self.bindings.borrow().get(&binding) {
            self.circles.meet(root);
            return ty.clone();
        }
        // A binding that is asked for while its source is inferred is a circle: unknown until done.
        self.bindings.borrow_mut().insert(binding, Ty::Unknown);
        self.circles.enter_names(root);
        let ty = self.bound_type(binding, root, source);
        let settled = self.circles.leave_names();
        self.forget(binding, root, source, settled);
        if settled {
            self.bindings.borrow_mut().insert(binding, ty.clone());
        }
        ty
    }

    /// Forgets what is not settled of a pattern's names, of which `binding` is done: all, or those of a `let` that
    /// their uses may say more of.
    fn forget(&self, binding: PatId, root: PatId, source: Source, settled: bool) {
        let mut bindings = self.bindings.borrow_mut();
        if binding == root && matches!(self.body.pat(root).kind, PatKind::Binding { sub: None, .. }) {
            bindings.remove(&binding);
            return;
        }
        if settled && !matches!(source, Source::Let(_)) {
            return;
        }
        bindings.retain(|pat, ty| {
            let is_part = self.locals.source(*pat).is_some_and(|(of, _)| of == root);
            !is_part || settled && !ty.any(&Ty::is_unknown)
        });
    }

    fn bound_type(&self, binding: PatId, root: PatId, source: Source) -> Ty {
        let ty = self.source_type(root, source);
        self.bind_pat(root, &ty, Mode::Move);
        let first = self.bindings.borrow().get(&binding).cloned().unwrap_or(Ty::Unknown);
        let Source::Let(init) = source else { return first };
        if !first.any(&Ty::is_unknown) {
            return first;
        }
        self.with_uses(binding, first, root, init)
    }

    /// The annotation of the `let` whose pattern is `root`.
    pub(super) fn annotation(&self, root: PatId) -> Option<&'s TypeRef> {
        let annotations = self.annotations.get_or_init(|| {
            let stmts = self.body.blocks.iter().flat_map(|block| &block.stmts);
            let annotated = stmts.filter_map(|stmt| match stmt {
                Stmt::Let(decl) => Some((decl.pat, decl.ty.as_ref()?)),
                Stmt::Expr { .. } => None,
            });
            annotated.collect()
        });
        annotations.get(&root).copied()
    }

    fn source_type(&self, root: PatId, source: Source) -> Ty {
        match source {
            Source::Param(at) => self.param_type(at),
            Source::Let(init) => {
                let declared = self.annotation(root);
                let env = || match init {
                    Some(init) => self.env_at(init),
                    None => self.env.clone(),
                };
                let declared = declared.map_or(Ty::Unknown, |ty| self.db.written(&env(), ty));
                let complete = !declared.any(&|ty| ty.is_unknown());
                match init {
                    Some(init) if !complete => declared.clone().join(self.type_as(init, &declared)),
                    _ => self.normalize(&declared),
                }
            }
            Source::Scrutinee(expr) => self.type_of(expr),
            Source::ForItem(expr) => self.item_of(&self.type_of(expr)),
            Source::ClosureParam(closure, at) => {
                let ExprKind::Closure(decl) = self.kind(closure) else { return Ty::Unknown };
                let written = decl.params.get(at).and_then(|(_, ty)| ty.as_ref());
                let written = written.map_or(Ty::Unknown, |ty| self.db.written(&self.env_at(closure), ty));
                if written.any(&|ty| ty.is_unknown()) {
                    written.join(self.closure_param(closure, at))
                } else {
                    written
                }
            }
        }
    }

    fn param_type(&self, at: usize) -> Ty {
        let crate::index::BodyOwner::Fn(id) = self.owner else { return Ty::Unknown };
        self.db.sig(id).params.get(at).map_or(Ty::Unknown, |ty| self.normalize(ty))
    }

    /// What iterating over a value gives.
    pub(super) fn item_of(&self, ty: &Ty) -> Ty {
        let lang = &self.db.world.lang;
        let item = Name::from("Item");
        let no_args = super::ty::no_args();
        if let Some(trait_) = lang.iterator
            && self.implements(ty, trait_) == super::Known::Yes
        {
            return self.project(ty, trait_, &no_args, item);
        }
        match (ty, lang.into_iterator) {
            (Ty::Array(inner), _) => (**inner).clone(),
            (_, Some(trait_)) => self.project(ty, trait_, &no_args, item),
            _ => Ty::Unknown,
        }
    }

    /// What uses said of a name before stays.
    fn bind(&self, pat: PatId, ty: Ty) {
        let mut bindings = self.bindings.borrow_mut();
        let known = bindings.entry(pat).or_insert(Ty::Unknown);
        if known.any(&Ty::is_unknown) {
            *known = ty;
        }
    }

    fn bind_pat(&self, pat: PatId, ty: &Ty, mode: Mode) {
        let kind = &self.body.pat(pat).kind;
        let (ty, mode) = match kind {
            PatKind::TupleStruct { .. } | PatKind::Struct { .. } | PatKind::Tuple(_) | PatKind::Slice(_) => {
                peel(ty, mode)
            }
            _ => (ty.clone(), mode),
        };
        match kind {
            PatKind::Binding { by_ref, mutable, sub, .. } => {
                let bound = match mode {
                    Mode::Ref(mutable) => Ty::Ref(mutable, Arc::new(ty.clone())),
                    Mode::Move if *by_ref => Ty::Ref(*mutable, Arc::new(ty.clone())),
                    Mode::Move => ty.clone(),
                };
                self.bind(pat, bound);
                if let Some(sub) = sub {
                    self.bind_pat(*sub, &ty, mode);
                }
            }
            PatKind::Tuple(pats) => match &ty {
                Ty::Tuple(parts) => self.bind_row(pats, parts, mode),
                _ => self.bind_unknown(pats),
            },
            PatKind::Slice(pats) => self.bind_slice(pats, &ty, mode),
            PatKind::TupleStruct { path, pats } => match self.pattern_fields(path, &ty) {
                Some((id, args, variant)) => {
                    let fields = self.db.world.index.adt(id).fields(variant);
                    let names = fields.map_or_else(Vec::new, |fields| {
                        fields.fields.iter().map(|field| field.name).collect()
                    });
                    let field =
                        |name: &Name| self.declared_field(id, &args, variant, *name).unwrap_or(Ty::Unknown);
                    let types: Vec<Ty> = names.iter().map(field).collect();
                    self.bind_row(pats, &types, mode);
                }
                None => self.bind_unknown(pats),
            },
            PatKind::Struct { path, fields } => {
                let target = self.pattern_fields(path, &ty);
                for (name, pat) in fields {
                    let field = target
                        .as_ref()
                        .and_then(|(id, args, variant)| self.declared_field(*id, args, *variant, *name));
                    self.bind_pat(*pat, &field.unwrap_or(Ty::Unknown), mode);
                }
            }
            PatKind::Ref { pat, .. } => {
                let inner = match (&ty, mode) {
                    (Ty::Ref(_, inner), _) => (**inner).clone(),
                    (_, Mode::Ref(_)) => ty.clone(),
                    _ => Ty::Unknown,
                };
                self.bind_pat(*pat, &inner, Mode::Move);
            }
            PatKind::Or(pats) => pats.iter().for_each(|pat| self.bind_pat(*pat, &ty, mode)),
            PatKind::Macro { names, .. } => self.bind_unknown(names),
            PatKind::Wild | PatKind::Rest | PatKind::Path(_) | PatKind::Literal | PatKind::Unknown => {}
        }
    }

    /// Patterns against types by position; `..` skips what is too much.
    fn bind_row(&self, pats: &[PatId], types: &[Ty], mode: Mode) {
        let rest = pats.iter().position(|pat| self.body.pat(*pat).kind == PatKind::Rest);
        for (at, pat) in pats.iter().enumerate() {
            let from = match rest {
                Some(rest) if at > rest => (types.len() + at).checked_sub(pats.len()),
                _ => Some(at),
            };
            let ty = from.and_then(|from| types.get(from)).cloned().unwrap_or(Ty::Unknown);
            self.bind_pat(*pat, &ty, mode);
        }
    }

    fn bind_slice(&self, pats: &[PatId], ty: &Ty, mode: Mode) {
        let (Ty::Slice(inner) | Ty::Array(inner)) = ty else { return self.bind_unknown(pats) };
        for pat in pats {
            let is_rest = match &self.body.pat(*pat).kind {
                PatKind::Binding { sub: Some(sub), .. } => self.body.pat(*sub).kind == PatKind::Rest,
                _ => false,
            };
            let ty = if is_rest { Ty::Slice(inner.clone()) } else { (**inner).clone() };
            self.bind_pat(*pat, &ty, mode);
        }
    }

    fn bind_unknown(&self, pats: &[PatId]) {
        pats.iter().for_each(|pat| self.bind_pat(*pat, &Ty::Unknown, Mode::Move));
    }

    /// The type, arguments and variant whose fields a pattern takes apart. The scrutinee's type says the arguments.
    fn pattern_fields(&self, path: &Path, ty: &Ty) -> Option<(AdtId, super::ty::Args, Option<u32>)> {
        let last = path.segments.last()?.name;
        let open = |id| {
            let count = self.db.world.index.adt(id).generics().params.len();
            vec![Ty::Unknown; count].into()
        };
        // A variant (or the type itself) through the scrutinee's type: `Self::A(x)`, `Alias::A(x)` too.
        if let Ty::Adt(id, args) = ty {
            let data = self.db.world.index.adt(*id);
            if let crate::index::AdtShape::Enum(decl) = data.shape {
                let at = decl.variants.iter().position(|variant| variant.name == last)?;
                return Some((*id, args.clone(), Some(at as u32)));
            }
            return Some((*id, args.clone(), None));
        }
        if !ty.is_unknown() {
            return None;
        }
        let names: Vec<Name> = path.segments.iter().map(|segment| segment.name).collect();
        let resolve = |ns| match self.db.world.path(self.site.module, ns, Start::expr(path.global), &names) {
            Resolution::Found(defs) if defs.len() == 1 => Some(defs[0]),
            _ => None,
        };
        match resolve(Ns::Values).or_else(|| resolve(Ns::Types))? {
            Def::Adt(id) => Some((id, open(id), None)),
            Def::Variant(id, at) => Some((id, open(id), Some(at))),
            _ => None,
        }
    }
}

/// Looks through references, as a pattern that is not one itself does.
fn peel(ty: &Ty, mode: Mode) -> (Ty, Mode) {
    match ty {
        Ty::Ref(mutable, inner) => {
            let mode = match mode {
                Mode::Ref(false) => Mode::Ref(false),
                _ => Mode::Ref(*mutable),
            };
            peel(inner, mode)
        }
        _ => (ty.clone(), mode),
    }
}
