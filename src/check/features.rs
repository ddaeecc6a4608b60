//! Which features of dependencies some build may have: what anybody asks for, and what that switches on.
//!
//! By name alone, all versions of a package together, and with all that the project's own features could ask for: what is
//! not on here is on in no build.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::discover::{Dependency, ForeignPackage, Package};

/// A feature: of which package, and its name.
type Feature = (String, String);

/// What is asked for, and what that leads to.
#[derive(Default)]
pub(super) struct Switches {
    asked: Vec<Feature>,
    leads: FxHashMap<Feature, Vec<Feature>>,
}

impl Switches {
    /// A package of the project: each of its features may be on.
    pub fn add_own(&mut self, package: &Package) {
        self.asked.extend(package.features.keys().map(|feature| (package.name.clone(), feature.clone())));
        self.describe(&package.name, &package.features, &package.dependencies);
    }

    /// A dependency: those of its features are on that somebody asks for.
    pub fn add(&mut self, package: &ForeignPackage) {
        self.describe(&package.name, &package.features, &package.dependencies);
    }

    fn describe(
        &mut self,
        name: &str,
        features: &BTreeMap<String, Vec<String>>,
        dependencies: &[Dependency],
    ) {
        for dependency in dependencies {
            let asked = dependency.features.iter();
            self.asked.extend(asked.map(|feature| (dependency.package.clone(), feature.clone())));
        }
        for (feature, switches) in features {
            let leads = switches.iter().filter_map(|switch| lead(name, switch, dependencies));
            self.leads.entry((name.to_owned(), feature.clone())).or_default().extend(leads);
        }
    }

    /// Whether some build may have that feature of that package.
    pub fn is_on(&self, package: &str, feature: &str) -> bool {
        let mut seen: FxHashSet<&Feature> = FxHashSet::default();
        let mut left: Vec<&Feature> = self.asked.iter().collect();
        while let Some(next) = left.pop() {
            if seen.insert(next) {
                left.extend(self.leads.get(next).into_iter().flatten());
            }
        }
        seen.iter().any(|(of, on)| of == package && on == feature)
    }
}

/// What an entry of a feature of the package `name` switches on, if that is a feature.
fn lead(name: &str, switch: &str, dependencies: &[Dependency]) -> Option<Feature> {
    let Some((dependency, feature)) = switch.split_once('/') else {
        return (!switch.starts_with("dep:")).then(|| (name.to_owned(), switch.to_owned()));
    };
    let key = dependency.trim_end_matches('?').replace('-', "_");
    let package = dependencies.iter().find(|dependency| dependency.name == key.as_str())?;
    Some((package.package.clone(), feature.to_owned()))
}
