//! The chance that a campaign makes any activity of a country breach its MTPD.
//!
//! One draw drives all durations, so given the state of the units the outages are nested: if the
//! activity that is least likely to outlast its MTPD does so, all do. Readiness flags are
//! independent of each other. Sorted by how likely they outlast, the first activity without a
//! working fallback decides.

use super::table::{Table, code_chance};
use crate::model::Campaign;

/// A joint probability, or its bounds where the states are too many to enumerate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joint {
    pub low: f64,
    pub high: f64,
}

/// Joint states of one campaign that are enumerated at most.
const MAX_STATES: usize = 1 << 16;

/// Chance, given a campaign, that any of the activities breaches. `tables` are those of one
/// country.
pub fn any_breach(campaign: &Campaign, tables: &[&Table]) -> Joint {
    let mut units: Vec<usize> =
        tables.iter().flat_map(|table| table.units.iter().copied()).collect();
    units.sort_unstable();
    units.dedup();
    if units.len() >= usize::BITS as usize / 2 || 1_usize << (2 * units.len()) > MAX_STATES {
        return bounds(campaign, tables);
    }
    let views: Vec<View> = tables.iter().map(|table| View::new(table, &units)).collect();
    let mut sum = 0.0;
    for code in 0..1_usize << (2 * units.len()) {
        let chance = code_chance(&units, campaign, code);
        if chance > 0.0 {
            sum += chance * (1.0 - campaign.never_ends) * worst(&views, code, false);
            sum += chance * campaign.never_ends * worst(&views, code, true);
        }
    }
    Joint { low: sum, high: sum }
}

/// A table with the positions of its units in the joint code.
struct View<'t> {
    table: &'t Table,
    positions: Vec<usize>,
}

impl<'t> View<'t> {
    fn new(table: &'t Table, units: &[usize]) -> Self {
        let place = |unit: &usize| units.binary_search(unit).unwrap_or(0);
        Self { table, positions: table.units.iter().map(place).collect() }
    }

    fn breach(&self, code: usize, never_ends: bool) -> (f64, f64) {
        let own = |(mine, theirs): (usize, &usize)| ((code >> (2 * theirs)) & 3) << (2 * mine);
        let own_code = self.positions.iter().enumerate().map(own).sum();
        let effect = self.table.effect(own_code, never_ends);
        (effect.outlasts, effect.uncovered)
    }
}

/// Expected maximum of independent two-valued breach chances.
fn worst(views: &[View], code: usize, never_ends: bool) -> f64 {
    let mut each: Vec<(f64, f64)> = views
        .iter()
        .map(|view| view.breach(code, never_ends))
        .filter(|(outlasts, _)| *outlasts > 0.0)
        .collect();
    each.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut sum, mut still) = (0.0, 1.0);
    for (outlasts, uncovered) in each {
        sum += still * uncovered * outlasts;
        still *= 1.0 - uncovered;
    }
    sum
}

/// Not below the largest part, not above the sum.
fn bounds(campaign: &Campaign, tables: &[&Table]) -> Joint {
    let alone = |table: &&Table| -> f64 {
        table
            .states(campaign)
            .map(|(chance, effect)| chance * effect.outlasts * effect.uncovered)
            .sum()
    };
    let each: Vec<f64> = tables.iter().map(alone).collect();
    Joint { low: each.iter().copied().fold(0.0, f64::max), high: each.iter().sum::<f64>().min(1.0) }
}
