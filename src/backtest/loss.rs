//! The penalised likelihood of counts under a Gamma prior, with its derivatives.
//!
//! The count of a country in `n` years is negative binomial with shape `a` and mean `n m` of its
//! cell. All parameters are logarithms, so that every point is a valid one.

use std::collections::BTreeMap;

use super::gamma::{digamma, trigamma};

/// Countries with the same cell and the same count.
#[derive(Debug, Clone, Copy)]
struct Same {
    cell: usize,
    count: f64,
    countries: f64,
}

/// What the fit is drawn to: a normal law for each logarithm.
#[derive(Debug, Clone, Copy)]
pub struct Penalty {
    pub ln_shape: f64,
    pub ln_mean: f64,
    pub sd: f64,
}

/// The counts of a panel, and the penalty.
#[derive(Debug)]
pub struct Loss {
    same: Vec<Same>,
    years: f64,
    penalty: Penalty,
}

/// Where the search stands: logarithms of the shape and of the mean of each cell.
#[derive(Debug, Clone)]
pub struct Point {
    pub ln_shape: f64,
    pub ln_means: Vec<f64>,
}

/// The loss at a point with its first and second derivatives. Means of two cells never meet in one
/// term, so the matrix of second derivatives is an arrow: a diagonal, one row and one column.
#[derive(Debug)]
pub struct Slope {
    pub shape: f64,
    pub shape_twice: f64,
    pub means: Vec<f64>,
    pub means_twice: Vec<f64>,
    pub mixed: Vec<f64>,
}

impl Loss {
    /// `counts` and `cells` are by country.
    pub fn new(counts: &[f64], cells: &[usize], years: f64, penalty: Penalty) -> Self {
        let mut tally: BTreeMap<(usize, u64), Same> = BTreeMap::new();
        for (&count, &cell) in counts.iter().zip(cells) {
            let same = Same { cell, count, countries: 0.0 };
            tally.entry((cell, count.to_bits())).or_insert(same).countries += 1.0;
        }
        Self { same: tally.into_values().collect(), years, penalty }
    }

    /// Minus the logarithm of likelihood and penalty, without the terms that no parameter moves.
    pub fn value(&self, at: &Point) -> f64 {
        let shape = libm::exp(at.ln_shape);
        let ln_gamma = libm::lgamma(shape);
        let likelihood: f64 = (self.same.iter())
            .map(|same| {
                let mean = self.years * libm::exp(at.ln_means[same.cell]);
                let known = libm::lgamma(shape + same.count) - ln_gamma;
                let odds = shape * at.ln_shape + same.count * at.ln_means[same.cell];
                same.countries * (known + odds - (shape + same.count) * libm::log(shape + mean))
            })
            .sum();
        let far = |value: f64, centre: f64| {
            let z = (value - centre) / self.penalty.sd;
            0.5 * z * z
        };
        let means: f64 = at.ln_means.iter().map(|one| far(*one, self.penalty.ln_mean)).sum();
        means + far(at.ln_shape, self.penalty.ln_shape) - likelihood
    }

    /// The derivatives at a point.
    pub fn slope(&self, at: &Point) -> Slope {
        let mut slope = self.penalty_slope(at);
        let shape = libm::exp(at.ln_shape);
        let (first, second) = (digamma(shape), trigamma(shape));
        for Same { cell, count, countries } in &self.same {
            let mean = self.years * libm::exp(at.ln_means[*cell]);
            let sum = shape + mean;
            let (part, more) = (mean / sum, shape + count);
            let steep = digamma(more) - first + at.ln_shape + 1.0 - libm::log(sum) - more / sum;
            let bend =
                trigamma(more) - second + 1.0 / shape - 1.0 / sum - (mean - count) / (sum * sum);
            slope.shape -= countries * shape * steep;
            slope.shape_twice -= countries * shape * (steep + shape * bend);
            let spread = more * part * (1.0 - part);
            slope.means[*cell] += countries * (more * part - count);
            slope.means_twice[*cell] += countries * spread;
            slope.mixed[*cell] += countries * (shape * part - spread);
        }
        slope
    }

    fn penalty_slope(&self, at: &Point) -> Slope {
        let Penalty { ln_shape, ln_mean, sd } = self.penalty;
        let weight = 1.0 / (sd * sd);
        Slope {
            shape: weight * (at.ln_shape - ln_shape),
            shape_twice: weight,
            means: at.ln_means.iter().map(|one| weight * (one - ln_mean)).collect(),
            means_twice: vec![weight; at.ln_means.len()],
            mixed: vec![0.0; at.ln_means.len()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loss() -> Loss {
        let penalty = Penalty { ln_shape: -0.9, ln_mean: -2.0, sd: 1.5 };
        Loss::new(&[0.0, 3.0, 0.0, 7.5, 0.0, 1.0], &[0, 0, 1, 1, 1, 0], 4.0, penalty)
    }

    fn moved(at: &Point, index: usize, by: f64) -> Point {
        let mut point = at.clone();
        match index {
            0 => point.ln_shape += by,
            cell => point.ln_means[cell - 1] += by,
        }
        point
    }

    #[test]
    fn derivatives_are_those_of_the_value() {
        let (loss, at) = (loss(), Point { ln_shape: -0.3, ln_means: vec![-1.5, 0.4] });
        let slope = loss.slope(&at);
        let h = 1e-5;
        let near = |index: usize, exact: f64| {
            let rise = loss.value(&moved(&at, index, h)) - loss.value(&moved(&at, index, -h));
            assert!((rise / (2.0 * h) - exact).abs() < 1e-7, "{index}: {exact}");
        };
        near(0, slope.shape);
        near(1, slope.means[0]);
        near(2, slope.means[1]);
        let (up, down) = (loss.slope(&moved(&at, 0, h)), loss.slope(&moved(&at, 0, -h)));
        assert!(((up.shape - down.shape) / (2.0 * h) - slope.shape_twice).abs() < 1e-7);
        for cell in 0..2 {
            let mixed = (up.means[cell] - down.means[cell]) / (2.0 * h);
            assert!((mixed - slope.mixed[cell]).abs() < 1e-7, "{cell}");
            let up = loss.slope(&moved(&at, cell + 1, h)).means[cell];
            let down = loss.slope(&moved(&at, cell + 1, -h)).means[cell];
            assert!(((up - down) / (2.0 * h) - slope.means_twice[cell]).abs() < 1e-7, "{cell}");
        }
    }
}
