//! The profile as written, its head and its regions. Field names are the TOML keys; an `Option` means that silence has a
//! meaning of its own (a default that the report marks as assumed, or a question left unanswered).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Acceptance, Activity, Channel, Contact, Day, Measure, Span};
use crate::knowledge::{AnnouncedStage, Vendor};

/// One organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Format of this file: 1.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    /// Who is assessed.
    #[validate(nested)]
    pub organization: Organization,
    /// How much risk is acceptable. Defaults by tier.
    #[validate(nested)]
    pub appetite: Option<Appetite>,
    /// What a campaign costs whatever stops. Defaults are assumed.
    #[validate(nested)]
    pub costs: Option<Costs>,
    /// Countries where people work.
    #[validate(nested, length(min = 1, max = 200))]
    pub region: Vec<Region>,
    /// Deployments of vendors: what people talk over.
    #[validate(nested, length(min = 1, max = 500))]
    pub channel: Vec<Channel>,
    /// What must keep working.
    #[validate(nested, length(min = 1, max = 500))]
    pub activity: Vec<Activity>,
    /// People whose names and numbers stand in switch-over plans. What is left out stands there as a
    /// blank to fill in by hand.
    #[serde(default)]
    #[validate(nested, length(max = 500))]
    pub contact: Vec<Contact>,
    /// Measures that are announced for the time ahead, as far as the organisation knows more than
    /// the knowledge base.
    #[serde(default)]
    #[validate(nested, length(max = 200))]
    pub announced: Vec<Announced>,
    /// What the organisation could do in advance, at its own prices, beside the measures of the
    /// knowledge base.
    #[serde(default)]
    #[validate(nested, length(max = 100))]
    pub measure: Vec<Measure>,
    /// Vendors that the knowledge base does not have, described in the same way as there.
    #[serde(default)]
    #[validate(nested, length(max = 100))]
    pub vendor: Vec<Vendor>,
    /// Findings that someone has accepted, with owner, reason and date.
    #[serde(default)]
    #[validate(nested, length(max = 500))]
    pub acceptance: Vec<Acceptance>,
}

/// Who is assessed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// Name as it should stand in the report.
    #[validate(length(min = 1, max = 120))]
    pub name: String,
    /// Sector, such as "logistics", "banking", "media". Some sectors are barred from some vendors
    /// in some countries.
    #[validate(length(min = 1, max = 60))]
    pub sector: Option<String>,
    /// Country of the head office, ISO 3166-1 alpha-2.
    #[validate(length(equal = 2))]
    #[schemars(extend("x-names" = "country"))]
    pub home: String,
    /// Currency of all amounts, ISO 4217. Default: EUR.
    #[validate(length(equal = 3))]
    pub currency: Option<String>,
    /// Share of staff that leaves in a year, 0 to 2: people who come have to install anew. Default:
    /// assumed.
    #[validate(range(min = 0.0, max = 2.0))]
    pub staff_turnover: Option<f64>,
    /// How long a phone is kept on average, such as "156w" for three years. Default: assumed.
    pub phone_life: Option<Span>,
}

/// How much risk is acceptable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Appetite {
    /// Highest tolerable probability, by tier, that an activity breaches its MTPD within twelve
    /// months.
    #[validate(nested)]
    pub breach_probability: Option<BreachProbability>,
    /// What may be spent on measures in the next twelve months, in the profile's currency.
    #[validate(range(min = 0.0, max = 1e15))]
    pub budget: Option<f64>,
}

/// Tolerable breach probability by tier, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct BreachProbability {
    #[validate(range(min = 0.0, max = 1.0))]
    pub tier1: Option<f64>,
    #[validate(range(min = 0.0, max = 1.0))]
    pub tier2: Option<f64>,
    #[validate(range(min = 0.0, max = 1.0))]
    pub tier3: Option<f64>,
    #[validate(range(min = 0.0, max = 1.0))]
    pub tier4: Option<f64>,
}

/// What a campaign costs whatever stops.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Costs {
    /// Response cost of one campaign that touches a channel in use: staff time, counsel, messages
    /// to customers.
    #[validate(range(min = 0.0, max = 1e15))]
    pub response_per_campaign: Option<f64>,
    /// Fines or works when a mandate hits and the vendor complies.
    #[validate(range(min = 0.0, max = 1e15))]
    pub mandate_complied: Option<f64>,
    /// Fines or works when a mandate hits and the vendor resists.
    #[validate(range(min = 0.0, max = 1e15))]
    pub mandate_resisted: Option<f64>,
}

/// A country where people work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// ISO 3166-1 alpha-2 code.
    #[validate(length(equal = 2))]
    #[schemars(extend("x-names" = "country"))]
    pub country: String,
    /// People employed there.
    #[validate(range(min = 0, max = 100_000_000))]
    pub staff: u32,
    /// People of partners who take part in the activities there.
    #[validate(range(min = 0, max = 100_000_000))]
    pub partners: Option<u32>,
    /// Phones in use there.
    #[validate(nested)]
    pub devices: Option<Devices>,
    /// Share of staff there that leaves in a year, 0 to 2. Default: that of the organisation.
    #[validate(range(min = 0.0, max = 2.0))]
    pub staff_turnover: Option<f64>,
    /// How long a phone is kept there on average. Default: that of the organisation.
    pub phone_life: Option<Span>,
    /// Days of national elections there. An empty list says that none is due in the twelve months
    /// ahead. Default: not known, which changes nothing.
    #[validate(length(max = 50))]
    pub elections: Option<Vec<Day>>,
}

/// A measure that is announced in a country of the profile: a law or a plan with a date ahead, or
/// with none yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Announced {
    /// Country, one of the profile's regions.
    #[validate(length(min = 1, max = 60))]
    #[schemars(extend("x-names" = "country"))]
    pub region: String,
    /// Scenario id of the knowledge base: what would begin.
    #[validate(length(min = 1, max = 60))]
    #[schemars(extend("x-names" = "scenario"))]
    pub scenario: String,
    /// Vendor ids that it would hit. Default: every vendor of the kind.
    #[validate(length(min = 1, max = 50))]
    #[schemars(extend("x-names" = "vendor"))]
    pub vendors: Option<Vec<String>>,
    /// How far it has come: "announced", "enacted", or "dated" with a named body to enforce it.
    pub stage: AnnouncedStage,
    /// When it is to take effect. Without a date it counts in each assessment; with one, while the
    /// date lies in the twelve months ahead.
    pub effective: Option<Day>,
    /// Where this is known from.
    #[validate(length(min = 1, max = 400))]
    pub note: Option<String>,
}

/// Phones in use, as shares from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Devices {
    /// Share under the organisation's management.
    #[validate(range(min = 0.0, max = 1.0))]
    pub managed: Option<f64>,
    /// Share that runs Android.
    #[validate(range(min = 0.0, max = 1.0))]
    pub android: Option<f64>,
    /// Share that runs iOS.
    #[validate(range(min = 0.0, max = 1.0))]
    pub ios: Option<f64>,
}
