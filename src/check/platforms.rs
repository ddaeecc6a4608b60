//! Dependencies that only some platforms have.

use crate::discover::Dependency;

/// Whether a dependency is not for single platforms: those are mostly bindings of operating systems and browsers,
/// many times larger than all else together, and free of futures. What is for all but some
/// (`cfg(not(target_family = "wasm"))`) is portable. What the project itself asks for is left out only if it is for
/// Windows or browsers, whose bindings are the largest.
pub(super) fn is_portable(dependency: &Dependency, by_project: bool) -> bool {
    let Some(platform) = &dependency.platform else { return true };
    let positive = without_negations(platform);
    let names_any = |words: &[&str]| words.iter().any(|word| positive.contains(word));
    match by_project {
        true => !names_any(&["windows", "wasm"]),
        false => positive.starts_with("cfg(") && !names_any(&["windows", "unix", "wasm", "target_"]),
    }
}

/// A `cfg` without its `not(…)`s.
fn without_negations(cfg: &str) -> String {
    let Some(start) = cfg.find("not(") else { return cfg.to_owned() };
    let mut depth = 0usize;
    let end = cfg[start..].find(|c: char| {
        depth = match c {
            '(' => depth + 1,
            ')' => depth - 1,
            _ => return false,
        };
        depth == 0
    });
    match end {
        Some(end) => format!("{}{}", &cfg[..start], without_negations(&cfg[start + end + 1..])),
        None => cfg[..start].to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn portable(platform: &str, by_project: bool) -> bool {
        let (name, package) = ("x".into(), "x".to_owned());
        let dependency = Dependency {
            name,
            package,
            manifest: None,
            version: None,
            platform: Some(platform.to_owned()),
            renamed: false,
            is_optional: false,
            features: BTreeSet::new(),
            is_stripped: false,
        };
        is_portable(&dependency, by_project)
    }

    #[test]
    fn what_is_for_all_but_some_platforms_is_portable() {
        for by_project in [false, true] {
            assert!(portable("cfg(not(target_family = \"wasm\"))", by_project));
            assert!(portable("cfg(all(not(windows), not(any(unix, wasm)), tokio_unstable))", by_project));
            assert!(!portable("cfg(windows)", by_project));
            assert_eq!(portable("cfg(all(not(miri), target_os = \"linux\"))", by_project), by_project);
            assert_eq!(portable("x86_64-unknown-linux-gnu", by_project), by_project);
            assert!(!portable("x86_64-pc-windows-msvc", by_project));
        }
    }
}
