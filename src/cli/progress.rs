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
pub struct ProgressLine {
    state: Option<Mutex<State>>,
}

struct State {
    /// When the line may change next.
    due: Instant,
    /// Characters on display.
    width: usize,
}

impl ProgressLine {
    /// Shows nothing yet, and nothing ever where standard error is no terminal, is a dumb one, or a CI log.
    pub fn new(wanted: bool) -> Self {
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let wanted = wanted && io::stderr().is_terminal() && !dumb && std::env::var_os("CI").is_none();
        let state = State { due: Instant::now() + PATIENCE, width: 0 };
        ProgressLine { state: wanted.then(|| Mutex::new(state)) }
    }

    /// Shows a step if it is time to. From any thread; never waits for another one.
    pub fn show(&self, step: Progress) {
        let Some(state) = &self.state else { return };
        let Ok(mut state) = state.try_lock() else { return };
        let now = Instant::now();
        if now < state.due {
            return;
        }
        state.due = now + INTERVAL;
        let text = text(step);
        draw(&mut state, &text);
    }

    /// Takes the line away, for good.
    pub fn clear(self) {
        let Some(mut state) = self.state.and_then(|state| state.into_inner().ok()) else { return };
        if state.width > 0 {
            draw(&mut state, "");
            let _ = io::stderr().write_all(b"\r");
        }
    }
}

/// Writes over what is there. Only `\r` and spaces: every terminal knows these.
fn draw(state: &mut State, text: &str) {
    let width = state.width;
    // A line of progress that cannot be written is no reason to stop.
    let _ = io::stderr().write_all(format!("\r{text:width$}").as_bytes());
    state.width = text.len();
}

fn text(step: Progress) -> String {
    match step {
        Progress::Discovering => "looking for files".to_owned(),
        Progress::Reading { done, of } => format!("reading {done}/{of}"),
        Progress::Checking { done, of } => format!("checking {done}/{of}"),
    }
}
