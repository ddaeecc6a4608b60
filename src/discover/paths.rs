//! Paths as text: real ones, tidy ones, and the reasons why one cannot be read. Opens nothing.

use std::io;
use std::path::{Component, Path, PathBuf};

/// The path with all links followed: one spelling for each file or directory.
///
/// Errors where the file system does: nothing there, no permission, a loop of links.
pub(super) fn real(path: &Path) -> io::Result<PathBuf> {
    std::fs::canonicalize(path).map(without_verbatim_prefix)
}

/// Windows spells canonical paths `\\?\C:\…`, which no user does.
fn without_verbatim_prefix(path: PathBuf) -> PathBuf {
    if !cfg!(windows) {
        return path;
    }
    match path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) {
        Some(plain) if plain.as_bytes().get(1) == Some(&b':') => PathBuf::from(plain),
        _ => path,
    }
}

/// Takes `.` and `..` out of an absolute path by its text alone, as cargo does: links are not looked at.
pub(super) fn tidy(path: &Path) -> PathBuf {
    if cfg!(unix) && is_tidy(path.as_os_str().as_encoded_bytes()) {
        return path.to_path_buf();
    }
    let mut tidied = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                tidied.pop();
            }
            other => tidied.push(other),
        }
    }
    tidied
}

/// Whether no component is empty, `.` or `..`: so are most, and putting them together anew takes time.
fn is_tidy(path: &[u8]) -> bool {
    let components = path.strip_prefix(b"/").unwrap_or(path);
    components.split(|byte| *byte == b'/').all(|component| !matches!(component, b"" | b"." | b".."))
}

/// Why the file system said no: lower case, without path or error number.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "cannot be read: permission denied".to_owned(),
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or(&text);
            format!("cannot be read: {}", text.to_lowercase())
        }
    }
}

/// Whether the path's name ends with `.rs`.
pub(super) fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn paths_are_tidied_by_their_text() {
        for (path, tidied) in [
            ("/a/b.rs", "/a/b.rs"),
            ("/a/.b/..c/d..", "/a/.b/..c/d.."),
            ("/a/./b", "/a/b"),
            ("/a/../b", "/b"),
            ("/a/b/../../..", "/"),
            ("/a//b/", "/a/b"),
            ("/a/.", "/a"),
            ("/", "/"),
        ] {
            let found = tidy(Path::new(path));
            assert_eq!(found.as_os_str(), Path::new(tidied).as_os_str(), "{path}");
            assert_eq!(is_tidy(path.as_bytes()), path == tidied && path != "/", "{path}");
        }
    }
}
