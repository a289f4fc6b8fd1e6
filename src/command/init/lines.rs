//! Questions as plain lines: for screen readers, pipes and small terminals.

use std::io::{self, BufRead, Read};

use super::ask::{Asker, Reply};
use crate::{
    failure::Failure,
    interview::{Kind, Question},
    ui::{Ui, layout},
};

/// A line longer than this is no answer.
const LONGEST: u64 = 65_536;

/// Asks on standard error and reads standard input.
pub struct Lines {
    ui: Ui,
    greeted: bool,
}

impl Lines {
    pub const fn new(ui: Ui) -> Self {
        Self { ui, greeted: false }
    }

    fn paragraph(&mut self, text: &str) {
        let mut out = String::new();
        layout::line(&mut out, &self.ui, 0, text);
        self.ui.note(out.trim_end());
    }

    fn greet(&mut self) {
        if !self.greeted {
            self.greeted = true;
            self.paragraph(
                "Answer and press Enter. Enter alone takes what stands in brackets. ? says why, < \
                 goes back, ! stops; answers are kept.",
            );
        }
    }
}

impl Asker for Lines {
    fn ask(&mut self, question: &Question, at: usize, of: usize) -> Result<Reply, Failure> {
        self.greet();
        loop {
            self.ui.note("");
            self.paragraph(&format!("Question {at} of about {of}. {}", question.text));
            if let Kind::Choice(choices) = &question.kind {
                for (number, (_, said)) in choices.iter().enumerate() {
                    self.paragraph(&format!("  {}: {said}", number + 1));
                }
            }
            if let Some((_, shown)) = &question.default {
                self.paragraph(&format!("[{shown}]"));
            }
            match line()?.as_deref() {
                None | Some("!") => return Ok(Reply::Stop),
                Some("<") => return Ok(Reply::Back),
                Some("?") => self.paragraph(&question.why),
                Some(typed) => return Ok(Reply::Typed(typed.to_owned())),
            }
        }
    }

    fn say(&mut self, text: &str) {
        self.paragraph(text);
    }
}

/// The next line without its end; none where the input ends.
fn line() -> Result<Option<String>, Failure> {
    let failed = |error: io::Error| Failure::Plain {
        message: format!("cannot read the answer: {error}"),
        hints: Vec::new(),
        exit: crate::exit::Exit::Problems,
    };
    let mut input = io::stdin().lock();
    let mut bytes = Vec::new();
    input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes).map_err(failed)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    if bytes.last() != Some(&b'\n') {
        // What is left of a line that is far too long is no answer to the next question.
        let mut rest = Vec::new();
        loop {
            rest.clear();
            let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut rest).map_err(failed)?;
            if read == 0 || rest.last() == Some(&b'\n') {
                break;
            }
        }
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned()))
}
