//! What one campaign of a stream costs, as a discrete law.
//!
//! Units answer independently; durations of all activities come from one draw; readiness of
//! fallbacks is independent. So the loss of a campaign is a mixture over joint states, quantiles of
//! the one draw, and cases of working fallbacks. States that mean the same to every activity are
//! one, and an activity's losses in a state are computed once.

use std::collections::BTreeMap;

use super::{
    atoms::{Atoms, middle_quantiles},
    sharer::{Sharer, Sufferer},
    states::{Key, Outcome, merged},
};
use crate::{
    engine::{answer::Answer, curve::durations, felt::Felt, plan::Plan, plans::ends},
    model::{Campaign, Scale},
};

/// In how many quantiles the draw of a duration is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolution {
    /// In each state.
    Fixed(usize),
    /// For a whole campaign, shared between its states by their chance: a state that is unlikely
    /// needs few.
    Shared(usize),
}

/// Numbers of quantiles that are used where they are shared.
const STEPS: [usize; 5] = [8, 32, 128, 512, 2_048];

/// Joint states of one campaign that are enumerated at most.
const MOST_STATES: usize = 1 << 16;

/// Sums that are made for one campaign at most.
const MOST_SUMS: usize = 1 << 22;

/// Cases of working fallbacks that are combined in one state at most.
const MOST_CASES: usize = 1 << 12;

/// One campaign.
pub struct Severity<'a> {
    pub scale: &'a Scale,
    pub campaign: &'a Campaign,
    /// Activities that feel it.
    pub felt: &'a [Felt],
    /// All activities of the model.
    pub sufferers: &'a [Sufferer],
}

/// Plans of one activity that differ, and the plan of each state.
struct Classes<'a> {
    sharers: Vec<Sharer<'a>>,
    of: Vec<usize>,
}

/// Losses of an activity in a class, by number of quantiles: for each quantile its cases.
type Losses = BTreeMap<(usize, usize, usize), Vec<Vec<(f64, f64)>>>;

impl Severity<'_> {
    /// Adds the law of one campaign, each chance times `weight`. Says no where there are too many
    /// states.
    pub fn add(&self, weight: f64, resolution: Resolution, atoms: &mut Atoms) -> bool {
        let units: Vec<Vec<Outcome>> =
            (0..self.campaign.units.len()).map(|unit| self.outcomes(unit)).collect();
        let states = units.iter().fold(1_usize, |product, unit| product.saturating_mul(unit.len()));
        if states > MOST_STATES {
            return false;
        }
        ends(self.campaign).all(|(part, never)| {
            let law = self.classes(never).map(|classes| {
                let of: Vec<&[usize]> = classes.iter().map(|one| one.of.as_slice()).collect();
                let merged = merged(&units, &of, self.campaign.response_cost);
                self.add_part(&classes, &merged, [weight, part], never, resolution, atoms)
            });
            law.unwrap_or(false)
        })
    }

    /// Adds the part of the law in which the campaign ends, or that in which it does not.
    fn add_part(
        &self,
        classes: &[Classes],
        merged: &BTreeMap<Key, f64>,
        [weight, part]: [f64; 2],
        never: bool,
        resolution: Resolution,
        atoms: &mut Atoms,
    ) -> bool {
        let mut losses = Losses::new();
        let mut sums = 0;
        for ((key, cost), chance) in merged {
            let chance = chance * part;
            let sharers = || key.iter().zip(classes).map(|(class, all)| &all.sharers[*class]);
            let nodes = nodes(sharers(), resolution, chance);
            let cases: usize = sharers().map(|one| one.cases.len()).product();
            sums += nodes * cases;
            if cases > MOST_CASES || sums > MOST_SUMS {
                return false;
            }
            for (activity, class) in key.iter().enumerate() {
                losses.entry((activity, *class, nodes)).or_insert_with(|| {
                    self.losses(&classes[activity].sharers[*class], never, nodes)
                });
            }
            let own: Vec<&Vec<Vec<(f64, f64)>>> = (key.iter().enumerate())
                .filter_map(|(activity, class)| losses.get(&(activity, *class, nodes)))
                .collect();
            let chance = weight * chance / nodes as f64;
            for node in 0..nodes {
                let here = own.iter().map(|one| one[node].as_slice());
                combine(here, chance, f64::from_bits(*cost), atoms);
            }
        }
        true
    }

    fn outcomes(&self, unit: usize) -> Vec<Outcome> {
        let known = &self.campaign.units[unit];
        let mut outcomes: Vec<Outcome> = Vec::with_capacity(4);
        for (position, answer) in Answer::ALL.into_iter().enumerate() {
            let chance = answer.chance(known.hit, known.response);
            if chance <= 0.0 {
                continue;
            }
            let hit = answer != Answer::NotHit;
            let cost = if hit { known.cost[position - 1] } else { 0.0 };
            let adds: Vec<usize> =
                self.felt.iter().map(|felt| felt.added(unit, position)).collect();
            let same = |other: &&mut Outcome| {
                other.hit == hit && other.cost.to_bits() == cost.to_bits() && other.adds == adds
            };
            match outcomes.iter_mut().find(same) {
                Some(same) => same.chance += chance,
                None => outcomes.push(Outcome { chance, hit, cost, adds }),
            }
        }
        outcomes
    }

    fn classes(&self, never: bool) -> Option<Vec<Classes<'_>>> {
        let each = self.felt.iter().map(|felt| {
            let sufferer = &self.sufferers[felt.activity];
            let same = |a: &Plan, b: &Plan| a.outages == b.outages && a.leaving == b.leaving;
            let (plans, of) = felt.plans.classes(never, same);
            let sharers: Option<Vec<Sharer>> =
                plans.into_iter().map(|plan| Sharer::new(plan, sufferer)).collect();
            Some(Classes { sharers: sharers?, of })
        });
        each.collect()
    }

    fn losses(&self, sharer: &Sharer, never: bool, nodes: usize) -> Vec<Vec<(f64, f64)>> {
        let full = durations(self.scale, self.campaign)[1];
        let each = middle_quantiles(nodes).into_iter().map(|z| {
            let hours = libm::exp(full.mu + full.sigma * z);
            let last = if never { f64::INFINITY } else { hours };
            sharer.losses([hours * self.scale.comply_duration, last, f64::INFINITY])
        });
        each.collect()
    }
}

/// Adds the sums of independent losses on top of a cost.
fn combine<'l>(
    each: impl Iterator<Item = &'l [(f64, f64)]>,
    chance: f64,
    cost: f64,
    atoms: &mut Atoms,
) {
    let (mut chance, mut cost) = (chance, cost);
    let mut sums: Vec<(f64, f64)> = Vec::new();
    for own in each {
        match (own, sums.is_empty()) {
            // Most activities have one case, which needs no list.
            ([(part, loss)], true) => {
                chance *= part;
                cost += loss;
            }
            (own, true) => sums = own.iter().map(|(p, x)| (chance * p, cost + x)).collect(),
            (own, false) => {
                let grown = sums.iter().flat_map(|(before, sum)| {
                    own.iter().map(move |(part, loss)| (before * part, sum + loss))
                });
                sums = grown.collect();
            }
        }
    }
    if sums.is_empty() {
        atoms.add(chance, cost);
    }
    for (chance, loss) in sums {
        atoms.add(chance, loss);
    }
}

/// How many quantiles a state needs: one if no duration matters.
fn nodes<'s>(
    mut sharers: impl Iterator<Item = &'s Sharer<'s>>,
    resolution: Resolution,
    chance: f64,
) -> usize {
    if sharers.all(|sharer| sharer.plan.fixed()) {
        return 1;
    }
    match resolution {
        Resolution::Fixed(nodes) => nodes,
        Resolution::Shared(nodes) => {
            let own = nodes as f64 * chance;
            let enough = STEPS.into_iter().find(|step| *step as f64 >= own);
            enough.unwrap_or(STEPS[STEPS.len() - 1])
        }
    }
}
