//! Scores of forecasts against what happened, each country with a weight.
//!
//! Brier score and log loss are means over country-years, lower is better. AUC is the chance that a
//! country-year with a start had the higher forecast of two, ties as half. The three parts of the
//! Brier score are those of CORP: forecasts are recalibrated by pooling adjacent violators, so that
//! `brier = miscalibration - discrimination + uncertainty` without any bins.

/// One country-year.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    pub country: usize,
    pub forecast: f64,
    pub happened: bool,
}

/// Forecasts in ascending order, ready to be scored many times.
#[derive(Debug)]
pub struct Ranked {
    cases: Vec<Scored>,
}

#[derive(Debug, Clone, Copy)]
struct Scored {
    country: usize,
    forecast: f64,
    happened: f64,
    squared: f64,
    log_loss: f64,
    /// Is this the last of its forecasts that are equal?
    last: bool,
}

/// The scores. One that cannot be computed, such as an AUC where nothing happened, is not a number.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scores {
    pub brier: f64,
    pub log_loss: f64,
    pub auc: f64,
    pub miscalibration: f64,
    pub discrimination: f64,
    pub uncertainty: f64,
}

/// Country-years with equal forecasts, or with forecasts that were pooled.
#[derive(Debug, Clone, Copy, Default)]
struct Pool {
    weight: f64,
    happened: f64,
}

impl Ranked {
    /// Sorts; no forecast counts as nearer to 0 or 1 than `floor`.
    pub fn new(cases: &[Case], floor: f64) -> Self {
        let mut scored: Vec<Scored> = cases.iter().map(|case| scored(case, floor)).collect();
        scored.sort_by(|a, b| a.forecast.total_cmp(&b.forecast));
        for index in 1..scored.len() {
            scored[index - 1].last = scored[index - 1].forecast < scored[index].forecast;
        }
        Self { cases: scored }
    }

    /// Scores with the weights of countries.
    pub fn scores(&self, weights: &[f64]) -> Scores {
        let (mut sums, mut all, mut here) = (Scores::default(), Pool::default(), Pool::default());
        let mut pools: Vec<Pool> = Vec::with_capacity(self.cases.len());
        let mut pairs = 0.0;
        for case in &self.cases {
            let weight = weights[case.country];
            sums.brier += weight * case.squared;
            sums.log_loss += weight * case.log_loss;
            here.weight += weight;
            here.happened += weight * case.happened;
            if case.last {
                let not = here.weight - here.happened;
                pairs += here.happened * (all.weight - all.happened + not / 2.0);
                all.take(here);
                pool(&mut pools, here);
                here = Pool::default();
            }
        }
        let (squares, base) = (pooled_squares(&pools), all.share());
        let brier = sums.brier / all.weight;
        let uncertainty = base * (1.0 - base);
        // The mean square of the recalibrated forecasts is all that is needed: they are right on
        // average in each pool, so their own Brier score is the base rate less that mean.
        let recalibrated = base - squares / all.weight;
        Scores {
            brier,
            log_loss: sums.log_loss / all.weight,
            auc: pairs / (all.happened * (all.weight - all.happened)),
            miscalibration: brier - recalibrated,
            discrimination: uncertainty - recalibrated,
            uncertainty,
        }
    }
}

fn scored(case: &Case, floor: f64) -> Scored {
    let forecast = case.forecast.clamp(floor, 1.0 - floor);
    let happened = f64::from(u8::from(case.happened));
    let given = if case.happened { forecast } else { 1.0 - forecast };
    let squared = (forecast - happened) * (forecast - happened);
    let log_loss = -libm::log(given);
    Scored { country: case.country, forecast, happened, squared, log_loss, last: true }
}

impl Pool {
    fn share(self) -> f64 {
        self.happened / self.weight
    }

    fn take(&mut self, other: Self) {
        self.weight += other.weight;
        self.happened += other.happened;
    }
}

/// Adds a pool above the others, and pools for as long as a lower one happened more often.
fn pool(pools: &mut Vec<Pool>, mut here: Pool) {
    if here.weight <= 0.0 {
        return;
    }
    while let Some(below) = pools.last().filter(|below| below.share() >= here.share()) {
        here.take(*below);
        pools.pop();
    }
    pools.push(here);
}

fn pooled_squares(pools: &[Pool]) -> f64 {
    pools.iter().map(|pool| pool.happened * pool.share()).sum()
}

/// How much lower an error is than that of a reference: 1 is perfect, 0 is no better.
pub fn skill(error: f64, reference: f64) -> f64 {
    1.0 - error / reference
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forecasts and outcomes of the method's own example.
    const EXAMPLE: [(f64, bool); 10] = [
        (0.05, false),
        (0.1, false),
        (0.1, true),
        (0.2, false),
        (0.3, false),
        (0.4, true),
        (0.6, false),
        (0.7, true),
        (0.8, true),
        (0.9, true),
    ];

    fn ranked(cases: &[(f64, bool)]) -> Ranked {
        let case = |(country, (forecast, happened)): (usize, &(f64, bool))| Case {
            country,
            forecast: *forecast,
            happened: *happened,
        };
        Ranked::new(&cases.iter().enumerate().map(case).collect::<Vec<_>>(), 1e-4)
    }

    #[track_caller]
    fn near(value: f64, expected: f64) {
        assert!((value - expected).abs() < 1e-10, "{value} is not {expected}");
    }

    #[test]
    fn has_the_values_of_the_method() {
        let scores = ranked(&EXAMPLE).scores(&[1.0; 10]);
        near(scores.brier, 0.18125);
        near(scores.log_loss, 0.555_681_787_3);
        near(scores.auc, 0.82);
        near(skill(scores.brier, scores.uncertainty), 0.275);
        near(scores.miscalibration, 0.05625);
        near(scores.discrimination, 0.125);
        near(scores.uncertainty, 0.25);
    }

    #[test]
    fn a_weight_is_that_many_copies() {
        let mut weights = [1.0; 10];
        (weights[2], weights[5]) = (0.0, 3.0);
        let weighted = ranked(&EXAMPLE).scores(&weights);
        let times = |index: usize| [1, 1, 0, 1, 1, 3, 1, 1, 1, 1][index];
        let copies: Vec<(f64, bool)> = (EXAMPLE.iter().enumerate())
            .flat_map(|(index, case)| std::iter::repeat_n(*case, times(index)))
            .collect();
        let copied = ranked(&copies).scores(&vec![1.0; copies.len()]);
        near(weighted.brier, copied.brier);
        near(weighted.auc, copied.auc);
        near(weighted.miscalibration, copied.miscalibration);
        near(weighted.discrimination, copied.discrimination);
    }

    #[test]
    fn order_of_equal_forecasts_does_not_matter() {
        let one = ranked(&[(0.3, true), (0.3, false), (0.3, false)]).scores(&[1.0; 3]);
        let other = ranked(&[(0.3, false), (0.3, false), (0.3, true)]).scores(&[1.0; 3]);
        near(one.auc, 0.5);
        near(other.auc, 0.5);
        near(one.miscalibration, other.miscalibration);
    }

    #[test]
    fn where_nothing_happened_there_is_no_auc() {
        assert!(ranked(&[(0.1, false), (0.2, false)]).scores(&[1.0; 2]).auc.is_nan());
    }
}
