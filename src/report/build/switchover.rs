//! Switch-over plans in words.

mod before;
mod density;
mod people;
mod rungs;
mod steps;
mod triggers;

use super::cited::Cited;
use crate::{
    advise::switchover::Plan,
    assess::Facts,
    report::view::{PlanView, SwitchoverView},
    words,
};

/// All plans.
pub fn switchover(facts: &Facts, plans: &[Plan], cited: &Cited) -> SwitchoverView {
    let without = plans.iter().filter(|plan| !plan.ladder.survives()).count();
    let all = words::count(plans.len(), "plan");
    let summary = if without == 0 {
        format!("{all}, one for each activity in each country; each has a channel that survives.")
    } else {
        format!(
            "{all}, one for each activity in each country; {without} without a surviving channel."
        )
    };
    SwitchoverView {
        summary,
        without_survivor: without_survivor(plans),
        plans: plans.iter().map(|plan| sheet(facts, plan, cited)).collect(),
    }
}

/// "Driver dispatch in Russia", the countries of an activity together.
fn without_survivor(plans: &[Plan]) -> Vec<String> {
    let mut places: Vec<(&str, Vec<&str>)> = Vec::new();
    for plan in plans.iter().filter(|plan| !plan.ladder.survives()) {
        let (id, country) = (plan.case.activity.id.as_str(), plan.case.region.name.as_str());
        match places.last_mut().filter(|(last, _)| *last == id) {
            Some((_, countries)) => countries.push(country),
            None => places.push((id, vec![country])),
        }
    }
    let name = |id: &str| {
        plans.iter().find(|plan| plan.case.activity.id == id).map_or("", |p| &p.case.activity.name)
    };
    places.iter().map(|(id, all)| format!("{} in {}", name(id), words::list(all))).collect()
}

/// "Driver dispatch in Russia".
fn place(plan: &Plan) -> String {
    format!("{} in {}", plan.case.activity.name, plan.case.region.name)
}

/// One sheet.
pub fn sheet(facts: &Facts, plan: &Plan, cited: &Cited) -> PlanView {
    let (activity, region) = (plan.case.activity, plan.case.region);
    let written = crate::advise::switchover::people::switchover(facts.estate.profile, &activity.id);
    let survives = plan.ladder.survives();
    let sources: Vec<String> = plan.sources().into_iter().collect();
    let view = PlanView {
        density: String::new(),
        id: format!("{}:{}", activity.id, region.code),
        organization: facts.estate.profile.organization.name.clone(),
        as_of: facts.estate.as_of.to_string(),
        activity: activity.id.clone(),
        name: activity.name.clone(),
        region: region.code.clone(),
        country: region.name.clone(),
        owner: activity.owner.clone(),
        survives,
        alarm: (!survives).then(|| format!("There is no surviving channel for {}.", place(plan))),
        closest: (!survives).then(|| closest(facts, plan)),
        warning: warning(facts, plan),
        first_step: first_step(facts, plan),
        targets: format!(
            "RTO {}, MTPD {}, at least {} of normal service (MBCO)",
            words::hours(activity.rto.value),
            words::hours(activity.mtpd.value),
            words::share(activity.mbco.value)
        ),
        today: today(facts, plan),
        ladder: rungs::ladder(facts, plan),
        ruled_out: rungs::ruled_out(facts, plan),
        notice: triggers::notice(facts, plan),
        observed: triggers::observed(plan),
        people: people::people(plan),
        code_word: written.and_then(|own| own.code_word.clone()),
        meeting_point: written.and_then(|own| own.meeting_point.clone()),
        meeting_time: written.and_then(|own| own.meeting_time.clone()),
        words: steps::words(facts, plan),
        phases: steps::phases(facts, plan),
        before: before::before(facts, plan),
        sources: cited.refs(&sources),
    };
    PlanView { density: density::of(&view).to_owned(), ..view }
}

/// What comes closest where nothing survives.
fn closest(facts: &Facts, plan: &Plan) -> String {
    match plan.ladder.next() {
        Some(rung) => format!(
            "Closest comes {}, but {}.",
            facts.channel(rung.fallback.channel).name,
            rungs::flaws(facts, plan, rung)
        ),
        None if plan.ladder.ruled_out.is_empty() => {
            "The profile names no fallback for it there.".to_owned()
        }
        None => "No fallback of the profile can be used there.".to_owned(),
    }
}

fn warning(facts: &Facts, plan: &Plan) -> Option<String> {
    let mut names: Vec<&str> = plan.common.iter().map(|node| facts.node_name(node)).collect();
    names.sort_unstable();
    names.dedup();
    let shown = plan.ladder.survives() && !names.is_empty();
    shown.then(|| {
        format!(
            "Primary and fallbacks all need {}: if it goes, nothing is left.",
            words::list(&names)
        )
    })
}

fn first_step(facts: &Facts, plan: &Plan) -> String {
    let name = |channel: usize| facts.channel(channel).name.as_str();
    match (plan.ladder.next().filter(|rung| rung.survives()), plan.down_today()) {
        (Some(rung), true) => format!("Be on {} today", name(rung.fallback.channel)),
        (Some(rung), false) => format!("Move to {}", name(rung.fallback.channel)),
        (None, _) => "Set up a channel that survives".to_owned(),
    }
}

fn today(facts: &Facts, plan: &Plan) -> String {
    if !plan.down_today() {
        return "The primary works today.".to_owned();
    }
    let region = plan.case.instance.region;
    let reasons: Vec<String> = plan
        .case
        .activity
        .channels
        .iter()
        .filter_map(|share| {
            let one = facts.deployment(share.channel, region)?.in_force.first()?;
            Some(triggers::in_force(facts, one))
        })
        .collect();
    let why = if reasons.is_empty() { String::new() } else { format!(": {}", reasons.join("; ")) };
    format!("The primary gives {} today{why}. Go now.", words::share(plan.today))
}
