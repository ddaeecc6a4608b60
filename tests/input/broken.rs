//! What does not parse, is missing, or stands in a circle.

use crate::{FOUND, Project};

/// The broken statement is left out, all around it is checked.
#[test]
fn a_syntax_error_in_a_target() {
    let project = Project::new("mod bad;");
    project.write(
        "src/bad.rs",
        "async fn f() {}\nfn g() {\n    f();\n    let = ;\n    f();\n}\nfn h() { f(); }\n",
    );
    let expected =
        "src/bad.rs:3:5: warning[dropped_future] the future of `f` is dropped without being awaited
src/bad.rs:5:5: warning[dropped_future] the future of `f` is dropped without being awaited
src/bad.rs:7:10: warning[dropped_future] the future of `f` is dropped without being awaited
";
    let (code, stdout, stderr) = project.run(&["--output-format", "concise"]);
    assert_eq!((code, stdout), (Some(2), format!("{expected}{FOUND}")));
    let errors: Vec<&str> = stderr.lines().filter(|line| line.starts_with("error:")).collect();
    assert!(matches!(errors[..], [error] if error.starts_with("error: src/bad.rs:4:")), "{stderr}");
    assert!(stderr.ends_with("incomplete: 1 error above kept something from being checked\n"), "{stderr}");
}

/// Templates and parser fixtures exist in most large projects: they change no exit code.
#[test]
fn a_syntax_error_in_a_loose_file() {
    let project = Project::new("");
    project.write("templates/broken.rs", "async fn f() {}\nfn g() { f(); }\nfn h( {\n");
    let expected = format!(
        "{FOUND}templates/broken.rs:2:10: warning[dropped_future] the future of `f` is dropped without being awaited
note: templates/broken.rs:3:7: unclosed `{{`
2 warnings in 3 files
of these, 1 file outside of every target
1 note above changes no exit code
exit 1
"
    );
    project.check(&[], &expected);
    project.write("src/good.rs", "");
    project.write("templates/broken.rs", "fn h( {\n");
    let expected = "note: templates/broken.rs:1:7: unclosed `{`
no lost future found in 3 files
of these, 1 file outside of every target
1 note above changes no exit code
exit 0
";
    project.check(&[], expected);
}

#[test]
fn invalid_utf_8() {
    let project = Project::new("mod bad;");
    project.write("src/bad.rs", b"fn f() {}\n// \xff\n");
    project.write("loose.rs", b"\xfe\xff");
    let expected = format!(
        "{FOUND}note: loose.rs: is not valid UTF-8 (byte 0)
error: src/lib.rs:1:15: the file of module `bad` is left out: `bad.rs` is not valid UTF-8 (byte 13)
1 warning in 2 files
1 note above changes no exit code
incomplete: 1 error above kept something from being checked
exit 2
"
    );
    project.check(&[], &expected);
}

#[test]
fn a_missing_module_file() {
    let project = Project::new("mod gone; #[path = \"far/away.rs\"] mod moved; #[cfg(windows)] mod maybe;");
    let expected = format!(
        "{FOUND}error: src/lib.rs:1:15: the file of module `gone` is missing: there is no `gone.rs` or `gone/mod.rs`
error: src/lib.rs:1:49: the file of module `moved` is missing: there is no `far/away.rs` or `moved.rs` or `moved/mod.rs`
note: src/lib.rs:1:76: the file of module `maybe` is missing: there is no `maybe.rs` or `maybe/mod.rs`
1 warning in 2 files
1 note above changes no exit code
incomplete: 2 errors above kept something from being checked
exit 2
"
    );
    project.check(&[], &expected);
}

#[test]
fn a_circle_of_modules() {
    let project = Project::new("#[path = \"a.rs\"] mod a; #[path = \"lib.rs\"] mod itself;");
    project.write("src/a.rs", "#[path = \"b.rs\"] mod b; async fn f() {} fn g() { f(); }");
    project.write("src/b.rs", "#[path = \"a.rs\"] mod a;");
    let expected = format!(
        "src/a.rs:1:50: warning[dropped_future] the future of `f` is dropped without being awaited
{FOUND}error: src/b.rs:1:22: this module is one of those it stands in: its file is not read again
error: src/lib.rs:1:58: this module is one of those it stands in: its file is not read again
2 warnings in 4 files
incomplete: 2 errors above kept something from being checked
exit 2
"
    );
    project.check(&[], &expected);
}

/// Each file declares the other twice: without a bound their number would double with each level.
#[test]
fn modules_that_name_each_other_often() {
    let project = Project::new("mod a;");
    for at in 0..40 {
        let next = at + 1;
        let twice = format!("#[path = \"m{next}.rs\"] mod x; #[path = \"m{next}.rs\"] mod y;");
        project.write(&format!("src/m{at}.rs"), twice);
    }
    project.write("src/m40.rs", "");
    project.write("src/a.rs", "#[path = \"m0.rs\"] mod m;");
    project.check(&[], &format!("{FOUND}1 warning in 44 files\nexit 1\n"));
}

#[test]
fn a_manifest_that_does_not_parse() {
    let project = Project::new("");
    project.write("Cargo.toml", "[package\n");
    let expected = format!(
        "{FOUND}error: Cargo.toml:1:9: is not valid TOML: unclosed table, expected `]`
1 warning in 2 files
incomplete: 1 error above kept something from being checked
exit 2
"
    );
    project.check(&[], &expected);
}

#[test]
fn paths_that_do_not_exist() {
    let project = Project::new("");
    let expected = |path: &str| {
        format!(
            "error: {path}: does not exist
no file was checked
incomplete: 1 error above kept something from being checked
exit 2
"
        )
    };
    project.check(&["nowhere"], &expected("nowhere"));
    project.check(&["src/nowhere.rs"], &expected("src/nowhere.rs"));
    project.check(&["--manifest-path", "nowhere/Cargo.toml"], &expected("nowhere/Cargo.toml"));
    let (code, stdout, stderr) = project.run(&["--output-format", "concise", "nowhere", "src/good.rs"]);
    assert_eq!((code, stdout.as_str()), (Some(2), FOUND), "the rest is checked: {stderr}");
}

#[test]
fn an_empty_directory() {
    let project = Project::empty();
    let expected = "error: .: holds no Rust file to check (hidden, ignored and excluded ones are left out)
no file was checked
incomplete: 1 error above kept something from being checked
exit 2
";
    project.check(&[], expected);
    project.write("inner/notes.txt", "no Rust");
    project.check(&["inner"], &expected.replace(" .:", " inner:"));
}

#[test]
fn a_missing_included_file() {
    let project = Project::new("include!(\"gone.rs\"); #[cfg(windows)] include!(\"maybe.rs\");");
    let expected = format!(
        "{FOUND}error: src/lib.rs:1:11: the included file is missing: there is no `gone.rs`
note: src/lib.rs:1:32: the included file is missing: there is no `maybe.rs`
1 warning in 2 files
1 note above changes no exit code
incomplete: 1 error above kept something from being checked
exit 2
"
    );
    project.check(&[], &expected);
}

/// A published package may leave out the files of its tests.
#[test]
fn targets_whose_file_is_missing() {
    let project = Project::new("");
    let manifest = "[package]\nname = \"p\"\n[[bin]]\nname = \"gone\"\npath = \"src/gone.rs\"\n[[test]]\nname = \"also\"\n";
    project.write("Cargo.toml", manifest);
    let expected = format!(
        "{FOUND}note: Cargo.toml: target `also` is left out: there is no `tests/also.rs`
error: Cargo.toml: target `gone` is left out: there is no `src/gone.rs`
1 warning in 2 files
1 note above changes no exit code
incomplete: 1 error above kept something from being checked
exit 2
"
    );
    project.check(&[], &expected);
}
