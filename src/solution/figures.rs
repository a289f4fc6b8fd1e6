//! Figures with their bands, and which engine gave them.

use serde::Serialize;

use crate::{
    analysis::Engine,
    engine::{band::Band, joint::Joint},
};

/// A figure that may be exact, or bounded, or simulated.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct JointFigure {
    pub engine: Engine,
    pub value: f64,
    /// Band of the rates for an exact figure, 95 % interval of the trials for a simulated one; the
    /// bounds where there is neither.
    pub low: f64,
    pub high: f64,
    /// What the exact engine can say at least: equal where it can say it all.
    pub bounds: [f64; 2],
}

impl JointFigure {
    pub fn new(joint: Joint, band: Option<Band>, simulated: Option<Band>) -> Self {
        let bounds = [joint.low, joint.high];
        let of = |engine, one: Band| {
            let Band { value, low, high } = one;
            Self { engine, value, low, high, bounds }
        };
        match (joint.exact(), band, simulated) {
            (true, Some(band), _) => of(Engine::Exact, band),
            (true, None, _) => of(Engine::Exact, Band::certain(joint.high)),
            (false, _, Some(estimate)) => of(Engine::Simulation, estimate),
            (false, _, None) => {
                let value = Band { value: joint.high, low: joint.low, high: joint.high };
                of(Engine::Exact, value)
            }
        }
    }

    /// Is it only known to lie between bounds?
    pub fn bounded(&self) -> bool {
        self.engine == Engine::Exact && self.bounds[0] < self.bounds[1]
    }
}
