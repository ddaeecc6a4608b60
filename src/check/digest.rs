//! Numbers for what decides a result, by which it is found in a later run.

use std::hash::Hasher;
use std::path::PathBuf;

use rustc_hash::{FxHashSet, FxHasher};
use serde::{Deserialize, Serialize};

use crate::index::MacroData;
use crate::summary::Name;

/// Names something by all that decides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Digest(u64);

/// The key under which `what` is kept of runs over the same roots.
pub(super) fn key(what: &str, roots: &[PathBuf]) -> String {
    let roots: Vec<_> = roots.iter().map(|root| root.to_string_lossy()).collect();
    format!("{what} {}", roots.join("\n"))
}

/// Collects what decides it.
#[derive(Default)]
pub(super) struct Digester(FxHasher);

impl Digester {
    pub fn number(&mut self, number: u64) {
        self.0.write_u64(number);
    }

    pub fn text(&mut self, text: &str) {
        self.0.write_usize(text.len());
        self.0.write(text.as_bytes());
    }

    pub fn digest(&mut self, of: Digest) {
        self.number(of.0);
    }

    /// Names, in whatever order.
    pub fn names(&mut self, names: &FxHashSet<Name>) {
        let mut names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
        names.sort_unstable();
        self.number(names.len() as u64);
        names.into_iter().for_each(|name| self.text(name));
    }

    /// A definition.
    pub fn definition(data: &MacroData) -> u64 {
        let mut digester = Digester::default();
        digester.number(u64::from(data.local_inner));
        digester.number(data.call.tokens.digest());
        digester.finish().0
    }

    pub fn finish(self) -> Digest {
        Digest(self.0.finish())
    }
}
