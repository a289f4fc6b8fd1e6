//! The profile with every channel and fallback that some measure would bring.

use super::offer::{Change, Means, Offer};
use crate::{
    estate::{Estate, Instance},
    knowledge::{EffectKind, Vendor, VendorKind},
    profile::{self, Day, Profile, Span, TestResult},
};

/// A fallback that an offer brings to an activity in a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Position of the offer.
    pub offer: usize,
    pub activity: String,
    pub region: usize,
    /// Channel id in the extended profile.
    pub channel: String,
    /// Was it a fallback there before, which only gets better?
    pub known: bool,
}

/// The extended profile, and what was added to it.
#[derive(Debug, Clone)]
pub struct Extended {
    pub profile: Profile,
    pub added: Vec<Added>,
}

/// Why an offer's channel is no fallback for an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unfit {
    /// It does not carry what the activity needs.
    Carries,
    /// It is of the vendor or owner that it would back up.
    SameOwner,
}

/// Adds what the offers bring. `licensed` says where an offer's permit is part of the measure.
pub fn extended(
    estate: &Estate,
    offers: &[Offer],
    licensed: impl Fn(usize, usize) -> bool,
) -> Extended {
    let mut extended = Extended { profile: estate.profile.clone(), added: Vec::new() };
    for (index, offer) in offers.iter().enumerate() {
        for (number, change) in offer.changes.iter().enumerate() {
            if change.kind != EffectKind::AddFallback {
                continue;
            }
            let id = match &change.means {
                Some(Means::Channel(id)) => id.clone(),
                Some(Means::Vendor(vendor)) => {
                    let id = format!("measure.{}.{number}", offer.id);
                    extended.profile.channel.push(channel(
                        estate,
                        offer,
                        change,
                        &id,
                        vendor,
                        |at| licensed(index, at),
                    ));
                    id
                }
                None => continue,
            };
            add(estate, &mut extended, (index, offer, change), &id);
        }
    }
    extended
}

/// Adds the channel as a fallback wherever it is fit to be one.
fn add(estate: &Estate, to: &mut Extended, at: (usize, &Offer, &Change), id: &str) {
    let (index, offer, change) = at;
    for instance in estate.instances.iter().filter(|one| offer.regions.contains(&one.region)) {
        let activity = &estate.activities[instance.activity];
        if unfit(estate, change, instance).is_some() || !change.concerns(&activity.id) {
            continue;
        }
        let region = &estate.regions[instance.region].code;
        let written = to.profile.activity.iter_mut().find(|one| one.id == activity.id);
        let Some(written) = written else { continue };
        let here = |fallback: &&Fallback| {
            fallback.channel == id && fallback.regions.as_ref().is_none_or(|c| c.contains(region))
        };
        let known = written.fallback.iter().any(|fallback| here(&fallback));
        if !known {
            written.fallback.push(fallback(estate, change, id, region));
        }
        to.added.push(Added {
            offer: index,
            activity: activity.id.clone(),
            region: instance.region,
            channel: id.to_owned(),
            known,
        });
    }
}

type Fallback = profile::Fallback;

/// Set up with a test, which passed.
fn fallback(estate: &Estate, change: &Change, channel: &str, region: &str) -> Fallback {
    Fallback {
        channel: channel.to_owned(),
        regions: Some(vec![region.to_owned()]),
        activation: change.activation_hours.map(Span::from_hours),
        employees: Some(change.employees),
        partners: Some(change.partners),
        tested: Some(Day(estate.as_of)),
        result: Some(TestResult::Passed),
    }
}

fn channel(
    estate: &Estate,
    offer: &Offer,
    change: &Change,
    id: &str,
    vendor: &str,
    licensed: impl Fn(usize) -> bool,
) -> profile::Channel {
    let code = |at: &usize| estate.regions[*at].code.clone();
    let codes: Vec<String> = offer.regions.iter().map(code).collect();
    let run_by_customer =
        estate.knowledge.vendor(vendor).is_some_and(|one| one.kind == VendorKind::SelfHosted);
    profile::Channel {
        id: id.to_owned(),
        name: None,
        vendor: vendor.to_owned(),
        regions: Some(codes.clone()),
        accounts: None,
        carries: None,
        depends_on: change.depends_on.clone(),
        hosted_in: run_by_customer.then_some(codes),
        licensed_in: Some(offer.regions.iter().filter(|at| licensed(**at)).map(code).collect()),
        data: None,
        requests: None,
        restrictions: None,
        contract: None,
    }
}

/// Why the change's channel cannot back up an activity in a region; none where it can.
pub fn unfit(estate: &Estate, change: &Change, instance: &Instance) -> Option<Unfit> {
    let vendor = match change.means.as_ref()? {
        Means::Vendor(id) => estate.knowledge.vendor(id)?,
        Means::Channel(id) => estate.channels.iter().find(|one| one.id == *id)?.vendor,
    };
    let activity = &estate.activities[instance.activity];
    let primaries = || activity.channels.iter().map(|share| estate.channels[share.channel].vendor);
    if primaries().any(|primary| same_owner(primary, vendor)) {
        return Some(Unfit::SameOwner);
    }
    let carries = activity.needs.value.iter().all(|need| vendor.capabilities.contains(need));
    (!carries).then_some(Unfit::Carries)
}

fn same_owner(a: &Vendor, b: &Vendor) -> bool {
    a.id == b.id || a.owner.node == b.owner.node
}
