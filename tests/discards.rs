//! Where values go: what a body throws away, and how, as the printed form says; and that reading only the bodies
//! that can matter loses none of it.

use std::fs;
use std::path::{Path, PathBuf};

use unawaited::discards::{Context, Discard, discards, print};
use unawaited::lower::{Bodies, lower};
use unawaited::summary::{Body, ExprKind, Fn, Item, ItemKind};

/// Compares what the statements of a function's body throw away, a line each.
#[track_caller]
fn check(statements: &str, expected: &str) {
    let text = format!("fn body() {{ {statements} }}");
    let summary = lower(&text, Bodies::Keep);
    assert!(summary.errors.is_empty(), "{:?}", summary.errors);
    let found = print_body(&summary.items, &text, &|_| true);
    let expected: String = expected.lines().map(|line| format!("{}\n", line.trim())).collect();
    assert!(found == expected, "in `{statements}`\n--- expected\n{expected}--- found\n{found}");
}

fn print_body(items: &[Item], text: &str, counts: &dyn std::ops::Fn(&ExprKind) -> bool) -> String {
    let mut printed = String::new();
    each_fn(items, &mut |sig, body| {
        let mut found = discards(body, sig.is_async, text);
        found.retain(|discard| counts(&body.expr(discard.expr).kind));
        printed.push_str(&print::lines(&found, body, text));
    });
    printed
}

/// All functions with a body: of modules, impls and traits, of items that a macro wraps, and those within bodies.
fn each_fn(items: &[Item], f: &mut dyn FnMut(&Fn, &Body)) {
    for item in items {
        match &item.kind {
            ItemKind::Fn(sig) => {
                let Some(body) = &sig.body else { continue };
                f(sig, body);
                body.blocks.iter().for_each(|block| each_fn(&block.items, f));
            }
            ItemKind::Mod(decl) => each_fn(decl.content.as_deref().unwrap_or(&[]), f),
            ItemKind::Impl(decl) => each_fn(&decl.items, f),
            ItemKind::Trait(decl) => each_fn(&decl.items, f),
            ItemKind::Macro(call) => each_fn(call.items.as_deref().unwrap_or(&[]), f),
            _ => {}
        }
    }
}

#[test]
fn statements() {
    check("f();", "Statement f()");
    check("a.b().c();", "Statement a.b().c()");
    check("f(); g()", "Statement f()");
    check("(f());", "Statement f()");
    check("async {};", "Statement async {}");
    check("x; 1; m!(f());", "Statement x\nStatement 1\nStatement m!(f())");
    check("f().await;", "Statement f().await");
    check("let a = f(); return a;", "Statement return a");
}

/// A value flows out of blocks, branches and arms to the `;` behind them.
#[test]
fn blocks_and_branches() {
    check("{ f() };", "Statement f()");
    check("unsafe { f() };", "Statement f()");
    check("if c { f() } else { g() };", "Statement f()\nStatement g()");
    check("if c { f(); }", "Statement f()");
    check("match n { 0 => f(), _ => { g() } };", "Statement f()\nStatement g()");
    check(
        "{ { if c { f() } else if d { g() } else { h() } } };",
        "Statement f()\nStatement g()\nStatement h()",
    );
    check("{ f(); g() };", "Statement f()\nStatement g()");
    check("let a = { f(); g() }; a", "Statement f()");
    // Without a `;` a value must be `()`.
    check("if c { f() }", "");
    check("match n { _ if c => f(), _ => g() }", "");
    check("for x in f() { g(); }", "Statement g()");
    check("while f() { g(); }", "Statement g()");
    check("loop { f(); break; }", "Statement f()\nStatement break");
}

#[test]
fn underscores() {
    check("let _ = f();", "LetUnderscore f()");
    check("let _: T = f();", "LetUnderscore f()");
    check("_ = f();", "Statement _ = f()\nAssignUnderscore f()");
    check("let _ = &f();", "LetUnderscoreRef f()");
    check("_ = &mut f();", "Statement _ = &mut f()\nLetUnderscoreRef f()");
    check("let _ = if c { f() } else { g() };", "LetUnderscore f()\nLetUnderscore g()");
    check("let _ = f() else { return };", "LetUnderscore f()");
    // A name keeps the value.
    check("let _f = f(); _f", "");
    check("let a = f(); a", "");
    // Asks for a trait, not for a value.
    check("let _: &dyn Send = &async {};", "");
}

#[test]
fn names_that_nothing_reads() {
    check("let a = f();", "UnusedBinding f()");
    check("let _a = if c { f() } else { g() };", "UnusedBinding f()\nUnusedBinding g()");
    check("let (a, b) = (f(), g()); b", "UnusedBinding f()");
    check("let a = f(); drop(a);", "DroppedBinding f()\nStatement drop(a)\nDrop a");
    check("let a = f(); self.a = S { a: 1 };", "UnusedBinding f()\nStatement self.a = S { a: 1 }");
    check("let a = f(); m!(\"{a}\"); ", "Statement m!(\"{a}\")");
    check("let a = f(); || a", "");
    check("let ref a = f(); let b @ _ = g();", "");
}

#[test]
fn what_is_only_filled() {
    check("let mut q = f(); q.push(g());", "OnlyFilled f()\nStatement q.push(g())");
    check("let mut q = f(); q.push(a);", "Statement q.push(a)");
    check("let mut q = f(); q.push(g()); q", "Statement q.push(g())");
}

#[test]
fn what_tasks_give() {
    check("spawn(async { f() })", "TaskOutput f()");
    check("let h = x.spawn_local(async move { g(); f() }.named(y)); h", "Statement g()\nTaskOutput f()");
    check("spawn(Box::pin(async { f() }))", "TaskOutput f()");
    check("block_on(async { f() });", "Statement block_on(async { f() })\nTaskOutput f()");
    check("block_on(async { f() })", "");
    check("run(async { f() })", "");
}

#[test]
fn holes_of_patterns() {
    check("let (_, n) = (f(), g()); n", "PatternHole f()");
    check("let (a, (_, b)) = (f(), (g(), h())); a + b", "PatternHole g()");
    check("(_, n) = (f(), g());", "Statement (_, n) = (f(), g())\nPatternHole f()");
    check("match f() { _ => {} }", "Match f()");
    check("match f() { _ => g() };", "Match f()\nStatement g()");
    check("if let _ = f() {}", "IfLet f()");
    check("while let _ = f() {}", "IfLet f()");
    // What is not a pair of tuples, or is shifted by `..`, is left alone.
    check("let (_, n) = f();", "");
    check("let (_, ..) = (f(), g());", "");
    check("match f() { _ if c => {} _ => {} }", "");
    check("match f() { a => {} }", "");
    check("match f() { Some(_) => {} _ => {} }", "");
}

#[test]
fn inner_bodies() {
    check("let c = || { f(); g() }; c", "Statement f()");
    check("run(async { f(); g().await });", "Statement run(async { f(); g().await })\nStatement f()");
    check("let a = async move { f(); }; a", "Statement f()");
    check("m!(|| { f(); });", "Statement m!(|| { f(); })\nStatement f()");
    check("fn inner() { f(); }", "Statement f()");
    // The argument of `quote!` is code of others.
    check("let a = quote!({ f(); }); a", "");
}

/// `.await` is for async functions, blocks and closures.
#[test]
fn contexts() {
    let text = "async fn a() { f1(); || { f2(); }; async { f3(); }; }
        fn b() { f4(); || { f5(); }; async || { f6(); || { f7(); }; }; async { || { f8(); } }; }";
    let summary = lower(text, Bodies::Keep);
    let mut found = Vec::new();
    each_fn(&summary.items, &mut |sig, body| {
        let calls = discards(body, sig.is_async, text).into_iter();
        let calls = calls.filter(|discard| matches!(body.expr(discard.expr).kind, ExprKind::Call { .. }));
        found.extend(calls.map(|discard: Discard| discard.context));
    });
    let (within, outside) =
        (Context::Closure { within_async: true }, Context::Closure { within_async: false });
    let expected =
        [Context::Async, within, Context::Async, Context::Sync, outside, Context::Async, within, within];
    assert_eq!(found, expected);
}

/// All attributes around a discard are told of, innermost last.
#[test]
fn attributes() {
    let text = "fn a() { #[allow(x)] { #[allow(y)] f(); } match n { #[allow(z)] 0 => f(), _ => g() }; }";
    let summary = lower(text, Bodies::Keep);
    let mut found = Vec::new();
    each_fn(&summary.items, &mut |_, body| {
        for discard in discards(body, false, text) {
            let attrs = discard.attrs.iter().flat_map(|attrs| &attrs.list);
            found.push(attrs.map(|attr| attr.args.clone()).collect::<Vec<_>>().join(","));
        }
    });
    assert_eq!(found, ["x,y", "z", ""]);
}

/// Bodies that throw nothing away need not be parsed: none is left out that does. Tried on all code of this package.
#[test]
fn reading_relevant_bodies_loses_no_discard() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    ["src", "tests", "benches", "fixtures"].iter().for_each(|dir| collect(&root.join(dir), &mut files));
    assert!(files.len() > 100, "the sources were found");
    let makes_value = |kind: &ExprKind| {
        matches!(kind, ExprKind::Call { .. } | ExprKind::MethodCall(_) | ExprKind::Async { .. })
    };
    let mut total = 0;
    for file in files {
        let text = fs::read_to_string(&file).expect("UTF-8");
        let [all, relevant] = [Bodies::Keep, Bodies::Relevant]
            .map(|bodies| print_body(&lower(&text, bodies).items, &text, &makes_value));
        assert!(all == relevant, "{}\n--- all\n{all}--- relevant\n{relevant}", file.display());
        total += all.lines().count();
    }
    assert!(total > 1000, "only {total} discards");
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The same for every two statements beside each other: where one ends decides what the other is.
#[test]
fn no_statement_hides_the_next() {
    const STATEMENTS: [&str; 43] = [
        "f();",
        "a.b(1).c();",
        "f().await;",
        "f()?;",
        "let x = f(); g(x);",
        "let x = 1; g(x);",
        "let _ = f();",
        "_ = f();",
        "x = f();",
        "x = S { a: 1 };",
        "let x = S { a: 1 }; g(x);",
        "let x = if c { 1 } else { 2 }; g(x);",
        "let Some(x) = y else { return };",
        "let x = async { 1 }; g(x);",
        "let x = |y| { y }; g(x);",
        "if c { 1 } else { 2 }",
        "if let Some(x) = y { }",
        "match y { 1 => 2, _ => 3 }",
        "match y { _ => {} }",
        "for x in y { }",
        "while c { }",
        "loop { break 1 }",
        "'a: loop { break 'a; }",
        "{ 1 }",
        "unsafe { 1 }",
        "const { 1 }",
        "struct S;",
        "struct S(u8);",
        "struct S { a: u8 }",
        "pub struct S { a: u8 }",
        "#[derive(Debug)] struct S<T> where T: A { a: T }",
        "struct S<T = u8> { a: T }",
        "struct S<I> where I: A<B = u8> { a: I }",
        "const fn g<I: A<B = u8>>() { 1 }",
        "enum E { A, B { a: u8 } }",
        "union U { a: u8 }",
        "const C: S = S { a: 1 };",
        "const fn g() { 1 }",
        "static C: u8 = { 1 };",
        "type T = [u8; { 1 }];",
        "use a::{b, c};",
        "println!(\"{}\", f());",
        "return f();",
    ];
    let makes_value = |kind: &ExprKind| matches!(kind, ExprKind::Call { .. } | ExprKind::MethodCall(_));
    let mut total = 0;
    for first in STATEMENTS {
        for second in STATEMENTS {
            let text = format!("async fn x() {{ {first} {second} }}");
            let [all, relevant] = [Bodies::Keep, Bodies::Relevant]
                .map(|bodies| print_body(&lower(&text, bodies).items, &text, &makes_value));
            assert!(all == relevant, "{text}\n--- all\n{all}--- relevant\n{relevant}");
            total += usize::from(!all.is_empty());
        }
    }
    assert!(total > 500, "only {total} pairs throw a value away");
}
