//! The register, one row a cell of channel, region and scenario.

use super::{Table, list, maybe, number, text};
use crate::report::view::{RegisterView, ReportView};

const COLUMNS: [&str; 24] = [
    "id",
    "rank",
    "channel",
    "channel_name",
    "region",
    "country",
    "scenario",
    "scenario_name",
    "frequency_per_year",
    "frequency_level",
    "harm_per_campaign",
    "harm_level",
    "inherent_score_points",
    "score_points",
    "level",
    "target_score_points",
    "target_level",
    "nist_i2_level",
    "evidence_grade",
    "activities",
    "owner",
    "fallbacks",
    "measures",
    "treatment",
];

/// The risk register.
pub fn register(view: &ReportView) -> Result<String, csv::Error> {
    let mut table = Table::new(&COLUMNS)?;
    for one in &view.register {
        table.row(&row(one))?;
    }
    table.finish()
}

fn row(one: &RegisterView) -> [String; 24] {
    [
        text(&one.id),
        one.rank.to_string(),
        text(&one.channel),
        text(&one.channel_name),
        one.region.clone(),
        text(&one.country),
        text(&one.scenario),
        text(&one.scenario_name),
        number(one.frequency.value),
        one.frequency_level.clone(),
        number(one.harm.value),
        one.harm_level.clone(),
        one.inherent_score.as_ref().map_or_else(String::new, |score| number(score.value)),
        number(one.score.value),
        one.level.clone(),
        number(one.target_score.value),
        one.target_level.clone(),
        one.nist_level.clone(),
        one.grade.clone(),
        list(&one.activities),
        maybe(one.owner.as_ref()),
        list(&one.fallbacks),
        list(&one.measures),
        one.treatment.clone(),
    ]
}
