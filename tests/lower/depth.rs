//! Texts that nest: each form ten thousand and a hundred thousand levels deep, on the stack that workers get, in
//! debug builds. Lowering, printing and dropping survive; the item after the deep one is always lowered.

use unawaited::lower::{Bodies, STACK_SIZE, lower};
use unawaited::summary::FileSummary;
use unawaited::summary::print;

/// Lowers, prints and drops `text` on a worker's stack; gives the printed form.
fn survive(text: String, bodies: Bodies) -> String {
    let worker = std::thread::Builder::new().stack_size(STACK_SIZE);
    let worker = worker.spawn(move || {
        let summary: FileSummary = lower(&text, bodies);
        let printed = print::file(&summary);
        drop(summary.clone());
        assert!(summary == summary.clone());
        printed
    });
    worker.expect("a thread").join().expect("no panic")
}

/// `open` × n, `middle`, `close` × n.
fn nest(open: &str, middle: &str, close: &str, n: usize) -> String {
    format!("{}{middle}{}", open.repeat(n), close.repeat(n))
}

type Form = (&'static str, fn(usize) -> String);

/// Forms as the content of a statement in `fn deep() { before(); …; after(); }`.
const STATEMENTS: &[Form] = &[
    ("parentheses", |n| nest("(", "x", ")", n)),
    ("brackets", |n| nest("[", "x", "]", n)),
    ("braces", |n| nest("{", "x", "}", n)),
    ("call arguments", |n| nest("f(", "x", ")", n)),
    ("calls of calls", |n| format!("f{}", "()".repeat(n))),
    ("indices", |n| format!("f{}", "[0]".repeat(n))),
    ("method arguments", |n| nest("a.b(", "x", ")", n)),
    ("method chain", |n| format!("a{}", ".b()".repeat(n))),
    ("await chain", |n| format!("a{}", ".await".repeat(n))),
    ("fields", |n| format!("a{}", ".b".repeat(n))),
    ("tuple fields", |n| format!("a{}", ".0".repeat(n))),
    ("question marks", |n| format!("a{}", "?".repeat(n))),
    ("not", |n| format!("{}x", "!".repeat(n))),
    ("minus", |n| format!("{}x", "-".repeat(n))),
    ("minus and spaces", |n| format!("{}x", "- ".repeat(n))),
    ("references", |n| format!("{}x", "&".repeat(n))),
    ("mutable references", |n| format!("{}x", "&mut ".repeat(n))),
    ("raw references", |n| format!("{}x", "&raw const ".repeat(n))),
    ("dereferences", |n| format!("{}x", "*".repeat(n))),
    ("closures", |n| format!("{}x", "|| ".repeat(n))),
    ("closures with parameters", |n| format!("{}x", "|a, b| ".repeat(n))),
    ("closures after an operand", |n| format!("a | {}x", "|a, b| ".repeat(n))),
    ("closures after an or", |n| format!("a || {}x", "|a, b| ".repeat(n))),
    ("closures after a brace", |n| format!("S {{}} | {}x", "|a, b| ".repeat(n))),
    ("closures after attributes", |n| format!("{}x", "#[a] |a, b| ".repeat(n))),
    ("closures with types", |n| format!("{}x", "|a: A<B, C>, b| ".repeat(n))),
    ("async closures", |n| format!("{}x", "async move || ".repeat(n))),
    ("async blocks", |n| nest("async move {", "x", "}", n)),
    ("unsafe blocks", |n| nest("unsafe {", "x", "}", n)),
    ("labelled blocks", |n| nest("'a: {", "x", "}", n)),
    ("loops", |n| nest("loop {", "x", "}", n)),
    ("labelled loops", |n| nest("'a: loop {", "x", "}", n)),
    ("while", |n| nest("while x {", "x", "}", n)),
    ("while in conditions", |n| nest("while ", "x", " {}", n)),
    ("for", |n| nest("for a in b {", "x", "}", n)),
    ("for in iterables", |n| nest("for a in ", "x", " {}", n)),
    ("for with struct patterns", |n| nest("for S {} in ", "x", " {}", n)),
    ("if", |n| nest("if x {", "x", "}", n)),
    ("if in conditions", |n| nest("if ", "x", " {}", n)),
    ("else if", |n| format!("{}{{}}", "if a {} else ".repeat(n))),
    ("else if with conditions", |n| format!("{}{{}}", "if a == b && !c {} else ".repeat(n))),
    ("let chains", |n| format!("if {} {{}}", vec!["let A = b"; n].join(" && "))),
    ("let of let", |n| format!("if {}x {{}}", "let a = ".repeat(n))),
    ("match", |n| nest("match ", "x", " {}", n)),
    ("match in arms", |n| nest("match x { _ => ", "x", " }", n)),
    ("match in guards", |n| nest("match x { _ if ", "x", " => y }", n)),
    ("return", |n| format!("{}x", "return ".repeat(n))),
    ("break", |n| format!("{}x", "break ".repeat(n))),
    ("break with labels", |n| format!("{}x", "break 'a ".repeat(n))),
    ("yield", |n| format!("{}x", "yield ".repeat(n))),
    ("become", |n| format!("{}x", "become ".repeat(n))),
    ("assignments", |n| format!("{}x", "a = ".repeat(n))),
    ("assignments with operators", |n| format!("{}x", "a += ".repeat(n))),
    ("sums", |n| format!("a{}", " + b".repeat(n))),
    ("differences", |n| format!("a{}", " - b".repeat(n))),
    ("products", |n| format!("a{}", " * b".repeat(n))),
    ("logic", |n| format!("a{}", " && b".repeat(n))),
    ("comparisons", |n| format!("a{}", " < b".repeat(n))),
    ("equalities", |n| format!("a{}", " == b".repeat(n))),
    ("sums of products", |n| format!("a{}", " + b * c".repeat(n))),
    ("casts", |n| format!("x{}", " as u8".repeat(n))),
    ("casts to pointers", |n| format!("x as {}u8", "*const ".repeat(n))),
    ("prefix ranges", |n| format!("{}x", ".. ".repeat(n))),
    ("closed ranges", |n| format!("{}x", "..=".repeat(n))),
    ("ranges", |n| format!("a{}", "..b".repeat(n))),
    ("tuples", |n| nest("(", "x", ",)", n)),
    ("repeats", |n| nest("[", "x", "; 3]", n)),
    ("repeat lengths", |n| nest("[0; ", "x", "]", n)),
    ("struct literals", |n| nest("S { a: ", "x", " }", n)),
    ("struct bases", |n| nest("S { ..", "x", " }", n)),
    ("turbofish", |n| nest("a::<", "u8", ">()", n)),
    ("generic paths", |n| nest("A::<", "u8", ">::f()", n)),
    ("qualified paths", |n| nest("<", "u8", " as A>::B", n)),
    ("generic arguments with commas", |n| format!("x as {}", nest("A<u8, ", "u8", ">", n))),
    ("const arguments", |n| nest("a::<{ ", "1", " }>()", n)),
    ("comparison then generics", |n| format!("a < b, {}", nest("A<u8, ", "u8", ">", n))),
    ("macro calls", |n| nest("m!(", "x", ")", n)),
    ("macro calls with brackets", |n| nest("vec![", "x", "]", n)),
    ("macro calls with braces", |n| nest("m! { ", "x", " }", n)),
    ("groups in macro tokens", |n| format!("m!({})", nest("(", "a b", ")", n))),
    ("operators in macro tokens", |n| format!("m!({}x)", "!".repeat(n))),
    ("generics in macro tokens", |n| format!("m!(x as {})", nest("A<", "u8", ">", n))),
    ("attributes", |n| format!("{}x", "#[a] ".repeat(n))),
    ("attributes before return", |n| format!("{}x", "#[a] return ".repeat(n))),
    ("attribute arguments", |n| format!("#[a{}] x", nest("(b", "", ")", n))),
    ("cfg", |n| format!("#[cfg({})] x", nest("not(", "a", ")", n))),
    ("cfg_attr", |n| format!("#[{}] x", nest("cfg_attr(a, ", "b", ")", n))),
    ("let patterns", |n| format!("let {}x = y", "&".repeat(n))),
    ("tuple patterns", |n| format!("let {} = y", nest("(", "x", ",)", n))),
    ("parenthesised patterns", |n| format!("let {} = y", nest("(", "x", ")", n))),
    ("slice patterns", |n| format!("let {} = y", nest("[", "x", "]", n))),
    ("struct patterns", |n| format!("let {} = y", nest("S { a: ", "x", " }", n))),
    ("tuple struct patterns", |n| format!("let {} = y", nest("S(", "x", ")", n))),
    ("at patterns", |n| format!("let {}x = y", "a @ ".repeat(n))),
    ("box patterns", |n| format!("let {}x = y", "box ".repeat(n))),
    ("or patterns", |n| format!("let (a{}) = y", " | a".repeat(n))),
    ("nested items", |n| nest("fn f() { ", "x", " }", n)),
    ("nested impls", |n| nest("impl A { fn f() { ", "x", " } }", n)),
    ("let initialisers", |n| nest("let a = { ", "x", " };", n)),
    ("let else", |n| nest("let a = b else { ", "x", " };", n)),
    ("quotes", |n| "'".repeat(n)),
    ("path segments", |n| format!("a{}", "::a".repeat(n))),
];

/// Forms as items.
const ITEMS: &[Form] = &[
    ("generics", |n| format!("type T = {};", nest("A<", "u8", ">", n))),
    ("shift-like generics", |n| format!("type T = {};", nest("A<<", "u8", " as B>::C>", n))),
    ("associated types", |n| format!("type T = {};", nest("A<B = ", "u8", ">", n))),
    ("associated bounds", |n| format!("fn f<T>() where T: {} {{}}", nest("A<B: ", "C", ">", n))),
    ("function pointers", |n| format!("type T = {}u8;", "fn() -> ".repeat(n))),
    ("function pointer arguments", |n| format!("type T = {};", nest("fn(", "u8", ")", n))),
    ("Fn bounds", |n| format!("type T = dyn {}u8;", "Fn() -> ".repeat(n))),
    ("impl bounds", |n| format!("fn f() -> {} {{}}", nest("impl A<", "u8", ">", n))),
    ("dyn bounds", |n| format!("type T = {};", nest("Box<dyn A<", "u8", ">>", n))),
    ("pointers", |n| format!("type T = {}u8;", "*const ".repeat(n))),
    ("references", |n| format!("type T = {}u8;", "&".repeat(n))),
    ("references with lifetimes", |n| format!("type T = {}u8;", "&'a ".repeat(n))),
    ("pointers behind lifetimes", |n| format!("type T = {}u8;", "&'a *const ".repeat(n))),
    ("tuple types", |n| format!("type T = {};", nest("(", "u8", ",)", n))),
    ("parenthesised types", |n| format!("type T = {};", nest("(", "u8", ")", n))),
    ("slices", |n| format!("type T = {};", nest("[", "u8", "]", n))),
    ("arrays", |n| format!("type T = {};", nest("[", "u8", "; 1]", n))),
    ("array lengths", |n| format!("type T = {};", nest("[u8; ", "1", "]", n))),
    ("higher-ranked types", |n| format!("type T = {}u8;", "for<'a> fn() -> ".repeat(n))),
    ("where clauses", |n| format!("fn f() where {} {{}}", "for<'a> &'a T: A, ".repeat(n))),
    ("higher-ranked where", |n| format!("fn f() where {}T: A {{}}", "for<'a> ".repeat(n))),
    ("use groups", |n| format!("use {};", nest("a::{", "b", "}", n))),
    ("use paths", |n| format!("use {}b;", "a::".repeat(n))),
    ("modules", |n| nest("mod m { ", "", " }", n)),
    ("functions", |n| nest("fn f() { ", "", " }", n)),
    ("traits", |n| nest("trait T { fn f() { ", "", " } }", n)),
    ("consts", |n| nest("const _: () = { ", "", " };", n)),
    ("extern blocks", |n| nest("extern \"C\" { ", "", " }", n)),
    ("macro items", |n| nest("m! { ", "", " }", n)),
    ("modules in macro items", |n| nest("m! { mod a { ", "", " } }", n)),
    ("macro rules", |n| format!("macro_rules! m {{ {} }}", nest("(", "", ")", n))),
    ("attributes", |n| format!("{}struct S;", "#[a] ".repeat(n))),
    ("attribute groups", |n| format!("#[a{}] struct S;", nest("(", "", ")", n))),
    ("inner attributes", |n| format!("mod m {{ {} }}", "#![a] ".repeat(n))),
    ("visibility", |n| format!("pub(in {}a) struct S;", "a::".repeat(n))),
    ("qualifiers", |n| format!("{}fn f() {{}}", "unsafe ".repeat(n))),
    ("field types", |n| format!("struct S {{ a: {} }}", nest("A<", "u8", ">", n))),
    ("discriminants", |n| format!("enum E {{ A = {}1 }}", "-".repeat(n))),
    ("const generics", |n| format!("struct S<const N: u8 = {}>;", nest("{", "1", "}", n))),
    ("block comments", |n| nest("/*", "", "*/", n)),
    ("open parentheses", |n| format!("fn f() {{ {} }}", "(".repeat(n))),
    ("open braces", |n| "{".repeat(n)),
    ("closing braces", |n| "}".repeat(n)),
    ("open and closed", |n| "({[".repeat(n)),
    ("open functions", |n| "fn f() {\n".repeat(n)),
    ("open functions with callbacks", |n| "fn f(g: impl Fn() -> R) {\ng();\n".repeat(n)),
    ("open generics", |n| "A<".repeat(n)),
    ("hashes", |n| format!("r{}", "#".repeat(n))),
];

fn check(forms: &[Form], wrap: fn(&str) -> String, n: usize) {
    for (name, form) in forms {
        for bodies in [Bodies::Keep, Bodies::Relevant, Bodies::Drop] {
            let printed = survive(wrap(&form(n)), bodies);
            let (before, after) = match bodies {
                Bodies::Keep | Bodies::Relevant => ("before();", "last();"),
                Bodies::Drop => ("fn first()", "fn last()"),
            };
            let seen = printed.contains("fn first()") && printed.contains(after) && printed.contains(before);
            let end = printed.char_indices().rev().nth(600).map_or(0, |(at, _)| at);
            assert!(seen, "{name} × {n}, {bodies:?}: … {}", &printed[end..]);
        }
    }
}

fn statement(form: &str) -> String {
    format!("fn first() {{ before(); }}\nfn deep() {{ a(); {form}; b(); }}\nfn last() {{ last(); }}\n")
}

fn item(form: &str) -> String {
    format!("fn first() {{ before(); }}\n{form}\nfn last() {{ last(); }}\n")
}

#[test]
fn statements_ten_thousand_deep() {
    check(STATEMENTS, statement, 10_000);
}

#[test]
fn statements_a_hundred_thousand_deep() {
    check(STATEMENTS, statement, 100_000);
}

#[test]
fn items_ten_thousand_deep() {
    check(ITEMS, item, 10_000);
}

#[test]
fn items_a_hundred_thousand_deep() {
    check(ITEMS, item, 100_000);
}

/// Just under the bound, where the parser really goes as deep as it may.
#[test]
fn as_deep_as_is_let_through() {
    for n in [100, 300, 1_000, 1_950, 3_900] {
        check(STATEMENTS, statement, n);
        check(ITEMS, item, n);
    }
}
