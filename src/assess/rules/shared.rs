//! Does a fallback need what the channel it replaces needs?

use std::collections::BTreeSet;

use crate::{
    assess::{
        facts::{Case, Facts},
        finding::{Finding, FindingCode, Severity},
    },
    knowledge::Phase,
    words::{self, list},
};

/// `shared-dependency`: the fallback shares a node without alternative, in a phase in which its loss stops the channel.
pub fn shared_dependency(facts: &Facts) -> Vec<Finding> {
    facts.cases().filter_map(|case| finding(facts, case)).collect()
}

fn finding(facts: &Facts, case: Case) -> Option<Finding> {
    let primary = needed_by_all(facts, case);
    let mut details = Vec::new();
    let mut same_vendor = false;
    for fallback in &case.instance.fallbacks {
        let own = needed(facts, fallback.channel, case.instance.region);
        let shared: BTreeSet<&String> = own.intersection(&primary).copied().collect();
        if shared.is_empty() {
            continue;
        }
        let vendor = &facts.channel(fallback.channel).vendor.id;
        same_vendor |= case.activity.channels.iter().any(|share| facts.channel(share.channel).vendor.id == *vendor);
        let names: Vec<&str> = shared.iter().map(|node| facts.node_name(node)).collect();
        details.push(format!("{} shares {}", facts.channel(fallback.channel).name, list(&names)));
    }
    if details.is_empty() {
        return None;
    }
    let all = details.len() == case.instance.fallbacks.len();
    let which = if all { "every fallback needs".to_owned() } else { format!("{} of {} need", details.len(), words::count(case.instance.fallbacks.len(), "fallback")) };
    let severity = match (all || same_vendor, case.activity.tier.value) {
        (true, 1 | 2) => Severity::High,
        (true, _) => Severity::Medium,
        (false, _) => Severity::Low,
    };
    Some(Finding {
        code: FindingCode::SharedDependency,
        subject: case.activity.id.clone(),
        region: case.region.code.clone(),
        severity,
        title: format!("{} in {}: {which} something that the channel it replaces needs too", case.activity.name, case.region.name),
        details,
        remedy: "Add a fallback that shares none of these: another owner, another network, another sign-in".to_owned(),
        owner: case.activity.owner.clone(),
        sources: Vec::new(),
        accepted: None,
    })
}

/// Nodes without which a channel does not run, cannot be joined, or is not allowed: those that stand alone in their
/// group. The legal order of an owner is left out, since nearly every vendor shares one with another.
fn needed<'a>(facts: &Facts<'a>, channel: usize, region: usize) -> BTreeSet<&'a String> {
    let Some(deployment) = facts.deployment(channel, region) else { return BTreeSet::new() };
    let counts = |phase: Phase, purpose: &str| match phase {
        Phase::Run | Phase::Register => true,
        Phase::Legal => purpose == "owner",
        Phase::Install | Phase::Notify | Phase::Pay => false,
    };
    let alone = deployment.groups.iter().filter(|group| group.any_of.len() == 1 && counts(group.phase, &group.purpose));
    alone.filter_map(|group| group.any_of.first()).collect()
}

/// Nodes whose loss takes so many of the activity's channels that the MBCO is gone.
fn needed_by_all<'a>(facts: &Facts<'a>, case: Case<'a>) -> BTreeSet<&'a String> {
    let sets: Vec<(f64, BTreeSet<&String>)> = (case.activity.channels.iter())
        .map(|share| (share.share, needed(facts, share.channel, case.instance.region)))
        .collect();
    let every: BTreeSet<&String> = sets.iter().flat_map(|(_, set)| set.iter().copied()).collect();
    let left = |node: &&String| -> f64 {
        sets.iter().filter(|(_, set)| !set.contains(node)).map(|(share, _)| share).sum()
    };
    every.into_iter().filter(|node| left(node) < case.activity.mbco.value).collect()
}
