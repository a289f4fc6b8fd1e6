//! Activities as their BIA has them, in figures, and when they stop.

use schemars::JsonSchema;
use serde::Serialize;

use super::Figure;

/// An activity as its BIA has it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ActivityView {
    /// As in the profile.
    pub id: String,
    /// As in the profile, or the id.
    pub name: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// 1 to 4, 1 is restored first.
    #[schemars(extend("x-unit" = "tier"))]
    pub tier: u8,
    /// Capabilities.
    pub needs: Vec<String>,
    /// Longest tolerable outage, hours.
    pub mtpd: Figure,
    /// By when a fallback should run, hours.
    pub rto: Figure,
    /// Least acceptable service, share of normal.
    pub mbco: Figure,
    /// Impact level, 0 to 5, after 1 h, 24 h, 168 h and 730 h.
    #[schemars(extend("x-unit" = "level, 0 to 5"))]
    pub impact: Vec<f64>,
    /// Loss per hour in all regions, in words.
    pub loss: String,
    /// Highest tolerable probability of a breach.
    pub appetite: Figure,
    /// Names, with shares where there are several.
    pub channels: Vec<String>,
    /// Codes.
    pub regions: Vec<String>,
    /// Which of these fields are defaults.
    pub assumed: Vec<String>,
}

/// An activity in a region, in figures. For one that is disrupted today, `hours` and `loss` are those
/// of today's disruption until it has left its vendor.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CaseView {
    /// Activity id.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Country code.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// Today: `normal`, `on-fallback` or `disrupted`.
    pub standing: String,
    /// The same in words.
    pub standing_text: String,
    /// Score without fallbacks, in points.
    pub inherent_score: Figure,
    /// Score with fallbacks, in points.
    pub score: Figure,
    /// Level of `score`.
    pub level: String,
    /// Score once the chosen measures are in place, in points.
    pub target_score: Figure,
    /// Probability of a breach of the MTPD within twelve months, with fallbacks.
    pub breach: Figure,
    /// The same without fallbacks.
    pub inherent_breach: Figure,
    /// The same once the chosen measures are in place.
    pub target_breach: Figure,
    /// What the organisation tolerates, a probability.
    pub appetite: Figure,
    /// Is `breach` above `appetite`?
    pub over_appetite: bool,
    /// Hours below the MBCO, hours per year.
    pub hours: Figure,
    /// Loss and cost of switching for good, money per year.
    pub loss: Figure,
    /// Were fallbacks left out to keep the states few?
    pub simplified: bool,
    /// Which of the inputs of this row are defaults.
    pub assumed: Vec<String>,
    /// Rows of the register that bear its harm, the most first, at most five.
    pub made_of: Vec<CauseView>,
}

/// A row of the register as a cause of an activity's harm.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CauseView {
    /// Id of the row.
    pub id: String,
    /// In words.
    pub text: String,
    /// Of the activity's harm ahead in this country.
    pub share: Figure,
}

/// What stops when: one activity under the campaign that harms it most.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StopView {
    /// Activity id.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Country code of the country in which it is harmed most.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// Scenario id; null where nothing ahead stops it.
    pub scenario: Option<String>,
    /// Its name.
    pub scenario_name: Option<String>,
    /// Disruptions per year.
    pub frequency: Option<Figure>,
    /// Hours.
    pub rto: Figure,
    /// Hours.
    pub mtpd: Figure,
    /// What it comes to.
    pub sentence: String,
    /// Chances at some times from the start of the campaign.
    pub told: Vec<StopFigure>,
    /// The same as a curve over 30 days.
    pub curve: Vec<StopPoint>,
}

/// Chances at one time.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StopFigure {
    /// From the start of the campaign, hours.
    pub time: Figure,
    /// `RTO`, `MTPD`, both or neither.
    pub marks: Vec<String>,
    /// Probability to be below the MBCO, with fallbacks.
    pub with_fallbacks: Figure,
    /// The same without fallbacks.
    pub without_fallbacks: Figure,
}

/// A point of the curve.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StopPoint {
    /// From the start of the campaign.
    #[schemars(extend("x-unit" = "hours"))]
    pub hours: f64,
    /// To be below the MBCO, with fallbacks.
    #[schemars(extend("x-unit" = "probability"))]
    pub with_fallbacks: f64,
    /// The same without fallbacks.
    #[schemars(extend("x-unit" = "probability"))]
    pub without_fallbacks: f64,
}
