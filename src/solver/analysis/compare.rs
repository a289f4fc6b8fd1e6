//! Exact against simulated: two roads to the same figures.

use std::fmt;

use serde::Serialize;

use super::{YearLaw, least::Least};
use crate::{
    engine::outcome::Run,
    model::Model,
    simulation::{
        interval::tail_mean,
        tally::{Moments, Tally},
    },
};

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
pub enum Quantity {
    /// Expected annual loss.
    Eal,
    /// Annual harm, from which the score follows.
    Harm,
    /// Chance that any activity breaches its MTPD.
    AnyBreach,
    /// Mean of the worst twentieth of years.
    Cvar95,
    /// Expected annual loss in a place, by its label.
    PlaceLoss(String),
    /// Hours below the MBCO of an activity, by its name.
    Hours(String),
    /// Loss and cost of switching of an activity.
    Loss(String),
    /// Chance that an activity breaches its MTPD.
    Breach(String),
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Eal => write!(f, "expected annual loss"),
            Self::Harm => write!(f, "annual harm"),
            Self::AnyBreach => write!(f, "chance of any breach"),
            Self::Cvar95 => write!(f, "CVaR95 of annual loss"),
            Self::PlaceLoss(place) => write!(f, "expected annual loss in {place}"),
            Self::Hours(activity) => write!(f, "hours of {activity}"),
            Self::Loss(activity) => write!(f, "loss of {activity}"),
            Self::Breach(activity) => write!(f, "chance of a breach of {activity}"),
        }
    }
}

/// One comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    pub quantity: Quantity,
    pub exact: f64,
    pub simulated: f64,
    /// Standard error of the simulated figure.
    pub error: f64,
    /// Difference in standard errors. None where too few trials show anything, so that the error
    /// itself is a guess.
    pub z: Option<f64>,
}

/// Beyond so many standard errors the two disagree.
pub const MOST_Z: f64 = 4.0;

/// A comparison needs so many trials in which something happens.
const FEWEST: f64 = 50.0;

impl Comparison {
    pub fn disagrees(&self) -> bool {
        self.z.is_some_and(|z| z.abs() > MOST_Z)
    }

    /// `often` is how often a year anything happens to it, and `least` its least variance.
    fn mean(
        quantity: Quantity,
        exact: f64,
        sums: Moments,
        trials: u32,
        [often, least]: [f64; 2],
    ) -> Self {
        let (n, error) = (f64::from(trials), sums.error(trials));
        let blind = missed(least, error, n);
        let happens = if exact == 0.0 {
            // What never happens must not happen once.
            f64::INFINITY
        } else if blind {
            0.0
        } else {
            often * n
        };
        Self::new(quantity, [exact, sums.mean(trials), error], happens)
    }

    fn chance(quantity: Quantity, exact: f64, hits: u32, trials: u32) -> Self {
        let n = f64::from(trials);
        let simulated = f64::from(hits) / n;
        // What is certain has no error of its own: one trial that contradicts it counts.
        let certain = exact <= 0.0 || exact >= 1.0;
        let p = if certain { simulated } else { exact };
        let happens = if certain { f64::INFINITY } else { n * exact.min(1.0 - exact) };
        Self::new(quantity, [exact, simulated, libm::sqrt(p * (1.0 - p) / n)], happens)
    }

    fn new(quantity: Quantity, [exact, simulated, error]: [f64; 3], happens: f64) -> Self {
        let same = (simulated - exact).abs() <= 1e-9 * exact.abs();
        let z = if same {
            Some(0.0)
        } else if happens >= FEWEST && error > 0.0 {
            Some((simulated - exact) / error)
        } else {
            None
        };
        Self { quantity, exact, simulated, error, z }
    }
}

/// Have the trials missed what is rare and large? Then their standard error is far too small.
fn missed(least: f64, error: f64, trials: f64) -> bool {
    least / trials > 4.0 * error * error
}

/// Compares all figures of a run that a simulation of the same model gives too.
pub fn compare(model: &Model, run: &Run, law: Option<&YearLaw>, tally: &Tally) -> Vec<Comparison> {
    let n = tally.trials;
    let least = Least::new(model, run);
    let campaigns: f64 = run.places.iter().map(|place| place.rate).sum();
    let loss = law.map_or_else(|| least.places.iter().sum(), |law| law.deviation * law.deviation);
    let mean = |of, exact, sums, often, least| Comparison::mean(of, exact, sums, n, [often, least]);
    let mut all = vec![
        mean(Quantity::Eal, run.eal.value, tally.loss, campaigns, loss),
        mean(Quantity::Harm, run.harm.value, tally.harm, disruptions(run), least.harm),
    ];
    let joint = run.any_breach.joint;
    if joint.exact() {
        all.push(Comparison::chance(Quantity::AnyBreach, joint.high, tally.any_breach, n));
    }
    if let Some(law) = law {
        all.push(cvar(law, tally));
    }
    for (index, place) in run.places.iter().enumerate() {
        let name = Quantity::PlaceLoss(model.places[index].clone());
        all.push(mean(name, place.eal, tally.places[index], place.rate, least.places[index]));
    }
    for (index, (activity, sums)) in run.activities.iter().zip(&tally.activities).enumerate() {
        let name = || model.activities[index].name.clone();
        let often = activity.disruptions;
        let switches: f64 = activity.cells.iter().map(|cell| cell.switches).sum();
        let parts = [(activity.totals.loss, often), (activity.switch_cost, switches)];
        let lost = activity.totals.loss + activity.switch_cost;
        // The part that comes more rarely decides how many trials show it.
        let rarest = parts.into_iter().filter(|(part, _)| *part > 0.0);
        let rarest = rarest.map(|(_, times)| times).fold(f64::INFINITY, f64::min);
        all.extend([
            mean(
                Quantity::Hours(name()),
                activity.totals.hours,
                sums.hours,
                often,
                least.hours[index],
            ),
            mean(Quantity::Loss(name()), lost, sums.loss, rarest, least.loss[index]),
            Comparison::chance(Quantity::Breach(name()), activity.breach.value, sums.breaches, n),
        ]);
    }
    all
}

fn disruptions(run: &Run) -> f64 {
    run.activities.iter().map(|activity| activity.disruptions).sum()
}

fn cvar(law: &YearLaw, tally: &Tally) -> Comparison {
    let mut sorted = tally.losses.clone();
    sorted.sort_by(f64::total_cmp);
    let tail = tail_mean(&sorted, 0.95);
    let error = (tail.high - tail.value) / crate::simulation::interval::Z95;
    let losing = sorted.iter().filter(|loss| **loss > 0.0).count();
    let exact = law.tails[0].value;
    let n = f64::from(tally.trials);
    let blind = missed(law.deviation * law.deviation, tally.loss.error(tally.trials), n);
    let happens = if blind { 0.0 } else { losing as f64 };
    Comparison::new(Quantity::Cvar95, [exact, tail.value, error], happens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trials_that_missed_what_is_rare_and_large_say_nothing() {
        let mut sums = Moments::default();
        (0..1_000).for_each(|trial| sums.add(f64::from(trial % 2)));
        let compared =
            |least| Comparison::mean(Quantity::Eal, 100.0, sums, 1_000, [1.0, least]).z.is_some();
        assert!(compared(0.25) && compared(0.9) && !compared(1e6));
    }
}
