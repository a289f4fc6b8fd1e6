//! Arguments of `history`.

use std::path::PathBuf;

use clap::Args;

use super::{Context, Format};

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
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    pub format: Format,
    /// File to write, or a folder in which it gets a name of its own.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Folder whose templates replace those of the same name; see `templates export`.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    #[command(flatten)]
    pub context: Context,
}
