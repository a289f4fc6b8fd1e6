//! What an organisation can do in advance.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Confidence, LegalMeans};

/// One measure, one file in `seeds/measures/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    #[validate(length(min = 2, max = 60))]
    pub id: String,
    #[validate(length(min = 1, max = 160))]
    pub title: String,
    /// What to do, in two or three sentences.
    #[validate(length(min = 10, max = 900))]
    pub what: String,
    /// Scenario ids it helps against; empty means every scenario.
    #[serde(default)]
    pub counters: Vec<String>,
    /// Scenario ids in which it fails too.
    #[serde(default)]
    pub does_not_survive: Vec<String>,
    /// Causes outside the fourteen scenarios (an ordinary outage, a product withdrawn) that it helps against.
    #[serde(default)]
    pub also_counters: Vec<String>,
    /// Working days to set it up: from, to.
    pub setup_person_days: [f64; 2],
    /// One-off cost in US dollars: from, to.
    pub one_off_usd: [f64; 2],
    /// Words that belong to the one-off cost ("per phone").
    #[serde(default)]
    #[validate(length(max = 200))]
    pub one_off_note: String,
    /// Is the one-off cost that of the set-up in one country, or that of each person reached?
    #[serde(default)]
    pub one_off_per: Per,
    /// Running cost in US dollars per user and month: from, to.
    pub usd_per_user_month: [f64; 2],
    /// Days from the decision to readiness: from, to.
    pub lead_time_days: [f64; 2],
    /// Is it too late once the campaign has begun?
    pub only_before: bool,
    /// What counsel should look at.
    #[serde(default)]
    #[validate(length(max = 500))]
    pub legality: String,
    /// Means whose legality per country decides whether the measure is open at all.
    #[serde(default)]
    pub legal_means: Vec<LegalMeans>,
    /// Countries where its use may be punished, so that it is left out until counsel has answered.
    #[serde(default)]
    pub counsel_first_in: Vec<String>,
    /// Ids of measures that it builds on.
    #[serde(default)]
    pub requires: Vec<String>,
    /// Node ids it shares with what it backs up.
    #[serde(default)]
    pub shared_nodes: Vec<String>,
    /// What it changes in the model.
    #[serde(default)]
    #[validate(nested)]
    pub effect: Vec<MeasureEffect>,
    /// Where effort and cost come from.
    pub cost_confidence: Confidence,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// What a cost is counted for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// One country of the organisation.
    #[default]
    Country,
    /// One person reached, or one device.
    Person,
}

/// One change that a measure makes to the model. Exactly one kind of change is set by `kind`; the other keys belong to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeasureEffect {
    pub kind: EffectKind,
    /// `add-fallback`: vendor or medium id of the new channel.
    pub vendor: Option<String>,
    /// `add-fallback`: nodes that the new channel depends on, beside what its vendor needs.
    #[serde(default)]
    pub depends_on: Vec<String>,
    /// `add-fallback`: hours to switch over.
    #[validate(range(min = 0.0, max = 2160.0))]
    pub activation_hours: Option<f64>,
    /// `add-fallback`, `provision`: share of people reached.
    #[validate(range(min = 0.0, max = 1.0))]
    pub reach: Option<f64>,
    /// `shorten-activation`, `shorten-switch`, `reduce-hit`: the factor that remains, 0 to 1.
    #[validate(range(min = 0.0, max = 1.0))]
    pub factor: Option<f64>,
}

/// The kinds of change.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum EffectKind {
    /// A new fallback channel.
    AddFallback,
    /// An existing fallback is tested.
    Retest,
    /// Existing fallbacks start sooner.
    ShortenActivation,
    /// More people have the client installed and registered before it is needed.
    Provision,
    /// Data moves into the country, which removes the conflict with a localisation law.
    LocalHosting,
    /// Leaving the vendor for good takes less time.
    ShortenSwitch,
    /// The vendor is less likely to be hit, or the hit less likely to reach the organisation.
    ReduceHit,
    /// Clients can be installed without a store.
    InstallWithoutStore,
    /// No figure changes: the measure buys notice, order or evidence.
    Organisational,
}

/// One rung of the PACE ladder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Pace {
    /// primary, alternate, contingency, emergency.
    #[validate(length(min = 1, max = 20))]
    pub rung: String,
    /// What stands on it.
    #[validate(length(min = 1, max = 300))]
    pub meaning: String,
    /// When one moves on to the next.
    #[validate(length(min = 1, max = 300))]
    pub leave_when: String,
    /// What usually stands on it, as vendor kinds or media in words.
    #[validate(length(min = 1, max = 300))]
    pub typical: String,
    /// Stage of the trigger ladder at which one goes to it; the stage before is for making ready.
    #[validate(range(max = 9))]
    pub go_at: Option<u32>,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// One rung of the trigger ladder: what one sees, and what one does then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// 0 is the steady state.
    #[validate(range(max = 9))]
    pub stage: u32,
    #[validate(length(min = 1, max = 80))]
    pub name: String,
    #[validate(length(min = 1, max = 500))]
    pub signals: String,
    #[validate(length(min = 1, max = 500))]
    pub actions: String,
}

/// How long a transition took in a case that really happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct LeadTime {
    #[validate(length(min = 1, max = 200))]
    pub transition: String,
    /// As the source gives it: "182 days".
    #[validate(length(min = 1, max = 120))]
    pub duration: String,
    #[validate(length(max = 200))]
    pub dates: String,
    /// Scenario id of what it ended in, where it is one.
    pub into: Option<String>,
    /// The shortest time the source gives, in days.
    #[validate(range(min = 0.0, max = 4000.0))]
    pub days: Option<f64>,
    #[serde(default)]
    pub sources: Vec<String>,
}
