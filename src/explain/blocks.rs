//! Code blocks of a Markdown page. Knows fences and nothing else of Markdown.

/// One fenced block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block<'a> {
    /// What stands behind the opening fence: `rust`, `rust,ignore`, `python`, or nothing.
    pub info: &'a str,
    /// The lines between the fences, each with its line end.
    pub code: &'a str,
    /// 1-based line of the page on which `code` begins.
    pub line: usize,
}

impl Block<'_> {
    /// Whether it is Rust that stands by itself: a file that compiles without any dependency.
    pub fn is_whole_rust(&self) -> bool {
        self.info == "rust"
    }
}

/// The fenced blocks of `markdown`, in order. Fences are lines that begin with three backticks, not indented; a
/// block that is never closed ends with the page.
pub fn code_blocks(markdown: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, usize, usize)> = None;
    let mut offset = 0;
    for (index, line) in markdown.split_inclusive('\n').enumerate() {
        let end = offset + line.len();
        if let Some(info) = line.strip_prefix("```") {
            open = match open {
                None => Some((info.trim(), end, index + 2)),
                Some((info, start, line)) => {
                    blocks.push(Block { info, code: &markdown[start..offset], line });
                    None
                }
            };
        }
        offset = end;
    }
    if let Some((info, start, line)) = open {
        blocks.push(Block { info, code: &markdown[start..], line });
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_have_their_info_code_and_line() {
        let page = "# x\n\n```rust\nfn a() {}\n```\ntext ```not a fence```\n```\n\nplain\n```\n";
        let rust = Block { info: "rust", code: "fn a() {}\n", line: 4 };
        let plain = Block { info: "", code: "\nplain\n", line: 8 };
        assert_eq!(code_blocks(page), [rust, plain]);
        assert!(rust.is_whole_rust() && !plain.is_whole_rust());
    }

    #[test]
    fn an_open_block_ends_with_the_page() {
        assert_eq!(code_blocks("```rust,ignore\nx"), [Block { info: "rust,ignore", code: "x", line: 2 }]);
        assert_eq!(code_blocks("```"), [Block { info: "", code: "", line: 2 }]);
        assert_eq!(code_blocks(""), []);
    }

    #[test]
    fn windows_line_ends_stay_in_the_code() {
        assert_eq!(code_blocks("```rust\r\na\r\n```\r\n"), [Block { info: "rust", code: "a\r\n", line: 2 }]);
    }
}
