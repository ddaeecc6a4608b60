//! Lowering at the level of the printed form: what comes out of texts, whole and broken, shallow and deep.

#[path = "lower/depth.rs"]
mod depth;
#[path = "lower/mutilated.rs"]
mod mutilated;
#[path = "lower/spans.rs"]
mod spans;

use unawaited::lower::{Bodies, lower, outline};
use unawaited::summary::{FileSummary, print};

/// Compares what each case of a fixture is lowered to with what stands there.
///
/// A fixture holds cases: `=== name`, the source, `---`, the printed form. With `BLESS` set in the environment the
/// printed forms are written anew.
fn check(name: &str, lower: impl Fn(&str) -> FileSummary) {
    let path = format!("{}/tests/lower/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let fixture = std::fs::read_to_string(&path).expect("the fixture");
    let mut blessed = String::new();
    let mut wrong = Vec::new();
    for case in fixture.split("=== ").skip(1) {
        let (title, rest) = case.split_once('\n').expect("a title");
        let (source, expected) = rest.split_once("---\n").expect("a printed form");
        let found = print::file(&lower(source));
        blessed.push_str(&format!("=== {title}\n{source}---\n{found}\n"));
        if found.trim_end() != expected.trim_end() {
            wrong.push(format!("{title}:\n{source}expected:\n{expected}found:\n{found}"));
        }
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, blessed).expect("to write the fixture");
        return;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn forms() {
    check("forms", |text| lower(text, Bodies::Keep));
}

#[test]
fn recovery() {
    check("recovery", |text| lower(text, Bodies::Keep));
}

#[test]
fn bodies_dropped() {
    check("drop", |text| lower(text, Bodies::Drop));
}

#[test]
fn outlines() {
    check("outline", outline);
}

/// Long, not deep: all of it must come through without a word.
#[test]
fn long_code_is_lowered_whole() {
    let cases: [(&str, String, &str, usize); 9] = [
        ("builder", format!("fn f() {{ a{}; }}", ".with(x, |y| y + 1)?".repeat(1_000)), ".with(", 1_000),
        ("concatenation", format!("fn f() {{ a{}; }}", " + &b.c() + \"d\"".repeat(500)), " + ", 1_000),
        (
            "match",
            format!("fn f() {{ match x {{ {} }} }}", "A::B(&y) if !z => { -1 }\n".repeat(5_000)),
            "=> ",
            5_000,
        ),
        (
            "match with commas",
            format!("fn f() {{ match x {{ {} }} }}", "A | B => &-c,\n".repeat(5_000)),
            "=> ",
            5_000,
        ),
        ("array", format!("static A: [i8; 9] = [{}];", "-1 << 3, ".repeat(100_000)), "<<", 100_000),
        ("calls", format!("static A: [i8; 9] = [{}];", "A::<u8>::f(&x), ".repeat(20_000)), "f(", 20_000),
        (
            "else if",
            format!("fn f() {{ {} {{}} }}", "if a == b && !c.d(&e) { f(); } else ".repeat(300)),
            "f();",
            300,
        ),
        ("statements", format!("fn f() {{ {} }}", "if !a { b(); }\n".repeat(20_000)), "b();", 20_000),
        ("functions", "pub fn f(a: &u8) -> &u8 { &**a }\n".repeat(20_000), "fn f(", 20_000),
    ];
    for (name, text, part, count) in cases {
        let worker = std::thread::Builder::new().stack_size(unawaited::lower::STACK_SIZE);
        let worker = worker.spawn(move || {
            let summary = lower(&text, Bodies::Keep);
            assert_eq!(summary.errors, [], "{name}");
            assert_eq!(print::file(&summary).matches(part).count(), count, "{name}");
        });
        worker.expect("a thread").join().expect("no panic");
    }
}
