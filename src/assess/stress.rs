//! Severe but plausible cases, looked at whatever their likelihood: the model is asked what one
//! campaign does that comes for certain.

use super::facts::Facts;
use crate::{
    engine::{outcome::ActivityOutcome, solve::residual, standing::Standing},
    knowledge::{Stress, StressEach},
    model::{Arrivals, Model, Stream},
};

/// One case.
#[derive(Debug, Clone, PartialEq)]
pub struct StressCase {
    /// `stress-id:unit`.
    pub id: String,
    pub title: String,
    /// Activities by country that it takes below the MBCO.
    pub stopped: Vec<Stopped>,
    /// Expected loss, with the cost of leaving vendors; what is down today is not in it.
    pub loss: f64,
    /// Activities by country that are down today anyway.
    pub down_today: usize,
}

/// An activity in a country under stress.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stopped {
    pub case: usize,
    /// Expected hours below the MBCO, with fallbacks.
    pub hours: f64,
    /// Chance that it is longer than the MTPD.
    pub breach: f64,
}

/// Standard deviation of ln hours for a duration that is given: all but none.
const GIVEN: f64 = 1e-3;

/// Half of it, and a case counts as stopped.
const LIKELY: f64 = 0.5;

/// All cases that stop anything, the greatest loss first.
pub fn stress(facts: &Facts) -> Vec<StressCase> {
    let mut cases: Vec<StressCase> = facts
        .estate
        .knowledge
        .method
        .stress
        .iter()
        .flat_map(|stress| match stress.each {
            StressEach::Vendor => by_vendor(facts, stress),
            StressEach::Country => by_country(facts, stress),
        })
        .filter(|case| !case.stopped.is_empty())
        .collect();
    cases.sort_by(|a, b| b.loss.total_cmp(&a.loss).then_with(|| a.id.cmp(&b.id)));
    cases
}

fn by_vendor(facts: &Facts, stress: &Stress) -> Vec<StressCase> {
    let mut vendors: Vec<&str> =
        facts.estate.channels.iter().map(|channel| channel.vendor.id.as_str()).collect();
    vendors.sort_unstable();
    vendors.dedup();
    let each = vendors.into_iter().map(|vendor| {
        let model = staged(facts, stress, |campaign, unit| {
            let own = &facts.modelled.campaigns[campaign].units[unit];
            own.vendor.as_deref() == Some(vendor)
        });
        case(facts, stress, vendor, facts.vendor_name(vendor), &model)
    });
    each.collect()
}

fn by_country(facts: &Facts, stress: &Stress) -> Vec<StressCase> {
    let each = facts.estate.regions.iter().enumerate().map(|(region, place)| {
        let model = staged(facts, stress, |campaign, unit| {
            let origin = &facts.modelled.campaigns[campaign];
            origin.region == region && origin.units[unit].hit == 0
        });
        case(facts, stress, &place.code, &place.name, &model)
    });
    each.collect()
}

/// The model with one campaign in each place that comes for certain and hits the units chosen, and
/// with no other.
fn staged(facts: &Facts, stress: &Stress, hit: impl Fn(usize, usize) -> bool) -> Model {
    let mut model = facts.modelled.model.clone();
    for stream in &mut model.streams {
        stream.arrivals = Arrivals::Scheduled { chance: 0.0 };
    }
    let place = |campaign: usize| facts.modelled.campaigns[campaign].region;
    let mut staged: Vec<usize> = Vec::new();
    for index in 0..model.campaigns.len() {
        let chosen: Vec<bool> =
            (0..model.campaigns[index].units.len()).map(|unit| hit(index, unit)).collect();
        let campaign = &mut model.campaigns[index];
        let fits = campaign.name == stress.scenario && chosen.contains(&true);
        // Counted and announced campaigns of a scenario do the same: one of them is enough.
        if !fits || staged.contains(&place(index)) {
            continue;
        }
        staged.push(place(index));
        campaign.stream = model.streams.len();
        campaign.weight = 1.0;
        campaign.notice_hours = 0.0;
        campaign.never_ends = if stress.hours.is_some() { 0.0 } else { 1.0 };
        campaign.median_hours = stress.hours.unwrap_or(campaign.median_hours);
        campaign.sigma = GIVEN;
        let vendor = stress.each == StressEach::Vendor;
        for (unit, chosen) in campaign.units.iter_mut().zip(chosen) {
            // Where a vendor is gone nothing else is hit; where a network is down, what the scenario
            // takes along keeps its chance.
            unit.hit = if chosen {
                1.0
            } else if vendor {
                0.0
            } else {
                unit.hit
            };
            if vendor {
                unit.response = [0.0, 0.0, 1.0];
            }
        }
        model.streams.push(Stream {
            name: format!("stress {index}"),
            place: place(index),
            arrivals: Arrivals::Scheduled { chance: 1.0 },
        });
    }
    model
}

fn case(facts: &Facts, stress: &Stress, unit: &str, name: &str, model: &Model) -> StressCase {
    let run = residual(model);
    let down = |one: &&ActivityOutcome| matches!(one.standing, Standing::Disrupted(_));
    let live = run.activities.iter().enumerate().filter(|(_, one)| !down(one));
    let mut stopped: Vec<Stopped> = live
        .clone()
        .filter(|(_, one)| one.disruptions >= LIKELY)
        .map(|(case, one)| Stopped { case, hours: one.totals.hours, breach: one.breach.value })
        .collect();
    stopped.sort_by(|a, b| b.hours.total_cmp(&a.hours).then(a.case.cmp(&b.case)));
    StressCase {
        id: format!("{}:{unit}", stress.id),
        title: stress.title.replace("{unit}", name),
        stopped,
        loss: live.map(|(_, one)| one.totals.loss + one.switch_cost).sum(),
        down_today: facts
            .cases()
            .filter(|case| matches!(case.residual.standing, Standing::Disrupted(_)))
            .count(),
    }
}
