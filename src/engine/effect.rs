//! What a plan comes to in expectation, in closed form.
//!
//! Readiness of fallbacks is independent, so expectations over it are products and no enumeration
//! is needed.

use super::{
    curve::{Curve, Curves, Totals},
    harm::level_value,
    plan::{Leaving, Outage, Plan, Standby},
    setting::Setting,
};

/// What a state means for an activity.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Effect {
    pub disrupted: bool,
    pub totals: Totals,
    /// Chance that the organisation ends up leaving the vendor for good.
    pub switches: f64,
    /// Chance that the outage outlasts the MTPD if no fallback works in time.
    pub outlasts: f64,
    /// Chance that no fallback works in time.
    pub uncovered: f64,
    /// Harm of conversations that reach a government because a vendor complies.
    pub disclosure: f64,
    /// The same because staff move to a state-run app.
    pub drift: f64,
}

impl Setting<'_> {
    /// Expectation of a plan.
    pub fn effect(&self, plan: &Plan, curves: &Curves) -> Effect {
        let quiet = Effect { disclosure: plan.disclosure, ..Effect::default() };
        match (&plan.outage, plan.leaving) {
            (Some(outage), _) => self.disrupted(outage, curves.of(outage.week), quiet),
            (None, Leaving::Stays) => quiet,
            (None, Leaving::Certain) => Effect { switches: 1.0, ..quiet },
            (None, Leaving::By(hours, end)) => {
                let switches = self.clocks.get(end).map_or(1.0, |clock| clock.at(hours).survival);
                Effect { switches, ..quiet }
            }
        }
    }

    fn disrupted(&self, outage: &Outage, curve: &Curve, quiet: Effect) -> Effect {
        let (activity, end) = (self.activity, outage.end());
        let drifted = curve.outlasts_drift[end]
            * uncovered(&outage.full, curve.onset + activity.drift_after_hours)
            * activity.drift_chance;
        Effect {
            disrupted: true,
            totals: self.accumulate(outage, curve),
            switches: curve.outlasts_switch[end],
            outlasts: curve.outlasts_mtpd[end],
            uncovered: uncovered(&outage.full, curve.onset + activity.mtpd_hours),
            drift: if drifted > 0.0 {
                drifted * activity.part * level_value(activity.disclosure_impact)
            } else {
                0.0
            },
            ..quiet
        }
    }

    fn accumulate(&self, outage: &Outage, curve: &Curve) -> Totals {
        let mut sum = Totals::default();
        for (j, start) in curve.breaks[..curve.breaks.len() - 1].iter().enumerate() {
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
