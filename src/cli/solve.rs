//! What can be asked of a model that stands alone.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  blackstart assess acme.toml --emit-model model.json
  blackstart solve model.json
  blackstart solve model.json --years 5 --overlaps --contagion 0.1 --format json";

/// `solve`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct SolveArgs {
    /// The model, as `assess --emit-model` writes it; docs/model.md has its format.
    pub model: PathBuf,
    /// How many trials are simulated, 100 to 20000000.
    #[arg(long, value_name = "N", default_value_t = 100_000, allow_negative_numbers = true)]
    pub trials: i64,
    /// Where the draws begin.
    #[arg(long, value_name = "N", default_value_t = 20_260_101, allow_negative_numbers = true)]
    pub seed: u64,
    /// Length of a trial in years, 1 to 50.
    #[arg(long, value_name = "N", default_value_t = 1, allow_negative_numbers = true)]
    pub years: i64,
    /// Count overlapping outages of an activity once.
    #[arg(long)]
    pub overlaps: bool,
    /// Draw activation times of fallbacks, with this standard deviation of their logarithm, 0 to 3.
    #[arg(long, value_name = "X", default_value_t = 0.0, allow_negative_numbers = true)]
    pub activation_sigma: f64,
    /// Chance that a neighbouring place copies a campaign, 0 to 1.
    #[arg(long, value_name = "P", default_value_t = 0.0, allow_negative_numbers = true)]
    pub contagion: f64,
    /// How many threads to use, 1 to 1024; the result does not depend on it. Default: all.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1_024))]
    pub threads: Option<u16>,
    /// Only what the exact engine and the transform give.
    #[arg(long, conflicts_with_all = ["trials", "seed", "years", "overlaps", "activation_sigma",
                                      "contagion"])]
    pub no_simulation: bool,
    #[arg(long, value_enum, default_value_t = SolutionFormat::Terminal)]
    pub format: SolutionFormat,
}

/// Formats of a solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SolutionFormat {
    /// A summary for a terminal.
    Terminal,
    /// Everything, for programs.
    Json,
}
