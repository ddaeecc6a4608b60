//! How many trees a type, a path or a pattern takes.

use super::Kind;
use super::tree::{LeafKind, Tree};
use crate::summary::Delimiter;

/// Behind the `>` that closes the `<` or `<<` at `at`.
pub(super) fn angle_end(trees: &[Tree], at: usize) -> usize {
    let mut depth = 0usize;
    for (index, tree) in trees.iter().enumerate().skip(at) {
        let Some(leaf) = tree.leaf().filter(|leaf| matches!(leaf.kind, LeafKind::Punct { .. })) else {
            continue;
        };
        match leaf.text {
            "<" | "<-" => depth += 1,
            "<<" => depth += 2,
            ">" => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            return index + 1;
        }
    }
    trees.len()
}

/// How many trees a type takes from the start, with the bounds behind `+` if `bounds`.
pub(super) fn ty_len(trees: &[Tree], bounds: bool) -> usize {
    let mut at = prefix_len(trees);
    at += match trees.get(at) {
        None => return at,
        Some(Tree::Fragment(..)) if !is_followed_by_path(trees, at) => 1,
        Some(Tree::Group(_)) => 1,
        Some(tree) if tree.is_punct("!") || tree.is_word("_") => 1,
        Some(tree) if tree.is_word("impl") || tree.is_word("dyn") => {
            // `dyn` is a name before 2018, and a path's start.
            1 + bounds_len(&trees[at + 1..])
        }
        Some(tree) if tree.is_word("for") => {
            let behind = at + 1;
            let end = if trees.get(behind).is_some_and(|tree| tree.is_punct("<")) {
                angle_end(trees, behind)
            } else {
                behind
            };
            end - at + ty_len(&trees[end..], bounds)
        }
        Some(tree) if ["unsafe", "extern", "fn"].iter().any(|word| tree.is_word(word)) => {
            fn_pointer_len(&trees[at..])
        }
        Some(_) => bound_len(&trees[at..]),
    };
    if bounds && trees.get(at).is_some_and(|tree| tree.is_punct("+")) {
        at += 1 + bounds_len(&trees[at + 1..]);
    }
    at
}

/// `&'a mut`, `*const`, also several.
fn prefix_len(trees: &[Tree]) -> usize {
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        if tree.is_punct("&") || tree.is_punct("&&") {
            at += 1;
            if trees.get(at).and_then(Tree::leaf).is_some_and(|leaf| leaf.kind == LeafKind::Lifetime) {
                at += 1;
            }
            at += usize::from(trees.get(at).is_some_and(|tree| tree.is_word("mut")));
        } else if tree.is_punct("*")
            && trees.get(at + 1).is_some_and(|tree| tree.is_word("const") || tree.is_word("mut"))
        {
            at += 2;
        } else {
            break;
        }
    }
    at
}

fn fn_pointer_len(trees: &[Tree]) -> usize {
    let mut at = 0;
    while trees.get(at).is_some_and(|tree| tree.group(Delimiter::Paren).is_none()) {
        at += 1;
    }
    at += 1;
    if trees.get(at).is_some_and(|tree| tree.is_punct("->")) {
        at += 1 + ty_len(&trees[at + 1..], false);
    }
    at.min(trees.len())
}

/// Bounds between `+`.
fn bounds_len(trees: &[Tree]) -> usize {
    let mut at = bound_len(trees);
    while trees.get(at).is_some_and(|tree| tree.is_punct("+")) {
        at += 1;
        at += bound_len(trees.get(at..).unwrap_or_default());
    }
    at
}

fn bound_len(trees: &[Tree]) -> usize {
    let Some(first) = trees.first() else { return 0 };
    match first {
        Tree::Group(_) => 1,
        Tree::Leaf(leaf) if leaf.kind == LeafKind::Lifetime => 1,
        tree if tree.is_punct("?") => 1 + bound_len(&trees[1..]),
        tree if tree.is_word("for") && trees.get(1).is_some_and(|tree| tree.is_punct("<")) => {
            let end = angle_end(trees, 1);
            end + bound_len(&trees[end..])
        }
        _ => {
            let path = path_len(trees, true);
            let bang = trees.get(path).is_some_and(|tree| tree.is_punct("!"));
            let call = bang && matches!(trees.get(path + 1), Some(Tree::Group(_)));
            if call { path + 2 } else { path }
        }
    }
}

fn is_followed_by_path(trees: &[Tree], at: usize) -> bool {
    trees.get(at + 1).is_some_and(|tree| tree.is_punct("::"))
}

/// How many trees a path takes. `ty`: arguments need no `::` before them, and `Fn(A) -> B` is one.
pub(super) fn path_len(trees: &[Tree], ty: bool) -> usize {
    let is = |at: usize, text: &str| trees.get(at).is_some_and(|tree| tree.is_punct(text));
    let mut at = match trees.first() {
        Some(first) if first.is_punct("<") || first.is_punct("<<") => angle_end(trees, 0),
        _ => 0,
    };
    if is(at, "::") {
        at += 1;
    }
    loop {
        at += match trees.get(at) {
            // `$crate` is two tokens until it is transcribed.
            Some(tree) if tree.is_punct("$") => 2,
            Some(Tree::Fragment(..)) => 1,
            Some(Tree::Leaf(leaf)) if matches!(leaf.kind, LeafKind::Ident | LeafKind::RawIdent) => 1,
            _ => return at.min(trees.len()),
        };
        if is(at, "::") && (is(at + 1, "<") || is(at + 1, "<<")) {
            at = angle_end(trees, at + 1);
        } else if ty && (is(at, "<") || is(at, "<<")) {
            at = angle_end(trees, at);
        } else if ty && trees.get(at).is_some_and(|tree| tree.group(Delimiter::Paren).is_some()) {
            at += 1;
            if is(at, "->") {
                at += 1 + ty_len(&trees[at + 1..], false);
            }
        }
        if !is(at, "::") {
            return at.min(trees.len());
        }
        at += 1;
    }
}

/// How many trees a pattern takes: up to what can follow one.
pub(super) fn pat_len(trees: &[Tree], kind: Kind) -> usize {
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        match tree {
            Tree::Leaf(leaf) if leaf.is_word("if") || leaf.is_word("in") => break,
            Tree::Leaf(leaf) if matches!(leaf.kind, LeafKind::Punct { .. }) => match leaf.text {
                "=>" | "," | "=" | ";" | ":" => break,
                "|" if kind == Kind::PatParam => break,
                "<" | "<<" => {
                    at = angle_end(trees, at);
                    continue;
                }
                _ => {}
            },
            _ => {}
        }
        at += 1;
    }
    at
}
