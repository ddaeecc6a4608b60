//! Writes a report into a file: whole, or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// So many names are tried for the file that becomes the report.
const TRIES: u32 = 100;

/// Writes what `write` writes to `path`. What lies there is replaced at once, by a file that is whole; a link is
/// replaced too, and never written through: the checked tree may hold it. Pipes and terminals are written to.
///
/// # Errors
///
/// Those of the file system, and those of `write`; then nothing has changed.
pub fn write_whole(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    if is_stream(path) {
        let mut out = BufWriter::new(File::options().write(true).open(path)?);
        return write(&mut out).and_then(|()| out.flush());
    }
    let (file, temporary) = create_beside(path)?;
    let mut out = BufWriter::new(file);
    let written = write(&mut out).and_then(|()| out.flush()).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // The first error is the one to tell of.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// A new file in the directory of `path`: only within a directory is a rename a single step.
fn create_beside(path: &Path) -> io::Result<(File, PathBuf)> {
    let Some(name) = path.file_name() else { return Err(io::ErrorKind::IsADirectory.into()) };
    for n in 0..TRIES {
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}-{n}.tmp", std::process::id()));
        let temporary = path.with_file_name(hidden);
        match File::create_new(&temporary) {
            Ok(file) => return Ok((file, temporary)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// A pipe, a terminal, `/dev/null`: what cannot be replaced. What a link leads to counts.
#[cfg(unix)]
fn is_stream(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    fs::metadata(path).is_ok_and(|found| {
        let kind = found.file_type();
        kind.is_fifo() || kind.is_char_device()
    })
}

/// Such files do not lie in directories.
#[cfg(not(unix))]
fn is_stream(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(dir: &Path) -> Vec<String> {
        let entries =
            fs::read_dir(dir).expect("a directory").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<_> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_report_is_whole_or_not_there() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("report");
        fs::write(&path, "old").expect("a file");
        let failed = write_whole(&path, |out| {
            out.write_all(&[b'x'; 100_000])?;
            Err(io::Error::other("no more"))
        });
        assert!(failed.is_err());
        assert_eq!(
            (fs::read_to_string(&path).expect("a file"), names(dir.path())),
            ("old".into(), vec!["report".into()])
        );
        write_whole(&path, |out| out.write_all(b"new")).expect("written");
        assert_eq!(
            (fs::read_to_string(&path).expect("a file"), names(dir.path())),
            ("new".into(), vec!["report".into()])
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_replaced_and_what_it_leads_to_is_left_alone() {
        let dir = tempfile::tempdir().expect("a directory");
        let (path, other) = (dir.path().join("report"), dir.path().join("other"));
        fs::write(&other, "precious").expect("a file");
        std::os::unix::fs::symlink(&other, &path).expect("a link");
        write_whole(&path, |out| out.write_all(b"new")).expect("written");
        assert_eq!(fs::read_to_string(&other).expect("a file"), "precious");
        assert!(path.symlink_metadata().expect("a file").is_file());
        write_whole(Path::new("/dev/null"), |out| out.write_all(b"new")).expect("written");
        assert!(!Path::new("/dev/null").symlink_metadata().expect("a device").is_file());
    }
}
