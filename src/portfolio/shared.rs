//! What members have in common: vendors, countries, and the campaigns that hit several of them at once.

use std::collections::BTreeMap;

use super::Member;

/// How much hangs on a name.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Weight {
    pub members: usize,
    /// Expected annual loss, in euros, of members whose currency has a rate.
    pub loss: f64,
}

/// A kind of campaign in a country.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Hit {
    /// Members with an activity that it can disrupt.
    pub members: usize,
    /// Campaigns a year: the same for all members, as far as they state the same elections.
    pub frequency: f64,
    /// Expected loss of one such campaign over all members, in euros.
    pub loss: f64,
    /// Members with an activity of which it takes every fallback as well.
    pub defeated: usize,
}

/// Sums over members; their size does not depend on how many members there are.
#[derive(Debug, Clone, Default)]
pub struct Shared {
    /// By name of the vendor.
    pub vendors: BTreeMap<String, Weight>,
    /// By name of the legal order that binds a vendor in use.
    pub jurisdictions: BTreeMap<String, Weight>,
    /// By name of the country where people work.
    pub countries: BTreeMap<String, Weight>,
    /// By country and scenario.
    pub campaigns: BTreeMap<(String, String), Hit>,
}

impl Shared {
    /// Adds the sums over other members.
    pub fn merge(&mut self, other: Self) {
        let both = [
            (&mut self.vendors, other.vendors),
            (&mut self.jurisdictions, other.jurisdictions),
            (&mut self.countries, other.countries),
        ];
        for (into, from) in both {
            for (name, weight) in from {
                let sum = into.entry(name).or_default();
                sum.members += weight.members;
                sum.loss += weight.loss;
            }
        }
        for (key, hit) in other.campaigns {
            let sum = self.campaigns.entry(key).or_default();
            sum.members += hit.members;
            sum.defeated += hit.defeated;
            sum.loss += hit.loss;
            sum.frequency = sum.frequency.max(hit.frequency);
        }
    }

    /// Adds a member; `rate` is what a euro costs in its currency.
    pub fn add(&mut self, member: &Member, rate: Option<f64>) {
        let euros = |amount: f64| rate.map_or(0.0, |rate| amount / rate);
        let (estate, outcome) = (&member.estate, &member.analysis.outcome.residual);
        for (region, place) in estate.regions.iter().enumerate() {
            let weight = self.countries.entry(place.name.clone()).or_default();
            weight.members += 1;
            weight.loss += euros(outcome.places[region].eal);
        }
        self.add_vendors(member, &euros);
        self.add_campaigns(member, &euros);
    }

    /// A vendor bears the loss of the activities that run on it, by their shares.
    fn add_vendors(&mut self, member: &Member, euros: &impl Fn(f64) -> f64) {
        let estate = &member.estate;
        let mut vendors: BTreeMap<&str, f64> = BTreeMap::new();
        for channel in &estate.channels {
            vendors.entry(&channel.vendor.name).or_default();
        }
        let mut orders: BTreeMap<&str, f64> = BTreeMap::new();
        let activities = &member.analysis.outcome.residual.activities;
        for (at, outcome) in member.modelled.instances.iter().zip(activities) {
            let loss = euros(outcome.totals.loss + outcome.switch_cost);
            let activity = &estate.activities[estate.instances[*at].activity];
            for share in &activity.channels {
                let vendor = estate.channels[share.channel].vendor;
                *vendors.entry(&vendor.name).or_default() += loss * share.share;
                for node in &vendor.owner.jurisdictions {
                    let name = estate.knowledge.nodes.get(node).map_or(node, |node| &node.name);
                    *orders.entry(name).or_default() += loss * share.share;
                }
            }
        }
        for (into, from) in [(&mut self.vendors, vendors), (&mut self.jurisdictions, orders)] {
            for (name, loss) in from {
                let weight = into.entry(name.to_owned()).or_default();
                weight.members += 1;
                weight.loss += loss;
            }
        }
    }

    fn add_campaigns(&mut self, member: &Member, euros: &impl Fn(f64) -> f64) {
        let (estate, model) = (&member.estate, &member.modelled.model);
        let mut here: BTreeMap<(String, String), Hit> = BTreeMap::new();
        for (index, origin) in member.modelled.campaigns.iter().enumerate() {
            let campaign = &model.campaigns[index];
            let key = (estate.regions[origin.region].name.clone(), origin.scenario.clone());
            let hit = here.entry(key).or_default();
            hit.frequency += campaign.weight * model.streams[campaign.stream].rate();
            let activities = &member.analysis.outcome.residual.activities;
            for cell in activities.iter().flat_map(|one| &one.cells) {
                if cell.campaign == index {
                    hit.loss += euros(cell.totals.loss);
                    hit.members += usize::from(cell.frequency > 0.0);
                    hit.defeated += usize::from(cell.unrelieved > 0.0);
                }
            }
        }
        for (key, hit) in here {
            let all = self.campaigns.entry(key).or_default();
            all.frequency = all.frequency.max(hit.frequency);
            if hit.frequency > 0.0 {
                all.loss += hit.loss / hit.frequency;
            }
            all.members += usize::from(hit.members > 0);
            all.defeated += usize::from(hit.defeated > 0);
        }
    }
}
