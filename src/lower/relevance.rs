//! Whether a function body can throw a call's value away, by its tokens alone: a body that cannot need not be parsed.
//!
//! Says "it can" where it cannot tell, and where two tokens side by side tell that the code is broken: the parser is to
//! say so. What throws a value away is what `discards` knows: a statement of a call, of what a call's future gives or
//! of a block, `let _`, `_ =`, holes of a tuple pattern, `match … { _ => }`, a name that nothing reads, what a task gives,
//! and what macros do that are not known by their name.

use super::names::Names;
use super::scan::{Kind, Lexeme};
use crate::summary::is_well_known;

/// Words that a statement starts with whose value is not thrown away by its `;`.
const KEEPING: [&str; 6] = ["let", "return", "break", "use", "static", "type"];

/// Words that stand beside an operand without an operator.
const JOINING: [&str; 41] = [
    "as",
    "in",
    "mut",
    "ref",
    "dyn",
    "impl",
    "let",
    "else",
    "match",
    "if",
    "while",
    "for",
    "loop",
    "return",
    "break",
    "continue",
    "move",
    "async",
    "await",
    "unsafe",
    "const",
    "static",
    "pub",
    "fn",
    "struct",
    "enum",
    "trait",
    "type",
    "use",
    "mod",
    "where",
    "extern",
    "union",
    "auto",
    "raw",
    "yield",
    "try",
    "macro_rules",
    "safe",
    "box",
    "gen",
];

/// Reads a body's tokens one by one.
pub(super) struct Reader<'t> {
    text: &'t str,
    groups: Vec<Group>,
    /// The last token, and whether it closes the argument of a macro.
    last: Option<(Lexeme, bool)>,
    before_last: Option<Lexeme>,
    names: Names<'t>,
    /// Something that the body throws away was seen, or an item that others may need.
    pub relevant: bool,
}

/// A group that is open.
struct Group {
    opener: u8,
    /// A macro's argument.
    of_macro: bool,
    /// A macro's argument or within one.
    in_macro: bool,
    /// The arguments of a call that runs a task, or within them.
    in_spawn: bool,
    /// The argument of `drop`, or within it.
    in_drop: bool,
    /// An `async` block.
    is_async: bool,
    /// How the statement at hand starts; `None` before its first word.
    start: Option<Start>,
    /// A `=` was seen in the statement at hand.
    assigns: bool,
}

/// How a statement starts.
#[derive(Clone, Copy, PartialEq)]
enum Start {
    /// Its `;` does not throw a value away.
    Keeping,
    /// `const X: T = S { … };`, `const { … }`: the same, but a `}` ends it where no `=` comes before.
    Const,
    /// `struct S { … }`, `const fn f() { … }`: the same, and a `}` ends it.
    Closed,
    /// A `;` does, and a `}` ends it.
    Other,
}

impl Group {
    /// The outermost one: a body.
    fn body() -> Self {
        Group {
            opener: b'{',
            of_macro: false,
            in_macro: false,
            in_spawn: false,
            in_drop: false,
            is_async: false,
            start: None,
            assigns: false,
        }
    }

    fn next_statement(&mut self) {
        (self.start, self.assigns) = (None, false);
    }

    /// Whether the statement at hand ends with a `}`.
    fn ends_with_brace(&self) -> bool {
        match self.start {
            Some(Start::Keeping) => false,
            Some(Start::Const) => !self.assigns,
            Some(Start::Closed | Start::Other) | None => true,
        }
    }
}

impl<'t> Reader<'t> {
    /// Starts behind the body's opening brace.
    pub(super) fn new(text: &'t str) -> Self {
        let groups = vec![Group::body()];
        Reader { text, groups, last: None, before_last: None, names: Names::default(), relevant: false }
    }

    /// Reads one token. `false`: it closes the body.
    pub(super) fn push(&mut self, lexeme: Lexeme) -> bool {
        let mut closes_macro = false;
        let in_macro = self.groups.last().is_some_and(|group| group.in_macro);
        self.names.push(self.text, lexeme, in_macro);
        self.relevant |= !in_macro && self.last.is_some_and(|(last, _)| self.is_broken(last, lexeme));
        match lexeme.kind {
            Kind::Open(opener) => {
                let of_macro =
                    self.last_is(b'!') && self.before_last.is_some_and(|before| before.kind == Kind::Ident);
                self.relevant |= opener == b'(' && self.last_is(b'=') && self.before_last_closes();
                self.relevant |= of_macro && !in_macro && !self.before_last_is_well_known();
                self.open(opener, of_macro);
            }
            Kind::Close(_) => {
                let Some(closed) = self.groups.pop() else { return self.end() };
                let ends_with_call =
                    matches!(self.last, Some((last, _)) if matches!(last.kind, Kind::Close(_)));
                self.relevant |= closed.is_async && closed.in_spawn && ends_with_call;
                let Some(group) = self.groups.last_mut() else { return self.end() };
                closes_macro = closed.of_macro;
                if closed.opener == b'{' && group.ends_with_brace() {
                    group.next_statement();
                }
            }
            Kind::Punct(b';') => self.end_statement(),
            Kind::Punct(b'=') => {
                self.relevant |= self.last_word() == Some("_");
                if let Some(group) = self.groups.last_mut() {
                    group.assigns = true;
                }
            }
            Kind::Ident => self.word(lexeme),
            _ => {}
        }
        self.before_last = self.last.map(|(last, _)| last);
        self.last = Some((lexeme, closes_macro));
        true
    }

    fn open(&mut self, opener: u8, of_macro: bool) {
        let (last, before) = (self.last_word(), self.before_last.map(|lexeme| self.word_of(lexeme)));
        let is_async = last == Some("async") || last == Some("move") && before == Some("async");
        let is_spawn = last.is_some_and(|word| word.starts_with("spawn") || word == "block_on");
        let outer = self.groups.last();
        let in_macro = of_macro || outer.is_some_and(|group| group.in_macro);
        let in_spawn = opener == b'(' && is_spawn || outer.is_some_and(|group| group.in_spawn);
        // `drop(x)` gives away what was made elsewhere.
        let within_drop = outer.is_some_and(|group| group.in_drop);
        self.relevant |= within_drop;
        let in_drop = within_drop || opener == b'(' && matches!(last, Some("drop" | "forget"));
        self.groups.push(Group { opener, of_macro, in_macro, in_spawn, in_drop, is_async, ..Group::body() });
    }

    /// The body is closed.
    fn end(&mut self) -> bool {
        self.relevant |= self.names.has_unread();
        false
    }

    fn word_of(&self, lexeme: Lexeme) -> &'t str {
        &self.text[lexeme.start..lexeme.end]
    }

    fn word(&mut self, lexeme: Lexeme) {
        let word = &self.text[lexeme.start..lexeme.end];
        // `let _`: given away. `impl`, `macro_rules`: may serve code outside of the body.
        self.relevant |=
            word == "impl" || word == "macro_rules" || (word == "_" && self.last_word() == Some("let"));
        let follows_const = self.last_word() == Some("const");
        let Some(group) = self.groups.last_mut() else { return };
        match group.start {
            None => {
                group.start = Some(match word {
                    "const" => Start::Const,
                    "struct" => Start::Closed,
                    _ if KEEPING.contains(&word) => Start::Keeping,
                    _ => Start::Other,
                });
            }
            // `=` in its bounds starts no value.
            Some(Start::Const) if follows_const && ["fn", "unsafe", "async", "extern"].contains(&word) => {
                group.start = Some(Start::Closed);
            }
            Some(_) => {}
        }
    }

    fn end_statement(&mut self) {
        let Some(group) = self.groups.last_mut() else { return };
        if group.opener == b'{' {
            let thrown = match self.last {
                Some((last, false)) => match last.kind {
                    Kind::Close(b')' | b']') | Kind::Punct(b'?') => !group.assigns,
                    Kind::Ident => !group.assigns && self.text[last.start..last.end] == *"await",
                    Kind::Close(b'}') => true,
                    _ => false,
                },
                _ => false,
            };
            self.relevant |= thrown && matches!(group.start, Some(Start::Other) | None);
            group.next_statement();
        }
    }

    /// Whether no expression holds these two tokens side by side: half-typed code.
    fn is_broken(&self, last: Lexeme, next: Lexeme) -> bool {
        let word = |lexeme: Lexeme| &self.text[lexeme.start..lexeme.end];
        let ends = matches!(next.kind, Kind::Close(_) | Kind::Punct(b';' | b','));
        let is_operand = |lexeme: Lexeme| match lexeme.kind {
            Kind::Ident => !JOINING.contains(&word(lexeme)),
            Kind::Literal => true,
            _ => false,
        };
        match last.kind {
            Kind::Punct(b'.') => {
                !matches!(next.kind, Kind::Ident | Kind::Literal | Kind::Punct(b'.')) && {
                    // `..` may stand alone.
                    !self.before_last.is_some_and(|before| before.kind == Kind::Punct(b'.'))
                        && next.kind != Kind::Punct(b'=')
                }
            }
            Kind::Punct(b'=' | b'+' | b'-' | b'/' | b'%' | b'^') => ends,
            Kind::Ident if word(last) == "let" => ends || next.kind == Kind::Punct(b'='),
            Kind::Ident | Kind::Literal | Kind::Close(b')') => {
                (last.kind == Kind::Close(b')') || is_operand(last)) && is_operand(next)
            }
            _ => false,
        }
    }

    fn last_is(&self, punct: u8) -> bool {
        self.last.is_some_and(|(last, _)| last.kind == Kind::Punct(punct))
    }

    /// Whether the macro whose argument opens is known by its name: another may throw away what it likes.
    fn before_last_is_well_known(&self) -> bool {
        self.before_last.is_some_and(|before| is_well_known(self.word_of(before)))
    }

    fn before_last_closes(&self) -> bool {
        self.before_last.is_some_and(|before| matches!(before.kind, Kind::Close(_)))
    }

    fn last_word(&self) -> Option<&'t str> {
        let (last, _) = self.last?;
        (last.kind == Kind::Ident).then(|| &self.text[last.start..last.end])
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::Scanner;
    use super::*;

    fn relevant(body: &str) -> bool {
        let text = format!("{body} }}");
        let mut reader = Reader::new(&text);
        for lexeme in Scanner::new(&text) {
            if !reader.push(lexeme) {
                return reader.relevant;
            }
        }
        panic!("the body does not end: {body}");
    }

    #[test]
    fn what_throws_a_value_away_is_relevant() {
        for body in [
            "f();",
            "a.b(1).c();",
            "let x = 1; if x { g(x); } x",
            "let _ = f();",
            "_ = f();",
            "let (_, n) = (f(), 1);",
            "match f() { _ => {} }",
            "if let _ = f() {}",
            "match n { 0 => f(), _ => g() };",
            "{ f() };",
            "async { 1 };",
            "let x = async { f(); };",
            "let x = move || { f(); };",
            "#[allow(unused)] f();",
            "'a: loop { f(); }",
            "x(); let y = 1;",
            "vec![1].push(f());",
            "impl A for B {}",
            "let f = |x| match x { _ => 1 };",
            "f().await;",
            "f()?;",
            "(f(), g());",
            "[f(), g()];",
            "let guard = lock.lock(); x",
            "let mut guard = a.b; guards.len()",
            "let guard = f(); drop(guard); x",
            "let guard = f(); self.guard = S { guard: 1 }",
            "x.map(|y| drop(f(y)))",
            "spawn(async move { f() })",
            "let h = x.spawn(async { f() }.instrument(y)); h",
            "let x = f(); m!(x)",
            "a::m! { f() }",
            "struct S { a: u8 } f();",
            "struct S<T> where T: A { a: T } f();",
            "const { assert!(true) } f();",
            "const fn g() -> u8 { 1 } f();",
            "struct S<T = u8> { a: T } f();",
            "struct S<I> where I: A<B = u8> { a: I } f();",
            "const unsafe fn g<I: A<B = u8>>() { } f();",
        ] {
            assert!(relevant(body), "{body}");
        }
    }

    #[test]
    fn what_is_broken_is_relevant() {
        for body in [
            "let x = ;",
            "let x = 1 + ;",
            "let x = a.;",
            "x.",
            "let = 1;",
            "let x = a b;",
            "let x = f() g;",
            "let x = (1 +);",
        ] {
            assert!(relevant(body), "{body}");
        }
    }

    #[test]
    fn what_keeps_all_values_is_not() {
        for body in [
            "",
            "f()",
            "let x = f(); x",
            "let x: T = a.b(); println!(\"{x}\")",
            "let x = f(); dbg!(x)",
            "x = f();",
            "self.x = a.b(c);",
            "return f();",
            "println!(\"{}\", f());",
            "assert!(f());",
            "let x = match y { 1 => f(), n => g(n) }; x",
            "let x = if c { f() } else { g() }; x",
            "[f(); 3].len()",
            "vec![f(); 3]",
            "let Some(x) = f() else { return g(); };",
            "let x = &a[1..]; let y = ..=b; let z = (.., 1); let t = x.0.1; (y, z, t)",
            "let x = a as u8 as u16 + x; for (i, x) in y {} while let Some(x) = z {}",
            "match x { Some(y) if y => 1, n => 2 }",
            "let f = async move { x }; let p = &raw const x; let g: fn(u8) -> u8 = h; (f, p, g)",
            "quote! { a b c = ; }",
            "let x: Vec<Vec<u8>> = y; let s = \"a\"; let b = -1; (x, s, b)",
        ] {
            assert!(!relevant(body), "{body}");
        }
    }
}
