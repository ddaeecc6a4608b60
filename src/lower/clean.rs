//! One pass over a text's tokens before the parser sees them: comments, documentation and line ends become
//! spaces, and so do function bodies where they are not wanted; nesting is bounded on the way.
//!
//! Of a dependency's bodies those are wanted that may throw away what a callback gives: a statement of a call in a
//! function that says `Fn`, `FnMut` or `FnOnce` of something.
//!
//! Not for looks: the parser makes an attribute of each line of documentation, and positions are found by a
//! search through the lines of a text.

mod outline;

use super::Bodies;
use super::depth::{Bound, Counter};
use super::relevance::Reader;
use super::scan::{Kind, Lexeme, Scanner};

/// `text` with spaces for all that is not wanted, and how deeply the rest may nest. Offsets stay.
pub(super) fn clean(text: &str, bodies: Bodies) -> (String, Bound) {
    let mut cleaner = Cleaner::new(text, text.as_bytes().to_vec(), false);
    match bodies {
        Bodies::Keep => cleaner.keep_all(),
        Bodies::Drop | Bodies::Relevant => {
            cleaner.keep_signatures(&mut Scanner::new(text), bodies, false);
        }
    }
    cleaner.out[cleaner.kept..].fill(b' ');
    cleaner.finish()
}

/// Of a dependency's text what an outline is made of. Nothing points into it, so offsets may shrink: the parser would
/// step over most of it byte by byte.
///
/// The bound is that of the text, and its offsets are.
pub(super) fn outline(text: &str) -> (String, Bound) {
    let mut cleaner = Cleaner::new(text, Vec::with_capacity(text.len() / 2), true);
    cleaner.keep_outline();
    cleaner.finish()
}

/// How many tokens a body may have to be looked into where it throws nothing away: what only calls its callbacks is short,
/// and what hands on a future.
const MAX_CALLING: usize = 200;

struct Cleaner<'t> {
    text: &'t str,
    out: Vec<u8>,
    /// Whether `out` has one space in the place of many.
    is_short: bool,
    /// Up to where the text is done.
    kept: usize,
    counter: Counter<'t>,
}

impl<'t> Cleaner<'t> {
    fn new(text: &'t str, out: Vec<u8>, is_short: bool) -> Self {
        Cleaner { text, out, is_short, kept: 0, counter: Counter::new(text) }
    }

    fn finish(self) -> (String, Bound) {
        // Only whole tokens and comments were left out, so this is UTF-8 as before.
        let cleaned = String::from_utf8(self.out).unwrap_or_else(|_| self.text.to_owned());
        (cleaned, self.counter.finish())
    }

    fn keep_all(&mut self) {
        for lexeme in Scanner::new(self.text) {
            if !is_comment(&lexeme) {
                self.keep(lexeme);
            }
        }
    }

    /// What is not kept becomes spaces.
    fn keep(&mut self, lexeme: Lexeme) {
        self.keep_gap(lexeme.start);
        if self.is_short {
            self.out.extend_from_slice(&self.text.as_bytes()[lexeme.start..lexeme.end]);
        }
        self.kept = lexeme.end;
        self.counter.push(lexeme);
    }

    /// Spaces for what stands up to `end`, if anything does.
    fn keep_gap(&mut self, end: usize) {
        if self.is_short {
            self.out.extend((self.kept < end).then_some(b' '));
            return;
        }
        match &mut self.out[self.kept..end] {
            [] | [b' '] => {}
            gap => gap.fill(b' '),
        }
    }

    /// The rest of a group, without the bodies of functions in it.
    fn keep_within(&mut self, lexemes: &mut Scanner) {
        self.keep_signatures(lexemes, Bodies::Drop, true);
    }

    /// Leaves out what stands in the braces of functions, unless it is wanted. Bodies within `macro_rules!` stay: they are what the
    /// macro makes. `within`: up to the end of the group that is open.
    fn keep_signatures(&mut self, lexemes: &mut Scanner, bodies: Bodies, within: bool) {
        let mut body = Vec::new();
        let mut depth = 0usize;
        let mut header: Option<Header> = None;
        // The last two words, if the last tokens are words: to know functions and macro definitions.
        let mut before = [""; 3];
        while let Some(lexeme) = lexemes.next() {
            if is_comment(&lexeme) {
                continue;
            }
            let word = &self.text[lexeme.start..lexeme.end];
            self.keep(lexeme);
            match lexeme.kind {
                Kind::Open(_) => depth += 1,
                Kind::Close(_) if within && depth == 0 => return,
                Kind::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if lexeme.kind == Kind::Ident && before[0] == "fn" {
                header = Some(Header::default());
            } else if matches!(lexeme.kind, Kind::Open(_)) && before[1] == "!" && before[2] == "macro_rules" {
                self.keep_definition(lexemes);
                depth -= 1;
            } else if let Some(at_work) = &mut header {
                at_work.takes_callback |= matches!(word, "Fn" | "FnMut" | "FnOnce");
                at_work.speaks_of_future |= word.ends_with("Future");
                match at_work.push(lexeme.kind) {
                    Step::Header => {}
                    Step::Body => {
                        match bodies {
                            Bodies::Relevant => {
                                self.keep_if_relevant(lexemes, &mut body, at_work.speaks_of_future)
                            }
                            _ if at_work.takes_callback => self.keep_if_calling(lexemes, &mut body),
                            _ => self.keep_close(lexemes),
                        }
                        depth -= 1;
                        header = None;
                    }
                    Step::NoBody => header = None,
                }
            }
            before = [word, before[0], before[1]];
        }
    }

    /// Keeps the rest of a macro's definition. Documentation in it is an attribute to what matches it, and may be all that
    /// tells two calls apart: a macro that calls itself with some added would not end.
    fn keep_definition(&mut self, lexemes: &mut Scanner) {
        let mut depth = 1usize;
        // One without an end is for the parser to stumble over.
        while depth > 0 {
            let Some(lexeme) = lexemes.next() else { return };
            if is_comment(&lexeme) {
                self.keep_attribute(lexeme);
                continue;
            }
            self.keep(lexeme);
            match lexeme.kind {
                Kind::Open(_) => depth += 1,
                Kind::Close(_) => depth -= 1,
                _ => {}
            }
        }
    }

    /// Puts a short attribute where documentation stands, if there is room.
    fn keep_attribute(&mut self, doc: Lexeme) {
        const ATTRIBUTE: &[u8] = b"#[doc]";
        let is_inner = self.text.as_bytes()[doc.start..].get(2) == Some(&b'!');
        if doc.end - doc.start >= ATTRIBUTE.len() && !is_inner {
            self.keep_gap(doc.start);
            self.kept = doc.start + ATTRIBUTE.len();
            match self.is_short {
                true => self.out.extend_from_slice(ATTRIBUTE),
                false => self.out[doc.start..self.kept].copy_from_slice(ATTRIBUTE),
            }
        }
    }

    /// Keeps the rest of a body if it can throw something away, else only its closing brace. A short one may say of the
    /// future that it gives whose it is. `body` is scratch space.
    fn keep_if_relevant(&mut self, lexemes: &mut Scanner, body: &mut Vec<Lexeme>, gives_future: bool) {
        body.clear();
        let mut reader = Reader::new(self.text);
        let closed = lexemes.filter(|lexeme| !is_comment(lexeme)).any(|lexeme| {
            body.push(lexeme);
            !reader.push(lexeme)
        });
        // A body without its end is one for the parser to stumble over.
        let hands_on = gives_future && body.len() <= MAX_CALLING;
        self.keep_body(body, reader.relevant || hands_on || !closed);
    }

    /// The same for a body with a call that is a statement.
    fn keep_if_calling(&mut self, lexemes: &mut Scanner, body: &mut Vec<Lexeme>) {
        body.clear();
        if !rest_of_group(lexemes, &mut |lexeme| body.push(lexeme)) {
            return;
        }
        let ends_call =
            |pair: &[Lexeme]| matches!((pair[0].kind, pair[1].kind), (Kind::Close(_), Kind::Punct(b';')));
        let wanted = body.len() <= MAX_CALLING && body.windows(2).any(ends_call);
        self.keep_body(body, wanted);
    }

    /// Keeps nothing of a body but its closing brace.
    fn keep_close(&mut self, lexemes: &mut Scanner) {
        lexemes.skip_group().into_iter().for_each(|close| self.keep(close));
    }

    /// A body's tokens, or only its closing brace.
    fn keep_body(&mut self, body: &[Lexeme], wanted: bool) {
        if wanted {
            body.iter().for_each(|lexeme| self.keep(*lexeme));
        } else if let Some(close) = body.last() {
            self.keep(*close);
        }
    }
}

/// A comment without an end stays, so that the parser stumbles over it.
fn is_comment(lexeme: &Lexeme) -> bool {
    lexeme.kind == Kind::Doc && !lexeme.broken
}

/// A function from behind its name to its body.
#[derive(Default)]
struct Header {
    groups: usize,
    /// `<` that are open: a `{` in there is a const argument.
    angles: usize,
    after_minus: bool,
    /// It says of something that it can be called.
    takes_callback: bool,
    /// A word of it ends with `Future`: what it gives may be one.
    speaks_of_future: bool,
}

enum Step {
    Header,
    Body,
    NoBody,
}

impl Header {
    fn push(&mut self, kind: Kind) -> Step {
        let after_minus = std::mem::replace(&mut self.after_minus, kind == Kind::Punct(b'-'));
        match kind {
            Kind::Open(b'{') if self.groups == 0 && self.angles == 0 => return Step::Body,
            Kind::Open(_) => self.groups += 1,
            Kind::Close(_) if self.groups == 0 => return Step::NoBody,
            Kind::Close(_) => self.groups -= 1,
            Kind::Punct(b';') if self.groups == 0 => return Step::NoBody,
            Kind::Punct(b'<') if self.groups == 0 => self.angles += 1,
            Kind::Punct(b'>') if self.groups == 0 && !after_minus => {
                self.angles = self.angles.saturating_sub(1)
            }
            _ => {}
        }
        Step::Header
    }
}

/// The tokens up to the closing delimiter of the group that is open, which is among them. Delimiters of all kinds count
/// alike. `false`: there is none.
fn rest_of_group(lexemes: &mut Scanner, each: &mut dyn FnMut(Lexeme)) -> bool {
    let mut depth = 1usize;
    for lexeme in lexemes.filter(|lexeme| !is_comment(lexeme)) {
        each(lexeme);
        match lexeme.kind {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return true;
        }
    }
    false
}
