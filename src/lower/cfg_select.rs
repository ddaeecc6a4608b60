//! `cfg_select! { predicate => { … } … }` where items stand: the items of all its arms, each under its predicate.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::attrs::cfg;
use super::context::Context;
use crate::source::Span;
use crate::summary::{Cfg, Item};

impl Context<'_> {
    /// The items of the arms, if all of them hold nothing but items.
    pub(super) fn selected_items(&mut self, tokens: &TokenStream) -> Option<Vec<Item>> {
        let mut items = Vec::new();
        let mut earlier: Vec<Cfg> = Vec::new();
        let mut predicate = Vec::new();
        for tree in tokens.clone() {
            match tree {
                TokenTree::Group(arm) if arm.delimiter() == Delimiter::Brace => {
                    let own = self.predicate(&predicate)?;
                    let not = earlier.iter().map(|cfg| Cfg::Not(Box::new(cfg.clone())));
                    let holds: Vec<Cfg> = own.iter().cloned().chain(not).collect();
                    for mut item in self.macro_items(&arm.stream())? {
                        let all = holds.iter().cloned().chain(item.attrs.cfg.take().map(|cfg| *cfg));
                        item.attrs.cfg = Some(Box::new(Cfg::All(all.collect())));
                        items.push(item);
                    }
                    earlier.extend(own);
                    predicate.clear();
                }
                TokenTree::Punct(comma) if comma.as_char() == ',' && predicate.is_empty() => {}
                tree => predicate.push(tree),
            }
        }
        predicate.is_empty().then_some(items)
    }

    /// What stands before an arm: a predicate, or `_` (none), and `=>`.
    fn predicate(&self, trees: &[TokenTree]) -> Option<Option<Cfg>> {
        let is = |tree: &TokenTree, char: char| matches!(tree, TokenTree::Punct(p) if p.as_char() == char);
        let [predicate @ .., equals, greater] = trees else { return None };
        let (first, last) = predicate.first().zip(predicate.last())?;
        if !is(equals, '=') || !is(greater, '>') {
            return None;
        }
        if matches!(predicate, [TokenTree::Ident(ident)] if ident == "_") {
            return Some(None);
        }
        let span = Span::new(self.start(first.span()), self.end(last.span()));
        Some(Some(cfg(&self.tokens(span))))
    }
}
