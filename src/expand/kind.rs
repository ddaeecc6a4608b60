//! Fragment kinds, and which tokens each can start with: what decides between a macro's ways to go on.
//!
//! The tables are rustc's (`rustc_parse::parser::nonterminal`, `rustc_ast::token`).

use super::tree::{Leaf, LeafKind, Tree};
use crate::summary::Delimiter;

/// What a fragment specifier says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    Block,
    Expr,
    Ident,
    Item,
    Lifetime,
    Literal,
    Meta,
    Pat,
    PatParam,
    Path,
    Stmt,
    Tt,
    Ty,
    Vis,
}

/// Words that no variable or type can be called.
const RESERVED: [&str; 39] = [
    "_", "as", "break", "const", "continue", "crate", "else", "enum", "extern", "false", "fn", "for", "if",
    "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self",
    "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while", "async",
    "await", "dyn",
];

/// Reserved words that start an expression.
const EXPR_WORDS: [&str; 17] = [
    "async", "break", "const", "continue", "false", "for", "if", "loop", "match", "move", "return", "true",
    "unsafe", "while", "static", "try", "yield",
];

/// Reserved words that start a type.
const TYPE_WORDS: [&str; 7] = ["_", "for", "impl", "fn", "unsafe", "extern", "dyn"];

/// Words that are paths.
const PATH_WORDS: [&str; 4] = ["self", "Self", "super", "crate"];

/// Operators that start an expression.
const EXPR_PUNCT: [&str; 14] =
    ["!", "-", "*", "|", "||", "&", "&&", "..", "...", "..=", "<", "<<", "::", "#"];

/// Operators that start a type.
const TYPE_PUNCT: [&str; 8] = ["!", "*", "&", "&&", "?", "<", "<<", "::"];

/// Operators that start a pattern.
const PAT_PUNCT: [&str; 8] = ["&", "-", "&&", "..", "...", "::", "<", "<<"];

impl Kind {
    /// The kind of that name.
    pub fn named(name: &str) -> Option<Kind> {
        Some(match name {
            "block" => Kind::Block,
            "expr" | "expr_2021" => Kind::Expr,
            "ident" => Kind::Ident,
            "item" => Kind::Item,
            "lifetime" => Kind::Lifetime,
            "literal" => Kind::Literal,
            "meta" => Kind::Meta,
            "pat" => Kind::Pat,
            "pat_param" => Kind::PatParam,
            "path" => Kind::Path,
            "stmt" => Kind::Stmt,
            "tt" => Kind::Tt,
            "ty" => Kind::Ty,
            "vis" => Kind::Vis,
            _ => return None,
        })
    }

    /// Whether what it matched is handed on as plain tokens.
    pub fn is_transparent(self) -> bool {
        matches!(self, Kind::Ident | Kind::Lifetime | Kind::Literal | Kind::Tt)
    }

    /// Whether a fragment of this kind can start with `tree`.
    pub fn can_begin(self, tree: &Tree) -> bool {
        match tree {
            Tree::Leaf(leaf) => self.can_begin_with_leaf(leaf),
            Tree::Group(group) => match self {
                Kind::Tt | Kind::Item | Kind::Stmt | Kind::Expr => true,
                Kind::Block => group.delimiter == Delimiter::Brace,
                Kind::Ty | Kind::Pat | Kind::PatParam => group.delimiter != Delimiter::Brace,
                Kind::Vis => group.delimiter != Delimiter::Brace,
                _ => false,
            },
            Tree::Fragment(kind, inner) => self.can_begin_with_fragment(*kind, inner),
        }
    }

    fn can_begin_with_leaf(self, leaf: &Leaf) -> bool {
        let is_word = matches!(leaf.kind, LeafKind::Ident | LeafKind::RawIdent);
        let is_punct = matches!(leaf.kind, LeafKind::Punct { .. });
        let literal = leaf.kind == LeafKind::Literal;
        let lifetime = leaf.kind == LeafKind::Lifetime;
        match self {
            Kind::Tt | Kind::Item | Kind::Stmt => true,
            Kind::Block => false,
            Kind::Ident => is_word && leaf.text != "_",
            Kind::Lifetime => lifetime,
            Kind::Literal => literal || leaf.is_punct("-") || leaf.is_word("true") || leaf.is_word("false"),
            Kind::Path | Kind::Meta => is_word || leaf.is_punct("::"),
            Kind::Expr => {
                literal
                    || lifetime
                    || is_punct && EXPR_PUNCT.contains(&leaf.text)
                    || is_word && (!is_reserved(leaf) || EXPR_WORDS.contains(&leaf.text))
            }
            Kind::Ty => can_begin_type(leaf),
            Kind::Pat => {
                is_word || literal || is_punct && (PAT_PUNCT.contains(&leaf.text) || leaf.text == "|")
            }
            Kind::PatParam => is_word || literal || is_punct && PAT_PUNCT.contains(&leaf.text),
            Kind::Vis => is_word || leaf.is_punct(",") || can_begin_type(leaf),
        }
    }

    fn can_begin_with_fragment(self, kind: Kind, inner: &[Tree]) -> bool {
        match self {
            Kind::Tt | Kind::Item | Kind::Stmt | Kind::Vis => true,
            Kind::Expr => matches!(kind, Kind::Expr | Kind::Block | Kind::Path | Kind::Ty),
            Kind::Ty => matches!(kind, Kind::Ty | Kind::Path),
            Kind::Path => matches!(kind, Kind::Path | Kind::Ty),
            Kind::Pat | Kind::PatParam => {
                matches!(kind, Kind::Pat | Kind::PatParam | Kind::Expr | Kind::Path | Kind::Ty)
            }
            Kind::Meta => matches!(kind, Kind::Meta | Kind::Path),
            Kind::Literal => kind == Kind::Expr && is_literal(inner),
            Kind::Block => kind == Kind::Block,
            Kind::Ident | Kind::Lifetime => false,
        }
    }
}

/// Whether an expression is a literal, which may have a minus.
fn is_literal(expr: &[Tree]) -> bool {
    match expr {
        [minus, literal] if minus.is_punct("-") => is_literal(std::slice::from_ref(literal)),
        [Tree::Leaf(leaf)] => leaf.kind == LeafKind::Literal || leaf.is_word("true") || leaf.is_word("false"),
        [Tree::Fragment(Kind::Expr, inner)] => is_literal(inner),
        _ => false,
    }
}

fn can_begin_type(leaf: &Leaf) -> bool {
    match leaf.kind {
        LeafKind::Ident => !is_reserved(leaf) || TYPE_WORDS.contains(&leaf.text),
        LeafKind::RawIdent | LeafKind::Lifetime => true,
        LeafKind::Punct { .. } => TYPE_PUNCT.contains(&leaf.text),
        LeafKind::Literal => false,
    }
}

/// Whether a word is neither a name nor a path's `self`, `Self`, `super`, `crate`.
pub(super) fn is_reserved(leaf: &Leaf) -> bool {
    leaf.kind == LeafKind::Ident && RESERVED.contains(&leaf.text) && !PATH_WORDS.contains(&leaf.text)
}
