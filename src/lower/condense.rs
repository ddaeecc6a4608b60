//! A dependency's file as a shorter text that says the same to [`outline`](super::outline()): what the linter brings
//! along of crates whose sources a machine may not have.

use super::clean::clean;
use super::outline::keep;
use super::scan::{Kind, Lexeme, Scanner};
use super::{Bodies, lower, parse};
use crate::source::Span;
use crate::summary::{Item, ItemKind};

/// The text without documentation, bodies, and what nobody outside can make use of.
pub fn condense(text: &str) -> String {
    let summary = lower(text, Bodies::Drop);
    let mut gone = Vec::new();
    dropped(&summary.items, false, &mut gone);
    gone.sort_unstable();
    let code = &text[parse::prelude(text)..];
    let base = (text.len() - code.len()) as u32;
    let (cleaned, _) = clean(code, Bodies::Drop);
    let mut gone = gone.into_iter().peekable();
    let mut short = String::new();
    let mut before: Option<Lexeme> = None;
    for lexeme in Scanner::new(&cleaned) {
        let at = base + lexeme.start as u32;
        while gone.next_if(|span| span.end <= at).is_some() {}
        if gone.peek().is_some_and(|span| span.start <= at) {
            continue;
        }
        if before.is_some_and(|before| must_part(&before, &lexeme)) {
            short.push(' ');
        }
        short.push_str(&cleaned[lexeme.start..lexeme.end]);
        before = Some(lexeme);
    }
    short
}

/// Items that an outline leaves out. What stands in a macro's argument stays: its definition may want it. `of_trait`:
/// these are members of a trait's impl.
fn dropped(items: &[Item], of_trait: bool, gone: &mut Vec<Span>) {
    for item in items {
        let mut kept = item.clone();
        if !keep(&mut kept) || (of_trait && matches!(item.kind, ItemKind::Fn(_))) {
            gone.push(item.span);
            continue;
        }
        match &item.kind {
            ItemKind::Mod(decl) => decl.content.iter().for_each(|inner| dropped(inner, false, gone)),
            ItemKind::Trait(decl) => dropped(&decl.items, false, gone),
            ItemKind::Impl(decl) => {
                // An attribute may make something of the functions: mongodb's `action_impl` does.
                let made_of = kept.attrs.list.iter().any(|attr| !attr.path.ends_with("async_trait"));
                dropped(&decl.items, decl.of_trait.is_some() && !made_of, gone);
            }
            _ => {}
        }
    }
}

/// Whether two tokens would become another without a space between them, or stood apart as operators.
fn must_part(before: &Lexeme, next: &Lexeme) -> bool {
    let is_word = |kind| matches!(kind, Kind::Ident | Kind::Lifetime | Kind::Literal);
    let is_operator = |kind| matches!(kind, Kind::Punct(_));
    let words = is_word(before.kind) && is_word(next.kind);
    words || (is_operator(before.kind) && is_operator(next.kind) && before.end < next.start)
}

#[cfg(test)]
mod tests {
    use super::super::outline;
    use super::*;
    use crate::summary::print;

    /// What an outline says, without places, and without the spaces that arguments of attributes are kept with.
    fn said(text: &str) -> String {
        print::file(&outline(text)).replace(' ', "")
    }

    #[test]
    fn what_is_shorter_says_the_same() {
        let text = r##"
            //! Documentation.
            #![allow(dead_code)]
            use std::{fmt, io as input};
            /// More of it.
            #[derive(Clone, Debug)]
            pub struct Pair<'a, T: ?Sized + 'a>(pub &'a T, Option<u8>);
            impl<'a, T> Pair<'a, T> where T: Fn(&'a u8) -> u8 {
                pub async fn run(&mut self, n: u8) -> Result<(), ()> { if n > 1 && n != 2 { Ok(()) } else { Err(()) } }
                fn secret(&self) -> u8 { 1 }
                pub const NAME: &'static str = "a // b";
            }
            impl<'a, T> Drop for Pair<'a, T> { fn drop(&mut self) {} }
            impl Iterator for Walk { type Item = u8; fn next(&mut self) -> Option<u8> { None } }
            #[cfg(test)] mod tests { pub fn gone() {} }
            #[action_impl] impl Action for Pair<'_, u8> { type Future = F; async fn execute(self) -> Result<u8> { Ok(1) } }
            fn private() {}
            macro_rules! wrap { ($($item:item)*) => { $($item)* } }
            wrap! { pub fn wrapped() {} fn kept_for_the_macro() {} }
            pub trait Ext: Sized { fn later(self) -> impl Future<Output = Self>; }
            extern "C" { fn call(n: i32) -> i32; }
        "##;
        let short = condense(text);
        assert_eq!(said(&short), said(text), "{short}");
        assert!(short.len() * 2 < text.len(), "{short}");
        for gone in ["secret", "Documentation", "gone", "private", "fn next"] {
            assert!(!short.contains(gone), "{gone}: {short}");
        }
    }

    #[test]
    fn files_of_std_stay_what_they_are() {
        for (name, text) in crate::stdlib::FILES {
            assert_eq!(said(&condense(text)), said(text), "{name}");
        }
    }
}
