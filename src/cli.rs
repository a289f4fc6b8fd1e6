//! What can be asked of the program, in the words of its help. No behaviour.

mod backtest;
mod compare;
mod drill;
mod history;
mod init;
mod knowledge;
mod known;
mod plan;
mod portfolio;
mod schema;
mod sensitivity;
mod solve;
mod templates;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

pub use backtest::*;
pub use compare::*;
pub use drill::*;
pub use history::*;
pub use init::*;
pub use knowledge::*;
pub use plan::*;
pub use portfolio::*;
pub use schema::*;
pub use sensitivity::*;
pub use solve::*;
pub use templates::*;

/// Which conversations stop when a government leans on your messaging vendors, how bad that is, and
/// what to switch to.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, disable_help_subcommand = true)]
#[command(
    after_help = "Start here:\n  blackstart init --ask acme.toml\n  blackstart assess acme.toml"
)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// When to colour.
    #[arg(long, value_enum, default_value_t = Color::Auto, global = true, value_name = "WHEN")]
    pub color: Color,
    /// Lists instead of tables, no box drawing: for screen readers and logs.
    #[arg(long, global = true)]
    pub plain: bool,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin a profile: a commented starter, an example, or question by question.
    Init(InitArgs),
    /// Put rows of spreadsheets into a profile.
    Import(ImportArgs),
    /// Write a page for the browser in which a profile is filled in, without network.
    Form(FormArgs),
    /// Assess a profile: summary on the terminal, or reports in files.
    Assess(AssessArgs),
    /// Find every problem of profiles, with line, column and remedy.
    Check(CheckArgs),
    /// Compare two quarters: what is different, and what of it is profile, knowledge, time or method.
    Compare(CompareArgs),
    /// How an organisation has moved over its snapshots, and how its forecasts turned out.
    History(HistoryArgs),
    /// Assess many profiles: a table, and what one campaign would hit across all of them.
    Portfolio(PortfolioArgs),
    /// Choose measures under a budget: what to take, what it is worth, what more would buy.
    Plan(PlanArgs),
    /// A table-top exercise built on something that really happened, filled with your own plan.
    Drill(DrillArgs),
    /// Which numbers and which open fields would change the answer most.
    Sensitivity(SensitivityArgs),
    /// Look up vendors, countries, scenarios, precedents, measures, nodes and sources.
    Knowledge(KnowledgeArgs),
    /// How well the rate rule would have forecast past years, and what may be claimed of it.
    Backtest(BacktestArgs),
    /// Run the engines alone on a model that `assess --emit-model` wrote.
    Solve(SolveArgs),
    /// Print the JSON Schema of the profile or of a JSON document.
    Schema(SchemaArgs),
    /// Write out the templates of the reports, to change them.
    Templates(TemplatesArgs),
    /// Print the completions of a shell.
    Completions(CompletionsArgs),
    /// Print the manual page, or write those of all commands.
    Man(ManArgs),
}

const ASSESS_EXAMPLES: &str = "\
Examples:
  blackstart assess acme.toml
  blackstart assess acme.toml --format html,markdown,json,csv --output out/
  blackstart assess acme.toml --format html --previous out/2026-q3.json --output out/
  blackstart assess acme.toml --format json --as-of 2026-11-22 > acme.json
  blackstart assess acme.toml --save snapshots/ --against snapshots/ --fail-on regression";

/// `assess`.
#[derive(Debug, Args)]
#[command(after_help = ASSESS_EXAMPLES)]
pub struct AssessArgs {
    /// The profile, a TOML file.
    pub profile: PathBuf,
    /// What to write; several with commas.
    #[arg(long, value_enum, value_delimiter = ',', default_value = "terminal")]
    pub format: Vec<ReportFormat>,
    /// Folder for the reports, named after the profile; or one file, if one format is asked for and
    /// the name has an ending.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// JSON reports of earlier runs, for the trend; several with commas.
    #[arg(long, value_delimiter = ',', value_name = "FILE")]
    pub previous: Vec<PathBuf>,
    /// Folder whose templates replace those of the same name; see `templates export`.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// Write the numerical model as JSON, so that the mathematics can be run again alone.
    #[arg(long, value_name = "FILE")]
    pub emit_model: Option<PathBuf>,
    /// Add a snapshot of this run to a folder: DIR/ORGANISATION/DATE.json.
    #[arg(long, value_name = "DIR")]
    pub save: Option<PathBuf>,
    /// Put the snapshot in the place of an earlier run of the same day.
    #[arg(long, requires = "save")]
    pub replace: bool,
    /// Compare with a snapshot; of a folder of snapshots the last one before this day is taken.
    #[arg(long, value_name = "PATH")]
    pub against: Option<PathBuf>,
    #[command(flatten)]
    pub gates: Gates,
    #[command(flatten)]
    pub context: Context,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  blackstart check acme.toml
  blackstart check acme.toml --fix
  blackstart check profiles/*.toml --message-format short --problems-only";

/// `check`.
#[derive(Debug, Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub struct CheckArgs {
    /// The profiles, TOML files.
    #[arg(required = true)]
    pub profiles: Vec<PathBuf>,
    /// How to show problems.
    #[arg(long, value_enum, default_value_t = MessageFormat::Human, value_name = "FORMAT")]
    pub message_format: MessageFormat,
    /// Make the changes that can only be what was meant, such as a country's code for its name.
    /// Comments and order stay.
    #[arg(long)]
    pub fix: bool,
    /// Only problems: no warnings and no questions, and faster.
    #[arg(long)]
    pub problems_only: bool,
    /// Warn where facts about a vendor or a country in use were looked at longer ago, in months.
    #[arg(long, value_name = "MONTHS", value_parser = clap::value_parser!(u8).range(1..=120))]
    pub facts_months: Option<u8>,
    #[command(flatten)]
    pub context: Context,
}

/// What every judgement depends on beside the profile.
#[derive(Debug, Clone, Args)]
pub struct Context {
    /// Day of the assessment, as 2026-11-22. Default: today, in UTC.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// Folder whose files replace or add to the knowledge base.
    #[arg(long, value_name = "DIR")]
    pub knowledge: Option<PathBuf>,
}

/// How a document is written, and where it goes.
#[derive(Debug, Clone, Args)]
pub struct Written {
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    pub format: Format,
    /// File to write, or a folder in which it gets a name of its own. Default: standard output.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Folder whose templates replace those of the same name; see `templates export`.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
}

/// Formats of a plan, a drill, a comparison or a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Format {
    /// A summary on standard output.
    Terminal,
    /// One self-contained file for a browser.
    Html,
    /// GitHub-flavoured Markdown.
    Markdown,
    /// Everything, for programs.
    Json,
}

/// Formats of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum ReportFormat {
    /// A summary on standard output.
    Terminal,
    /// One self-contained file for a browser.
    Html,
    /// GitHub-flavoured Markdown.
    Markdown,
    /// Everything, for programs.
    Json,
    /// The risk register, for a spreadsheet.
    Csv,
    /// The findings, for a spreadsheet.
    FindingsCsv,
    /// The register in the columns that CISO Assistant imports.
    CisoAssistant,
    /// Contractual arrangements in the columns of the DORA register of information.
    #[value(name = "dora-b-02-02")]
    DoraB0202,
    /// Assessment of the services in the columns of the DORA register of information.
    #[value(name = "dora-b-07-01")]
    DoraB0701,
}

/// How to show problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// Snippets and remedies.
    Human,
    /// One line a problem.
    Short,
    /// One JSON document.
    Json,
}
