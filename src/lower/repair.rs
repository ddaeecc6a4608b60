//! Texts that cannot even be read as tokens: closed where something is left open.
//!
//! Overwrites bytes, never moves them.

use std::ops::Range;

use super::pieces::is_item_start;
use super::scan::{Kind, Lexeme, Scanner, line_end};

/// What is wrong, and where.
pub(super) struct Flaw {
    pub at: usize,
    pub message: String,
}

/// Overwrites with spaces; lines stay.
pub(super) fn blank(text: &mut String, part: Range<usize>) {
    let Some(old) = text.get(part.clone()) else { return };
    let spaces = old.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect::<String>();
    text.replace_range(part, &spaces);
}

/// Overwrites the ASCII byte at `at` with another.
pub(super) fn put(text: &mut String, at: usize, with: char) {
    if text.get(at..at + 1).is_some() {
        text.replace_range(at..at + 1, with.encode_utf8(&mut [0]));
    }
}

/// The first byte of the whitespace between the token at `at` and the one before it.
pub(super) fn gap_before(text: &str, at: usize) -> Option<usize> {
    let end = Scanner::new(text).take_while(|lexeme| lexeme.start < at).last()?.end;
    text.as_bytes().get(end).is_some_and(u8::is_ascii_whitespace).then_some(end)
}

/// The braces that end right before the token at `at`.
pub(super) fn braces_before(text: &str, at: usize) -> Option<Range<usize>> {
    let mut open = Vec::new();
    let mut last = None;
    for lexeme in Scanner::new(text).take_while(|lexeme| lexeme.start < at) {
        last = match lexeme.kind {
            Kind::Open(_) => {
                open.push(lexeme.start);
                None
            }
            Kind::Close(close) => open.pop().filter(|_| close == b'}').map(|start| start..lexeme.end),
            _ => None,
        };
    }
    last
}

/// A `->`, `=` or `:` right before the token at `at`: what stands before one of these can do without it.
///
/// Not so a dot: `f().` without it would be a call that nobody wrote.
pub(super) fn operator_before(text: &str, at: usize) -> Option<Range<usize>> {
    let mut found: Option<Range<usize>> = None;
    for lexeme in Scanner::new(text).take_while(|lexeme| lexeme.start < at) {
        found = match (lexeme.kind, found) {
            (Kind::Punct(_), Some(part)) if part.end == lexeme.start => Some(part.start..lexeme.end),
            (Kind::Punct(_), _) => Some(lexeme.start..lexeme.end),
            _ => None,
        };
    }
    found.filter(|part| matches!(&text[part.clone()], "->" | "=" | ":"))
}

/// The `pub` or `pub(…)` right before the token at `at`.
pub(super) fn visibility_before(text: &str, at: usize) -> Option<Range<usize>> {
    let head = text.get(..at)?.trim_end();
    let word = match head.strip_suffix(')') {
        Some(inner) => &inner[..inner.rfind('(')?],
        None => head,
    };
    let word = word.trim_end();
    let start = word.strip_suffix("pub")?.len();
    let whole = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    whole.then_some(start..head.len())
}

/// The line that holds byte `at`.
pub(super) fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    start..line_end(text.as_bytes(), at)
}

pub(super) fn opener(close: u8) -> u8 {
    match close {
        b')' => b'(',
        b']' => b'[',
        _ => b'{',
    }
}

fn closer(open: u8) -> char {
    match open {
        b'(' => ')',
        b'[' => ']',
        _ => '}',
    }
}

/// What [`repair`] did.
#[derive(Default)]
pub(super) struct Repaired {
    /// The first flaw.
    pub first: Option<Flaw>,
    /// The lines of all of them.
    pub touched: Vec<Range<usize>>,
}

impl Repaired {
    fn note(&mut self, text: &str, at: usize, message: impl FnOnce() -> String) {
        self.touched.push(line_of(text, at));
        self.first.get_or_insert_with(|| Flaw { at, message: message() });
    }
}

/// Ends literals and comments that have no end, then closes what is open and takes out what closes nothing.
pub(super) fn repair(text: &mut String) -> Repaired {
    let mut repaired = Repaired::default();
    end_literals(text, &mut repaired);
    Balancer::new(text).run(&mut repaired);
    if repaired.touched.len() >= MAX_REPAIRS {
        let first = repaired.touched.iter().map(|line| line.start).min().unwrap_or(0);
        let rest = first..text.len();
        blank(text, rest.clone());
        repaired.touched = vec![rest];
    }
    repaired
}

/// With more flaws than this, nothing in a piece is what it seems.
const MAX_REPAIRS: usize = 500;

/// The most literals without an end in one piece.
const MAX_LITERALS: usize = 50;

fn end_literals(text: &mut String, repaired: &mut Repaired) {
    for _ in 0..MAX_LITERALS {
        let Some(broken) = Scanner::new(text).find(|lexeme| lexeme.broken && lexeme.end == text.len()) else {
            return;
        };
        if broken.kind == Kind::Doc {
            repaired.note(text, broken.start, || "comment without an end".to_owned());
            return blank(text, broken.start..broken.end);
        }
        if broken.kind != Kind::Literal {
            return;
        }
        // An odd quote turns code and strings around: the first string over several lines is where it started.
        let start = Scanner::new(text)
            .find(|lexeme| runs_over(text, lexeme))
            .map_or(broken.start, |first| first.start);
        repaired.note(text, start, || "string without an end".to_owned());
        let end = line_end(text.as_bytes(), start);
        let quoted = text[start..end].trim_end_matches([';', '\r']).len() + start;
        blank(text, start..end);
        // An empty string in its place, where there is room.
        if quoted > start + 1 {
            put(text, start, '"');
            put(text, start + 1, '"');
        }
    }
}

/// Whether a plain string goes over a line's end without saying so.
fn runs_over(text: &str, lexeme: &Lexeme) -> bool {
    let literal = &text[lexeme.start..lexeme.end];
    lexeme.kind == Kind::Literal
        && literal.starts_with(['"', 'b', 'c'])
        && literal.lines().next().is_some_and(|line| line.len() < literal.len() && !line.ends_with('\\'))
}

/// A group that is open.
struct Open {
    byte: u8,
    at: usize,
    /// Columns before its line's first token.
    indent: usize,
    /// Whether nothing follows on its line.
    ends_line: bool,
}

/// Makes delimiters match, by what they enclose and by indentation.
struct Balancer<'t> {
    text: &'t mut String,
    lexemes: Vec<Lexeme>,
    /// Where lines start, before anything was overwritten.
    lines: Vec<usize>,
    open: Vec<Open>,
}

impl<'t> Balancer<'t> {
    fn new(text: &'t mut String) -> Self {
        let lexemes = Scanner::new(text).filter(|lexeme| lexeme.kind != Kind::Doc).collect();
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Balancer { text, lexemes, lines, open: Vec::new() }
    }

    /// Start and end of the line that holds byte `at`.
    fn line(&self, at: usize) -> (usize, usize) {
        let next = self.lines.partition_point(|start| *start <= at);
        let end = self.lines.get(next).map_or(self.text.len(), |start| start - 1);
        (self.lines[next - 1], end)
    }

    fn run(mut self, repaired: &mut Repaired) {
        for index in 0..self.lexemes.len() {
            if repaired.touched.len() >= MAX_REPAIRS {
                return;
            }
            let lexeme = self.lexemes[index];
            let line = self.line(lexeme.start).0;
            let first = index == 0 || self.lexemes[index - 1].start < line;
            let indent = self.indent(line);
            if first && lexeme.kind == Kind::Ident && is_item_start(&self.text[lexeme.start..]) {
                self.close_while(index, repaired, |open| open.indent >= indent && open.ends_line);
            }
            match lexeme.kind {
                Kind::Open(byte) => {
                    let next = self.lexemes.get(index + 1).map_or(self.text.len(), |next| next.start);
                    let ends_line = self.line(lexeme.start).1 < next;
                    self.open.push(Open { byte, at: lexeme.start, indent, ends_line });
                }
                Kind::Close(byte) => {
                    if first && byte == b'}' {
                        self.close_while(index, repaired, |open| {
                            open.byte != b'{' || open.ends_line && open.indent > indent
                        });
                    }
                    self.close(byte, index, repaired);
                }
                _ => {}
            }
        }
        let end = self.lexemes.len();
        self.close_while(end, repaired, |_| true);
    }

    fn indent(&self, line: usize) -> usize {
        self.text[line..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
    }

    /// Closes what is open before token `index`, from the inside, as long as `unclosed` says so.
    fn close_while(&mut self, index: usize, repaired: &mut Repaired, unclosed: impl Fn(&Open) -> bool) {
        while repaired.touched.len() < MAX_REPAIRS
            && self.open.last().is_some_and(&unclosed)
            && let Some(open) = self.open.pop()
        {
            self.close_one(&open, index, repaired);
        }
    }

    /// The closing delimiter goes into the gap before token `index`: parentheses into that behind their line.
    /// Without room the opening one goes.
    fn close_one(&mut self, open: &Open, index: usize, repaired: &mut Repaired) {
        repaired.note(self.text, open.at, || format!("unclosed `{}`", open.byte as char));
        if open.byte != b'{' && self.ends_on_line(open) {
            return put(self.text, open.at, ' ');
        }
        let index = match open.byte {
            b'{' => index,
            _ => {
                let end = self.line(open.at).1;
                self.lexemes.partition_point(|lexeme| lexeme.start < end).min(index)
            }
        };
        let start = index.checked_sub(1).map_or(0, |before| self.lexemes[before].end);
        let bytes = self.text.as_bytes();
        let room = (start..bytes.len())
            .take_while(|at| bytes[*at].is_ascii_whitespace() || b")]};".contains(&bytes[*at]))
            .find(|at| bytes[*at].is_ascii_whitespace());
        match room.filter(|at| self.lexemes.get(index).is_none_or(|next| *at < next.start)) {
            Some(at) => put(self.text, at, closer(open.byte)),
            None => put(self.text, open.at, ' '),
        }
    }

    /// Whether the statement that `open` is part of ends on the same line.
    fn ends_on_line(&self, open: &Open) -> bool {
        let end = self.line(open.at).1;
        let from = self.lexemes.partition_point(|lexeme| lexeme.start <= open.at);
        let mut depth = 0usize;
        for lexeme in self.lexemes[from..].iter().take_while(|lexeme| lexeme.start < end) {
            match lexeme.kind {
                Kind::Open(_) => depth += 1,
                Kind::Close(_) if depth == 0 => return false,
                Kind::Close(_) => depth -= 1,
                Kind::Punct(b';') if depth == 0 => return true,
                _ => {}
            }
        }
        false
    }

    /// A closing delimiter: closes its own, after what is open within.
    fn close(&mut self, byte: u8, index: usize, repaired: &mut Repaired) {
        let wanted = opener(byte);
        // A parenthesis does not close braces that were left open before it.
        let own = self
            .open
            .iter()
            .rev()
            .take_while(|open| byte == b'}' || open.byte != b'{')
            .any(|open| open.byte == wanted);
        if !own {
            let at = self.lexemes[index].start;
            repaired.note(self.text, at, || format!("unmatched `{}`", byte as char));
            return put(self.text, at, ' ');
        }
        self.close_while(index, repaired, |open| open.byte != wanted);
        self.open.pop();
    }
}
