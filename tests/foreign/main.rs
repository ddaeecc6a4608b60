//! Dependencies on machines that are made up: what is found of calls into them, whatever form their sources have.

mod builders;
mod kept;
mod locks;
mod machine;
mod macros;
mod mocks;
mod traits;
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

/// A project that loses futures of a crate that the linter knows by itself, in that version.
fn of_known(version: &str, mark: &str) -> String {
    let text = r#"
//- /p/Cargo.toml
[dependencies]
tokio = "VERSION"
//- /p/Cargo.lock
version = 4
[[package]]
name = "p"
version = "0.1.0"
dependencies = ["tokio"]
[[package]]
name = "tokio"
version = "VERSION"
source = "registry+https://git.example.org/main-index"
//- /p/src/lib.rs
pub async fn f(sender: tokio::sync::mpsc::Sender<u8>) {
    sender.send(1);MARK
    sender.try_send(1);
    tokio::time::sleep(std::time::Duration::ZERO);MARK
}
"#;
    text.replace("VERSION", version).replace("MARK", mark)
}

#[test]
fn what_the_linter_knows_stands_in_for_sources() {
    // Older than what is known, and compatible.
    let machine = Machine::new(&of_known("1.0.0", " //~ dropped_future"));
    let statistics = machine.finds();
    assert_eq!((statistics.dependencies, statistics.known_dependencies), (0, 1));
    assert_eq!(statistics.unseen_dependencies, [""; 0]);

    // Another line of versions may be all different.
    let machine = Machine::new(&of_known("9.0.0", ""));
    let statistics = machine.finds();
    assert_eq!(statistics.known_dependencies, 0);
    assert_eq!(statistics.unseen_dependencies, ["tokio 9.0.0"]);
}

#[test]
fn without_a_lock_file_a_requirement_chooses_among_what_is_known() {
    let project = of_known("1.2", " //~ dropped_future");
    let (before, rest) = project.split_once("//- /p/Cargo.lock").expect("a lock file");
    let (_, after) = rest.split_once("//- /p/src").expect("a source");
    let machine = Machine::new(&format!("{before}//- /p/src{after}"));
    // What its macros call is looked for as well.
    assert!(machine.finds().known_dependencies >= 1);
}

#[test]
fn sources_on_disk_come_first() {
    let machine = Machine::new(&of_known("1.0.0", ""));
    let lib = "pub mod sync { pub mod mpsc { pub struct Sender<T>(T); impl<T> Sender<T> { pub fn send(&self, t: T) {} } } }";
    unpacked(&machine, &format!("{REGISTRY}/tokio-1.0.0"), "", lib);
    let statistics = machine.finds();
    assert_eq!((statistics.dependencies, statistics.known_dependencies), (1, 0));
}

const ARCHIVES: &str = "home/registry/cache/index.example.org-0123456789abcdef";

/// An archive as registries serve them: files by path, links by where they lead.
fn archive(files: &[(&str, &str)], links: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), Default::default()));
    for (path, text) in files {
        let mut header = tar::Header::new_gnu();
        // Past the check of `set_path`, which refuses what leads out.
        header.as_old_mut().name[..path.len()].copy_from_slice(path.as_bytes());
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        archive.append(&header, text.as_bytes()).expect("into memory");
    }
    for (path, target) in links {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(tar::EntryType::Symlink);
        header.set_size(0);
        archive.append_link(&mut header, path, target).expect("into memory");
    }
    archive.into_inner().and_then(flate2::write::GzEncoder::finish).expect("into memory")
}

/// What saves cargo's home between runs of CI keeps the archives and not what they held.
#[test]
fn archives_of_a_registry_are_read_in_place() {
    let machine = Machine::new(&found());
    let manifest = "[package]\nname = \"net\"\nversion = \"1.2.0\"\nedition = \"2021\"\n[dependencies]\ndeep = \"0.3\"\n";
    let files = [
        ("net-1.2.0/Cargo.toml", manifest),
        ("net-1.2.0/src/lib.rs", "pub use deep;\nmod calls;\npub use calls::*;\n"),
        ("net-1.2.0/src/calls.rs", "pub async fn send(_: u8) {}\npub fn tell(_: u8) {}\n"),
        ("net-1.2.0/tests/lib.rs", "fn broken( {"),
        ("net-1.2.0/../../../../p/src/lib.rs", "pub fn send() {}"),
    ];
    machine.write(
        &format!("{ARCHIVES}/net-1.2.0.crate"),
        &archive(&files, &[("net-1.2.0/src/x.rs", "/etc/passwd")]),
    );
    unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
    let statistics = machine.finds();
    assert_eq!((statistics.dependencies, statistics.unseen_dependencies), (2, vec![]));
}

#[test]
fn a_damaged_archive_is_as_if_it_were_not_there() {
    let manifest = "[package]\nname = \"net\"\nversion = \"1.2.0\"\n";
    let whole = archive(&[("net-1.2.0/Cargo.toml", manifest), ("net-1.2.0/src/lib.rs", NET)], &[]);
    for bytes in
        [&b""[..], b"no archive", &whole[..whole.len() / 2], &archive(&[("net-1.2.0/src/lib.rs", NET)], &[])]
    {
        let machine = Machine::new(PROJECT);
        machine.write(&format!("{ARCHIVES}/net-1.2.0.crate"), bytes);
        let statistics = machine.finds();
        assert_eq!(statistics.dependencies, 0);
        assert_eq!(statistics.unseen_dependencies, ["net 1.2.0"]);
    }
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

#[test]
fn without_a_lock_file_the_newest_that_fits_is_taken() {
    let text = found();
    let (before, rest) = text.split_once("//- /p/Cargo.lock").expect("a lock file");
    let (_, after) = rest.split_once("//- /p/src").expect("a library");
    let machine = Machine::new(&format!("{before}//- /p/src{after}"));
    let tables = "[dependencies]\ndeep = \"0.3\"\n";
    let old = "pub use deep; pub fn send(_: u8) {} pub fn tell(_: u8) {}";
    for (version, lib) in [("1.2.0", old), ("1.10.0", NET), ("2.0.0", old), ("1.11.0-beta.1", old)] {
        unpacked(&machine, &format!("{REGISTRY}/net-{version}"), tables, lib);
    }
    unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
    unpacked(&machine, &format!("{REGISTRY}/deep-0.4.0"), "", "");
    let statistics = machine.finds();
    assert_eq!(statistics.dependencies, 2);
    assert_eq!(statistics.unseen_dependencies, [""; 0]);
    machine.prints("net", TREE);
}

#[test]
fn without_a_lock_file_what_does_not_fit_is_not_there() {
    let (before, rest) = PROJECT.split_once("//- /p/Cargo.lock").expect("a lock file");
    let (_, after) = rest.split_once("//- /p/src").expect("a library");
    let machine = Machine::new(&format!("{before}//- /p/src{after}"));
    unpacked(&machine, &format!("{REGISTRY}/net-2.0.0"), "", NET);
    assert_eq!(machine.finds().unseen_dependencies, ["net"]);
}

const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

/// A project that takes `net` from a commit of a git repository, and of two versions of `deep` the older one.
fn of_git(commit: &str) -> String {
    let source = format!("git+https://example.org/net.git#{commit}");
    let locked = |name: &str| format!("name = \"{name}\"\nversion = \"1.2.0\"\nsource = ");
    let text = found().replace("net = \"1\"", "net = { git = \"https://example.org/net.git\" }");
    let registry = "\"registry+https://git.example.org/main-index\"";
    let text = text.replace(&(locked("net") + registry), &format!("{}\"{source}\"", locked("net")));
    text.replace("[\"deep\"]", "[\"deep 0.3.1\"]").replace(
        "[[package]]\nname = \"net\"",
        "[[package]]\nname = \"deep\"\nversion = \"0.4.0\"\nsource = \"registry+https://git.example.org/main-index\"\n[[package]]\nname = \"net\"",
    )
}

/// The files of that repository: a package that inherits from its workspace.
fn repository() -> [(&'static str, String); 3] {
    let workspace = "[workspace]\nmembers = [\"crates/*\"]\n[workspace.package]\nedition = \"2018\"\n\
        [workspace.dependencies]\ndeeper = { package = \"deep\", version = \"0.3\" }\n";
    let package = "[package]\nname = \"net\"\nversion = \"1.2.0\"\nedition.workspace = true\n\
        [dependencies]\ndeeper.workspace = true\n";
    let lib = NET.replace("use deep;", "use deeper as deep;");
    [
        ("Cargo.toml", workspace.to_owned()),
        ("crates/net/Cargo.toml", package.to_owned()),
        ("crates/net/src/lib.rs", lib),
    ]
}

/// In a repository, packages inherit from their workspace: versions, names, editions.
#[test]
fn packages_of_a_git_checkout_inherit() {
    let machine = Machine::new(&of_git(COMMIT));
    for (path, text) in repository() {
        machine.write(&format!("home/git/checkouts/net-0123456789abcdef/0123456/{path}"), text.as_bytes());
    }
    unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
    unpacked(&machine, &format!("{REGISTRY}/deep-0.4.0"), "", "");
    machine.finds();
    machine.prints("net", TREE);
}

/// What `git` says; `None` where there is no git.
fn git(dir: &std::path::Path, args: &[&str]) -> Option<String> {
    let mut git = std::process::Command::new("git");
    git.current_dir(dir).args([
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
    ]);
    let output = git.args(args).output().ok()?;
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// What saves cargo's home between runs of CI keeps the bare repositories and not the checkouts.
#[test]
fn bare_repositories_are_read_in_place() {
    let repository_dir = tempfile::tempdir().expect("a directory");
    let dir = repository_dir.path();
    if git(dir, &["init", "-q"]).is_none() {
        println!("SKIPPED: there is no git");
        return;
    }
    for (path, text) in repository() {
        std::fs::create_dir_all(dir.join(path).parent().expect("a parent")).expect("directories");
        std::fs::write(dir.join(path), text).expect("a file");
    }
    git(dir, &["add", "-A"]);
    git(dir, &["commit", "-qm", "One"]);
    let commit = git(dir, &["rev-parse", "HEAD"]).expect("a commit");
    // A later one that the lock file does not name.
    std::fs::write(dir.join("crates/net/src/lib.rs"), "pub fn send() {}").expect("a file");
    git(dir, &["commit", "-qam", "Two"]);
    let source = dir.to_string_lossy();
    for packed in [false, true] {
        let machine = Machine::new(&of_git(&commit));
        unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
        let statistics = machine.statistics();
        assert_eq!(statistics.unseen_dependencies, ["net 1.2.0"]);
        let database = machine.at("home/git/db/net-0123456789abcdef");
        git(dir, &["clone", "-q", "--bare", &source, &database.to_string_lossy()]);
        if packed {
            git(&database, &["repack", "-adq"]);
        }
        let statistics = machine.finds();
        assert_eq!((statistics.dependencies, statistics.unseen_dependencies), (2, vec![]));
        machine.prints("net", TREE);
    }
}

const VENDORED: &str = "
//- /p/.cargo/config.toml
[source.crates-io]
replace-with = \"vendored-sources\"
[source.vendored-sources]
directory = \"vendor\"
//- /p/vendor/net/Cargo.toml
[package]
name = \"net\"
version = \"1.2.0\"
edition = \"2021\"
[dependencies]
deep = \"0.3\"
//- /p/vendor/net/src/lib.rs
pub use deep;
pub async fn send(_: u8) {}
pub fn tell(_: u8) {}
pub fn lost() {
    send(0);
}
//- /p/vendor/deep/Cargo.toml
[package]
name = \"deep\"
version = \"0.3.1\"
edition = \"2021\"
//- /p/vendor/deep/src/lib.rs
pub async fn drain() {}
";

/// What is committed below `vendor` is a dependency, not part of the project: it is read, and not checked.
#[test]
fn vendored_packages_that_replace_a_source_are_dependencies() {
    let machine = Machine::new(&format!("{}{VENDORED}", found()));
    let statistics = machine.finds();
    assert_eq!((statistics.dependencies, statistics.packages, statistics.files), (2, 1, 1));
    machine.prints("net", &TREE.replace("value send", "value lost: fn net::lost\n      value send"));
}

/// A directory that replaces nothing is like any other.
#[test]
fn vendored_packages_that_replace_nothing_belong_to_the_project() {
    let vendored = VENDORED.replace("send(0);", "send(0); //~ dropped_future");
    let machine = Machine::new(&format!("{}{}", found(), vendored.replace("replace-with", "registry")));
    assert_eq!(machine.finds().packages, 3);
}

/// What is found where a call of `net` is `calls` instead, and `net` has `lib` besides.
fn finds_with(calls: &str, lib: &str) {
    let machine = Machine::new(&found().replace("    net::tell(1);", calls));
    let tables = "[dependencies]\ndeep = \"0.3\"\n";
    unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), tables, &format!("{NET}{lib}"));
    unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
    machine.finds();
}

/// What a dependency's function does with a callback is read in its body.
#[test]
fn a_dependency_that_drops_what_a_callback_gives() {
    let calls = "    net::each(net::send); //~ callback_discards_future\n    let kept = net::all(net::send);\n    join(kept).await;";
    let lib = "
        pub fn each<R>(action: impl Fn(u8) -> R) { for id in 0..3 { action(id); } }
        pub fn all<R>(action: impl Fn(u8) -> R) -> Vec<R> { let n = 3; log(n); (0..n).map(|id| action(id)).collect() }
    ";
    finds_with(calls, lib);
}

/// What macros make in a `const _` of a dependency, and in types.
#[test]
fn what_macros_of_a_dependency_make() {
    let calls = "    net::Options.apply(); //~ dropped_future\n    net::Options.again().apply(); //~ dropped_future\n    \
                 net::made().unwrap().apply(); //~ dropped_future\n";
    let lib = "
        macro_rules! methods { ($name:ident) => { impl $name { pub async fn apply(&self) {} } }; }
        macro_rules! optional { ($name:ident) => { Option<$name> }; }
        macro_rules! flags {
            ($name:ident) => {
                pub struct $name;
                const _: () = {
                    methods! { $name }
                    assert!(true);
                    impl $name { pub fn again(&self) -> Self { $name } }
                };
            };
        }
        flags!(Options);
        pub fn made() -> optional!(Options) { None }
    ";
    finds_with(calls, lib);
}

/// What a `let` says of a value that comes from code that cannot be seen.
#[test]
fn an_annotation_tells_what_is_thrown_away() {
    let text = r#"
//- /p/Cargo.toml
[dependencies]
ghost = "1"
//- /p/src/lib.rs
pub struct Later;
impl std::future::IntoFuture for Later {
    type Output = ();
    type IntoFuture = std::future::Ready<()>;
    fn into_future(self) -> Self::IntoFuture { std::future::ready(()) }
}
pub fn f() {
    let _: u8 = ghost::number();
    let _: Option<String> = ghost::text().unwrap();
    let _: &std::future::Ready<()> = ghost::borrowed();
    let _: std::future::Ready<()> = ghost::taken();
    let _: Later = ghost::later();
    let _: ghost::Spirit = ghost::spirit();
    let _ = ghost::spirit();
}
"#;
    let statistics = Machine::new(text).finds();
    assert_eq!((statistics.discarded_calls, statistics.decided), (7, 3));
}

/// Nothing of a procedural macro's crate can be named but macros, which hide no function.
#[test]
fn a_procedural_macro_s_names() {
    let locked = "dependencies = [\"deep\", \"net_macros\"]\n[[package]]\nname = \"net_macros\"\nversion = \"1.0.0\"\n\
                  source = \"registry+https://git.example.org/main-index\"";
    let machine = Machine::new(&found().replace("dependencies = [\"deep\"]", locked));
    let lib = "pub use deep;\npub use net_macros::{send, tell};\npub use calls::*;\n\
               mod calls { pub async fn send(_: u8) {} pub fn tell(_: u8) {} }\n";
    let tables = "[dependencies]\ndeep = \"0.3\"\nnet_macros = \"1\"\n";
    unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), tables, lib);
    unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
    let macros = "#[proc_macro] pub fn send(input: TokenStream) -> TokenStream { input }";
    for is_macro in ["proc-macro = true", "crate-type = [\"proc-macro\"]"] {
        unpacked(&machine, &format!("{REGISTRY}/net_macros-1.0.0"), &format!("[lib]\n{is_macro}\n"), macros);
        machine.finds();
    }
}

/// `maybe-async` makes functions synchronous by a feature: they are async where nobody can ask for that.
#[test]
fn what_a_feature_makes_synchronous_is_async_where_nobody_asks_for_it() {
    let lib =
        "#[maybe_async::maybe_async]\npub async fn send(_: u8) {}\npub fn tell(_: u8) {}\npub use deep;\n";
    let conditional = "#[cfg_attr(target_arch = \"wasm32\", maybe_async::maybe_async(?Send))]\n\
        #[cfg_attr(not(target_arch = \"wasm32\"), maybe_async::maybe_async)]\n";
    let conditional = lib.replace("#[maybe_async::maybe_async]\n", conditional);
    let finds = |project: &str, features: &str, is_async: bool| {
        let found = if is_async {
            found()
        } else {
            found().replace(" //~ dropped_future\n    net::tell", "\n    net::tell")
        };
        let machine = Machine::new(&found.replace("net = \"1\"", project));
        let tables =
            format!("[dependencies]\ndeep = \"0.3\"\nmaybe-async = \"0.2\"\n[features]\n{features}\n");
        unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
        for lib in [lib, conditional.as_str()] {
            unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), &tables, lib);
            machine.finds();
        }
    };
    let blocking = "blocking = [\"__sync\"]\n__sync = [\"maybe-async/is_sync\"]";
    finds("net = \"1\"", blocking, true);
    finds("net = { version = \"1\", features = [\"fast\"] }", blocking, true);
    finds("net = { version = \"1\", features = [\"blocking\"] }", blocking, false);
    finds("net = \"1\"", &format!("{blocking}\ndefault = [\"blocking\"]"), false);
    let off = "net = { version = \"1\", default-features = false }";
    finds(off, &format!("{blocking}\ndefault = [\"blocking\"]"), true);
    // The project's own features may ask for it.
    finds("net = \"1\"\n[features]\nsync = [\"net/blocking\"]", blocking, false);
}

/// Which items of a dependency exist: what everybody asks for is on, what nobody can ask for is off.
#[test]
fn features_decide_which_items_of_a_dependency_exist() {
    let twins = |cfg: &str| {
        format!(
            "pub use deep;\npub fn tell(_: u8) {{}}\n#[cfg({cfg})]\nmod twin {{ pub async fn send(_: u8) {{}} }}\n\
            #[cfg(not({cfg}))]\nmod twin {{ pub fn send(_: u8) {{}} }}\npub use twin::*;\n"
        )
    };
    let finds = |project: &str, tables: &str, cfg: &str, is_async: bool| {
        let silent = found().replace(" //~ dropped_future\n    net::tell", "\n    net::tell");
        let found = if is_async { found() } else { silent };
        let machine = Machine::new(&found.replace("net = \"1\"", project));
        unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
        let tables = format!("[dependencies]\ndeep = \"0.3\"\n{tables}");
        unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), &tables, &twins(cfg));
        machine.finds();
    };
    let asked = "net = { version = \"1\", features = [\"late\"] }";
    let features = "[features]\nlate = []\nlater = [\"late\"]\ndefault = []";
    // On.
    finds(asked, features, "feature = \"late\"", true);
    let inherited = "net = { workspace = true, default-features = true }\n\
        [workspace.dependencies]\nnet = { version = \"1\", default-features = false }";
    let by_default = features.replace("default = []", "default = [\"late\"]");
    finds(inherited, &by_default, "feature = \"late\"", true);
    finds(&inherited.replace(", default-features = true", ""), &by_default, "feature = \"late\"", false);
    finds(&asked.replace("late", "later"), features, "feature = \"late\"", true);
    finds(
        "net = \"1\"",
        &features.replace("default = []", "default = [\"later\"]"),
        "feature = \"late\"",
        true,
    );
    // Off.
    finds("net = \"1\"", features, "feature = \"late\"", false);
    finds("net = \"1\"", features, "not(feature = \"late\")", true);
    // Perhaps.
    let perhaps = format!("{asked}\n[dev-dependencies.other]\npackage = \"net\"\nversion = \"1\"");
    finds(&perhaps, features, "feature = \"late\"", false);
    finds("net = \"1\"\n[features]\non = [\"net/late\"]", features, "not(feature = \"late\")", false);
    // What only its tests have does not count, and is in no lock file.
    let tests_only = "[dev-dependencies]\ntokio = \"1\"\n[features]\nlate = [\"tokio/rt\"]";
    finds(asked, tests_only, "feature = \"late\"", true);
    // It needs what the lock file does not have.
    let needs = "tokio = { version = \"1\", optional = true }\n[features]\nlate = [\"dep:tokio\"]";
    finds("net = \"1\"\n[features]\non = [\"net/late\"]", needs, "not(feature = \"late\")", true);
}

/// What a dependency imports from a dependency of its own that the lock file does not have is in no build, and so is a
/// field behind a feature that is off.
#[test]
fn what_no_build_has_says_nothing_of_a_dependency() {
    let finds = |tables: &str, lib: &str, is_found: bool| {
        let silent = found().replace(" //~ dropped_future\n    net::tell", "\n    net::tell");
        let machine = Machine::new(&if is_found { found() } else { silent });
        unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
        let tables = format!("[dependencies]\ndeep = \"0.3\"\n{tables}");
        unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), &tables, lib);
        machine.finds();
    };
    let optional = "loom-sync = { version = \"0.7\", optional = true }";
    let twins = "pub use deep;\npub fn tell(_: u8) {}\n#[cfg(loom)]\nmod twin { pub use loom_sync::send; }\n\
        #[cfg(not(loom))]\nmod twin { pub async fn send(_: u8) {} }\npub use twin::send;\n";
    finds(optional, twins, true);
    finds("", twins, false);
    finds("[target.'cfg(loom)'.dev-dependencies]\nloom-sync = \"0.7\"", twins, true);
    let waits = "pub use deep;\npub fn tell(_: u8) {}\n\
        pub struct Wait(#[cfg(feature = \"loom-sync\")] loom_sync::Mutex<u8>, u8);\n\
        impl std::future::Future for Wait { type Output = (); }\npub fn send(of: u8) -> Wait { Wait(of) }\n";
    finds(optional, waits, true);
    finds("[features]\ndefault = [\"loom-sync\"]\nloom-sync = []", waits, false);
}

/// Cargo takes dependencies of tests that have no version out of what it publishes. The author's manifest lies beside the
/// published one; a lock file has such a package only where others depend on it, and in one version, or it is anyone's guess.
#[test]
fn what_cargo_took_out_of_a_published_manifest() {
    let finds = |began: &str, original: &str, more: &str, is_found: bool| {
        let silent = found().replace(" //~ dropped_future\n    net::tell", "\n    net::tell");
        let silent = silent.replace(" //~ dropped_future\n}", "\n}");
        let project = if is_found { found() } else { silent };
        let project = project.replace("dependencies = [\"net\"]", more);
        let project = project.replace("[dependencies]\nnet = \"1\"", began);
        let machine = Machine::new(&project);
        let original = format!("[package]\nname = \"p\"\n[dev-dependencies]\n{original}");
        machine.write("p/Cargo.toml.orig", original.as_bytes());
        unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), "[dependencies]\ndeep = \"0.3\"\n", NET);
        unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
        machine.finds();
    };
    let published = "# THIS FILE IS AUTOMATICALLY GENERATED BY CARGO\n[package]\nname = \"p\"";
    let by_path = "net = { path = \"../net\", features = [\"late\"] }";
    finds(published, by_path, "", true);
    finds(published, "net.workspace = true", "", false);
    finds(
        published,
        "wire = { package = \"net\", path = \"../net\" }\nwire2 = { path = \"../2\" }",
        "",
        false,
    );
    // Written by hand, or by who knows which tool.
    finds("[package]\nname = \"p\"", by_path, "", false);
    // Cargo keeps what has a version.
    finds(published, "net = { path = \"../net\", version = \"1\" }", "", false);
    finds(
        published,
        by_path,
        "[[package]]\nname = \"net\"\nversion = \"2.0.0\"\nsource = \"registry+x\"",
        false,
    );
}

/// A library may be called otherwise than its package.
#[test]
fn the_library_s_name_is_what_paths_start_with() {
    let project = found().replace("net::", "wire::").replace("\"deep\"", "\"rust-deep\"");
    let machine = Machine::new(&project);
    let tables = "[lib]\nname = \"wire\"\n[dependencies]\nrust-deep = \"0.3\"\n";
    unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), tables, NET);
    unpacked(&machine, &format!("{REGISTRY}/rust-deep-0.3.1"), "[lib]\nname = \"deep\"\n", DEEP);
    machine.finds();
}

/// What a member gives out of its dependencies is known, whether findings are asked for in that member or not.
#[test]
fn dependencies_of_members_that_are_not_asked_for() {
    let text = r#"
//- /p/Cargo.toml
[workspace]
members = ["mem", "app"]
//- /p/mem/Cargo.toml
[package]
name = "mem"
[dependencies]
net = "1"
//- /p/mem/src/lib.rs
pub use net;
pub use net::send;
//- /p/app/Cargo.toml
[package]
name = "app"
[dependencies]
mem = { path = "../mem" }
//- /p/app/src/lib.rs
pub fn f() {
    mem::send(1); //~ dropped_future
    mem::net::send(1); //~ dropped_future
}
"#;
    let machine = Machine::new(text);
    unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), "", NET);
    machine.finds();
    let found = ["p/app/src/lib.rs:2: dropped_future", "p/app/src/lib.rs:3: dropped_future"];
    assert_eq!(machine.found_in("p/app"), found);
    assert_eq!(machine.found_in("p/app/src/lib.rs"), found);
}

/// Without a lock file an optional dependency is there if somebody asks for it.
#[test]
fn an_optional_dependency_that_is_asked_for() {
    let lock = |text: &str| {
        let (before, rest) = text.split_once("//- /p/Cargo.lock").expect("a lock file");
        format!("{before}//- {}", rest.split_once("//- ").expect("a file behind it").1)
    };
    let asked = "net = { version = \"1\", features = [\"all\"] }";
    let machine = Machine::new(&lock(&found()).replace("net = \"1\"", asked));
    let tables =
        "[dependencies]\ndeep = { version = \"0.3\", optional = true }\n[features]\nall = [\"dep:deep\"]\n";
    unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), tables, NET);
    unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
    machine.finds();
}

/// What comes from a repository instead is not what lies in the registry.
#[test]
fn a_patch_from_a_repository() {
    let text = r#"
//- /p/Cargo.toml
[dependencies]
net = "1"
[patch.crates-io]
net = { git = "https://git.example.org/net" }
//- /p/src/lib.rs
pub fn f() {
    net::send(1);
}
"#;
    let machine = Machine::new(text);
    unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), "", NET);
    assert_eq!(machine.finds().unseen_dependencies, ["net"]);
}

/// A dependency that the project has on one system only is read; those of dependencies are not.
#[test]
fn dependencies_for_single_platforms() {
    let project = found().replace("[dependencies]\nnet", "[target.\"cfg(unix)\".dependencies]\nnet");
    let machine = Machine::new(&project.replace("drain(); //~ dropped_future", "drain();"));
    let tables = "[target.\"cfg(unix)\".dependencies]\ndeep = \"0.3\"\n";
    unpacked(&machine, &format!("{REGISTRY}/net-1.2.0"), tables, NET);
    unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
    let statistics = machine.finds();
    assert_eq!((statistics.dependencies, statistics.platform_dependencies), (1, 1));
}

/// What the project's own macros make is read once, and where it was called in each run.
#[test]
fn what_own_macros_make() {
    let machine = Machine::new(
        r#"
//- /p/Cargo.toml
[package]
name = "p"
//- /p/src/lib.rs
async fn send(_: u8) {}
macro_rules! service {
    ($name:ident, $call:expr) => {
        fn $name() {
            $call;
        }
    };
}
service!(one, send(1)); //~ dropped_future
service!(two, send(1)); //~ dropped_future
service!(three, 1 + 1);
mod inner {
    use super::send;
    service!(one, send(1)); //~ dropped_future
}
"#,
    );
    machine.finds();
}

/// What imports of dependencies bring is kept, and holds only as long as all that decides it.
#[test]
fn what_dependencies_imports_bring() {
    const LIB: &str = r#"
#[cfg(feature = "more")]
pub fn more(_: u8) {}
mod waiting { pub async fn send(_: u8) {} pub async fn tell(_: u8) {} }
mod at_once { pub fn send(_: u8) {} pub fn tell(_: u8) {} }
mod included { include!("included.rs"); }
pub use deep;
pub use waiting::send;
pub use included::tell;
"#;
    let machine = Machine::new(&found());
    let net = format!("{REGISTRY}/net-1.2.0");
    let tables = "[dependencies]\ndeep = \"0.3\"\n[features]\nmore = []\n";
    unpacked(&machine, &net, tables, LIB);
    machine.write(&format!("{net}/src/included.rs"), b"pub use super::at_once::tell;");
    unpacked(&machine, &format!("{REGISTRY}/deep-0.3.1"), "", DEEP);
    let kept = tempfile::tempdir().expect("a temporary directory");
    let lines = || {
        let found = machine.finds_still(kept.path());
        // A run that knows all of it keeps nothing new.
        let before = written(kept.path());
        assert_eq!(machine.finds_still(kept.path()), found);
        assert_eq!(written(kept.path()), before);
        found.iter().map(|found| found.split(':').nth(1).unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(lines(), ["2", "4"]);
    // One of its files.
    unpacked(&machine, &net, tables, &LIB.replace("use waiting::send", "use at_once::send "));
    assert_eq!(lines(), ["4"]);
    // One that a macro call brings.
    machine.write(&format!("{net}/src/included.rs"), b"pub use super::waiting::tell ;");
    assert_eq!(lines(), ["3", "4"]);
    // Which of its items there are: the others have other numbers.
    let asks = "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\nnet = { version = \"1\", features = [\"more\"] }\n";
    machine.write("p/Cargo.toml", asks.as_bytes());
    assert_eq!(lines(), ["3", "4"]);
    // Where another of its crates is missing.
    std::fs::remove_dir_all(machine.at(&format!("{REGISTRY}/deep-0.3.1"))).expect("a directory");
    assert_eq!(lines(), ["3"]);
}

/// What is kept there, and since when.
fn written(kept: &std::path::Path) -> Vec<(std::path::PathBuf, std::time::SystemTime)> {
    let entries = std::fs::read_dir(kept).expect("a directory").map(|entry| entry.expect("an entry").path());
    let since = |path: &std::path::PathBuf| path.metadata().and_then(|meta| meta.modified()).expect("a time");
    let mut entries: Vec<_> = entries.map(|path| (path.clone(), since(&path))).collect();
    entries.sort();
    entries
}

/// A vendored file of the project's is a dependency's too, and its bodies may add to its modules: nothing of what imports
/// bring there is kept.
#[test]
fn what_imports_of_mixed_files_bring() {
    let body = r#"
macro_rules! make {
    () => {
        enum E { Waiting }
        impl E { async fn go(self) {} }
    };
}
pub fn lost() {
    use E::*;
    make!();
    Waiting.go(); //~ dropped_future
}
pub fn tell"#;
    let vendored = VENDORED.replace("replace-with", "registry").replace("pub fn tell", body);
    let vendored = vendored.replace("pub fn lost() {\n    send(0);\n}\n", "");
    let machine = Machine::new(&format!("{}{vendored}", found()));
    let kept = tempfile::tempdir().expect("a temporary directory");
    let first = machine.finds_still(kept.path());
    assert_eq!(first.len(), 3, "{first:?}");
    assert_eq!(machine.finds_still(kept.path()), first);
    // The project's items come before what its bodies make.
    let more = "pub fn f() {\n    net::tell(1);\n}\npub struct A;\npub struct B;\npub fn g() {}\n";
    machine.write("p/src/lib.rs", more.as_bytes());
    assert_eq!(machine.finds_still(kept.path()).len(), 1);
}
