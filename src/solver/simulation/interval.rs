//! How sure a simulated figure is.

use crate::engine::band::Band;

/// Half-width of a 95 % interval in standard errors.
pub const Z95: f64 = 1.959_963_984_540_054_5;

/// Wilson's interval for `hits` of `trials`.
pub fn wilson(hits: u32, trials: u32) -> Band {
    let n = f64::from(trials);
    let p = f64::from(hits) / n;
    let z2 = Z95 * Z95;
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z95 / (1.0 + z2 / n) * libm::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
    Band { value: p, low: (middle - half).max(0.0), high: (middle + half).min(1.0) }
}

/// A mean of what is never negative, with its standard error.
pub fn mean(value: f64, error: f64) -> Band {
    Band { value, low: (value - Z95 * error).max(0.0), high: value + Z95 * error }
}

/// Ranks, counted from 1, of the two order statistics that enclose the quantile `p` of `n` values.
pub fn ranks(n: u32, p: f64) -> [u32; 2] {
    let n = f64::from(n);
    let half = Z95 * libm::sqrt(n * p * (1.0 - p));
    [libm::floor(n * p - half), libm::ceil(n * p + half) + 1.0].map(|rank| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let rank = rank.clamp(1.0, n) as u32;
        rank
    })
}

/// Quantile `p` of sorted values with the interval of its order statistics.
pub fn quantile(sorted: &[f64], p: f64) -> Band {
    let n = u32::try_from(sorted.len()).unwrap_or(u32::MAX);
    let at = |rank: u32| sorted.get(rank.max(1) as usize - 1).copied().unwrap_or(0.0);
    let [low, high] = ranks(n, p);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rank = libm::ceil(f64::from(n) * p) as u32;
    Band { value: at(rank), low: at(low), high: at(high) }
}

/// Mean of the worst `1 - p` of sorted values (CVaR), with the standard error of
/// `q + (L - q)+ / (1 - p)`.
pub fn tail_mean(sorted: &[f64], p: f64) -> Band {
    let q = quantile(sorted, p).value;
    let n = sorted.len() as f64;
    let over = |loss: &f64| (loss - q).max(0.0) / (1.0 - p);
    let first: f64 = sorted.iter().map(over).sum::<f64>() / n;
    let second: f64 = sorted.iter().map(|loss| over(loss) * over(loss)).sum::<f64>() / n;
    mean(q + first, libm::sqrt((second - first * first).max(0.0) / n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_and_wilson_of_the_method() {
        assert_eq!(ranks(100_000, 0.95), [94_864, 95_137]);
        let estimate = wilson(774, 100_000);
        assert!((estimate.low - 0.007_215_4).abs() < 5e-8, "{estimate:?}");
        assert!((estimate.high - 0.008_302_4).abs() < 5e-8, "{estimate:?}");
    }

    #[test]
    fn no_hits_still_have_an_upper_bound() {
        let estimate = wilson(0, 1_000);
        assert!(estimate.low < 1e-12 && estimate.high > 0.003 && estimate.high < 0.004);
    }

    #[test]
    fn the_tail_of_a_ladder() {
        let values: Vec<f64> = (1..=1_000).map(f64::from).collect();
        assert!((quantile(&values, 0.95).value - 950.0).abs() < 1e-12);
        assert!((tail_mean(&values, 0.95).value - 975.5).abs() < 1e-9);
    }
}
