//! GitHub's `primaryLocationLineHash`: a fingerprint of a line by the text from its start on, so that an alert stays
//! the same when lines are added above it.
//!
//! The public algorithm is that of github/codeql-action (`fingerprints`): a polynomial hash, multiplier 37, modulo
//! 2^64, over the next 100 UTF-16 units that are neither space nor tab; `\r` and `\r\n` count as `\n`; the end of the
//! file counts as 65535, and what lies behind it as 0. Behind a colon stands how many lines of the file, up to this
//! one, have that hash.

use std::collections::HashMap;

const WINDOW: usize = 100;
const MULTIPLIER: u64 = 37;
const END_OF_FILE: u64 = 65_535;

/// The fingerprints of all lines of one file.
pub struct LineHashes {
    /// Byte offset at which each line starts, and its fingerprint.
    lines: Vec<(usize, String)>,
}

impl LineHashes {
    /// Hashes a whole text.
    pub fn new(text: &str) -> Self {
        let (units, starts) = units(text);
        // Hash of the first n units, for each n: that of a window is a difference of two.
        let mut sums = Vec::with_capacity(units.len() + 1);
        sums.push(0u64);
        for unit in &units {
            let last = sums[sums.len() - 1];
            sums.push(last.wrapping_mul(MULTIPLIER).wrapping_add(*unit));
        }
        let shift = (0..WINDOW).fold(1u64, |power, _| power.wrapping_mul(MULTIPLIER));
        let mut seen: HashMap<u64, usize> = HashMap::new();
        let lines = starts.into_iter().map(|(byte, unit)| {
            let hash = sums[unit + WINDOW].wrapping_sub(sums[unit].wrapping_mul(shift));
            let count = seen.entry(hash).or_default();
            *count += 1;
            (byte, format!("{hash:x}:{count}"))
        });
        LineHashes { lines: lines.collect() }
    }

    /// The fingerprint of the line that starts at that byte, or of the one that holds it.
    pub fn at(&self, byte: usize) -> &str {
        let behind = self.lines.partition_point(|(start, _)| *start <= byte);
        self.lines.get(behind.saturating_sub(1)).map_or("", |(_, hash)| hash)
    }
}

/// What is hashed, with a whole window behind the last line's start; and for each line its first byte and unit.
fn units(text: &str) -> (Vec<u64>, Vec<(usize, usize)>) {
    let mut units = Vec::with_capacity(text.len() + WINDOW);
    let mut starts = Vec::new();
    let mut line = Some(0);
    let mut after_return = false;
    for (at, c) in text.char_indices() {
        // A `\n` is swallowed only directly behind a `\r`: a space between them makes it a line end of its own.
        let swallowed = matches!(c, ' ' | '\t') || after_return && c == '\n';
        after_return = c == '\r';
        if swallowed {
            if c == '\n' && line.is_some() {
                line = Some(at + 1);
            }
            continue;
        }
        if let Some(start) = line.take() {
            starts.push((start, units.len()));
        }
        if matches!(c, '\r' | '\n') {
            line = Some(at + 1);
            units.push(u64::from(b'\n'));
        } else {
            units.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| u64::from(*unit)));
        }
    }
    if let Some(start) = line {
        starts.push((start, units.len()));
    }
    units.push(END_OF_FILE);
    units.resize(units.len() + WINDOW, 0);
    (units, starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        LineHashes::new(text).lines.into_iter().map(|(_, hash)| hash).collect()
    }

    /// From a program of its own in another language, which hashes each window anew; on the inputs of the tests of
    /// github/codeql-action, of which the first, the last and the ten repeated lines are, it agrees with these.
    #[test]
    fn hashes_are_those_of_the_public_algorithm() {
        assert_eq!(all(""), ["c129715d7a2bc9a3:1"]);
        assert_eq!(
            all("f();\r\n\tg();  \rh();\n \n\n"),
            [
                "8c9856b6c8751306:1",
                "25a1e637b52f479e:1",
                "70a23769b0d2ccb5:1",
                "5b5d4caf73a13177:1",
                "3c5bef55b72b93c9:1",
                "c129715d7a2bc9a3:1",
            ]
        );
        assert_eq!(
            all(&("async fn ä() { \"函数🦀\"; g(); }\n".repeat(3) + "end")),
            ["4932a4109fd02184:1", "b32d3f538238b00e:1", "e7015231510b7cd8:1", "43b6461eda086fe2:1"]
        );
        assert_eq!(
            all(&("x".repeat(250) + "\n" + &"x".repeat(100))),
            ["52b56201ffb58620:1", "52b56201ffb58620:2"]
        );
        assert_eq!(all("a\r \nb"), ["67c066a59e652f5e:1", "cc4c43d77869440f:1", "8ee5a81e681643c1:1"]);
        assert_eq!(
            all(&"Lorem ipsum dolor sit amet.\n".repeat(10)),
            [
                "a7f2ff13bc495cf2:1",
                "a7f2ff13bc495cf2:2",
                "a7f2ff13bc495cf2:3",
                "a7f2ff13bc495cf2:4",
                "a7f2ff13bc495cf2:5",
                "a7f2ff13bc495cf2:6",
                "a7f2ff1481e87703:1",
                "a9cf91f7bbf1862b:1",
                "55ec222b86bcae53:1",
                "cc97dc7b1d7d8f7b:1",
                "c129715d7a2bc9a3:1",
            ]
        );
        assert_eq!(
            all(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"),
            [
                "e9496ae3ebfced30:1",
                "fb7c023a8b9ccb3f:1",
                "ce8ba1a563dcdaca:1",
                "e20e36e16fcb0cc8:1",
                "b3edc88f2938467e:1",
                "c8e28b0b4002a3a0:1",
                "c129715d7a2bc9a3:1",
            ]
        );
    }

    #[test]
    fn lines_are_found_by_their_first_byte() {
        let hashes = LineHashes::new("a\r\n\tb\n");
        assert_eq!(hashes.at(0), all("a\r\n\tb\n")[0]);
        assert_eq!(hashes.at(3), all("a\r\n\tb\n")[1]);
        assert_eq!(hashes.at(6), "c129715d7a2bc9a3:1");
    }
}
