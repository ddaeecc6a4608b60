//! `rules`: the list of rules.

use std::io::{self, Write};

use super::NOTHING;
use super::terminal::Terminal;
use crate::report::{Colour, paint};
use crate::rules::RULES;

/// Runs the command; gives the exit code.
pub fn run(terminal: &Terminal) -> u8 {
    terminal.print(NOTHING, write).code()
}

fn write(out: &mut dyn Write, colours: bool) -> io::Result<()> {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in RULES.iter() {
        let name = paint(&format!("{:width$}", rule.name), Colour::Name, colours);
        writeln!(out, "{name}  {:5}  {}", rule.level.name(), rule.summary)?;
    }
    writeln!(out, "\n`cargo unawaited explain RULE` tells more; `-A`, `-W` and `-D RULE` set a rule's level.")
}
