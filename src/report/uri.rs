//! Paths as URIs: percent-encoded UTF-8. Knows no format.

/// Encodes what has a meaning in a URI, cannot stand in one, or is not ASCII; `keep` says which further ASCII
/// punctuation stays as it is.
pub fn encode(path: &str, keep: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_ascii_alphanumeric() || "-._~/".contains(c) || keep.contains(c) {
            out.push(c);
        } else {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        }
    }
    out
}

/// `file:///…` for an absolute path with `/` between its parts (`C:/…` on Windows).
pub fn file_url(path: &str, keep: &str) -> String {
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{}", encode(path, keep))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_is_encoded() {
        assert_eq!(encode("src/a b#c?d%e:ä🦀.rs", ""), "src/a%20b%23c%3Fd%25e%3A%C3%A4%F0%9F%A6%80.rs");
        assert_eq!(encode("a@b:c", "@:"), "a@b:c");
        assert_eq!(file_url("/p/a b", ""), "file:///p/a%20b");
        assert_eq!(file_url("C:/p", ":"), "file:///C:/p");
    }
}
