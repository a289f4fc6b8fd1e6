//! What can be asked of the track record.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  blackstart backtest
  blackstart backtest --outcome block --as-of 2022
  blackstart backtest --format json > record.json";

/// `backtest`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct BacktestArgs {
    /// Only this outcome: block, messenger, any or shutdown. Default: all four.
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<String>,
    /// Stand at the end of this year: score what was forecast up to it, and forecast the next.
    /// Default: the last year with counts.
    #[arg(long, value_name = "YEAR", allow_negative_numbers = true)]
    pub as_of: Option<i16>,
    /// Where the draws of the 95 % intervals begin.
    #[arg(long, value_name = "N", default_value_t = 20_260_101)]
    pub seed: u64,
    /// How many draws of countries, 20 to 100000.
    #[arg(long, value_name = "N", default_value_t = 2_000,
          value_parser = clap::value_parser!(u32).range(20..=100_000))]
    pub resamples: u32,
    #[arg(long, value_enum, default_value_t = RecordFormat::Terminal)]
    pub format: RecordFormat,
    /// Folder whose files replace or add to the knowledge base.
    #[arg(long, value_name = "DIR")]
    pub knowledge: Option<PathBuf>,
}

/// Formats of a track record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RecordFormat {
    /// A summary for a terminal.
    Terminal,
    /// GitHub-flavoured Markdown, complete.
    Markdown,
    /// For programs, complete.
    Json,
}
