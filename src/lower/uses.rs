//! `use` trees, flattened without recursion.

use super::context::Context;
use super::items::Frame;
use crate::source::Span;
use crate::summary::{Import, ImportKind, Item, ItemKind, Name};

impl Context<'_> {
    pub(super) fn use_item(&mut self, item: &syn::ItemUse) -> Item {
        let (vis, first) = self.vis(&item.vis, item.use_token.span);
        let imports = self.imports(&item.tree, item.leading_colon.is_some());
        let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
        self.framed(frame, self.span(item.use_token.span), ItemKind::Use(imports))
    }

    fn imports(&self, tree: &syn::UseTree, global: bool) -> Vec<Import> {
        let mut imports = Vec::new();
        let mut prefix: Vec<Name> = Vec::new();
        // Trees that are still to be walked, each with the length of its prefix.
        let mut todo = vec![(tree, 0)];
        while let Some((tree, depth)) = todo.pop() {
            prefix.truncate(depth);
            match tree {
                syn::UseTree::Path(tree) => {
                    prefix.push(self.name(&tree.ident).0);
                    todo.push((&tree.tree, depth + 1));
                }
                syn::UseTree::Group(tree) => {
                    todo.extend(tree.items.iter().rev().map(|item| (item, depth)));
                }
                leaf => imports.extend(self.leaf(leaf, &prefix, global)),
            }
        }
        imports
    }

    fn leaf(&self, leaf: &syn::UseTree, prefix: &[Name], global: bool) -> Option<Import> {
        let (name, alias, span) = match leaf {
            syn::UseTree::Name(leaf) => {
                let (name, span) = self.name(&leaf.ident);
                (name, name, span)
            }
            syn::UseTree::Rename(leaf) => {
                let (name, span) = self.name(&leaf.ident);
                let (alias, end) = self.name(&leaf.rename);
                (name, alias, span.to(end))
            }
            syn::UseTree::Glob(leaf) => {
                let span = self.span(leaf.star_token.span);
                return Some(Import { span, global, path: prefix.to_vec(), kind: ImportKind::Glob });
            }
            _ => return None,
        };
        Some(named(span, global, prefix, name, alias))
    }
}

fn named(span: Span, global: bool, prefix: &[Name], name: Name, alias: Name) -> Import {
    let is_self = name == "self" && !prefix.is_empty();
    let mut path = prefix.to_vec();
    if !is_self {
        path.push(name);
    }
    let kind = match (alias.as_str(), is_self) {
        ("_", _) => ImportKind::Underscore,
        // `a::{self}` binds `a`.
        ("self", true) => ImportKind::SelfNamed(prefix[prefix.len() - 1]),
        (_, true) => ImportKind::SelfNamed(alias),
        (_, false) => ImportKind::Named(alias),
    };
    Import { span, global, path, kind }
}
