//! Cumulative hours, loss and harm of one activity under one campaign, tabulated once and looked up
//! per state.

use std::ops::{Add, AddAssign, Mul, Sub};

use super::{
    clock::{Clock, Point},
    harm::{Growth, ImpactCurve},
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
    /// Chance that an outage with that end begins at all.
    pub begins: [f64; ENDS],
    /// Chance that an outage with that end outlasts the MTPD.
    pub outlasts_mtpd: [f64; ENDS],
    /// Chance that it outlasts the switch for good.
    pub outlasts_switch: [f64; ENDS],
    /// Chance that it lasts until staff drift away.
    pub outlasts_drift: [f64; ENDS],
}

impl Curve {
    /// `weekly` asks for a break at every week.
    pub fn new(setting: &Setting, onset: f64, weekly: bool) -> Self {
        let activity = setting.activity;
        let breaks = breaks(activity, setting.campaign, onset, weekly);
        let ends = setting.clocks.map(|clock| Random::new(setting.scale, activity, clock, onset));
        let beyond = |hours: f64| {
            let reached = onset + hours < activity.switch_hours;
            let of = |end: &Random| {
                if reached { end.clock.at(onset + hours).survival } else { 0.0 }
            };
            [of(&ends[0]), of(&ends[1]), f64::from(u8::from(reached))]
        };
        let switches = |end: &Random| end.clock.at(activity.switch_hours).survival;
        let random = |end: &Random| breaks.iter().map(|hours| end.totals(*hours)).collect();
        let never = breaks.iter().map(|hours| certain(setting.scale, activity, hours - onset));
        Self {
            onset,
            totals: [random(&ends[0]), random(&ends[1]), never.collect()],
            begins: [ends[0].onset.survival, ends[1].onset.survival, 1.0],
            outlasts_mtpd: beyond(activity.mtpd_hours),
            outlasts_switch: [switches(&ends[0]), switches(&ends[1]), 1.0],
            outlasts_drift: if activity.drift_chance > 0.0 {
                beyond(activity.drift_after_hours)
            } else {
                [0.0; ENDS]
            },
            breaks,
        }
    }

    /// A curve without any outage.
    fn nothing() -> Self {
        Self {
            onset: 0.0,
            breaks: vec![0.0],
            totals: [(); ENDS].map(|()| vec![Totals::default()]),
            begins: [0.0; ENDS],
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
    pub fn new(setting: &Setting, plans: &[Plan]) -> Self {
        let mut weeks: Vec<usize> =
            plans.iter().flat_map(|plan| &plan.outages).map(|outage| outage.week).collect();
        weeks.sort_unstable();
        weeks.dedup();
        let weekly = setting.shrinks();
        let curve = |week: usize| (week, Curve::new(setting, week_start(week), weekly));
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
    let impact = ImpactCurve { levels: &activity.impact, anchors: &scale.impact_anchors_hours };
    let [first, second, third] = scale.loss_bands_hours.map(|edge| edge.min(hours));
    Totals {
        hours,
        over: (hours - activity.mtpd_hours).max(0.0),
        loss: banded(activity, [0.0, first, second, third, hours]),
        harm: activity.part * impact.value_at(hours),
    }
}

/// Loss, from expected hours up to the edges of the bands.
fn banded(activity: &Activity, edges: [f64; 5]) -> f64 {
    let bands = activity.loss_per_hour.iter().zip(edges.windows(2));
    bands.map(|(rate, edge)| rate * (edge[1] - edge[0])).sum()
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

/// An outage of random length.
struct Random<'a> {
    scale: &'a Scale,
    activity: &'a Activity,
    clock: &'a Clock,
    onset: Point,
    /// Expected hours up to the ends of the loss bands, and to the MTPD, of the outage's own time.
    edges: [Point; 3],
    mtpd: Point,
    growth: Option<Growth>,
}

impl<'a> Random<'a> {
    fn new(scale: &'a Scale, activity: &'a Activity, clock: &'a Clock, onset: f64) -> Self {
        let impact = ImpactCurve { levels: &activity.impact, anchors: &scale.impact_anchors_hours };
        let edges = scale.loss_bands_hours.map(|edge| clock.at(onset + edge));
        Self {
            scale,
            activity,
            clock,
            onset: clock.at(onset),
            edges,
            mtpd: clock.at(onset + activity.mtpd_hours),
            growth: (onset <= 0.0).then(|| impact.growth(clock)),
        }
    }

    /// Expected totals from the onset to a time of the campaign.
    fn totals(&self, hours: f64) -> Totals {
        let cap = self.clock.at(hours);
        let up_to = |edge: &Point| edge.limited_mean.min(cap.limited_mean);
        let [first, second, third] = self.edges.each_ref().map(up_to);
        let start = self.onset.limited_mean;
        let harm = match &self.growth {
            Some(growth) => growth.value_at(&cap),
            None => self.impact().expected_value(
                self.onset.hours,
                hours - self.onset.hours,
                self.clock.duration,
            ),
        };
        Totals {
            hours: cap.limited_mean - start,
            over: cap.limited_mean - up_to(&self.mtpd),
            loss: banded(self.activity, [start, first, second, third, cap.limited_mean]),
            harm: self.activity.part * harm,
        }
    }

    fn impact(&self) -> ImpactCurve<'a> {
        let (levels, anchors) = (&self.activity.impact, &self.scale.impact_anchors_hours);
        ImpactCurve { levels, anchors }
    }
}
