//! `schema`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  blackstart schema > profile.schema.json
  blackstart schema --of assessment > assessment.schema.json";

/// `schema`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct SchemaArgs {
    /// Of which document.
    #[arg(long, value_enum, default_value_t = SchemaOf::Profile, value_name = "DOCUMENT")]
    pub of: SchemaOf,
    /// Folder whose files replace or add to the knowledge base: its ids are offered too.
    #[arg(long, value_name = "DIR")]
    pub knowledge: Option<PathBuf>,
}

/// Documents that have a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The profile, a TOML file.
    Profile,
    /// What `assess --format json` writes.
    Assessment,
    /// What `plan --format json` writes.
    Plan,
    /// What `drill --format json` writes.
    Drill,
    /// What `compare --format json` writes.
    Comparison,
    /// What `history --format json` writes.
    History,
    /// What `portfolio --format json` writes.
    Portfolio,
}
