//! `completions`.

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::{cli::Cli, exit::Exit, failure::Failure, ui::Ui};

/// Prints the script of a shell, with the ids that the knowledge base has.
pub fn run(shell: Shell, ui: &mut Ui) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), "blackstart", &mut script);
    ui.result(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
