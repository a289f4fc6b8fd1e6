//! The view of `plan`: measures and switch-over plans by themselves.

use super::{cited::Cited, measures::measures, organization_of, switchover::switchover};
use crate::{
    advise::{
        Advised,
        switchover::{Plan, plans},
    },
    assess::Facts,
    report::view::{PLAN_FORMAT, PlanReport},
};

/// Builds the view.
pub fn plan(facts: &Facts, advised: &Advised) -> PlanReport {
    let estate = facts.estate;
    let plans = plans(facts);
    let mut ids: Vec<String> = plans.iter().flat_map(Plan::sources).collect();
    ids.sort();
    ids.dedup();
    PlanReport {
        format: PLAN_FORMAT,
        tool: format!("blackstart {}", env!("CARGO_PKG_VERSION")),
        organization: organization_of(estate),
        as_of: estate.as_of.to_string(),
        method: estate.knowledge.method.version.clone(),
        knowledge: estate.knowledge.hash.clone(),
        measures: measures(estate, advised),
        switchover: switchover(facts, &plans, &Cited::new(facts, &ids)),
    }
}
