//! The detection benchmark's mutation: text in, text and sites out.

#[allow(dead_code, reason = "the benchmark uses all of it")]
#[path = "../benches/mutate/mod.rs"]
mod mutate;

use mutate::{Form, Kind, Mutation, Reason, mutate as run};

/// Mutates the body of an `async fn`; the new body, and what was found.
fn body(body: &str) -> (String, Mutation) {
    let head = "async fn f() {";
    let mutation = run(&format!("{head}{body}}}")).expect("it parses");
    let text = mutation.text.strip_prefix(head).and_then(|text| text.strip_suffix('}'));
    (text.expect("head and end stay").to_owned(), mutation)
}

/// Each site as `kind form: call`, the call read at the expected place of the new text.
fn sites(mutation: &Mutation) -> Vec<String> {
    let line = |site: &mutate::Site| {
        let call = &mutation.text[site.expected.clone()];
        format!("{} {}: {call}", site.kind.name(), site.form.name())
    };
    mutation.sites.iter().map(line).collect()
}

fn check(old: &str, new: &str, expected: &[&str]) {
    let (text, mutation) = body(old);
    assert_eq!(text, new);
    assert_eq!(sites(&mutation), expected);
    assert!(mutation.excluded.is_empty(), "{:?}", mutation.excluded);
}

fn excluded(old: &str, expected: &[Reason]) {
    let expected: Vec<&str> = expected.iter().map(|reason| reason.name()).collect();
    let (text, mutation) = body(old);
    assert_eq!(text, old);
    assert_eq!(sites(&mutation), [""; 0]);
    assert_eq!(
        mutation.excluded.into_iter().map(|(reason, _)| reason.name()).collect::<Vec<_>>(),
        expected,
        "{old}"
    );
}

fn untouched(old: &str) {
    excluded(old, &[]);
}

#[test]
fn statements_lose_the_await_and_the_chain_behind_it() {
    check("g(1).await;", "g(1);", &["statement path call: g(1)"]);
    check("a::g().await?;", "a::g();", &["statement path call: a::g()"]);
    check("x.m().await.unwrap().n[0].y;", "x.m();", &["statement method call: x.m()"]);
    check("(x.f)(1).await.is_ok();", "(x.f)(1);", &["statement other call: (x.f)(1)"]);
    check("a().await.b().await.ok();", "a().await.b();", &["statement method call: a().await.b()"]);
    check("x\n  .m() // why\n  .await /* so */ ;", "x\n  .m();", &["statement method call: x\n  .m()"]);
}

#[test]
fn parentheses_around_the_call_stay_and_are_looked_through() {
    check("((g())).await;", "((g()));", &["statement path call: g()"]);
}

#[test]
fn bindings_are_kinds_of_their_own() {
    check("let _ = g().await.ok();", "let _ = g();", &["let_underscore path call: g()"]);
    check(
        "let mut _x = g().await?; h();",
        "let mut _x = g(); h();",
        &["let_named_underscore path call: g()"],
    );
}

#[test]
fn tails_of_spawned_blocks_lose_theirs() {
    check(
        "t::spawn(async move { a(); g().await.unwrap() /* end */ });",
        "t::spawn(async move { a(); g() /* end */ });",
        &["spawn_tail path call: g()"],
    );
    check(
        "s.spawn_on((async { x.m().await }), h);",
        "s.spawn_on((async { x.m() }), h);",
        &["spawn_tail method call: x.m()"],
    );
    untouched("run(async { g().await });");
    untouched("spawn(async { g().await }.map(|x| x));");
}

#[test]
fn sites_within_sites_move_with_the_text() {
    check(
        "run(async { let _ = g().await?; spawn(async { h().await.ok() }) }).await.ok(); k().await;",
        "run(async { let _ = g(); spawn(async { h() }) }); k();",
        &[
            "statement path call: run(async { let _ = g(); spawn(async { h() }) })",
            "let_underscore path call: g()",
            "spawn_tail path call: h()",
            "statement path call: k()",
        ],
    );
}

#[test]
fn a_site_in_a_deleted_chain_is_left_out() {
    let (text, mutation) = body("g().await.map(async |x| { h(x).await; });");
    assert_eq!(text, "g();");
    assert_eq!(sites(&mutation), ["statement path call: g()"]);
    assert!(matches!(mutation.excluded[..], [(Reason::InDeleted, _)]));
}

#[test]
fn awaits_whose_value_is_used_are_no_sites() {
    untouched("g(h().await);");
    untouched("x = g().await;");
    untouched("let x = g().await; x + 1;");
    untouched("g().await");
    untouched("!g().await;");
    untouched("g();");
}

#[test]
fn what_is_no_new_future_is_excluded_by_reason() {
    excluded("x.await;", &[Reason::Place]);
    excluded("let _ = self.task.await;", &[Reason::Place]);
    excluded("xs[0].await.unwrap();", &[Reason::Place]);
    excluded("join!(a, b).await;", &[Reason::MacroValue]);
    excluded("(&mut x).await;", &[Reason::NotACall]);
    excluded("async { 1 }.await;", &[Reason::NotACall]);
    excluded("tokio::spawn(g()).await.unwrap();", &[Reason::JoinHandle]);
    excluded("s.spawn_blocking(f).await;", &[Reason::JoinHandle]);
    excluded("handle.join().await;", &[Reason::JoinHandle]);
    excluded("x.as_mut().await;", &[Reason::OldValue]);
    excluded("Pin::new(&mut x).await;", &[Reason::OldValue]);
    excluded("self.x.take().unwrap().await;", &[Reason::OldValue]);
    excluded("x.expect(\"there\").await;", &[Reason::OldValue]);
    excluded("xs.remove(0).await;", &[Reason::OldValue]);
}

#[test]
fn calls_that_only_resemble_these_are_sites() {
    check("join(a, b).await;", "join(a, b);", &["statement path call: join(a, b)"]);
    check("db.remove(id).await;", "db.remove(id);", &["statement method call: db.remove(id)"]);
    check("g().unwrap().await;", "g().unwrap();", &["statement method call: g().unwrap()"]);
    check("Client::new(x).await;", "Client::new(x);", &["statement path call: Client::new(x)"]);
}

#[test]
fn statements_that_the_deletion_would_make_something_else_are_excluded() {
    excluded("(g().await);", &[Reason::Parenthesised]);
    excluded("let _: u8 = g().await;", &[Reason::TypedLet]);
    excluded("let _ = g().await else { return };", &[Reason::LetElse]);
    excluded("_ = g().await;", &[Reason::AssignUnderscore]);
    excluded("let _x = g().await; { drop(_x) }", &[Reason::UsedBinding]);
    excluded("let _x = g().await; println!(\"{_x:?}\");", &[Reason::UsedBinding]);
}

#[test]
fn silencing_attributes_count_at_every_level() {
    excluded("#[allow(unused_must_use)] g().await;", &[Reason::Silenced]);
    excluded(
        "#[expect(clippy::let_underscore_future, reason = \"x\")] let _ = g().await;",
        &[Reason::Silenced],
    );
    excluded("#[allow(unused_must_use)] { g().await; }", &[Reason::Silenced]);
    for item in [
        "#![allow(unused_must_use)] async fn f() { g().await; }",
        "#![allow(unused)] async fn f() { g().await; }",
        "#[allow(dead_code, unused_must_use)] mod m { async fn f() { g().await; } }",
        "#[allow(unused_must_use)] impl X { async fn f() { g().await; } }",
        "impl X { #[allow(unused_must_use)] async fn f() { g().await; } }",
        "trait X { #[allow(unused_must_use)] async fn f() { g().await; } }",
        "async fn f() { #![allow(unused_must_use)] g().await; }",
    ] {
        let mutation = run(item).expect("it parses");
        assert_eq!(mutation.text, item);
        assert!(matches!(mutation.excluded[..], [(Reason::Silenced, _)]), "{item}");
    }
    check("#[allow(dead_code)] g().await;", "#[allow(dead_code)] g();", &["statement path call: g()"]);
}

#[test]
fn items_in_macros_are_read_and_other_arguments_are_not() {
    let text = "cfg_rt! { async fn f() { g().await; } }";
    let mutation = run(text).expect("it parses");
    assert_eq!(mutation.text, "cfg_rt! { async fn f() { g(); } }");
    assert!(mutation.sites.iter().all(|site| site.in_item_macro));
    assert_eq!(sites(&mutation), ["statement path call: g()"]);

    excluded("select! { x = g() => { h().await; } }", &[Reason::MacroArguments]);
    excluded("block! { h().await; }", &[Reason::MacroArguments]);
    let text = "macro_rules! m { () => { h().await; } }";
    let mutation = run(text).expect("it parses");
    assert_eq!(mutation.text, text);
    assert!(matches!(mutation.excluded[..], [(Reason::MacroDefinition, _)]));
}

#[test]
fn positions_are_bytes_of_the_file_as_it_lies_on_disk() {
    let text = "\u{feff}#!/usr/bin/env cargo\r\n// é\r\nasync fn f() {\r\n  let _ = \"日本\"; g(\"é\").await;\r\n}\r\n";
    let mutation = run(text).expect("it parses");
    assert_eq!(mutation.text, text.replace(".await", ""));
    let [site] = &mutation.sites[..] else { panic!("{:?}", mutation.sites) };
    assert_eq!(&text[site.call.clone()], "g(\"é\")");
    assert_eq!(site.call, site.expected);
    assert_eq!((site.kind, site.form), (Kind::Statement, Form::Path));
}

#[test]
fn positions_go_back_to_the_old_text() {
    let text = "async fn f() { run(async { g().await; }).await.ok(); k().await; }";
    let mutation = run(text).expect("it parses");
    let back = |part: &str| {
        let start = mutation.text.find(part).expect("it is there");
        text[mutation.edits.to_old(&(start..start + part.len()))].to_owned()
    };
    assert_eq!(back("g()"), "g()");
    assert_eq!(back("run(async { g(); })"), "run(async { g().await; })");
    assert_eq!(back("; k();"), "; k().await;");
    for site in &mutation.sites {
        assert_eq!(mutation.edits.to_old(&site.expected), site.call);
    }
}

#[test]
fn text_that_does_not_parse_is_an_error() {
    assert!(run("fn f( {").is_err());
}

#[test]
fn every_kind_and_form_has_a_row_of_its_own() {
    let rules = Kind::ALL.map(Kind::rule);
    assert_eq!(rules, ["dropped_future", "let_underscore_future", "unused_future_binding", "nested_future"]);
    assert!(Kind::Statement.has_rule() && Kind::LetUnderscore.has_rule());
    let names = Kind::ALL.map(Kind::name).into_iter().chain(Form::ALL.map(Form::name));
    assert_eq!(names.collect::<std::collections::BTreeSet<_>>().len(), Kind::ALL.len() + Form::ALL.len());
}
