//! Which file a call of `include!` means.

use std::path::PathBuf;

use super::expand::Expander;
use super::made::Made;
use super::modules::Mode;
use super::sources::Sources;
use crate::discover::build_output;
use crate::finding::FileId;
use crate::index::{Index, MAX_VISITS, Owner, Pending, Site};
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

impl Expander {
    /// Where an earlier build wrote the file of that name for the package that a call stands in.
    pub(super) fn output(
        &self,
        sources: &Sources,
        index: &Index,
        pending: &Pending,
        name: &str,
    ) -> Option<PathBuf> {
        let root = index.krate(index.module(pending.module).krate).root;
        let root = sources.path(index.module(root).file);
        let packages = self.packages.iter().filter(|(dir, _)| root.starts_with(dir));
        let (dir, package) = packages.max_by_key(|(dir, _)| dir.components().count())?;
        build_output(&self.roots, dir, package, name)
    }

    /// The file that is included, if it can be read, and was not too often: files may include each other.
    pub(super) fn included<'s>(
        &mut self,
        sources: &mut Sources,
        index: &Index<'s>,
        pending: &Pending<'s>,
        path: Option<PathBuf>,
        is_output: bool,
        mode: Mode,
    ) -> Option<FileId> {
        let path = path?;
        let Some(file) = sources.at(&path, false).ok().flatten() else {
            // A build may not have been made, or long ago.
            if mode == Mode::Target && !is_output {
                sources.not_included(pending.file, pending.item.span, &path, is_optional(index, pending));
            }
            return None;
        };
        if is_output {
            sources.set_aside(file);
        }
        let visits = self.includes.entry((index.module(pending.module).krate, file)).or_default();
        *visits += 1;
        (*visits <= MAX_VISITS).then_some(file)
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
fn is_optional<'s>(index: &Index<'s>, pending: &Pending<'s>) -> bool {
    let site = Site { item: pending.item, module: pending.module, file: pending.file };
    index.attrs_around(site, Owner::Module).iter().any(|attrs| attrs.cfg.is_some())
}
