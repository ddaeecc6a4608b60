//! What is in scope without a `use`, what shadows it, and what cannot be seen.

use crate::{check, leads};

#[test]
fn preludes() {
    let text = "
        //- /old/Cargo.toml
        edition = \"2018\"
        //- /old/src/lib.rs
        //- /new/Cargo.toml
        edition = \"2021\"
        //- /new/src/lib.rs
        //- /newest/Cargo.toml
        edition = \"2024\"
        //- /newest/src/lib.rs
        ";
    leads(
        text,
        &[
            ("old", "type Option", "type std::option::Option"),
            ("old", "value Some", "variant std::option::Option::Some"),
            ("old", "value drop", "fn std::mem::drop"),
            ("old", "type Iterator", "trait std::iter::Iterator"),
            ("old", "type TryFrom", "nothing"),
            ("old", "type u8", "u8"),
            ("new", "type TryFrom", "trait std::convert::TryFrom"),
            ("new", "type Future", "nothing"),
            ("newest", "type Future", "trait std::future::Future"),
            ("newest", "type IntoFuture", "trait std::future::IntoFuture"),
        ],
    );
}

#[test]
fn preludes_are_shadowed_by_everything() {
    let text = "
        //- /a/Cargo.toml
        [dependencies]
        option = { path = \"../option\", package = \"option\" }
        Result = { path = \"../option\", package = \"option\" }
        //- /a/src/lib.rs
        pub mod declared { pub struct Option; pub fn drop() {} pub struct u8; pub fn Some() {} }
        pub mod imported { use super::declared::Option as Vec; }
        pub mod globbed { use super::declared::*; }
        pub mod untouched {}
        //- /option/src/lib.rs
        pub fn f() {}
        ";
    leads(
        text,
        &[
            ("a::declared", "type Option", "type a::declared::Option"),
            ("a::declared", "value drop", "fn a::declared::drop"),
            ("a::declared", "type u8", "type a::declared::u8"),
            ("a::declared", "value Some", "fn a::declared::Some"),
            ("a::imported", "type Vec", "type a::declared::Option"),
            ("a::imported", "type Option", "type std::option::Option"),
            ("a::globbed", "type Option", "type a::declared::Option"),
            ("a::globbed", "value drop", "fn a::declared::drop"),
            ("a::untouched", "type Result", "mod option"),
            ("a::untouched", "value Ok", "variant std::result::Result::Ok"),
        ],
    );
}

/// An import that leads nowhere leads to something unseen, and its name hides others.
#[test]
fn what_is_not_found_is_unseen_and_shadows() {
    let text = "
        pub mod a { pub async fn f() {} pub async fn g() {} }
        use a::*;
        use unknown_crate::f;
        use a::missing;
        use a::nowhere::deep as g;
        use unknown_crate as krate;
        pub use f as passed_on;
        pub mod user { use super::{passed_on, missing as renamed}; }
        ";
    let expected = "
        p
          type a: mod p::a
          type f: unseen
          type g: unseen
          type krate: unseen
          type missing: unseen
          type passed_on: unseen
          type user: mod p::user
          value f: unseen
          value g: unseen
          value krate: unseen
          value missing: unseen
          value passed_on: unseen
        p::a
          value f: async fn p::a::f
          value g: async fn p::a::g
        p::user
          type passed_on: unseen
          type renamed: unseen
          value passed_on: unseen
          value renamed: unseen
        ";
    check(text, expected);
    leads(text, &[("p", "value f", "unseen"), ("p", "value krate::any::thing", "unseen")]);
}

#[test]
fn a_module_without_its_file_may_hold_anything() {
    let text = "
        mod gone;
        use gone::f;
        ";
    leads(text, &[("p", "value gone::g", "unseen"), ("p", "value f", "unseen")]);
}

#[test]
fn twins_under_cfg() {
    let text = "
        #[cfg(feature = \"sync\")]
        pub fn send() {}
        #[cfg(not(feature = \"sync\"))]
        pub async fn send() {}
        #[cfg(unix)]
        use a::wait;
        #[cfg(not(unix))]
        use b::wait;
        pub mod a { pub fn wait() {} }
        pub mod b { pub async fn wait() {} }
        pub mod user { use super::{send, wait}; }
        ";
    leads(
        text,
        &[
            ("p::user", "value send", "fn p::send | async fn p::send"),
            ("p::user", "value wait", "fn p::a::wait | async fn p::b::wait"),
        ],
    );
}

#[test]
fn items_within_macros() {
    let text = "
        cfg_net! {
            pub mod net { pub async fn connect() {} }
            pub use net::connect;
        }
        cfg_if::cfg_if! {
            if #[cfg(unix)] { pub mod sys { pub async fn wait() {} } } else { pub mod sys { pub fn wait() {} } }
        }
        pub mod opaque { make_items!(a => b); pub fn own() {} }
        ";
    leads(
        text,
        &[
            ("p", "value connect", "async fn p::net::connect"),
            // Not yet read: branches of items.
            ("p", "value sys::wait", "unseen"),
            ("p", "value crate::sys::wait", "unseen"),
            ("p", "value opaque::own", "fn p::opaque::own"),
            // A macro that is not read may declare it.
            ("p", "value opaque::other", "unseen"),
        ],
    );
}

#[test]
fn private_items_are_for_those_below() {
    let text = "
        mod a {
            fn f() {}
            pub struct S(u8);
            pub mod b { pub(super) fn g() {} pub(in super::super) fn h() {} pub(self) fn i() {} }
        }
        ";
    leads(
        text,
        &[
            ("p::a::b", "value super::f", "fn p::a::f"),
            ("p", "value a::f", "nothing"),
            ("p::a", "value b::g", "fn p::a::b::g"),
            ("p", "value a::b::g", "nothing"),
            ("p", "value a::b::h", "fn p::a::b::h"),
            ("p::a", "value b::i", "nothing"),
        ],
    );
}
