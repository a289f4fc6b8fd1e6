//! Forecasts that are frozen with a run, to be scored against what happened.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{assess::Facts, model::Model};

/// A measure that hits a vendor in a country, within a span of time. It is settled by the ledger of
/// a later knowledge base: a restriction there, in that time, that names the vendor or a class to which
/// it belongs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// ISO 3166-1 code.
    pub country: String,
    /// Vendor id.
    pub vendor: String,
    /// Of at least one such measure.
    pub probability: f64,
    /// The day after which it counts.
    pub after: Date,
    /// The last day on which it counts.
    pub until: Date,
}

/// For each vendor in each country where it is in use, whether anything new hits it within a year.
/// What is in force already cannot happen once more and is left out.
pub fn forecasts(facts: &Facts) -> Vec<Forecast> {
    let estate = facts.estate;
    let after = estate.as_of;
    let until = after.saturating_add(jiff::Span::new().years(1));
    let mut all = Vec::new();
    for (region, place) in estate.regions.iter().enumerate() {
        let here = estate.deployments.iter().filter(|one| one.region == region);
        let free = here.filter(|one| one.in_force.is_empty());
        let mut vendors: Vec<&str> =
            free.map(|one| estate.channels[one.channel].vendor.id.as_str()).collect();
        vendors.sort_unstable();
        vendors.dedup();
        for vendor in vendors {
            let Some(probability) = hit_chance(facts, region, vendor) else { continue };
            let (country, vendor) = (place.code.clone(), vendor.to_owned());
            all.push(Forecast { country, vendor, probability, after, until });
        }
    }
    all
}

/// Chance of at least one campaign in the place that hits the vendor; none where nothing could.
fn hit_chance(facts: &Facts, region: usize, vendor: &str) -> Option<f64> {
    let model: &Model = &facts.modelled.model;
    let mut theta = vec![0.0; model.streams.len()];
    for (campaign, origin) in model.campaigns.iter().zip(&facts.modelled.campaigns) {
        if origin.region != region {
            continue;
        }
        let units = campaign.units.iter().zip(&origin.units);
        let hit = units
            .filter(|(_, of)| of.vendor.as_deref() == Some(vendor))
            .map(|(unit, _)| unit.hit)
            .fold(0.0, f64::max);
        theta[campaign.stream] += campaign.weight * hit;
    }
    let spared: f64 = model
        .streams
        .iter()
        .zip(&theta)
        .filter(|(_, theta)| **theta > 0.0)
        .map(|(stream, theta)| stream.spared(theta.min(1.0)))
        .product();
    theta.iter().any(|theta| *theta > 0.0).then(|| (1.0 - spared).clamp(0.0, 1.0))
}
