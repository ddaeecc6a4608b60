//! From `proc_macro2`'s positions to bytes. `Span::byte_range` fills a tree map for each position it is asked
//! about, which costs more than the parse itself; lines and columns it knows by binary search.

use proc_macro2::LineColumn;

/// Byte offsets of the lines and characters of one text that was lexed whole.
pub(super) struct Positions<'t> {
    text: &'t str,
    /// Where each line starts: in bytes for an ASCII text, in characters for others.
    lines: Vec<u32>,
    /// Byte offset of every [`STEP`]th character; empty for an ASCII text.
    steps: Vec<u32>,
}

/// Characters between two remembered byte offsets.
const STEP: usize = 32;

impl<'t> Positions<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            let lines = std::iter::once(0).chain(ends.map(|(at, _)| at as u32 + 1)).collect();
            return Positions { text, lines, steps: Vec::new() };
        }
        let mut positions =
            Positions { text, lines: vec![0], steps: Vec::with_capacity(text.len() / STEP + 1) };
        for (index, (at, c)) in text.char_indices().enumerate() {
            if index % STEP == 0 {
                positions.steps.push(at as u32);
            }
            if c == '\n' {
                positions.lines.push(index as u32 + 1);
            }
        }
        positions
    }

    /// The byte that `position` stands for.
    pub(super) fn byte(&self, position: LineColumn) -> u32 {
        let text = self.text;
        let line = self.lines.get(position.line.saturating_sub(1)).copied().unwrap_or(0);
        let index = line as usize + position.column;
        if self.steps.is_empty() {
            return index as u32;
        }
        let Some(step) = self.steps.get(index / STEP) else { return text.len() as u32 };
        let mut chars = text.get(*step as usize..).unwrap_or("").char_indices();
        chars.nth(index % STEP).map_or(text.len() as u32, |(at, _)| step + at as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_byte_range() {
        let long = "let ä = \"ö\u{1f600}\"; ".repeat(40);
        for text in
            ["a b\r\n  c\n\nd", "ä b\n ç(\"ü\") d", &long, &format!("{long}\n{long}\n"), "x\u{1f600}\n"]
        {
            let positions = Positions::new(text);
            let Ok(tokens) = text.parse::<proc_macro2::TokenStream>() else { continue };
            for token in tokens {
                let span = token.span();
                let found = positions.byte(span.start())..positions.byte(span.end());
                assert_eq!(
                    found.start as usize..found.end as usize,
                    span.byte_range(),
                    "{token} in {text:?}"
                );
            }
        }
    }
}
