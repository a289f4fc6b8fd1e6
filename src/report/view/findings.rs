//! Findings, who must act on them, what is accepted, and what is still to be answered.

use schemars::JsonSchema;
use serde::Serialize;

use super::SourceRef;

/// How many findings of a severity.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SeverityCount {
    /// `Critical`, `High`, `Medium` or `Low`.
    pub severity: String,
    /// Without an acceptance.
    #[schemars(extend("x-unit" = "count"))]
    pub open: usize,
    /// With one.
    #[schemars(extend("x-unit" = "count"))]
    pub accepted: usize,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FindingView {
    /// `code:subject:region`.
    pub id: String,
    /// One of docs/findings.md.
    pub code: String,
    /// `organization`, or `model` for a warning about the model itself.
    pub about: String,
    /// `Critical`, `High`, `Medium` or `Low`.
    pub severity: String,
    /// What is the case.
    pub title: String,
    /// What it rests on.
    pub details: Vec<String>,
    /// What to do.
    pub remedy: String,
    /// Of the activity concerned.
    pub owner: Option<String>,
    /// By whom it is accepted, until when and why.
    pub accepted: Option<String>,
    /// References.
    pub sources: Vec<SourceRef>,
}

/// What one person is asked to do.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OwnerActions {
    /// As the profile names them; "No owner named" for the rest.
    pub owner: String,
    /// The most urgent first.
    pub actions: Vec<ActionView>,
}

/// Findings that ask for the same of the same person.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ActionView {
    /// Gravest severity among them.
    pub severity: String,
    /// `now`, `this month`, `this quarter` or `when next touched`, by severity.
    pub due: String,
    /// Code of the findings.
    pub code: String,
    /// What to do.
    pub remedy: String,
    /// Where: "Driver dispatch in Russia and Turkey".
    pub places: Vec<String>,
    /// The findings.
    pub findings: Vec<FindingRef>,
}

/// A reference to a finding.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FindingRef {
    /// Its id.
    pub id: String,
    /// Country code, or `all`.
    pub region: String,
}

/// A question that nobody has answered.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OpenQuestion {
    /// `field`, `channel` or `counsel`.
    pub kind: String,
    /// What is asked.
    pub question: String,
    /// Why it matters, or where it is answered.
    pub why: String,
}

/// An acceptance and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AcceptanceView {
    /// Pattern of ids, with `*` for any part.
    pub finding: String,
    /// Who accepted.
    pub owner: String,
    /// Why.
    pub reason: String,
    /// Last day.
    pub until: String,
    /// Negative when it has run out.
    #[schemars(extend("x-unit" = "days"))]
    pub days_left: i32,
    /// `in force`, `expires within 30 days`, `expired` or `matches nothing`.
    pub state: String,
    /// Ids of findings of the day.
    pub covers: Vec<String>,
}
