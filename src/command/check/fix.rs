//! `check --fix`: makes the changes that can only be what was meant. Everything else in the file,
//! comments and order included, stays as it is, since only the places themselves are replaced.

use std::{fs, path::Path};

use jiff::civil::Date;

use crate::{
    command::{output::rewrite, subject::Subject},
    document::{Patch, Refusal, file, inert},
    failure::Failure,
    knowledge::Knowledge,
    ui::Ui,
    words,
};

/// One repair can bring the next fault to light; more rounds than this are no repair.
const ROUNDS: usize = 20;

/// Repairs a file as far as that is safe, and says what was done.
pub fn fix(path: &Path, knowledge: &Knowledge, as_of: Date, ui: &mut Ui) -> Result<(), Failure> {
    // What cannot be read is reported by the check that follows.
    let Ok(text) = file::read(path) else { return Ok(()) };
    let name = path.display().to_string();
    let mut now = text.clone();
    let mut done: Vec<String> = Vec::new();
    for _ in 0..ROUNDS {
        let Err(refusal) = Subject::of(&name, &now, knowledge, as_of) else { break };
        let Some(next) = repaired(&refusal, &now, &mut done) else { break };
        now = next;
    }
    if now == text {
        return Ok(());
    }
    let place = fs::canonicalize(path).map_err(|error| Failure::output(path, &error))?;
    rewrite(&place, &now)?;
    for line in &done {
        ui.note(line);
    }
    ui.note(&format!("fixed {} in {}", words::count(done.len(), "problem"), inert(&name)));
    Ok(())
}

/// The text with every safe change of a round; none where there is nothing to change.
fn repaired(refusal: &Refusal, text: &str, done: &mut Vec<String>) -> Option<String> {
    let mut patches: Vec<(&Patch, String)> = refusal
        .problems
        .iter()
        .filter_map(|problem| {
            let patch = problem.patch.as_ref().filter(|patch| patch.safe)?;
            let (line, column) = refusal.document.line_column(patch.span.start);
            let name = inert(&refusal.document.name);
            Some((patch, format!("{name}:{line}:{column}: {}", inert(&patch.advice))))
        })
        .collect();
    patches.sort_by_key(|(patch, _)| patch.span.start);
    // Two changes of the same place could undo each other: the second waits for the next round.
    patches.dedup_by(|later, earlier| later.0.span.start < earlier.0.span.end);
    let mut next = text.to_owned();
    for (patch, _) in patches.iter().rev() {
        next.replace_range(patch.span.clone(), &patch.replacement);
    }
    done.extend(patches.into_iter().map(|(_, line)| line));
    (next != text).then_some(next)
}
