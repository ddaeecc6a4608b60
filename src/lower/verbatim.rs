//! Items that the parser knows but has no node for: functions and constants without a body, `macro`, and
//! unstable modifiers, which are taken off.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::parse::{ParseStream, Parser};

use super::context::Context;
use super::items::Frame;
use super::tokens::inside;
use super::types::edges;
use crate::source::Span;
use crate::summary::{Delimiter, Item, ItemKind, MacroCall, Path, Segment, Visibility};

impl Context<'_> {
    /// An item of a module or block; `None` for what is not known.
    pub(super) fn verbatim_item(&mut self, tokens: &TokenStream) -> Option<Item> {
        if let Ok(definition) = macro_2.parse2(tokens.clone()) {
            return Some(self.macro_definition(&definition, tokens));
        }
        let use_item = without_inner_roots(tokens.clone()).and_then(|tokens| syn::parse2(tokens).ok());
        if let Some(item) = use_item {
            return Some(self.use_item(&item));
        }
        self.verbatim_member(tokens, Visibility::Private)
    }

    /// An item without its body, of whatever holds items. `vis` counts unless the tokens have their own.
    pub(super) fn verbatim_member(&mut self, tokens: &TokenStream, vis: Visibility) -> Option<Item> {
        if let Ok(item) = syn::parse2::<syn::ForeignItem>(tokens.clone())
            && let Some(mut item) = self.extern_member(&item)
        {
            if vis == Visibility::Public {
                item.vis = vis;
            }
            return Some(item);
        }
        let bare = without_modifiers(tokens)?;
        if let Ok(item) = syn::parse2::<syn::TraitItem>(bare.tokens.clone())
            && !matches!(item, syn::TraitItem::Verbatim(_))
            && let Some(mut lowered) = self.trait_member(&item)
        {
            lowered.vis =
                if vis == Visibility::Public { vis } else { self.vis(&bare.vis, edges(tokens).0).0 };
            return Some(lowered);
        }
        let item = syn::parse2::<syn::Item>(bare.tokens).ok();
        let item = item.filter(|item| !matches!(item, syn::Item::Verbatim(_)))?;
        let mut item = self.nested(|cx| cx.item_kind(&item))??;
        item.vis = self.vis(&bare.vis, edges(tokens).0).0;
        Some(item)
    }

    /// `macro name { … }` or `macro name(…) { … }`, whose two groups count as one argument.
    fn macro_definition(&mut self, definition: &Macro2, tokens: &TokenStream) -> Item {
        let (name, name_span) = self.name(&definition.ident);
        let keyword = self.span(definition.keyword);
        let groups = Span::new(self.start(definition.first), self.end(definition.last));
        let single = groups == self.span(definition.last);
        let segments = vec![Segment { name: "macro".into(), span: keyword, args: None }];
        let call = MacroCall {
            span: keyword.to(groups),
            path: Path { span: keyword, global: false, qself: None, segments },
            ident: Some(name),
            delimiter: if single { Delimiter::Brace } else { Delimiter::None },
            tokens: self.tokens(if single { inside(groups) } else { groups }).into(),
        };
        let (vis, first) = self.vis(&definition.vis, definition.keyword);
        let frame = Frame { attrs: &definition.attrs, vis, first, last: edges(tokens).1 };
        self.framed(frame, name_span, ItemKind::MacroDef(Box::new(call)))
    }
}

/// `use {::a::b, c};` without its `::`; `None` for other tokens than those of a `use`.
fn without_inner_roots(tokens: TokenStream) -> Option<TokenStream> {
    let is_use = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "use");
    tokens.clone().into_iter().any(|token| is_use(&token)).then(|| without_roots(tokens))
}

fn without_roots(tokens: TokenStream) -> TokenStream {
    let mut at_start = false;
    let mut kept = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == proc_macro2::Delimiter::Brace => {
                let trees = without_roots(group.stream());
                let mut bare = proc_macro2::Group::new(group.delimiter(), drop_colons(trees));
                bare.set_span(group.span());
                kept.push(TokenTree::Group(bare));
                at_start = false;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' && at_start => {}
            token => {
                at_start = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
                kept.push(token);
            }
        }
    }
    kept.into_iter().collect()
}

/// Without the colons at the start.
fn drop_colons(tokens: TokenStream) -> TokenStream {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
    tokens.into_iter().skip_while(is_colon).collect()
}

/// `macro name(…) { … }`.
struct Macro2 {
    attrs: Vec<syn::Attribute>,
    vis: syn::Visibility,
    keyword: proc_macro2::Span,
    ident: proc_macro2::Ident,
    /// The first and the last group.
    first: proc_macro2::Span,
    last: proc_macro2::Span,
}

fn macro_2(input: ParseStream) -> syn::Result<Macro2> {
    let attrs = input.call(syn::Attribute::parse_outer)?;
    let vis = input.parse()?;
    let keyword = input.parse::<syn::Token![macro]>()?.span;
    let ident = input.parse()?;
    let (first, last) = edges(&input.parse::<TokenStream>()?);
    Ok(Macro2 { attrs, vis, keyword, ident, first, last })
}

/// An item's tokens without its visibility and without modifiers that have no node.
struct Bare {
    vis: syn::Visibility,
    tokens: TokenStream,
}

fn without_modifiers(tokens: &TokenStream) -> Option<Bare> {
    let split = |input: ParseStream| {
        let attrs = input.call(syn::Attribute::parse_outer)?;
        Ok((attrs, input.parse::<syn::Visibility>()?, input.parse::<TokenStream>()?))
    };
    let (attrs, vis, rest) = split.parse2(tokens.clone()).ok()?;
    let mut rest = rest.into_iter().peekable();
    let word = |token: Option<&TokenTree>, words: &[&str]| match token {
        Some(TokenTree::Ident(ident)) => words.iter().any(|word| ident == word),
        _ => false,
    };
    loop {
        let is_const = word(rest.peek(), &["const"]);
        let mut behind = rest.clone();
        behind.next();
        let dropped = word(rest.peek(), &["default"])
            || is_const && word(behind.peek(), &["impl", "trait", "unsafe", "auto"]);
        if !dropped {
            break;
        }
        rest.next();
    }
    Some(Bare { vis, tokens: quote! { #(#attrs)* #(#rest)* } })
}
