//! The profile as written. Field names are the TOML keys; an `Option` means that silence has a
//! meaning of its own (a default that the report marks as assumed, or a question left unanswered).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Day, LossRate, Span};
use crate::knowledge::{Capability, Posture};

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
    pub home: String,
    /// Currency of all amounts, ISO 4217. Default: EUR.
    #[validate(length(equal = 3))]
    pub currency: Option<String>,
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

/// One deployment of one vendor or medium.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Short id, used by activities and in finding ids.
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// Name as people in the organisation know it. Default: the id.
    #[validate(length(min = 1, max = 120))]
    pub name: Option<String>,
    /// Vendor or medium id of the knowledge base.
    #[validate(length(min = 1, max = 60))]
    pub vendor: String,
    /// Countries where it is in use. Default: every region.
    #[validate(length(min = 1, max = 200))]
    pub regions: Option<Vec<String>>,
    /// Whose accounts: "personal" or "managed".
    pub accounts: Option<Accounts>,
    /// What it carries here, where that is less than the vendor offers.
    pub carries: Option<Vec<Capability>>,
    /// What this deployment needs beside what the vendor needs: node ids of the knowledge base (an
    /// identity provider, a VPN), or `own.` and a word of yours for something shared inside the
    /// organisation (a tenant, a server room).
    #[serde(default)]
    #[validate(length(max = 50))]
    pub depends_on: Vec<String>,
    /// Countries whose servers run it, for a service the organisation runs itself.
    #[validate(length(max = 50))]
    pub hosted_in: Option<Vec<String>>,
    /// Countries where the organisation holds the permit that this means of communication needs
    /// there (satellite, radio, VPN).
    #[validate(length(max = 200))]
    pub licensed_in: Option<Vec<String>>,
    /// Question 1: what user data is stored, and where?
    #[validate(nested, length(max = 50))]
    pub data: Option<Vec<StoredData>>,
    /// Question 2: how does the platform handle metadata requests?
    #[validate(nested)]
    pub requests: Option<Requests>,
    /// Question 3: what happens if downloads or network access are restricted?
    #[validate(nested)]
    pub restrictions: Option<Restrictions>,
    /// What a regulator asks of a third party.
    #[validate(nested)]
    pub contract: Option<Contract>,
}

/// Whose accounts a channel uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Accounts {
    /// People use their own.
    Personal,
    /// The organisation owns and administers them.
    Managed,
}

/// One kind of data of a channel, and where it rests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct StoredData {
    /// What it is.
    pub kind: DataKind,
    /// Country codes of the places where it is stored.
    #[validate(length(min = 1, max = 50))]
    pub stored_in: Vec<String>,
    /// Countries of the people it is about. Default: the channel's regions.
    #[validate(length(max = 200))]
    pub subjects: Option<Vec<String>>,
}

/// Kinds of data.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum DataKind {
    /// What was said.
    Content,
    /// Who, when, where.
    Metadata,
    /// Address books.
    Contacts,
    /// Copies kept elsewhere.
    Backups,
    /// Recorded calls and meetings.
    Recordings,
    /// Encryption keys.
    Keys,
}

/// How the vendor answers requests of authorities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Requests {
    /// What the vendor would do, in the organisation's own view. Replaces the knowledge base's
    /// view.
    pub stance: Stance,
    /// Does the vendor tell the customer?
    pub notifies_customer: Option<bool>,
    /// When this answer was last reviewed.
    pub reviewed: Option<Day>,
    /// Does the organisation stop using the channel when the vendor gives access?
    pub suspend_on_access_mandate: Option<bool>,
}

/// What a vendor would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// Gives in.
    Comply,
    /// Refuses.
    Resist,
    /// Leaves the market.
    Exit,
    /// Not known.
    Unknown,
}

impl Stance {
    /// The posture of the knowledge base that this answer stands for; none for `unknown`.
    pub const fn posture(self) -> Option<Posture> {
        match self {
            Self::Comply => Some(Posture::Comply),
            Self::Resist => Some(Posture::Resist),
            Self::Exit => Some(Posture::Exit),
            Self::Unknown => None,
        }
    }
}

/// How the channel stands up to restrictions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Restrictions {
    /// Can the client be installed without an app store, on the devices in use?
    pub install_without_store: Option<bool>,
    /// Share of users installed and registered today, 0 to 1.
    #[validate(range(min = 0.0, max = 1.0))]
    pub provisioned: Option<f64>,
    /// When this was last tried.
    pub tested: Option<Day>,
}

/// What a regulator asks of a third party (words of the DORA register).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// How easily the vendor can be replaced.
    pub substitutability: Option<Substitutability>,
    /// Is there a written plan to leave?
    pub exit_plan: Option<bool>,
    /// How hard it is to take the service back in house or elsewhere.
    pub reintegration: Option<Reintegration>,
    /// Vendor ids that could take its place.
    #[serde(default)]
    #[validate(length(max = 50))]
    pub alternatives: Vec<String>,
    /// Notice period of the contract.
    pub notice: Option<Span>,
}

/// How easily a vendor can be replaced.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Substitutability {
    /// Not at all.
    None,
    /// With great effort.
    HighlyComplex,
    /// With some effort.
    Medium,
    /// Easily.
    Easy,
}

impl Substitutability {
    /// The word as written.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::HighlyComplex => "highly-complex",
            Self::Medium => "medium",
            Self::Easy => "easy",
        }
    }
}

/// How hard it is to take a service back.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Reintegration {
    Easy,
    Difficult,
    HighlyComplex,
}

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
}
