//! What the engines say of a model that stands alone: the exact figures, the law of the year, a
//! simulation, and the one beside the other.

mod activities;
mod figures;
mod laws;
mod organization;
mod simulated;
mod tables;
mod text;

use serde::Serialize;

pub use text::text;

use activities::{ActivityFigures, PlaceFigures};
use laws::LawFigures;
use organization::{OrganizationFigures, Whole};
use simulated::SimulationFigures;

use crate::{
    analysis::{Comparison, Disagreement, Simulated, Spread, YearLaw, laws, simulated as simulate},
    engine::{outcome::Outcome, solve::solve},
    model::Model,
    simulation::options::Options,
};

/// Format of the JSON output.
const FORMAT: u32 = 1;

/// Everything that is shown of a solved model. `docs/model.md` has each field with its unit.
#[derive(Debug, Clone, Serialize)]
pub struct Solution {
    pub format: u32,
    pub tool: String,
    pub model: About,
    pub organization: OrganizationFigures,
    /// None where joint states are too many and nothing comparable was simulated.
    pub loss_law: Option<LawFigures>,
    pub activities: Vec<ActivityFigures>,
    pub places: Vec<PlaceFigures>,
    pub simulation: Option<SimulationFigures>,
    pub comparisons: Vec<Comparison>,
}

/// Which model it is.
#[derive(Debug, Clone, Serialize)]
pub struct About {
    pub format: u32,
    pub method: String,
    /// Width of the bands.
    pub band: f64,
    pub places: usize,
    pub streams: usize,
    pub campaigns: usize,
    pub activities: usize,
}

/// What was computed of a model.
pub struct Computed<'m> {
    model: &'m Model,
    outcome: Outcome,
    loss: Option<YearLaw>,
    hours: Vec<Option<YearLaw>>,
    simulated: Option<Simulated>,
}

impl Solution {
    /// Runs the engines. Without options nothing is simulated.
    pub fn new(
        model: &Model,
        options: Option<Options>,
        spread: &dyn Spread,
    ) -> Result<Self, Disagreement> {
        let outcome = solve(model);
        let (loss, hours) = laws(model, &outcome, spread);
        let simulated = options
            .map(|options| simulate(model, &outcome, loss.as_ref(), options, spread))
            .transpose()?;
        Ok(Self::of(&Computed { model, outcome, loss, hours, simulated }))
    }

    fn of(computed: &Computed) -> Self {
        let Computed { model, simulated, .. } = computed;
        Self {
            format: FORMAT,
            tool: concat!("blackstart ", env!("CARGO_PKG_VERSION")).to_owned(),
            model: About::new(model),
            organization: OrganizationFigures::new(computed),
            loss_law: LawFigures::of_loss(computed),
            activities: ActivityFigures::all(computed),
            places: PlaceFigures::all(computed),
            simulation: simulated.as_ref().map(|one| SimulationFigures::new(model, one)),
            comparisons: simulated.as_ref().map_or_else(Vec::new, |one| one.comparisons.clone()),
        }
    }
}

impl About {
    fn new(model: &Model) -> Self {
        Self {
            format: model.format,
            method: model.method.clone(),
            band: model.scale.band,
            places: model.places.len(),
            streams: model.streams.len(),
            campaigns: model.campaigns.len(),
            activities: model.activities.len(),
        }
    }
}

impl Computed<'_> {
    /// What was simulated, if it is what the exact engine computes.
    fn comparable(&self) -> Option<&Simulated> {
        self.simulated.as_ref().filter(|one| one.options.comparable())
    }
}
