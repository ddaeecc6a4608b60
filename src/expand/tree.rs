//! Token trees as macros see them: operators and lifetimes are one token, what a fragment matched stays together.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::source::Span;
use crate::summary::{Delimiter, Token};

use super::Kind;

/// Where a token was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// In the call that stands in the source.
    Call(Span),
    /// In a macro's definition: which one, and where in its file.
    Definition(u32, Span),
}

/// What a [`Leaf`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeafKind {
    /// A word.
    Ident,
    /// `r#word`.
    RawIdent,
    /// `'word`.
    Lifetime,
    /// An operator. `>` is always alone, since types end with it; `joint`: an operator follows without a space.
    Punct { joint: bool },
    /// A literal as written.
    Literal,
}

/// A single token.
#[derive(Debug, Clone, Copy)]
pub struct Leaf {
    /// What it is.
    pub kind: LeafKind,
    /// As written, without `r#`.
    pub text: &'static str,
    /// Where it was written.
    pub origin: Origin,
}

impl Leaf {
    /// Whether two tokens are the same, wherever they stand.
    pub fn is_same(&self, other: &Leaf) -> bool {
        std::mem::discriminant(&self.kind) == std::mem::discriminant(&other.kind) && self.text == other.text
    }

    /// Whether it is this operator.
    pub fn is_punct(&self, text: &str) -> bool {
        matches!(self.kind, LeafKind::Punct { .. }) && self.text == text
    }

    /// Whether it is this word, which is not raw.
    pub fn is_word(&self, text: &str) -> bool {
        self.kind == LeafKind::Ident && self.text == text
    }
}

/// One token tree.
#[derive(Debug, Clone)]
pub enum Tree {
    /// A single token.
    Leaf(Leaf),
    /// `( … )`, `[ … ]`, `{ … }`.
    Group(Group),
    /// What a fragment matched: macros that it is handed on to cannot look into it.
    Fragment(Kind, Arc<[Tree]>),
}

/// A delimited group.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its delimiter.
    pub delimiter: Delimiter,
    /// What is in it.
    pub trees: Arc<[Tree]>,
    /// Where its delimiters were written.
    pub open: Origin,
    /// Likewise.
    pub close: Origin,
}

impl Tree {
    /// The token, if it is a single one.
    pub fn leaf(&self) -> Option<&Leaf> {
        match self {
            Tree::Leaf(leaf) => Some(leaf),
            _ => None,
        }
    }

    /// Whether it is this operator.
    pub fn is_punct(&self, text: &str) -> bool {
        self.leaf().is_some_and(|leaf| leaf.is_punct(text))
    }

    /// Whether it is this word.
    pub fn is_word(&self, text: &str) -> bool {
        self.leaf().is_some_and(|leaf| leaf.is_word(text))
    }

    /// The group, if it is one with that delimiter.
    pub fn group(&self, delimiter: Delimiter) -> Option<&Group> {
        match self {
            Tree::Group(group) if group.delimiter == delimiter => Some(group),
            _ => None,
        }
    }
}

/// Operators of more than one character; those that start with `>` are left apart.
const OPERATORS: [&str; 20] = [
    "<<=", "...", "..=", "<=", "==", "!=", "&&", "||", "<<", "+=", "-=", "*=", "/=", "%=", "^=", "&=", "|=",
    "..", "::", "->",
];

/// Operators of one character, and `=>`.
const SINGLE: [&str; 27] = [
    "~", "!", "@", "#", "$", "%", "^", "&", "*", "-", "=", "+", "|", ";", ":", ",", "<", ".", ">", "/", "?",
    "'", "\\", "`", "=>", "<-", "\u{0}",
];

/// Token trees of a summary as macros see them. `origin` says where what stands at a span was written.
pub fn trees(tokens: &[Token], origin: &dyn Fn(Span) -> Origin) -> Arc<[Tree]> {
    let mut out = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (tree, taken) = match token {
            Token::Ident { name, raw, span } => {
                let kind = if *raw { LeafKind::RawIdent } else { LeafKind::Ident };
                (Tree::Leaf(Leaf { kind, text: name.as_str(), origin: origin(*span) }), 1)
            }
            Token::Literal { text, span } => {
                let leaf = Leaf { kind: LeafKind::Literal, text: text.as_str(), origin: origin(*span) };
                (Tree::Leaf(leaf), 1)
            }
            Token::Punct { char: '\'', span, .. } => lifetime(&tokens[at..], *span, origin),
            Token::Punct { .. } => operator(&tokens[at..], origin),
            Token::Group { delimiter, tokens, span } => {
                let edge = |start: u32| origin(Span::new(start, start + 1));
                let (open, close) = (edge(span.start), edge(span.end.saturating_sub(1)));
                let trees = trees(tokens, origin);
                (Tree::Group(Group { delimiter: *delimiter, trees, open, close }), 1)
            }
        };
        out.push(tree);
        at += taken;
    }
    out.into()
}

fn lifetime(tokens: &[Token], quote: Span, origin: &dyn Fn(Span) -> Origin) -> (Tree, usize) {
    match tokens.get(1) {
        Some(Token::Ident { name, span, .. }) => {
            let origin = origin(quote.to(*span));
            (Tree::Leaf(Leaf { kind: LeafKind::Lifetime, text: name.as_str(), origin }), 2)
        }
        _ => {
            let kind = LeafKind::Punct { joint: false };
            (Tree::Leaf(Leaf { kind, text: "'", origin: origin(quote) }), 1)
        }
    }
}

/// The longest operator that the tokens start with.
fn operator(tokens: &[Token], origin: &dyn Fn(Span) -> Origin) -> (Tree, usize) {
    let mut chars = ['\0'; 3];
    let mut spans = [Span::default(); 3];
    let mut joints = [false; 3];
    let mut count = 0;
    for token in tokens.iter().take(3) {
        let Token::Punct { char, joint, span } = token else { break };
        (chars[count], joints[count], spans[count]) = (*char, *joint, *span);
        count += 1;
        if !joint {
            break;
        }
    }
    let fits = |text: &&&str| text.len() <= count && text.chars().eq(chars[..text.len()].iter().copied());
    let known = OPERATORS.iter().find(fits);
    let known = known.or_else(|| SINGLE.iter().rev().find(fits));
    let text = known.copied().unwrap_or("\u{0}");
    let taken = text.chars().count().clamp(1, count.max(1));
    let joint = joints[taken - 1];
    let origin = origin(spans[0].to(spans[taken - 1]));
    (Tree::Leaf(Leaf { kind: LeafKind::Punct { joint }, text, origin }), taken)
}
