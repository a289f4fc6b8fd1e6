//! Measures: what could be taken, what a budget buys, and what more would.

use serde::Serialize;

use super::{Figure, OrganizationView, SwitchoverView};

/// Version of the JSON of `plan`.
pub const PLAN_FORMAT: u32 = 1;

/// The plan by itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanReport {
    pub format: u32,
    pub tool: String,
    pub organization: OrganizationView,
    pub as_of: String,
    /// Version of the method.
    pub method: String,
    /// SHA-256 of the knowledge base.
    pub knowledge: String,
    pub measures: MeasuresView,
    pub switchover: SwitchoverView,
}

/// The plan for a budget.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasuresView {
    /// What the whole of it says.
    pub headline: String,
    /// None where it is not limited.
    pub budget: Option<Figure>,
    pub objective: String,
    pub horizon: String,
    /// Without any measure.
    pub now: MeasureSetView,
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
    pub left_out: Vec<LeftOutView>,
}

/// A set of measures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasureSetView {
    /// What it stands for: "nothing", "the budget", "knee".
    pub marks: Vec<String>,
    pub cost: Figure,
    pub eal: Figure,
    pub further_breach: Figure,
    pub breaches_today: usize,
    pub cvar95: Option<Figure>,
    pub score: Figure,
    /// Activities in a country whose chance of a breach is above appetite.
    pub above_appetite: usize,
    /// Ids of its measures.
    pub measures: Vec<String>,
}

/// A measure of the chosen set.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChosenMeasure {
    pub id: String,
    pub title: String,
    pub what: String,
    pub countries: Vec<String>,
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
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FrontierPoint {
    pub cost: Figure,
    pub eal: Figure,
}

/// A measure that is not a candidate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeftOutView {
    pub measure: String,
    pub title: String,
    /// Country names; empty means everywhere.
    pub countries: Vec<String>,
    /// Code of the reason.
    pub reason: String,
    pub why: String,
}
