//! The hooks, through pre-commit itself. Where a hook is built from source, a stand-in is built that runs the built
//! program: building the linter is not what is tested here.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::{BINARY, binary_dir, blocks, has, path_with, project, root, write};

fn git(dir: &Path, args: &[&str]) -> String {
    let identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").args(identity).args(args).current_dir(dir).output().expect("git starts");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

fn commit(dir: &Path) {
    git(dir, &["init", "-q"]);
    git(dir, &["add", "-A"]);
    git(dir, &["commit", "-qm", "x"]);
}

/// A repository with our hooks, and a stand-in for the linter.
fn hooks() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    fs::copy(root().join(".pre-commit-hooks.yaml"), dir.path().join(".pre-commit-hooks.yaml"))
        .expect("hooks");
    let manifest = "[package]\nname = \"cargo-unawaited\"\nversion = \"0.1.0\"\nedition = \"2021\"\n";
    write(dir.path(), "Cargo.toml", manifest);
    let main = format!(
        "fn main() {{\n    let status = std::process::Command::new({BINARY:?}).args(std::env::args_os().skip(1)).status();\n    \
         std::process::exit(status.unwrap().code().unwrap_or(2));\n}}\n"
    );
    write(dir.path(), "src/main.rs", &main);
    commit(dir.path());
    git(dir.path(), &["tag", &format!("v{}", env!("CARGO_PKG_VERSION"))]);
    dir
}

fn pre_commit(dir: &Path, home: &Path) -> Output {
    Command::new("pre-commit")
        .args(["run", "--all-files", "--color", "never"])
        .current_dir(dir)
        .env("PRE_COMMIT_HOME", home)
        .env("PATH", path_with(binary_dir()))
        .output()
        .expect("pre-commit starts")
}

#[test]
fn the_hook_finds_and_passes() {
    if !has("pre-commit") || !has("git") {
        return;
    }
    let (hooks, home) = (hooks(), tempfile::tempdir().expect("a directory"));
    let block =
        blocks::blocks("yaml").into_iter().find(|block| block.starts_with("repos:")).expect("a block");
    let address = "https://github.com/OWNER/cargo-unawaited";
    assert!(block.contains(address));
    let block = block.replace(address, &hooks.path().display().to_string());
    for id in ["cargo-unawaited", "unawaited-installed"] {
        let project = project();
        fs::remove_dir(project.path().join(".git")).expect("a directory");
        let block = block.replace("id: cargo-unawaited\n", &format!("id: {id}\n"));
        write(project.path(), ".pre-commit-config.yaml", &block);
        commit(project.path());
        let output = pre_commit(project.path(), home.path());
        let stdout = String::from_utf8_lossy(&output.stdout);
        let shown = format!("{stdout}{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(1), "{shown}");
        assert!(stdout.contains("warning[dropped_future]") && stdout.contains("src/lib.rs:3:5"), "{shown}");

        write(project.path(), "src/lib.rs", "pub async fn f() {}\n");
        git(project.path(), &["add", "-A"]);
        let output = pre_commit(project.path(), home.path());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    }
}
