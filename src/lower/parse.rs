//! Text → tokens → `syn` → summary.

use super::Bodies;
use super::context::Context;
use super::scan::{Kind, Scanner};
use crate::summary::FileSummary;

pub(super) fn file(text: &str, bodies: Bodies) -> FileSummary {
    let start = prelude(text);
    let body = &text[start..];
    let Ok(tokens) = body.parse::<proc_macro2::TokenStream>() else { return FileSummary::default() };
    let Ok(file) = syn::parse2::<syn::File>(tokens) else { return FileSummary::default() };
    let mut cx = Context::new(body, start as u32, bodies);
    let mut items = Vec::new();
    cx.items(&file.items, &mut items);
    let attrs = cx.attrs(&file.attrs);
    proc_macro2::extra::invalidate_current_thread_spans();
    FileSummary { attrs, items, errors: cx.errors }
}

/// Bytes before the code: a byte-order mark and a shebang.
fn prelude(text: &str) -> usize {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let Some(rest) = text[mark..].strip_prefix("#!") else { return mark };
    let is_attribute = Scanner::new(rest).find(|lexeme| lexeme.kind != Kind::Doc);
    match is_attribute {
        Some(lexeme) if lexeme.kind == Kind::Open(b'[') => mark,
        _ => super::scan::line_end(text.as_bytes(), mark),
    }
}
