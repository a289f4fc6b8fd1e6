//! The chain of reasons behind a row: every number down to what it rests on.

use super::{facts::Facts, register::units_felt};
use crate::{
    knowledge::Basis,
    modelling::{CampaignOrigin, Cause, Counted},
    words,
};

/// One link of the chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// What it is about: rate, share, hit, answer, left, duration, law, precedents.
    pub topic: &'static str,
    pub text: String,
    pub basis: Basis,
    /// Source ids.
    pub sources: Vec<String>,
}

/// The chain of one channel under one campaign, from the rate to the consequence.
pub fn reasons(facts: &Facts, channel: usize, campaign: usize, frequency: f64) -> Vec<Reason> {
    let origin = &facts.modelled.campaigns[campaign];
    let mut chain = match &origin.cause {
        Cause::Counted(counted) => {
            let mut chain = vec![rate(facts, campaign, counted), share(facts, origin, counted)];
            chain.extend(election(counted));
            chain.extend(reach(counted));
            chain
        }
        Cause::Announced { measure, chance } => vec![announced(facts, *measure, *chance)],
    };
    chain.extend(hits(facts, channel, campaign));
    chain.push(Reason {
        topic: "frequency",
        text: format!("{}: {}", product(origin), words::frequency(frequency)),
        basis: if origin.grade <= crate::likelihood::evidence::Grade::C {
            Basis::Measured
        } else {
            Basis::Judgement
        },
        sources: Vec::new(),
    });
    chain.extend(answer(facts, channel, campaign));
    chain.extend(left(facts, channel, origin));
    chain.push(duration(facts, origin));
    chain.extend(law(facts, origin));
    chain.extend(precedents(facts, origin));
    chain
}

fn country<'a>(facts: &'a Facts, origin: &CampaignOrigin) -> &'a str {
    &facts.estate.regions[origin.region].name
}

/// What the frequency is the product of.
fn product(origin: &CampaignOrigin) -> &'static str {
    match origin.cause {
        Cause::Counted(_) => "Rate x share x chance of reach and hit",
        Cause::Announced { .. } => "Chance of the measure x chance of a hit",
    }
}

/// A measure that is expected because it is announced.
fn announced(facts: &Facts, measure: usize, chance: f64) -> Reason {
    let measure = &facts.estate.announced[measure];
    let when = measure.effective.map_or_else(|| "no date yet".to_owned(), |day| day.to_string());
    Reason {
        topic: "announced",
        text: format!(
            "{} chance within twelve months, once: {} ({when}). {}",
            words::probability(chance),
            measure.stage.word(),
            measure.summary
        ),
        basis: Basis::Judgement,
        sources: measure.source.iter().cloned().collect(),
    }
}

/// What elections do to the rate, where the profile says whether one is due.
fn election(counted: &Counted) -> Option<Reason> {
    let factor = counted.election;
    let due = if factor > 1.0 { "a national election is due" } else { "no election is due" };
    ((factor - 1.0).abs() > 1e-9).then(|| Reason {
        topic: "election",
        text: format!("Rate times {factor:.2}, since {due} in the twelve months ahead"),
        basis: Basis::Measured,
        sources: Vec::new(),
    })
}

fn rate(facts: &Facts, campaign: usize, counted: &Counted) -> Reason {
    let origin = &facts.modelled.campaigns[campaign];
    let posterior = &counted.posterior;
    let stream = &facts.modelled.model.streams[facts.modelled.model.campaigns[campaign].stream];
    let size = if posterior.large { "large" } else { "small" };
    let own = if posterior.years > 0.0 {
        format!("own record {} in {:.0} years", posterior.own_starts, posterior.years)
    } else {
        "no record of its own".to_owned()
    };
    let outside = if posterior.in_panel { "" } else { " (outside the panel: tier assumed)" };
    let widened = if counted.counted < 0.999 {
        format!(
            "; kinds that are counted make up {} of campaigns, hence {:.2} a year in all",
            words::share(counted.counted),
            stream.rate()
        )
    } else {
        String::new()
    };
    Reason {
        topic: "rate",
        text: format!(
            "{}: {:.2} counted campaigns a year: prior {:.2} (tier {}, {size} \
                country{outside}), {own}{widened}",
            country(facts, origin),
            posterior.rate(),
            posterior.prior_mean,
            posterior.tier
        ),
        basis: Basis::Measured,
        sources: Vec::new(),
    }
}

fn share(facts: &Facts, origin: &CampaignOrigin, counted: &Counted) -> Reason {
    let scenario = facts.estate.knowledge.scenarios.get(&origin.scenario);
    Reason {
        topic: "share",
        text: format!(
            "{} of campaigns are of this kind: {} of {} in the country's ledger, drawn towards \
                the prior share",
            words::share(counted.share),
            counted.own,
            counted.own_all
        ),
        basis: scenario.map_or(Basis::Judgement, |scenario| scenario.share.basis),
        sources: Vec::new(),
    }
}

/// Whether such a campaign reaches the organisation at all, where that is not certain.
fn reach(counted: &Counted) -> Option<Reason> {
    let reach = counted.reach.as_ref()?;
    Some(Reason {
        topic: "reach",
        text: format!(
            "{} chance that it reaches: {}",
            words::probability(reach.chance),
            reach.reason
        ),
        basis: Basis::Judgement,
        sources: Vec::new(),
    })
}

/// Each thing that a campaign can hit and that the channel feels.
fn hits(facts: &Facts, channel: usize, campaign: usize) -> Vec<Reason> {
    let origin = &facts.modelled.campaigns[campaign];
    let vendor = &facts.channel(channel).vendor;
    let scenario = facts.estate.knowledge.scenarios.get(&origin.scenario);
    let own = units_felt(facts, channel, campaign).into_iter().map(|unit| &origin.units[unit]);
    own.map(|unit| {
        let seen = if unit.chance.campaigns > 0 {
            format!(
                "; {} of {} such campaigns in the ledger hit it",
                unit.chance.hits, unit.chance.campaigns
            )
        } else {
            String::new()
        };
        Reason {
            topic: "hit",
            text: format!(
                "{} chance of a hit: {}{seen}",
                words::probability(unit.chance.chance),
                unit.chance.reason
            ),
            basis: scenario
                .and_then(|s| s.hit.get(unit.hit))
                .map_or(Basis::Judgement, |hit| hit.basis),
            sources: (unit.vendor.iter())
                .flat_map(|_| vendor.attention.iter().map(|attention| attention.source.clone()))
                .collect(),
        }
    })
    .collect()
}

fn answer(facts: &Facts, channel: usize, campaign: usize) -> Option<Reason> {
    let vendor = &facts.channel(channel).vendor;
    let units = &facts.modelled.model.campaigns[campaign].units;
    let unit = units.iter().find(|unit| unit.name == vendor.id)?;
    let [comply, resist, exit] = unit.response.map(words::share);
    Some(Reason {
        topic: "answer",
        text: format!(
            "{} is taken to comply in {comply}, resist in {resist}, leave in {exit} of cases",
            vendor.name
        ),
        basis: Basis::Judgement,
        sources: vendor.stance.sources.clone(),
    })
}

fn left(facts: &Facts, channel: usize, origin: &CampaignOrigin) -> Option<Reason> {
    let scenario = facts.estate.knowledge.scenarios.get(&origin.scenario)?;
    let vendor = &facts.channel(channel).vendor.id;
    let unit =
        origin.units.iter().find(|unit| unit.vendor.as_ref().is_none_or(|id| id == vendor))?;
    let hit = scenario.hit.get(unit.hit)?;
    let parts: Vec<String> = hit
        .left
        .iter()
        .map(|(capability, left)| format!("{capability} {}", words::share(*left)))
        .collect();
    Some(Reason {
        topic: "left",
        text: format!("Left while it lasts: {}. {}", parts.join(", "), hit.why),
        basis: hit.basis,
        sources: Vec::new(),
    })
}

fn duration(facts: &Facts, origin: &CampaignOrigin) -> Reason {
    let scenario = facts.estate.knowledge.scenarios.get(&origin.scenario);
    let text = scenario.map_or_else(String::new, |scenario| {
        let duration = &scenario.duration;
        format!(
            "Lasts {} in half of the cases that end (sigma {:.1}); {} do not end within a year. {}",
            words::hours(duration.median_hours),
            duration.sigma,
            words::share(duration.never_ends),
            duration.why
        )
    });
    Reason {
        topic: "duration",
        text,
        basis: scenario.map_or(Basis::Judgement, |s| s.duration.basis),
        sources: Vec::new(),
    }
}

fn law(facts: &Facts, origin: &CampaignOrigin) -> Option<Reason> {
    let kind = facts.estate.knowledge.scenarios.get(&origin.scenario)?.lever?;
    let lever = facts.estate.knowledge.lever(&facts.estate.regions[origin.region].code, kind)?;
    let basis =
        if lever.law.basis.is_empty() { String::new() } else { format!(": {}", lever.law.basis) };
    let name =
        if lever.law.name.is_empty() { String::new() } else { format!(" ({})", lever.law.name) };
    Some(Reason {
        topic: "law",
        text: format!("Lever {}: {}{name}{basis}", kind.word(), lever.value.word()),
        basis: if lever.law.source.is_some() { Basis::Ledger } else { Basis::Judgement },
        sources: lever.law.source.iter().cloned().collect(),
    })
}

/// At most this many precedents are told in a chain.
const TOLD: usize = 3;

fn precedents(facts: &Facts, origin: &CampaignOrigin) -> Vec<Reason> {
    let find = |id: &String| {
        facts.estate.knowledge.precedents.iter().find(|precedent| precedent.id == *id)
    };
    let known = origin.precedents.iter().filter_map(find).take(TOLD);
    known
        .map(|precedent| Reason {
            topic: "precedent",
            text: format!("{}: {}", precedent.date, precedent.summary),
            basis: Basis::Ledger,
            sources: vec![precedent.source.clone()],
        })
        .collect()
}
