//! The pinned packages: fetches them, judges the linter on each, compares with what was recorded.

mod fetch;
mod packages;
mod record;
mod rustc;
mod triage;

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::judge::Tally;
use crate::judge::seen::Seen;
use crate::paths::{self, Paths};
use crate::{Judged, project, target, write_groups};
pub use packages::Wanted;
use packages::{Package, packages};
use record::{Figure, Record};
use rustc::Compared;
use triage::{Sorted, Triage, Verdict};

/// How to run.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Which packages.
    pub wanted: Wanted,
    /// Ask rustc as well, and nothing else.
    pub rustc: bool,
    /// Overwrite the recorded figures.
    pub record: bool,
    /// This process stands for a machine without the dependencies' sources.
    pub without_sources: bool,
}

/// The environment variable that says where Cargo keeps sources.
const CARGO_HOME: &str = "CARGO_HOME";

/// Runs the benchmark; whether nothing is worse than it should be.
pub fn run(options: &Options) -> io::Result<bool> {
    let all = packages(&options.wanted)?;
    let dir = target().join("corpus");
    std::fs::create_dir_all(&dir)?;
    let mut fine = true;
    if !options.without_sources {
        eprintln!("fetching {} packages and what they depend on", all.len());
        for package in &all {
            fetch::fetch(&dir, package)?;
        }
    }
    if options.rustc {
        return ask_rustc(&dir, &all);
    }
    let with = if options.without_sources { "without" } else { "with" };
    println!("{} packages, {with} the sources of their dependencies\n", all.len());
    fine &= judge_all(options, &dir, &all, with)?;
    if !options.without_sources {
        // The linter asks the environment, and a process cannot change its own safely.
        let mut again = Command::new(std::env::current_exe()?);
        again.args(std::env::args_os().skip(1)).arg("--without-sources").env(CARGO_HOME, dir.join("nowhere"));
        fine &= again.status()?.success();
    }
    Ok(fine)
}

/// What rustc reports of the mutated packages, and what of it the linter does, and the other way round.
fn ask_rustc(dir: &Path, all: &[Package]) -> io::Result<bool> {
    let mut sum = Compared::default();
    println!(
        "  {:<22} {:>5} {:>11} {:>12} {:>9}",
        "package", "both", "only rustc", "only linter", "left out"
    );
    for package in all {
        let compared = rustc::judge(&dir.join(&package.name), &target().join("corpus-check"), package)?;
        let (both, rustc, linter) = (compared.both, compared.only_rustc.len(), compared.only_linter.len());
        println!("  {:<22} {both:>5} {rustc:>11} {linter:>12} {:>9}", package.name, compared.restored);
        sum.add(&package.name, compared);
    }
    let of = sum.both + sum.only_rustc.len();
    println!(
        "\n  futures that rustc reports: {of}; found of these: {}, {:.1} %",
        sum.both,
        100.0 * sum.both as f64 / of.max(1) as f64
    );
    let detection = target().join("detection");
    for (name, lines) in [("only-rustc", sum.only_rustc), ("only-linter", sum.only_linter)] {
        println!("  {name}: {}", lines.len());
        write_groups(&detection.join(name), lines.into_iter())?;
    }
    sum.does_not_build.iter().for_each(|line| println!("  does not build: {line}"));
    Ok(true)
}

fn judge_all(options: &Options, dir: &Path, all: &[Package], with: &str) -> io::Result<bool> {
    let triage = Triage::read()?;
    let mut report = Report { end: format!("{with}-sources"), ..Report::default() };
    for package in all {
        let judged = project(&dir.join(&package.name), &format!(".{with}"))?;
        let sorted = triage.sort(&package.name, judged.found.clone());
        report.add(package, judged, &sorted, options.without_sources);
        if !options.without_sources {
            report.add_paths(package, paths::paths(&dir.join(&package.name))?);
        }
    }
    report.finish(options.record)
}

/// All packages of one run.
#[derive(Default)]
struct Report {
    /// The record's name.
    end: String,
    overall: Tally,
    seen: Seen,
    figures: Record,
    verdicts: [usize; 3],
    misses: Vec<(String, String)>,
    /// What makes the run fail, whatever is recorded.
    wrong: Vec<String>,
    rows: Vec<(f64, String)>,
    paths: Paths,
}

impl Report {
    fn add(&mut self, package: &Package, judged: Judged, sorted: &Sorted, without_sources: bool) {
        let name = &package.name;
        for found in &sorted.untriaged {
            self.wrong.push(format!(
                "{name}: not in triage.toml: {}:{}: {}: {}",
                found.file, found.line, found.rule, found.code
            ));
        }
        for (verdict, what) in &sorted.silent {
            // Without sources it may well be out of sight.
            if *verdict != Verdict::FalseAlarm && !without_sources {
                self.wrong.push(format!("{name}: no longer reported: {what}"));
            }
        }
        let verdicts = [Verdict::RealBug, Verdict::Deliberate, Verdict::FalseAlarm];
        verdicts.iter().zip(&mut self.verdicts).for_each(|(verdict, sum)| *sum += sorted.count(*verdict));
        let tally = &judged.tally;
        let (mut sites, mut hits) = (0, 0);
        for (kind, form, of, found) in tally.figures() {
            let figure = format!("{}/{}", kind.name(), form.name().replace(' ', "-"));
            self.figures.set(name, &figure, Figure::Found { found, of });
            (sites, hits) = (sites + of, hits + found);
        }
        let mistakes = [
            ("false-alarms", sorted.count(Verdict::FalseAlarm)),
            ("extra", tally.extra),
            ("gone", tally.gone),
            ("judged-no-future", tally.missed("judged no future")),
        ];
        for (figure, count) in mistakes {
            self.figures.set(name, figure, Figure::Mistakes(count));
        }
        if sites > 0 {
            let share = 100.0 * hits as f64 / sites as f64;
            let (found, of) = tally.published();
            let published = match of {
                _ if of == sites => String::new(),
                0 => "   (none in files that name only what is published)".to_owned(),
                _ => format!("   ({found} of {of} in files that name only what is published)"),
            };
            self.rows.push((share, format!("  {name:<22} {sites:>6} {hits:>6} {share:>6.1} %{published}")));
        }
        self.misses.extend(judged.misses.iter().map(|line| (name.clone(), line.clone())));
        self.overall.add(tally);
        self.seen.add(judged.seen);
    }

    fn add_paths(&mut self, package: &Package, paths: Paths) {
        let (found, of) = (paths.leading.len(), paths.count());
        self.figures.set(&package.name, "paths", Figure::Found { found, of });
        self.paths.add(&package.name, paths);
    }

    fn finish(mut self, record: bool) -> io::Result<bool> {
        self.rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        println!("  {:<22} {:>6} {:>6} {:>8}", "package", "sites", "found", "share");
        self.rows.iter().for_each(|(_, row)| println!("{row}"));
        println!("\n{}{}", self.overall, self.seen);
        let [real, deliberate, false_alarms] = self.verdicts;
        println!("  untouched: {real} real bugs, {deliberate} deliberate, {false_alarms} false alarms");
        std::mem::take(&mut self.paths).finish()?;
        self.write_misses()?;
        if record {
            self.figures.write(&self.end)?;
        } else {
            self.wrong.extend(self.figures.worse(&Record::read(&self.end)?));
        }
        self.wrong.iter().for_each(|line| println!("  WRONG: {line}"));
        println!();
        Ok(self.wrong.is_empty())
    }

    /// All misses, those of the commonest reason first.
    fn write_misses(&mut self) -> io::Result<()> {
        let reason = |line: &str| {
            let bracket = line.split_once(" [").and_then(|(_, rest)| rest.split_once(']'));
            bracket.map_or_else(|| "no reason known".to_owned(), |(reason, _)| reason.to_owned())
        };
        let path: PathBuf = target().join("detection").join(format!("misses.{}", self.end));
        write_groups(
            &path,
            self.misses.iter().map(|(package, line)| (reason(line), format!("{package} {line}"))),
        )
    }
}
