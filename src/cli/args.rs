//! What can be said on the command line, parsed and checked. Runs nothing.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::levels::Levels;
use super::outputs::{Output, OutputParser};
use crate::finding::{Confidence, Level};
use crate::lang::Lang;
use crate::report::{Format, escape};

const EXIT_CODES: &str = "\
Exit codes:
  0  no finding
  1  at least one finding, as a warning or an error (`--fail-on deny`: as an error)
  2  something could not be checked, or the command line is wrong; wins over 1

Findings go to standard output, everything else to standard error. Nothing is built or run, and nothing is
written into the project but the files that you name.";

/// Find futures that are created and thrown away, without building the project
///
/// An `async fn` that is called without `.await` does nothing: the call makes a future, and a future that is dropped
/// never runs. `cargo unawaited` finds such calls from the source alone, whether or not it compiles.
#[derive(Debug, Parser)]
#[command(
    name = "cargo-unawaited",
    bin_name = "cargo unawaited",
    version,
    args_conflicts_with_subcommands = true,
    after_help = EXIT_CODES
)]
pub struct Cli {
    /// The command; none: `check`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Options of `check` where no command is named.
    #[command(flatten)]
    pub check: CheckArgs,
    /// Colours (`auto`: on a terminal, unless NO_COLOR or CLICOLOR=0 is set; CLICOLOR_FORCE=1 forces them)
    #[arg(long = "color", value_name = "WHEN", value_enum, default_value = "auto", global = true)]
    pub colour: When,
    /// What is spoken (`check`: English; `explain` and `rules`: what LC_ALL, LC_MESSAGES or LANG say)
    #[arg(long = "lang", value_name = "LANG", value_enum, global = true)]
    pub lang: Option<Language>,
}

/// One command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check a project (the default command)
    #[command(after_help = EXIT_CODES)]
    Check(CheckArgs),
    /// Explain a rule or a topic; list them if none is named
    Explain {
        /// A rule (see `cargo unawaited rules`) or a topic
        #[arg(value_name = "RULE | TOPIC")]
        name: Option<String>,
    },
    /// List the rules
    Rules {
        /// How they are printed
        #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
        output_format: RulesFormat,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page
    Man,
    /// Pack what is known of crates without their sources, for developers of the linter
    #[command(hide = true)]
    Summarize {
        /// Lines of name, version and licence; what is packed lies beside it
        list: PathBuf,
        /// Cargo's home, where the sources lie unpacked
        #[arg(env = "CARGO_HOME")]
        home: PathBuf,
    },
    /// Print the types of a file's expressions, for developers of the linter
    #[command(hide = true)]
    Types {
        /// A `.rs` file
        file: PathBuf,
        /// Only this line
        line: Option<u32>,
    },
}

/// What to check, and how.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Directories, manifests or `.rs` files [default: the workspace you are in]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Check only this package (can be repeated)
    #[arg(short, long = "package", value_name = "NAME")]
    pub packages: Vec<String>,
    /// The `Cargo.toml` of the project
    #[arg(long, value_name = "FILE")]
    pub manifest_path: Option<PathBuf>,
    /// Leave out files whose path from here matches (can be repeated)
    #[arg(long, value_name = "GLOB", value_parser = glob)]
    pub exclude: Vec<String>,
    #[command(flatten)]
    pub levels: Levels,
    /// The least level of a finding that makes the exit code 1
    #[arg(long, value_name = "LEVEL", value_enum, default_value = "warn")]
    pub fail_on: FailOn,
    /// Leave out findings that are less sure
    #[arg(long, value_name = "CONFIDENCE", value_enum, default_value = "certain")]
    pub min_confidence: MinConfidence,
    /// How findings are written; `FORMAT:FILE` writes to a file (can be repeated)
    #[arg(long, value_name = "FORMAT[:FILE]", value_parser = OutputParser, default_value = "full")]
    pub output_format: Vec<Output>,
    /// Write to this file what would go to standard output
    #[arg(long, value_name = "FILE")]
    pub output_file: Option<PathBuf>,
    /// Threads [default: one a core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Where to keep what was read, for the next run [default: the user's cache directory]
    #[arg(long, value_name = "DIR", env = "UNAWAITED_CACHE_DIR", hide_env_values = true)]
    pub cache_dir: Option<PathBuf>,
    /// Keep nothing, and use nothing that was kept
    #[arg(long)]
    pub no_cache: bool,
    /// Expand no macro calls: to measure what that takes, for developers of the linter
    #[arg(long, hide = true)]
    pub without_macros: bool,
    /// Print what was counted, and what could not be known
    #[arg(long)]
    pub statistics: bool,
    /// Print findings and errors only: no progress, notes or summary
    #[arg(short, long)]
    pub quiet: bool,
}

/// `--output-format` of `rules`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RulesFormat {
    /// One line a rule
    Text,
    /// All pages as one Markdown document
    Markdown,
}

/// `--min-confidence`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MinConfidence {
    /// What the types say
    Certain,
    /// Also what may be meant: an answer that was sent for, and is not waited for
    Likely,
}

impl From<MinConfidence> for Confidence {
    fn from(least: MinConfidence) -> Self {
        match least {
            MinConfidence::Certain => Confidence::Certain,
            MinConfidence::Likely => Confidence::Likely,
        }
    }
}

/// `--output-format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// With source, reasons and advice
    Full,
    /// One line a finding: `path:line:column: level[rule] message`
    Concise,
    /// One JSON document
    Json,
    /// The same, one JSON value a line
    Jsonl,
    /// rustc's JSON messages; findings leave the exit code at 0, as editors want it
    Rustc,
    /// The same as `cargo check` prints them, to stand beside its own
    Cargo,
    /// SARIF 2.1.0, for GitHub code scanning
    Sarif,
    /// GitHub workflow commands: annotations
    Github,
    /// GitLab code quality report
    Gitlab,
    /// JUnit report
    Junit,
    /// Checkstyle report
    Checkstyle,
    /// reviewdog's report
    Rdjson,
}

impl From<OutputFormat> for Format {
    fn from(format: OutputFormat) -> Self {
        match format {
            OutputFormat::Full => Format::Full,
            OutputFormat::Concise => Format::Concise,
            OutputFormat::Json => Format::Json,
            OutputFormat::Jsonl => Format::Jsonl,
            OutputFormat::Rustc => Format::Rustc,
            OutputFormat::Cargo => Format::Cargo,
            OutputFormat::Sarif => Format::Sarif,
            OutputFormat::Github => Format::Github,
            OutputFormat::Gitlab => Format::Gitlab,
            OutputFormat::Junit => Format::Junit,
            OutputFormat::Checkstyle => Format::Checkstyle,
            OutputFormat::Rdjson => Format::Rdjson,
        }
    }
}

/// `--fail-on`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Any finding
    Warn,
    /// Findings of rules at `deny` only
    Deny,
}

impl From<FailOn> for Level {
    fn from(fail_on: FailOn) -> Self {
        match fail_on {
            FailOn::Warn => Level::Warn,
            FailOn::Deny => Level::Deny,
        }
    }
}

/// `--lang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English
    En,
    /// Russian
    Ru,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Lang::En,
            Language::Ru => Lang::Ru,
        }
    }
}

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// As the terminal and the environment have it
    Auto,
    /// Even into a file
    Always,
    /// Not at all
    Never,
}

fn glob(text: &str) -> Result<String, String> {
    match globset::Glob::new(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(escape(&error.kind().to_string()).into_owned()),
    }
}

/// Parses what the process was called with, its own name included.
///
/// # Errors
///
/// A wrong command line, `--help` and `--version`: [`explain_error`] shows all of these.
pub fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    parse_raw(arguments).map_err(|error| {
        // The message quotes arguments, and a script may have taken these from file names.
        let escaped: Vec<OsString> = arguments
            .iter()
            .map(|argument| escape(&argument.to_string_lossy()).into_owned().into())
            .collect();
        parse_raw(&escaped).err().unwrap_or(error)
    })
}

/// The definition of the command line.
pub fn command() -> clap::Command {
    Cli::command()
}

fn parse_raw(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let command = Cli::command().color(clap_colour(arguments));
    let matches = command.try_get_matches_from(without_cargos_name(arguments))?;
    Cli::from_arg_matches(&matches)
}

/// `cargo unawaited …` runs `cargo-unawaited unawaited …`.
fn without_cargos_name(arguments: &[OsString]) -> impl Iterator<Item = &OsString> {
    let by_cargo = arguments.get(1).is_some_and(|first| first == "unawaited");
    arguments.iter().take(1).chain(arguments.iter().skip(if by_cargo { 2 } else { 1 }))
}

/// What `--color` says, also where the arguments do not parse or ask for help.
fn clap_colour(arguments: &[OsString]) -> clap::ColorChoice {
    let says = |when: &str| {
        let joined = format!("--color={when}");
        arguments.iter().any(|argument| *argument == *joined)
            || arguments.windows(2).any(|pair| pair[0] == "--color" && pair[1] == when)
    };
    if says("never") {
        return clap::ColorChoice::Never;
    }
    if says("always") { clap::ColorChoice::Always } else { clap::ColorChoice::Auto }
}

/// Prints why the arguments did not parse, or the help that they ask for; gives the exit code.
pub fn explain_error(error: &clap::Error) -> u8 {
    // A closed pipe is no reason to complain.
    let _ = error.print();
    if error.use_stderr() { super::FAILED } else { super::NOTHING }
}
