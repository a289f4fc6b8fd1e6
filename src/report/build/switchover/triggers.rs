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

/// When to go to a rung: what is above it is to be left, and the signals of the stage for it.
///
/// Where rungs above are empty, it is the next one after the last that is not, whatever its name.
pub fn go_when(facts: &Facts, plan: &Plan, place: Place) -> String {
    let taken = plan.ladder.rungs.iter().map(|rung| rung.place);
    let above = taken.filter(|other| *other < place).max();
    if above.is_none() && plan.down_today() {
        return "Now: the primary is below the MBCO today.".to_owned();
    }
    let ladder = &facts.estate.knowledge.ladder;
    let from = above
        .and_then(|above| ladder.pace.iter().position(|rung| rung.rung == above.word()))
        .unwrap_or(0);
    let leave = ladder.pace.get(from).map(|rung| rung.leave_when.clone());
    let go = ladder.pace.get(from + 1).and_then(|rung| rung.go_at);
    let mut text = leave.unwrap_or_default();
    if let Some(stage) = ladder.stage.iter().find(|stage| Some(stage.stage) == go) {
        text = format!("{text} Go at stage {}, {}: {}.", stage.stage, stage.name, stage.signals);
    }
    if let Some(ready) = ladder.stage.iter().find(|stage| Some(stage.stage + 1) == go) {
        text = format!("{text} Make ready at stage {}, {}.", ready.stage, ready.name);
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
            format!("{least:.0} days")
        };
        lines.push(format!(
            "Notice of {} on record in {country}: {days}",
            words::count(count, "action")
        ));
    }
    lines
}
