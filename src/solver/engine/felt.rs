//! Which activities feel a campaign, and in which state of it each of them is.

use super::{
    answer::Answer, clock::Clocks, exposed::Exposed, frame::Frame, plans::Plans, table::Case,
};
use crate::model::Model;

/// An activity that feels a campaign.
pub struct Felt {
    pub activity: usize,
    /// Unit, and what each answer adds to the number of the state.
    pub adds: Vec<(usize, [usize; 4])>,
    /// What each state does.
    pub plans: Plans,
}

/// By campaign, the activities that feel it.
pub fn felt_by_campaign(model: &Model, exposed: &[Exposed]) -> Vec<Vec<Felt>> {
    let clocks = Clocks::new(model);
    let mut felt: Vec<Vec<Felt>> = model.campaigns.iter().map(|_| Vec::new()).collect();
    for (activity, one) in exposed.iter().enumerate() {
        for index in &one.campaigns {
            felt[*index].push(Felt::new(activity, &one.case(model, &clocks, *index)));
        }
    }
    felt
}

impl Felt {
    fn new(activity: usize, case: &Case) -> Self {
        let frame = Frame::new(case);
        let mut stride = 1;
        let mut adds = Vec::with_capacity(frame.slots.len());
        for slot in &frame.slots {
            adds.push((slot.unit, slot.of.map(|outcome| outcome * stride)));
            stride *= slot.outcomes.len();
        }
        Self { activity, adds, plans: Plans::new(&frame.setting(case), &frame.slots) }
    }

    /// Number of the state.
    #[inline]
    pub fn state(&self, answers: &[Answer]) -> usize {
        self.adds.iter().map(|(unit, adds)| adds[answers[*unit] as usize]).sum()
    }

    /// What an answer of a unit adds to the number of the state.
    pub fn added(&self, unit: usize, answer: usize) -> usize {
        let own = self.adds.iter().find(|(known, _)| *known == unit);
        own.map_or(0, |(_, adds)| adds[answer])
    }
}
