//! A lognormal duration with what every activity asks of it, computed once.
//!
//! The distribution function is the costly part of the engine. Ends of loss bands and anchors of
//! impact curves are the same for all activities, and many scenarios share a duration.

use super::{curve::durations, lognormal::LogNormal, normal};
use crate::model::{Model, Scale};

/// A point in time as a duration sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub hours: f64,
    /// Standard score of the logarithm.
    pub z: f64,
    /// P(D > hours).
    pub survival: f64,
    /// E[min(D, hours)].
    pub limited_mean: f64,
}

/// A duration.
#[derive(Debug, Clone)]
pub struct Clock {
    pub duration: LogNormal,
    mean: f64,
    /// Ends of the first three loss bands.
    pub bands: [Point; 3],
    /// Anchors of impact curves.
    pub anchors: [Point; 4],
}

impl Clock {
    pub fn new(scale: &Scale, duration: LogNormal) -> Self {
        let mean = libm::exp(duration.mu + duration.sigma * duration.sigma / 2.0);
        let point = |hours| point(duration, mean, hours);
        Self {
            duration,
            mean,
            bands: scale.loss_bands_hours.map(point),
            anchors: scale.impact_anchors_hours.map(point),
        }
    }

    /// Without loss bands, where only harm is asked for.
    pub fn without_scale(duration: LogNormal, anchors: [f64; 4]) -> Self {
        let mean = libm::exp(duration.mu + duration.sigma * duration.sigma / 2.0);
        let point = |hours| point(duration, mean, hours);
        Self { duration, mean, bands: [point(0.0); 3], anchors: anchors.map(point) }
    }

    /// Any point in time.
    pub fn at(&self, hours: f64) -> Point {
        let known = self.bands.iter().chain(&self.anchors);
        let same = known.into_iter().find(|one| one.hours.to_bits() == hours.to_bits());
        same.copied().unwrap_or_else(|| point(self.duration, self.mean, hours))
    }
}

fn point(duration: LogNormal, mean: f64, hours: f64) -> Point {
    if hours <= 0.0 {
        return Point { hours: 0.0, z: f64::NEG_INFINITY, survival: 1.0, limited_mean: 0.0 };
    }
    let z = (libm::log(hours) - duration.mu) / duration.sigma;
    let survival = normal::cdf(-z);
    let limited_mean = mean * normal::cdf(z - duration.sigma) + hours * survival;
    Point { hours, z, survival, limited_mean }
}

/// Clocks of all campaigns: of complied outages and of the campaigns themselves. Equal durations
/// share one.
#[derive(Debug, Clone)]
pub struct Clocks {
    clocks: Vec<Clock>,
    by_campaign: Vec<[usize; 2]>,
}

impl Clocks {
    pub fn new(model: &Model) -> Self {
        let mut clocks: Vec<Clock> = Vec::new();
        let mut index = |duration: LogNormal| {
            let known = clocks.iter().position(|clock| clock.duration == duration);
            known.unwrap_or_else(|| {
                clocks.push(Clock::new(&model.scale, duration));
                clocks.len() - 1
            })
        };
        let by_campaign = (model.campaigns.iter())
            .map(|campaign| durations(&model.scale, campaign).map(&mut index))
            .collect();
        Self { clocks, by_campaign }
    }

    /// Those of a campaign.
    pub fn of(&self, campaign: usize) -> [&Clock; 2] {
        self.by_campaign[campaign].map(|index| &self.clocks[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_agree_with_the_closed_forms() {
        let duration = LogNormal::with_median(65.0, 2.28);
        let mean = libm::exp(duration.mu + duration.sigma * duration.sigma / 2.0);
        for hours in [0.0, 0.3, 24.0, 168.0, 5_000.0] {
            let point = point(duration, mean, hours);
            assert!((point.limited_mean - duration.limited_mean(hours)).abs() < 1e-12 * mean);
            assert!((point.survival - duration.survival(hours)).abs() < 1e-15);
        }
    }

    /// A clock without bands tells the same of every time, its long tail too.
    #[test]
    fn a_clock_without_scale_goes_as_well() {
        let duration = LogNormal::with_median(65.0, 2.28);
        let clock = Clock::without_scale(duration, [1.0, 24.0, 168.0, 730.0]);
        for hours in [0.3, 24.0, 168.0, 5_000.0, 1e6] {
            let point = clock.at(hours);
            assert!((point.limited_mean - duration.limited_mean(hours)).abs() < 1e-12 * clock.mean);
            assert!((point.survival - duration.survival(hours)).abs() < 1e-15);
        }
    }
}
