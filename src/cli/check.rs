//! `check`: runs the linter and reports.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};

use super::args::CheckArgs;
use super::output_file::write_whole;
use super::outputs::{Output, outputs};
use super::progress::ProgressLine;
use super::terminal::{Printed, Stream, Terminal};
use super::{FAILED, FOUND, NOTHING};
use crate::cache::{Cache, Stamp};
use crate::check::Options;
use crate::discover::{Request, repository_root};
use crate::finding::{Level, Outcome, Problem, RuleMeta};
use crate::lang::{Lang, Text};
use crate::report::{Format, Report};
use crate::rules::RULES;
use crate::suggest::closest;
use crate::suppress::Date;

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
    let outputs = match outputs(args) {
        Ok(outputs) => outputs,
        Err(message) => return terminal.fail(&message),
    };
    let started = Instant::now();
    let progress = ProgressLine::new(!args.quiet);
    let options = options(args, &cwd, lang);
    let mut outcome = crate::check::run(&options, &|step| progress.show(step));
    progress.clear();
    outcome.problems.extend(nothing_checked(args, &outcome, &cwd));
    let root = repository_root(&options.request);
    let report =
        Report { outcome: &outcome, cwd: &cwd, root: &root, colour: false, statistics: args.statistics };
    say(args, &outputs, report, started, terminal)
}

/// The day by which suppressions expire: that of `SOURCE_DATE_EPOCH` where a run is to be repeatable.
fn today() -> Option<Date> {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse().ok());
    let now = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok().map(|since| since.as_secs());
    fixed.or_else(now).map(Date::at)
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
        today: today(),
        cache: cache(args, cwd),
        without_macros: args.without_macros,
        lists_silent: false,
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

const ALL_OFF: Text = Text {
    en: "every rule is switched off: nothing was looked for",
    ru: "все правила выключены: искать было нечего",
};

/// Whether no rule is left on.
fn all_off(args: &CheckArgs) -> bool {
    let level =
        |rule: &RuleMeta| args.levels.0.iter().rev().find(|(said, _)| *said == rule).map(|(_, level)| *level);
    RULES.iter().all(|rule| level(rule).unwrap_or(rule.level) == Level::Allow)
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

/// Writes files, then prints findings, then problems, then the summary, so that the last lines say what it comes to.
fn say(args: &CheckArgs, outputs: &[Output], report: Report, started: Instant, terminal: &Terminal) -> u8 {
    let mut code = exit_code(args, outputs, report.outcome);
    for output in outputs {
        let Some(file) = &output.file else { continue };
        if let Err(error) = write_whole(file, |out| report.write_file(output.format, out)) {
            code = terminal.fail(&format!("{}: {error}", file.display()));
        }
    }
    let printed = outputs.iter().find(|output| output.file.is_none()).map(|output| output.format);
    let printing = |out: &mut dyn Write, colour| match printed {
        Some(format) => Report { colour, ..report }.write(format, out),
        None => Ok(()),
    };
    let became = terminal.print(code, printing);
    if let Printed::Whole(_) = became {
        let Stream { mut out, colour } = terminal.stderr();
        let report = Report { colour, ..report };
        let took: Duration = started.elapsed();
        // With standard error gone there is nobody left to tell.
        let _ = report.write_problems(!args.quiet, &mut out);
        if !args.quiet && all_off(args) {
            let _ = writeln!(out, "{}", ALL_OFF.get(report.outcome.lang));
        }
        if !args.quiet || args.statistics {
            let _ = report.write_summary(printed.unwrap_or(Format::Full), took, &mut out);
        }
        let _ = out.flush();
    }
    became.code()
}

/// Editors take a failed command for one that says nothing of use: to them findings are no failure.
fn exit_code(args: &CheckArgs, outputs: &[Output], outcome: &Outcome) -> u8 {
    let for_editor =
        |output: &Output| output.file.is_none() && matches!(output.format, Format::Rustc | Format::Cargo);
    let fails = outcome.findings.iter().any(|finding| finding.level >= args.fail_on.into());
    match outcome.is_incomplete() {
        true => FAILED,
        false if fails && !outputs.iter().any(for_editor) => FOUND,
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
    let meant = closest(said, ["check", "explain", "rules", "completions", "man", "help"].into_iter())?;
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
        let outputs = outputs(&args).expect("a place for each format");
        exit_code(&args, &outputs, &Outcome { findings, problems, ..Outcome::default() })
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
    fn findings_for_an_editor_are_no_failure() {
        assert_eq!(exit_code_for(&["--output-format", "rustc"], &[Level::Deny], &[]), 0);
        assert_eq!(exit_code_for(&["--output-format", "cargo"], &[Level::Warn], &[true]), 2);
        assert_eq!(exit_code_for(&["--output-format", "rustc:file"], &[Level::Warn], &[]), 1);
    }

    #[test]
    fn fail_on_deny_lets_warnings_pass() {
        assert_eq!(exit_code_for(&["--fail-on", "deny"], &[Level::Warn], &[]), 0);
        assert_eq!(exit_code_for(&["--fail-on", "deny"], &[Level::Warn, Level::Deny], &[]), 1);
        assert_eq!(exit_code_for(&["--fail-on", "warn"], &[Level::Warn], &[]), 1);
    }
}
