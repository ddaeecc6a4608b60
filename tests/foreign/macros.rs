//! What macros of dependencies make.

use unawaited::finding::Statistics;

use crate::machine::Machine;
use crate::{REGISTRY, unpacked};

fn project(code: &str, dependencies: &[&str]) -> Machine {
    let (mut tables, mut locked) = (String::new(), String::new());
    for name in dependencies {
        tables += &format!("{name} = \"1\"\n");
        locked += &format!(
            "[[package]]\nname = \"{name}\"\nversion = \"1.0.0\"\nsource = \"registry+https://git.example.org/i\"\n"
        );
    }
    let lock = format!("version = 4\n{locked}[[package]]\nname = \"p\"\nversion = \"0.1.0\"\n");
    Machine::new(&format!(
        "//- /p/Cargo.toml\n[dependencies]\n{tables}//- /p/Cargo.lock\n{lock}//- /p/src/lib.rs\n{code}"
    ))
}

fn unread(statistics: &Statistics) -> Vec<(&str, usize)> {
    statistics.unread_by_reason.iter().map(|(why, count)| (why.en, *count)).collect()
}

#[test]
fn documentation_in_a_definition_tells_calls_apart() {
    let machine = project(
        "pub async fn f() {
    net::get(); //~ dropped_future
    net::put(); //~ dropped_future
}
",
        &["net"],
    );
    let net = "
macro_rules! method {
    ($name:ident, GET) => {
        method! {
            /// Gets.
            ///
            /// «Gets»
            $name, GET
        }
    };
    ($name:ident, $method:ident) => { method! { #[doc = \"as said\"] $name, $method } };
    ($(#[$doc:meta])+ $name:ident, $method:ident) => { $(#[$doc])+ pub async fn $name() {} };
}
method!(get, GET);
method!(put, PUT);
";
    unpacked(&machine, &format!("{REGISTRY}/net-1.0.0"), "", net);
    assert_eq!(unread(&machine.finds()), []);
}

#[test]
fn a_path_into_a_crate_without_sources_leads_to_no_macro_of_ones_own() {
    let machine = project(
        "macro_rules! table {
    ($name:ident) => {
        net::table! { $name }
        pub async fn $name() {}
    };
}
table! { one }
pub async fn f() {
    one(); //~ dropped_future
}
",
        &["net"],
    );
    assert_eq!(unread(&machine.finds()), [("definition not found", 1)]);
}

#[test]
fn what_one_crate_makes_leaves_others_theirs() {
    let machine = project(
        "pub async fn f() {
    small::send(); //~ dropped_future
    large::send();
}
",
        &["large", "small"],
    );
    // Each of these calls makes more than a call may; what is left is looked at every 128 calls.
    let large = format!(
        "macro_rules! large {{ ($($t:tt)*) => {{ {} }}; }}\n{}{}macro_rules! small {{ () => {{ pub async fn send() {{}} }}; }}\nsmall!();\n",
        "$($t)*".repeat(500),
        format!("large! {{ {} }}\n", "a ".repeat(1000)).repeat(30),
        "macro_rules! none { () => {}; }\n".to_owned() + &"none!();\n".repeat(98),
    );
    unpacked(&machine, &format!("{REGISTRY}/large-1.0.0"), "", &large);
    let small = "macro_rules! small { () => { pub async fn send() {} }; }\nsmall!();\n";
    unpacked(&machine, &format!("{REGISTRY}/small-1.0.0"), "", small);
    let statistics = machine.finds();
    let bound = ("too much was made by other calls", 1);
    assert_eq!(unread(&statistics), [("expansion too large", 30), bound]);
}

#[test]
fn a_crate_that_another_one_re_exports() {
    let machine = project(
        "use net::prelude::*;
use net::deep as aliased;
pub async fn sent() {}
pub async fn f() {
    net::deep::lost!(sent()); //~ dropped_future
    net::old::lost!(sent()); //~ dropped_future
    deep::lost!(sent()); //~ dropped_future
    aliased::lost!(sent()); //~ dropped_future
    net::prelude::deep::other::lost!(sent()); //~ dropped_future
    net::hidden::lost!(sent());
}
pub async fn imported_within() {
    kept!(sent());
    if true {
        use net::deep::{lost as kept, lost};
        lost!(sent()); //~ dropped_future
        kept!(sent()); //~ dropped_future
    }
}
",
        &["net"],
    );
    let net = "pub use deep;
pub extern crate deep as old;
extern crate deep as hidden;
pub mod prelude { pub use super::deep; pub use super::circle::*; }
pub mod circle { pub use super::prelude::*; }
";
    unpacked(&machine, &format!("{REGISTRY}/net-1.0.0"), "[dependencies]\ndeep = \"1\"\n", net);
    let deep = "#[macro_export]
macro_rules! lost { ($value:expr) => { $value; }; }
pub mod other {}
";
    unpacked(&machine, &format!("{REGISTRY}/deep-1.0.0"), "", deep);
    machine.finds();
}
