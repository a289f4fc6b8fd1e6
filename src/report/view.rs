//! What the reports show: one serialisable type, built once, read by every format.
//!
//! It is also the JSON report, so every number carries its unit (a [`Figure`] in `unit`, any other in
//! the `x-unit` of its schema), and every text that people wrote is as they wrote it: each renderer
//! escapes for its own format. docs/json.md is made from these comments.

mod activities;
mod board;
mod changes;
mod channels;
mod dependencies;
mod fallbacks;
mod findings;
mod history;
mod measures;
mod portfolio;
mod quantified;
mod register;
mod switchover;
mod verdicts;

use schemars::JsonSchema;
use serde::Serialize;

pub use activities::*;
pub use board::*;
pub use changes::*;
pub use channels::*;
pub use dependencies::*;
pub use fallbacks::*;
pub use findings::*;
pub use history::*;
pub use measures::*;
pub use portfolio::*;
pub use quantified::*;
pub use register::*;
pub use switchover::*;
pub use verdicts::*;

/// Version of the JSON report.
pub const FORMAT: u32 = 1;

/// What kind of document it is.
pub const DOCUMENT: &str = "assessment";

/// A number with its unit, its band and its text.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Figure {
    /// Full precision, in `unit`.
    pub value: f64,
    /// `points`, `per year`, `probability`, `share`, `hours`, `hours per year`, `harm per campaign, 1
    /// is the worst of one activity`, or a currency code, with `per year` where it is a yearly loss.
    pub unit: String,
    /// Low end of the band, where there is one.
    pub low: Option<f64>,
    /// High end of the band.
    pub high: Option<f64>,
    /// As printed, rounded to what it deserves.
    pub text: String,
    /// The band as printed.
    pub band: Option<String>,
    /// What the band is where it is not the 80 % band of the rates.
    pub band_note: Option<String>,
}

/// The whole report.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ReportView {
    /// `assessment`.
    pub document: String,
    /// Version of this format: 1.
    #[schemars(extend("x-unit" = "version"))]
    pub format: u32,
    /// `blackstart` and its version.
    pub tool: String,
    /// Who is assessed.
    pub organization: OrganizationView,
    /// Day of the assessment.
    pub as_of: String,
    /// Version of the method, and what its scales mean.
    pub method: MethodView,
    /// Which knowledge base.
    pub knowledge: KnowledgeView,
    /// Where the organisation stands.
    pub verdict: Verdict,
    /// This run after earlier ones that were given, the earliest first.
    pub trend: TrendView,
    /// What is different from the run that was given with `--against`, the worst kind first.
    pub changes: Vec<ChangeView>,
    /// What is looked at between two quarters.
    pub indicators: Vec<IndicatorView>,
    /// Gates that were asked for with `--fail-on`.
    pub gates: Vec<GateView>,
    /// What is asked of the board.
    pub decisions: Vec<DecisionView>,
    /// Measures in force today, the gravest for an activity first.
    pub in_force: Vec<InForceView>,
    /// At most five rows of the register, in words.
    pub top_risks: Vec<TopRisk>,
    /// Findings by severity, from Critical to Low.
    pub finding_counts: Vec<SeverityCount>,
    /// All findings, open and accepted, gravest first.
    pub findings: Vec<FindingView>,
    /// Open findings by who must act.
    pub actions: Vec<OwnerActions>,
    /// What nobody has answered yet.
    pub open_questions: Vec<OpenQuestion>,
    /// What the report does not know, in a few lines.
    pub unknown: Vec<String>,
    /// Countries, in the order of the profile.
    pub regions: Vec<RegionView>,
    /// Channels, in the order of the profile.
    pub channels: Vec<ChannelView>,
    /// What a regulator asks of third parties, a row for each channel.
    pub third_parties: Vec<ThirdPartyView>,
    /// The BIA, in the order of the profile.
    pub activities: Vec<ActivityView>,
    /// For each activity the campaign that harms it most, hour by hour.
    pub stops: Vec<StopView>,
    /// Each activity in each region, in figures.
    pub cases: Vec<CaseView>,
    /// Those of them above appetite, the furthest above first.
    pub over_appetite: Vec<CaseView>,
    /// Single points of failure.
    pub single_points: Vec<SinglePoint>,
    /// What stops an activity together with its fallbacks.
    pub defeats: Vec<DefeatView>,
    /// What several channels need, the most shared first.
    pub shared_nodes: Vec<SharedNode>,
    /// Who hangs on what, as a graph.
    pub dependency_map: DependencyMap,
    /// What hangs on one vendor, owner, legal order or country.
    pub concentration: Vec<Concentration>,
    /// What the expected loss hangs on, the most first.
    pub importance: Vec<ImportanceView>,
    /// What each channel needs in each region, by phase.
    pub dependencies: Vec<DependencyView>,
    /// Measures announced for the twelve months ahead.
    pub announced: Vec<AnnouncedView>,
    /// Scenarios by country: the score of all rows of the register together.
    pub scenario_map: Vec<MapRow>,
    /// The risk register, highest residual harm first.
    pub register: Vec<RegisterView>,
    /// Rows of the register by likelihood and harm.
    pub matrix: Vec<MatrixRow>,
    /// Severe but plausible cases, whatever their likelihood, the greatest loss first.
    pub stress: Vec<StressView>,
    /// Law of the year, hours, self-check.
    pub quantified: Quantified,
    /// Evidence for each fallback.
    pub fallbacks: Vec<FallbackView>,
    /// What could be done, and what a budget buys.
    pub measures: MeasuresView,
    /// What becomes of each fallback in each scenario.
    pub fallback_verdicts: Vec<VerdictsView>,
    /// The same in short: the best fallback of each activity in each scenario.
    pub survival: SurvivalView,
    /// Acceptances and what became of them.
    pub acceptances: Vec<AcceptanceView>,
    /// Defaults that stand in for open fields.
    pub assumptions: Vec<AssumptionView>,
    /// Which numbers and which open fields would change the answer.
    pub sensitivity: SensitivityView,
    /// What may be claimed of the forecasts.
    pub track_record: TrackRecord,
    /// What no figure covers.
    pub limits: Vec<String>,
    /// A switch-over plan for each activity in each region.
    pub switchover: SwitchoverView,
    /// What each chart shows, in a sentence.
    pub captions: CaptionsView,
    /// The result in a few lines, for a terminal or a message.
    pub in_short: Vec<ShortLine>,
    /// Every source that the report names.
    pub sources: Vec<SourceView>,
}

/// What each chart shows, in a sentence.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct CaptionsView {
    /// Of `scenario_map`.
    pub map: String,
    /// Of `register` by likelihood and harm.
    pub matrix: String,
    /// Of `quantified.loss.curve`.
    pub exceedance: String,
    /// Of `stops`.
    pub stops: String,
    /// Of `shared_nodes`.
    pub dependencies: String,
    /// Of `sensitivity.bars`.
    pub tornado: String,
    /// Of `measures.frontier`.
    pub frontier: String,
}

/// Who is assessed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OrganizationView {
    /// As in the profile.
    pub name: String,
    /// As in the profile.
    pub sector: Option<String>,
    /// Name of the country of the head office.
    pub home: String,
    /// ISO 4217 code of all amounts.
    pub currency: String,
    /// Employees in all regions.
    #[schemars(extend("x-unit" = "people"))]
    pub staff: u32,
    /// People of partners in all regions.
    #[schemars(extend("x-unit" = "people"))]
    pub partners: u32,
}

/// Version of the method, and what its scales mean.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MethodView {
    /// Version of the parameters, such as `2026.2`.
    pub version: String,
    /// What points and levels mean.
    pub scale: String,
    /// Score of an annual harm of 1.
    #[schemars(extend("x-unit" = "points"))]
    pub score_offset: f64,
    /// Points for ten times the harm.
    #[schemars(extend("x-unit" = "points"))]
    pub score_per_decade: f64,
    /// Grades of evidence.
    pub grades: Vec<GradeView>,
}

/// A grade of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GradeView {
    /// `A` to `D`.
    pub letter: String,
    /// In words.
    pub meaning: String,
}

/// Which knowledge base.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct KnowledgeView {
    /// SHA-256 of all files, overlay included, as hex.
    pub hash: String,
    /// Facts of the user's own knowledge folder that this run used.
    pub overlaid: Vec<String>,
    /// How many it has.
    #[schemars(extend("x-unit" = "count"))]
    pub vendors: usize,
    /// How many it has.
    #[schemars(extend("x-unit" = "count"))]
    pub jurisdictions: usize,
    /// How many it has.
    #[schemars(extend("x-unit" = "count"))]
    pub precedents: usize,
    /// How many it has.
    #[schemars(extend("x-unit" = "count"))]
    pub sources: usize,
}

/// A default that stands in for an open field.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AssumptionView {
    /// Key path in the profile, such as `activity.dispatch.mtpd`.
    pub key: String,
    /// The value taken, with its unit.
    pub value: String,
    /// Why this value.
    pub why: String,
}

/// A source with the number by which the text refers to it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SourceView {
    /// From 1.
    #[schemars(extend("x-unit" = "position"))]
    pub number: usize,
    /// In the knowledge base.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// What it is called.
    pub title: String,
    /// When it was published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Null for what is recalled rather than seen.
    pub url: Option<String>,
    /// `sourced` or `known`.
    pub confidence: String,
}

/// A reference to a source of the list.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SourceRef {
    /// Its number in `sources`.
    #[schemars(extend("x-unit" = "position"))]
    pub number: usize,
    /// Its id.
    pub id: String,
}
