//! The parameters of the scoring method: every default and every judgement, as data, with a version of its own.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{AnnouncedStage, Basis, Indicators};

/// `seeds/method.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    /// Version of the method: a change of any value here is a new version.
    #[validate(length(min = 1, max = 20))]
    pub version: String,
    #[validate(nested)]
    pub counting: Counting,
    #[validate(nested)]
    pub shrinkage: Shrinkage,
    #[validate(nested)]
    pub response: Responses,
    #[validate(nested)]
    pub attention: ByKind,
    #[validate(nested)]
    pub readiness: Readiness,
    #[validate(nested)]
    pub harm: Harm,
    /// Tier 1 to 4 of activities: what applies where a profile is silent.
    #[validate(nested)]
    pub tier1: TierDefaults,
    #[validate(nested)]
    pub tier2: TierDefaults,
    #[validate(nested)]
    pub tier3: TierDefaults,
    #[validate(nested)]
    pub tier4: TierDefaults,
    #[validate(nested)]
    pub assumed: Assumed,
    #[validate(nested)]
    pub announced: Announced,
    #[validate(nested)]
    pub elections: Elections,
    #[validate(nested)]
    pub turnover: Turnover,
    #[validate(nested)]
    pub confidentiality: Confidentiality,
    #[validate(nested)]
    pub advice: Advice,
    #[validate(nested)]
    pub verdict: VerdictRules,
    #[validate(nested)]
    pub review: Review,
    #[validate(nested)]
    pub indicators: Indicators,
    /// Severe but plausible cases, looked at whatever their likelihood.
    #[serde(default)]
    #[validate(nested, length(max = 20))]
    pub stress: Vec<Stress>,
    /// Where each table comes from, by its name.
    pub basis: BTreeMap<String, Provenance>,
}

impl Method {
    /// What applies to a tier where a profile is silent.
    pub const fn tier(&self, tier: u8) -> &TierDefaults {
        match tier {
            1 => &self.tier1,
            2 => &self.tier2,
            3 => &self.tier3,
            _ => &self.tier4,
        }
    }
}

/// When something that was looked at is worth another look.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Facts about vendors and countries, months.
    #[validate(range(min = 1, max = 120))]
    pub facts_months: u8,
    /// Answers about a channel, months: two quarters.
    #[validate(range(min = 1, max = 120))]
    pub answers_months: u8,
    /// A grave finding should not be accepted for longer, months.
    #[validate(range(min = 1, max = 120))]
    pub accepted_months: u8,
}

/// A severe but plausible case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Stress {
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// What happens, with `{unit}` for the vendor or the country.
    #[validate(length(min = 1, max = 120))]
    pub title: String,
    /// Scenario whose effects it has.
    #[validate(length(min = 1, max = 60))]
    pub scenario: String,
    /// One case for each of these.
    pub each: StressEach,
    /// How long it lasts. Default: for good.
    #[validate(range(min = 1.0, max = 8760.0))]
    pub hours: Option<f64>,
}

/// What a stress takes away in each of its cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StressEach {
    /// One vendor in use, in every country at once.
    Vendor,
    /// What the scenario hits first, in one country.
    Country,
}

/// Where a table of parameters comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    pub basis: Basis,
    pub why: String,
}

/// Chance that an announced measure takes effect, by how far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Announced {
    /// Said, proposed or drafted.
    #[validate(range(min = 0.0, max = 1.0))]
    pub announced: f64,
    /// Passed or issued.
    #[validate(range(min = 0.0, max = 1.0))]
    pub enacted: f64,
    /// With a set date and a named body to enforce it.
    #[validate(range(min = 0.0, max = 1.0))]
    pub dated: f64,
}

impl Announced {
    /// The chance that belongs to a stage.
    pub const fn chance(self, stage: AnnouncedStage) -> f64 {
        match stage {
            AnnouncedStage::Announced => self.announced,
            AnnouncedStage::Enacted => self.enacted,
            AnnouncedStage::Dated => self.dated,
        }
    }
}

/// National elections, with which blocks and shutdowns go.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Elections {
    /// Share of country-years with a national election.
    #[validate(range(min = 0.01, max = 1.0))]
    pub due_share: f64,
}

/// What is assumed of the devices and people that hold an app, where a profile is silent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Turnover {
    /// Mean life of a phone.
    #[validate(range(min = 0.1, max = 100.0))]
    pub phone_years: f64,
    /// Share of staff that leaves in a year; above 1 where a post changes hands more than once.
    #[validate(range(min = 0.0, max = 2.0))]
    pub staff_per_year: f64,
}

/// When a fallback does not count in a scenario, and when only in part.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct VerdictRules {
    /// Scenarios that hit an activity less often a year are not judged.
    #[validate(range(min = 0.0, max = 1.0))]
    pub least_frequency: f64,
    /// Chance to fall together with the activity from which a fallback does not count.
    #[validate(range(min = 0.0, max = 1.0))]
    pub likely: f64,
    /// The same from which it counts in part.
    #[validate(range(min = 0.0, max = 1.0))]
    pub possible: f64,
    /// Share of people below which it does not count at all.
    #[validate(range(min = 0.0, max = 1.0))]
    pub least_reach: f64,
}

/// What becomes of confidential talk when its channel is gone or known to be read.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Confidentiality {
    /// Chance that the staff of an activity without any permitted channel that works moves to a
    /// state-run app, where one is pushed or in force.
    #[validate(range(min = 0.0, max = 1.0))]
    pub drift: f64,
    /// Hours without such a channel after which that may happen.
    #[validate(range(min = 0.0, max = 8760.0))]
    pub drift_after_hours: f64,
    /// Share of use that people hold back once a vendor is known to disclose.
    #[validate(range(min = 0.0, max = 1.0))]
    pub chill: f64,
}

/// What measures cost, and how many an organisation can take.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// Cost of a working day of set-up, in euro.
    #[validate(range(min = 0.0, max = 100_000.0))]
    pub person_day_euro: f64,
    /// New channels that the people of one country can be brought to use within a year.
    #[validate(range(min = 0, max = 20))]
    pub most_new_channels: usize,
    /// Measures that take longer are left out.
    #[validate(range(min = 1.0, max = 3650.0))]
    pub horizon_days: f64,
}

impl Turnover {
    /// Mean life of a phone, in hours.
    pub const fn phone_life_hours(self) -> f64 {
        self.phone_years * 8760.0
    }
}

/// How campaigns are counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// Actions of one country and scenario that begin within this many days are one campaign.
    pub merge_within_days: i32,
    /// At most this many a country and year.
    pub cap_per_year: f64,
    /// The ledger is read this many years back for shares and hits.
    pub window_years: i32,
    /// Years back for the evidence grade.
    pub grade_years: i32,
    /// People from whom on a country counts as populous.
    pub populous_from: u64,
    /// Tier that is assumed for a country outside the panel.
    #[validate(range(min = 1, max = 4))]
    pub tier_outside_panel: u8,
    /// Dated events in that time for grade A.
    pub grade_a_events: usize,
}

/// How strongly few records are drawn to the prior.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Shrinkage {
    /// Strength of the prior scenario shares, in campaigns (tau).
    #[validate(range(min = 0.1))]
    pub shares: f64,
    /// Strength of the prior chance of a hit, in campaigns (kappa).
    #[validate(range(min = 0.1))]
    pub hits: f64,
}

/// Probabilities of comply, resist, exit by the vendor's posture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Responses {
    pub resist: [f64; 3],
    pub comply: [f64; 3],
    pub exit: [f64; 3],
    pub mixed: [f64; 3],
    pub customer: [f64; 3],
    /// A complying vendor's outage lasts this share of a resisted one.
    #[validate(range(min = 0.0, max = 1.0))]
    pub comply_duration: f64,
}

/// Share of campaigns against messengers that hit a vendor of the kind, where the vendor's own share is not known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ByKind {
    #[validate(range(min = 0.0, max = 1.0))]
    pub consumer_app: f64,
    #[validate(range(min = 0.0, max = 1.0))]
    pub enterprise_saas: f64,
    #[validate(range(min = 0.0, max = 1.0))]
    pub self_hosted: f64,
    #[validate(range(min = 0.0, max = 1.0))]
    pub state_backed: f64,
    #[validate(range(min = 0.0, max = 1.0))]
    pub medium: f64,
}

/// Probability that a fallback works when it is called on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Readiness {
    /// On the day of a passed test.
    #[validate(range(min = 0.0, max = 1.0))]
    pub fresh: f64,
    /// Never tested, or tested an age ago.
    #[validate(range(min = 0.0, max = 1.0))]
    pub floor: f64,
    /// After a failed test.
    #[validate(range(min = 0.0, max = 1.0))]
    pub failed: f64,
    #[validate(range(min = 1.0))]
    pub half_life_days: f64,
    /// A test older than this is reported as stale.
    #[validate(range(min = 1.0))]
    pub stale_days: f64,
}

/// Scales of harm and of the score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Harm {
    /// Ends of the first three loss bands, in hours; the fourth is open.
    pub loss_bands_hours: [f64; 3],
    /// Times to which the four impact levels of an activity belong, in hours.
    pub impact_anchors_hours: [f64; 4],
    /// Score of an annual harm of 1.
    pub score_offset: f64,
    /// Points for ten times the harm.
    pub score_per_decade: f64,
    /// A change under this many points is no material change.
    pub material_points: f64,
    /// Width of the bands that are printed: 0.8 is P10 to P90.
    pub band: f64,
}

/// What applies to an activity of a tier where the profile is silent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct TierDefaults {
    /// Maximum tolerable period of disruption, in hours.
    pub mtpd_hours: f64,
    /// Recovery time objective, in hours.
    pub rto_hours: f64,
    /// Minimum business continuity objective, share of normal service.
    #[validate(range(min = 0.01, max = 1.0))]
    pub mbco: f64,
    /// Impact level, 0 to 5, after an hour, a day, a week, a month.
    pub impact: [f64; 4],
    /// Highest tolerable probability of a breach of the MTPD in twelve months.
    #[validate(range(min = 0.0, max = 1.0))]
    pub breach_probability: f64,
    /// Loss per person and hour in euro.
    pub loss_per_person_hour: f64,
}

/// What is assumed where a profile is silent and the tier does not matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Assumed {
    /// Tier of an activity that names none.
    #[validate(range(min = 1, max = 4))]
    pub tier: u8,
    /// Share of phones that run Android; the rest run iOS.
    #[validate(range(min = 0.0, max = 1.0))]
    pub android: f64,
    /// Share of devices under management.
    #[validate(range(min = 0.0, max = 1.0))]
    pub managed: f64,
    /// Share of users installed and registered today.
    #[validate(range(min = 0.0, max = 1.0))]
    pub provisioned: f64,
    /// Hours to switch to a fallback.
    pub activation_hours: f64,
    /// Share of employees a fallback reaches.
    #[validate(range(min = 0.0, max = 1.0))]
    pub reach_employees: f64,
    /// Share of partners a fallback reaches.
    #[validate(range(min = 0.0, max = 1.0))]
    pub reach_partners: f64,
    /// Hours to leave a vendor for good, by how easily it can be replaced.
    pub switch_hours: BTreeMap<String, f64>,
    /// Cost of a campaign that touches the organisation, in euro.
    pub response_cost: f64,
    /// Cost to leave a vendor for good, in euro per person.
    pub switch_cost_per_person: f64,
    /// Node by which a profile says that a channel also works on its own local network, without the internet.
    pub local_network_node: String,
    /// Units of a currency for one euro. Losses are assumed only in these currencies.
    pub per_euro: BTreeMap<String, f64>,
}
