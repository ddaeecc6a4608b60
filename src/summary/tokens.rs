//! Macro calls as own token trees: `proc_macro2`'s are neither `Send` nor free of the thread that made them.

use serde::{Deserialize, Serialize};

use super::{Name, Path};
use crate::source::Span;

/// `path!(tokens)`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MacroCall {
    /// Whole call, from the path to the closing delimiter.
    pub span: Span,
    /// What is called.
    pub path: Path,
    /// The ident after the bang, as in `macro_rules! name { … }`.
    pub ident: Option<Name>,
    /// The delimiter of the argument.
    pub delimiter: Delimiter,
    /// The argument. Left out for calls in expressions unless all bodies are kept: their text is at `span`.
    /// Documentation in it is `#[doc = ""]`, so that attributes match but words are not kept.
    pub tokens: Vec<Token>,
}

/// A macro call's delimiter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delimiter {
    /// `( )`
    Paren,
    /// `[ ]`
    Bracket,
    /// `{ }`
    Brace,
    /// An invisible group.
    None,
}

/// One token tree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Token {
    /// An identifier or keyword; `raw` for `r#name`.
    Ident { name: Name, raw: bool, span: Span },
    /// A lifetime's or operator's character; `joint` if the next punctuation follows without a space.
    Punct { char: char, joint: bool, span: Span },
    /// A literal as written.
    Literal { text: Name, span: Span },
    /// A delimited group; `span` covers the delimiters.
    Group { delimiter: Delimiter, tokens: Vec<Token>, span: Span },
}
