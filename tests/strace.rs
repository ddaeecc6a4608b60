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

#[test]
fn no_command_starts_a_process_opens_a_socket_or_writes_a_file() {
    if !strace_works() {
        return;
    }
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

    let commands: [&[&str]; 14] = [
        &[],
        &["unawaited"],
        &["check", "--output-format", "full", "--color", "always"],
        &["check", "--output-format", "concise", "-j", "2"],
        &["check", "--output-format", "json", "--statistics"],
        &["check", "src/lib.rs"],
        &["check", "no/such/path"],
        &["-p", "p", "-A", "all", "--exclude", "src/*"],
        &["explain"],
        &["explain", "dropped_future"],
        &["explain", "nosuchthing"],
        &["rules"],
        &["--help"],
        &["--no-such-option"],
    ];
    for args in commands {
        let calls = trace(BINARY, args, dir.path());
        assert!(calls.iter().any(|call| call.contains("execve(")), "{args:?}: strace saw nothing");
        assert_eq!(broken_promises(&calls), [""; 0], "{args:?}");
    }
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
