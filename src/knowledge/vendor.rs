//! A messaging vendor or a medium: who owns it, what it needs to work, and what states have done to it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{
    BlockScope, BlockStatus, Capability, Confidence, EncryptionLevel, PartialDate, PhoneNumber,
    Platform, Posture, Reach, SmsActivation, VendorKind, VendorStatus,
};

/// One vendor, one file in `seeds/vendors/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Vendor {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    /// Id that profiles use.
    #[validate(length(min = 2, max = 60))]
    pub id: String,
    /// Name as people know it.
    #[validate(length(min = 1, max = 120))]
    pub name: String,
    /// Other ids that profiles and precedents may use for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    pub kind: VendorKind,
    pub status: VendorStatus,
    #[validate(nested)]
    pub owner: Owner,
    /// What it carries.
    pub capabilities: Vec<Capability>,
    #[validate(nested)]
    pub encryption: Encryption,
    #[validate(nested)]
    pub metadata: Metadata,
    #[validate(nested)]
    pub data: DataLocation,
    /// Can a customer run it on machines of its own?
    #[serde(default)]
    pub self_hostable: bool,
    #[serde(default)]
    pub open_source: OpenSource,
    pub phone_number: PhoneNumber,
    pub sms_activation: SmsActivation,
    /// Single sign-on choices; empty where accounts stand alone.
    #[serde(default)]
    pub sign_in: Vec<String>,
    /// Per platform the nodes through which the client can be installed: any one suffices.
    #[serde(default)]
    pub install: BTreeMap<Platform, Vec<String>>,
    /// Per platform the nodes through which notices arrive: any one suffices, an empty list means none.
    #[serde(default)]
    pub push: BTreeMap<Platform, Vec<String>>,
    /// Gateways of the vendor that push needs as well: all are needed.
    #[serde(default)]
    pub push_gateways: Vec<String>,
    #[validate(nested)]
    pub hosting: Hosting,
    #[validate(nested)]
    pub network: Network,
    pub reach: Reach,
    #[validate(nested)]
    pub needs: Needs,
    /// What an administrator can do: retention, export, legal-hold, remote-wipe, dlp, audit-log, ...
    #[serde(default)]
    pub admin_controls: Vec<String>,
    #[serde(default)]
    #[validate(nested)]
    pub local_entities: LocalEntities,
    /// Share of campaigns against messengers that hit this vendor, where it was measured; the method's default by kind
    /// applies elsewhere.
    #[validate(nested)]
    pub attention: Option<Attention>,
    #[validate(nested)]
    pub stance: Stance,
    #[validate(nested)]
    pub price: Price,
    /// Countries whose regulator lists it as permitted.
    #[serde(default)]
    pub allowed_in: Vec<String>,
    /// Vendors whose users it reaches, so that their blocks are its blocks too.
    #[serde(default)]
    pub inherits: Vec<String>,
    /// Fields of this file that rest on a page that was seen. Every other field is general knowledge.
    #[serde(default)]
    pub sourced_fields: Vec<String>,
    /// Source ids.
    #[serde(default)]
    pub sources: Vec<String>,
    /// When a person last went through this file.
    pub reviewed: PartialDate,
    /// What states have done to it: the present position, not the history (that is the ledger of precedents).
    #[serde(default)]
    #[validate(nested)]
    pub block: Vec<Block>,
}

/// Who owns the vendor and who can lean on the owner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    #[validate(length(min = 1, max = 160))]
    pub name: String,
    /// Node id: two vendors with the same owner share one corporate fate.
    pub node: String,
    /// Where the head office is; absent where it varies (mobile operators).
    pub headquarters: Option<String>,
    /// Countries that can lean on the owner.
    #[serde(default)]
    pub countries: Vec<String>,
    /// Node ids of the legal orders it answers to.
    #[serde(default)]
    pub jurisdictions: Vec<String>,
}

/// End-to-end encryption.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Encryption {
    pub level: EncryptionLevel,
    #[serde(default)]
    #[validate(length(max = 400))]
    pub note: String,
}

/// What the operator holds about a conversation, its content aside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Metadata {
    /// contacts, ip, timing, groups, phone-number, device-id, location.
    #[serde(default)]
    pub retained: Vec<String>,
    #[serde(default)]
    #[validate(length(max = 400))]
    pub note: String,
    /// Publisher of its transparency report; absent where there is none.
    pub transparency_report: Option<String>,
}

/// Where data rests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct DataLocation {
    /// Country codes, or EU, customer, operator, device, relay, service-nodes.
    #[serde(default)]
    pub regions: Vec<String>,
    /// Countries a customer can choose.
    #[serde(default)]
    pub residency_options: Vec<String>,
    #[serde(default)]
    #[validate(length(max = 400))]
    pub note: String,
}

/// Is the source code public?
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OpenSource {
    pub client: bool,
    pub server: bool,
}

/// Which clouds carry it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Hosting {
    #[serde(default)]
    pub nodes: Vec<String>,
    /// `true` when the customer picks one of the nodes, `false` when all are needed.
    #[serde(default)]
    pub any_one: bool,
}

/// How it looks on the wire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Network {
    /// fixed-domains, own-asn, builtin-proxy, federated, mesh, custom-domain, ...
    #[serde(default)]
    pub traits: Vec<String>,
    #[serde(default)]
    #[validate(length(max = 400))]
    pub note: String,
}

/// Shared infrastructure, by node id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// Loss stops the service, or its registration: the node's phase decides.
    #[serde(default)]
    pub hard: Vec<String>,
    /// Loss degrades it, or counts only when it is used that way.
    #[serde(default)]
    pub soft: Vec<String>,
}

/// Where the vendor can be served with an order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, default)]
pub struct LocalEntities {
    pub present_in: Vec<String>,
    pub absent_in: Vec<String>,
    #[validate(length(max = 400))]
    pub note: String,
}

/// How often campaigns against messengers hit it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Attention {
    /// Share of campaigns, 0 to 1.
    #[validate(range(min = 0.0, max = 1.0))]
    pub share: f64,
    /// Source id.
    pub source: String,
}

/// How it has answered governments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Stance {
    pub posture: Posture,
    /// What it did, in one or two sentences.
    #[serde(default)]
    #[validate(length(max = 600))]
    pub evidence: String,
    #[serde(default)]
    pub sources: Vec<String>,
    pub confidence: Confidence,
}

/// What it costs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// free, per-user-month, per-message, per-minute, licence, ...
    pub model: String,
    /// Approximate range in US dollars per user and month.
    pub usd_per_user_month: [f64; 2],
    #[serde(default)]
    #[validate(length(max = 400))]
    pub note: String,
}

/// One measure of one state against the vendor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Country code; absent for a measure that holds world-wide.
    pub country: Option<String>,
    pub scope: BlockScope,
    /// When it began; absent where unknown.
    pub from: Option<PartialDate>,
    /// When it ended; absent while open or unknown.
    pub to: Option<PartialDate>,
    pub status: BlockStatus,
    #[serde(default)]
    #[validate(length(max = 400))]
    pub note: String,
    /// Sectors a `sector-ban` binds; empty means every organisation.
    #[serde(default)]
    pub sectors: Vec<String>,
    /// Source id.
    pub source: String,
    pub confidence: Confidence,
    /// Id of the precedent that tells the story.
    pub precedent: Option<String>,
}

impl Block {
    /// Does the measure hold on that day? Dates decide where both are known, the reviewed status
    /// elsewhere.
    pub fn holds(&self, as_of: Date) -> bool {
        if self.from.is_some_and(|from| from.first_day() > as_of) {
            return false;
        }
        match self.to {
            Some(to) => as_of <= to.last_day(),
            None => matches!(self.status, BlockStatus::InForce | BlockStatus::UnverifiedEnd),
        }
    }
}
