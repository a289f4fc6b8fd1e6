//! Arguments of `portfolio`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Context;

const EXAMPLES: &str = "\
Examples:
  blackstart portfolio members/
  blackstart portfolio members/ --format csv --output members.csv
  blackstart portfolio members/ --format html --output group.html
  blackstart portfolio members/ --emit-lines | blackstart portfolio --jsonl > assessed.jsonl";

/// `portfolio`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct PortfolioArgs {
    /// Folder of profiles; every file below it whose name ends in .toml is one.
    #[arg(value_name = "DIR", required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub folder: Option<PathBuf>,
    /// Read profiles as JSON Lines from standard input, and write a line for each to standard output.
    #[arg(long)]
    pub jsonl: bool,
    /// Write the profiles of the folder as JSON Lines and assess nothing.
    #[arg(long, conflicts_with_all = ["jsonl", "format"])]
    pub emit_lines: bool,
    /// What to write.
    #[arg(long, value_enum, default_value_t = PortfolioFormat::Terminal, conflicts_with = "jsonl")]
    pub format: PortfolioFormat,
    /// File to write.
    #[arg(long, short, value_name = "FILE", conflicts_with = "jsonl")]
    pub output: Option<PathBuf>,
    /// Simulated years of the group; 0 leaves its figures out. CSV and JSON Lines have none.
    #[arg(long, value_name = "YEARS", default_value_t = 10_000,
          value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    pub trials: u32,
    /// Threads. Default: as many as the machine runs at once.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// Folder whose templates replace those of the same name; see `templates export`.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    #[command(flatten)]
    pub context: Context,
}

/// Formats of a portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PortfolioFormat {
    /// A summary on standard output.
    Terminal,
    /// An overview of the group in one self-contained file for a browser.
    Html,
    /// The same as GitHub-flavoured Markdown.
    Markdown,
    /// The same for programs.
    Json,
    /// A row for each member, for a spreadsheet.
    Csv,
    /// A line of JSON for each member.
    Jsonl,
}
