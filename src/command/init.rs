//! `init`: begins a profile.

mod ask;
mod lines;
mod prompts;

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
};

use super::{json::json, knowledge};
use crate::{
    cli::InitArgs,
    exit::Exit,
    failure::Failure,
    gallery::{EXAMPLES, SCHEMA_FILE, STARTER, with_schema_line},
    knowledge::Knowledge,
    schema::profile_schema,
    ui::Ui,
};

/// Writes a starter or an example, or asks.
pub fn run(args: &InitArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    absent(&args.path)?;
    let knowledge = knowledge::load(args.context.knowledge.as_deref())?;
    if args.ask {
        return ask::run(args, &knowledge, ui);
    }
    let chosen = args.example.as_deref();
    let example = EXAMPLES.iter().find(|(name, _)| Some(*name) == chosen).map(|(_, text)| *text);
    create(&args.path, &with_schema_line(example.unwrap_or(STARTER)), &knowledge, ui)?;
    let path = args.path.display();
    ui.result(&format!(
        "Next: fill in {path}, then\n  blackstart check {path}\n  blackstart assess {path}\n"
    ))?;
    Ok(Exit::Done)
}

/// Nothing is overwritten.
fn absent(path: &Path) -> Result<(), Failure> {
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    Err(Failure::Plain {
        message: format!("`{}` is there already, and nothing is overwritten", path.display()),
        hints: vec!["name another file, or move that one away".to_owned()],
        exit: Exit::Problems,
    })
}

/// Writes a profile that was not there, and the schema beside it.
pub fn create(path: &Path, text: &str, knowledge: &Knowledge, ui: &mut Ui) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        fs::create_dir_all(folder).map_err(|error| Failure::output(path, &error))?;
    }
    new_file(path, text)?;
    ui.note(&format!("wrote {}", path.display()));
    let schema = path.with_file_name(SCHEMA_FILE);
    let wanted = json(&profile_schema(knowledge))?;
    match fs::read_to_string(&schema) {
        Ok(there) if there == wanted => {}
        Ok(_) => {
            ui.note(&format!("note: {} is there already and was left alone", schema.display()));
        }
        Err(_) => {
            new_file(&schema, &wanted)?;
            ui.note(&format!("wrote {}, which editors read", schema.display()));
        }
    }
    Ok(())
}

fn new_file(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::output(path, &error);
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| {
        // Half a file would be in the way of the next try.
        let _ = fs::remove_file(path);
        failed(error)
    })
}
