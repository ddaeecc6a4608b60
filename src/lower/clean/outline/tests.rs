//! Outlines beside those of all signatures: what is left out unread, and what must not be.

use super::super::outline as cleaned;
use crate::lower::outline::reduce;
use crate::lower::{Bodies, lower, outline, parse};
use crate::summary::print;

/// Whether the outline of a text says the same as that of all its signatures, without places, and without the spaces that
/// arguments of attributes are kept with.
fn agree(text: &str) {
    let mut whole = lower(text, Bodies::Drop);
    if !whole.errors.is_empty() {
        return;
    }
    reduce(&mut whole);
    let said = |summary| print::file(summary).replace(' ', "");
    assert_eq!(said(&outline(text)), said(&whole), "{text}");
}

/// What stands at the place of an item, and words of it that nobody outside can make use of.
const LEFT_OUT: [(&str, &str); 24] = [
    ("fn gone() -> u8 { 1 } pub fn kept() {}", "gone"),
    (
        "#[inline] pub(crate) async fn gone<const N: usize>() where [u8; { N + 1 }]: Sized {} pub fn kept() {}",
        "gone",
    ),
    ("pub(in crate::a) unsafe extern \"C\" fn gone(f: fn(u8) -> u8) -> impl Fn(u8) {} struct Kept;", "gone"),
    ("impl A { pub fn kept() {} fn gone(&self); pub(super) const fn gone_too() {} }", "gone"),
    (
        "impl<T> A<T> for B<{ 1 }> where for<'a> T: Fn(&'a u8) -> u8 { type C = u8; fn gone(&self) -> T { self.t } }",
        "gone",
    ),
    ("impl A for fn(u8) -> B { fn gone() {} } pub fn kept() {}", "gone"),
    ("impl dyn for<'a> A<&'a u8> { pub fn kept() {} fn gone() {} }", "gone"),
    ("unsafe impl !A for B { fn gone() {} }", "gone"),
    ("#[async_trait::async_trait] impl A for B { async fn gone(&self) {} }", "gone"),
    ("mod a { #![allow(x)] mod b { fn gone() {} pub fn kept() {} } fn gone_too() {} }", "gone"),
    ("#[cfg(test)] mod tests { pub fn gone() {} } pub fn kept() {}", "gone"),
    ("#[cfg(test)] impl A { pub fn gone() {} } #[cfg(test)] pub fn gone_too() {} mod kept;", "gone"),
    ("pub const A: [u8; 2] = [gone, 2]; pub fn kept() {}", "gone"),
    ("pub static A: &[&[u8]] = &[&[gone]]; static B: C<D> = C { e: gone() };", "gone"),
    ("const A: fn(u8) -> B = if c { gone } else { gone }; const B: C = m!(gone);", "gone"),
    ("pub const A: u32 = 1 << gone; pub const B: usize = { gone }; pub fn kept() {}", "gone"),
    ("static mut A: f64 = gone; impl B { pub const C: bool = m!(gone); }", "gone"),
    ("trait A { const B: u8 = gone; const C: D = D(gone); fn kept() { gone() } }", "gone"),
    (
        "extern \"C\" { fn gone(); pub fn kept(); } unsafe extern { pub safe fn kept_too(); static A: B; }",
        "gone",
    ),
    ("default impl A for B { default fn gone() {} } const unsafe fn gone_too() {}", "gone"),
    ("pub async fn kept() { gone() } pub fn kept_too<F: Fn(u8)>(f: F) { let x = gone; x }", "gone"),
    ("/// a\nfn /* b */ gone /** c */ () {} //! d\n pub fn kept() {}", "gone"),
    ("impl A { pub const fn kept(self) -> Self { gone } const GONE: u8 = gone; }", "gone"),
    ("#[cfg(test)] mod tests { #[cfg(test)] fn gone() {} } extern crate kept;", "gone"),
];

/// What must not be left out.
const KEPT: [(&str, &str); 16] = [
    ("trait A { fn kept(&self); async fn kept_too() {} }", "kept_too"),
    ("macro_rules! a { () => { fn kept() { b } } } fn gone() {}", "b }"),
    (
        "macro_rules! a ( ($x:expr) => { impl A for $x { fn kept() {} } } ); b! { fn kept() {} }",
        "fn kept() {} }",
    ),
    ("m::a! { impl A for B { fn kept() {} } } a!(fn kept_too() {});", "kept_too"),
    ("#[automock] impl A for B { fn kept() {} }", "kept"),
    ("#[cfg_attr(a, action_impl)] impl A for B { async fn kept() {} }", "kept"),
    ("const _: () = { impl A for B { type C = Kept; } };", "Kept"),
    ("const A: B = [1, 2][kept]; const C: D = e as [u8; kept];", "as [u8; kept]"),
    ("pub fn kept<F: FnMut()>(f: F) { f(); }", "f();"),
    ("pub(crate) struct Kept { a: fn(u8) -> u8 } enum B { C = 1 }", "Kept"),
    ("use a::{b, c as kept}; pub type D = [u8; { 1 }]; union E { f: u8 }", "kept"),
    ("impl A { a! { fn kept() {} } pub fn b() {} }", "kept"),
    ("impl<T: A<{ 1 < 2 }>> B<T> { pub fn kept() {} }", "kept"),
    ("#[cfg(not(test))] pub fn kept() {} #[cfg(any(test, a))] pub fn kept_too() {}", "kept_too"),
    ("#[cfg(test)] use kept; #[cfg(test)] mod gone;", "use kept"),
    ("pub const SOME: Kept = Kept(1); pub static A: B<u8> = b(2);", "SOME: Kept = Kept"),
];

#[test]
fn what_is_left_out_says_nothing() {
    for (text, gone) in LEFT_OUT {
        agree(text);
        assert!(parse::outline(text, 0).is_ok(), "{text}");
        assert!(!cleaned(text).0.contains(gone), "{text}\n{}", cleaned(text).0);
        assert!(cleaned(text).0.len() < text.len(), "{text}");
    }
}

#[test]
fn what_says_something_stays() {
    for (text, kept) in KEPT {
        agree(text);
        assert!(parse::outline(text, 0).is_ok(), "{text}");
        assert!(cleaned(text).0.contains(kept), "{text}\n{}", cleaned(text).0);
    }
}

#[test]
fn outlines_of_sources_are_the_same_either_way() {
    let sources = [
        include_str!("../outline.rs"),
        include_str!("../../scan.rs"),
        include_str!("../../services/zbus.rs"),
        include_str!("../../../summary/name.rs"),
        include_str!("../../../index/mod.rs"),
        include_str!("../../../expand/transcribe.rs"),
        include_str!("../../../stdlib/sigs/collections.rs"),
        include_str!("../../../stdlib/sigs/os.rs"),
        include_str!("../../../stdlib/sigs/sync.rs"),
    ];
    for text in sources {
        agree(text);
        assert!(parse::outline(text, 0).is_ok(), "{text}");
    }
}

#[test]
fn what_is_broken_is_read_as_far_as_it_goes() {
    let text = "pub struct A; fn f() { } } impl A { pub fn kept(&self) {} fn gone( pub fn b() {}";
    for end in 0..text.len() {
        let (short, whole) = (outline(&text[..end]), lower(&text[..end], Bodies::Drop));
        assert!(short.items.len() <= whole.items.len() && cleaned(&text[..end]).0.len() <= end);
    }
    assert!(print::file(&outline(text)).contains("kept"));
}
