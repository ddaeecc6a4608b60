//! JSON that is safe to print: texts are as they are, what a terminal or a log could take for something else is in
//! `\u` notation, which JSON readers undo.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::escape::{ends_log_command, is_unsafe};

/// Writes a value in one line, with its line end.
pub fn write_line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Harmless))?;
    out.write_all(b"\n")
}

struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, text: &str) -> io::Result<()> {
        let mut written = 0;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let is_command = c == '#' && ends_log_command(&text[..at], &text[end..]);
            if !is_unsafe(c) && !is_command {
                continue;
            }
            out.write_all(&text.as_bytes()[written..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            written = end;
        }
        out.write_all(&text.as_bytes()[written..])
    }
}
