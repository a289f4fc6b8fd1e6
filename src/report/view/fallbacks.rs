//! The evidence for fallbacks.

use schemars::JsonSchema;
use serde::Serialize;

use super::Figure;

/// The evidence for one fallback.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FallbackView {
    /// Activity id.
    pub activity: String,
    /// Its name.
    pub activity_name: String,
    /// Country code.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// Channel id.
    pub channel: String,
    /// Its name.
    pub channel_name: String,
    /// `yes`, `permit held`, `permit needed`, `prohibited` or `unclear`.
    pub lawful: String,
    /// Service today of what the activity needs.
    pub works_today: String,
    /// Time to start it, with "(assumed)" for a default.
    pub activation: String,
    /// For comparison.
    pub rto: String,
    /// Shares of employees and partners, with "(assumed)" for a default.
    pub reach: String,
    /// When, and whether it failed.
    pub tested: String,
    /// Probability that it works when called on.
    pub readiness: Figure,
    /// `counts`, `counts in part` or `does not count`, in any scenario.
    pub verdict: String,
    /// Why.
    pub reason: String,
}
