//! How deeply a text may nest, bounded from above before any recursion sees it.
//!
//! A stack overflow cannot be caught, so the bound must hold for every text, Rust or not; where it cannot tell it
//! counts too much. Each level of the parser's recursion consumes a token: within one group those tokens are added
//! up between separators that no recursion crosses, and the sums of the groups around a token are added to its own.

use super::scan::{Kind, Lexeme};

/// What a token counts that can make the parser go one level deeper.
const DEEPER: usize = 8;

/// What a token counts that can only make the tree lean one step more to the left (`.`, `?`, `+`, `()` after a
/// callee): the parser has a loop for these, dropping the tree has a small recursion.
const LEFT: usize = 1;

/// The most that may come together.
const LIMIT: usize = 4_000 * DEEPER;

/// The most groups within each other, macro arguments included.
const MAX_GROUPS: usize = 4_000;

/// What a [`Counter`] finds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Bound {
    /// The first token that may lie too deep.
    pub too_deep: Option<usize>,
    /// Starts of macro arguments (their delimiter, in ascending order) that are too deep to be parsed as code.
    pub deep_macros: Vec<u32>,
}

/// What stands before a token, as far as it decides what the token can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// A word that is an operand: an operator behind it is binary, a `<` may open arguments.
    Ident,
    /// Another end of an operand: an operator behind it is binary.
    Value,
    /// A `}`.
    Brace,
    Keyword,
    /// Anything else, also the start of a group.
    Other,
    /// This operator character, which ends at this byte.
    Punct(u8, usize),
}

/// One group, or the file.
#[derive(Default)]
struct Frame {
    /// What the groups around it count, up to the macro call that it is part of.
    outside: usize,
    /// What counts since the last separator.
    count: usize,
    /// `<` without their `>` since the last separator that ends statements.
    angles: usize,
    /// Whether a closure's `|` may have been open since then.
    pipes: bool,
    /// The macro argument that it is part of.
    in_macro: Option<u32>,
    /// Whether it belongs to an attribute.
    attribute: bool,
}

impl Frame {
    fn separate(&mut self) {
        self.count = 0;
        self.angles = 0;
        self.pipes = false;
    }
}

impl Before {
    fn is_operand(self) -> bool {
        matches!(self, Before::Ident | Before::Value)
    }

    fn is_punct(self, byte: u8) -> bool {
        matches!(self, Before::Punct(before, _) if before == byte)
    }
}

/// Bounds the nesting of a text as its tokens come by.
pub(super) struct Counter<'t> {
    text: &'t str,
    /// Whether the text is too small to nest too deeply.
    small: bool,
    frames: Vec<Frame>,
    frame: Frame,
    before: Before,
    /// What stands before `before`, and before that: to know macro calls.
    earlier: [Before; 2],
    found: Bound,
}

impl<'t> Counter<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Counter {
            text,
            small: text.len() * DEEPER <= LIMIT,
            frames: Vec::new(),
            frame: Frame::default(),
            before: Before::Other,
            earlier: [Before::Other; 2],
            found: Bound::default(),
        }
    }

    pub(super) fn finish(mut self) -> Bound {
        self.found.deep_macros.sort_unstable();
        self.found.deep_macros.dedup();
        self.found
    }

    /// Takes the next token, unless it is documentation.
    pub(super) fn push(&mut self, lexeme: Lexeme) {
        if self.small {
            return;
        }
        let before = match lexeme.kind {
            Kind::Doc => self.before,
            Kind::Ident => self.ident(&self.text.as_bytes()[lexeme.start..lexeme.end]),
            Kind::Literal => {
                self.after_brace();
                Before::Value
            }
            Kind::Lifetime => {
                self.after_brace();
                Before::Other
            }
            Kind::Punct(byte) => self.punct(byte, lexeme),
            Kind::Open(byte) => self.open(byte, lexeme.start),
            Kind::Close(byte) => self.close(byte),
        };
        self.earlier = [self.before, self.earlier[0]];
        self.before = before;
        if self.frame.outside + self.frame.count > LIMIT {
            self.report(lexeme.start);
        }
    }

    fn report(&mut self, at: usize) {
        match self.frame.in_macro {
            Some(start) if self.found.deep_macros.last() == Some(&start) => {}
            Some(start) => self.found.deep_macros.push(start),
            None => {
                self.found.too_deep.get_or_insert(at);
            }
        }
    }

    /// A word, literal or attribute behind a `}` starts a new statement, item or arm.
    fn after_brace(&mut self) {
        if self.before == Before::Brace {
            self.frame.separate();
        }
    }

    fn ident(&mut self, word: &[u8]) -> Before {
        // What may go on behind a `}`.
        if !matches!(word, b"as" | b"else" | b"in" | b"where") {
            self.after_brace();
        }
        if is_keyword(word) {
            self.frame.count += DEEPER;
            return Before::Keyword;
        }
        Before::Ident
    }

    fn punct(&mut self, byte: u8, lexeme: Lexeme) -> Before {
        let joint = match self.before {
            Before::Punct(before, end) if end == lexeme.start => Some(before),
            _ => None,
        };
        let next = self.text.as_bytes().get(lexeme.end).copied().unwrap_or(0);
        let binary = self.before.is_operand();
        // Whether the first of two joint characters was a binary operator's.
        let second = joint == Some(byte) && self.earlier[0].is_operand();
        let here = Before::Punct(byte, lexeme.end);
        match byte {
            b';' => self.frame.separate(),
            b'>' if joint == Some(b'=') => self.frame.separate(),
            b'>' if joint == Some(b'-') => self.frame.count += DEEPER,
            b'>' => {
                self.frame.angles = self.frame.angles.saturating_sub(1);
                self.frame.count += LEFT;
            }
            b',' if self.frame.angles == 0 && !self.frame.pipes => self.frame.separate(),
            b',' => {}
            b'#' => self.after_brace(),
            b'<' if self.before == Before::Value || next == b'=' => self.frame.count += LEFT,
            b'<' if second && self.earlier[0] == Before::Value => self.frame.count += LEFT,
            b'<' => {
                self.frame.angles += 1;
                self.frame.count += DEEPER;
            }
            b'|' => {
                self.frame.count += if binary || second { LEFT } else { DEEPER };
                self.frame.pipes |= !binary && !second;
            }
            b'&' if second => {}
            b'-' | b'*' | b'&' | b'!' if binary => self.frame.count += LEFT,
            // Of `==` and its like one sign counts, and little.
            b'=' if matches!(next, b'=' | b'>') => {}
            b'=' if matches!(joint, Some(b'=' | b'!' | b'<' | b'>')) => self.frame.count += LEFT,
            b'.' if next == b'.' => self.frame.count += DEEPER,
            b'.' | b':' | b'/' | b'%' | b'+' | b'^' => self.frame.count += LEFT,
            b'?' => {
                self.frame.count += LEFT;
                return Before::Value;
            }
            _ => self.frame.count += DEEPER,
        }
        here
    }

    fn open(&mut self, byte: u8, start: usize) -> Before {
        let [earlier, earliest] = self.earlier;
        let after_bang = self.before.is_punct(b'!');
        let attribute = self.before.is_punct(b'#') || after_bang && earlier.is_punct(b'#');
        let call = after_bang && earlier == Before::Ident;
        let definition = self.before == Before::Ident && earlier.is_punct(b'!') && earliest == Before::Ident;
        if byte != b'{' {
            self.frame.count += LEFT;
        }
        let mut inner = Frame {
            outside: self.frame.outside + self.frame.count + DEEPER,
            in_macro: self.frame.in_macro,
            attribute,
            ..Frame::default()
        };
        if call || definition {
            inner.in_macro = Some(start as u32);
            inner.outside = 0;
        }
        self.frames.push(std::mem::replace(&mut self.frame, inner));
        if self.frames.len() > MAX_GROUPS {
            self.found.too_deep.get_or_insert(start);
        }
        Before::Other
    }

    fn close(&mut self, byte: u8) -> Before {
        let attribute = self.frame.attribute;
        if let Some(outer) = self.frames.pop() {
            self.frame = outer;
        }
        match byte {
            b'}' => Before::Brace,
            _ if attribute => Before::Other,
            _ => Before::Value,
        }
    }
}

/// Words behind which an operand starts, and which can make the parser go deeper.
fn is_keyword(word: &[u8]) -> bool {
    matches!(
        word,
        b"as"
            | b"async"
            | b"become"
            | b"box"
            | b"break"
            | b"const"
            | b"continue"
            | b"do"
            | b"dyn"
            | b"else"
            | b"enum"
            | b"extern"
            | b"fn"
            | b"for"
            | b"gen"
            | b"if"
            | b"impl"
            | b"in"
            | b"let"
            | b"loop"
            | b"macro"
            | b"match"
            | b"mod"
            | b"move"
            | b"mut"
            | b"pub"
            | b"ref"
            | b"return"
            | b"static"
            | b"struct"
            | b"trait"
            | b"try"
            | b"type"
            | b"unsafe"
            | b"use"
            | b"where"
            | b"while"
            | b"yield"
    )
}
