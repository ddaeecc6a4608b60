//! `select!` of tokio and futures as code: each branch is a match on what its future gives.
//!
//! Nothing is known here of whose `select!` it is: a macro of that name with another grammar does not parse.

use syn::parse::{Parse, ParseStream};

use super::context::Context;
use crate::source::Span;
use crate::summary::{Arm, Attrs, ExprId, ExprKind, PatKind};

/// `[biased;] branch…`
struct Select {
    branches: Vec<Branch>,
}

/// `pat = future [, if condition] => handler,`
struct Branch {
    /// `None`: `else`, `complete`, `default`.
    future: Option<(syn::Pat, syn::Expr)>,
    condition: Option<syn::Expr>,
    handler: syn::Expr,
}

mod word {
    syn::custom_keyword!(biased);
    syn::custom_keyword!(complete);
    syn::custom_keyword!(default);
}

impl Parse for Select {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(word::biased) && input.peek2(syn::Token![;]) {
            input.parse::<word::biased>()?;
            input.parse::<syn::Token![;]>()?;
        }
        let mut branches = Vec::new();
        while !input.is_empty() {
            branches.push(input.parse()?);
        }
        Ok(Select { branches })
    }
}

impl Parse for Branch {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let (future, condition) = if is_fallback(input) {
            input.call(<syn::Ident as syn::ext::IdentExt>::parse_any)?;
            (None, None)
        } else {
            let pat = syn::Pat::parse_multi(input)?;
            input.parse::<syn::Token![=]>()?;
            let future = input.parse()?;
            let guarded = input.peek(syn::Token![,]) && input.peek2(syn::Token![if]);
            if guarded {
                input.parse::<syn::Token![,]>()?;
                input.parse::<syn::Token![if]>()?;
            }
            (Some((pat, future)), if guarded { Some(input.parse()?) } else { None })
        };
        input.parse::<syn::Token![=>]>()?;
        let handler = syn::Expr::parse_with_earlier_boundary_rule(input)?;
        input.parse::<Option<syn::Token![,]>>()?;
        Ok(Branch { future, condition, handler })
    }
}

/// What runs when no branch can.
fn is_fallback(input: ParseStream) -> bool {
    let word = input.peek(syn::Token![else]) || input.peek(word::complete) || input.peek(word::default);
    word && input.peek2(syn::Token![=>])
}

impl Context<'_> {
    /// A `select!` as a match whose arms are its branches: `_ if condition => match future.await { pat => handler }`.
    pub(super) fn select(&mut self, mac: &syn::Macro, span: Span) -> Option<ExprId> {
        let select: Select = mac.parse_body().ok()?;
        let scrutinee = self.add_expr(ExprKind::Tuple(Vec::new()), span);
        let mut arms = Vec::with_capacity(select.branches.len());
        for branch in &select.branches {
            let pat = self.add_pat(PatKind::Wild, span);
            let guard = branch.condition.as_ref().map(|condition| self.expr(condition).0);
            let body = match &branch.future {
                Some((pat, future)) => self.select_branch(pat, future, &branch.handler),
                None => self.expr(&branch.handler).0,
            };
            arms.push(Arm { attrs: Attrs::default(), pat, guard, body });
        }
        Some(self.add_expr(ExprKind::Match { scrutinee, arms }, span))
    }

    fn select_branch(&mut self, pat: &syn::Pat, future: &syn::Expr, handler: &syn::Expr) -> ExprId {
        let (future, start) = self.expr(future);
        let scrutinee = self.add_expr(ExprKind::Await(future), start);
        let pat = self.pat(pat).0;
        let (body, end) = self.expr(handler);
        let arm = Arm { attrs: Attrs::default(), pat, guard: None, body };
        self.add_expr(ExprKind::Match { scrutinee, arms: vec![arm] }, start.to(end))
    }
}
