//! Section 5: what each channel needs in each region, and what the loss of it means.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    assess::Facts,
    estate::{Deployment, Group},
    knowledge::{Phase, VendorKind},
    report::view::{DependencyView, LinkView, PhaseView},
    words::{list, sentence},
};

/// Each channel, with regions that do not differ in one row.
pub fn dependencies(facts: &Facts) -> Vec<DependencyView> {
    let partners = counterparts(facts);
    let mut rows: Vec<DependencyView> = Vec::new();
    for deployment in &facts.estate.deployments {
        let one = view(facts, deployment, &partners);
        let same = |row: &&mut DependencyView| {
            row.channel == one.channel && row.phases == one.phases && row.notes == one.notes
        };
        match rows.iter_mut().find(same) {
            Some(row) => {
                row.regions.extend(one.regions);
                row.countries.extend(one.countries);
            }
            None => rows.push(one),
        }
    }
    rows.sort_by_cached_key(|row| {
        facts.estate.channels.iter().position(|channel| channel.id == row.channel)
    });
    rows
}

/// For each channel and region the channels that it replaces there, or that replace it.
fn counterparts(facts: &Facts) -> BTreeMap<(usize, usize), BTreeSet<usize>> {
    let mut all: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
    for case in facts.cases() {
        let region = case.instance.region;
        for primary in case.activity.channels.iter().map(|share| share.channel) {
            for fallback in case.instance.fallbacks.iter().map(|one| one.channel) {
                if primary != fallback {
                    all.entry((primary, region)).or_default().insert(fallback);
                    all.entry((fallback, region)).or_default().insert(primary);
                }
            }
        }
    }
    all
}

fn view(
    facts: &Facts,
    deployment: &Deployment,
    partners: &BTreeMap<(usize, usize), BTreeSet<usize>>,
) -> DependencyView {
    let channel = facts.channel(deployment.channel);
    let region = &facts.estate.regions[deployment.region];
    let others = partners.get(&(deployment.channel, deployment.region)).into_iter().flatten();
    let theirs: BTreeSet<&String> = others
        .filter_map(|other| facts.deployment(*other, deployment.region))
        .flat_map(|other| &other.groups)
        .flat_map(|group| &group.any_of)
        .collect();
    DependencyView {
        channel: channel.id.clone(),
        name: channel.name.clone(),
        regions: vec![region.code.clone()],
        countries: vec![region.name.clone()],
        vendor: channel.vendor.name.clone(),
        owner: channel.vendor.owner.name.clone(),
        notes: notes(facts, deployment),
        phases: phases(facts, deployment, &theirs),
    }
}

fn phases(facts: &Facts, deployment: &Deployment, theirs: &BTreeSet<&String>) -> Vec<PhaseView> {
    let mut by_phase: BTreeMap<Phase, Vec<LinkView>> = BTreeMap::new();
    for group in &deployment.groups {
        let shared = group.any_of.iter().any(|node| theirs.contains(node));
        let text = text(facts, group);
        let own = by_phase.entry(group.phase).or_default();
        match own.iter_mut().find(|one| one.text == text) {
            Some(one) => one.shared |= shared,
            None => own.push(LinkView { text, shared }),
        }
    }
    let view = |(phase, needs): (Phase, Vec<LinkView>)| PhaseView {
        phase: phase.word().to_owned(),
        needs,
        loss: loss(phase).to_owned(),
    };
    by_phase.into_iter().map(view).collect()
}

fn text(facts: &Facts, group: &Group) -> String {
    let mut names: Vec<&str> = group.any_of.iter().map(|node| facts.node_name(node)).collect();
    names.dedup();
    let text = match names.as_slice() {
        [one] => (*one).to_owned(),
        several => format!("any one of {}", several.join(", ")),
    };
    if group.people < 1.0 { format!("{}: {text}", group.purpose) } else { text }
}

/// What it means to lose a phase.
const fn loss(phase: Phase) -> &'static str {
    match phase {
        Phase::Install => {
            "It keeps running where it is installed; no new phone and no new colleague can get it."
        }
        Phase::Register => {
            "Those who are registered stay; nobody new, and no new phone, can register."
        }
        Phase::Run => "It stops. With a sign-in or a tenant everything in it stops together.",
        Phase::Notify => "Messages arrive only when the app is opened.",
        Phase::Pay => "It runs on until the subscription lapses, then it ends.",
        Phase::Legal => "A decision about the owner, or by its state, can end it everywhere.",
    }
}

/// A service that one runs oneself is not independent by that alone.
fn notes(facts: &Facts, deployment: &Deployment) -> Vec<String> {
    let channel = facts.channel(deployment.channel);
    let mut notes = Vec::new();
    if channel.vendor.kind != VendorKind::SelfHosted && channel.written.hosted_in.is_none() {
        return notes;
    }
    let region = &facts.estate.regions[deployment.region];
    let gateways = &channel.vendor.push_gateways;
    if !gateways.is_empty() {
        let names: Vec<&str> = gateways.iter().map(|node| facts.node_name(node)).collect();
        notes.push(sentence(&format!(
            "run by the organisation, yet notices need {}.",
            list(&names)
        )));
    }
    match &channel.written.hosted_in {
        Some(hosts) if hosts.contains(&region.code) => {}
        Some(hosts) if !hosts.is_empty() => {
            let names: Vec<&str> =
                hosts.iter().map(|code| facts.estate.knowledge.country_name(code)).collect();
            notes.push(format!(
                "Its server stands in {}: seen from {} a foreign range, which can be throttled or \
                 blocked as a whole.",
                list(&names),
                region.name
            ));
        }
        _ => notes.push(
            "Where its server stands is not said (`hosted_in`): a foreign range can be throttled \
             or blocked as a whole."
                .to_owned(),
        ),
    }
    notes
}
