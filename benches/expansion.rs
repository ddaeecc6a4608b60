//! What macros make, beside what rustc makes of the same: definitions and calls of files that nobody here wrote.
//!
//! ```console
//! cargo bench --bench expansion -- [--count=N] DIR…
//! ```
//!
//! Takes `macro_rules!` definitions with calls in the same file, at most two calls of each, expands them as the linter
//! does, and asks a nightly rustc (`-Zunpretty=expanded`) for the same. Both results are read by the linter's own
//! `lower`, and must be the same summary. `--record=FILE` writes rustc's answers for a file of our own, which a test then
//! goes by where there is no nightly. What calls other macros, or stands under a `cfg` or `derive`, is left out:
//! rustc goes on where the linter does not look.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use unawaited::lower::{Bodies, lower};

#[path = "../tests/support/pairs.rs"]
mod pairs;

mod lot;
mod walk;

use lot::lot;
use walk::rust_files;

use pairs::{Pair, calls_macros, made, pairs, same, shown, whole};

/// Calls of one definition that are looked at.
const CALLS: usize = 2;

/// Pairs that are looked at unless asked for more.
const COUNT: usize = 400;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let count = args.iter().find_map(|arg| arg.strip_prefix("--count=")?.parse().ok()).unwrap_or(COUNT);
    let dirs: Vec<PathBuf> = args.iter().filter(|arg| !arg.starts_with("--")).map(PathBuf::from).collect();
    if let Some(path) = args.iter().find_map(|arg| arg.strip_prefix("--record=")) {
        return match record(Path::new(path)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        };
    }
    if dirs.is_empty() {
        eprintln!("usage: cargo bench --bench expansion -- [--count=N] DIR…");
        return ExitCode::from(2);
    }
    let mut files: Vec<PathBuf> = dirs.iter().flat_map(|dir| rust_files(dir)).collect();
    // A sample of all, the same each time.
    files.sort_by_key(|path| lot(&path.to_string_lossy()));
    let mut tally = Tally::default();
    for file in files {
        if tally.compared() >= count {
            break;
        }
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        let summary = lower(&text, Bodies::Keep);
        if summary.errors.is_empty() {
            pairs(&text, &summary, CALLS).iter().for_each(|pair| tally.add(&file, pair));
        }
    }
    tally.print();
    ExitCode::from(u8::from(tally.differ > 0))
}

#[derive(Default)]
struct Tally {
    same: usize,
    differ: usize,
    /// Pairs that are left out, by why.
    left_out: BTreeMap<String, usize>,
    definitions: std::collections::BTreeSet<u64>,
}

impl Tally {
    fn compared(&self) -> usize {
        self.same + self.differ
    }

    fn add(&mut self, file: &Path, pair: &Pair) {
        match compare(pair) {
            Ok(()) => self.same += 1,
            Err(Unlike::LeftOut(why)) => return *self.left_out.entry(why).or_default() += 1,
            Err(Unlike::Differs { ours, theirs }) => {
                self.differ += 1;
                println!("--- {}\n{}\n{}", file.display(), pair.definition, pair.call);
                println!("--- ours\n{ours}--- rustc's\n{theirs}");
            }
        }
        self.definitions.insert(lot(pair.definition));
    }

    fn print(&self) {
        let Tally { same, differ, left_out, definitions } = self;
        println!(
            "{} calls of {} definitions compared: {same} same, {differ} differ",
            self.compared(),
            definitions.len()
        );
        left_out.iter().for_each(|(why, count)| println!("{count:>7}  left out: {why}"));
    }
}

enum Unlike {
    LeftOut(String),
    Differs { ours: String, theirs: String },
}

fn left_out(why: &str) -> Unlike {
    Unlike::LeftOut(why.to_owned())
}

fn compare(pair: &Pair) -> Result<(), Unlike> {
    let conditional =
        |text: &str| ["cfg", "derive", "#[test]", "#[bench]", "#!["].iter().any(|word| text.contains(word));
    if conditional(pair.definition) || conditional(pair.call) {
        return Err(left_out("conditional"));
    }
    let made = made(pair);
    if made.as_ref().is_ok_and(|made| calls_macros(&made.items)) {
        return Err(left_out("calls other macros"));
    }
    let theirs = rustc(&whole(pair)).ok_or_else(|| left_out("rustc does not expand it"))?;
    let theirs = shown(lower(&theirs, Bodies::Keep));
    match made.map(shown) {
        Ok(ours) if same(&ours, &theirs) => Ok(()),
        Ok(ours) => Err(Unlike::Differs { ours, theirs }),
        Err(why) => Err(Unlike::Differs { ours: format!("{why:?}\n"), theirs }),
    }
}

/// Writes what rustc makes of the pairs of a file beside it, as `rustc.txt`.
fn record(path: &Path) -> std::io::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let mut out = String::new();
    for pair in pairs(&text, &lower(&text, Bodies::Keep), usize::MAX) {
        let theirs = rustc(&whole(&pair)).ok_or_else(|| std::io::Error::other(pair.call.to_owned()))?;
        let call = pair.call.split_whitespace().collect::<Vec<_>>().join(" ");
        out += &format!("//# {call}\n{theirs}\n");
    }
    std::fs::write(path.with_file_name("rustc.txt"), out)
}

/// What a nightly rustc makes of a file; `None`: it does not get that far.
fn rustc(text: &str) -> Option<String> {
    let mut command = Command::new("rustc");
    command.args(["+nightly", "-Zunpretty=expanded", "--edition=2021", "--crate-type=lib", "-"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    let said = String::from_utf8_lossy(&output.stderr);
    // Names that lead nowhere are no matter.
    let is_of_macros = |line: &str| {
        line.starts_with("error")
            && ["macro", "rules expected", "fragments"].iter().any(|word| line.contains(word))
    };
    let failed = said.lines().any(is_of_macros);
    String::from_utf8(output.stdout).ok().filter(|made| !failed && !made.is_empty())
}
