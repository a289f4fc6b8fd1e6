//! A country (or the EU) as a place of law: its levers over messaging and what it lets companies use instead.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{
    Bound, Confidence, LegalMeans, Legality, LeverKind, LeverValue, PartialDate, StorageAbroad,
};

/// One jurisdiction, one file in `seeds/jurisdictions/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    /// ISO 3166-1 alpha-2 code, or `EU`.
    #[validate(length(equal = 2))]
    pub code: String,
    #[validate(length(min = 1, max = 80))]
    pub name: String,
    /// Members that inherit every lever they do not state themselves. Empty for a country.
    #[serde(default)]
    pub members: Vec<String>,
    #[serde(default)]
    #[validate(nested)]
    pub lever: Vec<Lever>,
    #[serde(default)]
    #[validate(nested)]
    pub legality: Vec<MeansLaw>,
    /// When a person last went through this file.
    pub reviewed: PartialDate,
}

/// What the law says: shared by levers and by the legality of fallback means.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, default)]
pub struct Law {
    /// Act, article, decree.
    #[validate(length(max = 300))]
    pub name: String,
    /// Year of the act; absent where not established.
    pub year: Option<u16>,
    /// Why the value is what it is, in one or two sentences.
    #[validate(length(max = 700))]
    pub basis: String,
    /// What a breach costs, as far as found.
    #[validate(length(max = 500))]
    pub penalty: String,
    /// Month or year the evidence speaks for.
    pub as_of: Option<PartialDate>,
    /// Source id.
    pub source: Option<String>,
}

impl Law {
    /// Why the value is what it is, or at least the name of the act.
    pub fn reason(&self) -> &str {
        if self.basis.is_empty() { &self.name } else { &self.basis }
    }
}

/// One lever.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Lever {
    pub kind: LeverKind,
    pub value: LeverValue,
    pub confidence: Confidence,
    #[serde(default)]
    #[validate(nested)]
    pub law: Law,
    /// Only for data localisation: what must stay and what may leave.
    #[validate(nested)]
    pub storage: Option<Storage>,
}

/// The duty behind a localisation law: this decides whether stored data conflicts with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Storage {
    /// May the named kinds of data rest abroad?
    pub abroad: StorageAbroad,
    /// Whom the duty binds. Default: everyone.
    pub binds: Option<Bound>,
    /// Is a copy at home enough, so that a copy abroad stays lawful? Absent where not established.
    pub local_copy_suffices: Option<bool>,
    /// personal, message-content, telecom-metadata, account, government, financial, health, ...; empty means ordinary
    /// personal data.
    #[serde(default)]
    pub data_kinds: Vec<String>,
    /// What an organisation has to do.
    #[serde(default)]
    #[validate(length(max = 500))]
    pub duty: String,
}

/// May a company use this means?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeansLaw {
    pub means: LegalMeans,
    pub value: Legality,
    pub confidence: Confidence,
    #[serde(default)]
    #[validate(nested)]
    pub law: Law,
}
