//! What lowering makes of one file: an owned, `Send` value that names no `syn` type and no other file.
//!
//! Data only. Nothing here reads, resolves or judges; [`print`] shows a summary for tests and debugging.

mod body;
mod items;
mod mentions;
pub mod print;
mod tokens;
mod types;
mod walk;

pub use body::*;
pub use items::*;
pub use mentions::mentions;
pub use tokens::*;
pub use types::*;

/// An interned identifier. Raw identifiers are stored without `r#`.
pub type Name = ustr::Ustr;
