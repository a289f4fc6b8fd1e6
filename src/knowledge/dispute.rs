//! Facts on which sources contradict each other, and which side was taken.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::Confidence;

/// `disputes.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Disputes {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    #[serde(default)]
    #[validate(nested)]
    pub dispute: Vec<Dispute>,
}

/// One fact that is told in two or more ways.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    #[validate(length(min = 2, max = 80))]
    pub id: String,
    /// What is in dispute, as a question.
    #[validate(length(min = 10, max = 300))]
    pub question: String,
    pub about: About,
    /// What each side says.
    #[validate(nested, length(min = 2))]
    pub sides: Vec<Side>,
    /// What blackstart takes to be the case.
    #[validate(length(min = 10, max = 500))]
    pub used: String,
    /// Why, and what would settle it.
    #[serde(default)]
    #[validate(length(max = 600))]
    pub note: String,
}

/// Whom and what a dispute concerns, by id.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct About {
    pub countries: Vec<String>,
    pub vendors: Vec<String>,
    pub precedents: Vec<String>,
}

/// One side of a dispute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Side {
    #[validate(length(min = 5, max = 500))]
    pub claim: String,
    /// Source id; absent where the claim is only recalled.
    pub source: Option<String>,
    pub confidence: Confidence,
}
