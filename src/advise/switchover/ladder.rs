//! The PACE ladder of one activity in one region, and what is no rung of it.

use super::{
    campaigns::Stopping,
    rung::{Ruled, Rung, ruled_out, rung},
};
use crate::{
    assess::{Case, Facts},
    estate::{Deployment, Fallback},
};

/// A fallback below the ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct RuledOut<'a> {
    pub fallback: &'a Fallback,
    pub why: Ruled,
}

/// The rungs below the primary in the order in which one would take them, and what is none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ladder<'a> {
    pub rungs: Vec<Rung<'a>>,
    pub ruled_out: Vec<RuledOut<'a>>,
}

impl Ladder<'_> {
    /// Would any rung carry the activity?
    pub fn survives(&self) -> bool {
        self.rungs.iter().any(Rung::survives)
    }

    /// The one to take first: the best that survives, or else the best there is.
    pub fn next(&self) -> Option<&Rung<'_>> {
        self.rungs.iter().find(|rung| rung.survives()).or(self.rungs.first())
    }
}

/// Builds it.
pub fn ladder<'a>(facts: &Facts<'a>, case: Case<'a>, stopping: &[Stopping]) -> Ladder<'a> {
    let mut ladder = Ladder::default();
    let lawful = facts.lawful_fallbacks(case);
    for fallback in &case.instance.fallbacks {
        let Some(deployment) = facts.deployment(fallback.channel, case.instance.region) else {
            continue;
        };
        if let Some(why) = ruled_out(facts, case, fallback, deployment) {
            ladder.ruled_out.push(RuledOut { fallback, why });
        } else {
            let own = lawful.iter().position(|one| std::ptr::eq(*one, fallback));
            let numbered = (own.unwrap_or(usize::MAX), fallback);
            ladder.rungs.push(rung(facts, case, numbered, deployment, stopping));
        }
    }
    ladder.rungs.sort_by(|a, b| a.before(b, case.activity.rto.value));
    ladder
}

/// Service today of what people use every day.
pub fn primary_today(facts: &Facts, case: Case) -> f64 {
    let service = |channel: usize| {
        facts
            .deployment(channel, case.instance.region)
            .map_or(0.0, |one: &Deployment| one.service(&case.activity.needs.value))
    };
    case.activity.channels.iter().map(|share| share.share * service(share.channel)).sum()
}
