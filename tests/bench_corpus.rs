//! The detection benchmark's pinned packages: their list, the triage of findings, the comparison with the record.

#[allow(dead_code, unused_imports, reason = "the benchmark uses all of it")]
#[path = "../benches/judge/mod.rs"]
mod judge;
#[allow(dead_code, reason = "the benchmark uses all of it")]
#[path = "../benches/mutate/mod.rs"]
mod mutate;
#[path = "../benches/corpus/packages.rs"]
mod packages;
#[allow(dead_code, reason = "the benchmark uses all of it")]
#[path = "../benches/corpus/record.rs"]
mod record;
#[path = "../benches/corpus/triage.rs"]
mod triage;

use judge::Found;
use packages::{Wanted, packages};
use record::{Figure, Record};
use triage::{Triage, Verdict};

#[test]
fn there_are_packages_enough() {
    let all = packages(&Wanted::default()).expect("the list is whole");
    assert!(all.iter().filter(|package| package.is_async).count() >= 40);
    assert!(all.iter().filter(|package| !package.is_async).count() >= 20);
    for package in &all {
        assert!(semver::Version::parse(&package.version).is_ok(), "{package:?}");
    }
}

#[test]
fn subsets_and_names_choose() {
    let of = |subset: &str, names: &[&str]| {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        packages(&Wanted { subset: Some(subset.to_owned()), names })
    };
    for (subset, least) in [("ci", 10), ("rustc", 8), ("held-back", 10)] {
        assert!(of(subset, &[]).expect(subset).len() >= least, "{subset}");
    }
    assert_eq!(of("ci", &["zbus", "bat"]).expect("both are known").len(), 1);
    assert!(of("ci", &["zbuss"]).is_err());
    assert!(of("cii", &[]).is_err());
}

fn finding(code: &str, line: u32) -> Found {
    Found { file: "src/a.rs".into(), rule: "dropped_future", code: code.into(), line, bytes: (0, 1) }
}

const LIST: &str = r#"
[[finding]]
package = "a"
file = "src/a.rs"
rule = "dropped_future"
code = "f()"
verdict = "false-alarm"
reason = "no future"
times = 2

[[finding]]
package = "a"
file = "src/a.rs"
rule = "dropped_future"
code = "g()"
verdict = "deliberate"
reason = "a test"
"#;

#[test]
fn findings_are_looked_up_by_code_whatever_the_line() {
    let triage = Triage::parse(LIST).expect("it is whole");
    let sorted = triage.sort("a", vec![finding("f()", 1), finding("f()", 7), finding("g()", 9)]);
    assert_eq!((sorted.count(Verdict::FalseAlarm), sorted.count(Verdict::Deliberate)), (2, 1));
    assert!(sorted.untriaged.is_empty() && sorted.silent.is_empty(), "{sorted:?}");
}

#[test]
fn what_nobody_read_is_untriaged() {
    let triage = Triage::parse(LIST).expect("it is whole");
    let other = triage.sort("b", vec![finding("f()", 1)]);
    assert_eq!(other.untriaged.len(), 1, "of another package");
    let third = triage.sort("a", vec![finding("f()", 1), finding("f()", 2), finding("f()", 3)]);
    assert_eq!(third.untriaged, [finding("f()", 3)], "once more than listed");
    assert_eq!(third.silent, [(Verdict::Deliberate, "src/a.rs: dropped_future: g()".to_owned())]);
}

#[test]
fn an_entry_needs_a_reason() {
    assert!(Triage::parse(&LIST.replace("a test", " ")).is_err());
    assert!(Triage::read().is_ok());
}

fn record(found: usize, of: usize, mistakes: usize) -> Record {
    let mut record = Record::default();
    record.set("a", "statement", Figure::Found { found, of });
    record.set("a", "extra", Figure::Mistakes(mistakes));
    record
}

#[test]
fn only_worse_figures_count() {
    let old = record(5, 10, 1);
    let worse = |found, of, mistakes| record(found, of, mistakes).worse(&old).len();
    assert_eq!(worse(5, 10, 1), 0);
    assert_eq!(worse(6, 10, 0), 0);
    assert_eq!(worse(4, 10, 1), 1);
    assert_eq!(worse(5, 10, 2), 1);
    assert_eq!(worse(6, 11, 1), 1, "other sites cannot be compared");
}

#[test]
fn figures_that_are_not_recorded_are_not_compared() {
    assert!(record(0, 10, 9).worse(&Record::default()).is_empty());
}
