//! The standard normal distribution.

use std::f64::consts::FRAC_1_SQRT_2;

/// Distribution function.
pub fn cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::cdf;

    #[test]
    fn agrees_with_tabulated_values() {
        assert!((cdf(0.0) - 0.5).abs() < 1e-16);
        assert!((cdf(-3.090_232_306_167_813) - 0.001).abs() < 1e-15);
        assert!((cdf(1.281_551_565_544_600_4) - 0.9).abs() < 1e-14);
        assert!((cdf(-6.361_340_902_404_056) / 1e-10 - 1.0).abs() < 1e-9);
        assert!(cdf(f64::NEG_INFINITY) == 0.0 && (cdf(f64::INFINITY) - 1.0).abs() < 1e-16);
    }
}
