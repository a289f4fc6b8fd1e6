//! How many campaigns a stream sends.

use crate::model::Arrivals;

/// Cumulative chances of 0, 1, 2 ... campaigns.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    cumulative: Vec<f64>,
}

/// More campaigns of one stream than this are not drawn: over fifty years of one a week, with a rate
/// that is hardly known, the chance of more is below one in a billion.
const MOST: usize = 20_000;

impl Counts {
    /// Over so many years. A Gamma-Poisson stream keeps its rate over the years, so the count is
    /// negative binomial: `p0 = (beta / (beta + t))^alpha`, `p[k+1] = p[k] (alpha + k) / (k + 1) q`
    /// with `q = t / (beta + t)`. A scheduled measure comes once or not at all.
    pub fn new(arrivals: Arrivals, years: f64) -> Self {
        let (alpha, beta) = match arrivals {
            Arrivals::Scheduled { chance } => return Self { cumulative: vec![1.0 - chance] },
            Arrivals::GammaPoisson { alpha, beta } => (alpha, beta),
        };
        let q = years / (beta + years);
        let mut chance = libm::pow(1.0 - q, alpha);
        if chance < f64::MIN_POSITIVE {
            return Self { cumulative: many(alpha, q) };
        }
        let mut cumulative = vec![chance];
        let mut sum = chance;
        for k in 0..MOST {
            chance = chance * (alpha + k as f64) / (k + 1) as f64 * q;
            let next = sum + chance;
            if next <= sum {
                break;
            }
            cumulative.push(next);
            sum = next;
        }
        Self { cumulative }
    }

    /// Smallest count whose cumulative chance reaches `u`.
    #[inline]
    pub fn of(&self, u: f64) -> u32 {
        let below = self.cumulative.iter().take_while(|chance| **chance < u).count();
        #[expect(clippy::cast_possible_truncation)]
        let count = below as u32;
        count
    }
}

/// The same where the chance of none is too small to be held: by logarithms.
fn many(alpha: f64, q: f64) -> Vec<f64> {
    let mean = alpha * q / (1.0 - q);
    let mut log = alpha * libm::log1p(-q);
    let (mut sum, mut cumulative) = (0.0, Vec::new());
    for k in 0..MOST {
        let next = sum + libm::exp(log);
        if next <= sum && k as f64 > mean {
            break;
        }
        cumulative.push(next);
        sum = next;
        log += libm::log((alpha + k as f64) / (k + 1) as f64 * q);
    }
    cumulative
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negative_binomial_of_the_method() {
        let counts = Counts::new(Arrivals::GammaPoisson { alpha: 2.5, beta: 6.6 }, 1.0);
        let chances = [
            0.702_790_460_973_992_9,
            0.231_181_072_688_813_44,
            0.053_232_483_842_818_874,
            0.010_506_411_284_766_877,
        ];
        let mut sum = 0.0;
        for (chance, cumulative) in chances.iter().zip(&counts.cumulative) {
            sum += chance;
            assert!((cumulative - sum).abs() < 1e-13, "{cumulative} {sum}");
        }
        for (u, count) in [(0.1, 0), (0.7, 0), (0.9, 1), (0.99, 3), (0.9999, 5), (0.999_999, 8)] {
            assert_eq!(counts.of(u), count, "{u}");
        }
    }

    #[test]
    fn many_campaigns_are_drawn_as_often_as_they_come() {
        // Fifty years of one a week: sure of the rate, unsure of it, hardly knowing it.
        for (alpha, beta) in [(5.2e5, 1e4), (52.0, 1.0), (5.2, 0.1), (0.1, 0.1)] {
            let counts = Counts::new(Arrivals::GammaPoisson { alpha, beta }, 50.0);
            let cumulative = &counts.cumulative;
            let reached = cumulative.last().copied().unwrap();
            assert!((reached - 1.0).abs() < 1e-8, "{alpha} {beta}: {reached}");
            assert!(cumulative.windows(2).all(|pair| pair[0] <= pair[1]));
            let mean: f64 = cumulative.iter().map(|chance| reached - chance).sum();
            assert!((mean / (alpha / beta * 50.0) - 1.0).abs() < 1e-6, "{alpha} {beta}: {mean}");
        }
    }

    #[test]
    fn a_stream_without_campaigns_sends_none() {
        let counts = Counts::new(Arrivals::GammaPoisson { alpha: 0.0, beta: 2.0 }, 1.0);
        assert_eq!(counts.of(1.0 - 1e-16), 0);
        let counts = Counts::new(Arrivals::Scheduled { chance: 0.25 }, 1.0);
        assert_eq!([counts.of(0.74), counts.of(0.76)], [0, 1]);
    }
}
