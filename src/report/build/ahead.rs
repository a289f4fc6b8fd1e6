//! Measures that are announced for the twelve months ahead, and what may be claimed of forecasts.

use super::{cited::Cited, figures};
use crate::{
    assess::Facts,
    backtest::claims,
    engine::band::Band,
    modelling::Cause,
    report::view::{AnnouncedView, TrackRecord},
};

/// One for each measure that touches the organisation.
pub fn announced(facts: &Facts, cited: &Cited) -> Vec<AnnouncedView> {
    let estate = facts.estate;
    let mut views = Vec::new();
    for origin in &facts.modelled.campaigns {
        let Cause::Announced { measure, chance } = origin.cause else { continue };
        let measure = &estate.announced[measure];
        let vendors: Vec<&String> =
            origin.units.iter().filter_map(|unit| unit.vendor.as_ref()).collect();
        let hit = estate.channels.iter().filter(|channel| {
            vendors.contains(&&channel.vendor.id)
                && channel.serves(&estate.regions[origin.region].code)
        });
        views.push(AnnouncedView {
            id: measure.id.clone(),
            region: estate.regions[origin.region].code.clone(),
            country: estate.regions[origin.region].name.clone(),
            scenario: origin.scenario.clone(),
            scenario_name: facts.scenario_name(&origin.scenario).to_owned(),
            stage: measure.stage.word().to_owned(),
            effective: measure.effective.map(|day| day.to_string()),
            probability: figures::probability(Band::certain(chance)),
            channels: hit.map(|channel| channel.name.clone()).collect(),
            summary: measure.summary.clone(),
            sources: cited.refs(measure.source.as_slice()),
        });
    }
    views
}

/// The sentences of the backtest, the same everywhere.
pub fn track_record() -> TrackRecord {
    let owned = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    TrackRecord {
        about: claims::ABOUT.to_owned(),
        may: owned(claims::MAY),
        may_not: owned(claims::MAY_NOT),
    }
}
