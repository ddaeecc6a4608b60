//! Too much of something: files, nesting.

use crate::{FOUND, Project};

const LOST: &str = "warning[dropped_future] the future of `f` is dropped without being awaited";

#[test]
fn a_file_of_50_megabytes() {
    let mut text = "async fn f() {}\nfn first() { f(); }\n".to_owned();
    let mut lines = 2;
    while text.len() < 50 << 20 {
        text.push_str(&format!(
            "fn g{lines}() {{ let a = vec![1, 2]; }} // some text, so that the line is of a usual length\n"
        ));
        lines += 1;
    }
    text.push_str("fn last() { f(); }\n");
    let project = Project::new("mod large;");
    project.write("src/large.rs", text);
    let expected = format!(
        "{FOUND}src/large.rs:2:14: {LOST}\nsrc/large.rs:{}:13: {LOST}\n3 warnings in 3 files\nexit 1\n",
        lines + 1
    );
    project.check(&[], &expected);
}

#[test]
fn a_file_that_is_too_large() {
    let project = Project::new("mod large;");
    let path = project.root().join("src/large.rs");
    let file = std::fs::File::create(path).expect("a file");
    // No byte of it is written.
    file.set_len(unawaited::discover::MAX_FILE_BYTES + 1).expect("a length");
    let (code, stdout, stderr) = project.run(&["--output-format", "concise"]);
    assert_eq!((code, stdout.as_str()), (Some(2), FOUND));
    assert!(
        stderr.contains("the file of module `large` is left out: `large.rs` is 65 MB, the limit is 64 MB"),
        "{stderr}"
    );
}

/// 10,000 levels of each kind, each in a file of its own between two functions that are checked all the same.
#[test]
fn nesting_of_each_kind() {
    let nested = |open: &str, inner: &str, close: &str| {
        format!("{}{inner}{}", open.repeat(10_000), close.repeat(10_000))
    };
    let kinds = [
        ("parens", format!("fn deep() {{ f({}); }}", nested("(", "1", ")"))),
        ("brackets", format!("fn deep() {{ f({}); }}", nested("[", "1", "]"))),
        ("blocks", format!("fn deep() {{ {} }}", nested("{", "f();", "}"))),
        ("generics", format!("fn deep() {{ f::<{}>(); }}", nested("V<", "u8", ">"))),
        ("prefixes", format!("fn deep() {{ f({}1); }}", "!".repeat(10_000))),
        ("references", format!("fn deep() {{ f({}1); }}", "& ".repeat(10_000))),
        ("patterns", format!("fn deep() {{ let _ = f(); let {} = 1; }}", nested("(", "a", ",)"))),
        ("closures", format!("fn deep() {{ f({} 1); }}", "|| ".repeat(10_000))),
        ("modules", nested("mod m {", "fn deep() {}", "}")),
        ("functions", nested("fn deep() {", "f();", "}")),
        ("types", format!("type Deep = {};", nested("(", "u8", ",)"))),
        ("methods", format!("fn deep() {{ f(){}; }}", ".g()".repeat(10_000))),
        ("operators", format!("fn deep() {{ f(1{}); }}", "+ 1".repeat(10_000))),
        ("ifs", format!("fn deep() {{ {} {{ f(); }} }}", "if true { } else ".repeat(10_000))),
        ("asyncs", format!("fn deep() {{ {} }}", nested("async {", "f()", "};"))),
        ("macros", format!("fn deep() {{ {} }}", nested("m!(", "f()", ");"))),
        ("uses", format!("use {};", nested("a::{", "b", "}"))),
        ("unclosed", format!("fn deep() {{ {}", "{ ( [".repeat(10_000))),
    ];
    let mods: String = kinds.iter().map(|(kind, _)| format!("mod {kind};")).collect();
    let project = Project::new(&mods);
    for (kind, code) in &kinds {
        let text = format!("async fn f() {{}}\nfn before() {{ f(); }}\n{code}\nfn after() {{ f(); }}\n");
        project.write(&format!("src/{kind}.rs"), text);
    }
    let (code, stdout, stderr) = project.run(&["--output-format", "concise"]);
    assert!(matches!(code, Some(1 | 2)), "{code:?} {stderr}");
    assert!(stdout.contains(FOUND), "{stdout}");
    for (kind, _) in &kinds {
        assert!(stdout.contains(&format!("src/{kind}.rs:2:15: {LOST}\n")), "before {kind}:\n{stderr}");
        // Where the braces do not close, there is no telling where the function ends.
        if *kind != "unclosed" {
            assert!(stdout.contains(&format!("src/{kind}.rs:4:14: {LOST}\n")), "after {kind}:\n{stderr}");
        }
    }
    assert!(stderr.contains(": nested too deeply"), "{stderr}");
}

/// Types that double with each step: without a bound on a type's size each of these takes longer than anyone waits.
#[test]
fn types_without_end() {
    let steps = |step: &dyn Fn(usize) -> String| (1..=60).map(step).collect::<String>();
    let tuples = steps(&|at| format!("let x{at} = (x{0}, x{0});", at - 1));
    let wraps = steps(&|at| format!("let x{at} = pair(x{0}.clone(), x{0});", at - 1));
    let aliases = steps(&|at| format!("type P{at}<T> = P{}<(T, T)>;", at - 1));
    let bodies = [
        ("tuples", format!("fn g() {{ let x0 = 1u8; {tuples} x60.save(); }}")),
        ("wraps", format!("fn g() {{ let x0 = Wrap(1u8); {wraps} x60.save(); }}")),
        ("aliases", format!("type P0<T> = (T, T);{aliases} fn g(p: P60<u8>) {{ p.0.save(); }}")),
        ("projections", format!("fn g(w: Wrap<u8>) {{ w{}.save(); }}", ".n()".repeat(60))),
    ];
    let shared = "\
#[derive(Clone)] struct Wrap<T>(T);
impl<T> Wrap<T> { async fn save(&self) {} }
fn pair<A, B>(a: A, b: B) -> Wrap<(A, B)> { Wrap((a, b)) }
trait Next { type N: Next; fn n(&self) -> Self::N; }
impl<T> Next for Wrap<T> { type N = Wrap<(T, T)>; fn n(&self) -> Wrap<(T, T)> { loop {} } }
async fn f() {}
fn after() { f(); }
";
    for (name, body) in bodies {
        let project = Project::new("mod large;");
        project.write("src/large.rs", format!("{shared}{body}\n"));
        let (_, stdout, _) = project.run(&["--output-format", "concise"]);
        assert!(stdout.contains(&format!("src/large.rs:7:14: {LOST}")), "{name}: {stdout}");
    }
}

/// A chain of names that is longer than any stack: each is asked of the one before.
#[test]
fn names_without_end() {
    let project = Project::new("mod chain;");
    let names = (1..=100_000).map(|at| format!("let x{at} = x{};\n", at - 1)).collect::<String>();
    let shared = "struct Job;\nimpl Job { async fn run(&self) {} }\nfn after() { Job.run(); }\n";
    project.write("src/chain.rs", format!("{shared}fn g() {{\nlet x0 = Job;\n{names}x100000.run();\n}}\n"));
    let (_, stdout, stderr) = project.run(&["--output-format", "concise"]);
    assert!(
        stdout.contains(&format!("src/chain.rs:3:14: {}", LOST.replace("`f`", "`run`"))),
        "{stdout}{stderr}"
    );
}
