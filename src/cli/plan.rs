//! What can be asked of a plan.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Context, Written, known::COUNTRY};
use crate::profile::Span;

const EXAMPLES: &str = "\
Examples:
  blackstart plan acme.toml
  blackstart plan acme.toml --budget 40000 --horizon 90d
  blackstart plan acme.toml --activity dispatch --region RU
  blackstart plan acme.toml --objective breach --format html --output plan.html";

/// `plan`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct PlanArgs {
    /// The profile, a TOML file.
    pub profile: PathBuf,
    /// What may be spent in the next twelve months, in the profile's currency. Default: the budget
    /// of the profile, or no limit.
    #[arg(long, value_name = "AMOUNT", value_parser = amount, allow_negative_numbers = true)]
    pub budget: Option<f64>,
    /// Leave out measures that take longer, as 90d or 26w. Default: a year.
    #[arg(long, value_name = "SPAN", value_parser = span)]
    pub horizon: Option<Span>,
    /// What is made small.
    #[arg(long, value_enum, default_value_t = PlanObjective::Loss)]
    pub objective: PlanObjective,
    /// New channels that the people of one country can take, 0 to 20. Default: 2.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=20))]
    pub new_channels: Option<u8>,
    /// Search so many times as far where not every set can be tried, 1 to 1000.
    #[arg(long, value_name = "N", default_value_t = 1,
          value_parser = clap::value_parser!(u16).range(1..=1_000))]
    pub effort: u16,
    /// Only the switch-over plans of this activity.
    #[arg(long, value_name = "ACTIVITY")]
    pub activity: Option<String>,
    /// Only the switch-over plans of this country.
    #[arg(long, value_name = "COUNTRY", value_parser = COUNTRY, hide_possible_values = true)]
    pub region: Option<String>,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub context: Context,
}

/// What a plan makes small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PlanObjective {
    /// The expected annual loss.
    Loss,
    /// The chance that any activity breaches its MTPD.
    Breach,
}

fn amount(text: &str) -> Result<f64, String> {
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | '_' | ' ')).collect();
    let value: f64 = plain.parse().map_err(|_| "not an amount such as 60000".to_owned())?;
    if value < 0.0 {
        return Err("a budget is not negative; 0 asks what can be had for nothing".to_owned());
    }
    if value.is_finite() { Ok(value) } else { Err("not an amount such as 60000".to_owned()) }
}

fn span(text: &str) -> Result<Span, String> {
    text.parse()
}
