//! The layout of `src/` is the data flow, and stays readable: who may name whom, what only some rooms may name,
//! how long files and functions are, what each file says of itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::Visit;

/// Which rooms of `src/` each room may name, as `room` or as `room::Item`: the arrows of the data flow.
const ARROWS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("suggest", &[]),
    ("lang", &[]),
    ("finding", &["lang", "source"]),
    ("summary", &["source"]),
    ("stdlib", &[]),
    ("cache", &[]),
    ("known", &[]),
    ("discover", &["finding", "source", "summary"]),
    ("lower", &["source", "summary"]),
    ("expand", &["source", "summary"]),
    ("index", &["finding::FileId", "source", "summary"]),
    ("resolve", &["index", "summary"]),
    ("infer", &["finding::FileId", "index", "resolve", "source", "summary"]),
    ("discards", &["source", "summary"]),
    ("rules", &["discards", "finding", "infer", "lang", "suggest"]),
    (
        "suppress",
        &["discover::LintLevel", "finding", "index::cfg", "lang", "lower", "rules", "source", "summary"],
    ),
    ("report", &["finding", "lang", "source"]),
    ("explain", &["lang", "rules"]),
    (
        "check",
        &[
            "cache", "discards", "discover", "expand", "finding", "index", "infer", "known", "lang", "lower",
            "resolve", "rules", "source", "stdlib", "summary", "suppress",
        ],
    ),
    // `types` shows a developer what inference sees.
    (
        "cli",
        &[
            "cache",
            "check",
            "discover",
            "explain",
            "finding",
            "index",
            "infer",
            "lang",
            "report",
            "rules",
            "suggest",
            "suppress::Date",
        ],
    ),
    ("main", &["cli"]),
    ("lib", &[]),
];

/// Paths that only some rooms may start with.
const GUARDED: &[(&str, &[&str])] = &[
    ("syn", &["lower"]),
    ("quote", &["lower"]),
    ("proc_macro2", &["lower"]),
    ("unicode_ident", &["lower"]),
    ("codespan_reporting", &["report"]),
    ("serde_json", &["report"]),
    ("quick_xml", &["report"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("anstream", &["cli"]),
    ("pulldown_cmark", &["cli"]),
    ("terminal_size", &["cli"]),
    ("toml", &["discover"]),
    ("ignore", &["discover"]),
    ("libc", &["discover"]),
    ("postcard", &["cache", "check", "known", "summary"]),
    ("brotli", &["known"]),
    ("tempfile", &["cache"]),
    ("etcetera", &["cli"]),
    // The project's disk is read in one room; another keeps the user's cache. What is printed goes through two, and
    // one of these writes the files that are asked for.
    ("std::fs", &["cache", "cli", "discover"]),
    // `check` asks where cargo home is.
    ("std::env", &["check", "cli"]),
    // `known` unpacks what lies in memory.
    ("std::io", &["cache", "discover", "known", "report", "cli"]),
    // No process is started and no connection opened.
    ("std::process", &["cli", "main"]),
    ("std::process::Command", &[]),
    ("std::os::unix::process", &[]),
    ("std::os::unix::net", &[]),
    ("std::net", &[]),
];

/// Nothing is longer, but for what has a reason.
const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 60;
const LONGER_FILES: &[(&str, &str)] =
    &[("src/index/mod.rs", "all tables side by side, most of it documentation")];
const LONGER_FUNCTIONS: &[(&str, &str)] = &[
    ("src/infer/display.rs: write", "one match, an arm for each kind of type"),
    ("src/infer/locals.rs: expr", "one match, an arm for each kind of expression"),
    ("src/infer/unify.rs: fit", "one match, an arm for each pair of kinds"),
    ("src/summary/print/body.rs: expr", "one match, an arm for each kind of expression"),
];

const KEYWORDS: [&str; 7] = ["use", "as", "for", "in", "impl", "dyn", "mut"];

/// One source file of a room.
struct Source {
    /// Below the package, with `/`.
    path: String,
    room: String,
    /// How many modules lie between the crate's root and the file's items.
    depth: usize,
    text: String,
}

/// A path that a source names: its segments from the crate's root or from an extern crate's name.
struct Named {
    segments: Vec<String>,
    line: usize,
    /// It started with `crate` or with enough `super`s to get there.
    own: bool,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files of `src/` that are code: std's signatures are data.
fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&root().join("src"), &mut sources);
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > 50, "the sources were found");
    sources
}

fn collect(dir: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(dir).expect("a directory of src/") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with("stdlib/sigs") {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(source(path));
        }
    }
}

fn source(file: PathBuf) -> Source {
    let below = file.strip_prefix(root()).expect("below the package").with_extension("");
    let mut modules: Vec<String> =
        below.iter().skip(1).map(|part| part.to_string_lossy().into_owned()).collect();
    let room = modules[0].clone();
    modules.retain(|module| !["mod", "lib", "main"].contains(&module.as_str()));
    let text = fs::read_to_string(&file).expect("UTF-8");
    let path = file.strip_prefix(root()).expect("below the package").to_string_lossy().replace('\\', "/");
    Source { path, room, depth: modules.len(), text }
}

/// Every path in a file, those in macro calls too; unit tests may name what they like.
fn named(source: &Source) -> Vec<Named> {
    let tokens: TokenStream = source.text.parse().unwrap_or_else(|error| panic!("{}: {error}", source.path));
    let mut found = Vec::new();
    scan(tokens, source.depth, &mut found);
    found
}

fn scan(tokens: TokenStream, depth: usize, found: &mut Vec<Named>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let word = |at: Option<usize>| match at.and_then(|at| tokens.get(at)) {
        Some(TokenTree::Ident(word)) => word.to_string(),
        _ => String::new(),
    };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            // A keyword before `::krate` is no part of the path.
            TokenTree::Ident(_) if !KEYWORDS.contains(&word(Some(at)).as_str()) => {
                at = chain(&tokens, at, &[], depth, found);
                continue;
            }
            TokenTree::Group(group) => {
                let is_module = word(at.checked_sub(2)) == "mod";
                let is_test = is_module && word(at.checked_sub(1)) == "tests";
                let is_text = word(at.checked_sub(2)) == "stringify";
                if !is_test && !is_text {
                    scan(group.stream(), depth + usize::from(is_module), found);
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// Reads `a::b::{c, d::e}` from `at` on, behind `prefix`; gives the place behind it.
fn chain(
    tokens: &[TokenTree],
    mut at: usize,
    prefix: &[String],
    depth: usize,
    found: &mut Vec<Named>,
) -> usize {
    let mut segments = prefix.to_vec();
    let line = tokens[at].span().start().line;
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(word)) => segments.push(word.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                branches(group.stream(), &segments, depth, found);
                return at + 1;
            }
            _ => break,
        }
        at += 1;
        let is_colon =
            |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
        if !(is_colon(at) && is_colon(at + 1)) {
            break;
        }
        at += 2;
    }
    if segments.len() > 1 {
        found.extend(absolute(segments, depth, line));
    }
    at
}

fn branches(tokens: TokenStream, prefix: &[String], depth: usize, found: &mut Vec<Named>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        at = match &tokens[at] {
            TokenTree::Ident(_) => chain(&tokens, at, prefix, depth, found),
            _ => at + 1,
        };
        // `as name` is no path.
        while tokens
            .get(at)
            .is_some_and(|token| !matches!(token, TokenTree::Punct(mark) if mark.as_char() == ','))
        {
            at += 1;
        }
        at += 1;
    }
}

/// Counts `super`s; `None` for a path that stays within its room.
fn absolute(segments: Vec<String>, depth: usize, line: usize) -> Option<Named> {
    let ups = segments.iter().take_while(|name| *name == "super").count();
    let (skip, own) = match segments[0].as_str() {
        "crate" | "unawaited" => (1, true),
        "super" if ups >= depth => (ups, true),
        "super" | "self" | "Self" => return None,
        _ => (0, false),
    };
    Some(Named { segments: segments[skip..].to_vec(), line, own })
}

#[test]
fn rooms_name_only_what_their_arrows_allow() {
    let mut faults = Vec::new();
    let mut needed: BTreeSet<(&str, &str)> = BTreeSet::new();
    for source in sources() {
        let Some((room, allowed)) = ARROWS.iter().find(|(room, _)| *room == source.room) else {
            faults.push(format!("{}: the room `{}` is not in the table", source.path, source.room));
            continue;
        };
        for path in named(&source).iter().filter(|path| path.own && path.segments[0] != *room) {
            let name = path.segments[..path.segments.len().min(2)].join("::");
            match allowed.iter().find(|allowed| **allowed == name || **allowed == path.segments[0]) {
                Some(allowed) => drop(needed.insert((room, allowed))),
                None => faults.push(format!("{}:{}: `{room}` names `crate::{name}`", source.path, path.line)),
            }
        }
    }
    for (room, allowed) in ARROWS {
        let idle = allowed.iter().filter(|allowed| !needed.contains(&(room, *allowed)));
        faults.extend(idle.map(|idle| format!("tests/layers.rs: `{room}` needs no `{idle}`")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn arrows_form_no_circle() {
    let mut below: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    // Each row names only rooms of rows above it.
    for (room, allowed) in ARROWS {
        for name in allowed.iter().map(|name| name.split("::").next().unwrap_or(name)) {
            assert!(below.contains_key(name), "`{room}` names `{name}`, which comes later in the table");
        }
        below.insert(room, allowed.iter().copied().collect());
    }
}

#[test]
fn some_names_are_for_some_rooms() {
    let mut faults = Vec::new();
    let mut needed = BTreeSet::new();
    for source in sources() {
        for path in named(&source).iter().filter(|path| !path.own) {
            let shown = path.segments.join("::");
            let starts = |guarded: &str| {
                let full = format!("std::{shown}::");
                format!("{shown}::").starts_with(&format!("{guarded}::"))
                    || full.starts_with(&format!("{guarded}::"))
            };
            for (guarded, rooms) in GUARDED.iter().filter(|(guarded, _)| starts(guarded)) {
                needed.extend(rooms.iter().find(|room| **room == source.room).map(|room| (*guarded, *room)));
                if !rooms.contains(&source.room.as_str()) {
                    let place = format!("{}:{}", source.path, path.line);
                    faults.push(format!("{place}: `{shown}` is not for `{}`", source.room));
                }
            }
        }
    }
    for (guarded, rooms) in GUARDED {
        let idle = rooms.iter().filter(|room| !needed.contains(&(*guarded, **room)));
        faults.extend(idle.map(|room| format!("tests/layers.rs: `{room}` needs no `{guarded}`")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_what_lives_in_it() {
    let silent = sources().into_iter().filter(|source| !source.text.starts_with("//! "));
    let silent: Vec<String> = silent.map(|source| source.path).collect();
    assert!(silent.is_empty(), "files without a `//!` line: {silent:#?}");
}

#[test]
fn files_are_short() {
    let lines = sources().into_iter().map(|source| (source.text.lines().count(), source.path));
    let long: Vec<_> = lines.filter(|(lines, _)| *lines > FILE_LINES).collect();
    let unnamed: Vec<_> =
        long.iter().filter(|(_, path)| !LONGER_FILES.iter().any(|(known, _)| known == path)).collect();
    assert!(unnamed.is_empty(), "files of more than {FILE_LINES} lines: {unnamed:#?}");
    for (known, _) in LONGER_FILES {
        assert!(long.iter().any(|(_, path)| path == known), "{known} is short enough by now");
    }
}

/// Functions by name with how many lines they take.
#[derive(Default)]
struct Lengths(Vec<(String, usize)>);

impl Lengths {
    fn add(&mut self, sig: &syn::Signature, block: &syn::Block) {
        let lines = block.span().end().line + 1 - sig.span().start().line;
        self.0.push((sig.ident.to_string(), lines));
    }
}

impl<'ast> Visit<'ast> for Lengths {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.add(&item.sig, &item.block);
        syn::visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.add(&item.sig, &item.block);
        syn::visit::visit_impl_item_fn(self, item);
    }
}

#[test]
fn functions_are_short() {
    let mut long = Vec::new();
    for source in sources() {
        let file = syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
        let mut lengths = Lengths::default();
        lengths.visit_file(&file);
        let longer = lengths.0.into_iter().filter(|(_, lines)| *lines > FUNCTION_LINES);
        long.extend(longer.map(|(name, lines)| (format!("{}: {name}", source.path), lines)));
    }
    let unnamed: Vec<_> =
        long.iter().filter(|(name, _)| !LONGER_FUNCTIONS.iter().any(|(known, _)| known == name)).collect();
    assert!(unnamed.is_empty(), "functions of more than {FUNCTION_LINES} lines: {unnamed:#?}");
    for (known, _) in LONGER_FUNCTIONS {
        assert!(long.iter().any(|(name, _)| name == known), "{known} is short enough by now");
    }
}

#[test]
fn a_rule_is_a_file_of_its_name() {
    let files: BTreeSet<String> = sources()
        .iter()
        .filter_map(|source| Some(source.path.strip_prefix("src/rules/")?.strip_suffix(".rs")?.to_owned()))
        .filter(|name| !["evidence", "lints", "mod", "reasons", "words"].contains(&name.as_str()))
        .collect();
    let rules: BTreeSet<String> = unawaited::rules::RULES.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(files, rules);
    for rule in &rules {
        let page = root().join(format!("src/rules/{rule}.md"));
        assert!(page.is_file(), "{} is missing", page.display());
    }
}

#[test]
fn paths_are_read_as_they_are_written() {
    let text =
        "use crate::{a::{self, b}, c as d}; mod t { use super::super::e::F; use super::g; use ::syn::{X}; }
        fn f() { format!(\"{}\", crate::h::i()); super::k::L; std::fs::read(); }";
    let source = Source { path: String::new(), room: "r".into(), depth: 1, text: text.into() };
    let found: Vec<String> = named(&source)
        .iter()
        .map(|path| format!("{}{}", if path.own { "crate::" } else { "" }, path.segments.join("::")))
        .collect();
    let expected = [
        "crate::a::self",
        "crate::a::b",
        "crate::c",
        "crate::e::F",
        "syn::X",
        "crate::h::i",
        "crate::k::L",
        "std::fs::read",
    ];
    assert_eq!(found, expected);
}
