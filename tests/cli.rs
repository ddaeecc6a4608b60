//! The command as users call it: arguments, exit codes, streams.

#[path = "support/formats.rs"]
mod formats;

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use unawaited::explain::TOPICS;
use unawaited::rules::RULES;

use formats::FORMATS;

/// The command, in a directory, free of what the environment says about colours.
fn command(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-unawaited"));
    command.args(args).current_dir(dir).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm");
    // The user's own cache is left alone.
    command.env("UNAWAITED_CACHE_DIR", concat!(env!("CARGO_TARGET_TMPDIR"), "/cache"));
    command
}

fn output(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("the command starts");
    (status.code(), String::from_utf8(stdout).expect("UTF-8"), String::from_utf8(stderr).expect("UTF-8"))
}

/// Exit code, standard output, standard error of a run in an empty directory.
fn run(args: &[&str]) -> (Option<i32>, String, String) {
    let dir = tempfile::tempdir().expect("a directory");
    output(&mut command(dir.path(), args))
}

/// A package with this as its library.
fn package(lib: &str) -> TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    let manifest = "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";
    fs::create_dir(dir.path().join("src")).expect("a directory");
    fs::write(dir.path().join("Cargo.toml"), manifest).expect("a manifest");
    fs::write(dir.path().join("src/lib.rs"), lib).expect("a library");
    dir
}

const LOST: &str = "pub async fn work() {}\n\npub async fn caller() {\n    work();\n}\n";
const KEPT: &str = "pub async fn work() {}\n\npub async fn caller() {\n    work().await;\n}\n";

#[test]
fn help_shows_cargos_usage_and_the_exit_codes() {
    for args in [&["--help"][..], &["-h"], &["unawaited", "--help"], &["help"], &["check", "--help"]] {
        let (code, stdout, stderr) = run(args);
        assert_eq!((code, stderr.as_str()), (Some(0), ""), "{args:?}");
        assert!(stdout.contains("Usage: cargo unawaited "), "{args:?}\n{stdout}");
        for line in ["  0  no finding", "  1  at least one finding", "  2  something could not be checked"] {
            assert!(stdout.contains(line), "{args:?}\n{stdout}");
        }
    }
}

#[test]
fn version_is_the_packages() {
    let (code, stdout, _) = run(&["--version"]);
    assert_eq!((code, stdout), (Some(0), format!("cargo-unawaited {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn rules_lists_every_rule_with_level_and_summary() {
    let (code, stdout, stderr) = run(&["rules"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    for rule in RULES.iter() {
        let line = stdout.lines().find(|line| line.starts_with(rule.name)).expect(rule.name);
        assert!(line.contains(rule.level.name()) && line.ends_with(rule.summary.en), "{line}");
    }
    assert_eq!(run(&["unawaited", "rules"]).1, stdout, "as cargo calls it");
}

#[test]
fn explain_lists_and_shows_every_page() {
    let (code, list, stderr) = run(&["explain"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    let rules = RULES.iter().map(|rule| (rule.name, rule.page));
    for (name, page) in rules.chain(TOPICS.iter().map(|topic| (topic.name, topic.page))) {
        assert!(list.lines().any(|line| line.trim_start().starts_with(name)), "{name}\n{list}");
        for (lang, page) in [("en", page.en), ("ru", page.ru)] {
            assert_eq!(
                run(&["explain", name, "--lang", lang]),
                (Some(0), page.trim_end().to_owned() + "\n", String::new()),
                "{name}"
            );
        }
    }
}

#[test]
fn pages_are_laid_out_for_people_and_are_markdown_in_a_pipe() {
    let dir = tempfile::tempdir().expect("a directory");
    let explain = |args: &[&str], variables: &[(&str, &str)]| {
        let args = [&["explain", "gather-vs-as-completed"], args].concat();
        output(command(dir.path(), &args).envs(variables.iter().copied())).1
    };
    let markdown = explain(&[], &[]);
    assert!(markdown.contains("\n## In Rust\n") && markdown.contains("\n```rust"));
    let forced = explain(&["--color", "always"], &[]);
    assert!(forced.contains("\n\x1b[1mIn Rust\x1b[0m\n") && !forced.contains("```"), "{forced}");
    assert_eq!(explain(&[], &[("CLICOLOR_FORCE", "1")]), forced);
    assert_eq!(explain(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]), markdown);
    assert_eq!(explain(&[], &[("NO_COLOR", "1")]), markdown);
}

/// Standard output of a command in a locale.
fn said(args: &[&str], locale: &[(&str, &str)]) -> String {
    let dir = package(LOST);
    let (_, stdout, _) = output(command(dir.path(), args).envs(locale.iter().copied()));
    stdout
}

#[test]
fn pages_follow_the_locale_and_findings_only_what_is_said() {
    let russian = ("LANG", "ru_RU.UTF-8");
    let speaks_russian = |said: &str| said.chars().any(|c| ('а'..='я').contains(&c));
    for args in [&["explain", "event-loop"][..], &["explain"], &["rules"]] {
        assert!(!speaks_russian(&said(args, &[])), "{args:?}");
        assert!(speaks_russian(&said(args, &[russian])), "{args:?}");
        assert!(speaks_russian(&said(args, &[("LC_ALL", "ru_RU.UTF-8"), ("LANG", "C")])), "{args:?}");
        assert!(!speaks_russian(&said(args, &[("LC_MESSAGES", "C"), russian])), "{args:?}");
        assert!(speaks_russian(&said(args, &[("LC_ALL", ""), russian])), "{args:?}: empty is not set");
        assert!(!speaks_russian(&said(&[args, &["--lang", "en"]].concat(), &[russian])), "{args:?}");
        assert_eq!(said(&[args, &["--lang", "ru"]].concat(), &[]), said(args, &[russian]), "{args:?}");
    }
    for format in ["full", "concise", "json"] {
        let check = ["check", "--output-format", format];
        let english = said(&check, &[]);
        assert_eq!(said(&check, &[russian, ("LC_ALL", "ru_RU.UTF-8")]), english, "{format}");
        let russian = said(&[&check[..], &["--lang", "ru"]].concat(), &[]);
        assert!(!speaks_russian(&english) && speaks_russian(&russian), "{format}");
        for word in ["футура `work`", "dropped_future", "lib.rs"] {
            assert!(russian.contains(word), "{format}: {word}\n{russian}");
        }
    }
    let full = said(&["check", "--lang", "ru"], &[]);
    for word in [
        "почему: футура сама ничего не делает",
        "что делать: добавьте `.await`",
        "подробнее: cargo unawaited",
    ] {
        assert!(full.contains(word), "{word}\n{full}");
    }
}

#[test]
fn typos_are_answered_with_the_name_that_was_meant() {
    let cases = [
        (&["explain", "droped_future"][..], "did you mean `dropped_future`"),
        (&["explain", "no such thing at all"], "`cargo unawaited explain` lists them"),
        (&["-A", "let_underscore_futures"], "did you mean `let_underscore_future`?"),
        (&["check", "--deny", "droped_future"], "did you mean `dropped_future`"),
        // The names of the compilers' lints are known.
        (&["-A", "unused_must_use"], "did you mean `dropped_future`?"),
        (&["-A", "clippy::let_underscore_future"], "did you mean `let_underscore_future`?"),
        (&["-W", "zzz"], "`cargo unawaited rules` lists them"),
        (&["ruels"], "did you mean `rules`?"),
        (&["unawaited", "explian"], "did you mean `explain`?"),
        (&["check", "--outptu-format", "json"], "--output-format"),
    ];
    for (args, expected) in cases {
        let (code, stdout, stderr) = run(args);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{args:?}\n{stderr}");
        assert!(stderr.starts_with("error: ") && stderr.contains(expected), "{args:?}\n{stderr}");
    }
}

#[test]
fn a_wrong_command_line_is_exit_code_2_and_a_message() {
    let cases = [
        &["--no-such-option"][..],
        &["check", "-j", "0"],
        &["check", "-j", "many"],
        &["--fail-on", "allow"],
        &["--output-format", "xml"],
        &["--exclude", "a[", "."],
        &["-D"],
        &[""],
        &["rules", "x"],
        &["explain", "a", "b"],
        &["-q", "check"],
        &["--color", "never", "rules"],
    ];
    for args in cases {
        let (code, stdout, stderr) = run(args);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{args:?}\n{stderr}");
        assert!(stderr.starts_with("error: "), "{args:?}\n{stderr}");
    }
}

#[test]
fn quoted_arguments_cannot_harm_the_terminal_or_a_ci_log() {
    let evil = "--\x1b[2Jx\n::error::y\u{202e}##[error]";
    for args in [&[evil][..], &["explain", evil], &["-A", evil], &["--output-format", evil], &["rules", evil]]
    {
        let (code, _, stderr) = run(args);
        assert_eq!(code, Some(2), "{args:?}");
        assert!(stderr.contains(r"\u{1b}[2Jx\n::error::y\u{202e}#\u{23}[error]"), "{stderr:?}");
        assert!(!stderr.chars().any(|c| matches!(c, '\x1b' | '\u{202e}')), "{stderr:?}");
        assert!(!stderr.lines().any(|line| line.starts_with("::")), "{stderr:?}");
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_unicode_are_paths_or_an_error() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let dir = tempfile::tempdir().expect("a directory");
    let (code, _, stderr) = output(command(dir.path(), &["explain"]).arg(OsStr::from_bytes(b"\xff")));
    assert_eq!(code, Some(2), "{stderr}");
    let (code, _, stderr) = output(command(dir.path(), &["check"]).arg(OsStr::from_bytes(b"\xff.rs")));
    assert_eq!(code, Some(2), "{stderr}");
    assert!(stderr.contains("\u{fffd}.rs"), "{stderr}");
}

#[test]
fn a_run_that_checks_nothing_is_no_success() {
    for args in [&[][..], &["check"], &["unawaited"], &["unawaited", "check"], &["."]] {
        let (code, stdout, stderr) = run(args);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{args:?}\n{stderr}");
        assert!(
            stderr.starts_with("error: ") && stderr.contains("incomplete: 1 error"),
            "{args:?}\n{stderr}"
        );
    }
    let (code, stdout, _) = run(&["--output-format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&stdout).expect("JSON");
    assert_eq!((code, &document["incomplete"]), (Some(2), &serde_json::json!(true)));
    let (_, _, stderr) = run(&["-q"]);
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
}

#[test]
fn who_switches_all_rules_off_is_told() {
    let dir = package("async fn f() {}\nasync fn g() { f(); }\n");
    let (code, stdout, stderr) = output(&mut command(dir.path(), &["-A", "all"]));
    assert_eq!((code, stdout.as_str()), (Some(0), ""));
    assert!(stderr.starts_with("every rule is switched off: nothing was looked for\n"), "{stderr}");
    let (code, _, stderr) = output(&mut command(dir.path(), &["-A", "all", "-W", "dropped_future"]));
    assert!(code == Some(1) && !stderr.contains("switched off"), "{stderr}");
}

#[test]
fn a_file_that_is_named_must_be_read_whole() {
    let dir = package("");
    fs::write(dir.path().join("broken.rs"), "fn main( {").expect("written");
    fs::write(dir.path().join("binary.rs"), b"\xff").expect("written");
    // Found on the way, they may be anything; named, they are what is asked about.
    assert_eq!(output(&mut command(dir.path(), &["."])).0, Some(0));
    for name in ["broken.rs", "binary.rs"] {
        let (code, _, stderr) = output(&mut command(dir.path(), &[name]));
        assert_eq!(code, Some(2), "{stderr}");
        assert!(stderr.contains(&format!("error: {name}")), "{stderr}");
    }
}

#[test]
fn colours_follow_the_option_then_the_environment() {
    type Environment = &'static [(&'static str, &'static str)];
    let cases: [(&[&str], Environment, bool); 9] = [
        (&[], &[], false),
        (&[], &[("CLICOLOR_FORCE", "1")], true),
        (&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false),
        (&[], &[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")], true),
        (&[], &[("CLICOLOR", "1")], false),
        (&["--color", "always"], &[], true),
        (&["--color=always"], &[("NO_COLOR", "1"), ("TERM", "dumb")], true),
        (&["--color", "never"], &[("CLICOLOR_FORCE", "1")], false),
        (&["--color", "auto"], &[("CLICOLOR_FORCE", "1")], true),
    ];
    let dir = tempfile::tempdir().expect("a directory");
    for (option, environment, coloured) in cases {
        for args in [&["rules"][..], &["explain", "nosuchthing"], &["rules", "--bad"], &["check", "--help"]] {
            let mut command = command(dir.path(), args);
            let (_, stdout, stderr) = output(command.args(option).envs(environment.iter().copied()));
            assert_eq!((stdout + &stderr).contains("\x1b["), coloured, "{args:?} {option:?} {environment:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_every_command_quietly() {
    let dir = package(LOST);
    let formats = FORMATS.map(|format| ["check", "--output-format", format]);
    let mut commands: Vec<&[&str]> = vec![&["--help"], &["--version"], &["rules"], &["explain"]];
    commands.extend([&["man"][..], &["completions", "bash"], &["help", "check"]]);
    commands.extend([&["explain", "dropped_future"][..], &["check", "--statistics"], &["--no-such-option"]]);
    commands.extend(formats.iter().map(|args| args.as_slice()));
    for args in commands {
        let whole = output(&mut command(dir.path(), args));
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let broken = command(dir.path(), args).stdout(writer).output().expect("the command starts");
        let stderr = String::from_utf8_lossy(&broken.stderr);
        assert_eq!(broken.status.code(), whole.0, "{args:?}\n{stderr}");
        assert!(!stderr.contains("panic") && !stderr.contains("ipe"), "{args:?}\n{stderr}");

        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let deaf = command(dir.path(), args).stderr(writer).output().expect("the command starts");
        assert_eq!((deaf.status.code(), deaf.stdout), (whole.0, whole.1.into_bytes()), "{args:?}, no stderr");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_failed_run() {
    let dir = tempfile::tempdir().expect("a directory");
    for args in [&["rules"][..], &["explain"], &["check", "--output-format", "json"]] {
        let full = fs::File::options().write(true).open("/dev/full").expect("/dev/full");
        let output = command(dir.path(), args).stdout(full).output().expect("the command starts");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}\n{stderr}");
        assert!(stderr.starts_with("error: standard output: "), "{args:?}\n{stderr}");
    }
}

#[test]
fn without_a_terminal_there_is_no_progress() {
    let dir = package(LOST);
    let (_, stdout, stderr) = output(&mut command(dir.path(), &["check"]));
    assert!(!stdout.contains('\r') && !stderr.contains('\r'), "{stdout}{stderr}");
}

#[test]
fn findings_are_exit_code_1() {
    let lost = package(LOST);
    for (args, expected) in [
        (&[][..], 1),
        (&["check"], 1),
        (&["check", "src/lib.rs"], 1),
        (&["check", "Cargo.toml"], 1),
        (&["--fail-on", "deny"], 0),
        (&["--fail-on", "deny", "-D", "dropped_future"], 1),
        (&["-D", "all", "-A", "dropped_future"], 0),
        (&["-A", "all", "-W", "dropped_future"], 1),
        (&["check", "no/such/path"], 2),
        (&["check", "src/lib.rs", "no/such/path"], 2),
        (&["-p", "nosuchpackage"], 2),
    ] {
        let (code, stdout, stderr) = output(&mut command(lost.path(), args));
        assert_eq!(code, Some(expected), "{args:?}\n{stdout}\n{stderr}");
    }
    let (code, stdout, stderr) = output(&mut command(package(KEPT).path(), &[]));
    assert_eq!((code, stdout.as_str()), (Some(0), ""));
    assert!(stderr.starts_with("no lost future found in 1 file ("), "{stderr}");
}

#[test]
fn findings_go_to_standard_output_and_all_else_to_standard_error() {
    let dir = package(LOST);
    let (_, full, stderr) = output(&mut command(dir.path(), &[]));
    assert!(full.starts_with("warning[dropped_future]: ") && full.contains("┌─ src/lib.rs:4:5\n"), "{full}");
    assert!(stderr.starts_with("1 warning in 1 file ("), "{stderr}");
    let (_, concise, stderr) = output(&mut command(dir.path(), &["-q", "--output-format", "concise"]));
    assert!(concise.starts_with("src/lib.rs:4:5: warning[dropped_future] "), "{concise}");
    assert_eq!((concise.lines().count(), stderr.as_str()), (1, ""));
    let (_, json, _) = output(&mut command(dir.path(), &["--output-format", "json", "--statistics"]));
    let document: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(document["findings"][0]["start"], serde_json::json!({ "line": 4, "column": 5 }));
    assert_eq!(document["statistics"]["files"], 1);
}

#[test]
fn the_same_run_prints_the_same_text() {
    let dir = package(&LOST.repeat(20).replace("work", "w").replace("caller", "c"));
    for format in FORMATS {
        let args = |jobs| ["--output-format", format, "-j", jobs];
        let first = output(&mut command(dir.path(), &args("1"))).1;
        assert!(!first.is_empty());
        assert_eq!(output(&mut command(dir.path(), &args("4"))).1, first);
    }
}

#[cfg(unix)]
#[test]
fn head_reads_a_part_and_the_exit_code_stays() {
    let many: String = (0..3000).map(|n| format!("async fn c{n}() {{ work(); }}\n")).collect();
    let dir = package(&format!("async fn work() {{}}\n{many}"));
    let (mut reader, writer) = std::io::pipe().expect("a pipe");
    let child =
        command(dir.path(), &[]).stdout(writer).stderr(Stdio::piped()).spawn().expect("the command starts");
    let mut first = [0; 100];
    reader.read_exact(&mut first).expect("some output");
    drop(reader);
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(1), ""));
}

/// Packages from a vendored directory are known where the project's cargo configuration names it, within the project.
#[test]
fn vendored_dependencies_are_read_where_the_configuration_names_them() {
    let outside = tempfile::tempdir().expect("a directory");
    let write = |path: &Path, text: &str| {
        fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        fs::write(path, text).expect("a file");
    };
    let vendor = |dir: &Path| {
        write(
            &dir.join("dep/Cargo.toml"),
            "[package]\nname = \"dep\"\nversion = \"1.2.3\"\nedition = \"2021\"\n",
        );
        write(&dir.join("dep/src/lib.rs"), "pub async fn send() {}\n");
    };
    vendor(outside.path());
    let findings = |ignored: bool, directory: Option<&str>| {
        let dir = package("pub async fn caller() {\n    dep::send();\n}\n");
        let manifest = fs::read_to_string(dir.path().join("Cargo.toml")).expect("a manifest");
        write(&dir.path().join("Cargo.toml"), &(manifest + "[dependencies]\ndep = \"1\"\n"));
        let lock = "version = 4\n[[package]]\nname = \"dep\"\nversion = \"1.2.3\"\nchecksum = \"00\"\n\
            source = \"registry+https://git.example.org/index\"\n\
            [[package]]\nname = \"p\"\nversion = \"0.1.0\"\ndependencies = [\"dep\"]\n";
        write(&dir.path().join("Cargo.lock"), lock);
        vendor(&dir.path().join("third"));
        if ignored {
            fs::create_dir(dir.path().join(".git")).expect("a directory");
            write(&dir.path().join(".gitignore"), "third/\n");
        }
        if let Some(directory) = directory {
            let text = format!("[source.vendored-sources]\ndirectory = {directory:?}\n");
            write(&dir.path().join(".cargo/config.toml"), &text);
        }
        let mut command = command(dir.path(), &["check", "--output-format", "concise"]);
        let (_, stdout, _) = output(command.env("CARGO_HOME", dir.path().join("no-home")));
        stdout.contains("src/lib.rs:2:5")
    };
    assert!(findings(true, Some("third")));
    assert!(findings(false, Some("third")));
    assert!(!findings(true, None), "no configuration names it");
    assert!(!findings(true, outside.path().to_str()), "it lies outside the project");
}

#[test]
fn a_cache_lies_where_it_is_told_to_and_never_in_the_project() {
    let home = tempfile::tempdir().expect("a directory");
    let write = |path: &Path, text: &str| {
        fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        fs::write(path, text).expect("a file");
    };
    let registry = home.path().join("registry/src/git.example.org-0123456789abcdef/dep-1.2.3");
    write(&registry.join(".cargo-ok"), "{\"v\":1}");
    write(
        &registry.join("Cargo.toml"),
        "[package]\nname = \"dep\"\nversion = \"1.2.3\"\nedition = \"2024\"\n",
    );
    write(&registry.join("src/lib.rs"), "pub async fn send() {}\n");
    let dir = package("pub async fn caller() {\n    dep::send();\n}\n");
    let manifest = fs::read_to_string(dir.path().join("Cargo.toml")).expect("a manifest");
    write(&dir.path().join("Cargo.toml"), &(manifest + "[dependencies]\ndep = \"1\"\n"));
    let lock = "version = 4\n[[package]]\nname = \"dep\"\nversion = \"1.2.3\"\nchecksum = \"00\"\n\
        source = \"registry+https://git.example.org/index\"\n\
        [[package]]\nname = \"p\"\nversion = \"0.1.0\"\ndependencies = [\"dep\"]\n";
    write(&dir.path().join("Cargo.lock"), lock);
    let kept = tempfile::tempdir().expect("a directory");
    let count = |dir: &Path| fs::read_dir(dir).map_or(0, Iterator::count);
    let check = |cache: &Path, more: &[&str]| {
        let mut command = command(dir.path(), &[&["check", "--output-format", "concise"], more].concat());
        let (code, stdout, stderr) =
            output(command.env("CARGO_HOME", home.path()).env("UNAWAITED_CACHE_DIR", cache));
        assert_eq!(code, Some(1), "{stdout}");
        assert!(stdout.contains("src/lib.rs:2:5"), "{stdout}");
        stderr.contains("lies in the tree that is checked")
    };
    check(kept.path(), &["--no-cache"]);
    assert_eq!(count(kept.path()), 0, "nothing is kept");
    check(kept.path(), &[]);
    check(kept.path(), &[]);
    assert_eq!(count(kept.path()), 2, "one dependency, and what its imports bring");
    assert!(check(&dir.path().join("in-the-project"), &[]), "it is said why nothing is kept");
    assert!(!dir.path().join("in-the-project").exists());
    let told = kept.path().join("told");
    assert!(!check(kept.path(), &["--cache-dir", &told.to_string_lossy()]));
    assert_eq!(count(&told), 2);
}
