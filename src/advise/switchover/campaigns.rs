//! Which campaigns stop what an activity runs on, and which of them take a fallback as well.

use std::collections::BTreeSet;

use crate::{
    assess::{Case, Facts},
    model::{Activity, Use},
};

/// A campaign that takes the channels of an activity below its MBCO.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopping {
    /// Index in the model.
    pub campaign: usize,
    /// Such campaigns a year.
    pub rate: f64,
    /// Units that do it.
    units: BTreeSet<usize>,
}

/// Those of the activity's region.
pub fn stopping(facts: &Facts, case: Case) -> Vec<Stopping> {
    let model = &facts.modelled.model;
    let activity = &model.activities[case.index];
    let mut all: Vec<Stopping> = Vec::new();
    for (index, campaign) in model.campaigns.iter().enumerate() {
        let units: BTreeSet<usize> =
            (0..campaign.units.len()).filter(|unit| stops(activity, index, *unit)).collect();
        let missed: f64 = units.iter().map(|unit| 1.0 - campaign.units[*unit].hit).product();
        let rate = model.streams[campaign.stream].rate() * campaign.weight * (1.0 - missed);
        if rate > 0.0 {
            all.push(Stopping { campaign: index, rate, units });
        }
    }
    all
}

/// Does the hit of one unit leave less than the MBCO? What is down today is not counted against it.
fn stops(activity: &Activity, campaign: usize, unit: usize) -> bool {
    let left: f64 = activity.channels.iter().map(|one| one.share * left(one, campaign, unit)).sum();
    left < activity.mbco - 1e-9
}

fn left(channel: &Use, campaign: usize, unit: usize) -> f64 {
    let own = channel.exposure.iter().filter(|e| e.campaign == campaign && e.unit == unit);
    own.map(|exposure| exposure.left).fold(1.0, f64::min)
}

/// What a fallback outlives.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlived {
    /// Share of the stopping campaigns, by rate; none where no campaign stops the activity.
    pub share: Option<f64>,
    /// Scenario ids of campaigns that always take both.
    pub together: BTreeSet<String>,
}

/// What the model's fallback of this index outlives.
pub fn outlived(facts: &Facts, case: Case, fallback: usize, all: &[Stopping]) -> Outlived {
    let model = &facts.modelled.model;
    let activity = &model.activities[case.index];
    let mut together = BTreeSet::new();
    let (mut sum, mut lived) = (0.0, 0.0);
    for one in all {
        let campaign = &model.campaigns[one.campaign];
        let channel = activity.fallbacks.get(fallback).map(|fallback| &fallback.channel);
        let felt: Vec<usize> = (0..campaign.units.len())
            .filter(|unit| {
                channel.is_some_and(|own| left(own, one.campaign, *unit) < activity.mbco)
            })
            .collect();
        let both = felt.iter().any(|unit| one.units.contains(unit));
        let missed: f64 = felt.iter().map(|unit| 1.0 - campaign.units[*unit].hit).product();
        if both {
            together.insert(facts.modelled.campaigns[one.campaign].scenario.clone());
        }
        sum += one.rate;
        lived += one.rate * if both { 0.0 } else { missed };
    }
    Outlived { share: (sum > 0.0).then(|| lived / sum), together }
}
