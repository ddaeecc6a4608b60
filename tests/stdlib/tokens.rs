//! Pieces of generated code: generics, wrappers, renamed names.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{FnArg, GenericParam, Generics, Lifetime, Signature, Type, TypeParamBound, parse_quote};

/// A function of the same signature that calls `callee`.
pub fn wrapper(sig: &Signature, callee: &TokenStream) -> TokenStream {
    let head = head(sig);
    let args = sig.inputs.iter().enumerate().map(|(at, input)| match input {
        FnArg::Receiver(_) => quote!(self),
        FnArg::Typed(_) => format_ident!("x{at}").into_token_stream(),
    });
    let explicit = turbofish(&sig.generics);
    let has_impl_trait =
        |input: &FnArg| matches!(input, FnArg::Typed(t) if matches!(*t.ty, Type::ImplTrait(_)));
    let explicit = (!sig.inputs.iter().any(has_impl_trait)).then(|| quote!(::<#explicit>));
    quote!(#head { unsafe { #callee #explicit (#(#args),*) } })
}

/// The wrapper's declaration.
pub fn signature(sig: &Signature) -> TokenStream {
    let head = head(sig);
    quote!(#head;)
}

fn head(sig: &Signature) -> TokenStream {
    let (name, ret) = (format_ident!("check_{}", sig.ident), &sig.output);
    let (params, preds) = without_defaults(&sig.generics);
    let inputs = sig.inputs.iter().enumerate().map(|(at, input)| match input {
        FnArg::Receiver(receiver) => receiver.to_token_stream(),
        FnArg::Typed(typed) => {
            let (name, ty) = (format_ident!("x{at}"), &typed.ty);
            quote!(#name: #ty)
        }
    });
    quote!(fn #name #params(#(#inputs),*) #ret #preds)
}

/// `<…>` without defaults, and the where clause. `Args`, of the `Fn` traits, is a tuple: a bound with no stable name.
pub fn without_defaults(generics: &Generics) -> (TokenStream, TokenStream) {
    let mut generics = generics.clone();
    for param in generics.type_params_mut() {
        param.default = None;
        if param.ident == "Args" {
            param.bounds.push(parse_quote!(::std::marker::Tuple));
        }
    }
    (generics.to_token_stream(), generics.where_clause.to_token_stream())
}

/// The parameters as arguments: `<'a, T, N>`.
pub fn arguments(generics: &Generics) -> TokenStream {
    generics.split_for_impl().1.to_token_stream()
}

/// The types and constants among the parameters; a call infers the lifetimes.
pub fn turbofish(generics: &Generics) -> TokenStream {
    let names = generics.params.iter().filter_map(|param| match param {
        GenericParam::Type(p) => Some(&p.ident),
        GenericParam::Const(p) => Some(&p.ident),
        GenericParam::Lifetime(_) => None,
    });
    quote!(#(#names),*)
}

/// Every type parameter outlives every lifetime parameter: what a header's types imply, made explicit.
pub fn outlives(generics: &mut Generics) {
    let lifetimes: Vec<Lifetime> = generics.lifetimes().map(|p| p.lifetime.clone()).collect();
    for param in generics.type_params_mut() {
        param.bounds.extend(lifetimes.iter().cloned().map(TypeParamBound::Lifetime));
    }
}

/// Searching backwards asks a pattern's searcher for more, in bounds that the signatures leave out.
pub fn with_pattern(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    let is_pattern = |bound: &TypeParamBound| matches!(bound, TypeParamBound::Trait(t) if t.path.segments.last().is_some_and(|s| s.ident == "Pattern"));
    let patterns = generics.type_params().filter(|p| p.bounds.iter().any(is_pattern));
    for pattern in patterns.map(|p| p.ident.clone()).collect::<Vec<_>>() {
        generics.make_where_clause().predicates.push(parse_quote! {
            for<'x> <#pattern as ::std::str::pattern::Pattern>::Searcher<'x>:
                ::std::str::pattern::DoubleEndedSearcher<'x>
        });
    }
    generics
}

/// Gives elided lifetimes the name `'w`.
pub fn named(tokens: TokenStream) -> TokenStream {
    let lifetime = || Lifetime::new("'w", Span::call_site()).into_token_stream();
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => out.extend([TokenTree::Group(regroup(&group, named(group.stream())))]),
            TokenTree::Punct(p) if p.as_char() == '&' => {
                out.extend([TokenTree::Punct(p)]);
                if !matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == '\'') {
                    out.extend(lifetime());
                }
            }
            TokenTree::Punct(p)
                if p.as_char() == '\'' && tokens.next_if(|next| next.to_string() == "_").is_some() =>
            {
                out.extend(lifetime());
            }
            other => out.extend([other]),
        }
    }
    out
}

/// Every identifier `from` becomes `to`.
pub fn replace_ident(tokens: TokenStream, from: &str, to: &TokenStream) -> TokenStream {
    let replace = |token| match token {
        TokenTree::Ident(ident) if ident == from => to.clone(),
        TokenTree::Group(group) => {
            TokenTree::Group(regroup(&group, replace_ident(group.stream(), from, to))).into_token_stream()
        }
        other => other.into_token_stream(),
    };
    tokens.into_iter().map(replace).collect()
}

fn regroup(group: &Group, stream: TokenStream) -> Group {
    Group::new(group.delimiter(), stream)
}

/// Whether the signature names `Self` beside its receiver; such a method asks for a sized one.
pub fn mentions_self(sig: &Signature) -> bool {
    let inputs = sig.inputs.iter().filter(|input| matches!(input, FnArg::Typed(_)));
    let (output, generics) = (&sig.output, &sig.generics.where_clause);
    quote!(#(#inputs)* #output #generics).to_string().split_whitespace().any(|word| word == "Self")
}
