//! The line comments of a text that hold a word, and where they stand. A look at tokens: a string is no comment.

use super::scan::{Kind, Lexeme, Scanner};
use crate::source::Span;

/// A line comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// With its slashes, without the line's end.
    pub span: Span,
    /// What kind of comment it is.
    pub kind: CommentKind,
    /// A token stands before it on its line.
    pub after_code: bool,
    /// No token but those of inner attributes stands before it in the file.
    pub at_top: bool,
    /// The first byte of the code that follows, behind comments and attributes; `None`: its block ends there.
    pub next: Option<u32>,
}

/// Kinds of line comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentKind {
    /// `//`
    Plain,
    /// `///`
    Outer,
    /// `//!`
    Inner,
}

/// All line comments of `text` that hold `word`, in order.
pub fn comments(text: &str, word: &str) -> Vec<Comment> {
    if !text.contains(word) {
        return Vec::new();
    }
    let start = super::parse::prelude(text);
    let lexemes: Vec<Lexeme> = Scanner::new(&text[start..])
        .map(|lexeme| Lexeme { start: lexeme.start + start, end: lexeme.end + start, ..lexeme })
        .collect();
    let mut found = Vec::new();
    let mut behind = start;
    for (at, lexeme) in lexemes.iter().enumerate() {
        of_gap(text, behind, lexeme.start, at, &mut found);
        if lexeme.kind == Kind::Doc && text[lexeme.start..].starts_with("//") {
            found.push((lexeme.start, lexeme.end, at + 1));
        }
        behind = lexeme.end;
    }
    of_gap(text, behind, text.len(), lexemes.len(), &mut found);
    let top = inner_attributes(text, &lexemes);
    let found = found.into_iter().filter(|(start, end, _)| text[*start..*end].contains(word));
    found.map(|(start, end, next)| comment(text, &lexemes, (start, end), next, next <= top)).collect()
}

/// The plain line comments between two tokens: start, end, and the place of the token behind them.
fn of_gap(text: &str, start: usize, end: usize, next: usize, found: &mut Vec<(usize, usize, usize)>) {
    let mut at = start;
    while let Some(slash) = text[at..end].find('/') {
        at += slash;
        if text[at..end].starts_with("/*") {
            at = block_end(text, at, end);
            continue;
        }
        let line = text[at..end].find('\n').map_or(end, |found| at + found);
        found.push((at, at + text[at..line].trim_end().len(), next));
        at = line;
    }
}

/// Behind the block comment that starts at `at`.
fn block_end(text: &str, mut at: usize, end: usize) -> usize {
    let mut depth = 0usize;
    while at < end {
        match text.as_bytes()[at..end] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth.saturating_sub(1), at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    end
}

fn comment(
    text: &str,
    lexemes: &[Lexeme],
    (start, end): (usize, usize),
    next: usize,
    at_top: bool,
) -> Comment {
    let kind = match &text[start..end] {
        inner if inner.starts_with("//!") => CommentKind::Inner,
        outer if outer.starts_with("///") && !outer.starts_with("////") => CommentKind::Outer,
        _ => CommentKind::Plain,
    };
    let line = text[..start].rfind('\n').map_or(0, |found| found + 1);
    let before = lexemes[..next].iter().rev().find(|lexeme| lexeme.end <= start && lexeme.kind != Kind::Doc);
    Comment {
        span: Span::new(start as u32, end as u32),
        kind,
        after_code: before.is_some_and(|before| before.end > line),
        at_top,
        next: code(lexemes, next).map(|lexeme| lexeme.start as u32),
    }
}

/// The first token from `at` on that is of no documentation and no attribute, unless it closes a block.
fn code(lexemes: &[Lexeme], mut at: usize) -> Option<&Lexeme> {
    loop {
        let lexeme = lexemes.get(at)?;
        match (lexeme.kind, lexemes.get(at + 1).map(|next| next.kind)) {
            (Kind::Doc, _) => at += 1,
            (Kind::Punct(b'#'), Some(Kind::Open(b'['))) => at = group_end(lexemes, at + 1),
            (Kind::Close(_), _) => return None,
            _ => return Some(lexeme),
        }
    }
}

/// How many tokens the inner attributes and documentation at a file's top take.
fn inner_attributes(text: &str, lexemes: &[Lexeme]) -> usize {
    let mut at = 0;
    loop {
        let kind = |at: usize| lexemes.get(at).map(|lexeme| lexeme.kind);
        match (kind(at), kind(at + 1), kind(at + 2)) {
            (Some(Kind::Doc), ..) if text[lexemes[at].start..].starts_with("//!") => at += 1,
            (Some(Kind::Punct(b'#')), Some(Kind::Punct(b'!')), Some(Kind::Open(b'['))) => {
                at = group_end(lexemes, at + 2);
            }
            _ => return at,
        }
    }
}

/// The place behind the group that opens at `at`.
fn group_end(lexemes: &[Lexeme], mut at: usize) -> usize {
    let mut depth = 0usize;
    while let Some(lexeme) = lexemes.get(at) {
        at += 1;
        match lexeme.kind {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each comment's text, with what is said of it.
    fn told(text: &str) -> Vec<String> {
        let tell = |comment: &Comment| {
            let next = comment.next.map(|next| text[next as usize..].split_whitespace().next().unwrap_or(""));
            let flags = [(comment.after_code, "after code "), (comment.at_top, "top ")];
            let flags: String = flags.iter().filter(|(holds, _)| *holds).map(|(_, name)| *name).collect();
            format!("{} {flags}{next:?}", &text[comment.span.range()])
        };
        comments(text, "word").iter().map(tell).collect()
    }

    #[test]
    fn comments_are_told_from_strings_and_from_other_comments() {
        let text =
            "fn f() { a(\"// word\"); r#\"\n// word\"#; /* // word\n/* // word */ */ '\"'; // word 1\n }";
        assert_eq!(told(text), ["// word 1 after code None"]);
        assert_eq!(told("// other"), [""; 0]);
    }

    #[test]
    fn what_follows_is_found_behind_comments_and_attributes() {
        let text =
            "#![a]\n//! word\nuse x;\n// word\n/// doc\n#[b(c)] // other\n#[d]\nfn f() {\n    // word\r\n}";
        assert_eq!(told(text), ["//! word top Some(\"use\")", "// word Some(\"fn\")", "// word None"]);
    }
}
