//! One kind of government measure: whom it hits, what is left, and for how long.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Basis, BlockScope, Capability, Circumstance, Layer, LeverKind, Phase};

/// One scenario, one file in `seeds/scenarios/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    #[validate(length(min = 2, max = 60))]
    pub id: String,
    #[validate(length(min = 1, max = 80))]
    pub name: String,
    /// Which of the three layers of pressure it belongs to.
    pub layer: Layer,
    /// What a user sees, in one or two sentences.
    #[validate(length(min = 10, max = 500))]
    pub summary: String,
    /// The campaign stream whose rate it draws on (a key of `seeds/rates/streams.toml`).
    pub stream: String,
    #[validate(nested)]
    pub share: Share,
    #[validate(nested)]
    pub duration: Duration,
    /// Warning before it takes effect. Absent: none can be counted on.
    #[validate(nested)]
    pub notice: Option<Notice>,
    /// How likely a campaign of this kind reaches the organisation's people at all. Absent: always.
    /// The first rule whose circumstances all hold counts.
    #[serde(default)]
    #[validate(nested)]
    pub reach: Vec<Chance>,
    /// Whom it hits. One entry is one thing that a campaign hits or misses as a whole.
    #[validate(nested, length(min = 1))]
    pub hit: Vec<Hit>,
    /// Answer of the vendor where the scenario leaves no choice; the vendor's record decides elsewhere.
    #[validate(nested)]
    pub response: Option<FixedResponse>,
    /// What each answer of a vendor leads to, in words.
    #[validate(nested)]
    pub answers: Answers,
    /// Extra cost by answer, in euro; a profile may replace it.
    #[serde(default)]
    #[validate(nested)]
    pub cost: ResponseCost,
    /// Does a vendor that complies disclose conversations or metadata to the state?
    #[serde(default)]
    pub discloses: bool,
    /// The lever of a jurisdiction that carries this scenario; shown as the reason of a cell.
    pub lever: Option<LeverKind>,
    /// Scopes of `block` entries of vendors that mean that this scenario is in force now.
    #[serde(default)]
    pub in_force_as: Vec<BlockScope>,
    /// Sectors that regulators single out (for the circumstance `regulated-sector`).
    #[serde(default)]
    pub sectors: Vec<String>,
    /// Ids by which precedents and measures may also name it.
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Scenario {
    /// Hours of warning that can be counted on; 0 where nothing is said.
    pub fn notice_hours(&self) -> f64 {
        self.notice.as_ref().map_or(0.0, |notice| notice.hours)
    }
}

/// Its share among the campaigns of its stream before any record of the country is seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Relative weight; shares of a stream are scaled to sum to 1.
    #[validate(range(min = 0.0, max = 1.0))]
    pub prior: f64,
    /// Does the stream's data set count this scenario? The rate of the others follows from the ledger.
    #[serde(default)]
    pub counted: bool,
    pub basis: Basis,
    /// Why this value.
    #[validate(length(min = 3, max = 400))]
    pub why: String,
}

/// How long it lasts: with a chance it does not end within the year, else lognormal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Duration {
    /// Chance that it does not end within the year.
    #[validate(range(min = 0.0, max = 1.0))]
    pub never_ends: f64,
    /// Median of those that end, in hours.
    #[validate(range(min = 0.1, max = 100_000.0))]
    pub median_hours: f64,
    /// Standard deviation of the logarithm of hours.
    #[validate(range(min = 0.01, max = 5.0))]
    pub sigma: f64,
    pub basis: Basis,
    /// Why these values.
    #[validate(length(min = 3, max = 400))]
    pub why: String,
}

/// Warning that can be counted on before such a measure takes effect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// From the announcement to the effect.
    #[validate(range(min = 0.0, max = 8760.0))]
    pub hours: f64,
    pub basis: Basis,
    /// Why this value.
    #[validate(length(min = 3, max = 400))]
    pub why: String,
}

/// One thing that a campaign hits or misses as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Hit {
    pub target: Target,
    /// For `nodes`: the node ids. Channels that need one of them in its phase are hit together.
    #[serde(default)]
    pub nodes: Vec<String>,
    /// For `paths`: node ids that are cut. A device is exposed only when every path it could use is cut.
    #[serde(default)]
    pub paths: Vec<String>,
    /// The phase in which the loss is felt.
    pub phase: Phase,
    /// Service left per capability, 0 to 1, for the people who are exposed. A capability that is absent is lost.
    pub left: BTreeMap<Capability, f64>,
    /// How likely the hit is, given a campaign of this scenario. The first rule whose circumstances all hold counts.
    #[validate(nested, length(min = 1))]
    pub chance: Vec<Chance>,
    pub basis: Basis,
    /// Why these values.
    #[validate(length(min = 3, max = 500))]
    pub why: String,
}

/// What is hit.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Each vendor by itself: one may be hit and the next one not.
    EachVendor,
    /// Each vendor by itself, but only people without an open path (install or register) feel it.
    Paths,
    /// Shared nodes: whoever needs them falls together.
    Nodes,
}

/// A rule for the chance of a hit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Chance {
    /// All must hold; empty holds always.
    #[serde(default)]
    pub when: Vec<Circumstance>,
    /// A fixed chance.
    #[validate(range(min = 0.0, max = 1.0))]
    pub value: Option<f64>,
    /// Or the vendor's attention (share of campaigns that hit it), times this.
    #[validate(range(min = 0.0, max = 10.0))]
    pub attention_times: Option<f64>,
    /// The reason in words, for the chain of reasons of a cell.
    #[validate(length(min = 3, max = 300))]
    pub reason: String,
}

/// What each answer of a vendor leads to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    #[validate(length(min = 10, max = 300))]
    pub comply: String,
    #[validate(length(min = 10, max = 300))]
    pub resist: String,
    #[validate(length(min = 10, max = 300))]
    pub exit: String,
}

/// Fixed probabilities of the three answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct FixedResponse {
    #[validate(range(min = 0.0, max = 1.0))]
    pub comply: f64,
    #[validate(range(min = 0.0, max = 1.0))]
    pub resist: f64,
    #[validate(range(min = 0.0, max = 1.0))]
    pub exit: f64,
}

/// Cost to the organisation by the vendor's answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, default)]
pub struct ResponseCost {
    #[validate(range(min = 0.0))]
    pub comply: f64,
    #[validate(range(min = 0.0))]
    pub resist: f64,
    #[validate(range(min = 0.0))]
    pub exit: f64,
}
