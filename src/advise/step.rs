//! The figures of the whole organisation with a set of measures.

use super::{advice::Choices, catalogue::Catalogue};
use crate::{
    distribution::year::{COARSE, Year},
    engine::{outcome::ActivityOutcome, score::score, solve::residual, standing::Standing},
    measures::space::{Space, applied},
    model::Model,
};

/// A set of measures with what it costs and gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub choices: Choices,
    pub cost: f64,
    /// Expected annual loss.
    pub eal: f64,
    /// Chance that an activity that is not beyond its MTPD today breaches it.
    pub further_breach: f64,
    /// Activities that are down today for longer than their MTPD.
    pub breaches_today: usize,
    /// Mean of the worst year in 20; none where the law has too many states.
    pub cvar95: Option<f64>,
    /// 0 to 100.
    pub score: f64,
    /// Activities whose chance of a breach is above appetite.
    pub above: usize,
}

/// Share of years that CVaR95 leaves out.
const TAIL: f64 = 0.95;

/// Solves the model with a set of measures.
pub fn step(catalogue: &Catalogue, spaces: &[Space], choices: &Choices) -> Step {
    let model = applied(spaces, choices).unwrap_or_else(|| catalogue.model.clone());
    let law = Year::new(&model).loss(COARSE.resolution).and_then(|loss| loss.law(COARSE));
    let cvar95 = law.map(|law| law.tail_mean(TAIL));
    Step { cvar95, ..of_model(catalogue, spaces, choices, &model) }
}

/// The same without the tail, which costs most of the time.
pub fn without_tail(catalogue: &Catalogue, spaces: &[Space], choices: &Choices) -> Step {
    let model = applied(spaces, choices).unwrap_or_else(|| catalogue.model.clone());
    of_model(catalogue, spaces, choices, &model)
}

fn of_model(catalogue: &Catalogue, spaces: &[Space], choices: &Choices, model: &Model) -> Step {
    let run = residual(model);
    let today = |one: &&ActivityOutcome| matches!(&one.standing, Standing::Disrupted(disruption) if disruption.breaches);
    let above = run.activities.iter().zip(&catalogue.appetite);
    Step {
        cost: spaces.iter().zip(choices).map(|(space, choice)| space.cost(*choice)).sum(),
        eal: run.eal.value,
        further_breach: run.further_breach.joint.high,
        breaches_today: run.activities.iter().filter(today).count(),
        cvar95: None,
        score: score(&model.scale, run.harm.value),
        above: above.filter(|(one, appetite)| one.breach.value > **appetite + 1e-12).count(),
        choices: choices.clone(),
    }
}
