//! Paths, their arguments, bounds and generics.

use super::context::Context;
use super::types::{path_first, path_last};
use crate::source::Span;
use crate::summary::{
    Binding, Bound, GenericArgs, GenericParam, Generics, Name, Path, Predicate, QSelf, Segment, TypeRef,
};

impl Context<'_> {
    /// A path; `qself` is the `<T as Trait>` in front of it.
    pub(super) fn path(&mut self, qself: Option<&syn::QSelf>, path: &syn::Path) -> Path {
        let start = self.start(path_first(qself, path));
        let segments = path.segments.iter().map(|segment| self.segment(segment)).collect::<Vec<_>>();
        let end = match (path.segments.last().map(|segment| &segment.arguments), segments.last(), qself) {
            (Some(syn::PathArguments::None), Some(segment), _) => segment.span.end,
            (None, _, Some(qself)) => self.end(qself.gt_token.span),
            _ => path_last(path).map_or(start, |last| self.end(last)),
        };
        Path {
            span: Span::new(start, end),
            global: path.leading_colon.is_some() && qself.is_none_or(|qself| qself.position > 0),
            qself: qself.map(|qself| {
                Box::new(QSelf { ty: self.ty(&qself.ty), trait_segments: qself.position as u32 })
            }),
            segments,
        }
    }

    fn segment(&mut self, segment: &syn::PathSegment) -> Segment {
        let (name, span) = self.name(&segment.ident);
        let args = match &segment.arguments {
            syn::PathArguments::None => None,
            syn::PathArguments::AngleBracketed(args) => Some(self.generic_args(args)),
            syn::PathArguments::Parenthesized(args) => Some(self.fn_args(args)),
        };
        Segment { name, span, args }
    }

    /// `<A, B, Item = C>`.
    pub(super) fn generic_args(&mut self, args: &syn::AngleBracketedGenericArguments) -> Box<GenericArgs> {
        let mut lowered = GenericArgs::default();
        for arg in &args.args {
            match arg {
                syn::GenericArgument::Type(ty) => lowered.args.push(self.ty(ty)),
                syn::GenericArgument::Const(arg) => lowered.args.push(TypeRef::Const(const_value(arg))),
                syn::GenericArgument::AssocType(assoc) => {
                    let ty = Some(self.ty(&assoc.ty));
                    lowered.bindings.push(Binding {
                        name: self.name(&assoc.ident).0,
                        ty,
                        bounds: Vec::new(),
                    });
                }
                syn::GenericArgument::AssocConst(assoc) => {
                    let ty = Some(TypeRef::Const(const_value(&assoc.value)));
                    lowered.bindings.push(Binding {
                        name: self.name(&assoc.ident).0,
                        ty,
                        bounds: Vec::new(),
                    });
                }
                syn::GenericArgument::Constraint(constraint) => {
                    let bounds = self.bounds(&constraint.bounds);
                    lowered.bindings.push(Binding { name: self.name(&constraint.ident).0, ty: None, bounds });
                }
                _ => {}
            }
        }
        Box::new(lowered)
    }

    /// `(A, B) -> C`.
    fn fn_args(&mut self, args: &syn::ParenthesizedGenericArguments) -> Box<GenericArgs> {
        let inputs = args.inputs.iter().map(|input| self.ty(&input.ty)).collect();
        let output = self.return_type(&args.output);
        Box::new(GenericArgs {
            args: vec![TypeRef::Tuple(inputs)],
            bindings: vec![Binding { name: Name::from("Output"), ty: Some(output), bounds: Vec::new() }],
            parenthesised: true,
        })
    }

    /// Trait bounds; `?Sized`, lifetimes and captures are left out.
    pub(super) fn bounds<'s>(
        &mut self,
        bounds: impl IntoIterator<Item = &'s syn::TypeParamBound>,
    ) -> Vec<Bound> {
        let mut lowered = Vec::new();
        for bound in bounds {
            if let syn::TypeParamBound::Trait(bound) = bound
                && bound.maybe.is_none()
            {
                lowered.push(Bound { path: self.path(None, &bound.path) });
            }
        }
        lowered
    }

    /// The generics of an item, with its where clause.
    pub(super) fn generics(&mut self, generics: &syn::Generics) -> Generics {
        let mut lowered = Generics::default();
        for param in &generics.params {
            match param {
                syn::GenericParam::Lifetime(_) => {}
                syn::GenericParam::Type(param) => {
                    let (name, span) = self.name(&param.ident);
                    let default = param.default.as_ref().map(|(_, ty)| self.ty(ty));
                    lowered.params.push(GenericParam { name, is_const: false, default });
                    let bounds = self.bounds(&param.bounds);
                    add_predicate(&mut lowered, named(name, span), bounds);
                }
                syn::GenericParam::Const(param) => {
                    let name = self.name(&param.ident).0;
                    let default = param.default.as_ref().map(|(_, value)| TypeRef::Const(const_value(value)));
                    lowered.params.push(GenericParam { name, is_const: true, default });
                }
            }
        }
        for predicate in generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
            if let syn::WherePredicate::Type(predicate) = predicate {
                let subject = self.ty(&predicate.bounded_ty);
                let bounds = self.bounds(&predicate.bounds);
                add_predicate(&mut lowered, subject, bounds);
            }
        }
        lowered
    }
}

/// The value of a const argument that is a literal, written in one way.
fn const_value(arg: &syn::Expr) -> Option<Name> {
    match arg {
        syn::Expr::Lit(expr) => match &expr.lit {
            syn::Lit::Int(int) => Some(Name::from(int.base10_digits())),
            syn::Lit::Bool(bool) => Some(Name::from(if bool.value { "true" } else { "false" })),
            syn::Lit::Char(char) => Some(Name::from(format!("{:?}", char.value()).as_str())),
            _ => None,
        },
        syn::Expr::Unary(expr) if matches!(expr.op, syn::UnOp::Neg(_)) => {
            Some(Name::from(format!("-{}", const_value(&expr.expr)?).as_str()))
        }
        syn::Expr::Group(expr) => const_value(&expr.expr),
        syn::Expr::Paren(expr) => const_value(&expr.expr),
        syn::Expr::Block(expr) => match &expr.block.stmts[..] {
            [syn::Stmt::Expr(value, None)] => const_value(value),
            _ => None,
        },
        _ => None,
    }
}

/// Adds `subject: bounds`, unless nothing is left of the bounds.
fn add_predicate(generics: &mut Generics, subject: TypeRef, bounds: Vec<Bound>) {
    if !bounds.is_empty() {
        generics.predicates.push(Predicate { subject, bounds });
    }
}

/// The type that a bare name stands for.
fn named(name: Name, span: Span) -> TypeRef {
    let segments = vec![Segment { name, span, args: None }];
    TypeRef::Path(Path { span, global: false, qself: None, segments })
}
