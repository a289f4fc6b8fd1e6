//! What the engine says.

use super::{band::Band, curve::Totals, joint::Joint, standing::Standing};

/// One activity under one campaign, per year.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Cell {
    pub campaign: usize,
    /// Disruptions a year.
    pub frequency: f64,
    /// Those of them that take every fallback as well.
    pub defeats: f64,
    /// Those of them that no fallback ends: it is lost, or does not work.
    pub unrelieved: f64,
    pub totals: Totals,
    /// Harm a year by disclosure.
    pub disclosure: f64,
    /// Harm a year by staff who move to a state-run app.
    pub drift: f64,
    /// Switches for good, a year.
    pub switches: f64,
    /// Chance, given a campaign of the stream, of this scenario and a breach of the MTPD.
    pub theta: f64,
}

impl Cell {
    /// Annual harm.
    pub fn harm(&self) -> f64 {
        self.totals.harm + self.disclosure + self.drift
    }
}

/// One activity.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityOutcome {
    pub standing: Standing,
    /// Only campaigns that can touch it.
    pub cells: Vec<Cell>,
    /// Sums over cells and over what stands.
    pub totals: Totals,
    pub harm: f64,
    pub disruptions: f64,
    pub switch_cost: f64,
    pub breach: Band,
    /// Annual harm with its band.
    pub harm_band: Band,
    /// Were fallbacks left out because the states would have been too many?
    pub simplified: bool,
}

/// One country.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceOutcome {
    /// Campaigns a year, over all streams.
    pub rate: f64,
    /// Chance of at least one campaign in a year.
    pub any_campaign: f64,
    /// Response and mandate costs a year.
    pub campaign_cost: f64,
    /// Expected annual loss: activities, switches and campaign costs.
    pub eal: f64,
    /// Chance that any of its activities breaches its MTPD within a year.
    pub any_breach: Joint,
    pub harm: f64,
}

/// One run over a model, with or without fallbacks.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub activities: Vec<ActivityOutcome>,
    pub places: Vec<PlaceOutcome>,
    pub eal: Band,
    /// Expected loss per campaign of each stream.
    pub eal_by_stream: Vec<f64>,
    pub any_breach: Breach,
    /// The same for activities that have not breached already because they are down today.
    pub further_breach: Breach,
    pub harm: Band,
}

/// The chance that any activity breaches its MTPD within a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Breach {
    /// Exact, or bounds where the states are too many.
    pub joint: Joint,
    /// With what is not known about the rates.
    pub band: Band,
}

impl Breach {
    /// It has happened.
    pub const fn certain() -> Self {
        Self { joint: Joint { low: 1.0, high: 1.0 }, band: Band::certain(1.0) }
    }
}

/// Both runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Fallbacks off.
    pub inherent: Run,
    /// Fallbacks on.
    pub residual: Run,
}
