//! What a channel needs in a region: groups of nodes by phase. Of the nodes of a group any one
//! suffices; every group is needed.

use serde::Serialize;

use super::Region;
use crate::{
    knowledge::{Knowledge, Phase, Platform, Reach, Vendor},
    profile,
};

/// Nodes of which any one suffices.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    pub phase: Phase,
    /// What it is for, in words.
    pub purpose: String,
    pub any_of: Vec<String>,
    /// Share of people who depend on this group.
    pub people: f64,
}

impl Group {
    fn one(phase: Phase, purpose: &str, node: &str) -> Self {
        Self { phase, purpose: purpose.to_owned(), any_of: vec![node.to_owned()], people: 1.0 }
    }

    /// Does its loss stop the channel: does it not run, can it not be joined, or may its owner not
    /// offer it? The legal order of an owner is left out, since nearly every vendor shares one with
    /// another.
    pub fn stops(&self) -> bool {
        match self.phase {
            Phase::Run | Phase::Register => true,
            Phase::Legal => self.purpose == OWNER,
            Phase::Install | Phase::Notify | Phase::Pay => false,
        }
    }

    /// Is every node of the group among these?
    pub fn is_cut_by(&self, nodes: &[String]) -> bool {
        !self.any_of.is_empty() && self.any_of.iter().all(|node| nodes.contains(node))
    }
}

/// Purpose of the group that holds the owner.
pub const OWNER: &str = "owner";

/// Category of nodes that carry internet traffic.
pub const NETWORK: &str = "network";

/// The groups of a channel in a region.
pub fn groups(
    knowledge: &Knowledge,
    vendor: &Vendor,
    channel: &profile::Channel,
    region: &Region,
) -> Vec<Group> {
    let mut groups = Vec::new();
    by_platform(&mut groups, vendor, region);
    hosting(&mut groups, vendor);
    needs(&mut groups, knowledge, vendor, channel);
    for node in &channel.depends_on {
        if *node != knowledge.method.assumed.local_network_node {
            let phase = knowledge.nodes.get(node).map_or(Phase::Run, |node| node.phase);
            groups.push(Group::one(phase, "this deployment", node));
        }
    }
    groups.push(Group::one(Phase::Legal, OWNER, &vendor.owner.node));
    for jurisdiction in &vendor.owner.jurisdictions {
        groups.push(Group::one(Phase::Legal, "jurisdiction", jurisdiction));
    }
    groups.sort_by(|a, b| (a.phase, &a.purpose, &a.any_of).cmp(&(b.phase, &b.purpose, &b.any_of)));
    groups.dedup_by(|a, b| a.phase == b.phase && a.any_of == b.any_of);
    groups
}

fn by_platform(groups: &mut Vec<Group>, vendor: &Vendor, region: &Region) {
    for (phase, paths) in [(Phase::Install, &vendor.install), (Phase::Notify, &vendor.push)] {
        for platform in [Platform::Android, Platform::Ios] {
            let any_of = paths.get(&platform).cloned().unwrap_or_default();
            let people = region.share_of(platform);
            if !any_of.is_empty() && people > 0.0 {
                let purpose = platform.word().to_owned();
                groups.push(Group { phase, purpose, any_of, people });
            }
        }
    }
    for gateway in &vendor.push_gateways {
        groups.push(Group::one(Phase::Notify, "push gateway", gateway));
    }
}

fn hosting(groups: &mut Vec<Group>, vendor: &Vendor) {
    if vendor.hosting.any_one && vendor.hosting.nodes.len() > 1 {
        let any_of = vendor.hosting.nodes.clone();
        groups.push(Group {
            phase: Phase::Run,
            purpose: "hosting".to_owned(),
            any_of,
            people: 1.0,
        });
    } else {
        groups.extend(
            vendor.hosting.nodes.iter().map(|node| Group::one(Phase::Run, "hosting", node)),
        );
    }
}

/// Hard needs, and the network where the channel needs the internet.
///
/// A service that can run on a local network is taken to need the internet as well, unless the
/// profile says that this deployment was set up to work without it.
fn needs(
    groups: &mut Vec<Group>,
    knowledge: &Knowledge,
    vendor: &Vendor,
    channel: &profile::Channel,
) {
    let phase = |node: &String| knowledge.nodes.get(node).map_or(Phase::Run, |node| node.phase);
    // Where the customer picks one host, none of the hosts is needed by itself.
    let host = |node: &String| vendor.hosting.any_one && vendor.hosting.nodes.contains(node);
    for node in vendor.needs.hard.iter().filter(|node| !host(node)) {
        groups.push(Group::one(phase(node), "the service", node));
    }
    let local = channel.depends_on.contains(&knowledge.method.assumed.local_network_node);
    let online = match vendor.reach {
        Reach::Internet => true,
        Reach::Lan => !local,
        Reach::Offline | Reach::None => false,
    };
    let is_network =
        |node: &&String| knowledge.nodes.get(*node).is_some_and(|node| node.category == NETWORK);
    for node in vendor.needs.soft.iter().filter(is_network).filter(|_| online) {
        groups.push(Group::one(phase(node), "network", node));
    }
    let pays = vendor.needs.soft.iter().filter(|node| phase(node) == Phase::Pay);
    groups.extend(pays.map(|node| Group::one(Phase::Pay, "payment", node)));
}

/// Share of people who lose the phase when these nodes are cut: those whose every path is cut.
pub fn exposed(groups: &[Group], phase: Phase, cut: &[String]) -> f64 {
    let hit = || groups.iter().filter(|group| group.phase == phase && group.is_cut_by(cut));
    let whole = hit().any(|group| group.people >= 1.0);
    if whole { 1.0 } else { hit().map(|group| group.people).sum::<f64>().min(1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(any_of: &[&str], people: f64) -> Group {
        let any_of = any_of.iter().map(|node| (*node).to_owned()).collect();
        Group { phase: Phase::Install, purpose: String::new(), any_of, people }
    }

    #[test]
    fn any_one_path_suffices() {
        let groups = [group(&["a"], 0.3), group(&["b", "c"], 0.7)];
        let cut = |nodes: &[&str]| nodes.iter().map(|node| (*node).to_owned()).collect::<Vec<_>>();
        assert!((exposed(&groups, Phase::Install, &cut(&["a", "b"])) - 0.3).abs() < 1e-12);
        assert!((exposed(&groups, Phase::Install, &cut(&["a", "b", "c"])) - 1.0).abs() < 1e-12);
        assert!(exposed(&groups, Phase::Run, &cut(&["a", "b", "c"])) == 0.0);
    }
}
