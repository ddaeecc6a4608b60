//! Where paths lead: `use` trees, `self`, `super`, `crate`, editions, associated items, inner items of blocks.

use crate::{check, leads};

#[test]
fn use_trees() {
    let text = "
        pub mod a {
            pub fn f() {}
            pub async fn g() {}
            pub struct Unit;
            pub struct Tuple(u8);
            pub struct Named { x: u8 }
            pub enum E { A, B(u8) }
            pub mod deep { pub trait T {} pub const C: u8 = 1; pub static S: u8 = 1; pub type Alias = u8; }
        }
        use a::{f, g as h, Unit, E::{self, A}, deep::{self as d, T as _, *}};
        use {self::a::Tuple, crate::a::{Named,}};
        ";
    let expected = "
        p
          type A: variant p::a::E::A
          type Alias: alias p::a::deep::Alias
          type E: type p::a::E
          type Named: type p::a::Named
          type T: trait p::a::deep::T
          type Tuple: type p::a::Tuple
          type Unit: type p::a::Unit
          type a: mod p::a
          type d: mod p::a::deep
          value A: variant p::a::E::A
          value C: const p::a::deep::C
          value S: const p::a::deep::S
          value Tuple: type p::a::Tuple
          value Unit: type p::a::Unit
          value f: fn p::a::f
          value h: async fn p::a::g
        p::a
          type E: type p::a::E
          type Named: type p::a::Named
          type Tuple: type p::a::Tuple
          type Unit: type p::a::Unit
          type deep: mod p::a::deep
          value Tuple: type p::a::Tuple
          value Unit: type p::a::Unit
          value f: fn p::a::f
          value g: async fn p::a::g
        p::a::deep
          type Alias: alias p::a::deep::Alias
          type T: trait p::a::deep::T
          value C: const p::a::deep::C
          value S: const p::a::deep::S
        ";
    check(text, expected);
}

#[test]
fn self_super_and_crate() {
    let text = "
        pub fn top() {}
        pub mod a {
            pub fn f() {}
            pub mod b {
                pub fn g() {}
                pub mod c { use super::super::f as up; use self::super::g; use crate::top; }
            }
        }
        ";
    leads(
        text,
        &[
            ("p::a::b::c", "value up", "fn p::a::f"),
            ("p::a::b::c", "value g", "fn p::a::b::g"),
            ("p::a::b::c", "value super::g", "fn p::a::b::g"),
            ("p::a::b::c", "value super::super::f", "fn p::a::f"),
            ("p::a::b::c", "value self::super::super::super::top", "fn p::top"),
            ("p::a::b::c", "value super::super::super::super::top", "nothing"),
            ("p::a::b", "value crate::a::f", "fn p::a::f"),
            ("p::a::b", "value self::g", "fn p::a::b::g"),
            ("p::a::b", "value g", "fn p::a::b::g"),
            ("p::a::b", "value f", "nothing"),
            ("p::a::b", "type super", "mod p::a"),
            ("p::a", "value b::c::top", "nothing"),
        ],
    );
}

#[test]
fn associated_items_are_left_to_types() {
    let text = "
        pub struct S;
        pub enum E { V }
        pub trait T { fn t(); }
        pub type Alias = E;
        ";
    leads(
        text,
        &[
            ("p", "value S::new", "type p::S and 1 more"),
            ("p", "value E::V", "variant p::E::V"),
            ("p", "value E::new", "type p::E and 1 more"),
            ("p", "value T::t", "trait p::T and 1 more"),
            ("p", "value Alias::V", "alias p::Alias and 1 more"),
            ("p", "type E::V::deeper", "nothing"),
            ("p", "value u8::MAX", "u8 and 1 more"),
            ("p", "value str::len", "str and 1 more"),
            ("p", "type T::Out::Inner", "trait p::T and 2 more"),
        ],
    );
}

/// In 2015, `use` paths start at the root and other paths where they stand.
#[test]
fn editions() {
    let text = "
        //- /old/Cargo.toml
        edition = \"2015\"
        [dependencies]
        dep = { path = \"../dep\" }
        //- /old/src/lib.rs
        extern crate dep;
        pub mod a { pub fn f() {} }
        pub mod b {
            use a::f;
            use dep::g as h;
            use ::a::f as i;
            pub mod a { pub fn inner() {} }
            use std::mem::drop as d;
        }
        //- /new/Cargo.toml
        edition = \"2018\"
        [dependencies]
        dep = { path = \"../dep\" }
        //- /new/src/lib.rs
        pub mod a { pub fn f() {} }
        pub mod b {
            use a::inner;
            use dep::g as h;
            use ::dep::g as i;
            pub mod a { pub fn inner() {} }
            use ::a::f as j;
        }
        //- /dep/src/lib.rs
        pub fn g() {}
        ";
    leads(
        text,
        &[
            ("old::b", "value f", "fn old::a::f"),
            ("old::b", "value h", "fn dep::g"),
            ("old::b", "value i", "fn old::a::f"),
            ("old::b", "value d", "fn std::mem::drop"),
            ("old::b", "value a::inner", "fn old::b::a::inner"),
            ("old::b", "value ::a::f", "fn old::a::f"),
            ("old::b", "value ::dep::g", "fn dep::g"),
            ("new::b", "value inner", "fn new::b::a::inner"),
            ("new::b", "value h", "fn dep::g"),
            ("new::b", "value i", "fn dep::g"),
            ("new::b", "value j", "unseen"),
            ("new::b", "value ::dep::g", "fn dep::g"),
            ("new::b", "value dep::g", "fn dep::g"),
            ("new::b", "value ::a::f", "nothing"),
        ],
    );
}

#[test]
fn items_of_blocks() {
    let text = "
        pub fn shadowed() {}
        pub fn outer() {
            use inner::f as renamed;
            async fn shadowed() {}
            mod inner { pub fn f() {} fn sees() { super::shadowed() } }
            {
                fn nested() {}
                use self::shadowed as module;
            }
        }
        ";
    leads(
        text,
        &[
            ("p", "value shadowed", "fn p::shadowed"),
            ("p", "value renamed", "nothing"),
            ("p", "value nested", "nothing"),
            // The innermost block.
            ("p {}", "value nested", "fn p::nested"),
            ("p {}", "value shadowed", "async fn p::shadowed"),
            ("p {}", "value renamed", "fn p::inner::f"),
            ("p {}", "value module", "fn p::shadowed"),
            ("p {}", "value self::shadowed", "fn p::shadowed"),
            ("p {}", "value crate::shadowed", "fn p::shadowed"),
            // `super` of a module in a block is the module around the block.
            ("p::inner", "value super::shadowed", "fn p::shadowed"),
            ("p::inner", "value shadowed", "nothing"),
        ],
    );
}
