//! Channels as third parties: fields of the register of information that DORA asks for.

use crate::{assess::Facts, estate::Channel, profile::Reintegration, report::view::ThirdPartyView};

/// A row for each channel.
pub fn third_parties(facts: &Facts) -> Vec<ThirdPartyView> {
    let all = facts.estate.channels.iter().enumerate();
    all.map(|(index, channel)| row(facts, index, channel)).collect()
}

fn row(facts: &Facts, index: usize, channel: &Channel) -> ThirdPartyView {
    let contract = channel.written.contract.as_ref();
    let activities = || facts.estate.activities.iter();
    let share = |activity: &crate::estate::Activity| -> f64 {
        let own = activity.channels.iter().filter(|share| share.channel == index);
        own.map(|share| share.share).sum()
    };
    let functions: Vec<&crate::estate::Activity> =
        activities().filter(|one| share(one) > 0.0).collect();
    let backs = |at: usize| {
        let mut instances = facts.estate.instances.iter().filter(|one| one.activity == at);
        instances.any(|one| one.fallbacks.iter().any(|fallback| fallback.channel == index))
    };
    let regions = facts.estate.regions.iter().filter(|region| channel.serves(&region.code));
    let (stored_in, stored_in_assumed) = stored(channel);
    ThirdPartyView {
        channel: channel.id.clone(),
        channel_name: channel.name.clone(),
        provider: channel.vendor.name.clone(),
        owner: channel.vendor.owner.name.clone(),
        jurisdictions: jurisdictions(facts, channel),
        functions: functions.iter().map(|one| one.id.clone()).collect(),
        backs_up: activities()
            .enumerate()
            .filter(|(at, _)| backs(*at))
            .map(|(_, one)| one.id.clone())
            .collect(),
        provided_in: regions.map(|region| region.code.clone()).collect(),
        stores_data: (!stored_in.is_empty()).then_some(true),
        stored_in,
        stored_in_assumed,
        notice_days: contract.and_then(|one| one.notice).map(|span| span.hours() / 24.0),
        substitutability: contract
            .and_then(|one| one.substitutability)
            .map(|one| one.word().to_owned()),
        exit_plan: contract.and_then(|one| one.exit_plan),
        reintegration: contract.and_then(|one| one.reintegration).map(word),
        impact: functions
            .iter()
            .map(|one| one.tier.value)
            .min()
            .map(|tier| impact(tier).to_owned()),
        alternatives: contract
            .map(|one| one.alternatives.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|id| facts.vendor_name(id).to_owned())
            .collect(),
        reliance: reliance(functions.iter().map(|one| share(one)).fold(0.0, f64::max)).to_owned(),
    }
}

fn jurisdictions(facts: &Facts, channel: &Channel) -> Vec<String> {
    let nodes = channel.vendor.owner.jurisdictions.iter();
    nodes.map(|node| facts.node_name(node).to_owned()).collect()
}

/// Where data rests, and whether that is only what the knowledge base says.
fn stored(channel: &Channel) -> (Vec<String>, bool) {
    let (mut codes, assumed): (Vec<String>, bool) = match &channel.written.data {
        Some(data) => (data.iter().flat_map(|one| one.stored_in.clone()).collect(), false),
        None => (channel.vendor.data.regions.clone(), true),
    };
    codes.sort();
    codes.dedup();
    (codes, assumed)
}

fn word(reintegration: Reintegration) -> String {
    match reintegration {
        Reintegration::Easy => "easy",
        Reintegration::Difficult => "difficult",
        Reintegration::HighlyComplex => "highly-complex",
    }
    .to_owned()
}

/// By the tier of the most urgent function; judgement.
const fn impact(tier: u8) -> &'static str {
    match tier {
        1 | 2 => "high",
        3 => "medium",
        _ => "low",
    }
}

/// By the share of a function's users who are on it; judgement.
const fn reliance(share: f64) -> &'static str {
    match share {
        0.95.. => "full",
        0.5.. => "material",
        x if x > 0.0 => "low",
        _ => "none",
    }
}
