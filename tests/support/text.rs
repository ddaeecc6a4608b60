//! One text → the files it holds. `//- /path` begins a file; a text without one is `/src/lib.rs`.

use std::fs;
use std::path::Path;

use unawaited::explain::{TOPICS, code_blocks};
use unawaited::rules::RULES;

/// A tree of files that is checked as a whole.
#[derive(Debug)]
pub struct Fixture {
    /// Names its directory and, unless it says otherwise, its package.
    pub name: String,
    /// The text's place, as messages show it.
    pub origin: String,
    /// Its files, at least one of them a manifest.
    pub files: Vec<File>,
    /// Whether the compiler must accept it.
    pub compiles: bool,
}

/// One file of a fixture.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    /// From the fixture's directory on, e.g. `src/lib.rs`.
    pub path: String,
    pub text: String,
    /// 1-based line of the origin on which `text` begins.
    pub line: usize,
}

/// What stands in a line of its own before the first file of a fixture that no compiler accepts.
const BROKEN: &str = "//- does not compile";

/// Every file of `fixtures/forms`, and every block of whole Rust on the pages.
pub fn all() -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(root.join("fixtures/forms")).expect("fixtures/forms");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let forms = paths.iter().map(|path| {
        let name = path.file_stem().expect("a name").to_string_lossy();
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Fixture::parse(&name, &format!("fixtures/forms/{name}.rs"), &text, 1)
    });
    forms.chain(pages()).collect()
}

fn pages() -> impl Iterator<Item = Fixture> {
    let rules = RULES.iter().map(|rule| (format!("src/rules/{}.md", rule.name), rule.name, rule.page.en));
    let topics = TOPICS
        .iter()
        .map(|topic| (format!("src/explain/topics/{}.md", topic.name), topic.name, topic.page.en));
    rules.chain(topics).flat_map(|(origin, name, page)| {
        let blocks = code_blocks(page).into_iter().filter(|block| block.is_whole_rust());
        let blocks = blocks.map(move |block| {
            Fixture::parse(&format!("page_{name}_{}", block.line), &origin, block.code, block.line)
        });
        blocks.collect::<Vec<_>>()
    })
}

impl Fixture {
    /// Splits a text that begins on `line` of its origin, and adds a manifest if it holds none.
    pub fn parse(name: &str, origin: &str, text: &str, line: usize) -> Self {
        let mut files: Vec<File> = Vec::new();
        let mut compiles = true;
        for (number, content) in (line..).zip(text.split_inclusive('\n')) {
            if let Some(path) = content.strip_prefix("//- /") {
                files.push(File { path: path.trim().to_owned(), text: String::new(), line: number + 1 });
            } else if content.starts_with(BROKEN) {
                compiles = false;
            } else if let Some(file) = files.last_mut() {
                file.text.push_str(content);
            } else if !text.contains("\n//- /") {
                files.push(File { path: "src/lib.rs".to_owned(), text: content.to_owned(), line: number });
            }
        }
        if files.iter().all(|file| !file.path.ends_with("Cargo.toml")) {
            let text = format!(
                "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n"
            );
            files.push(File { path: "Cargo.toml".to_owned(), text, line: 0 });
        }
        Fixture { name: name.to_owned(), origin: origin.to_owned(), files, compiles }
    }

    /// Writes its files below `dir`.
    pub fn write(&self, dir: &Path) {
        for file in &self.files {
            let path = dir.join(&file.path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
            fs::write(&path, &file.text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
}
