//! Figures that were recorded: what must not get worse.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::path::PathBuf;

/// Package and name of a figure.
pub type Key = (String, String);

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Found of so many: fewer found is worse, and with another number of sites the two cannot be compared.
    Found { found: usize, of: usize },
    /// More is worse.
    Mistakes(usize),
}

/// The figures of a run or of the record.
#[derive(Debug, Default)]
pub struct Record {
    figures: BTreeMap<Key, Figure>,
}

impl Record {
    /// Notes one figure.
    pub fn set(&mut self, package: &str, name: &str, figure: Figure) {
        self.figures.insert((package.to_owned(), name.to_owned()), figure);
    }

    /// Reads what is recorded under a name; nothing if there is no such file.
    pub fn read(name: &str) -> io::Result<Record> {
        let text = match std::fs::read_to_string(path(name)) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Record::default()),
            Err(error) => return Err(error),
        };
        let mut record = Record::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let wrong = || io::Error::other(format!("{}: not a figure: {line}", path(name).display()));
            let words: Vec<&str> = line.split_whitespace().collect();
            let number = |word: &str| word.parse::<usize>().map_err(|_| wrong());
            let (package, name, figure) = match words[..] {
                [package, name, found, "of", of] => {
                    (package, name, Figure::Found { found: number(found)?, of: number(of)? })
                }
                [package, name, count] => (package, name, Figure::Mistakes(number(count)?)),
                _ => return Err(wrong()),
            };
            record.set(package, name, figure);
        }
        Ok(record)
    }

    /// Writes these figures over the recorded ones; packages that were not looked at keep theirs.
    pub fn write(self, name: &str) -> io::Result<()> {
        let mut all = Record::read(name)?;
        let seen: Vec<String> = self.figures.keys().map(|(package, _)| package.clone()).collect();
        all.figures.retain(|(package, _), _| !seen.contains(package));
        all.figures.extend(self.figures);
        let mut text = String::from("# Written by the benchmark: benches/README.md says how.\n");
        for ((package, name), figure) in &all.figures {
            let _ = match figure {
                Figure::Found { found, of } => writeln!(text, "{package} {name} {found} of {of}"),
                Figure::Mistakes(count) => writeln!(text, "{package} {name} {count}"),
            };
        }
        std::fs::write(path(name), text)
    }

    /// What is worse now than recorded, a line each. Figures that only one side has are not compared: a new rule
    /// brings new ones.
    pub fn worse(&self, recorded: &Record) -> Vec<String> {
        let mut worse = Vec::new();
        for ((package, name), new) in &self.figures {
            let Some(old) = recorded.figures.get(&(package.clone(), name.clone())) else { continue };
            match (*old, *new) {
                (Figure::Found { of: old, .. }, Figure::Found { of: new, .. }) if old != new => {
                    worse.push(format!("{package}: {name}: {new} sites, recorded are {old}: record anew"));
                }
                (Figure::Found { found: old, of }, Figure::Found { found: new, .. }) if new < old => {
                    worse.push(format!("{package}: {name}: {new} of {of} found, recorded are {old}"));
                }
                (Figure::Mistakes(old), Figure::Mistakes(new)) if new > old => {
                    worse.push(format!("{package}: {name}: {new}, recorded are {old}"));
                }
                _ => {}
            }
        }
        worse
    }
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches").join("corpus").join(format!("{name}.txt"))
}
