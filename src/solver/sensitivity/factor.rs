//! Numbers of a model that are varied, and how far.
//!
//! The ranges are judgement, but for the rates: those run from P10 to P90 of their own uncertainty.

use serde::Serialize;

use crate::{
    engine::band::gamma_quantile,
    model::{Arrivals, Model},
};

/// What is varied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "place")]
pub enum Factor {
    /// Rates of campaigns in one place, by its index.
    PlaceRate(usize),
    /// Rates of campaigns everywhere.
    AllRates,
    /// Chances that a campaign hits a vendor.
    Hits,
    /// Chance that other networks fail along with the internet.
    SharedNetworks,
    /// Median durations.
    Durations,
    /// Sigma of the durations.
    Spread,
    /// Chances that a campaign does not end.
    NeverEnds,
    /// Share of a resisted outage that a complied one lasts.
    ComplyDuration,
    /// Losses per hour.
    LossRates,
    /// Times to leave a vendor for good.
    SwitchTime,
    /// Activation times of fallbacks.
    Activation,
    /// Readiness of fallbacks.
    Readiness,
}

/// How a range is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// Multiples of the value.
    Times,
    /// Added to the value.
    Plus,
    /// The value itself.
    Value,
    /// P10 and P90 of the rates' own uncertainty.
    Quantile,
}

/// From where to where.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Range {
    pub low: f64,
    pub high: f64,
    pub meaning: Meaning,
}

impl Factor {
    /// Those of a tornado: rates by place, everything else as a whole.
    pub fn of_tornado(model: &Model) -> Vec<Self> {
        let places = (0..model.places.len()).map(Self::PlaceRate);
        places.chain(Self::WHOLE).collect()
    }

    /// Those that are varied as a whole.
    const WHOLE: [Self; 10] = [
        Self::Hits,
        Self::SharedNetworks,
        Self::Durations,
        Self::Spread,
        Self::NeverEnds,
        Self::ComplyDuration,
        Self::LossRates,
        Self::SwitchTime,
        Self::Activation,
        Self::Readiness,
    ];

    /// Those of the Sobol indices.
    pub const OF_SOBOL: [Self; 8] = [
        Self::LossRates,
        Self::Hits,
        Self::Readiness,
        Self::AllRates,
        Self::Durations,
        Self::SwitchTime,
        Self::Activation,
        Self::ComplyDuration,
    ];

    /// In words, where no place is meant.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PlaceRate(_) => "the rate of campaigns in one country",
            Self::AllRates => "the rates of campaigns everywhere",
            Self::Hits => "the chances that a campaign hits a vendor",
            Self::SharedNetworks => "the chance that other networks fail along with the internet",
            Self::Durations => "the median durations of campaigns",
            Self::Spread => "the spread of durations (sigma)",
            Self::NeverEnds => "the chances that a campaign does not end",
            Self::ComplyDuration => "the share of an outage that remains when a vendor complies",
            Self::LossRates => "the losses per hour",
            Self::SwitchTime => "the time to leave a vendor for good",
            Self::Activation => "the time to start fallbacks",
            Self::Readiness => "the readiness of fallbacks",
        }
    }

    /// How far it is varied.
    pub fn range(self) -> Range {
        let of = |low, high, meaning| Range { low, high, meaning };
        match self {
            Self::PlaceRate(_) => of(0.1, 0.9, Meaning::Quantile),
            Self::AllRates => of(0.6, 1.6, Meaning::Times),
            Self::Hits => of(0.67, 1.5, Meaning::Times),
            Self::SharedNetworks => of(1.0 / 3.0, 2.0, Meaning::Times),
            Self::Durations | Self::LossRates => of(0.5, 2.0, Meaning::Times),
            Self::Spread => of(-0.4, 0.4, Meaning::Plus),
            Self::NeverEnds | Self::SwitchTime => of(0.5, 1.5, Meaning::Times),
            Self::ComplyDuration => of(0.05, 0.30, Meaning::Value),
            Self::Activation => of(0.5, 3.0, Meaning::Times),
            Self::Readiness => of(0.7, 1.15, Meaning::Times),
        }
    }

    /// The model with this factor set.
    pub fn applied(self, model: &Model, value: f64) -> Model {
        let mut varied = model.clone();
        self.apply(&mut varied, value);
        varied
    }

    /// Sets this factor in a model.
    pub fn apply(self, model: &mut Model, value: f64) {
        match self {
            Self::PlaceRate(place) => {
                let here = model.streams.iter_mut().filter(|stream| stream.place == place);
                here.for_each(|stream| to_quantile(&mut stream.arrivals, value));
            }
            Self::AllRates => {
                for stream in &mut model.streams {
                    scale_rate(&mut stream.arrivals, value);
                }
            }
            Self::Hits | Self::SharedNetworks => {
                let shared = self == Self::SharedNetworks;
                let units = model.campaigns.iter_mut().flat_map(|campaign| &mut campaign.units);
                for unit in units.filter(|unit| unit.shared == shared && unit.hit < 1.0) {
                    unit.hit = (unit.hit * value).min(1.0);
                }
            }
            Self::Durations | Self::Spread | Self::NeverEnds => {
                for campaign in &mut model.campaigns {
                    match self {
                        Self::Durations => campaign.median_hours *= value,
                        Self::Spread => campaign.sigma = (campaign.sigma + value).max(0.05),
                        _ => campaign.never_ends = (campaign.never_ends * value).min(1.0),
                    }
                }
            }
            Self::ComplyDuration => model.scale.comply_duration = value,
            Self::LossRates | Self::SwitchTime => {
                for activity in &mut model.activities {
                    match self {
                        Self::LossRates => activity.loss_per_hour.iter_mut().for_each(|loss| {
                            *loss *= value;
                        }),
                        _ => activity.switch_hours *= value,
                    }
                }
            }
            Self::Activation | Self::Readiness => {
                let all = model.activities.iter_mut().flat_map(|one| &mut one.fallbacks);
                for fallback in all {
                    match self {
                        Self::Activation => fallback.activation_hours *= value,
                        _ => fallback.readiness = (fallback.readiness * value).min(1.0),
                    }
                }
            }
        }
    }
}

fn to_quantile(arrivals: &mut Arrivals, p: f64) {
    if let Arrivals::GammaPoisson { alpha, .. } = *arrivals
        && alpha > 0.0
    {
        scale_rate(arrivals, gamma_quantile(alpha, p) / alpha);
    }
}

/// More or fewer campaigns with the same uncertainty in years of record.
fn scale_rate(arrivals: &mut Arrivals, times: f64) {
    match arrivals {
        Arrivals::GammaPoisson { alpha, .. } => *alpha *= times,
        Arrivals::Scheduled { chance } => *chance = (*chance * times).min(1.0),
    }
}
