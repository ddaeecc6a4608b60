//! The Action: its steps in a shell, with files in place of the releases; and GitLab's block.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_yaml_ng::Value;

use super::{blocks, has, project, release, root, write};

const LINUX: &str = "x86_64-unknown-linux-musl";

/// A run of the Action's steps, as a runner takes them.
struct Runner {
    temp: tempfile::TempDir,
    releases: String,
    inputs: HashMap<String, String>,
}

/// What came of it.
struct Ran {
    code: Option<i32>,
    stdout: String,
    outputs: HashMap<String, String>,
    summary: String,
    /// What the step that uploads is given, if it is not left out.
    uploaded: Option<String>,
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => serde_yaml_ng::to_string(other).expect("YAML").trim().to_owned(),
    }
}

fn action() -> Value {
    let text = fs::read_to_string(root().join("action.yml")).expect("action.yml");
    serde_yaml_ng::from_str(&text).expect("YAML")
}

impl Runner {
    fn new(with: &[(&str, &str)]) -> Self {
        let temp = tempfile::tempdir().expect("a directory");
        let releases = format!("file://{}", release(LINUX, temp.path()).display());
        let mut inputs = HashMap::new();
        for (name, input) in action()["inputs"].as_mapping().expect("inputs") {
            inputs.insert(text(name), text(&input["default"]));
        }
        inputs.extend(with.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        Runner { temp, releases, inputs }
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.temp.path().join(name)).unwrap_or_default()
    }

    fn outputs(&self) -> HashMap<String, String> {
        let outputs = self.file("output");
        outputs.lines().filter_map(|line| line.split_once('=')).map(|(k, v)| (k.into(), v.into())).collect()
    }

    /// An expression's value, of the few kinds that the action has.
    fn value(&self, template: &str) -> String {
        let Some(name) = template.strip_prefix("${{ ").and_then(|rest| rest.strip_suffix(" }}")) else {
            assert!(!template.contains("${{"), "{template}");
            return template.to_owned();
        };
        if let Some(input) = name.strip_prefix("inputs.") {
            return self.inputs[input].clone();
        }
        if let Some(output) = name.strip_prefix("steps.check.outputs.") {
            return self.outputs().remove(output).unwrap_or_default();
        }
        assert_eq!(name, "github.action_repository");
        "someone/cargo-unawaited".to_owned()
    }

    fn script(&self, step: &Value, dir: &Path) -> Output {
        assert_eq!(step["shell"], "bash");
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &text(&step["run"])]);
        for (name, value) in step["env"].as_mapping().into_iter().flatten() {
            command.env(text(name), self.value(&text(value)));
        }
        let temp = self.temp.path();
        command
            .current_dir(dir)
            .env("GITHUB_ACTION_PATH", root())
            .env("RUNNER_TEMP", temp)
            .env("GITHUB_OUTPUT", temp.join("output"))
            .env("GITHUB_STEP_SUMMARY", temp.join("summary"))
            .env("UNAWAITED_RELEASES", &self.releases)
            .output()
            .expect("bash starts")
    }

    /// All steps until one fails.
    fn run(&self, dir: &Path) -> Ran {
        let (mut code, mut stdout, mut uploaded) = (Some(0), String::new(), None);
        for step in action()["runs"]["steps"].as_sequence().expect("steps") {
            if step.get("uses").is_some() {
                assert_eq!(
                    text(&step["if"]),
                    "${{ inputs.upload-sarif == 'true' && steps.check.outputs.sarif != '' }}"
                );
                let file = self.value(&text(&step["with"]["sarif_file"]));
                if self.inputs["upload-sarif"] == "true" && !file.is_empty() {
                    uploaded = Some(fs::read_to_string(file).expect("a report"));
                }
                continue;
            }
            let output = self.script(step, dir);
            stdout.push_str(&String::from_utf8_lossy(&output.stdout));
            stdout.push_str(&String::from_utf8_lossy(&output.stderr));
            code = output.status.code();
            if code != Some(0) {
                break;
            }
        }
        Ran { code, stdout, outputs: self.outputs(), summary: self.file("summary"), uploaded }
    }
}

fn can_run() -> bool {
    cfg!(all(target_os = "linux", target_arch = "x86_64")) && has("bash") && has("curl")
}

#[test]
fn the_action_annotates_uploads_and_sums_up() {
    if !can_run() {
        return;
    }
    let workflow = blocks::yaml("security-events");
    let steps = workflow["jobs"]["unawaited"]["steps"].as_sequence().expect("steps");
    let uses = text(&steps.last().expect("a step")["uses"]);
    assert_eq!(uses, format!("OWNER/cargo-unawaited@v{}", env!("CARGO_PKG_VERSION")));
    assert!(steps.last().expect("a step").get("with").is_none());

    let project = project();
    let ran = Runner::new(&[]).run(project.path());
    assert_eq!((ran.code, ran.outputs["exit-code"].as_str()), (Some(1), "1"), "{}", ran.stdout);
    assert!(ran.stdout.contains("::warning file=src/lib.rs,line=3,"), "{}", ran.stdout);
    let sarif: serde_json::Value = serde_json::from_str(&ran.uploaded.expect("uploaded")).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    assert!(
        ran.summary.contains("Lost futures: 1.") && ran.summary.contains("\n    src/lib.rs:3:5: "),
        "{}",
        ran.summary
    );

    write(project.path(), "src/lib.rs", "");
    let ran = Runner::new(&[("upload-sarif", "false")]).run(project.path());
    assert_eq!((ran.code, ran.uploaded), (Some(0), None), "{}", ran.stdout);
    assert!(ran.summary.contains("No lost future found."), "{}", ran.summary);

    write(project.path(), "src/lib.rs", "mod missing;\n");
    let ran = Runner::new(&[("paths", ".\nsrc"), ("args", "--fail-on deny -j 1")]).run(project.path());
    assert_eq!(ran.code, Some(2), "{}", ran.stdout);
    assert!(ran.stdout.contains("::error ") && ran.summary.contains("**Incomplete**"), "{}", ran.summary);
    assert!(ran.uploaded.is_some());
}

#[test]
fn a_release_that_is_not_what_its_checksum_says_is_not_run() {
    if !can_run() {
        return;
    }
    let runner = Runner::new(&[]);
    let dir = runner.temp.path().join(format!("releases/v{}", env!("CARGO_PKG_VERSION")));
    let archive = fs::read_dir(&dir).expect("a directory").map(|entry| entry.expect("an entry").path());
    let archive =
        archive.filter(|path| path.extension().is_some_and(|end| end == "gz")).last().expect("an archive");
    let mut bytes = fs::read(&archive).expect("an archive");
    bytes.push(0);
    fs::write(&archive, bytes).expect("a file");
    let ran = runner.run(project().path());
    assert!(ran.code != Some(0) && ran.outputs.is_empty(), "{}", ran.stdout);
    assert!(!runner.temp.path().join("cargo-unawaited/cargo-unawaited").exists());
}

#[test]
fn gitlabs_block_leaves_a_report() {
    if !can_run() {
        return;
    }
    let job = &blocks::yaml("codequality")["unawaited"];
    let project = project();
    let home = tempfile::tempdir().expect("a directory");
    let variables = job["variables"].as_mapping().expect("variables");
    let releases = release(LINUX, home.path());
    let mut script = String::from("set -e\n");
    for line in job["script"].as_sequence().expect("lines") {
        script.push_str(&text(line));
        script.push('\n');
    }
    let mut command = Command::new("sh");
    command.args(["-c", &script]).current_dir(project.path()).env("HOME", home.path());
    for (name, value) in variables {
        command.env(text(name), text(value));
    }
    let address = format!("file://{}/v{}", releases.display(), env!("CARGO_PKG_VERSION"));
    let output = command.env("UNAWAITED", address).output().expect("sh starts");
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{stdout}{}", String::from_utf8_lossy(&output.stderr));
    assert!(stdout.contains("src/lib.rs:3:5: warning[dropped_future]"), "{stdout}");
    for packed in ["LICENSE-MIT", "README.md", "cargo-unawaited.1", "completions/bash"] {
        assert!(home.path().join("unawaited").join(packed).is_file(), "{packed} is in the release");
    }
    let report = project.path().join(text(&job["artifacts"]["reports"]["codequality"]));
    let report = fs::read_to_string(report).expect("a report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report[0]["location"]["path"], "src/lib.rs");
    assert_eq!(text(&job["artifacts"]["when"]), "always", "also when the job fails");
}
