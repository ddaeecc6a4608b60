//! Which file a call of `include!` means.

use super::made::Made;
use crate::index::{Index, Owner, Pending, Site};
use crate::summary::Token;

/// What a call includes that names a file: one beside it, or one that a build wrote. tonic's `include_proto!("a.b")`
/// stands for `a.b.rs` of those.
pub(super) fn included(name: &str, tokens: &[Token]) -> Option<Made> {
    let path = text_of(tokens)?;
    if name != "include" {
        return Some(Made::Output(format!("{path}.rs")));
    }
    match path.strip_prefix(OUT_DIR) {
        Some(file) => Some(Made::Output(file.strip_prefix('/')?.to_owned())),
        None => Some(Made::Included(path)),
    }
}

/// Stands for the directory that a build script writes to.
const OUT_DIR: char = '\0';

/// The text that is made of literals, `concat!(…)` and `env!("OUT_DIR")`, separated by commas.
fn text_of(tokens: &[Token]) -> Option<String> {
    let mut text = String::new();
    let mut rest = tokens;
    while !rest.is_empty() {
        rest = match rest {
            [Token::Literal { text: literal, .. }, rest @ ..] => {
                text.push_str(literal.strip_prefix('"')?.strip_suffix('"')?);
                rest
            }
            [
                Token::Ident { name, .. },
                Token::Punct { char: '!', .. },
                Token::Group { tokens, .. },
                rest @ ..,
            ] => {
                let inner = text_of(tokens)?;
                match name.as_str() {
                    "concat" => text.push_str(&inner),
                    "env" if inner == "OUT_DIR" => text.push(OUT_DIR),
                    _ => return None,
                }
                rest
            }
            [Token::Punct { char: ',', .. }, rest @ ..] => rest,
            _ => return None,
        };
    }
    Some(text)
}

/// Whether a call is under a `cfg`, so that what it includes may rightly be missing.
pub(super) fn is_optional<'s>(index: &Index<'s>, pending: &Pending<'s>) -> bool {
    let site = Site { item: pending.item, module: pending.module, file: pending.file };
    index.attrs_around(site, Owner::Module).iter().any(|attrs| attrs.cfg.is_some())
}
