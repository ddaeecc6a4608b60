//! What attributes do to the signature that callers see, as a table.

use crate::summary::{Attr, Attrs};

/// What a function's attributes make of its `async`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Callers see the signature as written.
    AsWritten,
    /// Callers see a synchronous function (`#[tokio::main] async fn`), or none at all (tests).
    Synchronous,
    /// It depends on a feature of `maybe-async`, and stays as written unless that is switched on.
    Maybe,
    /// It depends on what cannot be seen, e.g. a feature.
    Unknown,
}

/// Attributes whose last segment says that the runtime is started inside: calling the function runs it. The first
/// segment varies with the runtime (`tokio`, `actix_web`, `async_std`, `smol_potat`, `ntex`, `rocket`, …).
const ENTRY_POINTS: [&str; 4] = ["main", "test", "bench", "entry"];

/// Attributes that make a function async or not by a feature, or that replace what calling it gives.
const UNKNOWN: [&str; 8] = [
    // bisync, synca: async or not by a feature.
    "sync_impl",
    "must_be_sync",
    "bisync",
    "synca",
    "maybe_fut",
    // embassy_executor::task gives a SpawnToken; rtic's give nothing that can be called.
    "task",
    // cached wrappers and the like that may hand out something else.
    "component",
    "wasm_bindgen_test",
];

/// What the attributes of a function, or of the impl or trait around it, make of its `async`.
pub fn effect(attrs: &Attrs) -> Effect {
    let by_case = attrs.list.iter().any(gives_case);
    let mut effects = attrs.list.iter().filter(|attr| !(by_case && attr.last() == "test")).map(effect_of);
    effects.find(|effect| *effect != Effect::AsWritten).unwrap_or(Effect::AsWritten)
}

/// Whether an attribute makes a test of its own that calls the function, which stays as it is written: `#[case(1)]` of
/// rstest, `#[test_case(1)]`.
fn gives_case(attr: &Attr) -> bool {
    attr.path == "case" || attr.path.starts_with("case::") || attr.last() == "test_case"
}

fn effect_of(attr: &Attr) -> Effect {
    let path = attr.path.as_str();
    let last = attr.last();
    let found = if ENTRY_POINTS.contains(&last) {
        Effect::Synchronous
    } else if path == "maybe_async" || path == "maybe_async::maybe_async" {
        Effect::Maybe
    } else if UNKNOWN.contains(&last) || path.starts_with("maybe_async") {
        Effect::Unknown
    } else {
        return Effect::AsWritten;
    };
    match attr.condition {
        // Where the condition does not hold, the function stays as it is written all the same.
        Some(_) if found != Effect::Maybe => Effect::Unknown,
        _ => found,
    }
}
