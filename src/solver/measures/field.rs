//! Numbers of a model that measures change.

use crate::model::{Activity, Model, Use};

/// Where a number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Is the fallback there at all? For one that only measures bring.
    Offered {
        activity: usize,
        fallback: usize,
    },
    /// Is the unit in use at all? For a vendor that only measures bring.
    InUse {
        campaign: usize,
        unit: usize,
    },
    /// Chance of a hit.
    Hit {
        campaign: usize,
        unit: usize,
    },
    /// Hours to leave the vendor for good.
    Switch {
        activity: usize,
    },
    /// Hours to start the fallback.
    Activation {
        activity: usize,
        fallback: usize,
    },
    Readiness {
        activity: usize,
        fallback: usize,
    },
    Reach {
        activity: usize,
        fallback: usize,
    },
    /// Service today.
    Baseline {
        activity: usize,
        way: Way,
    },
    /// Service that a hit leaves.
    Left {
        activity: usize,
        way: Way,
        exposure: usize,
    },
    /// Service that does not shrink.
    Floor {
        activity: usize,
        way: Way,
        exposure: usize,
    },
}

/// A channel of an activity: one it runs on, or that of a fallback.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    Channel(usize),
    Fallback(usize),
}

impl Way {
    pub fn of(self, activity: &Activity) -> &Use {
        match self {
            Self::Channel(index) => &activity.channels[index],
            Self::Fallback(index) => &activity.fallbacks[index].channel,
        }
    }

    fn of_mut(self, activity: &mut Activity) -> &mut Use {
        match self {
            Self::Channel(index) => &mut activity.channels[index],
            Self::Fallback(index) => &mut activity.fallbacks[index].channel,
        }
    }
}

impl Field {
    /// The activity it belongs to; none for what belongs to a campaign.
    pub const fn activity(self) -> Option<usize> {
        match self {
            Self::InUse { .. } | Self::Hit { .. } => None,
            Self::Offered { activity, .. }
            | Self::Switch { activity }
            | Self::Activation { activity, .. }
            | Self::Readiness { activity, .. }
            | Self::Reach { activity, .. }
            | Self::Baseline { activity, .. }
            | Self::Left { activity, .. }
            | Self::Floor { activity, .. } => Some(activity),
        }
    }

    /// The campaign and the unit it belongs to; none for what belongs to an activity.
    pub const fn unit(self) -> Option<(usize, usize)> {
        match self {
            Self::InUse { campaign, unit } | Self::Hit { campaign, unit } => Some((campaign, unit)),
            _ => None,
        }
    }

    /// The same number where activities and campaigns are counted in another way.
    #[must_use]
    pub fn renumbered(mut self, to_activity: usize, to_campaign: usize) -> Self {
        match &mut self {
            Self::InUse { campaign, .. } | Self::Hit { campaign, .. } => *campaign = to_campaign,
            Self::Offered { activity, .. }
            | Self::Switch { activity }
            | Self::Activation { activity, .. }
            | Self::Readiness { activity, .. }
            | Self::Reach { activity, .. }
            | Self::Baseline { activity, .. }
            | Self::Left { activity, .. }
            | Self::Floor { activity, .. } => *activity = to_activity,
        }
        self
    }

    /// Is `new` better than `old`?
    pub fn improves(self, new: f64, old: f64) -> bool {
        match self {
            Self::Hit { .. } | Self::Switch { .. } | Self::Activation { .. } => new < old,
            _ => new > old,
        }
    }

    /// Can something else get worse when this gets better?
    pub const fn may_cost(self) -> bool {
        matches!(self, Self::Switch { .. } | Self::InUse { .. } | Self::Offered { .. })
    }

    /// Its value. What only measures bring is not there without them.
    pub fn get(self, model: &Model) -> f64 {
        match self {
            Self::Offered { .. } | Self::InUse { .. } => 0.0,
            Self::Hit { campaign, unit } => model.campaigns[campaign].units[unit].hit,
            Self::Switch { activity } => model.activities[activity].switch_hours,
            Self::Activation { activity, fallback } => {
                model.activities[activity].fallbacks[fallback].activation_hours
            }
            Self::Readiness { activity, fallback } => {
                model.activities[activity].fallbacks[fallback].readiness
            }
            Self::Reach { activity, fallback } => {
                model.activities[activity].fallbacks[fallback].reach
            }
            Self::Baseline { activity, way } => way.of(&model.activities[activity]).baseline,
            Self::Left { activity, way, exposure } => {
                way.of(&model.activities[activity]).exposure[exposure].left
            }
            Self::Floor { activity, way, exposure } => {
                let exposure = &way.of(&model.activities[activity]).exposure[exposure];
                exposure.shrinks.map_or(1.0, |shrinking| shrinking.floor)
            }
        }
    }

    /// Sets it. What is there or not is for the caller to add or take away.
    pub fn set(self, model: &mut Model, value: f64) {
        match self {
            Self::Offered { .. } | Self::InUse { .. } => {}
            Self::Hit { campaign, unit } => model.campaigns[campaign].units[unit].hit = value,
            Self::Switch { activity } => model.activities[activity].switch_hours = value,
            Self::Activation { activity, fallback } => {
                model.activities[activity].fallbacks[fallback].activation_hours = value;
            }
            Self::Readiness { activity, fallback } => {
                model.activities[activity].fallbacks[fallback].readiness = value;
            }
            Self::Reach { activity, fallback } => {
                model.activities[activity].fallbacks[fallback].reach = value;
            }
            Self::Baseline { activity, way } => {
                way.of_mut(&mut model.activities[activity]).baseline = value;
            }
            Self::Left { activity, way, exposure } => {
                way.of_mut(&mut model.activities[activity]).exposure[exposure].left = value;
            }
            Self::Floor { activity, way, exposure } => {
                let exposure = &mut way.of_mut(&mut model.activities[activity]).exposure[exposure];
                if let Some(shrinking) = &mut exposure.shrinks {
                    shrinking.floor = value;
                }
            }
        }
    }
}
