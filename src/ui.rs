//! Standard output, standard error, width, colour and plain mode: decided once.

pub mod layout;

use std::{
    env,
    io::{self, IsTerminal, Write},
};

use crate::{
    cli::{Color, Global},
    document::{self, Style, inert_lines},
    failure::Failure,
};

/// Widest text that is still easy to read.
const WIDEST: usize = 100;
/// Narrowest that tables are made for.
const NARROWEST: usize = 40;
/// Width where there is no terminal, so that files and pipes never differ.
const PIPE: usize = 80;

/// How and where to print.
#[derive(Debug, Clone)]
pub struct Ui {
    pub color: bool,
    pub error_color: bool,
    /// No tables, no box drawing: for screen readers.
    pub plain: bool,
    pub width: usize,
}

impl Ui {
    pub fn from_environment(global: &Global) -> Self {
        let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        let color = |terminal: bool| match global.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => !set("NO_COLOR") && (set("CLICOLOR_FORCE") || terminal),
        };
        let terminal = io::stdout().is_terminal();
        let seen = terminal.then(terminal_size::terminal_size).flatten();
        let width = seen.map_or(PIPE, |(width, _)| usize::from(width.0));
        Self {
            color: color(terminal),
            error_color: color(io::stderr().is_terminal()),
            plain: global.plain || set("NO_GRAPHICS"),
            width: width.clamp(NARROWEST, WIDEST),
        }
    }

    /// The result, to standard output. A reader that has gone away is no error.
    pub fn result(&mut self, text: &str) -> Result<(), Failure> {
        match io::stdout().lock().write_all(text.as_bytes()).and_then(|()| io::stdout().flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Plain {
                message: format!("cannot write to standard output: {error}"),
                hints: Vec::new(),
                exit: crate::exit::Exit::Problems,
            }),
            _ => Ok(()),
        }
    }

    /// A remark, to standard error.
    pub fn note(&mut self, text: &str) {
        // Nothing is left to do when standard error is gone.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// What went wrong, to standard error.
    pub fn failure(&mut self, failure: &Failure) {
        let style = self.style(false);
        match failure {
            Failure::Refused(refusals) => {
                for refusal in refusals {
                    self.note(document::render(refusal, style).trim_end());
                }
            }
            Failure::Knowledge(faults) => {
                for fault in faults {
                    self.note(&format!("error: {fault}"));
                }
                self.note(&format!(
                    "the knowledge base has {}",
                    crate::words::count(faults.len(), "fault")
                ));
            }
            Failure::Plain { message, hints, .. } => {
                self.note(&format!("error: {}", inert_lines(message)));
                for hint in hints {
                    self.note(&format!("hint: {}", inert_lines(hint)));
                }
            }
        }
    }

    /// How to render problems.
    pub const fn style(&self, short: bool) -> Style {
        Style { color: self.error_color, graphics: !self.plain, short }
    }
}
