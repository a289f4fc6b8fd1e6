//! From the knowledge base to the track record.

use std::collections::BTreeMap;

use super::{
    cells::{Cell, cells},
    claims,
    forecast::{Known, Way},
    judged::Judged,
    onset::Onsets,
    panel::{Gap, Panel},
    ranking,
    record::{OutcomeRecord, TrackRecord},
    reliability,
    resample::{WIDTH, draws},
    score::Case,
};
use crate::knowledge::Outcome;

/// What to look back on.
#[derive(Debug, Clone)]
pub struct Asked<'k> {
    pub outcomes: Vec<&'k Outcome>,
    /// The year at the end of which the forecaster stands.
    pub as_of: i16,
    pub seed: u64,
    pub resamples: u32,
}

/// Forecasts, scores and the next forecast of each outcome that is asked for.
pub fn track(panel: &Panel, asked: &Asked) -> Result<TrackRecord, Gap> {
    let first = panel.range()[0];
    let mut by_year = BTreeMap::new();
    for year in first..=asked.as_of + 1 {
        by_year.insert(year, cells(panel, year)?);
    }
    let draws: Vec<Vec<f64>> = draws(panel.codes.len(), asked.resamples, asked.seed).collect();
    let one = |outcome: &&Outcome| record(panel, outcome, asked.as_of, &by_year, &draws);
    let owned = |claims: &[&str]| claims.iter().map(|claim| (*claim).to_owned()).collect();
    Ok(TrackRecord {
        format: 1,
        tool: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
        knowledge: panel.knowledge.hash.clone(),
        overlaid: panel.knowledge.overlaid.iter().cloned().collect(),
        as_of: asked.as_of,
        scored_years: [first, asked.as_of],
        lag_years: panel.parameters.lag_years,
        countries: panel.codes.len(),
        seed: asked.seed,
        resamples: asked.resamples,
        interval: WIDTH,
        outcomes: asked.outcomes.iter().map(one).collect::<Result<_, _>>()?,
        may_be_claimed: owned(claims::MAY),
        may_not_be_claimed: owned(claims::MAY_NOT),
    })
}

fn record(
    panel: &Panel,
    outcome: &Outcome,
    as_of: i16,
    by_year: &BTreeMap<i16, Vec<Cell>>,
    draws: &[Vec<f64>],
) -> Result<OutcomeRecord, Gap> {
    let counts = panel.counts(&outcome.column)?;
    let cap = panel.knowledge.method.counting.cap_per_year;
    let known = |(year, cells)| Known::new(panel.parameters, &counts, cells, year, cap);
    let known: Vec<Known> = by_year.iter().map(|(year, cells)| known((*year, cells))).collect();
    let scored: Vec<&Known> = known.iter().filter(|known| known.year <= as_of).collect();
    let cases = Way::ALL.map(|way| cases(&scored, way));
    let [.., own, rule] = &cases;
    let floor = panel.parameters.probability_floor;
    let all = vec![1.0; panel.codes.len()];
    let judged = Judged::new(&cases, floor, &all, draws);
    let events = rule.iter().filter(|case| case.happened).count();
    Ok(OutcomeRecord {
        id: outcome.id.clone(),
        name: outcome.name.clone(),
        column: outcome.column.clone(),
        country_years: rule.len(),
        events,
        base_rate: events as f64 / rule.len() as f64,
        uncertainty: judged.value[0].uncertainty,
        forecasts: Way::ALL.map(|way| judged.scores(way, &cases[way as usize])).into(),
        comparisons: [Way::Persistence, Way::OwnRate].map(|way| judged.comparison(way)).into(),
        reliability: reliability::table(rule, &panel.parameters.bins),
        first_time: Onsets::new(&unstarted(&scored), rule, own, floor).record(&all, draws),
        next: ranking::next(panel, &known[known.len() - 1]),
    })
}

/// Whether nothing had started before, year by year.
fn unstarted(scored: &[&Known]) -> Vec<bool> {
    scored.iter().flat_map(|known| &known.totals).map(|total| *total <= 0.0).collect()
}

/// Forecasts of all scored years, year by year.
fn cases(scored: &[&Known], way: Way) -> Vec<Case> {
    let of = |known: &&Known| {
        let one = |(country, forecast)| Case {
            country,
            forecast,
            happened: known.counts.any(country, known.year),
        };
        known.forecast(way).into_iter().enumerate().map(one).collect::<Vec<_>>()
    };
    scored.iter().flat_map(of).collect()
}
