//! Arguments of `history`.

use std::path::PathBuf;

use clap::Args;

use super::{Context, Written};

const EXAMPLES: &str = "\
Examples:
  blackstart history snapshots/acme
  blackstart history snapshots/ --format html --output history.html
  blackstart history snapshots/ --format json";

/// `history`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct HistoryArgs {
    /// Folder of snapshots: that of `assess --save`, or that of one organisation in it.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub context: Context,
}
