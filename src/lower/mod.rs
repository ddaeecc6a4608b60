//! One file's text → its [`FileSummary`]. The only room that names `syn`; never looks at another file, never fails.

mod attrs;
mod blocks;
mod cfg_select;
mod chunks;
mod clean;
mod comments;
mod condense;
mod context;
mod control;
mod depth;
mod exprs;
mod future_params;
mod items;
mod members;
mod mock;
mod names;
mod outline;
mod parse;
mod paths;
mod pats;
mod pieces;
mod positions;
mod recover;
mod relevance;
mod repair;
mod scan;
mod select;
mod services;
mod tokens;
mod types;
mod uses;
mod verbatim;

use crate::summary::FileSummary;

pub use comments::{Comment, CommentKind, comments};
pub use condense::condense;
pub use tokens::tokens;

/// What to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bodies {
    /// Function bodies are lowered.
    Keep,
    /// Function bodies that can throw a call's value away are lowered, others dropped before parsing: nothing in
    /// them can be found, and errors in them are not seen.
    Relevant,
    /// Function bodies are dropped before parsing, but for short ones that may throw away what a callback gives
    /// (dependencies).
    Drop,
}

/// Bytes of stack that [`lower`] needs at most; threads that call it must have as much. Only what a text
/// really nests is ever touched.
pub const STACK_SIZE: usize = 128 << 20;

/// How deeply the nodes of a summary nest at most, counted over items, blocks, expressions, patterns and types
/// together: who walks one by recursion can rely on it.
pub const MAX_DEPTH: usize = 4_000;

/// Lowers one file.
pub fn lower(text: &str, bodies: Bodies) -> FileSummary {
    parts(text, |code, base| part(code, base, bodies))
}

/// What is made of a text, in one go or of its parts, each with the byte that it starts at.
fn parts(text: &str, each: impl Fn(&str, u32) -> FileSummary) -> FileSummary {
    let start = parse::prelude(text);
    let (code, base) = (&text[start..], start as u32);
    if code.len() <= LARGE {
        return each(code, base);
    }
    let mut summary = FileSummary::default();
    for range in pieces::batches(code, BATCH) {
        let at = base + range.start as u32;
        summary.append(each(&code[range], at));
    }
    summary
}

/// Lowers a text that starts at byte `base` of its file.
fn part(code: &str, base: u32, bodies: Bodies) -> FileSummary {
    parse::whole(code, base, bodies).unwrap_or_else(|_| recover::file(code, base, bodies))
}

/// Bytes of a text that is lowered in one go. A syntax tree takes two hundred times as much memory as its text.
const LARGE: usize = 4 << 20;

/// Bytes of a larger one that are lowered at a time.
const BATCH: usize = 256 << 10;

/// Lowers a text that starts at byte `base` of its file, if it can be read whole.
pub fn lower_at(text: &str, base: u32) -> Option<FileSummary> {
    parse::made(text, base).ok().filter(|summary| summary.errors.is_empty())
}

/// Lowers a file of a dependency: what other crates can make use of.
pub fn outline(text: &str) -> FileSummary {
    let read =
        |code: &str, base| parse::outline(code, base).unwrap_or_else(|_| part(code, base, Bodies::Drop));
    let mut summary = parts(text, read);
    outline::reduce(&mut summary);
    summary
}
