//! Section 5: what channels share, and what stops an activity with its fallbacks.

use std::collections::{BTreeMap, BTreeSet};

use super::figures;
use crate::{
    assess::{Case, Facts, cut_sets::cut_sets, dependence::single_points as points},
    knowledge::Phase,
    report::view::{DefeatView, SharedNode, SinglePoint},
    words,
};

/// Nodes whose loss alone takes an activity below its MBCO, fallbacks included.
pub fn single_points(facts: &Facts) -> Vec<SinglePoint> {
    let mut rows: Vec<SinglePoint> = Vec::new();
    for case in facts.cases() {
        let mut nodes: Vec<String> =
            points(facts, case).iter().map(|node| facts.node_name(node).to_owned()).collect();
        nodes.sort();
        nodes.dedup();
        let (region, country) = (case.region.code.clone(), case.region.name.clone());
        // Countries in which an activity hangs on the same things share a row.
        match rows.iter_mut().find(|row| row.activity == case.activity.id && row.nodes == nodes) {
            Some(row) => {
                row.regions.push(region);
                row.countries.push(country);
            }
            None if nodes.is_empty() => {}
            None => rows.push(SinglePoint {
                activity: case.activity.id.clone(),
                name: case.activity.name.clone(),
                regions: vec![region],
                countries: vec![country],
                short: short(&nodes),
                nodes,
            }),
        }
    }
    rows
}

/// Names that fit on a board page.
const SHORT: usize = 3;

fn short(nodes: &[String]) -> String {
    let told = nodes.iter().take(SHORT).cloned().collect::<Vec<_>>().join(", ");
    match nodes.len().saturating_sub(SHORT) {
        0 => told,
        more => format!("{told}, and {more} more"),
    }
}

/// What stops each activity together with its fallbacks; those that nothing disrupts are left out.
pub fn defeats(facts: &Facts) -> Vec<DefeatView> {
    let live = facts.cases().filter(|case| case.residual.disruptions > 0.0);
    let mut views: Vec<(f64, DefeatView)> =
        live.map(|case| (unrelieved(case), defeat(facts, case))).collect();
    views.sort_by(|a, b| b.0.total_cmp(&a.0));
    views.into_iter().map(|(_, view)| view).collect()
}

fn unrelieved(case: Case) -> f64 {
    case.residual.cells.iter().map(|cell| cell.unrelieved).sum()
}

/// Pairs in words, those together that share their partners: "A or B with C or D".
fn pairs(sets: &[Vec<String>]) -> Vec<String> {
    let mut partners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for set in sets {
        if let [a, b] = &set[..] {
            partners.entry(a).or_default().insert(b);
            partners.entry(b).or_default().insert(a);
        }
    }
    let mut alike: BTreeMap<&BTreeSet<&str>, Vec<&str>> = BTreeMap::new();
    for (node, with) in &partners {
        alike.entry(with).or_default().push(node);
    }
    let mut told: Vec<String> = Vec::new();
    for (with, nodes) in &alike {
        let others: Vec<&str> = with.iter().copied().collect();
        // Each pair of sides turns up twice, once from either side.
        if nodes < &others {
            let (one, other) = (words::joined(nodes, "or"), words::joined(&others, "or"));
            told.push(format!("{one}, with {other}"));
        }
    }
    told
}

fn defeat(facts: &Facts, case: Case) -> DefeatView {
    let found = cut_sets(facts, case);
    DefeatView {
        activity: case.activity.id.clone(),
        name: case.activity.name.clone(),
        region: case.region.code.clone(),
        country: case.region.name.clone(),
        disruptions: figures::frequency(case.residual.disruptions),
        defeats: figures::frequency(case.residual.cells.iter().map(|cell| cell.defeats).sum()),
        unrelieved: figures::frequency(unrelieved(case)),
        pairs: pairs(&found.sets),
        cut_off: found.cut_off,
        cuts: found.sets,
    }
}

/// Nodes that at least two channels need without alternative, the most shared first.
pub fn shared_nodes(facts: &Facts) -> Vec<SharedNode> {
    let mut by_node: BTreeMap<(String, Phase), BTreeSet<&str>> = BTreeMap::new();
    let mut nodes: BTreeMap<(String, Phase), &str> = BTreeMap::new();
    for deployment in &facts.estate.deployments {
        for group in deployment.groups.iter().filter(|group| group.any_of.len() == 1) {
            let node = group.any_of[0].as_str();
            let key = (facts.node_name(node).to_owned(), group.phase);
            by_node.entry(key.clone()).or_default().insert(&facts.channel(deployment.channel).name);
            nodes.entry(key).or_insert(node);
        }
    }
    let mut shared: Vec<SharedNode> = by_node
        .into_iter()
        .filter(|(_, channels)| channels.len() > 1)
        .map(|((name, phase), channels)| {
            let id = nodes.get(&(name.clone(), phase)).copied().unwrap_or_default();
            SharedNode {
                node: id.to_owned(),
                phase: phase.word().to_owned(),
                channels: channels.into_iter().map(str::to_owned).collect(),
                mitigation: facts
                    .estate
                    .knowledge
                    .nodes
                    .get(id)
                    .map(|node| node.mitigation.clone())
                    .unwrap_or_default(),
                name,
            }
        })
        .collect();
    shared.sort_by(|a, b| {
        b.channels
            .len()
            .cmp(&a.channels.len())
            .then_with(|| (&a.name, &a.phase).cmp(&(&b.name, &b.phase)))
    });
    shared
}
