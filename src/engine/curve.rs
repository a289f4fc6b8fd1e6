//! Cumulative hours, loss and harm of one activity under one campaign, tabulated once and looked up
//! per state.

use std::ops::{Add, AddAssign, Mul, Sub};

use super::{
    harm::ImpactCurve,
    lognormal::LogNormal,
    plan::{Plan, week_start},
    setting::Setting,
};
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

/// Steps in which a shrinking service is counted.
pub const WEEK_HOURS: f64 = 168.0;

/// Tables of one activity under one campaign. Time runs from the start of the campaign; the clock of
/// the outage starts at `onset`.
#[derive(Debug, Clone)]
pub struct Curve {
    /// Hours until the activity is below its MBCO: not zero where service shrinks slowly.
    pub onset: f64,
    /// Times at which something can change: the onset, the activation of each fallback, each week
    /// of a shrinking service, the switch for good.
    pub breaks: Vec<f64>,
    /// `totals[end][break]`: expected totals of an outage with that end, up to that time.
    totals: [Vec<Totals>; ENDS],
    /// Chance that an outage with that end outlasts the MTPD.
    pub outlasts_mtpd: [f64; ENDS],
    /// Chance that it outlasts the switch for good.
    pub outlasts_switch: [f64; ENDS],
    /// Chance that it lasts until staff drift away.
    pub outlasts_drift: [f64; ENDS],
}

impl Curve {
    /// `weekly` asks for a break at every week.
    pub fn new(
        scale: &Scale,
        activity: &Activity,
        campaign: &Campaign,
        onset: f64,
        weekly: bool,
    ) -> Self {
        let breaks = breaks(activity, campaign, onset, weekly);
        let [short, full] = durations(scale, campaign);
        let ends = [End::Random(short), End::Random(full), End::Never];
        let table = |end: End| {
            breaks.iter().map(|x| end.totals(scale, activity, onset, *x)).collect::<Vec<_>>()
        };
        let beyond = |hours: f64| {
            let reached = onset + hours < activity.switch_hours;
            ends.map(|end| if reached { end.survival(onset + hours) } else { 0.0 })
        };
        Self {
            onset,
            totals: ends.map(table),
            outlasts_mtpd: beyond(activity.mtpd_hours),
            outlasts_switch: ends.map(|end| end.survival(activity.switch_hours)),
            outlasts_drift: beyond(activity.drift_after_hours),
            breaks,
        }
    }

    /// A curve without any outage.
    fn nothing() -> Self {
        Self {
            onset: 0.0,
            breaks: vec![0.0],
            totals: [(); ENDS].map(|()| vec![Totals::default()]),
            outlasts_mtpd: [0.0; ENDS],
            outlasts_switch: [0.0; ENDS],
            outlasts_drift: [0.0; ENDS],
        }
    }

    /// Expected totals between break `j` and the next, of an outage that is on after `from` has
    /// ended and until `to` ends. `None` for `from` is the beginning.
    pub fn stretch(&self, j: usize, from: Option<usize>, to: usize) -> Totals {
        let grown = |end: usize| self.totals[end][j + 1] - self.totals[end][j];
        from.map_or_else(|| grown(to), |from| grown(to) - grown(from))
    }
}

/// Curves of one activity under one campaign, by week of onset: only those that occur.
#[derive(Debug, Clone)]
pub struct Curves {
    by_week: Vec<(usize, Curve)>,
    quiet: Curve,
}

impl Curves {
    pub fn new<'p>(setting: &Setting, plans: impl Iterator<Item = &'p Plan>) -> Self {
        let mut weeks: Vec<usize> =
            plans.filter_map(|plan| Some(plan.outage.as_ref()?.week)).collect();
        weeks.sort_unstable();
        weeks.dedup();
        let (scale, activity, campaign) = (setting.scale, setting.activity, setting.campaign);
        let weekly = setting.shrinks();
        let curve =
            |week: usize| (week, Curve::new(scale, activity, campaign, week_start(week), weekly));
        Self { by_week: weeks.into_iter().map(curve).collect(), quiet: Curve::nothing() }
    }

    /// The curve of an outage that begins in a week.
    pub fn of(&self, week: usize) -> &Curve {
        let known = self.by_week.iter().find(|(own, _)| *own == week);
        known.map_or(&self.quiet, |(_, curve)| curve)
    }
}

/// Durations of a complied and of a resisted outage.
pub fn durations(scale: &Scale, campaign: &Campaign) -> [LogNormal; 2] {
    [campaign.median_hours * scale.comply_duration, campaign.median_hours]
        .map(|median| LogNormal::with_median(median, campaign.sigma))
}

/// When a fallback is up: a warning lets it start sooner.
pub fn activation(hours: f64, campaign: &Campaign) -> f64 {
    (hours - campaign.notice_hours).max(0.0)
}

/// Totals of a disruption that is certain to last `hours`, at full depth.
pub fn certain(scale: &Scale, activity: &Activity, hours: f64) -> Totals {
    End::Never.totals(scale, activity, 0.0, hours)
}

fn breaks(activity: &Activity, campaign: &Campaign, onset: f64, weekly: bool) -> Vec<f64> {
    let last = activity.switch_hours;
    let weeks = (1..).map(|week| f64::from(week) * WEEK_HOURS).take_while(|hours| *hours < last);
    let fallbacks = activity.fallbacks.iter();
    let mut breaks: Vec<f64> = fallbacks
        .map(|fallback| activation(fallback.activation_hours, campaign))
        .chain(weeks.filter(|_| weekly))
        .filter(|hours| onset < *hours && *hours < last)
        .chain([onset, last])
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

    /// Totals from the onset to a time `cap` of the campaign.
    fn totals(self, scale: &Scale, activity: &Activity, onset: f64, cap: f64) -> Totals {
        let impact = ImpactCurve { levels: &activity.impact, anchors: &scale.impact_anchors_hours };
        let up_to = |hours: f64| self.mean_up_to((onset + hours).min(cap));
        let harm = match self {
            Self::Random(duration) => impact.expected_value(onset, cap - onset, duration),
            Self::Never => impact.value_at(cap - onset),
        };
        let [first, second, third] = scale.loss_bands_hours;
        let edges = [0.0, first, second, third, f64::INFINITY].map(up_to);
        let bands = activity.loss_per_hour.iter().zip(edges.windows(2));
        Totals {
            hours: edges[4] - edges[0],
            over: edges[4] - up_to(activity.mtpd_hours),
            loss: bands.map(|(rate, edge)| rate * (edge[1] - edge[0])).sum(),
            harm: activity.part * harm,
        }
    }
}
