//! Figures of a simulation.

use serde::Serialize;

use super::laws::LawFigures;
use crate::{
    analysis::{Simulated, YearLaw},
    engine::band::Band,
    model::Model,
    simulation::{
        interval::{mean, wilson},
        options::Options,
        tally::Moments,
    },
};

/// What trials gave, each with how sure it is. All figures are of a whole trial, which may be several
/// years long.
#[derive(Debug, Clone, Serialize)]
pub struct SimulationFigures {
    #[serde(flatten)]
    pub options: Options,
    /// Does it simulate what the exact engine computes?
    pub comparable: bool,
    pub loss: Mean,
    /// Sum over all trials.
    pub loss_sum: f64,
    pub harm: Mean,
    pub any_breach: Band,
    pub loss_law: LawFigures,
    pub activities: Vec<SimulatedActivity>,
    pub places: Vec<SimulatedPlace>,
    pub streams: Vec<SimulatedStream>,
}

/// A mean over trials.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Mean {
    #[serde(flatten)]
    pub mean: Band,
    pub standard_error: f64,
}

impl Mean {
    fn new(sums: Moments, trials: u32) -> Self {
        let error = sums.error(trials);
        Self { mean: mean(sums.mean(trials), error), standard_error: error }
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct SimulatedActivity {
    pub name: String,
    pub hours: Mean,
    /// Loss with the cost of switching.
    pub loss: Mean,
    pub breach: Band,
    /// In a trial, in the mean.
    pub disruptions: f64,
}

#[derive(Debug, Clone, Serialize)]
pub struct SimulatedPlace {
    pub name: String,
    pub loss: Mean,
}

#[derive(Debug, Clone, Serialize)]
pub struct SimulatedStream {
    pub name: String,
    /// Campaigns over all trials.
    pub campaigns: u64,
}

impl SimulationFigures {
    pub fn new(model: &Model, simulated: &Simulated) -> Self {
        let Simulated { options, tally, any_breach, .. } = simulated;
        let n = tally.trials;
        let activities = model.activities.iter().zip(&tally.activities).map(|(activity, sums)| {
            SimulatedActivity {
                name: activity.name.clone(),
                hours: Mean::new(sums.hours, n),
                loss: Mean::new(sums.loss, n),
                breach: wilson(sums.breaches, n),
                disruptions: f64::from(sums.disruptions) / f64::from(n),
            }
        });
        let places = model.places.iter().zip(&tally.places);
        let streams = model.streams.iter().zip(&tally.campaigns);
        Self {
            options: *options,
            comparable: options.comparable(),
            loss: Mean::new(tally.loss, n),
            loss_sum: tally.loss.sum,
            harm: Mean::new(tally.harm, n),
            any_breach: *any_breach,
            loss_law: LawFigures::new(&YearLaw::by_simulation(&tally.losses)),
            activities: activities.collect(),
            places: places
                .map(|(name, sums)| SimulatedPlace {
                    name: name.clone(),
                    loss: Mean::new(*sums, n),
                })
                .collect(),
            streams: streams
                .map(|(stream, campaigns)| SimulatedStream {
                    name: stream.name.clone(),
                    campaigns: *campaigns,
                })
                .collect(),
        }
    }
}
