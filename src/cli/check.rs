//! `check`: runs the linter and reports.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};

use super::args::CheckArgs;
use super::progress::ProgressLine;
use super::suggest::closest;
use super::terminal::{Printed, Stream, Terminal};
use super::{FAILED, FOUND, NOTHING};
use crate::cache::{Cache, Stamp};
use crate::check::Options;
use crate::discover::Request;
use crate::finding::{Outcome, Problem};
use crate::lang::Lang;
use crate::report::Report;

/// Runs the command where it was not named: `cargo unawaited ruels` is a typo, not a path.
pub fn run_or_suggest_command(args: &CheckArgs, lang: Lang, terminal: &Terminal) -> u8 {
    match mistaken_command(args) {
        Some((said, meant)) if said == meant => {
            terminal.fail(&format!("options come behind the command: `cargo unawaited {said} …`"))
        }
        Some((said, meant)) => {
            terminal.fail(&format!("there is no command and no path `{said}`; did you mean `{meant}`?"))
        }
        None => run(args, lang, terminal),
    }
}

/// Runs the command; gives the exit code.
pub fn run(args: &CheckArgs, lang: Lang, terminal: &Terminal) -> u8 {
    let cwd = match std::env::current_dir() {
        Ok(cwd) => cwd,
        Err(error) => return terminal.fail(&format!("the current directory cannot be found: {error}")),
    };
    let started = Instant::now();
    let progress = ProgressLine::new(!args.quiet);
    let mut outcome = crate::check::run(&options(args, &cwd, lang), &|step| progress.show(step));
    progress.clear();
    outcome.problems.extend(nothing_checked(args, &outcome, &cwd));
    report(args, &outcome, &cwd, started, terminal)
}

fn options(args: &CheckArgs, cwd: &Path, lang: Lang) -> Options {
    Options {
        request: Request {
            cwd: cwd.to_owned(),
            paths: args.paths.clone(),
            manifest_path: args.manifest_path.clone(),
            packages: args.packages.clone(),
            exclude: args.exclude.clone(),
            cargo_home: None,
        },
        levels: args.levels.0.clone(),
        min_confidence: args.min_confidence.into(),
        threads: args.jobs.map(usize::from),
        lang,
        cache: cache(args, cwd),
    }
}

/// What earlier runs of this very program kept. A tree that is checked has no say in where that is.
fn cache(args: &CheckArgs, cwd: &Path) -> Cache {
    let dir = match &args.cache_dir {
        _ if args.no_cache => None,
        Some(dir) => Some(cwd.join(dir)),
        None => choose_native_strategy().ok().map(|base| base.cache_dir().join("cargo-unawaited")),
    };
    match (dir, build()) {
        (Some(dir), Some(build)) => Cache::new(dir, build),
        _ => Cache::default(),
    }
}

/// What tells this program from others of its name: a developer's builds share their version.
fn build() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    Some(format!("{} {}", env!("CARGO_PKG_VERSION"), Stamp::of(&program)?))
}

/// A run that checks nothing must not look like one that finds nothing.
fn nothing_checked(args: &CheckArgs, outcome: &Outcome, cwd: &Path) -> Option<Problem> {
    if outcome.statistics.files + outcome.statistics.loose_files > 0 || outcome.is_incomplete() {
        return None;
    }
    let message = "there is no Rust file to check".to_owned();
    let path = args.paths.first().map_or(cwd.to_owned(), |path| cwd.join(path));
    Some(Problem { path, position: None, message, incomplete: true })
}

/// Prints findings, then problems, then the summary, so that the last lines say what it comes to.
fn report(args: &CheckArgs, outcome: &Outcome, cwd: &Path, started: Instant, terminal: &Terminal) -> u8 {
    let format = args.output_format.into();
    let report = |colour| Report { outcome, cwd, colour, statistics: args.statistics };
    let printed = terminal.print(exit_code(args, outcome), |out, colour| report(colour).write(format, out));
    if let Printed::Whole(_) = printed {
        let Stream { mut out, colour } = terminal.stderr();
        let report = report(colour);
        let took: Duration = started.elapsed();
        // With standard error gone there is nobody left to tell.
        let _ = report.write_problems(!args.quiet, &mut out);
        if !args.quiet || args.statistics {
            let _ = report.write_summary(format, took, &mut out);
        }
        let _ = out.flush();
    }
    printed.code()
}

fn exit_code(args: &CheckArgs, outcome: &Outcome) -> u8 {
    let fails = outcome.findings.iter().any(|finding| finding.level >= args.fail_on.into());
    match outcome.is_incomplete() {
        true => FAILED,
        false if fails => FOUND,
        false => NOTHING,
    }
}

/// A single argument that names nothing on disk, looks like no path, and comes near a command: both.
fn mistaken_command(args: &CheckArgs) -> Option<(&str, &'static str)> {
    let [path] = args.paths.as_slice() else { return None };
    let said = path.to_str()?;
    let word = said.chars().all(|c| c.is_ascii_alphabetic());
    if !word || path.symlink_metadata().is_ok() {
        return None;
    }
    let meant = closest(said, ["check", "explain", "rules", "help"].into_iter())?;
    Some((said, meant))
}

#[cfg(test)]
mod tests {
    use super::super::args;
    use super::*;
    use crate::finding::{Confidence, FileId, Finding, Level};
    use crate::rules::DROPPED_FUTURE;
    use crate::source::Span;

    fn exit_code_for(arguments: &[&str], levels: &[Level], incomplete: &[bool]) -> u8 {
        let arguments: Vec<_> = ["cargo-unawaited"].iter().chain(arguments).map(Into::into).collect();
        let args = args::parse(&arguments).expect("arguments that parse").check;
        let finding = |level: &Level| Finding {
            rule: &DROPPED_FUTURE,
            level: *level,
            confidence: Confidence::Certain,
            file: FileId(0),
            span: Span::default(),
            message: String::new(),
            label: String::new(),
            chain: Vec::new(),
            help: String::new(),
        };
        let problem = |incomplete: &bool| Problem {
            path: "/x".into(),
            position: None,
            message: String::new(),
            incomplete: *incomplete,
        };
        let findings = levels.iter().map(finding).collect();
        let problems = incomplete.iter().map(problem).collect();
        exit_code(&args, &Outcome { findings, problems, ..Outcome::default() })
    }

    #[test]
    fn the_exit_code_is_the_worst_that_happened() {
        assert_eq!(exit_code_for(&[], &[], &[]), 0);
        assert_eq!(exit_code_for(&[], &[Level::Warn], &[]), 1);
        assert_eq!(exit_code_for(&[], &[Level::Deny], &[false]), 1);
        assert_eq!(exit_code_for(&[], &[], &[false]), 0, "a broken loose file");
        assert_eq!(exit_code_for(&[], &[], &[true]), 2);
        assert_eq!(exit_code_for(&[], &[Level::Deny], &[false, true]), 2);
    }

    #[test]
    fn fail_on_deny_lets_warnings_pass() {
        assert_eq!(exit_code_for(&["--fail-on", "deny"], &[Level::Warn], &[]), 0);
        assert_eq!(exit_code_for(&["--fail-on", "deny"], &[Level::Warn, Level::Deny], &[]), 1);
        assert_eq!(exit_code_for(&["--fail-on", "warn"], &[Level::Warn], &[]), 1);
    }
}
