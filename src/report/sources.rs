//! The run's files as reports need them: names to show, lines and columns. Each is worked out once, on first use.

use std::cell::{Cell, OnceCell};
use std::ops::Range;
use std::path::Path;

use crate::finding::{FileId, Files};
use crate::source::{LineColumn, LineIndex, Span};

/// All files of a run.
pub struct Sources<'a> {
    files: &'a Files,
    cwd: &'a Path,
    sources: Vec<OnceCell<Source<'a>>>,
}

impl<'a> Sources<'a> {
    /// Reads nothing yet. `cwd`: where the user stands.
    pub fn new(files: &'a Files, cwd: &'a Path) -> Self {
        Sources { files, cwd, sources: (0..files.len()).map(|_| OnceCell::new()).collect() }
    }

    /// The file behind `id`.
    pub fn get(&self, id: FileId) -> &Source<'a> {
        self.sources[id.0 as usize].get_or_init(|| {
            let file = self.files.get(id);
            Source {
                name: file.display(self.cwd),
                text: &file.text,
                lines: file.line_index(),
                furthest: Cell::new((0, 1)),
            }
        })
    }
}

/// One file.
pub struct Source<'a> {
    /// Its path as shown, not escaped.
    pub name: String,
    /// Its text as it lies on disk.
    pub text: &'a str,
    lines: LineIndex,
    /// The furthest offset that was asked for, and its column: the next finding is behind it, and a generated file can
    /// have all of them in one endless line.
    furthest: Cell<(u32, u32)>,
}

impl Source<'_> {
    /// Line and column of a byte, 1-based, columns in Unicode scalar values. A byte-order mark takes no column; an
    /// offset within a character means that character, one behind the text its end.
    pub fn position(&self, offset: u32) -> LineColumn {
        let offset = self.text.floor_char_boundary(offset as usize) as u32;
        let line = self.lines.line(offset);
        let start = self.lines.start(line).unwrap_or(0);
        let (furthest, column) = self.furthest.get();
        let is_on_the_way = start <= furthest && furthest <= offset;
        let (from, column) = if is_on_the_way { (furthest, column) } else { (start, 1) };
        let between = &self.text[from as usize..offset as usize];
        let mark = from == 0 && between.starts_with('\u{feff}');
        let column = column + between.chars().count() as u32 - u32::from(mark);
        if offset > furthest {
            self.furthest.set((offset, column));
        }
        LineColumn { line: line as u32 + 1, column }
    }

    /// 0-based line that holds the byte.
    pub fn line(&self, offset: usize) -> usize {
        self.lines.line(offset as u32)
    }

    /// First byte of the line that holds the byte; a byte-order mark is part of its line.
    pub fn line_start(&self, offset: u32) -> usize {
        self.lines.start(self.lines.line(offset)).unwrap_or(0) as usize
    }

    /// The byte at a 1-based line and column; the nearest one if there is none.
    pub fn offset(&self, line: u32, column: u32) -> usize {
        let range = self.line_range(line.saturating_sub(1) as usize);
        let before = self.text[range.clone()].char_indices().nth(column.saturating_sub(1) as usize);
        range.start + before.map_or(range.len(), |(at, _)| at)
    }

    /// `span` up to the end of its first line.
    pub fn within_line(&self, span: Span) -> Range<usize> {
        let range = self.clamp(span);
        let end = self.line_range(self.line(range.start)).end;
        range.start..range.end.min(end).max(range.start)
    }

    /// What a 0-based line holds, as bytes of the text: without line end and byte-order mark. Empty behind the last.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let end = self.text.len();
        let start = self.lines.start(line).map_or(end, |start| start as usize);
        let next = self.lines.start(line + 1).map_or(end, |next| next as usize);
        let content = self.text[start..next].trim_end_matches(['\n', '\r']);
        let mark = if start == 0 && content.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        start + mark..start + content.len()
    }

    /// `span` as far as it lies within the text and between characters.
    pub fn clamp(&self, span: Span) -> Range<usize> {
        let start = self.text.floor_char_boundary(span.start as usize);
        let end = self.text.ceil_char_boundary(span.end as usize);
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::SourceFile;

    fn with_source(text: &str, test: impl FnOnce(&Source)) {
        let mut files = Files::default();
        let id = files.add(SourceFile { path: "/p/src/a.rs".into(), text: text.to_owned() });
        test(Sources::new(&files, Path::new("/p")).get(id));
    }

    fn position(source: &Source, offset: u32) -> (u32, u32) {
        let LineColumn { line, column } = source.position(offset);
        (line, column)
    }

    #[test]
    fn positions_are_the_same_in_any_order() {
        let text = "\u{feff}ab\r\näö🦀x\n\n\tz";
        with_source(text, |source| {
            let offsets: Vec<u32> =
                text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
            let index = LineIndex::new(text);
            for offset in offsets.iter().chain(offsets.iter().rev()) {
                assert_eq!(source.position(*offset), index.line_column(text, *offset), "offset {offset}");
            }
        });
    }

    #[test]
    fn positions_count_characters_and_tolerate_any_offset() {
        with_source("\u{feff}äb\n🦀c", |source| {
            assert_eq!(position(source, 0), (1, 1));
            assert_eq!(position(source, 3), (1, 1));
            assert_eq!(position(source, 5), (1, 2));
            assert_eq!(position(source, 11), (2, 2));
            assert_eq!(position(source, 9), (2, 1), "within the crab");
            assert_eq!(position(source, 999), (2, 3));
        });
    }

    #[test]
    fn a_mark_in_mid_file_is_a_character_like_any_other() {
        with_source("a\u{feff}b", |source| assert_eq!(position(source, 4), (1, 3)));
    }

    #[test]
    fn lines_have_neither_end_nor_mark() {
        with_source("\u{feff}ab\r\n\nc", |source| {
            assert_eq!(source.line_range(0), 3..5);
            assert_eq!(source.line_range(1), 7..7);
            assert_eq!(source.line_range(2), 8..9);
            assert_eq!(source.line_range(3), 9..9);
        });
    }

    #[test]
    fn spans_are_cut_to_the_text() {
        with_source("aä", |source| {
            assert_eq!(source.clamp(Span::new(0, 2)), 0..3);
            assert_eq!(source.clamp(Span::new(2, 99)), 1..3);
            assert_eq!(source.clamp(Span::new(50, 40)), 3..3);
        });
    }
}
