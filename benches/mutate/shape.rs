//! Questions about one expression's or attribute's form. No state, no positions.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprAwait, Lit, Meta, Stmt, Token};

use super::{Form, Reason};

/// The `.await` at the head of a chain: that of `e.await`, `e.await?`, `e.await.unwrap().field`. Parentheses
/// between it and the chain's end are an error of the second kind: cutting there would unbalance them.
pub fn chain_await(expr: &Expr) -> Option<Result<&ExprAwait, Reason>> {
    let mut expr = expr;
    let mut parenthesised = false;
    loop {
        expr = match expr {
            Expr::Await(found) if parenthesised => return Some(Err(Reason::Parenthesised)),
            Expr::Await(found) => return Some(Ok(found)),
            Expr::Try(inner) => &inner.expr,
            Expr::MethodCall(inner) => &inner.receiver,
            Expr::Field(inner) => &inner.base,
            Expr::Index(inner) => &inner.expr,
            Expr::Paren(inner) => {
                parenthesised = true;
                &inner.expr
            }
            _ => return None,
        }
    }
}

/// The expression in any number of parentheses.
pub fn peel(expr: &Expr) -> &Expr {
    let mut expr = expr;
    loop {
        expr = match expr {
            Expr::Paren(inner) => &inner.expr,
            Expr::Group(inner) => &inner.expr,
            _ => return expr,
        }
    }
}

/// The form of an awaited call, or why awaiting it is not measured.
pub fn form(awaited: &Expr) -> Result<Form, Reason> {
    if is_place(awaited) {
        return Err(Reason::Place);
    }
    if is_old_value(awaited) {
        return Err(Reason::OldValue);
    }
    let (form, arguments) = match awaited {
        Expr::Call(call) if matches!(peel(&call.func), Expr::Path(_)) => (Form::Path, call.args.len()),
        Expr::Call(call) => (Form::Other, call.args.len()),
        Expr::MethodCall(call) => (Form::Method, call.args.len()),
        Expr::Macro(_) => return Err(Reason::MacroValue),
        _ => return Err(Reason::NotACall),
    };
    let name = callee(awaited).unwrap_or_default();
    if name.starts_with("spawn") || (name == "join" && arguments == 0) {
        return Err(Reason::JoinHandle);
    }
    Ok(form)
}

/// The last segment of what is called, if it has a name.
pub fn callee(call: &Expr) -> Option<String> {
    match call {
        Expr::MethodCall(call) => Some(call.method.to_string()),
        Expr::Call(call) => match peel(&call.func) {
            Expr::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
            _ => None,
        },
        _ => None,
    }
}

fn is_place(expr: &Expr) -> bool {
    matches!(expr, Expr::Path(_) | Expr::Field(_) | Expr::Index(_))
}

/// `x.as_mut()`, `Pin::new(x)`, `xs.remove(0)`, `x.unwrap()`, `x.take().unwrap()`: not made here. A bare
/// `xs.remove(key)` is not among them: where it can be awaited, it is an asynchronous method.
fn is_old_value(expr: &Expr) -> bool {
    match expr {
        Expr::Call(call) => {
            let Expr::Path(path) = peel(&call.func) else { return false };
            let mut names = path.path.segments.iter().rev().map(|segment| &segment.ident);
            names.next().is_some_and(|name| name == "new") && names.next().is_some_and(|name| name == "Pin")
        }
        Expr::MethodCall(call) => match call.method.to_string().as_str() {
            "as_mut" | "by_ref" | "swap_remove" => true,
            "remove" => call.args.first().is_some_and(is_integer),
            "unwrap" | "expect" => {
                let receiver = peel(&call.receiver);
                is_place(receiver) || takes_out(receiver) || is_old_value(receiver)
            }
            _ => false,
        },
        _ => false,
    }
}

fn takes_out(expr: &Expr) -> bool {
    const NAMES: [&str; 8] =
        ["take", "replace", "remove", "pop", "pop_front", "pop_back", "get_mut", "last_mut"];
    matches!(expr, Expr::MethodCall(call) if NAMES.iter().any(|name| call.method == name))
}

fn is_integer(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(literal) if matches!(literal.lit, Lit::Int(_)))
}

/// Whether one of the attributes silences the linter: `allow` or `expect` of the two lints that speak of
/// dropped futures, or of a group that holds one.
pub fn silences(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        if !attribute.path().is_ident("allow") && !attribute.path().is_ident("expect") {
            return false;
        }
        let lints = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
        lints.into_iter().flatten().any(|lint| {
            let name = lint.path().segments.last().map(|segment| segment.ident.to_string());
            matches!(
                name.as_deref(),
                Some(
                    "unused_must_use"
                        | "unused"
                        | "warnings"
                        | "let_underscore_future"
                        | "suspicious"
                        | "all"
                )
            )
        })
    })
}

/// The attributes of a statement's outermost expression, for the forms that a measured statement can have.
pub fn attributes(expr: &Expr) -> &[Attribute] {
    match expr {
        Expr::Await(inner) => &inner.attrs,
        Expr::Try(inner) => &inner.attrs,
        Expr::MethodCall(inner) => &inner.attrs,
        Expr::Field(inner) => &inner.attrs,
        Expr::Index(inner) => &inner.attrs,
        Expr::Block(inner) => &inner.attrs,
        Expr::Async(inner) => &inner.attrs,
        Expr::Closure(inner) => &inner.attrs,
        Expr::Call(inner) => &inner.attrs,
        _ => &[],
    }
}

/// Whether one of the statements names `name`, be it in a macro's arguments or in a format string.
pub fn mentions(statements: &[Stmt], name: &str) -> bool {
    statements.iter().any(|statement| tokens_mention(statement.to_token_stream(), name))
}

fn tokens_mention(tokens: TokenStream, name: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => tokens_mention(group.stream(), name),
        TokenTree::Literal(literal) => literal.to_string().contains(&format!("{{{name}")),
        TokenTree::Punct(_) => false,
    })
}
