//! `templates`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

const EXAMPLES: &str = "\
Examples:
  blackstart templates export house/
  blackstart assess acme.toml --templates house/ --format html --output out/";

/// `templates`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct TemplatesArgs {
    #[command(subcommand)]
    pub command: TemplatesCommand,
}

/// What to do with templates.
#[derive(Debug, Subcommand)]
pub enum TemplatesCommand {
    /// Write the default templates to a folder that has none yet.
    Export {
        /// The folder. Files of these names must not be there.
        folder: PathBuf,
    },
    /// Name all templates.
    List,
    /// Find every fault of templates, with its place and what could stand there.
    Check {
        /// The folder.
        folder: PathBuf,
    },
}
