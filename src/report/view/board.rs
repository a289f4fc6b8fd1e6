//! What a board looks at first: the verdict, what is in force, what is asked.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Figure, SourceRef};

/// Where the organisation stands against its appetite.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Verdict {
    /// Is no case above its appetite?
    pub inside: bool,
    /// The verdict in words.
    pub sentence: String,
    /// Residual score, fallbacks counted, in points.
    pub score: Figure,
    /// Level of `score`: `Very low`, `Low`, `Moderate`, `High` or `Very high`.
    pub level: String,
    /// Score without fallbacks, in points.
    pub inherent_score: Figure,
    /// Level of `inherent_score`.
    pub inherent_level: String,
    /// Expected annual loss, money per year.
    pub eal: Figure,
    /// The same without fallbacks.
    pub inherent_eal: Figure,
    /// Probability that any activity breaches its MTPD within twelve months.
    pub any_breach: Figure,
    /// The same without fallbacks.
    pub inherent_any_breach: Figure,
    /// The same, with fallbacks, for activities that have not breached already because they are down
    /// today.
    pub further_breach: Figure,
    /// Mean loss of the worst year in 20, money per year.
    pub cvar95: Figure,
}

/// A line of the result in short.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ShortLine {
    /// What it is about, in a word or two.
    pub label: String,
    /// One figure, and what belongs to it.
    pub text: String,
}

/// This run after earlier ones.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TrendView {
    /// What has moved since the last run, or that there is none to compare with.
    pub sentence: String,
    /// Earlier runs by day, this one last; empty where no earlier run was given.
    pub points: Vec<TrendPoint>,
}

/// One run.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TrendPoint {
    /// Its day.
    pub as_of: String,
    /// Version of its method.
    pub method: String,
    /// Residual score, in points.
    pub score: Figure,
    /// Level of `score`.
    pub level: String,
    /// Expected annual loss, money per year.
    pub eal: Figure,
    /// Probability of a further breach.
    pub further_breach: Figure,
    /// Activities by country above appetite.
    #[schemars(extend("x-unit" = "count"))]
    pub over_appetite: usize,
    /// Findings without an acceptance.
    #[schemars(extend("x-unit" = "count"))]
    pub open_findings: usize,
}

/// A decision that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DecisionView {
    /// `run-now`, `fund`, `accept-or-change`, `renew-acceptances` or `ask-counsel`.
    pub code: String,
    /// What is asked, in one sentence.
    pub ask: String,
    /// What it rests on, or whom it concerns.
    pub about: Vec<String>,
}

/// A measure that is in force on the day, against one channel in one region; the gravest of them.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct InForceView {
    /// Channel id.
    pub channel: String,
    /// Name of the channel.
    pub channel_name: String,
    /// Name of the vendor.
    pub vendor: String,
    /// Country code.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// The measure in one line, such as "WhatsApp in Russia: network block in force since 2026-02-11".
    pub headline: String,
    /// Scenario id.
    pub scenario: String,
    /// When it began.
    pub since: Option<String>,
    /// From the knowledge base; may be empty.
    pub note: String,
    /// Service left for each capability that the channel carries, such as "text 0 %, voice 0 %".
    pub left: String,
    /// Names of activities that use it, fallback uses included.
    pub activities: Vec<String>,
    /// What it means today for those activities.
    pub consequence: String,
    /// `sourced`, `known` or `judgement`.
    pub confidence: String,
    /// References.
    pub sources: Vec<SourceRef>,
    /// Lesser measures against the same channel there.
    pub also: Vec<AlsoView>,
}

/// A lesser measure that is in force as well.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AlsoView {
    /// In one line.
    pub text: String,
    /// `sourced`, `known` or `judgement`.
    pub confidence: String,
    /// References.
    pub sources: Vec<SourceRef>,
}

/// A row of the register in words.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TopRisk {
    /// Id of the row.
    pub id: String,
    /// The risk in words.
    pub sentence: String,
    /// Residual, in points.
    pub score: Figure,
    /// Level of `score`.
    pub level: String,
    /// Of the activity that bears most of it.
    pub owner: Option<String>,
}
