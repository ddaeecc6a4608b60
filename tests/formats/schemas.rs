//! Validation by other people's schemas, which lie in `tests/schemas/`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

fn schema(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(name)
}

/// A JSON text that must be valid.
pub fn validate(name: &str, text: &str) -> Value {
    let value: Value = serde_json::from_str(text).expect("JSON");
    let faults = faults(name, &value);
    assert!(faults.is_empty(), "{name}: {faults:#?}\n{text}");
    value
}

fn faults(name: &str, value: &Value) -> Vec<String> {
    let text = std::fs::read_to_string(schema(name)).expect("a schema");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// An XML text that must be valid. Skipped, and said so, where there is no validator: `.ci/run` provides one.
pub fn validate_xml(name: &str, text: &str) {
    if let Some(Err(fault)) = check_xml(name, text) {
        panic!("{name}: {fault}\n{text}");
    }
}

const SCRIPT: &str = "import sys\nfrom lxml import etree\n\
    schema = etree.XMLSchema(etree.parse(sys.argv[1]))\n\
    schema.assertValid(etree.fromstring(sys.stdin.buffer.read()))\n";

/// Python with lxml, if there is one.
fn python() -> Option<&'static str> {
    static PYTHON: OnceLock<bool> = OnceLock::new();
    let works = PYTHON.get_or_init(|| {
        let probe = Command::new("python3").args(["-c", "import lxml.etree"]).output();
        let works = probe.is_ok_and(|output| output.status.success());
        if !works {
            // Not `eprintln!`: the test harness would swallow it.
            let _ =
                writeln!(std::io::stderr(), "SKIPPED: no lxml for python3: XML schemas are not looked at");
        }
        works
    });
    works.then_some("python3")
}

fn check_xml(name: &str, text: &str) -> Option<Result<(), String>> {
    let mut child = Command::new(python()?)
        .args(["-c", SCRIPT])
        .arg(schema(name))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python starts");
    child.stdin.take().expect("its input").write_all(text.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let fault = String::from_utf8_lossy(&output.stderr).into_owned();
    Some(if output.status.success() { Ok(()) } else { Err(fault) })
}

#[test]
fn schemas_reject_what_is_wrong() {
    let wrong = serde_json::json!({ "version": "2.1.0", "runs": [{ "tool": {} }] });
    assert!(!faults("sarif-2.1.0.json", &wrong).is_empty());
    let wrong = serde_json::json!({ "diagnostics": [{ "severity": "warning" }] });
    assert!(!faults("rdjson.json", &wrong).is_empty());
    let wrong = serde_json::json!([{ "description": "x", "severity": "warning" }]);
    assert!(!faults("gitlab.json", &wrong).is_empty());
    for (name, wrong) in [
        ("junit-10.xsd", "<testsuites><testsuite name='x'/></testsuites>"),
        ("checkstyle.xsd", "<checkstyle><file name='x'><error line='0'/></file></checkstyle>"),
    ] {
        assert!(check_xml(name, wrong).is_none_or(|result| result.is_err()), "{name}");
    }
}
