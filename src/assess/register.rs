//! The risk register: one row for each channel, region and scenario.

use std::collections::BTreeMap;

use super::{
    facts::{Case, Facts},
    reasons::{Reason, reasons},
};
use crate::{
    engine::{
        outcome::{Cell, Run},
        score::{Level, score},
        standing::stand,
    },
    likelihood::evidence::Grade,
    model::{Activity, Campaign, Model, Use},
};

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub channel: usize,
    pub region: usize,
    /// Scenario id.
    pub scenario: String,
    /// Campaigns a year that hit this channel.
    pub frequency: f64,
    /// Annual harm without fallbacks; none where today's state already counts one.
    pub inherent: Option<f64>,
    /// Annual harm with fallbacks.
    pub residual: f64,
    /// Harm of one such campaign, with fallbacks.
    pub harm: f64,
    pub inherent_score: Option<f64>,
    pub score: f64,
    pub level: Level,
    pub grade: Grade,
    /// Activity ids that bear the harm, most first.
    pub activities: Vec<String>,
    pub owner: Option<String>,
    pub reasons: Vec<Reason>,
}

impl Row {
    /// `channel:region:scenario`.
    pub fn id(&self, facts: &Facts) -> String {
        let (channel, region) = (facts.channel(self.channel), &facts.estate.regions[self.region]);
        format!("{}:{}:{}", channel.id, region.code, self.scenario)
    }
}

/// Harm of one row as it adds up.
#[derive(Default)]
struct Sum {
    /// The counted campaign, and measures that are announced.
    campaigns: Vec<usize>,
    inherent: Option<f64>,
    residual: f64,
    activities: BTreeMap<usize, f64>,
}

/// By region, channel and scenario.
type Sums<'m> = BTreeMap<(usize, usize, &'m str), Sum>;

/// All rows with any harm, highest residual first, then by id.
pub fn register(facts: &Facts) -> Vec<Row> {
    let mut sums: Sums = BTreeMap::new();
    let model = &facts.modelled.model;
    for case in facts.cases() {
        add((facts, model), case, &facts.outcome.residual, true, &mut sums);
        add((facts, model), case, &facts.outcome.inherent, false, &mut sums);
    }
    let mut rows: Vec<Row> = sums
        .into_iter()
        .filter(|(_, sum)| sum.residual > 0.0 || sum.inherent.is_some_and(|harm| harm > 0.0))
        .map(|((region, channel, scenario), sum)| row(facts, region, channel, scenario, &sum))
        .collect();
    rows.sort_by_cached_key(|row| row.id(facts));
    rows.sort_by(|a, b| b.residual.total_cmp(&a.residual));
    rows
}

/// Annual harm by region, channel and scenario in another model of the same activities, such as the
/// one with measures. What runs on a channel that the profile does not have is not in it.
pub fn harms(facts: &Facts, model: &Model, run: &Run) -> BTreeMap<(usize, usize, String), f64> {
    let mut sums: Sums = BTreeMap::new();
    for case in facts.cases() {
        add((facts, model), case, run, true, &mut sums);
    }
    let own = |((region, channel, scenario), sum): ((usize, usize, &str), Sum)| {
        ((region, channel, scenario.to_owned()), sum.residual)
    };
    sums.into_iter().map(own).collect()
}

fn add<'m>(
    (facts, model): (&Facts, &'m Model),
    case: Case,
    run: &Run,
    residual: bool,
    sums: &mut Sums<'m>,
) {
    let written = &model.activities[case.index];
    let (_, acting) = stand(&model.scale, written, residual);
    let exposed = acting.as_ref().unwrap_or(written);
    for cell in &run.activities[case.index].cells {
        let campaign = &model.campaigns[cell.campaign];
        for (channel, part) in split(exposed, campaign, cell) {
            let Some(index) =
                facts.estate.channels.iter().position(|known| known.id == channel.name)
            else {
                continue;
            };
            let key = (case.instance.region, index, campaign.name.as_str());
            let sum = sums.entry(key).or_default();
            if !sum.campaigns.contains(&cell.campaign) {
                sum.campaigns.push(cell.campaign);
                sum.campaigns.sort_unstable();
            }
            let harm = cell.harm() * part;
            if residual {
                sum.residual += harm;
                *sum.activities.entry(case.instance.activity).or_default() += harm;
            } else {
                *sum.inherent.get_or_insert(0.0) += harm;
            }
        }
    }
}

/// A row of the register as a cause of one case's harm.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    pub channel: usize,
    /// Scenario id.
    pub scenario: String,
    /// Annual harm, with fallbacks.
    pub harm: f64,
}

/// What the harm ahead of one case is made of, the most first.
pub fn causes(facts: &Facts, case: Case) -> Vec<Cause> {
    let mut sums: Sums = BTreeMap::new();
    add((facts, &facts.modelled.model), case, &facts.outcome.residual, true, &mut sums);
    let cause = |((_, channel, scenario), sum): ((usize, usize, &str), Sum)| Cause {
        channel,
        scenario: scenario.to_owned(),
        harm: sum.residual,
    };
    let mut causes: Vec<Cause> = sums.into_iter().map(cause).collect();
    causes.sort_by(|a, b| b.harm.total_cmp(&a.harm));
    causes
}

/// Harm of a cell is split between an activity's channels in proportion to the service each is
/// expected to lose.
fn split<'m>(activity: &'m Activity, campaign: &Campaign, cell: &Cell) -> Vec<(&'m Use, f64)> {
    let lost = |channel: &Use| -> f64 {
        let own = channel.exposure.iter().filter(|exposure| exposure.campaign == cell.campaign);
        let part = |left: f64| if campaign.discloses { 1.0 } else { 1.0 - left };
        channel.share
            * own
                .map(|exposure| campaign.units[exposure.unit].hit * part(exposure.left))
                .sum::<f64>()
    };
    let each: Vec<(&Use, f64)> =
        activity.channels.iter().map(|channel| (channel, lost(channel))).collect();
    let sum: f64 = each.iter().map(|(_, lost)| lost).sum();
    if sum <= 0.0 {
        return Vec::new();
    }
    each.into_iter()
        .filter(|(_, lost)| *lost > 0.0)
        .map(|(channel, lost)| (channel, lost / sum))
        .collect()
}

/// Chains of several campaigns one after the other, without what they have in common.
fn joined(chains: impl Iterator<Item = Vec<Reason>>) -> Vec<Reason> {
    let mut all: Vec<Reason> = Vec::new();
    for reason in chains.flatten() {
        if !all.contains(&reason) {
            all.push(reason);
        }
    }
    all
}

fn row(facts: &Facts, region: usize, channel: usize, scenario: &str, sum: &Sum) -> Row {
    let model = &facts.modelled.model;
    let often = |index: &usize| {
        let campaign = &model.campaigns[*index];
        let rate = model.streams[campaign.stream].rate() * campaign.weight;
        rate * hit_chance(facts, channel, *index)
    };
    let frequency: f64 = sum.campaigns.iter().map(often).sum();
    let origins = sum.campaigns.iter().map(|index| &facts.modelled.campaigns[*index]);
    let chains = sum.campaigns.iter().map(|index| reasons(facts, channel, *index, often(index)));
    let residual_score = score(&model.scale, sum.residual);
    let mut activities: Vec<(usize, f64)> =
        sum.activities.iter().map(|(a, harm)| (*a, *harm)).collect();
    activities.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let named = |index: usize| &facts.estate.activities[index];
    Row {
        channel,
        region,
        scenario: scenario.to_owned(),
        frequency,
        inherent: sum.inherent,
        residual: sum.residual,
        harm: if frequency > 0.0 { sum.residual / frequency } else { 0.0 },
        inherent_score: sum.inherent.map(|harm| score(&model.scale, harm)),
        score: residual_score,
        level: Level::of_score(residual_score),
        grade: origins.map(|origin| origin.grade).min().unwrap_or(Grade::D),
        owner: activities.iter().find_map(|(activity, _)| named(*activity).owner.clone()),
        activities: activities.iter().map(|(activity, _)| named(*activity).id.clone()).collect(),
        reasons: joined(chains),
    }
}

/// Chance that a campaign hits any unit that the channel needs.
pub fn hit_chance(facts: &Facts, channel: usize, campaign: usize) -> f64 {
    let units = &facts.modelled.model.campaigns[campaign].units;
    let missed = units_felt(facts, channel, campaign).into_iter().map(|unit| 1.0 - units[unit].hit);
    1.0 - missed.product::<f64>()
}

/// Units of a campaign that the channel feels when they are hit.
pub fn units_felt(facts: &Facts, channel: usize, campaign: usize) -> Vec<usize> {
    let model = &facts.modelled.model;
    let region = facts.modelled.campaigns[campaign].region;
    let id = &facts.channel(channel).id;
    let mut units: Vec<usize> = Vec::new();
    for case in facts.users(channel, region) {
        let activity = &model.activities[case.index];
        let fallbacks = activity.fallbacks.iter().map(|fallback| &fallback.channel);
        let own = activity.channels.iter().chain(fallbacks).filter(|one| one.name == *id);
        let exposed = own.flat_map(|one| &one.exposure).filter(|e| e.campaign == campaign);
        units.extend(exposed.map(|exposure| exposure.unit));
    }
    units.sort_unstable();
    units.dedup();
    units
}
