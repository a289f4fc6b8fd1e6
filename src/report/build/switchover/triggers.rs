//! When to leave a rung, and how much warning there is.

use crate::{
    advise::switchover::{Plan, plan::SHOWN, rung::Place},
    assess::Facts,
    estate::InForce,
    words,
};

/// "network block since 2026-02-11".
pub fn in_force(facts: &Facts, one: &InForce) -> String {
    let name = facts.scenario_name(&one.scenario).to_lowercase();
    one.since.map_or_else(|| name.clone(), |since| format!("{name} since {since}"))
}

/// When to go to a rung: the rung above is to be left, and the signals of the stage for it.
pub fn go_when(facts: &Facts, plan: &Plan, place: Place) -> String {
    if place == Place::Alternate && plan.down_today() {
        return "Now: the primary is below the MBCO today.".to_owned();
    }
    let ladder = &facts.estate.knowledge.ladder;
    let at = ladder.pace.iter().position(|rung| rung.rung == place.word());
    let leave = at.and_then(|at| ladder.pace.get(at.checked_sub(1)?)).map(|rung| &rung.leave_when);
    let go = at.and_then(|at| ladder.pace[at].go_at);
    let stage = ladder.stage.iter().find(|stage| Some(stage.stage) == go);
    let mut text = leave.cloned().unwrap_or_default();
    if let Some(stage) = stage {
        text = format!("{text} Go at stage {}, {}: {}.", stage.stage, stage.name, stage.signals);
    }
    text
}

/// The smallest notice, and for what.
pub fn notice(facts: &Facts, plan: &Plan) -> String {
    let names: Vec<String> = (plan.notice.scenarios.iter().take(SHOWN))
        .map(|id| facts.scenario_name(id).to_lowercase())
        .collect();
    match plan.notice.hours {
        None => "No campaign that the model knows takes the primary below the MBCO.".to_owned(),
        Some(hours) if hours <= 0.0 => {
            format!("Notice to count on: none ({} may come at once).", words::list(&names))
        }
        Some(hours) => {
            format!("Notice to count on: {} ({}).", words::hours(hours), words::list(&names))
        }
    }
}

/// How long it took in cases that happened.
pub fn observed(plan: &Plan) -> Vec<String> {
    let times = plan.notice.lead_times.iter().take(SHOWN);
    let mut lines: Vec<String> =
        times.map(|one| format!("{}: {}", one.transition, one.duration)).collect();
    if let Some((least, most, count)) = plan.notice.warned {
        let country = &plan.case.region.name;
        let days = if least < most {
            format!("{least:.0} to {most:.0} days")
        } else {
            words::count(least as usize, "day")
        };
        lines.push(format!(
            "Notice of {} on record in {country}: {days}",
            words::count(count, "action")
        ));
    }
    lines
}
