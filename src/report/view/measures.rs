//! Measures: what could be taken, what a budget buys, and what more would.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Figure, OrganizationView, SwitchoverView};

/// Version of the JSON of `plan`.
pub const PLAN_FORMAT: u32 = 1;

/// The plan by itself.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PlanReport {
    /// Version of this format: 1.
    #[schemars(extend("x-unit" = "version"))]
    pub format: u32,
    /// `blackstart` and its version.
    pub tool: String,
    /// Who is assessed.
    pub organization: OrganizationView,
    /// Day of the plan.
    pub as_of: String,
    /// Version of the method.
    pub method: String,
    /// SHA-256 of the knowledge base.
    pub knowledge: String,
    /// What could be taken, and what a budget buys.
    pub measures: MeasuresView,
    /// Switch-over plans.
    pub switchover: SwitchoverView,
}

/// The plan for a budget.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MeasuresView {
    /// What the whole of it says.
    pub headline: String,
    /// None where it is not limited.
    pub budget: Option<Figure>,
    /// What is made small.
    pub objective: String,
    /// Measures that take longer are left out.
    pub horizon: String,
    /// Without any measure.
    pub now: MeasureSetView,
    /// The plan.
    pub chosen: MeasureSetView,
    /// Those of the chosen set, by what they save for their cost.
    pub measures: Vec<ChosenMeasure>,
    /// Sets worth looking at, by cost.
    pub steps: Vec<MeasureSetView>,
    /// Every set that no other beats in cost and expected annual loss.
    pub frontier: Vec<FrontierPoint>,
    /// What the knee, the appetite and the far end of the frontier mean, in words.
    pub sentences: Vec<String>,
    /// Measures that no figure shows, which are wanted all the same.
    pub organisational: Vec<LeftOutView>,
    /// Measures that are no candidates.
    pub left_out: Vec<LeftOutView>,
}

/// A set of measures.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MeasureSetView {
    /// What it stands for: "nothing", "the budget", "knee".
    pub marks: Vec<String>,
    /// For the twelve months ahead.
    pub cost: Figure,
    /// Expected annual loss with them, money per year.
    pub eal: Figure,
    /// Probability of a further breach with them.
    pub further_breach: Figure,
    /// Activities down today for longer than the MTPD.
    #[schemars(extend("x-unit" = "count"))]
    pub breaches_today: usize,
    /// Mean loss of the worst year in 20, money per year; null where the law has too many states.
    pub cvar95: Option<Figure>,
    /// In points.
    pub score: Figure,
    /// Activities in a country whose chance of a breach is above appetite.
    #[schemars(extend("x-unit" = "count"))]
    pub above_appetite: usize,
    /// Ids of its measures.
    pub measures: Vec<String>,
}

/// A measure of the chosen set.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ChosenMeasure {
    /// `measure:region`, or the id of a measure that is one thing for several countries.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is done.
    pub what: String,
    /// Names.
    pub countries: Vec<String>,
    /// For the twelve months ahead, with the range of the estimate.
    pub cost: Figure,
    /// Whose price it is.
    pub priced_by: String,
    /// "10 to 30 days".
    pub lead_time: String,
    /// What it changes, in words.
    pub effects: Vec<String>,
    /// Expected annual loss that it takes away by itself.
    pub alone: Figure,
    /// Expected annual loss that would come back without it.
    pub last: Figure,
    /// By how much the chance of a further breach would be higher without it.
    pub breach: Figure,
    /// Permits, counsel, and what comes too late.
    pub cautions: Vec<String>,
}

/// A point of the frontier.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FrontierPoint {
    /// For the twelve months ahead.
    pub cost: Figure,
    /// Expected annual loss, money per year.
    pub eal: Figure,
}

/// A measure that is not a candidate.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LeftOutView {
    /// Measure id.
    pub measure: String,
    /// What it is called.
    pub title: String,
    /// Country names; empty means everywhere.
    pub countries: Vec<String>,
    /// Code of the reason.
    pub reason: String,
    /// In words.
    pub why: String,
}
