//! `summarize`: packs what the linter brings along of published crates, for developers of the linter.

use std::fs;
use std::path::Path;

use super::NOTHING;
use super::terminal::Terminal;
use crate::check::summarize;

/// Reads `list` and writes what is packed beside it; gives the exit code.
pub fn run(list: &Path, home: &Path, terminal: &Terminal) -> u8 {
    let text = fs::read_to_string(list).map_err(|error| error.to_string());
    let packed = text.and_then(|text| summarize(&text, home));
    let written = packed
        .and_then(|bytes| fs::write(list.with_extension("bin"), bytes).map_err(|error| error.to_string()));
    match written {
        Ok(()) => NOTHING,
        Err(message) => terminal.fail(&format!("{}: {message}", list.display())),
    }
}
