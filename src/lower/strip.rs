//! Function bodies and documentation blanked out of a text, by its tokens alone: what `Bodies::Drop` parses.

use super::scan::{Kind, Lexeme, Scanner};

/// `text` with spaces for documentation and for what stands in the braces of functions. Bodies within
/// `macro_rules!` stay: they are what the macro makes.
pub(super) fn bodies(text: &str) -> String {
    let mut stripper = Stripper { text, out: String::with_capacity(text.len()), copied: 0 };
    stripper.run();
    stripper.out.push_str(&text[stripper.copied..]);
    stripper.out
}

struct Stripper<'t> {
    text: &'t str,
    out: String,
    /// How much of `text` is in `out`.
    copied: usize,
}

impl Stripper<'_> {
    fn run(&mut self) {
        let mut lexemes = Scanner::new(self.text);
        let mut before = [""; 2];
        while let Some(lexeme) = lexemes.next() {
            let word = &self.text[lexeme.start..lexeme.end];
            match lexeme.kind {
                Kind::Doc => self.blank(lexeme.start, lexeme.end),
                Kind::Ident if before[0] == "fn" => {
                    if self.function(&mut lexemes).is_none() {
                        return;
                    }
                }
                Kind::Open(_) if before[1] == "!" && self.defines_macro(lexeme.start) => {
                    if group_end(&mut lexemes).is_none() {
                        return;
                    }
                }
                _ => {}
            }
            before = [word, before[0]];
        }
    }

    /// Whether `macro_rules! name` stands before byte `at`.
    fn defines_macro(&self, at: usize) -> bool {
        let head = self.text[..at].trim_end().trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
        head.trim_end().strip_suffix('!').is_some_and(|head| head.trim_end().ends_with("macro_rules"))
    }

    /// Behind a function's name: blanks its body, if it has one. `None`: a group has no end.
    fn function(&mut self, lexemes: &mut Scanner) -> Option<()> {
        let mut angles = 0usize;
        let mut last = Kind::Doc;
        let mut ahead = lexemes.clone();
        while let Some(lexeme) = ahead.next() {
            match lexeme.kind {
                Kind::Punct(b'<') => angles += 1,
                Kind::Punct(b'>') if last != Kind::Punct(b'-') => angles = angles.saturating_sub(1),
                Kind::Punct(b';') | Kind::Close(_) => break,
                Kind::Open(b'{') if angles == 0 => {
                    let close = group_end(&mut ahead)?;
                    self.blank(lexeme.end, close.start);
                    *lexemes = ahead;
                    break;
                }
                Kind::Open(_) => {
                    group_end(&mut ahead)?;
                }
                Kind::Doc => self.blank(lexeme.start, lexeme.end),
                _ => {}
            }
            last = lexeme.kind;
            *lexemes = ahead.clone();
        }
        Some(())
    }

    fn blank(&mut self, start: usize, end: usize) {
        self.out.push_str(&self.text[self.copied..start]);
        self.out.extend(std::iter::repeat_n(' ', end - start));
        self.copied = end;
    }
}

/// Behind an opening delimiter: goes behind its closing one and gives it. Counts delimiters of any kind alike.
fn group_end(lexemes: &mut Scanner) -> Option<Lexeme> {
    let mut depth = 1usize;
    for lexeme in lexemes {
        match lexeme.kind {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(lexeme);
        }
    }
    None
}
