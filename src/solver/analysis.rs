//! Everything that is computed from a model, by whichever engine can: the closed forms, the law of
//! the year by transform, the simulation, and what the figures would be with other numbers.
//!
//! Each piece is a pure function of the model. A caller decides how to spread them over threads.

pub mod compare;
mod least;
mod run;
mod spread;

use serde::Serialize;

use crate::{
    distribution::{
        law::Law,
        severity::Resolution,
        spectrum::{Rates, Transforms},
        year::{Grid, REPORT, Severities, Year},
    },
    engine::{band::Band, outcome::Outcome},
    resilience::importance::Importance,
    sensitivity::tornado::{Bar, Figures},
    simulation::{
        interval::{mean, quantile, tail_mean},
        options::Options,
        tally::Tally,
    },
};

pub use compare::Comparison;
pub use run::{Disagreement, TOLD, analyse, laws, simulate, simulated};
pub use spread::{InTurn, Spread};

/// Which engine gave a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Engine {
    /// Closed forms over all states.
    Exact,
    /// The law of the year by Fourier transform.
    Transform,
    /// Trials.
    Simulation,
}

impl Engine {
    /// As printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Transform => "transform",
            Self::Simulation => "simulation",
        }
    }
}

/// All that was computed.
#[derive(Debug, Clone)]
pub struct Analysis {
    pub outcome: Outcome,
    /// Loss of the organisation within a year.
    pub loss: YearLaw,
    /// Hours below the MBCO within a year, by activity.
    pub hours: Vec<Option<YearLaw>>,
    pub simulated: Simulated,
    pub sensitivity: Sensitivity,
    /// What share of the expected loss hangs on each unit.
    pub importance: Vec<Importance>,
}

impl Analysis {
    /// The closed forms alone: what is computed for each of very many.
    pub fn exact(outcome: Outcome) -> Self {
        let residual = &outcome.residual;
        Self {
            loss: YearLaw::nothing(),
            hours: Vec::new(),
            simulated: Simulated {
                options: Options::default(),
                tally: Tally::default(),
                any_breach: residual.any_breach.band,
                comparisons: Vec::new(),
            },
            sensitivity: Sensitivity::default(),
            importance: Vec::new(),
            outcome,
        }
    }
}

/// What a simulation gave.
#[derive(Debug, Clone)]
pub struct Simulated {
    pub options: Options,
    pub tally: Tally,
    /// Chance that any activity breaches.
    pub any_breach: Band,
    /// Where the exact engine computes the same.
    pub comparisons: Vec<Comparison>,
}

/// What the figures would be with other numbers.
#[derive(Debug, Clone, Default)]
pub struct Sensitivity {
    pub base: Figures,
    /// Widest first.
    pub bars: Vec<Bar>,
}

/// Chances at which quantiles are printed.
pub const QUANTILES: [f64; 4] = [0.5, 0.9, 0.95, 0.99];

/// Chances at which tails are printed.
pub const TAILS: [f64; 2] = [0.95, 0.99];

/// The law of a year in the figures that are printed.
#[derive(Debug, Clone, PartialEq)]
pub struct YearLaw {
    pub engine: Engine,
    pub mean: f64,
    pub deviation: f64,
    /// Chance of nothing at all.
    pub none: f64,
    /// P50, P90, P95, P99; those of a loss are VaR. For a transform the band is that of the rates,
    /// for a simulation the 95 % interval of the trials.
    pub quantiles: [Band; 4],
    /// CVaR95 and CVaR99: means of the worst twentieth and hundredth of years.
    pub tails: [Band; 2],
    /// Chance of more than a value.
    pub curve: Vec<(f64, Band)>,
}

/// Points of an exceedance curve.
const POINTS: usize = 40;

impl YearLaw {
    /// The law of the organisation's loss, or of an activity's hours. `spread` is the figure's band
    /// as a share of its mean: rates at its ends give the ends of the law's bands.
    pub fn by_transform(
        severities: &Severities,
        grid: Grid,
        transforms: &Transforms,
        mean: Band,
    ) -> Option<Self> {
        let (spectrum, law) = severities.spectrum(grid, transforms)?;
        let uncertain = mean.value - severities.shift();
        let at = |end: f64| {
            let times = if uncertain > 0.0 { (end - severities.shift()) / uncertain } else { 1.0 };
            spectrum.law(Rates::Known(times.max(0.0)), severities.shift())
        };
        let ends = (mean.low < mean.high).then(|| [at(mean.low), at(mean.high)]);
        let band = |read: &dyn Fn(&Law) -> f64| {
            let value = read(&law);
            ends.as_ref().map_or_else(
                || Band::certain(value),
                |[low, high]| Band {
                    low: read(low).min(value),
                    value,
                    high: read(high).max(value),
                },
            )
        };
        Some(Self {
            engine: Engine::Transform,
            mean: law.mean(),
            deviation: severities.deviation(),
            none: law.none(),
            quantiles: QUANTILES.map(|p| band(&|law| law.quantile(p))),
            tails: TAILS.map(|p| band(&|law| law.tail_mean(p))),
            curve: points(law.quantile(0.995))
                .map(|value| (value, band(&|law| law.exceedance(value))))
                .collect(),
        })
    }

    /// The law of a year that nobody computed.
    fn nothing() -> Self {
        Self {
            engine: Engine::Exact,
            mean: 0.0,
            deviation: 0.0,
            none: 1.0,
            quantiles: [Band::certain(0.0); 4],
            tails: [Band::certain(0.0); 2],
            curve: Vec::new(),
        }
    }

    /// The law of trials.
    pub fn by_simulation(values: &[f64]) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let n = sorted.len().max(1) as f64;
        let average = sorted.iter().sum::<f64>() / n;
        let variance = sorted.iter().map(|x| (x - average) * (x - average)).sum::<f64>() / n;
        let beyond = |value: f64| {
            let over = sorted.len() - sorted.partition_point(|one| *one <= value);
            let p = over as f64 / n;
            mean(p, libm::sqrt(p * (1.0 - p) / n))
        };
        let none = sorted.partition_point(|value| *value <= 0.0) as f64 / n;
        Self {
            engine: Engine::Simulation,
            mean: average,
            deviation: libm::sqrt(variance),
            none,
            quantiles: QUANTILES.map(|p| quantile(&sorted, p)),
            tails: TAILS.map(|p| tail_mean(&sorted, p)),
            curve: points(quantile(&sorted, 0.995).value)
                .map(|value| (value, beyond(value)))
                .collect(),
        }
    }
}

fn points(last: f64) -> impl Iterator<Item = f64> {
    (0..=POINTS).map(move |point| last * point as f64 / POINTS as f64)
}

/// Grid of hours: steps of an hour, or of more where a year of them is not wide enough.
const HOURS: Grid =
    Grid { step: Some(1.0), points: 1 << 12, resolution: Resolution::Shared(2_000) };

/// The law of the organisation's loss, or none where joint states are too many.
pub fn loss_law(year: &Year, eal: Band) -> Option<YearLaw> {
    let transforms = Transforms::new(REPORT.points);
    YearLaw::by_transform(&year.loss(REPORT.resolution)?, REPORT, &transforms, eal)
}

/// Transforms for laws of hours, to be shared between activities.
pub fn hours_transforms() -> Transforms {
    Transforms::new(HOURS.points)
}

/// The law of an activity's hours.
pub fn hours_law(
    year: &Year,
    transforms: &Transforms,
    activity: usize,
    outcome: &Outcome,
) -> Option<YearLaw> {
    let hours = outcome.residual.activities[activity].totals.hours;
    let severities = year.hours(activity, HOURS.resolution)?;
    YearLaw::by_transform(&severities, HOURS, transforms, Band::certain(hours))
}
