//! One channel on the ladder, judged by facts: what it shares, whom it reaches, how fast.

use super::campaigns::{Outlived, Stopping, outlived};
use crate::{
    assess::{Case, Facts, dependence},
    estate::{Deployment, Fallback, Origin},
    knowledge::Phase,
    likelihood::readiness::Tested,
    profile::Audience,
};

/// Category of nodes that carry internet traffic: what shares only these falls with it in a
/// shutdown, and not in a block.
const NETWORK: &str = "network";

/// The rungs below the primary, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Alternate,
    Contingency,
    Emergency,
}

impl Place {
    pub const ALL: [Self; 3] = [Self::Alternate, Self::Contingency, Self::Emergency];

    /// The word of the ladder in the knowledge base.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Alternate => "alternate",
            Self::Contingency => "contingency",
            Self::Emergency => "emergency",
        }
    }
}

/// Why a channel on the ladder is no surviving channel.
#[derive(Debug, Clone, PartialEq)]
pub enum Flaw {
    /// It gives too little of what is needed today.
    DownInPart(f64),
    /// It reaches fewer than the MBCO.
    ShortReach(f64),
    /// It needs what the primary needs: node ids.
    SharesNeeded(Vec<String>),
    /// It goes with most campaigns that stop the primary.
    FallsWithIt(f64),
    /// It starts after the MTPD.
    TooLate,
}

/// A fallback that one would take.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung<'a> {
    pub fallback: &'a Fallback,
    pub place: Place,
    /// Service today of what the activity needs.
    pub today: f64,
    /// Share of employees and of partners reached, where they are in the audience.
    pub employees: Option<f64>,
    pub partners: Option<f64>,
    pub flaws: Vec<Flaw>,
    /// Node ids it shares with the primary without which neither runs on the network or is joined.
    pub shared: Vec<String>,
    pub outlived: Outlived,
}

impl Rung<'_> {
    /// Would it carry the activity when the primary is stopped?
    pub fn survives(&self) -> bool {
        self.flaws.is_empty()
    }

    /// Share of the stopping campaigns that it outlives, in tenths: no finer than it is known.
    fn independence(&self) -> f64 {
        (self.outlived.share.unwrap_or(1.0) * 10.0).round()
    }

    /// What one would take first: the place, then what survives, is not late, outlives more, starts
    /// sooner, shares less, is ready, and reaches more.
    pub fn before(&self, other: &Self, rto_hours: f64) -> std::cmp::Ordering {
        let hours = |one: &Self| one.fallback.activation.value;
        let key = |one: &Self| (one.place, one.flaws.len(), hours(one) > rto_hours);
        key(self)
            .cmp(&key(other))
            .then(other.independence().total_cmp(&self.independence()))
            .then(hours(self).total_cmp(&hours(other)))
            .then(self.shared.len().cmp(&other.shared.len()))
            .then(other.fallback.readiness.total_cmp(&self.fallback.readiness))
            .then(other.fallback.reach.total_cmp(&self.fallback.reach))
    }
}

/// Judges a lawful fallback that works; `index` is its number in the model.
pub fn rung<'a>(
    facts: &Facts<'a>,
    case: Case<'a>,
    (index, fallback): (usize, &'a Fallback),
    deployment: &Deployment,
    stopping: &[Stopping],
) -> Rung<'a> {
    let rules = &facts.estate.knowledge.switchover.rules;
    let mbco = case.activity.mbco.value;
    let today = deployment.service(&case.activity.needs.value);
    let (hard, shared) = shares(facts, case, fallback, deployment);
    let outlived = outlived(facts, case, index, stopping);
    let mut flaws = Vec::new();
    if today < mbco {
        flaws.push(Flaw::DownInPart(today));
    }
    if fallback.reach < mbco {
        flaws.push(Flaw::ShortReach(fallback.reach));
    }
    if !hard.is_empty() {
        flaws.push(Flaw::SharesNeeded(hard));
    } else if let Some(share) = outlived.share.filter(|share| *share < rules.outlives) {
        flaws.push(Flaw::FallsWithIt(1.0 - share));
    }
    if fallback.activation.value > case.activity.mtpd.value {
        flaws.push(Flaw::TooLate);
    }
    let channel = facts.channel(fallback.channel);
    let reached = |audience: Audience, value: f64| {
        let limit = match channel.provisioned.origin {
            Origin::Profile => channel.provisioned.value,
            Origin::Knowledge | Origin::Assumed => 1.0,
        };
        case.instance.audience.contains(&audience).then(|| value.min(limit))
    };
    let place = place(facts, case, (index, fallback), flaws.is_empty());
    Rung {
        fallback,
        place,
        today,
        employees: reached(Audience::Employees, fallback.employees.value),
        partners: reached(Audience::Partners, fallback.partners.value),
        flaws,
        shared,
        outlived,
    }
}

/// As good as the primary and in time; or for few people, or late but out of reach of what takes
/// networks; or in between.
fn place(
    facts: &Facts,
    case: Case,
    (index, fallback): (usize, &Fallback),
    survives: bool,
) -> Place {
    let rules = &facts.estate.knowledge.switchover.rules;
    let in_time = fallback.activation.value <= case.activity.rto.value;
    if fallback.reach < rules.emergency_reach {
        Place::Emergency
    } else if survives && in_time {
        Place::Alternate
    } else if !in_time && stands_alone(facts, case, index) {
        Place::Emergency
    } else {
        Place::Contingency
    }
}

/// Does no campaign that hits shared nodes reach it?
fn stands_alone(facts: &Facts, case: Case, index: usize) -> bool {
    let model = &facts.modelled.model;
    let shared = |campaign: usize, unit: usize| model.campaigns[campaign].units[unit].shared;
    model.activities[case.index].fallbacks.get(index).is_some_and(|fallback| {
        fallback.channel.exposure.iter().all(|one| !shared(one.campaign, one.unit))
    })
}

/// What it shares with the primary: first what stops both though no campaign of the model hits it,
/// such as an owner or a sign-in, then the rest.
///
/// Of nodes that a scenario hits the model knows how often they take both. What is the
/// organisation's own no campaign takes. What registration needs stops nobody who is registered.
fn shares(
    facts: &Facts,
    case: Case,
    fallback: &Fallback,
    deployment: &Deployment,
) -> (Vec<String>, Vec<String>) {
    let knowledge = facts.estate.knowledge;
    let hits = || knowledge.scenarios.values().flat_map(|scenario| &scenario.hit);
    let modelled = |id: &String| hits().any(|hit| hit.nodes.contains(id) || hit.paths.contains(id));
    let network = |id: &str| knowledge.nodes.get(id).is_none_or(|node| node.category == NETWORK);
    let runs = |id: &String| {
        let mut own = deployment.groups.iter().filter(|group| group.any_of.contains(id));
        own.any(|group| group.phase != Phase::Register)
    };
    let soft = |id: &&String| network(id) || modelled(id) || !runs(id);
    let shared = dependence::shared_with(facts, case, fallback.channel);
    let (soft, hard): (Vec<&String>, Vec<&String>) = shared.into_iter().partition(soft);
    (hard.into_iter().cloned().collect(), soft.into_iter().cloned().collect())
}

/// Why a fallback is no rung at all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ruled {
    Unlawful,
    Failed,
    /// It carries nothing of what is needed, whatever is in force.
    CarriesNothing,
    /// It is down today: the index of the measure in force.
    Down(usize),
}

/// Is the fallback no rung, and why?
pub fn ruled_out(
    facts: &Facts,
    case: Case,
    fallback: &Fallback,
    deployment: &Deployment,
) -> Option<Ruled> {
    let needs = &case.activity.needs.value;
    if !deployment.lawfulness.counts() {
        return Some(Ruled::Unlawful);
    }
    if fallback.tested == Tested::Failed {
        return Some(Ruled::Failed);
    }
    if deployment.service(needs) > 0.0 {
        return None;
    }
    let carries = needs.iter().all(|need| facts.channel(fallback.channel).carries.contains(need));
    let by = deployment.in_force.iter().position(|one| {
        needs.iter().any(|need| one.left.get(need).is_some_and(|left| *left <= 0.0))
    });
    Some(by.filter(|_| carries).map_or(Ruled::CarriesNothing, Ruled::Down))
}
