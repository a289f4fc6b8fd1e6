//! `completions`.

use std::collections::BTreeSet;

use clap::{Command, CommandFactory};
use clap_complete::{Shell, generate};

use crate::{cli::Cli, exit::Exit, failure::Failure, ui::Ui};

/// Prints the script of a shell, with the ids that the knowledge base has.
pub fn run(shell: Shell, ui: &mut Ui) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), "blackstart", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    if shell == Shell::PowerShell {
        script = with_values(&script, "blackstart", &Cli::command());
    }
    ui.result(&script)?;
    Ok(Exit::Done)
}

/// The scripts for the other shells offer the values of options. That for PowerShell offers only their
/// names, so the values are put beside them, command by command.
fn with_values(script: &str, name: &str, command: &Command) -> String {
    let values: BTreeSet<String> = command
        .get_arguments()
        .flat_map(clap::Arg::get_possible_values)
        .filter(|value| !value.is_hide_set())
        .map(|value| value.get_name().to_owned())
        .filter(|value| value != "true" && value != "false")
        .collect();
    let lines: Vec<String> = values.iter().map(|value| result(value)).collect();
    let head = format!("        '{name}' {{\n");
    let mut script = script.replacen(&head, &format!("{head}{}", lines.concat()), 1);
    for below in command.get_subcommands() {
        script = with_values(&script, &format!("{name};{}", below.get_name()), below);
    }
    script
}

fn result(value: &str) -> String {
    let kind = "[CompletionResultType]::ParameterValue";
    format!("            [CompletionResult]::new('{value}', '{value}', {kind}, '{value}')\n")
}
