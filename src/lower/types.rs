//! Types and where they end.

use proc_macro2::Span as TokenSpan;

use super::context::Context;
use crate::source::Span;
use crate::summary::TypeRef;

impl Context<'_> {
    /// A type as written.
    pub(super) fn ty(&mut self, ty: &syn::Type) -> TypeRef {
        self.nested(|cx| cx.ty_kind(ty)).unwrap_or(TypeRef::Unknown)
    }

    fn ty_kind(&mut self, ty: &syn::Type) -> TypeRef {
        use syn::Type;
        match ty {
            Type::Array(ty) => TypeRef::Array(self.boxed(&ty.elem)),
            Type::FnPtr(ty) => TypeRef::FnPtr {
                params: ty.inputs.iter().map(|arg| self.ty(&arg.ty)).collect(),
                ret: Box::new(self.return_type(&ty.output)),
            },
            Type::Group(ty) => self.ty(&ty.elem),
            Type::ImplTrait(ty) => TypeRef::ImplTrait(self.bounds(&ty.bounds)),
            Type::Infer(_) => TypeRef::Infer,
            Type::Macro(ty) => {
                let call = self.macro_call(&ty.mac, None);
                self.type_macros.push(call.clone());
                TypeRef::Macro(Box::new(call))
            }
            Type::Never(_) => TypeRef::Never,
            Type::Paren(ty) => self.ty(&ty.elem),
            Type::Path(ty) => TypeRef::Path(self.path(ty.qself.as_ref(), &ty.path)),
            Type::Ptr(ty) => {
                let mutable = matches!(ty.mutability, syn::PointerMutability::Mut(_));
                TypeRef::Ptr { mutable, inner: self.boxed(&ty.elem) }
            }
            Type::Reference(ty) => {
                TypeRef::Ref { mutable: ty.mutability.is_some(), inner: self.boxed(&ty.elem) }
            }
            Type::Slice(ty) => TypeRef::Slice(self.boxed(&ty.elem)),
            Type::TraitObject(ty) => TypeRef::DynTrait(self.bounds(&ty.bounds)),
            Type::Tuple(ty) => TypeRef::Tuple(ty.elems.iter().map(|elem| self.ty(elem)).collect()),
            _ => TypeRef::Unknown,
        }
    }

    fn boxed(&mut self, ty: &syn::Type) -> Box<TypeRef> {
        Box::new(self.ty(ty))
    }

    /// `-> T`, or `()`.
    pub(super) fn return_type(&mut self, output: &syn::ReturnType) -> TypeRef {
        match output {
            syn::ReturnType::Default => TypeRef::unit(),
            syn::ReturnType::Type(_, ty) => self.ty(ty),
        }
    }

    /// From a type's first to its last token.
    pub(super) fn ty_span(&self, ty: &syn::Type) -> Span {
        Span::new(self.start(first(ty)), self.end(last(ty)))
    }

    /// Where a type ends.
    pub(super) fn ty_end(&self, ty: &syn::Type) -> u32 {
        self.end(last(ty))
    }
}

fn first(ty: &syn::Type) -> TokenSpan {
    use syn::Type;
    match ty {
        Type::Array(ty) => ty.bracket_token.span.open(),
        Type::FnPtr(ty) => match (&ty.lifetimes, &ty.unsafety, &ty.abi) {
            (Some(lifetimes), ..) => lifetimes.for_token.span,
            (None, Some(unsafety), _) => unsafety.span,
            (None, None, Some(abi)) => abi.extern_token.span,
            (None, None, None) => ty.fn_token.span,
        },
        Type::Group(ty) => first(&ty.elem),
        Type::ImplTrait(ty) => ty.impl_token.span,
        Type::Infer(ty) => ty.underscore_token.span,
        Type::Macro(ty) => path_first(None, &ty.mac.path),
        Type::Never(ty) => ty.bang_token.span,
        Type::Paren(ty) => ty.paren_token.span.open(),
        Type::Path(ty) => path_first(ty.qself.as_ref(), &ty.path),
        Type::Ptr(ty) => ty.star_token.span,
        Type::Reference(ty) => ty.and_token.span,
        Type::Slice(ty) => ty.bracket_token.span.open(),
        Type::TraitObject(ty) => match (&ty.dyn_token, ty.bounds.first()) {
            (Some(token), _) => token.span,
            (None, Some(bound)) => bound_first(bound),
            (None, None) => TokenSpan::call_site(),
        },
        Type::Tuple(ty) => ty.paren_token.span.open(),
        Type::Verbatim(tokens) => edges(tokens).0,
        _ => TokenSpan::call_site(),
    }
}

/// The last token of a type. A loop, since types nest to the right.
fn last(mut ty: &syn::Type) -> TokenSpan {
    use syn::Type;
    loop {
        ty = match ty {
            Type::Array(ty) => return ty.bracket_token.span.close(),
            Type::FnPtr(fn_ptr) => match &fn_ptr.output {
                syn::ReturnType::Type(_, ty) => ty,
                syn::ReturnType::Default => return fn_ptr.paren_token.span.close(),
            },
            Type::Group(ty) => &ty.elem,
            Type::ImplTrait(ty) => match last_of_bounds(&ty.bounds) {
                End::Type(ty) => ty,
                End::Token(span) => return span.unwrap_or(ty.impl_token.span),
            },
            Type::Infer(ty) => return ty.underscore_token.span,
            Type::Macro(ty) => return ty.mac.delimiter.span().close(),
            Type::Never(ty) => return ty.bang_token.span,
            Type::Paren(ty) => return ty.paren_token.span.close(),
            Type::Path(ty) => match last_of_path(&ty.path) {
                End::Type(ty) => ty,
                End::Token(span) => {
                    return span
                        .or(ty.qself.as_ref().map(|qself| qself.gt_token.span))
                        .unwrap_or(first_of(ty));
                }
            },
            Type::Ptr(ty) => &ty.elem,
            Type::Reference(ty) => &ty.elem,
            Type::Slice(ty) => return ty.bracket_token.span.close(),
            Type::TraitObject(object) => match last_of_bounds(&object.bounds) {
                End::Type(ty) => ty,
                End::Token(span) => return span.unwrap_or(first(ty)),
            },
            Type::Tuple(ty) => return ty.paren_token.span.close(),
            Type::Verbatim(tokens) => return edges(tokens).1,
            _ => return TokenSpan::call_site(),
        }
    }
}

fn first_of(ty: &syn::TypePath) -> TokenSpan {
    path_first(ty.qself.as_ref(), &ty.path)
}

/// What a path or list of bounds ends with.
pub(super) enum End<'s> {
    /// The return type of `Fn(…) -> T`.
    Type(&'s syn::Type),
    /// A token; `None` where there is nothing at all.
    Token(Option<TokenSpan>),
}

/// The last token of a path.
pub(super) fn path_last(path: &syn::Path) -> Option<TokenSpan> {
    match last_of_path(path) {
        End::Type(ty) => Some(last(ty)),
        End::Token(span) => span,
    }
}

fn last_of_path(path: &syn::Path) -> End<'_> {
    let Some(segment) = path.segments.last() else { return End::Token(None) };
    match &segment.arguments {
        syn::PathArguments::None => End::Token(Some(segment.ident.span())),
        syn::PathArguments::AngleBracketed(args) => End::Token(Some(args.gt_token.span)),
        syn::PathArguments::Parenthesized(args) => match &args.output {
            syn::ReturnType::Type(_, ty) => End::Type(ty),
            syn::ReturnType::Default => End::Token(Some(args.paren_token.span.close())),
        },
    }
}

type Bounds = syn::punctuated::Punctuated<syn::TypeParamBound, syn::Token![+]>;

/// The last token of a list of bounds.
pub(super) fn bounds_last(bounds: &Bounds) -> Option<TokenSpan> {
    match last_of_bounds(bounds) {
        End::Type(ty) => Some(last(ty)),
        End::Token(span) => span,
    }
}

fn last_of_bounds(bounds: &Bounds) -> End<'_> {
    match bounds.last() {
        None => End::Token(None),
        Some(syn::TypeParamBound::Trait(bound)) => match bound.paren_token {
            Some(paren) => End::Token(Some(paren.span.close())),
            None => last_of_path(&bound.path),
        },
        Some(syn::TypeParamBound::Lifetime(lifetime)) => End::Token(Some(lifetime.ident.span())),
        Some(syn::TypeParamBound::PreciseCapture(capture)) => End::Token(Some(capture.gt_token.span)),
        Some(syn::TypeParamBound::Verbatim(tokens)) => End::Token(Some(edges(tokens).1)),
        Some(_) => End::Token(None),
    }
}

fn bound_first(bound: &syn::TypeParamBound) -> TokenSpan {
    match bound {
        syn::TypeParamBound::Trait(bound) => match (&bound.paren_token, &bound.lifetimes, &bound.maybe) {
            (Some(paren), ..) => paren.span.open(),
            (None, Some(lifetimes), _) => lifetimes.for_token.span,
            (None, None, Some(maybe)) => maybe.span,
            (None, None, None) => path_first(None, &bound.path),
        },
        syn::TypeParamBound::Lifetime(lifetime) => lifetime.apostrophe,
        syn::TypeParamBound::PreciseCapture(capture) => capture.use_token.span,
        syn::TypeParamBound::Verbatim(tokens) => edges(tokens).0,
        _ => TokenSpan::call_site(),
    }
}

/// The first token of a path.
pub(super) fn path_first(qself: Option<&syn::QSelf>, path: &syn::Path) -> TokenSpan {
    if let Some(qself) = qself {
        return qself.lt_token.span;
    }
    if let Some(colons) = &path.leading_colon {
        return colons.spans[0];
    }
    path.segments.first().map_or_else(TokenSpan::call_site, |segment| segment.ident.span())
}

/// The first and the last token of tokens.
pub(super) fn edges(tokens: &proc_macro2::TokenStream) -> (TokenSpan, TokenSpan) {
    let mut tokens = tokens.clone().into_iter();
    let Some(first) = tokens.next().map(|token| token.span()) else {
        return (TokenSpan::call_site(), TokenSpan::call_site());
    };
    (first, tokens.last().map_or(first, |token| token.span()))
}
