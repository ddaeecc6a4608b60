//! Text → tokens → `syn` → summary, in one go. What fails says where; `recover` takes it from there.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::{Span as TokenSpan, TokenStream};

use super::Bodies;
use super::clean::{self, clean};
use super::context::Context;
use super::depth::Bound;
use super::positions::Positions;
use super::scan::{Kind, Scanner, line_end};
use crate::summary::{Attrs, FileSummary};

/// Why a text could not be lowered.
pub(super) struct Failure {
    /// A byte of the text.
    pub at: usize,
    /// One lower-case line.
    pub message: String,
    pub kind: FailureKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FailureKind {
    Syntax,
    TooDeep,
}

/// Lowers a text that starts at byte `base` of its file, whole or not at all.
pub(super) fn whole(text: &str, base: u32, bodies: Bodies) -> Result<FileSummary, Failure> {
    let (clean, bound) = clean(text, bodies);
    lowered(text, base, (&clean, bound), bodies)
}

/// The same for what an outline is made of. Offsets are in order and none is that of two tokens, which is all that is
/// asked of them.
pub(super) fn outline(text: &str, base: u32) -> Result<FileSummary, Failure> {
    let (short, bound) = clean::outline(text);
    match bound.deep_macros.first() {
        // Which macros that are would have to be told by their offsets.
        Some(at) => Err(syntax(*at as usize, "a macro is nested too deeply".to_owned())),
        None => lowered(&short, base, (&short, bound), Bodies::Drop),
    }
}

/// The same for what a macro made: all its bodies, without the tokens of macro calls in them.
pub(super) fn made(text: &str, base: u32) -> Result<FileSummary, Failure> {
    let (clean, bound) = clean(text, Bodies::Keep);
    lowered(text, base, (&clean, bound), Bodies::Relevant)
}

fn lowered(
    text: &str,
    base: u32,
    (clean, bound): (&str, Bound),
    bodies: Bodies,
) -> Result<FileSummary, Failure> {
    if let Some(at) = bound.too_deep {
        return Err(Failure { at, message: "nested too deeply".to_owned(), kind: FailureKind::TooDeep });
    }
    // Neither the parser nor this code panics on any input that is known; if one does, it costs a part of a file.
    let lowered = catch_unwind(AssertUnwindSafe(|| lower_text(text, clean, base, bodies, bound.deep_macros)));
    proc_macro2::extra::invalidate_current_thread_spans();
    lowered.unwrap_or_else(|_| Err(syntax(0, "the parser gave up on this".to_owned())))
}

/// `clean` is what the parser sees of `text`.
fn lower_text<'t>(
    text: &'t str,
    clean: &'t str,
    base: u32,
    bodies: Bodies,
    deep_macros: Vec<u32>,
) -> Result<FileSummary, Failure> {
    let tokens = clean.parse::<TokenStream>().map_err(|error| {
        let at = byte(clean, error.span());
        syntax(at, "this is no token of Rust".to_owned())
    })?;
    let file = syn::parse2::<syn::File>(tokens).map_err(|error| {
        let mut message = error.to_string();
        message.truncate(message.find('\n').unwrap_or(message.len()));
        syntax(byte(clean, error.span()), message)
    })?;
    // Macro arguments are read from the text: without bodies where these are not wanted.
    let text = if bodies == Bodies::Drop { clean } else { text };
    let mut cx = Context::new(text, Positions::new(clean), base, bodies);
    cx.deep_macros = deep_macros;
    let mut items = Vec::new();
    cx.items(&file.items, &mut items);
    let attrs = if file.attrs.is_empty() { Attrs::default() } else { cx.attrs(&file.attrs) };
    Ok(FileSummary { attrs, items, errors: cx.errors })
}

fn syntax(at: usize, message: String) -> Failure {
    Failure { at, message, kind: FailureKind::Syntax }
}

fn byte(text: &str, span: TokenSpan) -> usize {
    let start = span.start();
    // The end of the text has no span of its own.
    if span.end() == (proc_macro2::LineColumn { line: 1, column: 0 }) {
        return text.len();
    }
    Positions::new(text).byte(start) as usize
}

/// Bytes before the code: a byte-order mark and a shebang.
pub(super) fn prelude(text: &str) -> usize {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let Some(rest) = text[mark..].strip_prefix("#!") else { return mark };
    let is_attribute = Scanner::new(rest).find(|lexeme| lexeme.kind != Kind::Doc);
    match is_attribute {
        Some(lexeme) if lexeme.kind == Kind::Open(b'[') => mark,
        _ => line_end(text.as_bytes(), mark),
    }
}
