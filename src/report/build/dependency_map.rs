//! The dependency map as a graph: what charts and diagrams draw.

use std::collections::BTreeMap;

use crate::report::view::{
    ActivityView, ChannelView, DependencyMap, MapEdge, MapNode, SharedNode, ThirdPartyView,
};

/// Shared nodes on the map; the table has them all.
const MOST_SHARED: usize = 12;

/// What the map is made from.
pub struct Parts<'a> {
    pub activities: &'a [ActivityView],
    pub channels: &'a [ChannelView],
    pub third_parties: &'a [ThirdPartyView],
    pub shared_nodes: &'a [SharedNode],
}

/// The graph.
pub fn dependency_map(parts: &Parts) -> DependencyMap {
    let shared = shared(parts.shared_nodes);
    let activities =
        parts.activities.iter().enumerate().map(|(at, one)| node("a", at, "activity", &one.name));
    let channels =
        parts.channels.iter().enumerate().map(|(at, one)| node("c", at, "channel", &one.name));
    let nodes = shared.iter().enumerate().map(|(at, (name, count))| MapNode {
        shared_by: Some(*count),
        ..node("n", at, "shared", name)
    });
    let mut edges = uses(parts);
    edges.extend(needs(parts, &shared));
    DependencyMap { nodes: activities.chain(channels).chain(nodes).collect(), edges }
}

fn node(letter: &str, at: usize, kind: &str, name: &str) -> MapNode {
    MapNode {
        key: format!("{letter}{at}"),
        kind: kind.to_owned(),
        name: name.to_owned(),
        shared_by: None,
    }
}

fn edge(from: (String, &str), to: (String, &str), kind: &str) -> MapEdge {
    let ((from, from_name), (to, to_name)) = (from, to);
    MapEdge {
        from,
        to,
        from_name: from_name.to_owned(),
        to_name: to_name.to_owned(),
        kind: kind.to_owned(),
    }
}

/// Nodes that several channels share, each once with its most channels, the most shared first.
fn shared(all: &[SharedNode]) -> Vec<(&str, usize)> {
    let mut most: BTreeMap<&str, usize> = BTreeMap::new();
    for node in all {
        let count = most.entry(&node.name).or_default();
        *count = node.channels.len().max(*count);
    }
    let mut nodes: Vec<(&str, usize)> = most.into_iter().collect();
    nodes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    nodes.truncate(MOST_SHARED);
    nodes
}

/// Activities on their channels and fallbacks. What is both is drawn as the channel.
fn uses(parts: &Parts) -> Vec<MapEdge> {
    let mut edges = Vec::new();
    for (at, activity) in parts.activities.iter().enumerate() {
        for (channel, party) in parts.third_parties.iter().enumerate() {
            let kind = if party.functions.contains(&activity.id) {
                "primary"
            } else if party.backs_up.contains(&activity.id) {
                "fallback"
            } else {
                continue;
            };
            let channel = (format!("c{channel}"), party.channel_name.as_str());
            edges.push(edge((format!("a{at}"), &activity.name), channel, kind));
        }
    }
    edges
}

fn needs(parts: &Parts, shared: &[(&str, usize)]) -> Vec<MapEdge> {
    let mut edges = Vec::new();
    for (at, channel) in parts.channels.iter().enumerate() {
        for (node, (name, _)) in shared.iter().enumerate() {
            let mut all = parts.shared_nodes.iter().filter(|one| one.name == *name);
            if all.any(|one| one.channels.contains(&channel.name)) {
                let node = (format!("n{node}"), *name);
                edges.push(edge((format!("c{at}"), &channel.name), node, "need"));
            }
        }
    }
    edges
}
