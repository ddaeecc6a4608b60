//! Input that means harm, makes no sense, or is very much.

use std::path::Path;
use std::time::{Duration, Instant};

use super::*;

#[test]
fn nothing_from_outside_reaches_the_terminal_raw() {
    let evil = "\x1b[2J\u{202e}\u{2066}\u{9b}\u{7}";
    let mut outcome = Outcome::default();
    let id = file(&mut outcome, &format!("src/{evil}\n.rs"), &format!("g(\"{evil}\"); // {evil}\n"));
    find(&mut outcome, id, &format!("g(\"{evil}\")"), &[(id, "g", evil)]);
    let finding = &mut outcome.findings[0];
    (finding.message, finding.label, finding.help) = (evil.into(), evil.into(), evil.into());
    let path = Path::new("/p").join(evil);
    outcome.problems.push(Problem { path, position: None, message: evil.into(), incomplete: true });

    let mut messages = Vec::new();
    report(&outcome, false).write_problems(true, &mut messages).expect("writing to memory");
    let messages = String::from_utf8(messages).expect("UTF-8");
    let full = written(&outcome, Format::Full);
    let mut texts = vec![messages];
    texts.extend(FORMATS.map(|format| written(&outcome, format)));
    for text in texts {
        let raw = text.chars().find(|c| evil.chars().any(|evil| evil == *c && !evil.is_ascii_graphic()));
        assert_eq!(raw, None, "{text}");
    }
    assert!(full.contains(r#"1 │ g("\u{1b}[2J\u{202e}\u{2066}\u{9b}\u{7}"); // \u{1b}[2J"#), "{full}");
    assert!(full.contains(r"┌─ src/\u{1b}[2J\u{202e}\u{2066}\u{9b}\u{7}\n.rs:1:1"), "{full}");
    let finding = &json(&outcome)["findings"][0];
    assert_eq!(finding["message"], evil, "JSON loses nothing");
    assert_eq!(finding["path"], format!("src/{evil}\n.rs"));
}

#[test]
fn carets_stay_under_escaped_source() {
    let outcome = one("x(\"\u{202e}\"); g(\"\u{1b}\"); y();", "g(\"\u{1b}\")");
    let expected = r#"
  ┌─ src/a.rs:1:9
  │
1 │ x("\u{202e}"); g("\u{1b}"); y();
  │                ^^^^^^^^^^^ the call only builds a future
  │
"#;
    assert_eq!(snippet(&outcome), &expected[1..]);
}

#[test]
fn ci_logs_see_no_command() {
    let mut outcome = Outcome::default();
    let id = file(&mut outcome, "::error::x.rs", "##[error]g();\n::error::g();\n");
    find(&mut outcome, id, "g()", &[]);
    outcome.findings[0].message = "##[error]a ##vso[task.complete]".into();
    let path = Path::new("/p/::error::y.rs").to_owned();
    outcome.problems.push(Problem { path, position: None, message: "##[warning]".into(), incomplete: false });
    let mut messages = Vec::new();
    report(&outcome, false).write_problems(true, &mut messages).expect("writing to memory");
    let messages = String::from_utf8(messages).expect("UTF-8");
    for text in [written(&outcome, Format::Full), written(&outcome, Format::Concise), messages] {
        assert!(!text.contains("##[") && !text.contains("##vso["), "{text}");
        assert!(!text.lines().any(|line| line.trim_start().starts_with("::")), "{text}");
    }
    assert!(written(&outcome, Format::Concise).starts_with("./::error::x.rs:1:10: "));
    for text in FORMATS.map(|format| written(&outcome, format)) {
        assert!(!text.contains("##["), "{text}");
    }
    let github = written(&outcome, Format::Github);
    assert_eq!(github.matches("::error::").count(), 1, "only in the message: {github}");
    assert!(github.starts_with("::warning file=%3A%3Aerror%3A%3Ax.rs,"), "{github}");
    assert_eq!(json(&outcome)["findings"][0]["message"], "##[error]a ##vso[task.complete]");
}

#[test]
fn spans_that_fit_nothing_are_survived() {
    for (text, start, end) in
        [("", 0, 0), ("", 5, 9), ("ä", 1, 1), ("a\r\nb", 1, 3), ("ab", 9, 3), ("\u{feff}", 0, 3)]
    {
        let mut outcome = one("x", "x");
        let id = file(&mut outcome, "src/b.rs", text);
        outcome.findings[0].file = id;
        outcome.findings[0].span = Span::new(start, end);
        for format in FORMATS {
            assert!(written(&outcome, format).contains("src/b.rs"), "{text:?} {start}..{end}");
        }
    }
}

/// `count` findings in one file, each with a link to the file's beginning.
fn many(count: usize, line_end: &str) -> Outcome {
    let text: String =
        (0..count).map(|n| format!("    g({n:06}); // and some more text{line_end}")).collect();
    let mut outcome = Outcome::default();
    let id = file(&mut outcome, "src/a.rs", &text);
    find(&mut outcome, id, "g(000000)", &[(id, "g", "`g` is an `async fn`")]);
    let (first, length) = (outcome.findings[0].clone(), text.len() / count);
    outcome.findings = (0..count)
        .map(|n| {
            let start = (n * length) as u32;
            let span = Span::new(start + first.span.start, start + first.span.end);
            Finding { span, ..first.clone() }
        })
        .collect();
    outcome
}

/// The fastest of five tries: other programs may keep the machine busy.
fn time(outcome: &Outcome, format: Format) -> Duration {
    let once = || {
        let started = Instant::now();
        assert!(written(outcome, format).len() > outcome.findings.len());
        started.elapsed()
    };
    (0..5).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn time_grows_with_the_findings_and_not_with_their_square() {
    for line_end in ["\n", " "] {
        let (few, many) = (many(500, line_end), many(8000, line_end));
        for format in FORMATS {
            let (few, many) = (time(&few, format), time(&many, format));
            assert!(many < few * 16 * 6, "500: {few:?}, 8000: {many:?}, {format:?}, line end {line_end:?}");
        }
    }
}
