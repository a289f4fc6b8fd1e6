//! Shared infrastructure that channels need.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{LegalMeans, PartialDate, Phase};

/// One node. Files in `seeds/nodes/` hold those of one category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// `category.name`, such as the id of a store or a push service.
    #[validate(length(min = 3, max = 60))]
    pub id: String,
    #[validate(length(min = 1, max = 160))]
    pub name: String,
    /// app-store, push, push-gateway, cloud, cdn, telephony, identity, payment, network, satellite, radio, power,
    /// jurisdiction, owner.
    pub category: String,
    /// When it is needed.
    pub phase: Phase,
    /// The means of communication whose use by a company the law of a country may restrict.
    pub means: Option<LegalMeans>,
    /// Where it differs by country.
    #[serde(default)]
    #[validate(length(max = 500))]
    pub place: String,
    /// What makes an organisation less dependent on it.
    #[serde(default)]
    #[validate(length(max = 600))]
    pub mitigation: String,
    /// What each scenario does to it.
    #[serde(default)]
    #[validate(nested)]
    pub effect: Vec<NodeEffect>,
    /// Source ids.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// What one scenario does to a node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NodeEffect {
    /// Scenario id.
    pub scenario: String,
    #[validate(length(min = 1, max = 500))]
    pub what: String,
    /// Code of the country where it was seen; absent where it holds anywhere.
    pub country: Option<String>,
    /// When it began there; absent where unknown.
    pub from: Option<PartialDate>,
    /// When it ended there; absent while open or unknown.
    pub to: Option<PartialDate>,
}

impl NodeEffect {
    /// Was it seen in that country by that day, and has not ended?
    pub fn seen_in(&self, country: &str, as_of: Date) -> bool {
        let began = self.from.is_none_or(|from| from.first_day() <= as_of);
        let open = self.to.is_none_or(|to| to.last_day() >= as_of);
        began && open && self.country.as_deref() == Some(country)
    }
}
