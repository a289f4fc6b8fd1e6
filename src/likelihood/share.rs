//! Which kinds of campaign a country prefers: prior shares, moved by its own ledger.

use std::collections::BTreeMap;

use super::ledger::LedgerCampaign;
use crate::knowledge::Knowledge;

/// Shares of the scenarios of one stream in one country.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// By scenario id; they sum to 1.
    pub by_scenario: BTreeMap<String, f64>,
    /// Campaigns of the ledger behind them.
    pub own: BTreeMap<String, usize>,
    /// Share of the scenarios that the stream's data set counts. The rate of all campaigns is the
    /// counted rate divided by it.
    pub counted: f64,
}

/// Shares from the prior and from the country's ledger.
pub fn shares(knowledge: &Knowledge, stream: &str, ledger: &[LedgerCampaign]) -> Shares {
    let scenarios = || knowledge.scenarios.values().filter(|scenario| scenario.stream == stream);
    let prior_sum: f64 = scenarios().map(|scenario| scenario.share.prior).sum();
    let own: BTreeMap<String, usize> = scenarios()
        .map(|scenario| {
            let count = ledger.iter().filter(|campaign| campaign.scenario == scenario.id).count();
            (scenario.id.clone(), count)
        })
        .collect();
    let total = own.values().sum::<usize>() as f64;
    let strength = knowledge.method.shrinkage.shares;
    let by_scenario: BTreeMap<String, f64> = scenarios()
        .map(|scenario| {
            let prior = scenario.share.prior / prior_sum;
            let seen = own.get(&scenario.id).copied().unwrap_or(0) as f64;
            (scenario.id.clone(), (strength * prior + seen) / (strength + total))
        })
        .collect();
    let counted = scenarios()
        .filter(|scenario| scenario.share.counted)
        .filter_map(|scenario| by_scenario.get(&scenario.id))
        .sum();
    Shares { by_scenario, own, counted }
}
