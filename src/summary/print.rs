//! A printed form of summaries: what tests compare and people debug with. Close to Rust, but not Rust: spans
//! are left out, and parentheses show how a tree nests, not what the source has.

mod body;
mod control;
mod items;
mod pats;
mod types;

use std::fmt::Write as _;

use super::{FileSummary, Fn, Path, Token, TypeRef};

/// A whole file: inner attributes, items, errors.
pub fn file(file: &FileSummary) -> String {
    let mut printer = Printer::default();
    printer.attrs(&file.attrs, "#!");
    for item in &file.items {
        printer.item(item);
    }
    for error in &file.errors {
        let _ = write!(printer.out, "error {}..{}: {}", error.span.start, error.span.end, error.message);
        printer.line();
    }
    printer.out
}

/// A type on one line.
pub fn ty(ty: &TypeRef) -> String {
    let mut printer = Printer::default();
    printer.ty(ty);
    printer.out
}

/// A path on one line.
pub fn path(path: &Path) -> String {
    let mut printer = Printer::default();
    printer.path(path);
    printer.out
}

/// A function's signature on one line: no visibility, no attributes, no body.
pub fn fn_sig(function: &Fn) -> String {
    let mut printer = Printer::default();
    printer.signature(function);
    printer.out
}

/// Writes lines with indentation.
#[derive(Default)]
struct Printer {
    out: String,
    indent: usize,
}

impl Printer {
    fn text(&mut self, text: &str) {
        if self.out.is_empty() || self.out.ends_with('\n') {
            self.out.extend(std::iter::repeat_n("    ", self.indent));
        }
        self.out.push_str(text);
    }

    /// Ends a line.
    fn line(&mut self) {
        self.out.push('\n');
    }

    /// ` {`, what `inner` writes one level deeper, and `}`; `{}` where it writes nothing.
    fn braces(&mut self, inner: impl FnOnce(&mut Self)) {
        self.text("{");
        let before = self.out.len();
        self.line();
        self.indent += 1;
        inner(self);
        self.indent -= 1;
        if self.out.len() == before + 1 {
            self.out.pop();
        }
        self.text("}");
    }

    /// Each of `all`, with `separator` between them.
    fn list<T>(&mut self, all: impl IntoIterator<Item = T>, separator: &str, each: impl FnMut(&mut Self, T)) {
        let mut each = each;
        for (index, one) in all.into_iter().enumerate() {
            if index > 0 {
                self.text(separator);
            }
            each(self, one);
        }
    }

    fn tokens(&mut self, tokens: &[Token]) {
        let mut space = false;
        for token in tokens {
            if space {
                self.text(" ");
            }
            space = true;
            match token {
                Token::Ident { name, raw, .. } => {
                    self.text(if *raw { "r#" } else { "" });
                    self.text(name);
                }
                Token::Punct { char, joint, .. } => {
                    self.text(char.encode_utf8(&mut [0; 4]));
                    space = !joint;
                }
                Token::Literal { text, .. } => self.text(text),
                Token::Group { delimiter, tokens, .. } => {
                    let (open, close) = types::delimiters(*delimiter);
                    self.text(open);
                    self.tokens(tokens);
                    self.text(close);
                }
            }
        }
    }
}
