//! Several crates: re-export chains, renames, targets, files of modules.

use crate::{check, leads};

#[test]
fn chains_of_re_exports() {
    let text = "
        //- /a/Cargo.toml
        [dependencies]
        b = { path = \"../b\" }
        //- /a/src/lib.rs
        use b::prelude::{send, Client as C};
        pub mod m { pub(crate) use b::{deep, self as whole}; }
        //- /b/Cargo.toml
        [dependencies]
        c = { path = \"../c\" }
        //- /b/src/lib.rs
        pub mod prelude { pub use crate::send_now as send; pub use super::client::*; }
        pub use c::inner::send as send_now;
        mod client { pub use ::c::Client; }
        pub use c as deep;
        //- /c/src/lib.rs
        mod hidden { pub async fn send() {} pub struct Client; }
        pub mod inner { pub use crate::hidden::*; }
        pub use hidden::Client;
        ";
    leads(
        text,
        &[
            ("a", "value send", "async fn c::hidden::send"),
            ("a", "type C", "type c::hidden::Client"),
            ("a", "type m::deep::Client", "type c::hidden::Client"),
            ("a", "value m::whole::deep::inner::send", "async fn c::hidden::send"),
            ("a", "value b::send_now", "async fn c::hidden::send"),
            ("a", "type b::client::Client", "nothing"),
            ("a", "value b::deep::hidden::send", "nothing"),
            // Only direct dependencies have a name here.
            ("a", "value c::inner::send", "nothing"),
        ],
    );
}

#[test]
fn renamed_dependencies_and_libraries() {
    let text = "
        //- /a/Cargo.toml
        [dependencies]
        short = { path = \"../long-name\", package = \"long-name\" }
        named = { path = \"../named\" }
        with-dash = { path = \"../with-dash\" }
        [dependencies.gone]
        version = \"1\"
        //- /a/src/lib.rs
        extern crate short as sh;
        extern crate self as me;
        extern crate gone as away;
        pub fn own() {}
        mod m {}
        //- /long-name/src/lib.rs
        pub fn f() {}
        //- /named/Cargo.toml
        [lib]
        name = \"other\"
        //- /named/src/lib.rs
        pub fn g() {}
        //- /with-dash/src/lib.rs
        pub fn h() {}
        ";
    leads(
        text,
        &[
            ("a::m", "value short::f", "fn long_name::f"),
            ("a::m", "value long_name::f", "nothing"),
            // `extern crate … as` in the root names a crate everywhere.
            ("a", "value sh::f", "fn long_name::f"),
            ("a::m", "value sh::f", "fn long_name::f"),
            ("a::m", "value me::own", "fn a::own"),
            ("a::m", "value away::x", "unseen"),
            ("a::m", "value gone::x", "unseen"),
            ("a::m", "value other::g", "fn other::g"),
            ("a::m", "value named::g", "nothing"),
            ("a::m", "value with_dash::h", "fn with_dash::h"),
            ("a::m", "type std::vec::Vec", "type std::vec::Vec"),
            ("a::m", "type core::option::Option", "type std::option::Option"),
            ("a::m", "type alloc::sync::Arc", "type std::sync::Arc"),
        ],
    );
}

#[test]
fn targets_see_their_package() {
    let text = "
        //- /Cargo.toml
        [dev-dependencies]
        dev = { path = \"dev\" }
        [build-dependencies]
        tool = { path = \"tool\" }
        [[bin]]
        name = \"cmd\"
        path = \"src/bin/cmd.rs\"
        //- /src/lib.rs
        pub fn lib() {}
        //- /src/bin/cmd.rs
        use p::lib;
        fn main() {}
        //- /tests/it.rs
        mod common;
        use p::lib;
        use dev::d;
        //- /tests/common/mod.rs
        pub fn help() {}
        //- /build.rs
        use tool::t;
        use p::lib;
        //- /dev/src/lib.rs
        pub fn d() {}
        //- /tool/src/lib.rs
        pub fn t() {}
        ";
    let expected = "
        build_script_build
          type lib: unseen
          value lib: unseen
          value t: fn tool::t
        cmd
          value lib: fn p::lib
          value main: fn cmd::main
        dev
          value d: fn dev::d
        it
          type common: mod it::common
          value d: fn dev::d
          value lib: fn p::lib
        it::common
          value help: fn it::common::help
        p
          value lib: fn p::lib
        tool
          value t: fn tool::t
        ";
    check(text, expected);
}

#[test]
fn files_of_modules() {
    let text = "
        //- /src/lib.rs
        mod file;
        mod dir;
        #[path = \"elsewhere/odd.rs\"]
        mod moved;
        mod inline { mod below; #[path = \"q.rs\"] mod quoted; }
        #[path = \"other\"]
        mod turned { mod below; }
        //- /src/file.rs
        mod child;
        //- /src/file/child.rs
        fn in_child() {}
        //- /src/dir/mod.rs
        mod sibling;
        //- /src/dir/sibling.rs
        fn in_sibling() {}
        //- /src/elsewhere/odd.rs
        mod beside;
        //- /src/elsewhere/beside.rs
        fn in_beside() {}
        //- /src/inline/below.rs
        fn in_below() {}
        //- /src/inline/q.rs
        fn in_quoted() {}
        //- /src/other/below.rs
        fn in_turned() {}
        ";
    leads(
        text,
        &[
            ("p::file::child", "value in_child", "fn p::file::child::in_child"),
            ("p::dir::sibling", "value in_sibling", "fn p::dir::sibling::in_sibling"),
            ("p::moved::beside", "value in_beside", "fn p::moved::beside::in_beside"),
            ("p::inline::below", "value in_below", "fn p::inline::below::in_below"),
            ("p::inline::quoted", "value in_quoted", "fn p::inline::quoted::in_quoted"),
            ("p::turned::below", "value in_turned", "fn p::turned::below::in_turned"),
        ],
    );
}

/// A file that a library and a binary both declare is a module of each.
#[test]
fn a_file_of_two_crates() {
    let text = "
        //- /src/lib.rs
        pub mod shared;
        pub async fn work() {}
        //- /src/main.rs
        mod shared;
        fn work() {}
        fn main() {}
        //- /src/shared.rs
        use crate::work;
        ";
    let expected = "
        p
          type shared: mod p::shared
          value work: async fn p::work
        p::shared
          value work: async fn p::work
        p
          type shared: mod p::shared
          value main: fn p::main
          value work: fn p::work
        p::shared
          value work: fn p::work
        ";
    check(text, expected);
}

#[test]
fn loose_files_are_crates_of_their_own() {
    let text = "
        //- /src/lib.rs
        pub fn lib() {}
        //- /scripts/tool.rs
        mod part;
        use p::lib;
        use part::f;
        //- /scripts/part.rs
        pub fn f() {}
        ";
    let expected = "
        p
          value lib: fn p::lib
        tool
          type part: mod tool::part
          value f: fn tool::part::f
          value lib: fn p::lib
        tool::part
          value f: fn tool::part::f
        ";
    check(text, expected);
}

/// `use anyhow::{anyhow, Result}`: what brings a macro of the crate's own name does not hide the crate.
#[test]
fn a_macro_named_like_its_crate() {
    let text = "
        //- /a/Cargo.toml
        [dependencies]
        what = { path = \"../what\" }
        //- /a/src/lib.rs
        use what::{what, Fault};
        pub mod m { use what::{Fault, what}; }
        pub mod other { use what::gone; }
        //- /what/src/lib.rs
        #[macro_export]
        macro_rules! what { () => {} }
        pub struct Fault;
        ";
    leads(
        text,
        &[
            ("a", "type Fault", "type what::Fault"),
            ("a::m", "type Fault", "type what::Fault"),
            ("a::m", "type what::Fault", "type what::Fault"),
            ("a::other", "type gone", "unseen"),
            ("a::m", "value what", "unseen"),
        ],
    );
}
