//! rustc as judge: what its `unused_must_use` says of futures in mutated packages, against what the linter says.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use std::time::SystemTime;

use serde_json::Value;
use unawaited::source::Span;

use super::packages::Package;
use crate::judge::{self, Found};
use crate::{explain, mutated_copy};

/// File below the package's directory, and bytes.
type Place = (String, (usize, usize));

/// What rustc says of one package.
#[derive(Debug, Default)]
struct Said {
    /// Futures that it reports, each with its message.
    lost: BTreeMap<Place, String>,
    /// Files that it compiled, below the package's directory.
    compiled: BTreeSet<String>,
    /// Files with errors.
    broken: BTreeSet<String>,
    /// Errors that stand in no file of the package.
    failed: Vec<String>,
}

/// Both judges on one package.
#[derive(Debug, Default)]
pub struct Compared {
    /// Reported by both at the same bytes.
    pub both: usize,
    /// Only rustc: the place, rustc's words and the engine's reason.
    pub only_rustc: Vec<(String, String)>,
    /// Only the linter, the reason and the place.
    pub only_linter: Vec<(String, String)>,
    /// Files that do not compile once mutated: left out.
    pub restored: usize,
    /// What does not compile here at all.
    pub does_not_build: Vec<String>,
}

impl Compared {
    /// Adds another package's.
    pub fn add(&mut self, name: &str, other: Compared) {
        let named = |(reason, line): (String, String)| (reason, format!("{name} {line}"));
        self.both += other.both;
        self.restored += other.restored;
        self.only_rustc.extend(other.only_rustc.into_iter().map(named));
        self.only_linter.extend(other.only_linter.into_iter().map(named));
        self.does_not_build.extend(other.does_not_build);
    }
}

/// Lets both judge one package, whose untouched copy is at `dir`.
pub fn judge(dir: &Path, target: &Path, package: &Package) -> io::Result<Compared> {
    let (copy, mutated) = mutated_copy(dir)?;
    let root = copy.path().canonicalize()?;
    let changed = mutated.files.iter().filter(|file| !file.mutation.sites.is_empty());
    let changed: BTreeMap<String, String> =
        changed.map(|file| (file.path.display().to_string(), file.old.clone())).collect();
    let (said, restored) = check(&root, target, &changed)?;
    let outcome = judge::lint(&root);
    let reason = |(file, (start, end)): &Place| {
        let span = Span::new(*start as u32, *end as u32);
        explain(&outcome, &root.join(file), span).unwrap_or_default()
    };
    let mut compared = compare(&said, &restored, &judge::found(&outcome, &root), reason);
    compared.does_not_build = said
        .failed
        .into_iter()
        .chain(said.broken.into_iter().map(|file| format!("{}: {file} has errors as it is", package.name)))
        .collect();
    compared.restored = restored.len();
    Ok(compared)
}

/// Checks the package at `dir`, which was changed in `changed`: files that no longer compile get their untouched text
/// back. Its dependencies are compiled, and their build scripts run.
fn check(
    dir: &Path,
    target: &Path,
    changed: &BTreeMap<String, String>,
) -> io::Result<(Said, BTreeSet<String>)> {
    let mut restored = BTreeSet::new();
    let begin = SystemTime::now();
    loop {
        let mut said = run(dir, target)?;
        let again: Vec<&String> = said
            .broken
            .iter()
            .filter(|file| changed.contains_key(*file) && !restored.contains(*file))
            .collect();
        if again.is_empty() {
            said.compiled = compiled(dir, target, begin)?;
            return Ok((said, restored));
        }
        for file in again {
            std::fs::write(dir.join(file), &changed[file])?;
            restored.insert(file.clone());
        }
    }
}

fn run(dir: &Path, target: &Path) -> io::Result<Said> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args(["check", "--locked", "--all-targets", "--keep-going", "--message-format=json"])
        .current_dir(dir);
    // A package's own `deny` would end the run, and what the environment says is about this project.
    cargo.env("CARGO_TARGET_DIR", target).env("RUSTFLAGS", "--cap-lints=warn").stderr(Stdio::null());
    let output = cargo.output()?;
    let mut said = Said::default();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        let package = message["manifest_path"].as_str().is_some_and(|path| Path::new(path).starts_with(dir));
        if message["reason"] == "compiler-message" && package {
            said.hear(&message["message"]);
        }
    }
    Ok(said)
}

impl Said {
    fn hear(&mut self, message: &Value) {
        let spans = message["spans"].as_array().into_iter().flatten();
        let primary: Vec<&Value> = spans.filter(|span| span["is_primary"] == true).collect();
        let file = |span: &Value| span["file_name"].as_str().unwrap_or_default().replace('\\', "/");
        if message["code"]["code"] == "unused_must_use" {
            let rendered = message["rendered"].as_str().unwrap_or_default();
            for span in primary.iter().filter(|_| rendered.contains("uture")) {
                let at = |name: &str| span[name].as_u64().unwrap_or(0) as usize;
                let words = message["message"].as_str().unwrap_or_default().to_owned();
                self.lost.insert((file(span), (at("byte_start"), at("byte_end"))), words);
            }
        } else if message["level"] == "error" {
            self.broken.extend(primary.iter().map(|span| file(span)));
            if primary.is_empty() {
                self.failed.push(message["message"].as_str().unwrap_or_default().to_owned());
            }
        }
    }
}

/// The files that rustc read since `begin`, from what it tells Cargo about them.
fn compiled(dir: &Path, target: &Path, begin: SystemTime) -> io::Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    for entry in std::fs::read_dir(target.join("debug").join("deps"))?.filter_map(Result::ok) {
        // Other packages' files have relative names as well.
        let is_old = entry.metadata()?.modified()? < begin;
        if is_old || entry.path().extension().is_none_or(|extension| extension != "d") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path())?;
        for word in text.lines().filter_map(|line| line.strip_suffix(':')) {
            // Relative paths are those of the package that was checked.
            let path = PathBuf::from(word);
            let below = if path.is_absolute() { path.strip_prefix(dir).ok() } else { Some(&*path) };
            files.extend(below.map(|below| below.display().to_string()));
        }
    }
    Ok(files)
}

/// Compares. `findings` are those on the mutated copy with their bytes; `explain` is asked for the engine's reason.
fn compare(
    said: &Said,
    restored: &BTreeSet<String>,
    findings: &[Found],
    explain: impl Fn(&Place) -> String,
) -> Compared {
    let mut compared = Compared::default();
    let ours: BTreeMap<Place, &Found> =
        findings.iter().map(|found| ((found.file.clone(), found.bytes), found)).collect();
    for (place, words) in said.lost.iter().filter(|((file, _), _)| !restored.contains(file)) {
        if ours.contains_key(place) {
            compared.both += 1;
        } else {
            let what = format!("{}: bytes {}..{}: {words}", place.0, place.1.0, place.1.1);
            compared.only_rustc.push((explain(place), what));
        }
    }
    for (place, found) in ours.iter().filter(|(place, found)| {
        found.rule == "dropped_future" && !restored.contains(&place.0) && !said.lost.contains_key(*place)
    }) {
        let reason = if !said.compiled.contains(&place.0) {
            "the file is not compiled here"
        } else {
            "compiled, and rustc says nothing: `cfg`, or a type without `must_use`"
        };
        compared
            .only_linter
            .push((reason.to_owned(), format!("{}:{}: {}", found.file, found.line, found.code)));
    }
    compared
}
