//! The lognormal distribution of outage durations, in closed form.

use super::normal;

/// Lognormal with mean `mu` and standard deviation `sigma` of the logarithm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogNormal {
    pub mu: f64,
    pub sigma: f64,
}

impl LogNormal {
    /// From the median.
    pub fn with_median(median: f64, sigma: f64) -> Self {
        Self { mu: libm::log(median), sigma }
    }

    fn z(self, x: f64) -> f64 {
        if x <= 0.0 { f64::NEG_INFINITY } else { (libm::log(x) - self.mu) / self.sigma }
    }

    /// P(X > x).
    pub fn survival(self, x: f64) -> f64 {
        normal::cdf(-self.z(x))
    }

    /// Limited expected value E[min(X, x)].
    pub fn limited_mean(self, x: f64) -> f64 {
        if x <= 0.0 {
            return 0.0;
        }
        let mean = libm::exp(self.mu + self.sigma * self.sigma / 2.0);
        if x.is_infinite() {
            return mean;
        }
        let z = self.z(x);
        mean * normal::cdf(z - self.sigma) + x * normal::cdf(-z)
    }

    /// Partial moment E[X^power; low < X <= high].
    pub fn partial_moment(self, power: f64, low: f64, high: f64) -> f64 {
        let shift = power * self.sigma;
        let whole = libm::exp(power * self.mu + shift * shift / 2.0);
        whole * (normal::cdf(self.z(high) - shift) - normal::cdf(self.z(low) - shift))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(value: f64, expected: f64) {
        assert!((value / expected - 1.0).abs() < 1e-9, "{value} is not {expected}");
    }

    #[test]
    fn reproduces_the_closed_forms_of_the_method() {
        let week = LogNormal::with_median(168.0, 2.0);
        close(week.limited_mean(24.0), 21.863_775_412_125_907);
        close(week.limited_mean(720.0), 294.210_635_599_669_8);
        close(week.limited_mean(f64::INFINITY), 1_241.361_424_620_349);
        close(week.survival(48.0), 0.734_467_624_355_142_1);
        close(week.partial_moment(0.5, 24.0, 720.0), 7.873_165_803_583_878);
    }

    #[test]
    fn a_mixture_of_two_reproduces_the_method() {
        let parts =
            [(0.6, LogNormal::with_median(48.0, 1.2)), (0.4, LogNormal::with_median(8760.0, 1.0))];
        let sum = |each: fn(LogNormal) -> f64| parts.iter().map(|(w, d)| w * each(*d)).sum::<f64>();
        close(sum(|d| d.limited_mean(720.0)), 343.314_510_187_935_6);
        close(sum(|d| d.survival(168.0)), 0.488_934_528_318_172_97);
    }

    #[test]
    fn limits_are_defined() {
        let d = LogNormal::with_median(10.0, 1.0);
        assert!(d.limited_mean(0.0) == 0.0);
        assert!((d.survival(0.0) - 1.0).abs() < 1e-16);
        assert!((d.partial_moment(0.0, 0.0, f64::INFINITY) - 1.0).abs() < 1e-15);
    }
}
