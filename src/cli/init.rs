//! What can be asked of `init`, `import` and `form`, and of the commands that help to type others.

use std::path::PathBuf;

use clap::{Args, Subcommand, builder::PossibleValuesParser};
use clap_complete::Shell;

use super::Context;
use crate::gallery::EXAMPLES as GALLERY;

const INIT_EXAMPLES: &str = "\
Examples:
  blackstart init acme.toml
  blackstart init --ask acme.toml
  blackstart init --example northgate-bank bank.toml";

/// `init`.
#[derive(Debug, Args)]
#[command(after_help = INIT_EXAMPLES)]
pub struct InitArgs {
    /// The profile to write. Nothing is overwritten.
    #[arg(default_value = "profile.toml")]
    pub path: PathBuf,
    /// Ask question by question, in plain words. Stop at any time and go on later.
    #[arg(long, conflicts_with = "example")]
    pub ask: bool,
    /// Begin with an example.
    #[arg(long, value_name = "NAME",
          value_parser = PossibleValuesParser::new(GALLERY.map(|(name, _)| name)))]
    pub example: Option<String>,
    #[command(flatten)]
    pub context: Context,
}

const IMPORT_EXAMPLES: &str = "\
Examples:
  blackstart import csv acme.toml --regions regions.csv
  blackstart import csv acme.toml --channels tools.csv --activities bia.csv";

/// `import`.
#[derive(Debug, Args)]
#[command(after_help = IMPORT_EXAMPLES)]
pub struct ImportArgs {
    #[command(subcommand)]
    pub what: ImportCommand,
}

/// What to import.
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Tables with a header row. Comments and everything else in the profile stay.
    Csv(ImportCsvArgs),
}

/// `import csv`.
#[derive(Debug, Args)]
#[command(after_help = IMPORT_EXAMPLES)]
pub struct ImportCsvArgs {
    /// The profile to put the rows into; a new one is begun where there is none.
    pub profile: PathBuf,
    /// Countries: country, staff, partners, managed, android, ios.
    #[arg(long, value_name = "FILE", required_unless_present_any = ["channels", "activities"])]
    pub regions: Option<PathBuf>,
    /// Channels: id, name, vendor, regions, accounts, stored_in, stance, reviewed, provisioned, tested.
    #[arg(long, value_name = "FILE")]
    pub channels: Option<PathBuf>,
    /// Activities: id, name, owner, tier, regions, needs, mtpd, rto, mbco, loss_per_hour, channel,
    /// fallback, activation, tested, result.
    #[arg(long, value_name = "FILE")]
    pub activities: Option<PathBuf>,
    #[command(flatten)]
    pub context: Context,
}

const FORM_EXAMPLES: &str = "\
Examples:
  blackstart form --output form.html
  blackstart form acme.toml --output form.html";

/// `form`.
#[derive(Debug, Args)]
#[command(after_help = FORM_EXAMPLES)]
pub struct FormArgs {
    /// The profile to open in it.
    pub profile: Option<PathBuf>,
    /// The page to write. Default: standard output.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub context: Context,
}

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  blackstart completions bash > ~/.local/share/bash-completion/completions/blackstart
  blackstart completions zsh > _blackstart
  blackstart completions fish > ~/.config/fish/completions/blackstart.fish";

/// `completions`.
#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub struct CompletionsArgs {
    /// The shell.
    pub shell: Shell,
}

const MAN_EXAMPLES: &str = "\
Examples:
  blackstart man | man -l -
  blackstart man --output man1/";

/// `man`.
#[derive(Debug, Args)]
#[command(after_help = MAN_EXAMPLES)]
pub struct ManArgs {
    /// Folder for the pages of all commands. Default: the page of `blackstart` on standard output.
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
}
