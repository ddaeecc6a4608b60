//! Attributes and the conditions that things stand under.

use serde::{Deserialize, Serialize};

use super::Name;
use crate::source::Span;

/// The attributes of one node that matter here: documentation is left out, `cfg_attr` is unfolded
/// (what it holds is listed with [`Attr::condition`] set).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Attrs {
    /// All `#[cfg(…)]` of the node, joined with `all` if there are several.
    pub cfg: Option<Box<Cfg>>,
    /// All others, in order.
    pub list: Vec<Attr>,
}

/// One attribute other than `cfg` and documentation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attr {
    /// Its path joined with `::`, e.g. `tokio::main`, `allow`, `derive`.
    pub path: Name,
    /// What follows the path, as source text without outer delimiters or `=`; empty if nothing.
    pub args: String,
    /// When it holds, if it came out of a `cfg_attr`.
    pub condition: Option<Box<Cfg>>,
    /// Its span.
    pub span: Span,
}

impl Attr {
    /// The last segment of its path: crates name their own as `crate::proxy`.
    pub fn last(&self) -> &str {
        self.path.rsplit(':').next().unwrap_or_default()
    }

    /// The last names of what a `derive` lists; nothing for other attributes.
    pub fn derived(&self) -> impl Iterator<Item = &str> {
        let list = if self.path == "derive" { self.args.as_str() } else { "" };
        let paths = list.split(',').map(str::trim).filter(|path| !path.is_empty());
        paths.filter_map(|path| path.rsplit(':').next()).map(str::trim_start)
    }
}

/// A `cfg` predicate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cfg {
    /// `all(…)`.
    All(Vec<Cfg>),
    /// `any(…)`.
    Any(Vec<Cfg>),
    /// `not(…)`.
    Not(Box<Cfg>),
    /// `name` or `name = "value"`.
    Atom { name: Name, value: Option<Name> },
    /// Anything that could not be read.
    Unknown,
}

impl std::fmt::Display for Cfg {
    /// As it is written in `#[cfg(…)]`.
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let list = |f: &mut std::fmt::Formatter, name: &str, parts: &[Cfg]| {
            write!(f, "{name}(")?;
            parts.iter().try_for_each(|part| write!(f, "{part}, "))?;
            f.write_str(")")
        };
        match self {
            Cfg::All(parts) => list(f, "all", parts),
            Cfg::Any(parts) => list(f, "any", parts),
            Cfg::Not(inner) => write!(f, "not({inner})"),
            Cfg::Atom { name, value: Some(value) } => write!(f, "{name} = {:?}", value.as_str()),
            Cfg::Atom { name, value: None } => write!(f, "{name}"),
            // What is no atom cannot be read this time either.
            Cfg::Unknown => f.write_str("\"\""),
        }
    }
}
