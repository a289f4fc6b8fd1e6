//! Many runs: how an organisation has moved, and how its forecasts turned out.

use schemars::JsonSchema;
use serde::Serialize;

use super::TrendPoint;

/// The record of one or more organisations.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct HistoryView {
    /// `history`.
    pub document: String,
    /// Version of this format: 1.
    #[schemars(extend("x-unit" = "version"))]
    pub format: u32,
    /// `blackstart` and its version.
    pub tool: String,
    /// Forecasts whose time was over on this day are scored.
    pub as_of: String,
    /// By name of their folder.
    pub organizations: Vec<RecordView>,
    /// Files that were not used, and why.
    pub left_out: Vec<LeftOutFile>,
}

/// A file that was not used.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LeftOutFile {
    /// Name of the file.
    pub file: String,
    /// What is wrong with it.
    pub why: String,
}

/// The record of one organisation.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RecordView {
    /// As in its last profile.
    pub name: String,
    /// ISO 4217 code of all amounts.
    pub currency: String,
    /// The record in one sentence.
    pub sentence: String,
    /// Its runs, the earliest first.
    pub points: Vec<TrendPoint>,
    /// Scores of each country, by run.
    pub regions: Vec<SeriesView>,
    /// Scores of each activity in each country, by run.
    pub activities: Vec<SeriesView>,
    /// Each indicator, by run.
    pub indicators: Vec<IndicatorSeries>,
    /// How forecasts turned out.
    pub forecasts: ForecastsView,
}

/// A series of scores.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SeriesView {
    /// "Dispatch, Russia", or a country.
    pub name: String,
    /// One for each run.
    pub cells: Vec<CellView>,
    /// From the first run that has it to the last, in points, with its sign.
    pub change: String,
}

/// A score in a run.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CellView {
    /// In points; absent where the run does not have it.
    #[schemars(extend("x-unit" = "points"))]
    pub value: Option<f64>,
    /// As printed.
    pub text: String,
    /// Level of the score.
    pub level: String,
}

/// An indicator over time.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct IndicatorSeries {
    /// One of docs/indicators.md.
    pub id: String,
    /// What is measured.
    pub name: String,
    /// One for each run.
    pub cells: Vec<IndicatorCell>,
}

/// An indicator in a run.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct IndicatorCell {
    /// As printed.
    pub text: String,
    /// `green`, `amber` or `red`; empty where the run does not have it.
    pub state: String,
}

/// How forecasts turned out.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ForecastsView {
    /// In words.
    pub sentence: String,
    /// Forecasts whose time is over.
    #[schemars(extend("x-unit" = "count"))]
    pub settled: usize,
    /// Forecasts whose time is not over.
    #[schemars(extend("x-unit" = "count"))]
    pub open: usize,
    /// Mean squared error; absent where none is settled.
    #[schemars(extend("x-unit" = "squared probability"))]
    pub brier: Option<f64>,
    /// That of a forecaster who knew how often it happens, and nothing else.
    #[schemars(extend("x-unit" = "squared probability"))]
    pub climatology: Option<f64>,
    /// Share of that error which the forecasts save.
    #[schemars(extend("x-unit" = "share"))]
    pub skill: Option<f64>,
    /// Mean logarithmic loss.
    #[schemars(extend("x-unit" = "nats"))]
    pub log_loss: Option<f64>,
    /// Did what was forecast with some probability happen that often?
    pub calibration: Vec<CalibrationRow>,
    /// What happened, and what happened least expected.
    pub cases: Vec<SettledView>,
}

/// Forecasts of about the same size.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CalibrationRow {
    /// "5 % to 15 %".
    pub forecast: String,
    /// How many.
    #[schemars(extend("x-unit" = "count"))]
    pub count: usize,
    /// Their mean.
    pub mean: String,
    /// How often it happened.
    pub observed: String,
}

/// A forecast whose time is over.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SettledView {
    /// Name of the country.
    pub country: String,
    /// Name of the vendor.
    pub vendor: String,
    /// The day after which it counted.
    pub after: String,
    /// The last day on which it counted.
    pub until: String,
    /// What was forecast.
    #[schemars(extend("x-unit" = "probability"))]
    pub probability: f64,
    /// As printed.
    pub text: String,
    /// Does the ledger say that it happened?
    pub happened: bool,
}
