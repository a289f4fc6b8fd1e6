//! What has changed, what is watched, and what stops a script.

use schemars::JsonSchema;
use serde::Serialize;

use super::Figure;

/// An indicator on the day.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct IndicatorView {
    /// One of docs/indicators.md.
    pub id: String,
    /// What is measured.
    pub name: String,
    /// Absent where there is nothing to measure, or where it is without end.
    #[schemars(extend("x-unit" = "as in unit"))]
    pub value: Option<f64>,
    /// `count`, `days`, `share`, `times` or `standard errors`.
    pub unit: String,
    /// As printed.
    pub text: String,
    /// `green`, `amber` or `red`.
    pub state: String,
    /// Which activity, vendor or country it is.
    pub note: String,
    /// From where on it is amber and red.
    pub limits: String,
}

/// A gate that was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GateView {
    /// As on the command line, such as `finding:stale-test`.
    pub gate: String,
    /// Did the run pass it?
    pub passed: bool,
    /// The exit code of a run that fails it.
    #[schemars(extend("x-unit" = "exit code"))]
    pub exit: u8,
    /// In one line.
    pub reason: String,
    /// What failed it: ids of findings or changes, `activity:region`, or `all`.
    pub ids: Vec<String>,
}

/// A difference between two runs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ChangeView {
    /// `code:subject:region`.
    pub id: String,
    /// One of docs/changes.md.
    pub code: String,
    /// `worse`, `better` or `neither`.
    pub way: String,
    /// In one sentence.
    pub title: String,
}

/// A comparison of two runs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ComparisonView {
    /// `comparison`.
    pub document: String,
    /// Version of this format: 1.
    #[schemars(extend("x-unit" = "version"))]
    pub format: u32,
    /// `blackstart` and its version.
    pub tool: String,
    /// As in the profile.
    pub organization: String,
    /// ISO 4217 code of all amounts.
    pub currency: String,
    /// The earlier run.
    pub before: RunView,
    /// The later run.
    pub after: RunView,
    /// The comparison in one sentence.
    pub sentence: String,
    /// Score, expected loss and breach probabilities.
    pub figures: Vec<MovedView>,
    /// What must be known to read the parts: what was computed anew, what could not be told apart.
    pub notes: Vec<String>,
    /// All differences, the worst kind first.
    pub changes: Vec<ChangeView>,
    /// Activities in countries that are on both sides and moved, the furthest first.
    pub cases: Vec<CaseMovedView>,
    /// Edits of the profile that moved a figure, those that moved most first.
    pub edits: Vec<EditView>,
    /// About edits that are not in the list.
    pub edits_note: Option<String>,
    /// Indicators on both days.
    pub indicators: Vec<IndicatorMovedView>,
    /// Gates that were asked for.
    pub gates: Vec<GateView>,
}

/// One of the two runs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RunView {
    /// Its day.
    pub as_of: String,
    /// Version of its method.
    pub method: String,
    /// The program that made it.
    pub tool: String,
    /// SHA-256 of its knowledge base, as hex.
    pub knowledge: String,
    /// Is it inside the appetite?
    pub inside: bool,
    /// Level of its score.
    pub level: String,
}

/// A figure that moved, and why.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MovedView {
    /// `score`, `eal`, `any-breach` or `further-breach`.
    pub id: String,
    /// In words.
    pub name: String,
    /// As it was reported.
    pub before: Figure,
    /// As it is now.
    pub after: Figure,
    /// `after` less `before`.
    pub change: Figure,
    /// Has it moved by more than what the method calls material? Only scores have such a limit.
    pub material: Option<bool>,
    /// Shares of the change, by profile, knowledge, time and method; empty where they were not computed.
    pub parts: Vec<PartView>,
    /// What the figure of the earlier run is in this program less what was reported then, where that is
    /// anything: no part of the above.
    pub restated: Option<Figure>,
}

/// The share of one factor.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PartView {
    /// `profile`, `knowledge`, `time` or `method`.
    pub factor: String,
    /// Shapley's value: the mean over all orders of change.
    pub share: Figure,
    /// The step in the order method, knowledge, time, profile.
    pub step: Figure,
}

/// An activity that moved.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CaseMovedView {
    /// Activity id.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Country code.
    pub region: String,
    /// Its name.
    pub country: String,
    /// Score, in points.
    pub before: Figure,
    /// Score, in points.
    pub after: Figure,
    /// In points.
    pub change: Figure,
    /// Shares of the change in points, by factor.
    pub parts: Vec<PartView>,
    /// Change of the expected loss, money per year.
    pub loss: Figure,
}

/// An edit of the profile, and what it is worth: the figures of today less those without it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct EditView {
    /// Where in the profile.
    pub place: String,
    /// As it stood.
    pub before: String,
    /// As it stands.
    pub after: String,
    /// In points. Absent where the edit cannot be undone alone, since another one needs it.
    pub score: Option<Figure>,
    /// Money per year.
    pub eal: Option<Figure>,
    /// A probability.
    pub further_breach: Option<Figure>,
    /// The activity that it moves most: "Dispatch, Russia".
    pub most: Option<String>,
    /// Its change, in points.
    pub most_change: Option<Figure>,
}

/// An indicator on both days.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct IndicatorMovedView {
    /// One of docs/indicators.md.
    pub id: String,
    /// What is measured.
    pub name: String,
    /// As it was printed; absent where the earlier run did not have it.
    pub before: Option<String>,
    /// As printed.
    pub after: String,
    /// `green`, `amber` or `red`; absent where the earlier run did not have it.
    pub state_before: Option<String>,
    /// `green`, `amber` or `red`.
    pub state: String,
    /// Which activity, vendor or country it is.
    pub note: String,
}
