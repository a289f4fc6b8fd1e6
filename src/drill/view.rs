//! What templates and the terminal see of an exercise: words, ready to print.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::view::SourceView;

/// One exercise.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DrillView {
    pub format: u32,
    pub tool: String,
    pub organization: String,
    pub as_of: String,
    pub region: PlaceView,
    pub scenario: ScenarioView,
    /// The activity asked for; none where all are played.
    pub activity: Option<String>,
    pub script: ScriptView,
    /// Length of the exercise.
    pub minutes: u32,
    pub judgement: String,
    pub notices: Vec<NoticeView>,
    /// Names of what is struck in the exercise.
    pub struck: Vec<String>,
    pub stakes: Vec<StakeView>,
    pub roles: Vec<RoleView>,
    pub cards: Vec<CardView>,
    pub evaluation: EvaluationView,
    pub paste: Vec<PasteView>,
    pub sources: Vec<SourceView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PlaceView {
    pub code: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScenarioView {
    pub id: String,
    pub name: String,
    pub summary: String,
}

/// The real event behind it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScriptView {
    pub id: String,
    pub title: String,
    pub country: String,
    /// First and last day.
    pub from: String,
    pub to: String,
    pub story: String,
    pub why: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NoticeView {
    pub code: String,
    pub text: String,
}

/// Where one activity stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StakeView {
    pub id: String,
    pub name: String,
    pub owner: String,
    pub channels: Vec<String>,
    pub today: String,
    pub under: String,
    pub minimum: String,
    pub state: String,
    pub rto: ClockView,
    pub mtpd: ClockView,
    pub fallbacks: Vec<SpareView>,
}

/// When a limit passes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClockView {
    /// The limit: "4 h".
    pub limit: String,
    /// Minute of the exercise; none if it does not pass during it.
    pub minute: Option<u32>,
    /// Number of the first card after it.
    pub card: Option<usize>,
    pub text: String,
}

/// A fallback of an activity.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SpareView {
    pub channel: String,
    pub name: String,
    /// holds, holds in part, does not hold.
    pub verdict: String,
    pub activation: String,
    pub reach: String,
    pub tested: String,
    pub flaws: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RoleView {
    pub id: String,
    pub name: String,
    pub who: Vec<String>,
    pub duty: String,
}

/// One inject.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CardView {
    pub number: usize,
    pub minute: u32,
    /// Day of the real event, from 0; a card about the organisation follows the loss.
    pub day: i32,
    /// "2025-08-11, day 0".
    pub when: String,
    /// Does the record give the day?
    pub dated: bool,
    pub stage: Option<u32>,
    pub stage_name: String,
    /// Is it about the organisation's own plan, and not from the script?
    pub own: bool,
    pub to: String,
    pub title: String,
    pub text: String,
    pub tasks: Vec<TaskView>,
    pub decisions: Vec<String>,
    pub questions: Vec<String>,
    pub measures: Vec<String>,
    /// What it means for this organisation.
    pub effects: Vec<String>,
    /// Limits that have passed by now.
    pub clocks: Vec<String>,
    /// What really happened.
    pub facts: Vec<FactView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TaskView {
    pub role: String,
    pub does: String,
    pub says: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FactView {
    pub precedent: String,
    pub summary: String,
    pub confidence: String,
    /// Number in the list of sources.
    pub source: Option<usize>,
}

/// The sheet of the observer.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct EvaluationView {
    pub fallbacks: Vec<MeasureView>,
    pub decisions: Vec<DecisionView>,
    /// Figures that the profile does not have.
    pub missing: Vec<String>,
    pub criteria: Vec<CriterionView>,
    pub debrief: Vec<String>,
}

/// What to measure of one fallback.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MeasureView {
    pub activity: String,
    pub fallback: String,
    pub rto: String,
    pub activation: String,
    pub minimum: String,
    pub audiences: Vec<AudienceView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AudienceView {
    pub name: String,
    pub people: u32,
    pub needed: u32,
    pub planned: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DecisionView {
    pub card: usize,
    pub minute: u32,
    pub decision: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CriterionView {
    pub what: String,
    pub target: String,
}

/// Lines to put back into the profile.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PasteView {
    pub activity: String,
    pub channel: String,
    /// TOML, line by line.
    pub lines: Vec<String>,
}
