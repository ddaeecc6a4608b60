//! The blocks of README.md by what is in them.

use std::fs;

use super::root;

/// The fenced blocks of a language.
pub fn blocks(language: &str) -> Vec<String> {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let parts = readme.split("\n```").skip(1).step_by(2);
    let blocks = parts.filter_map(|block| block.strip_prefix(&format!("{language}\n")));
    blocks.map(|block| format!("{block}\n")).collect()
}

/// The only YAML block with that text in it.
pub fn yaml(holds: &str) -> serde_yaml_ng::Value {
    let mut found: Vec<_> = blocks("yaml").into_iter().filter(|block| block.contains(holds)).collect();
    assert_eq!(found.len(), 1, "blocks with `{holds}`");
    serde_yaml_ng::from_str(&found.remove(0)).expect("YAML")
}

/// Commands in a checked tree's directory go to the program itself: cargo would obey that tree.
#[test]
fn nothing_for_strangers_code_goes_through_cargo() {
    let mut texts = blocks("yaml");
    texts.extend(blocks("json"));
    assert!(texts.len() >= 5);
    for file in ["action.yml", "action/install.sh", "action/check.sh", ".pre-commit-hooks.yaml"] {
        let text = fs::read_to_string(root().join(file)).expect(file);
        let code = text.lines().filter(|line| !line.trim_start().starts_with('#'));
        texts.push(code.collect::<Vec<_>>().join("\n"));
    }
    for text in texts {
        assert!(!text.contains("cargo unawaited") && !text.contains("cargo install"), "{text}");
    }
}

#[test]
fn blocks_name_this_version() {
    let version = format!("v{}", env!("CARGO_PKG_VERSION"));
    for block in blocks("yaml") {
        assert!(block.contains(&version), "{block}");
    }
}
