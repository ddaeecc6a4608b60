//! How many trees a fragment takes.
//!
//! No parser is needed: what may follow a fragment is restricted by the language (an expression ends before `,`,
//! `;` or `=>`), a fragment that cannot be parsed is an error of the caller's that no other arm heals, and code
//! under check compiles. So it is enough to find the end.

use super::Kind;
use super::kind::is_reserved;
use super::tree::{LeafKind, Tree};
use super::types::{angle_end, pat_len, path_len, ty_len};
use crate::summary::Delimiter;

/// Words that start items and nothing else.
const ITEM_WORDS: [&str; 10] =
    ["use", "type", "fn", "struct", "enum", "trait", "impl", "mod", "pub", "macro_rules"];

/// How many trees a fragment takes from the start; `None`: it cannot be there.
pub(super) fn fragment_len(kind: Kind, trees: &[Tree]) -> Option<usize> {
    let word = |at: usize, text: &str| trees.get(at).is_some_and(|tree| tree.is_word(text));
    let first = trees.first();
    let taken = match kind {
        Kind::Vis => return Some(vis_len(trees)),
        Kind::Tt => tt_len(trees),
        Kind::Ident | Kind::Lifetime | Kind::Block => 1,
        Kind::Literal => 1 + usize::from(first?.is_punct("-")),
        Kind::Expr => expr_len(trees),
        Kind::Ty => ty_len(trees, true),
        Kind::Path => path_len(trees, true),
        Kind::Pat | Kind::PatParam => pat_len(trees, kind),
        Kind::Item => item_len(trees),
        Kind::Stmt if word(0, "let") => let_len(trees),
        Kind::Stmt if starts_item(trees) => item_len(trees),
        Kind::Stmt => expr_len(trees),
        Kind::Meta => meta_len(trees),
    };
    (0 < taken && taken <= trees.len()).then_some(taken)
}

/// One token of the language: `>>=` is one although it is three here.
fn tt_len(trees: &[Tree]) -> usize {
    let joint = |at: usize, texts: &[&str]| {
        let before = trees.get(at - 1).and_then(Tree::leaf).map(|leaf| leaf.kind);
        before == Some(LeafKind::Punct { joint: true })
            && trees.get(at).is_some_and(|tree| texts.iter().any(|text| tree.is_punct(text)))
    };
    match trees.first() {
        Some(first) if first.is_punct(">") => match (joint(1, &[">"]), joint(1, &["="])) {
            (true, _) => 2 + usize::from(joint(2, &["="])),
            (false, true) => 2,
            (false, false) => 1,
        },
        _ => 1,
    }
}

pub(super) fn vis_len(trees: &[Tree]) -> usize {
    match trees.first() {
        Some(Tree::Fragment(Kind::Vis, _)) => 1,
        Some(tree) if tree.is_word("pub") => {
            let scope = trees.get(1).and_then(|tree| tree.group(Delimiter::Paren));
            // `struct S(pub (A, B))` has a type in parentheses.
            let restricts =
                |first: &Tree| ["crate", "self", "super", "in"].iter().any(|word| first.is_word(word));
            1 + usize::from(scope.is_some_and(|scope| scope.trees.first().is_some_and(restricts)))
        }
        _ => 0,
    }
}

fn meta_len(trees: &[Tree]) -> usize {
    if let Some(Tree::Fragment(Kind::Meta, _)) = trees.first() {
        return 1;
    }
    let path = path_len(trees, false);
    match trees.get(path) {
        Some(Tree::Group(_)) => path + 1,
        Some(tree) if tree.is_punct("=") => path + 1 + expr_len(&trees[path + 1..]),
        _ => path,
    }
}

/// Up to what can follow an expression: also another one, as `$($n:expr)*` has them. Commas within arguments and closures'
/// parameters are part of it.
pub(super) fn expr_len(trees: &[Tree]) -> usize {
    let mut at = 0;
    // Whether an operand comes next.
    let mut operand = true;
    while let Some(tree) = trees.get(at) {
        if !operand && starts_another(trees, at) {
            break;
        }
        let Tree::Leaf(leaf) = tree else {
            (at, operand) = (at + 1, false);
            continue;
        };
        match leaf.kind {
            LeafKind::Ident if leaf.text == "as" => {
                at += 1;
                at += ty_len(&trees[at..], false);
                operand = false;
                continue;
            }
            LeafKind::Ident => {
                operand = is_reserved(leaf) && !matches!(leaf.text, "true" | "false" | "await" | "_")
            }
            LeafKind::RawIdent | LeafKind::Literal => operand = false,
            // `break 'a 1`
            LeafKind::Lifetime => operand = true,
            LeafKind::Punct { .. } => match leaf.text {
                "," | ";" | "=>" => break,
                "::" if trees.get(at + 1).is_some_and(|tree| tree.is_punct("<") || tree.is_punct("<<")) => {
                    (at, operand) = (angle_end(trees, at + 1), false);
                    continue;
                }
                "<" | "<<" if operand => {
                    (at, operand) = (angle_end(trees, at), false);
                    continue;
                }
                "|" if operand => {
                    let close = trees[at + 1..].iter().position(|tree| tree.is_punct("|"));
                    at = close.map_or(trees.len(), |close| at + 1 + close);
                }
                "->" => {
                    at += 1;
                    at += ty_len(&trees[at..], false);
                    continue;
                }
                "#" if operand => at += 1,
                "." | "?" => operand = false,
                _ => operand = true,
            },
        }
        at += 1;
    }
    at.min(trees.len())
}

/// Whether what stands directly behind a whole operand cannot be part of the same expression.
fn starts_another(trees: &[Tree], at: usize) -> bool {
    let is_member = at.checked_sub(1).is_some_and(|before| trees[before].is_punct("."));
    let is_operand = match &trees[at] {
        Tree::Leaf(leaf) => match leaf.kind {
            LeafKind::Ident => !is_reserved(leaf) || matches!(leaf.text, "true" | "false"),
            LeafKind::RawIdent | LeafKind::Literal => true,
            LeafKind::Lifetime | LeafKind::Punct { .. } => false,
        },
        Tree::Fragment(kind, _) => matches!(kind, Kind::Expr | Kind::Ident | Kind::Literal | Kind::Path),
        Tree::Group(_) => false,
    };
    at > 0 && is_operand && !is_member
}

/// `let pat: Type = value else { … }`, without the semicolon.
fn let_len(trees: &[Tree]) -> usize {
    let is = |at: usize, text: &str| trees.get(at).is_some_and(|tree| tree.is_punct(text));
    let mut at = 1;
    at += pat_len(&trees[at..], Kind::Pat);
    if is(at, ":") {
        at += 1;
        at += ty_len(&trees[at..], true);
    }
    if is(at, "=") {
        at += 1;
        at += expr_len(&trees[at..]);
    }
    at
}

fn starts_item(trees: &[Tree]) -> bool {
    let at = attributes_len(trees);
    let word = |at: usize, words: &[&str]| {
        trees.get(at).is_some_and(|tree| words.iter().any(|word| tree.is_word(word)))
    };
    match trees.get(at) {
        Some(Tree::Fragment(kind, _)) => matches!(kind, Kind::Item | Kind::Vis),
        Some(_) if word(at, &ITEM_WORDS) => true,
        Some(_) if word(at, &["const", "static"]) => {
            let named =
                trees.get(at + 1).and_then(Tree::leaf).is_some_and(|leaf| leaf.kind == LeafKind::Ident);
            named && !word(at + 1, &["move"])
        }
        Some(_) if word(at, &["unsafe", "async"]) => {
            word(at + 1, &["fn", "impl", "trait", "extern", "unsafe"])
        }
        Some(_) if word(at, &["extern"]) => true,
        Some(_) if word(at, &["union"]) => {
            trees.get(at + 1).and_then(Tree::leaf).is_some_and(|leaf| leaf.kind == LeafKind::Ident)
        }
        _ => false,
    }
}

pub(super) fn attributes_len(trees: &[Tree]) -> usize {
    let mut at = 0;
    while trees.get(at).is_some_and(|tree| tree.is_punct("#")) {
        at += 1 + usize::from(trees.get(at + 1).is_some_and(|tree| tree.is_punct("!"))) + 1;
    }
    at.min(trees.len())
}

/// One item with its attributes.
pub(super) fn item_len(trees: &[Tree]) -> usize {
    let mut at = attributes_len(trees);
    if matches!(trees.get(at), Some(Tree::Fragment(Kind::Item | Kind::Stmt, _))) {
        return at + 1;
    }
    at += vis_len(&trees[at..]);
    let word = |at: usize, text: &str| trees.get(at).is_some_and(|tree| tree.is_word(text));
    let is_value = |at: usize| {
        word(at, "static")
            || word(at, "const") && !["fn", "unsafe", "async", "extern"].iter().any(|next| word(at + 1, next))
    };
    if word(at, "use") || word(at, "type") || is_value(at) || word(at, "extern") && word(at + 1, "crate") {
        let end = trees[at..].iter().position(|tree| tree.is_punct(";"));
        return end.map_or(trees.len(), |end| at + end + 1);
    }
    let path = path_len(&trees[at..], false);
    if path > 0 && trees.get(at + path).is_some_and(|tree| tree.is_punct("!")) && !word(at, "impl") {
        return at + path + 1 + call_len(&trees[at + path + 1..]);
    }
    while let Some(tree) = trees.get(at) {
        if tree.is_punct("<") || tree.is_punct("<<") {
            at = angle_end(trees, at);
            continue;
        }
        at += 1;
        if tree.is_punct(";")
            || tree.group(Delimiter::Brace).is_some()
            || matches!(tree, Tree::Fragment(Kind::Block, _))
        {
            break;
        }
    }
    at
}

/// What follows the bang of a macro call where items stand.
fn call_len(trees: &[Tree]) -> usize {
    let named = usize::from(trees.first().is_some_and(|tree| tree.leaf().is_some()));
    let brace = trees.get(named).is_some_and(|tree| tree.group(Delimiter::Brace).is_some());
    let semicolon = !brace && trees.get(named + 1).is_some_and(|tree| tree.is_punct(";"));
    named + 1 + usize::from(semicolon)
}
