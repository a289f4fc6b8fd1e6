//! What becomes of each fallback in each scenario.

use serde::Serialize;

use super::Figure;

/// The fallbacks of one activity in one region.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VerdictsView {
    pub activity: String,
    pub name: String,
    pub tier: u8,
    pub region: String,
    pub country: String,
    /// Scenarios that can take the activity below its MBCO, the most frequent first.
    pub scenarios: Vec<SceneView>,
    pub fallbacks: Vec<VerdictRow>,
    /// That no channel survives, and when; none where one does in every scenario.
    pub lost: Option<String>,
    /// In how many scenarios what is left.
    pub summary: String,
}

/// One scenario for one activity in one region.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SceneView {
    pub scenario: String,
    pub name: String,
    pub frequency: Figure,
    /// Is no fallback left, not even in part?
    pub lost: bool,
}

/// One fallback.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VerdictRow {
    pub channel: String,
    pub channel_name: String,
    /// One for each scenario, in their order.
    pub cells: Vec<VerdictCell>,
    /// The same by reason, for people.
    pub reasons: Vec<VerdictReason>,
}

/// One fallback in one scenario.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VerdictCell {
    pub scenario: String,
    pub scenario_name: String,
    /// counts, counts-in-part or does-not-count.
    pub verdict: String,
    pub symbol: String,
    pub text: String,
    /// The most decisive ground; none where it counts.
    pub ground: Option<String>,
    pub reason: String,
}

/// Scenarios in which one reason holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VerdictReason {
    pub scenarios: Vec<String>,
    /// The same in words.
    pub when: String,
    pub symbol: String,
    pub text: String,
    pub reason: String,
}
