//! The only place that opens a file: regular files within the boundary, of bounded size.

use std::fs::{File, FileType, Metadata, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::Boundary;
use super::paths::{is_rust, real, reason};

/// The largest file that is read, in bytes: 64 MiB. Spans are `u32`, and no source that people write comes near it.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

/// Reads a source file as UTF-8: a regular file (no FIFO, no device) within `boundary` after all links are
/// followed, of at most [`MAX_FILE_BYTES`].
///
/// The error is one lower-case line without the path that never quotes content. A byte in it counts from 0.
pub fn read_source(boundary: &Boundary, path: &Path) -> Result<String, String> {
    let real = boundary.admit(path)?;
    utf8(read_regular(&real)?)
}

impl Boundary {
    /// The real path of `path`, if files may be read there.
    pub(super) fn admit(&self, path: &Path) -> Result<PathBuf, String> {
        let real = real(path).map_err(|error| reason(&error))?;
        let readable = lies_in(&real, &self.roots) || lies_in(&real, &self.sources) && is_rust(&real);
        if is_kernel_view(&real) || !readable {
            return Err("lies outside the project".to_owned());
        }
        Ok(real)
    }

    /// Whether `dir` (a real path) lies within.
    pub(super) fn holds(&self, dir: &Path) -> bool {
        lies_in(dir, &self.roots) || lies_in(dir, &self.sources)
    }

    /// The directory of the boundary that `dir` (a real path) lies in, or itself.
    pub(super) fn around<'a>(&'a self, dir: &'a Path) -> &'a Path {
        let mut dirs = self.roots.iter().chain(&self.sources);
        dirs.find(|root| dir.starts_with(root)).map_or(dir, PathBuf::as_path)
    }
}

fn lies_in(path: &Path, dirs: &[PathBuf]) -> bool {
    dirs.iter().any(|dir| path.starts_with(dir))
}

/// `/proc` and `/sys` hold the state of the machine as regular files, even where someone has asked to check `/`.
fn is_kernel_view(real: &Path) -> bool {
    cfg!(unix) && (real.starts_with("/proc") || real.starts_with("/sys"))
}

/// Reads a manifest: a regular file, or a link to one within `boundary`.
///
/// That the manifest's directory may be looked at is for the caller to know.
pub(super) fn read_manifest(boundary: &Boundary, path: &Path) -> Result<String, String> {
    let metadata = std::fs::symlink_metadata(path).map_err(|error| reason(&error))?;
    let real = if metadata.is_symlink() { boundary.admit(path)? } else { path.to_path_buf() };
    utf8(read_regular(&real)?)
}

/// Reads a regular file; a link is none. `path` has no links that lead elsewhere: the caller has looked.
///
/// The kind is looked at before opening (opening a device can do things) and again on what was opened, without
/// blocking: between the two, the file may have become a FIFO.
pub(super) fn read_regular(path: &Path) -> Result<Vec<u8>, String> {
    accept(&std::fs::symlink_metadata(path).map_err(|error| reason(&error))?)?;
    let file = open(path).map_err(|error| reason(&error))?;
    let metadata = file.metadata().map_err(|error| reason(&error))?;
    accept(&metadata)?;

    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    accept_size(bytes.len() as u64)?;
    Ok(bytes)
}

fn open(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK | libc::O_NOFOLLOW);
    options.open(path)
}

fn accept(metadata: &Metadata) -> Result<(), String> {
    if !metadata.is_file() {
        return Err(format!("is {}, not a regular file", kind(metadata.file_type())));
    }
    accept_size(metadata.len())
}

fn accept_size(bytes: u64) -> Result<(), String> {
    if bytes <= MAX_FILE_BYTES {
        return Ok(());
    }
    let mega = |bytes: u64| bytes.div_ceil(1 << 20);
    Err(format!("is {} MB, the limit is {} MB", mega(bytes), mega(MAX_FILE_BYTES)))
}

/// What a thing is that is no regular file.
fn kind(file_type: FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if file_type.is_fifo() {
            return "a FIFO";
        }
        if file_type.is_socket() {
            return "a socket";
        }
        if file_type.is_block_device() || file_type.is_char_device() {
            return "a device";
        }
    }
    if file_type.is_dir() { "a directory" } else { "a link" }
}

fn utf8(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes)
        .map_err(|error| format!("is not valid UTF-8 (byte {})", error.utf8_error().valid_up_to()))
}
