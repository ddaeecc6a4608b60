//! Globs: what shadows them, what they pass on, circles, enums, what they hide.

use crate::{check, leads};

#[test]
fn what_is_named_shadows_what_is_globbed() {
    let text = "
        pub mod sync { pub fn send() {} pub fn lock() {} pub fn wait() {} }
        pub mod asynch { pub async fn send() {} pub async fn lock() {} pub async fn wait() {} }
        pub mod declared { use asynch_glob::*; pub fn send() {} mod asynch_glob { pub use crate::asynch::*; } }
        pub mod imported { use crate::asynch::*; use crate::sync::lock; }
        pub mod renamed { use crate::asynch::*; use crate::sync::lock as wait; }
        ";
    leads(
        text,
        &[
            ("p::declared", "value send", "fn p::declared::send"),
            ("p::declared", "value lock", "async fn p::asynch::lock"),
            ("p::imported", "value lock", "fn p::sync::lock"),
            ("p::imported", "value wait", "async fn p::asynch::wait"),
            ("p::renamed", "value lock", "async fn p::asynch::lock"),
            ("p::renamed", "value wait", "fn p::sync::lock"),
        ],
    );
}

/// A glob brings a name in one namespace where the other is declared.
#[test]
fn namespaces_are_shadowed_one_by_one() {
    let text = "
        pub mod a { pub fn time() {} pub mod time { pub fn inner() {} } }
        use a::*;
        fn time() {}
        ";
    leads(
        text,
        &[
            ("p", "value time", "fn p::time"),
            ("p", "type time", "mod p::a::time"),
            ("p", "value time::inner", "fn p::a::time::inner"),
        ],
    );
}

#[test]
fn two_globs_of_the_same_item_agree_and_others_do_not() {
    let text = "
        pub mod a { pub fn f() {} pub fn g() {} }
        pub mod b { pub use crate::a::f; pub async fn g() {} }
        use a::*;
        use b::*;
        ";
    leads(text, &[("p", "value f", "fn p::a::f"), ("p", "value g", "fn p::a::g | async fn p::b::g")]);
}

#[test]
fn circles() {
    let text = "
        pub mod a { pub use crate::b::*; pub fn from_a() {} }
        pub mod b { pub use crate::c::*; pub use crate::a::*; pub fn from_b() {} }
        pub mod c { pub use crate::a::*; pub use self::*; pub fn from_c() {} }
        ";
    let rows = |module: &str| {
        format!(
            "  value from_a: fn p::a::from_a\n  value from_b: fn p::b::from_b\n  value from_c: fn p::c::from_c\n# {module}"
        )
    };
    let expected = format!(
        "p\n  type a: mod p::a\n  type b: mod p::b\n  type c: mod p::c\np::a\n{}p::b\n{}p::c\n{}",
        rows("a").replace("# a", ""),
        rows("b").replace("# b", ""),
        rows("c").replace("# c", ""),
    );
    check(text, &expected);
}

#[test]
fn enums() {
    let text = "
        pub enum State { Open, Shut(u8), Named { x: u8 } }
        pub mod inner { use super::State::*; pub use super::State::{self, Open as Start}; }
        ";
    let expected = "
        p
          type State: type p::State
          type inner: mod p::inner
        p::inner
          type Named: variant p::State::Named
          type Open: variant p::State::Open
          type Shut: variant p::State::Shut
          type Start: variant p::State::Open
          type State: type p::State
          value Named: variant p::State::Named
          value Open: variant p::State::Open
          value Shut: variant p::State::Shut
          value Start: variant p::State::Open
        ";
    check(text, expected);
}

#[test]
fn hidden_items_do_not_leak() {
    let text = "
        pub mod a {
            fn private() {}
            pub(crate) fn of_the_crate() {}
            pub(super) fn of_the_parent() {}
            pub(in crate::a) fn of_a() {}
            pub fn public() {}
            use self::public as renamed;
            pub mod child { pub use super::*; }
        }
        pub mod b { use super::a::*; }
        pub mod c { pub use super::a::child::*; }
        pub mod d { use super::b::*; }
        pub mod e { pub(super) use super::a::*; pub mod below {} }
        ";
    leads(
        text,
        &[
            // A child sees what its parent hides from others …
            ("p::a::child", "value private", "fn p::a::private"),
            ("p::a::child", "value of_a", "fn p::a::of_a"),
            ("p::a::child", "value renamed", "fn p::a::public"),
            // … and cannot pass it on.
            ("p::c", "value private", "nothing"),
            ("p::c", "value renamed", "nothing"),
            ("p::c", "value of_the_crate", "fn p::a::of_the_crate"),
            ("p", "value a::child::private", "nothing"),
            ("p", "value a::child::public", "fn p::a::public"),
            ("p::b", "value private", "nothing"),
            ("p::b", "value of_the_crate", "fn p::a::of_the_crate"),
            ("p::b", "value of_the_parent", "fn p::a::of_the_parent"),
            ("p::b", "value public", "fn p::a::public"),
            // What a private glob brings is private.
            ("p::d", "value public", "nothing"),
            ("p", "value b::public", "nothing"),
            ("p", "value e::public", "fn p::a::public"),
            ("p::e::below", "value super::public", "fn p::a::public"),
        ],
    );
}

/// A private import shadows a public glob: what the glob would have brought is not passed on.
#[test]
fn a_hidden_name_shadows_for_others_too() {
    let text = "
        pub mod twin { pub mod deep { pub fn f() {} pub fn g() {} } }
        pub mod source { pub async fn f() {} pub async fn g() {} }
        pub mod middle { pub use crate::source::*; use chain::f; mod chain { pub use crate::twin::deep::f; } }
        use middle::*;
        ";
    leads(
        text,
        &[
            ("p::middle", "value f", "fn p::twin::deep::f"),
            ("p", "value f", "nothing"),
            ("p", "value g", "async fn p::source::g"),
        ],
    );
}

/// Modules that stand for each other under different `cfg`s: a glob brings what each holds.
#[test]
fn twins() {
    let text = "
        //- /src/lib.rs
        #[cfg(unix)]
        #[path = \"unix.rs\"]
        mod sys;
        #[cfg(windows)]
        #[path = \"windows.rs\"]
        mod sys;
        use sys::*;
        //- /src/unix.rs
        pub async fn wait() {}
        pub async fn only_unix() {}
        //- /src/windows.rs
        pub fn wait() {}
        ";
    leads(
        text,
        &[
            ("p", "value wait", "async fn p::sys::wait | fn p::sys::wait"),
            ("p", "value sys::wait", "async fn p::sys::wait | fn p::sys::wait"),
            ("p", "value only_unix", "async fn p::sys::only_unix"),
        ],
    );
}

/// What cannot be seen may bring anything: the names of its glob are not looked for further out.
#[test]
fn globs_of_what_cannot_be_seen() {
    let text = "
        pub async fn spawn() {}
        pub mod a { pub use unseen::*; pub fn own() {} }
        pub fn outer() { use unseen::prelude::*; fn inner() {} }
        ";
    leads(
        text,
        &[
            ("p", "value a::own", "fn p::a::own"),
            ("p", "value a::other", "unseen"),
            ("p {}", "value inner", "fn p::inner"),
            ("p {}", "value spawn", "unseen"),
            ("p {}", "value Some", "variant std::option::Option::Some"),
            ("p {}", "value crate::spawn", "async fn p::spawn"),
        ],
    );
}

/// Where only builds for WebAssembly have another thing of that name, the others count; such code sees its own.
#[test]
fn other_builds_than_those_for_wasm_count() {
    let text = "
        #[cfg(not(target_arch = \"wasm32\"))]
        pub use native::{Timer, spawn};
        #[cfg(target_arch = \"wasm32\")]
        pub use {browser::{Timer, spawn}, unseen::Socket};
        mod native { pub struct Timer; pub async fn spawn() {} }
        #[cfg(target_arch = \"wasm32\")]
        mod browser { pub struct Timer; pub fn spawn() {} fn f() {} }
        #[cfg(target_family = \"wasm\")]
        pub fn only_there() {}
        #[cfg(target_family = \"wasm\")]
        mod within { use super::*; }
        #[cfg(windows)] pub fn system() {}
        #[cfg(unix)] pub async fn system() {}
        ";
    leads(
        text,
        &[
            ("p", "type Timer", "type p::native::Timer"),
            ("p", "value spawn", "async fn p::native::spawn"),
            ("p::browser", "value spawn", "fn p::browser::spawn"),
            ("p", "value only_there", "fn p::only_there"),
            ("p", "type Socket", "unseen"),
            ("p", "value system", "fn p::system | async fn p::system"),
        ],
    );
}

/// Two of one name and kind are an error: an import beside a declaration brings something of another kind, a macro.
#[test]
fn an_unseen_import_does_not_stand_beside_a_declaration() {
    let text = "
        use unseen::{Error, Other, cond};
        pub struct Error;
        #[cfg(feature = \"own\")] pub fn cond() {}
        ";
    leads(
        text,
        &[
            ("p", "type Error", "type p::Error"),
            ("p", "type Other", "unseen"),
            ("p", "value cond", "fn p::cond | unseen"),
        ],
    );
}
