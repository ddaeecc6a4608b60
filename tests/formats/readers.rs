//! What readers that are not ours make of each format. Knows no rule.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use super::schemas;

/// A finding as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Absolute.
    pub path: PathBuf,
    pub line: u64,
    /// 1-based, in what the format counts.
    pub column: Option<Column>,
    pub rule: String,
    /// Whether it is an error and not a warning.
    pub error: bool,
}

/// A column and its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Characters(u64),
    Bytes(u64),
}

/// A message of the formats for rustc's readers, told apart as rust-analyzer does it.
#[derive(Deserialize)]
#[serde(untagged)]
#[allow(clippy::large_enum_variant)]
pub enum JsonMessage {
    Cargo(cargo_metadata::Message),
    Rustc(cargo_metadata::diagnostic::Diagnostic),
}

/// The findings in a text. `cwd`, `root`: what relative paths start from, in formats that say nothing else.
pub fn read(format: &str, text: &str, cwd: &Path, root: &Path) -> Vec<Found> {
    match format {
        "full" => full(text, cwd),
        "concise" => text.lines().map(|line| concise(line, cwd)).collect(),
        "json" => {
            let document: Value = serde_json::from_str(text).expect("JSON");
            document["findings"].as_array().expect("a list").iter().map(|value| json(value, cwd)).collect()
        }
        "jsonl" => text
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .filter(|value: &Value| value["kind"] == "finding")
            .map(|value| json(&value, cwd))
            .collect(),
        "rustc" | "cargo" => messages(text).iter().filter_map(|message| diagnostic(message, cwd)).collect(),
        "sarif" => sarif(text, root),
        "github" => text.lines().filter_map(|line| github(line, root)).collect(),
        "gitlab" => gitlab(text, root),
        "junit" => junit(text, cwd),
        "checkstyle" => checkstyle(text, cwd),
        "rdjson" => rdjson(text, cwd),
        _ => panic!("no reader for {format}"),
    }
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a text, not {value}")).to_owned()
}

/// `path:line:column`.
fn place(place: &str, base: &Path) -> (PathBuf, u64, Option<Column>) {
    let mut parts = place.rsplitn(3, ':');
    let mut number = || parts.next().and_then(|part| part.parse().ok()).expect("a number");
    let (column, line) = (number(), number());
    (base.join(parts.next().expect("a path")), line, Some(Column::Characters(column)))
}

fn full(text: &str, cwd: &Path) -> Vec<Found> {
    let mut lines = text.lines();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        let Some((level, rest)) = line.split_once('[') else { continue };
        if !["warning", "error"].contains(&level) {
            continue;
        }
        let at = lines.next().and_then(|line| line.split_once("┌─ ")).expect("a place").1;
        let (path, line, column) = place(at, cwd);
        let rule = rest.split(']').next().expect("a rule").to_owned();
        found.push(Found { path, line, column, rule, error: level == "error" });
    }
    found
}

fn concise(line: &str, cwd: &Path) -> Found {
    let (at, rest) = line.split_once(": ").expect("a place");
    let (path, line, column) = place(at, cwd);
    let (level, rest) = rest.split_once('[').expect("a level");
    Found {
        path,
        line,
        column,
        rule: rest.split(']').next().expect("a rule").to_owned(),
        error: level == "error",
    }
}

fn json(value: &Value, cwd: &Path) -> Found {
    Found {
        path: cwd.join(text_of(&value["path"])),
        line: value["start"]["line"].as_u64().expect("a line"),
        column: value["start"]["column"].as_u64().map(Column::Characters),
        rule: text_of(&value["rule"]),
        error: value["level"] == "deny",
    }
}

/// Every line as rust-analyzer reads it; a line that it rejects fails the test.
pub fn messages(text: &str) -> Vec<cargo_metadata::diagnostic::Diagnostic> {
    let read = |line| match serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")) {
        JsonMessage::Cargo(cargo_metadata::Message::CompilerMessage(message)) => message.message,
        JsonMessage::Cargo(other) => panic!("{other:?}"),
        JsonMessage::Rustc(message) => message,
    };
    text.lines().map(read).collect()
}

fn diagnostic(message: &cargo_metadata::diagnostic::Diagnostic, cwd: &Path) -> Option<Found> {
    use cargo_metadata::diagnostic::DiagnosticLevel::{Error, Warning};
    let code = message.code.as_ref().expect("a code").code.strip_prefix("unawaited::").expect("our code");
    if code == "incomplete" {
        return None;
    }
    let primary: Vec<_> = message.spans.iter().filter(|span| span.is_primary).collect();
    assert_eq!(primary.len(), 1, "{message:?}");
    assert!([Error, Warning].contains(&message.level));
    Some(Found {
        path: cwd.join(&primary[0].file_name),
        line: primary[0].line_start as u64,
        column: Some(Column::Characters(primary[0].column_start as u64)),
        rule: code.to_owned(),
        error: message.level == Error,
    })
}

fn sarif(text: &str, root: &Path) -> Vec<Found> {
    let log = schemas::validate("sarif-2.1.0.json", text);
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let result = |result: &Value| {
        let place = &result["locations"][0]["physicalLocation"];
        Found {
            path: uri(&place["artifactLocation"], root),
            line: place["region"]["startLine"].as_u64().expect("a line"),
            column: place["region"]["startColumn"].as_u64().map(Column::Characters),
            rule: text_of(&result["ruleId"]),
            error: result["level"] == "error",
        }
    };
    run["results"].as_array().expect("a list").iter().map(result).collect()
}

/// The path behind an artifact's address.
pub fn uri(location: &Value, root: &Path) -> PathBuf {
    let uri = percent(&text_of(&location["uri"]));
    match uri.strip_prefix("file://") {
        Some(path) => PathBuf::from(path),
        None => {
            assert_eq!(location["uriBaseId"], "%SRCROOT%");
            root.join(uri)
        }
    }
}

/// `%41` undone.
fn percent(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        if *first == b'%' {
            let digits = std::str::from_utf8(&rest[..2]).expect("two digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("hexadecimal"));
            rest = &rest[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// Names and values.
pub type Properties = Vec<(String, String)>;

/// A line as GitHub's runner reads it (actions/runner, `ActionCommand.TryParseV2`): `None` for what is no command.
pub fn command(line: &str) -> Option<(String, Properties, String)> {
    let (info, data) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (name, properties) = info.split_once(' ').unwrap_or((info, ""));
    let pairs = properties.split(',').filter_map(|pair| pair.trim().split_once('='));
    let data = data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    let undo = |value: &str| {
        let value = value.replace("%0D", "\r").replace("%0A", "\n");
        value.replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
    };
    Some((name.to_owned(), pairs.map(|(key, value)| (key.to_owned(), undo(value))).collect(), data))
}

fn github(line: &str, root: &Path) -> Option<Found> {
    let (name, properties, _) = command(line)?;
    let get = |key: &str| properties.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone());
    let rule = get("title")?.strip_prefix("cargo-unawaited: ").expect("our title").to_owned();
    if rule == "incomplete" {
        return None;
    }
    Some(Found {
        path: root.join(get("file").expect("a file")),
        line: get("line").and_then(|line| line.parse().ok()).expect("a line"),
        column: get("col").and_then(|column| column.parse().ok()).map(Column::Characters),
        rule,
        error: name == "error",
    })
}

fn gitlab(text: &str, root: &Path) -> Vec<Found> {
    let entries = schemas::validate("gitlab.json", text);
    let entry = |entry: &Value| Found {
        path: root.join(text_of(&entry["location"]["path"])),
        line: entry["location"]["lines"]["begin"].as_u64().expect("a line"),
        column: None,
        rule: text_of(&entry["check_name"]),
        error: entry["severity"] == "critical",
    };
    let entries = entries.as_array().expect("a list").iter().map(entry);
    entries.filter(|found| found.rule != "incomplete").collect()
}

fn junit(text: &str, cwd: &Path) -> Vec<Found> {
    use quick_junit::{NonSuccessKind, TestCaseStatus};
    schemas::validate_xml("junit-10.xsd", text);
    let report = quick_junit::Report::deserialize_from_str(text).expect("a report");
    let cases = report.test_suites.iter().flat_map(|suite| &suite.test_cases);
    cases
        .filter_map(|case| match &case.status {
            TestCaseStatus::NonSuccess { kind: NonSuccessKind::Failure, ty, .. } => {
                let (path, line, column) = place(&case.name, cwd);
                let rule = case.classname.as_ref().expect("a rule").to_string();
                Some(Found {
                    path,
                    line,
                    column,
                    rule,
                    error: ty.as_ref().is_some_and(|ty| **ty == *"error"),
                })
            }
            _ => None,
        })
        .collect()
}

fn checkstyle(text: &str, cwd: &Path) -> Vec<Found> {
    schemas::validate_xml("checkstyle.xsd", text);
    let document = roxmltree::Document::parse(text).expect("XML");
    let errors = document.descendants().filter(|node| node.has_tag_name("error"));
    let found = errors.map(|error| {
        let get = |name| error.attribute(name).unwrap_or_else(|| panic!("no {name}"));
        let file = error.parent().and_then(|file| file.attribute("name")).expect("a file");
        Found {
            path: cwd.join(file),
            line: get("line").parse().expect("a line"),
            column: get("column").parse().ok().map(Column::Characters),
            rule: get("source").strip_prefix("unawaited.").expect("our source").to_owned(),
            error: get("severity") == "error",
        }
    });
    found.filter(|found| found.rule != "incomplete").collect()
}

fn rdjson(text: &str, cwd: &Path) -> Vec<Found> {
    let result = schemas::validate("rdjson.json", text);
    let entry = |entry: &Value| {
        let start = &entry["location"]["range"]["start"];
        Found {
            path: cwd.join(text_of(&entry["location"]["path"])),
            line: start["line"].as_u64().unwrap_or(0),
            column: start["column"].as_u64().map(Column::Bytes),
            rule: text_of(&entry["code"]["value"]),
            error: entry["severity"] == "ERROR",
        }
    };
    let entries = result["diagnostics"].as_array().expect("a list").iter().map(entry);
    entries.filter(|found| found.rule != "incomplete").collect()
}
