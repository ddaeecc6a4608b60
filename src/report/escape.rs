//! Makes text from outside harmless: what a terminal, a reader's eye or a CI log could take for something else is
//! written out. Knows characters only, no format.

use std::borrow::Cow;

/// Whether `c` must never be printed as it is: it moves the cursor, turns the direction of the text, ends the line, or
/// cannot be seen. (Joiners are not among these: scripts and emoji need them.)
///
/// Control characters: Unicode's `Cc`. Direction: UAX #9, explicit and implicit marks. Invisible: `Cf` without the
/// joiners, and the tag characters.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// What a tab is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tabs {
    /// Left to whoever lays the line out.
    Keep,
    /// Written `\t`.
    Escape,
}

/// `text` with every unsafe character in Rust's notation, and no command of a CI log in it.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    escape_each(&mut out, text, Tabs::Escape, |_, _| ());
    Cow::Owned(out)
}

/// Appends `text`, escaped, to `out`. `at` is told before each character: its byte offset in `text`, and the length
/// of `out`, that is where it will stand.
pub fn escape_each(out: &mut String, text: &str, tabs: Tabs, mut at: impl FnMut(usize, usize)) {
    for (offset, c) in text.char_indices() {
        at(offset, out.len());
        match c {
            '\t' if tabs == Tabs::Keep => out.push(c),
            _ if is_unsafe(c) => out.extend(c.escape_default()),
            '#' if ends_log_command(&text[..offset], &text[offset + 1..]) => out.push_str(r"\u{23}"),
            _ => out.push(c),
        }
    }
}

/// Whether a `#` between these two would complete `##[error]`, `##vso[task…]`, `##teamcity[…]`: CI logs take them for
/// commands wherever in a line they stand.
pub fn ends_log_command(before: &str, after: &str) -> bool {
    before.ends_with('#') && after.trim_start_matches(|c: char| c.is_ascii_lowercase()).starts_with('[')
}

/// What to put in front of a line so that a CI log does not take it for a command: `::warning::` is one wherever
/// only spaces stand before it. The line starts with a path, for which `./` changes nothing.
pub fn before_line(line: &str) -> &'static str {
    if line.trim_start().starts_with("::") { "./" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmless_text_is_left_alone() {
        for text in
            ["", "a b", "größe — 函数 🦀", "👩‍💻", "می‌خواهم", r"a\b", "#[x]", "a::b", "r##\"x\"##", "# ["]
        {
            assert_eq!(escape(text), text);
        }
    }

    #[test]
    fn control_characters_are_written_out() {
        assert_eq!(escape("a\x1b[31m\x07\0"), r"a\u{1b}[31m\u{7}\u{0}");
        assert_eq!(escape("a\nb\rc\td"), r"a\nb\rc\td");
        assert_eq!(escape("\u{7f}\u{9b}"), r"\u{7f}\u{9b}");
    }

    #[test]
    fn what_turns_or_hides_text_is_written_out() {
        assert_eq!(escape("x\u{202e}y\u{2066}z\u{200f}"), r"x\u{202e}y\u{2066}z\u{200f}");
        assert_eq!(
            escape("\u{feff}\u{200b}\u{2028}\u{ad}\u{e0041}"),
            r"\u{feff}\u{200b}\u{2028}\u{ad}\u{e0041}"
        );
    }

    #[test]
    fn commands_of_ci_logs_lose_their_meaning() {
        assert_eq!(escape("##[error]x"), r"#\u{23}[error]x");
        assert_eq!(escape("a ##vso[task.setvariable]"), r"a #\u{23}vso[task.setvariable]");
        assert_eq!(escape("###[x]"), r"##\u{23}[x]");
        assert_eq!(before_line("::warning::x"), "./");
        assert_eq!(before_line("  ::warning::x"), "./");
        assert_eq!(before_line("src/a.rs:1:1"), "");
    }

    #[test]
    fn a_listener_learns_where_each_character_stands() {
        let mut out = String::from("…");
        let mut seen = Vec::new();
        escape_each(&mut out, "\tä\u{1b}b", Tabs::Keep, |from, to| seen.push((from, to)));
        assert_eq!(out, "…\tä\\u{1b}b");
        assert_eq!(seen, [(0, 3), (1, 4), (3, 6), (4, 12)]);
    }
}
