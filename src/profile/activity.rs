//! Activities as written, with their fallbacks (question 4), and acceptances.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Day, LossRate, Span, Switchover};
use crate::knowledge::Capability;

/// Something the organisation must keep doing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Short id, used in finding ids.
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// Name as it should stand in the report. Default: the id.
    #[validate(length(min = 1, max = 120))]
    pub name: Option<String>,
    /// Who answers for it.
    #[validate(length(min = 1, max = 120))]
    pub owner: Option<String>,
    /// Priority from 1 (must not stop) to 4. Default: 2.
    #[validate(range(min = 1, max = 4))]
    pub tier: Option<u8>,
    /// Countries where it is done. Default: the regions of its channels.
    #[validate(length(min = 1, max = 200))]
    #[schemars(extend("x-names" = "country"))]
    pub regions: Option<Vec<String>>,
    /// What its channel has to carry. Default: text.
    #[validate(length(min = 1, max = 6))]
    pub needs: Option<Vec<Capability>>,
    /// Who has to be reached: employees, partners or both. Default: employees, and partners where
    /// there are any.
    #[validate(length(min = 1, max = 2))]
    pub audience: Option<Vec<Audience>>,
    /// Maximum tolerable period of disruption. Default by tier.
    pub mtpd: Option<Span>,
    /// Recovery time objective; below the MTPD. Default by tier.
    pub rto: Option<Span>,
    /// Minimum business continuity objective: share of normal service that is just enough, 0 to 1.
    /// Default by tier.
    #[validate(range(min = 0.01, max = 1.0))]
    pub mbco: Option<f64>,
    /// Impact level, 0 to 5 on the organisation's scale, after an hour, a day, a week and a month
    /// without it in all its regions. Default by tier.
    pub impact: Option<[f64; 4]>,
    /// Loss per hour when it stops in all its regions, in the profile's currency. A region bears
    /// its share by people.
    pub loss_per_hour: Option<LossRate>,
    /// Time to leave the present vendor for good. Default by the contract's substitutability.
    pub switch_time: Option<Span>,
    /// Cost to leave the present vendor for good.
    #[validate(range(min = 0.0, max = 1e15))]
    pub switch_cost: Option<f64>,
    /// Impact level, 0 to 5, of its conversations or metadata reaching a government. Default: 0,
    /// stated as such.
    #[validate(range(min = 0.0, max = 5.0))]
    pub disclosure_impact: Option<f64>,
    /// The channel it runs on. Or `channels`, with shares.
    #[validate(length(min = 1, max = 60))]
    pub channel: Option<String>,
    /// The channels it runs on, with the share of users on each.
    #[validate(nested, length(min = 1, max = 6))]
    pub channels: Option<Vec<ChannelShare>>,
    /// Question 4: is there a backup communications plan for employees and partners?
    #[serde(default)]
    #[validate(nested, length(max = 20))]
    pub fallback: Vec<Fallback>,
    /// Who decides on the switch, who is told, and by which word.
    #[validate(nested)]
    pub switchover: Option<Switchover>,
}

/// Who has to be reached.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    Employees,
    Partners,
}

/// One of several channels of an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ChannelShare {
    /// Channel id.
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// Share of users on it, 0 to 1. The shares of an activity sum to 1.
    #[validate(range(min = 0.0, max = 1.0))]
    pub share: f64,
}

/// A channel an activity switches to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Fallback {
    /// Channel id.
    #[validate(length(min = 1, max = 60))]
    pub channel: String,
    /// Countries where it is a fallback. Default: every region of the activity in which the channel
    /// is in use.
    #[validate(length(min = 1, max = 200))]
    #[schemars(extend("x-names" = "country"))]
    pub regions: Option<Vec<String>>,
    /// Time to switch over to it.
    pub activation: Option<Span>,
    /// Share of employees it reaches, 0 to 1.
    #[validate(range(min = 0.0, max = 1.0))]
    pub employees: Option<f64>,
    /// Share of partners it reaches, 0 to 1.
    #[validate(range(min = 0.0, max = 1.0))]
    pub partners: Option<f64>,
    /// When it was last tested.
    pub tested: Option<Day>,
    /// What the test showed.
    pub result: Option<TestResult>,
}

/// What a test showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TestResult {
    Passed,
    Failed,
}

/// A finding that someone has accepted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// Finding id such as `stale-test:dispatch:RU`; `*` stands for any part.
    #[validate(length(min = 1, max = 200))]
    pub finding: String,
    /// Why.
    #[validate(length(min = 1, max = 400))]
    pub reason: String,
    /// Who.
    #[validate(length(min = 1, max = 120))]
    pub owner: String,
    /// Until when.
    pub until: Day,
    /// When somebody first accepted it. Default: not known; only the time ahead counts.
    pub since: Option<Day>,
}
