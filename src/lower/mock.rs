//! `mock! { pub Name { fn f(&self); } impl Trait for Name { fn g(&self); } }` of `mockall`: the mock's items.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Generics, Visibility, WhereClause};

use super::context::Context;
use super::services::mocks;
use crate::summary::Item;

impl Context<'_> {
    /// The items, if the argument is such a mock.
    pub(super) fn mocked_items(&mut self, tokens: &TokenStream) -> Option<Vec<Item>> {
        let mut trees = tokens.clone().into_iter();
        let mut header = TokenStream::new();
        let functions = loop {
            match trees.next()? {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => break group,
                tree => header.extend([tree]),
            }
        };
        let own = named.parse2(header).ok()?.implementing(&functions);
        let items = self.macro_items(&own.into_iter().chain(trees).collect())?;
        mocks::of_impls(&items)
    }
}

/// What stands before a mock's own functions.
struct Named {
    name: Ident,
    generics: Generics,
}

impl Named {
    /// `impl<…> Name<…> { … }`
    fn implementing(&self, functions: &Group) -> TokenStream {
        let Named { name, generics } = self;
        let (params, args, clause) = generics.split_for_impl();
        quote_spanned!(name.span()=> impl #params #name #args #clause #functions)
    }
}

fn named(input: ParseStream) -> syn::Result<Named> {
    Attribute::parse_outer(input)?;
    input.parse::<Visibility>()?;
    let name = input.parse()?;
    let mut generics: Generics = input.parse()?;
    generics.where_clause = input.parse::<Option<WhereClause>>()?;
    Ok(Named { name, generics })
}
