//! The program: parse the command line, run, print what went wrong, exit.

use std::process::ExitCode;

use blackstart::{cli::Cli, command, ui::Ui};
use clap::Parser;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut ui = Ui::from_environment(&cli.global);
    match command::run(cli, &mut ui) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            ui.failure(&failure);
            failure.exit().into()
        }
    }
}
