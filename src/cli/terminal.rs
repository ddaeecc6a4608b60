//! The two output streams: whether they take colours, and how a run ends when nobody reads them any more.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};

use super::FAILED;
use super::args::When;
use crate::report::{Colour, escape, paint};

/// A page is not written wider: lines get hard to read.
const WIDEST: usize = 100;
/// Nor narrower.
const NARROWEST: usize = 40;

/// Standard output and standard error of this process.
pub struct Terminal {
    when: When,
}

/// One of them, buffered: flush it.
pub struct Stream {
    /// Where to write.
    pub out: BufWriter<Box<dyn Write>>,
    /// Whether colours are wanted.
    pub colour: bool,
}

impl Stream {
    fn new(out: impl Write + 'static, colour: bool) -> Self {
        Stream { out: BufWriter::new(Box::new(out)), colour }
    }
}

impl Terminal {
    /// `when`: what `--color` says.
    pub fn new(when: When) -> Self {
        Terminal { when }
    }

    /// Where findings go.
    pub fn stdout(&self) -> Stream {
        // `AutoStream` is there for old Windows consoles, which do not understand colours as bytes.
        match self.colour(AutoStream::choice(&io::stdout())) {
            true => Stream::new(AutoStream::always(io::stdout()), true),
            false => Stream::new(io::stdout(), false),
        }
    }

    /// Where everything else goes.
    pub fn stderr(&self) -> Stream {
        match self.colour(AutoStream::choice(&io::stderr())) {
            true => Stream::new(AutoStream::always(io::stderr()), true),
            false => Stream::new(io::stderr(), false),
        }
    }

    /// How wide a page for people may be, in characters; `None` if standard output is no terminal and is not asked to
    /// look like one, as `--color always` does.
    pub fn page_width(&self) -> Option<usize> {
        let is_forced = match self.when {
            When::Always => true,
            When::Auto => AutoStream::choice(&io::stdout()) == ColorChoice::Always,
            When::Never => false,
        };
        if !io::stdout().is_terminal() && !is_forced {
            return None;
        }
        let columns = terminal_size::terminal_size().map_or(WIDEST, |(width, _)| usize::from(width.0));
        Some(columns.clamp(NARROWEST, WIDEST))
    }

    fn colour(&self, auto: ColorChoice) -> bool {
        match self.when {
            When::Auto => auto != ColorChoice::Never,
            When::Always => true,
            When::Never => false,
        }
    }

    /// Says what went wrong, on standard error; `message` may hold anything. Gives the exit code.
    pub fn fail(&self, message: &str) -> u8 {
        let mut stderr = self.stderr();
        let heading = paint("error", Colour::Error, stderr.colour);
        // With standard error gone there is nobody left to tell.
        let _ = writeln!(stderr.out, "{heading}: {}", escape(message)).and_then(|()| stderr.out.flush());
        FAILED
    }

    /// Writes to standard output; gives `code`, also if the reader has gone away (as `head` does), or the code of a
    /// failed run if writing failed for another reason.
    pub fn print(&self, code: u8, write: impl FnOnce(&mut dyn Write, bool) -> io::Result<()>) -> Printed {
        let Stream { mut out, colour } = self.stdout();
        match write(&mut out, colour).and_then(|()| out.flush()) {
            Ok(()) => Printed::Whole(code),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Printed::ReaderGone(code),
            Err(error) => Printed::Failed(self.fail(&format!("standard output: {error}"))),
        }
    }
}

/// What became of printing, with the exit code.
#[must_use]
pub enum Printed {
    /// All was written.
    Whole(u8),
    /// The reader has had enough.
    ReaderGone(u8),
    /// It could not be written.
    Failed(u8),
}

impl Printed {
    /// The exit code.
    pub fn code(self) -> u8 {
        match self {
            Printed::Whole(code) | Printed::ReaderGone(code) | Printed::Failed(code) => code,
        }
    }
}
