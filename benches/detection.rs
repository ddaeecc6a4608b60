//! How many forgotten `.await`s the linter finds in real projects: deletes them in a copy, runs it, compares.
//! Also what it says of the projects as they are. benches/README.md says how to run and read it.

mod corpus;
mod judge;
mod lot;
mod mutate;
mod paths;
mod walk;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use judge::seen::Seen;
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
    let mut looked_at = outcome.undecided.iter().chain(&outcome.dismissed);
    Some(looked_at.find(here).map_or("not seen as thrown away", |undecided| undecided.reason.en).to_owned())
}

/// Bytes: nested code needs more than a thread's usual 2 MiB.
const STACK: usize = 64 << 20;

const USAGE: &str = "usage: cargo bench --bench detection -- [--sites] DIR…
       cargo bench --bench detection -- --paths DIR…
       cargo bench --bench detection -- --corpus [--subset=NAME] [--package=NAME]… [--record | --rustc]
  DIR             a project's directory; relative to this package's directory
  --sites         only count what would be deleted, in every `.rs` file, without running the linter
  --paths         only look where paths in call position lead
  --corpus        the packages of benches/corpus/packages.toml, fetched through Cargo: fails if a figure got worse
  --subset=NAME   only those of a subset
  --package=NAME  only those of that name
  --record        writes the figures down: later runs are compared with them
  --rustc         compares with what rustc says of the mutated packages instead: builds them";

fn main() {
    rayon::ThreadPoolBuilder::new().stack_size(STACK).build_global().expect("the pool is built once");
    // `--bench` is what Cargo adds.
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let fine = match parse(args) {
        Some(Asked::Corpus(options)) => corpus::run(&options).unwrap_or_else(|error| {
            eprintln!("{error}");
            false
        }),
        Some(Asked::Dirs { dirs, only_sites }) => directories(&dirs, only_sites),
        Some(Asked::Paths(dirs)) => paths::directories(&dirs),
        None => {
            eprintln!("{USAGE}");
            std::process::exit(2);
        }
    };
    if !fine {
        std::process::exit(1);
    }
}

/// What the command line asks for.
enum Asked {
    Corpus(corpus::Options),
    Dirs { dirs: Vec<String>, only_sites: bool },
    Paths(Vec<String>),
}

fn parse(args: Vec<String>) -> Option<Asked> {
    let (flags, dirs): (Vec<String>, Vec<String>) = args.into_iter().partition(|arg| arg.starts_with("--"));
    if flags == ["--paths"] {
        return (!dirs.is_empty()).then_some(Asked::Paths(dirs));
    }
    if !flags.iter().any(|flag| flag == "--corpus") {
        let only_sites = flags.iter().all(|flag| flag == "--sites");
        return (!dirs.is_empty() && only_sites)
            .then_some(Asked::Dirs { dirs, only_sites: !flags.is_empty() });
    }
    let mut options = corpus::Options::default();
    for flag in flags {
        match flag.split_once('=') {
            Some(("--subset", name)) => options.wanted.subset = Some(name.to_owned()),
            Some(("--package", name)) => options.wanted.names.push(name.to_owned()),
            None if flag == "--rustc" => options.rustc = true,
            None if flag == "--record" => options.record = true,
            None if flag == "--without-sources" => options.without_sources = true,
            None if flag == "--corpus" => {}
            _ => return None,
        }
    }
    dirs.is_empty().then_some(Asked::Corpus(options))
}

/// Whether all could be judged.
fn directories(dirs: &[String], only_sites: bool) -> bool {
    let mut overall = (Tally::default(), Seen::default());
    let mut fine = true;
    for dir in dirs {
        let path = Path::new(dir);
        let figures = match only_sites {
            true => sites(path).map(|tally| (tally, Seen::default())),
            false => project(path, "").map(|judged| (judged.tally, judged.seen)),
        };
        match figures {
            Ok((tally, seen)) => {
                println!("{dir}\n{tally}{seen}");
                overall.0.add(&tally);
                overall.1.add(seen);
            }
            Err(error) => {
                eprintln!("{dir}: {error}");
                fine = false;
            }
        }
    }
    if dirs.len() > 1 {
        println!("{} projects\n{}{}", dirs.len(), overall.0, overall.1);
    }
    fine
}

/// What one project shows.
pub struct Judged {
    /// Figures.
    pub tally: Tally,
    /// Findings on the untouched tree.
    pub found: Vec<judge::Found>,
    /// A line for each site that was not found.
    pub misses: Vec<String>,
    /// How much of the untouched tree is seen.
    pub seen: Seen,
}

/// A project's files, mutated.
fn mutated(dir: &Path, files: impl FnOnce(&Path) -> Vec<PathBuf>) -> io::Result<Mutated> {
    let dir = dir.canonicalize()?;
    let mutated = judge::mutate_all(&dir, &files(&dir));
    if !mutated.broken.is_empty() {
        return Err(io::Error::other(format!("mutated texts do not parse: {:?}", mutated.broken)));
    }
    write(&name(&dir), "sites", &mutated.sites())?;
    write(&name(&dir), "excluded", &mutated.excluded())?;
    Ok(mutated)
}

fn name(dir: &Path) -> String {
    dir.file_name().map_or("root".into(), |name| name.to_string_lossy().into_owned())
}

fn sites(dir: &Path) -> io::Result<Tally> {
    Ok(Tally::of_sites(&mutated(dir, walk::rust_files)?))
}

/// Judges the linter on one project. The names of its lists end in `end`.
fn project(dir: &Path, end: &str) -> io::Result<Judged> {
    let (copy, mutated) = mutated_copy(dir)?;
    let (dir, root) = (dir.canonicalize()?, copy.path().canonicalize()?);
    compare(&format!("{}{end}", name(&dir)), &dir, &root, &mutated)
}

/// A project's files without their `.await`s, in a directory of their own.
fn mutated_copy(dir: &Path) -> io::Result<(tempfile::TempDir, Mutated)> {
    let mutated = mutated(dir, checked_files)?;
    let copy = tempfile::Builder::new().prefix("detection-").tempdir()?;
    judge::copy_tree(&dir.canonicalize()?, copy.path())?;
    for file in mutated.files.iter().filter(|file| !file.mutation.sites.is_empty()) {
        std::fs::write(copy.path().join(&file.path), &file.mutation.text)?;
    }
    Ok((copy, mutated))
}

/// The files whose findings are asked for when one checks `dir`.
fn checked_files(dir: &Path) -> Vec<PathBuf> {
    let request = Request { cwd: dir.to_path_buf(), paths: vec![dir.to_path_buf()], ..Request::default() };
    let files = discover::discover(&request).files;
    files.into_iter().filter(|file| file.selected).map(|file| file.path).collect()
}

fn compare(name: &str, dir: &Path, copy: &Path, mutated: &Mutated) -> io::Result<Judged> {
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
    write(name, "undecided", &judge::undecided(&untouched, dir))?;
    let seen = Seen::of(&untouched.statistics);
    Ok(Judged { tally, found: judge::found(&untouched, dir), misses, seen })
}

/// Where Cargo builds.
fn target() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    Path::new(env!("CARGO_MANIFEST_DIR")).join(target)
}

/// Writes lines to `target/detection/NAME.END`.
fn write(name: &str, end: &str, lines: &[String]) -> io::Result<()> {
    let dir = target().join("detection");
    std::fs::create_dir_all(&dir)?;
    let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    std::fs::write(dir.join(format!("{name}.{end}")), text)
}

/// Lines by reason, those of the commonest reason first.
pub fn write_groups(path: &Path, lines: impl Iterator<Item = (String, String)>) -> io::Result<()> {
    let mut groups = BTreeMap::<String, Vec<String>>::new();
    lines.for_each(|(reason, line)| groups.entry(reason).or_default().push(line));
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(reason, lines)| (std::cmp::Reverse(lines.len()), reason.clone()));
    let mut text = String::new();
    for (reason, lines) in groups {
        text += &format!("{} × {reason}\n", lines.len());
        lines.iter().for_each(|line| text += &format!("  {line}\n"));
    }
    std::fs::write(path, text)
}
