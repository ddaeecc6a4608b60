//! A tolerant byte-level tokeniser: the same tokens as `proc_macro2` for text that it accepts, and a token
//! for every byte of text that it does not. Knows strings, comments and lifetimes; knows no syntax.

mod skip;

/// What a [`Lexeme`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An identifier or keyword; also `r#name`.
    Ident,
    /// `'name`.
    Lifetime,
    /// A string, character or number, whole. Broken ones too: see [`Lexeme::broken`].
    Literal,
    /// One operator character. Characters that Rust does not know as well.
    Punct(u8),
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    /// A documentation comment.
    Doc,
}

/// One token of a text, by byte offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lexeme {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// A literal or comment without its end, or a character that Rust does not know.
    pub broken: bool,
}

/// Yields the tokens of a text.
#[derive(Clone)]
pub(super) struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Scanner { text, bytes: text.as_bytes(), at: 0 }
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The end of the run of identifier characters that starts at `at`.
    fn ident_end(&self, mut at: usize) -> usize {
        loop {
            let rest = self.bytes.get(at..).unwrap_or_default();
            let word = rest.iter().position(|byte| !IS_WORD[*byte as usize]).unwrap_or(rest.len());
            at += word;
            if rest.get(word).is_none_or(u8::is_ascii) {
                return at;
            }
            match self.char_at(at).filter(|c| unicode_ident::is_xid_continue(*c)) {
                Some(c) => at += c.len_utf8(),
                None => return at,
            }
        }
    }

    /// Skips whitespace and plain comments. `Some` for a documentation comment or a comment without end.
    fn skip_blank(&mut self) -> Option<Lexeme> {
        loop {
            match self.byte(self.at) {
                b' ' | b'\t'..=b'\r' => self.at += 1,
                b'/' if self.byte(self.at + 1) == b'/' => {
                    let start = self.at;
                    self.at = line_end(self.bytes, start);
                    if is_line_doc(&self.bytes[start..self.at]) {
                        return Some(self.lexeme(Kind::Doc, start));
                    }
                }
                b'/' if self.byte(self.at + 1) == b'*' => {
                    let start = self.at;
                    let closed = self.block_comment();
                    if !closed || is_block_doc(&self.bytes[start..self.at]) {
                        return Some(Lexeme { broken: !closed, ..self.lexeme(Kind::Doc, start) });
                    }
                }
                0x80.. if let Some(c) = self.char_at(self.at).filter(|c| is_space(*c)) => {
                    self.at += c.len_utf8();
                }
                _ => return None,
            }
        }
    }

    /// Leaves `at` behind the comment. `false`: it has no end.
    fn block_comment(&mut self) -> bool {
        let mut depth = 0usize;
        while self.at < self.bytes.len() {
            match (self.bytes[self.at], self.byte(self.at + 1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return true;
                    }
                }
                _ => self.at += 1,
            }
        }
        false
    }

    fn lexeme(&self, kind: Kind, start: usize) -> Lexeme {
        Lexeme { kind, start, end: self.at, broken: false }
    }

    /// Behind the string whose opening quote is at `quote`; `None`: it has no end.
    fn string_end(&self, quote: usize) -> Option<usize> {
        let mut at = quote + 1;
        while at < self.bytes.len() {
            match self.bytes[at] {
                b'\\' => at += 2,
                b'"' => return Some(at + 1),
                _ => at += 1,
            }
        }
        None
    }

    /// Behind the raw string whose hashes start at `hashes`, if it is one: `Some(None)` for one without end.
    fn raw_string_end(&self, hashes: usize) -> Option<Option<usize>> {
        let count = self.bytes[hashes..].iter().take_while(|byte| **byte == b'#').count();
        if self.byte(hashes + count) != b'"' || count > MAX_HASHES {
            return None;
        }
        let mut at = hashes + count + 1;
        while let Some(found) = self.bytes[at..].iter().position(|byte| *byte == b'"') {
            at += found + 1;
            if self.bytes[at..].iter().take(count).filter(|byte| **byte == b'#').count() == count {
                return Some(Some(at + count));
            }
        }
        Some(None)
    }

    fn literal(&mut self, start: usize, end: Option<usize>) -> Lexeme {
        let end_of_text = self.bytes.len();
        self.at = end.map_or(end_of_text, |end| self.ident_end(end.min(end_of_text)));
        Lexeme { broken: end.is_none(), ..self.lexeme(Kind::Literal, start) }
    }

    fn quote(&mut self, start: usize) -> Lexeme {
        if self.byte(start + 1) == b'\\' {
            let escaped = self.char_at(start + 2).map_or(1, char::len_utf8);
            let rest = &self.bytes[(start + 2 + escaped).min(self.bytes.len())..];
            // The longest escape is `\u{10____FFFF}`; a quote that is farther away belongs to something else.
            if let Some(found) = rest.iter().take(16).position(|byte| *byte == b'\'') {
                return self.literal(start, Some(start + 2 + escaped + found + 1));
            }
        } else if let Some(c) = self.char_at(start + 1)
            && self.byte(start + 1 + c.len_utf8()) == b'\''
        {
            return self.literal(start, Some(start + c.len_utf8() + 2));
        }
        self.at = self.ident_end(start + 1);
        if self.bytes[start + 1..].starts_with(b"r#") {
            self.at = self.ident_end(start + 3);
        }
        match self.at == start + 1 {
            true => Lexeme { broken: true, ..self.lexeme(Kind::Punct(b'\''), start) },
            false if self.byte(self.at) == b'\'' => {
                self.at += 1;
                Lexeme { broken: true, ..self.lexeme(Kind::Literal, start) }
            }
            false => self.lexeme(Kind::Lifetime, start),
        }
    }

    fn ident(&mut self, start: usize) -> Lexeme {
        self.at = self.ident_end(start);
        let word = &self.bytes[start..self.at];
        let next = self.byte(self.at);
        if next == b'"' && matches!(word, b"b" | b"c") {
            return self.literal(start, self.string_end(self.at));
        }
        if next == b'\'' && word == b"b" {
            let byte = self.quote(self.at);
            let broken = byte.broken || byte.kind != Kind::Literal;
            return Lexeme { broken, ..self.lexeme(Kind::Literal, start) };
        }
        if matches!(next, b'"' | b'#')
            && matches!(word, b"r" | b"br" | b"cr")
            && let Some(end) = self.raw_string_end(self.at)
        {
            return self.literal(start, end);
        }
        if next == b'#' && word == b"r" && self.ident_end(self.at + 1) > self.at + 1 {
            self.at = self.ident_end(self.at + 1);
        }
        self.lexeme(Kind::Ident, start)
    }

    fn number(&mut self, start: usize) -> Lexeme {
        if self.byte(start) == b'0' && matches!(self.byte(start + 1), b'x' | b'o' | b'b') {
            return self.literal(start, Some(start + 2));
        }
        let mut at = self.digits_end(start);
        if self.byte(at) == b'.' {
            let next = self.char_at(at + 1).unwrap_or(' ');
            if next != '.' && next != '_' && !unicode_ident::is_xid_start(next) {
                at = self.digits_end(at + 1);
            }
        }
        if matches!(self.byte(at), b'e' | b'E') {
            let sign = matches!(self.byte(at + 1), b'+' | b'-') as usize;
            let end = self.digits_end(at + 1 + sign);
            if self.bytes[at + 1..end].iter().any(u8::is_ascii_digit) {
                at = end;
            }
        }
        self.literal(start, Some(at))
    }

    fn digits_end(&self, at: usize) -> usize {
        let digits = self.bytes.get(at..).unwrap_or_default().iter();
        at + digits.take_while(|byte| byte.is_ascii_digit() || **byte == b'_').count()
    }
}

impl Iterator for Scanner<'_> {
    type Item = Lexeme;

    fn next(&mut self) -> Option<Lexeme> {
        if let Some(comment) = self.skip_blank() {
            return Some(comment);
        }
        let start = self.at;
        let first = *self.bytes.get(start)?;
        let kind = match first {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => return Some(self.ident(start)),
            b'0'..=b'9' => return Some(self.number(start)),
            b'"' => return Some(self.literal(start, self.string_end(start))),
            b'\'' => return Some(self.quote(start)),
            b'(' | b'[' | b'{' => Kind::Open(first),
            b')' | b']' | b'}' => Kind::Close(first),
            0x80.. => return Some(self.foreign(start)),
            _ => Kind::Punct(first),
        };
        self.at += 1;
        let known = b"~!@#$%^&*-=+|;:,<.>/?'".contains(&first) || !matches!(kind, Kind::Punct(_));
        Some(Lexeme { broken: !known, ..self.lexeme(kind, start) })
    }
}

impl Scanner<'_> {
    fn foreign(&mut self, start: usize) -> Lexeme {
        self.at = self.ident_end(start);
        if self.at > start {
            return self.lexeme(Kind::Ident, start);
        }
        self.at += self.char_at(start).map_or(1, char::len_utf8);
        Lexeme { broken: true, ..self.lexeme(Kind::Punct(0), start) }
    }
}

/// The end of the line that holds `at`, before its `\n`.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |found| at + found)
}

fn is_line_doc(comment: &[u8]) -> bool {
    comment.starts_with(b"//!") || comment.starts_with(b"///") && !comment.starts_with(b"////")
}

fn is_block_doc(comment: &[u8]) -> bool {
    comment.starts_with(b"/*!")
        || comment.starts_with(b"/**") && !comment.starts_with(b"/***") && comment != b"/**/"
}

/// Rust's whitespace outside of ASCII, as `proc_macro2` has it.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{200e}' || c == '\u{200f}'
}

/// The ASCII bytes of identifiers.
static IS_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_';
        byte += 1;
    }
    table
};

/// More hashes than this around a raw string are an error in Rust.
const MAX_HASHES: usize = 255;

#[cfg(test)]
mod tests {
    use proc_macro2::{TokenStream, TokenTree};

    use super::*;

    /// All tokens of a text as `proc_macro2` has them, documentation left out.
    fn reference(tokens: TokenStream, text: &str, found: &mut Vec<String>) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let range = token.span().byte_range();
            match token {
                TokenTree::Group(group) => {
                    found.push(text[range.start..range.start + 1].to_owned());
                    reference(group.stream(), text, found);
                    found.push(text[range.end - 1..range.end].to_owned());
                }
                // The span of a documentation comment's `#` is that of the whole comment.
                TokenTree::Punct(punct) if punct.as_char() == '#' && range.len() > 1 => {
                    while tokens.next_if(|token| token.span().byte_range() == range).is_some() {}
                }
                TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                    let end = tokens.next().map_or(range.end, |ident| ident.span().byte_range().end);
                    found.push(text[range.start..end].to_owned());
                }
                _ => found.push(text[range].to_owned()),
            }
        }
    }

    fn agree(text: &str) {
        let tokens: TokenStream = text.parse().unwrap_or_else(|_| panic!("{text} does not lex"));
        let mut wanted = Vec::new();
        reference(tokens, text, &mut wanted);
        let lexemes = Scanner::new(text).filter(|lexeme| lexeme.kind != Kind::Doc);
        let found = lexemes.map(|lexeme| text[lexeme.start..lexeme.end].to_owned()).collect::<Vec<_>>();
        assert_eq!(found, wanted);
    }

    #[test]
    fn agrees_with_the_lexer_on_odd_texts() {
        for text in [
            "1.0 1. 1..2 1.e 1.e5 1e5 1e+5 1e-5u8 1_000 0xff 0xe+1 0b01 0o7 1.0.0 1.0e1f32 1u8 0x1e5 1._a 2.f()",
            "1.0e_ 0e1 0.e 1.5e 12e3 1.5e+ 1.5e+x",
            r##"'a' 'a 'ab '\'' '\\' '\u{1F600}' 'ä' 'r#a '_ ''' ' ' b'x' b'\'' b"x\"" "a\"b" "\\" c"x" "x"y 'x'y"##,
            r###"r"a\" r#"a"b"# br"x\" br##"x"#"## cr"x" r#ident r #a b # c r#""#suffix"###,
            "a//x\nb/*x/*y*/z*/c/**/d/***/e ////x\nf //! doc\ng /*! x */ h /** y */ i /// z\nj",
            "ä ß _ü a\u{301}b a\u{200e}b \u{2028}x \u{a0}y क्ष",
            "<<= >>= -> => :: ..= ... && || a/b a / b $x #![a] @ ~ ^ % ?",
            "\"a\\\n  b\" \"a\r\nb\" b\"\\\n\"",
        ] {
            agree(text);
        }
    }

    #[test]
    fn agrees_with_the_lexer_on_sources() {
        let sources = [include_str!("scan.rs"), include_str!("depth.rs"), include_str!("repair.rs")];
        for text in sources {
            agree(text);
            agree(&text.replace('\n', "\r\n"));
        }
    }

    #[test]
    fn broken_tokens_are_marked() {
        for (text, broken) in [
            ("a \"b c", "\"b c"),
            ("a /* b", "/* b"),
            ("a r#\"b\" c", "r#\"b\" c"),
            ("a `b", "`"),
            ("a 'bc' d", "'bc'"),
            ("a ' b", "'"),
            ("a \u{201c}b", "\u{201c}"),
            ("a b'xy' c", "b'xy'"),
        ] {
            let found = Scanner::new(text).find(|lexeme| lexeme.broken);
            assert_eq!(found.map(|lexeme| &text[lexeme.start..lexeme.end]), Some(broken), "{text}");
        }
    }
}
