//! Figures of one country: costs of campaigns, and the chance that any activity breaches.

use super::{
    joint::{Joint, any_breach},
    known::{Known, of_campaign},
    outcome::PlaceOutcome,
    solve::Solved,
    summed::Tables,
};
use crate::model::{Campaign, Model};

/// A country, with what a campaign of each stream costs and breaks.
pub struct Place {
    pub outcome: PlaceOutcome,
    /// By stream of the country: expected cost of one campaign, chance that it breaches anything.
    pub per_campaign: Vec<(usize, f64, Joint)>,
}

impl Place {
    /// `here` are the activities of the place.
    pub fn new<'s, 'm: 's>(
        model: &Model,
        here: impl Iterator<Item = &'s Solved<'m>>,
        place: usize,
        known: Option<&Known>,
    ) -> Self {
        let here: Vec<&Solved> = here.collect();
        let tables: Vec<&Tables> = here.iter().map(|one| &one.tables).collect();
        let per_campaign: Vec<(usize, f64, Joint)> = (0..model.streams.len())
            .filter(|stream| model.streams[*stream].place == place)
            .map(|stream| {
                (stream, campaign_cost(model, stream), theta(model, &tables, stream, known))
            })
            .collect();
        let streams = || per_campaign.iter().map(|(stream, _, _)| &model.streams[*stream]);
        let costs = streams().zip(&per_campaign);
        let campaign_cost: f64 = costs.map(|(stream, (_, cost, _))| stream.rate() * cost).sum();
        let activity_loss: f64 =
            here.iter().map(|one| one.outcome.totals.loss + one.outcome.switch_cost).sum();
        let quiet: f64 = streams().map(|stream| stream.spared(1.0)).product();
        let breached = here.iter().any(|one| one.breaches_today());
        let spared = |pick: fn(&Joint) -> f64| {
            let parts = streams().zip(&per_campaign);
            let spared: f64 =
                parts.map(|(stream, (_, _, theta))| stream.spared(pick(theta))).product();
            if breached { 1.0 } else { 1.0 - spared }
        };
        let outcome = PlaceOutcome {
            rate: streams().map(crate::model::Stream::rate).sum(),
            any_campaign: 1.0 - quiet,
            campaign_cost,
            eal: activity_loss + campaign_cost,
            any_breach: Joint { low: spared(|theta| theta.low), high: spared(|theta| theta.high) },
            harm: here.iter().map(|one| one.outcome.harm).sum(),
        };
        Self { outcome, per_campaign }
    }
}

/// Expected cost of one campaign of a stream: response if any unit in use is hit, and each unit's
/// cost by its answer.
pub fn campaign_cost(model: &Model, stream: usize) -> f64 {
    let cost = |campaign: &Campaign| {
        let missed: f64 = campaign.units.iter().map(|unit| 1.0 - unit.hit).product();
        let mandates: f64 = (campaign.units.iter())
            .map(|unit| {
                unit.hit * unit.response.iter().zip(unit.cost).map(|(r, c)| r * c).sum::<f64>()
            })
            .sum();
        campaign.weight * (campaign.response_cost * (1.0 - missed) + mandates)
    };
    model.campaigns.iter().filter(|campaign| campaign.stream == stream).map(cost).sum()
}

/// Chance that one campaign of a stream makes any activity of the country breach.
pub fn theta(model: &Model, here: &[&Tables], stream: usize, known: Option<&Known>) -> Joint {
    let mut sum = Joint { low: 0.0, high: 0.0 };
    let own = model.campaigns.iter().enumerate().filter(|(_, campaign)| campaign.stream == stream);
    for (index, campaign) in own {
        let tables = of_campaign(here.iter().copied(), index);
        if !tables.is_empty() {
            let joint = known.and_then(|known| known.joint(index, &tables));
            let joint = joint.unwrap_or_else(|| any_breach(campaign, &tables));
            sum.low += campaign.weight * joint.low;
            sum.high += campaign.weight * joint.high;
        }
    }
    sum
}
