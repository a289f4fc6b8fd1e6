//! `man`.

use std::path::Path;

use clap::CommandFactory;
use clap_mangen::Man;

use super::output::Pending;
use crate::{
    cli::{Cli, ManArgs},
    exit::Exit,
    failure::Failure,
    ui::Ui,
};

/// Prints the page of the program, or writes the pages of all commands.
pub fn run(args: &ManArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let mut program = Cli::command();
    program.build();
    match &args.output {
        None => ui.result(&page(&program)?)?,
        Some(folder) => write(folder, &program, ui)?,
    }
    Ok(Exit::Done)
}

fn page(command: &clap::Command) -> Result<String, Failure> {
    let mut text = Vec::new();
    Man::new(command.clone())
        .render(&mut text)
        .map_err(|error| Failure::internal(error.to_string()))?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// A page for a command and for each below it: `blackstart-knowledge-show.1`.
fn write(folder: &Path, command: &clap::Command, ui: &mut Ui) -> Result<(), Failure> {
    let place = folder.join(Man::new(command.clone()).get_filename());
    let done = Pending::create(&place)?.finish(&page(command)?)?;
    ui.note(&format!("wrote {}", done.display()));
    for below in command.get_subcommands() {
        write(folder, below, ui)?;
    }
    Ok(())
}
