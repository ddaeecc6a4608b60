//! What is left of a text that could not be lowered whole.
//!
//! Everything is done on the text: it is cut where items start at the left margin, and in each piece the part that
//! holds an error is overwritten with spaces until the rest parses. Nothing moves, so all positions stay right.

use std::ops::Range;

use super::chunks::{self, Chunk, Group};
use super::parse::{self, Failure, FailureKind};
use super::{Bodies, pieces, repair};
use crate::source::Span;
use crate::summary::{FileSummary, SyntaxError};

/// How often one piece is parsed anew before it is given up.
const MAX_TRIES: usize = 200;

/// Bytes that all tries of a file may parse together, beyond [`MAX_PASSES`] times its own.
const MAX_WORK: usize = 64 << 20;
const MAX_PASSES: usize = 4;

/// The most errors that are worth listing.
const MAX_ERRORS: usize = 1_000;

/// How many groups around a chunk are left standing when what it holds is too deep.
const MAX_KEPT_GROUPS: usize = 500;

/// Lowers what can be lowered of `text`, which starts at byte `base` of its file.
pub(super) fn file(text: &str, base: u32, bodies: Bodies) -> FileSummary {
    let mut summary = FileSummary::default();
    let (text, markers) = pieces::without_conflict_markers(text);
    summary.errors.extend(markers.into_iter().map(|marker| error(base, marker.at, marker.message)));
    let mut work = MAX_WORK + MAX_PASSES * text.len();
    for piece in pieces::pieces(&text) {
        let start = base + piece.range.start as u32;
        let mut draft = Draft::new(&text[piece.range], start, bodies, &mut work);
        if !piece.healthy {
            let found = repair::repair(&mut draft.text);
            draft.reported = found.touched;
            draft.errors.extend(found.first.map(|first| error(draft.base, first.at, first.message)));
        }
        summary.append(draft.lower());
    }
    summary.errors.truncate(MAX_ERRORS);
    summary
}

fn error(base: u32, at: usize, message: String) -> SyntaxError {
    let at = base + at as u32;
    SyntaxError { span: Span::new(at, at), message }
}

/// A piece of a text at work.
struct Draft<'w> {
    text: String,
    base: u32,
    bodies: Bodies,
    errors: Vec<SyntaxError>,
    /// Parts that an error was reported for: others in there are consequences.
    reported: Vec<Range<usize>>,
    /// How often it may still be parsed.
    tries: usize,
    /// Bytes that may still be parsed in the whole file.
    work: &'w mut usize,
}

impl<'w> Draft<'w> {
    fn new(text: &str, base: u32, bodies: Bodies, work: &'w mut usize) -> Self {
        let tries = if text.len() * 2 > *work { 1 } else { MAX_TRIES };
        Draft { text: text.to_owned(), base, bodies, errors: Vec::new(), reported: Vec::new(), tries, work }
    }

    fn parse(&mut self) -> Result<FileSummary, Failure> {
        *self.work = self.work.saturating_sub(self.text.len());
        self.tries = if *self.work == 0 { 0 } else { self.tries.saturating_sub(1) };
        parse::whole(&self.text, self.base, self.bodies)
    }

    /// Lowers the piece, without the parts that are broken.
    fn lower(mut self) -> FileSummary {
        while self.tries > 0 {
            match self.parse() {
                Ok(mut summary) => {
                    self.errors.append(&mut summary.errors);
                    return FileSummary { errors: self.errors, ..summary };
                }
                Err(failure) => self.mend(&failure),
            }
        }
        let message = "too many errors: this part was left out".to_owned();
        self.errors.push(error(self.base, 0, message));
        FileSummary { errors: self.errors, ..FileSummary::default() }
    }

    /// Overwrites what is broken. Each call takes at least one byte of code away or adds a missing `;`.
    fn mend(&mut self, failure: &Failure) {
        let chunks = chunks::around(&self.text, failure.at);
        if failure.kind == FailureKind::TooDeep {
            return self.cut_deep(&chunks, failure);
        }
        if self.drop_visibility(failure) {
            return;
        }
        if self.drop_match(&chunks, failure) || self.drop_head(failure) {
            return;
        }
        let Some(chunk) = chunks.last() else {
            let all = 0..self.text.len();
            self.report(failure, all.clone());
            return self.blank(all);
        };
        if chunk.of == Group::Statements && self.add_semicolon(chunk, failure) {
            return;
        }
        self.report(failure, chunk.start..chunk.end);
        let mended = match chunk.of {
            Group::List => self.replace_argument(chunk),
            Group::Statements => self.cut_a_part(chunk, failure),
            Group::Arms | Group::Fields => false,
        };
        if !mended {
            self.blank(chunk.start..chunk.end);
        }
    }

    /// Reports a failure once for a part of the text.
    fn report(&mut self, failure: &Failure, part: Range<usize>) {
        let overlaps = |known: &Range<usize>| known.start < part.end && part.start < known.end;
        let holds = |known: &Range<usize>| known.start <= failure.at && failure.at <= known.end;
        if !self.reported.iter().any(|known| overlaps(known) || holds(known)) {
            self.errors.push(error(self.base, failure.at, failure.message.clone()));
        }
        self.reported.push(part);
    }

    fn blank(&mut self, part: Range<usize>) {
        repair::blank(&mut self.text, part);
    }

    /// Takes out the smallest statement or item that holds what is too deep, if it is not too deep itself.
    fn cut_deep(&mut self, chunks: &[Chunk], failure: &Failure) {
        let kept = &chunks[..chunks.len().min(MAX_KEPT_GROUPS)];
        let statement = kept.iter().rev().find(|chunk| chunk.of == Group::Statements);
        let part = statement.or(kept.last()).map_or(0..self.text.len(), |chunk| chunk.start..chunk.end);
        self.report(failure, part.clone());
        self.blank(part);
    }

    /// `pub impl`, `pub macro_call!()`: the compiler reads these, and an attribute macro may want them. No error.
    fn drop_visibility(&mut self, failure: &Failure) -> bool {
        let Some(part) = repair::visibility_before(&self.text, failure.at) else { return false };
        let word_follows = self.text[failure.at..].starts_with(|c: char| c.is_alphabetic());
        word_follows && self.attempt(failure.at + 1, |text| repair::blank(text, part))
    }

    /// `match { A => … }`: the arms are read as statements.
    fn drop_match(&mut self, chunks: &[Chunk], failure: &Failure) -> bool {
        let [.., outer, _] = chunks else { return false };
        let is_bare =
            |text: &str| text.strip_prefix("match").is_some_and(|rest| rest.trim_start().starts_with('{'));
        let part = outer.start..outer.end;
        if !self.text[failure.at..].starts_with("=>") || !is_bare(&self.text[part.clone()]) {
            return false;
        }
        self.report(failure, part.clone());
        self.blank(part);
        true
    }

    /// `for x in { … }`, `if { … }`: half-typed, the head takes the braces for itself, and the next statement is what the
    /// parser stumbles over. Without the head the statements in the braces are a block.
    fn drop_head(&mut self, failure: &Failure) -> bool {
        if !failure.message.contains("curly braces") {
            return false;
        }
        let Some(block) = repair::braces_before(&self.text, failure.at) else { return false };
        let chunks = chunks::around(&self.text, block.start);
        let Some(chunk) = chunks.last().filter(|chunk| chunk.of == Group::Statements) else { return false };
        // Of `if a { … } else if { … }` the last head is the broken one.
        let head = &self.text[chunk.start..block.start];
        let is_head = |(at, word): &(usize, &str)| {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            !head[..*at].ends_with(is_part) && !head[at + word.len()..].starts_with(is_part)
        };
        let heads = ["for", "if", "while", "match"].iter().flat_map(|word| head.match_indices(word));
        let Some((at, word)) = heads.filter(is_head).max() else { return false };
        let is_match = word == "match";
        let start = chunk.start + at;
        let (head, whole) = (start..block.start, start..block.end);
        self.report(failure, whole.clone());
        self.blank(if is_match { whole } else { head });
        true
    }

    /// `a() b();`: puts the `;` where there is room for it, so that both statements stay.
    fn add_semicolon(&mut self, chunk: &Chunk, failure: &Failure) -> bool {
        if !failure.message.contains("`;`") {
            return false;
        }
        let gap = repair::gap_before(&self.text, failure.at);
        let Some(gap) = gap.filter(|gap| chunk.start < *gap && *gap <= chunk.end) else { return false };
        let missing = failure.message.ends_with("expected `;`");
        if !self.attempt(chunk.end, |text| repair::put(text, gap, ';')) {
            if !missing {
                return false;
            }
            repair::put(&mut self.text, gap, ';');
        }
        let line = repair::line_of(&self.text, gap);
        self.report(&Failure { at: gap, message: failure.message.clone(), kind: failure.kind }, line);
        true
    }

    /// An argument becomes `_`, so that the others keep their places.
    fn replace_argument(&mut self, chunk: &Chunk) -> bool {
        let old = self.text[chunk.start..chunk.end].trim_end_matches([',', ';']);
        if matches!(old.trim(), "_" | "") {
            return false;
        }
        let end = chunk.start + old.len();
        self.blank(chunk.start..end);
        repair::put(&mut self.text, chunk.start, '_');
        true
    }

    /// Takes out less than a whole statement or item, if what is left of it is right then.
    fn cut_a_part(&mut self, chunk: &Chunk, failure: &Failure) -> bool {
        let inside = chunk.start < failure.at && failure.at < chunk.end;
        // Something in front of an item.
        if inside
            && pieces::is_item_start(&self.text[failure.at..])
            && self.attempt(chunk.end, |text| repair::blank(text, chunk.start..failure.at))
        {
            return true;
        }
        // A token that wants another: `fn f() -> { … }`.
        if inside
            && let Some(before) =
                repair::operator_before(&self.text, failure.at).filter(|part| part.start > chunk.start)
            && self.attempt(chunk.end, |text| repair::blank(text, before))
        {
            return true;
        }
        // Where a statement goes on over several lines, the first may be half-typed and the others not part of it.
        let line_end = self.text[chunk.start..chunk.end].find('\n').map(|found| chunk.start + found);
        line_end.is_some_and(|end| {
            failure.at >= chunk.start
                && pieces::is_balanced(&self.text[chunk.start..end])
                && self.attempt(chunk.end, |text| repair::blank(text, chunk.start..end))
        })
    }

    /// Keeps an edit if nothing before byte `end` is wrong then.
    fn attempt(&mut self, end: usize, edit: impl FnOnce(&mut String)) -> bool {
        let before = self.text.clone();
        edit(&mut self.text);
        let good = match self.parse() {
            Ok(_) => true,
            Err(next) => next.at >= end,
        };
        if !good {
            self.text = before;
        }
        good
    }
}
