//! The figures of the whole organisation with a set of measures.

use super::{advice::Choices, catalogue::Catalogue};
use crate::{
    distribution::year::{COARSE, Year},
    engine::{known::Known, outcome::ActivityOutcome, score::score, standing::Standing},
    measures::{
        choice::Choice,
        space::{Space, applied},
    },
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

/// Sets of measures, solved from one that is known.
pub struct Steps<'a> {
    pub catalogue: &'a Catalogue,
    pub spaces: &'a [Space<'a>],
    pub known: Known<'a>,
}

impl Steps<'_> {
    /// Solves the model with a set of measures.
    pub fn step(&self, choices: &Choices) -> Step {
        let model = with(self.catalogue, self.spaces, choices);
        let law = Year::new(&model).loss(COARSE.resolution).and_then(|loss| loss.law(COARSE));
        let cvar95 = law.map(|law| law.tail_mean(TAIL));
        Step { cvar95, ..self.of_model(choices, &model) }
    }

    /// The same without the tail, which costs most of the time.
    pub fn without_tail(&self, choices: &Choices) -> Step {
        self.of_model(choices, &with(self.catalogue, self.spaces, choices))
    }

    fn of_model(&self, choices: &Choices, model: &Model) -> Step {
        let run = self.known.residual(model);
        let appetite = &self.catalogue.appetite;
        let above = run.activities.iter().zip(appetite);
        Step {
            cost: self.spaces.iter().zip(choices).map(|(space, own)| space.cost(*own)).sum(),
            eal: run.eal.value,
            further_breach: run.further_breach.joint.high,
            breaches_today: run.activities.iter().filter(|one| today(one)).count(),
            cvar95: None,
            score: score(&model.scale, run.harm.value),
            above: above.filter(|(one, most)| one.breach.value > **most + 1e-12).count(),
            choices: choices.clone(),
        }
    }
}

fn today(one: &ActivityOutcome) -> bool {
    matches!(&one.standing, Standing::Disrupted(disruption) if disruption.breaches)
}

/// The whole model with a set of measures.
pub fn with(catalogue: &Catalogue, spaces: &[Space], choices: &[Choice]) -> Model {
    applied(spaces, choices).unwrap_or_else(|| catalogue.model.clone())
}
