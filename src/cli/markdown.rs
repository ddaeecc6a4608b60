//! A page for the terminal: Markdown in, text out, wrapped to a width, in colours or without. Knows what our pages use:
//! headings, paragraphs, lists, tables, code. Prints nothing.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::report::{Colour, paint};

/// No column of a table gets narrower.
const NARROWEST_CELL: usize = 8;

/// How a piece of a word looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Strong,
    Code,
}

/// What stands between two spaces: pieces that belong together, such as code and the comma behind it.
type Word = Vec<(String, Look)>;

/// `markdown` with lines of at most `width` characters, but for code, which is not wrapped.
pub fn render(markdown: &str, width: usize, colour: bool) -> String {
    let mut page = Page { width, colour, ..Page::default() };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        page.event(event);
    }
    page.out.trim_end().to_owned() + "\n"
}

/// A page on its way.
#[derive(Default)]
struct Page {
    out: String,
    width: usize,
    colour: bool,
    /// The words of what is open now: a paragraph, an item, a heading, a cell.
    words: Vec<Word>,
    /// Whether a space has ended the last word.
    is_ended: bool,
    is_strong: bool,
    /// Lists that are open, outermost first; each with its next number, if it has numbers.
    lists: Vec<Option<u64>>,
    /// The code of an open block.
    code: Option<String>,
    /// Rows of an open table, each with its cells.
    rows: Vec<Vec<Vec<Word>>>,
}

impl Page {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(Tag::Strong) => self.is_strong = true,
            Event::End(TagEnd::Strong) => self.is_strong = false,
            Event::Start(Tag::CodeBlock(_)) => self.code = Some(String::new()),
            Event::End(TagEnd::CodeBlock) => self.end_code(),
            Event::Start(Tag::List(first)) => self.lists.push(first),
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
                self.out.push('\n');
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => self.rows.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                let cell = self.take_words();
                self.rows.last_mut().into_iter().for_each(|row| row.push(cell.clone()));
            }
            Event::End(TagEnd::Table) => self.end_table(),
            Event::End(TagEnd::Heading(level)) => self.end_heading(level),
            Event::End(TagEnd::Paragraph) if self.lists.is_empty() => {
                self.end_lines("", "");
                self.out.push('\n');
            }
            Event::End(TagEnd::Item) => self.end_item(),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.piece(&code, Look::Code),
            Event::SoftBreak | Event::HardBreak => self.is_ended = true,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
            return;
        }
        let look = if self.is_strong { Look::Strong } else { Look::Plain };
        for (at, part) in text.split(char::is_whitespace).enumerate() {
            self.is_ended |= at > 0;
            if !part.is_empty() {
                self.piece(part, look);
            }
        }
    }

    fn piece(&mut self, text: &str, look: Look) {
        let piece = (text.to_owned(), look);
        match self.words.last_mut() {
            Some(word) if !self.is_ended => word.push(piece),
            _ => self.words.push(vec![piece]),
        }
        self.is_ended = false;
    }

    fn take_words(&mut self) -> Vec<Word> {
        self.is_ended = false;
        std::mem::take(&mut self.words)
    }

    /// Writes the open words as lines: `first` before the first, `rest` before the others.
    fn end_lines(&mut self, first: &str, rest: &str) {
        let words = self.take_words();
        let width = self.width.saturating_sub(rest.chars().count());
        for (at, line) in self.wrap(&words, width).iter().enumerate() {
            let before = if at == 0 { first } else { rest };
            self.out.push_str(&format!("{before}{}\n", self.show_line(line)));
        }
    }

    fn end_item(&mut self) {
        if self.words.is_empty() {
            return;
        }
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        let indent = "  ".repeat(self.lists.len().saturating_sub(1));
        let (first, rest) = (format!("{indent}{mark}"), format!("{indent}{}", " ".repeat(mark.len())));
        self.end_lines(&first, &rest);
    }

    /// Headings stand out by weight; without colours, by a line below.
    fn end_heading(&mut self, level: HeadingLevel) {
        let words = self.take_words();
        let text: Vec<String> =
            words.iter().map(|word| word.iter().map(|(text, _)| text.as_str()).collect()).collect();
        let text = text.join(" ");
        self.out.push_str(&paint(&text, Colour::Name, self.colour));
        self.out.push('\n');
        let below = match level {
            HeadingLevel::H1 => "=",
            HeadingLevel::H2 => "-",
            _ => "",
        };
        if !self.colour && !below.is_empty() {
            self.out.push_str(&below.repeat(text.chars().count()));
            self.out.push('\n');
        }
        self.out.push('\n');
    }

    fn end_code(&mut self) {
        for line in self.code.take().unwrap_or_default().lines() {
            let shown = match line.split_once("//~") {
                Some((code, mark)) => {
                    code.to_owned() + &paint(&format!("//~{mark}"), Colour::Warning, self.colour)
                }
                None => line.to_owned(),
            };
            self.out.push_str(format!("    {shown}").trim_end());
            self.out.push('\n');
        }
        self.out.push('\n');
    }

    fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let widths = self.column_widths(&rows);
        for (at, row) in rows.iter().enumerate() {
            let cells: Vec<Vec<&[Word]>> =
                row.iter().zip(&widths).map(|(cell, width)| self.wrap(cell, *width)).collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            for line in 0..height {
                let columns = cells.iter().zip(&widths).map(|(cell, width)| {
                    let words = cell.get(line).copied().unwrap_or_default();
                    let pad = " ".repeat(width.saturating_sub(self.line_width(words)));
                    self.show_line(words) + &pad
                });
                let columns = columns.collect::<Vec<_>>().join("  ");
                self.out.push_str(columns.trim_end());
                self.out.push('\n');
            }
            if at == 0 {
                let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
                self.out.push_str(&rules.join("  "));
                self.out.push('\n');
            }
        }
        self.out.push('\n');
    }

    /// As wide as its widest cell; where that is too much, the widest columns give way.
    fn column_widths(&self, rows: &[Vec<Vec<Word>>]) -> Vec<usize> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| self.line_width(cell)).max().unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..columns).map(widest).collect();
        let room = self.width.saturating_sub(2 * columns.saturating_sub(1));
        while widths.iter().sum::<usize>() > room {
            match widths.iter_mut().max() {
                Some(width) if *width > NARROWEST_CELL => *width -= 1,
                _ => break,
            }
        }
        widths
    }

    /// Lines of at most `width` characters; a longer word has a line of its own.
    fn wrap<'w>(&self, words: &'w [Word], width: usize) -> Vec<&'w [Word]> {
        let mut lines = Vec::new();
        let mut start = 0;
        for end in 1..=words.len() {
            if end - start > 1 && self.line_width(&words[start..end]) > width {
                lines.push(&words[start..end - 1]);
                start = end - 1;
            }
        }
        if start < words.len() {
            lines.push(&words[start..]);
        }
        lines
    }

    /// In characters: none of our pages has wide ones.
    fn line_width(&self, words: &[Word]) -> usize {
        let marks = if self.colour { 0 } else { 2 };
        let piece = |(text, look): &(String, Look)| {
            text.chars().count() + if *look == Look::Code { marks } else { 0 }
        };
        words.iter().flatten().map(piece).sum::<usize>() + words.len().saturating_sub(1)
    }

    fn show_line(&self, words: &[Word]) -> String {
        let piece = |(text, look): &(String, Look)| match look {
            Look::Plain => text.clone(),
            Look::Strong => paint(text, Colour::Name, self.colour),
            Look::Code if self.colour => paint(text, Colour::Code, true),
            Look::Code => format!("`{text}`"),
        };
        let words = words.iter().map(|word| word.iter().map(piece).collect::<String>());
        words.collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Title\n\nOne `two three`, four\nfive **six seven**.\n\n## `Part`\n\n- a point that is\n  \
         long\n- b\n\n1. x\n2. y\n\n```rust\nf(); //~ rule\n\nlet a_line_that_is_not_wrapped = 1;\n```\n\n\
         | a | b |\n| - | - |\n| `f \\| g` | many short words here |\n";

    #[test]
    fn without_colours_the_shape_is_in_the_characters() {
        let expected = "Title\n=====\n\nOne `two three`, four\nfive six seven.\n\nPart\n----\n\n- a point that is long\n\
             - b\n\n1. x\n2. y\n\n    f(); //~ rule\n\n    let a_line_that_is_not_wrapped = 1;\n\n\
             a        b\n───────  ───────────────\n`f | g`  many short\n         words here\n";
        assert_eq!(render(PAGE, 24, false), expected);
    }

    #[test]
    fn with_colours_code_and_headings_are_painted_and_measured_without_the_paint() {
        let text = render(PAGE, 24, true);
        for part in [
            "\u{1b}[1mTitle\u{1b}[0m\n\n",
            "One \u{1b}[36mtwo three\u{1b}[0m, four five\n",
            "f(); \u{1b}[1;33m//~ rule\u{1b}[0m\n",
        ] {
            assert!(text.contains(part), "{part:?} in {text:?}");
        }
    }

    #[test]
    fn a_narrow_terminal_loses_no_word() {
        let page = crate::explain::find("dropped_future").expect("a page").markdown.en;
        let narrow = render(page, 20, false);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let shown = words(&narrow);
        for word in words(page).iter().filter(|word| word.chars().all(char::is_alphabetic)) {
            assert!(shown.contains(word), "{word}");
        }
    }
}
