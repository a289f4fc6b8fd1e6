//! Laws of a year.

use serde::Serialize;

use super::Computed;
use crate::{
    analysis::{Engine, YearLaw},
    engine::band::Band,
};

/// A law in the figures that are shown.
#[derive(Debug, Clone, Serialize)]
pub struct LawFigures {
    pub engine: Engine,
    pub mean: f64,
    pub deviation: f64,
    /// Chance of nothing at all.
    pub none: f64,
    pub p50: Band,
    pub p90: Band,
    pub p95: Band,
    pub p99: Band,
    pub cvar95: Band,
    pub cvar99: Band,
    pub exceedance: Vec<Exceedance>,
}

/// Chance of more than an amount.
#[derive(Debug, Clone, Serialize)]
pub struct Exceedance {
    pub above: f64,
    pub chance: Band,
}

impl LawFigures {
    pub fn new(law: &YearLaw) -> Self {
        let [p50, p90, p95, p99] = law.quantiles;
        let [cvar95, cvar99] = law.tails;
        let point = |(above, chance): &(f64, Band)| Exceedance { above: *above, chance: *chance };
        let mut exceedance: Vec<Exceedance> = law.curve.iter().map(point).collect();
        // A law that is almost all at one value has a curve of one point.
        exceedance.dedup_by(|a, b| a.above.to_bits() == b.above.to_bits());
        Self {
            engine: law.engine,
            mean: law.mean,
            deviation: law.deviation,
            // A transform leaves a trace of rounding where there is nothing.
            none: law.none.clamp(0.0, 1.0),
            p50,
            p90,
            p95,
            p99,
            cvar95,
            cvar99,
            exceedance,
        }
    }

    /// Of the organisation's loss: by transform, or by a simulation of the same.
    pub fn of_loss(computed: &Computed) -> Option<Self> {
        let simulated = || {
            let tally = &computed.comparable()?.tally;
            Some(Self::new(&YearLaw::by_simulation(&tally.losses)))
        };
        computed.loss.as_ref().map(Self::new).or_else(simulated)
    }
}
