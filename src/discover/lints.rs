//! What a manifest's `[lints]` says. Nothing here looks at another file.

use toml::{Table, Value};

use super::LintLevel;
use super::manifest::{Manifest, flag_of, table_of, text_of};

/// The levels that hold for a package, in the order in which cargo applies them. `root` is the workspace it may inherit
/// from.
pub(super) fn lint_levels(manifest: &Manifest, root: Option<&Manifest>) -> Vec<LintLevel> {
    let Some(own) = manifest.section("lints") else { return Vec::new() };
    let shared = || root.and_then(Manifest::workspace).and_then(|table| table_of(table, "lints"));
    let table = if flag_of(own, "workspace") == Some(true) { shared() } else { Some(own) };
    let Some(table) = table else { return Vec::new() };
    let mut levels: Vec<(i64, LintLevel)> = [("rust", ""), ("clippy", "clippy::")]
        .iter()
        .flat_map(|(tool, prefix)| of_tool(table, tool, prefix))
        .collect();
    levels.sort_by(|(left, a), (right, b)| (left, &a.name).cmp(&(right, &b.name)));
    levels.into_iter().map(|(_, level)| level).collect()
}

/// `name = "allow"` and `name = { level = "allow", priority = 1 }`, each with its priority.
fn of_tool(table: &Table, tool: &str, prefix: &str) -> Vec<(i64, LintLevel)> {
    let entries = table_of(table, tool).into_iter().flatten();
    let entry = |(name, value): (&String, &Value)| {
        let (level, priority) = match value {
            Value::Table(table) => {
                (text_of(table, "level")?, table.get("priority").and_then(Value::as_integer))
            }
            other => (other.as_str()?, None),
        };
        // Manifests may write `-` for `_`.
        let name = format!("{prefix}{}", name.replace('-', "_"));
        Some((priority.unwrap_or(0), LintLevel { name, allowed: level == "allow" }))
    };
    entries.filter_map(entry).collect()
}
