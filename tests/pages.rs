//! The explanations and the documents at the top level keep their promises: shape, names, code, commands, paths.
//! Whether the linter finds what the pages mark is the fixtures' test, not this one's.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use unawaited::explain::{self, TOPICS, code_blocks};
use unawaited::lang::Lang;
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

/// How the headings are called in Russian; the first six are those of a rule's page.
const RUSSIAN_HEADINGS: &[(&str, &str)] = &[
    ("What it does", "Что находит правило"),
    ("Why is this bad?", "Чем это плохо"),
    ("Example", "Пример"),
    ("What to do", "Что делать"),
    ("What rustc and clippy say", "Что говорят rustc и clippy"),
    ("What the note says", "Что говорит заметка"),
    ("In an `async fn`", "В `async fn`"),
    ("In a `fn`", "В `fn`"),
    ("In a closure", "В замыкании"),
    ("In a test", "В тесте"),
    ("In the function that takes the callback", "В функции, которая принимает колбэк"),
    ("When it should run in the background", "Если работа должна идти в фоне"),
    ("When the drop is deliberate", "Если так и задумано"),
    ("In Rust", "В Rust"),
    ("More", "Дальше"),
    ("What `.await` does", "Что делает `.await`"),
    ("An executor in twenty lines", "Исполнитель в двадцать строк"),
    ("Why a future does nothing by itself", "Почему футура сама ничего не делает"),
    ("What holds up the loop", "Что останавливает цикл"),
    ("When one of them fails", "Если одна завершилась ошибкой"),
    ("One task or many", "Одна задача или много"),
    ("Where the `.await` is lost", "Где теряется `.await`"),
    ("Four calls that start something", "Четыре вызова, которые что-то запускают"),
    ("What goes wrong where they meet", "Что ломается там, где они встречаются"),
    ("The twins", "Двойники"),
    ("Four ways to make a future run", "Четыре способа выполнить футуру"),
    ("Does this call need `.await`?", "Нужен ли здесь `.await`?"),
    ("How `.await` differs from Python's `await`", "Чем `.await` отличается от `await` в Python"),
];

/// Where a rule's future can be lost: each page says what to do in all of these.
const CONTEXTS: [&str; 3] = ["In an `async fn`", "In a `fn`", "When the drop is deliberate"];

/// The sections of the note, as the pages name them.
const NOTE_SECTIONS: [(&str, &str); 4] = [
    ("Section async/await", "Раздел async / await"),
    ("Section event loop", "Раздел Event Loop"),
    ("Section gather vs as_completed", "Раздел gather vs as_completed"),
    ("Section threads, processes and asyncio", "Раздел Threads, Processes и AsyncIO"),
];

const DOCUMENTS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/// Readable in a terminal.
const WIDEST: usize = 100;

/// A text to check: where it lies below the root, and what it says.
struct Document {
    path: String,
    markdown: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> Document {
    let markdown = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Document { path: path.to_owned(), markdown }
}

/// What a page's file name ends with.
fn ending(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ".md",
        Lang::Ru => ".ru.md",
    }
}

fn rule_pages(lang: Lang) -> Vec<Document> {
    RULES.iter().map(|rule| read(&format!("src/rules/{}{}", rule.name, ending(lang)))).collect()
}

fn topic_pages(lang: Lang) -> Vec<Document> {
    TOPICS.iter().map(|topic| read(&format!("src/explain/topics/{}{}", topic.name, ending(lang)))).collect()
}

fn pages_in(lang: Lang) -> Vec<Document> {
    rule_pages(lang).into_iter().chain(topic_pages(lang)).collect()
}

fn pages() -> Vec<Document> {
    Lang::ALL.into_iter().flat_map(pages_in).collect()
}

fn everything() -> Vec<Document> {
    pages().into_iter().chain(DOCUMENTS.map(read)).collect()
}

/// Names of the pages in a directory.
fn pages_below(dir: &str) -> BTreeSet<String> {
    let files = fs::read_dir(root().join(dir)).unwrap();
    let names = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".md")).collect()
}

/// What their names must be.
fn page_names<'a>(names: impl Iterator<Item = &'a str> + Clone) -> BTreeSet<String> {
    let of = |lang| names.clone().map(move |name| format!("{name}{}", ending(lang)));
    Lang::ALL.into_iter().flat_map(of).collect()
}

/// Headings of all depths, in order, each with its number signs.
fn headings(markdown: &str) -> Vec<(&str, &str)> {
    let lines = prose(markdown).filter(|line| line.starts_with("##"));
    lines.filter_map(|line| line.split_once(' ')).collect()
}

/// One section, without its heading.
fn section<'a>(markdown: &'a str, heading: &str) -> &'a str {
    let (_, rest) = markdown.split_once(&format!("\n## {heading}\n")).unwrap_or_default();
    rest.split_once("\n## ").map_or(rest, |(section, _)| section)
}

/// What a heading is called in that language.
fn translated(heading: &'static str, lang: Lang) -> &'static str {
    let russian =
        || RUSSIAN_HEADINGS.iter().find(|(english, _)| *english == heading).map(|(_, russian)| russian);
    if lang == Lang::En { heading } else { russian().unwrap_or_else(|| panic!("no Russian for {heading}")) }
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
    code.lines().flat_map(|line| line.split("//~").skip(1).map(|mark| mark.trim_start_matches('^').trim()))
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
    assert_eq!(pages_below("src/rules"), page_names(RULES.iter().map(|rule| rule.name)));
    assert_eq!(pages_below("src/explain/topics"), page_names(TOPICS.iter().map(|topic| topic.name)));
}

#[test]
fn a_page_is_the_one_that_is_shown() {
    for lang in Lang::ALL {
        for (rule, text) in RULES.iter().zip(rule_pages(lang)) {
            assert_eq!(rule.page.get(lang), text.markdown, "{}", text.path);
        }
        for (topic, text) in TOPICS.iter().zip(topic_pages(lang)) {
            assert_eq!(topic.page.get(lang), text.markdown, "{}", text.path);
        }
    }
}

#[test]
fn rule_pages_have_the_fixed_headings_in_order() {
    for lang in Lang::ALL {
        let fixed = RULE_HEADINGS.map(|heading| translated(heading, lang));
        for (rule, text) in RULES.iter().zip(rule_pages(lang)) {
            assert_eq!(text.markdown.lines().next(), Some(&*format!("# {}", rule.name)), "{}", text.path);
            let headings: Vec<&str> =
                prose(&text.markdown).filter_map(|line| line.strip_prefix("## ")).collect();
            assert_eq!(headings, fixed, "{}", text.path);
        }
    }
}

#[test]
fn russian_pages_have_the_headings_and_the_code_of_the_english_ones() {
    for (english, russian) in pages_in(Lang::En).iter().zip(pages_in(Lang::Ru)) {
        let expected: Vec<_> = headings(&english.markdown)
            .into_iter()
            .map(|(depth, heading)| {
                let pair = RUSSIAN_HEADINGS.iter().find(|(english, _)| *english == heading);
                (depth, pair.unwrap_or_else(|| panic!("{}: no Russian for {heading}", english.path)).1)
            })
            .collect();
        assert_eq!(headings(&russian.markdown), expected, "{}", russian.path);
        let code = |markdown| -> Vec<(&str, &str)> {
            code_blocks(markdown).iter().map(|block| (block.info, block.code)).collect()
        };
        assert_eq!(code(&russian.markdown), code(&english.markdown), "{}", russian.path);
        let links = |markdown| -> BTreeSet<Vec<&str>> { commands(markdown).into_iter().collect() };
        assert_eq!(links(&russian.markdown), links(&english.markdown), "{}", russian.path);
        let points = |markdown| prose(markdown).filter(|line| is_point(line)).count();
        assert_eq!(points(&russian.markdown), points(&english.markdown), "{}: points and rows", russian.path);
    }
}

/// Whether a line begins a list's point or is a table's row.
fn is_point(line: &str) -> bool {
    line.starts_with("- ")
        || line.starts_with('|')
        || line.split_once(". ").is_some_and(|(number, _)| number.parse::<u8>().is_ok())
}

#[test]
fn russian_is_written_in_russian() {
    for Document { path, markdown } in pages_in(Lang::Ru) {
        for paragraph in prose(&markdown).collect::<Vec<_>>().join("\n").split("\n\n") {
            // Rows of code, links, and what a compiler says are no prose.
            let is_prose = paragraph.len() > 100 && !paragraph.starts_with(['|', '#']);
            let (words, cyrillic): (Vec<&str>, Vec<&str>) = paragraph
                .split('`')
                .step_by(2)
                .flat_map(|prose| prose.split(|c: char| !c.is_alphabetic()))
                .filter(|word| word.chars().count() > 1)
                .partition(|word| word.is_ascii());
            assert!(!is_prose || 2 * cyrillic.len() > words.len(), "{path}: {paragraph}");
        }
    }
    let said = RULES.iter().map(|rule| rule.summary).chain(TOPICS.iter().map(|topic| topic.summary));
    for summary in said {
        assert!(summary.ru.chars().any(|c| ('а'..='я').contains(&c)), "{}", summary.ru);
    }
}

#[test]
fn a_rule_page_says_why_in_a_line_what_to_do_where_and_which_section_of_the_note_it_is() {
    for lang in Lang::ALL {
        for (rule, text) in RULES.iter().zip(rule_pages(lang)) {
            let Document { path, markdown } = text;
            let why = rule.why(lang);
            assert!(why.chars().count() > 20 && why.chars().count() <= 130, "{path}: {why}");
            let first = section(&markdown, translated("Why is this bad?", lang)).trim_start();
            assert!(first.starts_with("**"), "{path}: the reason comes first, in bold");
            let advice = section(&markdown, translated("What to do", lang));
            for context in CONTEXTS.map(|context| translated(context, lang)) {
                assert!(advice.contains(context.split(" async").next().unwrap()), "{path}: {context}");
            }
            let note = section(&markdown, translated("What the note says", lang)).trim_start();
            let names = NOTE_SECTIONS.iter().map(|(en, ru)| if lang == Lang::En { en } else { ru });
            assert_eq!(names.filter(|name| note.starts_with(**name)).count(), 1, "{path}: {note}");
        }
    }
}

#[test]
fn topic_pages_open_with_the_note_and_go_on_with_rust() {
    for lang in Lang::ALL {
        for (topic, text) in TOPICS.iter().zip(topic_pages(lang)) {
            let title = format!("# {}", topic.title.get(lang));
            assert_eq!(text.markdown.lines().next(), Some(&*title), "{}", text.path);
            let headings: Vec<&str> =
                prose(&text.markdown).filter_map(|line| line.strip_prefix("## ")).collect();
            let opening = ["What the note says", "In Rust"].map(|heading| translated(heading, lang));
            assert_eq!(headings[..2], opening, "{}", text.path);
            assert_eq!(headings.last(), Some(&translated("More", lang)), "{}", text.path);
        }
    }
}

#[test]
fn pages_fit_a_terminal() {
    for Document { path, markdown } in pages() {
        for (index, line) in markdown.lines().enumerate() {
            let width = line.chars().count();
            assert!(width <= WIDEST, "{path}:{}: {width} characters", index + 1);
        }
    }
}

#[test]
fn a_rule_page_shows_what_fires_and_what_does_not() {
    for (rule, text) in RULES.iter().zip(rule_pages(Lang::En)) {
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
    for Document { path, markdown } in everything() {
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
    for Document { path, markdown } in everything() {
        for block in code_blocks(&markdown).iter().filter(|block| block.is_whole_rust()) {
            let errors = lower(block.code, Bodies::Keep).errors;
            assert!(errors.is_empty(), "{path}:{}: {errors:?}", block.line);
        }
    }
}

#[test]
fn rust_blocks_compile() {
    let mut compiled = 0;
    // The Russian pages have the same ones.
    for Document { path, markdown } in pages_in(Lang::En).into_iter().chain(DOCUMENTS.map(read)) {
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
fn the_reference_documents_are_fresh() {
    for (path, lang) in [("docs/rules.md", "en"), ("docs/rules.ru.md", "ru")] {
        let mut process = Command::new(env!("CARGO_BIN_EXE_cargo-unawaited"));
        let command = ["rules", "--output-format", "markdown", "--lang", lang];
        let printed = String::from_utf8(process.args(command).output().unwrap().stdout).unwrap();
        for rule in RULES.iter() {
            assert!(printed.contains(&format!("\n## {}\n", rule.name)), "{path}: {}", rule.name);
        }
        let kept = fs::read_to_string(root().join(path)).unwrap_or_default();
        let again = format!("cargo run -- {} > {path}", command.join(" "));
        assert!(kept == printed, "{path} is not what the pages say; print it again: {again}");
    }
}

#[test]
fn paths_in_the_documents_exist() {
    let mut seen = 0;
    for Document { path, markdown } in DOCUMENTS.map(read) {
        let spans = code_spans(&markdown).filter(|span| span.contains('/') && !span.contains(' '));
        let spans = spans.filter(|span| {
            ["src/", "tests/", "fixtures/", "docs/", ".ci/"].iter().any(|top| span.starts_with(top))
        });
        let words = prose(&markdown)
            .flat_map(|line| line.split(|c: char| !(c.is_alphanumeric() || "-._/".contains(c))));
        let files = words.map(|word| word.trim_end_matches('.'));
        let files =
            files.filter(|word| word.starts_with("LICENSE-") || word.ends_with(".md") && !word.contains('/'));
        for named in spans.chain(files.filter(|word| ![".md", ".ru.md"].contains(word))) {
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
    for Document { path, markdown } in everything() {
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
