//! What ties a fallback to what it replaces, beside what a scenario hits.

use std::collections::BTreeSet;

use crate::{
    assess::{
        dependence::needed,
        facts::{Case, Facts},
    },
    estate::{Group, graph::OWNER},
    knowledge::Phase,
};

/// Category of nodes at which people sign in.
const IDENTITY: &str = "identity";

/// Names of what both need and cannot replace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ties {
    /// Owner and sign-in: one decision about either takes both channels.
    pub hand: BTreeSet<String>,
    /// Everything else that stands alone on both sides.
    pub other: BTreeSet<String>,
}

/// Ties of a fallback with the channels that an activity runs on.
pub fn ties(facts: &Facts, case: Case, primaries: &[usize], fallback: usize) -> Ties {
    let region = case.instance.region;
    let own = needed(facts, fallback, region);
    let mut ties = Ties::default();
    for node in shared(facts, case, primaries).into_iter().filter(|node| own.contains(node)) {
        let name = facts.node_name(node).to_owned();
        if owns_or_admits(facts, fallback, region, node) {
            ties.hand.insert(name);
        } else {
            ties.other.insert(name);
        }
    }
    ties
}

/// What every channel that the activity runs on needs: with one of them left, the node is not decisive.
fn shared<'a>(facts: &Facts<'a>, case: Case<'a>, primaries: &[usize]) -> BTreeSet<&'a String> {
    let mut sets = primaries.iter().map(|one| needed(facts, *one, case.instance.region));
    let first = sets.next().unwrap_or_default();
    sets.fold(first, |all, set| all.intersection(&set).copied().collect())
}

fn owns_or_admits(facts: &Facts, channel: usize, region: usize, node: &str) -> bool {
    let identity =
        facts.estate.knowledge.nodes.get(node).is_some_and(|node| node.category == IDENTITY);
    let owner =
        |group: &Group| group.purpose == OWNER && group.any_of.iter().any(|one| one == node);
    let groups = facts.deployment(channel, region).map(|one| one.groups.iter());
    identity || groups.into_iter().flatten().any(owner)
}

/// Nodes of both in phases of which a loss does not stop what runs: stores and push.
pub fn paths(facts: &Facts, case: Case, phase: Phase, channel: usize) -> BTreeSet<String> {
    let deployment = facts.deployment(channel, case.instance.region);
    let groups = deployment.into_iter().flat_map(|one| &one.groups);
    let nodes = groups.filter(|group| group.phase == phase).flat_map(|group| &group.any_of);
    nodes.map(|node| facts.node_name(node).to_owned()).collect()
}
