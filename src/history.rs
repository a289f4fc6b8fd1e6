//! Many runs of one organisation: its own record, forecasts included.

mod settle;

use jiff::civil::Date;

use crate::{
    backtest::{
        Bin,
        reliability::table,
        score::{Case, Ranked, Scores},
    },
    compare::Reading,
    knowledge::Knowledge,
    snapshot::{Forecast, Snapshot},
};

pub use settle::happened;

/// A run that was kept.
pub struct Kept {
    pub snapshot: Snapshot,
    pub reading: Reading,
}

/// A forecast whose time is over, and what the ledger says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    pub forecast: Forecast,
    pub happened: bool,
}

/// How forecasts turned out.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub settled: Vec<Settled>,
    /// How often it happened.
    pub base_rate: f64,
    pub mean_forecast: f64,
    /// Mean squared error, lower is better.
    pub brier: f64,
    /// That of a forecaster who knew the base rate and nothing else.
    pub climatology: f64,
    /// Share of the climatology's error that the forecasts save; none where nothing or everything happened.
    pub skill: Option<f64>,
    pub log_loss: f64,
    /// Forecasts by size, with how often it happened.
    pub bins: Vec<Bin>,
}

/// Forecasts that can be scored on a day: those whose time is over.
pub fn settled(kept: &[Kept], knowledge: &Knowledge, as_of: Date) -> Vec<Settled> {
    let all = kept.iter().flat_map(|one| &one.snapshot.forecasts);
    all.filter(|forecast| forecast.until <= as_of)
        .map(|forecast| Settled {
            happened: happened(forecast, knowledge),
            forecast: forecast.clone(),
        })
        .collect()
}

/// Forecasts nearer to 0 or 1 count as so near, for the log loss.
const FLOOR: f64 = 0.001;

/// Edges of the bins.
const EDGES: [f64; 4] = [0.05, 0.15, 0.3, 0.6];

/// Scores them; none where there are none yet.
pub fn record(settled: Vec<Settled>) -> Option<Record> {
    if settled.is_empty() {
        return None;
    }
    let cases: Vec<Case> = settled
        .iter()
        .enumerate()
        .map(|(at, one)| Case {
            country: at,
            forecast: one.forecast.probability,
            happened: one.happened,
        })
        .collect();
    let n = cases.len() as f64;
    let base_rate = cases.iter().filter(|case| case.happened).count() as f64 / n;
    let Scores { brier, log_loss, .. } = Ranked::new(&cases, FLOOR).scores(&vec![1.0; cases.len()]);
    let climatology = base_rate * (1.0 - base_rate);
    Some(Record {
        base_rate,
        mean_forecast: cases.iter().map(|case| case.forecast).sum::<f64>() / n,
        brier,
        climatology,
        skill: (climatology > 0.0).then(|| 1.0 - brier / climatology),
        log_loss,
        bins: table(&cases, &EDGES),
        settled,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(probability: f64, happened: bool) -> Settled {
        let day = |text: &str| text.parse().unwrap();
        let forecast = Forecast {
            country: "XX".to_owned(),
            vendor: "chat".to_owned(),
            probability,
            after: day("2025-01-01"),
            until: day("2026-01-01"),
        };
        Settled { forecast, happened }
    }

    #[test]
    fn the_scores_are_those_of_the_definition() {
        assert_eq!(record(Vec::new()), None);
        let record = record(vec![settled(0.2, false), settled(0.7, true)]).unwrap();
        assert!((record.brier - 0.065).abs() < 1e-12);
        assert!((record.climatology - 0.25).abs() < 1e-12);
        assert!((record.skill.unwrap() - (1.0 - 0.065 / 0.25)).abs() < 1e-12);
        assert!((record.mean_forecast - 0.45).abs() < 1e-12);
        assert_eq!(record.bins.iter().map(|bin| bin.country_years).sum::<usize>(), 2);
    }

    #[test]
    fn what_always_happens_leaves_nothing_to_be_better_than() {
        let record = record(vec![settled(0.9, true)]).unwrap();
        assert_eq!(record.skill, None);
    }
}
