//! What the reports show: one serialisable type, built once, read by every format.
//!
//! It is also the JSON report, so every number carries its unit, and every text that people wrote
//! is as they wrote it: each renderer escapes for its own format.

mod dependencies;
mod measures;
mod quantified;
mod switchover;
mod verdicts;

use serde::Serialize;

pub use dependencies::*;
pub use measures::*;
pub use quantified::*;
pub use switchover::*;
pub use verdicts::*;

/// Version of the JSON report.
pub const FORMAT: u32 = 1;

/// A number with its unit, its band and its text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    pub value: f64,
    /// points, per year, probability, hours, hours per year, or a currency code with "per year".
    pub unit: String,
    /// 80 % band, where it is known.
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub text: String,
    /// The band as printed.
    pub band: Option<String>,
    /// What the band is where it is not the 80 % band of the rates.
    pub band_note: Option<String>,
}

/// The whole report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportView {
    pub format: u32,
    pub tool: String,
    pub organization: OrganizationView,
    pub as_of: String,
    pub method: MethodView,
    pub knowledge: KnowledgeView,
    pub verdict: Verdict,
    pub in_force: Vec<InForceView>,
    pub top_risks: Vec<TopRisk>,
    pub finding_counts: Vec<SeverityCount>,
    pub findings: Vec<FindingView>,
    pub unknown: Vec<String>,
    pub regions: Vec<RegionView>,
    pub channels: Vec<ChannelView>,
    pub activities: Vec<ActivityView>,
    pub cases: Vec<CaseView>,
    /// Those of them above appetite, the furthest above first.
    pub over_appetite: Vec<CaseView>,
    pub single_points: Vec<SinglePoint>,
    /// What stops an activity together with its fallbacks.
    pub defeats: Vec<DefeatView>,
    pub shared_nodes: Vec<SharedNode>,
    pub concentration: Vec<Concentration>,
    /// What the expected loss hangs on, the most first.
    pub importance: Vec<ImportanceView>,
    /// What each channel needs in each region.
    pub dependencies: Vec<DependencyView>,
    /// Measures announced for the twelve months ahead.
    pub announced: Vec<AnnouncedView>,
    pub register: Vec<RegisterView>,
    pub matrix: Vec<MatrixRow>,
    pub quantified: Quantified,
    pub fallbacks: Vec<FallbackView>,
    /// What could be done, and what a budget buys.
    pub measures: MeasuresView,
    /// What becomes of them in each scenario.
    pub fallback_verdicts: Vec<VerdictsView>,
    pub acceptances: Vec<AcceptanceView>,
    pub assumptions: Vec<AssumptionView>,
    pub sensitivity: SensitivityView,
    pub track_record: TrackRecord,
    pub limits: Vec<String>,
    pub switchover: SwitchoverView,
    pub sources: Vec<SourceView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrganizationView {
    pub name: String,
    pub sector: Option<String>,
    pub home: String,
    pub currency: String,
    pub staff: u32,
    pub partners: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MethodView {
    pub version: String,
    /// What a level is, in words.
    pub scale: String,
    pub grades: Vec<GradeView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GradeView {
    pub letter: String,
    pub meaning: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KnowledgeView {
    pub hash: String,
    /// Facts of the user's own knowledge folder that this run used.
    pub overlaid: Vec<String>,
    pub vendors: usize,
    pub jurisdictions: usize,
    pub precedents: usize,
    pub sources: usize,
}

/// Where the organisation stands against its appetite.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verdict {
    pub inside: bool,
    pub sentence: String,
    pub score: Figure,
    pub level: String,
    pub inherent_score: Figure,
    pub inherent_level: String,
    pub eal: Figure,
    pub inherent_eal: Figure,
    pub any_breach: Figure,
    pub inherent_any_breach: Figure,
    /// Of activities that have not breached already because they are down today.
    pub further_breach: Figure,
    /// Mean loss of the worst year in 20.
    pub cvar95: Figure,
}

/// Something that is in force on the day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InForceView {
    pub channel: String,
    pub channel_name: String,
    pub vendor: String,
    pub region: String,
    pub country: String,
    /// "WhatsApp in Russia: network block of a service in force since 2026-02-11".
    pub headline: String,
    pub scenario: String,
    pub since: Option<String>,
    pub note: String,
    /// "text 0 %, voice 0 %".
    pub left: String,
    pub activities: Vec<String>,
    /// What it means today for those activities.
    pub consequence: String,
    pub confidence: String,
    pub sources: Vec<SourceRef>,
    /// Lesser measures against the same channel there.
    pub also: Vec<AlsoView>,
}

/// A lesser measure that is in force as well.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlsoView {
    pub text: String,
    pub confidence: String,
    pub sources: Vec<SourceRef>,
}

/// A row of the register in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TopRisk {
    pub id: String,
    pub sentence: String,
    pub score: Figure,
    pub level: String,
    pub owner: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeverityCount {
    pub severity: String,
    pub open: usize,
    pub accepted: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingView {
    pub id: String,
    pub code: String,
    pub severity: String,
    pub title: String,
    pub details: Vec<String>,
    pub remedy: String,
    pub owner: Option<String>,
    pub accepted: Option<String>,
    pub sources: Vec<SourceRef>,
}

/// A country of the organisation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegionView {
    pub code: String,
    pub name: String,
    pub staff: u32,
    pub partners: u32,
    pub campaigns: Figure,
    pub any_campaign: Figure,
    pub eal: Figure,
    pub any_breach: Figure,
    pub score: Figure,
    pub level: String,
}

/// A channel with its four answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChannelView {
    pub id: String,
    pub name: String,
    pub vendor: String,
    pub owner: String,
    pub regions: Vec<String>,
    pub carries: Vec<String>,
    pub substitutability: String,
    pub exit_plan: String,
    pub answers: Vec<AnswerView>,
    pub needs: Vec<NeedView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnswerView {
    pub question: String,
    pub status: String,
    pub answered: bool,
    pub lines: Vec<String>,
    pub confidence: Option<String>,
    pub sources: Vec<SourceRef>,
}

/// What a channel needs in one phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NeedView {
    pub phase: String,
    /// "any one of Google Play, vendor site" or one name.
    pub groups: Vec<String>,
}

/// An activity as its BIA has it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActivityView {
    pub id: String,
    pub name: String,
    pub owner: Option<String>,
    pub tier: u8,
    pub needs: Vec<String>,
    pub mtpd: Figure,
    pub rto: Figure,
    pub mbco: Figure,
    pub impact: Vec<f64>,
    pub loss: String,
    pub appetite: Figure,
    pub channels: Vec<String>,
    pub regions: Vec<String>,
    /// Fields that are defaults.
    pub assumed: Vec<String>,
}

/// An activity in a region, in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CaseView {
    pub activity: String,
    pub name: String,
    pub region: String,
    pub country: String,
    /// normal, on-fallback or disrupted.
    pub standing: String,
    pub standing_text: String,
    pub inherent_score: Figure,
    pub score: Figure,
    pub level: String,
    pub breach: Figure,
    pub inherent_breach: Figure,
    pub appetite: Figure,
    pub over_appetite: bool,
    pub hours: Figure,
    pub loss: Figure,
    pub simplified: bool,
}

/// A row of the risk register.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegisterView {
    pub id: String,
    pub channel: String,
    pub channel_name: String,
    pub region: String,
    pub country: String,
    pub scenario: String,
    pub scenario_name: String,
    pub frequency: Figure,
    pub frequency_level: String,
    pub harm: Figure,
    pub harm_level: String,
    pub inherent_score: Option<Figure>,
    pub score: Figure,
    pub level: String,
    pub grade: String,
    pub activities: Vec<String>,
    pub owner: Option<String>,
    pub reasons: Vec<ReasonView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReasonView {
    pub topic: String,
    pub text: String,
    pub basis: String,
    pub sources: Vec<SourceRef>,
}

/// One likelihood row of the matrix, highest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatrixRow {
    pub likelihood: String,
    pub cells: Vec<MatrixCell>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatrixCell {
    pub harm: String,
    /// Level of the geometric centre of the cell.
    pub level: String,
    pub rows: usize,
    pub text: String,
}

/// The evidence for one fallback.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FallbackView {
    pub activity: String,
    pub activity_name: String,
    pub region: String,
    pub country: String,
    pub channel: String,
    pub channel_name: String,
    pub lawful: String,
    pub works_today: String,
    pub activation: String,
    pub rto: String,
    pub reach: String,
    pub tested: String,
    pub readiness: Figure,
    /// counts, counts in part, does not count.
    pub verdict: String,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AcceptanceView {
    pub finding: String,
    pub owner: String,
    pub reason: String,
    pub until: String,
    pub days_left: i32,
    pub state: String,
    pub covers: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AssumptionView {
    pub key: String,
    pub value: String,
    pub why: String,
}

/// A source with the number by which the text refers to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceView {
    pub number: usize,
    pub id: String,
    pub publisher: String,
    pub title: String,
    pub date: Option<String>,
    pub url: Option<String>,
    pub confidence: String,
}

/// A reference to a source of the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceRef {
    pub number: usize,
    pub id: String,
}
