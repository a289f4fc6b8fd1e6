//! The track record as a value: what is printed and what the JSON holds, documented in
//! docs/backtest.md.

use serde::Serialize;

use super::{forecast::Way, resample::Estimate};

/// Everything about all outcomes that were asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrackRecord {
    /// Format of the JSON.
    pub format: u32,
    /// Program and version.
    pub tool: String,
    /// SHA-256 of the knowledge base.
    pub knowledge: String,
    /// Facts that come from an overlay.
    pub overlaid: Vec<String>,
    /// The year at the end of which the forecaster stands.
    pub as_of: i16,
    /// First and last year that was forecast and scored.
    pub scored_years: [i16; 2],
    /// Levers and populations are those of this many years before the year of a forecast.
    pub lag_years: i16,
    pub countries: usize,
    pub seed: u64,
    pub resamples: u32,
    /// Share of the draws that an interval holds.
    pub interval: f64,
    pub outcomes: Vec<OutcomeRecord>,
    /// What may be claimed of the record as shipped, and what may not.
    pub may_be_claimed: Vec<String>,
    pub may_not_be_claimed: Vec<String>,
}

/// One outcome.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutcomeRecord {
    pub id: String,
    pub name: String,
    /// Column of rates/starts.csv.
    pub column: String,
    /// Countries times scored years.
    pub country_years: usize,
    /// Country-years with at least one start.
    pub events: usize,
    /// Their share.
    pub base_rate: f64,
    /// `base_rate * (1 - base_rate)`: the Brier score of the base rate known beforehand.
    pub uncertainty: f64,
    pub forecasts: Vec<WayScores>,
    /// The rule beside two references, on the same draws.
    pub comparisons: Vec<Comparison>,
    pub reliability: Vec<Bin>,
    pub first_time: FirstTime,
    pub next: Next,
}

/// Scores of one way to forecast.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WayScores {
    pub way: Way,
    pub name: &'static str,
    pub mean_forecast: f64,
    pub brier: Estimate,
    pub log_loss: Estimate,
    pub auc: Estimate,
    /// Over climatology.
    pub skill: Estimate,
    pub miscalibration: Estimate,
    pub discrimination: Estimate,
}

/// The rule beside another way to forecast.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    pub with: Way,
    pub name: &'static str,
    /// By how much the Brier score of the rule is lower.
    pub brier_lower_by: Estimate,
    /// The same as a share of the other's Brier score.
    pub skill: Estimate,
}

/// Forecasts of the rule between two edges, the lower one included.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bin {
    pub from: f64,
    pub to: f64,
    pub country_years: usize,
    pub mean_forecast: Option<f64>,
    /// Share with at least one start.
    pub observed: Option<f64>,
}

/// Country-years without any earlier start of the kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FirstTime {
    pub country_years: usize,
    pub events: usize,
    pub auc_tier_and_size: Estimate,
    pub auc_own_rate: Estimate,
}

/// The forecast for the year that has not been scored.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Next {
    pub year: i16,
    /// Shape of the prior.
    pub shape: f64,
    /// Mean starts a year of small and large countries, tier 1 to 4.
    pub small: [f64; 4],
    pub large: [f64; 4],
    /// Highest first.
    pub countries: Vec<Ranking>,
}

/// The forecast for one country.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranking {
    pub code: String,
    pub name: String,
    /// Of at least one start in the year.
    pub probability: f64,
    /// The same from the own rate alone.
    pub own_rate: f64,
    /// 1 to 4.
    pub tier: usize,
    pub large: bool,
    /// Starts so far, at most so many a year as the rule counts.
    pub starts: f64,
}
