//! Stub.
pub static FILES: &[(&str, &str)] = &[];
