//! `completions` and `man`: what a shell and a reader of manuals want to know, made from the command line's definition.

use clap_complete::Shell;

use super::terminal::Terminal;
use super::{NOTHING, args};

/// Prints a shell's completion script; gives the exit code.
pub fn completions(shell: Shell, terminal: &Terminal) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut args::command(), "cargo-unawaited", &mut script);
    terminal.print(NOTHING, |out, _| out.write_all(&script)).code()
}

/// Prints the manual page; gives the exit code.
pub fn man(terminal: &Terminal) -> u8 {
    let page = clap_mangen::Man::new(args::command().bin_name("cargo-unawaited"));
    terminal.print(NOTHING, |mut out, _| page.render(&mut out)).code()
}
