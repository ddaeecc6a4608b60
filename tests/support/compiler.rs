//! The compiler's word on a fixture: code that it refuses proves nothing.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::text::Fixture;

/// Type-checks a fixture that lies in `dir`; the compiler's words if it is refused.
pub fn compile(fixture: &Fixture, dir: &Path) -> Result<(), String> {
    let lone = |path: &str| path == "src/lib.rs" || path == "Cargo.toml" || path.starts_with("src/");
    let supplied = fixture.files.iter().any(|file| file.path == "Cargo.toml" && file.line == 0);
    let is_lib = fixture.files.iter().any(|file| file.path == "src/lib.rs");
    match supplied && is_lib && fixture.files.iter().all(|file| lone(&file.path)) {
        true => run(rustc(fixture, dir)),
        false => run(cargo(dir)),
    }
}

fn out(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures").join(kind)
}

fn rustc(fixture: &Fixture, dir: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command.args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "--cap-lints=allow"]);
    command.args(["--crate-name", &fixture.name.replace('-', "_")]);
    command.arg("--out-dir").arg(out("rustc")).arg(dir.join("src/lib.rs"));
    command
}

fn cargo(dir: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["check", "--quiet", "--offline", "--workspace", "--all-targets", "--manifest-path"]);
    command.arg(dir.join("Cargo.toml")).arg("--target-dir").arg(out("cargo"));
    command.env("RUSTFLAGS", "--cap-lints=allow");
    command
}

fn run(mut command: Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}
