//! Plans of every state of a campaign as one activity sees them.
//!
//! What an activity's own channels do and which fallbacks survive depend on different units, mostly,
//! so each is worked out once for the answers that matter to it, and put together for each state.

use std::collections::BTreeMap;

use super::{
    answer::Answer,
    plan::{Plan, Standby},
    setting::{Felt, Setting},
    slot::Slot,
};
use crate::model::Campaign;

/// The plan of each state.
#[derive(Debug, Clone)]
pub struct Plans {
    /// States that mean the same share one.
    pub distinct: Vec<Plan>,
    /// The plan of each state, where the campaign ends and where it does not; none for what cannot be.
    pub of: [Vec<usize>; 2],
    /// Chance of each state, the draw of an end aside.
    pub chances: Vec<f64>,
}

impl Plans {
    /// The first slot changes fastest in the number of a state.
    pub fn new(setting: &Setting, slots: &[Slot]) -> Self {
        let mut plans = Self {
            distinct: Vec::new(),
            of: [Vec::new(), Vec::new()],
            chances: Vec::with_capacity(slots.iter().map(|slot| slot.outcomes.len()).product()),
        };
        each_state(slots, |_, chance| plans.chances.push(chance));
        let mut work = Work {
            setting,
            last_week: setting.last_week(),
            fallbacks: Parts::new(slots, setting.fallbacks.iter().map(|(_, felt)| felt)),
            bare: Vec::new(),
            standbys: Vec::new(),
            pairs: BTreeMap::new(),
        };
        for (_, never) in ends(setting.campaign) {
            let mut own = Parts::new(slots, &setting.channels);
            let of = &mut plans.of[usize::from(never)];
            of.reserve_exact(plans.chances.len());
            each_state(slots, |state, _| {
                of.push(work.plan(state, never, &mut own, &mut plans.distinct));
            });
        }
        plans
    }

    /// None for what cannot be.
    #[inline]
    pub fn plan(&self, state: usize, never: bool) -> Option<&Plan> {
        self.of[usize::from(never)].get(state).map(|at| &self.distinct[*at])
    }

    /// One plan of each class, in which all are the same to some question, in the order of the states,
    /// and the class of each state.
    pub fn classes(
        &self,
        never: bool,
        same: impl Fn(&Plan, &Plan) -> bool,
    ) -> (Vec<&Plan>, Vec<usize>) {
        let mut classes: Vec<&Plan> = Vec::new();
        let mut of_plan: Vec<Option<usize>> = vec![None; self.distinct.len()];
        let class = |at: &usize| {
            *of_plan[*at].get_or_insert_with(|| {
                let plan = &self.distinct[*at];
                classes.iter().position(|known| same(known, plan)).unwrap_or_else(|| {
                    classes.push(plan);
                    classes.len() - 1
                })
            })
        };
        let of = self.of[usize::from(never)].iter().map(class).collect();
        (classes, of)
    }
}

/// The chance that a campaign ends, and that it never does; only what can be.
pub fn ends(campaign: &Campaign) -> impl Iterator<Item = (f64, bool)> + use<> {
    let parts = [(1.0 - campaign.never_ends, false), (campaign.never_ends, true)];
    parts.into_iter().filter(|(part, _)| *part > 0.0)
}

/// What is worked out while the states are gone through.
struct Work<'s> {
    setting: &'s Setting<'s>,
    last_week: usize,
    fallbacks: Parts,
    /// Plans without fallbacks.
    bare: Vec<Plan>,
    standbys: Vec<Standbys>,
    /// The plan that a bare one and its fallbacks make, by the position of both.
    pairs: BTreeMap<(usize, usize), usize>,
}

impl Work<'_> {
    /// The position of a state's plan among those that differ.
    fn plan(
        &mut self,
        state: &[Answer],
        never: bool,
        own: &mut Parts,
        distinct: &mut Vec<Plan>,
    ) -> usize {
        let (setting, last_week) = (self.setting, self.last_week);
        let new = || shared(&mut self.bare, setting.bare(state, never, last_week));
        let first = own.of(state, new);
        // Nothing is to be relieved where nothing is down.
        let second = if self.bare[first].outages.is_empty() {
            None
        } else {
            let new = || shared(&mut self.standbys, setting.standbys(state, last_week));
            Some(self.fallbacks.of(state, new))
        };
        *self.pairs.entry((first, second.unwrap_or(0))).or_insert_with(|| {
            let standbys = second.map(|at| &self.standbys[at]);
            distinct.push(relieved(&self.bare[first], standbys));
            distinct.len() - 1
        })
    }
}

/// Fallbacks that restore the MBCO, and those that reach only some people.
type Standbys = (Vec<Standby>, Vec<Standby>);

/// A plan in which these fallbacks stand by in every outage.
fn relieved(bare: &Plan, standbys: Option<&Standbys>) -> Plan {
    let mut plan = bare.clone();
    if let Some((full, partial)) = standbys {
        for outage in &mut plan.outages {
            (outage.full, outage.partial) = (full.clone(), partial.clone());
        }
    }
    plan
}

/// What is known for the answers of some of the units.
struct Parts {
    /// For each slot, what an answer adds to the position of what is known: nothing where it does not
    /// matter.
    adds: Vec<[usize; 4]>,
    known: Vec<Option<usize>>,
}

impl Parts {
    fn new<'f>(slots: &[Slot], felt: impl IntoIterator<Item = &'f Felt>) -> Self {
        let mut matters = vec![false; slots.len()];
        for hit in felt.into_iter().flat_map(|felt| &felt.hits) {
            matters[hit.unit] = true;
        }
        let mut count = 1;
        let mut adds = vec![[0; 4]; slots.len()];
        for at in (0..slots.len()).filter(|at| matters[*at]) {
            adds[at] = slots[at].of.map(|outcome| outcome * count);
            count *= slots[at].outcomes.len();
        }
        Self { adds, known: vec![None; count] }
    }

    /// What is known for a state, or what it turns out to be.
    fn of(&mut self, state: &[Answer], new: impl FnOnce() -> usize) -> usize {
        let each = state.iter().zip(&self.adds);
        let at: usize = each.map(|(answer, adds)| adds[*answer as usize]).sum();
        *self.known[at].get_or_insert_with(new)
    }
}

/// How many of those before are looked through.
const RECENT: usize = 64;

/// The position of an item among those that differ. Equal ones are mostly close together, and one that
/// is missed costs time and nothing else.
fn shared<T: PartialEq>(items: &mut Vec<T>, item: T) -> usize {
    let known = items.iter().enumerate().rev().take(RECENT).find(|(_, known)| **known == item);
    if let Some((at, _)) = known {
        return at;
    }
    items.push(item);
    items.len() - 1
}

/// Every combination of outcomes with its chance; the first slot changes fastest.
fn each_state(slots: &[Slot], mut each: impl FnMut(&[Answer], f64)) {
    if slots.iter().any(|slot| slot.outcomes.is_empty()) {
        return;
    }
    let mut at = vec![0; slots.len()];
    let mut state: Vec<Answer> = slots.iter().map(|slot| slot.outcomes[0].0).collect();
    loop {
        let chances = slots.iter().zip(&at).map(|(slot, at)| slot.outcomes[*at].1);
        each(&state, chances.product());
        let Some(next) = (0..slots.len()).find(|slot| at[*slot] + 1 < slots[*slot].outcomes.len())
        else {
            return;
        };
        at[next] += 1;
        at[..next].fill(0);
        for (answer, (slot, at)) in state.iter_mut().zip(slots.iter().zip(&at)).take(next + 1) {
            *answer = slot.outcomes[*at].0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_come_in_order_with_their_chances() {
        let slot = |unit, outcomes| Slot { unit, of: [0; 4], outcomes };
        let slots = [
            slot(0, vec![(Answer::NotHit, 0.75), (Answer::Comply, 0.25)]),
            slot(1, vec![(Answer::Exit, 1.0)]),
            slot(2, vec![(Answer::NotHit, 0.5), (Answer::Resist, 0.25), (Answer::Exit, 0.25)]),
        ];
        let mut seen = Vec::new();
        each_state(&slots, |state, chance| seen.push((state[0], state[2], chance)));
        let (yes, no) = (Answer::Comply, Answer::NotHit);
        let wanted = [
            (no, Answer::NotHit, 0.375),
            (yes, Answer::NotHit, 0.125),
            (no, Answer::Resist, 0.1875),
            (yes, Answer::Resist, 0.0625),
            (no, Answer::Exit, 0.1875),
            (yes, Answer::Exit, 0.0625),
        ];
        assert_eq!(seen, wanted);
        let mut states = 0;
        each_state(&[], |state, chance| {
            states += 1;
            assert_eq!((state.len(), chance.to_bits()), (0, 1.0_f64.to_bits()));
        });
        assert_eq!(states, 1);
    }
}
