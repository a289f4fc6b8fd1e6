//! How far it is: on a terminal, after two seconds, and not in a pipe.

use std::{
    io::{self, IsTerminal, Write},
    time::Duration,
};

use crate::command::clock::Stopwatch;

/// Shorter work shows nothing.
const QUIET: Duration = Duration::from_secs(2);

/// Between two tellings.
const EVERY: Duration = Duration::from_millis(250);

pub struct Progress {
    began: Stopwatch,
    told: Option<Stopwatch>,
    terminal: bool,
}

impl Progress {
    pub fn new() -> Self {
        Self { began: Stopwatch::start(), told: None, terminal: io::stderr().is_terminal() }
    }

    pub fn tell(&mut self, done: usize) {
        let elapsed = self.began.elapsed();
        let recent = self.told.is_some_and(|told| told.elapsed() < EVERY);
        if !self.terminal || elapsed < QUIET || recent {
            return;
        }
        self.told = Some(Stopwatch::start());
        let each = done as f64 / elapsed.as_secs_f64();
        // A line that cannot be shown is no loss.
        let _ = write!(io::stderr().lock(), "\r{done} profiles, {each:.0} a second ");
    }

    /// Takes the line away.
    pub fn end(&mut self) {
        if self.told.is_some() {
            let _ = write!(io::stderr().lock(), "\r{:40}\r", "");
        }
    }
}
