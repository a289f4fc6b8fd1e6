//! Facts of a channel in a region that no scenario changes.

use crate::{
    assess::facts::{Case, Facts},
    estate::InForce,
    knowledge::{Capability, Node, NodeEffect},
};

/// What an activity needs and a channel does not carry at all.
pub fn not_carried(facts: &Facts, case: Case, channel: usize) -> Vec<Capability> {
    let carries = &facts.channel(channel).carries;
    case.activity.needs.value.iter().copied().filter(|need| !carries.contains(need)).collect()
}

/// The gravest measure in force that takes something of what an activity needs.
pub fn restricting<'a>(
    facts: &Facts<'a>,
    case: Case<'a>,
    channel: usize,
) -> Option<(&'a InForce, Capability, f64)> {
    let deployment = facts.deployment(channel, case.instance.region)?;
    let needs = &case.activity.needs.value;
    let mut all: Vec<(&InForce, Capability, f64)> = (deployment.in_force.iter())
        .flat_map(|one| {
            needs.iter().map(move |need| (one, *need, one.left.get(need).copied().unwrap_or(1.0)))
        })
        .filter(|(_, _, left)| *left < 1.0 - 1e-9)
        .collect();
    all.sort_by(|a, b| a.2.total_cmp(&b.2));
    all.into_iter().next()
}

/// What was done in a country to the ranges that a server abroad stands in.
pub struct Range<'a> {
    pub node: &'a Node,
    pub effect: &'a NodeEffect,
}

/// Ranges that a channel needs from there and that were hit there. Where the customer chooses the
/// host, those of a server abroad count.
pub fn ranges<'a>(facts: &Facts<'a>, case: Case<'a>, channel: usize) -> Vec<Range<'a>> {
    let Some(deployment) = facts.deployment(channel, case.instance.region) else {
        return Vec::new();
    };
    let abroad = facts
        .channel(channel)
        .written
        .hosted_in
        .as_ref()
        .is_some_and(|hosts| !hosts.is_empty() && !hosts.contains(&case.region.code));
    let binding = deployment.groups.iter().filter(|group| group.stops());
    let nodes = binding.filter(|group| group.any_of.len() == 1 || abroad);
    nodes
        .flat_map(|group| &group.any_of)
        .filter_map(|id| facts.estate.knowledge.nodes.get(id))
        .flat_map(|node| node.effect.iter().map(move |effect| Range { node, effect }))
        .filter(|range| range.effect.seen_in(&case.region.code, facts.estate.as_of))
        .collect()
}
