//! First-time onsets: where nothing of the kind had ever started, a record says nothing, and only
//! what is known of the country otherwise can rank it.

use super::{
    record::FirstTime,
    resample::Estimate,
    score::{Case, Ranked},
};

/// Country-years without an earlier start, under two ways to forecast.
#[derive(Debug)]
pub struct Onsets {
    country_years: usize,
    events: usize,
    rule: Ranked,
    own: Ranked,
}

impl Onsets {
    /// `first` says which of the cases had no earlier start.
    pub fn new(first: &[bool], rule: &[Case], own: &[Case], floor: f64) -> Self {
        let kept = |cases: &[Case]| -> Vec<Case> {
            cases.iter().zip(first).filter(|(_, first)| **first).map(|(case, _)| *case).collect()
        };
        let cases = kept(rule);
        Self {
            country_years: cases.len(),
            events: cases.iter().filter(|case| case.happened).count(),
            rule: Ranked::new(&cases, floor),
            own: Ranked::new(&kept(own), floor),
        }
    }

    /// AUC of both, with intervals from the draws.
    pub fn record(&self, all: &[f64], draws: &[Vec<f64>]) -> FirstTime {
        let auc = |ranked: &Ranked| {
            let drawn = draws.iter().map(|weights| ranked.scores(weights).auc).collect();
            Estimate::new(ranked.scores(all).auc, drawn)
        };
        FirstTime {
            country_years: self.country_years,
            events: self.events,
            auc_tier_and_size: auc(&self.rule),
            auc_own_rate: auc(&self.own),
        }
    }
}
