//! Marks at the ends of lines: what must be said of a line. A line without one must stay silent.

/// What a mark asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// `//~ rule`: a finding of that rule begins on the line.
    Finding(String),
    /// `//? rule`: the rule should find this line, and is known not to.
    KnownMiss(String),
    /// `//~! text`: a problem of the run whose message holds the text.
    Problem(String),
}

/// One thing that a mark asks for, and of which line (1-based).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub line: usize,
    pub wanted: Wanted,
}

/// All marks of a text. `//~^ rule` speaks of the line above.
pub fn marks(text: &str) -> Vec<Mark> {
    let lines = text.lines().enumerate();
    lines.flat_map(|(index, line)| of_line(line, index + 1)).collect()
}

fn of_line(text: &str, line: usize) -> Vec<Mark> {
    if let Some((_, rules)) = text.split_once("//? ") {
        return each(rules, line, Wanted::KnownMiss);
    }
    let Some((_, mark)) = text.split_once("//~") else { return Vec::new() };
    match mark.strip_prefix('!') {
        Some(message) => vec![Mark { line, wanted: Wanted::Problem(message.trim().to_owned()) }],
        None => match mark.strip_prefix('^') {
            Some(rules) => each(rules, line - 1, Wanted::Finding),
            None => each(mark, line, Wanted::Finding),
        },
    }
}

fn each(rules: &str, line: usize, wanted: fn(String) -> Wanted) -> Vec<Mark> {
    rules.split_whitespace().map(|rule| Mark { line, wanted: wanted(rule.to_owned()) }).collect()
}
