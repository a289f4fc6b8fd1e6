//! Figures of the organisation.

use serde::Serialize;

use super::{Computed, figures::JointFigure};
use crate::engine::band::Band;
use crate::engine::{outcome::Run, score::score};

/// The organisation, with its fallbacks and without.
#[derive(Debug, Clone, Serialize)]
pub struct OrganizationFigures {
    #[serde(flatten)]
    pub residual: Whole,
    pub inherent: Whole,
}

/// One run.
#[derive(Debug, Clone, Serialize)]
pub struct Whole {
    pub loss: Band,
    pub harm: Band,
    pub score: Band,
    pub any_breach: JointFigure,
}

impl OrganizationFigures {
    pub fn new(computed: &Computed) -> Self {
        let Computed { model, outcome, .. } = computed;
        let whole = |run: &Run, simulated| Whole {
            loss: run.eal,
            harm: run.harm,
            score: run.harm.map(|harm| score(&model.scale, harm)),
            any_breach: JointFigure::new(
                run.any_breach.joint,
                Some(run.any_breach.band),
                simulated,
            ),
        };
        let simulated = computed.comparable().map(|one| one.any_breach);
        Self {
            residual: whole(&outcome.residual, simulated),
            // Trials count fallbacks, so they say nothing of a world without them.
            inherent: whole(&outcome.inherent, None),
        }
    }
}
