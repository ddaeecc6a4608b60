//! Where a finding is not wanted: attributes and manifests that allow what it is about, and comments of our own.

mod attributes;
mod comments;
mod date;
mod scopes;
mod settle;
mod words;

pub use attributes::{Around, is_allowed};
pub use date::Date;
pub use settle::{Settings, Suppressions};
