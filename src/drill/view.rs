//! What templates and the terminal see of an exercise: words, ready to print.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::view::SourceView;

/// One exercise.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DrillView {
    /// Version of this format: 1.
    #[schemars(extend("x-unit" = "version"))]
    pub format: u32,
    /// `blackstart` and its version.
    pub tool: String,
    /// Name of the organisation.
    pub organization: String,
    /// Day of the exercise.
    pub as_of: String,
    /// Where it is played.
    pub region: PlaceView,
    /// What is played.
    pub scenario: ScenarioView,
    /// The activity asked for; none where all are played.
    pub activity: Option<String>,
    /// The real event behind it.
    pub script: ScriptView,
    /// Length of the exercise.
    #[schemars(extend("x-unit" = "minutes"))]
    pub minutes: u32,
    /// What is not fact, in a sentence.
    pub judgement: String,
    /// What the organisation should know before it plays.
    pub notices: Vec<NoticeView>,
    /// Names of what is struck in the exercise.
    pub struck: Vec<String>,
    /// Where each activity stands.
    pub stakes: Vec<StakeView>,
    /// Who plays what.
    pub roles: Vec<RoleView>,
    /// The injects, in order.
    pub cards: Vec<CardView>,
    /// The sheet of the observer.
    pub evaluation: EvaluationView,
    /// Lines to put back into the profile, for each fallback tried.
    pub paste: Vec<PasteView>,
    /// Every source that the exercise names.
    pub sources: Vec<SourceView>,
}

/// A country.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PlaceView {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A kind of crackdown.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScenarioView {
    /// In the knowledge base.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it does.
    pub summary: String,
}

/// The real event behind it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScriptView {
    /// In the knowledge base.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Where it happened.
    pub country: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// What happened, in a few sentences.
    pub story: String,
    /// Why this one was chosen.
    pub why: String,
}

/// What the organisation should know before it plays.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NoticeView {
    /// One of docs/drill.md.
    pub code: String,
    /// In a sentence.
    pub text: String,
}

/// Where one activity stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StakeView {
    /// Activity id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who answers for it.
    pub owner: String,
    /// Names of its channels there.
    pub channels: Vec<String>,
    /// Service today.
    pub today: String,
    /// Service when the scenario strikes, before any fallback.
    pub under: String,
    /// The MBCO.
    pub minimum: String,
    /// What that comes to, in words.
    pub state: String,
    /// When the RTO passes.
    pub rto: ClockView,
    /// When the MTPD passes.
    pub mtpd: ClockView,
    /// What it would fall back to.
    pub fallbacks: Vec<SpareView>,
}

/// When a limit passes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClockView {
    /// The limit: "4 h".
    pub limit: String,
    /// Minute of the exercise; none if it does not pass during it.
    #[schemars(extend("x-unit" = "minutes"))]
    pub minute: Option<u32>,
    /// Number of the first card after it.
    #[schemars(extend("x-unit" = "position"))]
    pub card: Option<usize>,
    /// In a sentence.
    pub text: String,
}

/// A fallback of an activity.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SpareView {
    /// Channel id.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// holds, holds in part, does not hold.
    pub verdict: String,
    /// How long it takes to be in use.
    pub activation: String,
    /// Whom it reaches.
    pub reach: String,
    /// When it was tried, and how that went.
    pub tested: String,
    /// What speaks against it.
    pub flaws: Vec<String>,
}

/// Who plays what.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RoleView {
    /// In the script.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Names of the people, as the profile gives them.
    pub who: Vec<String>,
    /// What the role does.
    pub duty: String,
}

/// One inject.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CardView {
    /// From 1.
    #[schemars(extend("x-unit" = "position"))]
    pub number: usize,
    /// Minute of the exercise at which it is dealt.
    #[schemars(extend("x-unit" = "minutes"))]
    pub minute: u32,
    /// Day of the real event, from 0; a card about the organisation follows the loss.
    #[schemars(extend("x-unit" = "days"))]
    pub day: i32,
    /// "2025-08-11, day 0".
    pub when: String,
    /// Does the record give the day?
    pub dated: bool,
    /// Stage of the script; null for a card about the own plan.
    #[schemars(extend("x-unit" = "position"))]
    pub stage: Option<u32>,
    /// What that stage is called.
    pub stage_name: String,
    /// Is it about the organisation's own plan, and not from the script?
    pub own: bool,
    /// Who gets it.
    pub to: String,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Who has to do or say what.
    pub tasks: Vec<TaskView>,
    /// Decisions that are expected.
    pub decisions: Vec<String>,
    /// Questions to ask.
    pub questions: Vec<String>,
    /// What the observer measures.
    pub measures: Vec<String>,
    /// What it means for this organisation.
    pub effects: Vec<String>,
    /// Limits that have passed by now.
    pub clocks: Vec<String>,
    /// What really happened.
    pub facts: Vec<FactView>,
}

/// What one role does on a card.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TaskView {
    /// Name of the role.
    pub role: String,
    /// What it does.
    pub does: String,
    /// What it says.
    pub says: String,
}

/// What really happened.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FactView {
    /// Id in the ledger.
    pub precedent: String,
    /// In a sentence.
    pub summary: String,
    /// `sourced` or `known`.
    pub confidence: String,
    /// Number in the list of sources.
    #[schemars(extend("x-unit" = "position"))]
    pub source: Option<usize>,
}

/// The sheet of the observer.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct EvaluationView {
    /// What to measure, for each fallback.
    pub fallbacks: Vec<MeasureView>,
    /// Decisions that are expected, with their card.
    pub decisions: Vec<DecisionView>,
    /// Figures that the profile does not have.
    pub missing: Vec<String>,
    /// By what the exercise is judged.
    pub criteria: Vec<CriterionView>,
    /// Questions for the talk afterwards.
    pub debrief: Vec<String>,
}

/// What to measure of one fallback.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MeasureView {
    /// Name of the activity.
    pub activity: String,
    /// Name of the channel.
    pub fallback: String,
    /// The RTO.
    pub rto: String,
    /// How long the plan says that activation takes.
    pub activation: String,
    /// The MBCO.
    pub minimum: String,
    /// Whom it has to reach.
    pub audiences: Vec<AudienceView>,
}

/// People whom a fallback has to reach.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AudienceView {
    /// Who.
    pub name: String,
    /// How many there are.
    #[schemars(extend("x-unit" = "people"))]
    pub people: u32,
    /// How many of them the MBCO asks for.
    #[schemars(extend("x-unit" = "people"))]
    pub needed: u32,
    /// What the profile expects.
    pub planned: String,
}

/// A decision that is expected.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DecisionView {
    /// Number of the card.
    #[schemars(extend("x-unit" = "position"))]
    pub card: usize,
    /// Minute of the exercise.
    #[schemars(extend("x-unit" = "minutes"))]
    pub minute: u32,
    /// What is decided.
    pub decision: String,
}

/// By what the exercise is judged.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CriterionView {
    /// What is looked at.
    pub what: String,
    /// What would be good.
    pub target: String,
}

/// Lines to put back into the profile.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PasteView {
    /// Activity id.
    pub activity: String,
    /// Channel id.
    pub channel: String,
    /// TOML, line by line.
    pub lines: Vec<String>,
}
