//! How many campaigns a stream sends.

use crate::model::Arrivals;

/// Cumulative chances of 0, 1, 2 ... campaigns.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    cumulative: Vec<f64>,
}

/// More campaigns of one stream than this are not drawn.
const MOST: usize = 400;

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
    fn a_stream_without_campaigns_sends_none() {
        let counts = Counts::new(Arrivals::GammaPoisson { alpha: 0.0, beta: 2.0 }, 1.0);
        assert_eq!(counts.of(1.0 - 1e-16), 0);
        let counts = Counts::new(Arrivals::Scheduled { chance: 0.25 }, 1.0);
        assert_eq!([counts.of(0.74), counts.of(0.76)], [0, 1]);
    }
}
