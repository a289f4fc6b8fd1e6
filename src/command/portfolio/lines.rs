//! Profiles as JSON Lines, for engines that spread lines over machines.

use serde_json::json;

use super::source::Source;
use crate::{exit::Exit, failure::Failure, ui::Ui};

/// Lines that are held at a time.
const BATCH: usize = 64;

/// Writes a line for each profile that can be read, and says which cannot.
pub fn emit(source: &mut Source, ui: &mut Ui) -> Result<Exit, Failure> {
    let mut exit = Exit::Done;
    loop {
        let batch = source.batch(BATCH)?;
        if batch.is_empty() {
            return Ok(exit);
        }
        for given in &batch {
            match given.text() {
                Ok(text) => {
                    let line = json!({ "file": given.name(), "profile": text });
                    ui.result(&format!("{line}\n"))?;
                }
                Err(refusal) => {
                    exit = Exit::Problems;
                    let why = refusal.problems.first().map_or("", |one| one.message.as_str());
                    ui.note(&format!("left out {}: {why}", given.name()));
                }
            }
        }
    }
}
