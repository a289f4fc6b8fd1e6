//! Channels with the four answers, and as third parties.

use schemars::JsonSchema;
use serde::Serialize;

use super::SourceRef;

/// A channel with its four answers.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ChannelView {
    /// As in the profile.
    pub id: String,
    /// As in the profile, or the id.
    pub name: String,
    /// Name of the vendor.
    pub vendor: String,
    /// Name of the vendor's owner.
    pub owner: String,
    /// Codes of the countries where it is in use.
    pub regions: Vec<String>,
    /// Capabilities.
    pub carries: Vec<String>,
    /// Word of the contract, or `not stated`.
    pub substitutability: String,
    /// `yes`, `no` or `not stated`.
    pub exit_plan: String,
    /// Four answers, in the order of the questions.
    pub answers: Vec<AnswerView>,
    /// What it needs by phase, in the first region in which it is in use.
    pub needs: Vec<NeedView>,
}

/// The answer to one of the four questions.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AnswerView {
    /// As asked.
    pub question: String,
    /// `answered`, `unanswered: from the knowledge base` or `unanswered`.
    pub status: String,
    /// By the organisation itself?
    pub answered: bool,
    /// The answer in a few words, for a table.
    pub short: String,
    /// The whole answer.
    pub lines: Vec<String>,
    /// Of what comes from the knowledge base: `sourced`, `known` or `judgement`.
    pub confidence: Option<String>,
    /// References.
    pub sources: Vec<SourceRef>,
}

/// What a channel needs in one phase.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NeedView {
    /// `install`, `register`, `run`, `notify`, `pay` or `legal`.
    pub phase: String,
    /// Each is needed: one name, or "any one of Google Play, vendor site".
    pub groups: Vec<String>,
}

/// What a regulator asks of a third party: fields of the DORA register of information, as far as the
/// profile and the knowledge base have them.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ThirdPartyView {
    /// Channel id.
    pub channel: String,
    /// Name of the channel.
    pub channel_name: String,
    /// Name of the provider.
    pub provider: String,
    /// Name of its owner.
    pub owner: String,
    /// Country codes of the legal orders that the owner answers to.
    pub jurisdictions: Vec<String>,
    /// Ids of the functions (activities) that it supports as their channel.
    pub functions: Vec<String>,
    /// Ids of those for which it is a fallback.
    pub backs_up: Vec<String>,
    /// Countries of the users.
    pub provided_in: Vec<String>,
    /// Is any user data stored? Null where nobody has said.
    pub stores_data: Option<bool>,
    /// Country codes of the data at rest.
    pub stored_in: Vec<String>,
    /// Does `stored_in` come from the knowledge base rather than the profile?
    pub stored_in_assumed: bool,
    /// Notice period of the contract.
    #[schemars(extend("x-unit" = "days"))]
    pub notice_days: Option<f64>,
    /// `none`, `highly-complex`, `medium` or `easy`.
    pub substitutability: Option<String>,
    /// Is there an exit plan?
    pub exit_plan: Option<bool>,
    /// `easy`, `difficult` or `highly-complex`.
    pub reintegration: Option<String>,
    /// Impact of discontinuing, by the tiers of the functions: `low`, `medium` or `high`; null where it
    /// is no function's channel.
    pub impact: Option<String>,
    /// Names of vendors that could take its place.
    pub alternatives: Vec<String>,
    /// Highest level of reliance: share of the users of a function that is on it, in words.
    pub reliance: String,
}
