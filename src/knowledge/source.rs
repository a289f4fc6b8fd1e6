//! Where a fact comes from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Confidence, PartialDate};

/// A publication. Facts name it by its id; the report prints publisher, title and date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short id, unique in the whole knowledge base.
    #[validate(length(min = 2, max = 80))]
    pub id: String,
    /// Who published it.
    #[validate(length(min = 1, max = 200))]
    pub publisher: String,
    /// Its title, or a plain description where the title was not seen.
    #[validate(length(min = 1, max = 400))]
    pub title: String,
    /// When it was published, as far as known.
    pub date: Option<PartialDate>,
    /// Where it was seen. Absent for `known` sources: an address is never invented.
    #[validate(length(min = 8, max = 600))]
    pub url: Option<String>,
    /// `sourced` when a page or data row was seen, `known` when recalled.
    pub confidence: Confidence,
}
