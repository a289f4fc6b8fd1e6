//! A discrete law as a list of values with their chances.

use crate::engine::normal;

/// Values with chances; what is missing to 1 is at zero.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Atoms {
    values: Vec<(f64, f64)>,
}

impl Atoms {
    /// Adds a value with its chance. Zero needs no atom.
    #[inline]
    pub fn add(&mut self, chance: f64, value: f64) {
        if chance > 0.0 && value > 0.0 {
            self.values.push((chance, value));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub fn mean(&self) -> f64 {
        self.values.iter().map(|(chance, value)| chance * value).sum()
    }

    /// Mean of the square.
    pub fn square(&self) -> f64 {
        self.values.iter().map(|(chance, value)| chance * value * value).sum()
    }

    /// Spreads the law over the grid 0, h, 2h ... so that its mean is kept: each value is split
    /// between the two points beside it.
    pub fn on_grid(&self, step: f64, grid: &mut [f64]) {
        grid.fill(0.0);
        let last = grid.len() - 1;
        let mut whole = 0.0;
        for (chance, value) in &self.values {
            let x = (value / step).min(last as f64);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let below = x as usize;
            let part = x - below as f64;
            grid[below] += chance * (1.0 - part);
            grid[(below + 1).min(last)] += chance * part;
            whole += chance;
        }
        grid[0] += (1.0 - whole).max(0.0);
    }
}

/// Middle quantiles of the standard normal law, `count` of them, each with chance 1 / count.
pub fn middle_quantiles(count: usize) -> Vec<f64> {
    (0..count).map(|k| normal::quantile((k as f64 + 0.5) / count as f64)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_keeps_mass_and_mean() {
        let mut atoms = Atoms::default();
        for (chance, value) in [(0.2, 3.7), (0.1, 0.4), (0.3, 12.0)] {
            atoms.add(chance, value);
        }
        let mut grid = [0.0; 32];
        atoms.on_grid(0.5, &mut grid);
        let mean: f64 = grid.iter().enumerate().map(|(i, mass)| i as f64 * 0.5 * mass).sum();
        assert!((grid.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((mean - atoms.mean()).abs() < 1e-12);
    }
}
