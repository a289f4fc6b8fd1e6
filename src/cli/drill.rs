//! Arguments of `drill`.

use std::path::PathBuf;

use clap::Args;

use super::{
    Context, Written,
    known::{COUNTRY, SCENARIO},
};

const EXAMPLES: &str = "\
Examples:
  blackstart drill acme.toml --scenario network-block --region RU
  blackstart drill acme.toml --scenario throttling --region TR --format html --output drill.html
  blackstart drill acme.toml --scenario internet-shutdown --region IN --activity customs";

/// `drill`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct DrillArgs {
    /// The profile, a TOML file.
    pub profile: PathBuf,
    /// The scenario to exercise, by id or alias.
    #[arg(long, value_name = "SCENARIO", value_parser = SCENARIO, hide_possible_values = true)]
    pub scenario: String,
    /// The country, one of the regions of the profile.
    #[arg(long, value_name = "COUNTRY", value_parser = COUNTRY, hide_possible_values = true)]
    pub region: String,
    /// Only this activity. Default: all that are done there.
    #[arg(long, value_name = "ACTIVITY")]
    pub activity: Option<String>,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub context: Context,
}
