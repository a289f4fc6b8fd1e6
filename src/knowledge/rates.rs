//! Counts of campaigns per country and year, tiers, and the priors fitted to them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Backtest, History};

/// `seeds/rates/streams.toml`: what is counted, and the prior of each count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Streams {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    /// First and last year of the counts.
    pub years: [i16; 2],
    /// Population in millions above which a country counts as large, by tier.
    pub population_split_millions: [f64; 4],
    /// Where counts and priors come from.
    #[validate(length(min = 10, max = 600))]
    pub origin: String,
    #[validate(nested)]
    pub stream: BTreeMap<String, Stream>,
}

/// One kind of campaign whose starts are counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Stream {
    /// What is counted, in words.
    #[validate(length(min = 3, max = 200))]
    pub name: String,
    /// Column of `seeds/rates/starts.csv`.
    pub column: String,
    /// Share of its starts that is attributed to an election; absent where not counted.
    #[validate(range(min = 0.0, max = 1.0))]
    pub election_share: Option<f64>,
    /// Shape of the Gamma prior.
    #[validate(range(min = 0.01))]
    pub shape: f64,
    /// Mean starts a year in small countries, tier 1 to 4.
    pub small: [f64; 4],
    /// Mean starts a year in large countries, tier 1 to 4.
    pub large: [f64; 4],
}

/// Counts of one country: per stream column the starts of each year.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Starts {
    pub by_column: BTreeMap<String, BTreeMap<i16, f64>>,
}

/// Tier of repression (1 to 4), population half within the tier, and population of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tier {
    pub tier: u8,
    pub large: bool,
    /// People; 0 where not known.
    pub population: u64,
}

/// How long episodes of one kind lasted: with a share that does not end, else log-normal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasuredDuration {
    /// In words.
    pub kind: String,
    /// Scenario id that it speaks for.
    pub scenario: String,
    /// How many episodes it was fitted to.
    pub episodes: u32,
    pub never_ends: f64,
    /// Median of those that end.
    pub median_days: f64,
    /// Standard deviation of the logarithm of days.
    pub sigma: f64,
}

/// How often a hit on one service goes with a hit on another within 30 days.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Together {
    /// Vendor id or the name of a service.
    pub hit: String,
    pub episodes: u32,
    /// Vendor id or the name of a service.
    pub also: String,
    pub share: f64,
}

/// Everything in `seeds/rates/`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rates {
    pub streams: Streams,
    pub starts: BTreeMap<String, Starts>,
    pub tiers: BTreeMap<String, Tier>,
    pub durations: Vec<MeasuredDuration>,
    pub together: Vec<Together>,
    pub backtest: Backtest,
    pub history: History,
}
