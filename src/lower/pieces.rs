//! Cuts a text into pieces that can be read on their own: where items start at the left margin.

use std::ops::Range;

use super::repair::{Flaw, blank, opener};
use super::scan::{Kind, Lexeme, Scanner};

/// A part of a text that can be read on its own.
pub(super) struct Piece {
    pub range: Range<usize>,
    /// Whether its delimiters match and its literals end.
    pub healthy: bool,
}

/// How many lines that look like the start of an item a piece may hold behind its first one: sources stand in
/// strings.
const MAX_STARTS: usize = 200;

/// As above, once the search has gone over the text this often.
const FEW_STARTS: usize = 4;
const MAX_PASSES: usize = 16;

/// Whether all groups of `text` are closed within it.
pub(super) fn is_balanced(text: &str) -> bool {
    let mut health = Health::default();
    Scanner::new(text).for_each(|lexeme| health.push(&lexeme));
    health.is_good()
}

/// The text without the lines of conflict markers. Both sides stay.
pub(super) fn without_conflict_markers(text: &str) -> (String, Vec<Flaw>) {
    let mut cleaned = text.to_owned();
    let mut flaws = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let rest = |marker| {
            line.strip_prefix(marker).filter(|rest| rest.is_empty() || rest.starts_with([' ', '\r', '\n']))
        };
        let start = rest("<<<<<<<").is_some();
        if start || ["=======", ">>>>>>>", "|||||||"].iter().any(|marker| rest(marker).is_some()) {
            blank(&mut cleaned, at..at + line.len());
            if start {
                flaws.push(Flaw { at, message: "merge conflict".to_owned() });
            }
        }
        at += line.len();
    }
    // The other markers alone may be part of a string.
    if flaws.is_empty() { (text.to_owned(), flaws) } else { (cleaned, flaws) }
}

/// Cuts a text where items start at the left margin: as fine as its strings and groups allow.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let starts = starts(text);
    let mut pieces = Vec::new();
    let mut index = 0;
    let mut from = 0;
    let mut scanned = 0;
    while from < text.len() {
        let most = if scanned > MAX_PASSES * text.len() { FEW_STARTS } else { MAX_STARTS };
        let next = starts[index.min(starts.len())..].iter().copied().filter(|at| *at > from);
        let ends = next.chain([text.len()]).take(most).collect::<Vec<_>>();
        let healthy = healthy_end(text, from, &ends, &mut scanned);
        let end = healthy.or(ends.first().copied()).unwrap_or(text.len());
        pieces.push(Piece { range: from..end, healthy: healthy.is_some() });
        index = starts.partition_point(|start| *start <= end);
        from = end;
    }
    pieces
}

/// Whether an item ends with a piece. If not, attributes and comments stand in front of the next.
fn ends_item(piece: &str) -> bool {
    let last = Scanner::new(piece).last();
    last.is_none_or(|last| matches!(last.kind, Kind::Close(b'}') | Kind::Punct(b';')))
}

/// Neighbouring pieces of a text together, as many as `size` bytes have room for.
pub(super) fn batches(text: &str, size: usize) -> Vec<Range<usize>> {
    let mut batches: Vec<Range<usize>> = Vec::new();
    let mut is_whole = true;
    for Piece { range, .. } in pieces(text) {
        let ends = ends_item(&text[range.clone()]);
        match batches.last_mut() {
            Some(last) if !is_whole || range.end - last.start <= size => last.end = range.end,
            _ => batches.push(range),
        }
        is_whole = ends;
    }
    batches
}

/// Lines that look like the start of an item with its attributes.
fn starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    let mut attached = false;
    for line in text.split_inclusive('\n') {
        let leads = line.starts_with("#[") || line.starts_with("///");
        if !attached && (leads || is_item_start(line)) {
            starts.push(at);
        }
        attached = leads || attached && line.starts_with([')', ']', ' ', '\t']);
        at += line.len();
    }
    starts
}

/// Whether `code` starts with a word that starts an item.
pub(super) fn is_item_start(code: &str) -> bool {
    let word = code.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("");
    matches!(
        word,
        "pub"
            | "fn"
            | "async"
            | "unsafe"
            | "extern"
            | "impl"
            | "struct"
            | "enum"
            | "union"
            | "trait"
            | "mod"
            | "use"
    ) || matches!(word, "static" | "const" | "type" | "macro_rules" | "macro")
}

/// The first of `ends` up to which the text from `from` is healthy. Adds the bytes it looked at to `scanned`.
fn healthy_end(text: &str, from: usize, ends: &[usize], scanned: &mut usize) -> Option<usize> {
    let limit = ends.last().copied().unwrap_or(text.len());
    let mut ends = ends.iter().copied().peekable();
    let mut health = Health::default();
    for lexeme in Scanner::new(&text[from..limit]) {
        let (start, end) = (from + lexeme.start, from + lexeme.end);
        *scanned += lexeme.end - lexeme.start;
        while let Some(cut) = ends.next_if(|cut| *cut <= start) {
            if health.is_good() {
                return Some(cut);
            }
        }
        // A string or comment over the cut.
        while ends.next_if(|cut| *cut < end).is_some() {}
        health.push(&lexeme);
        if health.broken || ends.peek().is_none() {
            return None;
        }
    }
    ends.last().filter(|_| health.is_good())
}

/// Whether the tokens so far can stand on their own.
#[derive(Default)]
struct Health {
    open: Vec<u8>,
    broken: bool,
}

impl Health {
    fn push(&mut self, lexeme: &Lexeme) {
        // An unknown character is one token's business; an endless string swallows others.
        self.broken |= lexeme.broken && matches!(lexeme.kind, Kind::Literal | Kind::Doc);
        match lexeme.kind {
            Kind::Open(open) => self.open.push(open),
            Kind::Close(close) => self.broken |= self.open.pop() != Some(opener(close)),
            _ => {}
        }
    }

    fn is_good(&self) -> bool {
        !self.broken && self.open.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_end_where_items_do() {
        let text = "// head\nfn a() {} // beside\n\n#[cfg(test)]\n\n// between\nfn b() { \"\nfn no() {}\n\" }\nuse c;\npub\n\nstruct D;\n";
        let batches: Vec<&str> = batches(text, 1).into_iter().map(|range| &text[range]).collect();
        assert_eq!(batches.concat(), text);
        let firsts: Vec<&str> =
            batches.iter().map(|batch| batch.trim().lines().next().unwrap_or("")).collect();
        assert_eq!(firsts, ["// head", "fn a() {} // beside", "#[cfg(test)]", "use c;", "pub"]);
        assert_eq!(super::batches(text, 1_000).len(), 1);
    }
}
