//! Scenarios that can take an activity below its MBCO, and by which of its channels.

use std::collections::BTreeMap;

use crate::{
    assess::facts::{Case, Facts},
    engine::standing::stand,
    model::{Activity, Exposure, Use},
};

/// Hours of the year that an assessment speaks of.
const YEAR: f64 = 8_760.0;

/// One scenario for one activity in one region.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Scenario id.
    pub scenario: String,
    /// Campaigns of that kind: the counted one, and measures that are announced.
    pub campaigns: Vec<usize>,
    /// How often a year such a campaign hits what the activity runs on.
    pub frequency: f64,
}

/// The activity as the model has it, running on a fallback where it does today.
pub fn exposed(facts: &Facts, case: Case) -> Activity {
    let written = &facts.modelled.model.activities[case.index];
    let (_, acting) = stand(&facts.modelled.model.scale, written, true);
    acting.unwrap_or_else(|| written.clone())
}

/// What is left of a channel when a unit is hit, at the end of the year if the campaign lasts.
pub fn left(facts: &Facts, channel: &Use, exposure: &Exposure) -> f64 {
    let campaign = &facts.modelled.model.campaigns[exposure.campaign];
    if campaign.discloses && channel.suspend_on_disclosure {
        return 0.0;
    }
    exposure.shrinks.map_or(exposure.left, |shrinks| {
        let above = (exposure.left - shrinks.floor).max(0.0);
        shrinks.floor.min(exposure.left) + above * libm::exp2(-YEAR / shrinks.half_life_hours)
    })
}

/// Service of a channel under a campaign when these of its units are hit.
pub fn service(facts: &Facts, channel: &Use, campaign: usize, hit: &dyn Fn(usize) -> bool) -> f64 {
    let own = channel.exposure.iter().filter(|one| one.campaign == campaign && hit(one.unit));
    own.map(|one| left(facts, channel, one)).fold(channel.baseline, f64::min)
}

/// Units of a campaign whose hit takes something of a channel.
pub fn felt(facts: &Facts, channel: &Use, campaign: usize) -> Vec<usize> {
    let own = channel.exposure.iter().filter(|one| one.campaign == campaign);
    own.filter(|one| left(facts, channel, one) < 1.0 - 1e-9).map(|one| one.unit).collect()
}

/// Service of the activity's channels together.
pub fn level(
    facts: &Facts,
    activity: &Activity,
    campaign: usize,
    hit: &dyn Fn(usize) -> bool,
) -> f64 {
    let each = activity.channels.iter();
    each.map(|channel| channel.share * service(facts, channel, campaign, hit)).sum()
}

/// Scenarios that can take the activity below its MBCO and are not too rare to plan for, the most
/// frequent first.
pub fn scenes(facts: &Facts, case: Case, activity: &Activity) -> Vec<Scene> {
    let model = &facts.modelled.model;
    let mut by_scenario: BTreeMap<&str, (Vec<usize>, f64)> = BTreeMap::new();
    for (index, campaign) in model.campaigns.iter().enumerate() {
        if facts.modelled.campaigns[index].region != case.instance.region {
            continue;
        }
        let mut units: Vec<usize> =
            activity.channels.iter().flat_map(|channel| felt(facts, channel, index)).collect();
        units.sort_unstable();
        units.dedup();
        let missed: f64 = units.iter().map(|unit| 1.0 - campaign.units[*unit].hit).product();
        let often = model.streams[campaign.stream].rate() * campaign.weight * (1.0 - missed);
        if often > 0.0 && level(facts, activity, index, &|_| true) < activity.mbco - 1e-9 {
            let (campaigns, frequency) = by_scenario.entry(&campaign.name).or_default();
            campaigns.push(index);
            *frequency += often;
        }
    }
    let least = facts.estate.knowledge.method.verdict.least_frequency;
    let mut scenes: Vec<Scene> = by_scenario
        .into_iter()
        .filter(|(_, (_, frequency))| *frequency >= least)
        .map(|(scenario, (campaigns, frequency))| Scene {
            scenario: scenario.to_owned(),
            campaigns,
            frequency,
        })
        .collect();
    scenes.sort_by(|a, b| b.frequency.total_cmp(&a.frequency));
    scenes
}
