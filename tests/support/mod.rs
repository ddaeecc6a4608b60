//! Fixtures as text: a tree of files in one, with marks of what must be found in it. Knows no rule.

mod compiler;
mod marks;
mod text;
mod verdict;

pub use compiler::compile;
pub use text::{Fixture, all};
pub use verdict::{Tree, mismatches};
