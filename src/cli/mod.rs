//! The command line: arguments in, exit code out. One file to a command; nothing here looks at code.

mod args;
mod check;
mod explain;
mod levels;
mod progress;
mod rules;
mod suggest;
mod terminal;
mod types;

use args::{Cli, Command};
use terminal::Terminal;

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
    match cli {
        Cli { command: None, check, .. } => check::run_or_suggest_command(&check, &terminal),
        Cli { command: Some(Command::Check(check)), .. } => check::run(&check, &terminal),
        Cli { command: Some(Command::Explain { name }), .. } => explain::run(name.as_deref(), &terminal),
        Cli { command: Some(Command::Rules), .. } => rules::run(&terminal),
        Cli { command: Some(Command::Types { file, line }), .. } => types::run(&file, line, &terminal),
    }
}
