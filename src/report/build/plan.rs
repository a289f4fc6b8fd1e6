//! The view of `plan`: measures by themselves.

use super::{measures::measures, organization_of};
use crate::{
    advise::Advised,
    estate::Estate,
    report::view::{PLAN_FORMAT, PlanView},
};

/// Builds the view.
pub fn plan(estate: &Estate, advised: &Advised) -> PlanView {
    PlanView {
        format: PLAN_FORMAT,
        tool: format!("blackstart {}", env!("CARGO_PKG_VERSION")),
        organization: organization_of(estate),
        as_of: estate.as_of.to_string(),
        method: estate.knowledge.method.version.clone(),
        knowledge: estate.knowledge.hash.clone(),
        measures: measures(estate, advised),
    }
}
