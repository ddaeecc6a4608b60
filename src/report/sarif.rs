//! `sarif`: SARIF 2.1.0, as GitHub code scanning reads it. Columns count Unicode code points, and the file says so.
//!
//! Regions end with their first line: an alert shows on a pull request only if all of its lines are in the diff.

use std::cell::OnceCell;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::escape::escape;
use super::harmless::write_line;
use super::line_hash::LineHashes;
use super::sources::{Source, Sources};
use super::words::{HELP, LIKELY};
use super::{Report, problems, rule_address, uri};
use crate::finding::{Confidence, FileId, Finding, Level, Problem, RuleMeta};
use crate::lang::Lang;
use crate::source::Span;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The directory that relative addresses start from.
const ROOT: &str = "%SRCROOT%";

/// The document.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Value,
    /// Tells runs of several linters over one commit apart.
    automation_details: Value,
    original_uri_base_ids: Value,
    column_kind: &'static str,
    invocations: [Value; 1],
    results: Vec<Value>,
}

/// Writes the document.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let outcome = report.outcome;
    let rules = used_rules(&outcome.findings);
    let files = Places {
        lang: outcome.lang,
        sources: Sources::new(&outcome.files, report.root),
        hashes: (0..outcome.files.len()).map(|_| OnceCell::new()).collect(),
    };
    let notifications: Vec<Value> =
        outcome.problems.iter().map(|problem| notification(problem, report)).collect();
    let run = Run {
        tool: json!({ "driver": driver(&rules, outcome.lang) }),
        automation_details: json!({ "id": "cargo-unawaited/" }),
        original_uri_base_ids: json!({ ROOT: { "description": { "text": "the root of the repository" } } }),
        column_kind: "unicodeCodePoints",
        invocations: [json!({
            "executionSuccessful": !outcome.is_incomplete(),
            "toolExecutionNotifications": notifications,
        })],
        results: outcome.findings.iter().map(|finding| files.result(finding, &rules)).collect(),
    };
    write_line(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] }, out)
}

/// The rules of the findings, by name.
fn used_rules(findings: &[Finding]) -> Vec<&'static RuleMeta> {
    let mut rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
    rules.sort_by_key(|rule| rule.name);
    rules.dedup();
    rules
}

fn driver(rules: &[&RuleMeta], lang: Lang) -> Value {
    let mut driver = json!({
        "name": "cargo-unawaited",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules.iter().map(|rule| rule_entry(rule, lang)).collect::<Vec<_>>(),
    });
    if let Some(address) = super::address() {
        driver["informationUri"] = address.into();
    }
    driver
}

fn rule_entry(rule: &RuleMeta, lang: Lang) -> Value {
    let mut entry = json!({
        "id": rule.name,
        "shortDescription": { "text": rule.summary.get(lang) },
        "fullDescription": { "text": format!("{}. {}", rule.summary.get(lang), rule.why(lang)) },
        "help": { "text": rule.page.get(lang), "markdown": rule.page.get(lang) },
        "defaultConfiguration": { "level": "warning" },
        "properties": { "precision": "high", "tags": ["async", "correctness"] },
    });
    if let Some(address) = rule_address(rule) {
        entry["helpUri"] = address.into();
    }
    entry
}

/// Where things lie, as SARIF says it.
struct Places<'a> {
    sources: Sources<'a>,
    hashes: Vec<OnceCell<LineHashes>>,
    lang: Lang,
}

impl Places<'_> {
    fn result(&self, finding: &Finding, rules: &[&RuleMeta]) -> Value {
        let chain = finding.chain.iter().enumerate().map(|(at, link)| {
            let mut location = self.location(link.file, link.span);
            location["id"] = (at + 1).into();
            location["message"] = json!({ "text": escape(&link.message) });
            location
        });
        let mut text = format!("{}: {}", escape(&finding.message), escape(&finding.label));
        text.push('\n');
        text.push_str(&HELP.with(self.lang, &escape(&finding.help)));
        if finding.confidence == Confidence::Likely {
            text.push('\n');
            text.push_str(LIKELY.get(self.lang));
        }
        let rule = rules.iter().position(|rule| **rule == *finding.rule);
        let mut location = self.location(finding.file, finding.span);
        let source = self.sources.get(finding.file);
        location["physicalLocation"]["region"]["snippet"] =
            json!({ "text": &source.text[source.within_line(finding.span)] });
        json!({
            "ruleId": finding.rule.name,
            "ruleIndex": rule.unwrap_or_default(),
            "level": finding.level.heading(),
            "message": { "text": text },
            "locations": [location],
            "relatedLocations": chain.collect::<Vec<_>>(),
            "partialFingerprints": { "primaryLocationLineHash": self.hash(finding) },
            "properties": { "confidence": finding.confidence.name() },
        })
    }

    fn location(&self, file: FileId, span: Span) -> Value {
        let source = self.sources.get(file);
        json!({
            "physicalLocation": { "artifactLocation": artifact(&source.name), "region": region(source, span) }
        })
    }

    fn hash(&self, finding: &Finding) -> &str {
        let source = self.sources.get(finding.file);
        let hashes = self.hashes[finding.file.0 as usize].get_or_init(|| LineHashes::new(source.text));
        hashes.at(source.line_start(finding.span.start))
    }
}

fn region(source: &Source, span: Span) -> Value {
    let range = source.within_line(span);
    let (start, end) = (source.position(range.start as u32), source.position(range.end as u32));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// Relative to the root of the repository, or a `file:` address for what lies outside of it.
fn artifact(path: &str) -> Value {
    if std::path::Path::new(path).is_absolute() {
        return json!({ "uri": uri::file_url(path, ":") });
    }
    json!({ "uri": uri::encode(path, ""), "uriBaseId": ROOT })
}

fn notification(problem: &Problem, report: &Report) -> Value {
    let level = if problem.incomplete { Level::Deny.heading() } else { "note" };
    let mut notification = json!({ "level": level, "message": { "text": escape(&problem.message) } });
    if let Some(path) = problems::path(problem, report.root) {
        let mut place = json!({ "artifactLocation": artifact(&path) });
        if let Some((line, column)) = problem.position {
            place["region"] = json!({ "startLine": line, "startColumn": column });
        }
        notification["locations"] = json!([{ "physicalLocation": place }]);
    }
    notification
}
