//! Trees → text, and where each token of the text was written.

use serde::{Deserialize, Serialize};

use super::Kind;
use super::tree::{Group, Leaf, LeafKind, Origin, Tree};
use crate::source::Span;
use crate::summary::Delimiter;

/// A text with the origins of its tokens.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The text.
    pub text: String,
    /// Where its tokens were written, in order.
    pub pieces: Vec<Piece>,
}

/// A part of a text that was written elsewhere, as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Where it starts in the text.
    pub start: u32,
    /// Where it was written.
    pub origin: Origin,
}

impl Origin {
    /// The bytes there.
    pub fn span(self) -> Span {
        match self {
            Origin::Call(span) | Origin::Definition(_, span) => span,
        }
    }
}

impl Rendered {
    /// The text of `trees`.
    pub fn new(trees: &[Tree]) -> Self {
        let mut rendered = Rendered::default();
        rendered.trees(trees);
        rendered
    }

    /// Adds the text of `trees`.
    pub fn trees(&mut self, trees: &[Tree]) {
        self.within(trees, false);
    }

    /// The same; `of_call`: they are what a macro is given.
    fn within(&mut self, trees: &[Tree], of_call: bool) {
        let is_punct =
            |at: Option<usize>| at.and_then(|at| trees.get(at)).is_some_and(|tree| tree.is_punct("!"));
        for (at, tree) in trees.iter().enumerate() {
            match tree {
                Tree::Leaf(leaf) => self.leaf(leaf, trees.get(at + 1)),
                Tree::Group(group) => self.group(group, of_call || is_punct(at.checked_sub(1))),
                // What a macro is given must show that there is a visibility, if only an empty one: nothing at all
                // fits no `$vis:vis` at the end of a group. This is how the language writes it.
                Tree::Fragment(Kind::Vis, inner) if of_call && inner.is_empty() => self.bare("pub(self)"),
                Tree::Fragment(kind, inner) => {
                    let (open, close) = around(*kind, inner, trees.get(at + 1));
                    self.bare(open);
                    self.within(inner, of_call);
                    // A type that ends within `>>` must not join with what comes next.
                    if self.text.ends_with('>') {
                        self.text.push(' ');
                    }
                    self.bare(close);
                }
            }
        }
    }

    /// Adds items, each behind `before`.
    pub fn items(&mut self, trees: &[Tree], before: &str) {
        if before.is_empty() {
            return self.trees(trees);
        }
        for item in super::unfold::split(trees) {
            self.bare(before);
            self.trees(item);
        }
    }

    /// Adds text that was written nowhere.
    pub fn bare(&mut self, text: &str) {
        if !text.is_empty() {
            self.text.push_str(text);
            self.text.push(' ');
        }
    }

    /// Adds text as it was written at `origin`.
    pub fn copied(&mut self, text: &str, origin: Origin) {
        self.pieces.push(Piece { start: self.text.len() as u32, origin });
        self.text.push_str(text);
    }

    /// `next` is what follows in the same group.
    fn leaf(&mut self, leaf: &Leaf, next: Option<&Tree>) {
        self.pieces.push(Piece { start: self.text.len() as u32, origin: leaf.origin });
        if leaf.kind == LeafKind::RawIdent {
            self.text.push_str("r#");
        }
        if leaf.kind == LeafKind::Lifetime {
            self.text.push('\'');
        }
        self.text.push_str(leaf.text);
        // Operators are whole, but for those that start with `>`.
        let joint = leaf.text == ">" && leaf.kind == LeafKind::Punct { joint: true };
        if !(joint && next.is_some_and(|tree| tree.is_punct(">") || tree.is_punct("="))) {
            self.text.push(' ');
        }
    }

    fn group(&mut self, group: &Group, of_call: bool) {
        let (open, close) = match group.delimiter {
            Delimiter::Paren => ("( ", ") "),
            Delimiter::Bracket => ("[ ", "] "),
            Delimiter::Brace => ("{ ", "} "),
            Delimiter::None => ("", ""),
        };
        self.copied(open, group.open);
        self.within(&group.trees, of_call);
        self.copied(close, group.close);
    }
}

/// What must stand around a fragment so that it stays what it is.
fn around(kind: Kind, inner: &[Tree], next: Option<&Tree>) -> (&'static str, &'static str) {
    let path_follows = next.is_some_and(|tree| tree.is_punct("::"));
    let alone = matches!(inner, [Tree::Leaf(_) | Tree::Group(_)]);
    match kind {
        Kind::Expr if !alone => ("(", ")"),
        Kind::Ty if path_follows && !matches!(inner, [Tree::Leaf(_)]) => ("<", ">"),
        Kind::Ty if inner.iter().any(|tree| tree.is_punct("+")) => ("(", ")"),
        Kind::Pat if inner.iter().any(|tree| tree.is_punct("|")) => ("(", ")"),
        _ => ("", ""),
    }
}
