//! How likely the campaign that stops an activity stops its fallback as well.

use super::scene::{Scene, felt, level, service};
use crate::{
    assess::facts::Facts,
    model::{Activity, Use},
};

/// Units whose joint states are counted; the rest of a campaign's units is taken as hit.
const MOST_UNITS: usize = 12;

/// What a scenario does to a fallback, given that it stops the activity.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Struck {
    /// Chance that the fallback gives less than the MBCO.
    pub chance: f64,
    /// Units that both feel, as campaign and unit.
    pub common: Vec<(usize, usize)>,
    /// Units that stop the fallback, as campaign and unit.
    pub own: Vec<(usize, usize)>,
}

/// Weighs every joint state of the units by its chance.
pub fn struck(facts: &Facts, scene: &Scene, activity: &Activity, fallback: &Use) -> Struck {
    let mut all = Struck::default();
    let (mut stopped, mut both) = (0.0, 0.0);
    for campaign in &scene.campaigns {
        let [with, without] = joint(facts, *campaign, activity, fallback, &mut all);
        stopped += with + without;
        both += with;
    }
    all.chance = if stopped > 0.0 { both / stopped } else { 0.0 };
    all
}

/// Rates at which one campaign stops the activity with the fallback, and without it.
fn joint(
    facts: &Facts,
    campaign: usize,
    activity: &Activity,
    fallback: &Use,
    into: &mut Struck,
) -> [f64; 2] {
    let known = &facts.modelled.model.campaigns[campaign];
    let mut primary: Vec<usize> =
        activity.channels.iter().flat_map(|channel| felt(facts, channel, campaign)).collect();
    primary.sort_unstable();
    primary.dedup();
    let own = felt(facts, fallback, campaign);
    let stops = |unit: &usize| {
        service(facts, fallback, campaign, &|hit| hit == *unit) < activity.mbco - 1e-9
    };
    let lost: Vec<usize> = own.iter().copied().filter(stops).collect();
    let shared = lost.iter().filter(|unit| primary.contains(unit));
    into.common.extend(shared.map(|unit| (campaign, *unit)));
    into.own.extend(lost.iter().map(|unit| (campaign, *unit)));
    let mut units: Vec<usize> = primary.iter().chain(&own).copied().collect();
    units.sort_unstable();
    units.dedup();
    units.truncate(MOST_UNITS);
    let rate = facts.modelled.model.streams[known.stream].rate() * known.weight;
    let mut sums = [0.0, 0.0];
    for state in 0..1_u32 << units.len() {
        let hit = |unit: usize| {
            units.iter().position(|one| *one == unit).is_none_or(|at| state >> at & 1 == 1)
        };
        let touched = primary.iter().any(|unit| hit(*unit));
        if !touched || level(facts, activity, campaign, &hit) >= activity.mbco - 1e-9 {
            continue;
        }
        let chance: f64 = (units.iter())
            .map(|unit| {
                let p = known.units[*unit].hit;
                if hit(*unit) { p } else { 1.0 - p }
            })
            .product();
        let falls = service(facts, fallback, campaign, &hit) < activity.mbco - 1e-9;
        sums[usize::from(!falls)] += rate * chance;
    }
    sums
}
