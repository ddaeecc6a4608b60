//! Where what macros made was written: the call, its argument, or the macro's definition.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::digest::Digest;
use super::pieces::{Pieces, Written};
use crate::expand::{Origin, Piece};
use crate::finding::{ChainLink, FileId, Finding, Undecided};
use crate::index::{Index, MacroId};
use crate::lang::{Lang, Text};
use crate::source::Span;

/// What is said of a macro definition's line that a finding is in.
const MADE_BY: Text = Text {
    en: "made by this line of `{}!`",
    ru: "получилось из этой строки макроса `{}!`",
};

/// What one call made, as a text of its own.
#[derive(Debug)]
pub(super) struct Expansion {
    /// The file that holds the call; never an expansion itself.
    pub of: FileId,
    /// The call there.
    pub call: Span,
    /// Calls in bodies, by where what they made starts in the text; they stand in it before all that was made of them.
    pub bodies: Vec<(u32, Span)>,
    /// Where the text's tokens were written.
    pub pieces: Written,
    /// Of all that decides text and pieces, but for where the call stands.
    pub digest: Option<Digest>,
}

/// All expansions by the file of their text.
#[derive(Debug, Default)]
pub(super) struct Origins {
    expansions: FxHashMap<FileId, Expansion>,
}

/// Where something was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub file: FileId,
    pub span: Span,
    /// The macro definition's part that made it, if it was none of the call's.
    pub definition: Option<(u32, Span)>,
}

impl Origins {
    pub fn insert(&mut self, file: FileId, expansion: Expansion) {
        self.expansions.insert(file, expansion);
    }

    pub fn set_digest(&mut self, file: FileId, digest: Digest) {
        self.expansions.entry(file).and_modify(|expansion| expansion.digest = Some(digest));
    }

    /// What decides where a file's tokens were written, and the byte that this is counted from. `None`: that is not known,
    /// or the file is none that a macro made.
    pub fn counted(&self, file: FileId) -> Option<(Digest, u32)> {
        let expansion = self.expansions.get(&file)?;
        Some((expansion.digest?, expansion.call.start))
    }

    /// Whether a file is what a macro made.
    pub fn is_expansion(&self, file: FileId) -> bool {
        self.expansions.contains_key(&file)
    }

    /// The call that stands at a span of a file: the outermost one, if the file is an expansion.
    pub fn call(&self, file: FileId, span: Span) -> (FileId, Span) {
        self.expansions.get(&file).map_or((file, span), |expansion| (expansion.of, expansion.call))
    }

    /// Where a token of a file was written.
    pub fn origin(&self, file: FileId, span: Span) -> Origin {
        let Some(expansion) = self.expansions.get(&file) else { return Origin::Call(span) };
        expansion.pieces.at(span.start).map_or(Origin::Call(expansion.call), |piece| piece.origin)
    }

    /// Where the tokens of a file were written: for one that no macro made, where they stand.
    pub fn pieces(&self, file: FileId, text: &str) -> Written {
        let itself = || {
            let whole = Piece { start: 0, origin: Origin::Call(Span::new(0, text.len() as u32)) };
            Arc::new(Pieces::from(vec![whole])).into()
        };
        self.expansions.get(&file).map_or_else(itself, |expansion| expansion.pieces.clone())
    }

    /// Where a part of a file was written.
    pub fn place(&self, file: FileId, span: Span) -> Place {
        let Some(expansion) = self.expansions.get(&file) else {
            return Place { file, span, definition: None };
        };
        let whole = || match expansion.body_call(span.start) {
            Some(call) => Place { definition: None, ..self.place(file, call) },
            None => Place { file: expansion.of, span: expansion.call, definition: None },
        };
        let at = |byte| expansion.pieces.at(byte);
        let (Some(first), Some(last)) = (at(span.start), at(span.end.saturating_sub(1).max(span.start)))
        else {
            return whole();
        };
        match (first.origin, last.origin) {
            (Origin::Call(start), Origin::Call(end)) if start.start <= end.end => {
                let offset = |piece: Piece, at: u32| piece.origin.span().start + (at - piece.start);
                let end = offset(last, span.end).min(end.end);
                let span = Span::new(offset(first, span.start).min(end), end);
                Place { file: expansion.of, span, definition: None }
            }
            (Origin::Definition(id, start), Origin::Definition(other, end)) if id == other => {
                Place { definition: Some((id, start.to(end))), ..whole() }
            }
            (Origin::Definition(id, at), _) | (_, Origin::Definition(id, at)) => {
                Place { definition: Some((id, at)), ..whole() }
            }
            (start, _) => Place { file: expansion.of, span: start.span(), definition: None },
        }
    }

    /// Moves findings to where the code was written. What a macro's definition loses is found once, in the first call,
    /// and only if the definition `is_own`: its users cannot mend another's.
    pub fn settle(
        &self,
        findings: &mut Vec<Finding>,
        index: &Index,
        lang: Lang,
        is_own: &dyn Fn(FileId) -> bool,
    ) {
        let mut first: FxHashMap<(Place, &str), (FileId, Span)> = FxHashMap::default();
        let mut written = Vec::with_capacity(findings.len());
        for finding in findings.iter_mut() {
            let by_caller = self.is_lost_by_caller(finding.file, finding.span);
            let definition = self.settle_one(finding, index, lang).filter(|_| !by_caller);
            if let Some(definition) = definition {
                let call = (finding.file, finding.span);
                let before = first.entry((definition, finding.rule.name)).or_insert(call);
                let key = |(file, span): (FileId, Span)| (file, span.start, span.end);
                if key(call) < key(*before) {
                    *before = call;
                }
            }
            written.push(definition);
        }
        let mut written = written.into_iter();
        findings.retain(|finding| match written.next().flatten() {
            None => true,
            Some(definition) => {
                let call = first.get(&(definition, finding.rule.name));
                is_own(definition.file) && call == Some(&(finding.file, finding.span))
            }
        });
    }

    /// Whether what follows a value that a macro makes, and so what throws it away, was written at the call.
    fn is_lost_by_caller(&self, file: FileId, span: Span) -> bool {
        let Some(expansion) = self.expansions.get(&file) else { return false };
        matches!(expansion.pieces.next(span.end), Some(Piece { origin: Origin::Call(_), .. }))
    }

    /// Gives the part of a macro's definition that the finding is in, if it is in one.
    fn settle_one(&self, finding: &mut Finding, index: &Index, lang: Lang) -> Option<Place> {
        let place = self.place(finding.file, finding.span);
        (finding.file, finding.span) = (place.file, place.span);
        for link in &mut finding.chain {
            let place = self.place(link.file, link.span);
            (link.file, link.span) = (place.file, place.span);
        }
        let (id, span) = place.definition?;
        let data = index.macro_(MacroId(id));
        let at = self.place(data.file, span);
        let name = data.call.ident.map_or("", |name| name.as_str());
        let message = MADE_BY.with(lang, name);
        finding.chain.push(ChainLink { file: at.file, span: at.span, message });
        Some(at)
    }

    /// The same for a call that gave no finding.
    pub fn settle_undecided(&self, undecided: &mut Undecided) {
        let place = self.place(undecided.file, undecided.span);
        (undecided.file, undecided.span) = (place.file, place.span);
    }
}

impl Expansion {
    /// What one call between items made.
    pub fn new((of, call): (FileId, Span), pieces: Written) -> Self {
        Expansion { of, call, bodies: Vec::new(), pieces, digest: None }
    }

    /// The call in a body that made what stands at a byte of the text.
    fn body_call(&self, byte: u32) -> Option<Span> {
        let after = self.bodies.partition_point(|(start, _)| *start <= byte);
        after.checked_sub(1).map(|at| self.bodies[at].1)
    }
}
