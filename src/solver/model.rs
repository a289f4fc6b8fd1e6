//! The model: numbers and indices only.
//!
//! The engine reads nothing else. Names are labels for people and mean nothing to it. Times are
//! hours, rates are per year, money is in one currency, probabilities and service levels are 0 to
//! 1.

mod range;

use serde::{Deserialize, Serialize};

pub use range::bound;

use range::{
    Alpha, Amount, Beta, Chance, Dated, Fraction, HalfLife, Hours, Level, Points, Positive, Sigma,
    Switch, Width,
};

/// Version of the serialised model.
pub const FORMAT: u32 = 2;

/// Hours of the year that figures are for. What begins in it counts whole, but a loss of service
/// that would begin later is not counted.
pub const YEAR_HOURS: f64 = 8_760.0;

/// Everything the engine needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Format of the serialised model.
    pub format: u32,
    /// Version of the method whose parameters are in it.
    #[serde(deserialize_with = "range::name")]
    pub method: String,
    pub scale: Scale,
    /// Countries, as labels.
    #[serde(deserialize_with = "range::names")]
    pub places: Vec<String>,
    /// Pairs of places that share a border, as indices, the smaller first. Only a simulation with
    /// contagion looks at them.
    pub neighbours: Vec<[usize; 2]>,
    pub streams: Vec<Stream>,
    pub campaigns: Vec<Campaign>,
    pub activities: Vec<Activity>,
}

/// The scales of loss, harm and score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Ends of the first three loss bands; the fourth is open.
    #[serde(deserialize_with = "range::three::<_, Positive>")]
    pub loss_bands_hours: [f64; 3],
    /// Times to which the four impact levels of an activity belong.
    #[serde(deserialize_with = "range::four::<_, Positive>")]
    pub impact_anchors_hours: [f64; 4],
    #[serde(deserialize_with = "range::one::<_, Points>")]
    pub score_offset: f64,
    #[serde(deserialize_with = "range::one::<_, Points>")]
    pub score_per_decade: f64,
    /// A complying vendor's outage lasts this share of a resisted one.
    #[serde(deserialize_with = "range::one::<_, Fraction>")]
    pub comply_duration: f64,
    /// Does a fallback that reaches less than the MBCO still lessen the depth of a disruption?
    pub partial_fallbacks: bool,
    /// An activity that lost its channel is taken to run on a fallback only if that is at least so
    /// likely to work: not where its last test failed.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub acting_readiness: f64,
    /// Width of the bands: 0.8 is P10 to P90.
    #[serde(deserialize_with = "range::one::<_, Width>")]
    pub band: f64,
}

/// Campaigns that come to one place from one cause. Streams are independent of each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stream {
    /// Names its random draws too, so it must be unlike every other.
    #[serde(deserialize_with = "range::name")]
    pub name: String,
    pub place: usize,
    pub arrivals: Arrivals,
}

/// How campaigns of a stream arrive.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Arrivals {
    /// A Poisson process whose yearly rate is not known but Gamma distributed with shape `alpha`
    /// and rate `beta` (years).
    GammaPoisson {
        #[serde(deserialize_with = "range::one::<_, Alpha>")]
        alpha: f64,
        #[serde(deserialize_with = "range::one::<_, Beta>")]
        beta: f64,
    },
    /// At most one, with this chance: a measure that is announced or has a date.
    Scheduled {
        #[serde(deserialize_with = "range::one::<_, Dated>")]
        chance: f64,
    },
}

impl Stream {
    /// Mean campaigns a year.
    pub fn rate(&self) -> f64 {
        match self.arrivals {
            Arrivals::GammaPoisson { alpha, beta } => alpha / beta,
            Arrivals::Scheduled { chance } => chance,
        }
    }

    /// Chance of a year without any campaign that does what one campaign does with chance `theta`:
    /// the thinned Gamma-Poisson law, `(beta / (beta + theta))^alpha`, or `1 - chance * theta`.
    pub fn spared(&self, theta: f64) -> f64 {
        match self.arrivals {
            Arrivals::GammaPoisson { alpha, beta } => libm::pow(beta / (beta + theta), alpha),
            Arrivals::Scheduled { chance } => 1.0 - chance * theta,
        }
    }

    /// Variance of the yearly rate: what is not known about it.
    pub fn rate_variance(&self) -> f64 {
        match self.arrivals {
            Arrivals::GammaPoisson { alpha, beta } => alpha / (beta * beta),
            Arrivals::Scheduled { .. } => 0.0,
        }
    }
}

/// Campaigns of one scenario in one stream.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    #[serde(deserialize_with = "range::name")]
    pub name: String,
    pub stream: usize,
    /// Share of the stream's campaigns.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub weight: f64,
    /// Chance that it does not end within the year.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub never_ends: f64,
    #[serde(deserialize_with = "range::one::<_, Positive>")]
    pub median_hours: f64,
    /// Standard deviation of ln hours.
    #[serde(deserialize_with = "range::one::<_, Sigma>")]
    pub sigma: f64,
    /// Cost of a campaign that hits any unit.
    #[serde(deserialize_with = "range::one::<_, Amount>")]
    pub response_cost: f64,
    /// Does a unit that complies disclose conversations?
    pub discloses: bool,
    /// Share of use that people hold back on a channel whose vendor discloses.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub chill: f64,
    /// Warning before it takes effect: fallbacks start by so much sooner.
    #[serde(deserialize_with = "range::one::<_, Hours>")]
    pub notice_hours: f64,
    pub units: Vec<Unit>,
}

/// Something a campaign hits or misses as a whole: a vendor, or shared nodes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    #[serde(deserialize_with = "range::name")]
    pub name: String,
    /// Is it a network or path that many share, rather than a vendor?
    pub shared: bool,
    /// Chance of a hit, given the campaign.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub hit: f64,
    /// Chances of comply, resist, exit, given the hit.
    #[serde(deserialize_with = "range::three::<_, Chance>")]
    pub response: [f64; 3],
    /// Cost by answer.
    #[serde(deserialize_with = "range::three::<_, Amount>")]
    pub cost: [f64; 3],
}

/// One activity in one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    #[serde(deserialize_with = "range::name")]
    pub name: String,
    pub place: usize,
    /// Share of the activity's harm that this place bears. Amounts of money are already those of
    /// the place.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub part: f64,
    /// Share of normal service that is just enough.
    #[serde(deserialize_with = "range::one::<_, Fraction>")]
    pub mbco: f64,
    #[serde(deserialize_with = "range::one::<_, Positive>")]
    pub mtpd_hours: f64,
    /// Time to leave the vendor for good: no disruption lasts longer.
    #[serde(deserialize_with = "range::one::<_, Switch>")]
    pub switch_hours: f64,
    #[serde(deserialize_with = "range::one::<_, Amount>")]
    pub switch_cost: f64,
    /// Loss per hour at full depth in the four bands.
    #[serde(deserialize_with = "range::four::<_, Amount>")]
    pub loss_per_hour: [f64; 4],
    /// Impact levels, 0 to 5, at the four anchors.
    #[serde(deserialize_with = "range::four::<_, Level>")]
    pub impact: [f64; 4],
    /// Impact level, 0 to 5, of a disclosure.
    #[serde(deserialize_with = "range::one::<_, Level>")]
    pub disclosure_impact: f64,
    /// After so many hours without any working channel, staff may move to a state-run app.
    #[serde(deserialize_with = "range::one::<_, Hours>")]
    pub drift_after_hours: f64,
    /// Chance that they do. It counts as a disclosure.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub drift_chance: f64,
    pub channels: Vec<Use>,
    pub fallbacks: Vec<Fallback>,
}

/// A channel as one activity uses it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Use {
    #[serde(deserialize_with = "range::name")]
    pub name: String,
    /// Share of the activity's users on it.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub share: f64,
    /// Service today: below 1 where a measure is in force.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
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
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub left: f64,
    /// Where what is left shrinks while the campaign lasts.
    pub shrinks: Option<Shrinking>,
}

/// Service that shrinks as devices and staff are replaced. It is counted week by week.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shrinking {
    /// What is above the floor halves in so many hours.
    #[serde(deserialize_with = "range::one::<_, HalfLife>")]
    pub half_life_hours: f64,
    /// Service that does not shrink.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub floor: f64,
}

/// A fallback of one activity in one place. Unlawful fallbacks are not in the model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fallback {
    /// Names its random draws, so it must be unlike every other of its place.
    #[serde(deserialize_with = "range::name")]
    pub name: String,
    #[serde(deserialize_with = "range::one::<_, Hours>")]
    pub activation_hours: f64,
    /// Share of people reached: the smallest over the audiences that matter.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub reach: f64,
    /// Chance that it works when called on.
    #[serde(deserialize_with = "range::one::<_, Chance>")]
    pub readiness: f64,
    pub channel: Use,
}
