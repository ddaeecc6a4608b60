//! The few lines of a file that a finding shows: escaped, cut to a bearable width, with spans to match. No format.

use std::collections::BTreeSet;
use std::ops::Range;

use super::escape::{Tabs, escape_each};
use super::sources::Source;
use crate::source::Span;

/// Of a span over many lines, so many are shown behind the first and before the last.
pub const LINES_BEHIND_FIRST: usize = 3;
/// See [`LINES_BEHIND_FIRST`].
pub const LINES_BEFORE_LAST: usize = 1;

/// A line of more characters is cut to so many, around what is pointed at.
const WIDTH: usize = 200;
/// How many of them stand before what is pointed at.
const WIDTH_BEFORE: usize = 60;

/// Left-out lines count as so many: enough to be seen as a gap, few enough to walk over.
const GAP: usize = 3;

/// The lines of one file that one finding shows.
pub struct Excerpt {
    /// The file's path, escaped.
    pub name: String,
    /// The lines, escaped, each with `\n`.
    pub text: String,
    /// What the spans cover now, in `text`: as many as were given, in their order.
    pub ranges: Vec<Range<usize>>,
    /// Columns of their first characters in the file, 1-based, in Unicode scalar values.
    pub columns: Vec<usize>,
    lines: Vec<Line>,
}

/// A line of an excerpt.
struct Line {
    /// 0-based. Consecutive for neighbours in the file; a longer gap is shortened to [`GAP`].
    index: usize,
    /// 0-based line of the file.
    number: usize,
    /// In the excerpt's text, without `\n`.
    range: Range<usize>,
    /// Offsets in the file, and where in the excerpt they lie: each character that is shown, and the end.
    places: Vec<(usize, usize)>,
}

impl Excerpt {
    /// Cuts out what `spans` need. The first of several in one line decides which part of a long line is shown.
    pub fn new(source: &Source, spans: &[Span]) -> Self {
        let spans: Vec<Range<usize>> = spans.iter().map(|span| source.clamp(*span)).collect();
        let mut excerpt = Excerpt {
            name: super::escape::escape(&source.name).into_owned(),
            text: String::new(),
            ranges: Vec::new(),
            columns: spans.iter().map(|span| source.position(span.start as u32).column as usize).collect(),
            lines: Vec::new(),
        };
        for number in needed_lines(source, &spans) {
            let line = source.line_range(number);
            let focus = spans.iter().map(|span| span.start).find(|start| source.line(*start) == number);
            let window = window(source.text, &line, focus.unwrap_or(line.start));
            excerpt.push(source, number, &line, window);
        }
        excerpt.ranges = spans
            .iter()
            .map(|span| {
                let start = excerpt.place(source.line(span.start), span.start);
                let end = excerpt.place(last_line(source, span), span.end);
                start..end.max(start)
            })
            .collect();
        excerpt
    }

    fn push(&mut self, source: &Source, number: usize, line: &Range<usize>, window: Range<usize>) {
        let index = match self.lines.last() {
            Some(last) => last.index + (number - last.number).min(GAP),
            None => 0,
        };
        let start = self.text.len();
        if window.start > line.start {
            self.text.push('…');
        }
        let mut places = Vec::new();
        escape_each(&mut self.text, &source.text[window.clone()], Tabs::Keep, |from, to| {
            places.push((window.start + from, to));
        });
        places.push((window.end, self.text.len()));
        if window.end < line.end {
            self.text.push('…');
        }
        self.lines.push(Line { index, number, range: start..self.text.len(), places });
        self.text.push('\n');
    }

    /// Where an offset of the file lies in the text; the nearest place if it is not shown.
    fn place(&self, number: usize, offset: usize) -> usize {
        let Ok(at) = self.lines.binary_search_by_key(&number, |line| line.number) else { return 0 };
        let line = &self.lines[at];
        let behind = line.places.partition_point(|(from, _)| *from < offset);
        line.places.get(behind).map_or(line.range.end, |(_, to)| *to)
    }

    /// Index of the line that holds a byte of the text.
    pub fn line_index(&self, byte: usize) -> usize {
        let behind = self.lines.partition_point(|line| line.range.start <= byte);
        self.lines.get(behind.saturating_sub(1)).map_or(0, |line| line.index)
    }

    /// 1-based line of the file that `index` stands for; within a gap the one before it.
    pub fn line_number(&self, index: usize) -> usize {
        let behind = self.lines.partition_point(|line| line.index <= index);
        self.lines.get(behind.saturating_sub(1)).map_or(1, |line| line.number + 1)
    }

    /// Bytes of `text` that the line holds; empty for a line that is not shown.
    pub fn line_range(&self, index: usize) -> Range<usize> {
        let at = self.lines.binary_search_by_key(&index, |line| line.index);
        at.map_or(0..0, |at| self.lines[at].range.clone())
    }
}

/// The line of a span's last character.
fn last_line(source: &Source, span: &Range<usize>) -> usize {
    if span.is_empty() { source.line(span.start) } else { source.line(span.end - 1) }
}

/// First and last lines of each span. Two with only one line between them have that one too: a mark for a gap would
/// take as much room.
fn needed_lines(source: &Source, spans: &[Range<usize>]) -> BTreeSet<usize> {
    let mut lines = BTreeSet::new();
    for span in spans {
        let (first, last) = (source.line(span.start), last_line(source, span));
        lines.extend(first..=last.min(first + LINES_BEHIND_FIRST));
        lines.extend(first.max(last.saturating_sub(LINES_BEFORE_LAST))..=last);
    }
    let between: Vec<usize> =
        lines.iter().map(|line| line + 1).filter(|line| lines.contains(&(line + 1))).collect();
    lines.extend(between);
    lines
}

/// The part of `line` to show. Looks at no more of it than that.
fn window(text: &str, line: &Range<usize>, focus: usize) -> Range<usize> {
    let focus = focus.clamp(line.start, line.end);
    if line.len() <= WIDTH {
        return line.clone();
    }
    let before = text[line.start..focus].char_indices().rev().take(WIDTH_BEFORE).last();
    let start = line.start + before.map_or(focus - line.start, |(at, _)| at);
    let end = text[start..line.end].char_indices().nth(WIDTH).map_or(line.end, |(at, _)| start + at);
    start..end
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::finding::{Files, SourceFile};
    use crate::report::sources::Sources;

    /// Excerpt of `text` for the parts of it that are named, each by its first occurrence.
    fn excerpt(text: &str, parts: &[&str]) -> Excerpt {
        let mut files = Files::default();
        let id = files.add(SourceFile { path: "/p/a.rs".into(), text: text.to_owned() });
        let spans: Vec<Span> = parts
            .iter()
            .map(|part| {
                let start = text.find(part).expect("part of the text") as u32;
                Span::new(start, start + part.len() as u32)
            })
            .collect();
        Excerpt::new(Sources::new(&files, Path::new("/p")).get(id), &spans)
    }

    fn shown(excerpt: &Excerpt) -> Vec<&str> {
        excerpt.ranges.iter().map(|range| &excerpt.text[range.clone()]).collect()
    }

    #[test]
    fn spans_still_cover_their_text_behind_escapes() {
        let excerpt = excerpt("\u{feff}a\u{202e}b\tf(\"\x1b\");\r\nx", &["f(\"\x1b\")", "b"]);
        assert_eq!(excerpt.text, "a\\u{202e}b\tf(\"\\u{1b}\");\n");
        assert_eq!(shown(&excerpt), ["f(\"\\u{1b}\")", "b"]);
        assert_eq!(excerpt.columns, [5, 3]);
    }

    #[test]
    fn distant_lines_lie_a_gap_apart_and_keep_their_numbers() {
        let text = "a\nb\nc\nd\ne\nf\ng\nh\ni\n";
        let excerpt = excerpt(text, &["a", "c", "i"]);
        assert_eq!(excerpt.text, "a\nb\nc\ni\n");
        let lines: Vec<_> = excerpt.ranges.iter().map(|range| excerpt.line_index(range.start)).collect();
        assert_eq!(lines, [0, 2, 5]);
        assert_eq!([0, 2, 3, 5].map(|index| excerpt.line_number(index)), [1, 3, 3, 9]);
        assert_eq!(excerpt.line_range(5), 6..7);
        assert_eq!(excerpt.line_range(4), 0..0);
    }

    #[test]
    fn of_a_long_span_only_both_ends_are_shown() {
        let text: String = (0..1000).map(|line| format!("line {line};\n")).collect();
        let excerpt = excerpt(&text, &[&text["line 0;\n".len()..text.len() - "\nline 999;\n".len()]]);
        assert_eq!(excerpt.text, "line 1;\nline 2;\nline 3;\nline 4;\nline 997;\nline 998;\n");
        assert_eq!(shown(&excerpt), [excerpt.text.trim_end()]);
    }

    #[test]
    fn an_endless_line_is_cut_around_the_first_span() {
        let text = format!("{}f();{}g();", "ä".repeat(5000), "ö".repeat(5000));
        let excerpt = excerpt(&text, &["f()", "g()"]);
        assert_eq!(excerpt.text.chars().count(), WIDTH + "……\n".chars().count());
        assert!(excerpt.text.starts_with("…ä") && excerpt.text.ends_with("ö…\n"));
        assert_eq!(shown(&excerpt), ["f()", ""]);
        assert_eq!(excerpt.columns, [5001, 10005]);
    }

    #[test]
    fn a_line_end_within_a_span_does_not_reach_into_the_next_line() {
        let excerpt = excerpt("f();\r\ng();", &["f();\r\n"]);
        assert_eq!(excerpt.text, "f();\n");
        assert_eq!(shown(&excerpt), ["f();"]);
    }
}
