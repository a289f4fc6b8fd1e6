//! The law of a year on a grid, and what is read off it.

use serde::Serialize;

/// A law on the grid `shift + 0, h, 2h ...`.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    /// Width of the grid, in the unit of the values.
    pub step: f64,
    /// What is certain and comes on top.
    pub shift: f64,
    mass: Vec<f64>,
    cumulative: Vec<f64>,
}

/// Figures that show whether the transform can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Quality {
    /// Sum of the mass, which must be 1.
    pub mass: f64,
    /// Smallest mass, which must not be negative beyond rounding.
    pub least: f64,
    /// Mass in the last hundredth of the grid: what wraps round is of this order.
    pub wrapped: f64,
}

impl Quality {
    /// The checks of the method.
    pub fn holds(self) -> bool {
        (self.mass - 1.0).abs() < 1e-9 && self.least > -1e-12 && self.wrapped < 1e-9
    }
}

impl Law {
    pub fn new(step: f64, shift: f64, mass: Vec<f64>) -> Self {
        let mut sum = 0.0;
        let cumulative = mass
            .iter()
            .map(|mass| {
                sum += mass;
                sum
            })
            .collect();
        Self { step, shift, mass, cumulative }
    }

    pub fn quality(&self) -> Quality {
        let tail = self.mass.len() / 100 + 1;
        Quality {
            mass: self.cumulative.last().copied().unwrap_or(0.0),
            least: self.mass.iter().copied().fold(f64::INFINITY, f64::min),
            wrapped: self.mass.iter().rev().take(tail).sum::<f64>().abs(),
        }
    }

    fn at(&self, point: usize) -> f64 {
        self.shift + self.step * point as f64
    }

    pub fn mean(&self) -> f64 {
        self.mass.iter().enumerate().map(|(i, mass)| self.at(i) * mass).sum()
    }

    /// Chance of nothing at all.
    pub fn none(&self) -> f64 {
        if self.shift > 0.0 { 0.0 } else { self.mass.first().copied().unwrap_or(1.0) }
    }

    fn point(&self, p: f64) -> usize {
        let point = self.cumulative.partition_point(|sum| *sum < p);
        point.min(self.mass.len().saturating_sub(1))
    }

    /// Smallest value that is not exceeded with chance `p` (VaR).
    pub fn quantile(&self, p: f64) -> f64 {
        self.at(self.point(p))
    }

    /// Mean of the worst `1 - p` (CVaR): `integral of quantile(u) du from p to 1 / (1 - p)`.
    pub fn tail_mean(&self, p: f64) -> f64 {
        let point = self.point(p);
        let beyond: f64 = (point + 1..self.mass.len()).map(|i| self.at(i) * self.mass[i]).sum();
        let here = self.at(point) * (self.cumulative[point] - p);
        (beyond + here) / (1.0 - p)
    }

    /// Chance of more than a value.
    pub fn exceedance(&self, value: f64) -> f64 {
        let points = (value - self.shift) / self.step;
        if points < 0.0 {
            return 1.0;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let point = (points + 1e-9) as usize;
        let reached = self.cumulative.get(point).copied().unwrap_or(1.0);
        (1.0 - reached).clamp(0.0, 1.0)
    }
}
