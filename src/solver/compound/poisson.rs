//! Poisson counts by inversion of a table.
//!
//! Probabilities are right to about 2^-53, which is also what a random number can tell apart.

/// Weights below this share of the largest are left out: less than a random word can tell apart.
const NEGLIGIBLE: f64 = 1e-20;

/// The distribution function of a Poisson count.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    first: u32,
    /// P(count <= first + index).
    cumulative: Vec<f64>,
}

impl Counts {
    /// The table for a finite mean that is not negative. It has some 20 sqrt(mean) entries.
    pub fn new(mean: f64) -> Self {
        // Weights are relative to the one at the mode, so that neither a factorial nor an
        // exponential is needed.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let mode = mean as u32;
        let mut weights = Vec::new();
        let (mut count, mut weight) = (mode, 1.0);
        while count > 0 {
            weight *= f64::from(count) / mean;
            if weight < NEGLIGIBLE {
                break;
            }
            count -= 1;
            weights.push(weight);
        }
        let first = count;
        weights.reverse();
        (count, weight) = (mode, 1.0);
        while weight >= NEGLIGIBLE {
            weights.push(weight);
            count += 1;
            weight *= mean / f64::from(count);
        }
        let total: f64 = weights.iter().sum();
        let mut sum = 0.0;
        let mut cumulative: Vec<f64> = weights
            .iter()
            .map(|weight| {
                sum += weight;
                sum / total
            })
            .collect();
        if let Some(last) = cumulative.last_mut() {
            *last = 1.0;
        }
        Self { first, cumulative }
    }

    /// The count at a level in [0, 1).
    pub fn at(&self, level: f64) -> u32 {
        let index = self.cumulative.partition_point(|cumulative| *cumulative <= level);
        #[allow(clippy::cast_possible_truncation)]
        let index = index as u32;
        self.first + index
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Probabilities of single counts.
    fn probabilities(counts: &Counts) -> Vec<f64> {
        let mut before = 0.0;
        let each = counts.cumulative.iter().map(|cumulative| {
            let probability = cumulative - before;
            before = *cumulative;
            probability
        });
        each.collect()
    }

    #[test]
    fn the_table_is_the_closed_form() {
        let counts = Counts::new(2.0);
        let mut term = libm::exp(-2.0);
        for (k, probability) in (0_u32..).zip(probabilities(&counts)).take(15) {
            assert!((probability - term).abs() < 1e-15, "{k}");
            term *= 2.0 / f64::from(k + 1);
        }
    }

    #[test]
    fn mean_and_variance_are_the_parameter() {
        for mean in [0.001, 0.3, 1.0, 17.5, 204.8, 8192.0, 40_960_000.0] {
            let counts = Counts::new(mean);
            let (mut first, mut second) = (0.0, 0.0);
            for (k, probability) in (counts.first..).zip(probabilities(&counts)) {
                first += (f64::from(k) - mean) * probability;
                second += (f64::from(k) - mean).powi(2) * probability;
            }
            assert!((first / mean.sqrt()).abs() < 1e-9, "{mean}: {first}");
            assert!((second / mean - 1.0).abs() < 1e-8, "{mean}: {second}");
        }
    }

    #[test]
    fn levels_are_cut_where_the_sum_passes_them() {
        let counts = Counts::new(2.0);
        let edge = counts.cumulative[0];
        assert_eq!([0.0, edge * 0.999, edge, 0.5, 0.95].map(|u| counts.at(u)), [0, 0, 1, 2, 5]);
        assert!(counts.at(1.0 - f64::EPSILON / 2.0) >= 15);
    }

    #[test]
    fn nothing_happens_at_rate_zero() {
        let counts = Counts::new(0.0);
        assert_eq!([0.0, 0.5, 1.0 - f64::EPSILON / 2.0].map(|u| counts.at(u)), [0; 3]);
    }
}
