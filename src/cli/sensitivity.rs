//! Arguments of `sensitivity`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Context;

const EXAMPLES: &str = "\
Examples:
  blackstart sensitivity acme.toml
  blackstart sensitivity acme.toml --samples 1024 --format json";

/// `sensitivity`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct SensitivityArgs {
    /// The profile, a TOML file.
    pub profile: PathBuf,
    /// Points of the Sobol indices, 16 to 65536; each costs ten solutions of the model.
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(16..=65_536))]
    pub samples: u32,
    /// What to print.
    #[arg(long, value_enum, default_value_t = SensitivityFormat::Terminal)]
    pub format: SensitivityFormat,
    #[command(flatten)]
    pub context: Context,
}

/// How to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SensitivityFormat {
    /// Tables.
    Terminal,
    /// One JSON document.
    Json,
}
