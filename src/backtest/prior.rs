//! The Gamma prior of the yearly rate: one shape for all countries, one mean for each cell.

use super::{
    loss::{Loss, Penalty, Point},
    newton::minimum,
};
use crate::knowledge::Backtest;

/// Keeps the logarithm of the mean rate finite where nothing was counted.
const NOTHING: f64 = 1e-6;

/// A fitted prior.
#[derive(Debug, Clone, PartialEq)]
pub struct Prior {
    pub shape: f64,
    /// Mean starts a year, by cell.
    pub means: Vec<f64>,
}

/// Fits the prior to starts of all countries in `years` years.
pub fn fit(
    parameters: &Backtest,
    counts: &[f64],
    years: f64,
    cells: &[usize],
    cell_count: usize,
) -> Prior {
    let rate = counts.iter().sum::<f64>() / (counts.len() as f64 * years) + NOTHING;
    let penalty = Penalty {
        ln_shape: libm::log(parameters.prior_shape),
        ln_mean: libm::log(rate),
        sd: parameters.prior_sd,
    };
    let loss = Loss::new(counts, cells, years, penalty);
    let from = Point { ln_shape: penalty.ln_shape, ln_means: vec![penalty.ln_mean; cell_count] };
    let end = minimum(&loss, from);
    Prior {
        shape: libm::exp(end.ln_shape),
        means: end.ln_means.into_iter().map(libm::exp).collect(),
    }
}

impl Prior {
    /// Probability of at least one start in the year that follows, after `count` starts in `years`
    /// years.
    pub fn forecast(&self, cell: usize, count: f64, years: f64) -> f64 {
        let beta = self.shape / self.means[cell] + years;
        -libm::expm1(-(self.shape + count) * libm::log1p(1.0 / beta))
    }
}
