//! Many organisations at once.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Figure, LeftOutFile};

/// An overview of a portfolio. Amounts of the group are in euros.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PortfolioView {
    /// `portfolio`.
    pub document: String,
    /// Version of this format: 1.
    #[schemars(extend("x-unit" = "version"))]
    pub format: u32,
    /// `blackstart` and its version.
    pub tool: String,
    /// Day of the assessment.
    pub as_of: String,
    /// Version of the method.
    pub method: String,
    /// The portfolio in a few sentences.
    pub sentences: Vec<String>,
    /// Members that were assessed.
    #[schemars(extend("x-unit" = "count"))]
    pub members: usize,
    /// Members by level, the highest first.
    pub levels: Vec<LevelCount>,
    /// The members with the highest scores.
    pub ranking: Vec<MemberView>,
    /// How many members are not in `ranking`.
    #[schemars(extend("x-unit" = "count"))]
    pub more: usize,
    /// The year of the group; absent where it was not simulated.
    pub group: Option<GroupView>,
    /// Campaigns that cost the group most when they come.
    pub campaigns: Vec<SharedCampaign>,
    /// Vendors on which most hangs.
    pub vendors: Vec<SharedName>,
    /// Legal orders on which most hangs. A vendor may answer to several.
    pub jurisdictions: Vec<SharedName>,
    /// Countries in which most hangs.
    pub countries: Vec<SharedName>,
    /// Names that several files have.
    pub namesakes: Vec<String>,
    /// Files that could not be assessed, with the first of their problems; at most a hundred.
    pub left_out: Vec<LeftOutFile>,
    /// How many could not be assessed.
    #[schemars(extend("x-unit" = "count"))]
    pub refused: usize,
}

/// Members of a level.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LevelCount {
    /// `Very low`, `Low`, `Moderate`, `High` or `Very high`.
    pub level: String,
    /// How many members.
    #[schemars(extend("x-unit" = "count"))]
    pub members: usize,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MemberView {
    /// Name of the file.
    pub file: String,
    /// As in its profile.
    pub organization: String,
    /// In points.
    pub score: Figure,
    /// `Very low`, `Low`, `Moderate`, `High` or `Very high`.
    pub level: String,
    /// Money per year.
    pub eal: Figure,
    /// Probability of any breach within a year.
    pub any_breach: Figure,
    /// Activities by country above their appetite.
    #[schemars(extend("x-unit" = "count"))]
    pub over_appetite: usize,
    /// Open findings, Critical and High.
    #[schemars(extend("x-unit" = "count"))]
    pub grave: usize,
    /// `activity:region` with the highest score.
    pub worst_case: String,
}

/// The year of the group.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GroupView {
    /// Simulated years.
    #[schemars(extend("x-unit" = "years"))]
    pub trials: u32,
    /// Members whose losses are in it.
    #[schemars(extend("x-unit" = "count"))]
    pub members: usize,
    /// Mean loss of a year.
    pub mean: Figure,
    /// Probability of a year without loss.
    pub none: Figure,
    /// Half of the years lose more.
    pub p50: Figure,
    /// One year in 20 loses more.
    pub var95: Figure,
    /// One year in 100 loses more.
    pub var99: Figure,
    /// Mean of the worst year in 20.
    pub cvar95: Figure,
    /// What the members' own worst years in 20 come to when they are added up.
    pub cvar95_added: Figure,
    /// What that means.
    pub sentence: String,
}

/// A kind of campaign in a country.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SharedCampaign {
    /// Name of the country.
    pub country: String,
    /// Scenario id.
    pub scenario: String,
    /// Its name.
    pub name: String,
    /// Members with an activity that it can disrupt.
    #[schemars(extend("x-unit" = "count"))]
    pub members: usize,
    /// Members with an activity of which it takes every fallback as well.
    #[schemars(extend("x-unit" = "count"))]
    pub defeated: usize,
    /// How often it comes.
    pub frequency: Figure,
    /// What one of them costs all members together.
    pub loss: Figure,
}

/// What hangs on a name.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SharedName {
    /// What it is called.
    pub name: String,
    /// How many members.
    #[schemars(extend("x-unit" = "count"))]
    pub members: usize,
    /// Share of the expected loss of all members.
    pub share: Figure,
    /// Expected loss, money per year.
    pub loss: Figure,
}
