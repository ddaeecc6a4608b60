//! Declarations made by chance, and ones that are made to be hard: traits, aliases and parameters that name each other in
//! circles. Reading a type has a bound, whatever it leads to. Each file ends with a lost future that must be found.

#[path = "support/bounded.rs"]
mod bounded;

use std::fmt::Write;

use bounded::Random;

/// At the end of each file.
const LAST: &str = "pub async fn load(_: u8) {}\npub fn last() { load(1); }\n";

/// Checks a text; how many findings there are.
#[track_caller]
fn check(name: &str, items: &str) -> usize {
    bounded::check(name, &format!("{items}{LAST}"))
}

/// How many traits, aliases and structs there are to name.
const KINDS: usize = 4;

/// Writes declarations. Few of them compile; all of them parse.
struct Writer {
    random: Random,
}

impl Writer {
    /// A type that leads to others. `own`: what stands for the parameters in sight.
    fn ty(&mut self, own: &[&str], depth: usize) -> String {
        let at = self.random.below(KINDS);
        let name = self.random.of(own);
        let assoc = self.random.of(&["X", "Y"]);
        if depth == 0 {
            return if self.random.below(3) == 0 { "u8".to_owned() } else { format!("{name}::{assoc}") };
        }
        let inner = self.ty(own, depth - 1);
        match self.random.below(8) {
            0 => inner,
            1 => format!("({inner}, {})", self.ty(own, depth - 1)),
            2 => format!("A{at}<{inner}>"),
            3 => format!("S{at}<{inner}>"),
            4 => format!("<{inner} as T{at}<{}>>::{assoc}", self.ty(own, depth - 1)),
            5 => format!("{name}::{assoc}::{}", self.random.of(&["X", "Y"])),
            6 => format!("Box<dyn T{at}<{inner}, X = {}>>", self.ty(own, depth - 1)),
            _ => format!("fn({inner}) -> {name}::{assoc}"),
        }
    }

    fn bound(&mut self, own: &[&str]) -> String {
        let (at, ty) = (self.random.below(KINDS), self.ty(own, 1));
        match self.random.below(3) {
            0 => format!("T{at}<{ty}>"),
            1 => format!("T{at}<{ty}, {} = {}>", self.random.of(&["X", "Y"]), self.ty(own, 1)),
            _ => format!("T{at}<{ty}, {}: T{}<{}>>", self.random.of(&["X", "Y"]), at, self.ty(own, 1)),
        }
    }

    fn bounds(&mut self, own: &[&str]) -> String {
        let count = self.random.below(3) + 1;
        (0..count).map(|_| self.bound(own)).collect::<Vec<_>>().join(" + ")
    }

    fn items(&mut self) -> String {
        let mut items = String::new();
        for at in 0..KINDS {
            let (up, x, y) =
                (self.bounds(&["Self", "K"]), self.bounds(&["Self", "K"]), self.bounds(&["Self"]));
            let _ = writeln!(
                items,
                "pub trait T{at}<K>: {up} {{ type X: {x}; type Y: {y}; async fn go(&self); }}"
            );
            let (alias, field) = (self.ty(&["K"], 2), self.ty(&["K"], 2));
            let _ = writeln!(items, "pub type A{at}<K> = {alias};");
            let bounds = self.bounds(&["K"]);
            let _ = writeln!(items, "pub struct S{at}<K: {bounds}> {{ pub x: {field}, pub k: K }}");
            let (x, y) = (self.ty(&["Self", "K"], 2), self.ty(&["Self", "K"], 2));
            let (of, bounds) = (self.ty(&["K"], 1), self.bounds(&["K", "Self"]));
            let _ = writeln!(
                items,
                "impl<K: {bounds}> T{at}<{of}> for S{at}<K> {{ type X = {x}; type Y = {y}; async fn go(&self) {{}} }}"
            );
        }
        for at in 0..6 {
            let (n, m) = (self.bounds(&["N", "M"]), self.bounds(&["N", "M"]));
            let (x, y) = (self.ty(&["N", "M"], 2), self.ty(&["N", "M"], 2));
            let _ = writeln!(
                items,
                "pub fn f{at}<N: {n}, M>(n: N, m: M, x: {x}, y: {y}) -> {x} where M: {m} {{ n.go(); x.go(); y.go(); x }}"
            );
        }
        items
    }
}

#[test]
fn declarations_made_by_chance() {
    let mut writer = Writer { random: Random(11) };
    let mut found = 0;
    for round in 0..24 {
        found += check(&format!("round {round}"), &writer.items());
    }
    // They are not all beyond understanding.
    assert!(found > 150, "{found}");
}

/// Forms that lead back to themselves more than once: without a bound each step doubles the work.
#[test]
fn declarations_made_to_be_hard() {
    let key = "pub trait Key { type K; type V; }\n\
               pub trait Put<T> { async fn put(&self); }\n\
               pub trait Get<T> { type G; }\n";
    let kinds = [
        (
            "what another bound declares",
            "pub fn f<N: Key + Put<N::K> + Get<N::K>>(n: N, k: N::K) { n.put(); }",
            2,
        ),
        ("declared last", "pub fn f<N: Put<(N::K, N::V)> + Get<N::V> + Key>(n: N, k: N::K) { n.put(); }", 2),
        ("declared by itself", "pub fn f<N: Put<u8> + Get<(N::G, N::G)>>(n: N, g: N::G) { n.put(); }", 2),
        (
            "types of a trait",
            "pub trait P { type A: Key<K = Self::B::K, V = Self::B::V>; type B: Key<K = Self::A::V, V = Self::A::K>; async fn go(&self); }\n\
             pub fn f<N: P>(n: N, a: N::A) { n.go(); a.put(); }",
            2,
        ),
        (
            "what bounds of a trait's types are for",
            "pub trait P { type A: Put<Self::B::V> + Put<Self::B::K> + Key; type B: Put<Self::A::K> + Put<Self::A::V> + Key; async fn go(&self); }\n\
             pub fn f<N: P>(n: N, a: N::A) { n.go(); a.put(); }",
            3,
        ),
        ("an alias", "pub type A = (A, A); pub fn f<N: Put<A>>(n: N, a: A) { n.put(); }", 2),
        (
            "types of an impl",
            "pub struct S; impl Key for S { type K = (Self::V, Self::V); type V = (Self::K, Self::K); }\n\
             impl S { async fn go(&self, k: <S as Key>::K) {} } pub fn f(s: S, k: <S as Key>::V) { k.put(); s.go(k); }",
            2,
        ),
    ];
    for (name, items, count) in kinds {
        assert_eq!(check(name, &format!("{key}{items}\n")), count, "{name}");
    }
}
