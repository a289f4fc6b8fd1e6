//! Cumulative hours, loss and harm of one activity under one campaign, tabulated once and looked up
//! per state.

use std::ops::{Add, AddAssign, Mul, Sub};

use super::{harm::ImpactCurve, lognormal::LogNormal};
use crate::model::{Activity, Campaign, Scale};

/// What accumulates while an activity is below its MBCO.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Totals {
    pub hours: f64,
    /// Hours beyond the MTPD.
    pub over: f64,
    pub loss: f64,
    pub harm: f64,
}

impl Totals {
    /// Each part times a weight of its own: time counts whole, loss and harm by depth.
    #[must_use]
    pub fn weighted(self, time: f64, depth: f64) -> Self {
        Self {
            hours: self.hours * time,
            over: self.over * time,
            loss: self.loss * time * depth,
            harm: self.harm * time * depth,
        }
    }
}

impl Add for Totals {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            hours: self.hours + other.hours,
            over: self.over + other.over,
            loss: self.loss + other.loss,
            harm: self.harm + other.harm,
        }
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Totals {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + other * -1.0
    }
}

impl Mul<f64> for Totals {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        self.weighted(factor, 1.0)
    }
}

/// When an outage ends: soon, because the vendor complies; after the drawn duration; never.
pub const ENDS: usize = 3;
/// Index of the end of a complied outage.
pub const SHORT: usize = 0;
/// Index of the end of a resisted outage.
pub const FULL: usize = 1;
/// Index of an outage without end.
pub const NEVER: usize = 2;

/// Tables of one activity under one campaign.
#[derive(Debug, Clone)]
pub struct Curve {
    /// Times at which something can change: zero, the activation of each fallback, the switch for
    /// good.
    pub breaks: Vec<f64>,
    /// `totals[end][break]`: expected totals of an outage with that end, up to that time.
    totals: [Vec<Totals>; ENDS],
    /// Chance that an outage with that end outlasts the MTPD.
    pub outlasts_mtpd: [f64; ENDS],
    /// Chance that it outlasts the switch for good.
    pub outlasts_switch: [f64; ENDS],
}

impl Curve {
    pub fn new(scale: &Scale, activity: &Activity, campaign: &Campaign) -> Self {
        let breaks = breaks(activity);
        let short = campaign.median_hours * scale.comply_duration;
        let ends = [
            End::Random(LogNormal::with_median(short, campaign.sigma)),
            End::Random(LogNormal::with_median(campaign.median_hours, campaign.sigma)),
            End::Never,
        ];
        let table = |end: End| breaks.iter().map(|x| end.totals(scale, activity, *x)).collect();
        let beyond = |hours: f64| ends.map(|end| end.survival(hours));
        Self {
            totals: ends.map(table),
            outlasts_mtpd: beyond(activity.mtpd_hours),
            outlasts_switch: beyond(activity.switch_hours),
            breaks,
        }
    }

    /// Expected totals between break `j` and the next, of an outage that is on after `from` has
    /// ended and until `to` ends. `None` for `from` is the beginning.
    pub fn stretch(&self, j: usize, from: Option<usize>, to: usize) -> Totals {
        let grown = |end: usize| self.totals[end][j + 1] - self.totals[end][j];
        from.map_or_else(|| grown(to), |from| grown(to) - grown(from))
    }
}

/// Totals of a disruption that is certain to last `hours`, at full depth.
pub fn certain(scale: &Scale, activity: &Activity, hours: f64) -> Totals {
    End::Never.totals(scale, activity, hours)
}

fn breaks(activity: &Activity) -> Vec<f64> {
    let mut breaks: Vec<f64> = std::iter::once(0.0)
        .chain(activity.fallbacks.iter().map(|fallback| fallback.activation_hours))
        .filter(|hours| *hours < activity.switch_hours)
        .chain(std::iter::once(activity.switch_hours))
        .collect();
    breaks.sort_by(f64::total_cmp);
    breaks.dedup();
    breaks
}

#[derive(Clone, Copy)]
enum End {
    Random(LogNormal),
    Never,
}

impl End {
    fn survival(self, hours: f64) -> f64 {
        match self {
            Self::Random(duration) => duration.survival(hours),
            Self::Never => 1.0,
        }
    }

    fn mean_up_to(self, hours: f64) -> f64 {
        match self {
            Self::Random(duration) => duration.limited_mean(hours),
            Self::Never => hours,
        }
    }

    fn totals(self, scale: &Scale, activity: &Activity, cap: f64) -> Totals {
        let impact = ImpactCurve { levels: &activity.impact, anchors: &scale.impact_anchors_hours };
        let hours = self.mean_up_to(cap);
        Totals {
            hours,
            over: hours - self.mean_up_to(cap.min(activity.mtpd_hours)),
            loss: self.loss(scale, activity, cap),
            harm: activity.part
                * match self {
                    Self::Random(duration) => impact.expected_value(cap, duration),
                    Self::Never => impact.value_at(cap),
                },
        }
    }

    fn loss(self, scale: &Scale, activity: &Activity, cap: f64) -> f64 {
        let [first, second, third] = scale.loss_bands_hours;
        let edges =
            [0.0, first, second, third, f64::INFINITY].map(|edge| self.mean_up_to(edge.min(cap)));
        activity
            .loss_per_hour
            .iter()
            .zip(edges.windows(2))
            .map(|(rate, edge)| rate * (edge[1] - edge[0]))
            .sum()
    }
}
