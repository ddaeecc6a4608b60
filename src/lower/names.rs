//! Which names a body's `let`s bind and nothing reads, by its tokens alone.

use super::scan::{Kind, Lexeme};

/// More names than this are not told apart: one of them may be unread.
const MAX_NAMES: usize = 64;

/// The names bound so far.
#[derive(Default)]
pub(super) struct Names<'t> {
    /// Each with whether it was read.
    bound: Vec<(&'t str, bool)>,
    /// A word that reads a name unless `:` follows.
    pending: Option<&'t str>,
    /// The last three tokens, newest first; punctuation and delimiters as themselves.
    before: [&'t str; 3],
}

impl<'t> Names<'t> {
    /// Reads one token.
    pub(super) fn push(&mut self, text: &'t str, lexeme: Lexeme, in_macro: bool) {
        let token = &text[lexeme.start..lexeme.end];
        if let Some(word) = self.pending.take()
            && (in_macro || token != ":")
        {
            self.read(|name| name == word);
        }
        match lexeme.kind {
            Kind::Ident if self.is_bound_here() => self.bind(token),
            Kind::Ident if in_macro => self.pending = Some(token),
            Kind::Ident => {
                let is_part = matches!(self.before[0], "." | ":");
                let is_dropped = self.before[0] == "(" && self.before[1] == "drop";
                if !is_part && !is_dropped {
                    self.pending = Some(token);
                }
            }
            Kind::Literal if in_macro => self.read(|name| token.contains(name)),
            _ => {}
        }
        self.before = [token, self.before[0], self.before[1]];
    }

    fn bind(&mut self, name: &'t str) {
        // `Some` in `let Some(x)` binds nothing.
        let binds = name != "mut" && name.starts_with(|char: char| char.is_lowercase() || char == '_');
        if binds && self.bound.len() <= MAX_NAMES {
            self.bound.push((name, false));
        }
    }

    /// Whether some name was never read.
    pub(super) fn has_unread(&mut self) -> bool {
        if let Some(word) = self.pending.take() {
            self.read(|name| name == word);
        }
        self.bound.len() > MAX_NAMES || self.bound.iter().any(|(_, read)| !read)
    }

    fn is_bound_here(&self) -> bool {
        self.before[0] == "let" || self.before[0] == "mut" && self.before[1] == "let"
    }

    fn read(&mut self, is_read: impl Fn(&str) -> bool) {
        self.bound.iter_mut().filter(|(name, _)| is_read(name)).for_each(|(_, read)| *read = true);
    }
}
