//! What the forecasts of past years are made with and judged by: `seeds/rates/backtest.toml`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

/// Parameters of the track record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Backtest {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    /// Levers and population are those of this many years before the year of the forecast.
    #[validate(range(min = 1, max = 10))]
    pub lag_years: i16,
    /// Years of counts before the first year that is forecast.
    #[validate(range(min = 2, max = 20))]
    pub fewest_years: i16,
    /// Rank of repression above which tiers 2, 3 and 4 begin, as a share of all countries.
    pub tier_cuts: [f64; 3],
    /// Centre of the penalty on the shape of the Gamma prior.
    #[validate(range(min = 0.01, max = 100.0))]
    pub prior_shape: f64,
    /// Width of the penalties: a standard deviation of the natural logarithm.
    #[validate(range(min = 0.01, max = 100.0))]
    pub prior_sd: f64,
    /// Weight of the base rate in the persistence forecast, in country-years.
    #[validate(range(min = 0.0, max = 1000.0))]
    pub persistence_weight: f64,
    /// No forecast is scored as nearer to 0 or 1 than this.
    #[validate(range(min = 1e-9, max = 0.01))]
    pub probability_floor: f64,
    /// Inner edges of the bins of the reliability table, ascending.
    #[validate(length(min = 1, max = 20))]
    pub bins: Vec<f64>,
    /// What is forecast, in the order in which it is printed.
    #[validate(nested, length(min = 1, max = 20))]
    pub outcome: Vec<Outcome>,
}

/// An event of a country and year that is forecast: at least one start in the year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The word by which it is asked for.
    #[validate(length(min = 2, max = 40))]
    pub id: String,
    /// What happens, as a sentence without its full stop.
    #[validate(length(min = 3, max = 200))]
    pub name: String,
    /// Column of `seeds/rates/starts.csv`.
    pub column: String,
}
