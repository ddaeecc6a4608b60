//! When two `cfg`s cannot both hold, and what features decide.

use rustc_hash::FxHashSet;

use crate::summary::{Attrs, Cfg, Name};

/// Keys of which a build sets exactly one value.
const EXCLUSIVE: [&str; 7] = [
    "target_os",
    "target_arch",
    "target_env",
    "target_endian",
    "target_family",
    "target_pointer_width",
    "target_vendor",
];

/// Systems of the `unix` family that code tells apart.
const UNIX: [&str; 10] =
    ["linux", "macos", "ios", "android", "freebsd", "netbsd", "openbsd", "dragonfly", "solaris", "illumos"];

/// What is on in builds of std itself, where other crates stand in for `core`, and in none that anybody else makes.
const STD_BUILD: &str = "rustc-dep-of-std";

/// Which features of a crate are on in every build, and which in none. Of others nothing is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Features {
    /// On.
    pub on: FxHashSet<Name>,
    /// Off.
    pub off: FxHashSet<Name>,
    /// Dependencies that no build has, by the names that its paths start with: code that imports from them is in none.
    pub absent: FxHashSet<Name>,
}

/// Whether some build may have what stands under `cfg`, as far as features say; without any, all is wanted.
pub fn may_exist(features: Option<&Features>, cfg: Option<&Cfg>) -> bool {
    !features.zip(cfg).is_some_and(|(features, cfg)| features.exclude(cfg))
}

impl Features {
    /// Whether no build has what stands under `cfg`.
    pub fn exclude(&self, cfg: &Cfg) -> bool {
        self.holds(cfg) == Some(false)
    }

    /// `None`: not known.
    fn holds(&self, cfg: &Cfg) -> Option<bool> {
        match cfg {
            Cfg::All(parts) => self.first(parts, false),
            Cfg::Any(parts) => self.first(parts, true),
            Cfg::Not(inner) => self.holds(inner).map(|holds| !holds),
            Cfg::Atom { name, value: Some(feature) } if name == "feature" => {
                match (self.on.contains(feature), self.off.contains(feature)) {
                    (true, _) => Some(true),
                    (_, true) => Some(false),
                    _ => (*feature == STD_BUILD).then_some(false),
                }
            }
            Cfg::Atom { .. } | Cfg::Unknown => None,
        }
    }

    /// `decisive` if one part is that, else what all are.
    fn first(&self, parts: &[Cfg], decisive: bool) -> Option<bool> {
        let mut all_known = true;
        for part in parts {
            match self.holds(part) {
                Some(holds) if holds == decisive => return Some(decisive),
                Some(_) => {}
                None => all_known = false,
            }
        }
        all_known.then_some(!decisive)
    }
}

/// What must hold for a place to be compiled: facts, each with whether it holds. Alternatives (`any`) are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(Vec<(Name, Option<Name>, bool)>);

impl Facts {
    /// The facts that follow from all `cfg`s of `attrs`.
    pub fn of<'a>(attrs: impl IntoIterator<Item = &'a Attrs>) -> Self {
        let mut facts = Facts::default();
        for cfg in attrs.into_iter().filter_map(|attrs| attrs.cfg.as_deref()) {
            facts.add(cfg, true);
        }
        facts
    }

    fn add(&mut self, cfg: &Cfg, holds: bool) {
        match (cfg, holds) {
            (Cfg::Atom { name, value }, _) => self.atom(*name, *value, holds),
            (Cfg::Not(inner), _) => self.add(inner, !holds),
            (Cfg::All(parts), true) | (Cfg::Any(parts), false) => {
                parts.iter().for_each(|part| self.add(part, holds))
            }
            (Cfg::All(parts), false) | (Cfg::Any(parts), true) => {
                if let [part] = &parts[..] {
                    self.add(part, holds);
                }
            }
            (Cfg::Unknown, _) => {}
        }
    }

    /// `unix` is `target_family = "unix"`, and `target_os = "linux"` implies it.
    fn atom(&mut self, name: Name, value: Option<Name>, holds: bool) {
        let family = |name: Name| (Name::from("target_family"), Some(name), holds);
        match (name.as_str(), value) {
            ("unix" | "windows", None) => self.0.push(family(name)),
            ("target_os", Some(os)) => {
                self.0.push((name, value, holds));
                if holds && (UNIX.contains(&os.as_str()) || os == "windows") {
                    let known = if os == "windows" { "windows" } else { "unix" };
                    self.0.push(family(known.into()));
                }
            }
            _ => self.0.push((name, value, holds)),
        }
    }

    /// Whether only a build for WebAssembly satisfies them.
    pub fn need_wasm(&self) -> bool {
        let is_wasm = |name: Name, value: Option<Name>| match (name.as_str(), value) {
            ("target_arch" | "target_family", Some(value)) => value.as_str().starts_with("wasm"),
            // The system of `wasm32-unknown-unknown`; others of that name run no futures.
            ("target_os", Some(os)) => ["unknown", "wasi", "emscripten"].contains(&os.as_str()),
            (alias, None) => alias.starts_with("wasm"),
            _ => false,
        };
        self.0.iter().any(|(name, value, holds)| *holds && is_wasm(*name, *value))
    }

    /// Whether no build can satisfy both.
    pub fn exclude(&self, other: &Facts) -> bool {
        self.0.iter().any(|(name, value, holds)| {
            other.0.iter().any(|(other_name, other_value, other_holds)| {
                name == other_name
                    && match value == other_value {
                        true => holds != other_holds,
                        false => *holds && *other_holds && EXCLUSIVE.contains(&name.as_str()),
                    }
            })
        })
    }

    /// Whether every build that satisfies them satisfies `cfg`.
    pub fn imply(&self, cfg: &Cfg) -> bool {
        match cfg {
            Cfg::All(parts) => parts.iter().all(|part| self.imply(part)),
            Cfg::Any(parts) => parts.iter().any(|part| self.imply(part)),
            Cfg::Atom { .. } => {
                let mut wanted = Facts::default();
                wanted.add(cfg, true);
                wanted.0.iter().all(|fact| self.0.contains(fact))
            }
            Cfg::Not(inner) => {
                let mut refuted = Facts::default();
                refuted.add(inner, true);
                self.exclude(&refuted)
            }
            Cfg::Unknown => false,
        }
    }

    /// Whether no build that satisfies them satisfies `cfg`.
    pub fn refute(&self, cfg: &Cfg) -> bool {
        let mut facts = Facts::default();
        facts.add(cfg, true);
        self.exclude(&facts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn atom(name: &str, value: Option<&str>) -> Cfg {
        Cfg::Atom { name: name.into(), value: value.map(Name::from) }
    }

    fn facts(cfg: Cfg) -> Facts {
        Facts::of([&Attrs { cfg: Some(Box::new(cfg)), list: Vec::new() }])
    }

    #[test]
    fn features_decide_what_they_can() {
        let features = Features {
            on: ["a"].map(Name::from).into_iter().collect(),
            off: ["b"].map(Name::from).into_iter().collect(),
            absent: FxHashSet::default(),
        };
        let feature = |name| atom("feature", Some(name));
        let not = |cfg| Cfg::Not(Box::new(cfg));
        assert!(features.exclude(&feature("b")));
        assert!(!features.exclude(&feature("c")));
        assert!(features.exclude(&not(feature("a"))));
        assert!(!features.exclude(&not(feature("c"))));
        assert!(features.exclude(&Cfg::All(vec![atom("unix", None), feature("b")])));
        assert!(!features.exclude(&Cfg::All(vec![atom("unix", None), feature("a")])));
        assert!(features.exclude(&Cfg::Any(vec![not(feature("a")), feature("b")])));
        assert!(!features.exclude(&Cfg::Any(vec![atom("unix", None), feature("b")])));
        assert!(!features.exclude(&Cfg::Unknown));
        assert!(Features::default().exclude(&feature("rustc-dep-of-std")));
    }

    #[test]
    fn opposites_and_exclusive_values_exclude_each_other() {
        let unix = facts(atom("unix", None));
        assert!(unix.exclude(&facts(Cfg::Not(Box::new(atom("unix", None))))));
        assert!(
            unix.exclude(&facts(Cfg::Not(Box::new(Cfg::Any(vec![atom("unix", None), atom("wasm", None)])))))
        );
        assert!(
            !unix.exclude(&facts(Cfg::Any(vec![Cfg::Not(Box::new(atom("unix", None))), atom("x", None)])))
        );
        assert!(facts(atom("target_os", Some("linux"))).exclude(&facts(atom("target_os", Some("macos")))));
        assert!(unix.exclude(&facts(atom("windows", None))));
        assert!(unix.exclude(&facts(atom("target_os", Some("windows")))));
        assert!(!unix.exclude(&facts(atom("target_os", Some("linux")))));
        assert!(!unix.exclude(&facts(Cfg::Not(Box::new(atom("target_os", Some("linux")))))));
        assert!(facts(atom("windows", None)).exclude(&facts(atom("target_os", Some("linux")))));
        assert!(!facts(atom("feature", Some("a"))).exclude(&facts(atom("feature", Some("b")))));
    }

    #[test]
    fn facts_imply_what_they_say_and_refute_its_opposite() {
        let (test, unix) = (atom("test", None), atom("unix", None));
        let not = |cfg: &Cfg| Cfg::Not(Box::new(cfg.clone()));
        let here = facts(test.clone());
        assert!(here.imply(&test) && here.imply(&Cfg::Any(vec![unix.clone(), test.clone()])));
        assert!(!here.imply(&unix) && !here.imply(&not(&unix)) && !here.imply(&Cfg::Unknown));
        assert!(!here.imply(&Cfg::All(vec![unix.clone(), test.clone()])));
        assert!(here.refute(&not(&test)) && !here.refute(&test) && !here.refute(&unix));
        assert!(facts(atom("target_os", Some("linux"))).imply(&unix));
        assert!(facts(atom("windows", None)).imply(&not(&unix)));
        assert!(!Facts::default().imply(&test) && !Facts::default().refute(&test));
    }
}
