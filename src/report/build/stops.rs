//! What stops when, in words and figures.

use super::{figures, places::place};
use crate::{
    assess::{
        Assessment, Facts,
        stops::{Ahead, Moment, Stop},
    },
    engine::band::Band,
    report::view::{StopFigure, StopPoint, StopView},
    words,
};

/// One for each activity.
pub fn stops(facts: &Facts, assessment: &Assessment) -> Vec<StopView> {
    assessment.stops.iter().map(|stop| view(facts, stop)).collect()
}

fn view(facts: &Facts, stop: &Stop) -> StopView {
    let case = facts.case(stop.case);
    let scenario = stop.ahead.as_ref().map(|ahead| {
        let id = &facts.modelled.model.campaigns[ahead.campaign].name;
        (id.clone(), facts.scenario_name(id).to_owned())
    });
    let (scenario, scenario_name) = scenario.unzip();
    StopView {
        activity: case.activity.id.clone(),
        name: case.activity.name.clone(),
        region: case.region.code.clone(),
        country: case.region.name.clone(),
        scenario,
        frequency: stop.ahead.as_ref().map(|ahead| figures::frequency(ahead.frequency)),
        rto: figures::hours(case.activity.rto.value),
        mtpd: figures::hours(case.activity.mtpd.value),
        sentence: sentence(facts, stop, scenario_name.as_deref()),
        scenario_name,
        told: stop.ahead.iter().flat_map(|ahead| told(facts, stop, ahead)).collect(),
        curve: stop.ahead.iter().flat_map(|ahead| &ahead.curve).map(point).collect(),
    }
}

fn point(moment: &Moment) -> StopPoint {
    StopPoint {
        hours: moment.hours,
        with_fallbacks: moment.with,
        without_fallbacks: moment.without,
    }
}

fn told(facts: &Facts, stop: &Stop, ahead: &Ahead) -> Vec<StopFigure> {
    let activity = facts.case(stop.case).activity;
    let chance = |value: f64| figures::probability(Band::certain(value));
    let marks = |hours: f64| {
        let named = [("RTO", activity.rto.value), ("MTPD", activity.mtpd.value)];
        let here = named.into_iter().filter(|(_, at)| (at - hours).abs() < 1e-9);
        here.map(|(name, _)| name.to_owned()).collect()
    };
    let figure = |moment: &Moment| StopFigure {
        time: figures::hours(moment.hours),
        marks: marks(moment.hours),
        with_fallbacks: chance(moment.with),
        without_fallbacks: chance(moment.without),
    };
    ahead.told.iter().map(figure).collect()
}

fn sentence(facts: &Facts, stop: &Stop, scenario: Option<&str>) -> String {
    let case = facts.case(stop.case);
    let (Some(ahead), Some(scenario)) = (&stop.ahead, scenario) else {
        return if stop.down_today {
            format!("{} is below minimum service today.", place(case))
        } else {
            format!("Nothing ahead stops {}.", case.activity.name)
        };
    };
    let still = |moment: Moment| words::probability(moment.with);
    let without = words::probability(ahead.at_mtpd.without);
    let at_mtpd = still(ahead.at_mtpd);
    let saved = if at_mtpd == without {
        "the same without fallbacks".to_owned()
    } else {
        format!("{without} without fallbacks")
    };
    format!(
        "{}, {} ({}): still down at the RTO of {} with {}, at the MTPD of {} with {at_mtpd}; {saved}.",
        case.region.name,
        scenario.to_lowercase(),
        words::frequency(ahead.frequency),
        words::hours(case.activity.rto.value),
        still(ahead.at_rto),
        words::hours(case.activity.mtpd.value),
    )
}
