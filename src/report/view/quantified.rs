//! What the engines say beyond expected values: laws of the year, the self-check, sensitivity, and
//! the track record.

use serde::Serialize;

use super::{Figure, SourceRef};

/// The year in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quantified {
    pub loss: LossView,
    /// Hours below the MBCO within a year, by activity and region.
    pub hours: Vec<HoursView>,
    pub check: CheckView,
    /// Which engine gave which figure, in sentences.
    pub engines: Vec<String>,
}

/// Loss of the organisation within a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LossView {
    /// transform or simulation.
    pub engine: String,
    pub mean: Figure,
    /// Chance of a year without any loss.
    pub none: Figure,
    /// P50, P90, P95 and P99 (value at risk), then CVaR95 and CVaR99.
    pub rows: Vec<LossRow>,
    /// Chance of losing more than an amount.
    pub curve: Vec<CurvePoint>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LossRow {
    pub name: String,
    /// In plain words.
    pub meaning: String,
    pub loss: Figure,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CurvePoint {
    pub loss: Figure,
    pub probability: Figure,
}

/// Hours of one activity in one region.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HoursView {
    pub activity: String,
    pub name: String,
    pub region: String,
    pub country: String,
    pub mean: Figure,
    pub p50: Figure,
    pub p90: Figure,
    pub p95: Figure,
    pub p99: Figure,
}

/// Exact figures against simulated ones.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckView {
    pub sentence: String,
    pub trials: u32,
    pub seed: u64,
    pub rows: Vec<CheckRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckRow {
    pub quantity: String,
    pub exact: f64,
    pub simulated: f64,
    pub standard_error: f64,
    /// Difference in standard errors; none where too few trials show anything.
    pub z: Option<f64>,
    /// The row as printed.
    pub text: String,
}

/// What the figures would be with other numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SensitivityView {
    /// The widest bars as sentences.
    pub sentences: Vec<String>,
    /// Widest first.
    pub bars: Vec<BarView>,
    /// Open fields that are worth answering, the most first.
    pub open: Vec<OpenView>,
}

/// One number, varied.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BarView {
    pub name: String,
    /// What it is varied to, in words.
    pub low: String,
    pub high: String,
    pub eal_low: Figure,
    pub eal_high: Figure,
    pub breach_low: Figure,
    pub breach_high: Figure,
    /// Only for bars that are told in sentences.
    pub cvar95_low: Option<Figure>,
    pub cvar95_high: Option<Figure>,
}

/// An open field.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpenView {
    /// Where it is, such as "activity `dispatch`".
    pub place: String,
    pub what: String,
    /// The line to add, with the value that is taken today.
    pub line: String,
    pub sentence: String,
}

/// What may be claimed of the forecasts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrackRecord {
    pub about: String,
    pub may: Vec<String>,
    pub may_not: Vec<String>,
}

/// A measure announced for the twelve months ahead.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnnouncedView {
    pub id: String,
    pub region: String,
    pub country: String,
    pub scenario: String,
    pub scenario_name: String,
    /// announced, enacted or dated.
    pub stage: String,
    pub effective: Option<String>,
    pub probability: Figure,
    /// Channels whose vendors it would hit.
    pub channels: Vec<String>,
    pub summary: String,
    pub sources: Vec<SourceRef>,
}
