//! Macro calls as own token trees: `proc_macro2`'s are neither `Send` nor free of the thread that made them.

use std::fmt::{self, Debug, Formatter};
use std::hash::Hasher;
use std::ops::Deref;
use std::sync::OnceLock;

use rustc_hash::FxHasher;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Name, Path, load, store};
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
    pub tokens: Tokens,
}

/// What a macro call or definition says. What is loaded is read when somebody asks: a dependency's calls seldom are, as
/// what they make is mostly known.
#[derive(Default)]
pub struct Tokens {
    read: OnceLock<Vec<Token>>,
    stored: Option<Stored<Box<[u8]>>>,
}

/// As [`store`] has it, with the digest.
#[derive(Serialize, Deserialize)]
struct Stored<B> {
    digest: u64,
    bytes: B,
}

impl Tokens {
    /// A number that two lists of tokens share, wherever they stand, if they say the same.
    pub fn digest(&self) -> u64 {
        match &self.stored {
            Some(stored) => stored.digest,
            None => {
                let mut hasher = FxHasher::default();
                digest(self, &mut hasher);
                hasher.finish()
            }
        }
    }
}

impl From<Vec<Token>> for Tokens {
    fn from(tokens: Vec<Token>) -> Self {
        Tokens { read: OnceLock::from(tokens), stored: None }
    }
}

impl Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        let load = || self.stored.as_ref().and_then(|stored| load(&stored.bytes).ok()).unwrap_or_default();
        self.read.get_or_init(load)
    }
}

impl Clone for Tokens {
    fn clone(&self) -> Self {
        Tokens::from(self.to_vec())
    }
}

impl PartialEq for Tokens {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Debug for Tokens {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl Serialize for Tokens {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digest = self.digest();
        match &self.stored {
            Some(Stored { bytes, .. }) => Stored { digest, bytes: &**bytes }.serialize(serializer),
            None => {
                let bytes = store(&**self).map_err(S::Error::custom)?;
                Stored { digest, bytes: &*bytes }.serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tokens {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Stored { digest, bytes } = Stored::<&[u8]>::deserialize(deserializer)?;
        Ok(Tokens { read: OnceLock::new(), stored: Some(Stored { digest, bytes: bytes.into() }) })
    }
}

/// Of names the text counts: the hash that they carry is another in each run where other crates ask for that.
fn digest(tokens: &[Token], into: &mut FxHasher) {
    let text = |text: &str, into: &mut FxHasher| {
        into.write_usize(text.len());
        into.write(text.as_bytes());
    };
    for token in tokens {
        match token {
            Token::Ident { name, raw, .. } => {
                into.write_u8(u8::from(*raw));
                text(name, into);
            }
            Token::Punct { char, joint, .. } => {
                into.write_u8(2 + u8::from(*joint));
                into.write_u32(u32::from(*char));
            }
            Token::Literal { text: literal, .. } => {
                into.write_u8(4);
                text(literal, into);
            }
            Token::Group { delimiter, tokens, .. } => {
                into.write_u8(5 + *delimiter as u8);
                digest(tokens, into);
                into.write_u8(10);
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn ident(name: &str, start: u32) -> Token {
        Token::Ident { name: Name::from(name), raw: false, span: Span::new(start, start + 1) }
    }

    fn group(tokens: Vec<Token>) -> Token {
        Token::Group { delimiter: Delimiter::Paren, tokens, span: Span::default() }
    }

    #[test]
    fn what_is_loaded_is_read_when_it_is_asked_for() {
        let tokens = Tokens::from(vec![ident("a", 0), group(vec![ident("b", 2)])]);
        let loaded: Tokens = load(&store(&tokens).unwrap()).unwrap();
        assert!(loaded.read.get().is_none());
        assert_eq!(loaded.digest(), tokens.digest());
        let again: Tokens = load(&store(&loaded).unwrap()).unwrap();
        assert!(loaded.read.get().is_none());
        assert_eq!(again, tokens);
        assert!(again.read.get().is_some());
    }

    #[test]
    fn a_digest_goes_by_what_is_said() {
        let digest = |tokens: Vec<Token>| Tokens::from(tokens).digest();
        assert_eq!(digest(vec![ident("a", 0)]), digest(vec![ident("a", 7)]));
        let unlike = [
            vec![],
            vec![ident("a", 0)],
            vec![ident("b", 0)],
            vec![ident("a", 0), ident("b", 0)],
            vec![ident("ab", 0)],
            vec![group(vec![ident("a", 0)]), ident("b", 0)],
            vec![group(vec![ident("a", 0), ident("b", 0)])],
        ];
        let digests: std::collections::BTreeSet<u64> = unlike.iter().cloned().map(digest).collect();
        assert_eq!(digests.len(), unlike.len());
    }
}
