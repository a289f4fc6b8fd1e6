//! The model: numbers and indices only.
//!
//! The engine reads nothing else. Names are labels for people and mean nothing to it. Times are
//! hours, rates are per year, money is in one currency, probabilities and service levels are 0 to
//! 1.

use serde::{Deserialize, Serialize};

/// Everything the engine needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Format of the serialised model.
    pub format: u32,
    /// Version of the method whose parameters are in it.
    pub method: String,
    pub scale: Scale,
    /// Countries, as labels.
    pub places: Vec<String>,
    pub streams: Vec<Stream>,
    pub campaigns: Vec<Campaign>,
    pub activities: Vec<Activity>,
}

/// The scales of loss, harm and score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Ends of the first three loss bands; the fourth is open.
    pub loss_bands_hours: [f64; 3],
    /// Times to which the four impact levels of an activity belong.
    pub impact_anchors_hours: [f64; 4],
    pub score_offset: f64,
    pub score_per_decade: f64,
    /// A complying vendor's outage lasts this share of a resisted one.
    pub comply_duration: f64,
    /// Does a fallback that reaches less than the MBCO still lessen the depth of a disruption?
    pub partial_fallbacks: bool,
    /// An activity that lost its channel is taken to run on a fallback only if that is at least so
    /// likely to work: not where its last test failed.
    pub acting_readiness: f64,
    /// Width of the bands: 0.8 is P10 to P90.
    pub band: f64,
}

/// A Gamma-Poisson stream of campaigns in one place: the yearly rate is Gamma(alpha, rate beta).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stream {
    pub name: String,
    pub place: usize,
    pub alpha: f64,
    pub beta: f64,
}

impl Stream {
    /// Mean campaigns a year.
    pub fn rate(&self) -> f64 {
        self.alpha / self.beta
    }
}

/// Campaigns of one scenario in one stream.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    pub name: String,
    pub stream: usize,
    /// Share of the stream's campaigns.
    pub weight: f64,
    /// Chance that it does not end within the year.
    pub never_ends: f64,
    pub median_hours: f64,
    /// Standard deviation of ln hours.
    pub sigma: f64,
    /// Cost of a campaign that hits any unit.
    pub response_cost: f64,
    /// Does a unit that complies disclose conversations?
    pub discloses: bool,
    pub units: Vec<Unit>,
}

/// Something a campaign hits or misses as a whole: a vendor, or shared nodes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    pub name: String,
    /// Chance of a hit, given the campaign.
    pub hit: f64,
    /// Chances of comply, resist, exit, given the hit.
    pub response: [f64; 3],
    /// Cost by answer.
    pub cost: [f64; 3],
}

/// One activity in one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    pub name: String,
    pub place: usize,
    /// Share of the activity's harm that this place bears. Amounts of money are already those of
    /// the place.
    pub part: f64,
    /// Share of normal service that is just enough.
    pub mbco: f64,
    pub mtpd_hours: f64,
    /// Time to leave the vendor for good: no disruption lasts longer.
    pub switch_hours: f64,
    pub switch_cost: f64,
    /// Loss per hour at full depth in the four bands.
    pub loss_per_hour: [f64; 4],
    /// Impact levels, 0 to 5, at the four anchors.
    pub impact: [f64; 4],
    /// Impact level, 0 to 5, of a disclosure.
    pub disclosure_impact: f64,
    pub channels: Vec<Use>,
    pub fallbacks: Vec<Fallback>,
}

/// A channel as one activity uses it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Use {
    pub name: String,
    /// Share of the activity's users on it.
    pub share: f64,
    /// Service today: below 1 where a measure is in force.
    pub baseline: f64,
    /// Is the channel given up when its vendor complies with an access mandate?
    pub suspend_on_disclosure: bool,
    pub exposure: Vec<Exposure>,
}

/// What is left on the channel when a unit of a campaign is hit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exposure {
    pub campaign: usize,
    pub unit: usize,
    pub left: f64,
}

/// A fallback of one activity in one place. Unlawful fallbacks are not in the model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fallback {
    pub activation_hours: f64,
    /// Share of people reached: the smallest over the audiences that matter.
    pub reach: f64,
    /// Chance that it works when called on.
    pub readiness: f64,
    pub channel: Use,
}
