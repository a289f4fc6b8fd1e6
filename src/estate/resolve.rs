//! Profile and knowledge become an estate: names resolved, defaults explicit.

use jiff::civil::Date;

use super::{
    Announced, Assumption, Channel, Deployment, Region, Told,
    activity::{Activity, Context, Instance, activity, instances},
    announced::announced,
    channel::Place,
};
use crate::{knowledge::Knowledge, profile::Profile};

/// An organisation as the model sees it.
#[derive(Debug, Clone)]
pub struct Estate<'k> {
    pub knowledge: &'k Knowledge,
    pub profile: &'k Profile,
    pub as_of: Date,
    pub currency: Told<String>,
    pub regions: Vec<Region>,
    pub channels: Vec<Channel<'k>>,
    /// By region, then channel.
    pub deployments: Vec<Deployment>,
    pub activities: Vec<Activity>,
    /// By activity, then region.
    pub instances: Vec<Instance>,
    pub costs: Costs,
    /// Measures announced for the twelve months ahead.
    pub announced: Vec<Announced>,
    pub assumptions: Vec<Assumption>,
}

/// What a campaign costs whatever stops, in the profile's currency.
#[derive(Debug, Clone, PartialEq)]
pub struct Costs {
    pub response: Told<f64>,
    pub complied: Option<f64>,
    pub resisted: Option<f64>,
    /// Units of the currency for one euro; nothing is assumed where it is not known.
    pub per_euro: Option<f64>,
}

impl Estate<'_> {
    pub fn deployment(&self, channel: usize, region: usize) -> Option<&Deployment> {
        let place = self
            .deployments
            .binary_search_by_key(&(region, channel), |one| (one.region, one.channel));
        place.ok().map(|at| &self.deployments[at])
    }
}

/// Resolves a profile that has been checked against the same knowledge base.
pub fn resolve<'k>(profile: &'k Profile, knowledge: &'k Knowledge, as_of: Date) -> Estate<'k> {
    let mut assumptions = Vec::new();
    let currency = Told::or_assumed(profile.organization.currency.clone(), || "EUR".to_owned());
    if currency.assumed() {
        let why = "amounts need a currency".to_owned();
        assumptions.push(Assumption {
            key: "organization.currency".to_owned(),
            value: "EUR".to_owned(),
            why,
        });
    }
    let regions: Vec<Region> = profile
        .region
        .iter()
        .map(|region| {
            Region::new(knowledge, &profile.organization, region, as_of, &mut assumptions)
        })
        .collect();
    let channels: Vec<Channel> = profile
        .channel
        .iter()
        .filter_map(|written| {
            Some(Channel::new(
                knowledge,
                knowledge.vendor(&written.vendor)?,
                written,
                &mut assumptions,
            ))
        })
        .collect();
    let ahead = announced(profile, knowledge, &regions, as_of);
    let deployments = deployments(profile, knowledge, as_of, &regions, &channels);
    let context = Context {
        knowledge,
        profile,
        channels: &channels,
        regions: &regions,
        as_of,
        currency: &currency.value,
    };
    let per_euro = context.per_euro();
    let (mut activities, mut all) = (Vec::new(), Vec::new());
    for (index, written) in profile.activity.iter().enumerate() {
        let resolved = activity(&context, written, &mut assumptions);
        all.extend(instances(&context, index, written, &resolved, &mut assumptions));
        activities.push(resolved);
    }
    let costs = costs(profile, knowledge, per_euro, &currency.value, &mut assumptions);
    assumptions.sort();
    assumptions.dedup();
    Estate {
        knowledge,
        profile,
        as_of,
        currency,
        regions,
        channels,
        deployments,
        activities,
        instances: all,
        costs,
        announced: ahead,
        assumptions,
    }
}

fn deployments(
    profile: &Profile,
    knowledge: &Knowledge,
    as_of: Date,
    regions: &[Region],
    channels: &[Channel],
) -> Vec<Deployment> {
    let sector = profile.organization.sector.as_deref();
    let mut deployments = Vec::new();
    for (region, place) in regions.iter().enumerate() {
        for (channel, _) in
            channels.iter().enumerate().filter(|(_, channel)| channel.serves(&place.code))
        {
            deployments.push(Deployment::new(
                knowledge,
                Place { channel, region, sector, as_of },
                channels,
                regions,
            ));
        }
    }
    deployments
}

fn costs(
    profile: &Profile,
    knowledge: &Knowledge,
    per_euro: Option<f64>,
    currency: &str,
    assumptions: &mut Vec<Assumption>,
) -> Costs {
    let written = profile.costs.as_ref();
    let default = knowledge.method.assumed.response_cost * per_euro.unwrap_or(0.0);
    let response =
        Told::or_assumed(written.and_then(|costs| costs.response_per_campaign), || default);
    if response.assumed() {
        let value = format!("{default:.0} {currency}");
        let why = "a few days of work of several people".to_owned();
        assumptions.push(Assumption { key: "costs.response_per_campaign".to_owned(), value, why });
    }
    Costs {
        response,
        complied: written.and_then(|costs| costs.mandate_complied),
        resisted: written.and_then(|costs| costs.mandate_resisted),
        per_euro,
    }
}
