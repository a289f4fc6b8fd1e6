//! What a plan comes to in expectation, in closed form.
//!
//! Readiness of fallbacks is independent, so expectations over it are products and no enumeration
//! is needed.

use super::{
    curve::{Curve, Curves, ENDS, Totals},
    harm::level_value,
    plan::{Leaving, Outage, Plan, Standby},
    setting::Setting,
};

/// What a state means for an activity.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Effect {
    /// Disruptions that begin.
    pub disruptions: f64,
    pub totals: Totals,
    /// Chance that the organisation ends up leaving the vendor for good.
    pub switches: f64,
    /// Disruptions for which every fallback is lost as well.
    pub defeats: f64,
    /// Disruptions that no fallback ends: it is lost, or does not work.
    pub unrelieved: f64,
    /// How an outage passes the MTPD.
    pub breach: Passing,
    /// Harm of conversations that reach a government because a vendor complies.
    pub disclosure: f64,
    /// The same because staff move to a state-run app.
    pub drift: f64,
}

/// How a plan passes a time limit. One draw decides all durations, so of two outages the one that
/// is likelier to last so long passes it wherever the other does, unless a fallback works for it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Passing {
    /// The likelier way first. The second is for where a fallback works in the first.
    pub ways: [Way; 2],
}

/// One outage that passes it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Way {
    /// Chance that the outage lasts so long if no fallback works in time.
    pub outlasts: f64,
    /// Chance that no fallback works in time.
    pub uncovered: f64,
}

impl Passing {
    /// Chance that the limit is passed.
    pub fn chance(&self) -> f64 {
        let [first, second] = &self.ways;
        first.uncovered * first.outlasts
            + (1.0 - first.uncovered) * second.uncovered * second.outlasts
    }

    /// With a later outage: a fallback that works for the earlier one works for it too.
    fn or(self, later: Way) -> Self {
        let [own, _] = self.ways;
        if own.outlasts <= 0.0 {
            return Self { ways: [later, Way::default()] };
        }
        if later.outlasts < own.outlasts {
            return self;
        }
        let rest = if later.uncovered < 1.0 {
            (own.uncovered - later.uncovered).max(0.0) / (1.0 - later.uncovered)
        } else {
            0.0
        };
        Self { ways: [later, Way { outlasts: own.outlasts, uncovered: rest }] }
    }
}

impl Setting<'_> {
    /// Expectation of a plan.
    pub fn effect(&self, plan: &Plan, curves: &Curves) -> Effect {
        let leaves = match plan.leaving {
            Leaving::Stays => 0.0,
            Leaving::Certain => 1.0,
            Leaving::By(hours, end) => {
                self.clocks.get(end).map_or(1.0, |clock| clock.at(hours).survival)
            }
        };
        let mut effect =
            Effect { disclosure: plan.disclosure, switches: leaves, ..Effect::default() };
        let mut drift = Passing::default();
        for outage in &plan.outages {
            let (curve, end) = (curves.of(outage.week), outage.end());
            let way = |outlasts: [f64; ENDS], hours: f64| {
                let passed = curve.onset + hours;
                let within = outage.cut().is_none_or(|cut| passed < cut);
                let outlasts = if within { outlasts[end] } else { 0.0 };
                Way { outlasts, uncovered: uncovered(&outage.full, passed) }
            };
            let begins = curve.begins[end];
            effect.disruptions += begins;
            effect.defeats += if outage.full.is_empty() { begins } else { 0.0 };
            effect.unrelieved += begins * uncovered(&outage.full, f64::INFINITY);
            effect.totals += self.accumulate(outage, curve);
            if outage.until.is_none() {
                effect.switches = effect.switches.max(curve.outlasts_switch[end]);
            }
            effect.breach = effect.breach.or(way(curve.outlasts_mtpd, self.activity.mtpd_hours));
            drift = drift.or(way(curve.outlasts_drift, self.activity.drift_after_hours));
        }
        let drifted = drift.chance() * self.activity.drift_chance;
        if drifted > 0.0 {
            effect.drift =
                drifted * self.activity.part * level_value(self.activity.disclosure_impact);
        }
        effect
    }

    fn accumulate(&self, outage: &Outage, curve: &Curve) -> Totals {
        let mut sum = Totals::default();
        let cut = outage.cut().unwrap_or(f64::INFINITY);
        let starts = curve.breaks[..curve.breaks.len() - 1].iter();
        for (j, start) in starts.take_while(|start| **start < cut).enumerate() {
            let going = uncovered(&outage.full, *start);
            for stage in &outage.stages {
                let level = stage.level(outage.week, *start);
                let depth = self.depth(level, &outage.partial, *start);
                sum += curve.stretch(j, stage.from, stage.to).weighted(going, depth);
            }
        }
        sum
    }

    /// Expected depth below the MBCO at a time, over the readiness of partial fallbacks (the widest
    /// reach counts).
    fn depth(&self, level: f64, partial: &[Standby], time: f64) -> f64 {
        let below = |reached: f64| (1.0 - reached / self.activity.mbco).max(0.0);
        let (mut depth, mut still) = (0.0, 1.0);
        for one in partial.iter().filter(|one| one.activation <= time) {
            depth += still * one.ready * below(level.max(one.reach));
            still *= 1.0 - one.ready;
        }
        depth + still * below(level)
    }
}

/// Chance that no fallback that restores the MBCO works by a time.
fn uncovered(full: &[Standby], time: f64) -> f64 {
    full.iter().filter(|one| one.activation <= time).map(|one| 1.0 - one.ready).product()
}
