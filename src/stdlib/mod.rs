//! The standard library as signatures, so that resolution and inference know it without its sources.
//!
//! `core`, `alloc` and `std` are one crate here. Each file of `sigs/` holds the items of the top-level module
//! it is named after; `numbers` and `primitives` hold what belongs to no module. To teach the linter a `std`
//! API, write its signature in the file of its module, as the real one is declared, in this form:
//!
//! - Items in Rust syntax, one line a function. Bodies are `{}`; a trait's required methods end with `;`.
//!   Nothing is compiled, so a body need not fit.
//! - Stable APIs at their public paths. Allocator parameters, most attributes and documentation are left out.
//! - The prelude applies; every other name comes from a `use crate::…`.
//! - Private fields are left out. Only a type whose drop drops a parameter's values says so, with one private
//!   field a parameter: `pub struct Vec<T> { owned: T }`. Borrowing types, guards and `Drain`s have none.
//! - An impl of a trait lists its associated types; the methods' signatures are the trait's.
//!
//! Text only: nothing here reads or interprets it. `tests/stdlib.rs` has the compiler check each signature
//! against the real library; `test` is unstable, and only read.

mod numbers;

/// Name and text of the unstable crate `test`.
pub static TEST: (&str, &str) = ("test", include_str!("sigs/test.rs"));

/// Names and texts of all: std's modules, and `test` at the end.
pub fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied().chain([TEST])
}

/// Module name and text of each module, sorted by name.
pub static FILES: &[(&str, &str)] = &[
    ("alloc", include_str!("sigs/alloc.rs")),
    ("any", include_str!("sigs/any.rs")),
    ("array", include_str!("sigs/array.rs")),
    ("ascii", include_str!("sigs/ascii.rs")),
    ("backtrace", include_str!("sigs/backtrace.rs")),
    ("borrow", include_str!("sigs/borrow.rs")),
    ("boxed", include_str!("sigs/boxed.rs")),
    ("cell", include_str!("sigs/cell.rs")),
    ("char", include_str!("sigs/char.rs")),
    ("clone", include_str!("sigs/clone.rs")),
    ("cmp", include_str!("sigs/cmp.rs")),
    ("collections", include_str!("sigs/collections.rs")),
    ("convert", include_str!("sigs/convert.rs")),
    ("default", include_str!("sigs/default.rs")),
    ("env", include_str!("sigs/env.rs")),
    ("error", include_str!("sigs/error.rs")),
    ("f32", include_str!("sigs/f32.rs")),
    ("f64", include_str!("sigs/f64.rs")),
    ("ffi", include_str!("sigs/ffi.rs")),
    ("fmt", include_str!("sigs/fmt.rs")),
    ("fs", include_str!("sigs/fs.rs")),
    ("future", include_str!("sigs/future.rs")),
    ("hash", include_str!("sigs/hash.rs")),
    ("hint", include_str!("sigs/hint.rs")),
    ("io", include_str!("sigs/io.rs")),
    ("iter", include_str!("sigs/iter.rs")),
    ("marker", include_str!("sigs/marker.rs")),
    ("mem", include_str!("sigs/mem.rs")),
    ("net", include_str!("sigs/net.rs")),
    ("num", include_str!("sigs/num.rs")),
    ("numbers", numbers::TEXT),
    ("ops", include_str!("sigs/ops.rs")),
    ("option", include_str!("sigs/option.rs")),
    ("os", include_str!("sigs/os.rs")),
    ("panic", include_str!("sigs/panic.rs")),
    ("path", include_str!("sigs/path.rs")),
    ("pin", include_str!("sigs/pin.rs")),
    ("prelude", include_str!("sigs/prelude.rs")),
    ("primitives", include_str!("sigs/primitives.rs")),
    ("process", include_str!("sigs/process.rs")),
    ("ptr", include_str!("sigs/ptr.rs")),
    ("rc", include_str!("sigs/rc.rs")),
    ("result", include_str!("sigs/result.rs")),
    ("slice", include_str!("sigs/slice.rs")),
    ("str", include_str!("sigs/str.rs")),
    ("string", include_str!("sigs/string.rs")),
    ("sync", include_str!("sigs/sync.rs")),
    ("task", include_str!("sigs/task.rs")),
    ("thread", include_str!("sigs/thread.rs")),
    ("time", include_str!("sigs/time.rs")),
    ("vec", include_str!("sigs/vec.rs")),
];
