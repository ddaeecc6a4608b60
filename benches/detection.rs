//! How many forgotten `.await`s the linter finds in real projects: deletes them in a copy, runs it, compares.
//! Also what it says of the projects as they are. benches/README.md says how to run and read it.

mod judge;
mod mutate;
mod walk;

use std::io;
use std::path::{Path, PathBuf};

use judge::{Explain, Mutated, Tally, Verdict};
use unawaited::discover::{self, Request};
use unawaited::finding::{Outcome, Undecided};
use unawaited::source::Span;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How the engine tells why it missed a site; until it can, misses that have no finding nearby have no reason.
const EXPLAIN: Option<Explain> = Some(explain);

/// The engine's own reason, for a call that it looked at.
fn explain(outcome: &Outcome, path: &Path, span: Span) -> Option<String> {
    let here =
        |undecided: &&Undecided| undecided.span == span && outcome.files.get(undecided.file).path == path;
    Some(match outcome.undecided.iter().find(here) {
        Some(undecided) => undecided.reason.to_owned(),
        None => "judged not a future, or not seen as thrown away".to_owned(),
    })
}

/// Bytes: nested code needs more than a thread's usual 2 MiB.
const STACK: usize = 64 << 20;

const USAGE: &str = "usage: cargo bench --bench detection -- [--sites] DIR…
  DIR      a project's directory; relative to this package's directory
  --sites  only count what would be deleted, in every `.rs` file, without running the linter";

fn main() {
    let (flags, dirs): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
    // `--bench` is what Cargo adds.
    if dirs.is_empty() || flags.iter().any(|flag| flag != "--sites" && flag != "--bench") {
        eprintln!("{USAGE}");
        std::process::exit(2);
    }
    rayon::ThreadPoolBuilder::new().stack_size(STACK).build_global().expect("the pool is built once");
    let only_sites = flags.iter().any(|flag| flag == "--sites");
    let mut overall = Tally::default();
    let mut failed = false;
    for dir in &dirs {
        match project(Path::new(dir), only_sites) {
            Ok(tally) => {
                println!("{dir}\n{tally}");
                overall.add(&tally);
            }
            Err(error) => {
                eprintln!("{dir}: {error}");
                failed = true;
            }
        }
    }
    if dirs.len() > 1 {
        println!("{} projects\n{overall}", dirs.len());
    }
    if failed {
        std::process::exit(1);
    }
}

fn project(dir: &Path, only_sites: bool) -> io::Result<Tally> {
    let dir = dir.canonicalize()?;
    let files = if only_sites { walk::rust_files(&dir) } else { checked_files(&dir) };
    let mutated = judge::mutate_all(&dir, &files);
    if !mutated.broken.is_empty() {
        return Err(io::Error::other(format!("mutated texts do not parse: {:?}", mutated.broken)));
    }
    let name = dir.file_name().map_or("root".into(), |name| name.to_string_lossy());
    write(&name, "sites", &mutated.sites())?;
    write(&name, "excluded", &mutated.excluded())?;
    if only_sites {
        return Ok(Tally::of_sites(&mutated));
    }
    let copy = tempfile::Builder::new().prefix("detection-").tempdir()?;
    let root = copy.path().canonicalize()?;
    judge::copy_tree(&dir, &root)?;
    for file in mutated.files.iter().filter(|file| !file.mutation.sites.is_empty()) {
        std::fs::write(root.join(&file.path), &file.mutation.text)?;
    }
    compare(&name, &dir, &root, &mutated)
}

/// The files whose findings are asked for when one checks `dir`.
fn checked_files(dir: &Path) -> Vec<PathBuf> {
    let request = Request { cwd: dir.to_path_buf(), paths: vec![dir.to_path_buf()], ..Request::default() };
    let files = discover::discover(&request).files;
    files.into_iter().filter(|file| file.selected).map(|file| file.path).collect()
}

fn compare(name: &str, dir: &Path, copy: &Path, mutated: &Mutated) -> io::Result<Tally> {
    let untouched = judge::lint(dir);
    let outcome = judge::lint(copy);
    let mut verdict = judge::judge(mutated, (dir, &untouched), (copy, &outcome), EXPLAIN);
    verdict.tally.untouched = untouched.findings.len();
    write(name, "untouched", &judge::concise(&untouched, dir))?;
    write(name, "untouched.problems", &judge::problems(&untouched, dir))?;
    write(name, "mutated.problems", &judge::problems(&outcome, copy))?;
    let Verdict { tally, misses, extra, gone } = verdict;
    write(name, "misses", &misses)?;
    write(name, "extra", &extra)?;
    write(name, "gone", &gone)?;
    Ok(tally)
}

/// Writes lines to `target/detection/NAME.END`.
fn write(name: &str, end: &str, lines: &[String]) -> io::Result<()> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join(target).join("detection");
    std::fs::create_dir_all(&dir)?;
    let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    std::fs::write(dir.join(format!("{name}.{end}")), text)
}
