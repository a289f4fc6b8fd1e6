//! The losses of one activity in one state of a campaign.

use super::working::{Working, working};
use crate::engine::{
    course::Amounts,
    plan::{Plan, Standby},
};

/// One activity as a severity sees it.
#[derive(Debug, Clone)]
pub struct Sufferer {
    pub amounts: Amounts,
    pub switch_cost: f64,
}

/// An activity in a state.
pub struct Sharer<'a> {
    pub plan: &'a Plan,
    pub cases: Vec<Working>,
    sufferer: &'a Sufferer,
}

impl<'a> Sharer<'a> {
    /// None where there are too many cases of working fallbacks.
    pub fn new(plan: &'a Plan, sufferer: &'a Sufferer) -> Option<Self> {
        // All outages of a plan have the same fallbacks.
        let cases = match plan.outages.first() {
            Some(outage) => working(outage)?,
            None => vec![Working { chance: 1.0, full: None, partial: 0 }],
        };
        Some(Self { plan, cases, sufferer })
    }

    /// Losses by case of working fallbacks, for one duration. Cases with the same loss are one.
    pub fn losses(&self, ends: [f64; 3]) -> Vec<(f64, f64)> {
        let mut own: Vec<(f64, f64)> = Vec::with_capacity(self.cases.len());
        for case in &self.cases {
            let loss = self.loss(case, ends);
            match own.iter_mut().find(|(_, known)| known.to_bits() == loss.to_bits()) {
                Some((chance, _)) => *chance += case.chance,
                None => own.push((case.chance, loss)),
            }
        }
        own
    }

    fn loss(&self, case: &Working, ends: [f64; 3]) -> f64 {
        let (mut loss, mut switched) = (0.0, self.plan.leaving.happens(ends));
        for outage in &self.plan.outages {
            let up = |standby: &Standby| {
                let full = case.full.map(|at| outage.full[at].index) == Some(standby.index);
                let partial = outage.partial.iter().position(|p| p.index == standby.index);
                let works = full || partial.is_some_and(|bit| case.partial >> bit & 1 == 1);
                works.then_some(standby.activation)
            };
            let course = self.sufferer.amounts.course(outage, ends, up);
            loss += course.loss;
            switched |= course.switched;
        }
        if switched { loss + self.sufferer.switch_cost } else { loss }
    }
}
