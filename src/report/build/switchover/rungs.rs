//! The rungs of a ladder and what stands on them.

use std::collections::BTreeSet;

use super::triggers;
use crate::{
    advise::switchover::{
        Plan,
        rung::{Flaw, Place, Ruled, Rung},
    },
    assess::{Facts, dependence},
    estate::Fallback,
    knowledge::Legality,
    likelihood::readiness::Tested,
    profile::Audience,
    report::view::{LadderRungView, RuledOutView, RungChannelView},
    words,
};

/// Channels of one rung, and names in one sentence, that fit on the sheet.
const PER_RUNG: usize = 2;
const NAMES: usize = 2;

/// All four rungs, the empty ones too.
pub fn ladder(facts: &Facts, plan: &Plan) -> Vec<LadderRungView> {
    let pace = &facts.estate.knowledge.ladder.pace;
    let meaning = |word: &str| {
        pace.iter()
            .find(|rung| rung.rung == word)
            .map_or_else(String::new, |rung| rung.meaning.clone())
    };
    let first = pace.first().map_or("primary", |rung| rung.rung.as_str());
    let mut views = vec![LadderRungView {
        rung: first.to_owned(),
        meaning: meaning(first),
        go_when: None,
        channels: primary(facts, plan),
        more: more(facts, plan.case.activity.channels.iter().map(|share| share.channel)),
    }];
    let mut above: Vec<usize> =
        plan.case.activity.channels.iter().map(|share| share.channel).collect();
    for place in Place::ALL {
        let here: Vec<&Rung> = plan.ladder.rungs.iter().filter(|r| r.place == place).collect();
        let shown = here.iter().take(PER_RUNG);
        let mut channels = Vec::new();
        for rung in shown {
            channels.push(channel(facts, plan, rung, &above));
            above = vec![rung.fallback.channel];
        }
        views.push(LadderRungView {
            rung: place.word().to_owned(),
            meaning: meaning(place.word()),
            go_when: (!channels.is_empty()).then(|| triggers::go_when(facts, plan, place)),
            channels,
            more: more(facts, here.iter().map(|rung| rung.fallback.channel)),
        });
    }
    views
}

fn more(facts: &Facts, channels: impl Iterator<Item = usize>) -> Option<String> {
    let names: Vec<&str> =
        channels.skip(PER_RUNG).map(|channel| facts.channel(channel).name.as_str()).collect();
    (!names.is_empty()).then(|| format!("and {} more, see annex D", names.len()))
}

fn primary(facts: &Facts, plan: &Plan) -> Vec<RungChannelView> {
    let (case, region) = (plan.case, plan.case.instance.region);
    let views = case.activity.channels.iter().take(PER_RUNG).map(|share| {
        let own = facts.channel(share.channel);
        let deployment = facts.deployment(share.channel, region);
        let today = deployment.map_or(0.0, |one| one.service(&case.activity.needs.value));
        let why = deployment
            .and_then(|one| one.felt(own).next())
            .map(|one| format!(" ({})", triggers::in_force(facts, one)));
        RungChannelView {
            channel: own.id.clone(),
            name: own.name.clone(),
            vendor: own.vendor.name.clone(),
            reaches: reaches(plan, Some(share.share), Some(share.share))
                .into_iter()
                .map(|line| format!("used by {line}"))
                .collect(),
            starts: None,
            tested: None,
            today: format!("works today {}{}", words::share(today), why.unwrap_or_default()),
            shares: String::new(),
            verdict: None,
            reason: String::new(),
        }
    });
    views.collect()
}

/// "employees 80 % (112 of 140)", a line for each audience.
fn reaches(plan: &Plan, employees: Option<f64>, partners: Option<f64>) -> Vec<String> {
    let audience = &plan.case.instance.audience;
    let line = |who: &str, share: f64, all: u32| {
        let heads = words::grouped((share * f64::from(all)).floor());
        format!("{who} {} ({heads} of {})", words::share(share), words::grouped(f64::from(all)))
    };
    let mut lines = Vec::new();
    if let Some(share) = employees.filter(|_| audience.contains(&Audience::Employees)) {
        lines.push(line("employees", share, plan.case.region.staff));
    }
    if let Some(share) = partners.filter(|_| audience.contains(&Audience::Partners)) {
        lines.push(line("partners", share, plan.case.region.partners));
    }
    lines
}

fn channel(facts: &Facts, plan: &Plan, rung: &Rung, above: &[usize]) -> RungChannelView {
    let own = facts.channel(rung.fallback.channel);
    let deployment = facts.deployment(rung.fallback.channel, plan.case.instance.region);
    let felt = deployment.and_then(|one| one.felt(own).next());
    let why = felt.map(|one| format!(" ({})", triggers::in_force(facts, one)));
    RungChannelView {
        channel: own.id.clone(),
        name: own.name.clone(),
        vendor: own.vendor.name.clone(),
        reaches: reaches(plan, rung.employees, rung.partners),
        starts: Some(starts(plan, rung.fallback)),
        tested: Some(tested(rung.fallback)),
        today: format!("works today {}{}", words::share(rung.today), why.unwrap_or_default()),
        shares: shares(facts, plan, rung.fallback.channel, above),
        verdict: Some(verdict(rung).to_owned()),
        reason: reason(facts, plan, rung),
    }
}

fn starts(plan: &Plan, fallback: &Fallback) -> String {
    let (hours, activity) = (fallback.activation.value, plan.case.activity);
    let fits = if hours <= activity.rto.value {
        "within the RTO"
    } else if hours <= activity.mtpd.value {
        "after the RTO, within the MTPD"
    } else {
        "after the MTPD"
    };
    let assumed = if fallback.activation.assumed() { " (assumed)" } else { "" };
    format!("starts in {}{assumed}, {fits}", words::hours(hours))
}

fn tested(fallback: &Fallback) -> String {
    let ready = words::share(fallback.readiness);
    match (fallback.tested, fallback.tested_on) {
        (Tested::Passed(days), Some(day)) => {
            format!("tested {day}, {days} days ago; readiness {ready}")
        }
        (Tested::Failed, _) => format!("last test failed; readiness {ready}"),
        _ => format!("never tested; readiness {ready}"),
    }
}

/// Names that fit on the sheet.
fn few(names: &BTreeSet<&str>) -> String {
    let mut shown: Vec<String> = names.iter().take(NAMES).map(|name| (*name).to_owned()).collect();
    if names.len() > NAMES {
        shown.push(format!("{} more", names.len() - NAMES));
    }
    words::list(&shown)
}

/// "all", "none" or "71 %" of the campaigns.
fn part(share: f64) -> String {
    if share > 0.995 {
        "all".to_owned()
    } else if share <= 0.0 {
        "none".to_owned()
    } else {
        words::probability(share)
    }
}

/// Nodes that it and a channel of the rung above cannot do without.
fn shares(facts: &Facts, plan: &Plan, channel: usize, above: &[usize]) -> String {
    let region = plan.case.instance.region;
    if above.contains(&channel) {
        return "carries a part of the primary".to_owned();
    }
    let own = dependence::needed(facts, channel, region);
    let shared: BTreeSet<&str> = above
        .iter()
        .flat_map(|other| dependence::needed(facts, *other, region))
        .filter(|node| own.contains(node))
        .map(|node| facts.node_name(node))
        .collect();
    if shared.is_empty() {
        return "shares nothing with the rung above".to_owned();
    }
    format!("shares {} with the rung above", few(&shared))
}

fn verdict(rung: &Rung) -> &'static str {
    match (rung.survives(), rung.outlived.together.is_empty()) {
        (true, true) => "survives",
        (true, false) => "survives in part",
        (false, _) => "does not survive",
    }
}

fn reason(facts: &Facts, plan: &Plan, rung: &Rung) -> String {
    if !rung.survives() {
        return flaws(facts, plan, rung);
    }
    let Some(share) = rung.outlived.share else {
        return "no campaign of the model stops the primary".to_owned();
    };
    let names: Vec<String> =
        rung.outlived.together.iter().map(|id| facts.scenario_name(id).to_lowercase()).collect();
    let lost = if names.is_empty() {
        String::new()
    } else {
        format!(", but no {}", words::joined(&names, "or"))
    };
    format!("outlives {} of the campaigns that stop the primary{lost}", part(share))
}

/// Why it is no surviving channel.
pub fn flaws(facts: &Facts, plan: &Plan, rung: &Rung) -> String {
    let least = words::share(plan.case.activity.mbco.value);
    let line = |flaw: &Flaw| match flaw {
        Flaw::DownInPart(today) => {
            format!(
                "it gives {} of what is needed today, where {least} must do",
                words::share(*today)
            )
        }
        Flaw::ShortReach(reach) => {
            format!("it reaches {} of the people, where {least} must do", words::share(*reach))
        }
        Flaw::SharesNeeded(nodes) => {
            let names: BTreeSet<&str> = nodes.iter().map(|node| facts.node_name(node)).collect();
            format!("it needs {} as the primary does", few(&names))
        }
        Flaw::FallsWithIt(share) => {
            format!("{} of the campaigns that stop the primary take it too", part(*share))
        }
        Flaw::TooLate => "it starts after the MTPD".to_owned(),
    };
    rung.flaws.iter().map(line).collect::<Vec<_>>().join("; ")
}

/// Fallbacks below the ladder.
pub fn ruled_out(facts: &Facts, plan: &Plan) -> Vec<RuledOutView> {
    let region = plan.case.instance.region;
    let views = plan.ladder.ruled_out.iter().map(|one| {
        let deployment = facts.deployment(one.fallback.channel, region);
        let country = &plan.case.region.name;
        let reason = match one.why {
            Ruled::Unlawful => match deployment.map(|one| one.lawfulness.value) {
                Some(Legality::Licence) => format!("needs a permit in {country} that is not held"),
                Some(Legality::Prohibited) => format!("prohibited for a company in {country}"),
                _ => format!("its lawfulness in {country} is unclear: ask counsel"),
            },
            Ruled::Failed => match one.fallback.tested_on {
                Some(day) => format!("failed its last test on {day}"),
                None => "failed its last test".to_owned(),
            },
            Ruled::CarriesNothing => "carries nothing of what the activity needs".to_owned(),
            Ruled::Down(at) => deployment.and_then(|one| one.in_force.get(at)).map_or_else(
                || "is down today".to_owned(),
                |one| format!("is down today: {}", triggers::in_force(facts, one)),
            ),
        };
        RuledOutView { name: facts.channel(one.fallback.channel).name.clone(), reason }
    });
    views.collect()
}
