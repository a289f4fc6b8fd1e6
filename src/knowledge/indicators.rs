//! Limits of the indicators that are looked at between two quarters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

/// `[indicators]` of the method. An indicator is amber or red from its limit on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Indicators {
    /// Activities of these tiers, and of those above, are watched for tests, single points and reach.
    #[validate(range(min = 1, max = 4))]
    pub watched_tier: u8,
    /// Days since the last passed test of a fallback of a watched activity.
    pub test_age_days: Limits,
    /// Cases above appetite.
    pub over_appetite: Limits,
    /// Watched cases with a single point of failure.
    pub single_points: Limits,
    /// Largest share of the harm that comes through one vendor.
    pub vendor_share: Limits,
    /// Largest share of the harm that arises in one country.
    pub country_share: Limits,
    /// Watched cases of which no fallback reaches the MBCO.
    pub short_reach: Limits,
    /// Longest activation of a best fallback, as a multiple of the RTO.
    pub activation_per_rto: Limits,
    /// Campaigns of the ledger in operating countries within `recent_days`.
    pub new_campaigns: Limits,
    #[validate(range(min = 1, max = 3660))]
    pub recent_days: u16,
    /// Announced measures that take effect within `ahead_days`.
    pub announced: Limits,
    #[validate(range(min = 1, max = 3660))]
    pub ahead_days: u16,
    /// Channels in countries where data is stored against a localisation law.
    pub localization_conflicts: Limits,
    /// Acceptances that have run out or do so within `expiry_days`. Amber for those that do so, red for those
    /// that have.
    #[validate(range(min = 1, max = 365))]
    pub expiry_days: u16,
    /// Share of vendors and countries in use that were looked at longer ago than the review allows.
    pub old_facts: Limits,
    /// Share of the harm that rests on grades C and D.
    pub weak_evidence: Limits,
    /// Largest difference between the exact engine and the simulation, in standard errors.
    pub self_check_z: Limits,
}

/// From where on an indicator is amber and red; none is never reached.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    pub amber: Option<f64>,
    pub red: Option<f64>,
}
