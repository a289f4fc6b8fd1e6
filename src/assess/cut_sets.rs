//! Minimal cut sets of an activity in a region, with the names that a reader knows.

use super::facts::{Case, Facts};
use crate::resilience::cuts::{Cut, Cuts, minimal, minimal_cuts};

/// Nodes of the largest sets that are listed: single points and pairs.
pub const ORDER: usize = 2;

/// Channels whose subsets are tried; an activity that is spread over more is treated as if it needed
/// each of the first.
const MOST_CHANNELS: usize = 8;

/// Sets of names whose loss stops the activity and every lawful fallback that reaches enough people.
pub struct CutSets {
    pub sets: Vec<Vec<String>>,
    /// Were larger sets left out?
    pub cut_off: bool,
}

/// Minimal cut sets of single nodes and of pairs. What counts as a loss: that a channel does not run,
/// cannot be joined, or is not allowed to its owner.
pub fn cut_sets(facts: &Facts, case: Case) -> CutSets {
    let mut names: Vec<String> = Vec::new();
    let mut groups = |channel: usize| -> Vec<Cut> {
        let Some(deployment) = facts.deployment(channel, case.instance.region) else {
            return Vec::new();
        };
        let own = deployment.groups.iter().filter(|group| group.stops());
        own.map(|group| {
            let numbers = group.any_of.iter().map(|node| {
                let name = facts.node_name(node);
                names.iter().position(|known| known == name).unwrap_or_else(|| {
                    names.push(name.to_owned());
                    names.len() - 1
                })
            });
            numbers.collect()
        })
        .collect()
    };
    let primaries: Vec<(f64, Vec<Cut>)> = (case.activity.channels.iter())
        .take(MOST_CHANNELS)
        .map(|share| (share.share, groups(share.channel)))
        .collect();
    let mbco = case.activity.mbco.value;
    let standbys: Vec<Vec<Cut>> = facts
        .lawful_fallbacks(case)
        .into_iter()
        .filter(|fallback| fallback.reach >= mbco)
        .map(|fallback| groups(fallback.channel))
        .collect();
    let mut all = Cuts::default();
    for lost in stopping(&primaries, mbco) {
        let channels: Vec<Vec<Cut>> = lost.into_iter().chain(standbys.iter().cloned()).collect();
        let found = minimal_cuts(&channels, ORDER);
        all.cut_off |= found.cut_off;
        all.sets.extend(found.sets);
    }
    let sets = minimal(all.sets).into_iter().map(|set| {
        let mut own: Vec<String> = set.into_iter().map(|number| names[number].clone()).collect();
        own.sort();
        own
    });
    CutSets { sets: sets.collect(), cut_off: all.cut_off }
}

/// Sets of channels whose loss takes the activity below its MBCO, and that need every member for it.
fn stopping(primaries: &[(f64, Vec<Cut>)], mbco: f64) -> Vec<Vec<Vec<Cut>>> {
    let whole: f64 = primaries.iter().map(|(share, _)| share).sum();
    let lost = |subset: u32| -> f64 {
        let own = primaries.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1);
        own.map(|(_, (share, _))| share).sum()
    };
    let stops = |subset: u32| whole - lost(subset) < mbco - 1e-9;
    let needless = |subset: u32| {
        (0..primaries.len()).any(|at| subset >> at & 1 == 1 && stops(subset & !(1 << at)))
    };
    (1..1_u32 << primaries.len())
        .filter(|subset| stops(*subset) && !needless(*subset))
        .map(|subset| {
            let own = primaries.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1);
            own.map(|(_, (_, groups))| groups.clone()).collect()
        })
        .collect()
}
