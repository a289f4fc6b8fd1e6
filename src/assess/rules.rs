//! The rules: each looks at the facts and returns findings.

mod appetite;
mod fallback;
mod law;
mod model;
mod profile;
mod questions;
mod shared;
mod standing;

pub use standing::phrase;

use super::{facts::Facts, finding::Finding};

type Rule = fn(&Facts) -> Vec<Finding>;

/// Every rule. The order does not matter: findings are sorted afterwards.
const RULES: &[Rule] = &[
    standing::in_force_now,
    standing::where_it_stands,
    appetite::breach_over_appetite,
    fallback::no_fallback,
    fallback::untested,
    fallback::failed,
    fallback::stale,
    fallback::short_reach,
    fallback::slow,
    fallback::unlawful,
    shared::shared_dependency,
    law::localization_conflict,
    law::sector_ban,
    questions::unanswered,
    profile::rto_at_mtpd,
    profile::impact_below_tier,
    profile::same_tenant,
    profile::people_without_channel,
    profile::no_owner,
    profile::review_overdue,
    model::residual_above_inherent,
    model::lowered_without_evidence,
    model::tests_on_one_day,
    model::mostly_judgement,
    model::mostly_assumed,
    model::uncounted_loss,
    model::states_left_out,
    model::old_facts,
];

/// All findings, gravest first, then by id.
pub fn findings(facts: &Facts) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(facts)).collect();
    sort(&mut findings);
    findings
}

/// Gravest first, then by code and id.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by_cached_key(|finding| (finding.severity, finding.code, finding.id()));
}
