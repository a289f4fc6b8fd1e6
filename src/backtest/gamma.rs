//! Derivatives of the logarithm of the gamma function, for positive arguments.
//!
//! Recurrence up to [`LARGE`], then the asymptotic series in Bernoulli numbers; the error is below
//! 1e-13.

/// From here on the first terms of the series are enough.
const LARGE: f64 = 12.0;

/// First derivative of ln Gamma.
pub fn digamma(x: f64) -> f64 {
    let (mut x, mut below) = (x, 0.0);
    while x < LARGE {
        below += 1.0 / x;
        x += 1.0;
    }
    let y = 1.0 / (x * x);
    let series =
        y * (1.0 / 12.0 - y * (1.0 / 120.0 - y * (1.0 / 252.0 - y * (1.0 / 240.0 - y / 132.0))));
    libm::log(x) - 0.5 / x - series - below
}

/// Second derivative of ln Gamma.
pub fn trigamma(x: f64) -> f64 {
    let (mut x, mut below) = (x, 0.0);
    while x < LARGE {
        below += 1.0 / (x * x);
        x += 1.0;
    }
    let y = 1.0 / (x * x);
    let series =
        y * (1.0 / 6.0 - y * (1.0 / 30.0 - y * (1.0 / 42.0 - y * (1.0 / 30.0 - y * 5.0 / 66.0))));
    (1.0 + 0.5 / x + series) / x + below
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Euler's constant, and pi squared over six.
    const KNOWN: (f64, f64) = (0.577_215_664_901_532_9, 1.644_934_066_848_226_4);

    #[test]
    fn values_at_one_and_at_a_half_are_the_known_ones() {
        let (euler, basel) = KNOWN;
        assert!((digamma(1.0) + euler).abs() < 1e-12);
        assert!((digamma(0.5) + euler + 2.0 * std::f64::consts::LN_2).abs() < 1e-12);
        assert!((trigamma(1.0) - basel).abs() < 1e-12);
        assert!((trigamma(0.5) - 3.0 * basel).abs() < 1e-12);
    }

    #[test]
    fn the_recurrence_holds_over_the_whole_range() {
        for x in [1e-3, 0.4, 1.7, 11.99, 12.0, 40.5, 1e4] {
            assert!((digamma(x + 1.0) - digamma(x) - 1.0 / x).abs() < 1e-12 / x.min(1.0), "{x}");
            let step = trigamma(x) - trigamma(x + 1.0) - 1.0 / (x * x);
            assert!(step.abs() < 1e-12 / (x * x).min(1.0), "{x}");
        }
    }
}
