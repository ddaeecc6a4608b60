//! Releases and the package: for which platforms, with what in them; completions and the manual page.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_yaml_ng::Value;

use super::{BINARY, has, root};

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

#[test]
fn releases_are_made_for_what_the_action_downloads() {
    let workflow: Value = serde_yaml_ng::from_str(&read(".github/workflows/release.yml")).expect("YAML");
    let matrix = workflow["jobs"]["build"]["strategy"]["matrix"]["include"].as_sequence().expect("a list");
    let built: BTreeSet<&str> = matrix.iter().map(|row| row["target"].as_str().expect("a target")).collect();
    let script = read("action/install.sh");
    let wanted = script.lines().filter_map(|line| line.split("target=").nth(1)?.strip_suffix(" ;;"));
    assert_eq!(built, wanted.collect());
    for system in ["linux", "apple-darwin", "windows"] {
        assert!(built.iter().any(|target| target.contains(system)), "{system}");
    }
    let steps = workflow["jobs"]["build"]["steps"].as_sequence().expect("steps");
    let runs: Vec<&str> = steps.iter().filter_map(|step| step["run"].as_str()).collect();
    assert!(runs.iter().any(|run| run.contains("bash release/package.sh ")), "{runs:?}");
}

#[test]
fn the_package_holds_what_users_build_and_read_and_no_more() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed = String::from_utf8(output.stdout).expect("UTF-8").replace('\\', "/");
    let packed: BTreeSet<&str> = listed.lines().collect();
    for needed in [
        "Cargo.toml",
        "Cargo.lock",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "CHANGELOG.md",
        "action.yml",
        "action/install.sh",
        ".pre-commit-hooks.yaml",
    ] {
        assert!(packed.contains(needed), "{needed} is not packed: {packed:#?}");
    }
    let mut sources = BTreeSet::new();
    collect("src", &mut sources);
    let missing: Vec<_> = sources.iter().filter(|path| !packed.contains(path.as_str())).collect();
    assert!(sources.len() > 100 && missing.is_empty(), "{missing:#?}");
    let rooms = ["tests/", "benches/", ".ci/", ".github/", "target/", "release/", "fixtures/"];
    let foreign: Vec<_> =
        packed.iter().filter(|path| rooms.iter().any(|room| path.starts_with(room))).collect();
    assert!(foreign.is_empty(), "{foreign:#?}");
}

fn collect(dir: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(root().join(dir)).expect(dir) {
        let entry = entry.expect("an entry");
        let path = format!("{dir}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().expect("a kind").is_dir() {
            collect(&path, found);
        } else {
            found.insert(path);
        }
    }
}

#[test]
fn the_stated_rust_version_is_true() {
    let manifest = read("Cargo.toml");
    let stated = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"'));
    let stated = stated.expect("a version");
    assert!(read("README.md").contains(&format!("It needs Rust {stated} to build")));
    let output = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())).arg("-V").output();
    let version = String::from_utf8(output.expect("rustc starts").stdout).expect("UTF-8");
    // With this very version the tests at hand are the proof; with another one `.ci/run` builds with it as well.
    let minor = |version: &str| version.split('.').nth(1).and_then(|minor| minor.parse::<u32>().ok());
    assert!(minor(&version) >= minor(stated), "{version} is older than {stated}");
    assert!(read(".ci/run").contains("cargo \"+$stated\" check --locked --all-targets"));
}

fn printed(args: &[&str]) -> String {
    let output = Command::new(BINARY).args(args).output().expect("the command starts");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn completions_and_the_manual_know_every_option() {
    let help = printed(&["check", "--help"]);
    let words = help.split(|c: char| c.is_whitespace() || c == ',');
    let options: BTreeSet<&str> = words.filter(|word| word.starts_with("--") && word.len() > 2).collect();
    assert!(options.len() > 10, "{options:?}");
    let man = printed(&["man"]).replace("\\-", "-");
    assert!(man.contains(".TH cargo-unawaited 1"), "{man}");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = printed(&["completions", shell]);
        for option in &options {
            let name = option.trim_start_matches('-');
            let known = script.contains(option) || script.contains(&format!("-l {name}"));
            assert!(known, "{shell}: {option}");
            assert!(man.contains(option), "man: {option}");
        }
        // The others complete no values.
        let values = ["bash", "zsh", "fish"].contains(&shell);
        assert_eq!(script.contains("checkstyle"), values, "{shell}: the formats");
    }
    if has("bash") {
        let dir = tempfile::tempdir().expect("a directory");
        let script = dir.path().join("script");
        fs::write(&script, printed(&["completions", "bash"])).expect("a file");
        let ask = ". \"$0\"; name=$(complete -p cargo-unawaited | sed 's/.*-F \\([^ ]*\\).*/\\1/'); \
            COMP_WORDS=(cargo-unawaited check --output-format sa); COMP_CWORD=3; \
            $name cargo-unawaited sa --output-format; echo \"${COMPREPLY[@]}\"";
        let output = Command::new("bash").args(["-c", ask]).arg(&script).output().expect("bash starts");
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "sarif");
    }
}
