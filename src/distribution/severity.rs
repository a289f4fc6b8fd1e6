//! What one campaign of a stream costs, as a discrete law.
//!
//! Units answer independently; durations of all activities come from one draw; readiness of
//! fallbacks is independent. So the loss of a campaign is a mixture over joint states, quantiles of
//! the one draw, and cases of working fallbacks.

use super::{
    atoms::{Atoms, middle_quantiles},
    working::{Working, working},
};
use crate::{
    engine::{
        answer::Answer,
        course::Amounts,
        curve::durations,
        felt::Felt,
        plan::{Leaving, Plan, Standby},
    },
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

/// Fewest quantiles of a state.
const FEWEST: usize = 16;

/// Walks along an outage that are made for one campaign at most.
const MOST_WALKS: usize = 1 << 21;

/// Cases of working fallbacks that are combined in one state at most.
const MOST_CASES: usize = 1 << 12;

/// One activity as the severity sees it.
#[derive(Debug, Clone)]
pub struct Sufferer {
    pub amounts: Amounts,
    pub switch_cost: f64,
}

/// One campaign.
pub struct Severity<'a> {
    pub scale: &'a Scale,
    pub campaign: &'a Campaign,
    /// Activities that feel it.
    pub felt: &'a [Felt],
    /// All activities of the model.
    pub sufferers: &'a [Sufferer],
}

/// What one answer of a unit means.
struct Outcome {
    chance: f64,
    hit: bool,
    cost: f64,
    /// What it adds to the state of each activity.
    adds: Vec<usize>,
}

/// An activity in a state that costs something.
struct Sharer<'a> {
    plan: &'a Plan,
    sufferer: &'a Sufferer,
    cases: Vec<Working>,
}

impl Severity<'_> {
    /// Adds the law of one campaign, each chance times `weight`. Says no where there are too many
    /// states.
    pub fn add(&self, weight: f64, resolution: Resolution, atoms: &mut Atoms) -> bool {
        let units: Vec<Vec<Outcome>> =
            (0..self.campaign.units.len()).map(|unit| self.outcomes(unit)).collect();
        let states = units.iter().fold(1_usize, |product, unit| product.saturating_mul(unit.len()));
        if states > MOST_WALKS / FEWEST {
            return false;
        }
        let mut walks = 0;
        let mut own = vec![0; self.felt.len()];
        for state in 0..states {
            let (chance, cost) = self.decode(&units, state, &mut own);
            let never_ends = self.campaign.never_ends;
            for (part, never) in [(1.0 - never_ends, false), (never_ends, true)] {
                let chance = chance * part;
                if chance <= 0.0 {
                    continue;
                }
                let Some(sharers) = self.sharers(&own, never) else { return false };
                let nodes = nodes(&sharers, resolution, chance);
                let cases: usize = sharers.iter().map(|one| one.cases.len()).product();
                walks += nodes * sharers.iter().map(|one| one.cases.len()).sum::<usize>();
                if cases > MOST_CASES || walks > MOST_WALKS {
                    return false;
                }
                self.spread(&sharers, never, nodes, [weight * chance, cost], atoms);
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

    /// Chance and cost of a joint state; fills in the state of each activity.
    fn decode(&self, units: &[Vec<Outcome>], mut state: usize, own: &mut [usize]) -> (f64, f64) {
        own.fill(0);
        let (mut chance, mut cost, mut any) = (1.0, 0.0, false);
        for outcomes in units {
            let outcome = &outcomes[state % outcomes.len()];
            state /= outcomes.len();
            chance *= outcome.chance;
            cost += outcome.cost;
            any |= outcome.hit;
            for (sum, add) in own.iter_mut().zip(&outcome.adds) {
                *sum += add;
            }
        }
        (chance, if any { cost + self.campaign.response_cost } else { cost })
    }

    fn sharers(&self, own: &[usize], never: bool) -> Option<Vec<Sharer<'_>>> {
        let mut sharers = Vec::new();
        for (felt, state) in self.felt.iter().zip(own) {
            let plan = &felt.plans[usize::from(never)][*state];
            if plan.outage.is_none() && plan.leaving == Leaving::Stays {
                continue;
            }
            let cases = match &plan.outage {
                Some(outage) => working(outage)?,
                None => vec![Working { chance: 1.0, full: None, partial: 0 }],
            };
            sharers.push(Sharer { plan, sufferer: &self.sufferers[felt.activity], cases });
        }
        Some(sharers)
    }

    fn spread(
        &self,
        sharers: &[Sharer],
        never: bool,
        nodes: usize,
        [chance, cost]: [f64; 2],
        atoms: &mut Atoms,
    ) {
        let full = durations(self.scale, self.campaign)[1];
        for z in middle_quantiles(nodes) {
            let hours = libm::exp(full.mu + full.sigma * z);
            let last = if never { f64::INFINITY } else { hours };
            let ends = [hours * self.scale.comply_duration, last, f64::INFINITY];
            let mut sums = vec![(chance / nodes as f64, cost)];
            for sharer in sharers {
                sums = sharer.added(&sums, ends);
            }
            for (chance, loss) in sums {
                atoms.add(chance, loss);
            }
        }
    }
}

/// How many quantiles a state needs: one if no duration matters.
fn nodes(sharers: &[Sharer], resolution: Resolution, chance: f64) -> usize {
    if sharers.is_empty() {
        return 1;
    }
    match resolution {
        Resolution::Fixed(nodes) => nodes,
        Resolution::Shared(nodes) => {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let own = libm::ceil(nodes as f64 * chance) as usize;
            own.next_power_of_two().max(FEWEST)
        }
    }
}

impl Sharer<'_> {
    /// Sums with this activity's loss on top, for each case of working fallbacks. Cases with the
    /// same loss are one.
    fn added(&self, sums: &[(f64, f64)], ends: [f64; 3]) -> Vec<(f64, f64)> {
        let mut own: Vec<(f64, f64)> = Vec::with_capacity(self.cases.len());
        for case in &self.cases {
            let loss = self.loss(case, ends);
            match own.iter_mut().find(|(_, known)| known.to_bits() == loss.to_bits()) {
                Some((chance, _)) => *chance += case.chance,
                None => own.push((case.chance, loss)),
            }
        }
        let mut grown = Vec::with_capacity(sums.len() * own.len());
        for (chance, sum) in sums {
            grown.extend(own.iter().map(|(part, loss)| (chance * part, sum + loss)));
        }
        grown
    }

    fn loss(&self, case: &Working, ends: [f64; 3]) -> f64 {
        let (loss, switched) = match (&self.plan.outage, self.plan.leaving) {
            (Some(outage), _) => {
                let up = |standby: &Standby| {
                    let full = case.full.map(|at| outage.full[at].index) == Some(standby.index);
                    let partial = outage.partial.iter().position(|p| p.index == standby.index);
                    let works = full || partial.is_some_and(|bit| case.partial >> bit & 1 == 1);
                    works.then_some(standby.activation)
                };
                let course = self.sufferer.amounts.course(outage, ends, up);
                (course.loss, course.switched)
            }
            (None, Leaving::By(hours, end)) => (0.0, ends[end] >= hours),
            (None, leaving) => (0.0, leaving == Leaving::Certain),
        };
        if switched { loss + self.sufferer.switch_cost } else { loss }
    }
}
