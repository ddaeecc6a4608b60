//! Where a finding is not wanted: attributes and manifests that allow what it is about.

mod attributes;

pub use attributes::{Around, is_allowed};
