//! Findings on untouched packages against the list of those that were read.

use std::collections::BTreeMap;
use std::io;

use serde::Deserialize;

use crate::judge::Found;

const LIST: &str = include_str!("triage.toml");

/// What a finding turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A future is lost, and nobody wanted that.
    RealBug,
    /// A future is lost, and the source shows that this is meant.
    Deliberate,
    /// No future, or not lost.
    FalseAlarm,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    package: String,
    file: String,
    rule: String,
    /// The code at the finding, as [`Found`] has it.
    code: String,
    verdict: Verdict,
    reason: String,
    /// How often the same code stands in the file.
    #[serde(default = "one")]
    times: usize,
}

fn one() -> usize {
    1
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    finding: Vec<Entry>,
}

/// The list.
pub struct Triage {
    entries: Vec<Entry>,
}

/// What the list says of one package.
#[derive(Debug, Default)]
pub struct Sorted {
    /// Findings by what they are.
    pub known: BTreeMap<Verdict, usize>,
    /// Findings that nobody has read.
    pub untriaged: Vec<Found>,
    /// Entries that the linter does not report (any more): verdict, and what.
    pub silent: Vec<(Verdict, String)>,
}

impl Triage {
    /// Reads the list.
    pub fn read() -> io::Result<Triage> {
        Triage::parse(LIST)
    }

    /// Reads such a list.
    pub fn parse(text: &str) -> io::Result<Triage> {
        let list: List = toml::from_str(text).map_err(io::Error::other)?;
        match list.finding.iter().find(|entry| entry.reason.trim().is_empty()) {
            Some(entry) => Err(io::Error::other(format!("triage.toml gives no reason for `{}`", entry.code))),
            None => Ok(Triage { entries: list.finding }),
        }
    }

    /// Looks up all findings of a package.
    pub fn sort(&self, package: &str, findings: Vec<Found>) -> Sorted {
        let mut sorted = Sorted::default();
        let entries: Vec<&Entry> = self.entries.iter().filter(|entry| entry.package == package).collect();
        let mut left: Vec<usize> = entries.iter().map(|entry| entry.times).collect();
        for finding in findings {
            let fits = |entry: &&Entry| {
                (&*entry.file, &*entry.rule, &*entry.code) == (&*finding.file, finding.rule, &*finding.code)
            };
            match (0..entries.len()).find(|at| left[*at] > 0 && fits(&entries[*at])) {
                Some(at) => {
                    left[at] -= 1;
                    *sorted.known.entry(entries[at].verdict).or_default() += 1;
                }
                None => sorted.untriaged.push(finding),
            }
        }
        let silent = entries.iter().zip(left).filter(|(_, left)| *left > 0);
        let what = |entry: &Entry| format!("{}: {}: {}", entry.file, entry.rule, entry.code);
        sorted.silent = silent.map(|(entry, _)| (entry.verdict, what(entry))).collect();
        sorted
    }
}

impl Sorted {
    /// How many findings are known to be that.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.known.get(&verdict).copied().unwrap_or(0)
    }
}
