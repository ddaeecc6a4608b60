//! The command line: arguments in, exit code out. One file to a command; nothing here looks at code.

mod args;
mod check;
mod explain;
mod generate;
mod levels;
mod markdown;
mod output_file;
mod outputs;
mod progress;
mod rules;
mod summarize;
mod terminal;
mod types;

use args::{Cli, Command};
use terminal::Terminal;

use crate::lang::Lang;

/// Exit code: no finding.
const NOTHING: u8 = 0;
/// Exit code: findings.
const FOUND: u8 = 1;
/// Exit code: the run is incomplete, or was called wrongly.
const FAILED: u8 = 2;

/// Runs the command; gives the process's exit code.
pub fn main() -> u8 {
    let arguments: Vec<_> = std::env::args_os().collect();
    let cli = match args::parse(&arguments) {
        Ok(cli) => cli,
        Err(error) => return args::explain_error(&error),
    };
    let terminal = Terminal::new(cli.colour);
    let said: Option<Lang> = cli.lang.map(Lang::from);
    // The findings of one tree are the same bytes on every machine; pages are read by one person.
    let (checking, reading) = (said.unwrap_or_default(), said.unwrap_or_else(locale));
    match cli {
        Cli { command: None, check, .. } => check::run_or_suggest_command(&check, checking, &terminal),
        Cli { command: Some(Command::Check(check)), .. } => check::run(&check, checking, &terminal),
        Cli { command: Some(Command::Explain { name }), .. } => {
            explain::run(name.as_deref(), reading, &terminal)
        }
        Cli { command: Some(Command::Rules { output_format }), .. } => {
            rules::run(output_format, reading, &terminal)
        }
        Cli { command: Some(Command::Completions { shell }), .. } => generate::completions(shell, &terminal),
        Cli { command: Some(Command::Man), .. } => generate::man(&terminal),
        Cli { command: Some(Command::Summarize { list, home }), .. } => {
            summarize::run(&list, &home, &terminal)
        }
        Cli { command: Some(Command::Types { file, line }), .. } => types::run(&file, line, &terminal),
    }
}

/// The language of the user's locale: the first of the variables that is set and not empty says it, as POSIX has it.
fn locale() -> Lang {
    let set = |name: &&str| std::env::var(name).is_ok_and(|locale| !locale.is_empty());
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(set);
    name.and_then(|name| std::env::var(name).ok()).map_or(Lang::En, |locale| Lang::of_locale(&locale))
}
