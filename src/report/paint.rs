//! ANSI colours for the few words outside of `full` that have one.

use crate::finding::Level;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Errors: bold red.
    Error,
    /// Warnings: bold yellow.
    Warning,
    /// Notes: bold green.
    Note,
    /// Names and headings: bold.
    Name,
    /// Code in prose: cyan.
    Code,
}

impl Colour {
    /// Of a finding.
    pub fn of(level: Level) -> Self {
        if level == Level::Deny { Colour::Error } else { Colour::Warning }
    }
}

/// `text` in that colour if there are `colours`, else as it is.
pub fn paint(text: &str, colour: Colour, colours: bool) -> String {
    if !colours {
        return text.to_owned();
    }
    let code = match colour {
        Colour::Error => "1;31",
        Colour::Warning => "1;33",
        Colour::Note => "1;32",
        Colour::Name => "1",
        Colour::Code => "36",
    };
    format!("\x1b[{code}m{text}\x1b[0m")
}
