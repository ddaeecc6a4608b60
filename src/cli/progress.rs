//! One line on a terminal that says how far a long run is, and goes away without a trace.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::check::Progress;

/// Shorter runs show nothing.
const PATIENCE: Duration = Duration::from_millis(200);
/// Time between two changes of the line.
const INTERVAL: Duration = Duration::from_millis(80);

/// The line.
pub struct ProgressLine<W = io::Stderr> {
    state: Option<Mutex<State<W>>>,
}

struct State<W> {
    out: W,
    /// When the line may change next.
    due: Instant,
    /// Characters on display.
    width: usize,
}

impl ProgressLine {
    /// Shows nothing yet, and nothing ever where standard error is no terminal, is a dumb one, or a CI log.
    pub fn new(wanted: bool) -> Self {
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let is_read = io::stderr().is_terminal() && !dumb && std::env::var_os("CI").is_none();
        Self::on(io::stderr(), wanted && is_read, Instant::now() + PATIENCE)
    }
}

impl<W: Write> ProgressLine<W> {
    fn on(out: W, wanted: bool, due: Instant) -> Self {
        ProgressLine { state: wanted.then(|| Mutex::new(State { out, due, width: 0 })) }
    }

    /// Shows a step if it is time to. From any thread; never waits for another one.
    pub fn show(&self, step: Progress) {
        let Some(state) = &self.state else { return };
        let Ok(mut state) = state.try_lock() else { return };
        let now = Instant::now();
        if now >= state.due {
            state.due = now + INTERVAL;
            state.draw(&text(step));
        }
    }

    /// Takes the line away, for good.
    pub fn clear(self) {
        let Some(mut state) = self.state.and_then(|state| state.into_inner().ok()) else { return };
        if state.width > 0 {
            state.draw("");
            let _ = state.out.write_all(b"\r");
        }
    }
}

impl<W: Write> State<W> {
    /// Writes over what is there. Only `\r` and spaces: every terminal knows these.
    fn draw(&mut self, text: &str) {
        let width = self.width;
        // A line of progress that cannot be written is no reason to stop.
        let _ = self.out.write_all(format!("\r{text:width$}").as_bytes());
        self.width = text.len();
    }
}

fn text(step: Progress) -> String {
    match step {
        Progress::Discovering => "looking for files".to_owned(),
        Progress::Reading { done, of } => format!("reading {done}/{of}"),
        Progress::Checking { done, of } => format!("checking {done}/{of}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written for these steps, shown from `due` on.
    fn written(wanted: bool, due: Instant, steps: &[Progress]) -> String {
        let mut out = Vec::new();
        let line = ProgressLine::on(&mut out, wanted, due);
        for step in steps {
            line.show(*step);
            if let Some(state) = &line.state {
                let mut state = state.lock().expect("no other thread");
                state.due = state.due.min(due);
            }
        }
        line.clear();
        String::from_utf8(out).expect("UTF-8")
    }

    const STEPS: [Progress; 2] = [Progress::Discovering, Progress::Reading { done: 3, of: 14 }];

    #[test]
    fn the_line_is_overwritten_and_leaves_nothing() {
        let expected = "\rlooking for files\rreading 3/14     \r            \r";
        assert_eq!(written(true, Instant::now(), &STEPS), expected);
    }

    #[test]
    fn short_runs_and_files_see_nothing() {
        assert_eq!(written(true, Instant::now() + PATIENCE * 1000, &STEPS), "");
        assert_eq!(written(false, Instant::now(), &STEPS), "");
    }

    #[test]
    fn it_changes_at_most_every_interval() {
        let mut out = Vec::new();
        let line = ProgressLine::on(&mut out, true, Instant::now());
        let started = Instant::now();
        (0..1000).for_each(|done| line.show(Progress::Checking { done, of: 1000 }));
        let intervals = started.elapsed().as_millis() / INTERVAL.as_millis();
        assert!(out.iter().filter(|byte| **byte == b'\r').count() as u128 <= intervals + 1);
        assert!(!out.is_empty());
    }
}
