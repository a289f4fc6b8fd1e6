//! What can be asked of the knowledge base.

use clap::{Args, Subcommand, ValueEnum};

use super::{
    Context,
    known::{ANY, COUNTRY, SCENARIO, VENDOR},
};
use crate::browse::Kind;

const EXAMPLES: &str = "\
Examples:
  blackstart knowledge show RU
  blackstart knowledge show whatsapp --format markdown
  blackstart knowledge list precedents --country TR --scenario throttling
  blackstart knowledge search localization
  blackstart knowledge check --stats --older-than 12m";

/// `knowledge`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct KnowledgeArgs {
    #[command(subcommand)]
    pub command: KnowledgeCommand,
}

/// What to do with the knowledge base.
#[derive(Debug, Subcommand)]
pub enum KnowledgeCommand {
    /// A table of everything of one kind.
    List(ListArgs),
    /// A readable page about one thing: a country, a vendor, a scenario, ...
    Show(ShowArgs),
    /// Find text in names, ids, aliases, summaries and laws.
    Search(SearchArgs),
    /// Check the base, or your overlay over it: references, dates, sources, contradictions.
    Check(LintArgs),
}

/// `knowledge list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// What to list; the plural will do.
    #[arg(value_enum)]
    pub kind: Kind,
    /// Only of this country: precedents, announced measures, or vendors with a measure in force
    /// there.
    #[arg(long, value_name = "COUNTRY", value_parser = COUNTRY, hide_possible_values = true)]
    pub country: Option<String>,
    /// Only of this scenario: precedents, announced measures, or measures against it.
    #[arg(long, value_name = "SCENARIO", value_parser = SCENARIO, hide_possible_values = true)]
    pub scenario: Option<String>,
    /// Only precedents and announced measures that name this vendor.
    #[arg(long, value_name = "VENDOR", value_parser = VENDOR, hide_possible_values = true)]
    pub vendor: Option<String>,
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub format: PageFormat,
    #[command(flatten)]
    pub context: Context,
}

/// `knowledge show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// Id, alias, country code or name.
    #[arg(value_parser = ANY, hide_possible_values = true)]
    pub id: String,
    /// What it is, where one word means two things.
    #[arg(long, value_enum)]
    pub kind: Option<Kind>,
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub format: PageFormat,
    #[command(flatten)]
    pub context: Context,
}

/// `knowledge search`.
#[derive(Debug, Args)]
pub struct SearchArgs {
    /// The text; case does not count.
    pub text: String,
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub format: PageFormat,
    #[command(flatten)]
    pub context: Context,
}

/// `knowledge check`.
#[derive(Debug, Args)]
pub struct LintArgs {
    /// Count facts by kind, how many are sourced and how old they are.
    #[arg(long)]
    pub stats: bool,
    /// Note facts last seen longer ago than this: 12m for months, 2y for years.
    #[arg(long, value_name = "AGE", value_parser = months)]
    pub older_than: Option<i32>,
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub format: PageFormat,
    #[command(flatten)]
    pub context: Context,
}

/// Formats of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// For a terminal.
    Text,
    /// GitHub-flavoured Markdown.
    Markdown,
    /// For programs.
    Json,
}

/// "12m" or "2y" as months.
fn months(text: &str) -> Result<i32, String> {
    let fault = || "an age is a number of months or years, such as 12m or 2y".to_owned();
    let (number, per) = match (text.strip_suffix('m'), text.strip_suffix('y')) {
        (Some(number), _) => (number, 1),
        (_, Some(number)) => (number, 12),
        _ => return Err(fault()),
    };
    let number: i32 = number.parse().map_err(|_| fault())?;
    if (0..=1200).contains(&number) { Ok(number * per) } else { Err(fault()) }
}
