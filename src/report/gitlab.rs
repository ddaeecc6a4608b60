//! `gitlab`: GitLab's code quality report, a JSON array. Paths start at the root of the repository.
//!
//! GitLab takes entries with one fingerprint for one finding, and compares those of two branches: they differ between
//! findings and hold no line numbers.

use std::collections::HashMap;
use std::io::{self, Write};

use serde::Serialize;

use super::escape::escape;
use super::harmless::write_line;
use super::sources::Sources;
use super::{Report, problems};
use crate::finding::{Finding, Level, Problem};

#[derive(Serialize)]
struct Entry {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    /// `info`, `minor`, `major`, `critical`, `blocker`.
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    /// 1-based.
    begin: u32,
}

/// Writes the array.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let outcome = report.outcome;
    let sources = Sources::new(&outcome.files, report.root);
    let mut prints = Fingerprints::default();
    let broken = outcome.problems.iter().filter(|problem| problem.incomplete);
    let broken = broken.map(|problem| problem_entry(problem, report, &mut prints));
    let mut entries: Vec<Entry> = broken.collect();
    entries.extend(outcome.findings.iter().map(|finding| entry(finding, &sources, &mut prints)));
    write_line(&entries, out)
}

fn entry(finding: &Finding, sources: &Sources, prints: &mut Fingerprints) -> Entry {
    let source = sources.get(finding.file);
    let text = &source.text[source.clamp(finding.span)];
    Entry {
        description: format!("{}: {}", escape(&finding.message), escape(&finding.help)),
        check_name: finding.rule.name,
        fingerprint: prints.next(&[&source.name, finding.rule.name, text]),
        severity: if finding.level == Level::Deny { "critical" } else { "major" },
        location: Location {
            path: source.name.clone(),
            lines: Lines { begin: source.position(finding.span.start).line },
        },
    }
}

fn problem_entry(problem: &Problem, report: &Report, prints: &mut Fingerprints) -> Entry {
    let path = problems::path(problem, report.root).unwrap_or_else(|| ".".to_owned());
    Entry {
        description: format!("incomplete: {}", escape(&problem.message)),
        check_name: problems::INCOMPLETE,
        fingerprint: prints.next(&[&path, problems::INCOMPLETE, &problem.message]),
        severity: "blocker",
        location: Location { path, lines: Lines { begin: problem.position.map_or(1, |(line, _)| line) } },
    }
}

/// A fingerprint of each finding by what it is: the same again gets another one.
#[derive(Default)]
struct Fingerprints {
    seen: HashMap<u64, u64>,
}

impl Fingerprints {
    /// Spaces and line ends make no difference.
    fn next(&mut self, parts: &[&str]) -> String {
        let mut hash = OFFSET;
        for part in parts {
            part.split_whitespace().for_each(|word| add(&mut hash, word.as_bytes()));
            add(&mut hash, &[0]);
        }
        let count = self.seen.entry(hash).or_default();
        add(&mut hash, &count.to_le_bytes());
        *count += 1;
        format!("{hash:016x}")
    }
}

/// FNV-1a: the fingerprints of two versions of the linter must agree, and std's hashes promise nothing.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

fn add(hash: &mut u64, bytes: &[u8]) {
    for byte in bytes {
        *hash = (*hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        let mut hash = OFFSET;
        add(&mut hash, b"foobar");
        assert_eq!(hash, 0x8594_4171_f739_67e8, "test vector of FNV-1a");
    }

    #[test]
    fn the_same_again_has_another_fingerprint() {
        let mut prints = Fingerprints::default();
        let first = prints.next(&["a.rs", "rule", "f()"]);
        assert_ne!(prints.next(&["a.rs", "rule", "f()"]), first);
        assert_ne!(prints.next(&["a.rs", "rulef", "()"]), first);
        assert_eq!(Fingerprints::default().next(&["a.rs", "rule", "f()\n"]), first);
    }
}
