//! Section 6: the register, the matrix, the top risks in words.

use super::{cited::Cited, figures};
use crate::{
    advise::{Advised, target::Target},
    assess::{Assessment, Case, Facts, finding::FindingCode, nist, register::Row},
    engine::{
        band::Band,
        score::{Level, score},
    },
    report::view::{MatrixCell, MatrixRow, ReasonView, RegisterView, TopRisk},
    words,
};

/// What rows are made from beside themselves.
pub struct Beside<'a> {
    pub assessment: &'a Assessment,
    pub advised: &'a Advised,
    pub target: &'a Target,
    pub cited: &'a Cited<'a>,
}

/// Every row.
pub fn register(facts: &Facts, beside: &Beside) -> Vec<RegisterView> {
    let rows = beside.assessment.register.iter().enumerate();
    rows.map(|(at, row)| row_view(facts, (at + 1, row), beside)).collect()
}

/// Activities of a row in its country.
fn bearers<'a>(facts: &Facts<'a>, row: &Row) -> Vec<Case<'a>> {
    let bears = |case: &Case| row.activities.contains(&case.activity.id);
    facts.cases_in(row.region).filter(bears).collect()
}

/// Names of the lawful fallbacks of the activities of a row.
fn fallbacks(facts: &Facts, row: &Row) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for case in bearers(facts, row) {
        for fallback in facts.lawful_fallbacks(case) {
            let name = &facts.channel(fallback.channel).name;
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    names
}

/// Titles of the chosen measures that are for an activity and the scenario of a row.
fn measures(advised: &Advised, row: &Row) -> Vec<String> {
    let groups = advised.catalogue.groups.iter().zip(&advised.advice.chosen.choices);
    let chosen =
        groups.flat_map(|(group, choice)| choice.iter().map(|one| &group.offers[one].offer));
    let concerns = |offer: &&crate::advise::catalogue::Offer| {
        offer.regions.contains(&row.region)
            && offer.changes.iter().any(|change| {
                let scenario =
                    change.scenarios.is_empty() || change.scenarios.contains(&row.scenario);
                scenario && row.activities.iter().any(|id| change.concerns(id))
            })
    };
    chosen.filter(concerns).map(|offer| offer.title.clone()).collect()
}

/// What is done about a row.
fn treatment(facts: &Facts, row: &Row, beside: &Beside, lowered: bool) -> &'static str {
    if lowered {
        return "mitigate";
    }
    let above = |case: &Case| case.residual.breach.value > case.activity.appetite.value;
    let accepted = |case: &Case| {
        beside.assessment.findings.iter().any(|finding| {
            finding.code == FindingCode::BreachOverAppetite
                && finding.subject == case.activity.id
                && finding.region == case.region.code
                && finding.accepted.is_some()
        })
    };
    let over: Vec<Case> = bearers(facts, row).into_iter().filter(above).collect();
    if !over.is_empty() && over.iter().all(accepted) { "accept" } else { "open" }
}

fn row_view(facts: &Facts, (rank, row): (usize, &Row), beside: &Beside) -> RegisterView {
    let cited = beside.cited;
    let (channel, region) = (facts.channel(row.channel), &facts.estate.regions[row.region]);
    let (frequency, harm) = (Level::of_magnitude(row.frequency), Level::of_magnitude(row.harm));
    let nist = nist::level(frequency, harm);
    let key = (row.region, row.channel, row.scenario.clone());
    let left = beside.target.rows.get(&key).copied().unwrap_or(0.0);
    let target = score(&facts.modelled.model.scale, left);
    let lowered = left < row.residual * 0.99;
    let reason = |reason: &crate::assess::reasons::Reason| ReasonView {
        topic: reason.topic.to_owned(),
        text: reason.text.clone(),
        basis: reason.basis.word().to_owned(),
        sources: cited.refs(&reason.sources),
    };
    RegisterView {
        id: row.id(facts),
        rank,
        channel: channel.id.clone(),
        channel_name: channel.name.clone(),
        region: region.code.clone(),
        country: region.name.clone(),
        scenario: row.scenario.clone(),
        scenario_name: facts.scenario_name(&row.scenario).to_owned(),
        frequency: figures::frequency(row.frequency),
        frequency_level: frequency.name().to_owned(),
        harm: figures::harm(row.harm),
        harm_level: harm.name().to_owned(),
        inherent_harm_level: row.inherent.map(|harm| of_one(row, harm)),
        target_harm_level: of_one(row, left),
        inherent_score: row.inherent_score.map(|score| figures::points(Band::certain(score))),
        score: figures::points(Band::certain(row.score)),
        level: row.level.name().to_owned(),
        target_score: figures::points(Band::certain(target)),
        target_level: Level::of_score(target).name().to_owned(),
        nist_level: nist.name().to_owned(),
        nist_far: nist::far(row.level, nist),
        grade: row.grade.letter().to_owned(),
        activities: names(facts, row),
        owner: row.owner.clone(),
        fallbacks: fallbacks(facts, row),
        measures: if lowered { measures(beside.advised, row) } else { Vec::new() },
        treatment: treatment(facts, row, beside, lowered).to_owned(),
        reasons: row.reasons.iter().map(reason).collect(),
    }
}

/// Level of the harm of one campaign, from that of a year.
fn of_one(row: &Row, annual: f64) -> String {
    let harm = if row.frequency > 0.0 { annual / row.frequency } else { 0.0 };
    Level::of_magnitude(harm).name().to_owned()
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
