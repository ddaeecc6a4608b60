//! Drives one run: discover, lower, index, resolve, infer, discards, rules.

use crate::discover::Request;
use crate::finding::{Level, Outcome, RuleMeta};

/// How to run.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What to check.
    pub request: Request,
    /// Levels that differ from the rules' defaults; the last one for a rule counts.
    pub levels: Vec<(&'static RuleMeta, Level)>,
    /// Worker threads; `None`: one a core.
    pub threads: Option<usize>,
}

/// Runs the linter. Never fails: what goes wrong is in [`Outcome::problems`].
///
/// `progress` is told what is going on, from any thread: a phase's name, and how far it is.
pub fn run(_options: &Options, _progress: &(dyn Fn(Progress) + Sync)) -> Outcome {
    Outcome::default()
}

/// A step of a run.
#[derive(Debug, Clone, Copy)]
pub enum Progress {
    /// Looking for packages and files.
    Discovering,
    /// Reading files: how many of how many.
    Reading { done: usize, of: usize },
    /// Looking for lost futures in bodies: files, as above.
    Checking { done: usize, of: usize },
}
