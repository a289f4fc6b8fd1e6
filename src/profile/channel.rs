//! Channels as written, with the answers to questions 1 to 3 and the contract.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Day, Span};
use crate::knowledge::{Capability, Posture};

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
    #[schemars(extend("x-names" = "vendor"))]
    pub vendor: String,
    /// Countries where it is in use. Default: every region.
    #[validate(length(min = 1, max = 200))]
    #[schemars(extend("x-names" = "country"))]
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
    #[schemars(extend("x-names" = "node"))]
    pub depends_on: Vec<String>,
    /// Countries whose servers run it, for a service the organisation runs itself.
    #[validate(length(max = 50))]
    #[schemars(extend("x-names" = "country"))]
    pub hosted_in: Option<Vec<String>>,
    /// Countries where the organisation holds the permit that this means of communication needs
    /// there (satellite, radio, VPN).
    #[validate(length(max = 200))]
    #[schemars(extend("x-names" = "country"))]
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
    #[schemars(extend("x-names" = "country"))]
    pub stored_in: Vec<String>,
    /// Countries of the people it is about. Default: the channel's regions.
    #[validate(length(max = 200))]
    #[schemars(extend("x-names" = "country"))]
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

impl DataKind {
    /// The word as written.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Metadata => "metadata",
            Self::Contacts => "contacts",
            Self::Backups => "backups",
            Self::Recordings => "recordings",
            Self::Keys => "keys",
        }
    }
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
    #[schemars(extend("x-names" = "vendor"))]
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
