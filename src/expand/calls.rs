//! Macro calls among the tokens of a body, and what they make in their place.

use super::fragment::attributes_len;
use super::kind::is_reserved;
use super::paste::is_paste;
use super::tree::{Group, Leaf, LeafKind, Origin, Tree};
use super::types::path_len;
use super::{Kind, MAX_DEPTH};
use crate::summary::{Delimiter, Name};

/// Calls within what calls make: more are left as they are.
const MAX_CALLS: usize = 32;

/// Macros whose argument is no code of the body.
const OPAQUE: [&str; 5] = ["quote", "quote_spanned", "parse_quote", "parse_quote_spanned", "stringify"];

/// What a call makes, by its path and its argument; `None`: it stays as it is.
pub type Make<'m> = dyn FnMut(&[Tree], &Group) -> Option<Vec<Tree>> + 'm;

/// What a call, given with its path and argument, makes in the end: calls within what it makes included. `statement`: it
/// is one. `None`: it stays as it is.
pub fn expand_call(call: &[Tree], statement: bool, make: &mut Make) -> Option<Vec<Tree>> {
    let (path, group) = call_at(call, 0)?;
    let position = if statement { Position::Statement } else { Position::Within };
    Walk { make, calls: 0, groups: 0 }.called(&call[..path], group, position)
}

struct Walk<'w, 'm> {
    make: &'w mut Make<'m>,
    /// How many calls, and how many groups, are around.
    calls: usize,
    groups: usize,
}

/// What trees are.
#[derive(Clone, Copy, PartialEq)]
enum Content {
    /// Statements of a block, whose last one may be its value.
    Block,
    /// Statements that a macro makes.
    Statements,
    /// Items of an impl, a trait, a module.
    Items,
    /// Anything else.
    Parts,
}

/// Where a call stands.
#[derive(Clone, Copy, PartialEq)]
enum Position {
    /// Where a statement does, with a `;` behind it or where none is needed.
    Statement,
    /// The same with braces, and more behind it.
    Braced,
    /// The same behind attributes.
    Attributed,
    /// Where an item does.
    Item,
    /// Within an expression, a pattern or a type.
    Within,
}

impl Walk<'_, '_> {
    /// What trees are with what their calls make; `None`: the same.
    fn trees(&mut self, trees: &[Tree], content: Content) -> Option<Vec<Tree>> {
        let mut out = Changed { trees, out: Vec::new(), done: 0 };
        let mut at = 0;
        while let Some(tree) = trees.get(at) {
            if tree.is_word("macro_rules") && trees.get(at + 1).is_some_and(|next| next.is_punct("!")) {
                at += 4;
                continue;
            }
            let Some((path, group)) = call_at(trees, at) else {
                let items = tree.group(Delimiter::Brace).is_some() && holds_items(&trees[..at]);
                let content = if items { Content::Items } else { Content::Block };
                if let Some(new) = self.tree(tree, content) {
                    out.instead_of(at..at + 1).push(new);
                }
                at += 1;
                continue;
            };
            let name = &trees[at..at + path];
            let behind = at + path + 2;
            let position = position(trees, at, behind, content, group);
            match self.called(name, group, position) {
                Some(made) => {
                    let ends = position == Position::Item
                        && trees.get(behind).is_some_and(|next| next.is_punct(";"));
                    let out = out.instead_of(at..behind + usize::from(ends));
                    Self::put(made, position, group.close, out);
                    at += usize::from(ends);
                }
                None => {
                    let opaque =
                        name.last().and_then(Tree::leaf).is_some_and(|leaf| OPAQUE.contains(&leaf.text));
                    let new = (!opaque).then(|| self.tree(&trees[behind - 1], Content::Block)).flatten();
                    new.into_iter().for_each(|new| out.instead_of(behind - 1..behind).push(new));
                }
            }
            at += path + 2;
        }
        out.finish()
    }

    /// The same of one tree. `content`: what is in it, if it has braces.
    fn tree(&mut self, tree: &Tree, content: Content) -> Option<Tree> {
        if self.groups >= MAX_DEPTH {
            return None;
        }
        self.groups += 1;
        let walked = match tree {
            Tree::Leaf(_) => None,
            Tree::Group(group) => {
                let content = if group.delimiter == Delimiter::Brace { content } else { Content::Parts };
                let trees = self.trees(&group.trees, content);
                trees.map(|trees| Tree::Group(Group { trees: trees.into(), ..group.clone() }))
            }
            Tree::Fragment(kind, inner) => {
                let content = if *kind == Kind::Stmt { Content::Statements } else { Content::Parts };
                self.trees(inner, content).map(|trees| Tree::Fragment(*kind, trees.into()))
            }
        };
        self.groups -= 1;
        walked
    }

    /// What a call makes in the end.
    fn called(&mut self, path: &[Tree], group: &Group, position: Position) -> Option<Vec<Tree>> {
        if self.calls >= MAX_CALLS {
            return None;
        }
        let mut made = (self.make)(path, group)?;
        // What `paste!` makes has no names of its own.
        if !is_paste(path.iter().filter_map(Tree::leaf).map(|leaf| leaf.text).filter(|text| *text != "::")) {
            rename_hidden(&mut made, group);
        }
        self.calls += 1;
        if position == Position::Within {
            // A macro may end its expression with a `;`.
            while made.last().is_some_and(|last| last.is_punct(";")) {
                made.pop();
            }
        }
        let content = match position {
            Position::Statement | Position::Braced => Content::Statements,
            Position::Attributed => Content::Block,
            Position::Item => Content::Items,
            Position::Within => Content::Parts,
        };
        let walked = self.trees(&made, content);
        self.calls -= 1;
        Some(walked.unwrap_or(made))
    }

    /// Adds what a call whose argument ends at `end` made.
    fn put(made: Vec<Tree>, position: Position, end: Origin, out: &mut Vec<Tree>) {
        match position {
            Position::Statement | Position::Item => out.extend(made),
            Position::Braced => {
                let ends = made
                    .last()
                    .is_none_or(|last| last.is_punct(";") || last.group(Delimiter::Brace).is_some());
                out.extend(made);
                if ends {
                    return;
                }
                let kind = LeafKind::Punct { joint: false };
                out.push(Tree::Leaf(Leaf { kind, text: ";", origin: end }));
            }
            Position::Attributed => {
                let (delimiter, trees) = (Delimiter::Brace, made.into());
                out.push(Tree::Group(Group { delimiter, trees, open: end, close: end }));
            }
            Position::Within => out.push(Tree::Fragment(Kind::Expr, made.into())),
        }
    }
}

/// Trees of which some are replaced: they are copied only then.
struct Changed<'t> {
    trees: &'t [Tree],
    /// Stands for the first `done` of them.
    out: Vec<Tree>,
    done: usize,
}

impl Changed<'_> {
    /// Where what stands for these trees is to be added.
    fn instead_of(&mut self, trees: std::ops::Range<usize>) -> &mut Vec<Tree> {
        self.out.extend_from_slice(&self.trees[self.done..trees.start]);
        self.done = trees.end;
        &mut self.out
    }

    fn finish(mut self) -> Option<Vec<Tree>> {
        (self.done > 0).then(|| {
            self.out.extend_from_slice(&self.trees[self.done..]);
            self.out
        })
    }
}

/// How many trees the path of the call at `at` has, and its argument, if there is one.
fn call_at(trees: &[Tree], at: usize) -> Option<(usize, &Group)> {
    let first = trees.get(at)?.leaf()?;
    let is_name = matches!(first.kind, LeafKind::Ident | LeafKind::RawIdent) || first.is_punct("::");
    let continues =
        at.checked_sub(1).is_some_and(|before| trees[before].is_punct(".") || trees[before].is_punct("::"));
    if !is_name || continues {
        return None;
    }
    let len = path_len(&trees[at..], false);
    let is_call = len > 0 && trees.get(at + len)?.is_punct("!");
    match trees.get(at + len + 1) {
        Some(Tree::Group(group)) if is_call => Some((len, group)),
        _ => None,
    }
}

fn position(trees: &[Tree], at: usize, behind: usize, content: Content, group: &Group) -> Position {
    let before = at.checked_sub(1).map(|before| &trees[before]);
    let attributed = matches!(before, Some(Tree::Group(group)) if group.delimiter == Delimiter::Bracket)
        && at.checked_sub(2).is_some_and(|hash| trees[hash].is_punct("#"));
    let starts = match before {
        None => true,
        Some(Tree::Group(group)) => group.delimiter == Delimiter::Brace || attributed,
        Some(tree) => tree.is_punct(";"),
    };
    let next = trees.get(behind);
    let braced = group.delimiter == Delimiter::Brace;
    // The last one of a block is an expression, unless it has braces.
    let ends = next.map_or(braced || content == Content::Statements, |next| next.is_punct(";"));
    let goes_on = next.and_then(Tree::leaf).is_some_and(|leaf| {
        matches!(leaf.kind, LeafKind::Punct { .. })
            && !matches!(leaf.text, "#" | "*" | "&" | "-" | "!" | "::" | "<")
    });
    match (content != Content::Parts && starts, ends) {
        (true, _) if content == Content::Items => Position::Item,
        (true, true) if attributed => Position::Attributed,
        (true, true) => Position::Statement,
        (true, false) if braced && !goes_on && attributed => Position::Attributed,
        (true, false) if braced && !goes_on => Position::Braced,
        _ => Position::Within,
    }
}

/// Whether the braces behind these trees are those of an impl, a trait or a module.
fn holds_items(before: &[Tree]) -> bool {
    let ends = |tree: &Tree| tree.is_punct(";") || tree.group(Delimiter::Brace).is_some();
    let start = before.iter().rposition(ends).map_or(0, |end| end + 1);
    let item = &before[start..];
    let item = &item[attributes_len(item)..];
    let leading = |tree: &&Tree| {
        ["pub", "unsafe", "default", "auto"].iter().any(|word| tree.is_word(word))
            || matches!(tree, Tree::Group(_) | Tree::Fragment(Kind::Vis, _))
    };
    item.iter().find(|tree| !leading(tree)).is_some_and(|first| {
        ["impl", "trait", "mod", "extern"].iter().any(|word| first.is_word(word))
            && !item.iter().any(|tree| tree.is_word("fn"))
    })
}

/// Hygiene: a variable that a macro's own tokens bind hides none of the caller's. It gets another name where the
/// argument has that word too.
fn rename_hidden(made: &mut [Tree], group: &Group) {
    let mut bound = Vec::new();
    binders(made, &mut bound);
    if bound.is_empty() {
        return;
    }
    bound.retain(|name| holds_word(&group.trees, name));
    if !bound.is_empty() {
        rename(made, &bound);
    }
}

/// Names of a macro's own tokens that stand behind `let`, `for`, `|` and the like.
fn binders(trees: &[Tree], bound: &mut Vec<&'static str>) {
    for (at, tree) in trees.iter().enumerate() {
        match tree {
            Tree::Leaf(leaf) => {
                let before = at.checked_sub(1).map(|before| &trees[before]);
                let binds = before.is_some_and(|before| {
                    ["let", "mut", "for", "ref"].iter().any(|word| before.is_word(word))
                        || before.is_punct("|")
                });
                if binds && is_own_word(leaf) && is_variable(leaf) {
                    bound.push(leaf.text);
                }
            }
            Tree::Group(group) => binders(&group.trees, bound),
            Tree::Fragment(..) => {}
        }
    }
}

/// Whether a word can be a variable's name: what is behind the `for` of an impl mostly is none, nor is the `self` of
/// `&mut self`.
fn is_variable(leaf: &Leaf) -> bool {
    !leaf.text.starts_with(char::is_uppercase) && leaf.text != "self" && !is_reserved(leaf)
}

fn is_own_word(leaf: &Leaf) -> bool {
    leaf.kind == LeafKind::Ident && matches!(leaf.origin, Origin::Definition(..))
}

fn holds_word(trees: &[Tree], word: &str) -> bool {
    trees.iter().any(|tree| match tree {
        Tree::Leaf(leaf) => leaf.is_word(word),
        Tree::Group(group) => holds_word(&group.trees, word),
        Tree::Fragment(_, inner) => holds_word(inner, word),
    })
}

/// Whether there is something to rename among trees: the groups of a caller stay shared.
fn holds_own_word(trees: &[Tree], words: &[&str]) -> bool {
    trees.iter().any(|tree| match tree {
        Tree::Leaf(leaf) => is_own_word(leaf) && words.contains(&leaf.text),
        Tree::Group(group) => holds_own_word(&group.trees, words),
        Tree::Fragment(..) => false,
    })
}

fn rename(trees: &mut [Tree], bound: &[&str]) {
    for at in 0..trees.len() {
        let is_member = at
            .checked_sub(1)
            .is_some_and(|before| trees[before].is_punct(".") || trees[before].is_punct("::"));
        let is_path = trees.get(at + 1).is_some_and(|next| next.is_punct("::") || next.is_punct("!"));
        match &mut trees[at] {
            Tree::Leaf(leaf) if is_own_word(leaf) && !is_member && !is_path && bound.contains(&leaf.text) => {
                leaf.text = Name::from(format!("{}_of_macro", leaf.text).as_str()).as_str();
            }
            Tree::Group(group) if holds_own_word(&group.trees, bound) => {
                let mut inner = group.trees.to_vec();
                rename(&mut inner, bound);
                group.trees = inner.into();
            }
            _ => {}
        }
    }
}
