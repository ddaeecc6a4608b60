//! What stands on standard error: problems, statistics, the summary.

use std::time::Duration;

use super::*;

#[test]
fn problems_are_one_line_each() {
    let mut outcome = Outcome::default();
    let problem = |path: &str, position, message: &str, incomplete| Problem {
        path: path.into(),
        position,
        message: message.into(),
        incomplete,
    };
    outcome.problems = vec![
        problem("", None, "there is no package `x`", true),
        problem("/p", None, "there is no Rust file to check", true),
        problem("/p/src/a.rs", Some((3, 7)), "expected `;`", true),
        problem("/q/b.rs", None, "not UTF-8", false),
    ];
    let errors = "error: there is no package `x`\nerror: .: there is no Rust file to check\n\
                  error: src/a.rs:3:7: expected `;`\n";
    for (notes, expected) in
        [(false, errors.to_owned()), (true, format!("{errors}note: /q/b.rs: not UTF-8\n"))]
    {
        let mut out = Vec::new();
        report(&outcome, false).write_problems(notes, &mut out).expect("writing to memory");
        assert_eq!(String::from_utf8_lossy(&out), expected);
    }
}

fn summary(outcome: &Outcome) -> String {
    let mut out = Vec::new();
    let took = Duration::from_millis(1234);
    report(outcome, false).write_summary(Format::Full, took, &mut out).expect("writing to memory");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn the_summary_says_what_it_comes_to() {
    let mut outcome = Outcome::default();
    assert_eq!(summary(&outcome), "no file was checked (1.2 s)\n");

    outcome.statistics.files = 214;
    assert_eq!(summary(&outcome), "no lost future found in 214 files (1.2 s)\n");

    let id = file(&mut outcome, "a.rs", "g();");
    find(&mut outcome, id, "g()", &[]);
    outcome.statistics.loose_files = 12;
    let problem = |path: &str, incomplete| Problem {
        path: path.into(),
        position: None,
        message: "x".into(),
        incomplete,
    };
    outcome.problems = vec![problem("/p/a", false), problem("/p/a", false), problem("/p/b", true)];
    let expected = "1 warning in 226 files (1.2 s)
of these, 12 files outside of every target
1 note above changes no exit code
incomplete: 1 error above kept something from being checked
";
    assert_eq!(summary(&outcome), expected);

    outcome = Outcome::default();
    outcome.statistics.unseen_dependencies = vec!["dear\x1b 1.0.0".into()];
    let one = "no sources found of `dear\\u{1b} 1.0.0`: what it declares is unknown";
    assert_eq!(summary(&outcome), format!("no file was checked (1.2 s)\n{one}\n"));
    outcome.statistics.unseen_dependencies.push("deep 0.1.0".into());
    let two = "no sources found of 2 dependencies (see --statistics): what they declare is unknown";
    assert_eq!(summary(&outcome), format!("no file was checked (1.2 s)\n{two}\n"));
}

fn reason(en: &'static str) -> Text {
    Text { en, ru: "причина" }
}

#[test]
fn statistics_name_each_number() {
    let statistics = Statistics {
        packages: 1,
        files: 2,
        loose_files: 3,
        lines: 40_000,
        bodies: 5,
        discarded_calls: 60,
        decided: 53,
        unknown: vec![(reason("macro"), 4), (reason("no source"), 3)],
        macros_between_items: 70,
        unread_macros: 8,
        unread_by_reason: vec![(reason("definition not found"), 6), (reason("expansion is no items"), 2)],
        read_in_bodies: 7,
        unread_in_bodies: vec![(reason("expansion is no code"), 1)],
        dependencies: 90,
        known_dependencies: 7,
        platform_dependencies: 3,
        unseen_dependencies: vec!["dear 1.0.0".into(), "deep\x1b 0.1.0".into()],
    };
    let outcome = Outcome { statistics, ..Outcome::default() };
    let mut out = Vec::new();
    let with_statistics = Report { statistics: true, ..report(&outcome, false) };
    with_statistics.write_summary(Format::Concise, Duration::ZERO, &mut out).expect("writing to memory");
    let expected = "        1  packages
        2  files of their targets
        3  files outside of every target
    40000  lines
        5  function bodies
       60  calls whose value is discarded, of these
       53    with a known type
        7    with an unknown type, because
        4      macro
        3      no source
       70  macro calls between items, those of dependencies included, of these
        8    that could not be read, because
        6      definition not found
        2      expansion is no items
        8  macro calls in bodies that are not known by their name and hold calls, of these
        1    that could not be read, because
        1      expansion is no code
       90  dependencies whose sources were found
        7  dependencies without sources that the linter knows by itself, in a compatible version
        3  dependencies for single platforms, which are left out
        2  dependencies of which nothing was found
             dear 1.0.0
             deep\\u{1b} 0.1.0
no lost future found in 5 files (0 ms)
of these, 3 files outside of every target
no sources found of 2 dependencies (listed above): what they declare is unknown
";
    assert_eq!(String::from_utf8_lossy(&out), expected);
}

#[test]
fn what_it_comes_to_is_said_in_russian_as_well() {
    let statistics = Statistics {
        files: 21,
        loose_files: 3,
        unknown: vec![(reason("macro"), 4)],
        unread_by_reason: vec![(reason("definition not found"), 6)],
        unseen_dependencies: vec!["dear 1.0.0".into(), "deep 0.1.0".into()],
        ..Statistics::default()
    };
    let problem =
        |incomplete| Problem { path: "/p/a".into(), position: None, message: String::new(), incomplete };
    let problems = vec![problem(false), problem(true)];
    let outcome = Outcome { statistics, problems, lang: Lang::Ru, ..Outcome::default() };
    let mut out = Vec::new();
    let with_statistics = Report { statistics: true, ..report(&outcome, false) };
    with_statistics.write_summary(Format::Full, Duration::ZERO, &mut out).expect("writing to memory");
    let said = String::from_utf8(out).expect("UTF-8");
    for line in said.lines().filter(|line| !line.contains(".0")) {
        let latin = |c: char| c.is_ascii_alphabetic();
        assert!(!line.replace("--statistics", "").contains(latin), "{line}");
    }
    assert!(said.contains("потерянных футур не найдено в 24 файлах (0 мс)\n"), "{said}");
}
