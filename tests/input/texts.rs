//! Texts that are not plain: marks at their beginning, line ends, wide and hidden characters.

use crate::Project;

const LOST: &str = "warning[dropped_future] the future of `f` is dropped without being awaited";

/// The places of all findings of a library.
#[track_caller]
fn found_at(lib: &str, places: &[(u32, u32)]) {
    let project = Project::new("");
    project.write("src/good.rs", "");
    project.write("src/lib.rs", lib);
    let (code, stdout, stderr) = project.run(&["--output-format", "concise"]);
    let expected: String =
        places.iter().map(|(line, column)| format!("src/lib.rs:{line}:{column}: {LOST}\n")).collect();
    assert_eq!((code, stdout), (Some(1), expected), "{stderr}");
}

#[test]
fn byte_order_marks_shebangs_and_line_ends() {
    found_at("async fn f() {} fn g() { f(); }", &[(1, 26)]);
    found_at("\u{feff}async fn f() {} fn g() { f(); }", &[(1, 26)]);
    found_at("#!/usr/bin/env run\nasync fn f() {}\nfn g() { f(); }\n", &[(3, 10)]);
    found_at(
        "\u{feff}#!/usr/bin/env run\r\nasync fn f() {}\r\nfn g() {\r\n    f();\r\n\r\n    f();\r\n}\r\n",
        &[(4, 5), (6, 5)],
    );
    // An attribute is no shebang.
    found_at("#![allow(dead_code)]\nasync fn f() {}\nfn g() { f(); }\n", &[(3, 10)]);
}

/// Columns count characters, not bytes.
#[test]
fn wide_characters() {
    found_at("async fn f() {}\nfn g() { /* äöü€ */ f(); }\n", &[(2, 21)]);
    found_at("async fn f() {}\nfn g() { let s = \"𝔘日本\"; f(); }\n", &[(2, 25)]);
    found_at("\u{feff}async fn f() {} fn ä() { let ö = 'ü'; f(); }\n", &[(1, 39)]);
}

#[test]
fn json_has_bytes_and_characters() {
    let project = Project::new("");
    project.write("src/good.rs", "");
    let lib = "\u{feff}async fn f() {}\r\nfn g() { /* äöü€ */ f(); }\r\n";
    project.write("src/lib.rs", lib);
    let (_, stdout, _) = project.run(&["--output-format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&stdout).expect("JSON");
    let finding = &document["findings"][0];
    let range = &finding["byte_range"];
    let bytes = range["start"].as_u64().expect("a number") as usize
        ..range["end"].as_u64().expect("a number") as usize;
    assert_eq!(&lib[bytes], "f()", "bytes of the file as it lies on disk");
    assert_eq!(finding["start"], serde_json::json!({"line": 2, "column": 21}));
    assert_eq!(finding["end"], serde_json::json!({"line": 2, "column": 24}));
}

/// A pull request must not rewrite the log that it is reviewed in.
#[cfg(unix)]
#[test]
fn hidden_characters_in_source_and_names() {
    let evil = "\u{1b}[2J\u{202e}\u{2066}\u{9b}\u{7}";
    let project = Project::new("");
    let content =
        format!("async fn f() {{}}\nfn g() {{ f(); }} // {evil}\nfn h() {{ f(); let = \"{evil}\"; }}\n");
    project.write(&format!("src/{evil}\n.rs"), content);
    project.write(&format!("{evil}/Cargo.toml"), "[package");
    for format in ["full", "concise", "json"] {
        let (code, stdout, stderr) = project.run(&["--output-format", format]);
        assert_eq!(code, Some(1), "{stderr}");
        for text in [&stdout, &stderr] {
            let raw = text.chars().find(|c| *c != '\n' && evil.contains(*c) && !c.is_ascii_graphic());
            assert_eq!(raw, None, "{format}: {text}");
        }
        let (escape, turn) = if format == "json" { (r"\u001b", r"\u202e") } else { (r"\u{1b}", r"\u{202e}") };
        assert!(stdout.contains(escape) && stdout.contains(turn), "{format}: {stdout}");
        assert!(stderr.contains(r"\u{1b}"), "{stderr}");
    }
}
