//! Steps over a group without telling what is in it: most of a dependency's text is bodies.

use super::{Kind, Lexeme, Scanner, line_end};

/// Bytes that a group may end with, or that text begins with in which delimiters are none.
static IS_SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < SPECIAL.len() {
        table[SPECIAL[at] as usize] = true;
        at += 1;
    }
    table
};

const SPECIAL: &[u8] = b"(){}[]\"'/";

impl Scanner<'_> {
    /// The closing delimiter of the group that is open, or the end of the text. Delimiters of all kinds count alike.
    pub(in crate::lower) fn skip_group(&mut self) -> Option<Lexeme> {
        let close = self.closing();
        if close.is_none() {
            self.at = self.bytes.len();
        }
        close
    }

    fn closing(&mut self) -> Option<Lexeme> {
        let mut depth = 1usize;
        loop {
            let rest = self.bytes.get(self.at..)?;
            self.at += rest.iter().position(|byte| IS_SPECIAL[*byte as usize])?;
            let start = self.at;
            match self.bytes[start] {
                b'(' | b'[' | b'{' => depth += 1,
                close @ (b')' | b']' | b'}') => {
                    depth -= 1;
                    if depth == 0 {
                        self.at += 1;
                        return Some(self.lexeme(Kind::Close(close), start));
                    }
                }
                b'"' => {
                    self.at = self.behind_string(start)?;
                    continue;
                }
                b'\'' => {
                    self.quote(start);
                    continue;
                }
                _ => match self.byte(start + 1) {
                    b'/' => {
                        self.at = line_end(self.bytes, start);
                        continue;
                    }
                    b'*' => {
                        self.block_comment();
                        continue;
                    }
                    _ => {}
                },
            }
            self.at += 1;
        }
    }

    /// Behind the string whose opening quote is at `quote`, by what stands before that.
    fn behind_string(&self, quote: usize) -> Option<usize> {
        let before = &self.bytes[..quote];
        let hashes = before.iter().rev().take_while(|byte| **byte == b'#').count();
        let before = &before[..quote - hashes];
        let word = before.iter().rev().take_while(|byte| super::IS_WORD[**byte as usize] || **byte >= 0x80);
        let word = &before[before.len() - word.count()..];
        let is_lifetime = before[..before.len() - word.len()].last() == Some(&b'\'');
        match matches!(word, b"r" | b"br" | b"cr") && !is_lifetime {
            true => self.raw_string_end(quote - hashes).unwrap_or_else(|| self.string_end(quote)),
            false => self.string_end(quote),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What reading it token by token finds.
    fn by_tokens(scanner: &mut Scanner) -> Option<Lexeme> {
        let mut depth = 1usize;
        scanner.find(|lexeme| {
            match lexeme.kind {
                Kind::Open(_) => depth += 1,
                Kind::Close(_) => depth -= 1,
                _ => {}
            }
            depth == 0
        })
    }

    /// How many groups of a text end where reading them token by token ends.
    fn agree(text: &str) -> usize {
        let mut scanner = Scanner::new(text);
        let mut count = 0;
        while let Some(lexeme) = scanner.next() {
            if matches!(lexeme.kind, Kind::Open(_)) {
                let (mut skipped, mut read) = (scanner.clone(), scanner.clone());
                let found = skipped.skip_group();
                assert_eq!(found, by_tokens(&mut read), "{}", &text[lexeme.start..]);
                assert_eq!(skipped.at, read.at);
                count += usize::from(found.is_some());
            }
        }
        count
    }

    #[test]
    fn what_is_no_delimiter_is_none() {
        for text in [
            r##"{ "}" '}' b'}' b"}" c"}" "\"}" '\'' '"' "\\" }"##,
            r###"{ r"}\" r#"}"}"# br##"}"#}"## cr"}\" }"###,
            r##"{ bar"}" xr#"}"# _r"\"}" 'r "}" 'a '}' }"##,
            "{ // }\n /* } /* } */ } */ /// }\n //! }\n a / b /}",
            "{ 'a: loop { break 'a } x('{', b'{', '\\u{7d}', '\\'') }",
            "{ r#fn ( r#\"a\"# ) #\"}\" # \"}\" }",
            "{ ä\"}\" \u{1f600} '\u{1f600}' 'ä' \"ä}\" }",
            "([{}]{}[()]) } ) ( ] }",
            "{ 1.0 1e5\"}\" 0x\"}\" 2r\"}\" }",
        ] {
            assert!(agree(text) > 0, "{text}");
        }
        for text in ["{ \"", "{ r#\"}\"", "{ /* }", "{ ' ", "{ '{ ", "{ b'", "{", "{ // }"] {
            assert_eq!(agree(text), 0, "{text}");
        }
    }

    #[test]
    fn groups_of_sources_end_where_they_do() {
        let sources = [include_str!("skip.rs"), include_str!("../scan.rs"), include_str!("../repair.rs")];
        for text in sources {
            assert!(agree(text) > 100);
            // Wherever it breaks off.
            for end in (0..text.len()).step_by(997).filter(|end| text.is_char_boundary(*end)) {
                agree(&text[..end]);
                agree(&text[end..]);
            }
        }
    }
}
