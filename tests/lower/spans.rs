//! Spans: bytes of the text as it lies on disk, whatever stands before the code and whatever is in it.

use unawaited::lower::{Bodies, lower};
use unawaited::source::Span;
use unawaited::summary::*;

/// Lists each node of a summary with the text at its span.
struct Spans<'t> {
    text: &'t str,
    found: Vec<(&'static str, &'t str)>,
}

impl<'t> Spans<'t> {
    fn of(text: &'t str) -> Self {
        let mut spans = Spans { text, found: Vec::new() };
        let summary = lower(text, Bodies::Keep);
        summary.items.iter().for_each(|item| spans.item(item));
        spans
    }

    fn add(&mut self, kind: &'static str, span: Span) {
        self.found.push((kind, self.text.get(span.range()).expect("a span on character boundaries")));
    }

    fn item(&mut self, item: &Item) {
        self.add("item", item.span);
        self.add("name", item.name_span);
        item.attrs.list.iter().for_each(|attr| self.add("attr", attr.span));
        match &item.kind {
            ItemKind::Fn(function) => {
                self.add("sig", function.sig_span);
                function.body.iter().for_each(|body| self.body(body));
            }
            ItemKind::Use(imports) => imports.iter().for_each(|import| self.add("import", import.span)),
            ItemKind::Mod(module) => module.content.iter().flatten().for_each(|item| self.item(item)),
            ItemKind::Impl(item) => item.items.iter().for_each(|item| self.item(item)),
            ItemKind::Trait(item) => item.items.iter().for_each(|item| self.item(item)),
            ItemKind::Const(item) => item.body.iter().for_each(|body| self.body(body)),
            ItemKind::Struct(item) => {
                item.fields.fields.iter().for_each(|field| self.add("field", field.span))
            }
            _ => {}
        }
    }

    fn body(&mut self, body: &Body) {
        for (index, expr) in body.exprs.iter().enumerate() {
            self.add("expr", expr.span);
            match &expr.kind {
                ExprKind::MethodCall(call) => {
                    self.add("method", call.method_span);
                    assert!((call.receiver.0 as usize) < index, "children come first");
                    assert!(expr.span.contains(body.expr(call.receiver).span));
                }
                ExprKind::Macro { call, .. } => self.tokens(&call.tokens),
                _ => {}
            }
        }
        body.pats.iter().for_each(|pat| self.add("pat", pat.span));
        for block in &body.blocks {
            self.add("block", block.span);
            block.items.iter().for_each(|item| self.item(item));
            for stmt in &block.stmts {
                if let Stmt::Let(local) = stmt {
                    self.add("let", local.span);
                }
            }
        }
    }

    fn tokens(&mut self, tokens: &[Token]) {
        for token in tokens {
            match token {
                Token::Ident { span, .. } | Token::Literal { span, .. } => self.add("token", *span),
                Token::Punct { span, .. } => self.add("punct", *span),
                Token::Group { tokens, span, .. } => {
                    self.add("group", *span);
                    self.tokens(tokens);
                }
            }
        }
    }

    fn all(&self, kind: &str) -> Vec<&'t str> {
        self.found.iter().filter(|(found, _)| *found == kind).map(|(_, text)| *text).collect()
    }
}

const CODE: &str = "use a::{b, c as d, e::*};
/// docs ä
#[cfg(x)] #[tokio::main(flavor = \"ü\")] // comment €
pub(crate) async fn r#f(mut x: A<B>, (y, ..): C) -> Result<u8, E> {
    let z: u8 = (x.foo::<u8>(\"ö\", 1).await?) + 3 * -*y;
    if let Some(q @ 1..=2) = w && (v) { return s; } else { 'l: loop { break 'l 2; } }
    (a + b).c(); x as Vec<u8>; m!(é, f(\"ß\") += 1.5); <T as U>::g(); S { a, ..b }; &mut c[1..]; d.0.1;
    async move { e }; move |h: &str| -> u8 { i }; #[k] j();
}
struct P(pub Vec<u8>, &'static [u8]);
impl Q for R { fn t(&self) where Self: Sized, {} }
";

fn expect(kind: &str, wanted: &[&str]) {
    assert_eq!(Spans::of(CODE).all(kind), wanted, "{kind}");
}

#[test]
fn spans_of_items() {
    expect("name", &["use", "r#f", "P", "impl", "t"]);
    expect("import", &["b", "c as d", "*"]);
    expect("attr", &["#[tokio::main(flavor = \"ü\")]"]);
    expect("field", &["Vec<u8>", "&'static [u8]"]);
    expect(
        "sig",
        &["async fn r#f(mut x: A<B>, (y, ..): C) -> Result<u8, E>", "fn t(&self) where Self: Sized,"],
    );
    let items = Spans::of(CODE).all("item");
    assert_eq!(items[0], "use a::{b, c as d, e::*};");
    assert!(items[1].starts_with("#[cfg(x)]") && items[1].ends_with("j();\n}"), "{}", items[1]);
    assert_eq!(
        items[2..4],
        ["struct P(pub Vec<u8>, &'static [u8]);", "impl Q for R { fn t(&self) where Self: Sized, {} }"]
    );
}

#[test]
fn spans_of_bodies() {
    expect("pat", &["mut x", "y", "..", "(y, ..)", "z", "1..=2", "q @ 1..=2", "Some(q @ 1..=2)", "h"]);
    expect("method", &["foo", "c"]);
    expect("token", &["é", "f", "\"ß\"", "1.5"]);
    expect("group", &["(\"ß\")"]);
    expect("let", &["let z: u8 = (x.foo::<u8>(\"ö\", 1).await?) + 3 * -*y;"]);
    let exprs = Spans::of(CODE).all("expr");
    for wanted in [
        "x.foo::<u8>(\"ö\", 1).await?",
        "(x.foo::<u8>(\"ö\", 1).await?) + 3 * -*y",
        "3 * -*y",
        "let Some(q @ 1..=2) = w",
        "let Some(q @ 1..=2) = w && (v)",
        "v",
        "return s",
        "'l: loop { break 'l 2; }",
        "break 'l 2",
        "(a + b).c()",
        "a + b",
        "x as Vec<u8>",
        "m!(é, f(\"ß\") += 1.5)",
        "f(\"ß\") += 1.5",
        "<T as U>::g",
        "S { a, ..b }",
        "&mut c[1..]",
        "1..",
        "d.0.1",
        "d.0",
        "async move { e }",
        "move |h: &str| -> u8 { i }",
        "j()",
    ] {
        assert!(exprs.contains(&wanted), "{wanted} is not among {exprs:#?}");
    }
}

/// The same nodes, wherever the code lies and whatever ends its lines.
#[test]
fn spans_hold_behind_marks_and_with_other_line_ends() {
    let plain = Spans::of(CODE).found.iter().map(|(_, text)| text.replace("\r\n", "\n")).collect::<Vec<_>>();
    assert!(plain.len() > 100);
    for prefix in [
        "\u{feff}",
        "#!/usr/bin/env run-cargo-script ä\n",
        "\u{feff}#!/bin/x\n",
        "//! docs ö\n\n",
        "#![allow(x)]\n",
    ] {
        for ends in ["\n", "\r\n"] {
            let text = format!("{prefix}{CODE}").replace('\n', ends);
            let found = Spans::of(&text);
            let found = found.found.iter().map(|(_, text)| text.replace("\r\n", "\n")).collect::<Vec<_>>();
            assert_eq!(found, plain, "{prefix:?} {ends:?}");
        }
    }
}

#[test]
fn spans_hold_where_parts_are_cut_out() {
    let broken = CODE.replace("let z: u8", "ä.; x.; let z: u8").replace("struct P", "foo( ;\nstruct P");
    let summary = lower(&broken, Bodies::Keep);
    assert!(!summary.errors.is_empty());
    let (plain, found) = (Spans::of(CODE), Spans::of(&broken));
    for kind in ["name", "import", "attr", "sig", "pat", "expr", "let", "token"] {
        let without_root = |all: Vec<&str>| all.iter().filter(|text| !text.contains("let z")).count();
        assert_eq!(without_root(found.all(kind)), without_root(plain.all(kind)), "{kind}");
    }
    assert!(found.all("expr").contains(&"(x.foo::<u8>(\"ö\", 1).await?) + 3 * -*y"));
}

/// Every name of this package's own sources lies where it is said to lie.
#[test]
fn names_lie_where_they_are_said_to_lie() {
    let mut files = 0;
    let mut dirs = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(dir) = dirs.pop() {
        for entry in std::fs::read_dir(dir).expect("a directory").flatten() {
            let path = entry.path();
            if path.is_dir() {
                dirs.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source");
                let summary = lower(&text, Bodies::Keep);
                assert_eq!(summary.errors, [], "{}", path.display());
                for item in &summary.items {
                    if let ItemKind::Fn(function) = &item.kind {
                        assert_eq!(&text[item.name_span.range()], function.name.as_str());
                    }
                }
                let spans = Spans::of(&text);
                for text in spans.all("expr") {
                    assert_eq!(text, text.trim());
                    assert!(syn::parse_str::<syn::Expr>(text).is_ok(), "{text} in {}", path.display());
                }
                files += 1;
            }
        }
    }
    assert!(files > 20);
}
