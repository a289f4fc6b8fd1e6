//! What a channel cannot do without, and what two channels share.

use std::collections::BTreeSet;

use super::facts::{Case, Facts};

/// Nodes without which a channel does not run, cannot be joined, or is not allowed: those that
/// stand alone in their group.
pub fn needed<'a>(facts: &Facts<'a>, channel: usize, region: usize) -> BTreeSet<&'a String> {
    let Some(deployment) = facts.deployment(channel, region) else { return BTreeSet::new() };
    let alone = deployment.groups.iter().filter(|group| group.any_of.len() == 1 && group.stops());
    alone.filter_map(|group| group.any_of.first()).collect()
}

/// Nodes whose loss takes so many of the activity's channels that the MBCO is gone.
pub fn needed_by_activity<'a>(facts: &Facts<'a>, case: Case<'a>) -> BTreeSet<&'a String> {
    let sets: Vec<(f64, BTreeSet<&String>)> = (case.activity.channels.iter())
        .map(|share| (share.share, needed(facts, share.channel, case.instance.region)))
        .collect();
    let every: BTreeSet<&String> = sets.iter().flat_map(|(_, set)| set.iter().copied()).collect();
    let left = |node: &&String| -> f64 {
        sets.iter().filter(|(_, set)| !set.contains(node)).map(|(share, _)| share).sum()
    };
    every.into_iter().filter(|node| left(node) < case.activity.mbco.value).collect()
}

/// What a fallback shares with the channels it replaces.
pub fn shared_with<'a>(facts: &Facts<'a>, case: Case<'a>, fallback: usize) -> BTreeSet<&'a String> {
    let own = needed(facts, fallback, case.instance.region);
    needed_by_activity(facts, case).intersection(&own).copied().collect()
}

/// Nodes whose loss alone stops the activity and every lawful fallback that reaches enough people.
pub fn single_points<'a>(facts: &Facts<'a>, case: Case<'a>) -> BTreeSet<&'a String> {
    let mut points = needed_by_activity(facts, case);
    let full = facts
        .lawful_fallbacks(case)
        .into_iter()
        .filter(|fallback| fallback.reach >= case.activity.mbco.value);
    for fallback in full {
        let own = needed(facts, fallback.channel, case.instance.region);
        points.retain(|node| own.contains(node));
    }
    points
}
