//! Which parts of a text enclose a position: the statement, arm, field or argument in each group around it.

use super::scan::{Kind, Lexeme, Scanner};

/// A statement, an item, an arm, a field, an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chunk {
    /// First byte.
    pub start: usize,
    /// One past its last byte, separator included.
    pub end: usize,
    /// What it is part of.
    pub of: Group,
}

/// How a group's content is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// Statements or items: by `;` and by a `}` where something new starts.
    Statements,
    /// Arms of a match: by `,` and by the `}` of a body.
    Arms,
    /// Fields, variants or imports in braces: by `,`.
    Fields,
    /// Arguments or elements in parentheses or brackets: by `,` and `;`.
    List,
}

/// The chunks around byte `at`, outermost first. Groups without content have none.
///
/// A position behind the last token of a group belongs to the group's last chunk.
pub(super) fn around(text: &str, at: usize) -> Vec<Chunk> {
    let mut walk =
        Walk { text, levels: vec![Level::new(Group::Statements)], found: Vec::new(), reached: false };
    for lexeme in Scanner::new(text).filter(|lexeme| lexeme.kind != Kind::Doc) {
        if !walk.reached && lexeme.end > at {
            walk.end_before(&lexeme);
            walk.reach(&lexeme);
        }
        walk.push(&lexeme);
        if walk.reached && walk.levels.iter().all(|level| level.slot.is_none()) {
            break;
        }
    }
    walk.finish()
}

/// The current chunk of one group that is open.
struct Level {
    of: Group,
    /// Where the chunk's first token starts, and where its last one ends.
    start: Option<usize>,
    end: usize,
    /// The chunk before.
    previous: Option<(usize, usize)>,
    /// Whether the chunk starts with what ends at its `}`: `if`, `fn`, `{` …
    block_like: bool,
    /// Whether the last token is a `}`; and whether that is the body of an arm.
    after_brace: bool,
    body_brace: bool,
    /// Whether an arm's `=>` was seen.
    arrow: bool,
    /// What a `{` in this chunk opens, from the last keyword.
    opens: Option<Group>,
    /// The last token.
    last: Option<Kind>,
    last_word_is_keyword: bool,
    /// Where in `found` this level's chunk belongs, once the position is reached.
    slot: Option<usize>,
}

impl Level {
    fn new(of: Group) -> Self {
        Level {
            of,
            start: None,
            end: 0,
            previous: None,
            block_like: false,
            after_brace: false,
            body_brace: false,
            arrow: false,
            opens: None,
            last: None,
            last_word_is_keyword: false,
            slot: None,
        }
    }

    /// Starts a new chunk.
    fn separate(&mut self, found: &mut [Option<Chunk>]) {
        let Some(start) = self.start else { return };
        if let Some(slot) = self.slot.take() {
            found[slot] = Some(Chunk { start, end: self.end, of: self.of });
        }
        *self = Level { previous: Some((start, self.end)), ..Level::new(self.of) };
    }
}

struct Walk<'t> {
    text: &'t str,
    levels: Vec<Level>,
    /// One per level around the position.
    found: Vec<Option<Chunk>>,
    reached: bool,
}

impl Walk<'_> {
    /// Ends the innermost chunk if `next` starts a new one behind a `}`.
    fn end_before(&mut self, next: &Lexeme) {
        let goes_on = next.kind == Kind::Ident
            && matches!(&self.text[next.start..next.end], "as" | "else" | "in" | "where");
        let Some(level) = self.levels.last() else { return };
        if !level.after_brace || goes_on {
            return;
        }
        let starts = match (level.of, next.kind) {
            (_, Kind::Close(_)) => false,
            (Group::Arms, Kind::Punct(b',')) => false,
            (Group::Arms, _) => level.body_brace,
            (Group::Statements, Kind::Ident | Kind::Literal | Kind::Lifetime | Kind::Punct(b'#')) => true,
            (Group::Statements, Kind::Punct(byte)) => level.block_like && !b".?,;=>+:".contains(&byte),
            (Group::Statements, Kind::Open(_)) => level.block_like,
            _ => false,
        };
        if starts && let Some(level) = self.levels.last_mut() {
            level.separate(&mut self.found);
        }
    }

    /// The position is at `lexeme`: every group that is open now lies around it.
    fn reach(&mut self, lexeme: &Lexeme) {
        self.reached = true;
        let at_end = matches!(lexeme.kind, Kind::Close(_));
        let innermost = self.levels.len() - 1;
        for (index, level) in self.levels.iter_mut().enumerate() {
            self.found.push(None);
            match (level.start, level.previous) {
                (None, Some((start, end))) if at_end && index == innermost => {
                    self.found[index] = Some(Chunk { start, end, of: level.of });
                }
                (None, _) if at_end && index == innermost => {}
                _ => level.slot = Some(index),
            }
        }
    }

    fn push(&mut self, lexeme: &Lexeme) {
        self.end_before(lexeme);
        if let Kind::Close(_) = lexeme.kind {
            return self.close(lexeme);
        }
        let group = self.opened(lexeme);
        let word = if lexeme.kind == Kind::Ident { &self.text[lexeme.start..lexeme.end] } else { "" };
        let Some(level) = self.levels.last_mut() else { return };
        let first = level.start.is_none();
        level.start.get_or_insert(lexeme.start);
        level.end = lexeme.end;
        level.after_brace = false;
        match lexeme.kind {
            Kind::Ident => {
                level.last_word_is_keyword = is_block_keyword(word);
                level.opens = opens(word).or(level.opens);
            }
            Kind::Punct(b'>') if level.last == Some(Kind::Punct(b'=')) => {
                level.arrow = true;
                level.opens = None;
            }
            _ => {}
        }
        if first || level.last == Some(Kind::Close(b']')) && !level.block_like {
            // Attributes come before what decides.
            level.block_like = lexeme.kind == Kind::Open(b'{')
                || lexeme.kind == Kind::Lifetime
                || lexeme.kind == Kind::Ident && is_block_like(word);
        }
        level.body_brace =
            lexeme.kind == Kind::Open(b'{') && level.arrow && level.last == Some(Kind::Punct(b'>'));
        level.last = Some(lexeme.kind);
        let separates = match (level.of, lexeme.kind) {
            (Group::Statements | Group::List, Kind::Punct(b';')) => true,
            (Group::List | Group::Fields, Kind::Punct(b',')) => true,
            (Group::Arms, Kind::Punct(b',')) => level.arrow,
            _ => false,
        };
        if separates {
            level.separate(&mut self.found);
        }
        if let Some(group) = group {
            level.opens = level.opens.filter(|_| group != Group::Arms);
            self.levels.push(Level::new(group));
        }
    }

    fn close(&mut self, lexeme: &Lexeme) {
        if self.levels.len() > 1
            && let Some(mut level) = self.levels.pop()
        {
            level.separate(&mut self.found);
        }
        if let Some(level) = self.levels.last_mut() {
            level.start.get_or_insert(lexeme.start);
            level.end = lexeme.end;
            level.after_brace = lexeme.kind == Kind::Close(b'}');
            level.last = Some(lexeme.kind);
        }
    }

    /// What kind of group `lexeme` opens, if it does.
    fn opened(&self, lexeme: &Lexeme) -> Option<Group> {
        let level = self.levels.last()?;
        match lexeme.kind {
            Kind::Open(b'{') => Some(match (level.last, level.opens) {
                (Some(Kind::Ident), _) if level.last_word_is_keyword => Group::Statements,
                (_, Some(group)) => group,
                (Some(Kind::Ident | Kind::Punct(b'>')), None)
                    if !level.arrow || level.last == Some(Kind::Ident) =>
                {
                    Group::Fields
                }
                _ => Group::Statements,
            }),
            Kind::Open(_) => Some(Group::List),
            _ => None,
        }
    }

    fn finish(mut self) -> Vec<Chunk> {
        if !self.reached {
            // Behind the last token: the last chunk of whatever is open, and there is nothing open but the file.
            let end =
                Lexeme { kind: Kind::Close(0), start: self.text.len(), end: self.text.len(), broken: false };
            self.reach(&end);
        }
        for level in self.levels.iter_mut().rev() {
            level.separate(&mut self.found);
        }
        self.found.into_iter().flatten().collect()
    }
}

/// Keywords right behind which a `{` opens a block.
fn is_block_keyword(word: &str) -> bool {
    matches!(word, "async" | "const" | "do" | "else" | "loop" | "move" | "try" | "unsafe")
}

/// What a later `{` opens behind this keyword.
fn opens(word: &str) -> Option<Group> {
    match word {
        "match" => Some(Group::Arms),
        "struct" | "enum" | "use" => Some(Group::Fields),
        "impl" | "trait" | "mod" | "extern" | "fn" | "if" | "while" | "for" => Some(Group::Statements),
        _ => None,
    }
}

/// What ends with its `}` when a statement starts with it.
fn is_block_like(word: &str) -> bool {
    matches!(
        word,
        "if" | "match"
            | "for"
            | "while"
            | "loop"
            | "unsafe"
            | "fn"
            | "impl"
            | "struct"
            | "enum"
            | "union"
            | "mod"
    ) || matches!(
        word,
        "trait" | "pub" | "extern" | "const" | "async" | "static" | "macro" | "macro_rules" | "default"
    )
}
