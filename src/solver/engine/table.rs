//! All states of a campaign as one activity sees them.
//!
//! An activity feels only the units that its own channels and fallbacks need, so its states are
//! few. The table serves the activity's own expectations and, looked up by unit answers, the joint
//! figures of a country.

use super::{
    clock::Clock,
    curve::Curves,
    effect::Effect,
    frame::Frame,
    plans::{Plans, ends},
    slot::Slot,
};
use crate::model::{Activity, Campaign, Scale};

/// Effects of every state of the units that matter to one activity.
pub struct Table {
    /// Units of the campaign that matter, in ascending order.
    pub slots: Vec<Slot>,
    /// Chance of each state, the draw of an end aside.
    chances: Vec<f64>,
    /// States that mean the same share one.
    effects: Vec<Effect>,
    /// The effect of each state, where the campaign ends and where it does not; none for what cannot
    /// be.
    of: [Vec<usize>; 2],
    /// Were fallbacks left out to keep the table small?
    pub simplified: bool,
}

impl Table {
    pub fn new(case: &Case) -> Self {
        let frame = Frame::new(case);
        let setting = frame.setting(case);
        let Plans { distinct, of, chances } = Plans::new(&setting, &frame.slots);
        let curves = Curves::new(&setting, &distinct);
        let effects = distinct.iter().map(|plan| setting.effect(plan, &curves)).collect();
        Self { chances, effects, of, simplified: frame.simplified, slots: frame.slots }
    }

    pub fn effect(&self, state: usize, never_ends: bool) -> &Effect {
        &self.effects[self.of[usize::from(never_ends)][state]]
    }

    /// Probability and effect of every state that can occur.
    pub fn states<'t>(
        &'t self,
        campaign: &'t Campaign,
    ) -> impl Iterator<Item = (f64, &'t Effect)> + 't {
        self.chances.iter().enumerate().flat_map(move |(state, chance)| {
            ends(campaign).map(move |(part, never)| (chance * part, self.effect(state, never)))
        })
    }
}

#[cfg(test)]
impl Table {
    /// A table with one state.
    pub fn single(effect: Effect) -> Self {
        let of = [vec![0], vec![0]];
        Self { slots: Vec::new(), chances: vec![1.0], effects: vec![effect], of, simplified: false }
    }
}

/// One activity under one campaign.
#[derive(Clone, Copy)]
pub struct Case<'m> {
    pub scale: &'m Scale,
    pub activity: &'m Activity,
    pub campaign: &'m Campaign,
    /// Durations of a complied outage and of the campaign.
    pub clocks: [&'m Clock; 2],
    /// Index of the campaign.
    pub index: usize,
    /// Are fallbacks counted?
    pub fallbacks: bool,
}
