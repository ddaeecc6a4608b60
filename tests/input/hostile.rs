//! What leads elsewhere: links, FIFOs, devices, paths out of the project. Nothing of it is opened or quoted.

use std::fs;
use std::io::Write;
use std::process::Command;

use crate::{FOUND, Project};

fn fifo(project: &Project, path: &str) {
    let made = Command::new("mkfifo").arg(project.root().join(path)).status().expect("mkfifo");
    assert!(made.success());
}

/// Findings of the good file, these errors of the library's modules, and nothing of any other file.
#[track_caller]
fn left_out(project: &Project, errors: &[&str]) {
    let many = if errors.len() == 1 { "1 error" } else { &format!("{} errors", errors.len()) };
    let errors: String = errors.iter().map(|error| format!("error: {error}\n")).collect();
    let expected = format!(
        "{FOUND}{errors}1 warning in 2 files\nincomplete: {many} above kept something from being checked\nexit 2\n"
    );
    project.check(&[], &expected);
}

#[test]
fn loops_of_links() {
    let project = Project::new("");
    project.link(".", "src/again");
    project.link("../..", "src/up");
    project.link("itself", "src/itself");
    project.link("b.rs", "src/a.rs");
    project.link("a.rs", "src/b.rs");
    project.check(&[], &format!("{FOUND}1 warning in 2 files\nexit 1\n"));
    project.write("src/lib.rs", "mod good; mod a;");
    left_out(
        &project,
        &[
            "src/lib.rs:1:15: the file of module `a` is left out: `a.rs` cannot be read: too many levels of symbolic links",
        ],
    );
}

/// As a file that vanishes between the walk and the reading looks.
#[test]
fn a_link_to_nothing() {
    let project = Project::new("mod gone;");
    project.link("nothing.rs", "src/gone.rs");
    project.link("nothing.rs", "loose.rs");
    left_out(&project, &["src/lib.rs:1:15: the file of module `gone` is left out: `gone.rs` does not exist"]);
}

#[test]
fn the_environment_is_not_read() {
    let project = Project::new("#[path = \"/proc/self/environ\"] mod e; include!(\"/proc/self/environ\");");
    left_out(
        &project,
        &[
            "src/lib.rs:1:46: the file of module `e` is left out: `/proc/self/environ` lies outside the project",
            "src/lib.rs:1:49: the included file is left out: `/proc/self/environ` lies outside the project",
        ],
    );
    project.link("/proc/self/environ", "src/linked.rs");
    project.link("/proc/self", "src/proc");
    project.write("src/lib.rs", "mod good; mod linked; #[path = \"proc/environ\"] mod e;");
    let reasons = [
        "src/lib.rs:1:15: the file of module `linked` is left out: `linked.rs` lies outside the project",
        "src/lib.rs:1:52: the file of module `e` is left out: `proc/environ` lies outside the project",
    ];
    left_out(&project, &reasons);
    for format in ["full", "concise", "json"] {
        let (_, stdout, stderr) = project.run(&["--output-format", format]);
        assert!(!format!("{stdout}{stderr}").contains("do-not-show-this"), "{format}: {stdout}{stderr}");
    }
}

#[test]
fn fifos_do_not_hang() {
    let project =
        Project::new("#[path = \"pipe\"] mod a; mod b; include!(\"pipe\"); fn f() { include!(\"pipe\"); }");
    fifo(&project, "src/pipe");
    fifo(&project, "src/b.rs");
    fifo(&project, "loose.rs");
    let reasons = [
        "src/lib.rs:1:32: the file of module `a` is left out: `pipe` is a FIFO, not a regular file",
        "src/lib.rs:1:39: the file of module `b` is left out: `b.rs` is a FIFO, not a regular file",
        "src/lib.rs:1:42: the included file is left out: `pipe` is a FIFO, not a regular file",
    ];
    left_out(&project, &reasons);
}

#[test]
fn devices() {
    let project = Project::new("mod zero; mod null; #[path = \"/dev/tty\"] mod tty;");
    project.link("/dev/zero", "src/zero.rs");
    project.link("/dev/null", "src/null.rs");
    let reasons = [
        "src/lib.rs:1:15: the file of module `zero` is left out: `zero.rs` lies outside the project",
        "src/lib.rs:1:25: the file of module `null` is left out: `null.rs` lies outside the project",
        "src/lib.rs:1:56: the file of module `tty` is left out: `/dev/tty` lies outside the project",
    ];
    left_out(&project, &reasons);
}

/// Beside the project lies a file that would tell of itself if it were read: it does not parse.
#[test]
fn files_outside_of_the_project() {
    let project = Project::new("#[path = \"../../secret.rs\"] mod e; include!(\"../../secret.rs\");");
    project.write("../secret.rs", "fn SECRET( {");
    project.write("../other/src/lib.rs", "fn SECRET( {");
    left_out(
        &project,
        &[
            "src/lib.rs:1:43: the file of module `e` is left out: `…/secret.rs` lies outside the project",
            "src/lib.rs:1:46: the included file is left out: `../../secret.rs` lies outside the project",
        ],
    );
    project.link("../../secret.rs", "src/inner.rs");
    project.link("../../other", "src/dir");
    project.write("src/lib.rs", "mod good; mod inner; #[path = \"dir/src/lib.rs\"] mod f;");
    let reasons = [
        "src/lib.rs:1:15: the file of module `inner` is left out: `inner.rs` lies outside the project",
        "src/lib.rs:1:53: the file of module `f` is left out: `dir/src/lib.rs` lies outside the project",
    ];
    left_out(&project, &reasons);
}

#[test]
fn dependencies_outside_of_the_project() {
    let project = Project::new("");
    project.write("../secret/Cargo.toml", "[package]\nname = \"of-another-name\"\n");
    project.write("../secret/src/lib.rs", "fn SECRET( {");
    let manifest = "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[[bin]]\nname = \"environ\"\npath = \"/proc/self/environ\"\n\
        [dependencies]\netc = { path = \"/etc\" }\nsecret = { path = \"../secret\" }\n";
    project.write("Cargo.toml", manifest);
    let (code, stdout, stderr) = project.run(&["--output-format", "concise"]);
    assert_eq!(stdout, FOUND);
    assert_eq!(code, Some(2), "{stderr}");
    for part in [
        "dependency `etc` is left out",
        "dependency `secret` is left out",
        "error: Cargo.toml: target `environ` is left out: `/proc/self/environ` lies outside the project\n",
    ] {
        assert!(stderr.contains(part), "{stderr}");
    }
    assert!(!stderr.contains("SECRET") && !stderr.contains("do-not-show-this"), "{stderr}");
}

#[test]
fn what_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new("mod closed;");
    project.write("src/closed.rs", "");
    project.write("shut/loose.rs", "");
    for path in ["src/closed.rs", "shut"] {
        let path = project.root().join(path);
        fs::set_permissions(path, fs::Permissions::from_mode(0o0)).expect("permissions");
    }
    let may_read = fs::read(project.root().join("src/closed.rs")).is_ok();
    if may_read {
        // Root reads everything. Not `eprintln!`: the test harness would swallow it.
        let _ = writeln!(std::io::stderr(), "SKIPPED: nothing is unreadable for this user");
    } else {
        let expected = format!(
            "{FOUND}error: shut: cannot be read: permission denied
error: src/lib.rs:1:15: the file of module `closed` is left out: `closed.rs` cannot be read: permission denied
1 warning in 2 files
incomplete: 2 errors above kept something from being checked
exit 2
"
        );
        project.check(&[], &expected);
    }
    fs::set_permissions(project.root().join("shut"), fs::Permissions::from_mode(0o700)).expect("permissions");
}
