//! rust-analyzer's commands, read with the types that it reads them with.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use serde::Deserialize;

use super::{binary_dir, blocks, path_with, project};

/// As in rust-analyzer's `flycheck`.
#[derive(Deserialize)]
#[serde(untagged)]
#[allow(clippy::large_enum_variant)]
enum JsonMessage {
    Cargo(cargo_metadata::Message),
    Rustc(cargo_metadata::diagnostic::Diagnostic),
}

/// What the README's command prints in a project, and whether it succeeded, for the block that holds a word.
fn run(holds: &str, dir: &std::path::Path) -> (Vec<JsonMessage>, bool) {
    let blocks = blocks::blocks("json");
    let block = blocks.iter().find(|block| block.contains(holds)).expect("a block");
    let settings: serde_json::Value = serde_json::from_str(block).expect("JSON");
    let command = settings["rust-analyzer.check.overrideCommand"].as_array().expect("a list");
    let words: Vec<&str> = command.iter().map(|word| word.as_str().expect("a text")).collect();
    let output = Command::new(words[0])
        .args(&words[1..])
        .current_dir(dir)
        .env("PATH", path_with(binary_dir()))
        .env("CARGO_TARGET_DIR", dir.join("target"))
        .stdin(Stdio::null())
        .output()
        .expect("it starts");
    let stdout = String::from_utf8(output.stdout).expect("UTF-8");
    let read = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    (stdout.lines().map(read).collect(), output.status.success())
}

#[test]
fn rust_analyzer_reads_the_linter_alone() {
    let project = project();
    let (messages, success) = run("\"rustc\"", project.path());
    assert!(success, "a failed command leaves old messages in the list");
    let [JsonMessage::Rustc(message)] = messages.as_slice() else { panic!("{} messages", messages.len()) };
    assert_eq!(message.code.as_ref().map(|code| code.code.as_str()), Some("unawaited::dropped_future"));
    let span = message.spans.iter().find(|span| span.is_primary).expect("a primary span");
    assert_eq!((span.file_name.as_str(), span.line_start, span.column_start), ("src/lib.rs", 3, 5));
    assert!(message.children.iter().all(|child| child.spans.is_empty()) && message.children.len() >= 3);
}

#[test]
fn rust_analyzer_reads_the_linter_beside_cargo() {
    let dir = project();
    // A package whose directory is called otherwise, a workspace member, and a version that is inherited.
    let root = "[workspace]\nmembers = [\"inner\", \"a b\"]\n[workspace.package]\nversion = \"1.2.3\"\n\
        [package]\nname = \"p\"\nversion = \"0.2.0\"\nedition = \"2024\"\n";
    super::write(dir.path(), "Cargo.toml", root);
    for (place, name) in [("inner", "inner"), ("a b", "other")] {
        let manifest =
            format!("[package]\nname = \"{name}\"\nversion.workspace = true\nedition = \"2024\"\n");
        super::write(dir.path(), &format!("{place}/Cargo.toml"), &manifest);
        let lib = fs::read_to_string(dir.path().join("src/lib.rs")).expect("a library");
        super::write(dir.path(), &format!("{place}/src/lib.rs"), &lib);
    }
    let (messages, success) = run("cargo check", dir.path());
    assert!(success);
    let (mut artifacts, mut ours, mut rustcs) = (BTreeSet::new(), BTreeSet::new(), 0);
    for message in messages {
        match message {
            JsonMessage::Cargo(cargo_metadata::Message::CompilerArtifact(artifact)) => {
                artifacts.insert(artifact.package_id.repr);
            }
            JsonMessage::Cargo(cargo_metadata::Message::CompilerMessage(message)) => {
                let code = message.message.code.as_ref().map_or("", |code| code.code.as_str());
                if code.starts_with("unawaited::") {
                    assert!(message.target.src_path.ends_with("src/lib.rs"));
                    ours.insert(message.package_id.repr);
                } else {
                    rustcs += 1;
                }
            }
            JsonMessage::Cargo(_) => {}
            JsonMessage::Rustc(_) => panic!("a line without its package clears all others"),
        }
    }
    assert!(rustcs >= 3, "cargo's own messages: `unused_must_use`");
    assert_eq!(ours, artifacts, "the packages have cargo's own names");
    assert_eq!(ours.len(), 3);
}
