//! Section 6: the register, the matrix, the top risks in words.

use super::{cited::Cited, figures};
use crate::{
    assess::{Assessment, Facts, register::Row},
    engine::{
        band::Band,
        score::{Level, score},
    },
    report::view::{MatrixCell, MatrixRow, ReasonView, RegisterView, TopRisk},
    words,
};

/// Every row.
pub fn register(facts: &Facts, assessment: &Assessment, cited: &Cited) -> Vec<RegisterView> {
    assessment.register.iter().map(|row| row_view(facts, row, cited)).collect()
}

fn row_view(facts: &Facts, row: &Row, cited: &Cited) -> RegisterView {
    let (channel, region) = (facts.channel(row.channel), &facts.estate.regions[row.region]);
    let reason = |reason: &crate::assess::reasons::Reason| ReasonView {
        topic: reason.topic.to_owned(),
        text: reason.text.clone(),
        basis: reason.basis.word().to_owned(),
        sources: cited.refs(&reason.sources),
    };
    RegisterView {
        id: row.id(facts),
        channel: channel.id.clone(),
        channel_name: channel.name.clone(),
        region: region.code.clone(),
        country: region.name.clone(),
        scenario: row.scenario.clone(),
        scenario_name: facts.scenario_name(&row.scenario).to_owned(),
        frequency: figures::frequency(row.frequency),
        frequency_level: Level::of_magnitude(row.frequency).name().to_owned(),
        harm: figures::harm(row.harm),
        harm_level: Level::of_magnitude(row.harm).name().to_owned(),
        inherent_score: row.inherent_score.map(|score| figures::points(Band::certain(score))),
        score: figures::points(Band::certain(row.score)),
        level: row.level.name().to_owned(),
        grade: row.grade.letter().to_owned(),
        activities: names(facts, row),
        owner: row.owner.clone(),
        reasons: row.reasons.iter().map(reason).collect(),
    }
}

/// Names of the activities that bear the harm.
fn names(facts: &Facts, row: &Row) -> Vec<String> {
    let find = |id: &String| facts.estate.activities.iter().find(|activity| activity.id == *id);
    row.activities.iter().filter_map(find).map(|activity| activity.name.clone()).collect()
}

/// Five at most.
const TOP: usize = 5;

/// The highest rows in words.
pub fn top_risks(facts: &Facts, assessment: &Assessment) -> Vec<TopRisk> {
    let view = |row: &Row| {
        let (channel, region) = (facts.channel(row.channel), &facts.estate.regions[row.region]);
        TopRisk {
            id: row.id(facts),
            sentence: format!(
                "{} in {} that hits {} ({}): it stops {}",
                facts.scenario_name(&row.scenario),
                region.name,
                channel.name,
                words::frequency(row.frequency),
                words::list(&names(facts, row))
            ),
            score: figures::points(Band::certain(row.score)),
            level: row.level.name().to_owned(),
            owner: row.owner.clone(),
        }
    };
    assessment.register.iter().take(TOP).map(view).collect()
}

/// Rows by likelihood and harm, the most likely first.
pub fn matrix(facts: &Facts, assessment: &Assessment) -> Vec<MatrixRow> {
    let scale = &facts.modelled.model.scale;
    let at = |level: Level| Level::ALL.iter().position(|other| *other == level).unwrap_or(0);
    let centre = |index: usize| 10_f64.powf(-2.25 + 0.5 * index as f64);
    let cell = |likelihood: Level, harm: Level| {
        let rows = assessment
            .register
            .iter()
            .filter(|row| {
                Level::of_magnitude(row.frequency) == likelihood
                    && Level::of_magnitude(row.harm) == harm
            })
            .count();
        let level = Level::of_score(score(scale, centre(at(likelihood)) * centre(at(harm))));
        MatrixCell {
            harm: harm.name().to_owned(),
            level: level.name().to_owned(),
            rows,
            text: if rows == 0 { String::new() } else { rows.to_string() },
        }
    };
    Level::ALL
        .iter()
        .rev()
        .map(|likelihood| MatrixRow {
            likelihood: likelihood.name().to_owned(),
            cells: Level::ALL.iter().map(|harm| cell(*likelihood, *harm)).collect(),
        })
        .collect()
}
