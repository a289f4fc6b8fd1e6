//! The target: what is left of each risk once the chosen measures are in place.

use std::collections::BTreeMap;

use super::{Advised, advice::with_measures};
use crate::{
    assess::{Facts, register::harms},
    engine::{band::Band, solve::residual, standing::Standing},
};

/// What the chosen measures leave.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Target {
    /// One for each case.
    pub cases: Vec<CaseTarget>,
    /// Annual harm by region, channel and scenario, as in the register.
    pub rows: BTreeMap<(usize, usize, String), f64>,
}

/// One activity in one region, with the measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CaseTarget {
    /// Annual harm.
    pub harm: f64,
    /// Chance to breach the MTPD within twelve months.
    pub breach: Band,
    /// Is it still below the MBCO on the day when they are in place?
    pub down: bool,
    pub above_appetite: bool,
}

/// Solves the model with the chosen measures.
pub fn target(facts: &Facts, advised: &Advised) -> Target {
    let model = with_measures(&advised.catalogue, &advised.advice.chosen.choices);
    let run = residual(&model);
    let case = |case: crate::assess::Case| {
        let own = &run.activities[case.index];
        CaseTarget {
            harm: own.harm,
            breach: own.breach,
            down: matches!(own.standing, Standing::Disrupted(_)),
            above_appetite: own.breach.value > case.activity.appetite.value,
        }
    };
    Target { cases: facts.cases().map(case).collect(), rows: harms(facts, &model, &run) }
}
