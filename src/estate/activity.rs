//! Activities with defaults made explicit, and each activity in each region where it is done.

use super::{Assumption, Channel, Region, Told, told::Origin};
use crate::{
    knowledge::{Capability, Knowledge, TierDefaults},
    likelihood::readiness::{Tested, readiness},
    profile::{self, Audience, Substitutability, TestResult},
};

/// One activity.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    pub id: String,
    pub name: String,
    pub owner: Option<String>,
    pub tier: Told<u8>,
    pub needs: Told<Vec<Capability>>,
    /// Hours.
    pub mtpd: Told<f64>,
    /// Hours.
    pub rto: Told<f64>,
    pub mbco: Told<f64>,
    pub impact: Told<[f64; 4]>,
    /// Per hour in all its regions together, in the profile's currency.
    pub loss_per_hour: Told<[f64; 4]>,
    /// Hours.
    pub switch_time: Told<f64>,
    pub switch_cost: Told<f64>,
    pub disclosure_impact: f64,
    /// Highest tolerable breach probability.
    pub appetite: Told<f64>,
    pub channels: Vec<Share>,
}

/// A channel of an activity with its share of users.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    pub channel: usize,
    pub share: f64,
}

/// One activity in one region.
#[derive(Debug, Clone, PartialEq)]
pub struct Instance {
    pub activity: usize,
    pub region: usize,
    /// Share of the activity's people who are here.
    pub part: f64,
    /// People of the audiences that matter.
    pub people: u32,
    pub audience: Vec<Audience>,
    pub fallbacks: Vec<Fallback>,
}

/// One fallback of one activity in one region.
#[derive(Debug, Clone, PartialEq)]
pub struct Fallback {
    pub channel: usize,
    /// Hours.
    pub activation: Told<f64>,
    pub employees: Told<f64>,
    pub partners: Told<f64>,
    /// The smallest over the audiences that matter, and not more than are provisioned.
    pub reach: f64,
    pub tested: Tested,
    pub tested_on: Option<profile::Day>,
    pub readiness: f64,
}

/// What resolving an activity needs beside the activity.
pub struct Context<'a> {
    pub knowledge: &'a Knowledge,
    pub profile: &'a profile::Profile,
    pub channels: &'a [Channel<'a>],
    pub regions: &'a [Region],
    pub as_of: jiff::civil::Date,
    pub currency: &'a str,
}

impl Context<'_> {
    fn channel(&self, id: &str) -> Option<usize> {
        self.channels.iter().position(|channel| channel.id == id)
    }

    fn defaults(&self, tier: u8) -> &TierDefaults {
        self.knowledge.method.tier(tier)
    }

    /// Units of the profile's currency for one euro; none where the method has no rate.
    pub fn per_euro(&self) -> Option<f64> {
        self.knowledge.method.assumed.per_euro.get(self.currency).copied()
    }
}

/// Resolves one activity.
pub fn activity(
    at: &Context,
    written: &profile::Activity,
    assumptions: &mut Vec<Assumption>,
) -> Activity {
    let mut note = |field: &str, value: String, why: &str| {
        assumptions.push(Assumption {
            key: format!("activity.{}.{field}", written.id),
            value,
            why: why.to_owned(),
        });
    };
    let tier = Told::or_assumed(written.tier, || at.knowledge.method.assumed.tier);
    let defaults = at.defaults(tier.value);
    let customary = format!("customary for tier {}", tier.value);
    if tier.assumed() {
        note("tier", tier.value.to_string(), "neither the first to restore nor the last");
    }
    let written_rto = written.rto.map_or(0.0, profile::Span::hours);
    let mtpd = Told::or_assumed(written.mtpd.map(profile::Span::hours), || {
        // An MTPD is longer than the RTO that the profile sets.
        defaults.mtpd_hours.max(2.0 * written_rto)
    });
    if mtpd.assumed() {
        note("mtpd", format!("{} h", mtpd.value), &customary);
    }
    let rto = Told::or_assumed(written.rto.map(profile::Span::hours), || {
        defaults.rto_hours.min(mtpd.value / 2.0)
    });
    if rto.assumed() {
        note("rto", format!("{} h", rto.value), &customary);
    }
    let mbco = Told::or_assumed(written.mbco, || defaults.mbco);
    if mbco.assumed() {
        note("mbco", format!("{:.0} %", mbco.value * 100.0), &customary);
    }
    let impact = Told::or_assumed(written.impact, || defaults.impact);
    if impact.assumed() {
        note("impact", format!("{:?}", impact.value), &customary);
    }
    let channels = shares(at, written);
    let here = regions(at, written, &channels);
    let people = here.iter().map(|region| {
        let region = &at.regions[*region];
        count(region, &audience(written, region))
    });
    let people = f64::from(people.sum::<u32>().max(1));
    let rate = at.per_euro();
    let loss = Told::or_assumed(written.loss_per_hour.map(|loss| loss.0), || {
        [defaults.loss_per_person_hour * people * rate.unwrap_or(0.0); 4]
    });
    if loss.assumed() {
        let why = if rate.is_some() {
            "a round figure per person and hour, by tier"
        } else {
            "no figure is assumed in this currency: losses count as nothing until they are given"
        };
        note("loss_per_hour", format!("{:.0} {}", loss.value[0], at.currency), why);
    }
    let (switch_time, switch_why) = switch_time(at, written, &channels);
    if switch_time.assumed() {
        note("switch_time", format!("{:.0} days", switch_time.value / 24.0), &switch_why);
    }
    let per_person = at.knowledge.method.assumed.switch_cost_per_person * rate.unwrap_or(0.0);
    let switch_cost = Told::or_assumed(written.switch_cost, || per_person * people);
    if switch_cost.assumed() {
        note(
            "switch_cost",
            format!("{:.0} {}", switch_cost.value, at.currency),
            "a round figure per person",
        );
    }
    Activity {
        id: written.id.clone(),
        name: written.name.clone().unwrap_or_else(|| written.id.clone()),
        owner: written.owner.clone(),
        tier,
        needs: Told::or_assumed(written.needs.clone(), || vec![Capability::Text]),
        mtpd,
        rto,
        mbco,
        impact,
        loss_per_hour: loss,
        switch_time,
        switch_cost,
        disclosure_impact: written.disclosure_impact.unwrap_or(0.0),
        appetite: appetite(at, tier.value, defaults.breach_probability),
        channels,
    }
}

fn appetite(at: &Context, tier: u8, default: f64) -> Told<f64> {
    let written = at.profile.appetite.as_ref().and_then(|appetite| {
        let by_tier = appetite.breach_probability.as_ref()?;
        match tier {
            1 => by_tier.tier1,
            2 => by_tier.tier2,
            3 => by_tier.tier3,
            _ => by_tier.tier4,
        }
    });
    Told::or_assumed(written, || default)
}

fn shares(at: &Context, written: &profile::Activity) -> Vec<Share> {
    match (&written.channel, &written.channels) {
        (Some(id), _) => {
            at.channel(id).map(|channel| Share { channel, share: 1.0 }).into_iter().collect()
        }
        (None, Some(list)) => list
            .iter()
            .filter_map(|one| Some(Share { channel: at.channel(&one.id)?, share: one.share }))
            .collect(),
        (None, None) => Vec::new(),
    }
}

/// The longest switch among its channels, by how easily each vendor can be replaced.
fn switch_time(
    at: &Context,
    written: &profile::Activity,
    channels: &[Share],
) -> (Told<f64>, String) {
    let hours = &at.knowledge.method.assumed.switch_hours;
    let medium = Substitutability::Medium.word();
    let grade = |share: &Share| {
        let contract = at.channels[share.channel].written.contract.as_ref();
        contract
            .and_then(|contract| contract.substitutability)
            .map_or(medium, Substitutability::word)
    };
    let longest = channels
        .iter()
        .map(grade)
        .filter_map(|word| Some((word, *hours.get(word)?)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .unwrap_or((medium, 720.0));
    let told = Told::or_assumed(written.switch_time.map(profile::Span::hours), || longest.1);
    (told, format!("substitutability of the vendor: {}", longest.0))
}

/// An activity in each of its regions.
pub fn instances(
    at: &Context,
    index: usize,
    written: &profile::Activity,
    activity: &Activity,
    assumptions: &mut Vec<Assumption>,
) -> Vec<Instance> {
    let here: Vec<usize> = regions(at, written, &activity.channels);
    let people =
        |region: usize| count(&at.regions[region], &audience(written, &at.regions[region]));
    let total: u32 = here.iter().map(|region| people(*region)).sum();
    let equal = 1.0 / here.len().max(1) as f64;
    let mut instances = Vec::new();
    for region in &here {
        let audience = audience(written, &at.regions[*region]);
        let part = if total == 0 { equal } else { f64::from(people(*region)) / f64::from(total) };
        let fallbacks = fallbacks(at, written, &at.regions[*region], &audience, assumptions);
        instances.push(Instance {
            activity: index,
            region: *region,
            part,
            people: people(*region),
            audience,
            fallbacks,
        });
    }
    instances
}

fn regions(at: &Context, written: &profile::Activity, channels: &[Share]) -> Vec<usize> {
    let named =
        |code: &str| written.regions.as_ref().is_none_or(|codes| codes.iter().any(|c| c == code));
    let served = |code: &str| channels.iter().any(|share| at.channels[share.channel].serves(code));
    (0..at.regions.len())
        .filter(|region| {
            let code = &at.regions[*region].code;
            named(code) && (written.regions.is_some() || served(code))
        })
        .collect()
}

fn audience(written: &profile::Activity, region: &Region) -> Vec<Audience> {
    written.audience.clone().unwrap_or_else(|| match region.partners {
        0 => vec![Audience::Employees],
        _ => vec![Audience::Employees, Audience::Partners],
    })
}

fn count(region: &Region, audience: &[Audience]) -> u32 {
    let of = |one: &Audience| match one {
        Audience::Employees => region.staff,
        Audience::Partners => region.partners,
    };
    audience.iter().map(of).sum()
}

fn fallbacks(
    at: &Context,
    written: &profile::Activity,
    region: &Region,
    audience: &[Audience],
    assumptions: &mut Vec<Assumption>,
) -> Vec<Fallback> {
    let here = |fallback: &&profile::Fallback| {
        fallback.regions.as_ref().is_none_or(|codes| codes.contains(&region.code))
    };
    written
        .fallback
        .iter()
        .filter(here)
        .filter_map(|one| {
            let channel = at.channel(&one.channel)?;
            at.channels[channel].serves(&region.code).then(|| {
                let fallback = fallback(at, one, channel, audience);
                note_assumed(&fallback, written, one, assumptions);
                fallback
            })
        })
        .collect()
}

fn fallback(
    at: &Context,
    written: &profile::Fallback,
    channel: usize,
    audience: &[Audience],
) -> Fallback {
    let defaults = &at.knowledge.method.assumed;
    let employees = Told::or_assumed(written.employees, || defaults.reach_employees);
    let partners = Told::or_assumed(written.partners, || defaults.reach_partners);
    let reach = audience.iter().map(|one| match one {
        Audience::Employees => employees.value,
        Audience::Partners => partners.value,
    });
    let provisioned = at.channels[channel].provisioned;
    let limit = if provisioned.origin == Origin::Profile { provisioned.value } else { 1.0 };
    let tested = match (written.tested, written.result) {
        (_, Some(TestResult::Failed)) => Tested::Failed,
        (Some(day), _) => Tested::Passed(crate::likelihood::ledger::days(day.0, at.as_of)),
        (None, _) => Tested::Never,
    };
    Fallback {
        channel,
        activation: Told::or_assumed(written.activation.map(profile::Span::hours), || {
            defaults.activation_hours
        }),
        reach: reach.fold(limit, f64::min),
        employees,
        partners,
        tested,
        tested_on: written.tested,
        readiness: readiness(&at.knowledge.method.readiness, tested),
    }
}

fn note_assumed(
    fallback: &Fallback,
    activity: &profile::Activity,
    written: &profile::Fallback,
    assumptions: &mut Vec<Assumption>,
) {
    let mut note = |field: &str, value: String, why: &str| {
        let key = format!("activity.{}.fallback.{}.{field}", activity.id, written.channel);
        assumptions.push(Assumption { key, value, why: why.to_owned() });
    };
    if fallback.activation.assumed() {
        note(
            "activation",
            format!("{} h", fallback.activation.value),
            "a switch nobody has timed takes about a day",
        );
    }
    if fallback.employees.assumed() {
        note(
            "employees",
            format!("{:.0} %", fallback.employees.value * 100.0),
            "a reach nobody has counted",
        );
    }
    if fallback.partners.assumed() {
        note(
            "partners",
            format!("{:.0} %", fallback.partners.value * 100.0),
            "a reach nobody has counted",
        );
    }
}
