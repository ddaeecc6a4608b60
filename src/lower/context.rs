//! What lowering one text needs at hand: positions, names, the arenas of the body at work, the nesting bound.

use std::cell::{Cell, RefCell};

use proc_macro2::{Ident, Span as TokenSpan};
use rustc_hash::FxHashMap;

use super::positions::Positions;
use super::{Bodies, MAX_DEPTH};
use crate::source::Span;
use crate::summary::{
    Block, BlockId, Body, Expr, ExprId, ExprKind, MacroCall, Name, Pat, PatId, SyntaxError,
};

thread_local! {
    /// Names that this thread has met: the table of all names is locked, and its hashes are slow.
    static NAMES: RefCell<FxHashMap<&'static str, Name>> = RefCell::default();
}

/// The most that [`NAMES`] holds.
const MAX_NAMES: usize = 1 << 15;

/// A name.
pub(super) fn intern(text: &str) -> Name {
    NAMES.with_borrow_mut(|names| {
        if let Some(name) = names.get(text) {
            return *name;
        }
        if names.len() >= MAX_NAMES {
            names.clear();
        }
        let name = Name::from(text);
        names.insert(name.as_str(), name);
        name
    })
}

/// Lowers one text that was lexed whole.
pub(super) struct Context<'t> {
    /// The text, as it was lexed.
    pub text: &'t str,
    /// Where it starts in the file.
    pub base: u32,
    pub bodies: Bodies,
    pub errors: Vec<SyntaxError>,
    /// Starts of macro arguments (in `text`, sorted) that are too deep to be parsed.
    pub deep_macros: Vec<u32>,
    /// How many macro arguments are being read within each other.
    pub macros: usize,
    /// Macro calls in the types of the items at work.
    pub type_macros: Vec<MacroCall>,
    positions: Positions<'t>,
    arenas: Arenas,
    /// Where the body at work starts in the arenas: bodies around it come before.
    base_of_body: [usize; 3],
    depth: usize,
    /// Whether the item or body at work was reported as too deep.
    reported_depth: bool,
    /// The last position that was asked for: where lowering is.
    last: Cell<u32>,
}

#[derive(Default)]
struct Arenas {
    exprs: Vec<Expr>,
    pats: Vec<Pat>,
    blocks: Vec<Block>,
}

impl<'t> Context<'t> {
    pub(super) fn new(text: &'t str, positions: Positions<'t>, base: u32, bodies: Bodies) -> Self {
        Context {
            text,
            base,
            bodies,
            errors: Vec::new(),
            deep_macros: Vec::new(),
            macros: 0,
            type_macros: Vec::new(),
            positions,
            arenas: Arenas::default(),
            base_of_body: [0; 3],
            depth: 0,
            reported_depth: false,
            last: Cell::new(base),
        }
    }

    /// Where `span` starts in the file.
    pub(super) fn start(&self, span: TokenSpan) -> u32 {
        let start = self.base + self.positions.byte(span.start());
        self.last.set(start);
        start
    }

    /// Where `span` ends in the file.
    pub(super) fn end(&self, span: TokenSpan) -> u32 {
        self.base + self.positions.byte(span.end())
    }

    /// `span` in the file.
    pub(super) fn span(&self, span: TokenSpan) -> Span {
        Span::new(self.start(span), self.end(span))
    }

    /// The text at a span of the file.
    pub(super) fn source(&self, span: Span) -> &'t str {
        let range =
            span.start.saturating_sub(self.base) as usize..span.end.saturating_sub(self.base) as usize;
        self.text.get(range).unwrap_or("")
    }

    /// An identifier's name without `r#`, and where it stands.
    ///
    /// Read from the text: `proc_macro2` hands out names as new strings only.
    pub(super) fn name(&self, ident: &Ident) -> (Name, Span) {
        let start = self.start(ident.span());
        let rest = self.text.as_bytes().get((start - self.base) as usize..).unwrap_or_default();
        let raw = if rest.starts_with(b"r#") { 2 } else { 0 };
        let is_ascii_word = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
        let len = rest[raw..].iter().take_while(is_ascii_word).count();
        let ascii = rest.get(raw + len).is_none_or(u8::is_ascii);
        let end = if ascii { start + (raw + len) as u32 } else { self.end(ident.span()) };
        (self.intern(self.source(Span::new(start + raw as u32, end))), Span::new(start, end))
    }

    /// A name.
    pub(super) fn intern(&self, text: &str) -> Name {
        intern(text)
    }

    /// An empty span where lowering is.
    pub(super) fn here(&self) -> Span {
        Span::new(self.last.get(), self.last.get())
    }

    /// Runs `lower` one level deeper; `None` where that is too deep, which is reported once an item.
    pub(super) fn nested<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            if !self.reported_depth {
                self.reported_depth = true;
                let message = "nested too deeply".to_owned();
                self.errors.push(SyntaxError { span: self.here(), message });
            }
            return None;
        }
        self.depth += 1;
        let lowered = lower(self);
        self.depth -= 1;
        Some(lowered)
    }

    /// Runs `lower` on a body of its own: its root expression and the patterns of its parameters.
    pub(super) fn body(&mut self, lower: impl FnOnce(&mut Self) -> (Vec<PatId>, ExprId)) -> Box<Body> {
        let Arenas { exprs, pats, blocks } = &self.arenas;
        let base = [exprs.len(), pats.len(), blocks.len()];
        let outer = std::mem::replace(&mut self.base_of_body, base);
        let reported = std::mem::take(&mut self.reported_depth);
        let (params, root) = lower(self);
        self.base_of_body = outer;
        self.reported_depth = reported;
        let Arenas { exprs, pats, blocks } = &mut self.arenas;
        let (exprs, pats, blocks) =
            (exprs.split_off(base[0]), pats.split_off(base[1]), blocks.split_off(base[2]));
        Box::new(Body { exprs, pats, blocks, params, root })
    }

    pub(super) fn add_expr(&mut self, kind: ExprKind, span: Span) -> ExprId {
        self.arenas.exprs.push(Expr { span, kind });
        ExprId((self.arenas.exprs.len() - 1 - self.base_of_body[0]) as u32)
    }

    /// What was added to the body at work.
    pub(super) fn added(&mut self, id: ExprId) -> &mut Expr {
        &mut self.arenas.exprs[self.base_of_body[0] + id.0 as usize]
    }

    pub(super) fn add_pat(&mut self, kind: crate::summary::PatKind, span: Span) -> PatId {
        self.arenas.pats.push(Pat { span, kind });
        PatId((self.arenas.pats.len() - 1 - self.base_of_body[1]) as u32)
    }

    pub(super) fn add_block(&mut self, block: Block) -> BlockId {
        self.arenas.blocks.push(block);
        BlockId((self.arenas.blocks.len() - 1 - self.base_of_body[2]) as u32)
    }
}
