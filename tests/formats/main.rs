//! Every format through a reader that is not ours: the same findings, valid by its schema, the right columns.

mod agree;
mod files;
mod incomplete;
#[path = "../support/formats.rs"]
mod names;
mod readers;
mod schemas;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use names::FORMATS;

/// A repository: a directory with the name `.git` in it.
struct Repository {
    _dir: TempDir,
    root: PathBuf,
}

impl Repository {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let root = dir.path().canonicalize().expect("it exists");
        fs::create_dir(root.join(".git")).expect("a directory");
        Repository { _dir: dir, root }
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        fs::write(path, text).expect("a file");
    }

    /// A package whose library this is.
    fn package(&self, dir: &str, lib: &str) {
        let name =
            Path::new(dir).file_name().map_or("p".into(), |name| name.to_string_lossy().replace(' ', "_"));
        let manifest = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        self.write(&format!("{dir}/Cargo.toml"), &manifest);
        self.write(&format!("{dir}/src/lib.rs"), lib);
    }
}

/// Exit code, standard output and standard error of the command, called in a directory.
fn run(dir: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-unawaited"))
        .args(args)
        .current_dir(dir)
        .stdin(Stdio::null())
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("the command starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// What a format prints for paths.
fn report(dir: &Path, format: &str, paths: &[&str]) -> String {
    let mut args = vec!["check", "-q", "--output-format", format];
    args.extend(paths);
    let (code, stdout, stderr) = run(dir, &args);
    assert!(code.is_some_and(|code| code <= 2), "{format}: {stderr}");
    stdout
}

#[test]
fn the_help_lists_the_formats_that_are_tested() {
    let (_, help, _) = run(Path::new("."), &["check", "--help"]);
    let listed = help.split("--output-format").nth(1).and_then(|text| text.split("[default").next());
    let listed: Vec<&str> = listed
        .expect("the option")
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- ")?.split(':').next())
        .collect();
    assert_eq!(listed, FORMATS);
}
