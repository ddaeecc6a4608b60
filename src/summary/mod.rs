//! What lowering makes of one file: an owned, `Send` value that names no `syn` type and no other file.
//!
//! Data only. Nothing here reads, resolves or judges; [`print`] shows a summary for tests and debugging.

mod attrs;
mod body;
mod graft;
mod items;
mod lazy;
mod macros;
mod mentions;
mod name;
pub mod print;
mod signatures;
mod tokens;
mod types;
mod walk;

pub use attrs::*;
pub use body::*;
pub use graft::{Grown, Spot, Standing};
pub use items::*;
pub use lazy::Lazy;
pub use macros::{diverges, gives_unit, is_well_known};
pub use mentions::mentions;
pub use name::{Name, load, store};
pub use signatures::*;
pub use tokens::*;
pub use types::*;
