//! A run that could not look at everything says so in every format, for each of its readers.

use std::fs;

use serde_json::Value;

use super::readers::{command, messages};
use super::{FORMATS, Repository, run, schemas};

/// Whether a text says that the run is incomplete, and names the file where that shows.
fn says_so(format: &str, text: &str) -> bool {
    let json = |text: &str| -> Value { serde_json::from_str(text).expect("JSON") };
    let names = |value: &Value| value.as_str().is_some_and(|text| text.contains("lib.rs"));
    match format {
        "full" | "concise" => text.lines().any(|line| line.starts_with("error: ") && line.contains("lib.rs")),
        "json" => {
            let document = json(text);
            document["incomplete"] == true && names(&document["errors"][0]["path"])
        }
        "jsonl" => {
            let lines: Vec<Value> = text.lines().map(json).collect();
            let error = lines.iter().any(|line| line["kind"] == "error" && names(&line["path"]));
            error && lines.last().is_some_and(|line| line["kind"] == "end" && line["incomplete"] == true)
        }
        "rustc" | "cargo" => messages(text).iter().any(|message| {
            let primary = message.spans.iter().find(|span| span.is_primary);
            message.message.starts_with("not everything was checked")
                && message.level == cargo_metadata::diagnostic::DiagnosticLevel::Error
                && primary.is_some_and(|span| span.file_name.contains("lib.rs") && span.line_start == 1)
        }),
        "sarif" => {
            let log = schemas::validate("sarif-2.1.0.json", text);
            let invocation = &log["runs"][0]["invocations"][0];
            let notification = &invocation["toolExecutionNotifications"][0];
            let place = &notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
            invocation["executionSuccessful"] == false && notification["level"] == "error" && names(place)
        }
        "github" => text.lines().filter_map(command).any(|(name, properties, message)| {
            name == "error"
                && properties.contains(&("title".into(), "cargo-unawaited: incomplete".into()))
                && message.contains("lib.rs")
        }),
        "gitlab" => {
            let entry = &schemas::validate("gitlab.json", text)[0];
            entry["severity"] == "blocker" && names(&entry["location"]["path"])
        }
        "junit" => {
            schemas::validate_xml("junit-10.xsd", text);
            let report = quick_junit::Report::deserialize_from_str(text).expect("a report");
            report.errors == 1 && report.test_suites[0].test_cases[0].name.contains("lib.rs")
        }
        "checkstyle" => {
            schemas::validate_xml("checkstyle.xsd", text);
            let document = roxmltree::Document::parse(text).expect("XML");
            document.descendants().any(|node| node.attribute("source") == Some("unawaited.incomplete"))
        }
        "rdjson" => {
            let entry = &schemas::validate("rdjson.json", text)["diagnostics"][0];
            entry["severity"] == "ERROR" && names(&entry["location"]["path"])
        }
        _ => panic!("{format}"),
    }
}

#[test]
fn an_incomplete_run_shows_in_every_format() {
    let repository = Repository::new();
    let lib = "mod missing;\nasync fn f() {}\npub fn g() { f(); }\n";
    repository.package("p", lib);
    let whole = lib.replace("mod missing;", "");
    for format in FORMATS {
        let option = format!("{format}:report");
        let args = ["check", "-q", "--output-format", &option, "p"];
        let report = || fs::read_to_string(repository.root.join("report")).expect("a report");
        assert_eq!(run(&repository.root, &args).0, Some(2), "{format}");
        assert!(says_so(format, &report()), "{format}\n{}", report());

        repository.write("p/src/lib.rs", &whole);
        assert_eq!(run(&repository.root, &args).0, Some(1), "{format}");
        let text = report();
        let silent = match format {
            "gitlab" => !text.contains("blocker"),
            "rdjson" => !text.contains("\"ERROR\""),
            "junit" => quick_junit::Report::deserialize_from_str(&text).expect("a report").errors == 0,
            _ => !says_so(format, &text),
        };
        assert!(silent, "{format}\n{text}");
        repository.write("p/src/lib.rs", lib);
    }
}

#[test]
fn on_standard_output_people_see_it_beside() {
    let repository = Repository::new();
    repository.package("p", "mod missing;\n");
    for format in ["full", "concise"] {
        let (code, stdout, stderr) = run(&repository.root, &["check", "--output-format", format, "p"]);
        assert_eq!((code, stdout.as_str()), (Some(2), ""));
        assert!(
            stderr.contains("error: p/src/lib.rs:1:5: ") && stderr.contains("incomplete: 1 error"),
            "{stderr}"
        );
    }
}

#[test]
fn nothing_found_is_valid_too() {
    let repository = Repository::new();
    repository.package("p", "");
    for format in FORMATS {
        let (code, stdout, stderr) = run(&repository.root, &["check", "-q", "--output-format", format, "p"]);
        assert_eq!(code, Some(0), "{format}: {stderr}");
        assert!(
            super::readers::read(format, &stdout, &repository.root, &repository.root).is_empty(),
            "{stdout}"
        );
    }
}
