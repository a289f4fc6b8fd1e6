//! `check`: every problem of profiles.

use serde_json::json;

use super::{clock, json::json, knowledge};
use crate::{
    cli::{CheckArgs, MessageFormat},
    document::{self, Refusal, file},
    exit::Exit,
    failure::Failure,
    profile,
    ui::Ui,
    words,
};

/// Checks each profile; all problems of all files in one run.
pub fn run(args: &CheckArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let knowledge = knowledge::load(args.context.knowledge.as_deref())?;
    let as_of = clock::day(args.context.as_of);
    let mut refusals: Vec<Refusal> = Vec::new();
    for path in &args.profiles {
        let name = path.display().to_string();
        let checked =
            file::read(path).and_then(|text| profile::load(&name, &text, &knowledge, as_of));
        refusals.extend(checked.err());
    }
    match args.message_format {
        MessageFormat::Json => {
            let files: Vec<_> = refusals.iter().map(document::to_json).collect();
            ui.result(&json(&json!({ "format": 1, "files": files }))?)?;
        }
        MessageFormat::Human | MessageFormat::Short => {
            let style = ui.style(args.message_format == MessageFormat::Short);
            for refusal in &refusals {
                ui.note(document::render(refusal, style).trim_end());
            }
            if refusals.is_empty() {
                ui.result(&format!(
                    "{}: no problems\n",
                    words::count(args.profiles.len(), "profile")
                ))?;
            }
        }
    }
    Ok(if refusals.is_empty() { Exit::Done } else { Exit::Problems })
}
