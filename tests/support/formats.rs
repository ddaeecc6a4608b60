//! The formats that the command offers: a test compares them with its help.

/// All formats.
pub const FORMATS: [&str; 12] = [
    "full",
    "concise",
    "json",
    "jsonl",
    "rustc",
    "cargo",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
];
