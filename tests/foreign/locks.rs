//! Which lock file holds for a package, and what several of them have in common.

use crate::machine::Machine;
use crate::{REGISTRY, unpacked};

/// `tool` implements a trait of `net` for a type of its own; `p` calls the trait's method on it.
const TWO: &str = r#"
//- /p/Cargo.toml
[workspace]
members = ["app"MEMBER]
//- /p/Cargo.lock
version = 4
[[package]]
name = "app"
version = "0.1.0"
dependencies = ["net", "tool"]
[[package]]
name = "net"
version = "1.2.0"
source = "registry+https://git.example.org/main-index"
[[package]]
name = "tool"
version = "0.1.0"
dependencies = ["net"]
//- /p/app/Cargo.toml
[package]
name = "app"
version = "0.1.0"
[dependencies]
net = "1"
tool = { path = "../tool" }
//- /p/app/src/lib.rs
use net::Send;
pub async fn f(pipe: tool::Pipe) {
    pipe.send();MARK
}
//- /p/tool/Cargo.toml
ROOT[package]
name = "tool"
version = "0.1.0"
[dependencies]
net = { version = "1", features = ["deep"] }
//- /p/tool/Cargo.lock
version = 4
[[package]]
name = "net"
version = "VERSION"
source = "registry+https://git.example.org/main-index"
dependencies = ["deep"]
[[package]]
name = "deep"
version = "0.3.1"
source = "registry+https://git.example.org/main-index"
[[package]]
name = "tool"
version = "0.1.0"
dependencies = ["net"]
//- /p/tool/src/lib.rs
pub struct Pipe;
impl net::Send for Pipe {}
pub async fn g() {
    net::deep::drain();DEEP
}
"#;

const SEND: &str = "pub trait Send { async fn send(&self) {} }\n";

fn two(member: &str, root: &str, version: &str, marks: [&str; 2]) -> Machine {
    let text = TWO.replace("MEMBER", member).replace("ROOT", root).replace("VERSION", version);
    with_sources(&text.replace("MARK", marks[0]).replace("DEEP", marks[1]))
}

fn with_sources(text: &str) -> Machine {
    let machine = Machine::new(text);
    let tables = "[dependencies]\ndeep = { version = \"0.3\", optional = true }\n";
    let lib = format!("{SEND}#[cfg(feature = \"deep\")]\npub use deep;\n");
    for version in ["1.2.0", "1.2.7", "2.0.0"] {
        unpacked(&machine, &format!("{REGISTRY}/net-{version}"), tables, &lib);
    }
    unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", "pub async fn drain() {}\n");
    machine
}

const LOST: &str = " //~ dropped_future";

#[test]
fn a_lock_file_beside_a_member_of_a_workspace_holds_for_nothing() {
    let statistics = two(", \"tool\"", "", "2.0.0", [LOST, ""]).finds();
    assert_eq!(statistics.dependencies, 1);
}

#[test]
fn lock_files_of_several_workspaces_have_compatible_versions_in_common() {
    // The newer one counts, with what either lock file says that it needs.
    for version in ["1.2.0", "1.2.7"] {
        let statistics = two("", "[workspace]\n", version, [LOST, LOST]).finds();
        assert_eq!(statistics.dependencies, 2, "{version}");
    }
    // What no lock file has the sources of is no choice.
    let statistics = two("", "[workspace]\n", "1.9.9", [LOST, LOST]).finds();
    assert_eq!((statistics.dependencies, statistics.unseen_dependencies), (2, vec![]));
}

#[test]
fn versions_that_are_not_compatible_are_apart() {
    let statistics = two("", "[workspace]\n", "2.0.0", ["", LOST]).finds();
    assert_eq!(statistics.dependencies, 3);
}

#[test]
fn what_is_chosen_without_a_lock_file_is_what_others_have() {
    let text = TWO.replace("ROOT", "").replace("//- /p/tool/Cargo.lock", "//- /p/other/Cargo.lock");
    let text = text.replace("//- /p/Cargo.lock", "//- /p/app/Cargo.lock").replace("MEMBER", "");
    let text = text.replace("[package]\nname = \"app\"", "[workspace]\n[package]\nname = \"app\"");
    // Not the newest here. Its optional dependency no lock file has.
    let statistics = with_sources(&text.replace("MARK", LOST).replace("DEEP", LOST)).finds();
    assert_eq!(statistics.dependencies, 2);
}
