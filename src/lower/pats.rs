//! Patterns. Each comes with its outer span, parentheses included.

use proc_macro2::{Ident, TokenStream, TokenTree};

use super::context::Context;
use super::types::{edges, path_first};
use crate::source::Span;
use crate::summary::{Name, PatId, PatKind};

impl Context<'_> {
    /// A pattern, and the span of all its tokens.
    pub(super) fn pat(&mut self, pat: &syn::Pat) -> (PatId, Span) {
        match self.nested(|cx| cx.pat_kind(pat)) {
            Some(lowered) => lowered,
            None => (self.add_pat(PatKind::Unknown, self.here()), self.here()),
        }
    }

    fn pat_kind(&mut self, pat: &syn::Pat) -> (PatId, Span) {
        use syn::Pat;
        let (kind, span) = match pat {
            Pat::Paren(pat) => {
                let (inner, _) = self.pat(&pat.pat);
                return (inner, self.span(pat.paren_token.span.join()));
            }
            Pat::Type(pat) => {
                let (inner, span) = self.pat(&pat.pat);
                return (inner, Span::new(span.start, self.ty_end(&pat.ty)));
            }
            Pat::Guard(pat) => return self.pat(&pat.pat),
            // `| a`
            Pat::Or(pat) if pat.cases.len() == 1 => return self.pat(&pat.cases[0]),
            Pat::Const(pat) => {
                (PatKind::Literal, self.span(pat.const_token.span).to(self.braces(&pat.block)))
            }
            Pat::Ident(pat) => self.binding(pat),
            Pat::Lit(pat) => (PatKind::Literal, self.span(pat.lit.span())),
            Pat::Macro(pat) => self.pat_macro(&pat.mac),
            Pat::Or(pat) => self.pat_or(pat),
            Pat::Path(pat) => {
                let path = self.path(pat.qself.as_ref(), &pat.path);
                let span = path.span;
                (PatKind::Path(path), span)
            }
            Pat::Range(pat) => self.pat_range(pat),
            Pat::Reference(pat) => {
                let (inner, span) = self.pat(&pat.pat);
                let mutable = pat.mutability.is_some();
                (
                    PatKind::Ref { mutable, pat: inner },
                    Span::new(self.start(pat.and_token.spans[0]), span.end),
                )
            }
            Pat::Rest(pat) => {
                let [first, last] = pat.dot2_token.spans;
                (PatKind::Rest, Span::new(self.start(first), self.end(last)))
            }
            Pat::Slice(pat) => {
                (PatKind::Slice(self.pats(&pat.elems)), self.span(pat.bracket_token.span.join()))
            }
            Pat::Struct(pat) => self.pat_struct(pat),
            Pat::Tuple(pat) => {
                (PatKind::Tuple(self.pats(&pat.elems)), self.span(pat.paren_token.span.join()))
            }
            Pat::TupleStruct(pat) => {
                let path = self.path(pat.qself.as_ref(), &pat.path);
                let span = Span::new(path.span.start, self.end(pat.paren_token.span.close()));
                (PatKind::TupleStruct { path, pats: self.pats(&pat.elems) }, span)
            }
            Pat::Wild(pat) => (PatKind::Wild, self.span(pat.underscore_token.span)),
            Pat::Verbatim(tokens) => (PatKind::Unknown, self.tokens_span(tokens)),
            _ => (PatKind::Unknown, self.here()),
        };
        (self.add_pat(kind, span), span)
    }

    fn pats<'s>(&mut self, pats: impl IntoIterator<Item = &'s syn::Pat>) -> Vec<PatId> {
        pats.into_iter().map(|pat| self.pat(pat).0).collect()
    }

    fn binding(&mut self, pat: &syn::PatIdent) -> (PatKind, Span) {
        let (name, span) = self.name(&pat.ident);
        let start = match (&pat.by_ref, &pat.mutability) {
            (Some(by_ref), _) => self.start(by_ref.span),
            (None, Some(mutability)) => self.start(mutability.span),
            (None, None) => span.start,
        };
        let sub = pat.subpat.as_ref().map(|(_, sub)| self.pat(sub));
        let end = sub.map_or(span.end, |(_, span)| span.end);
        let kind = PatKind::Binding {
            name,
            by_ref: pat.by_ref.is_some(),
            mutable: pat.mutability.is_some(),
            sub: sub.map(|(id, _)| id),
        };
        (kind, Span::new(start, end))
    }

    fn pat_or(&mut self, pat: &syn::PatOr) -> (PatKind, Span) {
        let cases = pat.cases.iter().map(|case| self.pat(case)).collect::<Vec<_>>();
        let start = match (&pat.leading_vert, cases.first()) {
            (Some(vert), _) => self.start(vert.spans[0]),
            (None, first) => first.map_or(0, |(_, span)| span.start),
        };
        let end = cases.last().map_or(start, |(_, span)| span.end);
        (PatKind::Or(cases.into_iter().map(|(id, _)| id).collect()), Span::new(start, end))
    }

    /// `a..=b`: its ends are of no interest here, only where they lie.
    fn pat_range(&mut self, pat: &syn::PatRange) -> (PatKind, Span) {
        let (first, last) = match &pat.limits {
            syn::RangeLimits::HalfOpen(dots) => (dots.spans[0], dots.spans[1]),
            syn::RangeLimits::Closed(dots) => (dots.spans[0], dots.spans[2]),
        };
        let start = pat.start.as_ref().map_or_else(|| self.start(first), |start| self.range_end(start).start);
        let end = pat.end.as_ref().map_or_else(|| self.end(last), |end| self.range_end(end).end);
        (PatKind::Literal, Span::new(start, end))
    }

    fn range_end(&self, end: &syn::Expr) -> Span {
        match end {
            syn::Expr::Lit(literal) => self.span(literal.lit.span()),
            syn::Expr::Path(path) => {
                let last = super::types::path_last(&path.path);
                let start = self.start(path_first(path.qself.as_ref(), &path.path));
                Span::new(start, last.map_or(start, |last| self.end(last)))
            }
            syn::Expr::Unary(unary) => match &unary.op {
                syn::UnOp::Neg(minus) => self.span(minus.span).to(self.range_end(&unary.expr)),
                _ => self.range_end(&unary.expr),
            },
            syn::Expr::Const(block) => self.span(block.const_token.span).to(self.braces(&block.block)),
            syn::Expr::Verbatim(tokens) => self.tokens_span(tokens),
            _ => self.here(),
        }
    }

    fn pat_struct(&mut self, pat: &syn::PatStruct) -> (PatKind, Span) {
        let path = self.path(pat.qself.as_ref(), &pat.path);
        let fields =
            pat.fields.iter().map(|field| (self.member(&field.member), self.pat(&field.pat).0)).collect();
        let span = Span::new(path.span.start, self.end(pat.brace_token.span.close()));
        (PatKind::Struct { path, fields }, span)
    }

    /// A field's name.
    pub(super) fn member(&self, member: &syn::Member) -> Name {
        match member {
            syn::Member::Named(ident) => self.name(ident).0,
            syn::Member::Unnamed(index) => Name::from(index.index.to_string().as_str()),
        }
    }

    /// Of the caller's names a macro binds only those that it is given.
    fn pat_macro(&mut self, mac: &syn::Macro) -> (PatKind, Span) {
        let call = Box::new(self.body_call(mac));
        let mut words = Vec::new();
        variables(&mac.tokens, &mut words);
        let names = words.iter().map(|word| {
            let (name, span) = self.name(word);
            self.add_pat(PatKind::Binding { name, by_ref: false, mutable: false, sub: None }, span)
        });
        let (names, span) = (names.collect(), call.span);
        (PatKind::Macro { call, names }, span)
    }

    /// A block with its braces.
    pub(super) fn braces(&self, block: &syn::Block) -> Span {
        self.span(block.brace_token.span.join())
    }

    /// From the first to the last of `tokens`.
    pub(super) fn tokens_span(&self, tokens: &TokenStream) -> Span {
        if tokens.is_empty() {
            return self.here();
        }
        let (first, last) = edges(tokens);
        Span::new(self.start(first), self.end(last))
    }
}

/// Words that may be names of variables. Which are constants is for resolution to know.
fn variables(tokens: &TokenStream, words: &mut Vec<Ident>) {
    for tree in tokens.clone() {
        match tree {
            TokenTree::Group(group) => variables(&group.stream(), words),
            // No keyword is one.
            TokenTree::Ident(word) if syn::parse_str::<syn::Ident>(&word.to_string()).is_ok() => {
                words.push(word);
            }
            _ => {}
        }
    }
}
