//! What is kept of macro calls from run to run changes nothing, whatever is edited between runs.

use std::path::Path;

use crate::machine::Machine;
use crate::{REGISTRY, unpacked};

const NET: &str = "
#[macro_export]
macro_rules! service {
    ($name:ident, $body:expr) => {
        pub async fn $name() {
            $body;
        }
    };
}
#[macro_export]
macro_rules! start {
    ($body:expr) => {
        $body
    };
}
#[macro_export]
macro_rules! own_modules {
    () => {
        $crate::own_modules!(inner, send);
        pub mod same {
            $crate::service!(get, ());
        }
    };
    ($module:ident, $name:ident) => {
        pub mod $module {
            $crate::service!($name, ());
        }
    };
}
own_modules!();
";

const LIB: &str = "
#[macro_use]
mod macros;
mod other;
use net::inner::send;
use net::start;
fn early() {}
service! { first, send() }
service! { nested, start!(send()) }
twice! { second, send() }
lose! { third }
fixed! {}
direct! { fourth, start!(send()), start!(send()) }
pub async fn body() {
    start!(send());
    start!(begin!(send()));
    lost!();
    let _ = begin!(early());
    net::same::get();
}
";

const MACROS: &str = "
macro_rules! service { ($name:ident, $body:expr) => { net::service!($name, $body); }; }
macro_rules! twice { ($name:ident, $body:expr) => { pub mod $name { service! { one, super::send() } fn two() { $crate::other::wait(); } } }; }
// What this writes is what `service!` makes of the first call.
macro_rules! fixed { () => { pub mod fixed { use super::send; net::service!(first, send()); } }; }
macro_rules! direct { ($name:ident, $one:expr, $two:expr) => { async fn $name() { $one; $two; } }; }
macro_rules! lose {
    ($name:ident) => {
        pub async fn $name() {
            crate::other::wait();
        }
    };
}
macro_rules! lost {
    () => {
        crate::other::wait()
    };
}
macro_rules! begin { ($body:expr) => { $body }; }
";

const OTHER: &str = "
pub async fn wait() {}
macro_rules! start { ($body:expr) => { drop($body) }; }
pub(crate) use start;
";

/// Runs again after each edit; gives how many findings there are each time.
fn edited(edits: &[(&str, &str, &str)]) -> Vec<usize> {
    let lock = "version = 4
[[package]]
name = \"net\"
version = \"1.0.0\"
source = \"registry+https://git.example.org/i\"
[[package]]
name = \"p\"
version = \"0.1.0\"
dependencies = [\"net\"]
";
    let machine = Machine::new(&format!(
        "//- /p/Cargo.toml\n[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[dependencies]\nnet = \"1\"\n\
         //- /p/Cargo.lock\n{lock}"
    ));
    let net = format!("{REGISTRY}/net-1.0.0");
    unpacked(&machine, &net, "", NET);
    let net = format!("{net}/src/lib.rs");
    let sources =
        [("p/src/lib.rs", LIB), ("p/src/macros.rs", MACROS), ("p/src/other.rs", OTHER), (&net, NET)];
    let mut texts: Vec<(&str, String)> = sources.map(|(path, text)| (path, text.to_owned())).into();
    texts[..3].iter().for_each(|(path, text)| machine.write(path, text.as_bytes()));
    let kept = tempfile::tempdir().expect("a temporary directory");
    let mut counts = vec![found(&machine, kept.path())];
    for (name, old, new) in edits {
        let (path, text) = texts.iter_mut().find(|(path, _)| path.ends_with(name)).expect("a file");
        assert_eq!(text.matches(old).count(), 1, "{old} in {name}");
        *text = text.replace(old, new);
        machine.write(path, text.as_bytes());
        counts.push(found(&machine, kept.path()));
    }
    counts
}

/// What is found by a run without a cache, one that fills it, and one that reads it.
fn found(machine: &Machine, kept: &Path) -> usize {
    let found = machine.finds_still(kept);
    assert_eq!(machine.finds_still(kept), found);
    found.len()
}

#[test]
fn calls_that_move() {
    let counts = edited(&[
        ("src/lib.rs", "fn early() {}", "fn early() {}\n\n// ä\nfn more() {}"),
        ("src/lib.rs", "    lost!();", "    early();\n    lost!();"),
        ("src/lib.rs", "service! { first, send() }", "service! { first,\n    send() }"),
        ("src/lib.rs", "fourth, start!(send()), start!(send())", "fourth, start!(send()), start!(\n send())"),
        ("src/lib.rs", "fourth, start!(send())", "fourth, start!( /* … */ send())"),
        ("src/lib.rs", "service! { nested, start!(send()) }", "service! { nested, start!( /* … */ send()) }"),
    ]);
    assert_eq!(counts, [11; 7]);
}

#[test]
fn definitions_that_move() {
    let counts = edited(&[
        ("macros.rs", "macro_rules! lose {", "// One line more.\nmacro_rules! lose {"),
        ("macros.rs", "macro_rules! service", "macro_rules! unused { () => {}; }\nmacro_rules! service"),
        ("macros.rs", "    () => {\n        crate", "    () => {\n\n        crate"),
    ]);
    assert_eq!(counts, [11; 4]);
}

#[test]
fn definitions_that_change() {
    let counts = edited(&[
        ("macros.rs", "            crate::other::wait();\n", "            crate::other::wait().await;\n"),
        ("macros.rs", "($body:expr) => { $body };", "($body:expr) => { drop($body) };"),
        ("macros.rs", "        crate::other::wait()\n", "        ()\n"),
        ("other.rs", "pub async fn wait", "pub fn wait"),
    ]);
    assert_eq!(counts, [11, 10, 9, 8, 8]);
}

#[test]
fn names_that_mean_another_definition() {
    let counts = edited(&[
        ("src/lib.rs", "use net::start;", "use other::start;"),
        ("src/lib.rs", "use other::start;", "use net::start;"),
        ("src/lib.rs", "mod other;", "mod other;\nmacro_rules! lost { () => { () }; }"),
    ]);
    assert_eq!(counts, [11, 6, 11, 10]);
}

#[test]
fn dependencies_that_change() {
    let counts = edited(&[
        ("net-1.0.0/src/lib.rs", "$crate::service!(get, ());", "pub fn get() {}"),
        ("net-1.0.0/src/lib.rs", "own_modules!();", "macro_rules! early { () => {}; }\nown_modules!();"),
        ("net-1.0.0/src/lib.rs", "pub async fn $name() {", "pub fn $name() {"),
    ]);
    assert_eq!(counts, [11, 10, 10, 3]);
}
