//! Dependencies on machines that are made up: what is found of calls into them, whatever form their sources have.

mod machine;
#[allow(dead_code)]
#[path = "../support/tree.rs"]
mod tree;

use machine::Machine;

/// A project that loses the futures of `net` (of a registry, 1.2.0) and of `deep`, which `net` gives out.
const PROJECT: &str = r#"
//- /p/Cargo.toml
[dependencies]
net = "1"
//- /p/Cargo.lock
version = 4
[[package]]
name = "deep"
version = "0.3.1"
source = "registry+https://git.example.org/main-index"
[[package]]
name = "net"
version = "1.2.0"
source = "registry+https://git.example.org/main-index"
dependencies = ["deep"]
[[package]]
name = "p"
version = "0.1.0"
dependencies = ["net"]
//- /p/src/lib.rs
pub async fn f() {
    net::send(1);
    net::tell(1);
    net::deep::drain();
}
"#;

/// The same where all three are found.
fn found() -> String {
    let marked = PROJECT.replace("send(1);", "send(1); //~ dropped_future");
    marked.replace("drain();", "drain(); //~ dropped_future")
}

/// The library of `net`, and that of `deep`.
const NET: &str = "pub use deep;\npub async fn send(_: u8) {}\npub fn tell(_: u8) {}\n";
const DEEP: &str = "pub async fn drain() {}\n";

const REGISTRY: &str = "home/registry/src/index.example.org-0123456789abcdef";

fn unpacked(machine: &Machine, dir: &str, tables: &str, lib: &str) {
    let (name, version) = dir.rsplit('/').next().and_then(|dir| dir.rsplit_once('-')).expect("NAME-VERSION");
    let manifest =
        format!("[package]\nname = \"{name}\"\nversion = \"{version}\"\nedition = \"2021\"\n{tables}");
    machine.write(&format!("{dir}/Cargo.toml"), manifest.as_bytes());
    machine.write(&format!("{dir}/src/lib.rs"), lib.as_bytes());
    machine.write(&format!("{dir}/.cargo-ok"), b"");
}

/// What the project sees of `net`.
const TREE: &str = "
    net
      type deep: mod deep
      value send: async fn net::send
      value tell: fn net::tell
    ";

#[test]
fn unpacked_sources_of_a_registry() {
    let machine = Machine::new(&found());
    unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), "[dependencies]\ndeep = \"0.3\"\n", NET);
    unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
    let statistics = machine.finds();
    assert_eq!(statistics.dependencies, 2);
    assert_eq!(statistics.unseen_dependencies, [""; 0]);
    machine.prints("net", TREE);
}

#[test]
fn what_is_not_there_is_named() {
    let machine = Machine::new(PROJECT);
    let statistics = machine.finds();
    assert_eq!(statistics.dependencies, 0);
    assert_eq!(statistics.unseen_dependencies, ["net 1.2.0"], "nobody knows that `deep` is needed");

    let half = PROJECT.replace("send(1);", "send(1); //~ dropped_future");
    let machine = Machine::new(&half);
    unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), "[dependencies]\ndeep = \"0.3\"\n", NET);
    let statistics = machine.finds();
    assert_eq!(statistics.dependencies, 1);
    assert_eq!(statistics.unseen_dependencies, ["deep 0.3.1"]);
    machine.prints("net", &TREE.replace("mod deep", "unseen"));
}
