//! The risk register, and the same by country, by scenario, and under stress.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Figure, SourceRef};

/// A country of the organisation.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RegionView {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Employees there.
    #[schemars(extend("x-unit" = "people"))]
    pub staff: u32,
    /// People of partners there.
    #[schemars(extend("x-unit" = "people"))]
    pub partners: u32,
    /// Campaigns to expect, all streams, per year.
    pub campaigns: Figure,
    /// Probability of at least one within a year.
    pub any_campaign: Figure,
    /// Expected annual loss of the activities there, campaign costs included, money per year.
    pub eal: Figure,
    /// Probability that any activity there breaches its MTPD; given by bounds where joint states are
    /// too many, `value` is then the upper one.
    pub any_breach: Figure,
    /// Residual, in points.
    pub score: Figure,
    /// Level of `score`.
    pub level: String,
}

/// A row of the risk register: one channel, region and scenario with any harm. An activity that is
/// disrupted today has none with fallbacks counted: what is in force is not a risk.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RegisterView {
    /// `channel:region:scenario`.
    pub id: String,
    /// From 1, the highest.
    #[schemars(extend("x-unit" = "position"))]
    pub rank: usize,
    /// Channel id.
    pub channel: String,
    /// Its name.
    pub channel_name: String,
    /// Country code.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// Scenario id.
    pub scenario: String,
    /// Its name.
    pub scenario_name: String,
    /// Campaigns of this kind that hit the channel, per year.
    pub frequency: Figure,
    /// Level of `frequency`.
    pub frequency_level: String,
    /// Annual residual harm divided by `frequency`. It adds up over activities, so a channel that
    /// carries several of them can be above 1.
    pub harm: Figure,
    /// Level of `harm`.
    pub harm_level: String,
    /// Level of the harm of one campaign without fallbacks; null where today's state replaces it.
    pub inherent_harm_level: Option<String>,
    /// Level of the harm of one campaign once the chosen measures are in place.
    pub target_harm_level: String,
    /// Without fallbacks, in points; null where today's state replaces it.
    pub inherent_score: Option<Figure>,
    /// Residual, in points.
    pub score: Figure,
    /// Level of `score`.
    pub level: String,
    /// Once the chosen measures are in place, in points.
    pub target_score: Figure,
    /// Level of `target_score`.
    pub target_level: String,
    /// Level by Table I-2 of NIST SP 800-30 Rev. 1, from `frequency_level` and `harm_level`.
    pub nist_level: String,
    /// Does it differ from `level` by two or more?
    pub nist_far: bool,
    /// Grade of evidence, `A` to `D`.
    pub grade: String,
    /// Names of the activities that bear the harm, most first.
    pub activities: Vec<String>,
    /// Of the first of them that has one.
    pub owner: Option<String>,
    /// Names of the fallbacks of these activities there.
    pub fallbacks: Vec<String>,
    /// Titles of the chosen measures in that country that lower it.
    pub measures: Vec<String>,
    /// `open`, `mitigate` where chosen measures lower it, or `accept` where every breach above appetite
    /// of its activities there is accepted.
    pub treatment: String,
    /// The chain from the rate to the consequence.
    pub reasons: Vec<ReasonView>,
}

/// A link of the chain of reasons.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ReasonView {
    /// `rate`, `share`, `election`, `reach`, `announced`, `hit`, `frequency`, `answer`, `left`,
    /// `duration`, `law` or `precedent`.
    pub topic: String,
    /// One sentence.
    pub text: String,
    /// `measured`, `ledger` or `judgement`.
    pub basis: String,
    /// References.
    pub sources: Vec<SourceRef>,
}

/// One scenario in all countries.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MapRow {
    /// Scenario id.
    pub scenario: String,
    /// Its name.
    pub name: String,
    /// One for each country, in the order of `regions`.
    pub cells: Vec<MapCell>,
}

/// One scenario in one country.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MapCell {
    /// Country code.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// Of the harm of all its rows, in points; null where there is none.
    pub score: Option<Figure>,
    /// Level of `score`.
    pub level: Option<String>,
    /// Rows of the register.
    #[schemars(extend("x-unit" = "count"))]
    pub rows: usize,
}

/// One likelihood row of the matrix, highest first.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MatrixRow {
    /// Level.
    pub likelihood: String,
    /// Five, the least harm first.
    pub cells: Vec<MatrixCell>,
}

/// A cell of the matrix.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MatrixCell {
    /// Level of the column.
    pub harm: String,
    /// Level of the geometric centre of the cell.
    pub level: String,
    /// Rows of the register in it.
    #[schemars(extend("x-unit" = "count"))]
    pub rows: usize,
    /// The same, empty for none.
    pub text: String,
}

/// A severe but plausible case.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StressView {
    /// `stress-id:unit`.
    pub id: String,
    /// What happens.
    pub title: String,
    /// What it comes to.
    pub sentence: String,
    /// Activities by country that it takes below the MBCO.
    #[schemars(extend("x-unit" = "count"))]
    pub stopped: usize,
    /// Those of them that are more likely than not down for longer than the MTPD.
    #[schemars(extend("x-unit" = "count"))]
    pub beyond_mtpd: usize,
    /// Names of them, "Driver dispatch in Russia and Turkey".
    pub names: Vec<String>,
    /// Longest expected outage among them, hours.
    pub longest: Figure,
    /// Expected loss of the case itself, in money.
    pub loss: Figure,
}
