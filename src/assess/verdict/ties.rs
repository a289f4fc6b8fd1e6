//! What ties a fallback to what it replaces, beside what a scenario hits.

use std::collections::BTreeSet;

use crate::{
    assess::{
        dependence::{needed, needed_by_activity, shared_with},
        facts::{Case, Facts},
    },
    estate::{
        Group,
        graph::{NETWORK, OWNER},
    },
    knowledge::Phase,
};

/// Category of nodes at which people sign in.
const IDENTITY: &str = "identity";

/// Names of what both need and cannot replace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ties {
    /// Owner and sign-in: one decision about either takes both channels.
    pub hand: BTreeSet<String>,
    /// What some scenario hits, and is judged in that scenario.
    pub exposed: BTreeSet<String>,
    /// What no scenario hits, such as a system of the organisation's own.
    pub other: BTreeSet<String>,
}

/// Ties of a fallback with the channels that an activity runs on.
pub fn ties(facts: &Facts, case: Case, primaries: &[usize], fallback: usize) -> Ties {
    let region = case.instance.region;
    let own = needed(facts, fallback, region);
    let theirs = match (facts.acting(case), primaries.first()) {
        (Some(_), Some(acting)) => needed(facts, *acting, region),
        _ => needed_by_activity(facts, case),
    };
    let mut ties = Ties::default();
    for node in theirs.intersection(&own) {
        let into = if owns_or_admits(facts, fallback, region, node) {
            &mut ties.hand
        } else if is_exposed(facts, node) {
            &mut ties.exposed
        } else {
            &mut ties.other
        };
        into.insert(facts.node_name(node).to_owned());
    }
    ties
}

/// Does any scenario hit it as a shared node? For a reader all nodes of the internet are one.
fn is_exposed(facts: &Facts, node: &String) -> bool {
    let known = facts.estate.knowledge.nodes.get(node);
    if known.is_some_and(|node| node.category == NETWORK) {
        return true;
    }
    let scenarios = facts.estate.knowledge.scenarios.values();
    scenarios.flat_map(|scenario| &scenario.hit).any(|hit| hit.nodes.contains(node))
}

/// Does a fallback share an owner or a sign-in with the activity's channels?
pub fn of_one_hand(facts: &Facts, case: Case, fallback: usize) -> bool {
    let shared = shared_with(facts, case, fallback);
    shared.into_iter().any(|node| owns_or_admits(facts, fallback, case.instance.region, node))
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
