//! The explanations and the documents at the top level keep their promises: shape, names, code, commands, paths.
//! Whether the linter finds what the pages mark is the fixtures' test, not this one's.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use unawaited::explain::{self, TOPICS, code_blocks};
use unawaited::lower::{Bodies, lower};
use unawaited::rules::{self, RULES};

const RULE_HEADINGS: [&str; 6] = [
    "What it does",
    "Why is this bad?",
    "Example",
    "What to do",
    "What rustc and clippy say",
    "What the note says",
];

const DOCUMENTS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/// Readable in a terminal.
const WIDEST: usize = 100;

/// A text to check: where it lies below the root, and what it says.
struct Text {
    path: String,
    markdown: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> Text {
    let markdown = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Text { path: path.to_owned(), markdown }
}

fn rule_pages() -> Vec<Text> {
    RULES.iter().map(|rule| read(&format!("src/rules/{}.md", rule.name))).collect()
}

fn topic_pages() -> Vec<Text> {
    TOPICS.iter().map(|topic| read(&format!("src/explain/topics/{}.md", topic.name))).collect()
}

fn pages() -> Vec<Text> {
    rule_pages().into_iter().chain(topic_pages()).collect()
}

fn everything() -> Vec<Text> {
    pages().into_iter().chain(DOCUMENTS.map(read)).collect()
}

/// Names, without `.md`, of the pages in a directory.
fn stems(dir: &str) -> BTreeSet<String> {
    let files = fs::read_dir(root().join(dir)).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let pages = paths.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

/// Lines outside code blocks.
fn prose(markdown: &str) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    markdown.lines().filter(move |line| {
        let fence = line.starts_with("```");
        in_code ^= fence;
        !in_code && !fence
    })
}

/// What stands between backticks in the prose, line by line.
fn code_spans(markdown: &str) -> impl Iterator<Item = &str> {
    prose(markdown).flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The names that the rule marks of some code ask for.
fn marks(code: &str) -> impl Iterator<Item = &str> {
    code.lines().flat_map(|line| line.split("//~").skip(1).map(str::trim))
}

/// Arguments of every `cargo unawaited …` and `cargo-unawaited …`, in code spans and console blocks.
fn commands(markdown: &str) -> Vec<Vec<&str>> {
    let shell = code_blocks(markdown).into_iter().filter(|block| matches!(block.info, "console" | "sh"));
    let lines = shell.flat_map(|block| block.code.lines()).chain(code_spans(markdown));
    let calls = ["cargo unawaited", "cargo-unawaited", "cargo run --release --"];
    let calls = lines.filter_map(|line| calls.iter().find_map(|call| line.strip_prefix(call)));
    calls.map(|arguments| arguments.split_whitespace().collect()).collect()
}

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    let rules: BTreeSet<String> = RULES.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(stems("src/rules"), rules);
    let topics: BTreeSet<String> = TOPICS.iter().map(|topic| topic.name.to_owned()).collect();
    assert_eq!(stems("src/explain/topics"), topics);
}

#[test]
fn a_page_is_the_one_that_is_shown() {
    for (rule, text) in RULES.iter().zip(rule_pages()) {
        assert_eq!(rule.page, text.markdown, "{}", text.path);
    }
    for (topic, text) in TOPICS.iter().zip(topic_pages()) {
        assert_eq!(topic.page, text.markdown, "{}", text.path);
    }
}

#[test]
fn rule_pages_have_the_fixed_headings_in_order() {
    for (rule, text) in RULES.iter().zip(rule_pages()) {
        assert_eq!(text.markdown.lines().next(), Some(&*format!("# {}", rule.name)), "{}", text.path);
        let headings: Vec<&str> = prose(&text.markdown).filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, RULE_HEADINGS, "{}", text.path);
    }
}

#[test]
fn topic_pages_open_with_the_note_and_go_on_with_rust() {
    for (topic, text) in TOPICS.iter().zip(topic_pages()) {
        assert_eq!(text.markdown.lines().next(), Some(&*format!("# {}", topic.title)), "{}", text.path);
        let headings: Vec<&str> = prose(&text.markdown).filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings[..2], ["What the note says", "In Rust"], "{}", text.path);
        assert_eq!(headings.last(), Some(&"More"), "{}", text.path);
    }
}

#[test]
fn pages_fit_a_terminal() {
    for Text { path, markdown } in pages() {
        for (index, line) in markdown.lines().enumerate() {
            let width = line.chars().count();
            assert!(width <= WIDEST, "{path}:{}: {width} characters", index + 1);
        }
    }
}

#[test]
fn a_rule_page_shows_what_fires_and_what_does_not() {
    for (rule, text) in RULES.iter().zip(rule_pages()) {
        let blocks = code_blocks(&text.markdown).into_iter().filter(|block| block.is_whole_rust());
        let (wrong, right): (Vec<_>, Vec<_>) = blocks.partition(|block| block.code.contains("//~"));
        // What takes a dependency or an option is shown in blocks that are not linted.
        let shown = code_blocks(&text.markdown).iter().any(|block| {
            !block.is_whole_rust() && block.info.starts_with("rust") && block.code.contains(rule.name)
        });
        assert!(shown || !wrong.is_empty() && !right.is_empty(), "{}", text.path);
        for mark in wrong.iter().flat_map(|block| marks(block.code)) {
            assert_eq!(mark, rule.name, "{}", text.path);
        }
    }
}

#[test]
fn names_in_pages_and_documents_exist() {
    let mut explained = 0;
    for Text { path, markdown } in everything() {
        for block in code_blocks(&markdown).iter().filter(|block| block.info.starts_with("rust")) {
            for mark in marks(block.code) {
                assert!(rules::find(mark).is_some(), "{path}: no rule `{mark}`");
            }
        }
        for command in commands(&markdown) {
            let [.., "explain", name] = command[..] else { continue };
            assert!(explain::find(name).is_ok(), "{path}: no page `{name}`");
            explained += 1;
        }
    }
    assert!(explained >= 2 * (RULES.len() + TOPICS.len()), "only {explained} links between pages were seen");
}

#[test]
fn every_page_can_be_reached_from_another() {
    let texts = everything();
    for (name, own) in TOPICS.iter().map(|topic| (topic.name, format!("topics/{}.md", topic.name))) {
        let link = format!("`cargo unawaited explain {name}`");
        let from = texts.iter().filter(|text| !text.path.ends_with(&own) && text.markdown.contains(&link));
        assert_ne!(from.count(), 0, "nothing leads to `{name}`");
    }
}

#[test]
fn rust_blocks_are_read_without_errors() {
    for Text { path, markdown } in everything() {
        for block in code_blocks(&markdown).iter().filter(|block| block.is_whole_rust()) {
            let errors = lower(block.code, Bodies::Keep).errors;
            assert!(errors.is_empty(), "{path}:{}: {errors:?}", block.line);
        }
    }
}

#[test]
fn rust_blocks_compile() {
    let mut compiled = 0;
    for Text { path, markdown } in everything() {
        for block in code_blocks(&markdown).iter().filter(|block| block.is_whole_rust()) {
            compiled += 1;
            let source = scratch("blocks").join(format!("block_{compiled}.rs"));
            fs::write(&source, block.code).unwrap();
            if let Err(errors) = rustc("blocks", "lib", &source, &[]) {
                panic!("{path}:{}: {errors}", block.line);
            }
        }
    }
    assert!(compiled >= 10, "only {compiled} blocks were seen");
}

#[test]
fn the_example_project_compiles() {
    let example = root().join("fixtures/example");
    rustc("example", "rlib", &example.join("store/src/lib.rs"), &["--crate-name=store"]).unwrap();
    let store = format!("--extern=store={}", scratch("example").join("libstore.rmeta").display());
    rustc("example", "bin", &example.join("src/main.rs"), &["--crate-name=example", &store]).unwrap();
}

/// A directory for one test's files.
fn scratch(test: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages").join(test);
    fs::create_dir_all(&dir).unwrap();
    dir
}

/// Type-checks one crate; gives the compiler's words if it does not compile.
fn rustc(test: &str, crate_type: &str, source: &Path, more: &[&str]) -> Result<(), String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    command.args(["--edition=2024", "--emit=metadata", "--cap-lints=allow", "--crate-type", crate_type]);
    let output = command.args(more).arg("--out-dir").arg(scratch(test)).arg(source).output().unwrap();
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

#[test]
fn paths_in_the_documents_exist() {
    let mut seen = 0;
    for Text { path, markdown } in DOCUMENTS.map(read) {
        let spans = code_spans(&markdown).filter(|span| span.contains('/') && !span.contains(' '));
        let spans = spans
            .filter(|span| ["src/", "tests/", "fixtures/", ".ci/"].iter().any(|top| span.starts_with(top)));
        let words = prose(&markdown)
            .flat_map(|line| line.split(|c: char| !(c.is_alphanumeric() || "-._/".contains(c))));
        let files = words.map(|word| word.trim_end_matches('.'));
        let files =
            files.filter(|word| word.starts_with("LICENSE-") || word.ends_with(".md") && !word.contains('/'));
        for named in spans.chain(files.filter(|word| *word != ".md")) {
            // `src/rules/<rule>.md` stands for many: what is before the placeholder must exist.
            let fixed = named.split_once('<').map_or(named, |(before, _)| before);
            assert!(root().join(fixed).exists(), "{path} names {named}, which does not exist");
            seen += 1;
        }
    }
    assert!(seen >= 20, "only {seen} paths were seen");
}

#[test]
fn commands_in_pages_and_documents_are_understood() {
    let mut seen = 0;
    for Text { path, markdown } in everything() {
        for command in commands(&markdown) {
            let mut process = Command::new(env!("CARGO_BIN_EXE_cargo-unawaited"));
            // What stands before `--help` is parsed first, so a subcommand or option that does not exist fails.
            let output = process.args(&command).arg("--help").output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{path}: `cargo unawaited {}`: {said}", command.join(" "));
            seen += 1;
        }
    }
    assert!(seen >= 10, "only {seen} commands were seen");
}

#[test]
fn options_in_the_readme_exist() {
    let mut process = Command::new(env!("CARGO_BIN_EXE_cargo-unawaited"));
    let output = process.args(["check", "--help"]).output().unwrap();
    let help = String::from_utf8_lossy(&output.stdout);
    let known: BTreeSet<&str> =
        help.split([' ', ',', '\n', '=', '[']).filter(|word| word.starts_with('-')).collect();
    let readme = read("README.md").markdown;
    let named: Vec<&str> = code_spans(&readme).filter(|span| span.starts_with('-')).collect();
    for span in &named {
        let option = span.split(' ').next().unwrap_or_default();
        assert!(known.contains(option), "README.md names {option}, which `check --help` does not: {known:?}");
    }
    assert!(named.len() >= 8, "only {} options were seen", named.len());
}
