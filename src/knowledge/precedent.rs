//! The ledger: dated actions of governments against messaging.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Confidence, NoticeBasis, PartialDate, RecordKind};

/// One dated action. Files in `seeds/precedents/` hold those of one country.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Precedent {
    /// `cc-yyyy-mm-dd-word`.
    #[validate(length(min = 4, max = 80))]
    pub id: String,
    /// Country code.
    pub country: String,
    /// When it took effect, or is planned to.
    pub date: PartialDate,
    /// When it ended; absent while open or unknown.
    pub end: Option<PartialDate>,
    /// Days it lasted, where a source says so.
    #[validate(range(min = 0.0, max = 20000.0))]
    pub duration_days: Option<f64>,
    /// Scenario id.
    pub scenario: String,
    /// Vendor ids or aliases, or the names of services outside the catalogue.
    #[serde(default)]
    pub vendors: Vec<String>,
    /// What was hit: all, text, voice, video, files, onboarding, updates.
    #[serde(default)]
    pub affected: Vec<String>,
    /// Days between the announcement and the effect.
    #[validate(range(min = 0.0, max = 4000.0))]
    pub notice_days: Option<f64>,
    /// Where the notice comes from. `no-warning-found` is an absence of evidence: never average over it.
    pub notice_basis: Option<NoticeBasis>,
    pub record: RecordKind,
    /// One sentence.
    #[validate(length(min = 10, max = 600))]
    pub summary: String,
    #[serde(default)]
    #[validate(length(max = 600))]
    pub note: String,
    /// Source id.
    pub source: String,
    pub confidence: Confidence,
}

/// Words in `vendors` that name a class rather than a service.
pub mod class {
    /// The whole network: attribute it to the network, not to a vendor.
    pub const INTERNET: &str = "all-internet";
    /// Every messenger.
    pub const MESSENGERS: &str = "all-messengers";
    /// Every vendor a mandate can bind.
    pub const VENDORS: &str = "all-vendors";
    /// Every virtual private network.
    pub const VPN: &str = "all-vpn";
    /// Every mobile subscriber.
    pub const MOBILE: &str = "all-mobile";
    /// All of them.
    pub const ALL: [&str; 5] = [INTERNET, MESSENGERS, VENDORS, VPN, MOBILE];
}
