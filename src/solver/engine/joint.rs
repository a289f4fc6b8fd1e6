//! The chance that a campaign makes any activity of a country breach its MTPD.
//!
//! One draw drives all durations, so given the state of the units the outages are nested: if the
//! activity that is least likely to outlast its MTPD does so, all do. Readiness flags are
//! independent of each other. Sorted by how likely they outlast, the first activity without a
//! working fallback decides.

use std::sync::Arc;

use super::{answer::Answer, plans::ends, summed::Summed, table::Table};
use crate::model::Campaign;

/// A joint probability, or its bounds where the states are too many to enumerate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joint {
    pub low: f64,
    pub high: f64,
}

impl Joint {
    /// Is it a figure and not a pair of bounds?
    pub fn exact(self) -> bool {
        self.low.to_bits() == self.high.to_bits()
    }
}

/// Joint states times activities of one campaign that are enumerated at most.
const MAX_WORK: usize = 1 << 18;

/// Chance, given a campaign, that any of the activities breaches. `tables` are those of one
/// country.
pub fn any_breach(campaign: &Campaign, tables: &[Arc<Summed>]) -> Joint {
    let tables: Vec<&Table> = tables.iter().map(|summed| &summed.table).collect();
    of_tables(campaign, &tables)
}

fn of_tables(campaign: &Campaign, tables: &[&Table]) -> Joint {
    let units = units(campaign, tables);
    let states = units.iter().fold(1_usize, |product, unit| product.saturating_mul(unit.len()));
    if states.saturating_mul(tables.len()) > MAX_WORK {
        return bounds(campaign, tables);
    }
    let mut walk = Walk {
        campaign,
        tables,
        own: vec![0; tables.len()],
        each: Vec::with_capacity(tables.len()),
        sum: 0.0,
    };
    walk.go(&units, 1.0);
    Joint { low: walk.sum, high: walk.sum }
}

/// A walk over all joint states, unit by unit.
struct Walk<'a> {
    campaign: &'a Campaign,
    tables: &'a [&'a Table],
    /// State of each table so far.
    own: Vec<usize>,
    each: Vec<(f64, f64)>,
    sum: f64,
}

impl Walk<'_> {
    fn go(&mut self, units: &[Vec<Outcome>], chance: f64) {
        let Some((unit, rest)) = units.split_first() else {
            for (part, never) in ends(self.campaign) {
                let worst = worst(self.tables, &self.own, never, &mut self.each);
                self.sum += chance * part * worst;
            }
            return;
        };
        for outcome in unit {
            for (sum, add) in self.own.iter_mut().zip(&outcome.adds) {
                *sum += add;
            }
            self.go(rest, chance * outcome.chance);
            for (sum, add) in self.own.iter_mut().zip(&outcome.adds) {
                *sum -= add;
            }
        }
    }
}

/// What one outcome of a unit means: its chance, and what it adds to the state of each table.
struct Outcome {
    chance: f64,
    adds: Vec<usize>,
}

/// Outcomes of each unit, as coarse as the tables taken together allow.
fn units(campaign: &Campaign, tables: &[&Table]) -> Vec<Vec<Outcome>> {
    let mut all: Vec<usize> =
        tables.iter().flat_map(|table| table.slots.iter().map(|slot| slot.unit)).collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(|unit| outcomes(campaign, tables, unit)).collect()
}

fn outcomes(campaign: &Campaign, tables: &[&Table], unit: usize) -> Vec<Outcome> {
    let known = &campaign.units[unit];
    let mut outcomes: Vec<Outcome> = Vec::with_capacity(4);
    for (position, answer) in Answer::ALL.into_iter().enumerate() {
        let chance = answer.chance(known.hit, known.response);
        if chance <= 0.0 {
            continue;
        }
        let adds: Vec<usize> = tables.iter().map(|table| added(table, unit, position)).collect();
        match outcomes.iter_mut().find(|outcome| outcome.adds == adds) {
            Some(same) => same.chance += chance,
            None => outcomes.push(Outcome { chance, adds }),
        }
    }
    outcomes
}

/// What an answer adds to the number of a table's state, in which the first slot changes fastest.
fn added(table: &Table, unit: usize, answer: usize) -> usize {
    let mut stride = 1;
    for slot in &table.slots {
        if slot.unit == unit {
            return stride * slot.of[answer];
        }
        stride *= slot.outcomes.len();
    }
    0
}

/// Expected maximum of independent two-valued breach chances.
fn worst(tables: &[&Table], own: &[usize], never_ends: bool, each: &mut Vec<(f64, f64)>) -> f64 {
    each.clear();
    let effects = tables.iter().zip(own).map(|(table, state)| table.effect(*state, never_ends));
    let ways = effects.flat_map(|effect| effect.breach.ways);
    each.extend(ways.filter(|way| way.outlasts > 0.0).map(|way| (way.outlasts, way.uncovered)));
    each.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut sum, mut still) = (0.0, 1.0);
    for (outlasts, uncovered) in each {
        sum += still * *uncovered * *outlasts;
        still *= 1.0 - *uncovered;
    }
    sum
}

/// Not below the largest part, and not above the sum. Independence is no bound: an answer that
/// spares one activity may be the one that stops another.
fn bounds(campaign: &Campaign, tables: &[&Table]) -> Joint {
    let alone = |table: &&Table| -> f64 {
        let states = table.states(campaign);
        states.map(|(chance, effect)| chance * effect.breach.chance()).sum()
    };
    let each: Vec<f64> = tables.iter().map(alone).collect();
    Joint { low: each.iter().copied().fold(0.0, f64::max), high: each.iter().sum::<f64>().min(1.0) }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            effect::{Effect, Passing, Way},
            slot::{Role, Slot},
        },
        *,
    };
    use crate::model::Unit;

    fn effect(outlasts: f64, uncovered: f64) -> Effect {
        let ways = [Way { outlasts, uncovered }, Way::default()];
        Effect { breach: Passing { ways }, ..Effect::default() }
    }

    #[test]
    fn the_worst_of_nested_outages_decides() {
        // Two activities, one sure to be uncovered: the union is the larger of the two chances,
        // weighted by which of them has no working fallback.
        let (a, b) = (effect(0.8, 0.5), effect(0.3, 1.0));
        let tables = [Table::single(a), Table::single(b)];
        let refs: Vec<&Table> = tables.iter().collect();
        let union = worst(&refs, &[0, 0], false, &mut Vec::new());
        assert!((union - (0.5 * 0.8 + 0.5 * 0.3)).abs() < 1e-12);
    }

    #[test]
    fn too_many_states_give_bounds() {
        let unit = Unit {
            name: String::new(),
            shared: false,
            hit: 0.5,
            response: [0.1, 0.8, 0.1],
            cost: [0.0; 3],
        };
        let campaign = Campaign {
            name: String::new(),
            stream: 0,
            weight: 1.0,
            never_ends: 0.0,
            median_hours: 168.0,
            sigma: 1.0,
            response_cost: 0.0,
            discloses: false,
            chill: 0.0,
            notice_hours: 0.0,
            units: vec![unit; 10],
        };
        // Four answers of ten units, for two activities: eight times what is walked through.
        let slots = campaign.units.iter().enumerate();
        let slots: Vec<Slot> =
            slots.map(|(index, unit)| Slot::new(index, unit, Role::Full)).collect();
        let table = |one: Effect| {
            let mut table = Table::single(one);
            table.slots.clone_from(&slots);
            table
        };
        let (a, b) = (table(effect(0.8, 0.5)), table(effect(0.3, 1.0)));
        let joint = of_tables(&campaign, &[&a, &b]);
        assert!((joint.low - 0.4).abs() < 1e-12 && (joint.high - 0.7).abs() < 1e-12, "{joint:?}");
        assert!(!joint.exact());
    }
}
