//! `cargo`: rustc's messages as `cargo check --message-format json` prints them, each with its package, so that they
//! can stand beside cargo's own.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use super::harmless::write_line;
use super::rustc::Diagnostic;
use super::sources::Sources;
use super::{Report, uri};
use crate::finding::{Finding, Home, Problem, display_path};

/// What stays as it is in the path of cargo's package ids: the `url` crate decides.
const KEEP: &str = "!$&'()*+,;=:@[]|^";

#[derive(Serialize)]
struct Message {
    reason: &'static str,
    package_id: String,
    manifest_path: String,
    target: Target,
    message: Diagnostic,
}

#[derive(Serialize)]
struct Target {
    kind: [&'static str; 1],
    crate_types: [&'static str; 1],
    name: String,
    src_path: String,
}

/// Writes all messages.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let sources = Sources::new(&report.outcome.files, report.cwd);
    for problem in report.outcome.problems.iter().filter(|problem| problem.incomplete) {
        let home = home_of_problem(problem, report);
        write_line(&Message::new(&home, Diagnostic::of_problem(problem, report, &sources)), out)?;
    }
    for finding in &report.outcome.findings {
        let home = home(finding, report);
        write_line(&Message::new(&home, Diagnostic::of_finding(finding, report, &sources)?), out)?;
    }
    Ok(())
}

impl Message {
    fn new(home: &Home, message: Diagnostic) -> Self {
        Message {
            reason: "compiler-message",
            package_id: package_id(home),
            manifest_path: absolute(&home.dir.join("Cargo.toml")),
            target: Target {
                kind: [home.kind],
                crate_types: [if home.kind == "lib" { "lib" } else { "bin" }],
                name: home.target.clone(),
                src_path: absolute(&home.root),
            },
            message,
        }
    }
}

fn home(finding: &Finding, report: &Report) -> Home {
    let known = report.outcome.homes.get(&finding.file).cloned();
    known.unwrap_or_else(|| script(&report.outcome.files.get(finding.file).path))
}

/// The package whose directory holds the path that a problem is about, if findings lie in it too.
fn home_of_problem(problem: &Problem, report: &Report) -> Home {
    let around = report.outcome.homes.values().filter(|home| problem.path.starts_with(&home.dir));
    let home = around.max_by_key(|home| home.dir.components().count()).cloned();
    home.unwrap_or_else(|| script(&problem.path))
}

/// What cargo calls a file that belongs to no package: a script.
fn script(path: &Path) -> Home {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Home {
        package: name.clone(),
        version: "0.0.0".to_owned(),
        dir: path.to_owned(),
        target: name,
        kind: "bin",
        root: path.to_owned(),
    }
}

/// cargo's package id: the name is left out where the directory is called so.
fn package_id(home: &Home) -> String {
    let url = uri::file_url(&absolute(&home.dir), KEEP);
    let is_named = home.dir.file_name().is_some_and(|name| *name == *home.package);
    let name = if is_named { String::new() } else { format!("{}@", home.package) };
    format!("path+{url}#{name}{}", home.version)
}

fn absolute(path: &Path) -> String {
    display_path(path, Path::new(""))
}
