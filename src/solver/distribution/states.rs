//! SoFar states of a campaign, those together that mean the same to every activity.

use std::collections::BTreeMap;

/// What one answer of a unit means.
pub struct Outcome {
    pub chance: f64,
    pub hit: bool,
    pub cost: f64,
    /// What it adds to the state of each activity.
    pub adds: Vec<usize>,
}

/// States that mean the same: the class of each activity, and the bits of the campaign's own cost.
pub type Key = (Vec<usize>, u64);

/// Chances of joint states. `classes` gives for each activity the class of each of its states.
pub fn merged(
    units: &[Vec<Outcome>],
    classes: &[&[usize]],
    response_cost: f64,
) -> BTreeMap<Key, f64> {
    let own = vec![0; classes.len()];
    let key = (Vec::with_capacity(classes.len()), 0);
    let mut walk = Walk { classes, response_cost, own, key, merged: BTreeMap::new() };
    walk.go(units, SoFar { chance: 1.0, cost: 0.0, hit: false });
    walk.merged
}

/// What is known of a joint state when some units have answered.
#[derive(Clone, Copy)]
struct SoFar {
    chance: f64,
    cost: f64,
    hit: bool,
}

/// A walk over all joint states, unit by unit.
struct Walk<'a> {
    classes: &'a [&'a [usize]],
    response_cost: f64,
    /// State of each activity so far.
    own: Vec<usize>,
    /// The key of one state, which is looked up before it is copied: most are known already.
    key: Key,
    merged: BTreeMap<Key, f64>,
}

impl Walk<'_> {
    fn go(&mut self, units: &[Vec<Outcome>], so_far: SoFar) {
        let Some((unit, rest)) = units.split_first() else {
            self.add(so_far);
            return;
        };
        for outcome in unit {
            for (sum, add) in self.own.iter_mut().zip(&outcome.adds) {
                *sum += add;
            }
            let next = SoFar {
                chance: so_far.chance * outcome.chance,
                cost: so_far.cost + outcome.cost,
                hit: so_far.hit || outcome.hit,
            };
            self.go(rest, next);
            for (sum, add) in self.own.iter_mut().zip(&outcome.adds) {
                *sum -= add;
            }
        }
    }

    fn add(&mut self, state: SoFar) {
        let cost = if state.hit { state.cost + self.response_cost } else { state.cost };
        let (classes, bits) = &mut self.key;
        classes.clear();
        classes.extend(self.own.iter().zip(self.classes).map(|(state, all)| all[*state]));
        *bits = cost.to_bits();
        match self.merged.get_mut(&self.key) {
            Some(known) => *known += state.chance,
            None => drop(self.merged.insert(self.key.clone(), state.chance)),
        }
    }
}
