//! What the engines say beyond expected values: laws of the year, the self-check, sensitivity, and
//! the track record.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Figure, SourceRef};

/// The year in figures.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Quantified {
    /// Loss of the organisation.
    pub loss: LossView,
    /// Hours below the MBCO within a year, by activity and region.
    pub hours: Vec<HoursView>,
    /// Exact figures against simulated ones.
    pub check: CheckView,
    /// Which engine gave which figure, in sentences.
    pub engines: Vec<String>,
}

/// Loss of the organisation within a year.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LossView {
    /// transform or simulation.
    pub engine: String,
    /// Mean of the law, money per year; `verdict.eal` is the exact one.
    pub mean: Figure,
    /// Chance of a year without any loss.
    pub none: Figure,
    /// P50, P90, P95 and P99 (value at risk), then CVaR95 and CVaR99.
    pub rows: Vec<LossRow>,
    /// Chance of losing more than an amount.
    pub curve: Vec<CurvePoint>,
}

/// A figure of the law of the year.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LossRow {
    /// `P50`, `P90`, `P95`, `P99`, `CVaR95` or `CVaR99`.
    pub name: String,
    /// In plain words.
    pub meaning: String,
    /// Money per year.
    pub loss: Figure,
}

/// A point of the exceedance curve.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CurvePoint {
    /// Money per year.
    pub loss: Figure,
    /// Of losing more.
    pub probability: Figure,
}

/// Hours of one activity in one region.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct HoursView {
    /// Activity id.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Country code.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// Hours per year.
    pub mean: Figure,
    /// Half of all years have fewer.
    pub p50: Figure,
    /// Nine years in ten have fewer.
    pub p90: Figure,
    /// 19 years in 20 have fewer.
    pub p95: Figure,
    /// 99 years in 100 have fewer.
    pub p99: Figure,
}

/// Exact figures against simulated ones.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CheckView {
    /// The self-check in words.
    pub sentence: String,
    /// Simulated years.
    #[schemars(extend("x-unit" = "simulated years"))]
    pub trials: u32,
    /// Of the simulation.
    #[schemars(extend("x-unit" = "seed"))]
    pub seed: u64,
    /// One for each figure compared.
    pub rows: Vec<CheckRow>,
}

/// One quantity, by both engines.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CheckRow {
    /// Losses are in the profile's currency a year, hours in hours a year, harm is annual, chances are probabilities.
    pub quantity: String,
    /// By the exact engine.
    #[schemars(extend("x-unit" = "that of the quantity"))]
    pub exact: f64,
    /// By the simulation.
    #[schemars(extend("x-unit" = "that of the quantity"))]
    pub simulated: f64,
    /// Of the simulated figure.
    #[schemars(extend("x-unit" = "that of the quantity"))]
    pub standard_error: f64,
    /// Difference in standard errors; none where too few trials show anything.
    #[schemars(extend("x-unit" = "standard errors"))]
    pub z: Option<f64>,
    /// The row as printed.
    pub text: String,
}

/// What the figures would be with other numbers.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SensitivityView {
    /// The widest bars as sentences.
    pub sentences: Vec<String>,
    /// Widest first.
    pub bars: Vec<BarView>,
    /// Open fields that are worth answering, the most first.
    pub open: Vec<OpenView>,
}

/// One number, varied.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct BarView {
    /// What is varied.
    pub name: String,
    /// What it is varied to, in words.
    pub low: String,
    /// The other end.
    pub high: String,
    /// Expected annual loss there, money per year.
    pub eal_low: Figure,
    /// The same at the other end.
    pub eal_high: Figure,
    /// Probability of a further breach.
    pub breach_low: Figure,
    /// The same at the other end.
    pub breach_high: Figure,
    /// Only for bars that are told in sentences.
    pub cvar95_low: Option<Figure>,
    /// The same at the other end.
    pub cvar95_high: Option<Figure>,
}

/// An open field.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OpenView {
    /// Where it is, such as "activity `dispatch`".
    pub place: String,
    /// What is asked.
    pub what: String,
    /// The line to add, with the value that is taken today.
    pub line: String,
    /// What the answer could change.
    pub sentence: String,
}

/// What may be claimed of the forecasts.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TrackRecord {
    /// What was scored.
    pub about: String,
    /// What may be claimed.
    pub may: Vec<String>,
    /// What may not.
    pub may_not: Vec<String>,
}

/// A measure announced for the twelve months ahead.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AnnouncedView {
    /// In the knowledge base, or `profile` and a number.
    pub id: String,
    /// Country code.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// Scenario id: what would begin.
    pub scenario: String,
    /// Its name.
    pub scenario_name: String,
    /// announced, enacted or dated.
    pub stage: String,
    /// First day on which it can take effect.
    pub effective: Option<String>,
    /// That it comes within twelve months.
    pub probability: Figure,
    /// Channels whose vendors it would hit.
    pub channels: Vec<String>,
    /// One sentence.
    pub summary: String,
    /// References.
    pub sources: Vec<SourceRef>,
}
