//! All states of a campaign as one activity sees them.
//!
//! An activity feels only the units that its own channels and fallbacks need, so its states are
//! few. The table serves the activity's own expectations and, looked up by unit answers, the joint
//! figures of a country.

use super::{
    answer::Answer, clock::Clock, curve::Curves, effect::Effect, frame::Frame, plan::Plan,
    setting::Setting, slot::Slot,
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
        let states = states(&frame.slots);
        let last_week = setting.last_week();
        let mut plans: Vec<Plan> = Vec::new();
        let of = ends(case.campaign).map(|(part, never)| {
            let some = if part > 0.0 { states.as_slice() } else { &[] };
            let each = some.iter().map(|(state, _)| setting.plan(state, never, last_week));
            each.map(|plan| shared(&mut plans, plan)).collect()
        });
        let curves = Curves::new(&setting, &plans);
        let effects = plans.iter().map(|plan| setting.effect(plan, &curves)).collect();
        let chances = states.into_iter().map(|(_, chance)| chance).collect();
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
            ends(campaign)
                .into_iter()
                .filter(|(part, _)| *part > 0.0)
                .map(move |(part, never)| (chance * part, self.effect(state, never)))
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

/// Plans of every state, as a simulation or a distribution needs them.
pub struct PlanTable {
    pub slots: Vec<Slot>,
    /// Chance of each state, the draw of an end aside.
    pub chances: Vec<f64>,
    /// `plans[never_ends][state]`.
    pub plans: [Vec<Plan>; 2],
}

impl PlanTable {
    pub fn new(case: &Case) -> Self {
        let frame = Frame::new(case);
        let states = states(&frame.slots);
        let plans = plans(&frame.setting(case), &states);
        let chances = states.into_iter().map(|(_, chance)| chance).collect();
        Self { chances, plans, slots: frame.slots }
    }
}

/// Whether a campaign ends, each with its chance.
const fn ends(campaign: &Campaign) -> [(f64, bool); 2] {
    [(1.0 - campaign.never_ends, false), (campaign.never_ends, true)]
}

/// How many of the plans before a state are looked through for its own.
const RECENT: usize = 64;

/// The position of a plan among those that differ. Equal states are mostly close together, and one
/// that is missed costs time and nothing else.
fn shared(plans: &mut Vec<Plan>, plan: Plan) -> usize {
    let known = plans.iter().enumerate().rev().take(RECENT).find(|(_, known)| **known == plan);
    if let Some((at, _)) = known {
        return at;
    }
    plans.push(plan);
    plans.len() - 1
}

fn plans(setting: &Setting, states: &[(Vec<Answer>, f64)]) -> [Vec<Plan>; 2] {
    let last_week = setting.last_week();
    [false, true].map(|never| {
        states.iter().map(|(state, _)| setting.plan(state, never, last_week)).collect()
    })
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

/// Every combination of outcomes with its chance; the first slot changes fastest.
fn states(slots: &[Slot]) -> Vec<(Vec<Answer>, f64)> {
    let mut states = vec![(Vec::with_capacity(slots.len()), 1.0)];
    for slot in slots {
        let grown = slot.outcomes.iter().flat_map(|(answer, chance)| {
            states.iter().map(move |(state, so_far): &(Vec<Answer>, f64)| {
                let mut state = state.clone();
                state.push(*answer);
                (state, so_far * chance)
            })
        });
        states = grown.collect();
    }
    states
}
