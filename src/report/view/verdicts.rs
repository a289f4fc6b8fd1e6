//! What becomes of each fallback in each scenario.

use schemars::JsonSchema;
use serde::Serialize;

use super::Figure;

/// The fallbacks of one activity in one region.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VerdictsView {
    /// Activity id.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// 1 to 4.
    #[schemars(extend("x-unit" = "tier"))]
    pub tier: u8,
    /// Country code.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// Scenarios that can take the activity below its MBCO, the most frequent first.
    pub scenarios: Vec<SceneView>,
    /// Each of its fallbacks.
    pub fallbacks: Vec<VerdictRow>,
    /// That no channel survives, and when; none where one does in every scenario.
    pub lost: Option<String>,
    /// In how many scenarios what is left.
    pub summary: String,
}

/// One scenario for one activity in one region.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SceneView {
    /// Scenario id.
    pub scenario: String,
    /// Its name.
    pub name: String,
    /// Of hits on what the activity runs on, per year.
    pub frequency: Figure,
    /// Is no fallback left, not even in part?
    pub lost: bool,
}

/// One fallback.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VerdictRow {
    /// Channel id.
    pub channel: String,
    /// Its name.
    pub channel_name: String,
    /// One for each scenario, in their order.
    pub cells: Vec<VerdictCell>,
    /// The same by reason, for people.
    pub reasons: Vec<VerdictReason>,
}

/// One fallback in one scenario.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VerdictCell {
    /// Scenario id.
    pub scenario: String,
    /// Its name.
    pub scenario_name: String,
    /// counts, counts-in-part or does-not-count.
    pub verdict: String,
    /// For a narrow cell.
    pub symbol: String,
    /// In words.
    pub text: String,
    /// The most decisive ground; none where it counts.
    pub ground: Option<String>,
    /// One sentence.
    pub reason: String,
}

/// Scenarios in which one reason holds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VerdictReason {
    /// Their names.
    pub scenarios: Vec<String>,
    /// The same in words.
    pub when: String,
    /// For a narrow cell.
    pub symbol: String,
    /// The verdict in words.
    pub text: String,
    /// One sentence.
    pub reason: String,
}

/// Which activities have a fallback that survives which scenario.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SurvivalView {
    /// Every scenario that can take some activity below its MBCO, the most frequent first.
    pub scenarios: Vec<NamedScenario>,
    /// Each activity in each region that one of them can stop, in the order of `fallback_verdicts`.
    pub rows: Vec<SurvivalRow>,
}

/// A scenario.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NamedScenario {
    /// Scenario id.
    pub scenario: String,
    /// Its name.
    pub name: String,
}

/// One activity in one region.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SurvivalRow {
    /// Activity id.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Country code.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// One for each scenario, in their order.
    pub cells: Vec<SurvivalCell>,
}

/// The best fallback of an activity in a scenario.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SurvivalCell {
    /// Scenario id.
    pub scenario: String,
    /// Its name.
    pub scenario_name: String,
    /// `counts`, `counts-in-part` or `does-not-count`; null where the scenario does not stop the
    /// activity.
    pub verdict: Option<String>,
    /// For a narrow cell.
    pub symbol: String,
    /// In words.
    pub text: String,
}
