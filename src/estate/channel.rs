//! Channels, and each channel in each region where it is in use.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Assumption, Region, Told,
    graph::{Group, groups},
    in_force::{Circumstances, InForce, in_force},
    storage::{Conflict, conflicts},
};
use crate::{
    knowledge::{Capability, Knowledge, Legality, MeansLaw, Posture, Vendor},
    profile,
};

/// One channel of the profile with its vendor.
#[derive(Debug, Clone)]
pub struct Channel<'k> {
    pub id: String,
    pub name: String,
    pub vendor: &'k Vendor,
    pub written: profile::Channel,
    /// What it carries here.
    pub carries: Vec<Capability>,
    pub provisioned: Told<f64>,
    pub install_without_store: Told<bool>,
    pub posture: Told<Posture>,
    pub suspend_on_disclosure: bool,
}

impl<'k> Channel<'k> {
    pub fn new(
        knowledge: &'k Knowledge,
        vendor: &'k Vendor,
        written: &profile::Channel,
        assumptions: &mut Vec<Assumption>,
    ) -> Self {
        let restrictions = written.restrictions.as_ref();
        let provisioned = restrictions.and_then(|r| r.provisioned);
        if provisioned.is_none() {
            let value = format!("{:.0} % of users", knowledge.method.assumed.provisioned * 100.0);
            let why =
                "not everyone who may need a client has it installed and registered".to_owned();
            assumptions.push(Assumption {
                key: format!("channel.{}.restrictions.provisioned", written.id),
                value,
                why,
            });
        }
        let stance = written.requests.as_ref().and_then(|requests| requests.stance.posture());
        Self {
            id: written.id.clone(),
            name: written.name.clone().unwrap_or_else(|| written.id.clone()),
            vendor,
            carries: written.carries.clone().unwrap_or_else(|| vendor.capabilities.clone()),
            provisioned: Told::or_assumed(provisioned, || knowledge.method.assumed.provisioned),
            install_without_store: Told::or_known(
                restrictions.and_then(|r| r.install_without_store),
                || false,
            ),
            posture: Told::or_known(stance, || vendor.stance.posture),
            suspend_on_disclosure: written
                .requests
                .as_ref()
                .and_then(|requests| requests.suspend_on_access_mandate)
                .unwrap_or(false),
            written: written.clone(),
        }
    }

    /// Is it in use in that country?
    pub fn serves(&self, country: &str) -> bool {
        self.written
            .regions
            .as_ref()
            .is_none_or(|regions| regions.iter().any(|code| code == country))
    }
}

/// May it be used there?
#[derive(Debug, Clone, PartialEq)]
pub struct Lawfulness {
    pub value: Legality,
    /// The organisation holds the permit.
    pub licensed: bool,
    pub law: Option<MeansLaw>,
}

impl Lawfulness {
    /// Does it count as a fallback? What is unclear does not, until counsel has answered.
    pub fn counts(&self) -> bool {
        match self.value {
            Legality::Lawful => true,
            Legality::Licence => self.licensed,
            Legality::Prohibited | Legality::Unclear => false,
        }
    }
}

/// One channel in one region.
#[derive(Debug, Clone)]
pub struct Deployment {
    pub channel: usize,
    pub region: usize,
    pub groups: Vec<Group>,
    pub in_force: Vec<InForce>,
    pub lawfulness: Lawfulness,
    pub conflicts: Vec<Conflict>,
    /// Service today per capability.
    pub baseline: BTreeMap<Capability, f64>,
}

impl Deployment {
    /// Measures in force that take something of what the channel carries here.
    pub fn felt<'a>(&'a self, channel: &'a Channel) -> impl Iterator<Item = &'a InForce> {
        self.in_force.iter().filter(|one| {
            channel.carries.iter().any(|c| one.left.get(c).is_some_and(|left| *left < 0.999))
        })
    }

    pub fn new(knowledge: &Knowledge, at: Place, channels: &[Channel], regions: &[Region]) -> Self {
        let (channel, region) = (&channels[at.channel], &regions[at.region]);
        let groups = groups(knowledge, channel.vendor, &channel.written, region);
        let in_force = in_force(&Circumstances {
            knowledge,
            vendor: channel.vendor,
            country: &region.code,
            sector: at.sector,
            as_of: at.as_of,
            groups: &groups,
            provisioned: channel.provisioned.value,
            install_without_store: channel.install_without_store.value,
        });
        let mut baseline: BTreeMap<Capability, f64> = Capability::ALL
            .iter()
            .map(|c| (*c, f64::from(u8::from(channel.carries.contains(c)))))
            .collect();
        for (capability, level) in &mut baseline {
            for measure in &in_force {
                *level = level.min(measure.left.get(capability).copied().unwrap_or(1.0));
            }
        }
        Self {
            lawfulness: lawfulness(knowledge, channel, &region.code, &groups),
            conflicts: conflicts(knowledge, channel.vendor, &channel.written, &region.code),
            channel: at.channel,
            region: at.region,
            groups,
            in_force,
            baseline,
        }
    }

    /// Service today for an activity that needs these capabilities.
    pub fn service(&self, needs: &[Capability]) -> f64 {
        needs.iter().map(|need| self.baseline.get(need).copied().unwrap_or(0.0)).fold(1.0, f64::min)
    }
}

/// Which channel and region, and when.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    pub channel: usize,
    pub region: usize,
    pub sector: Option<&'a str>,
    pub as_of: Date,
}

fn lawfulness(
    knowledge: &Knowledge,
    channel: &Channel,
    country: &str,
    groups: &[Group],
) -> Lawfulness {
    // Of the nodes of a group any one suffices, so a group is regulated only where all of them are.
    let means_of = |node: &String| knowledge.nodes.get(node).and_then(|node| node.means);
    let regulated = |group: &&Group| group.any_of.iter().all(|node| means_of(node).is_some());
    let means: Vec<_> = (groups.iter().filter(regulated))
        .filter_map(|group| {
            let own = group.any_of.iter().filter_map(means_of);
            own.min_by_key(|means| knowledge.legality(country, &[*means]).map(|(value, _)| value))
        })
        .collect();
    let licensed = channel
        .written
        .licensed_in
        .as_ref()
        .is_some_and(|held| held.iter().any(|code| code == country));
    match knowledge.legality(country, &means) {
        None => Lawfulness { value: Legality::Lawful, licensed, law: None },
        Some((value, law)) => Lawfulness { value, licensed, law: law.cloned() },
    }
}
