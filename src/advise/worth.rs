//! What each measure of a set is worth, by itself and as the last one.

use super::step::{Step, Steps, with};
use crate::{analysis::Spread, engine::known::Known, measures::choice::Choice};

/// What one measure of a set is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    pub group: usize,
    pub candidate: usize,
    /// Expected loss that it takes away by itself.
    pub alone: f64,
    /// Expected loss that would come back if it was left out of the set.
    pub last: f64,
    /// The same for the chance of a further breach.
    pub breach: f64,
}

/// Each measure of the set that is taken.
pub fn worth(from_nothing: &Steps, now: &Step, taken: &Step, spread: &dyn Spread) -> Vec<Worth> {
    let Steps { catalogue, spaces, .. } = *from_nothing;
    let whole = with(catalogue, spaces, &taken.choices);
    let from_taken = Steps { catalogue, spaces, known: Known::new(&whole) };
    let groups = taken.choices.iter().enumerate();
    let each: Vec<(usize, usize)> =
        groups.flat_map(|(group, own)| own.iter().map(move |one| (group, one))).collect();
    spread.map(each.len(), |at| {
        let (group, candidate) = each[at];
        let mut alone = vec![Choice::default(); spaces.len()];
        alone[group] = Choice::default().with(candidate);
        let mut without = taken.choices.clone();
        without[group] = without[group].without(candidate);
        let (alone, without) =
            (from_nothing.without_tail(&alone), from_taken.without_tail(&without));
        Worth {
            group,
            candidate,
            alone: now.eal - alone.eal,
            last: without.eal - taken.eal,
            breach: without.further_breach - taken.further_breach,
        }
    })
}
