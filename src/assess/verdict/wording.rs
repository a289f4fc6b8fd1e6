//! The one sentence of each ground.

use std::collections::BTreeSet;

use super::{
    evidence::{not_carried, ranges, restricting},
    ground::Ground,
    judge::Bench,
    ties::paths,
};
use crate::{
    assess::rules::phrase,
    knowledge::{Legality, Phase},
    likelihood::readiness::Tested,
    profile::Audience,
    words::{hours, joined, list, probability, sentence, share},
};

/// The sentence of a ground, or of none.
pub fn words_for(bench: &Bench, ground: Option<Ground>) -> String {
    let Some(ground) = ground else { return counts(bench) };
    let (activity, fallback) = (bench.case.activity, bench.fallback);
    match ground {
        Ground::Unlawful => unlawful(bench),
        Ground::Acting => "It carries the activity today and is not left as a fallback.".to_owned(),
        Ground::DownToday => down(bench),
        Ground::ForeignRange | Ground::ForeignServer => foreign(bench),
        Ground::SameHand => same_hand(bench),
        Ground::SameBlow => same_blow(bench),
        Ground::LikelyHit | Ground::MayBeHit => hit_too(bench, ground == Ground::LikelyHit),
        Ground::FailedTest => match fallback.tested_on {
            Some(day) => format!("Its last test, on {day}, failed."),
            None => "Its last test failed.".to_owned(),
        },
        Ground::BeyondMtpd => format!(
            "It starts after {}, and the MTPD is {}.",
            start(bench),
            hours(activity.mtpd.value)
        ),
        Ground::HardlyReaches | Ground::ShortReach => short(bench),
        Ground::BeyondRto => {
            format!(
                "It starts after {}, and the RTO is {}.",
                start(bench),
                hours(activity.rto.value)
            )
        }
        Ground::NeverTested => "It was never tested.".to_owned(),
        Ground::StaleTest => {
            let limit = bench.facts.estate.knowledge.method.readiness.stale_days;
            format!("It was {}; more than {limit:.0} days are too long.", tested(bench))
        }
        Ground::SharedNode => shared_node(bench),
    }
}

fn names(all: &BTreeSet<String>) -> String {
    list(&all.iter().collect::<Vec<_>>())
}

fn primaries(bench: &Bench) -> String {
    list(&others(bench).map(|one| bench.facts.channel(one).name.as_str()).collect::<Vec<_>>())
}

/// Channels that the activity runs on beside this one.
fn others<'b>(bench: &'b Bench) -> impl Iterator<Item = usize> + use<'b> {
    bench.primaries.iter().copied().filter(|one| *one != bench.fallback.channel)
}

fn shared_node(bench: &Bench) -> String {
    let shared = format!("It shares {} with {}", names(&bench.shared()), primaries(bench));
    if bench.scene.is_some() {
        format!("{shared}: no such campaign hits that, but its own failure stops both.")
    } else {
        format!("{shared}: what stops that stops both.")
    }
}

fn start(bench: &Bench) -> String {
    let assumed = if bench.fallback.activation.assumed() { " (assumed)" } else { "" };
    format!("{}{assumed}", hours(bench.fallback.activation.value))
}

fn unlawful(bench: &Bench) -> String {
    let country = &bench.case.region.name;
    let value = bench.deployment().map(|one| one.lawfulness.value);
    match value {
        Some(Legality::Licence) => {
            format!("A company needs a permit for it in {country}, and the profile holds none.")
        }
        Some(Legality::Prohibited) => format!("It is prohibited for a company in {country}."),
        Some(Legality::Unclear | Legality::Lawful) => {
            format!("Whether a company may use it in {country} is unclear.")
        }
        None => format!("It is not in use in {country}."),
    }
}

fn down(bench: &Bench) -> String {
    let missing = not_carried(bench.facts, bench.case, bench.fallback.channel);
    if !missing.is_empty() {
        let words: Vec<&str> = missing.iter().map(|one| one.word()).collect();
        return format!("It does not carry {}, which the activity needs.", joined(&words, "or"));
    }
    match restricting(bench.facts, bench.case, bench.fallback.channel) {
        Some((measure, need, left)) => {
            let phrase = sentence(&phrase(bench.facts, measure));
            format!("{phrase} in {} leaves {} of {need}.", bench.case.region.name, share(left))
        }
        None => "It gives less today than the activity needs.".to_owned(),
    }
}

fn foreign(bench: &Bench) -> String {
    let this = bench.scene.map(|scene| scene.scenario.as_str());
    let all = ranges(bench.facts, bench.case, bench.fallback.channel);
    let first = all.iter().find(|one| Some(one.effect.scenario.as_str()) == this).or(all.first());
    first.map_or_else(String::new, |range| {
        let since = range
            .effect
            .from
            .map_or_else(String::new, |from| format!(" since {}", from.in_words()));
        format!(
            "It needs a foreign server, and {} is under {} in {}{since}.",
            range.node.name,
            bench.facts.scenario_name(&range.effect.scenario).to_lowercase(),
            bench.case.region.name
        )
    })
}

fn same_hand(bench: &Bench) -> String {
    let shared: BTreeSet<String> =
        bench.ties.hand.iter().cloned().chain(bench.shared()).chain(bench.common_units()).collect();
    format!("It shares {} with {}: who loses one loses both.", names(&shared), primaries(bench))
}

fn same_blow(bench: &Bench) -> String {
    let common = bench.common_units();
    if common.is_empty() {
        return format!("The same campaign stops it: it needs {}.", names(&bench.own_units()));
    }
    format!("The same campaign stops it: it shares {} with {}.", names(&common), primaries(bench))
}

/// Stores and registration that both need are named where the scenario cuts them.
fn hit_too(bench: &Bench, likely: bool) -> String {
    let cut = bench.scene.and_then(|scene| {
        let scenario = bench.facts.estate.knowledge.scenarios.get(&scene.scenario)?;
        scenario.hit.first().map(|hit| hit.phase)
    });
    let shared = match cut {
        Some(phase @ (Phase::Install | Phase::Register | Phase::Pay)) => {
            let own = paths(bench.facts, bench.case, phase, bench.fallback.channel);
            let theirs: BTreeSet<String> =
                others(bench).flat_map(|one| paths(bench.facts, bench.case, phase, one)).collect();
            own.intersection(&theirs).cloned().collect()
        }
        _ => bench.common_units(),
    };
    let with = if shared.is_empty() {
        String::new()
    } else {
        format!(", and it shares {} with {}", names(&shared), primaries(bench))
    };
    let how = if likely { "is likely to stop it too" } else { "may stop it too" };
    let last = last_hit(bench).map_or_else(String::new, |when| format!("; one last did in {when}"));
    format!("The same campaign {how} ({}){with}{last}.", probability(bench.struck.chance))
}

/// Month of the latest recorded campaign of that kind there that hit the fallback's vendor.
fn last_hit(bench: &Bench) -> Option<String> {
    let facts = bench.facts;
    let vendor = &facts.channel(bench.fallback.channel).vendor.id;
    let origins = bench.struck.own.iter().map(|(campaign, _)| &facts.modelled.campaigns[*campaign]);
    let named = |id: &String| {
        let known = facts.estate.knowledge.precedents.iter().find(|one| one.id == *id)?;
        let hit = known.vendors.iter().filter_map(|word| facts.estate.knowledge.vendor(word));
        hit.into_iter().any(|one| one.id == *vendor).then(|| known.date.in_words())
    };
    origins.flat_map(|origin| &origin.precedents).find_map(named)
}

/// The audience that is reached least.
fn short(bench: &Bench) -> String {
    let fallback = bench.fallback;
    let each = bench.case.instance.audience.iter().map(|audience| match audience {
        Audience::Employees => (fallback.employees.value, "employees"),
        Audience::Partners => (fallback.partners.value, "partners"),
    });
    let least = each.min_by(|a, b| a.0.total_cmp(&b.0));
    let (reach, whom) = least
        .filter(|(reach, _)| *reach <= fallback.reach + 1e-9)
        .unwrap_or((fallback.reach, "users, for so many have it installed and registered"));
    let needed = share(bench.case.activity.mbco.value);
    format!("It reaches {} of {whom}; {needed} are needed.", share(reach))
}

fn tested(bench: &Bench) -> String {
    match bench.fallback.tested {
        Tested::Passed(days) => format!("last tested {days} days ago"),
        Tested::Failed => "last tested without success".to_owned(),
        Tested::Never => "never tested".to_owned(),
    }
}

/// What differs, in the words of a reader.
fn counts(bench: &Bench) -> String {
    let names = |phases: &[Phase], channel: usize| -> BTreeSet<String> {
        let all = phases.iter().flat_map(|phase| paths(bench.facts, bench.case, *phase, channel));
        all.collect()
    };
    let apart = |phases: &[Phase]| {
        let own = names(phases, bench.fallback.channel);
        others(bench).all(|one| own.is_disjoint(&names(phases, one)))
    };
    let mut other = vec!["owner"];
    if apart(&[Phase::Run]) {
        other.push("network");
    }
    if apart(&[Phase::Install]) {
        other.push("store");
    }
    format!("Another {}; {}.", list(&other), tested(bench))
}
