//! Sobol indices: which share of the variance of a figure a factor explains alone, and together
//! with others.
//!
//! First order by Saltelli and others (2010), total by Jansen (1999), on an Owen-scrambled Sobol
//! sequence in twice as many dimensions as there are factors. A total index well above the first
//! shows that a factor acts through others.

use sobol_burley::sample;

use super::factor::{Factor, Meaning};
use crate::{engine::solve::residual, model::Model};

/// Indices of one factor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Index {
    pub first: f64,
    pub total: f64,
}

/// A design of `samples` pairs of points in `dimensions` dimensions. Points are evaluated by number,
/// so that a caller can spread them over threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Design {
    pub dimensions: usize,
    pub samples: usize,
}

/// Most samples: the length of the sequence.
pub const MOST_SAMPLES: usize = 1 << 16;

/// Every value of the design is the figure of a point: first all A, then all B, then for each
/// factor all A with that factor from B.
impl Design {
    pub const fn points(self) -> usize {
        self.samples * (self.dimensions + 2)
    }

    /// Coordinates, each 0 to 1, of a point.
    pub fn point(self, number: usize) -> Vec<f64> {
        let (block, index) = (number / self.samples, number % self.samples);
        let coordinate = |dimension: usize| {
            let of_b = block == 1 || block == dimension + 2;
            let at = if of_b { dimension + self.dimensions } else { dimension };
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            f64::from(sample(index, u32::try_from(at).unwrap_or(u32::MAX), 0))
        };
        (0..self.dimensions).map(coordinate).collect()
    }

    /// Indices from the figures of all points, in order.
    pub fn indices(self, figures: &[f64]) -> Vec<Index> {
        let block = |at: usize| &figures[at * self.samples..(at + 1) * self.samples];
        let (a, b) = (block(0), block(1));
        let n = self.samples as f64;
        let both = || a.iter().chain(b);
        let mean = both().sum::<f64>() / (2.0 * n);
        let variance = both().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (2.0 * n);
        let index = |factor: usize| {
            let mixed = block(factor + 2);
            let triples = || a.iter().zip(b).zip(mixed);
            let first: f64 =
                triples().map(|((a, b), mixed)| (b - mean) * (mixed - a)).sum::<f64>() / n;
            let total: f64 =
                triples().map(|((a, _), mixed)| (a - mixed) * (a - mixed)).sum::<f64>() / n;
            if variance > 0.0 {
                Index { first: first / variance, total: total / (2.0 * variance) }
            } else {
                Index { first: 0.0, total: 0.0 }
            }
        };
        (0..self.dimensions).map(index).collect()
    }
}

/// The natural logarithm of the expected annual loss with every factor of the Sobol set between its
/// ends: the coordinates say how far.
pub fn log_eal(model: &Model, coordinates: &[f64]) -> f64 {
    let mut varied = model.clone();
    for (factor, x) in Factor::OF_SOBOL.into_iter().zip(coordinates) {
        let range = factor.range();
        let value = match range.meaning {
            Meaning::Plus => range.low + (range.high - range.low) * x,
            _ => range.low * libm::pow(range.high / range.low, *x),
        };
        factor.apply(&mut varied, value);
    }
    libm::log(residual(&varied).eal.value.max(f64::MIN_POSITIVE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ishigami_function() {
        // Closed forms for a = 7, b = 0.1.
        let design = Design { dimensions: 3, samples: 1 << 14 };
        let ishigami = |u: &[f64]| {
            let x: Vec<f64> = u.iter().map(|u| std::f64::consts::PI * (2.0 * u - 1.0)).collect();
            x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
        };
        let figures: Vec<f64> =
            (0..design.points()).map(|number| ishigami(&design.point(number))).collect();
        let wanted = [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)];
        for (index, (first, total)) in design.indices(&figures).into_iter().zip(wanted) {
            assert!((index.first - first).abs() < 5e-3, "{index:?} {first}");
            assert!((index.total - total).abs() < 5e-3, "{index:?} {total}");
        }
    }

    #[test]
    fn a_constant_has_no_indices() {
        let design = Design { dimensions: 2, samples: 8 };
        let figures = vec![3.0; design.points()];
        assert!(design.indices(&figures).iter().all(|i| i.first == 0.0 && i.total == 0.0));
    }
}
