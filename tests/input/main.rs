//! Bad input, through the command: what it says, what it exits with, and that the rest is still checked.
//! All of it with one worker and with four: not a byte may differ.

mod broken;
#[cfg(unix)]
mod hostile;
mod size;
mod texts;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A package whose library declares [`GOOD`], and what a test adds.
struct Project {
    dir: TempDir,
}

/// A file in which there is something to find.
const GOOD: &str = "async fn work() {}\nfn lost() {\n    work();\n}\n";

/// What is found in it.
const FOUND: &str =
    "src/good.rs:3:5: warning[dropped_future] the future of `work` is dropped without being awaited\n";

impl Project {
    /// `lib` is what the library says after `mod good;`, on the same line.
    fn new(lib: &str) -> Project {
        let project = Project::empty();
        project.write("Cargo.toml", "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2021\"\n");
        project.write("src/good.rs", GOOD);
        project.write("src/lib.rs", format!("mod good; {lib}"));
        project
    }

    /// A directory below one of its own, so that something can lie beside it.
    fn empty() -> Project {
        let project = Project { dir: tempfile::tempdir().expect("a temporary directory") };
        fs::create_dir(project.root()).expect("a directory");
        project
    }

    fn root(&self) -> PathBuf {
        self.dir.path().canonicalize().expect("it exists").join("p")
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        fs::write(path, content).expect("a file");
    }

    #[cfg(unix)]
    fn link(&self, target: impl AsRef<Path>, link: &str) {
        let link = self.root().join(link);
        fs::create_dir_all(link.parent().expect("a parent")).expect("directories");
        std::os::unix::fs::symlink(target, link).expect("a link");
    }

    /// Runs `check --output-format concise`; compares findings, messages (without times) and exit code.
    #[track_caller]
    fn check(&self, args: &[&str], expected: &str) {
        let args = [&["--output-format", "concise"], args].concat();
        let (code, stdout, stderr) = self.run(&args);
        let messages: String = stderr.lines().map(|line| format!("{}\n", without_time(line))).collect();
        let told = format!(
            "{stdout}{messages}exit {}\n",
            code.map_or("by a signal".to_owned(), |code| code.to_string())
        );
        let told = told.replace(&self.root().parent().expect("a parent").display().to_string(), "…");
        assert!(told == expected, "--- expected\n{expected}--- told\n{told}");
    }

    /// Exit code, standard output, standard error: the same with one worker and with four, in any order of work.
    #[track_caller]
    fn run(&self, args: &[&str]) -> (Option<i32>, String, String) {
        let runs = ["1", "4"].map(|threads| {
            let (code, stdout, stderr) = finish(self.start(&[&["check", "-j", threads], args].concat()));
            let stderr: String = stderr.lines().map(|line| format!("{}\n", without_time(line))).collect();
            (code, stdout, stderr)
        });
        assert_eq!(runs[0], runs[1], "one worker and four");
        let [run, _] = runs;
        run
    }

    fn start(&self, args: &[&str]) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-unawaited"));
        command.args(args).current_dir(self.root()).stdin(Stdio::null());
        command.env("SECRET", "do-not-show-this").env_remove("CI").env("NO_COLOR", "1");
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the command starts")
    }
}

/// `1 warning in 2 files (15 ms)` → `1 warning in 2 files`.
fn without_time(line: &str) -> &str {
    match line.rsplit_once(" (") {
        Some((before, time)) if time.ends_with("s)") && time.starts_with(|c: char| c.is_ascii_digit()) => {
            before
        }
        _ => line,
    }
}

/// Waits for the end; a hang fails the test.
fn finish(mut child: Child) -> (Option<i32>, String, String) {
    let mut streams = [child.stdout.take().map(reader), child.stderr.take().map(reader)];
    let began = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("the command can be waited for") {
            break status;
        }
        if began.elapsed() > Duration::from_secs(300) {
            let _ = child.kill();
            panic!("the command hangs");
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let mut text = |at: usize| streams[at].take().expect("a stream").join().expect("a reader");
    (status.code(), text(0), text(1))
}

fn reader(mut stream: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("UTF-8");
        text
    })
}
