//! Of a dependency's text the parser need not see what an [outline](super::super::outline) leaves out anyway: private
//! functions, functions of trait impls, tests, what constants are made of. That is most of what it would read.
//!
//! Knows where items stand, and leaves all that it does not know as it is.

use super::super::outline::{NUMBERS, is_inert};
use super::super::scan::{Kind, Lexeme, Scanner};
use super::{Cleaner, Header, Step, is_comment, rest_of_group};

/// What items stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A module, an impl of a type, an `extern` block: what is not `pub` cannot be named.
    Scope,
    /// A trait, of which all can be named.
    Trait,
    /// An impl of a trait, which declares the functions.
    TraitImpl,
}

impl Place {
    /// Whether a function that begins so can be named from outside.
    fn shows(self, head: &Head) -> bool {
        match self {
            Place::Scope => head.is_public,
            Place::Trait => true,
            Place::TraitImpl => false,
        }
    }
}

/// What comes behind an item, or behind what it begins with.
enum Next {
    Item,
    /// The first one in there.
    Into(Place),
    /// The one behind what this one stands in.
    Out,
    End,
}

/// What an item begins with: attributes, visibility, qualifiers. It is kept once it is known that the item is.
#[derive(Default)]
struct Head {
    lexemes: Vec<Lexeme>,
    is_public: bool,
    /// It has `#[cfg(test)]`.
    is_test: bool,
    /// It has an attribute that may read the rest.
    is_read: bool,
    /// Its last word is `extern`: a `{` opens items.
    is_extern: bool,
}

/// Words before the one that tells what an item is.
const QUALIFIERS: [&str; 8] = ["async", "const", "default", "extern", "gen", "safe", "static", "unsafe"];

impl<'t> Cleaner<'t> {
    /// Keeps what an outline is made of.
    pub(super) fn keep_outline(&mut self) {
        let mut lexemes = Scanner::new(self.text);
        let mut places = vec![Place::Scope];
        while let Some(place) = places.last() {
            match self.keep_item(&mut lexemes, *place) {
                Next::Item => {}
                Next::Into(inner) => places.push(inner),
                // One that nothing opened is for the parser to stumble over.
                Next::Out if places.len() == 1 => {}
                Next::Out => drop(places.pop()),
                Next::End => return,
            }
        }
    }

    /// An item, unless it is left out, or what it begins with where others stand in it.
    fn keep_item(&mut self, lexemes: &mut Scanner, place: Place) -> Next {
        let mut head = Head::default();
        while let Some(lexeme) = next(lexemes) {
            match lexeme.kind {
                Kind::Punct(b'#') => self.attribute(lexeme, lexemes, &mut head),
                Kind::Punct(b';') => {
                    self.keep_head(&mut head, lexeme);
                    return Next::Item;
                }
                Kind::Close(_) => {
                    self.keep_head(&mut head, lexeme);
                    return Next::Out;
                }
                Kind::Open(delimiter) => {
                    self.keep_head(&mut head, lexeme);
                    match delimiter == b'{' && head.is_extern {
                        true => return Next::Into(Place::Scope),
                        false => self.keep_within(lexemes),
                    }
                    if delimiter == b'{' {
                        return Next::Item;
                    }
                }
                Kind::Ident => {
                    if let Some(next) = self.keep_word(lexeme, lexemes, &mut head, place) {
                        return next;
                    }
                }
                _ => head.lexemes.push(lexeme),
            }
        }
        head.lexemes.into_iter().for_each(|lexeme| self.keep(lexeme));
        Next::End
    }

    /// A word of what an item begins with, and all behind it where it tells what that is. `None`: it does not.
    fn keep_word(
        &mut self,
        lexeme: Lexeme,
        lexemes: &mut Scanner,
        head: &mut Head,
        place: Place,
    ) -> Option<Next> {
        Some(match self.word(lexeme) {
            "pub" => {
                head.is_public = !matches!(peek(lexemes), Some(Lexeme { kind: Kind::Open(_), .. }));
                head.lexemes.push(lexeme);
                if !head.is_public {
                    head.lexemes.extend(next(lexemes));
                    rest_of_group(lexemes, &mut |lexeme| head.lexemes.push(lexeme));
                }
                return None;
            }
            "fn" if head.is_test || !place.shows(head) => self.skip_braced(lexemes),
            "impl" | "mod" | "trait" if head.is_test => self.skip_braced(lexemes),
            "const" | "static" if self.is_number(lexemes) => self.skip_constant(lexemes),
            word if QUALIFIERS.contains(&word) && self.is_qualifier(lexeme, lexemes) => {
                head.is_extern = word == "extern";
                head.lexemes.push(lexeme);
                return None;
            }
            word => {
                self.keep_head(head, lexeme);
                match word {
                    "fn" => self.keep_function(lexemes),
                    "impl" | "mod" | "trait" => self.keep_block(word, head.is_read, lexemes),
                    "const" | "static" => self.keep_constant(lexemes),
                    "macro_rules" => self.keep_macro(lexemes),
                    _ => self.keep_rest(lexemes),
                }
            }
        })
    }

    fn word(&self, lexeme: Lexeme) -> &'t str {
        &self.text[lexeme.start..lexeme.end]
    }

    /// Keeps what an item begins with, and the token behind it.
    fn keep_head(&mut self, head: &mut Head, last: Lexeme) {
        head.lexemes.drain(..).chain([last]).for_each(|lexeme| self.keep(lexeme));
    }

    /// Whether a word that may be one is a qualifier: no constant begins with it.
    fn is_qualifier(&self, lexeme: Lexeme, lexemes: &Scanner) -> bool {
        const BEHIND: [&str; 8] = ["async", "extern", "fn", "gen", "impl", "safe", "trait", "unsafe"];
        !matches!(self.word(lexeme), "const" | "static")
            || peek(lexemes).is_none_or(|next| next.kind != Kind::Ident || BEHIND.contains(&self.word(next)))
    }

    /// Whether the `const` or `static` that was read is a number.
    fn is_number(&self, lexemes: &Scanner) -> bool {
        let mut lexemes = lexemes.clone();
        let words: [&str; 5] =
            std::array::from_fn(|_| next(&mut lexemes).map_or("", |lexeme| self.word(lexeme)));
        match words {
            ["mut", _, ":", ty, "=" | ";"] | [_, ":", ty, "=" | ";", _] => NUMBERS.contains(&ty),
            _ => false,
        }
    }

    /// Reads an attribute. One of what is around (`#![…]`) is kept at once.
    fn attribute(&mut self, pound: Lexeme, lexemes: &mut Scanner, head: &mut Head) {
        head.lexemes.push(pound);
        let is_inner = matches!(peek(lexemes), Some(Lexeme { kind: Kind::Punct(b'!'), .. }));
        if is_inner {
            head.lexemes.extend(next(lexemes));
        }
        if !matches!(peek(lexemes), Some(Lexeme { kind: Kind::Open(b'['), .. })) {
            return;
        }
        head.lexemes.extend(next(lexemes));
        let from = head.lexemes.len();
        rest_of_group(lexemes, &mut |lexeme| head.lexemes.push(lexeme));
        if is_inner {
            head.lexemes.drain(..).for_each(|lexeme| self.keep(lexeme));
            return;
        }
        let words: Vec<&str> = head.lexemes[from..].iter().map(|lexeme| self.word(*lexeme)).collect();
        let path: String =
            words.iter().take_while(|word| !matches!(**word, "(" | "=" | "[" | "{" | "]")).copied().collect();
        head.is_test |= words == ["cfg", "(", "test", ")", "]"];
        head.is_read |= !(is_inert(&path) || path == "cfg" || path.ends_with("async_trait"));
    }

    /// A function from behind its keyword, without its body, unless that may throw away what a callback gives.
    fn keep_function(&mut self, lexemes: &mut Scanner) -> Next {
        let mut header = Header::default();
        while let Some(lexeme) = next(lexemes) {
            header.takes_callback |= matches!(self.word(lexeme), "Fn" | "FnMut" | "FnOnce");
            self.keep(lexeme);
            match header.push(lexeme.kind) {
                Step::Header => {}
                Step::Body => {
                    match header.takes_callback {
                        true => self.keep_if_calling(lexemes, &mut Vec::new()),
                        false => self.keep_close(lexemes),
                    }
                    return Next::Item;
                }
                Step::NoBody => return out_if_closed(lexeme),
            }
        }
        Next::End
    }

    /// Nothing of a function or block, from behind its keyword.
    fn skip_braced(&mut self, lexemes: &mut Scanner) -> Next {
        let mut header = Header::default();
        while let Some(lexeme) = next(lexemes) {
            match header.push(lexeme.kind) {
                Step::Header => {}
                Step::Body => {
                    lexemes.skip_group();
                    return Next::Item;
                }
                Step::NoBody => {
                    if matches!(lexeme.kind, Kind::Close(_)) {
                        self.keep(lexeme);
                    }
                    return out_if_closed(lexeme);
                }
            }
        }
        Next::End
    }

    /// A module, trait or impl up to its brace, from behind its keyword. An impl that an attribute may read is kept as it is.
    fn keep_block(&mut self, keyword: &str, is_read: bool, lexemes: &mut Scanner) -> Next {
        let is_read = is_read && keyword == "impl";
        let mut header = Header::default();
        let (mut is_of_trait, mut is_behind_where, mut is_behind_for) = (false, false, false);
        while let Some(lexeme) = next(lexemes) {
            let word = self.word(lexeme);
            // `for<'a>` says something else.
            is_of_trait |= is_behind_for && lexeme.kind != Kind::Punct(b'<');
            is_behind_where |= word == "where";
            is_behind_for = word == "for" && !is_behind_where && header.groups == 0 && header.angles == 0;
            self.keep(lexeme);
            match header.push(lexeme.kind) {
                Step::Header => {}
                Step::Body if is_read => {
                    self.keep_within(lexemes);
                    return Next::Item;
                }
                Step::Body => {
                    return Next::Into(match keyword {
                        "trait" => Place::Trait,
                        "impl" if is_of_trait => Place::TraitImpl,
                        _ => Place::Scope,
                    });
                }
                Step::NoBody => return out_if_closed(lexeme),
            }
        }
        Next::End
    }

    /// A constant, from behind its keyword: of what it is made of the groups are empty, but for a block, which items may
    /// stand in.
    fn keep_constant(&mut self, lexemes: &mut Scanner) -> Next {
        let mut header = Header::default();
        // Behind the `=`, nothing but what may stand before an array.
        let (mut is_value, mut is_start) = (false, false);
        while let Some(lexeme) = next(lexemes) {
            self.keep(lexeme);
            match lexeme.kind {
                Kind::Open(delimiter) if is_value => {
                    let is_block = delimiter == b'{' && is_start;
                    // What a `[` opens may be an index or a type, which cannot be empty.
                    match is_block || (delimiter == b'[' && !is_start) {
                        true => self.keep_within(lexemes),
                        false => self.keep_close(lexemes),
                    }
                    is_start = false;
                    continue;
                }
                Kind::Open(_) => {
                    self.keep_within(lexemes);
                    continue;
                }
                Kind::Close(_) => return Next::Out,
                Kind::Punct(b';') => return Next::Item,
                Kind::Punct(b'=') if header.angles == 0 && !is_value => (is_value, is_start) = (true, true),
                Kind::Punct(b'&') => {}
                Kind::Ident if self.word(lexeme) == "mut" => {}
                _ => is_start = false,
            }
            header.push(lexeme.kind);
        }
        Next::End
    }

    /// Nothing of a constant, from behind its keyword.
    fn skip_constant(&mut self, lexemes: &mut Scanner) -> Next {
        while let Some(lexeme) = next(lexemes) {
            match lexeme.kind {
                Kind::Open(_) => drop(lexemes.skip_group()),
                Kind::Punct(b';') => return Next::Item,
                Kind::Close(_) => {
                    self.keep(lexeme);
                    return Next::Out;
                }
                _ => {}
            }
        }
        Next::End
    }

    /// A macro's definition, from behind the `macro_rules`.
    fn keep_macro(&mut self, lexemes: &mut Scanner) -> Next {
        while let Some(lexeme) = next(lexemes) {
            self.keep(lexeme);
            match lexeme.kind {
                Kind::Ident | Kind::Punct(b'!') => {}
                Kind::Open(_) => {
                    self.keep_definition(lexemes);
                    return Next::Item;
                }
                _ => return out_if_closed(lexeme),
            }
        }
        Next::End
    }

    /// The rest of another item: up to its `;` or its `}`.
    fn keep_rest(&mut self, lexemes: &mut Scanner) -> Next {
        while let Some(lexeme) = next(lexemes) {
            self.keep(lexeme);
            match lexeme.kind {
                Kind::Open(delimiter) => {
                    self.keep_within(lexemes);
                    if delimiter == b'{' {
                        return Next::Item;
                    }
                }
                Kind::Close(_) => return Next::Out,
                Kind::Punct(b';') => return Next::Item,
                _ => {}
            }
        }
        Next::End
    }
}

/// What comes behind a header without a body.
fn out_if_closed(last: Lexeme) -> Next {
    if matches!(last.kind, Kind::Close(_)) { Next::Out } else { Next::Item }
}

/// The next token that is no comment.
fn next(lexemes: &mut Scanner) -> Option<Lexeme> {
    lexemes.find(|lexeme| !is_comment(lexeme))
}

/// The same without going there.
fn peek(lexemes: &Scanner) -> Option<Lexeme> {
    next(&mut lexemes.clone())
}

#[cfg(test)]
mod tests;
