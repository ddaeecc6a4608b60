//! Names resolve within the files: each `use` leads to an item, and each type or trait that a signature
//! mentions by a bare name is declared, imported, a parameter, or in the prelude.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Generics, ImplItem, Item, TraitItem, UseTree, Visibility};

/// Public names by module path (`collections::hash_map`); the root is the empty path.
type Modules = BTreeMap<String, BTreeSet<String>>;

#[test]
fn names_resolve() {
    let files = crate::files();
    let mut modules = Modules::new();
    for (name, file) in &files {
        modules.entry(String::new()).or_default().insert((*name).to_owned());
        collect(name, &file.items, &mut modules);
    }
    let mut faults = Vec::new();
    for (name, file) in &files {
        check(name, &file.items, &BTreeSet::new(), &modules, &mut faults);
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The name an item declares.
pub fn declared(item: &Item) -> Option<(&syn::Ident, &Visibility)> {
    Some(match item {
        Item::Const(i) => (&i.ident, &i.vis),
        Item::Enum(i) => (&i.ident, &i.vis),
        Item::Fn(i) => (&i.sig.ident, &i.vis),
        Item::Mod(i) => (&i.ident, &i.vis),
        Item::Static(i) => (&i.ident, &i.vis),
        Item::Struct(i) => (&i.ident, &i.vis),
        Item::Trait(i) => (&i.ident, &i.vis),
        Item::Type(i) => (&i.ident, &i.vis),
        Item::Union(i) => (&i.ident, &i.vis),
        _ => return None,
    })
}

/// The leaves of a `use`: full path (the module's own `self` and `super` resolved, `crate` left out) and the
/// name it gets, `*` for a glob.
pub fn leaves(module: &str, tree: &UseTree) -> Vec<(String, String)> {
    fn walk(tree: &UseTree, path: &mut Vec<String>, out: &mut Vec<(String, String)>) {
        let full = |path: &[String], last: &str| {
            let mut parts = path.to_vec();
            if last != "self" {
                parts.push(last.to_owned());
            }
            parts.join("::")
        };
        match tree {
            UseTree::Path(p) => {
                let name = p.ident.to_string();
                let before = path.clone();
                match name.as_str() {
                    "crate" => path.clear(),
                    "self" => {}
                    "super" => drop(path.pop()),
                    _ => path.push(name),
                }
                walk(&p.tree, path, out);
                *path = before;
            }
            UseTree::Group(g) => g.items.iter().for_each(|tree| walk(tree, path, out)),
            UseTree::Glob(_) => out.push((path.join("::"), "*".to_owned())),
            UseTree::Name(n) => {
                let name = n.ident.to_string();
                let bound =
                    if name == "self" { path.last().cloned().unwrap_or_default() } else { name.clone() };
                out.push((full(path, &name), bound));
            }
            UseTree::Rename(r) => out.push((full(path, &r.ident.to_string()), r.rename.to_string())),
        }
    }
    let mut out = Vec::new();
    walk(tree, &mut module.split("::").map(str::to_owned).collect(), &mut out);
    out
}

fn collect(module: &str, items: &[Item], modules: &mut Modules) {
    modules.entry(module.to_owned()).or_default();
    for item in items {
        let mut names = Vec::new();
        if let Some((name, Visibility::Public(_))) = declared(item) {
            names.push(name.to_string());
        }
        if let Item::Use(u) = item
            && let Visibility::Public(_) = u.vis
        {
            names.extend(leaves(module, &u.tree).into_iter().map(|(_, name)| name));
        }
        if let Item::Enum(e) = item {
            let variants = e.variants.iter().map(|v| v.ident.to_string()).collect();
            modules.insert(format!("{module}::{}", e.ident), variants);
        }
        if let Item::Mod(inner) = item
            && let Some((_, items)) = &inner.content
        {
            collect(&format!("{module}::{}", inner.ident), items, modules);
        }
        modules.entry(module.to_owned()).or_default().extend(names);
    }
}

fn check(
    module: &str,
    items: &[Item],
    outer: &BTreeSet<String>,
    modules: &Modules,
    faults: &mut Vec<String>,
) {
    let mut known = outer.clone();
    known.extend(prelude(modules));
    known.extend(items.iter().filter_map(declared).map(|(name, _)| name.to_string()));
    for item in items {
        let Item::Use(u) = item else { continue };
        for (path, name) in leaves(module, &u.tree) {
            if name == "*" {
                known.extend(modules.get(&path).into_iter().flatten().cloned());
            }
            let found = match path.rsplit_once("::") {
                Some((parent, last)) => modules.get(parent).is_some_and(|names| names.contains(last)),
                None => modules.contains_key(&path),
            };
            if !found {
                faults.push(format!("{module}: `use crate::{path}` leads nowhere"));
            }
            known.insert(name);
        }
    }
    for item in items {
        match item {
            Item::Use(_) => {}
            Item::Mod(inner) => {
                let Some((_, items)) = &inner.content else { continue };
                // An inline module sees nothing of the module around it.
                check(&format!("{module}::{}", inner.ident), items, &BTreeSet::new(), modules, faults);
            }
            _ => mentions(module, item, &known, modules, faults),
        }
    }
}

fn prelude(modules: &Modules) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for prelude in ["prelude::v1", "prelude::rust_2024"] {
        names.extend(modules.get(prelude).into_iter().flatten().cloned());
    }
    names
}

/// Reports each capitalised name of an item that nothing declares, and each `crate::…` path that leads nowhere.
fn mentions(
    module: &str,
    item: &Item,
    known: &BTreeSet<String>,
    modules: &Modules,
    faults: &mut Vec<String>,
) {
    let own = parameters(item);
    let mut words = Vec::new();
    flatten(item.to_token_stream(), &mut words);
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |at| words[at].as_str());
        let after = words.get(at + 1).map_or("", String::as_str);
        if word == "crate" {
            check_path(module, &words[at + 1..], modules, faults);
        }
        let capital = word.starts_with(char::is_uppercase);
        let is_binding = after == "=" || after == ":";
        if capital && !is_binding && before != "::" && !known.contains(word) && !own.contains(word) {
            faults.push(format!(
                "{module}: `{word}` is not in scope in `{}`",
                words[..24.min(words.len())].join(" ")
            ));
        }
    }
}

/// Checks the path that `words` start with: `::` and a name in turns.
fn check_path(module: &str, words: &[String], modules: &Modules, faults: &mut Vec<String>) {
    let pair = |pair: &[String]| (pair.len() == 2 && pair[0] == "::").then(|| pair[1].clone());
    let names: Vec<String> = words.chunks(2).map_while(pair).collect();
    let holds =
        |parent: &[String], last: &String| modules.get(&parent.join("::")).is_some_and(|m| m.contains(last));
    if !names.split_last().is_some_and(|(last, parent)| holds(parent, last)) {
        faults.push(format!("{module}: `crate::{}` leads nowhere", names.join("::")));
    }
}

/// Names that an item declares for itself: generic parameters, associated items, variants.
fn parameters(item: &Item) -> BTreeSet<String> {
    let mut names = BTreeSet::from(["Self".to_owned()]);
    let generics = |g: &Generics, names: &mut BTreeSet<String>| {
        names.extend(g.type_params().map(|p| p.ident.to_string()));
        names.extend(g.const_params().map(|p| p.ident.to_string()));
    };
    match item {
        Item::Enum(i) => {
            generics(&i.generics, &mut names);
            names.extend(i.variants.iter().map(|v| v.ident.to_string()));
        }
        Item::Fn(i) => generics(&i.sig.generics, &mut names),
        Item::Impl(i) => {
            generics(&i.generics, &mut names);
            for item in &i.items {
                match item {
                    ImplItem::Fn(f) => generics(&f.sig.generics, &mut names),
                    ImplItem::Const(c) => drop(names.insert(c.ident.to_string())),
                    ImplItem::Type(t) => drop(names.insert(t.ident.to_string())),
                    _ => {}
                }
            }
        }
        Item::Struct(i) => generics(&i.generics, &mut names),
        Item::Trait(i) => {
            generics(&i.generics, &mut names);
            for item in &i.items {
                match item {
                    TraitItem::Fn(f) => generics(&f.sig.generics, &mut names),
                    TraitItem::Type(t) => drop(names.insert(t.ident.to_string())),
                    _ => {}
                }
            }
        }
        Item::Type(i) => generics(&i.generics, &mut names),
        Item::Union(i) => generics(&i.generics, &mut names),
        _ => {}
    }
    names
}

/// Words and punctuation of an item in order, without attributes; `::` is one word.
fn flatten(tokens: TokenStream, out: &mut Vec<String>) {
    let mut is_attribute = false;
    for token in tokens {
        match token {
            TokenTree::Group(_) if std::mem::take(&mut is_attribute) => {}
            TokenTree::Group(group) => {
                out.push("(".to_owned());
                flatten(group.stream(), out);
                out.push(")".to_owned());
            }
            TokenTree::Punct(p) if p.as_char() == '#' => is_attribute = true,
            TokenTree::Punct(p) if p.as_char() == ':' && out.last().is_some_and(|last| last == ":") => {
                out.pop();
                out.push("::".to_owned());
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => out.push(token.to_string()),
            TokenTree::Literal(_) => out.push("literal".to_owned()),
        }
    }
}
