//! Arguments of `compare`, and the gates that it shares with `assess`.

use std::path::PathBuf;

use clap::Args;

use super::Written;
use crate::gate::Gate;

const EXAMPLES: &str = "\
Examples:
  blackstart compare snapshots/acme/2026-06-30.json snapshots/acme/2026-09-30.json
  blackstart compare snapshots/acme
  blackstart compare snapshots/acme --format html --output change.html
  blackstart compare snapshots/acme --fail-on regression,appetite --new-only";

/// `compare`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct CompareArgs {
    /// The earlier snapshot; or the folder of an organisation, of which the last two are taken.
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The later snapshot.
    #[arg(value_name = "NEW")]
    pub new: Option<PathBuf>,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub gates: Gates,
}

/// What a script is stopped by.
#[derive(Debug, Clone, Args)]
pub struct Gates {
    /// End with an exit code other than 0 where a gate fails: appetite, regression, stale,
    /// finding:CODE or level:LEVEL; several with commas.
    #[arg(long, value_delimiter = ',', value_name = "GATE")]
    pub fail_on: Vec<Gate>,
    /// Gates fail only on what the run that is compared with did not have.
    #[arg(long)]
    pub new_only: bool,
}
