//! The promise that checking a stranger's code runs none of it and writes nothing: the system calls of every command.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const BINARY: &str = env!("CARGO_BIN_EXE_cargo-unawaited");

/// What starts processes, talks to others, or changes files. `openat` and its like are judged by their flags.
const CALLS: &str = "trace=execve,execveat,fork,vfork,%network,open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,\
    rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,truncate,ftruncate,\
    chmod,fchmod,fchmodat,chown,fchown,fchownat,lchown,utimensat,setxattr,lsetxattr,fsetxattr,\
    mount,umount2,ptrace,io_uring_setup";

/// Every command and every option, in a package `p`. What `report` is written to is looked at apart.
const COMMANDS: &[&[&str]] = &[
    &[],
    &["unawaited"],
    &["check", "--output-format", "full", "--color", "always"],
    &["check", "--output-format", "concise", "-j", "2"],
    &["check", "--output-format", "json", "--statistics"],
    &["check", "--output-format", "jsonl", "--jobs", "1", "--quiet"],
    &["check", "--output-format", "rustc", "--fail-on", "deny"],
    &["check", "--output-format", "cargo", "--manifest-path", "Cargo.toml"],
    &["check", "--output-format", "sarif", "--min-confidence", "likely"],
    &["check", "--output-format", "github", "--package", "p"],
    &["check", "--output-format", "gitlab", "--allow", "all"],
    &["check", "--output-format", "junit", "--warn", "dropped_future"],
    &["check", "--output-format", "checkstyle", "--deny", "all"],
    &["check", "--output-format", "rdjson", "-D", "all"],
    &["check", "src/lib.rs", "--no-cache"],
    &["check", "--cache-dir", "cache"],
    &["check", "no/such/path"],
    &["-p", "p", "-A", "all", "-W", "all", "-q", "--exclude", "src/*"],
    &["explain"],
    &["explain", "dropped_future"],
    &["explain", "nosuchthing"],
    &["rules", "--lang", "ru"],
    &["completions", "bash"],
    &["man"],
    &["types", "src/lib.rs"],
    &["--help"],
    &["-h"],
    &["help", "check"],
    &["--version"],
    &["-V"],
    &["--no-such-option"],
];

/// Reports in files: the only thing that is ever written.
const WRITING: &[&[&str]] = &[
    &["check", "--output-format", "sarif:report"],
    &["check", "--output-format", "full", "--output-file", "report"],
    &["check", "--output-format", "github", "--output-format", "junit:report"],
];

/// Whether strace works here. Where it must (`CI=true`) it is an error that it does not.
fn strace_works() -> bool {
    let probe = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).stdin(Stdio::null()).output();
    let reason = match probe {
        Ok(output) if output.status.success() => return true,
        Ok(output) => String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        Err(error) => error.to_string(),
    };
    assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "strace does not work: {reason}");
    // Not `eprintln!`: the test harness would swallow it.
    let _ = writeln!(std::io::stderr(), "SKIPPED: strace does not work here: {reason}");
    false
}

/// The traced calls of a command line, one a line.
fn trace(program: &str, args: &[&str], dir: &Path) -> Vec<String> {
    let scratch = tempfile::tempdir().expect("a directory");
    let log = scratch.path().join("log");
    let status = Command::new("strace")
        .args(["-f", "-qq", "-e", CALLS, "-e", "signal=none", "-o"])
        .arg(&log)
        .arg("--")
        .arg(program)
        .args(args)
        .current_dir(dir)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .expect("strace starts")
        .status;
    assert!(status.code().is_some_and(|code| code <= 2), "{args:?}: {status}");
    fs::read_to_string(&log).expect("a log").lines().map(str::to_owned).collect()
}

/// The calls that break the promise. The first `execve` is strace's own, of the command.
fn broken_promises(calls: &[String]) -> Vec<&str> {
    let mut own = true;
    let is_forbidden = |call: &&str| {
        // `[pid] name(arguments) = result`
        let name = call.split('(').next().unwrap_or(call).rsplit(' ').next().unwrap_or(call);
        match name {
            "execve" => !std::mem::take(&mut own),
            "open" | "openat" | "openat2" => ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"]
                .iter()
                .any(|flag| call.contains(flag)),
            // `<... openat resumed>` ends a call whose beginning was judged.
            _ => !call.contains(" resumed>"),
        }
    };
    calls.iter().map(String::as_str).filter(is_forbidden).collect()
}

/// A package whose build and configuration name programs to run.
fn hostile_package() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    let manifest = "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2024\"\nbuild = \"build.rs\"\n";
    let lib = "mod missing;\nasync fn f() {}\nasync fn g() { f(); }\n";
    fs::create_dir(dir.path().join("src")).expect("a directory");
    fs::create_dir(dir.path().join(".cargo")).expect("a directory");
    fs::write(dir.path().join("Cargo.toml"), manifest).expect("a manifest");
    fs::write(dir.path().join("build.rs"), "fn main() {}\n").expect("a build script");
    fs::write(dir.path().join("src/lib.rs"), lib).expect("a library");
    fs::write(dir.path().join(".cargo/config.toml"), "[build]\nrustc = \"./evil\"\n")
        .expect("a configuration");
    dir
}

#[test]
fn no_command_starts_a_process_opens_a_socket_or_writes_a_file() {
    if !strace_works() {
        return;
    }
    let dir = hostile_package();
    for args in COMMANDS {
        let calls = trace(BINARY, args, dir.path());
        assert!(calls.iter().any(|call| call.contains("execve(")), "{args:?}: strace saw nothing");
        assert_eq!(broken_promises(&calls), [""; 0], "{args:?}");
    }
}

#[test]
fn a_report_in_a_file_is_all_that_is_written() {
    if !strace_works() {
        return;
    }
    let dir = hostile_package();
    for args in WRITING {
        let calls = trace(BINARY, args, dir.path());
        let writes = broken_promises(&calls);
        let of_report = |call: &&&str| {
            let opens = call.contains("openat(") && call.contains("O_EXCL");
            (opens || call.contains("rename")) && call.contains("\".report.")
        };
        assert_eq!(writes.len(), 2, "{args:?}: {writes:?}");
        assert_eq!(writes.iter().filter(of_report).count(), 2, "{args:?}: {writes:?}");
        assert!(dir.path().join("report").is_file(), "{args:?}");
    }
}

#[test]
fn every_command_and_option_is_watched() {
    let help = |args: &[&str]| {
        let output = Command::new(BINARY).args(args).arg("--help").output().expect("the command starts");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let watched: Vec<&str> = COMMANDS.iter().chain(WRITING).flat_map(|args| args.iter().copied()).collect();
    let top = help(&[]);
    let commands =
        top.split("Commands:").nth(1).and_then(|text| text.split("\n\n").next()).expect("commands");
    let commands: Vec<&str> = commands.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() >= 6, "{commands:?}");
    for command in commands {
        assert!(watched.contains(&command), "{command}");
        let mut args = vec![command];
        args.retain(|command| *command != "help");
        for option in help(&args).split([' ', ',', '\n']).filter(|word| is_option(word)) {
            assert!(watched.contains(&option), "{command} {option}");
        }
    }
    let formats = help(&["check"]);
    let formats = formats.split("--output-format").nth(1).and_then(|text| text.split("[default").next());
    for format in formats.expect("the option").lines().filter_map(|line| line.trim().strip_prefix("- ")) {
        let format = format.split(':').next().expect("a name");
        assert!(watched.contains(&format), "{format}");
    }
}

/// `-q`, `--quiet`.
fn is_option(word: &str) -> bool {
    let name = word.trim_start_matches('-');
    let dashes = word.len() - name.len();
    let letters = name.starts_with(|c: char| c.is_ascii_alphabetic());
    letters
        && name.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
        && (dashes == 2 || dashes == 1 && name.len() == 1)
}

#[test]
fn the_test_itself_would_see_processes_and_files() {
    if !strace_works() {
        return;
    }
    let dir = tempfile::tempdir().expect("a directory");
    for (script, call) in
        [("true; /bin/true; true", "execve("), ("echo x > file", "O_WRONLY"), ("mkdir d", "mkdir")]
    {
        let calls = trace("sh", &["-c", script], dir.path());
        let broken = broken_promises(&calls);
        assert!(broken.iter().any(|broken| broken.contains(call)), "{script}: {calls:?}");
    }
}
